//! `./dev bench`: runs the measuring programs and shows their figures.

use crate::{
    app,
    build::{self, Built, Scope},
    rings, runtime, say,
    site::Site,
};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;
use std::process::Command;

/// Measuring programs are called so, followed by the bench's name.
const PREFIX: &str = "bench_";
/// The one that looks at the app as it is released, in a browser.
const APP: &str = "bench_app";

/// The one of the worker, which is built by itself. It takes hours, and is run when it is named.
pub(crate) const DOCUMENTS: &str = "documents";
/// The one of the worker that looks at images. Its pictures are not part of the repository, so it is run when it is named.
pub(crate) const IMAGES: &str = "images";

/// What every bench prints, as one JSON object.
#[derive(Deserialize)]
struct Report {
    bench: String,
    machine: serde_json::Map<String, Value>,
    figures: Vec<Figure>,
}

#[derive(Deserialize)]
struct Figure {
    name: String,
    value: Value,
    unit: String,
    target: Value,
    holds: Option<bool>,
}

/// Runs one bench or all; quickly to see that they work, when the figures are not wanted.
pub(crate) fn run(site: &Site, name: Option<&str>, json: bool, quick: bool) -> Result<()> {
    let built = build::workspace(site, Scope::Programs)?;
    let benches: Vec<&Built> = built.iter().filter(|built| !built.test && built.name.starts_with(PREFIX)).collect();
    let known: Vec<&str> = benches.iter().map(|bench| &bench.name[PREFIX.len()..]).collect();
    if let Some(name) = name
        && !known.contains(&name)
    {
        bail!("there is no bench called {name}; there are: {}, {DOCUMENTS}, {IMAGES}", known.join(", "));
    }
    let surroundings = rings::surroundings(site, &built, true)?;
    for bench in benches.iter().filter(|bench| name.is_none_or(|name| &bench.name[PREFIX.len()..] == name)) {
        let mut command = Command::new(&bench.path);
        command.current_dir(&bench.folder).envs(surroundings.iter().map(|(name, place)| (*name, place)));
        if bench.name == APP {
            let told = rings::browser::surroundings(site, app::Form::Release)?;
            let Some(told) = told else { continue };
            command.envs(told);
        }
        command.args(quick.then_some("--quick"));
        show(&mut command, json)?;
    }
    if name.is_none() {
        say::note(format_args!(
            "left out: {DOCUMENTS} and {IMAGES}, which read for hours; they run when they are named"
        ));
    }
    Ok(())
}

/// Runs the bench of reading: made pages, spoiled as paper is, and real receipts where `CHARTKEY_RECEIPTS` says they are.
pub(crate) fn documents(site: &Site, json: bool, quick: bool, pages: Option<usize>) -> Result<()> {
    let bench = build::find(&build::worker(site, Scope::Tests)?, "bench_documents")?.clone();
    let mut command = Command::new(&bench.path);
    command.current_dir(&bench.folder).args(quick.then_some("--quick"));
    if let Some(pages) = pages {
        command.arg(format!("--pages={pages}"));
    }
    if let Some(python) = site.peer("rapidocr/bin/python") {
        command.env("CHARTKEY_RAPIDOCR", python);
    }
    show(&mut command, json)
}

/// Runs the bench of images: pictures whose labels are known, and which lie where `CHARTKEY_IMAGES` says.
pub(crate) fn images(site: &Site, json: bool, quick: bool) -> Result<()> {
    let built = build::worker(site, Scope::Tests)?;
    let (bench, models) = (build::find(&built, "bench_images")?, build::find(&built, "measure_models")?);
    let mut command = Command::new(&bench.path);
    show(command.current_dir(&bench.folder).arg("--json").args(quick.then_some("--quick")), json)?;
    show(command.args(["--only=models", "--split=aside"]), json)?;
    show(Command::new(&models.path).current_dir(&models.folder).envs(rings::peers(site)), json)
}

/// Runs a measuring program and shows what it found.
fn show(command: &mut Command, json: bool) -> Result<()> {
    let told = String::from_utf8(runtime::output(command)?)?;
    let report: Report = serde_json::from_str(&told).context("the bench's answer has another shape")?;
    if json {
        println!("{}", told.trim())
    } else {
        print!("{}", table(&report))
    }
    Ok(())
}

fn table(report: &Report) -> String {
    let machine: Vec<_> = report.machine.iter().map(|(name, value)| format!("{name} {}", plain(value))).collect();
    let width = report.figures.iter().map(|figure| figure.name.chars().count()).max().unwrap_or_default();
    let mut text = format!("{} ({})\n", report.bench, machine.join(", "));
    for figure in &report.figures {
        let verdict = match figure.holds {
            Some(true) => "holds",
            Some(false) => "MISSED",
            None => "",
        };
        let target = if figure.target.is_null() { String::new() } else { format!("target {}", plain(&figure.target)) };
        let line = format!(
            "  {:<width$}  {:>14} {:<12} {target:<20} {verdict}",
            figure.name,
            plain(&figure.value),
            figure.unit
        );
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// A value without JSON's quotation marks.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_becomes_a_table() {
        let report: Report = serde_json::from_str(
            r#"{"bench":"chain","machine":{"cores":2},"figures":[
                {"name":"grants","value":612.5,"unit":"/s","target":">= 600","holds":true},
                {"name":"size","value":9,"unit":"KiB","target":null,"holds":null}]}"#,
        )
        .expect("it is of the agreed shape");
        let table = table(&report);
        assert!(table.starts_with("chain (cores 2)\n"));
        assert!(table.contains("612.5 /s") && table.contains("target >= 600") && table.contains("holds"));
        assert!(table.lines().last().is_some_and(|line| line.ends_with("KiB")));
    }
}
