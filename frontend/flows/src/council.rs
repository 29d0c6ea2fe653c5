//! The council: admins vote on people. None of this opens a record.

use crate::{failure::Failure, signed_in::SignedIn};
use chartkey_vocabulary::{Account, Ballot, Council, Entry, Message, Motion, RegistryMessage};

/// What became of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voted {
    /// The motion is carried.
    Carried,
    /// So many more admins have to agree.
    Waiting(u8),
}

/// Votes for a motion.
///
/// # Errors
/// What the chain refuses.
pub async fn vote(admin: &SignedIn, motion: Motion) -> Result<Voted, Failure> {
    use chartkey_vocabulary::{Event, RegistryEvent};
    let receipt = admin.say(Message::Registry(RegistryMessage::Vote { motion })).await?;
    let carried = |event: &Event| *event == Event::Registry(RegistryEvent::Carried { motion });
    if receipt.events.iter().any(|heard| carried(&heard.event)) {
        return Ok(Voted::Carried);
    }
    let (ballot, council) = ballot(admin, motion).await?;
    let agreed = ballot.map_or(0, |ballot| ballot.yes.len() as u8);
    Ok(Voted::Waiting(council.quorum.saturating_sub(agreed)))
}

/// Takes a vote back.
///
/// # Errors
/// What the chain refuses.
pub async fn retract(admin: &SignedIn, motion: Motion) -> Result<(), Failure> {
    admin.say(Message::Registry(RegistryMessage::Retract { motion })).await.map(drop)
}

/// Who voted for a motion so far, and the council.
///
/// # Errors
/// When the chain does not answer.
pub async fn ballot(who: &SignedIn, motion: Motion) -> Result<(Option<Ballot>, Council), Failure> {
    let at = who.now().await?;
    Ok((at.registry().ballot(motion).await?, at.registry().council().await?))
}

/// Everybody who waits for the council, from the chain itself.
///
/// # Errors
/// When the chain does not answer.
pub async fn applicants(who: &SignedIn) -> Result<Vec<Entry>, Failure> {
    let at = who.now().await?;
    let mut all = Vec::new();
    loop {
        let (total, page) = at.registry().applicants(all.len() as u32).await?;
        let empty = page.is_empty();
        all.extend(page);
        if empty || all.len() >= total as usize {
            return Ok(all);
        }
    }
}

/// Proposes a doctor to a patient. It grants nothing.
///
/// # Errors
/// What the chain refuses.
pub async fn assign(admin: &SignedIn, patient: Account, doctor: Account) -> Result<(), Failure> {
    admin.say(Message::Registry(RegistryMessage::Assign { patient, doctor })).await.map(drop)
}

/// Takes the proposal back.
///
/// # Errors
/// What the chain refuses.
pub async fn unassign(admin: &SignedIn, patient: Account) -> Result<(), Failure> {
    admin.say(Message::Registry(RegistryMessage::Unassign { patient })).await.map(drop)
}
