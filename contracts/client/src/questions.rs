//! Questions: one method for every query of the contracts, named as in the rulebooks.
//!
//! The contracts answer for the block's own time, so an answer is true as of that block and not a second longer.

use crate::{At, abi, address::nobody, error::QuestionError};
use chartkey_vocabulary::{
    Account, Anchor, Assignment, Ballot, Between, Bond, Card, Contract, Council, Decision, Desk, Digest, Entry, Facts,
    Finding, FindingId, Grant, Link, Member, Motion, Parties, Prescription, PrescriptionId, Profile, Purpose, Record,
    RecordId, Request, Shelf, Time, Version, Visit, VisitId, Who,
};
use codec::{Decode, Encode};

impl At {
    /// Asks a contract something by name.
    ///
    /// # Errors
    /// `NoAnswer` when there is no contract or it failed; `NotUnderstood` when it is of another version.
    pub async fn ask<R: Decode>(
        &self,
        contract: Contract,
        question: &'static str,
        arguments: &impl Encode,
    ) -> Result<R, QuestionError> {
        let run = self.run(&nobody(), self.address(contract), abi::input(question, arguments)).await?;
        let returned = run.result.map_err(|error| QuestionError::NoAnswer(self.explain(error)))?;
        if returned.data.is_empty() {
            // Calling an address without code succeeds and returns nothing.
            return Err(QuestionError::NoAnswer("there is no contract at the address".into()));
        }
        abi::read_answer(&returned.data)
            .filter(|_| !returned.reverted())
            .and_then(|mut value| R::decode(&mut value).ok().filter(|_| value.is_empty()))
            .ok_or(QuestionError::NotUnderstood(question))
    }

    /// Questions to the registry.
    pub fn registry(&self) -> AskRegistry<'_> {
        AskRegistry(self)
    }

    /// Questions to the consent contract.
    pub fn consent(&self) -> AskConsent<'_> {
        AskConsent(self)
    }

    /// Questions to the records contract.
    pub fn records(&self) -> AskRecords<'_> {
        AskRecords(self)
    }

    /// Questions to the care contract.
    pub fn care(&self) -> AskCare<'_> {
        AskCare(self)
    }
}

macro_rules! questions {
    ($(#[$doc:meta])* $view:ident($contract:ident) {
        $($(#[$what:meta])* $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $view<'at>(&'at At);

        impl $view<'_> {
            $($(#[$what])*
            ///
            /// # Errors
            /// As [`At::ask`].
            pub async fn $name(&self, $($argument: $type),*) -> Result<$answer, QuestionError> {
                self.0.ask(Contract::$contract, stringify!($name), &($($argument,)*)).await
            })*

            /// Whether the council lets this contract become the code of this hash.
            ///
            /// # Errors
            /// As [`At::ask`].
            pub async fn may_become(&self, code_hash: [u8; 32]) -> Result<bool, QuestionError> {
                self.0.ask(Contract::$contract, "may_become", &code_hash).await
            }
        }
    };
}

questions! {
    /// Questions to the registry: who is who.
    AskRegistry(Registry) {
        /// Role and standing of an account.
        who(account: Account) -> Option<Who>;
        /// Who the two are, and whether `caller` is a guardian of the patient.
        parties(patient: Account, other: Account, caller: Account) -> Parties;
        /// Everything on file about an account.
        member(account: Account) -> Option<Member>;
        /// A professional's directory entry.
        profile(account: Account) -> Option<Profile>;
        /// Whether `guardian` acts for `patient`.
        guards(guardian: Account, patient: Account) -> bool;
        /// Since when a doctor belongs to a house.
        affiliated(hospital: Account, doctor: Account) -> Option<Time>;
        /// The doctor last proposed to a patient.
        assignment(patient: Account) -> Option<Assignment>;
        /// The admins and their quorum.
        council() -> Council;
        /// Who voted for a motion so far.
        ballot(motion: Motion) -> Option<Ballot>;
        /// A page of the active professionals, and how many there are.
        directory(from: u32) -> (u32, Vec<Entry>);
        /// A page of those who wait for the council, and how many there are.
        applicants(from: u32) -> (u32, Vec<Entry>);
        /// Whether the council let `contract` become `code`.
        carried(contract: Contract, code: Digest) -> bool;
    }
}

questions! {
    /// Questions to the consent contract: who may open what.
    AskConsent(Consent) {
        /// Whether the reader may open the record of these facts. The facts are the asker's word; doors ask
        /// [`AskRecords::may_open`].
        check(between: Between, facts: Facts) -> Decision;
        /// The key between two people for a purpose, in force or ended.
        grant_of(between: Between) -> Option<Grant>;
        /// The request between two people for a purpose.
        request_of(between: Between) -> Option<Request>;
        /// How many grants a patient has on file, and the patient's epoch.
        desk(patient: Account) -> Desk;
        /// The emergency card a patient keeps ready.
        card(patient: Account) -> Option<Card>;
        /// Until when `reader` has the patient's glass broken.
        emergency(patient: Account, reader: Account) -> Option<Time>;
        /// An open link.
        link(owner: Account, link: Digest) -> Option<Link>;
    }
}

questions! {
    /// Questions to the records contract: what exists.
    AskRecords(Records) {
        /// Whether `reader` may open a record for a purpose now, and why. The one answer every door obeys.
        may_open(record: RecordId, reader: Account, purpose: Purpose) -> Decision;
        /// Whether the reader may open the record for handing out what it prescribes.
        may_dispense(record: RecordId, pharmacy: Account) -> bool;
        /// What a decision needs to know of a record.
        facts(record: RecordId) -> Option<Facts>;
        /// A record that stands.
        record(record: RecordId) -> Option<Record>;
        /// One version of it; they are numbered from 1.
        version(record: RecordId, version: u16) -> Option<Version>;
        /// A finding.
        finding(finding: FindingId) -> Option<Finding>;
        /// How many records a patient has.
        shelf(owner: Account) -> Shelf;
        /// The head an attester anchored last.
        anchor(attester: Account) -> Option<Anchor>;
    }
}

questions! {
    /// Questions to the care contract: visits and prescriptions.
    AskCare(Care) {
        /// A visit that is asked for or agreed on.
        visit(visit: VisitId) -> Option<Visit>;
        /// Which visit takes a doctor's slot.
        booking(doctor: Account, slot: Time) -> Option<VisitId>;
        /// What ties a patient and a doctor.
        bond(patient: Account, doctor: Account) -> Option<Bond>;
        /// Whether a visit ties the two now.
        tied(patient: Account, doctor: Account) -> bool;
        /// A prescription that stands.
        prescription(prescription: PrescriptionId) -> Option<Prescription>;
    }
}
