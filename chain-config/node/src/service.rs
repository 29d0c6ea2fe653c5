//! The parts of a node, and how they are put together.

use crate::{rpc, seal, validate};
use chartkey_runtime::{RuntimeApi, opaque::Block, system::MAXIMUM_BLOCK_BYTES};
use polkadot_sdk::*;
use sc_basic_authorship::ProposerFactory;
use sc_consensus::import_queue::ImportQueue;
use sc_network::{NetworkBackend, config::FullNetworkConfiguration, service::NotificationMetrics};
use sc_network_sync::{SyncingService, strategy::warp::WarpSyncConfig};
use sc_service::{
    BuildNetworkParams, ChainType, Configuration, Error, KeystoreContainer, SpawnTasksParams, TaskManager,
};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sp_runtime::{Percent, traits::Block as BlockT};
use std::sync::Arc;

/// Executes the runtime, with the host functions of every Substrate node and no others.
pub type Executor = sc_executor::WasmExecutor<sp_io::SubstrateHostFunctions>;
/// The chain's state and blocks, and the runtime's answers about them.
pub type Client = sc_service::TFullClient<Block, RuntimeApi, Executor>;
/// Where blocks and state are stored.
pub type Backend = sc_service::TFullBackend<Block>;
/// The longest chain wins.
pub type SelectChain = sc_consensus::LongestChain<Backend, Block>;
/// Transactions that wait for a block.
pub type Pool = sc_transaction_pool::TransactionPoolHandle<Block, Client>;
/// Makes blocks from the pool.
pub type Proposers = ProposerFactory<Pool, Client>;
/// How nodes talk to each other.
pub type Network = sc_network::Litep2pNetworkBackend;
/// A block's hash.
pub type BlockHash = <Block as BlockT>::Hash;

/// How much of its time an author goes on looking for a transaction that still fits, once one did not. Little: under
/// load the pool holds thousands that do not fit either, and trying each of them would eat the time for the next block.
const LOOKING_ON: Percent = Percent::from_percent(10);

/// What every kind of node has.
pub struct Parts {
    /// The chain.
    pub client: Arc<Client>,
    /// Its storage.
    pub backend: Arc<Backend>,
    /// The validator's keys.
    pub keystore: KeystoreContainer,
    /// All running tasks.
    pub tasks: TaskManager,
    /// Which chain is built upon.
    pub select_chain: SelectChain,
    /// Waiting transactions.
    pub pool: Arc<Pool>,
    /// Telemetry, when the specification or the command line names a server.
    pub telemetry: Option<Telemetry>,
}

impl Parts {
    /// Where to report to, if anywhere.
    pub fn telemetry(&self) -> Option<TelemetryHandle> {
        self.telemetry.as_ref().map(Telemetry::handle)
    }

    /// Block makers that take what fits and stop.
    pub fn proposers(&self, config: &Configuration) -> Proposers {
        let mut proposers = ProposerFactory::new(
            self.tasks.spawn_handle(),
            self.client.clone(),
            self.pool.clone(),
            config.prometheus_registry(),
            self.telemetry(),
        );
        proposers.set_default_block_size_limit(MAXIMUM_BLOCK_BYTES as usize);
        proposers.set_soft_deadline(LOOKING_ON);
        proposers
    }
}

/// Opens the database, makes the genesis block if there is none, and starts the pool.
pub fn parts(config: &Configuration) -> Result<Parts, Error> {
    let telemetry = config
        .telemetry_endpoints
        .clone()
        .filter(|endpoints| !endpoints.is_empty())
        .map(|endpoints| TelemetryWorker::new(16).map(|worker| (worker.handle().new_telemetry(endpoints), worker)))
        .transpose()?;

    let executor = sc_service::new_wasm_executor(&config.executor);
    let (client, backend, keystore, tasks) = sc_service::new_full_parts::<Block, RuntimeApi, _>(
        config,
        telemetry.as_ref().map(|(telemetry, _)| telemetry.handle()),
        executor,
        Vec::new(),
    )?;
    let client = Arc::new(client);
    let telemetry = telemetry.map(|(telemetry, worker)| {
        tasks.spawn_handle().spawn("telemetry", None, worker.run());
        telemetry
    });

    let pool = sc_transaction_pool::Builder::new(
        tasks.spawn_essential_handle(),
        client.clone(),
        config.role.is_authority().into(),
    )
    .with_options(config.transaction_pool.clone())
    .with_prometheus(config.prometheus_registry())
    .build();

    Ok(Parts {
        select_chain: SelectChain::new(backend.clone()),
        pool: Arc::from(pool),
        client,
        backend,
        keystore,
        tasks,
        telemetry,
    })
}

/// Starts a node of the kind its chain asks for: a development chain seals at once, any other validates.
pub fn start(config: Configuration) -> Result<TaskManager, Error> {
    let parts = parts(&config)?;
    match config.chain_spec.chain_type() {
        ChainType::Development => seal::start(config, parts),
        ChainType::Local | ChainType::Live | ChainType::Custom(_) => validate::start(config, parts),
    }
}

/// What a kind of consensus brings to the network.
pub struct Networking {
    /// Protocols and peers.
    pub config: FullNetworkConfiguration<Block, BlockHash, Network>,
    /// How notifications are counted.
    pub metrics: NotificationMetrics,
    /// How a newcomer skips history, where finality proofs exist.
    pub warp: Option<WarpSyncConfig<Block>>,
}

impl Networking {
    /// The protocols every node speaks.
    pub fn new(config: &Configuration) -> Self {
        Self {
            config: FullNetworkConfiguration::new(&config.network, config.prometheus_registry().cloned()),
            metrics: <Network as NetworkBackend<Block, BlockHash>>::register_notification_metrics(
                config.prometheus_registry(),
            ),
            warp: None,
        }
    }
}

/// What consensus needs from a running network.
pub struct Connected {
    /// Peers and messages.
    pub network: Arc<dyn sc_network::service::traits::NetworkService>,
    /// Blocks from peers.
    pub sync: Arc<SyncingService<Block>>,
}

/// Connects to peers and answers RPC and Prometheus.
pub fn connect(
    config: Configuration,
    parts: &mut Parts,
    networking: Networking,
    import_queue: impl ImportQueue<Block> + 'static,
) -> Result<Connected, Error> {
    let (network, system_rpc_tx, tx_handler_controller, sync, _) = sc_service::build_network(BuildNetworkParams {
        config: &config,
        net_config: networking.config,
        client: parts.client.clone(),
        transaction_pool: parts.pool.clone(),
        spawn_handle: parts.tasks.spawn_handle(),
        spawn_essential_handle: parts.tasks.spawn_essential_handle(),
        import_queue,
        block_announce_validator_builder: None,
        warp_sync_config: networking.warp,
        block_relay: None,
        metrics: networking.metrics,
        gap_sync_body_policy: None,
    })?;

    let (client, pool) = (parts.client.clone(), parts.pool.clone());
    sc_service::spawn_tasks(SpawnTasksParams {
        config,
        client: parts.client.clone(),
        backend: parts.backend.clone(),
        keystore: parts.keystore.keystore(),
        transaction_pool: parts.pool.clone(),
        task_manager: &mut parts.tasks,
        rpc_builder: Box::new(move |_| rpc::module(client.clone(), pool.clone())),
        network: network.clone(),
        system_rpc_tx,
        tx_handler_controller,
        sync_service: sync.clone(),
        telemetry: parts.telemetry.as_mut(),
        tracing_execute_block: None,
    })?;
    Ok(Connected { network, sync })
}
