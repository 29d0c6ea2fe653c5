//! Checks that what runs on the chain is what was built.

use crate::{
    Bundles, Network,
    apply::{introduction, is_introduced},
    bundles::{CONTRACTS, name},
    chain,
};
use chartkey_client::{Chartkey, Config, Deployment, DryRunError};
use chartkey_vocabulary::{Account, Role};
use subxt::OnlineClient;

/// What is not as it should be, one line each; empty when all is well.
pub async fn verify(
    client: OnlineClient<Config>,
    network: &Network,
    bundles: &Bundles,
    deployment: &Deployment,
) -> anyhow::Result<Vec<String>> {
    let chain = Chartkey::over(client, deployment)?;
    let at = chain.now().await?;
    let mut wrong = Vec::new();

    for contract in CONTRACTS {
        let (what, noted) = (name(contract), deployment.contract(contract));
        let built = bundles.hash(contract);
        match chain::code_hash(&at, Account(noted.address)).await? {
            None => wrong.push(format!("{what}: there is no contract at {}", Account(noted.address))),
            Some(found) if found != built => {
                wrong.push(format!("{what} runs code 0x{}, built was 0x{}", hex::encode(found), hex::encode(built)));
            }
            // The hash could be believed; comparing the bytes also shows that the node can serve them.
            Some(found) if chain::code(&at, found).await?.as_deref() != Some(bundles.code(contract)) => {
                wrong.push(format!("{what}: the chain keeps other bytes under the hash of its code"));
            }
            Some(_) if noted.code_hash != built => wrong.push(format!("{what}: the deployment file notes other code")),
            Some(_) => {}
        }
    }
    if !wrong.is_empty() {
        // Questions to the wrong code would only confuse.
        return Ok(wrong);
    }

    if !introduced(&chain, network).await? {
        wrong.push("the contracts do not know each other".into());
    }
    let council = at.registry().council().await?;
    if council != network.council() {
        wrong.push(format!(
            "the council is {} admins with a quorum of {}, not the one of the network's file",
            council.admins.len(),
            council.quorum
        ));
    }
    let workers = network.workers.iter().map(|worker| (worker, Role::Worker));
    for (person, role) in [(&network.attester, Role::Attester)].into_iter().chain(workers) {
        if !at.registry().who(person.account()).await?.is_some_and(|who| who.is(role)) {
            wrong.push(format!("{} is not an active {}", person.id(), format!("{role:?}").to_lowercase()));
        }
    }
    Ok(wrong)
}

/// Whether all four know each other: the deployer, whose key this does not need, could not introduce them again.
async fn introduced(chain: &Chartkey, network: &Network) -> anyhow::Result<bool> {
    let at = chain.now().await?;
    for contract in CONTRACTS {
        match at.dry_run(&network.deployer.id(), &introduction(contract, chain.peers())).await {
            Err(DryRunError::Refused(refusal)) if is_introduced(refusal) => {}
            Err(DryRunError::Refused(_)) | Ok(_) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(true)
}
