//! The council: admins vote on people. None of this opens a record.

use crate::{failure::Failure, signed_in::SignedIn};
use chartkey_protocol::Paging;
use chartkey_vocabulary::{
    Account, Assignment, Ballot, Council, Entry, Event, Message, Motion, Reason, RegistryEvent, RegistryMessage, Time,
};

/// What the council decided of somebody last lies among so many events of theirs.
const EVENTS: u16 = 200;

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

/// Why the council turned the asker down or suspended them last, as the service tells it; nothing where it tells of no
/// such vote.
///
/// # Errors
/// When the service does not answer.
pub async fn reason(who: &SignedIn) -> Result<Option<Reason>, Failure> {
    let latest = Paging { after: None, limit: Some(EVENTS) };
    let told = who.oracle().explore_account(who.account(), &latest).await?.rows;
    Ok(told.iter().find_map(|row| against(&row.event, who.account())))
}

/// The reason of a vote against somebody.
fn against(event: &Event, whom: Account) -> Option<Reason> {
    match event {
        Event::Registry(RegistryEvent::Carried {
            motion: Motion::Reject(of, reason) | Motion::Suspend(of, reason),
        }) if *of == whom => Some(*reason),
        _ => None,
    }
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

/// Who is proposed to a patient now, from the chain itself.
///
/// # Errors
/// When the chain does not answer.
pub async fn proposed(who: &SignedIn, patient: Account) -> Result<Option<Assignment>, Failure> {
    Ok(who.now().await?.registry().assignment(patient).await?)
}

/// The doctor whom a patient was told of at this time, by what stands now: nobody once the proposal was taken back, or
/// another took its place.
#[must_use]
pub fn told_of(stands: Option<Assignment>, told: Time) -> Option<Account> {
    stands.filter(|assignment| assignment.at <= told).map(|assignment| assignment.doctor)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADMIN: Account = Account([1; 20]);
    const LIN: Account = Account([2; 20]);
    const OKAFOR: Account = Account([3; 20]);

    #[test]
    fn a_reason_is_that_of_a_vote_against_this_account() {
        let carried = |motion| Event::Registry(RegistryEvent::Carried { motion });
        let why = |motion| against(&carried(motion), LIN);
        assert_eq!(why(Motion::Reject(LIN, Reason::Incomplete)), Some(Reason::Incomplete));
        assert_eq!(why(Motion::Suspend(LIN, Reason::UnderReview)), Some(Reason::UnderReview));
        assert_eq!(why(Motion::Reject(OKAFOR, Reason::Incomplete)), None);
        assert_eq!(why(Motion::Approve(LIN)), None);
    }

    #[test]
    fn a_patient_was_told_of_the_doctor_who_is_proposed_since() {
        let stands = |at| Some(Assignment { doctor: LIN, by: ADMIN, at });
        assert_eq!((told_of(stands(5), 5), told_of(stands(4), 5)), (Some(LIN), Some(LIN)));
        // Another doctor was proposed after what was told, or nobody is any more.
        assert_eq!((told_of(stands(6), 5), told_of(None, 5)), (None, None));
    }
}
