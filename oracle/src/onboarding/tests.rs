//! First steps as people take them: the handlers over real tables.

mod faucet;
mod licence;
mod lookup;

use super::{puzzle, run, stage::*};
use axum::{Json, extract::State};
use chartkey_protocol::{AskPuzzle, PuzzleFor, Solved, Why};
use chartkey_vocabulary::DAY;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

fn why<T>(answer: Result<T, crate::problem::Failed>) -> Option<Why> {
    answer.err().map(|failed| failed.0.why)
}

async fn solved(stage: &Stage, purpose: PuzzleFor) -> Solved {
    let Json(puzzle) = super::puzzle(State(stage.app.clone()), Json(AskPuzzle { purpose })).await.expect("a puzzle");
    puzzle::solve(&puzzle)
}

/// Lets whatever is posted meanwhile come to this end.
async fn while_posting<T>(stage: &Stage, state: &'static str, work: impl Future<Output = T>) -> T {
    let post = async {
        loop {
            sqlx::query("UPDATE outbox SET state = $1, height = 9, error = 'refused' WHERE state = 'queued'")
                .bind(state)
                .execute(stage.app.db.pool())
                .await
                .expect("posts");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::select! {
        done = work => done,
        () = post => unreachable!("posts for ever"),
    }
}

#[tokio::test]
async fn what_has_lapsed_is_forgotten() {
    let stage = licence::with_register().await;
    let work = solved(&stage, PuzzleFor::Faucet).await;
    faucet::ask_gift(&stage, 1, &work).await.expect("a gift");
    licence::ask_code(&stage, APPLICANT, "MED-104477").await.expect("a code");
    lookup::tag(&stage, ADA, b"1").await.expect("a tag");
    let left = || async {
        let mut left = Vec::new();
        for count in [
            "SELECT COUNT(*) FROM puzzles_spent",
            "SELECT COUNT(*) FROM licence_checks",
            "SELECT COUNT(*) FROM lookups",
            "SELECT COUNT(*) FROM allowances",
            "SELECT COUNT(*) FROM gifts",
        ] {
            left.push(stage.count(count).await);
        }
        left
    };
    let tidied = || async {
        let stop = CancellationToken::new();
        let task = tokio::spawn(run(stage.app.clone(), stop.clone()));
        tokio::time::sleep(Duration::from_millis(200)).await;
        stop.cancel();
        task.await.expect("ends");
    };
    tidied().await;
    assert_eq!(left().await, [2, 1, 1, 5, 1]);
    pass(500 * DAY);
    tidied().await;
    assert_eq!(left().await, [0, 0, 0, 0, 1], "who had a gift is remembered");
}
