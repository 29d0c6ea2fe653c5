//! Deploys: makes what is missing, introduces the contracts, appoints the first offices, notes the addresses.

use crate::{
    Bundles, Network,
    bundles::{CONTRACTS, name},
    chain::{self, Making},
    council::{self, Decision},
    deployment_file, read_deployment,
    upgrade::upgrade,
};
use anyhow::{Context, bail, ensure};
use chartkey_client::{Chartkey, Config, Deployed, Deployment, DryRunError, account_of, contract_address, keccak};
use chartkey_vocabulary::{
    Account, CareError, CareMessage, ConsentError, ConsentMessage, Contract, Message, Office, Peers, RecordsError,
    RecordsMessage, Refusal, RegistryError, RegistryMessage,
};
use std::path::Path;
use subxt::OnlineClient;
use subxt_signer::sr25519::Keypair;

/// What a deployment did.
#[derive(Clone, Debug)]
pub struct Applied {
    /// Where the contracts are.
    pub deployment: Deployment,
    /// What was done, one line each; empty when everything stood.
    pub done: Vec<String>,
    /// What the council has to vote on.
    pub open: Vec<String>,
}

/// Deploys to the chain `client` is connected to. A second run changes nothing.
pub async fn apply(
    client: OnlineClient<Config>,
    network: &Network,
    bundles: &Bundles,
    deployer: &Keypair,
    deployments: &Path,
) -> anyhow::Result<Applied> {
    let genesis = client.genesis_hash().0;
    let mut noted = read_deployment(deployments, &network.name)?.filter(|noted| noted.genesis == genesis);
    let mut done = Vec::new();
    if network.is_development()
        && let Some(file) = &noted
        && !stands(&client, file).await?
    {
        // The genesis is the same each time: this chain was begun anew, or lost its last blocks with the power.
        noted = None;
    }
    if let Some(noted) = &mut noted
        && network.is_development()
    {
        // Whoever changes a contract and starts the chain again means the new one.
        done = upgrade(client.clone(), network, bundles, deployer, deployments, noted).await?;
    }
    let deployment = noted.clone().unwrap_or_else(|| planned(network, bundles, deployer, genesis));
    let chain = Chartkey::over(client, &deployment)?;
    let mut applied = Applied { deployment, done, open: Vec::new() };

    make(&chain, network, bundles, deployer, noted.is_some(), &mut applied).await?;
    introduce(&chain, deployer, &mut applied).await?;
    appoint(&chain, network, &mut applied).await?;

    if noted.as_ref() != Some(&applied.deployment) {
        std::fs::create_dir_all(deployments)?;
        let file = deployment_file(deployments, &network.name);
        std::fs::write(&file, applied.deployment.write()?).with_context(|| file.display().to_string())?;
        applied.done.push(format!("noted in {}", file.display()));
    }
    Ok(applied)
}

/// Whether the contracts that a file notes are all on the chain.
async fn stands(client: &OnlineClient<Config>, noted: &Deployment) -> anyhow::Result<bool> {
    let at = Chartkey::over(client.clone(), noted)?.now().await?;
    for contract in CONTRACTS {
        if chain::code_hash(&at, Account(noted.contract(contract).address)).await?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn making<'a>(network: &Network, bundles: &'a Bundles, contract: Contract) -> Making<'a> {
    let input = match contract {
        Contract::Registry => Making::input(&network.council()),
        Contract::Records => Making::input(&network.agreement),
        Contract::Consent | Contract::Care => Making::input(&()),
    };
    let salt = keccak(format!("chartkey/{}/{}", network.name, name(contract)).as_bytes());
    Making { code: bundles.code(contract), input, salt }
}

/// Where the contracts will be: the addresses follow from code, arguments and deployer.
fn planned(network: &Network, bundles: &Bundles, deployer: &Keypair, genesis: [u8; 32]) -> Deployment {
    let maker = account_of(&deployer.public_key().to_account_id());
    let place = |contract| {
        let making = making(network, bundles, contract);
        let address = contract_address(maker, making.code, &making.input, &making.salt);
        Deployed { address: address.0, code_hash: bundles.hash(contract) }
    };
    Deployment {
        network: network.name.clone(),
        genesis,
        deployed_at: 0,
        registry: place(Contract::Registry),
        consent: place(Contract::Consent),
        records: place(Contract::Records),
        care: place(Contract::Care),
    }
}

async fn make(
    chain: &Chartkey,
    network: &Network,
    bundles: &Bundles,
    deployer: &Keypair,
    noted: bool,
    applied: &mut Applied,
) -> anyhow::Result<()> {
    for contract in CONTRACTS {
        let (what, planned) = (name(contract), *applied.deployment.contract(contract));
        let at = chain.now().await?;
        match chain::code_hash(&at, Account(planned.address)).await? {
            Some(found) if found == bundles.hash(contract) => {}
            Some(_) => {
                bail!("{what} runs other code than the bundle: bring it up to date with `chartkey-deploy upgrade`")
            }
            None if noted => bail!("{what} is noted in the deployment file, but the chain has no contract there"),
            None => {
                let call = making(network, bundles, contract).call(&at, &deployer.public_key().to_account_id()).await;
                let call = call.with_context(|| format!("{what} cannot be made"))?;
                let receipt = chain.send_raw(deployer, call).await.with_context(|| format!("{what} was not made"))?;
                let found = chain::code_hash(&chain.at(receipt.block).await?, Account(planned.address)).await?;
                ensure!(found == Some(planned.code_hash), "{what} is not where it was to be");
                applied.deployment.deployed_at = receipt.height;
                applied.done.push(format!("made {what} in block {}", receipt.height));
            }
        }
    }
    Ok(())
}

pub(crate) fn introduction(contract: Contract, peers: Peers) -> Message {
    match contract {
        Contract::Registry => Message::Registry(RegistryMessage::Introduce { peers }),
        Contract::Consent => Message::Consent(ConsentMessage::Introduce { peers }),
        Contract::Records => Message::Records(RecordsMessage::Introduce { peers }),
        Contract::Care => Message::Care(CareMessage::Introduce { peers }),
    }
}

pub(crate) fn is_introduced(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Registry(RegistryError::AlreadyIntroduced)
            | Refusal::Consent(ConsentError::AlreadyIntroduced)
            | Refusal::Records(RecordsError::AlreadyIntroduced)
            | Refusal::Care(CareError::AlreadyIntroduced)
    )
}

async fn introduce(chain: &Chartkey, deployer: &Keypair, applied: &mut Applied) -> anyhow::Result<()> {
    let peers = chain.peers();
    let at = chain.now().await?;
    let mut missing = Vec::new();
    for contract in CONTRACTS {
        let message = introduction(contract, peers);
        match at.dry_run(&deployer.public_key().to_account_id(), &message).await {
            Ok(_) => missing.push(message),
            Err(DryRunError::Refused(refusal)) if is_introduced(refusal) => {}
            Err(error) => return Err(error).with_context(|| format!("{} cannot be introduced", name(contract))),
        }
    }
    if !missing.is_empty() {
        // All in one transaction: nobody meets a system of which half knows the other.
        chain.send_all(deployer, &missing).await.context("the contracts were not introduced to each other")?;
        applied.done.push(format!("introduced {} contracts to the others", missing.len()));
    }
    Ok(())
}

async fn appoint(chain: &Chartkey, network: &Network, applied: &mut Applied) -> anyhow::Result<()> {
    let workers = network.workers.iter().map(|worker| (worker, Office::Worker));
    for (person, office) in [(&network.attester, Office::Attester)].into_iter().chain(workers) {
        let who = person.account();
        let what = format!("{} as {}", person.id(), format!("{office:?}").to_lowercase());
        match council::appoint(chain, network, who, office).await? {
            Decision::Stood => {}
            Decision::Carried => applied.done.push(format!("appointed {what}")),
            Decision::Open => applied.open.push(format!("appoint {what} (contract address {who})")),
        }
    }
    Ok(())
}
