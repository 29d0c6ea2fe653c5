//! The worker's program.

use std::{
    io::{Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::Context as _;
use chartkey_worker::{
    Confined, admit, check, confine, model,
    page::Document,
    read::{ReadError, Reader},
    report::{self, Original},
    sense::{self, Context, Date, Sense},
    serve::{self, Finding, Progress},
    summary,
};
use clap::{Args, Parser, Subcommand};

/// Reads documents and images a patient lets it open, and says how sure it is of each thing.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Reads one file and prints what it says, in a few sentences.
    Read {
        /// A PDF, a JPEG, a PNG, a TIFF or plain text; `-` for standard input.
        file: PathBuf,
        #[command(flatten)]
        form: Form,
        #[command(flatten)]
        engines: Engines,
    },
    /// Reads one file after another for the program that started it, `chartkey job work --serves`.
    Serve {
        #[command(flatten)]
        engines: Engines,
    },
}

/// What it reads with.
#[derive(Args)]
struct Engines {
    /// Where the models lie.
    #[arg(long, env = "CHARTKEY_MODELS", default_value_os_t = model::folder())]
    models: PathBuf,
    /// Languages on the paper, in Tesseract's names for them, such as `eng+hin`.
    #[arg(long, default_value = "eng")]
    languages: String,
}

impl Engines {
    fn open(&self) -> anyhow::Result<Reader> {
        Ok(Reader::open(Confined::this_program()?, &self.models)?.in_languages(&self.languages))
    }
}

/// What is printed in place of the sentences.
#[derive(Args)]
#[group(multiple = false)]
struct Form {
    /// The findings as the app shows them: values with how sure each is and where it stands, checks, summary.
    #[arg(long)]
    json: bool,
    /// The same for other programs, as a FHIR R4 bundle.
    #[arg(long)]
    fhir: bool,
    /// The tables, as comma separated values.
    #[arg(long)]
    csv: bool,
    /// Every word, with its place and what each engine made of it, as JSON.
    #[arg(long)]
    words: bool,
}

fn main() -> ExitCode {
    confine::serve(admit::task);
    let done = match Arguments::parse().verb {
        Verb::Read { file, form, engines } => read(&file, &form, &engines),
        Verb::Serve { engines } => serve(&engines),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn read(file: &Path, form: &Form, engines: &Engines) -> anyhow::Result<()> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
        bytes
    } else {
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?
    };
    let reader = engines.open()?;
    if form.json {
        let found = finding(&reader, &bytes, today(), &mut |stage, percent| eprintln!("{stage} {percent} %"))?;
        return Ok(std::io::stdout().lock().write_all(&found)?);
    }
    let document = document(&reader, &bytes, &mut |stage, percent| eprintln!("{stage} {percent} %"))?;
    Ok(told(file, form, &document)?)
}

fn serve(engines: &Engines) -> anyhow::Result<()> {
    let reader = engines.open()?;
    let model = reader.digest()?;
    let (input, output) = (std::io::stdin().lock(), std::io::stdout().lock());
    let answer = |file: &[u8], day: Option<Date>, tell: &mut Progress<'_>| {
        Ok(Finding { bytes: finding(&reader, file, day.unwrap_or_else(today), tell)?, model })
    };
    Ok(serve::serve(input, output, answer)?)
}

fn document(reader: &Reader, bytes: &[u8], tell: &mut Progress<'_>) -> Result<Document, ReadError> {
    let mut document = Document::default();
    tell("opening", 0);
    reader.read(bytes, |number, admitted, leaf| {
        document.pages.push(leaf.page);
        tell("reading", u8::try_from((number + 1) * 100 / admitted.pages.max(1)).unwrap_or(100));
    })?;
    Ok(document)
}

/// What was found, as the app reads it; of a file that is not let in, why.
fn finding(reader: &Reader, bytes: &[u8], day: Date, tell: &mut Progress<'_>) -> anyhow::Result<Vec<u8>> {
    let found = match document(reader, bytes, tell) {
        Ok(document) => {
            let context = Context { today: day, ..Context::default() };
            findings(&document, &sense::understand(&document, &context), &context)
        }
        Err(ReadError::Refused(refusal)) => report::refused(&refusal.to_string(), &reader_card()),
        Err(error) => return Err(error.into()),
    };
    Ok(format!("{found}\n").into_bytes())
}

fn told(file: &Path, form: &Form, document: &Document) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if form.words {
        return writeln!(out, "{}", serde_json::to_string(document)?);
    }
    let context = Context { today: today(), ..Context::default() };
    let sense = sense::understand(document, &context);
    match form {
        Form { fhir: true, .. } => {
            let title = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let original = Original { title, ..Original::default() };
            writeln!(out, "{}", report::bundle(document, &sense, &reader_card(), &original))
        }
        Form { csv: true, .. } => sense.tables.iter().try_for_each(|table| writeln!(out, "{}", report::csv(table))),
        _ => writeln!(out, "{}", summary::summarize(&sense, &context).text()),
    }
}

fn findings(document: &Document, sense: &Sense, context: &Context) -> serde_json::Value {
    let checks = check::check(document, sense, context);
    report::findings(document, sense, &checks, &summary::summarize(sense, context), &reader_card())
}

/// Who reads.
fn reader_card() -> report::Reader {
    report::Reader {
        name: "Chartkey document reader".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        notes: vec![
            "Reads print with two engines, PP-OCR and Tesseract, and marks what they do not agree on.".into(),
            "Handwriting is not read reliably. What it says is a suggestion until a doctor has signed it.".into(),
        ],
    }
}

fn today() -> Date {
    const DAY: u64 = 24 * 60 * 60;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let epoch = Date::new(1970, 1, 1).unwrap_or_default();
    i64::try_from(since / DAY).ok().and_then(|days| epoch.plus(days)).unwrap_or_default()
}
