//! How long the check of each hostile file takes, and the most memory that a process of its own needed for it.
//!
//! `cargo run --release -p chartkey-flows --example intake_speed`

use chartkey_flows::intake;
use std::{
    env,
    error::Error,
    fs::{self, File},
    process::{self, Command},
    time::Instant,
};

#[path = "../src/intake/hostile/mod.rs"]
mod hostile;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    if let [_, path, name] = &arguments[..] {
        return one(path, name);
    }
    let path = env::temp_dir().join(format!("intake-speed-{}", process::id()));
    println!("{:>12} {:>9} {:>9}  file: refused because", "bytes", "ms", "KiB");
    for hostile in hostile::all() {
        fs::write(&path, &hostile.content)?;
        // A zero cannot be an argument; the name is checked before anything is read.
        let name = hostile.name.replace('\0', "\u{1}");
        let child = Command::new(env::current_exe()?).arg(&path).arg(name).output()?;
        print!("{:>12} {}", hostile.content.len(), String::from_utf8_lossy(&child.stdout));
        println!("  {}: {}", hostile.what, hostile.refused);
    }
    Ok(fs::remove_file(path)?)
}

/// Checks one file and prints the time and the peak of resident memory, as Linux tells it.
fn one(path: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let mut file = File::open(path)?;
    let begun = Instant::now();
    let refused = intake::inspect(name, &mut file).is_err();
    let took = begun.elapsed().as_secs_f64() * 1_000.0;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?");
    print!("{took:>9.2} {:>9}", peak.trim().trim_end_matches(" kB"));
    if refused { Ok(()) } else { Err("a hostile file was taken".into()) }
}
