//! Measures how images are read, on pictures whose labels are known: `splits.csv` and what it names.
//!
//! `./dev bench images` runs it. `--only` takes one part of it; `--quick` few pictures, to see that it works.

mod judge;
mod merit;
mod pointing;
mod rows;
mod spoil;
mod tell;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use chartkey_worker::bench::cost;
use chartkey_worker::imaging::{Imaging, prepare::Small, quality::Measures};
use chartkey_worker::{Confined, abreast::abreast, admit, confine, desk::Desk, model};
use clap::{Parser, ValueEnum};

use rows::{Row, Seen, thinned};
use tell::Figures;

/// One side of a picture's quality.
type Side = fn(&Measures) -> f32;

#[derive(Parser)]
struct Arguments {
    /// The folder with `splits.csv`.
    #[arg(long, env = "CHARTKEY_IMAGES")]
    data: PathBuf,
    /// Which split: of the table's, or `aside`, the people that training sets aside.
    #[arg(long, default_value = "test")]
    split: String,
    /// A folder of scanned pages, which are no pictures of bodies.
    #[arg(long)]
    pages: Option<PathBuf>,
    /// Only this part.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// A tenth of the pictures.
    #[arg(long)]
    quick: bool,
    /// One JSON object, in the shape of all benches.
    #[arg(long)]
    json: bool,
    /// Writes each picture's probabilities to this file, to hold them against another program's.
    #[arg(long)]
    outputs: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Models, gate, refusal.
    Models,
    /// Where maps point.
    Maps,
    /// Spoiled pictures.
    Spoiled,
    /// What is measured of quality: the values below which 1, 5, 50, 95 and 99 of 100 pictures lie.
    Quality,
    /// Seconds and memory.
    Speed,
}

fn main() -> anyhow::Result<()> {
    confine::serve(admit::task);
    let arguments = Arguments::parse();
    let mut figures = Figures::default();
    let imaging = Imaging::open()?;
    let most = if arguments.quick { 12 } else { usize::MAX };
    let all = thinned(rows::rows(&arguments.data, &arguments.split)?, most);
    let wanted = |part: Part| arguments.only.is_none_or(|only| only == part);
    if wanted(Part::Models) {
        models(&mut figures, &imaging, &all, &arguments)?;
    }
    if wanted(Part::Maps) {
        maps(&mut figures, &imaging, &all, if arguments.quick { 4 } else { 60 })?;
    }
    if wanted(Part::Spoiled) {
        spoiled(&mut figures, &imaging, &all, if arguments.quick { 4 } else { 25 })?;
    }
    if wanted(Part::Quality) {
        quality(&mut figures, &all)?;
    }
    if wanted(Part::Speed) {
        speed(&mut figures, &all, if arguments.quick { 4 } else { 30 })?;
    }
    if arguments.json {
        println!("{}", figures.report())
    } else {
        print!("{}", figures.table())
    }
    Ok(())
}

fn of_task(all: &[Row], task: &str) -> Vec<Row> {
    all.iter().filter(|row| row.task == task).cloned().collect()
}

fn models(figures: &mut Figures, imaging: &Imaging, all: &[Row], arguments: &Arguments) -> anyhow::Result<()> {
    let seen = rows::see_all(imaging, all, "models")?;
    if let Some(file) = &arguments.outputs {
        std::fs::write(file, outputs(&seen, &arguments.data))?;
    }
    for (name, task, model) in
        [("chest", "chest", "chest"), ("brain", "brain", "brain"), ("brain, other collection", "brain-yesno", "brain")]
    {
        let (mine, card) =
            (apart(&seen, |row| row.task == task), &imaging.network(model).context("no such model")?.card);
        if !mine.is_empty() {
            judge::reader(figures, name, card, &mine);
        }
    }
    let once: Vec<PathBuf> = rows::unlike(&of_task(all, "brain-yesno"))?.into_iter().map(|row| row.path).collect();
    let mine = apart(&seen, |row| once.contains(&row.path));
    if !mine.is_empty() {
        let card = &imaging.network("brain").context("no such model")?.card;
        judge::reader(figures, "brain, other collection, each once", card, &mine);
    }
    judge::gate(figures, imaging, &seen);
    judge::sources(figures, imaging, &seen);
    judge::whole(figures, &seen);
    let sorted: Vec<_> = seen.iter().map(|seen| seen.kind.sorted()).collect();
    judge::sorted(figures, "pictures of bodies", &sorted);
    if let Some(folder) = &arguments.pages {
        let pages = pages(folder)?;
        let sorted = pages.iter().map(|page| Ok(imaging.sort(&rows::picture(page)?)?));
        judge::sorted(figures, "scanned pages", &sorted.collect::<anyhow::Result<Vec<_>>>()?);
    }
    Ok(())
}

fn apart(seen: &[Seen], holds: impl Fn(&Row) -> bool) -> Vec<Seen> {
    seen.iter().filter(|seen| holds(&seen.row)).cloned().collect()
}

fn pages(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let files = std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = files.map(|file| Ok(file?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    Ok(files)
}

/// A line for each picture: its path, then what each model makes of it.
fn outputs(seen: &[Seen], data: &Path) -> String {
    let line = |seen: &Seen| {
        let path = seen.row.path.strip_prefix(data).unwrap_or(&seen.row.path);
        let asked = seen.asked.as_ref().map(|answer| (answer.model.as_str(), answer.probabilities.as_slice()));
        format!(
            "{}\n",
            serde_json::json!({ "path": path, "atlas": seen.kind.classes, "distance": seen.kind.distance, "asked": asked })
        )
    };
    seen.iter().map(line).collect()
}

fn maps(figures: &mut Figures, imaging: &Imaging, all: &[Row], most: usize) -> anyhow::Result<()> {
    for (task, healthy) in [("chest", "normal"), ("brain", "none")] {
        let mine = thinned(of_task(all, task), most);
        let (well, sick): (Vec<Row>, Vec<Row>) = mine.into_iter().partition(|row| row.label == healthy);
        let found = pointing::point(imaging, &well, 3)?;
        let of = |count: usize| format!("{count} of {}", found.noticed);
        figures.say(
            &format!("map of {task}: lesions put in that double the odds of sick"),
            format!("{} of {}", found.noticed, found.lesions),
        );
        figures.say(&format!("map of {task}: its strongest place lies in the lesion"), of(found.hits));
        figures.say(&format!("map of {task}: its region holds the lesion's middle"), of(found.held));
        figures.tell(&format!("map of {task}: part of the picture a lesion covers"), found.covered, "");
        figures.tell(&format!("map of {task}: part of the picture a region covers"), found.region, "");
        let found = pointing::delete(imaging, &sick)?;
        figures.say(
            &format!("map of {task}: probability of sick before, without the hottest fifth, without another fifth"),
            format!("{:.3}, {:.3}, {:.3} ({} pictures)", found.before, found.hottest, found.elsewhere, found.pictures),
        );
    }
    Ok(())
}

fn spoiled(figures: &mut Figures, imaging: &Imaging, all: &[Row], most: usize) -> anyhow::Result<()> {
    for task in ["chest", "brain"] {
        let mine = thinned(of_task(all, task), most);
        let card = &imaging.network(task).context("no such model")?.card;
        for (name, spoil) in spoil::SPOILS {
            let seen = mine.iter().map(|row| rows::see(imaging, row, &spoil(&rows::picture(&row.path)?)));
            judge::spoiled(figures, &format!("{task}, {name}"), card, &seen.collect::<anyhow::Result<Vec<_>>>()?);
        }
    }
    Ok(())
}

fn quality(figures: &mut Figures, all: &[Row]) -> anyhow::Result<()> {
    for task in ["chest", "brain", "atlas"] {
        let mine = of_task(all, task);
        let measures = mine.iter().map(rows::measures).collect::<anyhow::Result<Vec<Measures>>>()?;
        let sides: [(&str, Side); 7] = [
            ("shorter side", |of| of.side as f32),
            ("shape", |of| of.shape),
            ("sharpness", |of| of.sharpness),
            ("contrast", |of| of.contrast),
            ("brightness", |of| of.brightness),
            ("burnt", |of| of.burnt),
            ("filled", |of| of.filled),
        ];
        for (name, side) in sides {
            let mut values: Vec<f32> = measures.iter().map(side).collect();
            values.sort_by(f32::total_cmp);
            let rank = |part: f64| values.get(((values.len() as f64 - 1.0).max(0.0) * part).round() as usize).copied();
            let shown = [0.005, 0.01, 0.05, 0.5, 0.95, 0.99, 0.995]
                .map(|part| format!("{:.4}", rank(part).unwrap_or(f32::NAN)));
            figures.say(&format!("{task}: {name}"), shown.join(" "));
        }
    }
    Ok(())
}

fn speed(figures: &mut Figures, all: &[Row], most: usize) -> anyhow::Result<()> {
    let start = Instant::now();
    let desk = Desk::open(Confined::this_program()?, model::folder(), "eng".into())?;
    figures.tell("opening the models", start.elapsed().as_secs_f64(), "s");
    let mine: Vec<Row> =
        thinned(of_task(all, "chest"), most).into_iter().chain(thinned(of_task(all, "brain"), most)).collect();
    let (mut whole, mut models, mut busy) = (Vec::new(), Vec::new(), Vec::new());
    for row in &mine {
        let file = std::fs::read(&row.path)?;
        let start = Instant::now();
        desk.read(&file, &mut |_, _| {})?;
        whole.push(start.elapsed().as_secs_f64());
        let picture = rows::picture(&row.path)?;
        let (start, began) = (Instant::now(), tell::busy());
        desk.imaging().look(&picture, None)?;
        models.push(start.elapsed().as_secs_f64());
        busy.push(tell::busy() - began);
    }
    for (name, mut times) in [
        ("an image from file to answer, confined decoding included", whole),
        ("an image, decoded", models),
        ("an image, decoded, processor time", busy),
    ] {
        times.sort_by(f64::total_cmp);
        let rank = |part: f64| times[((times.len() as f64 - 1.0) * part) as usize] * 1000.0;
        figures.tell(&format!("{name}: median"), rank(0.5), "ms");
        figures.tell(&format!("{name}: 95 of 100 under"), rank(0.95), "ms");
    }
    let small = Small::of(&rows::picture(&mine.first().context("no picture")?.path)?);
    for network in desk.imaging().networks() {
        let mut times: Vec<f64> = (0..most)
            .map(|_| {
                let began = tell::busy();
                network.run(&small).map(|_| tell::busy() - began)
            })
            .collect::<Result<_, _>>()?;
        times.sort_by(f64::total_cmp);
        figures.tell(
            &format!("{} alone, median of processor time", network.card.name),
            times[times.len() / 2] * 1000.0,
            "ms",
        );
    }
    together(figures, &desk, &mine)?;
    figures.tell("most memory held", cost::peak(), "MB");
    Ok(())
}

/// A batch of files: one after the other, and abreast.
fn together(figures: &mut Figures, desk: &Desk, rows: &[Row]) -> anyhow::Result<()> {
    let files: Vec<Vec<u8>> = rows.iter().map(|row| std::fs::read(&row.path)).collect::<Result<_, _>>()?;
    let timed = |most: usize| -> anyhow::Result<f64> {
        let (start, mut read) = (Instant::now(), Vec::new());
        abreast(files.len(), most, |at| desk.read(&files[at], &mut |_, _| {}), |outcome| read.push(outcome));
        read.into_iter().collect::<Result<Vec<_>, _>>()?;
        Ok(start.elapsed().as_secs_f64())
    };
    let (alone, abreast) = (timed(1)?, timed(usize::MAX)?);
    figures.tell("a batch from files to answers", files.len() as f64 * 60.0 / abreast, "images a minute");
    figures.tell("a batch: times as fast as one after the other", alone / abreast, "");
    Ok(())
}
