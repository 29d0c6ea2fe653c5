//! Learns what words say about clinical notes: `train_notes DATA OUT` reads `DATA/text/transcriptions.csv` and writes the
//! weights. The same notes give the same file.

use anyhow::Context;
use chartkey_worker::{
    bench::texts,
    notes::{
        About, Model,
        learn::{Sorted, Way, learn},
    },
};
use std::path::Path;

fn main() -> anyhow::Result<()> {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let [data, out] = &said[..] else { anyhow::bail!("train_notes DATA OUT") };
    let rows = texts::read(Path::new(data))?;
    let of = |split: &str| -> Vec<Sorted> {
        rows.iter().filter(|row| row.split == split).map(|row| row.note.clone()).collect()
    };
    let (learning, choosing) = (of("train"), of("val"));
    let mut model = learn(&learning, Way::default());
    // The notes kept for choosing say how far what the model says may be believed.
    let sharpness = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.4, 1.7, 2.0, 2.5, 3.0];
    let best = sharpness.into_iter().map(|sharpness| {
        model.sharpen(sharpness);
        (sharpness, surprise(&model, &choosing))
    });
    let (best, surprise) = best.min_by(|a, b| a.1.total_cmp(&b.1)).context("no notes to choose by")?;
    model.sharpen(best);
    std::fs::write(out, model.written())?;
    println!(
        "{} notes learned, sharpness {best}, {surprise:.4} bits a class on {} others",
        learning.len(),
        choosing.len()
    );
    Ok(())
}

/// How many bits the truth about specialties is away from what the model says, for each note and class.
fn surprise(model: &Model, notes: &[Sorted]) -> f64 {
    let (mut bits, mut count) = (0.0, 0);
    for note in notes.iter().filter(|note| !note.specialties.is_empty()) {
        for opinion in model.opinions(&note.text, About::Specialty) {
            let sure = f64::from(opinion.sure).clamp(1e-6, 1.0 - 1e-6);
            bits -= if note.specialties.contains(&opinion.class) { sure.log2() } else { (1.0 - sure).log2() };
            count += 1;
        }
    }
    bits / f64::from(count.max(1))
}
