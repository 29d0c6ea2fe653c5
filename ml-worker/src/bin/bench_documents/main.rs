//! `./dev bench documents`: made pages are drawn, spoiled as paper is, and read; what was read is held against what
//! stands on them, and beside what two other programs read of the same pictures in the same run.
//!
//! Our two engines alone and both together come from one reading. The `tesseract` command and RapidOCR are given the
//! picture as it is. All work in one thread.

mod classes;
mod keep;
mod receipts;
mod rivals;
mod tell;

use std::path::{Path, PathBuf};

use chartkey_worker::bench::{golden, pixels::Wear, steps::steps};
use chartkey_worker::{Confined, admit, confine, model, read::Reader};
use clap::Parser;
use classes::Bench;
use tell::Told;

#[derive(Parser)]
struct Arguments {
    /// How many made pages, over all that paper goes through.
    #[arg(long, default_value_t = 1000)]
    pages: usize,
    /// A few pages, to see that it works.
    #[arg(long)]
    quick: bool,
    /// Only what paper goes through under these names.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// The first page's seed.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Leaves the other programs out.
    #[arg(long)]
    ours: bool,
    /// Writes what was misread, and what was misunderstood, into this folder, with the pictures.
    #[arg(long)]
    misses: Option<PathBuf>,
    /// A folder with real receipts: `img/NAME.jpg` and `box/NAME.csv`.
    #[arg(long, env = "CHARTKEY_RECEIPTS")]
    receipts: Option<PathBuf>,
    /// Prints what the sureness of fields turned out to be worth: the points of `src/sense/belief.rs`.
    #[arg(long)]
    believe: bool,
    /// Draws the kept pages anew, reads them, and notes how well.
    #[arg(long)]
    keep: bool,
    /// RapidOCR's Python.
    #[arg(long, env = "CHARTKEY_RAPIDOCR")]
    rapidocr: Option<PathBuf>,
}

fn main() -> anyhow::Result<()> {
    confine::serve(admit::task);
    let arguments = Arguments::parse();
    let reader = Reader::open(Confined::this_program()?, &model::folder())?;
    let mut bench = Bench::open(reader, &arguments)?;
    let mut told = Told::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/pages");
    if arguments.keep {
        let mut all = keep::drawn(&folder, arguments.seed)?;
        let (_, counts) = bench.golden(&folder, &all)?;
        for (golden, (letters, wrong)) in all.iter_mut().zip(counts) {
            (golden.letters, golden.wrong) = (letters, wrong);
        }
        return golden::keep(&folder, &all);
    }
    let kinds: Vec<Wear> = Wear::ALL
        .into_iter()
        .filter(|wear| arguments.only.is_empty() || arguments.only.iter().any(|name| name == wear.name()))
        .collect();
    let each = if arguments.quick { 1 } else { arguments.pages.div_ceil(Wear::ALL.len()) };
    let mut beliefs = Vec::new();
    for wear in kinds {
        let class = bench.made(wear, each, arguments.seed)?;
        beliefs.extend(class.readers.get(classes::BOTH).into_iter().flat_map(|of| of.figures.beliefs.iter().copied()));
        told.class(wear.name(), &class);
    }
    if arguments.believe {
        for (sure, right, count) in steps(beliefs) {
            println!("({sure:.3}, {right:.3}), // {count}");
        }
        return Ok(());
    }
    let named = |name: &str| arguments.only.is_empty() || arguments.only.iter().any(|only| only == name);
    if let Some(folder) = arguments.receipts.as_deref().filter(|folder| folder.is_dir() && named("receipts")) {
        let most = if arguments.quick { 1 } else { usize::MAX };
        let class = bench.receipts(&receipts::all(folder, most)?)?;
        told.class("receipts", &class);
    }
    if named("golden") {
        let mut all = golden::all(&folder)?;
        if arguments.quick {
            all.truncate(1);
        }
        let (class, counts) = bench.golden(&folder, &all)?;
        told.class("golden", &class);
        told.golden(&all, &counts);
    }
    println!("{}", told.report(bench.rapid_memory()));
    Ok(())
}
