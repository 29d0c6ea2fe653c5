//! Sending: prepared, signed, handed over. What happens then is in `progress.rs`.
//!
//! The steps are apart because a wallet in the browser signs in its own time and window. [`Chartkey::send`] does all
//! of them for those who hold a key.

use crate::{
    AccountId, At, Call, Chartkey, Config, Envelope, Hash, Progress, Receipt, account_of,
    envelope::{era, extensions},
    error::{DryRunError, NodeError, SendError},
    line::is_unsaid,
    progress::Sent,
};
use chartkey_vocabulary::{Account, Message, RegistryMessage};
use subxt::{
    client::OnlineClientAtBlockImpl,
    error::{BackendError, ExtrinsicError, RpcError},
    transactions::{Signer, SubmittableTransaction},
    utils::MultiSignature,
};

pub(crate) type Connection = OnlineClientAtBlockImpl<Config>;

/// How many blocks a transaction stays valid: over an hour on a network, so that a person can read before signing,
/// and long enough under instant sealing, where a busy second is several blocks.
pub(crate) const VALID_FOR: u64 = 2048;

impl Chartkey {
    /// Tries messages out and makes one transaction of them, to be signed by `account`. Of several either all take
    /// place or none; the first is tried out as things stand, and the others may rest on those before them.
    ///
    /// # Errors
    /// `Refused` and `Impossible` before anything is signed; `Empty`.
    pub async fn prepare(&self, account: &AccountId, messages: &[Message]) -> Result<Prepared, SendError> {
        let at = self.now().await?;
        let (mut calls, mut held) = (Vec::with_capacity(messages.len()), 0u128);
        for (place, message) in messages.iter().enumerate() {
            let (call, kept) = at.call(account, message, place > 0).await?;
            calls.push(call);
            held = held.saturating_add(kept);
        }
        let call = match &calls[..] {
            [] => return Err(SendError::Empty),
            [call] => call.clone(),
            calls => Call::batch(at.subxt(), calls)?,
        };
        Ok(Prepared { held, ..self.prepare_call(at, account, call, messages.to_vec()).await? })
    }

    /// Makes a transaction of any call of the chain.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn prepare_raw(&self, account: &AccountId, call: Call) -> Result<Prepared, SendError> {
        let at = self.now().await?;
        self.prepare_call(at, account, call, Vec::new()).await
    }

    async fn prepare_call(
        &self,
        at: At,
        account: &AccountId,
        call: Call,
        messages: Vec<Message>,
    ) -> Result<Prepared, SendError> {
        let nonce = at.nonce(account).await?;
        let description = self.binding(&at).await?;
        Ok(Prepared { chain: self.clone(), at, account: *account, nonce, call, messages, description, held: 0 })
    }

    /// Sends one message and waits until it is final.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn send(&self, signer: &impl Signer<Config>, message: Message) -> Result<Receipt, SendError> {
        self.send_all(signer, &[message]).await
    }

    /// Sends several messages, of which all take place or none, and waits until they are final.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn send_all(&self, signer: &impl Signer<Config>, messages: &[Message]) -> Result<Receipt, SendError> {
        self.prepare(&signer.account_id(), messages).await?.sign(signer)?.submit().await?.finalized().await
    }

    /// Sends any call of the chain and waits until it is final.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn send_raw(&self, signer: &impl Signer<Config>, call: Call) -> Result<Receipt, SendError> {
        self.prepare_raw(&signer.account_id(), call).await?.sign(signer)?.submit().await?.finalized().await
    }
}

impl At {
    /// The call that carries a message, with the limits a dry run found, and what that run held. `later` messages of a
    /// batch may be refused as things stand, because what they rest on comes before them; they get the limits of
    /// [`crate::call::AMPLE`].
    async fn call(&self, account: &AccountId, message: &Message, later: bool) -> Result<(Call, u128), DryRunError> {
        let ((weight, deposit), held) = match self.try_out(account, message).await {
            // The vote that carries a motion does more than the one tried out, and admins vote at the same moment.
            Ok((run, _)) if matches!(message, Message::Registry(RegistryMessage::Vote { .. })) => {
                (crate::call::AMPLE, run.deposit.charge())
            }
            // Deposits follow what is written, which may be more by the time it is written.
            Ok((run, _)) => {
                let most = run.most_held.charge() * 2 + crate::call::SMALL_DEPOSIT;
                ((run.weight.with_margin(), most), run.deposit.charge())
            }
            Err(DryRunError::Refused(_) | DryRunError::Impossible(_)) if later => (crate::call::AMPLE, 0),
            Err(error) => return Err(error),
        };
        let call = Call::message(&self.inner, self.address(message.contract()), message, weight, deposit)?;
        Ok((call, held))
    }
}

/// A transaction to be signed.
#[derive(Clone, Debug)]
pub struct Prepared {
    chain: Chartkey,
    at: At,
    account: AccountId,
    nonce: u64,
    call: Call,
    messages: Vec<Message>,
    description: Option<[u8; 32]>,
    held: u128,
}

impl Prepared {
    /// Gives it a place in the account's order, for those who send several without waiting.
    #[must_use]
    pub fn nonce(self, nonce: u64) -> Self {
        Self { nonce, ..self }
    }

    /// The account that signs, as contracts know it.
    pub fn sender(&self) -> Account {
        account_of(&self.account)
    }

    /// The call that is signed.
    pub fn call(&self) -> &Call {
        &self.call
    }

    /// The messages it carries; none in a transaction of another kind.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// What the dry run held of the sender's money, which comes back when what it is for is gone.
    pub fn held(&self) -> u128 {
        self.held
    }

    /// What it costs at most besides: the fee, paid to the block's author and never returned.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn fee(&self) -> Result<u128, NodeError> {
        self.at.fee(&self.call).await
    }

    /// What is signed, field by field, for a wallet that puts the bytes together and shows them.
    pub fn envelope(&self) -> Envelope {
        let at = &self.at.inner;
        Envelope {
            account: self.account,
            call: self.call.bytes().to_vec(),
            genesis: self.chain.client().genesis_hash(),
            block: self.at.block(),
            height: self.at.height(),
            era: era(VALID_FOR, self.at.height()),
            nonce: self.nonce,
            spec_version: at.spec_version(),
            transaction_version: at.transaction_version(),
            description: self.description,
            extensions: extensions(at.metadata_ref()),
        }
    }

    /// The bytes a wallet signs.
    ///
    /// # Errors
    /// When the chain wants something of transactions that this client does not know.
    pub fn payload(&self) -> Result<Vec<u8>, SendError> {
        self.envelope().payload()
    }

    /// Signs with a key at hand.
    ///
    /// # Errors
    /// As [`Self::payload`].
    pub fn sign(self, signer: &impl Signer<Config>) -> Result<Signed, SendError> {
        let signature = signer.sign(&self.payload()?);
        self.signed(signature)
    }

    /// Adds a signature a wallet made.
    ///
    /// # Errors
    /// As [`Self::payload`].
    pub fn signed(self, signature: MultiSignature) -> Result<Signed, SendError> {
        let transaction = self.at.inner.tx().from_bytes(self.envelope().signed(&signature)?);
        let sent = Sent {
            chain: self.chain,
            account: self.account,
            nonce: self.nonce,
            born: self.at.height(),
            messages: self.messages,
            hash: transaction.hash(),
        };
        Ok(Signed { sent, transaction })
    }
}

/// A transaction ready to go.
#[derive(Clone, Debug)]
pub struct Signed {
    sent: Sent,
    transaction: SubmittableTransaction<Config, Connection>,
}

impl Signed {
    /// The transaction's hash, by which anybody finds it.
    pub fn hash(&self) -> Hash {
        self.sent.hash
    }

    /// The transaction's bytes, for those who keep them until there is a connection.
    pub fn bytes(&self) -> &[u8] {
        self.transaction.encoded()
    }

    /// Hands it to the node, once. When the connection breaks meanwhile it is not handed over again; what became of it
    /// is looked up on the chain.
    ///
    /// # Errors
    /// `NotTaken`; `Node` when it did not leave.
    pub async fn submit(self) -> Result<Progress, SendError> {
        match self.transaction.submit_and_watch().await {
            Ok(steps) => Ok(Progress::new(self.sent, Some(steps))),
            Err(error) => match lost(&error) {
                Lost::Refused => Err(SendError::NotTaken(error.to_string())),
                Lost::Before => Err(NodeError::of(error).into()),
                Lost::After => Ok(Progress::new(self.sent, None)),
            },
        }
    }
}

/// Whether a connection was lost while a transaction was handed over.
enum Lost {
    /// The node said no.
    Refused,
    /// The transaction did not leave.
    Before,
    /// It may have arrived.
    After,
}

fn lost(error: &ExtrinsicError) -> Lost {
    match error {
        ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(RpcError::ClientError(error))) => match error {
            error if is_unsaid(error) => Lost::Before,
            subxt::rpcs::Error::Client(_) | subxt::rpcs::Error::DisconnectedWillReconnect(_) => Lost::After,
            _ => Lost::Refused,
        },
        _ => Lost::Refused,
    }
}
