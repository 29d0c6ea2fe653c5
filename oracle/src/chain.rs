//! The finalized chain's word, and nothing newer: what may still be replaced decides nothing.

use async_trait::async_trait;
use chartkey_client::{At, Chartkey, Hash, NodeError, QuestionError};
use chartkey_vocabulary::{
    Account, Card, Decision, Digest, Finding, FindingId, Link, Member, Purpose, Record, RecordId, Time, Version, Who,
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};
use subxt::rpcs::{Error, RpcClient, rpc_params};
use tokio::sync::watch;

/// A finalized block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its hash.
    pub hash: Digest,
    /// Its height.
    pub height: u64,
    /// Its time.
    pub time: Time,
}

/// An answer, and the finalized block it is true of.
#[derive(Clone, Copy, Debug)]
pub struct Said<T> {
    /// What the contracts said.
    pub answer: T,
    /// As of which block.
    pub block: Block,
}

/// Questions a door asks. All are answered from the last finalized block.
#[async_trait]
pub trait Chain: Send + Sync {
    /// The last finalized block.
    async fn finalized(&self) -> Result<Block, QuestionError>;
    /// Whether `reader` may open the record for this purpose.
    async fn may_open(
        &self,
        record: RecordId,
        reader: Account,
        purpose: Purpose,
    ) -> Result<Said<Decision>, QuestionError>;
    /// A record that stands.
    async fn record(&self, record: RecordId) -> Result<Option<Record>, QuestionError>;
    /// One of its versions.
    async fn version(&self, record: RecordId, version: u16) -> Result<Option<Version>, QuestionError>;
    /// A finding.
    async fn finding(&self, finding: FindingId) -> Result<Option<Finding>, QuestionError>;
    /// Role and standing.
    async fn who(&self, account: Account) -> Result<Option<Who>, QuestionError>;
    /// All that is on file of an account.
    async fn member(&self, account: Account) -> Result<Option<Member>, QuestionError>;
    /// Whether `guardian` acts for `patient`.
    async fn guards(&self, guardian: Account, patient: Account) -> Result<bool, QuestionError>;
    /// The emergency card of a patient.
    async fn card(&self, patient: Account) -> Result<Option<Card>, QuestionError>;
    /// Until when `reader` has the patient's glass broken.
    async fn emergency(&self, patient: Account, reader: Account) -> Result<Option<Time>, QuestionError>;
    /// An open share link.
    async fn link(&self, owner: Account, link: Digest) -> Result<Said<Option<Link>>, QuestionError>;
}

/// The chain over a node's RPC, following its finalized head.
pub struct Node {
    chain: Chartkey,
    rpc: RpcClient,
    head: watch::Receiver<Option<Head>>,
    /// Seconds a head may be off this clock.
    fresh: (Time, fn() -> Time),
    decided: Mutex<Decided>,
}

/// The last finalized block, ready to be asked.
#[derive(Clone)]
pub struct Head {
    /// Which block.
    pub block: Block,
    /// Asks it.
    pub at: Arc<At>,
}

/// Answers of one finalized block; a newer block begins anew, so nothing is remembered past its truth.
#[derive(Default)]
struct Decided {
    block: Option<Digest>,
    decisions: HashMap<(RecordId, Account, Purpose), Decision>,
    people: HashMap<Account, Option<Who>>,
}

impl Decided {
    /// What is remembered of this block.
    fn of(&mut self, block: &Block) -> &mut Self {
        if self.block != Some(block.hash) {
            *self = Self { block: Some(block.hash), ..Self::default() };
        }
        self
    }
}

/// So many answers of one block are remembered; beyond, the chain is asked again.
const REMEMBERED: usize = 100_000;
/// How long the node may think about a question, and how long a lost connection may take to come back.
const PATIENCE: Duration = Duration::from_secs(10);
/// From a broken line to the next question over it.
const REDIAL: Duration = Duration::from_millis(100);

impl Node {
    /// Follows `chain`; `head` is fed by [`follow`]. A head more than `fresh` seconds off answers nothing.
    pub fn new(
        chain: Chartkey,
        rpc: RpcClient,
        head: watch::Receiver<Option<Head>>,
        fresh: Time,
        clock: fn() -> Time,
    ) -> Self {
        Self { chain, rpc, head, fresh: (fresh, clock), decided: Mutex::default() }
    }

    /// The typed client underneath.
    pub fn client(&self) -> &Chartkey {
        &self.chain
    }

    /// The last finalized block, if it is new enough to decide by.
    async fn head(&self) -> Result<Head, QuestionError> {
        let head = self.newest().await?;
        // A block from the future is no better than an old one: by such a clock a halted chain would look alive.
        let (fresh, clock) = self.fresh;
        let apart = clock().abs_diff(head.block.time);
        if apart > fresh {
            return Err(QuestionError::NoAnswer(format!(
                "this clock and the last finalized block are {apart} seconds apart"
            )));
        }
        Ok(head)
    }

    /// The node is asked each time, because the follower hears of a block some milliseconds after others do: whoever saw
    /// a withdrawal final must not be contradicted by what is released afterwards.
    async fn newest(&self) -> Result<Head, QuestionError> {
        let newest = async {
            let newest = self.newest_hash().await?;
            let followed = self.head.borrow().clone().filter(|head| head.block.hash.0 == newest.0);
            match followed {
                Some(head) => Ok(head),
                None => Ok(read_head(self.chain.at(newest).await?).await?),
            }
        };
        let newest = tokio::time::timeout(PATIENCE, newest).await;
        newest.unwrap_or_else(|_| Err(QuestionError::NoAnswer("the node is gone".into())))
    }

    /// A line that broke comes back by itself, and so little asked twice does no harm: a reader need not hear of it.
    async fn newest_hash(&self) -> Result<Hash, QuestionError> {
        loop {
            match self.rpc.request::<Hash>("chain_getFinalizedHead", rpc_params![]).await {
                Ok(newest) => return Ok(newest),
                Err(Error::DisconnectedWillReconnect(_)) => tokio::time::sleep(REDIAL).await,
                Err(error) => return Err(QuestionError::NoAnswer(error.to_string())),
            }
        }
    }

    fn decided(&self) -> MutexGuard<'_, Decided> {
        self.decided.lock().expect("no panic holds it")
    }

    /// Asks the last finalized block, and waits no longer than a person does.
    async fn ask<T, F>(&self, question: impl FnOnce(Arc<At>) -> F) -> Result<Said<T>, QuestionError>
    where
        F: Future<Output = Result<T, QuestionError>>,
    {
        let head = self.head().await?;
        let answer = tokio::time::timeout(PATIENCE, question(head.at)).await;
        let answer = answer.unwrap_or_else(|_| Err(QuestionError::NoAnswer("the node takes too long".into())))?;
        Ok(Said { answer, block: head.block })
    }
}

async fn read_head(at: At) -> Result<Head, NodeError> {
    let time = at.time().await?;
    Ok(Head { block: Block { hash: Digest(at.block().0), height: at.height(), time }, at: Arc::new(at) })
}

/// Keeps the finalized head current until the node is gone for good; reconnects by itself.
pub async fn follow(chain: Chartkey, head: watch::Sender<Option<Head>>) {
    loop {
        if let Err(error) = follow_once(&chain, &head).await {
            tracing::warn!(%error, "the node's finalized blocks cannot be followed; trying again");
            // Nothing may be decided on a head that might be old.
            head.send_replace(None);
        }
        if head.is_closed() {
            return;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn follow_once(chain: &Chartkey, head: &watch::Sender<Option<Head>>) -> Result<(), NodeError> {
    use futures::StreamExt;
    head.send_replace(Some(read_head(chain.now().await?).await?));
    let mut blocks = chain.finalized().await?;
    while let Some(block) = blocks.next().await {
        head.send_replace(Some(read_head(chain.at(block?).await?).await?));
    }
    Ok(())
}

#[async_trait]
impl Chain for Node {
    async fn finalized(&self) -> Result<Block, QuestionError> {
        Ok(self.newest().await?.block)
    }

    async fn may_open(
        &self,
        record: RecordId,
        reader: Account,
        purpose: Purpose,
    ) -> Result<Said<Decision>, QuestionError> {
        let (block, key) = (self.head().await?.block, (record, reader, purpose));
        if let Some(answer) = self.decided().of(&block).decisions.get(&key) {
            return Ok(Said { answer: *answer, block });
        }
        let said = self.ask(|at| async move { at.records().may_open(record, reader, purpose).await }).await?;
        let mut decided = self.decided();
        // A slow answer about an older block must not pass for one about the newest.
        if decided.block == Some(said.block.hash) && decided.decisions.len() < REMEMBERED {
            decided.decisions.insert(key, said.answer);
        }
        Ok(said)
    }

    async fn record(&self, record: RecordId) -> Result<Option<Record>, QuestionError> {
        Ok(self.ask(|at| async move { at.records().record(record).await }).await?.answer)
    }

    async fn version(&self, record: RecordId, version: u16) -> Result<Option<Version>, QuestionError> {
        Ok(self.ask(|at| async move { at.records().version(record, version).await }).await?.answer)
    }

    async fn finding(&self, finding: FindingId) -> Result<Option<Finding>, QuestionError> {
        Ok(self.ask(|at| async move { at.records().finding(finding).await }).await?.answer)
    }

    async fn who(&self, account: Account) -> Result<Option<Who>, QuestionError> {
        let block = self.head().await?.block;
        if let Some(who) = self.decided().of(&block).people.get(&account) {
            return Ok(*who);
        }
        let said = self.ask(|at| async move { at.registry().who(account).await }).await?;
        let mut decided = self.decided();
        if decided.block == Some(said.block.hash) && decided.people.len() < REMEMBERED {
            decided.people.insert(account, said.answer);
        }
        Ok(said.answer)
    }

    async fn member(&self, account: Account) -> Result<Option<Member>, QuestionError> {
        Ok(self.ask(|at| async move { at.registry().member(account).await }).await?.answer)
    }

    async fn guards(&self, guardian: Account, patient: Account) -> Result<bool, QuestionError> {
        Ok(self.ask(|at| async move { at.registry().guards(guardian, patient).await }).await?.answer)
    }

    async fn card(&self, patient: Account) -> Result<Option<Card>, QuestionError> {
        Ok(self.ask(|at| async move { at.consent().card(patient).await }).await?.answer)
    }

    async fn emergency(&self, patient: Account, reader: Account) -> Result<Option<Time>, QuestionError> {
        Ok(self.ask(|at| async move { at.consent().emergency(patient, reader).await }).await?.answer)
    }

    async fn link(&self, owner: Account, link: Digest) -> Result<Said<Option<Link>>, QuestionError> {
        self.ask(|at| async move { at.consent().link(owner, link).await }).await
    }
}
