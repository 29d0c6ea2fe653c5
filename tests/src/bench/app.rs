//! What the app costs whoever opens it.

use super::report::{Figures, Target, percentile, progress};
use crate::day::Day;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;

/// So often the first screen is loaded.
pub const FULL: usize = 9;
/// Once, to see that it works.
pub const QUICK: usize = 1;

/// What `tests/browser/measure.mjs` found.
#[derive(Deserialize)]
struct Found {
    /// Bytes that crossed the line until the first screen could be used.
    first: f64,
    /// Bytes of everything a visit to every page loads.
    all: f64,
    /// Milliseconds until somebody could press its button, on a line of 10 Mbit/s.
    usable: Vec<f64>,
    /// The same when the browser has been here before.
    again: Vec<f64>,
    /// Lighthouse's scores, of a hundred, by form and category.
    scores: BTreeMap<String, BTreeMap<String, f64>>,
}

/// Everything.
pub async fn measure(rounds: usize, figures: &mut Figures) -> Result<()> {
    let day = Day::begin().await?;
    progress("The first screen, on a line of 10 Mbit/s, and Lighthouse");
    let output = day.program("measure.mjs")?.arg(rounds.to_string()).stderr(std::process::Stdio::inherit()).output();
    let output = output.context("Node is needed to measure the app, and cannot be started")?;
    ensure!(output.status.success(), "the app was not measured: {}", output.status);
    let mut found: Found = serde_json::from_slice(&output.stdout).context("measure.mjs answers in another shape")?;

    figures.hold("first screen, packed", found.first / 1000.0, "KB", Target::AtMost(600.0));
    figures.hold("everything, packed", found.all / 1000.0, "KB", Target::AtMost(1100.0));
    for times in [&mut found.usable, &mut found.again] {
        times.sort_by(f64::total_cmp);
    }
    figures.hold("usable at 10 Mbit/s, p50", percentile(&found.usable, 0.5), "ms", Target::Below(2000.0));
    figures.tell("usable at 10 Mbit/s, slowest", percentile(&found.usable, 1.0), "ms");
    figures.tell("usable when it was here before, p50", percentile(&found.again, 0.5), "ms");
    for (form, scores) in &found.scores {
        for (category, score) in scores {
            let least = match category.as_str() {
                "accessibility" => 100.0,
                "best-practices" => 95.0,
                _ => 90.0,
            };
            figures.hold(format!("Lighthouse, {form}, {category}"), *score, "of 100", Target::AtLeast(least));
        }
    }
    Ok(())
}
