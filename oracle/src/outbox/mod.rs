//! Transactions on their way: written down signed before they are sent, so that a crash posts none twice.
//!
//! A row is `queued`, then `signed` with its bytes, then `final` or `failed`. Only finalized blocks move a signed row:
//! it is found in one, or its place in the signer's order was taken, or its time is over. In the last two cases it can
//! never take place any more, and is signed anew. Until then the very same bytes are sent again, which is harmless.

#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
mod live;
mod node;
mod post;
#[cfg(test)]
mod tests;
pub mod wire;
pub mod work;

use crate::{app::App, db::Db};
use chartkey_client::Chartkey;
use chartkey_vocabulary::Message;
use node::NodeWire;
use post::Poster;
use sqlx::{Any, Transaction};
use std::{
    sync::{Arc, OnceLock},
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use subxt_signer::sr25519::Keypair;
use tokio::{
    sync::watch,
    time::{Instant, sleep, timeout_at},
};
use tokio_util::sync::CancellationToken;
use wire::{Down, Foreign, NotRead, Wire};
use work::Work;

/// Smallest units in a millionth of a KEY.
const MILLIONTH: u128 = 1_000_000;

/// How often somebody who waits looks by themselves; they are woken when something came of anything in this process.
const LOOK: Duration = Duration::from_millis(500);

/// Hands transactions over to the task that posts them.
#[derive(Clone)]
pub struct Outbox {
    db: Db,
    settled: watch::Sender<u64>,
    wire: Arc<OnceLock<Arc<dyn Wire>>>,
}

/// What came of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On its way.
    Pending,
    /// In this finalized block.
    Final(u64),
    /// It did not take place; the refusal's name or the node's words.
    Failed(String),
}

impl Outbox {
    /// An outbox over these tables.
    pub fn new(db: Db) -> Self {
        Self { db, settled: watch::Sender::new(0), wire: Arc::default() }
    }

    /// Has the oracle say this; the same `key` is posted once, however often it is asked for. Takes effect when the
    /// transaction commits. A key that failed took no effect, and may be asked for again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn post(
        &self,
        tx: &mut Transaction<'static, Any>,
        key: &str,
        message: &Message,
    ) -> Result<(), sqlx::Error> {
        work::enqueue(tx, key, &Work::Say(message.clone()), micros()).await
    }

    /// Posts a transaction somebody else signed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn post_signed(
        &self,
        tx: &mut Transaction<'static, Any>,
        key: &str,
        bytes: &[u8],
    ) -> Result<(), sqlx::Error> {
        work::enqueue(tx, key, &Work::Relay(bytes.to_vec()), micros()).await
    }

    /// Has the faucet give so many millionths of a KEY to an SS58 address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn give(
        &self,
        tx: &mut Transaction<'static, Any>,
        key: &str,
        address: &str,
        millionths: u64,
    ) -> Result<(), sqlx::Error> {
        let amount = u128::from(millionths) * MILLIONTH;
        work::enqueue(tx, key, &Work::Give { to: address.to_owned(), amount }, micros()).await
    }

    /// What came of it so far; `None` when nothing of this key was posted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn outcome(&self, key: &str) -> Result<Option<Outcome>, sqlx::Error> {
        Ok(work::state(&self.db, key).await?.map(|(state, height, error)| match state.as_str() {
            "final" => Outcome::Final(height as u64),
            "failed" => Outcome::Failed(error),
            _ => Outcome::Pending,
        }))
    }

    /// Waits until it is final or failed, but no longer than this.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn wait(&self, key: &str, patience: Duration) -> Result<Option<Outcome>, sqlx::Error> {
        let end = Instant::now() + patience;
        let mut settled = self.settled.subscribe();
        loop {
            settled.borrow_and_update();
            let outcome = self.outcome(key).await?;
            if outcome != Some(Outcome::Pending) || Instant::now() >= end {
                return Ok(outcome);
            }
            // Elapsed or woken, the table says what there is.
            let _ = timeout_at(end.min(Instant::now() + LOOK), settled.changed()).await;
        }
    }

    /// Reads a transaction somebody else signed: who, and what it says to our contracts.
    ///
    /// # Errors
    /// `Unreadable`; `Down` also before [`run`] was started.
    pub async fn read(&self, bytes: &[u8]) -> Result<Foreign, NotRead> {
        match self.wire.get() {
            Some(wire) => wire.read(bytes).await,
            None => Err(Down("nobody follows it yet".into()).into()),
        }
    }

    /// Lets transactions be read by this chain.
    pub(crate) fn attach(&self, wire: Arc<dyn Wire>) {
        // A second one would be the same chain; the first stays.
        let _ = self.wire.set(wire);
    }
}

/// How often the table is looked at. Whoever posts commits after having posted, so there is nobody to ring a bell.
const TICK: Duration = Duration::from_millis(100);

/// How long to wait when node or database do not answer.
const RETREAT: Duration = Duration::from_secs(2);

/// Posts what is in the outbox, until told to stop. Stopping, or being killed, at any moment loses and repeats nothing.
///
/// `signer` is the oracle's own key, `faucet` that of the account the faucet pays from.
pub async fn run(app: App, chain: Chartkey, signer: Keypair, faucet: Option<Keypair>, stop: CancellationToken) {
    let wire: Arc<dyn Wire> = Arc::new(NodeWire::new(chain, signer, faucet));
    app.outbox.attach(wire.clone());
    let mut poster = Poster::new(app.db.clone(), wire, app.outbox.settled.clone(), app.clock);
    let work = async {
        loop {
            let pause = match poster.round().await {
                Ok(()) => TICK,
                Err(error) => {
                    tracing::warn!(%error, "the outbox waits");
                    RETREAT
                }
            };
            sleep(pause).await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => {}
        () = work => {}
    }
}

fn micros() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros() as u64)
}
