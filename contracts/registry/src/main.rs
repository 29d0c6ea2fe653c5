//! Who is who, on the chain: a shell around `chartkey_rules::Directory`.
#![cfg_attr(not(feature = "std"), no_std, no_main)]
#![allow(clippy::boxed_local, reason = "ink! passes arguments on as pointers: see chartkey_shell")]

#[ink::contract]
mod registry {
    use chartkey_rules::{Directory, People, rows};
    use chartkey_shell::{Introduction, Rows, announce, answer, call, done, row};
    use chartkey_vocabulary::{
        Account, Assignment, Ballot, Cid, Commitment, Contract, Council, Digest, Entry, Member, Motion, Parties, Peers,
        Profile, RegistryError, RegistryEvent, Role, Time, Who,
    };
    use ink::prelude::{boxed::Box, vec::Vec};

    /// The registry. The directory's rows lie beside this, under keys of their own.
    #[ink(storage)]
    pub struct Registry {
        introduction: Introduction,
    }

    impl Registry {
        /// Seats the first council. The caller is the deployer, who may introduce the contracts to each other and
        /// has no other power.
        ///
        /// Fails: `QuorumOutOfReach`, `CouncilFull`, `AlreadyRegistered` for an admin named twice.
        #[ink(constructor)]
        pub fn new(council: Council) -> Result<Self, RegistryError> {
            let call = call();
            Directory { store: Rows }.found(call.at, &council)?;
            Ok(Self { introduction: Introduction::by(call.from) })
        }

        /// The four contracts come to know each other. Who deployed them says so, once.
        ///
        /// Announces nothing but itself. Fails: `NotTheDeployer`, `AlreadyIntroduced`.
        #[ink(message)]
        pub fn introduce(&mut self, peers: Box<Peers>) -> Result<(), RegistryError> {
            self.introduction.introduce(call().from, *peers)?;
            announce(&RegistryEvent::Introduced);
            Ok(())
        }

        /// Anybody registers: patients are active at once, professionals pend until the council decides.
        ///
        /// Announces `Registered`. Fails: `CouncilRole`, `BadCid`, `AlreadyRegistered`, `ProfileNotWanted`,
        /// `ProfileMissing`, `ProfileTooLong`.
        #[ink(message)]
        pub fn register(
            &mut self,
            role: Role,
            keys: Box<Cid>,
            profile: Box<Option<Profile>>,
        ) -> Result<(), RegistryError> {
            done(self.book().register(call(), role, *keys, *profile))
        }

        /// A patient or professional removes their own entry.
        ///
        /// Announces `Left`. Fails: `NotRegistered`, `CouncilRole`, `Suspended`, `AlreadyGuardian`.
        #[ink(message)]
        pub fn leave(&mut self) -> Result<(), RegistryError> {
            done(self.book().leave(call()))
        }

        /// A registered account publishes new keys and begins a new epoch of them.
        ///
        /// Announces `KeysRotated`. Fails: `BadCid`, `NotRegistered`, `Suspended`, `SameKeys`.
        #[ink(message)]
        pub fn rotate_keys(&mut self, keys: Box<Cid>) -> Result<(), RegistryError> {
            done(self.book().rotate_keys(call(), *keys))
        }

        /// A professional changes their directory entry; new specialties must be approved again.
        ///
        /// Announces `ProfileRevised`. Fails: `NotRegistered`, `NotProfessional`, `NotActive`, `ProfileTooLong`, `BadCid`.
        #[ink(message)]
        pub fn revise(&mut self, profile: Box<Profile>) -> Result<(), RegistryError> {
            done(self.book().revise(call(), *profile))
        }

        /// An attester notes that licence register and phone vouch for a professional who applied in this role at this time
        /// and still pends.
        ///
        /// Announces `LicenceAttested`. Fails: `NotAttester`, `NotRegistered`, `NotProfessional`, `NotPending`.
        #[ink(message)]
        pub fn attest_licence(
            &mut self,
            who: Box<Account>,
            role: Role,
            since: Time,
            licence: Box<Commitment>,
        ) -> Result<(), RegistryError> {
            done(self.book().attest_licence(call(), *who, role, since, *licence))
        }

        /// An admin votes; with the last vote it needs the motion takes effect: approve, reject, suspend, reinstate,
        /// appoint, dismiss, change the quorum, let a contract be upgraded.
        ///
        /// Announces `Voted` or `Carried`. Fails: `NotAdmin`, `OwnCase`, `AlreadyVoted`, and whatever keeps the motion
        /// from taking effect now.
        #[ink(message)]
        pub fn vote(&mut self, motion: Box<Motion>) -> Result<(), RegistryError> {
            done(self.book().vote(call(), *motion))
        }

        /// An admin takes a vote back, or clears a ballot that lapsed.
        ///
        /// Announces `Retracted`. Fails: `NotAdmin`, `NoSuchBallot`, `NotVoted`.
        #[ink(message)]
        pub fn retract(&mut self, motion: Box<Motion>) -> Result<(), RegistryError> {
            done(self.book().retract(call(), *motion))
        }

        /// An admin proposes a doctor to a patient. It grants nothing.
        ///
        /// Announces `Assigned`. Fails: `NotAdmin`, `NotPatient`, `NotDoctor`.
        #[ink(message)]
        pub fn assign(&mut self, patient: Box<Account>, doctor: Box<Account>) -> Result<(), RegistryError> {
            done(self.book().assign(call(), *patient, *doctor))
        }

        /// An admin, or the patient, takes the proposal back.
        ///
        /// Announces `Unassigned`. Fails: `NotAdmin`, `NotAssigned`.
        #[ink(message)]
        pub fn unassign(&mut self, patient: Box<Account>) -> Result<(), RegistryError> {
            done(self.book().unassign(call(), *patient))
        }

        /// A patient lets another patient act for them.
        ///
        /// Announces `GuardianAppointed`. Fails: `NotPatient`, `SelfGuardian`, `AlreadyGuardian`, `TooManyGuardians`.
        #[ink(message)]
        pub fn appoint_guardian(&mut self, guardian: Box<Account>) -> Result<(), RegistryError> {
            done(self.book().appoint_guardian(call(), *guardian))
        }

        /// The patient dismisses a guardian, or the guardian lays the duty down.
        ///
        /// Announces `GuardianDismissed`. Fails: `NotPatient`, `NotGuardian`.
        #[ink(message)]
        pub fn dismiss_guardian(&mut self, patient: Box<Account>, guardian: Box<Account>) -> Result<(), RegistryError> {
            done(self.book().dismiss_guardian(call(), *patient, *guardian))
        }

        /// A hospital takes a doctor in.
        ///
        /// Announces `Affiliated`. Fails: `NotHospital`, `NotDoctor`, `AlreadyAffiliated`.
        #[ink(message)]
        pub fn affiliate(&mut self, doctor: Box<Account>) -> Result<(), RegistryError> {
            done(self.book().affiliate(call(), *doctor))
        }

        /// The hospital or the doctor ends an affiliation.
        ///
        /// Announces `Parted`. Fails: `NotHospital`, `NotAffiliated`.
        #[ink(message)]
        pub fn part(&mut self, hospital: Box<Account>, doctor: Box<Account>) -> Result<(), RegistryError> {
            done(self.book().part(call(), *hospital, *doctor))
        }

        /// Who an account is.
        #[ink(message)]
        pub fn who(&self, account: Box<Account>) -> Option<Who> {
            answer(self.book().who(*account))
        }

        /// Who two people are, and whether `caller` is a guardian of the patient.
        #[ink(message)]
        pub fn parties(&self, patient: Box<Account>, other: Box<Account>, caller: Box<Account>) -> Parties {
            answer(self.book().parties(*patient, *other, *caller))
        }

        /// Everything on file about an account.
        #[ink(message)]
        pub fn member(&self, account: Box<Account>) -> Option<Member> {
            row(rows::MEMBERS, &account)
        }

        /// A professional's directory entry.
        #[ink(message)]
        pub fn profile(&self, account: Box<Account>) -> Option<Profile> {
            row(rows::PROFILES, &account)
        }

        /// Whether `guardian` acts for `patient`.
        #[ink(message)]
        pub fn guards(&self, guardian: Box<Account>, patient: Box<Account>) -> bool {
            answer(self.book().guards(*guardian, *patient))
        }

        /// Since when a doctor belongs to a house.
        #[ink(message)]
        pub fn affiliated(&self, hospital: Box<Account>, doctor: Box<Account>) -> Option<Time> {
            row(rows::HOUSES, &(*hospital, *doctor))
        }

        /// The doctor last proposed to a patient.
        #[ink(message)]
        pub fn assignment(&self, patient: Box<Account>) -> Option<Assignment> {
            row(rows::ASSIGNMENTS, &patient)
        }

        /// The admins and their quorum.
        #[ink(message)]
        pub fn council(&self) -> Council {
            answer(self.book().council())
        }

        /// Who voted for a motion so far.
        #[ink(message)]
        pub fn ballot(&self, motion: Box<Motion>) -> Option<Ballot> {
            row(rows::BALLOTS, &motion)
        }

        /// How many active professionals there are, and fifty of them from position `from` on.
        #[ink(message)]
        pub fn directory(&self, from: u32) -> (u32, Vec<Entry>) {
            answer(self.book().directory(from))
        }

        /// How many wait for the council, and fifty of them from position `from` on.
        #[ink(message)]
        pub fn applicants(&self, from: u32) -> (u32, Vec<Entry>) {
            answer(self.book().applicants(from))
        }

        /// Whether the council lets `contract` become `code`.
        #[ink(message)]
        pub fn carried(&self, contract: Contract, code: Box<Digest>) -> bool {
            answer(self.book().carried(contract, *code))
        }

        /// Whether the council lets this contract become the code of this hash; the chain asks before an upgrade.
        #[ink(message)]
        pub fn may_become(&self, code: Box<Digest>) -> bool {
            answer(self.book().carried(Contract::Registry, *code))
        }

        fn book(&self) -> Directory<Rows> {
            Directory { store: Rows }
        }
    }
}

#[cfg(feature = "std")]
fn main() {
    chartkey_shell::print_description();
}
