//! What is understood of FHIR bundles, and what is kept: counts over a folder of them.
//!
//! `cargo run -p chartkey-flows --example bring_in -- FOLDER`

use chartkey_flows::{facts, intake};
use std::{collections::BTreeMap, env, error::Error, fs, io::Cursor, path::PathBuf, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("which folder?")?;
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<Result<_, Box<dyn Error>>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    // How many of each kind there are, and how many of them are kept.
    let mut kinds = BTreeMap::<String, (u32, u32)>::new();
    let mut lists = BTreeMap::<&str, usize>::new();
    let (mut drawn, mut slowest) = (0, 0.0_f64);
    for path in &files {
        let bytes = fs::read(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let checked = intake::inspect(&name, &mut Cursor::new(&bytes)).map_err(|why| format!("{name}: {why}"))?;
        let begun = Instant::now();
        let read = facts::read(checked.media_type, &bytes);
        slowest = slowest.max(begun.elapsed().as_secs_f64());
        if let Some(why) = read.brought.untaken {
            println!("{name}: nothing is taken: {why:?}");
        }
        let said: serde_json::Value = serde_json::from_slice(&bytes)?;
        for entry in said["entry"].as_array().into_iter().flatten() {
            kinds.entry(entry["resource"]["resourceType"].as_str().unwrap_or("?").to_owned()).or_default().0 += 1;
        }
        for (kind, count) in &read.brought.kept {
            kinds.entry(kind.clone()).or_default().1 += count;
        }
        drawn += read.results.iter().filter(|result| result.counted(0).is_some()).count();
        for (list, count) in [
            ("results", read.results.len()),
            ("conditions", read.conditions.len()),
            ("medicines", read.medicines.len()),
            ("allergies", read.allergies.len()),
            ("vaccinations", read.vaccinations.len()),
            ("procedures", read.procedures.len()),
        ] {
            *lists.entry(list).or_default() += count;
        }
    }
    println!("{} files, {} results drawn over time, slowest read {:.1} ms", files.len(), drawn, slowest * 1_000.0);
    println!("{:>24} {:>10} {:>6}", "kind", "understood", "kept");
    for (kind, (all, kept)) in &kinds {
        println!("{kind:>24} {:>10} {kept:>6}", all - kept);
    }
    for (list, count) in lists {
        println!("{list:>24} {count:>10} lines");
    }
    Ok(())
}
