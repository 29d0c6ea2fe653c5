//! What becomes of a transaction once it is sent: taken by the pool, in a block, final, or failed.

use crate::{
    AccountId, At, Chartkey, Config, Hash,
    error::{DryRunError, EventsError, NodeError, SendError},
    events::Heard,
    line::seconds,
    send::{Connection, VALID_FOR},
};
use chartkey_vocabulary::Message;
use futures::Stream;
use futures_timer::Delay;
use std::time::Duration;
use subxt::{
    error::DispatchError,
    events::Phase,
    transactions::{TransactionProgress, TransactionStatus as Step},
};

/// A transaction whose line broke is looked for so often, with such pauses: some two minutes, on a chain that makes
/// what it takes final within half a minute.
const LOOKS: u32 = 60;
const PAUSE: Duration = seconds(2);
/// One that the pool gave up is looked for so often: whoever has too little money is not to wait for long.
const SECOND_LOOKS: u32 = 3;
/// A look without an answer took as long as this many with one.
const UNANSWERED: u32 = 6;

/// How far a transaction has come.
#[derive(Debug)]
pub enum Status {
    /// The pool has taken it.
    Sent(Hash),
    /// It is in a block that may still be replaced.
    Included(Receipt),
    /// That block was replaced; it waits for another.
    Retracted,
    /// The connection broke, and with it the node's word; what became of it is looked up on the chain.
    Lost,
    /// It took place for good. Nothing follows.
    Finalized(Receipt),
    /// It did not take place. Nothing follows.
    Failed(SendError),
}

/// Where a transaction is on its way, for those who only want to see it move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The pool has taken it.
    Sent,
    /// It is in a block that may still be replaced.
    Included,
    /// That block was replaced; it waits for another.
    Retracted,
    /// The connection broke, and with it the node's word; what became of it is looked up on the chain.
    Lost,
}

/// What came of a transaction.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The block it is in.
    pub block: Hash,
    /// The block's height.
    pub height: u64,
    /// The transaction.
    pub transaction: Hash,
    /// What the contracts said because of it.
    pub events: Vec<Heard>,
}

/// A transaction on its way.
#[derive(Debug)]
pub struct Progress {
    sent: Sent,
    /// What the node says of it, as long as it does.
    steps: Option<TransactionProgress<Config, Connection>>,
    over: bool,
}

/// What was sent, and by whom. Apart from the steps, which cannot be shared between threads, so that whoever waits can.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) chain: Chartkey,
    pub(crate) account: AccountId,
    pub(crate) nonce: u64,
    /// The height it was made at; it takes place above.
    pub(crate) born: u64,
    pub(crate) messages: Vec<Message>,
    pub(crate) hash: Hash,
}

impl Progress {
    pub(crate) fn new(sent: Sent, steps: Option<TransactionProgress<Config, Connection>>) -> Self {
        Self { sent, steps, over: false }
    }

    /// The transaction's hash.
    pub fn hash(&self) -> Hash {
        self.sent.hash
    }

    /// What happens next; `None` after it was final or failed.
    pub async fn next(&mut self) -> Option<Status> {
        if self.over {
            return None;
        }
        let status = match self.step().await {
            Some(step) => match self.sent.read(step, false).await {
                Ok(status) => status,
                Err(_) => self.lost(),
            },
            None if self.steps.is_some() => self.lost(),
            None => self.sent.found().await.map_or_else(Status::Failed, Status::Finalized),
        };
        self.over = matches!(status, Status::Finalized(_) | Status::Failed(_));
        Some(status)
    }

    /// What the node says next.
    async fn step(&mut self) -> Option<Step<Config, Connection>> {
        self.steps.as_mut()?.next().await?.ok()
    }

    fn lost(&mut self) -> Status {
        self.steps = None;
        Status::Lost
    }

    /// All that happens, in order.
    pub fn stream(self) -> impl Stream<Item = Status> {
        futures::stream::unfold(self, |mut progress| async move { Some((progress.next().await?, progress)) })
    }

    /// Waits until it is in a block. The block may still be replaced.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn included(self) -> Result<Receipt, SendError> {
        self.wait(|status| matches!(status, Status::Included(_))).await
    }

    /// Waits until it took place for good.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn finalized(self) -> Result<Receipt, SendError> {
        self.finalized_by(|_| {}).await
    }

    /// As [`Self::finalized`], and says what happens on the way.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn finalized_by(mut self, mut told: impl FnMut(Way)) -> Result<Receipt, SendError> {
        while let Some(step) = self.step().await {
            match &step {
                Step::Validated | Step::Broadcasted => told(Way::Sent),
                Step::InBestBlock(_) => told(Way::Included),
                Step::NoLongerInBestBlock => told(Way::Retracted),
                _ => {}
            }
            // What happened is read once, in the block that stays.
            match self.sent.read(step, true).await {
                Ok(Status::Finalized(receipt)) => return Ok(receipt),
                Ok(Status::Failed(error)) => return Err(error),
                Ok(_) => {}
                Err(_) => break,
            }
        }
        told(Way::Lost);
        self.sent.found().await
    }

    async fn wait(mut self, enough: impl Fn(&Status) -> bool) -> Result<Receipt, SendError> {
        while let Some(status) = self.next().await {
            let done = enough(&status);
            match status {
                Status::Finalized(receipt) => return Ok(receipt),
                Status::Included(receipt) if done => return Ok(receipt),
                Status::Failed(error) => return Err(error),
                Status::Sent(_) | Status::Included(_) | Status::Retracted | Status::Lost => {}
            }
        }
        Err(SendError::Unsure { transaction: self.sent.hash })
    }
}

impl Sent {
    /// What a step means; an error when the node does not answer what happened in a block.
    async fn read(&self, step: Step<Config, Connection>, patient: bool) -> Result<Status, NodeError> {
        let (block, settled): (Hash, fn(Receipt) -> Status) = match step {
            Step::Validated | Step::Broadcasted => return Ok(Status::Sent(self.hash)),
            Step::InBestBlock(_) if patient => return Ok(Status::Sent(self.hash)),
            Step::NoLongerInBestBlock => return Ok(Status::Retracted),
            Step::InBestBlock(block) => (block.block_hash(), Status::Included),
            Step::InFinalizedBlock(block) => (block.block_hash(), Status::Finalized),
            Step::Error { message } | Step::Invalid { message } | Step::Dropped { message } => {
                return Ok(self.disowned(message).await);
            }
        };
        let at = self.chain.at(block).await?;
        Ok(match self.outcome(&at).await {
            Ok(Some(receipt)) => settled(receipt),
            Ok(None) => Status::Failed(SendError::NotTaken("the block the node names does not have it".into())),
            Err(SendError::Node(error)) => return Err(error),
            Err(error) => Status::Failed(error),
        })
    }

    /// The pool gave it up. A busy one does so too when the transaction has just been put into a block: there the place
    /// in the account's order is taken, and the pool has not heard by whom.
    async fn disowned(&self, message: String) -> Status {
        for _ in 0..SECOND_LOOKS {
            match self.look().await {
                Ok(Some(receipt)) => return Status::Finalized(receipt),
                Ok(None) => Delay::new(PAUSE).await,
                Err(SendError::Node(_)) => break,
                Err(error) => return Status::Failed(error),
            }
        }
        Status::Failed(SendError::NotTaken(message))
    }

    /// Looks for it in what is final, because the node's word about it was lost.
    async fn found(&self) -> Result<Receipt, SendError> {
        let mut left = LOOKS;
        while left > 0 {
            match self.look().await {
                Err(SendError::Node(_)) => left = left.saturating_sub(UNANSWERED),
                Ok(None) => left -= 1,
                Ok(Some(receipt)) => return Ok(receipt),
                Err(error) => return Err(error),
            }
            Delay::new(PAUSE).await;
        }
        Err(SendError::Unsure { transaction: self.hash })
    }

    /// What came of it, if that is final.
    async fn look(&self) -> Result<Option<Receipt>, SendError> {
        let now = self.chain.now().await?;
        // Its place in the account's order is still free.
        if now.nonce(&self.account).await? <= self.nonce {
            return Ok(None);
        }
        for height in self.born + 1..=now.height().min(self.born + VALID_FOR) {
            if let Some(receipt) = self.outcome(&self.chain.at_height(height).await?).await? {
                return Ok(Some(receipt));
            }
        }
        Err(SendError::NotTaken("another transaction of this account took its place".into()))
    }

    /// What came of it in this block; `None` when it is not there.
    async fn outcome(&self, at: &At) -> Result<Option<Receipt>, SendError> {
        let transactions = at.inner.extrinsics().fetch().await.map_err(NodeError::of)?;
        let mine = transactions.iter().filter_map(Result::ok).find(|transaction| transaction.hash() == self.hash);
        let Some(mine) = mine.map(|transaction| Phase::ApplyExtrinsic(transaction.index() as u32)) else {
            return Ok(None);
        };
        let events = at.inner.events().fetch().await.map_err(NodeError::of)?;
        let mut failed = None;
        for event in events.iter() {
            let event = event.map_err(NodeError::of)?;
            if event.phase() == mine && (event.pallet_name(), event.event_name()) == ("System", "ExtrinsicFailed") {
                failed = Some(DispatchError::decode_from(event.field_bytes(), at.inner.metadata()));
            }
        }
        if let Some(error) = failed {
            return Err(self.why(at, error.map_err(NodeError::of)?).await);
        }
        let heard = at.heard(&events, |phase| phase == mine).map_err(|error| match error {
            EventsError::Node(error) => SendError::Node(error),
            unknown => SendError::Failed(unknown.to_string()),
        })?;
        Ok(Some(Receipt { block: at.block(), height: at.height(), transaction: self.hash, events: heard }))
    }

    /// Finds the refusal behind a transaction that was undone. The block says only that a contract reverted, so the
    /// messages are tried again on the state after it, which holds whatever stood in their way.
    async fn why(&self, at: &At, error: DispatchError) -> SendError {
        let reverted = matches!(&error, DispatchError::Module(module)
            if module.details_string().ends_with("ContractReverted"));
        if reverted {
            for message in &self.messages {
                match at.try_out(&self.account, message).await {
                    Err(DryRunError::Refused(refusal)) => return refusal.into(),
                    Err(DryRunError::Node(error)) => return error.into(),
                    _ => {}
                }
            }
        }
        SendError::Failed(error.to_string())
    }
}
