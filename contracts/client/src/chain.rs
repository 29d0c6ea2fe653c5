//! A connection to the chain, and the chain as it stood at one block.

use crate::{
    AccountId, Config, Deployment, Hash,
    error::{ConnectError, NodeError},
};
use chartkey_vocabulary::{Account, Contract, Peers, Time};
use codec::{Decode, Encode};
use std::sync::Arc;
use subxt::{OnlineClient, OnlineClientAtBlock, backend::LegacyBackend, rpcs::RpcClient};

/// Connects to a node.
///
/// The address may be without encryption: a node of one's own has no certificate, and whatever goes over the line is
/// public and signed.
///
/// # Errors
/// When nobody answers.
pub async fn dial(url: &str) -> Result<OnlineClient<Config>, NodeError> {
    let rpc = RpcClient::from_insecure_url(url).await.map_err(NodeError::of)?;
    // One request, one answer. The newer interface answers a question by two small messages, the second of which waits
    // for the first to be acknowledged: 48 ms instead of 1 on the same machine.
    let backend = LegacyBackend::builder().build(rpc);
    OnlineClient::from_backend(Arc::new(backend)).await.map_err(NodeError::of)
}

/// The four contracts of one network, over one connection. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Chartkey {
    client: OnlineClient<Config>,
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
        Self::over(dial(url).await?, deployment)
    }

    /// Uses a connection that exists already.
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
