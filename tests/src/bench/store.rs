//! How fast blobs are kept and read, beside Kubo doing the same on the same disk in the same run.
//!
//! A ratio above one says that the embedded store is the faster. Kubo as it comes does not flush what it acknowledges,
//! so it is measured twice: as it comes, and made to promise what the embedded store promises.

mod kubo;

use super::{
    report::{Figures, Target, progress},
    rivals,
};
use anyhow::{Result, ensure};
use chartkey_store::{Embedded, Kubo, Part, RecordStore, Source, dag::DagHasher};
use chartkey_vocabulary::Cid;
use futures::StreamExt;
use rand::{RngCore, SeedableRng, rngs::StdRng};
use std::time::{Duration, Instant};

/// A size and how often it is tried.
pub type Size = (&'static str, usize, usize);

/// A note, a record, a scan and a study.
pub const FULL: [Size; 4] =
    [("10 kB", 10_000, 200), ("1 MB", 1_000_000, 40), ("16 MB", 16_000_000, 8), ("256 MB", 256_000_000, 2)];
/// The same with little patience.
pub const QUICK: [Size; 4] =
    [("10 kB", 10_000, 20), ("1 MB", 1_000_000, 6), ("16 MB", 16_000_000, 2), ("64 MB", 64_000_000, 1)];

/// Adding and getting of every size, by the embedded store alone where there is no Kubo.
pub async fn measure(sizes: &[Size], figures: &mut Figures) -> Result<()> {
    let folder = rivals::scratch()?;
    let embedded = Embedded::open(folder.path().join("store"))?;
    let nodes = kubo::start(folder.path()).await?;
    if nodes.is_none() {
        figures.say("beside Kubo", "left out: there is none; a Go toolchain lets the set-up build it");
    }
    let kubos: Vec<Kubo> = nodes.iter().flatten().map(|node| Kubo::new(&node.url)).collect::<Result<_, _>>()?;
    let mut keepers = vec![Keeper { store: &embedded, node: None }];
    for (node, kubo) in nodes.iter().flatten().zip(&kubos) {
        keepers.push(Keeper { store: kubo, node: Some((reqwest::Client::new(), &node.url)) });
    }
    for size in sizes {
        progress(format_args!("Keeping and reading {} × {}", size.2, size.0));
        let took = turns(&keepers, size).await?;
        told(&took, size, figures);
    }
    figures.tell("naming a blob", naming(), "MB/s");
    Ok(())
}

async fn turns(keepers: &[Keeper<'_>], size: &Size) -> Result<Vec<Times>> {
    let (_, bytes, times) = *size;
    let mut took: Vec<_> = keepers.iter().map(|_| Times::default()).collect();
    for time in 0..times {
        // Fresh bytes each time, so that nobody meets a block it has; in turn, so that nobody has the quiet hour.
        let mut blob = vec![0; bytes];
        StdRng::seed_from_u64((bytes + time) as u64).fill_bytes(&mut blob);
        for turn in 0..keepers.len() {
            let who = (time + turn) % keepers.len();
            took[who].measure(&keepers[who], blob.clone()).await?;
        }
    }
    Ok(took)
}

fn told(took: &[Times], (label, bytes, times): &Size, figures: &mut Figures) {
    let speed = |took: Duration| (bytes * times) as f64 / 1e6 / took.as_secs_f64();
    let ratio = |theirs: Duration, ours: Duration| theirs.as_secs_f64() / ours.as_secs_f64();
    figures.tell(format!("add {label}"), speed(took[0].add), "MB/s");
    figures.tell(format!("get {label}"), speed(took[0].get), "MB/s");
    if let [ours, flushing, quick] = took {
        let name = format!("add {label}, to Kubo that flushes as we do");
        figures.hold(name, ratio(flushing.add, ours.add), "ratio", Target::AtLeast(1.0));
        figures.tell(format!("add {label}, to Kubo as it comes"), ratio(quick.add, ours.add), "ratio");
        figures.hold(format!("get {label}, to Kubo"), ratio(flushing.get, ours.get), "ratio", Target::AtLeast(1.0));
    }
}

/// Who keeps blobs, and where a node's own users would read them.
struct Keeper<'k> {
    store: &'k dyn RecordStore,
    node: Option<(reqwest::Client, &'k str)>,
}

impl Keeper<'_> {
    /// Reads a blob to its end and counts its bytes. A node is read from as its own users do, in one stream that nobody
    /// checks; the store reads it block by block and checks each, which takes longer and would not be a fair opponent.
    async fn read(&self, cid: &Cid) -> Result<usize> {
        let mut came = 0;
        if let Some((client, rpc)) = &self.node {
            let cat = format!("{rpc}/api/v0/cat?arg={}", cid.text());
            let mut answer = client.post(cat).send().await?.error_for_status()?;
            while let Some(bytes) = answer.chunk().await? {
                came += bytes.len();
            }
        } else {
            let mut read = self.store.get(cid, Part::Whole).await?.bytes;
            while let Some(bytes) = read.next().await {
                came += bytes?.len();
            }
        }
        Ok(came)
    }
}

#[derive(Default)]
struct Times {
    add: Duration,
    get: Duration,
}

impl Times {
    async fn measure(&mut self, keeper: &Keeper<'_>, blob: Vec<u8>) -> Result<()> {
        let (size, begun) = (blob.len(), Instant::now());
        let kept = keeper.store.put(Source::bytes(blob)).await?;
        self.add += begun.elapsed();
        let begun = Instant::now();
        let came = keeper.read(&kept.cid).await?;
        self.get += begun.elapsed();
        ensure!(came == size, "a blob of {size} bytes came back as {came}");
        Ok(())
    }
}

fn naming() -> f64 {
    let piece = vec![7; 1 << 20];
    let begun = Instant::now();
    let mut hasher = DagHasher::default();
    (0..256).for_each(|_| hasher.push(&piece));
    std::hint::black_box(hasher.finish());
    256.0 * 1.048_576 / begun.elapsed().as_secs_f64()
}
