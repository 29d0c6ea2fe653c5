//! A connection to the chain, and the chain as it stood at one block.

use crate::{
    AccountId, Config, Deployment, Hash,
    error::{ConnectError, NodeError},
    line::{Line, LineError},
};
use chartkey_vocabulary::{Account, Contract, Peers, Time};
use codec::{Decode, Encode};
use std::sync::Arc;
use subxt::{
    OnlineClient, OnlineClientAtBlock,
    backend::LegacyBackend,
    rpcs::{Error as RpcError, RpcClient},
};

/// Connects to a node. A connection that breaks is made anew by whoever asks next, to the same chain or not at all.
///
/// The address may be without encryption: a node of one's own has no certificate, and whatever goes over the line is
/// public and signed.
///
/// # Errors
/// When nobody answers.
pub async fn dial(url: &str) -> Result<OnlineClient<Config>, NodeError> {
    let line = Line::dial(url).await.map_err(node_error)?;
    over_line(line).await
}

async fn over_line(line: Arc<Line>) -> Result<OnlineClient<Config>, NodeError> {
    // One request, one answer. The newer interface answers a question by two small messages, the second of which waits
    // for the first to be acknowledged: 48 ms instead of 1 on the same machine.
    let backend = LegacyBackend::builder().build(RpcClient::new(line));
    OnlineClient::from_backend(Arc::new(backend)).await.map_err(NodeError::of)
}

fn node_error(error: LineError) -> NodeError {
    NodeError::of(RpcError::from(error))
}

/// The four contracts of one network, over one connection. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Chartkey {
    client: OnlineClient<Config>,
    /// None over a connection that was made elsewhere.
    line: Option<Arc<Line>>,
    peers: Peers,
    #[cfg(feature = "bound")]
    bound: Option<crate::describe::Binding>,
}

impl Chartkey {
    /// Connects to a node, see [`dial`].
    ///
    /// # Errors
    /// `Unreachable`; `OtherChain` when the contracts were deployed elsewhere.
    pub async fn connect(url: &str, deployment: &Deployment) -> Result<Self, ConnectError> {
        let line = Line::dial(url).await.map_err(node_error)?;
        let chain = Self::over(over_line(line.clone()).await?, deployment)?;
        Ok(Self { line: Some(line), ..chain })
    }

    /// Uses a connection that exists already. Whether it comes back when it breaks is its own affair.
    ///
    /// # Errors
    /// `OtherChain` when the contracts were deployed elsewhere.
    pub fn over(client: OnlineClient<Config>, deployment: &Deployment) -> Result<Self, ConnectError> {
        let (expected, found) = (deployment.genesis(), client.genesis_hash());
        if expected != found {
            return Err(ConnectError::OtherChain { expected, found });
        }
        Ok(Self {
            client,
            line: None,
            peers: deployment.peers(),
            #[cfg(feature = "bound")]
            bound: None,
        })
    }

    /// The same chain, for wallets that show what they sign: each signature is bound to the chain's description of
    /// itself, by which the wallet reads the call.
    #[cfg(feature = "bound")]
    #[must_use]
    pub fn bound(self) -> Self {
        Self { bound: Some(crate::describe::Binding::default()), ..self }
    }

    /// What signatures are bound to as things stand.
    #[cfg_attr(not(feature = "bound"), allow(clippy::unused_async, reason = "nothing to ask for"))]
    pub(crate) async fn binding(&self, at: &At) -> Result<Option<[u8; 32]>, NodeError> {
        #[cfg(feature = "bound")]
        if let Some(bound) = &self.bound {
            return bound.at(at).await;
        }
        let _ = at;
        Ok(None)
    }

    /// The connection itself.
    pub fn client(&self) -> &OnlineClient<Config> {
        &self.client
    }

    /// Where the contracts live.
    pub fn peers(&self) -> Peers {
        self.peers
    }

    /// Whether the node answers now. A connection that broke is made anew first; a node that is gone is waited for, some
    /// seconds long.
    ///
    /// # Errors
    /// `OtherChain` when another chain answers at the same address: nothing is said to it.
    pub async fn reached(&self) -> Result<(), ConnectError> {
        let Some(line) = &self.line else { return Ok(self.now().await.map(drop)?) };
        line.reached().await.map_err(|error| match error {
            LineError::OtherChain { expected, found } => ConnectError::OtherChain { expected, found },
            error => node_error(error).into(),
        })
    }

    /// Waits until the connection breaks. One that was made elsewhere does not tell.
    pub async fn broken(&self) {
        match &self.line {
            Some(line) => line.broken().await,
            None => std::future::pending().await,
        }
    }

    /// The chain as it is final now.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn now(&self) -> Result<At, NodeError> {
        let inner = self.client.at_current_block().await.map_err(NodeError::of)?;
        Ok(At { inner, peers: self.peers })
    }

    /// The chain as it stood after the block of this hash.
    ///
    /// # Errors
    /// When the node does not answer, or does not keep that block any more.
    pub async fn at(&self, block: Hash) -> Result<At, NodeError> {
        let inner = self.client.at_block(block).await.map_err(NodeError::of)?;
        Ok(At { inner, peers: self.peers })
    }

    /// The chain as it stood after the block of this height, which is final.
    pub(crate) async fn at_height(&self, height: u64) -> Result<At, NodeError> {
        let inner = self.client.at_block(height).await.map_err(NodeError::of)?;
        Ok(At { inner, peers: self.peers })
    }
}

/// The chain as it stood after one block. What is asked here has one answer for ever.
#[derive(Clone, Debug)]
pub struct At {
    pub(crate) inner: OnlineClientAtBlock<Config>,
    peers: Peers,
}

impl At {
    /// The block's hash.
    pub fn block(&self) -> Hash {
        self.inner.block_hash()
    }

    /// The block's height.
    pub fn height(&self) -> u64 {
        self.inner.block_number()
    }

    /// subxt's own view of the block.
    pub fn subxt(&self) -> &OnlineClientAtBlock<Config> {
        &self.inner
    }

    /// Where the contracts live.
    pub fn peers(&self) -> Peers {
        self.peers
    }

    pub(crate) fn address(&self, contract: Contract) -> Account {
        match contract {
            Contract::Registry => self.peers.registry,
            Contract::Consent => self.peers.consent,
            Contract::Records => self.peers.records,
            Contract::Care => self.peers.care,
        }
    }

    pub(crate) fn contract(&self, address: Account) -> Option<Contract> {
        [Contract::Registry, Contract::Consent, Contract::Records, Contract::Care]
            .into_iter()
            .find(|contract| self.address(*contract) == address)
    }

    /// How many transactions an account has sent.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn nonce(&self, account: &AccountId) -> Result<u64, NodeError> {
        self.inner.tx().account_nonce(account).await.map_err(NodeError::of)
    }

    /// The block's own time, by which contracts judge.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn time(&self) -> Result<Time, NodeError> {
        let entry = subxt::dynamic::storage::<(), u64>("Timestamp", "Now");
        let moment = self.inner.storage().fetch(entry, ()).await.map_err(NodeError::of)?;
        // The chain counts milliseconds, contracts seconds.
        Ok(moment.decode().map_err(NodeError::of)? / 1000)
    }

    /// Asks the runtime something whose encoding is known.
    pub(crate) async fn runtime<R: Decode>(&self, function: &str, arguments: impl Encode) -> Result<R, NodeError> {
        let bytes = self.inner.runtime_apis().call_raw(function, Some(&arguments.encode())).await;
        // What follows is ignored: the pallet adds fields at the end of its answers without a new version.
        R::decode(&mut &bytes.map_err(NodeError::of)?[..]).map_err(NodeError::of)
    }
}
