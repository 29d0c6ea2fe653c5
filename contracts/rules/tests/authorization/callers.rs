//! Everybody who could say something: ties × roles × states, and how they come to be.

use chartkey_rules::town::{cast::*, cid, profile};
use chartkey_vocabulary::*;

pub(crate) use chartkey_vocabulary::Role;

/// The other side of the matter at hand: the key's holder, the visit's doctor, the machine, the voter.
pub(crate) const PARTY: Account = Account([0x51; 20]);

/// How the caller is tied to the matter. Ties are of accounts: they outlive a change of role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tie {
    /// Ada, whose matter it is.
    Owner,
    /// Whom Ada made her guardian.
    Guardian,
    /// The other side.
    Party,
    /// No tie.
    Stranger,
}

/// A standing, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Was in the role and left, or was dismissed.
    Absent,
    Pending,
    Active,
    Rejected,
    Suspended,
}

pub(crate) type Caller = (Tie, Role, State);

pub(crate) const ROLES: [Role; 7] =
    [Role::Patient, Role::Doctor, Role::Hospital, Role::Pharmacy, Role::Admin, Role::Attester, Role::Worker];

/// All callers there can be. Only professionals pend, are rejected and are suspended.
pub(crate) fn everybody() -> Vec<Caller> {
    use State::*;
    let mut all = Vec::new();
    for tie in [Tie::Owner, Tie::Guardian, Tie::Party, Tie::Stranger] {
        for role in ROLES {
            let states: &[State] = if role.is_professional() {
                &[Absent, Pending, Active, Rejected, Suspended]
            } else {
                &[Absent, Active]
            };
            all.extend(states.iter().map(|state| (tie, role, *state)));
        }
    }
    all
}

/// Brings the caller into role and state after the scene is set, and gives back their account.
pub(crate) fn appear(town: &chartkey_rules::town::Town, who: Caller, party: Role) -> Account {
    let (tie, role, state) = who;
    let (account, first) = match tie {
        Tie::Owner => (ADA, Some(Role::Patient)),
        Tie::Guardian => (GUARDIAN, Some(Role::Patient)),
        Tie::Party => (PARTY, Some(party)),
        Tie::Stranger => (STRANGER, None),
    };
    if first != Some(role) {
        if let Some(first) = first {
            part(town, account, first);
        }
        join(town, account, role);
    }
    let revise = || town.directory().revise(town.call(account), profile(8)).map(|_| ()).expect("revises");
    match state {
        State::Active => {}
        State::Absent => part(town, account, role),
        State::Pending => revise(),
        State::Rejected => {
            revise();
            carry(town, Motion::Reject(account, Reason::Incomplete)).expect("is rejected");
        }
        State::Suspended => {
            carry(town, Motion::Suspend(account, Reason::UnderReview)).expect("is suspended");
        }
    }
    account
}

/// A newcomer becomes active in a role.
pub(crate) fn join(town: &chartkey_rules::town::Town, account: Account, role: Role) {
    let office = match role {
        Role::Patient => {
            let keys = cid(account.0[0]);
            town.directory().register(town.call(account), role, keys, None).expect("registers");
            return;
        }
        Role::Doctor | Role::Hospital | Role::Pharmacy => return admit(town, account, role),
        Role::Admin => Office::Admin,
        Role::Attester => Office::Attester,
        Role::Worker => Office::Worker,
    };
    carry(town, Motion::Appoint(account, office)).expect("is appointed");
}

/// Somebody active leaves, or is dismissed. Ada can leave only after her guardian is.
fn part(town: &chartkey_rules::town::Town, account: Account, role: Role) {
    if account == ADA && town.directory().guards(GUARDIAN, ADA) {
        town.directory().dismiss_guardian(town.call(ADA), ADA, GUARDIAN).expect("dismisses her guardian");
    }
    if role == Role::Patient || role.is_professional() {
        town.directory().leave(town.call(account)).expect("leaves");
    } else {
        carry(town, Motion::Dismiss(account)).expect("is dismissed");
    }
}
