//! What exists, on the chain: a shell around `chartkey_rules::Ledger`.
#![cfg_attr(not(feature = "std"), no_std, no_main)]
#![allow(clippy::boxed_local, reason = "ink! passes arguments on as pointers: see chartkey_shell")]

#[ink::contract]
mod records {
    use chartkey_rules::{Ledger, rows};
    use chartkey_shell::{ConsentAt, Introduction, PeopleAt, Rows, VisitsAt, answer, call, done, pass, row, tell};
    use chartkey_vocabulary::{
        Account, Anchor, Attestation, Cid, Contract, Decision, Digest, Facts, Finding, FindingId, Kind, Peers, Purpose,
        Record, RecordId, RecordsError, Salt, Sealed, Shelf, Ticket, Verdict, Version,
    };
    use ink::prelude::boxed::Box;

    type Book = Ledger<Rows, PeopleAt, ConsentAt, VisitsAt>;

    /// The records contract. The ledger's rows lie beside this, under keys of their own.
    #[ink(storage)]
    pub struct Records {
        introduction: Introduction,
        /// How many workers must find the same before a doctor signs it.
        agreement: u8,
    }

    impl Records {
        /// An empty ledger. The caller is the deployer, who may introduce the contracts to each other.
        #[ink(constructor)]
        pub fn new(agreement: u8) -> Self {
            Self { introduction: Introduction::by(call().from), agreement }
        }

        /// The four contracts come to know each other. Who deployed them says so, once.
        ///
        /// Announces nothing but itself. Fails: `NotTheDeployer`, `AlreadyIntroduced`.
        #[ink(message)]
        pub fn introduce(&mut self, peers: Box<Peers>) -> Result<(), RecordsError> {
            self.introduction.introduce(call().from, *peers)?;
            Ok(())
        }

        /// The owner, a guardian, or somebody with a live grant to write or an accepted visit adds a record. Its identifier
        /// is derived from owner and salt.
        ///
        /// Announces `Added`. Fails: `BadCid`, `NotPatient`, `MayNotWrite`, `AlreadyAdded`.
        #[ink(message)]
        pub fn add(
            &mut self,
            owner: Box<Account>,
            salt: Box<Salt>,
            kind: Kind,
            sealed: Box<Sealed>,
        ) -> Result<RecordId, RecordsError> {
            tell(self.book().add(call(), *owner, *salt, kind, *sealed))
        }

        /// The owner, a guardian, somebody with a live grant to write, or its author after an accepted visit adds a
        /// version, having seen version `expected`. The last version is kept for the owner or a guardian.
        ///
        /// Announces `Amended`. Fails: `BadCid`, `NoSuchRecord`, `NotPatient`, `MayNotWrite`, `Stale`, `TooManyVersions`.
        #[ink(message)]
        pub fn amend(&mut self, record: Box<RecordId>, expected: u16, sealed: Box<Sealed>) -> Result<(), RecordsError> {
            done(self.book().amend(call(), *record, expected, *sealed))
        }

        /// The owner or a guardian seals a version anew after a withdrawal of consent.
        ///
        /// Announces `Rekeyed`. Fails: `BadCid`, `NoSuchRecord`, `NotYours`, `NoSuchVersion`, `SameCid`.
        #[ink(message)]
        pub fn rekey(&mut self, record: Box<RecordId>, version: u16, cid: Box<Cid>) -> Result<(), RecordsError> {
            done(self.book().rekey(call(), *record, version, *cid))
        }

        /// The owner or a guardian withdraws a record; all of it leaves the chain, and stores delete it.
        ///
        /// Announces `Withdrawn`. Fails: `NoSuchRecord`, `NotYours`.
        #[ink(message)]
        pub fn withdraw(&mut self, record: Box<RecordId>) -> Result<(), RecordsError> {
            done(self.book().withdraw(call(), *record))
        }

        /// A reader announces an opening under a grant that counts them.
        ///
        /// The consent contract announces `Announced`. Fails: `NoSuchRecord`, `NotAnnounced`.
        #[ink(message)]
        pub fn announce(&mut self, record: Box<RecordId>, purpose: Purpose) -> Result<Ticket, RecordsError> {
            pass(self.book().announce(call(), *record, purpose))
        }

        /// An appointed worker with a live grant says what it found in a version of a record.
        ///
        /// Announces `Attested`. Fails: `NotWorker`, `BadCid`, `NoSuchRecord`, `NoSuchVersion`, `WrongRecord`, `NoConsent`,
        /// `AlreadyAttested`, `TooManyFindings`.
        #[ink(message)]
        pub fn attest(&mut self, attestation: Box<Attestation>, cid: Box<Cid>) -> Result<FindingId, RecordsError> {
            tell(self.book().attest(call(), *attestation, *cid))
        }

        /// An active doctor who may open the record says whether a finding is right.
        ///
        /// Announces `SignedOff`. Fails: `NotDoctor`, `NoSuchFinding`, `NotAgreed`, `NoConsent`, `AlreadySigned`,
        /// `TooManySignatures`.
        #[ink(message)]
        pub fn sign_off(&mut self, finding: Box<FindingId>, verdict: Verdict) -> Result<(), RecordsError> {
            done(self.book().sign_off(call(), *finding, verdict))
        }

        /// A doctor takes their name back from under a finding.
        ///
        /// Announces `SignatureRetracted`. Fails: `NoSuchFinding`, `NotSigned`.
        #[ink(message)]
        pub fn retract(&mut self, finding: Box<FindingId>) -> Result<(), RecordsError> {
            done(self.book().retract(call(), *finding))
        }

        /// An attester anchors the head of its access log, which only grows.
        ///
        /// Announces `Anchored`. Fails: `NotAttester`, `NotLonger`.
        #[ink(message)]
        pub fn anchor_log(&mut self, head: Box<Digest>, count: u64) -> Result<(), RecordsError> {
            done(self.book().anchor_log(call(), *head, count))
        }

        /// Whether a reader may open a record for a purpose now, and why. The one answer every door obeys.
        #[ink(message)]
        pub fn may_open(&self, record: Box<RecordId>, reader: Box<Account>, purpose: Purpose) -> Decision {
            answer(self.open_book().may_open(*record, *reader, purpose))
        }

        /// Whether a pharmacy may open a prescription's record.
        #[ink(message)]
        pub fn may_dispense(&self, record: Box<RecordId>, pharmacy: Box<Account>) -> bool {
            answer(self.open_book().may_open(*record, *pharmacy, Purpose::Dispensing).is_allowed())
        }

        /// What a decision needs to know of a record.
        #[ink(message)]
        pub fn facts(&self, record: Box<RecordId>) -> Option<Facts> {
            answer(self.open_book().facts(*record))
        }

        /// A record that stands.
        #[ink(message)]
        pub fn record(&self, record: Box<RecordId>) -> Option<Record> {
            row(rows::RECORDS, &record)
        }

        /// One version of it, counted from 1.
        #[ink(message)]
        pub fn version(&self, record: Box<RecordId>, version: u16) -> Option<Version> {
            row(rows::VERSION_ROWS, &(*record, version))
        }

        /// A machine's finding.
        #[ink(message)]
        pub fn finding(&self, finding: Box<FindingId>) -> Option<Finding> {
            row(rows::FINDING_ROWS, &finding)
        }

        /// How many records a patient has.
        #[ink(message)]
        pub fn shelf(&self, owner: Box<Account>) -> Shelf {
            answer(self.open_book().shelf(*owner))
        }

        /// The head an attester anchored last.
        #[ink(message)]
        pub fn anchor(&self, attester: Box<Account>) -> Option<Anchor> {
            row(rows::ANCHORS, &attester)
        }

        /// Whether the council lets this contract become the code of this hash; the chain asks before an upgrade.
        #[ink(message)]
        pub fn may_become(&self, code: Box<Digest>) -> bool {
            answer(self.introduction.may_become(Contract::Records, *code))
        }

        fn book(&self) -> Book {
            self.among(self.introduction.peers::<RecordsError>())
        }

        fn open_book(&self) -> Book {
            self.among(self.introduction.known())
        }

        fn among(&self, peers: Peers) -> Book {
            Ledger {
                store: Rows,
                people: PeopleAt(peers.registry),
                consent: ConsentAt(peers.consent),
                visits: VisitsAt(peers.care),
                agreement: self.agreement,
            }
        }
    }
}

#[cfg(feature = "std")]
fn main() {
    chartkey_shell::print_description();
}
