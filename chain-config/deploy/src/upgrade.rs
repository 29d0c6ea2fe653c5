//! Brings contracts up to date: code uploaded, voted on by the council, exchanged under the same address.
//!
//! Anybody may do the first and the last step; only the council's vote in the middle gives them effect.

use crate::{
    Bundles, Network,
    bundles::{CONTRACTS, name},
    chain,
    council::{self, Decision},
    deployment_file,
};
use anyhow::{Context, ensure};
use chartkey_client::{Chartkey, Config, Deployed, Deployment};
use chartkey_vocabulary::{Account, Contract, Digest, Motion};
use std::path::Path;
use subxt::OnlineClient;
use subxt_signer::sr25519::Keypair;

/// What came of it, one line a contract; empty when all run the built code.
pub async fn upgrade(
    client: OnlineClient<Config>,
    network: &Network,
    bundles: &Bundles,
    payer: &Keypair,
    deployments: &Path,
    deployment: &mut Deployment,
) -> anyhow::Result<Vec<String>> {
    let chain = Chartkey::over(client, deployment)?;
    let before = deployment.clone();
    let mut done = Vec::new();
    for contract in CONTRACTS {
        let (what, address) = (name(contract), Account(deployment.contract(contract).address));
        let hash = bundles.hash(contract);
        let at = chain.now().await?;
        let found =
            chain::code_hash(&at, address).await?.with_context(|| format!("there is no {what} at {address}"))?;
        if found == hash {
            note(deployment, contract, hash);
            continue;
        }
        if chain::code(&at, hash).await?.is_none() {
            chain.send_raw(payer, chain::upload(&at, bundles.code(contract))?).await?;
        }
        if !at.registry().carried(contract, Digest(hash)).await? {
            let motion = Motion::Upgrade(contract, Digest(hash));
            if council::vote(&chain, network, motion).await? == Decision::Open {
                done.push(format!("{what}: uploaded; the council has to let it become 0x{}", hex::encode(hash)));
                continue;
            }
        }
        let at = chain.now().await?;
        let receipt = chain.send_raw(payer, chain::succeed(&at, address, hash)?).await?;
        let now = chain::code_hash(&chain.at(receipt.block).await?, address).await?;
        ensure!(now == Some(hash), "{what} was not exchanged");
        note(deployment, contract, hash);
        done.push(format!("{what}: became 0x{} in block {}", hex::encode(hash), receipt.height));
    }
    if *deployment != before {
        let file = deployment_file(deployments, &network.name);
        std::fs::write(&file, deployment.write()?).with_context(|| file.display().to_string())?;
    }
    Ok(done)
}

fn note(deployment: &mut Deployment, contract: Contract, code_hash: [u8; 32]) {
    let line = match contract {
        Contract::Registry => &mut deployment.registry,
        Contract::Consent => &mut deployment.consent,
        Contract::Records => &mut deployment.records,
        Contract::Care => &mut deployment.care,
    };
    *line = Deployed { code_hash, ..*line };
}
