//! How fast blobs are kept and read, beside Kubo doing the same on the same disk in the same run.
//!
//! ```text
//! cargo run --release -p chartkey-store --example bench_store -- PATH_OF_IPFS
//! ```
//!
//! Prints `{"figures": [{"name", "value", "unit"}]}`. A ratio above one says that the embedded store is the faster.
//! Kubo as it comes does not flush what it acknowledges, so it is measured twice: as it comes, and made to promise what
//! the embedded store promises.

use chartkey_store::{Embedded, Kubo, Part, RecordStore, Source, dag::DagHasher};
use futures::StreamExt;
use rand::{RngCore, SeedableRng, rngs::StdRng};
use serde_json::json;
use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Sizes of a record, of a scan and of a study, with how often each is tried.
const SIZES: [(&str, usize, usize); 3] =
    [("1 MB", 1_000_000, 40), ("16 MB", 16_000_000, 8), ("256 MB", 256_000_000, 2)];

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn fail<T>(why: impl Into<String>) -> Outcome<T> {
    Err(why.into().into())
}

/// A daemon on loopback, ended with the bench.
struct Daemon(Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let Some(ipfs) = std::env::args().nth(1) else { return fail("usage: bench_store PATH_OF_IPFS") };
    // All on the disk this runs from: /tmp may be memory, which flatters whoever flushes more.
    let folder = tempfile::tempdir_in(".")?;
    let (_one, quick) = start(&ipfs, &folder.path().join("quick"), false)?;
    let (_two, flushing) = start(&ipfs, &folder.path().join("flushing"), true)?;
    let nodes = [flushing, quick];
    let (flushing, quick) = (Kubo::new(&nodes[0])?, Kubo::new(&nodes[1])?);
    let embedded = Embedded::open(folder.path().join("store"))?;
    let mut figures = Vec::new();
    let mut figure = |name: String, value: f64, unit: &str| {
        eprintln!("{name}: {value:.2} {unit}");
        figures.push(json!({ "name": name, "value": value, "unit": unit }));
    };
    for (label, size, times) in SIZES {
        let stores: [&dyn RecordStore; 3] = [&embedded, &flushing, &quick];
        let mut took = [Times::default(), Times::default(), Times::default()];
        for time in 0..times {
            // Fresh bytes each time, so that nobody meets a block it has; in turn, so that nobody has the quiet hour.
            let mut blob = vec![0; size];
            StdRng::seed_from_u64((size + time) as u64).fill_bytes(&mut blob);
            for turn in 0..3 {
                let who = (time + turn) % 3;
                let node = who.checked_sub(1).map(|node| nodes[node].as_str());
                took[who].measure(stores[who], node, blob.clone()).await?;
            }
        }
        let [ours, flushing, quick] = took;
        let speed = |took: Duration| (size * times) as f64 / 1e6 / took.as_secs_f64();
        let ratio = |theirs: Duration, ours: Duration| theirs.as_secs_f64() / ours.as_secs_f64();
        figure(format!("store add {label}"), speed(ours.add), "MB/s");
        figure(format!("store get {label}"), speed(ours.get), "MB/s");
        figure(format!("store add {label}, Kubo flushing: its time over ours"), ratio(flushing.add, ours.add), "x");
        figure(format!("store add {label}, Kubo not flushing: its time over ours"), ratio(quick.add, ours.add), "x");
        figure(format!("store get {label}, Kubo's time over ours"), ratio(flushing.get, ours.get), "x");
    }
    let piece = vec![7; 1 << 20];
    let begun = Instant::now();
    let mut hasher = DagHasher::default();
    (0..512).for_each(|_| hasher.push(&piece));
    let _ = hasher.finish();
    figure("store name".into(), 512.0 * 1.048_576 / begun.elapsed().as_secs_f64(), "MB/s");
    println!("{}", json!({ "figures": figures }));
    Ok(())
}

#[derive(Default)]
struct Times {
    client: reqwest::Client,
    add: Duration,
    get: Duration,
}

impl Times {
    /// Adds and gets one blob. A node is read from as its own users do, in one stream that nobody checks; the store
    /// reads it block by block and checks each, which takes longer and would not be a fair opponent.
    async fn measure(&mut self, store: &dyn RecordStore, node: Option<&str>, blob: Vec<u8>) -> Outcome<()> {
        let (size, begun) = (blob.len(), Instant::now());
        let kept = store.put(Source::bytes(blob)).await?;
        self.add += begun.elapsed();
        let begun = Instant::now();
        let mut came = 0;
        if let Some(rpc) = node {
            let cat = format!("{rpc}/api/v0/cat?arg={}", kept.cid.text());
            let mut answer = self.client.post(cat).send().await?.error_for_status()?;
            while let Some(bytes) = answer.chunk().await? {
                came += bytes.len();
            }
        } else {
            let mut read = store.get(&kept.cid, Part::Whole).await?.bytes;
            while let Some(bytes) = read.next().await {
                came += bytes?.len();
            }
        }
        self.get += begun.elapsed();
        if came == size { Ok(()) } else { fail("a blob came back shorter") }
    }
}

fn start(ipfs: &str, repo: &Path, flushing: bool) -> Outcome<(Daemon, String)> {
    let run = |args: &[&str]| -> Outcome<()> {
        let done = Command::new(ipfs).env("IPFS_PATH", repo).args(args).output()?;
        if done.status.success() { Ok(()) } else { fail(String::from_utf8_lossy(&done.stderr)) }
    };
    run(&["init", "--profile", "server"])?;
    run(&["config", "Addresses.API", "/ip4/127.0.0.1/tcp/0"])?;
    run(&["config", "Addresses.Gateway", "/ip4/127.0.0.1/tcp/0"])?;
    run(&["config", "--json", "Addresses.Swarm", "[]"])?;
    run(&["config", "--json", "AutoConf.Enabled", "false"])?;
    run(&["bootstrap", "rm", "--all"])?;
    if flushing {
        let config = std::fs::read_to_string(repo.join("config"))?;
        let (before, after) = (r#""sync": false"#, r#""sync": true"#);
        if !config.contains(before) {
            return fail("this Kubo's settings are not understood");
        }
        std::fs::write(repo.join("config"), config.replace(before, after))?;
    }
    let mut daemon = Command::new(ipfs);
    daemon.env("IPFS_PATH", repo).env("IPFS_TELEMETRY", "off").args(["daemon", "--offline"]);
    let daemon = Daemon(daemon.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        if let Ok(address) = std::fs::read_to_string(repo.join("api"))
            && let Some(port) = address.trim().rsplit('/').next()
            && std::net::TcpStream::connect(format!("127.0.0.1:{port}")).is_ok()
        {
            return Ok((daemon, format!("http://127.0.0.1:{port}")));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    fail("the daemon does not serve")
}
