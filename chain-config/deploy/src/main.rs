//! `chartkey-deploy`: puts the contracts on a chain, checks them, exchanges them, seeds a demonstration.

use anyhow::{Context, bail};
use chartkey_client::{Config, Deployment, dial};
use chartkey_deploy::{Bundles, Network, apply::apply, read_deployment, seed::seed, upgrade::upgrade, verify::verify};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use subxt::OnlineClient;

/// Puts the four contracts on a chain, and keeps them as they were built.
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Makes what is missing, introduces the contracts, appoints the first offices. Run again, it changes nothing.
    Apply(Where),
    /// Checks that what runs on the chain is what was built; fails otherwise.
    Verify(Where),
    /// Exchanges the code of contracts that differ from the bundles, once the council has agreed.
    Upgrade(Where),
    /// Fills a development chain with people. Run again, it changes nothing; `chartkey demo` gives them vaults and records.
    Seed(Where),
}

#[derive(Args, Debug)]
struct Where {
    /// The network, as its file in the networks folder is called.
    #[arg(long, default_value = "dev")]
    network: String,
    /// The node's address.
    #[arg(long, default_value = "ws://127.0.0.1:9944")]
    url: String,
    /// Where the contracts' compiled code lies.
    #[arg(long, default_value = "contracts/bundles")]
    bundles: PathBuf,
    /// Where deployments are noted.
    #[arg(long, default_value = "chain-config/deployments")]
    deployments: PathBuf,
    /// Where the networks' people are listed.
    #[arg(long, default_value = "chain-config/networks")]
    networks: PathBuf,
    /// A file with the deployer's key; the environment variable CHARTKEY_DEPLOYER serves as well.
    #[arg(long)]
    key: Option<PathBuf>,
}

impl Where {
    async fn connect(&self) -> anyhow::Result<OnlineClient<Config>> {
        dial(&self.url).await.with_context(|| format!("no node answers at {}", self.url))
    }

    fn deployment(&self) -> anyhow::Result<Deployment> {
        read_deployment(&self.deployments, &self.network)?
            .with_context(|| format!("{} was not deployed from here: run `chartkey-deploy apply` first", self.network))
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Cli::parse().task {
        Task::Apply(place) => {
            let network = Network::read(&place.networks, &place.network)?;
            let (bundles, key) = (Bundles::read(&place.bundles)?, network.deployer_key(place.key.as_deref())?);
            let applied = apply(place.connect().await?, &network, &bundles, &key, &place.deployments).await?;
            applied.done.iter().for_each(|line| println!("{line}"));
            if applied.done.is_empty() {
                println!("everything stands; nothing to do");
            }
            applied.open.iter().for_each(|line| println!("the council has to vote: {line}"));
            print!("\n{}", applied.deployment.write()?);
        }
        Task::Verify(place) => {
            let network = Network::read(&place.networks, &place.network)?;
            let (bundles, deployment) = (Bundles::read(&place.bundles)?, place.deployment()?);
            let wrong = verify(place.connect().await?, &network, &bundles, &deployment).await?;
            if !wrong.is_empty() {
                bail!("the deployment is not as built:\n  {}", wrong.join("\n  "));
            }
            println!("the four contracts run the code that was built, know each other, and the offices are filled");
        }
        Task::Upgrade(place) => {
            let network = Network::read(&place.networks, &place.network)?;
            let (bundles, key) = (Bundles::read(&place.bundles)?, network.deployer_key(place.key.as_deref())?);
            let mut deployment = place.deployment()?;
            let (client, folder) = (place.connect().await?, &place.deployments);
            let done = upgrade(client, &network, &bundles, &key, folder, &mut deployment).await?;
            done.iter().for_each(|line| println!("{line}"));
            if done.is_empty() {
                println!("all contracts run the built code; nothing to do");
            }
        }
        Task::Seed(place) => {
            let network = Network::read(&place.networks, &place.network)?;
            let seeded = seed(place.connect().await?, &network, &place.deployment()?).await?;
            print!("{seeded}");
        }
    }
    Ok(())
}
