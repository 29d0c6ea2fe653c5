//! `./dev bench images` runs it too: how long tract takes for each network that reads words or pictures, and, where
//! `ORT_DYLIB_PATH` names a library, how long ONNX Runtime takes, turn by turn in the same run and in one thread each, and
//! by how much their answers differ at most.
//!
//! `measure_models [folder with the networks] [turns]`

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
use chartkey_worker::engines::ppocr::FILES;
use chartkey_worker::imaging::card;
use chartkey_worker::model::{self, File, Model, Numbers, Tract};
use serde_json::{Value, json};

/// Which network of PP-OCR on inputs of which sizes: a page, a line's direction, lines of three lengths.
const RUNS: [(usize, [usize; 4]); 5] =
    [(0, [1, 3, 1600, 1120]), (1, [1, 3, 48, 192]), (2, [1, 3, 48, 320]), (2, [1, 3, 48, 640]), (2, [1, 3, 48, 960])];
/// Tract may take so many times as long for a picture.
const MOST_TIMES: f64 = 2.0;

fn main() -> anyhow::Result<()> {
    let mut said = std::env::args().skip(1);
    let folder = said.next().map_or_else(|| model::folder().join("ppocr-v6"), PathBuf::from);
    let turns: usize = said.next().map_or(Ok(9), |turns| turns.parse()).context("turns is a number")?;
    let mut figures = Vec::new();
    for (file, shape) in RUNS {
        figures.extend(compared(&File::read(&folder.join(FILES[file]))?, &shape, turns, None)?);
    }
    for (card, file) in card::carried()? {
        figures.extend(compared(&file, &card.input, turns, Some(MOST_TIMES))?);
    }
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let machine = json!({ "threads": 1, "load": load.split(' ').next() });
    println!("{}", json!({ "bench": "models", "machine": machine, "figures": figures }));
    Ok(())
}

/// Time of both, the least of some turns, and by how much they differ.
fn compared(file: &File, shape: &[usize], turns: usize, most: Option<f64>) -> anyhow::Result<Vec<Value>> {
    let input = [input(shape)];
    let (tract, other) = (Tract::open(file)?, other(file)?);
    // The first run of a shape makes its plan.
    let ours = tract.run(&input)?;
    let theirs = other.as_ref().map(|other| other.run(&input)).transpose()?;
    let (mut least, mut least_other) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..turns {
        least = least.min(seconds(&tract, &input)?);
        if let Some(other) = &other {
            least_other = least_other.min(seconds(other.as_ref(), &input)?);
        }
    }
    let name = format!("{} {}x{}", file.name, shape[2], shape[3]);
    let rounded = |value: f64| (value * 100.0).round() / 100.0;
    let told = |what: &str, value: f64, unit: &str| json!({ "name": format!("{name}: {what}"), "value": value, "unit": unit, "target": null, "holds": null });
    let mut figures = vec![told("tract", rounded(least * 1e3), "ms")];
    if let Some(theirs) = theirs {
        let times = least / least_other;
        let mut ratio = told("tract to ONNX Runtime", rounded(times), "times");
        if let Some(most) = most {
            ratio["target"] = json!(format!("<= {most}"));
            ratio["holds"] = json!(times <= most);
        }
        figures.extend([told("ONNX Runtime", rounded(least_other * 1e3), "ms"), ratio]);
        figures.push(told("answers differ by at most", f64::from(apart(&ours, &theirs)), ""));
    }
    Ok(figures)
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
