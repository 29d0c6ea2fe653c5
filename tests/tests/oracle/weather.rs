//! Bad weather: a full disk, a clock that is wrong, another database, a store that is a real IPFS node.

use anyhow::{Context, Result, ensure};
use chartkey_protocol::{Bytes, Wrap, Wraps};
use chartkey_tests::{
    actors::{Kept, Person, adding_blob},
    caller::Caller,
    clinic::scan,
    expect::eventually,
    stack::{Kubo, Oracle, Postgres, Stack, Wishes},
};
use chartkey_vocabulary::{Kind, Message, Purpose, RecordsMessage};
use reqwest::{Method, StatusCode};
use std::{path::Path, process::Command};

async fn keeps(patient: &Person, caller: &Caller, label: &str, size: usize) -> Result<Kept> {
    let held = caller.upload(&scan(label, size)).await?;
    let (record, message) = adding_blob(patient.account, label, Kind::XRay, held.cid);
    patient.says(message).await?;
    Ok(record)
}

async fn reads(caller: &Caller, record: &Kept) -> Result<(StatusCode, Vec<u8>)> {
    let path = format!("/api/records/{}/versions/1/blob?purpose=treatment", record.id);
    let answered = caller.call(Method::GET, &path, None).await?;
    Ok((answered.status, answered.body))
}

/// A full disk is said aloud, loses nothing that was kept, and ends when room is made.
#[tokio::test]
async fn a_full_disk_is_said_and_loses_nothing() -> Result<()> {
    let Some(disk) = SmallDisk::mount()? else {
        eprintln!("left out: mounting a small disk takes root");
        return Ok(());
    };
    let stack = Stack::start().await?;
    let wishes = Wishes { data: Some(disk.0.path().to_owned()), ..Wishes::default() };
    let oracle = Oracle::start_with(&stack, wishes).await?;
    let ada = stack.patient("ada").await?;
    let caller = Caller::sign_in(&oracle, &ada).await?;
    let first = keeps(&ada, &caller, "first", 6_000_000).await?;
    eventually("the first record", async || ensure_is(&caller, &first, "first", 6_000_000).await).await?;
    let mut kept = vec![("first".to_owned(), first)];
    let full = loop {
        let label = format!("more/{}", kept.len());
        match keeps(&ada, &caller, &label, 6_000_000).await {
            Ok(record) => kept.push((label, record)),
            Err(error) => break error,
        }
        ensure!(kept.len() < 40, "the disk never filled");
    };
    let said = format!("{full:#}");
    ensure!(said.contains("503") || said.contains("507"), "{said}");
    for (label, record) in &kept {
        eventually("what was kept", async || ensure_is(&caller, record, label, 6_000_000).await).await?;
    }
    // Room is made, and it goes on without a restart.
    for (_, record) in kept.drain(1..) {
        ada.says(Message::Records(RecordsMessage::Withdraw { record: record.id })).await?;
    }
    eventually("room to be found again", async || keeps(&ada, &caller, "again", 3_000_000).await.map(drop)).await?;
    Ok(())
}

async fn ensure_is(caller: &Caller, record: &Kept, label: &str, size: usize) -> Result<()> {
    let (status, body) = reads(caller, record).await?;
    ensure!(status == StatusCode::OK && body == scan(label, size), "{status}");
    Ok(())
}

/// The oracle's own clock decides nothing about consent: a key ends when the chain says so. A clock that is hours off
/// could not tell a halted chain from a living one, and opens nothing.
#[tokio::test]
async fn a_wrong_clock_opens_nothing() -> Result<()> {
    if !Path::new("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1").exists() {
        eprintln!("left out: there is no faketime on this machine");
        return Ok(());
    }
    let stack = Stack::start().await?;
    let mut oracle = Oracle::start(&stack).await?;
    let (ada, lin) = (stack.patient("ada").await?, stack.clinician("lin").await?);
    let (owner, reader) = (Caller::sign_in(&oracle, &ada).await?, Caller::sign_in(&oracle, &lin).await?);
    let record = keeps(&ada, &owner, "blood", 1_000).await?;
    for skew in [-40, 40] {
        oracle.stop().await?;
        oracle.set_clock(skew);
        oracle.start_again().await?;
        ada.grants(&lin, Purpose::Treatment, ada.terms(Purpose::Treatment, 12).await?).await?;
        eventually("the doctor to read", async || ensure_is(&reader, &record, "blood", 1_000).await).await?;
        eventually("the key to end by the chain's clock", async || {
            let (status, _) = reads(&reader, &record).await?;
            ensure!(status == StatusCode::FORBIDDEN, "{status}");
            Ok(())
        })
        .await
        .with_context(|| format!("a clock {skew} seconds off"))?;
        ensure_is(&owner, &record, "blood", 1_000).await?;
        // What has ended is withdrawn to make room for the next: there is one key for a purpose.
        ada.revokes(&lin, Purpose::Treatment).await?;
    }
    for skew in [-7200, 7200] {
        oracle.stop().await?;
        oracle.set_clock(skew);
        oracle.launch()?;
        eventually("the oracle to answer", async || {
            let answered = owner.call(Method::GET, "/ready", None).await?;
            ensure!(answered.text().contains("\"chain\":false"), "{}", answered.text());
            Ok(())
        })
        .await?;
        let (status, _) = reads(&owner, &record).await?;
        ensure!(!status.is_success(), "released by a clock {skew} seconds off");
    }
    oracle.stop().await?;
    oracle.set_clock(0);
    oracle.start_again().await?;
    // Sessions of before lapsed by the clock that was ahead.
    let owner = Caller::sign_in(&oracle, &ada).await?;
    ensure_is(&owner, &record, "blood", 1_000).await.context("with the clock set right")
}

/// The life of a record, from upload to withdrawal.
async fn a_life(stack: &Stack, oracle: &mut Oracle) -> Result<()> {
    let (ada, lin) = (stack.patient("ada").await?, stack.clinician("lin").await?);
    let (owner, reader) = (Caller::sign_in(oracle, &ada).await?, Caller::sign_in(oracle, &lin).await?);
    let record = keeps(&ada, &owner, "scan", 700_000).await?;
    let path = format!("/api/records/{}/versions/1", record.id);
    let wrap = |reader, purpose| Wrap { reader, purpose, epoch: 0, cid: record.sealed.cid, key: Bytes(vec![4; 1286]) };
    let wraps = Wraps { wraps: vec![wrap(ada.account, Purpose::Treatment)] };
    eventually("the owner's key", async || owner.put(&format!("{path}/wraps"), &wraps).await).await?;
    ensure!(reads(&reader, &record).await?.0 == StatusCode::FORBIDDEN, "nothing was granted yet");
    ada.grants(&lin, Purpose::Treatment, ada.terms(Purpose::Treatment, 3600).await?).await?;
    let wraps = Wraps { wraps: vec![wrap(lin.account, Purpose::Treatment)] };
    eventually("the doctor's key", async || owner.put(&format!("{path}/wraps"), &wraps).await).await?;
    ensure_is(&reader, &record, "scan", 700_000).await?;

    oracle.stop().await?;
    oracle.start_again().await?;
    ensure_is(&reader, &record, "scan", 700_000).await.context("after a restart, with the session from before")?;
    ada.revokes(&lin, Purpose::Treatment).await?;
    eventually("the doctor to be kept out", async || {
        ensure!(reads(&reader, &record).await?.0 == StatusCode::FORBIDDEN);
        Ok(())
    })
    .await?;
    ada.says(Message::Records(RecordsMessage::Withdraw { record: record.id })).await?;
    eventually("the record to be gone", async || {
        ensure!([StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&reads(&owner, &record).await?.0));
        Ok(())
    })
    .await
}

/// The same service on a real PostgreSQL.
#[tokio::test]
async fn a_record_lives_on_postgresql() -> Result<()> {
    let Some(postgres) = Postgres::start().await? else {
        eprintln!("left out: there is no PostgreSQL on this machine");
        return Ok(());
    };
    let stack = Stack::start().await?;
    let wishes = Wishes { database: Some(postgres.url()), ..Wishes::default() };
    a_life(&stack, &mut Oracle::start_with(&stack, wishes).await?).await
}

/// The same service with its blobs in a real IPFS node.
#[tokio::test]
async fn a_record_lives_in_kubo() -> Result<()> {
    let Some(kubo) = Kubo::start().await? else {
        eprintln!("left out: there is no Kubo on this machine");
        return Ok(());
    };
    let stack = Stack::start().await?;
    let wishes = Wishes { kubo: Some(kubo.url()), ..Wishes::default() };
    a_life(&stack, &mut Oracle::start_with(&stack, wishes).await?).await
}

/// And with the defaults.
#[tokio::test]
async fn a_record_lives_embedded() -> Result<()> {
    let stack = Stack::start().await?;
    a_life(&stack, &mut Oracle::start(&stack).await?).await
}

/// A disk of 160 MB that is gone with the test. The store leaves 64 MB of any disk free.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Result<Option<Self>> {
        let folder = tempfile::Builder::new().prefix("chartkey-disk-").tempdir()?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=160m", "chartkey-test"]).arg(folder.path());
        Ok(mount.output()?.status.success().then_some(Self(folder)))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: the oracle may still be closing its files.
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}
