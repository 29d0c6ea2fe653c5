//! Measures the networks that read words and pictures: how long tract takes to make a plan and to run it, and, where this program was
//! built with the feature `ort` and `ORT_DYLIB_PATH` names a library, how long ONNX Runtime takes, turn by turn in the same
//! run, and by how much their answers differ at most.
//!
//! `measure_models [folder with the networks] [turns]`

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
use chartkey_worker::engines::ppocr::FILES;
use chartkey_worker::imaging::card;
use chartkey_worker::model::{self, File, Model, Numbers, Tract};

/// Which network of PP-OCR on inputs of which sizes: a page, a line's direction, lines of three lengths.
const RUNS: [(usize, [usize; 4]); 5] =
    [(0, [1, 3, 1600, 1120]), (1, [1, 3, 48, 192]), (2, [1, 3, 48, 320]), (2, [1, 3, 48, 640]), (2, [1, 3, 48, 960])];

fn main() -> anyhow::Result<()> {
    let mut said = std::env::args().skip(1);
    let folder = said.next().map_or_else(|| model::folder().join("ppocr-v6"), PathBuf::from);
    let turns: usize = said.next().map_or(Ok(5), |turns| turns.parse()).context("turns is a number")?;
    println!("least of {turns} turns, in milliseconds; the plan is made once for each size");
    for (file, shape) in RUNS {
        compare(&File::read(&folder.join(FILES[file]))?, &shape, turns)?;
    }
    for (card, file) in card::carried()? {
        compare(&file, &card.input, turns)?;
    }
    Ok(())
}

fn compare(file: &File, shape: &[usize], turns: usize) -> anyhow::Result<()> {
    let input = [input(shape)];
    let tract = Tract::open(file)?;
    let other = other(file)?;
    let begun = Instant::now();
    let ours = tract.run(&input)?;
    let first = begun.elapsed().as_secs_f64();
    let theirs = other.as_ref().map(|other| other.run(&input)).transpose()?;
    let (mut least, mut least_other) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..turns {
        least = least.min(seconds(&tract, &input)?);
        if let Some(other) = &other {
            least_other = least_other.min(seconds(other.as_ref(), &input)?);
        }
    }
    print!("{} {shape:?}: tract {:.1}, plan {:.0}", file.name, least * 1e3, (first - least) * 1e3);
    match theirs {
        Some(theirs) => {
            let apart = apart(&ours, &theirs);
            println!(", onnxruntime {:.1}, ratio {:.2}, apart {apart:.1e}", least_other * 1e3, least / least_other);
        }
        None => println!(),
    }
    Ok(())
}

/// Numbers between -1 and 1 that are the same on each run.
fn input(shape: &[usize]) -> Numbers {
    let values = (0..shape.iter().product::<usize>()).map(|at| (at * 7919 % 255) as f32 / 127.5 - 1.0);
    Numbers { shape: shape.to_vec(), values: values.collect() }
}

fn seconds(model: &dyn Model, input: &[Numbers]) -> anyhow::Result<f64> {
    let begun = Instant::now();
    model.run(input)?;
    Ok(begun.elapsed().as_secs_f64())
}

/// By how much two answers differ at most.
fn apart(ours: &[Numbers], theirs: &[Numbers]) -> f32 {
    let pairs = ours.iter().zip(theirs).flat_map(|(a, b)| a.values.iter().zip(&b.values));
    pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

#[cfg(feature = "ort")]
fn other(file: &File) -> anyhow::Result<Option<Box<dyn Model>>> {
    use chartkey_worker::model::ort;
    if ort::library().is_none() {
        return Ok(None);
    }
    Ok(Some(Box::new(ort::OnnxRuntime::open(file)?)))
}

#[cfg(not(feature = "ort"))]
fn other(_: &File) -> anyhow::Result<Option<Box<dyn Model>>> {
    Ok(None)
}
