//! Measures natively and prints one JSON object, figures by name.
//!
//! `speed MEBIBYTES ROUNDS` seals and opens beside age; `memory MEGABYTES FOLDER` seals a file of that size and opens
//! it again, a few mebibytes at a time, and tells the most memory that took.

mod memory;
mod speed;

use std::{env, error::Error, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let figures = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["speed", mebibytes, rounds] => speed::measure(mebibytes.parse()?, rounds.parse()?).to_vec(),
        ["memory", megabytes, folder] => memory::measure(megabytes.parse()?, Path::new(folder))?.to_vec(),
        _ => return Err("usage: speed MEBIBYTES ROUNDS | memory MEGABYTES FOLDER".into()),
    };
    let lines: Vec<_> = figures.iter().map(|(name, value)| format!(r#""{name}":{value:.3}"#)).collect();
    println!("{{{}}}", lines.join(","));
    Ok(())
}
