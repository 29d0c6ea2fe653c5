//! The load under which the power goes, and what has to be true afterwards.

use anyhow::{Context, Result, ensure};
use chartkey_client::Chartkey;
use chartkey_protocol::{
    Bytes, Claimed, JobRow, JobState, Leaves, LineKind, LogHead, MyLog, NewJob, Page, Report, Wrap, Wraps,
};
use chartkey_tests::{
    actors::{Kept, Person, adding_blob, attestation},
    caller::Caller,
    clinic::{account_named, scan},
    expect::{days, eventually},
    stack::{Oracle, Stack},
};
use chartkey_vocabulary::{FindingId, Kind, Message, Purpose, RecordId, RecordsMessage};
use reqwest::{Method, StatusCode};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::task::JoinSet;

const PATIENTS: usize = 4;
const SIZE: usize = 40_000;

/// What somebody was told is done.
#[derive(Clone)]
struct Sure {
    record: Kept,
    content: Vec<u8>,
    key: Bytes,
}

#[derive(Default)]
struct Acknowledged {
    /// Blob, row on the chain and wrap were all acknowledged.
    sure: Vec<(usize, Sure)>,
    /// Blobs that arrived at a client whole, by record.
    released: HashMap<RecordId, usize>,
    /// Jobs whose report was taken.
    reported: BTreeMap<String, FindingId>,
    /// Why the worker failed. It may, while the power is off; but not each time.
    in_vain: BTreeSet<String>,
}

/// Patients who add and read, and a worker who reports.
pub(crate) struct Load {
    patients: Arc<Vec<(Person, Caller)>>,
    worker: (Person, Caller),
    told: Arc<Mutex<Acknowledged>>,
    counter: Arc<AtomicUsize>,
}

/// The load while it runs.
pub(crate) struct Running {
    over: Arc<AtomicBool>,
    tasks: JoinSet<()>,
}

impl Running {
    /// Lets everybody finish what they are at, or fail at it.
    pub(crate) async fn stop(mut self) {
        self.over.store(true, Ordering::Relaxed);
        let gone = async { while self.tasks.join_next().await.is_some() {} };
        // Somebody may wait for a node that will never answer.
        let _ = tokio::time::timeout(Duration::from_secs(3), gone).await;
        self.tasks.abort_all();
    }
}

impl Load {
    pub(crate) async fn begin(stack: &Stack, oracle: &Oracle) -> Result<Self> {
        let worker = stack.worker()?;
        let mut patients = Vec::new();
        for number in 0..PATIENTS {
            let patient = stack.patient(&format!("patient{number}")).await?;
            let terms = patient.terms(Purpose::MachineAnalysis, days(2)).await?;
            patient.grants(&worker, Purpose::MachineAnalysis, terms).await?;
            let caller = Caller::sign_in(oracle, &patient).await?;
            patients.push((patient, caller));
        }
        let worker = (worker.clone(), Caller::sign_in(oracle, &worker).await?);
        Ok(Self { patients: Arc::new(patients), worker, told: Arc::default(), counter: Arc::default() })
    }

    /// Everybody begins, over the node's present connection; inside a `LocalSet`.
    pub(crate) fn run(&self, stack: &Stack) -> Running {
        let over = Arc::new(AtomicBool::new(false));
        let mut tasks = JoinSet::new();
        for number in 0..PATIENTS {
            let (patients, told, over) = (self.patients.clone(), self.told.clone(), over.clone());
            let (counter, patient) = (self.counter.clone(), self.patients[number].0.over(stack.chain()));
            tasks.spawn_local(async move {
                let caller = &patients[number].1;
                while !over.load(Ordering::Relaxed) {
                    let label = format!("{number}/{}", counter.fetch_add(1, Ordering::Relaxed));
                    if add_and_read(number, &patient, caller, &label, &told).await.is_err() {
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                }
            });
        }
        let (person, caller) = (self.worker.0.over(stack.chain()), self.worker.1.clone());
        let (told, ending) = (self.told.clone(), over.clone());
        tasks.spawn_local(async move {
            while !ending.load(Ordering::Relaxed) {
                let worked = work(&person, &caller, &told).await;
                if !matches!(worked, Ok(true)) {
                    if let Err(error) = worked {
                        told.lock().expect("no panic holds it").in_vain.insert(format!("{error:#}"));
                    }
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        });
        Running { over, tasks }
    }

    /// All that was acknowledged is there, and the log hangs together.
    pub(crate) async fn check(&self, stack: &Stack) -> Result<()> {
        let sure = self.told.lock().expect("no panic holds it").sure.clone();
        for (number, one) in sure.iter().rev().take(12) {
            self.is_there(*number, one, stack.chain()).await?;
        }
        self.log_hangs_together().await
    }

    /// All of it, once more, and the queue's results.
    pub(crate) async fn conclude(&self, stack: &Stack) -> Result<String> {
        let sure = self.told.lock().expect("no panic holds it").sure.clone();
        for (number, one) in &sure {
            self.is_there(*number, one, stack.chain()).await?;
        }
        let (reported, in_vain) = {
            let told = self.told.lock().expect("no panic holds it");
            (told.reported.clone(), told.in_vain.clone())
        };
        ensure!(
            !reported.is_empty(),
            "the worker had no result taken: {}",
            in_vain.into_iter().collect::<Vec<_>>().join("; ")
        );
        let worker = self.worker.0.over(stack.chain());
        for (job, finding) in &reported {
            // What lost its place in the worker's order, because the power went in between, waits to be done again.
            let done = eventually("a reported job to be done", async || {
                let _ = work(&worker, &self.worker.1, &self.told).await;
                self.done(job, *finding, stack.chain()).await
            });
            done.await?;
        }
        self.log_hangs_together().await?;
        Ok(format!("{} records and {} results acknowledged", sure.len(), reported.len()))
    }

    async fn is_there(&self, number: usize, one: &Sure, chain: &Chartkey) -> Result<()> {
        let caller = &self.patients[number].1;
        let record = one.record.id;
        let version = chain.now().await?.records().version(record, 1).await?.context("lost from the chain")?;
        ensure!(version.sealed == one.record.sealed, "another blob than was added");
        let path = format!("/api/records/{record}/versions/1");
        let blob = caller.call(Method::GET, &format!("{path}/blob?purpose=treatment"), None).await?;
        ensure!(blob.status == StatusCode::OK && blob.body == one.content, "lost: {record} {}", blob.status);
        *self.told.lock().expect("no panic holds it").released.entry(record).or_default() += 1;
        let wrap: Wrap = caller.get(&format!("{path}/wrap?purpose=treatment")).await?;
        ensure!(wrap.key == one.key, "another key than was put");
        Ok(())
    }

    async fn done(&self, job: &str, finding: FindingId, chain: &Chartkey) -> Result<()> {
        let mut rows = Vec::new();
        for (_, caller) in self.patients.iter() {
            let mut after = String::new();
            loop {
                let page: Page<JobRow> = caller.get(&format!("/api/jobs?limit=200{after}")).await?;
                rows.extend(page.rows);
                let Some(next) = page.next else { break };
                after = format!("&after={next}");
            }
        }
        let row = rows.iter().find(|row| row.job == job).context("the job is gone")?;
        ensure!(row.state == JobState::Done && row.finding == Some(finding), "{row:?}");
        let found = chain.now().await?.records().finding(finding).await?.context("the result is lost")?;
        ensure!(found.workers == [self.worker.0.account], "reported twice: {:?}", found.workers);
        Ok(())
    }

    /// The hashes give the head; each patient's lines are numbered without a gap; there is a line for every release.
    async fn log_hangs_together(&self) -> Result<()> {
        let caller = &self.patients[0].1;
        let head: LogHead = caller.get("/api/log/head").await?;
        let (mut folded, mut count) = ([0; 32], 0);
        while count < head.count {
            let page: Leaves = caller.get(&format!("/api/log/leaves?from={count}")).await?;
            ensure!(!page.leaves.is_empty(), "{count} of {} leaves", head.count);
            for leaf in page.leaves.iter().take((head.count - count) as usize) {
                folded = Sha256::new().chain_update(folded).chain_update(leaf.0).finalize().into();
                count += 1;
            }
        }
        ensure!(folded == head.head.0, "the log does not hang together");
        let mut lines = HashMap::<RecordId, usize>::new();
        for (_, caller) in self.patients.iter() {
            let (mut after, mut nth) = (String::new(), 0);
            loop {
                let page: MyLog = caller.get(&format!("/api/log/mine{after}")).await?;
                let Some(last) = page.lines.last() else { break };
                after = format!("?after={}", last.position);
                for line in &page.lines {
                    ensure!(line.nth == nth, "line {nth} is missing");
                    nth += 1;
                    if let (LineKind::Blob, Some(record)) = (line.kind, line.record) {
                        *lines.entry(record).or_default() += 1;
                    }
                }
            }
        }
        let released = self.told.lock().expect("no panic holds it").released.clone();
        for (record, seen) in released {
            let logged = lines.get(&record).copied().unwrap_or_default();
            ensure!(logged >= seen, "{record} was released {seen} times and logged {logged} times");
        }
        Ok(())
    }
}

/// One record from upload to reading it back, told at each step only of what was acknowledged.
async fn add_and_read(
    number: usize,
    patient: &Person,
    caller: &Caller,
    label: &str,
    told: &Mutex<Acknowledged>,
) -> Result<()> {
    let content = scan(label, SIZE);
    let held = caller.upload(&content).await?;
    let (record, message) = adding_blob(patient.account, label, Kind::XRay, held.cid);
    patient.says(message).await?;
    let key = Bytes(scan(&format!("{label}/key"), 1286));
    let wrap = Wrap { reader: patient.account, purpose: Purpose::Treatment, epoch: 0, cid: held.cid, key: key.clone() };
    let path = format!("/api/records/{}/versions/1", record.id);
    let wraps = Wraps { wraps: vec![wrap] };
    eventually("the wrap to be taken", async || caller.put(&format!("{path}/wraps"), &wraps).await).await?;
    told.lock().expect("no panic holds it").sure.push((number, Sure { record, content: content.clone(), key }));
    let blob = caller.call(Method::GET, &format!("{path}/blob?purpose=treatment"), None).await?;
    if blob.status == StatusCode::OK && blob.body == content {
        *told.lock().expect("no panic holds it").released.entry(record.id).or_default() += 1;
    }
    let asked = NewJob { record: record.id, version: 1, workers: vec![account_named("Worker")?] };
    caller.post::<Value>("/api/jobs", &asked).await?;
    Ok(())
}

/// Claims one job and reports it; whether there was one.
async fn work(worker: &Person, caller: &Caller, told: &Mutex<Acknowledged>) -> Result<bool> {
    let claimed = caller.call(Method::POST, "/api/jobs/claim", None).await?;
    let Some(claimed) = claimed.json::<Option<Claimed>>().or_else(|_| anyhow::Ok(None))? else { return Ok(false) };
    let version = worker.chain().now().await?.records().version(claimed.record, claimed.version).await?;
    let sealed_as = version.context("a version")?.sealed;
    let attestation = attestation(&Kept { id: claimed.record, owner: claimed.owner, sealed: sealed_as });
    let held = caller.upload(&scan(&format!("{}/output", claimed.job), 2_000)).await?;
    let message = Message::Records(RecordsMessage::Attest { attestation, cid: held.cid });
    let key = Bytes(scan(&format!("{}/key", claimed.job), 1286));
    let wrap = Wrap { reader: claimed.owner, purpose: Purpose::Treatment, epoch: 0, cid: held.cid, key };
    let place = worker.chain().now().await?.nonce(&worker.id()).await?;
    let signed = worker.chain().prepare(&worker.id(), &[message]).await?.nonce(place).sign(&worker.key)?;
    let report = Report {
        lease: claimed.lease.clone(),
        attestation,
        cid: held.cid,
        wraps: vec![wrap],
        transaction: Bytes(signed.bytes().to_vec()),
    };
    caller.post::<Value>(&format!("/api/jobs/{}/report", claimed.job), &report).await?;
    let finding = FindingId::derive(claimed.owner, &attestation, chartkey_client::keccak);
    told.lock().expect("no panic holds it").reported.insert(claimed.job, finding);
    // As every worker does: two transactions signed for one place in the account's order push each other out.
    while worker.chain().now().await?.nonce(&worker.id()).await? <= place {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(true)
}
