//! After a key is taken back: nothing that is kept opens to it, what it opened is gone from the store, and everybody
//! else reads on.

use anyhow::{Context, Result, bail, ensure};
use chartkey_flows::{Failure, chart, consent, guardian, rekey};
use chartkey_protocol::Wrap as Row;
use chartkey_store::{Embedded, RecordStore};
use chartkey_tests::{
    clinic::{Clinic, add, between, give, open, scan},
    expect::{days, eventually},
    meddler::Meddler,
};
use chartkey_vault::{Context as Bound, Wanted, Wrap, WrapPurpose, open_all, unwrap};
use chartkey_vocabulary::{Cid, Denial, Kind, Purpose, Role};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// Two hundred kilobytes, as a photographed page has.
const SIZE: usize = 200_000;

#[tokio::test]
async fn a_key_taken_back_opens_nothing_that_is_kept() -> Result<()> {
    let mut clinic = Clinic::open().await?;
    let ada = clinic.patient("ada").await?;
    let meddler = Meddler::honest()?;
    let lin = clinic.professional_through("lin", Role::Doctor, Arc::new(meddler.clone())).await?;
    let soto = clinic.doctor("soto").await?;
    let mut records = Vec::new();
    for label in ["one", "two", "three"] {
        records.push((add(&ada, ada.account(), Kind::LabReport, &scan(label, SIZE)).await?, scan(label, SIZE)));
    }
    for reader in [&lin, &soto] {
        assert_eq!(give(&ada, reader, Purpose::Treatment, days(1)).await?, records.len());
    }
    let mut old = Vec::new();
    for (record, content) in &records {
        assert_eq!(open(&lin, *record, Purpose::Treatment).await?, *content);
        let version = ada.now().await?.records().version(*record, 1).await?.context("version 1")?;
        let row: Row = serde_json::from_slice(
            &meddler.last(&format!("/api/records/{record}/versions/1/wrap")).context("Lin's wrap")?,
        )?;
        old.push((version, row));
    }

    let begun = Instant::now();
    let rekeyed = consent::withdraw(&ada, between(&ada, &lin, Purpose::Treatment), &mut |_| {}).await?;
    let took = begun.elapsed();
    assert_eq!(rekeyed.versions.len(), records.len(), "everything shared is sealed anew");
    println!("{} records of {SIZE} bytes sealed anew after a withdrawal in {took:.2?}", records.len());

    for (record, content) in &records {
        let outcome = open(&lin, *record, Purpose::Treatment).await;
        assert!(matches!(outcome, Err(Failure::Denied(Denial::NoGrant))), "{:?}", outcome.err());
        let begun = Instant::now();
        assert_eq!(open(&soto, *record, Purpose::Treatment).await?, *content, "the other doctor reads on");
        println!("the other doctor opens it in {:.2?}", begun.elapsed());
        assert_eq!(open(&ada, *record, Purpose::Treatment).await?, *content, "and so does the patient");
    }

    // What Lin kept: the wraps. What the oracle keeps: the new blobs. The ones do not open the others.
    let genesis = clinic.stack.deployment().genesis;
    let mut fresh = Vec::new();
    for ((record, _), (version, row)) in records.iter().zip(&old) {
        let now = ada.now().await?.records().version(*record, 1).await?.context("version 1")?;
        assert_ne!(now.sealed.cid, version.sealed.cid);
        assert_eq!(now.sealed.commitment, version.sealed.commitment, "what it says has not changed");
        let context = Bound { genesis, record: *record, version: 1 };
        let wanted = Wanted { context, cid: version.sealed.cid, purpose: WrapPurpose::Granted(Purpose::Treatment) };
        let wrap = Wrap::parse(&row.key.0)?;
        let own = lin.vault().reader_key_of(row.epoch).context("Lin's keys")?;
        let key = unwrap(&wrap, own, &wanted).context("the old wrap still opens with Lin's keys")?;
        fresh.push((context, now, key));
    }
    let replaced: Vec<_> = old.iter().map(|(version, _)| version.sealed.cid).collect();
    let store = without(&mut clinic, &replaced).await?;
    for (context, now, key) in &fresh {
        let blob = store.get(&now.sealed.cid, Default::default()).await?.collect().await?;
        ensure!(open_all(key, context, &now.sealed.commitment, &blob).is_err(), "an old key opened the new blob");
    }
    Ok(())
}

/// Whoever was a guardian may have kept the keys. When they are sent away all is sealed anew in the same breath, and
/// when they leave by themselves it is noted that it has to be.
#[tokio::test]
async fn what_a_guardian_could_open_is_sealed_anew() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (ada, ben, grace) =
        (clinic.patient("ada").await?, clinic.patient("ben").await?, clinic.patient("grace").await?);
    let content = scan("hers", SIZE);
    let record = add(&ada, ada.account(), Kind::LabReport, &content).await?;
    for by in [&ben, &grace] {
        guardian::appoint(&ada, by.account()).await?;
        assert_eq!(open(by, record, Purpose::Treatment).await?, content);
    }
    let version = async || ada.now().await?.records().version(record, 1).await?.context("version 1");
    let before = version().await?;
    let rekeyed = guardian::dismiss(&ada, ada.account(), grace.account(), &mut |_| {}).await?;
    assert_eq!(rekeyed.versions, [(record, 1)]);
    let after = version().await?;
    assert_ne!(after.sealed.cid, before.sealed.cid);
    assert_eq!((after.epoch, after.sealed.commitment), (1, before.sealed.commitment));
    ensure!(open(&grace, record, Purpose::Treatment).await.is_err(), "nobody's guardian any more");
    for reader in [&ada, &ben] {
        assert_eq!(open(reader, record, Purpose::Treatment).await?, content, "who stays reads on");
    }

    guardian::leave(&ben, ada.account()).await?;
    ensure!(open(&ben, record, Purpose::Treatment).await.is_err(), "who left opens nothing");
    ada.followed(ada.now().await?.height()).await?;
    assert_eq!(chart::behind(&ada, ada.account()).await?, [(record, 1)]);
    assert_eq!(rekey::behind(&ada, ada.account(), &mut |_| {}).await?.versions, [(record, 1)]);
    assert_eq!(version().await?.epoch, 2);
    assert_eq!(open(&ada, record, Purpose::Treatment).await?, content);
    Ok(())
}

/// A record withdrawn altogether: the store forgets it for everybody.
#[tokio::test]
async fn a_withdrawn_record_leaves_the_store() -> Result<()> {
    let mut clinic = Clinic::open().await?;
    let ada = clinic.patient("ada").await?;
    let record = add(&ada, ada.account(), Kind::XRay, &scan("gone", SIZE)).await?;
    let kept = add(&ada, ada.account(), Kind::XRay, &scan("kept", SIZE)).await?;
    let cid = |record| {
        let ada = &ada;
        async move {
            let version = ada.now().await?.records().version(record, 1).await?.context("version 1")?;
            anyhow::Ok(version.sealed.cid)
        }
    };
    let (gone, kept) = (cid(record).await?, cid(kept).await?);
    chartkey_flows::add_record::withdraw(&ada, record).await?;
    eventually("the record to be gone", async || {
        ensure!(open(&ada, record, Purpose::Treatment).await.is_err());
        Ok(())
    })
    .await?;
    let store = without(&mut clinic, &[gone]).await?;
    ensure!(store.has(&kept).await?, "what was not withdrawn stays");
    Ok(())
}

/// The store of the stopped service, once these blobs have left it. The service removes what is doomed every few moments,
/// and goes on with it after a start.
async fn without(clinic: &mut Clinic, doomed: &[Cid]) -> Result<Embedded> {
    for _ in 0..10 {
        sleep(Duration::from_secs(2)).await;
        clinic.oracle.stop().await?;
        let store = Embedded::open(clinic.oracle.data().join("blobs"))?;
        let mut kept = 0;
        for cid in doomed {
            kept += usize::from(store.has(cid).await?);
        }
        if kept == 0 {
            return Ok(store);
        }
        drop(store);
        clinic.oracle.start_again().await?;
    }
    bail!("blobs that nobody needs are still kept")
}
