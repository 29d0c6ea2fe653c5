//! One chain of lines, whoever writes at once and whatever fails.

use super::*;
use crate::{
    db::Db,
    door::testing::{ADA, ATTESTER, BEN, DR_LIN, GUARDIAN, Stage},
};
use axum::{body::Body, http::Request};
use chartkey_protocol::{Leaves, LogHead, MyLog, NO_HEAD, next_head};
use chartkey_vocabulary::{Kind, RecordsMessage, Scope};
use futures::future::join_all;
use sqlx::Row;
use std::collections::HashMap;

fn opened(patient: Account, number: u64) -> NewLine {
    NewLine {
        patient,
        reader: Some(DR_LIN),
        kind: LineKind::Blob,
        record: None,
        version: Some(1),
        purpose: Some(Purpose::Treatment),
        basis: Some("grant".into()),
        block: Digest([5; 32]),
        from: number,
        to: number,
    }
}

async fn head(stage: &Stage) -> LogHead {
    stage.send(Request::get("/api/log/head").body(Body::empty()).expect("a request")).await.read()
}

async fn leaves(stage: &Stage) -> Vec<Digest> {
    let mut all = Vec::new();
    loop {
        let request = Request::get(format!("/api/log/leaves?from={}", all.len())).body(Body::empty());
        let page: Leaves = stage.send(request.expect("a request")).await.read();
        assert_eq!(page.from, all.len() as u64);
        if page.leaves.is_empty() {
            return all;
        }
        all.extend(page.leaves);
    }
}

#[tokio::test]
async fn lines_written_at_once_make_one_chain_without_a_gap() {
    let stage = Stage::new().await;
    let patients = [ADA, BEN, GUARDIAN];
    let writing = (0..1500u64).map(|number| write(&stage.app, opened(patients[number as usize % 3], number)));
    let written = join_all(writing).await;
    let mut next_of: HashMap<Account, u64> = HashMap::new();
    let mut lines: Vec<Line> = written.into_iter().map(|permit| permit.expect("written").line().clone()).collect();
    lines.sort_unstable_by_key(|line| line.position);
    let mut expected = NO_HEAD;
    for (position, line) in lines.iter().enumerate() {
        assert_eq!(line.position, position as u64);
        let nth = next_of.entry(line.patient).or_default();
        assert_eq!(line.nth, *nth);
        *nth += 1;
        expected = next_head(expected, line.leaf());
    }
    let said = head(&stage).await;
    assert_eq!((said.head, said.count, said.anchored), (expected, 1500, None));
    assert_eq!(leaves(&stage).await, lines.iter().map(Line::leaf).collect::<Vec<_>>());
    let (mut mine, mut after) = (Vec::new(), String::new());
    loop {
        let page: MyLog = stage.get(ADA, &format!("/api/log/mine?{after}")).await.read();
        assert_eq!(page.total, 500);
        let Some(last) = page.lines.last() else { break };
        after = format!("after={}", last.position);
        mine.extend(page.lines);
    }
    let all_of_ada: Vec<Line> = lines.into_iter().filter(|line| line.patient == ADA).collect();
    assert_eq!(mine, all_of_ada, "as they were written, a page at a time");
}

#[tokio::test]
async fn a_line_that_cannot_be_written_gives_no_leave() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed").await;
    let blob = format!("/api/records/{record}/versions/1/blob");
    assert_eq!(stage.get(ADA, &blob).await.bytes, b"sealed");
    // Somebody's line is at the place where the next one goes: the table refuses.
    sqlx::query("INSERT INTO log_lines (position, patient, nth, line, leaf) VALUES (1, 'x', 0, $1, 'x')")
        .bind(vec![0u8])
        .execute(stage.app.db.pool())
        .await
        .expect("in the way");
    let answer = stage.get(ADA, &blob).await;
    assert_eq!(answer.no().0, 503);
    assert_eq!(head(&stage).await.count, 1);
    sqlx::query("DELETE FROM log_lines WHERE position = 1").execute(stage.app.db.pool()).await.expect("out of the way");
    assert_eq!(stage.get(ADA, &blob).await.bytes, b"sealed", "and the writer goes on");
    assert_eq!(head(&stage).await.count, 2);
}

#[tokio::test]
async fn whoever_goes_away_while_a_line_is_written_takes_no_other_line_along() {
    let stage = Stage::new().await;
    let mut first = Box::pin(write(&stage.app, opened(ADA, 0)));
    assert!(futures::poll!(&mut first).is_pending());
    let second = write(&stage.app, opened(ADA, 1));
    drop(first);
    let permit = second.await.expect("written");
    assert_eq!((permit.line().position, head(&stage).await.count), (1, 2), "the first stands, though nobody waits");
}

#[tokio::test]
async fn the_log_goes_on_where_it_was_after_a_restart() {
    let stage = Stage::new().await;
    let before = write(&stage.app, opened(ADA, 0)).await.expect("written").line().leaf();
    let db = Db::open(&stage.app.settings.database).await.expect("opens");
    let row = sqlx::query("SELECT head FROM log_head").fetch_one(db.pool()).await.expect("reads");
    let head: Digest = row.try_get::<String, _>(0).expect("text").parse().expect("a digest");
    assert_eq!(head, next_head(NO_HEAD, before));
}

#[tokio::test]
async fn everybody_reads_their_own_lines_and_their_wards() {
    let stage = Stage::new().await;
    for (patient, number) in [(ADA, 0), (BEN, 1), (ADA, 2), (GUARDIAN, 3)] {
        drop(write(&stage.app, opened(patient, number)).await.expect("written"));
    }
    let of = async |who: Account, query: &str| {
        let log: MyLog = stage.get(who, &format!("/api/log/mine{query}")).await.read();
        (log.lines.iter().map(|line| line.from).collect::<Vec<_>>(), log.total)
    };
    assert_eq!(of(ADA, "").await, (vec![0, 2], 2));
    assert_eq!(of(BEN, "").await, (vec![1], 1));
    assert_eq!(of(GUARDIAN, "").await, (vec![0, 2, 3], 3), "the own and the ward's");
    assert_eq!(of(GUARDIAN, &format!("?patient={ADA}")).await, (vec![0, 2], 2));
    assert_eq!(of(DR_LIN, "").await, (vec![], 0), "who looked is told nothing of it");
    assert_eq!(stage.get(BEN, &format!("/api/log/mine?patient={ADA}")).await.no().0, 404);
    assert_eq!(stage.get(DR_LIN, &format!("/api/log/mine?patient={ADA}")).await.no().0, 404);
}

#[tokio::test]
async fn the_patient_is_told_of_others_openings_and_not_of_their_own() {
    let stage = Stage::new().await;
    let record = stage.add(ADA, ADA, Kind::XRay, b"sealed").await;
    stage.grant(DR_LIN, Purpose::Treatment, Scope::everything(), None).await;
    for who in [ADA, DR_LIN, DR_LIN] {
        stage.get(who, &format!("/api/records/{record}/versions/1/blob")).await;
    }
    let told = sqlx::query("SELECT account FROM notices WHERE kind = 'opened' ORDER BY account")
        .fetch_all(stage.app.db.pool())
        .await
        .expect("reads");
    let told: Vec<String> = told.iter().map(|row| row.try_get(0).expect("text")).collect();
    let expected: Vec<String> = [ADA, GUARDIAN].iter().map(|who| crate::db::hex(who.0)).collect();
    assert_eq!(told, expected, "once an hour");
}

#[tokio::test]
async fn the_head_is_posted_when_there_is_a_new_line_and_noted_when_it_is_final() {
    let stage = Stage::new().await;
    anchor::anchor(&stage.app).await.expect("nothing to do");
    assert_eq!(stage.app.outbox.outcome("anchor/0").await.expect("reads"), None);
    drop(write(&stage.app, opened(ADA, 0)).await.expect("written"));
    anchor::anchor(&stage.app).await.expect("posts");
    anchor::anchor(&stage.app).await.expect("waits");
    assert!(stage.app.outbox.outcome("anchor/1").await.expect("reads").is_some());
    drop(write(&stage.app, opened(ADA, 1)).await.expect("written"));
    anchor::anchor(&stage.app).await.expect("waits");
    assert!(stage.app.outbox.outcome("anchor/2").await.expect("reads").is_none(), "one after the other");

    let first = leaves(&stage).await[0];
    let anchored = next_head(NO_HEAD, first);
    stage.say(ATTESTER, RecordsMessage::AnchorLog { head: anchored, count: 1 }).await;
    let said = head(&stage).await;
    assert_eq!((said.anchored, said.anchored_count, said.count), (Some(anchored), 1, 2));
    assert_eq!(said.anchored_at, Some(stage.app.now()));
    anchor::anchor(&stage.app).await.expect("posts the next");
    assert!(stage.app.outbox.outcome("anchor/2").await.expect("reads").is_some());
}
