//! Many of one kind keep nothing else waiting.

use super::{Desk, STRANGER, message};
use crate::outbox::{Outcome, work::VIEWS};
use chartkey_vocabulary::{Digest, Message, RecordsMessage};

/// A desk with more views of links than are read at once.
async fn crowded() -> Desk {
    let desk = Desk::new().await;
    let mut tx = desk.db.write().await.expect("a transaction");
    for number in 0..300 {
        desk.outbox.post(&mut tx, &format!("{VIEWS}{number:03}"), &message(1)).await.expect("posts");
    }
    tx.commit().await.expect("commits");
    desk
}

#[tokio::test]
async fn many_views_of_links_keep_nothing_else_waiting() {
    let desk = crowded().await;
    let anchor = Message::Records(RecordsMessage::AnchorLog { head: Digest([1; 32]), count: 1 });
    let mut tx = desk.db.write().await.expect("a transaction");
    desk.outbox.post(&mut tx, "anchor/1", &anchor).await.expect("posts");
    desk.outbox.give(&mut tx, "faucet/1", "5Ada", 3).await.expect("posts");
    tx.commit().await.expect("commits");
    desk.relay("attest/1", &desk.chain.foreign(STRANGER, b"attest", 0)).await;
    desk.go(&mut desk.poster(), 2).await.expect("goes");
    for key in ["anchor/1", "faucet/1", "attest/1"] {
        assert_eq!(desk.outcome(key).await, Outcome::Final(1), "{key}");
    }
    assert_eq!(desk.outcome("view/000").await, Outcome::Final(1), "views go on beside them");
    assert_eq!(desk.outcome("view/299").await, Outcome::Pending);
}

#[tokio::test]
async fn what_may_not_be_tried_yet_keeps_nothing_waiting() {
    let desk = crowded().await;
    sqlx::query("UPDATE outbox SET again = $1").bind(i64::MAX).execute(desk.db.pool()).await.expect("postpones");
    desk.say("view/new", 2).await;
    desk.go(&mut desk.poster(), 2).await.expect("goes");
    assert_eq!(desk.outcome("view/new").await, Outcome::Final(1));
    assert_eq!(desk.outcome("view/000").await, Outcome::Pending);
}
