//! The one shape in which every bench of the project answers.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::{env, fs, thread::available_parallelism};

/// What a figure is held against.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// At least this much.
    AtLeast(f64),
    /// At most this much.
    AtMost(f64),
    /// Less than this.
    Below(f64),
}

impl Target {
    fn holds(self, value: f64) -> bool {
        match self {
            Self::AtLeast(least) => value >= least,
            Self::AtMost(most) => value <= most,
            Self::Below(most) => value < most,
        }
    }

    fn words(self) -> String {
        match self {
            Self::AtLeast(least) => format!(">= {least}"),
            Self::AtMost(most) => format!("<= {most}"),
            Self::Below(most) => format!("< {most}"),
        }
    }
}

/// The figures of one bench, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Figures(Vec<Value>);

impl Figures {
    /// Figures of which the first says whether the machine was the bench's own.
    pub fn begin() -> Self {
        let mut figures = Self::default();
        figures.tell("processes that wanted a core when it began (load average)", load_average(), "");
        figures
    }

    /// Notes a figure that is only told.
    pub fn tell(&mut self, name: impl Into<String>, value: f64, unit: &str) {
        self.note(name.into(), json!(rounded(value)), unit, None, None);
    }

    /// Notes in words what cannot be told in numbers.
    pub fn say(&mut self, name: impl Into<String>, words: impl Into<String>) {
        self.note(name.into(), json!(words.into()), "", None, None);
    }

    /// Notes a figure and whether it is what it should be.
    pub fn hold(&mut self, name: impl Into<String>, value: f64, unit: &str, target: Target) {
        let (words, holds) = (target.words(), target.holds(value));
        self.note(name.into(), json!(rounded(value)), unit, Some(words), Some(holds));
    }

    fn note(&mut self, name: String, value: Value, unit: &str, target: Option<String>, holds: Option<bool>) {
        eprintln!("  {name}: {value} {unit}");
        self.0.push(json!({ "name": name, "value": value, "unit": unit, "target": target, "holds": holds }));
    }

    /// The whole answer.
    pub fn report(self, bench: &str) -> Value {
        json!({ "bench": bench, "machine": machine(), "figures": self.0 })
    }
}

/// Says what is being done, where it is no part of the answer.
pub fn progress(what: impl std::fmt::Display) {
    eprintln!("· {what}");
}

/// Whether all is done with a small part of the load, to see that it works: the one word the programs know.
pub fn quick() -> Result<bool> {
    match env::args().nth(1).as_deref() {
        None => Ok(false),
        Some("--quick") => Ok(true),
        Some(other) => bail!("`{other}` is not known; there is --quick"),
    }
}

/// The value below which `share` of the sorted values lie.
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// Three digits after the point are more than any clock here is good for.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// What the figures were measured on. The load beside the bench is told as well: figures taken while something else
/// was compiled are worth nothing.
fn machine() -> Value {
    let read = |file: &str| fs::read_to_string(file).unwrap_or_default();
    let (cpu, memory) = (read("/proc/cpuinfo"), read("/proc/meminfo"));
    let line = |text: &str, name: &str| {
        let found = text.lines().find(|line| line.starts_with(name));
        found.and_then(|line| line.split_once(':')).map_or_else(String::new, |(_, value)| value.trim().to_owned())
    };
    let kib: u64 = line(&memory, "MemTotal").trim_end_matches(" kB").parse().unwrap_or(0);
    json!({
        "cpu": line(&cpu, "model name"),
        "cores": available_parallelism().map_or(0, usize::from),
        "memory_mib": kib / 1024,
        "kernel": read("/proc/sys/kernel/osrelease").trim(),
    })
}

/// How many processes wanted a core in the last minute, so that a reader knows whether the machine was the bench's own.
fn load_average() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_says_whether_it_holds() {
        let mut figures = Figures::default();
        figures.hold("grants", 599.0, "/s", Target::AtLeast(600.0));
        figures.hold("finality", 5.9994, "s", Target::Below(6.0));
        figures.tell("fee", 0.5, "KEY");
        figures.hold("opening", 300.0, "ms", Target::AtMost(300.0));
        let report = figures.report("chain");
        assert_eq!(report["figures"][0]["holds"], false);
        assert_eq!(report["figures"][0]["target"], ">= 600");
        assert_eq!(report["figures"][1]["holds"], true);
        assert_eq!(report["figures"][1]["value"], 5.999);
        assert!(report["figures"][2]["holds"].is_null());
        assert_eq!((&report["figures"][3]["target"], &report["figures"][3]["holds"]), (&json!("<= 300"), &json!(true)));
        assert!(report["machine"]["cores"].as_u64().is_some_and(|cores| cores > 0));
    }

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let values: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!((percentile(&values, 0.5), percentile(&values, 0.95)), (50.0, 95.0));
        assert_eq!(percentile(&[7.0], 0.95), 7.0);
        assert!(percentile(&[], 0.5).is_nan());
    }
}
