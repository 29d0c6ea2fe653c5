//! How long a person waits for a record: added once, and opened again and again, end to end, sign-in done.
//!
//! Every opening asks the chain, fetches key and blob through the door, checks and opens; nothing is remembered in
//! between.

use super::report::{Figures, Target, percentile, progress};
use crate::clinic::{Clinic, add, give, open, scan};
use anyhow::{Result, ensure};
use chartkey_flows::Person;
use chartkey_vocabulary::{DAY, Kind, Purpose, RecordId};
use std::time::Instant;

/// Below this nobody calls it waiting.
const OPENING: Target = Target::AtMost(300.0);
const MEGABYTE: usize = 1_000_000;

/// A patient opens her own record, and a doctor who holds a key to it does.
pub async fn measure(clinic: &Clinic, times: usize, figures: &mut Figures) -> Result<()> {
    let (ada, lin) = (clinic.patient("Ada").await?, clinic.doctor("Lin").await?);
    let content = scan("a record of a megabyte", MEGABYTE);
    progress("Adding a record of 1 MB");
    let began = Instant::now();
    let record = add(&ada, ada.account(), Kind::XRay, &content).await?;
    figures.tell("adding 1 MB until it is final", began.elapsed().as_secs_f64(), "s");
    give(&ada, &lin, Purpose::Treatment, 30 * DAY).await?;
    for (who, label) in [(&ada, "its owner"), (&lin, "a doctor")] {
        progress(format_args!("Opening it {times} times, by {label}"));
        let took = openings(who, record, &content, times).await?;
        figures.tell(format!("opening 1 MB by {label}, p50"), percentile(&took, 0.5), "ms");
        figures.hold(format!("opening 1 MB by {label}, p95"), percentile(&took, 0.95), "ms", OPENING);
    }
    Ok(())
}

async fn openings(who: &Person, record: RecordId, content: &[u8], times: usize) -> Result<Vec<f64>> {
    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        let began = Instant::now();
        let opened = open(who, record, Purpose::Treatment).await?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        ensure!(opened == content, "what was opened is not what was added");
    }
    took.sort_by(f64::total_cmp);
    Ok(took)
}
