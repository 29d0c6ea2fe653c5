//! Fills a development chain with people: money, registration, approval by the council, and who belongs to whom.
//!
//! Only what needs nothing but the chain is done here. Vaults, files, keys and visits need the oracle as well; they are
//! made by `chartkey demo`, with the flows everybody uses. Until then the keys people register with are placeholders,
//! which nobody can seal anything to.
//!
//! Every step looks first whether it was done, so seeding again changes nothing. No name ever goes to the chain: they
//! are the paths of well-known keys.

mod cast;
mod stage;
mod ties;

pub use stage::Seeded;

use crate::Network;
use anyhow::ensure;
use chartkey_client::{Chartkey, Config, Deployment};
use stage::Stage;
use subxt::OnlineClient;

/// Seeds the chain; only one whose admins' keys are known.
pub async fn seed(client: OnlineClient<Config>, network: &Network, deployment: &Deployment) -> anyhow::Result<Seeded> {
    ensure!(
        network.is_development(),
        "only a development network is seeded: the keys of its people are known to everybody"
    );
    let mut stage = Stage::new(Chartkey::over(client, deployment)?, network.clone());
    cast::fund(&mut stage).await?;
    cast::register(&mut stage).await?;
    ties::tie(&mut stage).await?;
    stage.finish().await
}
