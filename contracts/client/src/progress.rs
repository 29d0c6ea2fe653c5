//! What becomes of a transaction once it is sent: taken by the pool, in a block, final, or failed.

use crate::{
    AccountId, At, Chartkey, Config, Hash,
    error::{DryRunError, EventsError, NodeError, SendError},
    events::Heard,
    send::Connection,
};
use chartkey_vocabulary::Message;
use futures::Stream;
use subxt::{
    error::{DispatchError, TransactionEventsError},
    transactions::{TransactionInBlock, TransactionProgress, TransactionStatus as Step},
};

/// How far a transaction has come.
#[derive(Debug)]
pub enum Status {
    /// The pool has taken it.
    Sent(Hash),
    /// It is in a block that may still be replaced.
    Included(Receipt),
    /// That block was replaced; it waits for another.
    Retracted,
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
    steps: TransactionProgress<Config, Connection>,
    over: bool,
}

/// What was sent, and by whom. Apart from the steps, which cannot be shared between threads, so that whoever waits can.
#[derive(Debug)]
struct Sent {
    chain: Chartkey,
    account: AccountId,
    messages: Vec<Message>,
    hash: Hash,
}

impl Progress {
    pub(crate) fn new(
        chain: Chartkey,
        account: AccountId,
        messages: Vec<Message>,
        steps: TransactionProgress<Config, Connection>,
    ) -> Self {
        let hash = steps.extrinsic_hash();
        Self { sent: Sent { chain, account, messages, hash }, steps, over: false }
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
        let status = match self.steps.next().await {
            Some(Ok(step)) => self.sent.read(step, false).await,
            Some(Err(error)) => Status::Failed(NodeError::of(error).into()),
            None => Status::Failed(silent()),
        };
        self.over = matches!(status, Status::Finalized(_) | Status::Failed(_));
        Some(status)
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
        while let Some(step) = self.steps.next().await {
            let step = step.map_err(NodeError::of)?;
            match &step {
                Step::Validated | Step::Broadcasted => told(Way::Sent),
                Step::InBestBlock(_) => told(Way::Included),
                Step::NoLongerInBestBlock => told(Way::Retracted),
                _ => {}
            }
            // What happened is read once, in the block that stays.
            match self.sent.read(step, true).await {
                Status::Finalized(receipt) => return Ok(receipt),
                Status::Failed(error) => return Err(error),
                Status::Sent(_) | Status::Included(_) | Status::Retracted => {}
            }
        }
        Err(silent())
    }

    async fn wait(mut self, enough: impl Fn(&Status) -> bool) -> Result<Receipt, SendError> {
        while let Some(status) = self.next().await {
            let done = enough(&status);
            match status {
                Status::Finalized(receipt) => return Ok(receipt),
                Status::Included(receipt) if done => return Ok(receipt),
                Status::Failed(error) => return Err(error),
                Status::Sent(_) | Status::Included(_) | Status::Retracted => {}
            }
        }
        Err(silent())
    }
}

fn silent() -> SendError {
    SendError::NotTaken("the node says no more of it".into())
}

impl Sent {
    async fn read(&self, step: Step<Config, Connection>, patient: bool) -> Status {
        let receipt = match step {
            Step::Validated | Step::Broadcasted => return Status::Sent(self.hash),
            Step::InBestBlock(_) if patient => return Status::Sent(self.hash),
            Step::NoLongerInBestBlock => return Status::Retracted,
            Step::InBestBlock(block) => self.receipt(&block).await.map(Status::Included),
            Step::InFinalizedBlock(block) => self.receipt(&block).await.map(Status::Finalized),
            Step::Error { message } | Step::Invalid { message } | Step::Dropped { message } => {
                Err(SendError::NotTaken(message))
            }
        };
        receipt.unwrap_or_else(Status::Failed)
    }

    async fn receipt(&self, found: &TransactionInBlock<Config, Connection>) -> Result<Receipt, SendError> {
        let at = self.chain.at(found.block_hash()).await?;
        match found.wait_for_success().await {
            Ok(events) => {
                let mine = subxt::events::Phase::ApplyExtrinsic(events.extrinsic_index() as u32);
                let heard = at.heard(events.all_events_in_block(), |phase| phase == mine);
                let events = heard.map_err(|error| match error {
                    EventsError::Node(error) => SendError::Node(error),
                    unknown => SendError::Failed(unknown.to_string()),
                })?;
                Ok(Receipt { block: at.block(), height: at.height(), transaction: self.hash, events })
            }
            Err(TransactionEventsError::ExtrinsicFailed(error)) => Err(self.why(&at, error).await),
            Err(error) => Err(NodeError::of(error).into()),
        }
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
