//! What every handler and every task works with.

use crate::{chain::Chain, db::Db, log::Writer, outbox::Outbox, settings::Settings};
use chartkey_protocol::Notice;
use chartkey_store::RecordStore;
use chartkey_vocabulary::{Account, Digest, Time};
use std::{ops::Deref, sync::Arc};
use tokio::sync::broadcast;

/// The service's parts; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Assembled>);

struct Assembled {
    parts: Parts,
    log: Writer,
}

/// The parts themselves.
pub struct Parts {
    /// How this oracle was set up.
    pub settings: Settings,
    /// Which chain it follows.
    pub genesis: Digest,
    /// The account it signs with, as contracts know it.
    pub attester: Account,
    /// Sessions, uploads, log, index, queue.
    pub db: Db,
    /// The finalized chain's word.
    pub chain: Arc<dyn Chain>,
    /// Sealed blobs.
    pub store: Arc<dyn RecordStore>,
    /// Transactions on their way.
    pub outbox: Outbox,
    /// What listeners are told at once; whoever was away reads it from the database.
    pub bell: broadcast::Sender<Notice>,
    /// The wall clock, in unix seconds.
    pub clock: fn() -> Time,
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Assembled { parts, log: Writer::default() }))
    }

    /// The time now.
    pub fn now(&self) -> Time {
        (self.clock)()
    }

    /// Who writes the log, one line after another.
    pub(crate) fn log(&self) -> &Writer {
        &self.0.log
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}

/// The machine's clock.
pub fn wall_clock() -> Time {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
