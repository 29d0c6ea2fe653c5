//! People are told once, in order, and nobody else is.

mod contact;
mod stream;

use super::{
    list, opened,
    write::{on_event, parked},
};
use crate::{app::App, db::hex, onboarding::stage::*};
use axum::{
    Json,
    extract::{Query, State},
    http::StatusCode,
};
use chartkey_client::{Hash, Heard};
use chartkey_protocol::{Notice, NoticeKind as Kind, Page, Paging, Seen, Why};
use chartkey_vocabulary::{
    Account, Cid, ConsentEvent, Contract, EmergencyReason, Event, HOUR, Kind as RecordKind, MINUTE, RecordId,
    RecordsEvent, RegistryEvent, Time,
};
use std::time::Duration;

const GUARDIAN: Account = Account([21; 20]);
const ADMIN: Account = Account([22; 20]);
const RECORD: RecordId = RecordId([23; 16]);

fn heard(index: u32, event: Event) -> Heard {
    let (block, contract) = (Hash::zero(), Contract::Records);
    Heard { block, height: 7, transaction: Some(1), index, contract, event, topics: Vec::new() }
}

fn added(by: Account) -> Event {
    let (kind, cid) = (RecordKind::LabReport, Cid([1; 36]));
    Event::Records(RecordsEvent::Added { record: RECORD, owner: ADA, by, kind, cid, epoch: 1 })
}

async fn tell(app: &App, index: u32, event: Event) {
    let mut tx = app.db.write().await.expect("a transaction");
    on_event(&mut tx, &heard(index, event), app.now()).await.expect("tells");
    tx.commit().await.expect("commits");
}

async fn told(app: &App, account: Account) -> Vec<Notice> {
    let answer = list::list(State(app.clone()), signed_in(account), Query(Paging::default())).await;
    answer.expect("a page").0.rows
}

/// A stage where Ada has a guardian and the council one admin.
async fn staged() -> Stage {
    let stage = Stage::new().await;
    let pool = stage.app.db.pool();
    sqlx::query("INSERT INTO guardians (patient, guardian, since) VALUES ($1, $2, 1)")
        .bind(hex(ADA.0))
        .bind(hex(GUARDIAN.0))
        .execute(pool)
        .await
        .expect("a guardian");
    sqlx::query("INSERT INTO members (account, role, standing, epoch, since) VALUES ($1, 'admin', 'active', 0, 1)")
        .bind(hex(ADMIN.0))
        .execute(pool)
        .await
        .expect("an admin");
    stage
}

#[tokio::test]
async fn the_council_hears_of_every_entry_that_is_exchanged() {
    let stage = staged().await;
    tell(&stage.app, 1, Event::Registry(RegistryEvent::ProfileRevised { who: DR_LIN, pending: false })).await;
    let told_admin = told(&stage.app, ADMIN).await;
    assert!(matches!(&told_admin[..], [one] if one.kind == Kind::Standing && one.about == DR_LIN), "{told_admin:?}");
    assert!(told(&stage.app, DR_LIN).await.is_empty(), "who changed it knows");
}

#[tokio::test]
async fn a_patient_and_a_guardian_are_told_once_and_nobody_else() {
    let stage = staged().await;
    let app = &stage.app;
    tell(app, 1, added(DR_LIN)).await;
    // The block is read again after a crash.
    tell(app, 1, added(DR_LIN)).await;
    for account in [ADA, GUARDIAN] {
        let notices = told(app, account).await;
        assert_eq!(notices.len(), 1);
        let Notice { kind, account: to, about, by, record, read, .. } = &notices[0];
        assert_eq!((*kind, *to, *about, *by, *record), (Kind::RecordAdded, account, ADA, Some(DR_LIN), Some(RECORD)));
        assert!(!read);
    }
    tell(app, 2, added(GUARDIAN)).await;
    assert_eq!((told(app, ADA).await.len(), told(app, GUARDIAN).await.len()), (2, 1), "not who did it");
    assert_eq!(told(app, DR_LIN).await, []);
    assert_eq!(told(app, BEN).await, []);
}

#[tokio::test]
async fn admins_hear_of_applicants_and_guardians_of_their_own_dismissal() {
    let stage = staged().await;
    let app = &stage.app;
    let attested = RegistryEvent::LicenceAttested { who: APPLICANT, by: Account([8; 20]) };
    tell(app, 1, Event::Registry(attested)).await;
    let notices = told(app, ADMIN).await;
    assert_eq!((notices.len(), notices[0].kind, notices[0].about), (1, Kind::Standing, APPLICANT));
    assert_eq!(told(app, APPLICANT).await.len(), 1);
    stage.run("DELETE FROM guardians").await;
    let dismissed = RegistryEvent::GuardianDismissed { patient: ADA, guardian: GUARDIAN };
    tell(app, 2, Event::Registry(dismissed)).await;
    assert_eq!((told(app, GUARDIAN).await.len(), told(app, ADA).await.len()), (1, 1));
    let (reason, until) = (EmergencyReason::Unconscious, app.now() + 3 * HOUR);
    let broken = ConsentEvent::GlassBroken { patient: ADA, by: HOSPITAL, reason, until };
    tell(app, 3, Event::Consent(broken)).await;
    assert_eq!(told(app, ADA).await[0].kind, Kind::GlassBroken, "the newest comes first");
    assert_eq!(told(app, GUARDIAN).await.len(), 1, "no guardian any more");
}

#[tokio::test]
async fn openings_are_told_once_an_hour_and_never_to_the_reader() {
    let stage = staged().await;
    let app = &stage.app;
    let open = async |reader: Account, record: RecordId, at: Time| {
        let mut tx = app.db.write().await.expect("a transaction");
        opened(&mut tx, ADA, reader, record, at).await.expect("tells");
        tx.commit().await.expect("commits");
    };
    let hour = app.now() / HOUR * HOUR;
    for (reader, record, at) in [
        (DR_LIN, RECORD, hour),
        (DR_LIN, RECORD, hour + 59 * MINUTE),
        (DR_LIN, RecordId([24; 16]), hour),
        (HOSPITAL, RECORD, hour),
        (DR_LIN, RECORD, hour + HOUR),
    ] {
        open(reader, record, at).await;
    }
    assert_eq!(told(app, ADA).await.len(), 4);
    open(GUARDIAN, RECORD, hour).await;
    assert_eq!((told(app, ADA).await.len(), told(app, GUARDIAN).await.len()), (5, 4));
    let mut tx = app.db.write().await.expect("a transaction");
    parked(&mut tx, ADA, Account([30; 20]), RECORD, "0a", hour).await.expect("tells");
    tx.commit().await.expect("commits");
    assert_eq!(told(app, ADA).await[0].kind, Kind::JobParked);
}

#[tokio::test]
async fn pages_join_without_gap_and_marks_stay_with_their_account() {
    let stage = staged().await;
    let app = &stage.app;
    for index in 0..25 {
        tell(app, index, added(DR_LIN)).await;
    }
    let (mut ids, mut after) = (Vec::new(), None);
    loop {
        let paging = Paging { after: after.clone(), limit: Some(10) };
        let answer = list::list(State(app.clone()), signed_in(ADA), Query(paging)).await;
        let Json(Page { rows, next, .. }) = answer.expect("a page");
        assert!(rows.len() <= 10);
        ids.extend(rows.iter().map(|notice| notice.id));
        after = next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(ids.len(), 25);
    assert!(ids.windows(2).all(|two| two[0] > two[1]), "the newest first");
    let marked = list::mark(State(app.clone()), signed_in(ADA), Json(Seen { upto: ids[5] })).await;
    assert_eq!(marked.expect("marks"), StatusCode::NO_CONTENT);
    assert_eq!(told(app, ADA).await.iter().filter(|notice| !notice.read).count(), 5);
    assert_eq!(told(app, GUARDIAN).await.iter().filter(|notice| !notice.read).count(), 25);
    let paging = Paging { after: Some("x".into()), limit: None };
    let wrong = list::list(State(app.clone()), signed_in(ADA), Query(paging)).await;
    assert_eq!(wrong.expect_err("refused").0.why, Why::BadRequest);
}

#[tokio::test]
async fn ids_become_visible_in_their_order() {
    let stage = staged().await;
    let app = stage.app.clone();
    let mut first = app.db.write().await.expect("a transaction");
    on_event(&mut first, &heard(1, added(DR_LIN)), app.now()).await.expect("tells");
    let second = tokio::spawn({
        let app = app.clone();
        async move { tell(&app, 2, added(HOSPITAL)).await }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!second.is_finished(), "whoever counts later waits");
    first.commit().await.expect("commits");
    second.await.expect("tells");
    let by: Vec<_> = told(&app, ADA).await.into_iter().map(|notice| notice.by).collect();
    assert_eq!(by, [Some(HOSPITAL), Some(DR_LIN)]);
}
