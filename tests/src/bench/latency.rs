//! How long a person waits: from handing a transaction in until it is in a block, and until it is final.

use super::load::Batch;
use crate::stack::Node;
use anyhow::{Context, Result, bail};
use futures::future::try_join_all;
use serde_json::Value;
use std::time::{Duration, Instant};
use subxt::rpcs::{RpcClient, rpc_params};

/// Nobody waits longer than this.
const PATIENCE: Duration = Duration::from_secs(120);

/// Waiting times in seconds, sorted.
#[derive(Clone, Debug, Default)]
pub struct Waits {
    /// Until it was in a block.
    pub inclusion: Vec<f64>,
    /// Until it was final.
    pub finality: Vec<f64>,
}

/// Hands in the first transaction of each sender, one every `apart`, and watches what becomes of them.
pub async fn measure(node: &Node, batches: &[Batch], apart: Duration) -> Result<Waits> {
    let rpc = RpcClient::from_insecure_url(node.url()?).await?;
    let mut probes = Vec::new();
    for (place, batch) in batches.iter().enumerate() {
        let bytes = batch.transactions.first().context("a probe")?;
        let probe = probe(rpc.clone(), format!("0x{}", hex::encode(bytes)), apart * place as u32);
        probes.push(tokio::spawn(async { tokio::time::timeout(PATIENCE, probe).await? }));
    }
    let mut waits = Waits::default();
    for probe in try_join_all(probes).await? {
        let (inclusion, finality) = probe?;
        waits.inclusion.push(inclusion.as_secs_f64());
        waits.finality.push(finality.as_secs_f64());
    }
    waits.inclusion.sort_by(f64::total_cmp);
    waits.finality.sort_by(f64::total_cmp);
    Ok(waits)
}

async fn probe(rpc: RpcClient, bytes: String, after: Duration) -> Result<(Duration, Duration)> {
    tokio::time::sleep(after).await;
    let begun = Instant::now();
    let (watch, unwatch) = ("author_submitAndWatchExtrinsic", "author_unwatchExtrinsic");
    let mut steps = rpc.subscribe::<Value>(watch, rpc_params![bytes], unwatch).await?;
    let mut included = None;
    while let Some(step) = steps.next().await {
        let step = step?;
        if step.get("inBlock").is_some() {
            included.get_or_insert_with(|| begun.elapsed());
        } else if step.get("finalized").is_some() {
            let finality = begun.elapsed();
            return Ok((included.unwrap_or(finality), finality));
        } else if step == "invalid" || step == "dropped" || step.get("usurped").is_some() {
            bail!("a probe was not taken: {step}");
        }
    }
    bail!("the node says no more of a probe")
}
