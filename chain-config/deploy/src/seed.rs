//! Fills a development chain with a small practice: people, records, keys, visits, a prescription, a finding.
//!
//! Every step looks first whether it was done, so seeding again changes nothing. No name ever goes to the chain: they
//! are the paths of well-known keys. The files behind the records are random bytes, made again from the same seeds;
//! the chain sees their CIDs and salted commitments, as it will of real ones.

mod cast;
mod practice;
mod stage;

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
    practice::ties(&mut stage).await?;
    practice::records(&mut stage).await?;
    practice::keys(&mut stage).await?;
    practice::visits(&mut stage).await?;
    practice::prescription(&mut stage).await?;
    practice::finding(&mut stage).await?;
    stage.finish().await
}
