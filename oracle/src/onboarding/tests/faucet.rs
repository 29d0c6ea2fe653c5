//! One gift for an account, for some work, within a day's limit.

use super::{solved, while_posting, why};
use crate::{
    onboarding::{allowance, faucet, stage::*},
    outbox::work::Work,
};
use axum::{Json, extract::State};
use chartkey_client::AccountId;
use chartkey_protocol::{Funded, PuzzleFor, Solved, Why};
use chartkey_vocabulary::{DAY, HOUR};
use codec::Decode;
use sqlx::Row;

pub(super) async fn ask_gift(stage: &Stage, who: u8, solved: &Solved) -> Result<Funded, Why> {
    let ask = Funded { address: AccountId::from([who; 32]).to_string(), solved: solved.clone() };
    let answer = while_posting(stage, "final", faucet::give(State(stage.app.clone()), Json(ask))).await;
    answer.map(|Json(funded)| funded).map_err(|failed| failed.0.why)
}

#[tokio::test]
async fn an_account_has_one_gift_for_one_piece_of_work() {
    let stage = Stage::new().await;
    let work = solved(&stage, PuzzleFor::Faucet).await;
    let made_up = Solved { seed: vec![0; work.seed.0.len()].into(), ..work };
    assert_eq!(ask_gift(&stage, 1, &made_up).await.err(), Some(Why::Refused));
    let funded = ask_gift(&stage, 1, &work).await.expect("a gift");
    assert_eq!(funded.solved, work);
    ask_gift(&stage, 1, &work).await.expect("whoever did not hear the answer may ask again");
    assert_eq!(ask_gift(&stage, 2, &work).await.err(), Some(Why::Lapsed), "the work is spent");
    assert_eq!(stage.count("SELECT COUNT(*) FROM outbox").await, 1);
    let row = sqlx::query("SELECT work FROM outbox").fetch_one(stage.app.db.pool()).await.expect("a row");
    match Work::decode(&mut &row.get::<Vec<u8>, _>(0)[..]).expect("work") {
        Work::Give { to, amount } => {
            assert_eq!((to, amount), (funded.address, u128::from(stage.app.settings.limits.faucet_gift) * 1_000_000));
        }
        _ => panic!("no gift"),
    }
    pass(2 * HOUR);
    assert_eq!(ask_gift(&stage, 1, &work).await.err(), Some(Why::Conflict));
}

#[tokio::test]
async fn a_day_has_so_many_gifts_and_a_failed_one_is_tried_again() {
    let stage = Stage::new().await;
    for who in 1..=3 {
        let work = solved(&stage, PuzzleFor::Faucet).await;
        ask_gift(&stage, who, &work).await.expect("a gift");
    }
    let work = solved(&stage, PuzzleFor::Faucet).await;
    assert_eq!(ask_gift(&stage, 4, &work).await.err(), Some(Why::TooMany));
    assert_eq!(stage.count("SELECT COUNT(*) FROM outbox").await, 3);
    pass(DAY);
    let ask = Funded { address: AccountId::from([4; 32]).to_string(), solved: solved(&stage, PuzzleFor::Faucet).await };
    let failed = while_posting(&stage, "failed", faucet::give(State(stage.app.clone()), Json(ask))).await;
    assert_eq!(why(failed), Some(Why::Busy));
    let work = solved(&stage, PuzzleFor::Faucet).await;
    ask_gift(&stage, 4, &work).await.expect("a gift at last");
}

#[tokio::test]
async fn an_allowance_is_exact_however_many_ask_at_once() {
    let stage = Stage::new().await;
    let take = || async {
        let mut tx = stage.app.db.write().await.expect("a transaction");
        let taken = allowance::take(&mut tx, "test", "all", 10, 5 * DAY).await.expect("asks");
        tx.commit().await.expect("commits");
        taken
    };
    let taken = futures::future::join_all((0..30).map(|_| take())).await;
    assert_eq!(taken.into_iter().filter(|taken| *taken).count(), 10);
    let mut tx = stage.app.db.write().await.expect("a transaction");
    assert!(allowance::take(&mut tx, "test", "all", 10, 6 * DAY).await.expect("asks"), "another day");
    assert!(!allowance::take(&mut tx, "none", "all", 0, 6 * DAY).await.expect("asks"));
}
