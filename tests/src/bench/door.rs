//! How fast sealed bytes leave through the door, beside nginx handing the same file to anybody.
//!
//! Before its first byte the door knows who asks, has the chain decide and the log say so, and it checks every block it
//! reads; nginx hands a file to the kernel. Both serve the same reader over loopback.

mod ear;
mod nginx;

use super::report::{Figures, progress};
use crate::clinic::{Clinic, add, open, scan};
use anyhow::{Context, Result, ensure};
use chartkey_vocabulary::{Kind, Purpose};
use ear::Ear;
use futures::{StreamExt, TryStreamExt, stream};
use nginx::Nginx;
use reqwest::RequestBuilder;
use std::{sync::Arc, time::Instant};

/// A size, how many read at once, and how often each reads.
pub type Round = (usize, usize, usize);

/// A record and a study, by one and by many.
pub const FULL: [Round; 4] = [(1_000_000, 1, 200), (1_000_000, 16, 50), (64_000_000, 1, 12), (64_000_000, 4, 4)];
/// The same with little patience.
pub const QUICK: [Round; 4] = [(1_000_000, 1, 20), (1_000_000, 16, 4), (16_000_000, 1, 3), (16_000_000, 4, 1)];

/// Everything, or the door alone where there is no nginx.
pub async fn measure(clinic: &Clinic, rounds: &[Round], figures: &mut Figures) -> Result<()> {
    let ear = Arc::new(Ear::new()?);
    let ben = clinic.patient_through("Ben", ear.clone()).await?;
    let nginx = Nginx::start().await?;
    if nginx.is_none() {
        figures.say("the door beside nginx", "left out: there is no nginx");
    }
    let client = reqwest::Client::new();
    for (size, readers, times) in rounds {
        let label = format!("{} MB to {readers} at once", size / 1_000_000);
        progress(format_args!("Out of the door: {label}"));
        let record = add(&ben, ben.account(), Kind::Mri, &scan("a study", *size)).await?;
        open(&ben, record, Purpose::Treatment).await?;
        let (url, bearer) = ear.heard().context("no blob was asked for")?;
        let door = client.get(url).header("authorization", bearer);
        let blob = whole(&door).await?;
        let ours = speed(&door, blob.len(), *readers, *times).await?;
        figures.tell(format!("door, {label}"), ours, "MB/s");
        let Some(nginx) = &nginx else { continue };
        let file = client.get(nginx.serve(&blob)?);
        ensure!(whole(&file).await? == blob, "nginx serves another file");
        let theirs = speed(&file, blob.len(), *readers, *times).await?;
        figures.tell(format!("nginx, {label}"), theirs, "MB/s");
        figures.tell(format!("door to nginx, {label}"), ours / theirs, "ratio");
    }
    Ok(())
}

async fn whole(request: &RequestBuilder) -> Result<Vec<u8>> {
    Ok(again(request)?.send().await?.error_for_status()?.bytes().await?.to_vec())
}

/// Everybody reads again and again, at once.
async fn speed(request: &RequestBuilder, size: usize, readers: usize, times: usize) -> Result<f64> {
    let began = Instant::now();
    stream::iter(0..readers)
        .map(async |_| {
            for _ in 0..times {
                let mut answer = again(request)?.send().await?.error_for_status()?;
                let mut came = 0;
                while let Some(bytes) = answer.chunk().await? {
                    came += bytes.len();
                }
                ensure!(came == size, "{came} bytes came instead of {size}");
            }
            Ok(())
        })
        .buffer_unordered(readers)
        .try_collect::<()>()
        .await?;
    Ok((size * readers * times) as f64 / 1e6 / began.elapsed().as_secs_f64())
}

fn again(request: &RequestBuilder) -> Result<RequestBuilder> {
    request.try_clone().context("a request without a body can be made again")
}
