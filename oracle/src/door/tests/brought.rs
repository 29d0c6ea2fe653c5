//! Names of blobs are public. Whoever repeats one on the chain gets nothing by it, and keeps nothing from leaving.

use super::super::{
    janitor,
    testing::{ADA, BEN, DR_LIN, GUARDIAN, Stage, WORKER, later},
};
use super::{blob_of, bytes};
use crate::index;
use axum::{body::Body, http::Request};
use chartkey_protocol::{Begin, Held, Uploading, Usage, Wraps};
use chartkey_store::dag;
use chartkey_vocabulary::*;

/// Adds a record of `owner` that names a blob `by` did not upload for it.
async fn names(stage: &Stage, by: Account, owner: Account, cid: Cid, salt: u8) -> RecordId {
    let sealed = Sealed { cid, commitment: Commitment([7; 32]) };
    let add = RecordsMessage::Add { owner, salt: Salt([salt; 16]), kind: Kind::XRay, sealed };
    RecordId(stage.say(by, add).await.try_into().expect("an identifier"))
}

async fn rekeys(stage: &Stage, by: Account, record: RecordId, cid: Cid) {
    stage.say(by, RecordsMessage::Rekey { record, version: 1, cid }).await;
}

async fn withdraws(stage: &Stage, by: Account, record: RecordId) {
    stage.say(by, RecordsMessage::Withdraw { record }).await;
    janitor::remove_doomed(&stage.app).await.expect("works");
}

/// The janitor's whole round.
async fn tidied(stage: &Stage) {
    janitor::tidy(&stage.app).await.expect("works");
    janitor::remove_doomed(&stage.app).await.expect("works");
}

async fn status(stage: &Stage, who: Account, record: RecordId) -> u16 {
    stage.get(who, &blob_of(record)).await.status.as_u16()
}

async fn public(stage: &Stage, cid: Cid) -> u16 {
    let request = Request::get(format!("/api/public/{}", cid.text())).body(Body::empty()).expect("a request");
    stage.send(request).await.status.as_u16()
}

#[tokio::test]
async fn a_stranger_who_names_a_blob_gets_nothing_and_keeps_nothing() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::LabReport, b"sealed by Ada").await;
    let cid = dag::hash(b"sealed by Ada");

    stage.say(BEN, RegistryMessage::RotateKeys { keys: cid }).await;
    assert_eq!(public(&stage, cid).await, 404, "not for calling it a key bundle");
    let profile = Profile { specialties: vec![7], languages: vec![*b"en"], place: *b"u33db", card: cid };
    stage.say(DR_LIN, RegistryMessage::Revise { profile }).await;
    assert_eq!(public(&stage, cid).await, 404, "not for calling it a card");
    janitor::name_cards(&stage.app).await.expect("works");
    assert_eq!(public(&stage, cid).await, 404);
    let named = names(&stage, BEN, BEN, cid, 1).await;
    assert_eq!(status(&stage, BEN, named).await, 404, "not for calling it a record");
    let sealed = Sealed { cid, commitment: Commitment([8; 32]) };
    stage.say(BEN, RecordsMessage::Amend { record: named, expected: 1, sealed }).await;
    let second = format!("/api/records/{named}/versions/2/blob");
    assert_eq!(stage.get(BEN, &second).await.no().0, 404, "nor a new version");
    let own = stage.add(BEN, BEN, Kind::XRay, b"sealed by Ben").await;
    rekeys(&stage, BEN, own, cid).await;
    assert_eq!(status(&stage, BEN, own).await, 404, "nor for sealing anew in it");
    assert_eq!(stage.lines().await, 0, "nothing was released");

    assert_eq!(stage.get(ADA, &blob_of(record)).await.bytes, b"sealed by Ada");
    stage.say(ADA, RecordsMessage::Withdraw { record }).await;
    names(&stage, BEN, BEN, cid, 2).await;
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&cid).await, "withdrawn is withdrawn");
    assert_eq!(stage.get(ADA, "/api/usage").await.read::<Usage>().bytes, 0);
}

#[tokio::test]
async fn what_somebody_just_brought_waits_for_their_own_name_and_no_strangers() {
    let stage = Stage::new().await;
    let first = stage.upload(ADA, b"seen on its way to the chain").await;
    let named = names(&stage, BEN, BEN, first, 1).await;
    assert_eq!(status(&stage, BEN, named).await, 404);
    later(stage.app.settings.limits.unnamed);
    tidied(&stage).await;
    assert!(!stage.kept(&first).await, "Ben's name keeps nothing of Ada's");

    let second = stage.upload(ADA, b"and this one comes there").await;
    names(&stage, BEN, BEN, second, 2).await;
    let record = names(&stage, ADA, ADA, second, 3).await;
    later(stage.app.settings.limits.unnamed);
    tidied(&stage).await;
    assert_eq!(status(&stage, ADA, record).await, 200);
    withdraws(&stage, ADA, record).await;
    assert!(!stage.kept(&second).await);
}

#[tokio::test]
async fn a_key_to_some_kinds_opens_no_others_by_naming_them_in_a_record_of_such_a_kind() {
    let stage = Stage::new().await;
    stage.add(ADA, ADA, Kind::LabReport, b"not for Lin").await;
    let images = Extent::Kinds([Kind::XRay].into_iter().collect());
    stage.grant(DR_LIN, Purpose::Treatment, images.clone().into(), None).await;
    let named = names(&stage, DR_LIN, ADA, dag::hash(b"not for Lin"), 1).await;
    assert_eq!(status(&stage, DR_LIN, named).await, 404);

    stage.grant(WORKER, Purpose::MachineAnalysis, images.into(), None).await;
    let image = stage.add(ADA, ADA, Kind::XRay, b"for the machine").await;
    let (model, code) = (Digest([1; 32]), Digest([2; 32]));
    let (seen, output) = (Commitment([7; 32]), Commitment([3; 32]));
    let attestation = Attestation { record: image, version: 1, seen, model, code, output };
    let attest = RecordsMessage::Attest { attestation, cid: dag::hash(b"not for Lin") };
    let finding = FindingId(stage.say(WORKER, attest).await.try_into().expect("an identifier"));
    let path = format!("/api/findings/{finding}/blob?purpose=machine_analysis");
    assert_eq!(stage.get(WORKER, &path).await.no().0, 404, "nor as a machine's finding");
    assert_eq!(stage.lines().await, 0);
}

#[tokio::test]
async fn what_a_doctor_holds_for_one_patient_is_not_lent_to_another() {
    let stage = Stage::new().await;
    let terms = Terms { scope: Scope::everything(), until: stage.app.now() + DAY, openings: None, may_write: true };
    for patient in [ADA, BEN] {
        let between = Between { patient, reader: DR_LIN, purpose: Purpose::Treatment };
        stage.say(patient, ConsentMessage::Grant { between, terms: terms.clone() }).await;
    }
    let adas = stage.add(DR_LIN, ADA, Kind::ConsultationNote, b"Lin about Ada").await;
    let bens = stage.add(DR_LIN, BEN, Kind::ConsultationNote, b"Lin about Ben").await;
    assert_eq!(stage.get(ADA, &blob_of(adas)).await.bytes, b"Lin about Ada");
    rekeys(&stage, BEN, bens, dag::hash(b"Lin about Ada")).await;
    assert_eq!(status(&stage, BEN, bens).await, 404, "Lin wrote both, and brought both");
    withdraws(&stage, ADA, adas).await;
    assert!(!stage.kept(&dag::hash(b"Lin about Ada")).await);
}

#[tokio::test]
async fn who_is_made_a_guardian_unasked_lends_nothing() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::LabReport, b"sealed by Ada").await;
    let bens = stage.add(BEN, BEN, Kind::XRay, b"sealed by Ben").await;
    stage.say(BEN, RegistryMessage::AppointGuardian { guardian: ADA }).await;
    rekeys(&stage, BEN, bens, dag::hash(b"sealed by Ada")).await;
    assert_eq!(status(&stage, BEN, bens).await, 404);
    withdraws(&stage, ADA, record).await;
    assert!(!stage.kept(&dag::hash(b"sealed by Ada")).await);
}

#[tokio::test]
async fn a_patient_seals_anew_what_a_doctor_wrote_and_a_rebuilt_index_changes_nothing() {
    let stage = Stage::new().await;
    stage.grant(DR_LIN, Purpose::Treatment, Scope::everything(), None).await;
    let record = stage.add(DR_LIN, ADA, Kind::ConsultationNote, b"sealed by Lin").await;
    assert_eq!(stage.get(DR_LIN, &blob_of(record)).await.bytes, b"sealed by Lin");
    let fresh = stage.upload(ADA, b"sealed by Ada").await;
    rekeys(&stage, ADA, record, fresh).await;
    janitor::remove_doomed(&stage.app).await.expect("works");
    assert!(!stage.kept(&dag::hash(b"sealed by Lin")).await);
    assert_eq!(stage.get(DR_LIN, &blob_of(record)).await.bytes, b"sealed by Ada");

    let council = Council { admins: Vec::new(), quorum: 2 };
    let founding = index::Founding { council, members: [].into() };
    let start = index::Start { genesis: Digest([1; 32]), height: 10, founding };
    index::begin(&stage.app.db, &start).await.expect("begins anew");
    later(stage.app.settings.limits.unnamed);
    tidied(&stage).await;
    assert_eq!(stage.get(ADA, &blob_of(record)).await.bytes, b"sealed by Ada");
}

#[tokio::test]
async fn what_a_guardian_sealed_anew_is_released_once_its_keys_are_in_and_outlives_the_office() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed by Ada").await;
    let fresh = stage.upload(GUARDIAN, b"sealed by the guardian").await;
    rekeys(&stage, GUARDIAN, record, fresh).await;
    assert_eq!(status(&stage, ADA, record).await, 404, "without a key it would be of no use");
    later(stage.app.settings.limits.unnamed);
    tidied(&stage).await;
    assert!(stage.kept(&fresh).await, "the guardian's connection may have broken");

    let wraps = Wraps { wraps: vec![stage.wrap(fresh, ADA, Purpose::Treatment, "for Ada").await] };
    let path = format!("/api/records/{record}/versions/1/wraps");
    assert_eq!(stage.call(GUARDIAN, "PUT", &path, &wraps).await.status, 204);
    assert_eq!(stage.get(ADA, &blob_of(record)).await.bytes, b"sealed by the guardian");
    later(7 * DAY);
    tidied(&stage).await;
    // Now it is written down who brought it, and the wrap may be replaced by another's.
    assert_eq!(stage.call(ADA, "PUT", &path, &wraps).await.status, 204);
    stage.say(ADA, RegistryMessage::DismissGuardian { patient: ADA, guardian: GUARDIAN }).await;
    later(DAY);
    tidied(&stage).await;
    assert_eq!(stage.get(ADA, &blob_of(record)).await.bytes, b"sealed by the guardian");
    withdraws(&stage, ADA, record).await;
    assert!(!stage.kept(&fresh).await);
}

#[tokio::test]
async fn a_second_who_brings_the_same_bytes_holds_them_too_and_only_once_all_have_come() {
    let stage = Stage::new().await;
    let whole = bytes(1000, 4);
    let cid = dag::hash(&whole);
    let adas = stage.add(ADA, ADA, Kind::XRay, &whole).await;
    let upload: Uploading = stage.call(BEN, "POST", "/api/blobs", &Begin { size: 1000, cid }).await.read();
    let path = format!("/api/blobs/{}", upload.upload);
    stage.put(BEN, &format!("{path}?offset=0"), whole[..999].to_vec()).await.read::<Uploading>();
    let bens = names(&stage, BEN, BEN, cid, 1).await;
    assert_eq!(stage.call(BEN, "POST", &format!("{path}/finish"), &()).await.no().0, 409);
    assert_eq!(status(&stage, BEN, bens).await, 404, "a byte is missing");

    stage.put(BEN, &format!("{path}?offset=999"), whole[999..].to_vec()).await.read::<Uploading>();
    stage.call(BEN, "POST", &format!("{path}/finish"), &()).await.read::<Held>();
    assert_eq!(stage.get(BEN, &blob_of(bens)).await.bytes, whole);
    withdraws(&stage, ADA, adas).await;
    later(stage.app.settings.limits.unnamed);
    tidied(&stage).await;
    assert_eq!(stage.get(BEN, &blob_of(bens)).await.bytes, whole, "his name keeps it as long as it stands");
    withdraws(&stage, BEN, bens).await;
    assert!(!stage.kept(&cid).await);
}
