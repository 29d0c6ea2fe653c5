//! A load: signed transactions of many senders, handed in concurrently, and counted where they count, in blocks.

use super::node_log::{self, Made};
use crate::stack::{Node, Stack};
use anyhow::{Context, Result, bail, ensure};
use chartkey_client::{AccountId, Hash};
use chartkey_runtime::Runtime;
use chartkey_vocabulary::{CareEvent, ConsentEvent, Event, RecordsEvent, RegistryEvent};
use codec::{Compact, Decode};
use futures::future::try_join_all;
use polkadot_sdk::{frame_system, sp_core::crypto::AccountId32};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use subxt::rpcs::{RpcClient, rpc_params};

/// Connections a load comes in by, and how many requests are under way on each.
const CONNECTIONS: usize = 4;
const LANES: usize = 4;

/// How often it is looked how much of a load is in blocks.
const GLANCE: Duration = Duration::from_millis(200);

/// A load that does not move for so long is stuck.
const STUCK: Duration = Duration::from_secs(60);

/// One sender's transactions, in order.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Who signed.
    pub sender: AccountId,
    /// The first one's nonce.
    pub nonce: u64,
    /// Signed and encoded.
    pub transactions: Vec<Vec<u8>>,
}

/// How fast a load comes.
#[derive(Clone, Copy, Debug)]
pub enum Pace {
    /// As fast as it is taken, but never with more than so many waiting for a block.
    AtOnce(usize),
    /// So many a second.
    PerSecond(usize),
}

/// What became of a load.
#[derive(Debug)]
pub struct Delivered {
    /// From the first handing-in until all were in blocks.
    pub took: Duration,
    /// What the contracts said in those blocks, by name and how often: a call that failed says nothing.
    pub events: BTreeMap<&'static str, usize>,
    /// The blocks, as their authors told of them.
    pub blocks: Vec<Made>,
    /// The largest share of its weight that a block used.
    pub fullest: f64,
    /// The weight of all of them together, in blocks.
    pub weight: f64,
    /// Seconds of a core that all nodes together used.
    pub cpu: f64,
}

impl Delivered {
    /// How many times the contracts said this.
    pub fn said(&self, event: &str) -> usize {
        self.events.get(event).copied().unwrap_or(0)
    }

    /// How many times a second the contracts said this, from the first handing-in to the last block.
    pub fn rate(&self, event: &str) -> f64 {
        self.said(event) as f64 / self.took.as_secs_f64()
    }

    /// What making a block cost an author for each transaction in it, in milliseconds.
    pub fn authoring(&self) -> f64 {
        let (time, count) = self.blocks.iter().fold((0, 0), |(time, count), block| {
            (time + block.milliseconds, count + block.transactions.saturating_sub(1))
        });
        time as f64 / count as f64
    }
}

/// Hands a load in to the first node, waits until all of it is in blocks, and counts what succeeded.
pub async fn deliver(stack: &Stack, batches: Vec<Batch>, pace: Pace) -> Result<Delivered> {
    let node = stack.node(0);
    let (from, cpu) = (node.best().await?, cpu(stack)?);
    let total: usize = batches.iter().map(|batch| batch.transactions.len()).sum();
    let keys: Vec<String> = batches.iter().map(|batch| account_key(&batch.sender)).collect();
    let nonces: u64 = batches.iter().map(|batch| batch.nonce).sum();
    let (handed_in, included) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let failed = Arc::new(AtomicBool::new(false));

    let begun = Instant::now();
    let mut lanes = Vec::new();
    for (connection, share) in shares(batches, CONNECTIONS).into_iter().enumerate() {
        let rpc = RpcClient::from_insecure_url(node.url()?).await.with_context(|| format!("line {connection}"))?;
        for share in shares(share, LANES) {
            let lane = Lane {
                rpc: rpc.clone(),
                pace,
                begun,
                handed_in: handed_in.clone(),
                included: included.clone(),
                failed: failed.clone(),
            };
            lanes.push(tokio::spawn(lane.hand_in(share)));
        }
    }
    let watching = watch(node, &keys, nonces, total, &included, &failed);
    let took = watching.await.map(|()| begun.elapsed());
    failed.store(true, Ordering::Relaxed);
    for lane in try_join_all(lanes).await? {
        lane?;
    }
    let took = took?;

    let to = node.best().await?;
    let mut delivered = read(stack, from, to).await?;
    delivered.took = took;
    delivered.cpu = self::cpu(stack)? - cpu;
    Ok(delivered)
}

/// Splits a load so that every part has about as much to do.
fn shares(batches: Vec<Batch>, number: usize) -> Vec<Vec<Batch>> {
    let mut shares = vec![Vec::new(); number];
    for (place, batch) in batches.into_iter().enumerate() {
        shares[place % number].push(batch);
    }
    shares
}

struct Lane {
    rpc: RpcClient,
    pace: Pace,
    begun: Instant,
    handed_in: Arc<AtomicUsize>,
    included: Arc<AtomicUsize>,
    /// Set when nobody counts any more.
    failed: Arc<AtomicBool>,
}

impl Lane {
    /// Hands in everybody's first transaction, then everybody's second, and so on: each sender's come in order, and no
    /// two senders wait for one another.
    async fn hand_in(self, share: Vec<Batch>) -> Result<()> {
        let longest = share.iter().map(|batch| batch.transactions.len()).max().unwrap_or(0);
        for place in 0..longest {
            for transaction in share.iter().filter_map(|batch| batch.transactions.get(place)) {
                if !self.turn().await {
                    return Ok(());
                }
                let bytes = format!("0x{}", hex::encode(transaction));
                let taken = self.rpc.request::<Value>("author_submitExtrinsic", rpc_params![bytes]).await;
                if let Err(error) = taken {
                    self.failed.store(true, Ordering::Relaxed);
                    return Err(error).context("the pool did not take a transaction");
                }
            }
        }
        Ok(())
    }

    /// Waits until another one may be handed in; `false` when nobody counts any more.
    async fn turn(&self) -> bool {
        let mine = self.handed_in.fetch_add(1, Ordering::Relaxed);
        loop {
            if self.failed.load(Ordering::Relaxed) {
                return false;
            }
            let may = match self.pace {
                Pace::AtOnce(most) => mine < self.included.load(Ordering::Relaxed) + most,
                Pace::PerSecond(rate) => (mine as f64) < self.begun.elapsed().as_secs_f64() * rate as f64,
            };
            if may {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Counts what is in blocks until all is, by the senders' nonces: one question for all of them.
async fn watch(
    node: &Node,
    keys: &[String],
    before: u64,
    total: usize,
    included: &AtomicUsize,
    failed: &AtomicBool,
) -> Result<()> {
    let mut moved = Instant::now();
    loop {
        let now = (nonces(node, keys).await?).saturating_sub(before) as usize;
        if now > included.swap(now, Ordering::Relaxed) {
            moved = Instant::now();
        }
        if now >= total {
            return Ok(());
        }
        if failed.load(Ordering::Relaxed) {
            bail!("handing in failed with {now} of {total} in blocks");
        }
        ensure!(moved.elapsed() < STUCK, "the load is stuck with {now} of {total} in blocks");
        tokio::time::sleep(GLANCE).await;
    }
}

fn account_key(account: &AccountId) -> String {
    let account = AccountId32::new(account.0);
    format!("0x{}", hex::encode(frame_system::Account::<Runtime>::hashed_key_for(account)))
}

async fn nonces(node: &Node, keys: &[String]) -> Result<u64> {
    let answer = node.ask("state_queryStorageAt", rpc_params![keys]).await?;
    let changes = answer[0]["changes"].as_array().context("the senders' accounts")?;
    let nonce = |change: &Value| -> Result<u64> {
        let Some(account) = change[1].as_str() else { return Ok(0) };
        // An account begins with its nonce.
        Ok(u32::decode(&mut &hex::decode(account.trim_start_matches("0x"))?[..])?.into())
    };
    changes.iter().map(nonce).sum()
}

/// Reads what happened in the blocks after `from`, once block `to` is final.
async fn read(stack: &Stack, from: u64, to: u64) -> Result<Delivered> {
    let node = stack.node(0);
    // Up to what is final then: where a fork was lost, its transactions are in later blocks.
    let to = crate::expect::wait_until("the load to be final", STUCK, async || {
        Ok(Some(node.finalized().await?).filter(|finalized| *finalized >= to))
    })
    .await?;
    let mut events = BTreeMap::new();
    let (mut fullest, mut weight): (f64, f64) = (0.0, 0.0);
    for height in from + 1..=to {
        let hash = node.ask("chain_getBlockHash", rpc_params![height]).await?;
        let hash: Hash = hash.as_str().context("a block's hash")?.parse()?;
        for heard in stack.chain().at(hash).await?.events().await? {
            *events.entry(name(&heard.event)).or_default() += 1;
        }
        let used = fullness(node, hash).await?;
        (fullest, weight) = (fullest.max(used), weight + used);
    }
    let mut blocks = Vec::new();
    for node in stack.nodes().iter().filter(|node| node.runs()) {
        let told = node_log::made(&node.log()?);
        blocks
            .extend(told.into_iter().filter(|block| (from + 1..=to).contains(&block.height) && block.transactions > 1));
    }
    Ok(Delivered { took: Duration::ZERO, events, blocks, fullest, weight, cpu: 0.0 })
}

/// The share of its weight for ordinary transactions that a block used.
async fn fullness(node: &Node, block: Hash) -> Result<f64> {
    let key = format!("0x{}", hex::encode(frame_system::BlockWeight::<Runtime>::hashed_key()));
    let used = node.ask("state_getStorage", rpc_params![key, format!("{block:?}")]).await?;
    let Some(used) = used.as_str() else { return Ok(0.0) };
    // Classes in order, the ordinary one first; time and proof of each.
    let (time, _) = <(Compact<u64>, Compact<u64>)>::decode(&mut &hex::decode(used.trim_start_matches("0x"))?[..])?;
    let most = chartkey_runtime::system::NORMAL_SHARE * chartkey_runtime::system::MAXIMUM_BLOCK_WEIGHT.ref_time();
    Ok(time.0 as f64 / most as f64)
}

fn cpu(stack: &Stack) -> Result<f64> {
    stack.nodes().iter().map(Node::cpu_seconds).sum()
}

fn name(event: &Event) -> &'static str {
    match event {
        Event::Registry(RegistryEvent::Registered { .. }) => "registered",
        Event::Registry(RegistryEvent::Carried { .. }) => "carried",
        Event::Registry(_) => "registry",
        Event::Consent(ConsentEvent::Granted { .. }) => "granted",
        Event::Consent(_) => "consent",
        Event::Records(RecordsEvent::Added { .. }) => "added",
        Event::Records(_) => "records",
        Event::Care(CareEvent::Proposed { .. }) => "proposed",
        Event::Care(_) => "care",
    }
}
