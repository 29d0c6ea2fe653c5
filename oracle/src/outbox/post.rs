//! One round of posting: follow what was sent, send it again if need be, sign what waits.

use super::{
    wire::{Down, Foreign, NotRead, NotSigned, Wire},
    work::{self, Open, Ready, Signer, Work},
};
use crate::db::Db;
use chartkey_client::{AccountId, Hash};
use chartkey_vocabulary::{MINUTE, Time};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};
use tokio::{sync::watch, time::Instant};

/// Transactions of one signer under way at a time: two full blocks of ours, and few enough to be signed anew at once.
const UNDER_WAY: usize = 16;

/// When the same bytes are sent again, because the node may have forgotten its pool.
const SEND_AGAIN: Duration = Duration::from_secs(6);

/// Blocks looked through in one round when catching up after a long silence.
const STRIDE: u64 = 256;

/// So often it is tried to sign what cannot be signed now, over about three hours, before it counts as failed.
const TRIES: u32 = 24;

/// Longest wait between two of those tries.
const LONGEST: Time = 10 * MINUTE;

/// How many transactions of an account are final, as asked once a round.
type Nonces = HashMap<[u8; 32], u64>;

/// Why a round ended early. The next one begins where this one was.
#[derive(Debug, thiserror::Error)]
pub(super) enum RoundError {
    #[error(transparent)]
    Down(#[from] Down),
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// Posts what is in the table. All it needs after a crash is in the table; what it remembers only saves work.
pub(super) struct Poster {
    db: Db,
    wire: Arc<dyn Wire>,
    settled: watch::Sender<u64>,
    clock: fn() -> Time,
    /// Up to which height a transaction was looked for, and when it was last sent.
    followed: HashMap<Hash, Followed>,
}

#[derive(Clone, Copy, Default)]
struct Followed {
    height: u64,
    sent: Option<Instant>,
}

impl Poster {
    pub(super) fn new(db: Db, wire: Arc<dyn Wire>, settled: watch::Sender<u64>, clock: fn() -> Time) -> Self {
        Self { db, wire, settled, clock, followed: HashMap::new() }
    }

    pub(super) async fn round(&mut self) -> Result<(), RoundError> {
        let open = work::open(&self.db, (self.clock)()).await?;
        if open.is_empty() {
            self.followed.clear();
            return Ok(());
        }
        let head = self.wire.head().await?;
        let (mut sent, mut waiting): (Vec<Open>, Vec<Open>) = open.into_iter().partition(|row| row.ready.is_some());
        self.adopt(&mut waiting, &mut sent).await?;
        let (standing, caught_up) = self.follow(sent, head).await?;
        if !caught_up {
            return Ok(());
        }
        let mut nonces = Nonces::new();
        let standing = self.judge(standing, head, &mut nonces).await?;
        // What is written down goes first: whatever is signed next stands behind it.
        self.send(&standing).await;
        let standing = self.sign(waiting, standing, head, &mut nonces).await?;
        let hashes: HashSet<Hash> = standing.iter().map(|(_, ready)| ready.hash).collect();
        self.followed.retain(|hash, _| hashes.contains(hash));
        Ok(())
    }

    /// Takes over what others signed.
    async fn adopt(&self, waiting: &mut Vec<Open>, sent: &mut Vec<Open>) -> Result<(), RoundError> {
        for mut row in std::mem::take(waiting) {
            let Work::Relay(bytes) = &row.work else {
                waiting.push(row);
                continue;
            };
            match self.wire.read(bytes).await {
                Ok(Foreign { ready, .. }) => {
                    work::signed(&self.db, &row.key, &ready).await?;
                    row.ready = Some(ready);
                    sent.push(row);
                }
                Err(NotRead::Unreadable) => self.fail(&row.key, &NotRead::Unreadable.to_string()).await?,
                Err(NotRead::Down(down)) => return Err(down.into()),
            }
        }
        Ok(())
    }

    /// Looks for what was sent in all finalized blocks it can be in. Answers with what was not found, and whether
    /// every block up to the head was looked through.
    async fn follow(&mut self, sent: Vec<Open>, head: u64) -> Result<(Vec<(Open, Ready)>, bool), RoundError> {
        let mut standing: Vec<(Open, Ready)> =
            sent.into_iter().filter_map(|row| row.ready.clone().map(|ready| (row, ready))).collect();
        let unread = |followed: &HashMap<Hash, Followed>, ready: &Ready| {
            ready.born.max(followed.get(&ready.hash).map_or(0, |followed| followed.height))
        };
        let Some(from) = standing.iter().map(|(_, ready)| unread(&self.followed, ready)).min() else {
            return Ok((standing, true));
        };
        let to = head.min(from.saturating_add(STRIDE));
        for height in from + 1..=to {
            let wanted: HashSet<Hash> =
                standing.iter().map(|(_, ready)| ready).filter(|ready| ready.born < height).map(|it| it.hash).collect();
            for found in self.wire.find(height, &wanted).await? {
                let Some(place) = standing.iter().position(|(_, ready)| ready.hash == found.hash) else { continue };
                let (row, _) = standing.remove(place);
                match found.failure {
                    None => {
                        work::took_place(&self.db, &row.key, height).await?;
                        self.settled();
                    }
                    Some(failure) => self.fail(&row.key, &failure).await?,
                }
            }
        }
        for (_, ready) in &standing {
            let followed = self.followed.entry(ready.hash).or_default();
            followed.height = followed.height.max(to);
        }
        Ok((standing, to >= head))
    }

    /// What can still take place stays; what cannot is signed anew, or has failed when others signed it.
    async fn judge(
        &self,
        sent: Vec<(Open, Ready)>,
        head: u64,
        nonces: &mut Nonces,
    ) -> Result<Vec<(Open, Ready)>, RoundError> {
        let mut standing = Vec::with_capacity(sent.len());
        for (row, ready) in sent {
            // Asked as of `head`: everything up to there was looked through, so whatever took the place was not this.
            let used = self.nonce(&ready.account, head, nonces).await?;
            let over = if ready.nonce < used {
                "another transaction took its place in the account's order"
            } else if head >= ready.until {
                "its time was over before a block took it"
            } else {
                standing.push((row, ready));
                continue;
            };
            if row.work.signer() == Signer::Other {
                self.fail(&row.key, over).await?;
            } else {
                tracing::info!(nonce = ready.nonce, over, "a transaction is signed anew");
                work::unsigned(&self.db, &row.key, ready.hash).await?;
            }
        }
        Ok(standing)
    }

    /// Signs what waits, each at the next free place of its signer's order.
    async fn sign(
        &mut self,
        waiting: Vec<Open>,
        mut standing: Vec<(Open, Ready)>,
        head: u64,
        nonces: &mut Nonces,
    ) -> Result<Vec<(Open, Ready)>, RoundError> {
        let now = (self.clock)();
        for row in waiting {
            let Some(account) = self.wire.account(row.work.signer()) else {
                self.postpone(&row, now, "its key is not at hand").await?;
                continue;
            };
            let taken: HashSet<u64> =
                standing.iter().filter(|(_, ready)| ready.account == account).map(|(_, ready)| ready.nonce).collect();
            if taken.len() >= UNDER_WAY {
                continue;
            }
            let used = self.nonce(&account, head, nonces).await?;
            let free = (used..).find(|nonce| !taken.contains(nonce)).expect("there are more numbers than places");
            match self.wire.sign(&row.work, free).await {
                Ok(ready) => {
                    if work::signed(&self.db, &row.key, &ready).await? {
                        // At once: the next one is tried out on a chain that may have taken this one.
                        self.hand_over(&ready).await;
                        standing.push((row, ready));
                    }
                }
                Err(NotSigned::Never(why)) => self.fail(&row.key, &why).await?,
                Err(NotSigned::NotNow(why)) if row.tries + 1 >= TRIES => self.fail(&row.key, &why).await?,
                Err(NotSigned::NotNow(why)) => self.postpone(&row, now, &why).await?,
                Err(NotSigned::Down(down)) => return Err(down.into()),
            }
        }
        Ok(standing)
    }

    /// Sends what the node may have forgotten, in the signers' order.
    async fn send(&mut self, standing: &[(Open, Ready)]) {
        let mut due: Vec<&Ready> = standing
            .iter()
            .map(|(_, ready)| ready)
            .filter(|ready| {
                let sent = self.followed.get(&ready.hash).and_then(|followed| followed.sent);
                sent.is_none_or(|sent| sent.elapsed() >= SEND_AGAIN)
            })
            .collect();
        due.sort_by_key(|ready| ready.nonce);
        for ready in due {
            self.hand_over(ready).await;
        }
    }

    async fn hand_over(&mut self, ready: &Ready) {
        let followed = self.followed.entry(ready.hash).or_default();
        followed.height = followed.height.max(ready.born);
        followed.sent = Some(Instant::now());
        if let Err(error) = self.wire.submit(&ready.bytes).await {
            // Mostly that the pool has it already. Finalized blocks tell.
            tracing::debug!(%error, nonce = ready.nonce, "the node did not take a transaction");
        }
    }

    async fn nonce(&self, account: &AccountId, head: u64, nonces: &mut Nonces) -> Result<u64, RoundError> {
        if let Some(nonce) = nonces.get(&account.0) {
            return Ok(*nonce);
        }
        let nonce = self.wire.nonce(account, head).await?;
        nonces.insert(account.0, nonce);
        Ok(nonce)
    }

    async fn postpone(&self, row: &Open, now: Time, why: &str) -> Result<(), RoundError> {
        tracing::warn!(tries = row.tries, why, "a transaction cannot be signed yet");
        let wait = (5 << row.tries.min(10)).min(LONGEST);
        Ok(work::postponed(&self.db, &row.key, now + wait, why).await?)
    }

    async fn fail(&self, key: &str, why: &str) -> Result<(), RoundError> {
        work::failed(&self.db, key, why).await?;
        self.settled();
        Ok(())
    }

    fn settled(&self) {
        self.settled.send_modify(|count| *count += 1);
    }
}
