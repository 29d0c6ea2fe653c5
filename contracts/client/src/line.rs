//! A line to a node. When it breaks, whoever asks next dials anew; what was said over it is never said twice.
//!
//! subxt's own reconnecting client does not serve here: in a browser a socket counts as open before anybody answered,
//! so it dials without a pause; it takes whatever chain answers for the one before; and its questions wait for ever.

use crate::Hash;
use futures::{
    FutureExt, StreamExt,
    future::{self, Either},
    lock::Mutex,
    stream,
};
use futures_timer::Delay;
use std::{
    pin::pin,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use subxt::{
    ext::jsonrpsee::core::client::Client,
    rpcs::{
        Error, RpcClient,
        client::{RawRpcFuture, RawRpcSubscription, RawValue, RpcClientT},
        rpc_params,
    },
};

/// So long a question may be without an answer, and a stream without news, before the node is asked for a sign of life.
const QUIET: Duration = seconds(8);
/// So long it may take to give one. A service asks much at once, and a busy node is not a dead one; somebody at a screen
/// waits for less.
const SIGN: Duration = if cfg!(target_arch = "wasm32") { seconds(8) } else { seconds(30) };
/// So long one attempt to dial may take, the first answer included.
const DIALLING: Duration = seconds(8);
/// So long a question waits for a line.
const PATIENCE: Duration = seconds(10);
/// From one attempt to dial to the next: doubled each time, up to the longest.
const REST: Duration = Duration::from_millis(250);
const LONGEST_REST: Duration = seconds(5);

/// Tests live ten times as fast.
pub(crate) const fn seconds(seconds: u64) -> Duration {
    Duration::from_millis(if cfg!(test) { 100 * seconds } else { 1000 * seconds })
}

/// Why nothing can be said over a line.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum LineError {
    /// Nobody answers. What was to be said was not said.
    #[error("the node cannot be reached: {0}")]
    Unreachable(String),
    /// Another chain answers where this one did. What was to be said was not said.
    #[error("the node follows chain {found:?} now, and followed chain {expected:?}")]
    OtherChain {
        /// The genesis of the chain first dialled.
        expected: Hash,
        /// The genesis of the one that answers.
        found: Hash,
    },
    /// It broke. What was said may have arrived.
    #[error("the line to the node broke")]
    Broken,
}

impl From<LineError> for Error {
    fn from(error: LineError) -> Self {
        Self::Client(Box::new(error))
    }
}

/// Whether what was to be said certainly was not.
pub(crate) fn is_unsaid(error: &Error) -> bool {
    let Error::Client(error) = error else { return false };
    matches!(error.downcast_ref(), Some(LineError::Unreachable(_) | LineError::OtherChain { .. }))
}

/// A line to a node that comes back by itself, to the same chain or not at all.
#[derive(Debug)]
pub(crate) struct Line {
    url: String,
    /// Of the chain that answered first.
    genesis: OnceLock<Hash>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    wire: Option<Arc<Wire>>,
    failed: u32,
    /// The next attempt waits for it, whoever makes it.
    rest: Option<Delay>,
}

impl Line {
    /// Dials once.
    pub(crate) async fn dial(url: &str) -> Result<Arc<Self>, LineError> {
        let line = Self { url: url.to_owned(), genesis: OnceLock::new(), state: Mutex::default() };
        let wire = line.attempt().await?;
        line.state.lock().await.wire = Some(wire);
        Ok(Arc::new(line))
    }

    /// Waits until it breaks.
    pub(crate) async fn broken(&self) {
        let wire = self.state.lock().await.wire.clone();
        if let Some(wire) = wire.filter(|wire| wire.is_up()) {
            wire.client.on_disconnect().await;
        }
    }

    /// Whether the node answers now; dials anew when the line broke.
    pub(crate) async fn reached(&self) -> Result<(), LineError> {
        if self.wire().await?.gives_sign().await {
            return Ok(());
        }
        // Whoever dials has heard its genesis.
        self.wire().await.map(drop)
    }

    /// A wire that is up, dialled anew if need be.
    async fn wire(&self) -> Result<Arc<Wire>, LineError> {
        let wire = within(PATIENCE, self.redial()).await;
        wire.unwrap_or_else(|| Err(LineError::Unreachable("it does not answer".into())))
    }

    /// Many may wait here; one of them dials.
    async fn redial(&self) -> Result<Arc<Wire>, LineError> {
        let mut state = self.state.lock().await;
        loop {
            if let Some(wire) = state.wire.as_ref().filter(|wire| wire.is_up()) {
                return Ok(wire.clone());
            }
            state.wire = None;
            if let Some(rest) = &mut state.rest {
                rest.await;
            }
            state.rest = Some(Delay::new(rest_after(state.failed)));
            match self.attempt().await {
                Ok(wire) => (state.wire, state.failed) = (Some(wire), 0),
                Err(error) => {
                    state.failed = state.failed.saturating_add(1);
                    if matches!(error, LineError::OtherChain { .. }) {
                        return Err(error);
                    }
                }
            }
        }
    }

    async fn attempt(&self) -> Result<Arc<Wire>, LineError> {
        let answered = async {
            let wire = Wire::new(open(&self.url).await?);
            // In a browser only the first answer tells that somebody is there.
            let found = wire.genesis().await?;
            Ok::<_, Error>((wire, found))
        };
        let (wire, found) = match within(DIALLING, answered).await {
            Some(Ok(answered)) => answered,
            Some(Err(error)) => return Err(LineError::Unreachable(error.to_string())),
            None => return Err(LineError::Unreachable("it does not answer".into())),
        };
        let expected = *self.genesis.get_or_init(|| found);
        if expected != found {
            return Err(LineError::OtherChain { expected, found });
        }
        Ok(Arc::new(wire))
    }

    async fn ask(&self, method: &str, params: Option<Box<RawValue>>) -> Result<Box<RawValue>, Error> {
        let wire = self.wire().await?;
        wire.heard(wire.rpc.request_raw(method, params)).await
    }

    async fn follow(&self, sub: &str, params: Option<Box<RawValue>>, unsub: &str) -> Result<RawRpcSubscription, Error> {
        let wire = self.wire().await?;
        let RawRpcSubscription { stream, id } = wire.heard(wire.rpc.subscribe_raw(sub, params, unsub)).await?;
        let stream = stream::unfold(Some((wire, stream)), |held| async move {
            let (wire, mut stream) = held?;
            match wire.alive(stream.next()).await {
                Some(Some(news)) => Some((news, Some((wire, stream)))),
                // The node ended it.
                Some(None) if wire.is_up() => None,
                Some(None) | None => Some((Err(LineError::Broken.into()), None)),
            }
        });
        Ok(RawRpcSubscription { stream: stream.boxed(), id })
    }
}

impl RpcClientT for Line {
    fn request_raw<'a>(&'a self, method: &'a str, params: Option<Box<RawValue>>) -> RawRpcFuture<'a, Box<RawValue>> {
        Box::pin(async move {
            match self.ask(method, params.clone()).await {
                // The answer was lost with the line; a question may be asked again.
                Err(error) if is_broken(&error) && !hands_over(method) => self.ask(method, params).await,
                answer => answer,
            }
        })
    }

    fn subscribe_raw<'a>(
        &'a self,
        sub: &'a str,
        params: Option<Box<RawValue>>,
        unsub: &'a str,
    ) -> RawRpcFuture<'a, RawRpcSubscription> {
        Box::pin(async move {
            match self.follow(sub, params.clone(), unsub).await {
                Err(error) if is_broken(&error) && !hands_over(sub) => self.follow(sub, params, unsub).await,
                answer => answer,
            }
        })
    }
}

/// Whether a method gives the node something to keep: then it may have it, though the answer was lost.
fn hands_over(method: &str) -> bool {
    method.starts_with("author_")
}

fn is_broken(error: &Error) -> bool {
    matches!(error, Error::Client(error) if matches!(error.downcast_ref(), Some(LineError::Broken)))
}

fn rest_after(failed: u32) -> Duration {
    REST.saturating_mul(2u32.saturating_pow(failed)).min(LONGEST_REST)
}

/// One connection. It ends once and is not mended.
#[derive(Debug)]
struct Wire {
    client: Arc<Client>,
    rpc: RpcClient,
    /// It looks open, and nothing comes over it any more: a machine slept, a network changed.
    dead: AtomicBool,
}

impl Wire {
    fn new(client: Client) -> Self {
        let client = Arc::new(client);
        Self { rpc: RpcClient::new(client.clone()), client, dead: AtomicBool::new(false) }
    }

    fn is_up(&self) -> bool {
        self.client.is_connected() && !self.dead.load(Ordering::Relaxed)
    }

    async fn genesis(&self) -> Result<Hash, Error> {
        let genesis: Option<Hash> = self.rpc.request("chain_getBlockHash", rpc_params![0]).await?;
        genesis.ok_or_else(|| Error::Client("the node has no first block".into()))
    }

    async fn gives_sign(&self) -> bool {
        let sign = matches!(within(SIGN, self.genesis()).await, Some(Ok(_)));
        if !sign {
            self.dead.store(true, Ordering::Relaxed);
        }
        sign
    }

    /// Waits for what comes over this wire, and asks for a sign of life whenever nothing did for a while. `None` when the
    /// wire is dead.
    async fn alive<T>(&self, awaited: impl Future<Output = T>) -> Option<T> {
        let mut awaited = pin!(awaited);
        loop {
            if let Some(came) = within(QUIET, awaited.as_mut()).await {
                return Some(came);
            }
            if !self.gives_sign().await {
                return awaited.now_or_never();
            }
        }
    }

    async fn heard<T>(&self, answer: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        match self.alive(answer).await {
            Some(Err(Error::Client(_))) if !self.is_up() => Err(LineError::Broken.into()),
            Some(answer) => answer,
            None => Err(LineError::Broken.into()),
        }
    }
}

/// Pings keep the line through routers that forget quiet ones; a browser sends none, and answers the node's.
#[cfg(not(target_arch = "wasm32"))]
async fn open(url: &str) -> Result<Client, Error> {
    use subxt::ext::jsonrpsee::ws_client::{PingConfig, WsClientBuilder};
    let builder = WsClientBuilder::default().enable_ws_ping(PingConfig::default());
    // As many messages of one stream may wait to be read as subxt lets wait.
    Ok(builder.max_buffer_capacity_per_subscription(4096).build(url).await?)
}

#[cfg(target_arch = "wasm32")]
async fn open(url: &str) -> Result<Client, Error> {
    subxt::rpcs::client::jsonrpsee_client(url).await
}

/// `None` when it takes longer.
async fn within<T>(time: Duration, what: impl Future<Output = T>) -> Option<T> {
    match future::select(pin!(what), Delay::new(time)).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}

#[cfg(test)]
mod tests;
