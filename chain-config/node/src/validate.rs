//! A node of a real network: Aura makes blocks, GRANDPA finalizes them.

use crate::service::{BlockHash, Client, Network, Networking, Parts, connect};
use chartkey_runtime::{consensus::SLOT_MILLISECONDS, opaque::Block};
use polkadot_sdk::*;
use sc_client_api::BlockBackend;
use sc_consensus_aura::{ImportQueueParams, SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{GrandpaParams, SharedVoterState, ThreeQuartersOfTheUnfinalizedChain, VotingRulesBuilder};
use sc_network_sync::strategy::warp::WarpSyncConfig;
use sc_service::{Configuration, Error, TaskManager};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::{
    SlotDuration, inherents::InherentDataProvider as SlotInherent, sr25519::AuthorityPair as AuraPair,
};
use sp_timestamp::InherentDataProvider as TimeInherent;
use std::{sync::Arc, time::Duration};

/// Every so many blocks the proof of finality is stored, so that a light client needs to read no more than a minute.
const JUSTIFICATION_PERIOD: u32 = 32;

/// How long a vote takes to reach everybody; a round lasts about four of these. Hospitals are tens of milliseconds
/// apart, and with two-second blocks a third of a second lets a block become final before the next but one.
const GOSSIP: Duration = Duration::from_millis(333);

/// The share of a slot an author may fill with work. The others execute the block again before their own slot begins,
/// so half is the most that keeps them from building on its parent.
const AUTHORING_SHARE: f32 = 0.5;

/// Starts a node that follows the chain and, if it holds a validator's keys, makes and finalizes blocks.
pub fn start(config: Configuration, mut parts: Parts) -> Result<TaskManager, Error> {
    let (block_import, link) = sc_consensus_grandpa::block_import(
        parts.client.clone(),
        JUSTIFICATION_PERIOD,
        &parts.client,
        parts.select_chain.clone(),
        parts.telemetry(),
    )?;
    let import_queue = sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
        block_import: block_import.clone(),
        justification_import: Some(Box::new(block_import.clone())),
        client: parts.client.clone(),
        create_inherent_data_providers: |_, ()| async { Ok(slot_and_time()) },
        spawner: &parts.tasks.spawn_essential_handle(),
        registry: config.prometheus_registry(),
        check_for_equivocation: Default::default(),
        telemetry: parts.telemetry(),
        compatibility_mode: Default::default(),
    })?;

    let mut networking = Networking::new(&config);
    let protocol_name = sc_consensus_grandpa::protocol_standard_name(&genesis(&parts.client)?, &config.chain_spec);
    let (protocol, votes) = sc_consensus_grandpa::grandpa_peers_set_config::<Block, Network>(
        protocol_name.clone(),
        networking.metrics.clone(),
        networking.config.peer_store_handle(),
    );
    networking.config.add_notification_protocol(protocol);
    networking.warp =
        Some(WarpSyncConfig::WithProvider(Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
            parts.backend.clone(),
            link.shared_authority_set().clone(),
            Vec::new(),
        ))));

    let role = config.role;
    let name = config.network.node_name.clone();
    let force_authoring = config.force_authoring;
    let finalize = !config.disable_grandpa;
    let registry = config.prometheus_registry().cloned();
    let proposers = parts.proposers(&config);
    let connected = connect(config, &mut parts, networking, import_queue)?;

    if role.is_authority() {
        let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(StartAuraParams {
            slot_duration: slot_duration(),
            client: parts.client.clone(),
            select_chain: parts.select_chain.clone(),
            block_import,
            proposer_factory: proposers,
            create_inherent_data_providers: |_, ()| async { Ok(slot_and_time()) },
            force_authoring,
            backoff_authoring_blocks: None::<()>,
            keystore: parts.keystore.keystore(),
            sync_oracle: connected.sync.clone(),
            justification_sync_link: connected.sync.clone(),
            block_proposal_slot_portion: SlotProportion::new(AUTHORING_SHARE),
            // No longer blocks after silent slots either: a validator that comes back would start by falling behind.
            max_block_proposal_slot_portion: Some(SlotProportion::new(AUTHORING_SHARE)),
            telemetry: parts.telemetry(),
            compatibility_mode: Default::default(),
        })?;
        parts.tasks.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
    }

    if finalize {
        let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
            config: sc_consensus_grandpa::Config {
                gossip_duration: GOSSIP,
                justification_generation_period: JUSTIFICATION_PERIOD,
                name: Some(name),
                observer_enabled: false,
                keystore: role.is_authority().then(|| parts.keystore.keystore()),
                local_role: role,
                telemetry: parts.telemetry(),
                protocol_name,
            },
            link,
            network: connected.network,
            sync: connected.sync,
            notification_service: votes,
            // Votes go to the best block itself, not to one two blocks behind it: consent should take effect soon, and
            // a block that loses a fork costs a round, never safety.
            voting_rule: VotingRulesBuilder::new().add(ThreeQuartersOfTheUnfinalizedChain).build(),
            prometheus_registry: registry,
            shared_voter_state: SharedVoterState::empty(),
            telemetry: parts.telemetry(),
            offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(parts.pool.clone()),
        })?;
        parts.tasks.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
    }
    Ok(parts.tasks)
}

fn slot_duration() -> SlotDuration {
    SlotDuration::from_millis(SLOT_MILLISECONDS)
}

fn slot_and_time() -> (SlotInherent, TimeInherent) {
    let time = TimeInherent::from_system_time();
    (SlotInherent::from_timestamp_and_slot_duration(*time, slot_duration()), time)
}

fn genesis(client: &Client) -> Result<BlockHash, Error> {
    client.block_hash(0)?.ok_or_else(|| Error::Other("the database has no genesis block".into()))
}
