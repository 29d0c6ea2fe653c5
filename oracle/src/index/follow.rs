//! Reading the chain block by block: behind at first, then as blocks become final.

use super::{
    cursor::{Cursor, Start, begin, cursor},
    details::{self, Block},
    digest::digest,
    take::take,
};
use crate::app::App;
use chartkey_client::{
    Chartkey, ConnectError, Deployment, DeploymentError, EventsError, Hash, NodeError, QuestionError,
};
use chartkey_vocabulary::Digest;
use futures::{StreamExt, TryStreamExt, stream};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Blocks that are read ahead of the one that is written.
const AHEAD: usize = 16;
/// Blocks, and events, of one transaction when nobody is told of them.
const BLOCKS: usize = 500;
const EVENTS: usize = 10_000;
/// A node that is silent so long is asked whether it is still there.
const SILENCE: Duration = Duration::from_secs(60);
/// The first and the longest pause after a failure.
const PAUSE: Duration = Duration::from_secs(1);
const LONG_PAUSE: Duration = Duration::from_secs(30);

/// Why the chain is not followed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FollowError {
    /// The tables are of another chain. Nobody mends that but a person.
    #[error(
        "the index holds chain {held} up to block {height}, but the node's chain is another: start with an empty \
         database, or ask the right node"
    )]
    OtherChain {
        /// The genesis of the chain in the tables.
        held: Digest,
        /// Up to where.
        height: u64,
    },
    /// The node cannot be reached, or follows another chain than the contracts live on.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// There is no deployment file.
    #[error("the deployment file cannot be opened: {0}")]
    NoDeployment(#[source] std::io::Error),
    /// It is not one.
    #[error(transparent)]
    Deployment(#[from] DeploymentError),
    /// The node did not answer.
    #[error(transparent)]
    Node(#[from] NodeError),
    /// The node threw away what the block left. A wait does not bring it back, but another node may have it.
    #[error(
        "the node no longer keeps block {height}: the oracle reads history from a node that runs with \
         `--state-pruning archive-canonical`"
    )]
    Pruned {
        /// Which.
        height: u64,
    },
    /// The node does not know a block by its height.
    #[error("block {height} cannot be found: {why}")]
    NoBlock {
        /// Which.
        height: u64,
        /// In the client's words.
        why: String,
    },
    /// A contract did not answer.
    #[error(transparent)]
    Question(#[from] QuestionError),
    /// What was said cannot be read.
    #[error(transparent)]
    Events(#[from] EventsError),
    /// The database failed.
    #[error("the index could not be written")]
    Database(#[from] sqlx::Error),
}

impl FollowError {
    /// Whether trying again helps nobody.
    fn is_final(&self) -> bool {
        matches!(self, Self::OtherChain { .. } | Self::Connect(ConnectError::OtherChain { .. }))
    }
}

/// Follows the chain until it is stopped.
pub(super) async fn run(app: &App, stop: &CancellationToken) {
    let mut pause = PAUSE;
    loop {
        let before = height(app).await;
        let followed = tokio::select! {
            () = stop.cancelled() => return,
            followed = follow(app) => followed,
        };
        match followed {
            Ok(()) => tracing::info!("the node ended the stream of blocks; asking it anew"),
            Err(error) if error.is_final() => {
                tracing::error!(%error, "the chain cannot be followed; stopping");
                stop.cancel();
                return;
            }
            Err(error) => tracing::warn!(%error, "the chain cannot be followed just now; trying again"),
        }
        pause = if height(app).await != before { PAUSE } else { (pause * 2).min(LONG_PAUSE) };
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Empties the tables and reads the chain from its beginning to the block that is final now.
///
/// # Errors
/// See [`FollowError`]; what was read so far stays, and the service goes on from there.
pub async fn rebuild(app: &App) -> Result<Digest, FollowError> {
    let (chain, deployment) = connect(app).await?;
    begin(&app.db, &start(app, &chain, &deployment).await?).await?;
    let to = chain.now().await?.height();
    catch_up(app, &chain, to).await?;
    Ok(digest(&app.db).await?)
}

async fn height(app: &App) -> Option<u64> {
    cursor(app.db.pool()).await.ok().flatten().map(|cursor| cursor.height)
}

async fn follow(app: &App) -> Result<(), FollowError> {
    let cursor = cursor(app.db.pool()).await?;
    if let Some(other) = cursor.filter(|cursor| cursor.genesis != app.genesis) {
        return Err(other_chain(&other));
    }
    let (chain, deployment) = connect(app).await?;
    match cursor {
        Some(cursor) => same_history(&chain, &cursor).await?,
        None => begin(&app.db, &start(app, &chain, &deployment).await?).await?,
    }
    let mut finalized = chain.finalized().await?;
    catch_up(app, &chain, chain.now().await?.height()).await?;
    loop {
        let height = match tokio::time::timeout(SILENCE, finalized.next()).await {
            Ok(Some(block)) => chain.at(block?).await?.height(),
            Ok(None) => return Ok(()),
            // A chain that seals on demand may be silent for long; a broken line fails here.
            Err(_) => chain.now().await?.height(),
        };
        catch_up(app, &chain, height).await?;
    }
}

async fn connect(app: &App) -> Result<(Chartkey, Deployment), FollowError> {
    let file = tokio::fs::read_to_string(&app.settings.deployment).await.map_err(FollowError::NoDeployment)?;
    let deployment = Deployment::read(&file)?;
    Ok((Chartkey::connect(&app.settings.node, &deployment).await?, deployment))
}

async fn start(app: &App, chain: &Chartkey, deployment: &Deployment) -> Result<Start, FollowError> {
    let first = block_hash(chain, deployment.deployed_at).await?;
    let founding = details::founding(&chain.at(first).await?).await?;
    Ok(Start { genesis: app.genesis, height: deployment.deployed_at.saturating_sub(1), founding })
}

/// A development chain that was wiped begins anew with another genesis.
fn other_chain(cursor: &Cursor) -> FollowError {
    FollowError::OtherChain { held: cursor.genesis, height: cursor.height }
}

/// A copy of an old disk, or a chain begun anew from the same specification, may hold another history.
async fn same_history(chain: &Chartkey, cursor: &Cursor) -> Result<(), FollowError> {
    let known = cursor.hash != Digest([0; 32]) && chain.now().await?.height() >= cursor.height;
    if known && block_hash(chain, cursor.height).await?.0 != cursor.hash.0 {
        return Err(other_chain(cursor));
    }
    Ok(())
}

async fn catch_up(app: &App, chain: &Chartkey, to: u64) -> Result<(), FollowError> {
    let Some(cursor) = cursor(app.db.pool()).await? else { return Ok(()) };
    let mut blocks = stream::iter(cursor.height + 1..=to).map(|height| read(chain, height)).buffered(AHEAD);
    let (mut batch, mut events) = (Vec::new(), 0);
    while let Some(block) = blocks.try_next().await? {
        events += block.heard.len();
        let telling = block.height > cursor.told && !block.heard.is_empty();
        batch.push(block);
        if telling || events >= EVENTS || batch.len() >= BLOCKS {
            take(&app.db, &batch).await?;
            (batch, events) = (Vec::new(), 0);
        }
    }
    if !batch.is_empty() {
        take(&app.db, &batch).await?;
    }
    Ok(())
}

async fn read(chain: &Chartkey, height: u64) -> Result<Block, FollowError> {
    let hash = block_hash(chain, height).await?;
    let at = chain.at(hash).await?;
    let heard = at.events().await?;
    let details = details::ask(&at, &heard).await?;
    Ok(Block { height, hash, at: at.time().await?, heard, details })
}

async fn block_hash(chain: &Chartkey, height: u64) -> Result<Hash, FollowError> {
    match chain.client().at_block(height).await {
        Ok(block) => Ok(block.block_hash()),
        // The node says it in words only.
        Err(error) if error.to_string().contains("State already discarded") => Err(FollowError::Pruned { height }),
        Err(error) => Err(FollowError::NoBlock { height, why: error.to_string() }),
    }
}
