//! Prints how well made documents are understood, at four levels of noise.
//!
//! `measure_sense [known|held-out] [seed] [documents of each layout] [misses]`

use chartkey_worker::bench::{
    self, Layouts,
    measure::{Figures, measure},
    noise::Noise,
};

fn main() {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let layouts = if said.first().is_some_and(|word| word == "held-out") { Layouts::HeldOut } else { Layouts::Known };
    let number = |place: usize, usual: u64| said.get(place).and_then(|word| word.parse().ok()).unwrap_or(usual);
    let (seed, each, misses) = (number(1, 1), number(2, 10) as usize, number(3, 0) as usize);
    let documents = bench::make(seed, layouts, each);
    println!("{} documents, {layouts:?} layouts, seed {seed}", documents.len());
    for (name, noise) in
        [("none", Noise::NONE), ("light", Noise::LIGHT), ("middle", Noise::MIDDLE), ("heavy", Noise::HEAVY)]
    {
        let begun = std::time::Instant::now();
        let figures = measure(&documents, noise, seed);
        let each = begun.elapsed().as_secs_f64() * 1000.0 / documents.len().max(1) as f64;
        println!(
            "\nnoise {name} ({:.1} % of letters, {:.1} % of words), {each:.1} ms a document",
            noise.letters, noise.words
        );
        print(&figures);
        figures.misses.iter().take(misses).for_each(|miss| println!("  miss {miss}"));
    }
}

fn print(figures: &Figures) {
    let all = figures.all_fields();
    println!("  kind accuracy      {:.3}", figures.kind_accuracy());
    println!("  fields             F1 {:.3}  precision {:.3}  recall {:.3}", all.f1(), all.precision(), all.recall());
    for (name, count) in &figures.fields {
        println!("    {name:<19}F1 {:.3}  of {}", count.f1(), count.right + count.missed);
    }
    println!("  table cells        F1 {:.3}  of {}", figures.cells.f1(), figures.cells.right + figures.cells.missed);
    let checks = figures.all_checks();
    println!(
        "  checks             precision {:.3}  recall {:.3}  planted {}",
        checks.precision(),
        checks.recall(),
        checks.right + checks.missed
    );
    for (what, count) in &figures.checks {
        println!(
            "    {:<19}found {} of {}, {} false",
            what.name(),
            count.right,
            count.right + count.missed,
            count.wrong
        );
    }
    let part = |(some, all): (usize, usize)| some as f64 / all.max(1) as f64;
    println!("  grounded fields    {:.3} of {}", part(figures.grounded), figures.grounded.1);
    println!("  grounded sentences {:.3} of {}", part(figures.statements), figures.statements.1);
    let sure: Vec<String> = figures
        .sure
        .iter()
        .enumerate()
        .filter(|(_, (all, _))| *all > 0)
        .map(|(tenth, (all, right))| format!("{:.1}: {:.2} of {all}", tenth as f64 / 10.0, *right as f64 / *all as f64))
        .collect();
    println!("  right where so sure {}", sure.join(", "));
}
