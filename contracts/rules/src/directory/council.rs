//! What the council decides: who may act, who holds an office, how many must agree, what code may run.

use super::{ACTIVE, APPLICANTS, Directory, MEMBERS, UPGRADES};
use crate::{Call, Storage, quorum};
use chartkey_vocabulary::{
    Account, Member, Motion, Office, RegistryError as Refusal, RegistryEvent as Event, Role, Standing, Time, Who,
};

impl<S: Storage> Directory<S> {
    /// An admin votes for a motion; with the last vote it needs, the motion takes effect.
    ///
    /// # Errors
    /// `NotAdmin`, `OwnCase`, `AlreadyVoted`, and whatever keeps the motion itself from taking effect now.
    pub fn vote(&mut self, call: Call, motion: Motion) -> Result<Event, Refusal> {
        self.need(call.from, Role::Admin, Refusal::NotAdmin)?;
        self.possible(&motion)?;
        if quorum::vote(&mut self.store, call, &motion)? {
            self.carry(call, motion);
            return Ok(Event::Carried { motion });
        }
        Ok(Event::Voted { by: call.from, motion })
    }

    /// An admin takes a vote back, or clears a ballot that lapsed.
    ///
    /// # Errors
    /// `NotAdmin`, `NoSuchBallot`, `NotVoted`.
    pub fn retract(&mut self, call: Call, motion: Motion) -> Result<Event, Refusal> {
        self.need(call.from, Role::Admin, Refusal::NotAdmin)?;
        quorum::retract(&mut self.store, call, &motion)?;
        Ok(Event::Retracted { by: call.from, motion })
    }

    /// Whether a motion could take effect now.
    fn possible(&self, motion: &Motion) -> Result<(), Refusal> {
        let mut admin_leaves = false;
        match *motion {
            Motion::Approve(who) => {
                let member = self.professional(who)?;
                if member.who.standing != Standing::Pending {
                    return Err(Refusal::NotPending);
                }
                member.licence.ok_or(Refusal::NotAttested)?;
            }
            Motion::Reject(who, _) => {
                if self.professional(who)?.who.standing != Standing::Pending {
                    return Err(Refusal::NotPending);
                }
            }
            Motion::Suspend(who, _) => {
                if self.professional(who)?.who.standing != Standing::Active {
                    return Err(Refusal::NotActive);
                }
            }
            Motion::Reinstate(who) => {
                if self.professional(who)?.who.standing != Standing::Suspended {
                    return Err(Refusal::NotSuspended);
                }
            }
            Motion::Appoint(who, _) => {
                if self.member(who).is_some() {
                    return Err(Refusal::HasRole);
                }
            }
            Motion::Dismiss(who) => {
                let role = self.member(who).ok_or(Refusal::NotRegistered)?.who.role;
                if role == Role::Patient || role.is_professional() {
                    return Err(Refusal::NoOffice);
                }
                admin_leaves = role == Role::Admin;
            }
            Motion::Quorum(_) | Motion::Upgrade(..) => {}
        }
        quorum::stays_able(&self.store, motion, admin_leaves)
    }

    fn carry(&mut self, call: Call, motion: Motion) {
        match motion {
            Motion::Approve(who) => self.restand(who, Standing::Active),
            Motion::Reject(who, _) => self.restand(who, Standing::Rejected),
            Motion::Suspend(who, _) => self.restand(who, Standing::Suspended),
            Motion::Reinstate(who) => self.restand(who, Standing::Active),
            Motion::Appoint(who, office) => {
                self.seat(who, office, call.at);
                if office == Office::Admin {
                    quorum::seat(&mut self.store, who);
                }
            }
            Motion::Dismiss(who) => {
                MEMBERS.remove(&mut self.store, &who);
                quorum::unseat(&mut self.store, who);
            }
            Motion::Quorum(quorum) => quorum::set_quorum(&mut self.store, quorum),
            Motion::Upgrade(contract, code) => UPGRADES.put(&mut self.store, &contract, &code),
        }
    }

    pub(super) fn seat(&mut self, who: Account, office: Office, since: Time) {
        let who_is = Who { role: office.into(), standing: Standing::Active };
        MEMBERS.put(&mut self.store, &who, &Member { who: who_is, keys: None, epoch: 0, since, licence: None });
    }

    fn restand(&mut self, who: Account, standing: Standing) {
        if let Some(mut member) = self.member(who) {
            self.stand(who, &mut member, standing);
        }
    }

    /// Changes a professional's standing, and the pages they are listed on.
    pub(super) fn stand(&mut self, who: Account, member: &mut Member, standing: Standing) {
        member.who.standing = standing;
        if standing == Standing::Pending {
            // What was attested was attested of the old application.
            member.licence = None;
        }
        MEMBERS.put(&mut self.store, &who, member);
        ACTIVE.remove(&mut self.store, &who);
        APPLICANTS.remove(&mut self.store, &who);
        match standing {
            Standing::Active => ACTIVE.add(&mut self.store, &who),
            Standing::Pending => APPLICANTS.add(&mut self.store, &who),
            Standing::Rejected | Standing::Suspended => {}
        }
    }
}
