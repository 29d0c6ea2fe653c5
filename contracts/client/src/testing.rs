//! A node that is made up, and a cable to it that can be cut. Only here: whole nodes are in `tests`.

use codec::{Compact, Decode, Encode};
use jsonrpsee::{
    PendingSubscriptionSink, RpcModule, SubscriptionMessage,
    core::RpcResult,
    server::{Server, ServerHandle},
    types::{ErrorObjectOwned, Params},
};
use serde_json::{Value, json};
use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    sync::watch,
};

const SNAPSHOT: &[u8] = include_bytes!("../../../chain-config/metadata/chartkey.scale");
const METHODS: [&str; 6] = [
    "chain_getBlockHash",
    "chain_getFinalizedHead",
    "chain_getHeader",
    "chain_getBlock",
    "state_call",
    "state_getStorage",
];
const NUMBER: usize = 24;

/// What becomes of a transaction that is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is in the next block, but the line breaks before anybody hears so.
    Taken,
    /// It is gone with the line.
    Gone,
    /// Another one of the same account is in the next block, and the line breaks.
    Replaced,
    /// It is in the next block, and the pool gives it up before it hears so.
    Overtaken,
    /// The pool gives it up.
    Dropped,
}

impl Fate {
    /// Whether somebody hears from the pool.
    fn is_told(self) -> bool {
        matches!(self, Self::Overtaken | Self::Dropped)
    }
}

/// What a node knows and was asked.
pub(crate) struct Chain {
    genesis: u8,
    /// The transactions of each block after the first.
    pub(crate) blocks: Vec<Vec<String>>,
    pub(crate) nonce: u32,
    pub(crate) fate: Fate,
    pub(crate) asked: Vec<&'static str>,
    pub(crate) handed_over: Vec<String>,
    cable: Option<Cable>,
}

impl Chain {
    fn hash(&self, number: u64) -> String {
        let mut hash = [self.genesis; 32];
        hash[NUMBER..].copy_from_slice(&number.to_be_bytes());
        hex(&hash)
    }

    fn number(hash: &str) -> u64 {
        let bytes = hex::decode(&hash[2..]).expect("hex");
        u64::from_be_bytes(bytes[NUMBER..].try_into().expect("eight bytes"))
    }

    fn header(&self, number: u64) -> Value {
        json!({
            "parentHash": self.hash(number.saturating_sub(1)),
            "number": format!("{number:#x}"),
            "stateRoot": hex(&[0; 32]),
            "extrinsicsRoot": hex(&[0; 32]),
            "digest": { "logs": [] },
        })
    }

    fn answer(&mut self, method: &'static str, params: &Params<'_>) -> RpcResult<Value> {
        self.asked.push(method);
        let mut params = params.sequence();
        Ok(match method {
            "chain_getBlockHash" => json!(self.hash(params.next()?)),
            "chain_getFinalizedHead" => json!(self.hash(self.blocks.len() as u64)),
            "chain_getHeader" => self.header(Self::number(params.next()?)),
            "chain_getBlock" => {
                let number = Self::number(params.next()?);
                let transactions = number.checked_sub(1).map(|n| &self.blocks[n as usize]);
                json!({ "block": { "header": self.header(number), "extrinsics": transactions }, "justifications": null })
            }
            // No events: whatever is in a block went well.
            "state_getStorage" => json!(hex(&Vec::<u8>::new().encode())),
            "state_call" => json!(hex(&self.runtime(params.next()?))),
            _ => return Err(ErrorObjectOwned::owned(-32601, "there is no such method", None::<()>)),
        })
    }

    fn runtime(&self, function: &str) -> Vec<u8> {
        match function {
            "Core_version" => ("chartkey", "fake", 1u32, 7u32, 1u32, Vec::<([u8; 8], u32)>::new(), 3u32).encode(),
            "Metadata_metadata_versions" => vec![u32::from(SNAPSHOT[4])].encode(),
            "Metadata_metadata_at_version" => [&[1], &Compact(SNAPSHOT.len() as u32).encode()[..], SNAPSHOT].concat(),
            "AccountNonceApi_account_nonce" => self.nonce.encode(),
            _ => Vec::new(),
        }
    }

    fn take(&mut self, transaction: String) {
        self.handed_over.push(transaction.clone());
        match self.fate {
            Fate::Taken | Fate::Overtaken => self.blocks.push(vec![transaction]),
            Fate::Replaced => self.blocks.push(Vec::new()),
            Fate::Gone | Fate::Dropped => return,
        }
        self.nonce += 1;
    }
}

/// A node that is made up.
pub(crate) struct Node {
    chain: Arc<Mutex<Chain>>,
    address: SocketAddr,
    _serving: ServerHandle,
}

impl Node {
    /// A node of a chain whose first block's hash is known by this byte.
    pub(crate) async fn of(genesis: u8) -> Self {
        let chain = Arc::new(Mutex::new(Chain {
            genesis,
            blocks: vec![Vec::new(), Vec::new()],
            nonce: 0,
            fate: Fate::Taken,
            asked: Vec::new(),
            handed_over: Vec::new(),
            cable: None,
        }));
        let mut module = RpcModule::from_arc(chain.clone());
        for method in METHODS {
            let answer = move |params: Params<'_>, chain: &Mutex<Chain>, _: &_| locked(chain).answer(method, &params);
            module.register_method(method, answer).expect("named once");
        }
        let submit = ("author_submitAndWatchExtrinsic", "author_extrinsicUpdate", "author_unwatchExtrinsic");
        let taken = |params: Params<'static>, pending: PendingSubscriptionSink, chain: Arc<Mutex<Chain>>, _| async move {
            let (cable, fate) = {
                let mut chain = locked(&chain);
                chain.take(params.sequence().next().expect("a transaction"));
                (chain.cable.clone(), chain.fate)
            };
            if fate.is_told() {
                let sink = pending.accept().await.expect("somebody listens");
                let message = SubscriptionMessage::from_json(&"dropped").expect("JSON");
                return sink.send(message).await.expect("is heard");
            }
            cable.expect("a cable that can be cut").cut();
            // Nobody hears an answer.
            tokio::time::sleep(Duration::from_millis(200)).await;
        };
        module.register_subscription(submit.0, submit.1, submit.2, taken).expect("named once");
        let heads = ("chain_subscribeFinalizedHeads", "chain_finalizedHead", "chain_unsubscribeFinalizedHeads");
        let told = |_, pending: PendingSubscriptionSink, chain: Arc<Mutex<Chain>>, _| async move {
            let header = locked(&chain).header(2);
            let Ok(sink) = pending.accept().await else { return };
            let message = SubscriptionMessage::from_json(&header).expect("JSON");
            let _ = sink.send(message).await;
            sink.closed().await;
        };
        module.register_subscription(heads.0, heads.1, heads.2, told).expect("named once");
        let server = Server::builder().build("127.0.0.1:0").await.expect("a free port");
        let address = server.local_addr().expect("bound");
        Self { chain, address, _serving: server.start(module) }
    }

    pub(crate) fn chain(&self) -> MutexGuard<'_, Chain> {
        locked(&self.chain)
    }

    /// The hash of its first block.
    pub(crate) fn genesis(&self) -> [u8; 32] {
        let hash = self.chain().hash(0);
        <[u8; 32]>::decode(&mut &hex::decode(&hash[2..]).expect("hex")[..]).expect("a hash")
    }

    /// A cable to it.
    pub(crate) async fn cable(&self) -> Cable {
        let cable = Cable::to(self.address).await;
        self.chain().cable = Some(cable.clone());
        cable
    }
}

/// Where a cable leads.
#[derive(Clone, Copy)]
enum End {
    At(SocketAddr),
    /// Nothing comes through, and nobody is told.
    Deaf,
    Nowhere,
}

/// What lies between a client and a node.
#[derive(Clone)]
pub(crate) struct Cable {
    end: Arc<watch::Sender<End>>,
    at: SocketAddr,
    dialled: Arc<AtomicUsize>,
}

impl Cable {
    async fn to(node: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let at = listener.local_addr().expect("bound");
        let end = Arc::new(watch::Sender::new(End::At(node)));
        let dialled = Arc::new(AtomicUsize::new(0));
        let (ends, counted) = (end.clone(), dialled.clone());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(carry(near, ends.subscribe()));
            }
        });
        Self { end, at, dialled }
    }

    pub(crate) fn url(&self) -> String {
        format!("ws://{}", self.at)
    }

    /// How many connections were made.
    pub(crate) fn dialled(&self) -> usize {
        self.dialled.load(Ordering::Relaxed)
    }

    /// Ends all connections; new ones come through.
    pub(crate) fn cut(&self) {
        self.end.send_modify(|_| {});
    }

    /// Ends all connections, and every new one.
    pub(crate) fn unplug(&self) {
        self.end.send_replace(End::Nowhere);
    }

    /// Swallows what is said, and keeps all connections.
    pub(crate) fn deafen(&self) {
        self.end.send_replace(End::Deaf);
    }

    /// Leads to this node from now on.
    pub(crate) fn lead_to(&self, node: &Node) {
        self.end.send_replace(End::At(node.address));
    }
}

async fn carry(mut near: TcpStream, mut end: watch::Receiver<End>) {
    let now = *end.borrow_and_update();
    let mut far = match now {
        End::At(node) => match TcpStream::connect(node).await {
            Ok(far) => Some(far),
            Err(_) => return,
        },
        End::Deaf => None,
        End::Nowhere => return,
    };
    let carried = async {
        match &mut far {
            Some(far) => drop(copy_bidirectional(&mut near, far).await),
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = carried => return,
        _ = end.changed() => {}
    }
    if matches!(*end.borrow_and_update(), End::Deaf) {
        // Both ends stay open until the cable leads somewhere again.
        let _ = end.changed().await;
    }
}

fn locked(chain: &Mutex<Chain>) -> MutexGuard<'_, Chain> {
    chain.lock().expect("no panic holds it")
}

fn hex(bytes: &[u8]) -> String {
    format!("0x{}", hex::encode(bytes))
}
