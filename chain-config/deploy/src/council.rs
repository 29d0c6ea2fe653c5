//! Has the council decide: at once where the admins' keys are known, and otherwise by saying what to vote on.

use crate::network::{Network, Person};
use chartkey_client::{Chartkey, SendError};
use chartkey_vocabulary::{Account, Message, Motion, Office, Refusal, RegistryError, RegistryMessage};

/// What came of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It was so already.
    Stood,
    /// The admins whose keys are known carried it.
    Carried,
    /// People have to vote.
    Open,
}

/// Lets the admins whose keys are known vote until the motion is carried.
pub async fn vote(chain: &Chartkey, network: &Network, motion: Motion) -> anyhow::Result<Decision> {
    let quorum = chain.now().await?.registry().council().await?.quorum;
    let keys: Vec<_> = network.admins.iter().filter_map(Person::key).collect();
    if keys.len() < usize::from(quorum) {
        return Ok(Decision::Open);
    }
    let mut yes = chain.now().await?.registry().ballot(motion).await?.map_or(0, |ballot| ballot.yes.len());
    for key in keys {
        if yes >= usize::from(quorum) {
            break;
        }
        match chain.send(key, Message::Registry(RegistryMessage::Vote { motion })).await {
            Ok(_) => yes += 1,
            // Their yes is on the ballot already and counted.
            Err(SendError::Refused(Refusal::Registry(RegistryError::AlreadyVoted))) => {}
            // Dismissed since, or it is about themselves: others have to carry it.
            Err(SendError::Refused(Refusal::Registry(RegistryError::NotAdmin | RegistryError::OwnCase))) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(if yes >= usize::from(quorum) { Decision::Carried } else { Decision::Open })
}

/// Has an office given to an account that does not hold it.
pub async fn appoint(chain: &Chartkey, network: &Network, who: Account, office: Office) -> anyhow::Result<Decision> {
    let at = chain.now().await?;
    match at.registry().who(who).await? {
        Some(found) if found.role == office.into() => Ok(Decision::Stood),
        Some(found) => anyhow::bail!("{who} cannot become {office:?}: it is {:?} already", found.role),
        None => vote(chain, network, Motion::Appoint(who, office)).await,
    }
}
