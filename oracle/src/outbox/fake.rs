//! A chain in memory that fails on purpose, for tests of the outbox and of what stands on it.

use super::{
    post::Poster,
    wire::{Down, Foreign, Found, NotRead, NotSigned, Wire},
    work::{Ready, Signer, Work},
};
use crate::app::App;
use async_trait::async_trait;
use chartkey_client::{AccountId, Hash};
use chartkey_vocabulary::{Account, ConsentError, Message};
use codec::{Decode, Encode};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard},
};

pub(super) const ATTESTER: AccountId = subxt::utils::AccountId32([1; 32]);
const FAUCET: AccountId = subxt::utils::AccountId32([2; 32]);

/// Blocks a transaction of the fake chain lives.
pub(super) const LIFE: u64 = 8;

/// What the fake chain takes for a transaction.
#[derive(Clone, Encode, Decode)]
pub(super) struct Transaction {
    pub(super) account: [u8; 32],
    pub(super) nonce: u64,
    pub(super) born: u64,
    pub(super) what: Vec<u8>,
}

#[derive(Default)]
pub(crate) struct Ledger {
    /// Transactions of each finalized block, and whether each was undone.
    pub(crate) blocks: Vec<Vec<(Vec<u8>, Option<String>)>>,
    pub(crate) pool: Vec<Vec<u8>>,
    pub(crate) nonces: HashMap<[u8; 32], u64>,
    /// What is said to fail when it is tried out, and in a block.
    pub(crate) refused: HashSet<Vec<u8>>,
    pub(crate) undone: HashSet<Vec<u8>>,
    /// Calls until the caller is cut off: before the call does anything, or after it did.
    pub(crate) cut: Option<(u64, bool)>,
    pub(crate) calls: u64,
    /// Transactions handed in are lost on the way.
    pub(crate) deaf: bool,
    pub(crate) poor: bool,
}

/// A chain in memory that can be cut off at any call.
#[derive(Clone, Default)]
pub(crate) struct Fake(Arc<Mutex<Ledger>>);

pub(super) fn hash(bytes: &[u8]) -> Hash {
    Hash::from(chartkey_client::keccak(bytes))
}

impl Fake {
    pub(crate) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.0.lock().expect("no panic holds it")
    }

    /// One more call. It fails when the line is cut before or after what it does.
    fn call<T>(&self, does: impl FnOnce(&mut Ledger) -> T) -> Result<T, Down> {
        let mut ledger = self.ledger();
        ledger.calls += 1;
        let cut = ledger.cut.filter(|(at, _)| *at == ledger.calls);
        match cut {
            Some((_, false)) => Err(Down("cut".into())),
            Some((_, true)) => {
                does(&mut ledger);
                Err(Down("cut".into()))
            }
            None => Ok(does(&mut ledger)),
        }
    }

    /// Makes a block of all that fits.
    pub(crate) fn block(&self) {
        let mut ledger = self.ledger();
        let height = ledger.blocks.len() as u64 + 1;
        let mut pool = BTreeMap::new();
        for bytes in std::mem::take(&mut ledger.pool) {
            let transaction = Transaction::decode(&mut &bytes[..]).expect("ours");
            pool.insert((transaction.account, transaction.nonce), bytes);
        }
        let (mut block, mut left) = (Vec::new(), Vec::new());
        for bytes in pool.into_values() {
            let transaction = Transaction::decode(&mut &bytes[..]).expect("ours");
            let next = ledger.nonces.get(&transaction.account).copied().unwrap_or(0);
            let alive = transaction.born < height && height < transaction.born + LIFE;
            if alive && transaction.nonce == next {
                ledger.nonces.insert(transaction.account, next + 1);
                let failure =
                    ledger.undone.contains(&transaction.what).then(|| ConsentError::LinkEnded.name().to_owned());
                block.push((bytes, failure));
            } else if alive && transaction.nonce > next {
                left.push(bytes);
            }
        }
        ledger.pool = left;
        ledger.blocks.push(block);
    }

    /// How often this took place for good.
    pub(super) fn times(&self, what: &[u8]) -> usize {
        let ledger = self.ledger();
        let done = ledger.blocks.iter().flatten().filter(|(_, failure)| failure.is_none());
        done.filter(|(bytes, _)| Transaction::decode(&mut &bytes[..]).expect("ours").what == what).count()
    }

    /// A transaction of somebody whose key is not here. The account is as it comes from an Ethereum key, so that
    /// contracts know it by its first bytes.
    pub(crate) fn foreign(&self, who: Account, what: &[u8], nonce: u64) -> Vec<u8> {
        let mut account = [0xEE; 32];
        account[..20].copy_from_slice(&who.0);
        let born = self.ledger().blocks.len() as u64;
        Transaction { account, nonce, born, what: what.to_vec() }.encode()
    }
}

#[async_trait]
impl Wire for Fake {
    async fn head(&self) -> Result<u64, Down> {
        self.call(|ledger| ledger.blocks.len() as u64)
    }

    async fn nonce(&self, account: &AccountId, height: u64) -> Result<u64, Down> {
        self.call(|ledger| {
            let until = ledger.blocks.iter().take(height as usize).flatten();
            until.filter(|(bytes, _)| bytes[..32] == account.0).count() as u64
        })
    }

    fn account(&self, signer: Signer) -> Option<AccountId> {
        match signer {
            Signer::Attester => Some(ATTESTER),
            Signer::Faucet => Some(FAUCET),
            Signer::Other => None,
        }
    }

    async fn sign(&self, work: &Work, nonce: u64) -> Result<Ready, NotSigned> {
        let what = work.encode();
        if self.ledger().refused.contains(&what) {
            return Err(NotSigned::Never("no_such_link".into()));
        }
        if self.ledger().poor {
            return Err(NotSigned::NotNow("too little money".into()));
        }
        let account = self.account(work.signer()).expect("at hand");
        let born = self.call(|ledger| ledger.blocks.len() as u64)?;
        let bytes = Transaction { account: account.0, nonce, born, what }.encode();
        Ok(Ready { account, nonce, hash: hash(&bytes), bytes, born, until: born + LIFE })
    }

    async fn read(&self, bytes: &[u8]) -> Result<Foreign, NotRead> {
        let Transaction { account, nonce, born, what } =
            Transaction::decode(&mut &bytes[..]).map_err(|_| NotRead::Unreadable)?;
        let message = Message::decode(&mut &what[..]).ok();
        let (hash, bytes) = (hash(bytes), bytes.to_vec());
        let ready = Ready { account: account.into(), nonce, hash, bytes, born, until: born + LIFE };
        Ok(self.call(|_| Foreign { ready, message })?)
    }

    async fn submit(&self, bytes: &[u8]) -> Result<(), Down> {
        self.call(|ledger| {
            if !ledger.deaf {
                ledger.pool.push(bytes.to_vec());
            }
        })
    }

    async fn find(&self, height: u64, wanted: &HashSet<Hash>) -> Result<Vec<Found>, Down> {
        self.call(|ledger| {
            let block = &ledger.blocks[height as usize - 1];
            let found = block.iter().map(|(bytes, failure)| Found { hash: hash(bytes), failure: failure.clone() });
            found.filter(|found| wanted.contains(&found.hash)).collect()
        })
    }
}

/// An outbox at work on a fake chain.
pub(crate) struct Posting {
    pub(crate) chain: Fake,
    poster: Poster,
    told: usize,
}

impl Posting {
    /// Begins to post what is in the outbox of `app`.
    pub(crate) fn begin(app: &App) -> Self {
        let chain = Fake::default();
        app.outbox.attach(Arc::new(chain.clone()));
        let poster = Poster::new(app.db.clone(), Arc::new(chain.clone()), app.outbox.settled.clone(), app.clock);
        Self { chain, poster, told: 0 }
    }

    /// One round and one block. Answers with what came to be final in it, so that the test can let it take effect.
    pub(crate) async fn step(&mut self) -> Vec<Message> {
        self.poster.round().await.expect("goes");
        self.chain.block();
        let ledger = self.chain.ledger();
        let new = ledger.blocks[self.told..].iter().flatten().filter(|(_, failure)| failure.is_none());
        let what = |bytes: &Vec<u8>| Transaction::decode(&mut &bytes[..]).expect("ours").what;
        let said = |what: Vec<u8>| match Work::decode(&mut &what[..]) {
            Ok(Work::Say(message)) => Some(message),
            _ => Message::decode(&mut &what[..]).ok(),
        };
        let messages = new.filter_map(|(bytes, _)| said(what(bytes))).collect();
        self.told = ledger.blocks.len();
        messages
    }

    /// Has the posted taken in by the table.
    pub(crate) async fn settle(&mut self) {
        self.poster.round().await.expect("goes");
    }
}
