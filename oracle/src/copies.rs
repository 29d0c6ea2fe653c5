//! Copies of blobs at other houses: what a replica did not copy is made up for. What it did not let go of stays on the
//! janitor's list, which outlives the process (`door/janitor.rs`).

use chartkey_store::{Behind, Replicated, StoreError};
use chartkey_vocabulary::{HOUR, MINUTE};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio_util::sync::CancellationToken;

/// How often what failed is tried again.
const RETRY: Duration = Duration::from_secs(MINUTE);
/// How often all blobs are compared; a crash forgets what was still to be copied.
const COMPARE: Duration = Duration::from_secs(6 * HOUR);
/// Blobs compared at once.
const PAGE: usize = 500;
/// What is remembered of copies that failed; the next comparison finds the rest.
const REMEMBERED: usize = 10_000;

/// Makes up for copies that replicas missed, until told to stop.
pub async fn run(store: Arc<Replicated>, stop: CancellationToken) {
    let work = async {
        let mut compared: Option<Instant> = None;
        let mut open: Vec<Behind> = Vec::new();
        loop {
            if compared.is_none_or(|last| last.elapsed() >= COMPARE) {
                compared = Some(Instant::now());
                if let Err(error) = compare(&store, &mut open).await {
                    tracing::warn!(%error, "copies could not be compared");
                }
            }
            open.extend(store.take_behind());
            let mut left = Vec::new();
            for behind in open.drain(..) {
                if let Err(error) = store.retry(&behind).await {
                    tracing::warn!(replica = behind.replica, %error, "a copy waits");
                    left.push(behind);
                }
            }
            left.truncate(REMEMBERED);
            open = left;
            tokio::time::sleep(RETRY).await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => {}
        () = work => {}
    }
}

async fn compare(store: &Replicated, open: &mut Vec<Behind>) -> Result<(), StoreError> {
    let mut after = None;
    while open.len() < REMEMBERED {
        let (lagging, last) = store.lagging(after.as_ref(), PAGE).await?;
        open.extend(lagging);
        if last.is_none() {
            break;
        }
        after = last;
    }
    Ok(())
}
