//! The promise: whatever is interrupted wherever, each message takes place once.

mod crowd;

use super::{
    Outbox, Outcome,
    fake::{ATTESTER, Fake, LIFE, Transaction, hash},
    post::{Poster, RoundError},
    work::{self, Work},
};
use crate::{db::Db, fixture::database, settings::Settings};
use chartkey_vocabulary::{Account, ConsentMessage, Digest, Message};
use codec::{Decode, Encode};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tempfile::TempDir;

const STRANGER: Account = Account([3; 20]);

struct Desk {
    outbox: Outbox,
    db: Db,
    chain: Fake,
    _folder: TempDir,
}

impl Desk {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = Settings { data: folder.path().to_owned(), ..Settings::default() };
        let db = Db::open(&database(&settings).await).await.expect("a database");
        Self { outbox: Outbox::new(db.clone()), db, chain: Fake::default(), _folder: folder }
    }

    async fn say(&self, key: &str, n: u8) -> Vec<u8> {
        let mut tx = self.db.write().await.expect("a transaction");
        self.outbox.post(&mut tx, key, &message(n)).await.expect("posts");
        tx.commit().await.expect("commits");
        Work::Say(message(n)).encode()
    }

    async fn relay(&self, key: &str, bytes: &[u8]) {
        let mut tx = self.db.write().await.expect("a transaction");
        self.outbox.post_signed(&mut tx, key, bytes).await.expect("posts");
        tx.commit().await.expect("commits");
    }

    async fn outcome(&self, key: &str) -> Outcome {
        self.outbox.outcome(key).await.expect("answers").expect("posted")
    }

    /// A process, as it is after a start.
    fn poster(&self) -> Poster {
        let settled = self.outbox.settled.clone();
        Poster::new(self.db.clone(), Arc::new(self.chain.clone()), settled, clock)
    }

    /// Lets a process go on, with a block after each round.
    async fn go(&self, poster: &mut Poster, rounds: usize) -> Result<(), RoundError> {
        for _ in 0..rounds {
            poster.round().await?;
            self.chain.block();
        }
        Ok(())
    }
}

fn message(n: u8) -> Message {
    Message::Consent(ConsentMessage::ViewLink { owner: Account([n; 20]), link: Digest([n; 32]) })
}

static CLOCK: AtomicU64 = AtomicU64::new(1_000_000);

fn clock() -> u64 {
    CLOCK.load(Ordering::SeqCst)
}

#[tokio::test]
async fn what_is_posted_takes_place_once_however_often_it_is_asked_for() {
    let desk = Desk::new().await;
    let what = desk.say("view/1", 1).await;
    assert_eq!(desk.outcome("view/1").await, Outcome::Pending);
    assert_eq!(desk.outbox.outcome("view/2").await.expect("answers"), None);
    desk.say("view/1", 1).await;
    let mut poster = desk.poster();
    desk.go(&mut poster, 3).await.expect("goes");
    assert!(matches!(desk.outcome("view/1").await, Outcome::Final(_)));
    desk.say("view/1", 1).await;
    desk.go(&mut poster, 3).await.expect("goes");
    assert_eq!(desk.chain.times(&what), 1);
}

#[tokio::test]
async fn nothing_is_posted_that_was_not_committed() {
    let desk = Desk::new().await;
    let mut tx = desk.db.write().await.expect("a transaction");
    desk.outbox.post(&mut tx, "view/1", &message(1)).await.expect("posts");
    drop(tx);
    desk.go(&mut desk.poster(), 2).await.expect("goes");
    assert_eq!(desk.outbox.outcome("view/1").await.expect("answers"), None);
    assert_eq!(desk.chain.times(&Work::Say(message(1)).encode()), 0);
}

/// A process is cut off at its first call, a new one at its second, and so on: before each call and after it.
#[tokio::test]
async fn a_process_that_dies_at_any_step_loses_and_repeats_nothing() {
    let mut steps = 0;
    for after in [false, true] {
        for at in 1.. {
            let desk = Desk::new().await;
            let mut expected = Vec::new();
            for n in 1..=3 {
                expected.push(desk.say(&format!("view/{n}"), n).await);
            }
            let foreign = desk.chain.foreign(STRANGER, b"attest", 0);
            desk.relay("attest/1", &foreign).await;
            desk.chain.ledger().cut = Some((at, after));
            let mut first = desk.poster();
            // A submission that is cut ends no round; then the process dies at the end of it.
            let died = desk.go(&mut first, 4).await.is_err();
            drop(first);
            let reached = desk.chain.ledger().calls >= at;
            desk.chain.ledger().cut = None;
            desk.go(&mut desk.poster(), 2 * LIFE as usize).await.expect("goes");
            for (n, what) in expected.iter().enumerate() {
                assert_eq!(desk.chain.times(what), 1, "message {n}, cut at {at}, after: {after}, died: {died}");
                assert!(matches!(desk.outcome(&format!("view/{}", n + 1)).await, Outcome::Final(_)));
            }
            assert_eq!(desk.chain.times(b"attest"), 1, "cut at {at}, after: {after}");
            steps += 1;
            if !reached {
                break;
            }
        }
    }
    assert!(steps > 24, "only {steps} steps were tried");
}

/// As above, but the process is dropped wherever it waits, its own database included.
#[tokio::test]
async fn a_process_that_is_dropped_while_it_waits_loses_and_repeats_nothing() {
    for polls in 1..60 {
        let desk = Desk::new().await;
        let whats = [desk.say("view/1", 1).await, desk.say("view/2", 2).await];
        for _ in 0..3 {
            let mut poster = desk.poster();
            let mut round = Box::pin(poster.round());
            for _ in 0..polls {
                if futures::poll!(&mut round).is_ready() {
                    break;
                }
                tokio::time::sleep(Duration::from_micros(300)).await;
            }
            drop(round);
            desk.chain.block();
        }
        desk.go(&mut desk.poster(), 2 * LIFE as usize).await.expect("goes");
        for what in &whats {
            assert_eq!(desk.chain.times(what), 1, "dropped after {polls} polls");
        }
    }
}

#[tokio::test]
async fn what_no_block_takes_in_time_is_signed_anew_at_the_same_place() {
    let desk = Desk::new().await;
    let what = desk.say("view/1", 1).await;
    let mut poster = desk.poster();
    desk.chain.ledger().deaf = true;
    desk.go(&mut poster, LIFE as usize).await.expect("goes");
    let first = work::open(&desk.db, clock()).await.expect("opens")[0].ready.clone().expect("signed");
    desk.chain.ledger().deaf = false;
    desk.go(&mut poster, 4).await.expect("goes");
    assert!(matches!(desk.outcome("view/1").await, Outcome::Final(_)));
    assert_eq!(desk.chain.times(&what), 1);
    let blocks = desk.chain.ledger().blocks.clone();
    let bytes = &blocks.iter().flatten().next().expect("one").0;
    let second = Transaction::decode(&mut &bytes[..]).expect("ours");
    assert_eq!(second.nonce, first.nonce);
    assert_ne!(hash(bytes), first.hash);
}

#[tokio::test]
async fn a_place_that_somebody_else_took_is_given_up() {
    let desk = Desk::new().await;
    let what = desk.say("view/1", 1).await;
    let mut poster = desk.poster();
    desk.chain.ledger().deaf = true;
    poster.round().await.expect("goes");
    desk.chain.ledger().deaf = false;
    // An operator signs with the same key elsewhere.
    let other = Transaction { account: ATTESTER.0, nonce: 0, born: 0, what: b"by hand".to_vec() }.encode();
    desk.chain.ledger().pool.push(other);
    desk.chain.block();
    desk.go(&mut poster, 4).await.expect("goes");
    assert_eq!((desk.chain.times(&what), desk.chain.times(b"by hand")), (1, 1));
}

#[tokio::test]
async fn a_refusal_is_told_and_may_be_asked_again() {
    let desk = Desk::new().await;
    let what = desk.say("view/1", 1).await;
    desk.chain.ledger().refused.insert(what.clone());
    let undone = desk.say("view/2", 2).await;
    desk.chain.ledger().undone.insert(undone.clone());
    let mut poster = desk.poster();
    desk.go(&mut poster, 3).await.expect("goes");
    assert_eq!(desk.outcome("view/1").await, Outcome::Failed("no_such_link".into()));
    assert_eq!(desk.outcome("view/2").await, Outcome::Failed("LinkEnded".into()));
    desk.chain.ledger().refused.clear();
    desk.say("view/1", 1).await;
    desk.go(&mut poster, 3).await.expect("goes");
    assert!(matches!(desk.outcome("view/1").await, Outcome::Final(_)));
    assert_eq!((desk.chain.times(&what), desk.chain.times(&undone)), (1, 0));
}

#[tokio::test]
async fn what_others_signed_is_never_signed_anew() {
    let desk = Desk::new().await;
    desk.relay("attest/1", b"no transaction").await;
    desk.relay("attest/2", &desk.chain.foreign(STRANGER, b"late", 7)).await;
    desk.relay("attest/3", &desk.chain.foreign(STRANGER, b"good", 0)).await;
    let mut poster = desk.poster();
    desk.go(&mut poster, LIFE as usize + 2).await.expect("goes");
    assert!(matches!(desk.outcome("attest/1").await, Outcome::Failed(_)));
    assert!(matches!(desk.outcome("attest/2").await, Outcome::Failed(_)));
    assert!(matches!(desk.outcome("attest/3").await, Outcome::Final(_)));
    assert_eq!((desk.chain.times(b"late"), desk.chain.times(b"good")), (0, 1));
}

#[tokio::test]
async fn many_take_place_in_order_and_poverty_is_waited_out() {
    let desk = Desk::new().await;
    desk.chain.ledger().poor = true;
    let mut tx = desk.db.write().await.expect("a transaction");
    desk.outbox.give(&mut tx, "faucet/1", "5Ada", 3).await.expect("posts");
    tx.commit().await.expect("commits");
    let mut poster = desk.poster();
    desk.go(&mut poster, 2).await.expect("goes");
    assert_eq!(desk.outcome("faucet/1").await, Outcome::Pending);
    desk.chain.ledger().poor = false;
    CLOCK.fetch_add(3600, Ordering::SeqCst);
    let mut whats = Vec::new();
    for n in 0..50 {
        whats.push(desk.say(&format!("view/{n}"), n).await);
    }
    desk.go(&mut poster, 10).await.expect("goes");
    let gift = Work::Give { to: "5Ada".into(), amount: 3_000_000 }.encode();
    assert_eq!(desk.chain.times(&gift), 1);
    let blocks = desk.chain.ledger().blocks.clone();
    let said: Vec<Vec<u8>> = blocks
        .iter()
        .flatten()
        .map(|(bytes, _)| Transaction::decode(&mut &bytes[..]).expect("ours"))
        .filter(|transaction| transaction.account == ATTESTER.0)
        .map(|transaction| transaction.what)
        .collect();
    assert_eq!(said, whats);
}

#[tokio::test]
async fn whoever_waits_is_told_at_once() {
    let desk = Desk::new().await;
    desk.say("view/1", 1).await;
    let (outbox, chain) = (desk.outbox.clone(), desk.chain.clone());
    let waiting = tokio::spawn(async move { outbox.wait("view/1", Duration::from_secs(20)).await });
    assert_eq!(desk.outbox.wait("view/1", Duration::from_millis(10)).await.expect("answers"), Some(Outcome::Pending));
    let mut poster = desk.poster();
    for _ in 0..2 {
        poster.round().await.expect("goes");
        chain.block();
    }
    poster.round().await.expect("goes");
    let outcome = waiting.await.expect("ends").expect("answers");
    assert_eq!(outcome, Some(Outcome::Final(1)));
}
