//! The worker's program.

use std::{
    io::{Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::Context as _;
use chartkey_worker::{
    Confined,
    abreast::abreast,
    admit, check, confine,
    desk::{Desk, Done, Outcome},
    imaging::{Imaging, Series},
    known, model,
    page::Document,
    report::{self, Original},
    sense::{self, Context, Date, Sense},
    serve::{self, Finding, LONGEST_FINDING, Progress},
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
    /// Reads files and prints what each says or shows, in a few sentences. Whether one is a document or a picture of a
    /// body, it finds out.
    Read {
        /// PDF, JPEG, PNG, TIFF, DICOM or plain text; `-` for standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        form: Form,
        /// What is known before: whose record it is, the directory, findings of earlier records. `src/known.rs` says how
        /// it is written.
        #[arg(long)]
        context: Option<PathBuf>,
        #[command(flatten)]
        engines: Engines,
    },
    /// Reads one file after another for the program that started it, `chartkey job work --serves`.
    Serve {
        #[command(flatten)]
        engines: Engines,
    },
    /// Prints what is known of each model that reads images: what it learned from, how good it is, where it fails.
    Models,
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
    fn open(self) -> anyhow::Result<Desk> {
        Ok(Desk::open(Confined::this_program()?, self.models, self.languages)?)
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

impl Form {
    fn is_for_people(&self) -> bool {
        !(self.json || self.fhir || self.csv || self.words)
    }
}

fn main() -> ExitCode {
    confine::serve(admit::task);
    let done = match Arguments::parse().verb {
        Verb::Read { files, form, context, engines } => {
            known(context.as_deref()).and_then(|known| read_all(&files, &form, &known, engines))
        }
        Verb::Serve { engines } => serve(engines),
        Verb::Models => cards(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What is known before, from the file that says it.
fn known(file: Option<&Path>) -> anyhow::Result<Context> {
    let Some(file) = file else { return Ok(Context { today: today(), ..Context::default() }) };
    let json = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    known::read(&json, today()).with_context(|| file.display().to_string())
}

/// Reads files, pictures of bodies as many at once as there are processors; what is said of each comes in the order in
/// which they were named. One that cannot be read does not keep the others from being read.
fn read_all(files: &[PathBuf], form: &Form, known: &Context, engines: Engines) -> anyhow::Result<()> {
    let desk = engines.open()?;
    let (mut out, mut failed) = (std::io::stdout().lock(), None);
    // Sentences about several files need a heading; what other programs read has none.
    let mut headings = files.iter().filter(|_| files.len() > 1 && form.is_for_people());
    let each = |at: usize| read(&desk, &files[at], form, known).with_context(|| files[at].display().to_string());
    abreast(files.len(), usize::MAX, each, |told| {
        let heading = headings.next().map(|file| format!("{}:\n", file.display())).unwrap_or_default();
        let told = told.and_then(|told| Ok(out.write_all(&[heading.into_bytes(), told].concat())?));
        if let Err(error) = told
            && let Some(earlier) = failed.replace(error)
        {
            eprintln!("{earlier:#}");
        }
    });
    failed.map_or(Ok(()), Err)
}

/// What is said of a file.
fn read(desk: &Desk, file: &Path, form: &Form, known: &Context) -> anyhow::Result<Vec<u8>> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("it cannot be read")?;
        bytes
    } else {
        std::fs::read(file).context("it cannot be read")?
    };
    let tell: &mut Progress<'_> = &mut |stage, percent| eprintln!("{}: {stage} {percent} %", file.display());
    if form.json {
        return Ok(finding(desk, &bytes, known, tell)?.bytes);
    }
    let told = match desk.read(&bytes, tell)?.outcome {
        Outcome::Document(document, _) => told(file, form, &document, known)?,
        Outcome::Pictures(series) => pictured(form, desk.imaging(), &series)?,
    };
    Ok(format!("{told}\n").into_bytes())
}

fn serve(engines: Engines) -> anyhow::Result<()> {
    serve::hush();
    let desk = engines.open()?;
    let (input, output) = (std::io::stdin().lock(), std::io::stdout().lock());
    let answer = |file: &[u8], day: Option<Date>, tell: &mut Progress<'_>| {
        let known = Context { today: day.unwrap_or_else(today), ..Context::default() };
        finding(&desk, file, &known, tell)
    };
    Ok(serve::serve(input, output, answer)?)
}

/// What was found, as the app reads it, and what tells the networks that were asked from all others; of a file that is
/// not let in, why.
fn finding(desk: &Desk, bytes: &[u8], known: &Context, tell: &mut Progress<'_>) -> anyhow::Result<Finding> {
    let refused = |why: &str| report::refused(why, &reader_card());
    let (found, model) = match desk.read(bytes, tell) {
        Ok(Done { outcome: Outcome::Document(document, views), asked }) => {
            let found = findings(&document, &sense::understand(&document, known), known);
            (report::with_views(found, &views), desk.digest(asked)?)
        }
        Ok(Done { outcome: Outcome::Pictures(series), asked }) => {
            (report::pictured(desk.imaging(), &series), desk.digest(asked)?)
        }
        Err(error) => match error.refusal() {
            Some(refusal) => (refused(&refusal.to_string()), desk.imaging().digest()),
            None => return Err(error.into()),
        },
    };
    let mut found = format!("{found}\n");
    if found.len() > LONGEST_FINDING {
        found = format!("{}\n", refused("more stands in it than one finding can say"));
    }
    Ok(Finding { bytes: found.into_bytes(), model })
}

fn pictured(form: &Form, imaging: &Imaging, series: &Series) -> anyhow::Result<String> {
    anyhow::ensure!(!form.csv && !form.words, "this is an image; it has no words and no tables");
    Ok(if form.fhir {
        report::pictured_bundle(imaging, series).to_string()
    } else {
        report::pictured_text(imaging, series)
    })
}

/// What is known of each model that reads images.
fn cards() -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for network in Imaging::open()?.networks() {
        writeln!(out, "{}, {}", report::title(&network.card), network.card.date)?;
        writeln!(out, "  {} {}", network.card.file, network.card.sha256)?;
        for sentence in report::sentences(&network.card) {
            writeln!(out, "  {sentence}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn told(file: &Path, form: &Form, document: &Document, known: &Context) -> serde_json::Result<String> {
    if form.words {
        return serde_json::to_string(document);
    }
    let sense = sense::understand(document, known);
    Ok(match form {
        Form { fhir: true, .. } => {
            let title = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let original = Original { title, ..Original::default() };
            report::bundle(document, &sense, &reader_card(), &original).to_string()
        }
        Form { csv: true, .. } => sense.tables.iter().map(report::csv).collect::<Vec<_>>().join("\n"),
        _ => {
            let said = [summary::summarize(&sense, known).text()].into_iter();
            let said = said.chain(document.troubles().map(|(_, says)| says)).filter(|says| !says.is_empty());
            said.collect::<Vec<_>>().join(" ")
        }
    })
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
