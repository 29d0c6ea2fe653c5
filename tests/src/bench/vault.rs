//! How fast the vault seals and opens.
//!
//! What is measured lies in `frontend/vault/bench`, a workspace of its own: age brings other versions of what we use.
//! It is built as the browser's code is shipped, optimized; so natively too, where age would not be met otherwise.

mod browser;
mod build;

use super::{
    report::{Figures, Target, progress},
    rivals,
};
use anyhow::{Context, Result, ensure};
use build::Built;
use serde::Deserialize;
use std::process::{Command, Output};

/// How much is sealed, and how often.
pub struct Size {
    mebibytes: usize,
    native_rounds: usize,
    wasm_rounds: usize,
    /// A small and a large file, whose memory is compared.
    megabytes: [usize; 2],
}

/// What the figures are told of.
pub const FULL: Size = Size { mebibytes: 8, native_rounds: 150, wasm_rounds: 60, megabytes: [10, 1000] };
/// Everything once, roughly.
pub const QUICK: Size = Size { mebibytes: 8, native_rounds: 8, wasm_rounds: 5, megabytes: [10, 100] };

/// In a browser a gigabyte takes seven seconds, which is as fast as a good line brings it.
const IN_WASM: Target = Target::AtLeast(150.0);

/// MB/s of sealing and opening.
#[derive(Deserialize)]
struct Speed {
    seal: f64,
    open: f64,
}

/// Everything.
pub async fn measure(size: &Size, figures: &mut Figures) -> Result<()> {
    progress("Building the vault's bench, optimized (a minute, once)");
    let built = build::all()?;
    natively(&built, size, figures)?;
    memory(&built, size, figures)?;
    under_node(&built, size, figures)?;
    match rivals::program("chromium") {
        None => figures.say("wasm in Chromium", "left out: there is no chromium on the PATH"),
        Some(chromium) => {
            progress("Wasm in Chromium");
            let speed = browser::measure(&chromium, &built, (size.mebibytes, size.wasm_rounds)).await?;
            in_wasm("Chromium", &speed, figures);
        }
    }
    Ok(())
}

fn natively(built: &Built, size: &Size, figures: &mut Figures) -> Result<()> {
    #[derive(Deserialize)]
    struct Speeds {
        seal: f64,
        age_seal: f64,
        open: f64,
        open_all: f64,
        age_open: f64,
    }
    progress("Natively, beside age");
    let arguments = ["speed", &size.mebibytes.to_string(), &size.native_rounds.to_string()];
    let speed: Speeds = answer(Command::new(&built.native).args(arguments))?;
    figures.tell("seal", speed.seal, "MB/s");
    figures.tell("seal, age", speed.age_seal, "MB/s");
    figures.hold("seal, to age", speed.seal / speed.age_seal, "ratio", Target::AtLeast(1.0));
    figures.tell("open", speed.open, "MB/s");
    figures.tell("open, all at once", speed.open_all, "MB/s");
    figures.tell("open, age", speed.age_open, "MB/s");
    figures.hold("open, to age", speed.open / speed.age_open, "ratio", Target::AtLeast(1.0));
    Ok(())
}

fn memory(built: &Built, size: &Size, figures: &mut Figures) -> Result<()> {
    #[derive(Deserialize)]
    struct Took {
        seal: f64,
        open: f64,
        peak: f64,
    }
    let folder = rivals::scratch()?;
    let mut peaks = Vec::new();
    for megabytes in size.megabytes {
        progress(format_args!("A file of {megabytes} MB, a piece at a time"));
        let mut command = Command::new(&built.native);
        let took: Took = answer(command.args(["memory", &megabytes.to_string()]).arg(folder.path()))?;
        figures.tell(format!("{megabytes} MB from and to the disk: seal"), took.seal, "MB/s");
        figures.tell(format!("{megabytes} MB from and to the disk: open"), took.open, "MB/s");
        figures.tell(format!("{megabytes} MB: most memory of the process"), took.peak, "MB");
        peaks.push(took.peak);
    }
    let [small, large] = size.megabytes;
    let name = format!("memory of {large} MB, to that of {small} MB");
    figures.hold(name, peaks[1] / peaks[0], "ratio", Target::AtMost(1.1));
    Ok(())
}

fn under_node(built: &Built, size: &Size, figures: &mut Figures) -> Result<()> {
    let Some(node) = rivals::program("node") else {
        figures.say("wasm under Node", "left out: there is no node on the PATH");
        return Ok(());
    };
    progress("Wasm under Node");
    let mut command = Command::new(node);
    command.arg(built.sources.join("run.mjs")).arg(&built.wasm);
    let speed = answer(command.args([size.mebibytes.to_string(), size.wasm_rounds.to_string()]))?;
    in_wasm("Node", &speed, figures);
    Ok(())
}

fn in_wasm(engine: &str, speed: &Speed, figures: &mut Figures) {
    figures.hold(format!("seal, wasm, {engine}"), speed.seal, "MB/s", IN_WASM);
    figures.hold(format!("open, wasm, {engine}"), speed.open, "MB/s", IN_WASM);
}

/// Runs a program that prints one JSON object.
fn answer<T: for<'de> Deserialize<'de>>(command: &mut Command) -> Result<T> {
    let program = command.get_program().display().to_string();
    let Output { status, stdout, stderr } = command.output().with_context(|| format!("{program} cannot be started"))?;
    ensure!(status.success(), "{program}: {}", String::from_utf8_lossy(&stderr));
    serde_json::from_slice(&stdout).with_context(|| format!("{program} answers in another shape"))
}
