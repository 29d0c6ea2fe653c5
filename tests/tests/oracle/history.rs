//! Consent under concurrency: whatever was read was read inside a window in which the chain allowed it.
//!
//! Sixteen clients act at once: eight patients give and take keys, eight doctors read. Every act is written down with the
//! moments between which it took place. A read that succeeded must have had a moment of live consent between its begin
//! and its end, one that failed a moment without; and the block a release was decided on must have allowed it.

use anyhow::{Result, ensure};
use chartkey_client::Hash;
use chartkey_protocol::{Bytes, LineKind, MyLog, Wrap, Wraps};
use chartkey_tests::{
    actors::{Kept, Person, adding_blob},
    caller::Caller,
    expect::{days, eventually},
    stack::{Oracle, Stack},
};
use chartkey_vocabulary::{Kind, Purpose};
use futures::future::try_join_all;
use rand::{Rng, SeedableRng, rngs::StdRng};
use reqwest::{Method, StatusCode};
use std::time::{Duration, Instant};

const PAIRS: usize = 8;
/// How long they act; long enough for some two hundred changes.
const FOR: Duration = Duration::from_secs(15);

/// Something that took place between two moments.
#[derive(Clone, Copy, Debug)]
struct Act {
    from: Instant,
    to: Instant,
    /// A change: whether it gave the key. A read: whether it succeeded.
    yes: bool,
}

struct Pair {
    patient: Person,
    doctor: Person,
    reader: Caller,
    record: Kept,
}

#[tokio::test]
async fn nobody_reads_outside_their_window() -> Result<()> {
    let stack = Stack::start().await?;
    let oracle = Oracle::start(&stack).await?;
    let mut pairs = Vec::new();
    for number in 0..PAIRS {
        pairs.push(pair(&stack, &oracle, number).await?);
    }
    let end = Instant::now() + FOR;
    let changes = try_join_all(pairs.iter().enumerate().map(|(number, pair)| change(pair, number as u64, end)));
    let reads = try_join_all(pairs.iter().map(|pair| read(pair, end)));
    let (changes, reads) = tokio::try_join!(changes, reads)?;

    let mut counts = [0; 2];
    for (pair, (changes, reads)) in changes.iter().zip(&reads).enumerate() {
        for read in reads {
            counts[usize::from(read.yes)] += 1;
            ensure!(possible(changes, read), "pair {pair}: {read:?} against {changes:#?}");
        }
    }
    println!(
        "{} changes, {} reads allowed, {} denied",
        changes.iter().map(Vec::len).sum::<usize>(),
        counts[1],
        counts[0]
    );
    ensure!(counts[0] > 50 && counts[1] > 50, "too few of either to mean anything: {counts:?}");
    for (pair, reads) in pairs.iter().zip(&reads) {
        decided_where_it_says(&oracle, pair, reads.iter().filter(|read| read.yes).count()).await?;
    }
    Ok(())
}

async fn pair(stack: &Stack, oracle: &Oracle, number: usize) -> Result<Pair> {
    let patient = stack.patient(&format!("patient{number}")).await?;
    let doctor = stack.clinician(&format!("doctor{number}")).await?;
    let (owner, reader) = (Caller::sign_in(oracle, &patient).await?, Caller::sign_in(oracle, &doctor).await?);
    let held = owner.upload(format!("ciphertext {number}").as_bytes()).await?;
    let (record, message) = adding_blob(patient.account, "scan", Kind::XRay, held.cid);
    patient.says(message).await?;
    let wrap = Wrap {
        reader: patient.account,
        purpose: Purpose::Treatment,
        epoch: 0,
        cid: held.cid,
        key: Bytes(vec![1; 1286]),
    };
    let path = format!("/api/records/{}/versions/1/wraps", record.id);
    let wraps = Wraps { wraps: vec![wrap] };
    eventually("the record to be known", async || owner.put(&path, &wraps).await).await?;
    Ok(Pair { patient, doctor, reader, record })
}

/// Gives and takes the key in turn.
async fn change(pair: &Pair, seed: u64, end: Instant) -> Result<Vec<Act>> {
    let mut dice = StdRng::seed_from_u64(seed);
    let mut acts: Vec<Act> = Vec::new();
    while Instant::now() < end {
        let yes = acts.last().is_none_or(|last| !last.yes);
        let from = Instant::now();
        if yes {
            let terms = pair.patient.terms(Purpose::Treatment, days(1)).await?;
            pair.patient.grants(&pair.doctor, Purpose::Treatment, terms).await?;
        } else {
            pair.patient.revokes(&pair.doctor, Purpose::Treatment).await?;
        }
        acts.push(Act { from, to: Instant::now(), yes });
        tokio::time::sleep(Duration::from_millis(dice.gen_range(50..600))).await;
    }
    Ok(acts)
}

/// Reads again and again.
async fn read(pair: &Pair, end: Instant) -> Result<Vec<Act>> {
    let path = format!("/api/records/{}/versions/1/blob?purpose=treatment", pair.record.id);
    let mut acts = Vec::new();
    while Instant::now() < end {
        let from = Instant::now();
        let answered = pair.reader.call(Method::GET, &path, None).await?;
        let yes = answered.status == StatusCode::OK;
        let no = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&answered.status);
        ensure!(yes || no, "{}: {}", answered.status, answered.text());
        acts.push(Act { from, to: Instant::now(), yes });
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(acts)
}

/// Whether there was a moment between the read's begin and end at which the key was (or was not) there. While a change is
/// under way either may be true.
fn possible(changes: &[Act], read: &Act) -> bool {
    let before = changes.iter().rev().find(|change| change.to <= read.from);
    let was = before.is_some_and(|change| change.yes);
    let meanwhile =
        changes.iter().any(|change| change.yes == read.yes && change.to > read.from && change.from < read.to);
    was == read.yes || meanwhile
}

/// Every release stands in the log, and the block it names allowed it.
async fn decided_where_it_says(oracle: &Oracle, pair: &Pair, reads: usize) -> Result<()> {
    let owner = Caller::sign_in(oracle, &pair.patient).await?;
    let mut logged = 0;
    let mut after = String::new();
    loop {
        let page: MyLog = owner.get(&format!("/api/log/mine{after}")).await?;
        let Some(last) = page.lines.last() else { break };
        after = format!("?after={}", last.position);
        for line in page.lines.iter().filter(|line| line.kind == LineKind::Blob) {
            logged += 1;
            let at = pair.patient.chain().at(Hash::from(line.block.0)).await?;
            let said = at.records().may_open(pair.record.id, pair.doctor.account, Purpose::Treatment).await?;
            ensure!(said.is_allowed(), "released on a block that said no: {line:?}");
        }
    }
    ensure!(logged == reads, "{logged} lines for {reads} reads");
    Ok(())
}
