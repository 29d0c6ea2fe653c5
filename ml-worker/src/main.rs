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
    read::Reader,
    report::{self, Original},
    sense::{self, Context, Date, Sense},
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
        /// Where the models lie.
        #[arg(long, env = "CHARTKEY_MODELS", default_value_os_t = model::folder())]
        models: PathBuf,
        /// Languages on the paper, in Tesseract's names for them, such as `eng+hin`.
        #[arg(long, default_value = "eng")]
        languages: String,
    },
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
    let Verb::Read { file, form, models, languages } = Arguments::parse().verb;
    match read(&file, &models, &languages).and_then(|document| Ok(told(&file, &form, &document)?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn read(file: &Path, models: &Path, languages: &str) -> anyhow::Result<Document> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
        bytes
    } else {
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?
    };
    let reader = Reader::open(Confined::this_program()?, models)?.in_languages(languages);
    let mut document = Document::default();
    reader.read(&bytes, |number, admitted, leaf| {
        let words: usize = leaf.page.lines.iter().map(|line| line.words.len()).sum();
        eprintln!("page {} of {}: {words} words", number + 1, admitted.pages);
        document.pages.push(leaf.page);
    })?;
    Ok(document)
}

fn told(file: &Path, form: &Form, document: &Document) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if form.words {
        return writeln!(out, "{}", serde_json::to_string(document)?);
    }
    let context = Context { today: today(), ..Context::default() };
    let sense = sense::understand(document, &context);
    match form {
        Form { json: true, .. } => writeln!(out, "{}", findings(document, &sense, &context)),
        Form { fhir: true, .. } => {
            let title = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let original = Original { title, ..Original::default() };
            writeln!(out, "{}", report::bundle(document, &sense, &reader(), &original))
        }
        Form { csv: true, .. } => sense.tables.iter().try_for_each(|table| writeln!(out, "{}", report::csv(table))),
        _ => writeln!(out, "{}", summary::summarize(&sense, &context).text()),
    }
}

fn findings(document: &Document, sense: &Sense, context: &Context) -> serde_json::Value {
    let checks = check::check(document, sense, context);
    report::findings(document, sense, &checks, &summary::summarize(sense, context), &reader())
}

/// Who reads.
fn reader() -> report::Reader {
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
