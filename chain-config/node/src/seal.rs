//! A development node: one author, and a block at once for every burst of transactions.
//!
//! Whatever has arrived while one block was made goes into the next, so under load blocks grow by themselves and the
//! cost of making one is shared. Each block is final as it is made, carries the real time, and stays after a restart.

use crate::service::{Client, Networking, Parts, Pool, Proposers, SelectChain, connect};
use chartkey_runtime::consensus::SLOT_MILLISECONDS;
use futures::{FutureExt, StreamExt};
use polkadot_sdk::*;
use sc_consensus::{BlockImport, BlockImportParams, ForkChoiceStrategy, ImportResult, StateAction, StorageChanges};
use sc_service::{Configuration, Error, TaskManager};
use sc_transaction_pool_api::TransactionPool;
use sp_consensus::{BlockOrigin, Environment, ProposeArgs, Proposer, SelectChain as _};
use sp_consensus_aura::{Slot, SlotDuration, digests::CompatibleDigestItem, sr25519::AuthoritySignature};
use sp_inherents::InherentDataProvider;
use sp_runtime::{Digest, DigestItem, traits::Block as _};
use sp_timestamp::Timestamp;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// The longest a block may take to make. Whoever sends during it waits at most this long for the next one.
const LONGEST_BLOCK: Duration = Duration::from_secs(1);

/// After this long without a transaction an empty block is made: contracts know the time from the last block only, and
/// a grant has to expire on an idle chain too.
const HEARTBEAT: Duration = Duration::from_secs(6);

/// How often the pool is looked at without being called, in case a call was missed while a block was made.
const GLANCE: Duration = Duration::from_millis(100);

/// How long to wait before trying again after a block could not be made.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// Starts a node that makes a block whenever somebody sends a transaction.
pub fn start(config: Configuration, mut parts: Parts) -> Result<TaskManager, Error> {
    let import_queue = sc_consensus_manual_seal::import_queue(
        Box::new(parts.client.clone()),
        &parts.tasks.spawn_essential_handle(),
        config.prometheus_registry(),
    );
    let sealer = config.role.is_authority().then(|| Sealer {
        client: parts.client.clone(),
        pool: parts.pool.clone(),
        select_chain: parts.select_chain.clone(),
        proposers: parts.proposers(&config),
        time: Timestamp::new(0),
    });
    let networking = Networking::new(&config);
    connect(config, &mut parts, networking, import_queue)?;
    if let Some(sealer) = sealer {
        parts.tasks.spawn_essential_handle().spawn_blocking("instant-seal", Some("block-authoring"), sealer.run());
    }
    Ok(parts.tasks)
}

/// Why a block could not be made.
#[derive(Debug, thiserror::Error)]
enum SealError {
    #[error("the chain could not be read")]
    Chain(#[from] sp_blockchain::Error),
    #[error("no block can be built upon")]
    NoParent(#[from] sp_consensus::Error),
    #[error("the block's own data could not be made")]
    Inherents(#[from] sp_inherents::Error),
    #[error("the block was not accepted: {0:?}")]
    NotImported(ImportResult),
}

/// Makes blocks, one after the other.
struct Sealer {
    client: Arc<Client>,
    pool: Arc<Pool>,
    select_chain: SelectChain,
    proposers: Proposers,
    /// The latest time any block of this run carried.
    time: Timestamp,
}

impl Sealer {
    /// Makes blocks until the pool is gone.
    async fn run(mut self) {
        let mut arrivals = self.pool.import_notification_stream();
        // The first block comes at once: before it, contracts would believe it is 1970.
        let mut beat = Instant::now();
        loop {
            let due = Instant::now() >= beat;
            if due || self.pool.status().ready > 0 {
                // Everything announced so far is in the pool and goes into this block.
                while let Some(Some(_)) = arrivals.next().now_or_never() {}
                match self.seal(due).await {
                    Ok(0) => {}
                    Ok(_) => {
                        beat = Instant::now() + HEARTBEAT;
                        continue;
                    }
                    Err(error) => {
                        log::error!(
                            "no block was made, trying again in a second: {error}: {:?}",
                            std::error::Error::source(&error)
                        );
                        tokio::time::sleep(AFTER_FAILURE).await;
                    }
                }
                if due {
                    beat = Instant::now() + HEARTBEAT;
                }
            }
            if let Ok(None) = tokio::time::timeout(GLANCE, arrivals.next()).await {
                return;
            }
        }
    }

    /// Makes one block of what waits, and says how many transactions it holds. Without any, a block is kept only if
    /// an empty one is wanted.
    async fn seal(&mut self, even_empty: bool) -> Result<usize, SealError> {
        let parent = self.select_chain.best_chain().await?;
        // A clock that is set back must not stop the chain.
        self.time = self.time.max(Timestamp::current());
        let inherent_data = sp_timestamp::InherentDataProvider::new(self.time).create_inherent_data().await?;
        let own = inherent_data.len();
        let slot = Slot::from_timestamp(self.time, SlotDuration::from_millis(SLOT_MILLISECONDS));
        let digest = <DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(slot);

        let proposer = self.proposers.init(&parent).await?;
        let proposal = proposer
            .propose(ProposeArgs {
                inherent_data,
                inherent_digests: Digest { logs: vec![digest] },
                max_duration: LONGEST_BLOCK,
                ..Default::default()
            })
            .await?;
        let (header, body) = proposal.block.deconstruct();
        let transactions = body.len().saturating_sub(own);
        if transactions == 0 && !even_empty {
            return Ok(0);
        }

        let mut block = BlockImportParams::new(BlockOrigin::Own, header);
        block.body = Some(body);
        block.finalized = true;
        block.fork_choice = Some(ForkChoiceStrategy::LongestChain);
        block.state_action = StateAction::ApplyChanges(StorageChanges::Changes(proposal.storage_changes));
        match self.client.import_block(block).await? {
            ImportResult::Imported(_) => Ok(transactions),
            other => Err(SealError::NotImported(other)),
        }
    }
}
