//! How the council decides: ballots of admins, counted when a vote is cast.

use crate::{
    Call, Storage,
    bounds::{ADMINS, BALLOT_LASTS},
    storage::Table,
};
use alloc::vec::Vec;
use chartkey_vocabulary::{Account, Ballot, Council, Motion, RegistryError};

const COUNCIL: Table<(), Council> = Table::new(1);
/// Open motions.
pub const BALLOTS: Table<Motion, Ballot> = Table::new(2);

pub(crate) fn council(store: &impl Storage) -> Council {
    COUNCIL.get(store, &()).unwrap_or(Council { admins: Vec::new(), quorum: 1 })
}

/// Seats the first council.
pub(crate) fn found(store: &mut impl Storage, council: &Council) {
    COUNCIL.put(store, &(), council);
}

pub(crate) fn ballot(store: &impl Storage, motion: &Motion) -> Option<Ballot> {
    BALLOTS.get(store, motion)
}

/// Counts the caller's vote; `true` when the motion is carried, its ballot then being gone.
pub(crate) fn vote(store: &mut impl Storage, call: Call, motion: &Motion) -> Result<bool, RegistryError> {
    let council = council(store);
    if motion.subject() == Some(call.from) {
        return Err(RegistryError::OwnCase);
    }
    let fresh = Ballot { yes: Vec::new(), opened: call.at };
    let mut ballot = ballot(store, motion).filter(|open| !lapsed(open, call)).unwrap_or(fresh);
    // An admin dismissed since has no voice, and leaves room for those who have.
    ballot.yes.retain(|voter| council.admins.contains(voter));
    if ballot.yes.contains(&call.from) {
        return Err(RegistryError::AlreadyVoted);
    }
    ballot.yes.push(call.from);
    let carried = ballot.yes.len() >= usize::from(council.quorum);
    if carried {
        BALLOTS.remove(store, motion);
    } else {
        BALLOTS.put(store, motion, &ballot);
    }
    Ok(carried)
}

/// Takes the caller's vote back; any admin clears a lapsed ballot.
pub(crate) fn retract(store: &mut impl Storage, call: Call, motion: &Motion) -> Result<(), RegistryError> {
    let mut ballot = ballot(store, motion).ok_or(RegistryError::NoSuchBallot)?;
    let before = ballot.yes.len();
    ballot.yes.retain(|voter| *voter != call.from);
    if ballot.yes.len() == before && !lapsed(&ballot, call) {
        return Err(RegistryError::NotVoted);
    }
    if ballot.yes.is_empty() || lapsed(&ballot, call) {
        BALLOTS.remove(store, motion);
    } else {
        BALLOTS.put(store, motion, &ballot);
    }
    Ok(())
}

/// Drops the votes on a motion whose subject has changed since: they were cast on something else.
pub(crate) fn forget(store: &mut impl Storage, motion: &Motion) {
    BALLOTS.remove(store, motion);
}

/// Sets how many must agree from now on.
pub(crate) fn set_quorum(store: &mut impl Storage, quorum: u8) {
    let council = council(store);
    COUNCIL.put(store, &(), &Council { quorum, ..council });
}

pub(crate) fn seat(store: &mut impl Storage, admin: Account) {
    let mut council = council(store);
    council.admins.push(admin);
    COUNCIL.put(store, &(), &council);
}

pub(crate) fn unseat(store: &mut impl Storage, admin: Account) {
    let mut council = council(store);
    council.admins.retain(|seated| *seated != admin);
    COUNCIL.put(store, &(), &council);
}

/// Whether the council can do this and still decide afterwards.
pub(crate) fn stays_able(store: &impl Storage, motion: &Motion, admin_leaves: bool) -> Result<(), RegistryError> {
    let council = council(store);
    let seats = council.admins.len();
    match motion {
        Motion::Quorum(quorum) if *quorum == 0 || usize::from(*quorum) > seats => Err(RegistryError::QuorumOutOfReach),
        Motion::Dismiss(_) if admin_leaves && seats <= usize::from(council.quorum) => {
            Err(RegistryError::QuorumOutOfReach)
        }
        Motion::Appoint(_, chartkey_vocabulary::Office::Admin) if seats >= ADMINS => Err(RegistryError::CouncilFull),
        _ => Ok(()),
    }
}

fn lapsed(ballot: &Ballot, call: Call) -> bool {
    call.at >= ballot.opened + BALLOT_LASTS
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;
    use crate::Memory;
    use chartkey_vocabulary::{Contract, Digest, Time};

    const MOTION: Motion = Motion::Upgrade(Contract::Care, Digest([1; 32]));

    fn admin(number: u8) -> Account {
        Account([number; 20])
    }

    fn by(number: u8, at: Time) -> Call {
        Call { from: admin(number), at }
    }

    fn three_of_five() -> Memory {
        let mut store = Memory::default();
        found(&mut store, &Council { admins: (1..=5).map(admin).collect(), quorum: 3 });
        store
    }

    #[test]
    fn the_vote_that_reaches_the_quorum_carries_and_clears_the_ballot() {
        let mut store = three_of_five();
        let before = store.clone();
        assert_eq!(vote(&mut store, by(1, 0), &MOTION), Ok(false));
        assert_eq!(vote(&mut store, by(2, 0), &MOTION), Ok(false));
        assert_eq!(vote(&mut store, by(2, 0), &MOTION), Err(RegistryError::AlreadyVoted));
        assert_eq!(vote(&mut store, by(3, 0), &MOTION), Ok(true));
        assert_eq!(store, before);
    }

    #[test]
    fn who_is_no_admin_any_more_has_no_voice() {
        let mut store = three_of_five();
        for number in [1, 2] {
            vote(&mut store, by(number, 0), &MOTION).expect("votes");
        }
        unseat(&mut store, admin(2));
        assert_eq!(vote(&mut store, by(3, 0), &MOTION), Ok(false), "two of those who are left");
        assert_eq!(vote(&mut store, by(4, 0), &MOTION), Ok(true));
    }

    #[test]
    fn votes_of_different_fortnights_do_not_add_up() {
        let mut store = three_of_five();
        for number in [1, 2] {
            vote(&mut store, by(number, 0), &MOTION).expect("votes");
        }
        assert_eq!(vote(&mut store, by(3, BALLOT_LASTS), &MOTION), Ok(false));
        assert_eq!(ballot(&store, &MOTION), Some(Ballot { yes: [admin(3)].into(), opened: BALLOT_LASTS }));
        retract(&mut store, by(3, BALLOT_LASTS), &MOTION).expect("takes it back");
        assert_eq!(store, three_of_five());
    }

    #[test]
    fn a_council_never_votes_itself_unable() {
        let store = three_of_five();
        let able = |motion, admin_leaves| stays_able(&store, &motion, admin_leaves);
        assert_eq!(able(Motion::Quorum(5), false), Ok(()));
        assert_eq!(able(Motion::Quorum(6), false), Err(RegistryError::QuorumOutOfReach));
        assert_eq!(able(Motion::Quorum(0), false), Err(RegistryError::QuorumOutOfReach));
        assert_eq!(able(Motion::Dismiss(admin(1)), true), Ok(()));
        let mut tight = store.clone();
        set_quorum(&mut tight, 5);
        assert_eq!(stays_able(&tight, &Motion::Dismiss(admin(1)), true), Err(RegistryError::QuorumOutOfReach));
        assert_eq!(stays_able(&tight, &Motion::Dismiss(admin(9)), false), Ok(()), "who is no admin may always go");
    }
}
