//! Who hands keys in, who is given them, and when they go.

mod vaults;

use crate::door::testing::{ADA, BEN, DR_LIN, DR_OLA, GUARDIAN, HOSPITAL, STRANGER, Stage, WORKER, later};
use chartkey_protocol::{Bytes, LineKind, Missing, MyLog, Page, Pending, Share, Shares, Wrap, Wraps};
use chartkey_store::dag;
use chartkey_vocabulary::*;
use sqlx::Row;

const TREATMENT: Purpose = Purpose::Treatment;

fn wraps_of(record: RecordId) -> String {
    format!("/api/records/{record}/versions/1/wraps")
}

fn wrap_of(record: RecordId) -> String {
    format!("/api/records/{record}/versions/1/wrap")
}

async fn put(stage: &Stage, who: Account, record: RecordId, wraps: Vec<Wrap>) -> (u16, String) {
    let answer = stage.call(who, "PUT", &wraps_of(record), &Wraps { wraps }).await;
    if answer.status == 204 { (204, String::new()) } else { answer.no() }
}

async fn rows(stage: &Stage) -> i64 {
    let row = sqlx::query("SELECT COUNT(*) FROM wraps").fetch_one(stage.app.db.pool()).await.expect("counts");
    row.try_get(0).expect("a number")
}

async fn missing(stage: &Stage, who: Account, query: &str) -> Vec<(RecordId, Account, Purpose)> {
    let page: Page<Missing> = stage.get(who, &format!("/api/wraps/missing?{query}")).await.read();
    page.rows.iter().map(|missing| (missing.record, missing.reader, missing.purpose)).collect()
}

#[tokio::test]
async fn a_wrap_is_released_like_the_blob_it_opens() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed").await;
    let cid = dag::hash(b"sealed");
    stage.grant(DR_LIN, TREATMENT, Scope::everything(), None).await;
    let for_lin = stage.wrap(cid, DR_LIN, TREATMENT, "for Lin").await;
    assert_eq!(stage.get(DR_LIN, &wrap_of(record)).await.no().0, 404, "nobody has made it");
    assert_eq!(put(&stage, ADA, record, vec![for_lin.clone()]).await.0, 204);
    assert_eq!(stage.get(DR_LIN, &wrap_of(record)).await.read::<Wrap>(), for_lin);
    for stranger in [BEN, DR_OLA, STRANGER] {
        assert_eq!(stage.get(stranger, &wrap_of(record)).await.no().0, 403);
    }
    assert_eq!(stage.get(ADA, &wrap_of(record)).await.no().0, 404, "another's wrap is no use to the owner either");
    let log: MyLog = stage.get(ADA, "/api/log/mine").await.read();
    assert_eq!(log.total, 1);
    assert_eq!((log.lines[0].kind, log.lines[0].reader, log.lines[0].to), (LineKind::Wrap, Some(DR_LIN), 6));

    stage.revoke(DR_LIN, TREATMENT).await;
    assert_eq!(stage.get(DR_LIN, &wrap_of(record)).await.no(), (403, "no_grant".into()));
    assert_eq!(rows(&stage).await, 0, "gone with the key");
}

#[tokio::test]
async fn keys_are_handed_in_by_the_owner_a_guardian_or_the_author_and_only_for_those_who_may() {
    let stage = Stage::new().await;
    stage.grant(DR_LIN, TREATMENT, Scope::everything(), None).await;
    let record = stage.add(DR_LIN, ADA, Kind::ConsultationNote, b"note").await;
    let cid = dag::hash(b"note");
    let wrap = async |reader, key: &str| stage.wrap(cid, reader, TREATMENT, key).await;

    assert_eq!(put(&stage, DR_LIN, record, vec![wrap(ADA, "by Lin").await, wrap(DR_LIN, "own").await]).await.0, 204);
    assert_eq!(put(&stage, DR_LIN, record, vec![wrap(ADA, "by Lin again").await]).await.0, 204);
    assert_eq!(put(&stage, DR_LIN, record, vec![wrap(DR_OLA, "x").await]).await, (403, "no_grant".into()));
    for other in [BEN, DR_OLA, STRANGER, HOSPITAL, WORKER] {
        assert_eq!(put(&stage, other, record, vec![wrap(ADA, "x").await]).await.0, 403, "{other}");
    }
    assert_eq!(put(&stage, GUARDIAN, record, vec![wrap(ADA, "by the guardian").await]).await.0, 204);
    assert_eq!(put(&stage, DR_LIN, record, vec![wrap(ADA, "useless").await]).await.0, 409, "not over the patient's");
    let own: Wrap = stage.get(ADA, &wrap_of(record)).await.read();
    assert_eq!(own.key.0, b"by the guardian");

    later(DAY);
    assert_eq!(put(&stage, DR_LIN, record, vec![wrap(DR_LIN, "late").await]).await.0, 403, "the author's time is over");
    assert_eq!(put(&stage, ADA, record, vec![wrap(DR_LIN, "x").await]).await, (403, "expired".into()));
}

#[tokio::test]
async fn a_wrap_to_another_blob_or_to_old_keys_is_refused() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed").await;
    let good = stage.wrap(dag::hash(b"sealed"), ADA, TREATMENT, "own").await;
    assert_eq!(put(&stage, ADA, record, vec![Wrap { cid: dag::hash(b"other"), ..good.clone() }]).await.0, 409);
    assert_eq!(put(&stage, ADA, record, vec![Wrap { epoch: good.epoch + 1, ..good.clone() }]).await.0, 409);
    assert_eq!(put(&stage, ADA, record, vec![Wrap { key: Bytes(vec![0; 5000]), ..good.clone() }]).await.0, 413);
    assert_eq!(put(&stage, ADA, record, vec![]).await.0, 400);
    assert_eq!(put(&stage, ADA, record, vec![good.clone(); 65]).await.0, 400);
    assert_eq!(put(&stage, ADA, RecordId([0; 16]), vec![good]).await.0, 404);
    assert_eq!(rows(&stage).await, 0);
}

#[tokio::test]
async fn a_narrowed_key_loses_its_wraps_of_what_it_opens_no_more() {
    let stage = Stage::new().await;
    let (image, letter) =
        (stage.add(ADA, ADA, Kind::XRay, b"image").await, stage.add(ADA, ADA, Kind::DischargeSummary, b"letter").await);
    let third = stage.add(ADA, ADA, Kind::Other, b"third").await;
    for reader in [DR_LIN, DR_OLA] {
        stage.grant(reader, TREATMENT, Scope::everything(), None).await;
        for (record, bytes) in [(image, &b"image"[..]), (letter, b"letter"), (third, b"third")] {
            let wrap = stage.wrap(dag::hash(bytes), reader, TREATMENT, "key").await;
            assert_eq!(put(&stage, ADA, record, vec![wrap]).await.0, 204);
        }
    }
    let except = Exclusions { kinds: [Kind::XRay].into_iter().collect(), records: [letter].into() };
    let narrowing = Narrowing { except, ..Narrowing::default() };
    let between = Between { patient: ADA, reader: DR_LIN, purpose: TREATMENT };
    stage.say(ADA, ConsentMessage::Narrow { between, narrowing }).await;
    assert_eq!(rows(&stage).await, 4, "one of Lin's and all of Ola's");
    assert_eq!(stage.get(DR_LIN, &wrap_of(image)).await.no(), (403, "out_of_scope".into()));
    stage.get(DR_LIN, &wrap_of(third)).await.read::<Wrap>();
}

#[tokio::test]
async fn what_is_missing_is_what_live_keys_cover_and_nobody_has_wrapped_to_todays_keys() {
    let stage = Stage::new().await;
    let image = stage.add(ADA, ADA, Kind::XRay, b"image").await;
    let script = stage.add(ADA, ADA, Kind::Prescription, b"script").await;
    for (record, bytes) in [(image, &b"image"[..]), (script, b"script")] {
        let own = stage.wrap(dag::hash(bytes), ADA, TREATMENT, "own").await;
        let guardians = stage.wrap(dag::hash(bytes), GUARDIAN, TREATMENT, "guardian's").await;
        assert_eq!(put(&stage, ADA, record, vec![own, guardians]).await.0, 204);
    }
    assert_eq!(missing(&stage, ADA, "").await, []);
    stage.grant(DR_LIN, TREATMENT, Extent::Kinds([Kind::XRay].into_iter().collect()).into(), None).await;
    stage.grant(WORKER, Purpose::MachineAnalysis, Extent::Records([script].into()).into(), None).await;
    let wanted = [(image, DR_LIN, TREATMENT), (script, WORKER, Purpose::MachineAnalysis)];
    assert_eq!(missing(&stage, ADA, "").await, wanted);
    assert_eq!(missing(&stage, GUARDIAN, &format!("patient={ADA}")).await, wanted);
    assert_eq!(missing(&stage, GUARDIAN, "").await, [], "the guardian's own chart is empty");
    assert_eq!(stage.get(BEN, &format!("/api/wraps/missing?patient={ADA}")).await.no().0, 404);

    let made = stage.wrap(dag::hash(b"image"), DR_LIN, TREATMENT, "for Lin").await;
    assert_eq!(put(&stage, ADA, image, vec![made]).await.0, 204);
    assert_eq!(missing(&stage, ADA, "").await, wanted[1..]);
    stage.say(DR_LIN, RegistryMessage::RotateKeys { keys: chartkey_rules::town::cid(77) }).await;
    assert_eq!(missing(&stage, ADA, "").await, wanted, "Lin has other keys now");
    stage.revoke(DR_LIN, TREATMENT).await;
    assert_eq!(missing(&stage, ADA, "").await, wanted[1..]);
    later(2 * DAY);
    assert_eq!(missing(&stage, ADA, "").await, [], "the other key has ended");
}

#[tokio::test]
async fn a_machines_output_has_wraps_of_its_own() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"image").await;
    stage.grant(WORKER, Purpose::MachineAnalysis, Scope::everything(), None).await;
    let output = stage.upload(WORKER, b"what was found").await;
    let (model, code) = (Digest([1; 32]), Digest([2; 32]));
    let (seen, told) = (Commitment([7; 32]), Commitment([3; 32]));
    let attestation = Attestation { record, version: 1, seen, model, code, output: told };
    let own = stage.wrap(output, ADA, TREATMENT, "output's key").await;
    let planted = stage.wrap(dag::hash(b"image"), GUARDIAN, TREATMENT, "not the worker's business").await;
    let mut tx = stage.app.db.write().await.expect("begins");
    super::put_wraps(&mut tx, record, 1, &[own.clone(), planted]).await.expect("stores");
    tx.commit().await.expect("commits");
    assert_eq!(rows(&stage).await, 1, "only the output's");

    let id = stage.say(WORKER, RecordsMessage::Attest { attestation, cid: output }).await;
    let finding = FindingId(id.try_into().expect("an identifier"));
    let (blob, wrap) = (format!("/api/findings/{finding}/blob"), format!("/api/findings/{finding}/wrap"));
    assert_eq!(stage.get(ADA, &blob).await.bytes, b"what was found");
    assert_eq!(stage.get(ADA, &wrap).await.read::<Wrap>(), own);
    assert_eq!(stage.get(DR_LIN, &blob).await.no().0, 403);
    assert_eq!(stage.get(DR_LIN, &wrap).await.no().0, 403);
    stage.grant(DR_LIN, TREATMENT, Scope::everything(), None).await;
    let with_findings: Page<Missing> = stage.get(ADA, "/api/wraps/missing?findings=true").await.read();
    let lins: Vec<_> = with_findings.rows.iter().filter(|row| row.reader == DR_LIN).map(|row| row.finding).collect();
    assert_eq!(lins, [None, Some(finding)]);
    let for_lin = stage.wrap(output, DR_LIN, TREATMENT, "for Lin").await;
    assert_eq!(put(&stage, ADA, record, vec![for_lin.clone()]).await.0, 204);
    assert_eq!(stage.get(DR_LIN, &wrap).await.read::<Wrap>(), for_lin);
    let log: MyLog = stage.get(ADA, "/api/log/mine").await.read();
    assert_eq!(log.lines[0].kind, LineKind::Finding);
    stage.say(ADA, RecordsMessage::Withdraw { record }).await;
    assert_eq!(rows(&stage).await, 0);
    assert_eq!(stage.get(ADA, &blob).await.no().0, 404);
}

#[tokio::test]
async fn a_guardian_who_is_none_any_more_has_no_keys_left() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed").await;
    let wrap = stage.wrap(dag::hash(b"sealed"), GUARDIAN, TREATMENT, "guardian's").await;
    assert_eq!(put(&stage, ADA, record, vec![wrap.clone()]).await.0, 204);
    assert_eq!(stage.get(GUARDIAN, &wrap_of(record)).await.read::<Wrap>(), wrap);
    stage.say(ADA, RegistryMessage::DismissGuardian { patient: ADA, guardian: GUARDIAN }).await;
    assert_eq!(stage.get(GUARDIAN, &wrap_of(record)).await.no().0, 403);
    assert_eq!(rows(&stage).await, 0);
}

#[tokio::test]
async fn two_custodians_open_a_card_while_the_glass_is_broken_and_not_a_second_longer() {
    // Any three accounts with keys can be custodians.
    let custodians = [BEN, DR_OLA, WORKER];
    let stage = Stage::with(|settings| settings.custodians = custodians.to_vec()).await;
    let record = stage.add(ADA, ADA, Kind::Other, b"the card").await;
    let cid = dag::hash(b"the card");
    let (path, handing) = (format!("/api/cards/{record}/shares"), format!("/api/custody/{record}/{HOSPITAL}"));
    let mut shares = Vec::new();
    for keeper in custodians {
        let epoch = stage.wrap(cid, keeper, TREATMENT, "").await.epoch;
        shares.push(Share { keeper, epoch, share: Bytes(b"sealed to the keeper".to_vec()) });
    }
    let split = Shares { cid, shares };
    assert_eq!(stage.call(BEN, "PUT", &path, &split).await.no().0, 403, "not Ben's card");
    let twice = Shares { cid, shares: vec![split.shares[0].clone(); 3] };
    assert_eq!(stage.call(ADA, "PUT", &path, &twice).await.no().0, 422);
    let mut foreign = split.clone();
    foreign.shares[0].keeper = DR_LIN;
    assert_eq!(stage.call(ADA, "PUT", &path, &foreign).await.no().0, 422, "no custodian of ours");
    assert_eq!(stage.call(ADA, "PUT", &path, &split).await.status, 204);
    stage.say(ADA, ConsentMessage::KeepCard { patient: ADA, record }).await;

    let pending = async |who| stage.get(who, "/api/custody").await.read::<Page<Pending>>().rows;
    let epoch = stage.wrap(cid, HOSPITAL, TREATMENT, "").await.epoch;
    let part = |keeper: Account| Share { keeper, epoch, share: Bytes(b"sealed to the hospital".to_vec()) };
    assert!(pending(BEN).await.is_empty());
    assert_eq!(stage.call(BEN, "PUT", &handing, &part(BEN)).await.no().0, 404, "no glass is broken");
    assert_eq!(stage.get(HOSPITAL, &path).await.no(), (403, "no_grant".into()));

    let break_glass = ConsentMessage::BreakGlass { patient: ADA, reason: EmergencyReason::Unconscious };
    stage.say(HOSPITAL, break_glass).await;
    let asked = pending(BEN).await;
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].record, asked[0].reader, asked[0].cid), (record, HOSPITAL, cid));
    assert_eq!(asked[0].share.0, b"sealed to the keeper");
    assert!(pending(DR_LIN).await.is_empty(), "no custodian");

    assert_eq!(stage.call(BEN, "PUT", &handing, &part(DR_OLA)).await.no().0, 403, "another's part");
    let stale = Share { epoch: epoch + 1, ..part(BEN) };
    assert_eq!(stage.call(BEN, "PUT", &handing, &stale).await.no().0, 409);
    assert!(stage.get(HOSPITAL, &path).await.read::<Shares>().shares.is_empty());
    for keeper in [BEN, DR_OLA] {
        assert_eq!(stage.call(keeper, "PUT", &handing, &part(keeper)).await.status, 204);
    }
    assert!(pending(BEN).await.is_empty(), "answered");
    let got: Shares = stage.get(HOSPITAL, &path).await.read();
    assert_eq!(got.shares, [part(BEN), part(DR_OLA)]);
    assert_eq!(stage.get(DR_OLA, &path).await.no().0, 403, "a custodian is no rescuer");
    let blob = format!("/api/records/{record}/versions/1/blob?purpose=emergency");
    assert_eq!(stage.get(HOSPITAL, &blob).await.bytes, b"the card");
    let log: MyLog = stage.get(ADA, "/api/log/mine").await.read();
    let said: Vec<_> = log.lines.iter().map(|line| (line.kind, line.reader, line.basis.as_deref())).collect();
    let card = LineKind::Card;
    assert_eq!(
        said,
        [
            (card, Some(BEN), Some("custodian")),
            (card, Some(HOSPITAL), Some("emergency")),
            (card, Some(HOSPITAL), Some("emergency"))
        ]
    );

    later(3 * HOUR);
    assert_eq!(stage.get(HOSPITAL, &path).await.no(), (403, "expired".into()));
    assert_eq!(stage.get(HOSPITAL, &blob).await.no(), (403, "expired".into()));
    assert_eq!(stage.call(WORKER, "PUT", &handing, &part(WORKER)).await.no().0, 404);
    assert!(pending(WORKER).await.is_empty());
    // Another emergency begins with nothing handed over.
    stage.say(HOSPITAL, ConsentMessage::BreakGlass { patient: ADA, reason: EmergencyReason::LifeAtRisk }).await;
    assert!(stage.get(HOSPITAL, &path).await.read::<Shares>().shares.is_empty());
    stage.say(ADA, ConsentMessage::MendGlass { patient: ADA, reader: HOSPITAL }).await;
    assert_eq!(stage.get(HOSPITAL, &path).await.no().0, 403);
}
