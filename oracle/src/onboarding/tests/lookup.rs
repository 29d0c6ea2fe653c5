//! A number nobody tells is found by those who may, a few times a day, and the patient knows.

use super::why;
use crate::onboarding::{lookup, secrets::Secrets, stage::*};
use axum::{Json, extract::State};
use chartkey_protocol::{Evaluated, Evaluation, LookedUp, LookupTag, Why};
use chartkey_vocabulary::Account;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};
use sqlx::Row;
use voprf::{EvaluationElement, Group, Proof, Ristretto255, VoprfClient};

/// Both sides of the function, as a browser and the oracle play them.
pub(super) async fn tag(stage: &Stage, account: Account, number: &[u8]) -> Result<LookupTag, Why> {
    let blinded = VoprfClient::<Ristretto255>::blind(number, &mut OsRng).expect("blinds");
    let ask = Evaluation { blinded: blinded.message.serialize().to_vec().into() };
    let answer = lookup::evaluate(State(stage.app.clone()), signed_in(account), Json(ask)).await;
    let Json(Evaluated { element, proof }) = answer.map_err(|failed| failed.0.why)?;
    let key = lookup::public_key(&stage.app).await.expect("a key");
    let key = Ristretto255::deserialize_elem(&key.0).expect("a key");
    let element = EvaluationElement::deserialize(&element.0).expect("an element");
    let proof = Proof::deserialize(&proof.0).expect("a proof");
    let output = blinded.state.finalize(number, &element, &proof, key).expect("the oracle used its key");
    Ok(LookupTag { tag: Sha256::digest(output).to_vec().into() })
}

async fn found(stage: &Stage, account: Account, tag: &LookupTag) -> Result<Account, Why> {
    let answer = lookup::find(State(stage.app.clone()), signed_in(account), Json(tag.clone())).await;
    answer.map(|Json(LookedUp { patient })| patient).map_err(|failed| failed.0.why)
}

async fn put(stage: &Stage, account: Account, tag: &LookupTag) -> Option<Why> {
    why(lookup::register(State(stage.app.clone()), signed_in(account), Json(tag.clone())).await)
}

#[tokio::test]
async fn a_hospital_finds_who_registered_the_number_and_the_patient_reads_of_it() {
    let stage = Stage::new().await;
    let mine = tag(&stage, ADA, b"1234567890").await.expect("a tag");
    assert_eq!(put(&stage, ADA, &mine).await, None);
    let theirs = tag(&stage, HOSPITAL, b"1234567890").await.expect("a tag");
    assert_eq!(theirs, mine, "who knows the number computes the same");
    assert_eq!(found(&stage, HOSPITAL, &theirs).await, Ok(ADA));
    assert_eq!(stage.count("SELECT COUNT(*) FROM log_lines").await, 1);
    assert_eq!(stage.count("SELECT COUNT(*) FROM notices WHERE kind = 'looked_up'").await, 1);
    let other = tag(&stage, HOSPITAL, b"1234567891").await.expect("a tag");
    assert_eq!(found(&stage, HOSPITAL, &other).await, Err(Why::NotFound));
    assert_eq!(stage.count("SELECT COUNT(*) FROM lookups WHERE deed = 'evaluate'").await, 3);
    for stranger in [ADA, DR_LIN, HOUSE_APPLYING] {
        assert_eq!(found(&stage, stranger, &theirs).await, Err(Why::NotAllowed));
    }
    assert_eq!(tag(&stage, DR_LIN, b"1234567890").await, Err(Why::NotAllowed));
    assert_eq!(put(&stage, HOSPITAL, &theirs).await, Some(Why::NotAllowed));
    let kept = sqlx::query("SELECT tag FROM lookup_tags").fetch_one(stage.app.db.pool()).await.expect("a row");
    assert!(!hex::encode(&mine.tag.0).contains(&kept.get::<String, _>(0)), "the tag itself is not kept");

    // Somebody else claims the number: then nobody is found, and the claimant learns nothing.
    assert_eq!(put(&stage, BEN, &mine).await, None);
    assert_eq!(found(&stage, HOSPITAL, &theirs).await, Err(Why::Conflict));
    assert_eq!(stage.count("SELECT COUNT(*) FROM log_lines").await, 1);
    lookup::forget(State(stage.app.clone()), signed_in(BEN)).await.expect("forgets");
    assert_eq!(found(&stage, HOSPITAL, &theirs).await, Ok(ADA));
}

#[tokio::test]
async fn numbers_cannot_be_tried_one_by_one() {
    let stage = Stage::new().await;
    for number in 0..5u32 {
        tag(&stage, ADA, &number.to_be_bytes()).await.expect("a tag");
    }
    assert_eq!(tag(&stage, ADA, b"6").await, Err(Why::TooMany));
    stage.run("UPDATE allowances SET used = 299").await;
    let other = LookupTag { tag: vec![1; 32].into() };
    assert_eq!(found(&stage, HOSPITAL, &other).await, Err(Why::NotFound));
    stage.run("UPDATE allowances SET used = 300").await;
    assert_eq!(found(&stage, HOSPITAL, &other).await, Err(Why::TooMany));
    for wrong in [vec![], vec![0; 32], vec![255; 32], vec![1; 33]] {
        let ask = Evaluation { blinded: wrong.into() };
        let answer = lookup::evaluate(State(stage.app.clone()), signed_in(HOSPITAL), Json(ask)).await;
        assert_eq!(why(answer), Some(Why::BadRequest));
    }
}

#[tokio::test]
async fn the_public_key_stays_over_restarts() {
    let stage = Stage::new().await;
    let key = lookup::public_key(&stage.app).await.expect("a key");
    assert_eq!(lookup::public_key(&stage.app).await.expect("a key"), key);
    assert_ne!(
        Secrets::test([1; 32]).lookup().get_public_key(),
        Ristretto255::deserialize_elem(&key.0).expect("a key")
    );
}
