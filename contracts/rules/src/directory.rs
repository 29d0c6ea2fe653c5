//! Who is who: registration and licences. What the council decides, and who is tied to whom, is in the folder.

mod council;
mod ties;

use crate::{
    Call, People, Storage,
    bounds::PROFILE_LIST,
    quorum,
    storage::{Roll, Table},
};
use alloc::vec::Vec;
use chartkey_vocabulary::{
    Account, Assignment, Ballot, Cid, Commitment, Contract, Council, Digest, Entry, Member, Motion, Office, Parties,
    Profile, RegistryError as Refusal, RegistryEvent as Event, Role, Standing, Time, Who,
};

// Tables 1 and 2 are the council's, in quorum.rs.
/// Everybody registered.
pub const MEMBERS: Table<Account, Member> = Table::new(3);
/// Directory entries.
pub const PROFILES: Table<Account, Profile> = Table::new(4);
const GUARDED_BY: Table<(Account, Account), ()> = Table::new(5);
const GUARDIANS_OF: Table<Account, u8> = Table::new(6);
/// The doctor last proposed to a patient.
pub const ASSIGNMENTS: Table<Account, Assignment> = Table::new(7);
/// Since when a doctor belongs to a house, house first.
pub const HOUSES: Table<(Account, Account), Time> = Table::new(8);
const UPGRADES: Table<Contract, Digest> = Table::new(9);
const ACTIVE: Roll<Account> = Roll::new(10);
const APPLICANTS: Roll<Account> = Roll::new(13);

/// The registry's rules over its rows.
pub struct Directory<S> {
    /// The registry's rows.
    pub store: S,
}

impl<S: Storage> Directory<S> {
    /// Seats the first council. Called once, when the contract is made.
    ///
    /// # Errors
    /// `QuorumOutOfReach`, `CouncilFull`, or `AlreadyRegistered` when an admin is named twice.
    pub fn found(&mut self, at: Time, council: &Council) -> Result<(), Refusal> {
        let seats = council.admins.len();
        if seats > crate::bounds::ADMINS {
            return Err(Refusal::CouncilFull);
        }
        if council.quorum == 0 || usize::from(council.quorum) > seats {
            return Err(Refusal::QuorumOutOfReach);
        }
        if (1..seats).any(|i| council.admins[..i].contains(&council.admins[i])) {
            return Err(Refusal::AlreadyRegistered);
        }
        quorum::found(&mut self.store, council);
        council.admins.iter().for_each(|admin| self.seat(*admin, Office::Admin, at));
        Ok(())
    }

    /// Registers the caller. A patient is active at once; a professional pends until the council decides.
    ///
    /// # Errors
    /// `CouncilRole`, `BadCid`, `AlreadyRegistered`, `ProfileNotWanted`, `ProfileMissing`, `ProfileTooLong`.
    pub fn register(&mut self, call: Call, role: Role, keys: Cid, profile: Option<Profile>) -> Result<Event, Refusal> {
        if role != Role::Patient && !role.is_professional() {
            return Err(Refusal::CouncilRole);
        }
        if !keys.is_sound() {
            return Err(Refusal::BadCid);
        }
        // Who was rejected may apply again, in whatever role is the right one.
        if self.member(call.from).is_some_and(|member| member.who.standing != Standing::Rejected) {
            return Err(Refusal::AlreadyRegistered);
        }
        match (&profile, role) {
            (Some(_), Role::Patient) => return Err(Refusal::ProfileNotWanted),
            (None, Role::Patient) => {}
            (None, _) => return Err(Refusal::ProfileMissing),
            (Some(profile), _) => sound(profile)?,
        }
        let standing = if role == Role::Patient { Standing::Active } else { Standing::Pending };
        let who = Who { role, standing };
        let member = Member { who, keys: Some(keys), epoch: 0, since: call.at, licence: None };
        MEMBERS.put(&mut self.store, &call.from, &member);
        PROFILES.remove(&mut self.store, &call.from);
        if let Some(profile) = profile {
            PROFILES.put(&mut self.store, &call.from, &profile);
            // A vote for an earlier application is no vote for this one.
            quorum::forget(&mut self.store, &Motion::Approve(call.from));
            APPLICANTS.add(&mut self.store, &call.from);
        }
        Ok(Event::Registered { who: call.from, role, keys })
    }

    /// Removes the caller and their directory entry.
    ///
    /// # Errors
    /// `NotRegistered`; `Suspended`; `CouncilRole` for those the council appointed; `AlreadyGuardian` while the
    /// caller still has guardians, who would otherwise outlive them on the chain.
    pub fn leave(&mut self, call: Call) -> Result<Event, Refusal> {
        let member = self.member(call.from).ok_or(Refusal::NotRegistered)?;
        if member.who.role != Role::Patient && !member.who.role.is_professional() {
            return Err(Refusal::CouncilRole);
        }
        if member.who.standing == Standing::Suspended {
            return Err(Refusal::Suspended);
        }
        if GUARDIANS_OF.has(&self.store, &call.from) {
            return Err(Refusal::AlreadyGuardian);
        }
        MEMBERS.remove(&mut self.store, &call.from);
        PROFILES.remove(&mut self.store, &call.from);
        ASSIGNMENTS.remove(&mut self.store, &call.from);
        ACTIVE.remove(&mut self.store, &call.from);
        APPLICANTS.remove(&mut self.store, &call.from);
        Ok(Event::Left { who: call.from })
    }

    /// Publishes new keys of the caller and begins a new epoch of them. Also how a worker publishes its first.
    ///
    /// # Errors
    /// `BadCid`, `NotRegistered`, `Suspended`, `SameKeys`.
    pub fn rotate_keys(&mut self, call: Call, keys: Cid) -> Result<Event, Refusal> {
        if !keys.is_sound() {
            return Err(Refusal::BadCid);
        }
        let mut member = self.member(call.from).ok_or(Refusal::NotRegistered)?;
        if member.who.standing == Standing::Suspended {
            return Err(Refusal::Suspended);
        }
        if member.keys == Some(keys) {
            return Err(Refusal::SameKeys);
        }
        member.keys = Some(keys);
        member.epoch += 1;
        MEMBERS.put(&mut self.store, &call.from, &member);
        Ok(Event::KeysRotated { who: call.from, keys, epoch: member.epoch })
    }

    /// Changes a professional's own directory entry. New specialties must be approved again, because they are
    /// what the council looked at.
    ///
    /// # Errors
    /// `NotProfessional`; `NotActive` for the rejected and suspended; `ProfileTooLong`; `BadCid`.
    pub fn revise(&mut self, call: Call, profile: Profile) -> Result<Event, Refusal> {
        let mut member = self.professional(call.from)?;
        if !matches!(member.who.standing, Standing::Active | Standing::Pending) {
            return Err(Refusal::NotActive);
        }
        sound(&profile)?;
        let before = PROFILES.get(&self.store, &call.from);
        PROFILES.put(&mut self.store, &call.from, &profile);
        if before.is_none_or(|before| before.specialties != profile.specialties) {
            // Votes and licence checks of the old specialties, an applicant's too, do not carry over to the new.
            quorum::forget(&mut self.store, &Motion::Approve(call.from));
            self.stand(call.from, &mut member, Standing::Pending);
        }
        Ok(Event::ProfileRevised { who: call.from, pending: member.who.standing == Standing::Pending })
    }

    /// Notes that the licence register and the phone on file vouch for a professional who applied in this role at
    /// this time and still pends. Attesters only.
    ///
    /// # Errors
    /// `NotAttester`, `NotProfessional`; `NotPending` also of another application than the one that was checked: a
    /// pharmacist who left and applied as a doctor meanwhile shall not have the pharmacy's licence count.
    pub fn attest_licence(
        &mut self,
        call: Call,
        who: Account,
        role: Role,
        since: Time,
        licence: Commitment,
    ) -> Result<Event, Refusal> {
        self.need(call.from, Role::Attester, Refusal::NotAttester)?;
        let mut member = self.professional(who)?;
        if (member.who, member.since) != (Who { role, standing: Standing::Pending }, since) {
            return Err(Refusal::NotPending);
        }
        member.licence = Some(licence);
        MEMBERS.put(&mut self.store, &who, &member);
        Ok(Event::LicenceAttested { who, by: call.from })
    }

    /// Everything on file about an account.
    pub fn member(&self, account: Account) -> Option<Member> {
        MEMBERS.get(&self.store, &account)
    }

    /// A professional's directory entry.
    pub fn profile(&self, account: Account) -> Option<Profile> {
        PROFILES.get(&self.store, &account)
    }

    /// Whether `guardian` acts for `patient`, both still being active patients.
    pub fn guards(&self, guardian: Account, patient: Account) -> bool {
        GUARDED_BY.has(&self.store, &(patient, guardian)) && self.who(guardian).is_some_and(|who| who.is(Role::Patient))
    }

    /// Since when a doctor belongs to a house.
    pub fn affiliated(&self, hospital: Account, doctor: Account) -> Option<Time> {
        HOUSES.get(&self.store, &(hospital, doctor))
    }

    /// The doctor last proposed to a patient.
    pub fn assignment(&self, patient: Account) -> Option<Assignment> {
        ASSIGNMENTS.get(&self.store, &patient)
    }

    /// The admins and their quorum.
    pub fn council(&self) -> Council {
        quorum::council(&self.store)
    }

    /// Who voted for a motion so far.
    pub fn ballot(&self, motion: Motion) -> Option<Ballot> {
        quorum::ballot(&self.store, &motion)
    }

    /// A page of the active professionals, and how many there are.
    pub fn directory(&self, from: u32) -> (u32, Vec<Entry>) {
        self.page(&ACTIVE, from)
    }

    /// A page of those who wait for the council, and how many there are.
    pub fn applicants(&self, from: u32) -> (u32, Vec<Entry>) {
        self.page(&APPLICANTS, from)
    }

    /// Whether the council lets `contract` become `code`.
    pub fn carried(&self, contract: Contract, code: Digest) -> bool {
        UPGRADES.get(&self.store, &contract) == Some(code)
    }

    fn page(&self, roll: &Roll<Account>, from: u32) -> (u32, Vec<Entry>) {
        let mut entries = Vec::new();
        for account in roll.page(&self.store, from) {
            if let (Some(who), Some(profile)) = (self.who(account), self.profile(account)) {
                entries.push(Entry { account, who, profile });
            }
        }
        (roll.len(&self.store), entries)
    }

    fn need(&self, account: Account, role: Role, refusal: Refusal) -> Result<(), Refusal> {
        self.who(account).filter(|who| who.is(role)).map(|_| ()).ok_or(refusal)
    }

    fn professional(&self, account: Account) -> Result<Member, Refusal> {
        let member = self.member(account).ok_or(Refusal::NotRegistered)?;
        if member.who.role.is_professional() { Ok(member) } else { Err(Refusal::NotProfessional) }
    }
}

impl<S: Storage> People for Directory<S> {
    fn who(&self, account: Account) -> Option<Who> {
        self.member(account).map(|member| member.who)
    }

    fn parties(&self, patient: Account, other: Account, caller: Account) -> Parties {
        Parties {
            patient: self.who(patient),
            other: self.who(other),
            guards: caller != patient && self.guards(caller, patient),
        }
    }
}

fn sound(profile: &Profile) -> Result<(), Refusal> {
    if profile.specialties.len() > PROFILE_LIST || profile.languages.len() > PROFILE_LIST {
        return Err(Refusal::ProfileTooLong);
    }
    if profile.card.is_sound() { Ok(()) } else { Err(Refusal::BadCid) }
}
