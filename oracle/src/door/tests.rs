//! What comes in, what stays, and what leaves.

mod brought;
mod uploads;

use super::{
    janitor,
    testing::{ADA, BEN, DR_LIN, GUARDIAN, HOSPITAL, STRANGER, Stage, WORKER, later},
};
use axum::{body::Body, http::Request};
use chartkey_protocol::{Begin, Held, Line, LineKind, MyLog, Uploading, Usage};
use chartkey_store::dag;
use chartkey_vocabulary::*;

fn blob_of(record: RecordId) -> String {
    format!("/api/records/{record}/versions/1/blob")
}

/// So many bytes that no other number of them begins alike.
fn bytes(length: usize, seed: u8) -> Vec<u8> {
    (0..length).map(|at| (at as u8).wrapping_mul(31).wrapping_add(seed)).collect()
}

async fn my_log(stage: &Stage, who: Account) -> Vec<Line> {
    stage.get(who, "/api/log/mine").await.read::<MyLog>().lines
}

#[tokio::test]
async fn a_blob_is_released_to_whom_the_chain_allows_it_and_written_down_first() {
    let stage = Stage::new().await;
    let whole = bytes(300_000, 1);
    let record = stage.add(ADA, ADA, Kind::LabReport, &whole).await;
    let path = blob_of(record);
    for reader in [DR_LIN, BEN, STRANGER, HOSPITAL, WORKER] {
        let answer = stage.get(reader, &path).await;
        assert_eq!(answer.no().0, 403, "{reader}");
    }
    assert_eq!(stage.lines().await, 0, "a no is no release");

    for reader in [ADA, GUARDIAN] {
        let answer = stage.get(reader, &path).await;
        assert_eq!((answer.status.as_u16(), answer.bytes), (200, whole.clone()));
    }
    stage.grant(DR_LIN, Purpose::Treatment, Scope::everything(), None).await;
    let answer = stage.get(DR_LIN, &path).await;
    assert_eq!(answer.bytes, whole);
    assert_eq!(answer.headers["etag"], format!("\"{}\"", dag::hash(&whole).text()));
    assert_eq!(answer.headers["cache-control"], "no-store");

    let lines = my_log(&stage, ADA).await;
    let said: Vec<_> = lines.iter().map(|line| (line.reader, line.basis.as_deref(), line.kind)).collect();
    let kind = LineKind::Blob;
    assert_eq!(
        said,
        [
            (Some(ADA), Some("owner"), kind),
            (Some(GUARDIAN), Some("guardian"), kind),
            (Some(DR_LIN), Some("grant"), kind)
        ]
    );
    assert!(lines.iter().all(|line| (line.from, line.to) == (0, 299_999) && line.record == Some(record)));
    assert_eq!(lines[2].block, stage.stand.block().hash);

    assert_eq!(stage.get(DR_LIN, &format!("{path}?purpose=research")).await.no(), (403, "no_grant".into()));
    stage.revoke(DR_LIN, Purpose::Treatment).await;
    assert_eq!(stage.get(DR_LIN, &path).await.no(), (403, "no_grant".into()));
    assert_eq!(stage.lines().await, 3);
}

#[tokio::test]
async fn a_key_opens_until_it_ends_and_as_often_as_it_says() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed").await;
    let path = blob_of(record);
    stage.grant(DR_LIN, Purpose::Treatment, Scope::everything(), Some(1)).await;
    assert_eq!(stage.get(DR_LIN, &path).await.no(), (403, "not_announced".into()));
    stage.say(DR_LIN, RecordsMessage::Announce { record, purpose: Purpose::Treatment }).await;
    assert_eq!(stage.get(DR_LIN, &path).await.bytes, b"sealed");
    assert_eq!(stage.get(DR_LIN, &path).await.bytes, b"sealed", "the same opening");
    later(HOUR);
    assert_eq!(stage.get(DR_LIN, &path).await.no(), (403, "used_up".into()));
    later(DAY);
    assert_eq!(stage.get(DR_LIN, &path).await.no(), (403, "expired".into()));
}

#[tokio::test]
async fn a_silent_chain_releases_nothing() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed").await;
    stage.get(ADA, &blob_of(record)).await;
    stage.stand.silent.store(true, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(stage.get(ADA, &blob_of(record)).await.status, 503);
    stage.stand.silent.store(false, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(stage.lines().await, 1);
}

#[tokio::test]
async fn a_part_is_released_and_written_down_as_that_part() {
    let stage = Stage::new().await;
    let whole = bytes(600_000, 3);
    let record = stage.add(ADA, ADA, Kind::Mri, &whole).await;
    let path = blob_of(record);
    let ask = async |range: &str| stage.ask(ADA, Request::get(&path).header("range", range), Body::empty()).await;
    let middle = ask("bytes=262140-262150").await;
    assert_eq!((middle.status.as_u16(), &middle.bytes[..]), (206, &whole[262_140..=262_150]));
    assert_eq!(middle.headers["content-range"], "bytes 262140-262150/600000");
    let end = ask("bytes=-10").await;
    assert_eq!((end.status.as_u16(), &end.bytes[..]), (206, &whole[599_990..]));
    let line = my_log(&stage, ADA).await.pop().expect("a line");
    assert_eq!((line.from, line.to), (599_990, 599_999));

    let beyond = ask("bytes=600000-").await;
    assert_eq!((beyond.status.as_u16(), beyond.headers["content-range"].as_bytes()), (416, &b"bytes */600000"[..]));
    let head = stage.ask(ADA, Request::head(&path), Body::empty()).await;
    assert_eq!(head.status, 405);
    assert_eq!(stage.lines().await, 2, "neither was a release");
}

#[tokio::test]
async fn what_was_withdrawn_or_sealed_anew_leaves_the_store() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed once").await;
    let old = dag::hash(b"sealed once");
    stage.get(ADA, &blob_of(record)).await;
    let new = stage.upload(ADA, b"sealed twice").await;
    stage.say(ADA, RecordsMessage::Rekey { record, version: 1, cid: new }).await;
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&old).await && stage.kept(&new).await);
    assert_eq!(stage.get(ADA, &blob_of(record)).await.bytes, b"sealed twice");
    assert_eq!(stage.get(ADA, "/api/usage").await.read::<Usage>().bytes, 12, "what is gone counts no more");

    let second = stage.upload(ADA, b"version two").await;
    let sealed = Sealed { cid: second, commitment: Commitment([8; 32]) };
    stage.say(ADA, RecordsMessage::Amend { record, expected: 1, sealed }).await;
    stage.say(ADA, RecordsMessage::Withdraw { record }).await;
    assert_eq!(stage.get(ADA, &blob_of(record)).await.no().0, 404);
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&new).await && !stage.kept(&second).await);
}

#[tokio::test]
async fn a_blob_of_two_records_stays_until_both_are_gone() {
    let stage = Stage::new().await;
    let first = stage.add(ADA, ADA, Kind::XRay, b"the same").await;
    let cid = dag::hash(b"the same");
    let sealed = Sealed { cid, commitment: Commitment([7; 32]) };
    let add = RecordsMessage::Add { owner: ADA, salt: Salt([9; 16]), kind: Kind::XRay, sealed };
    let second = RecordId(stage.say(ADA, add).await.try_into().expect("an identifier"));
    stage.say(ADA, RecordsMessage::Withdraw { record: first }).await;
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(stage.kept(&cid).await);
    stage.say(ADA, RecordsMessage::Withdraw { record: second }).await;
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&cid).await);
}

#[tokio::test]
async fn what_the_chain_does_not_name_in_time_is_dropped() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"named").await;
    let unnamed = stage.upload(ADA, b"never named").await;
    let begin = Begin { size: 5, cid: dag::hash(b"begun") };
    let begun: Uploading = stage.call(ADA, "POST", "/api/blobs", &begin).await.read();
    stage.put(ADA, &format!("/api/blobs/{}?offset=0", begun.upload), b"beg".to_vec()).await;

    later(stage.app.settings.limits.unnamed - 1);
    janitor::tidy(&stage.app).await.expect("works");
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(stage.kept(&unnamed).await);
    later(1);
    janitor::tidy(&stage.app).await.expect("works");
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&unnamed).await);
    assert_eq!(stage.get(ADA, &format!("/api/blobs/{}", begun.upload)).await.no().0, 404);
    let uploads = std::fs::read_dir(stage.app.settings.data.join("uploads")).expect("a folder");
    assert_eq!(uploads.count(), 0, "no file is left of it");
    assert_eq!(stage.get(ADA, &blob_of(record)).await.bytes, b"named");
}

#[tokio::test]
async fn a_removal_that_a_crash_cut_short_is_done_again_and_nothing_relies_on_the_blob_meanwhile() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"going").await;
    let cid = dag::hash(b"going");
    stage.say(ADA, RecordsMessage::Withdraw { record }).await;
    let mut tx = stage.app.db.write().await.expect("begins");
    assert!(super::keep::begin_leaving(&mut tx, &crate::db::hex(cid.0), stage.app.now()).await.expect("works"));
    tx.commit().await.expect("commits");
    // Here the process dies, and comes back.
    let begin = Begin { size: 5, cid };
    let upload: Uploading = stage.call(ADA, "POST", "/api/blobs", &begin).await.read();
    stage.put(ADA, &format!("/api/blobs/{}?offset=0", upload.upload), b"going".to_vec()).await;
    let finish = format!("/api/blobs/{}/finish", upload.upload);
    assert_eq!(stage.call(ADA, "POST", &finish, &()).await.no().0, 503);
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&cid).await);
    stage.call(ADA, "POST", &finish, &()).await.read::<Held>();
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(stage.kept(&cid).await);
}

#[tokio::test]
async fn key_bundles_and_cards_are_public_while_they_are_named_and_nothing_else_is() {
    let stage = Stage::new().await;
    let public = async |cid: Cid| {
        let request = Request::get(format!("/api/public/{}", cid.text())).body(Body::empty()).expect("a request");
        stage.send(request).await
    };
    let first = stage.upload(ADA, b"a key bundle").await;
    assert_eq!(public(first).await.no().0, 404, "nobody's yet");
    stage.say(ADA, RegistryMessage::RotateKeys { keys: first }).await;
    assert_eq!(public(first).await.bytes, b"a key bundle");
    let second = stage.upload(ADA, b"another bundle").await;
    stage.say(ADA, RegistryMessage::RotateKeys { keys: second }).await;
    assert_eq!(public(second).await.bytes, b"another bundle");
    assert_eq!(public(first).await.no().0, 404);
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&first).await);

    let card = stage.upload(DR_LIN, b"{\"name\":\"Lin\"}").await;
    let profile = Profile { specialties: vec![7], languages: vec![*b"en"], place: *b"u33db", card };
    stage.say(DR_LIN, RegistryMessage::Revise { profile: profile.clone() }).await;
    assert_eq!(public(card).await.status, 200, "as soon as the index knows");
    janitor::name_cards(&stage.app).await.expect("works");
    later(stage.app.settings.limits.unnamed);
    janitor::tidy(&stage.app).await.expect("works");
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert_eq!(public(card).await.status, 200, "and as long as the entry names it");
    let other = stage.upload(DR_LIN, b"{\"name\":\"Dr Lin\"}").await;
    stage.say(DR_LIN, RegistryMessage::Revise { profile: Profile { card: other, ..profile } }).await;
    janitor::name_cards(&stage.app).await.expect("works");
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&card).await && stage.kept(&other).await);

    stage.add(ADA, ADA, Kind::XRay, b"a record").await;
    assert_eq!(public(dag::hash(b"a record")).await.no().0, 404);
}

#[tokio::test]
async fn a_bundle_that_is_named_a_moment_later_is_waited_for() {
    let stage = Stage::new().await;
    let keys = stage.upload(ADA, b"a key bundle").await;
    let request = Request::get(format!("/api/public/{}", keys.text())).body(Body::empty()).expect("a request");
    let rotate = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        stage.say(ADA, RegistryMessage::RotateKeys { keys }).await
    };
    let (answer, _) = futures::join!(stage.send(request), rotate);
    assert_eq!(answer.bytes, b"a key bundle");
}
