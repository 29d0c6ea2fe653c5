//! A code only the holder of a licence gets, and what it is good for.

use super::{solved, while_posting, why};
use crate::{
    fixture::now,
    onboarding::{import_csv, licence, stage::*},
    outbox::work::Work,
};
use axum::{Json, extract::State};
use chartkey_protocol::{CodeSent, LicenceCheck, LicenceCode, PuzzleFor, Why};
use chartkey_vocabulary::{Account, Commitment, DAY, MINUTE, Message, RegistryMessage, Role, Standing};
use codec::Decode;
use sha2::{Digest, Sha256};
use sqlx::Row;
use std::time::Duration;

/// A stage whose register is the sample.
pub(super) async fn with_register() -> Stage {
    let stage = Stage::new().await;
    import_csv(&stage.app.db, &include_bytes!("../../../licences.sample.csv")[..]).await.expect("imports");
    stage
}

pub(super) async fn ask_code(stage: &Stage, account: Account, number: &str) -> Result<CodeSent, Why> {
    let ask = LicenceCheck { number: number.into(), solved: solved(stage, PuzzleFor::Licence).await };
    let answer = licence::check(State(stage.app.clone()), signed_in(account), Json(ask)).await;
    // The message leaves after the answer.
    tokio::time::sleep(Duration::from_millis(100)).await;
    answer.map(|Json(sent)| sent).map_err(|failed| failed.0.why)
}

async fn say_code(stage: &Stage, account: Account, number: &str, code: &str) -> Option<Why> {
    let ask = LicenceCode { number: number.into(), code: code.into() };
    let saying = licence::confirm(State(stage.app.clone()), signed_in(account), Json(ask));
    why(while_posting(stage, "final", saying).await)
}

/// The code in the last message.
fn last_code(stage: &Stage) -> String {
    let message = stage.messages().pop().expect("a message");
    message.lines().last().expect("words")[..6].into()
}

/// A code that is not this one.
fn other_than(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().expect("digits") + 1) % 1_000_000)
}

#[tokio::test]
async fn the_right_code_has_the_licence_attested_salted_and_once() {
    let stage = with_register().await;
    let sent = ask_code(&stage, APPLICANT, "med 104477").await.expect("a code");
    assert_eq!((sent.phone.as_str(), sent.tries), ("••••••••01", 3));
    assert!(stage.messages()[0].starts_with("To: +447700900101\nBy: text message\n"));
    let code = last_code(&stage);
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &other_than(&code)).await, Some(Why::Refused));
    assert_eq!(say_code(&stage, APPLICANT, "MED-104478", &code).await, Some(Why::Refused), "another licence");
    assert_eq!(say_code(&stage, HOUSE_APPLYING, "MED-104477", &code).await, Some(Why::Lapsed), "another account");
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, None);
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, None, "the answer may have been lost");
    assert_eq!(stage.count("SELECT COUNT(*) FROM outbox").await, 1);
    let row = sqlx::query("SELECT work, key, salt, number, commitment FROM outbox, licences_attested")
        .fetch_one(stage.app.db.pool())
        .await
        .expect("a row");
    let salt = hex::decode(row.get::<String, _>("salt")).expect("hex");
    let digest = Sha256::new().chain_update("chartkey licence 1").chain_update(salt).chain_update("MED104477");
    let licence = Commitment(digest.finalize().into());
    assert_eq!(row.get::<String, _>("commitment"), hex::encode(licence.0));
    match Work::decode(&mut &row.get::<Vec<u8>, _>("work")[..]).expect("work") {
        Work::Say(message) => {
            let expected = RegistryMessage::AttestLicence { who: APPLICANT, role: Role::Doctor, since: now(), licence };
            assert_eq!(message, Message::Registry(expected));
        }
        _ => panic!("nothing said"),
    }
}

#[tokio::test]
async fn a_code_counts_only_for_the_application_it_was_asked_for() {
    let stage = with_register().await;
    for (role, standing, later) in [
        (Role::Pharmacy, Standing::Pending, 0),
        (Role::Doctor, Standing::Pending, 1),
        (Role::Doctor, Standing::Rejected, 0),
        (Role::Doctor, Standing::Active, 0),
    ] {
        stage.village.set(APPLICANT, Role::Doctor, Standing::Pending);
        ask_code(&stage, APPLICANT, "MED-104477").await.expect("a code");
        let code = last_code(&stage);
        pass(later);
        stage.village.set(APPLICANT, role, standing);
        assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, Some(Why::Lapsed), "{role:?}, {standing:?}");
        assert_eq!(stage.count("SELECT COUNT(*) FROM outbox").await, 0, "nothing is attested");
    }
    stage.village.set(APPLICANT, Role::Doctor, Standing::Pending);
    ask_code(&stage, APPLICANT, "MED-104477").await.expect("a code of its own");
    let code = last_code(&stage);
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, None);
    // Its answer may have been lost on the way until after the council decided.
    stage.village.set(APPLICANT, Role::Doctor, Standing::Active);
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, None);
    assert_eq!(stage.count("SELECT COUNT(*) FROM outbox").await, 1);
}

#[tokio::test]
async fn three_wrong_codes_end_a_check_and_so_do_five_minutes() {
    let stage = with_register().await;
    ask_code(&stage, APPLICANT, "MED-104477").await.expect("a code");
    let code = last_code(&stage);
    for _ in 0..3 {
        assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &other_than(&code)).await, Some(Why::Refused));
    }
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, Some(Why::Lapsed));
    ask_code(&stage, APPLICANT, "MED-104477").await.expect("another code");
    let code = last_code(&stage);
    pass(5 * MINUTE);
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, Some(Why::Lapsed));
    assert_eq!(stage.count("SELECT COUNT(*) FROM outbox").await, 0);
}

#[tokio::test]
async fn who_tries_many_codes_at_once_has_three_tries_too() {
    let stage = with_register().await;
    ask_code(&stage, APPLICANT, "MED-104477").await.expect("a code");
    let code = last_code(&stage);
    let wrong = (1..=20).map(|step| format!("{:06}", (code.parse::<u32>().expect("digits") + step) % 1_000_000));
    let tries = wrong.map(|code| {
        let ask = LicenceCode { number: "MED-104477".into(), code };
        licence::confirm(State(stage.app.clone()), signed_in(APPLICANT), Json(ask))
    });
    let tried: Vec<_> = futures::future::join_all(tries).await.into_iter().map(why).collect();
    assert_eq!(tried.iter().filter(|why| **why == Some(Why::Refused)).count(), 3);
    assert_eq!(tried.iter().filter(|why| **why == Some(Why::Lapsed)).count(), 17);
    assert_eq!(say_code(&stage, APPLICANT, "MED-104477", &code).await, Some(Why::Lapsed));
}

#[tokio::test]
async fn whether_a_licence_exists_is_not_told() {
    let stage = with_register().await;
    // Unknown, ended, and of another role.
    for number in ["MED-999999", "MED-090001", "HOS-2001"] {
        let sent = ask_code(&stage, APPLICANT, number).await.expect("the same answer");
        let (dots, digits) = sent.phone.split_at("••••••••".len());
        assert_eq!((dots, sent.tries), ("••••••••", 3));
        assert!(digits.len() == 2 && digits.parse::<u8>().is_ok(), "{digits}");
        assert_eq!(say_code(&stage, APPLICANT, number, "000000").await, Some(Why::Refused));
    }
    assert_eq!(stage.messages(), Vec::<String>::new());
    let first = ask_code(&stage, APPLICANT, "MED-999999").await.expect("the same answer");
    pass(DAY);
    let again = ask_code(&stage, APPLICANT, "MED-999999").await.expect("the same answer");
    assert_eq!(first.phone, again.phone, "a real one would not change either");
}

#[tokio::test]
async fn codes_are_sent_to_applicants_for_work_and_not_without_end() {
    let stage = with_register().await;
    for account in [ADA, DR_LIN, Account([99; 20])] {
        assert_eq!(ask_code(&stage, account, "MED-104477").await.err(), Some(Why::NotAllowed));
    }
    let ask = LicenceCheck { number: "MED-104477".into(), solved: solved(&stage, PuzzleFor::Faucet).await };
    let other_work = licence::check(State(stage.app.clone()), signed_in(APPLICANT), Json(ask)).await;
    assert_eq!(why(other_work), Some(Why::Refused));
    for number in ["HOS-2001", "HOS-2001", "HOS-2002", "MED-104477", "nothing"] {
        ask_code(&stage, HOUSE_APPLYING, number).await.expect("an answer");
    }
    assert_eq!(stage.messages().len(), 3);
    assert_eq!(ask_code(&stage, HOUSE_APPLYING, "HOS-2003").await.err(), Some(Why::TooMany));
    pass(DAY);
    ask_code(&stage, HOUSE_APPLYING, "HOS-2003").await.expect("another day");
    assert_eq!(stage.messages().len(), 4);
}
