//! Visits and prescriptions, on the chain: a shell around `chartkey_rules::CareBook`.
#![cfg_attr(not(feature = "std"), no_std, no_main)]
#![allow(clippy::boxed_local, reason = "ink! passes arguments on as pointers: see chartkey_shell")]

#[ink::contract]
mod care {
    use chartkey_rules::{CareBook, rows};
    use chartkey_shell::{ConsentAt, Introduction, PeopleAt, RecordsAt, Rows, answer, call, done, row, tell};
    use chartkey_vocabulary::{
        Account, Bond, CareError, Commitment, Contract, Digest, Peers, Prescription, PrescriptionId, RecordId, Salt,
        Time, Visit, VisitId,
    };
    use ink::prelude::boxed::Box;

    type Book = CareBook<Rows, PeopleAt, ConsentAt, RecordsAt>;

    /// The care contract. The book's rows lie beside this, under keys of their own.
    #[ink(storage)]
    pub struct Care {
        introduction: Introduction,
    }

    impl Care {
        /// An empty book. The caller is the deployer, who may introduce the contracts to each other.
        #[ink(constructor)]
        pub fn new() -> Self {
            Self { introduction: Introduction::by(call().from) }
        }

        /// The four contracts come to know each other. Who deployed them says so, once.
        ///
        /// Announces nothing but itself. Fails: `NotTheDeployer`, `AlreadyIntroduced`.
        #[ink(message)]
        pub fn introduce(&mut self, peers: Box<Peers>) -> Result<(), CareError> {
            self.introduction.introduce(call().from, *peers)?;
            Ok(())
        }

        /// A patient, or a guardian for them, asks a doctor for a time.
        ///
        /// Announces `Proposed`. Fails: `NotPatient`, `NotYours`, `NotDoctor`, `OffGrid`, `Past`, `TooFar`, `AlreadyAsked`.
        #[ink(message)]
        pub fn ask(
            &mut self,
            patient: Box<Account>,
            doctor: Box<Account>,
            salt: Box<Salt>,
            from: Time,
            slots: u8,
        ) -> Result<VisitId, CareError> {
            tell(self.book().ask(call(), *patient, *doctor, *salt, from, slots))
        }

        /// The side whose turn it is proposes another time.
        ///
        /// Announces `Proposed`. Fails: `NoSuchVisit`, `NotYours`, `AlreadyAccepted`, `NotYourTurn`, `OffGrid`, `Past`,
        /// `TooFar`.
        #[ink(message)]
        pub fn propose(&mut self, visit: Box<VisitId>, from: Time, slots: u8) -> Result<(), CareError> {
            done(self.book().propose(call(), *visit, from, slots))
        }

        /// The side whose turn it is agrees.
        ///
        /// Announces `Accepted`. Fails: `NoSuchVisit`, `NotYours`, `AlreadyAccepted`, `NotYourTurn`, `NotDoctor`, `Past`,
        /// `SlotTaken`.
        #[ink(message)]
        pub fn accept(&mut self, visit: Box<VisitId>) -> Result<(), CareError> {
            done(self.book().accept(call(), *visit))
        }

        /// Either side says no before both have agreed.
        ///
        /// Announces `Declined`. Fails: `NoSuchVisit`, `NotYours`, `AlreadyAccepted`.
        #[ink(message)]
        pub fn decline(&mut self, visit: Box<VisitId>) -> Result<(), CareError> {
            done(self.book().decline(call(), *visit))
        }

        /// Either side calls an accepted visit off.
        ///
        /// Announces `Cancelled`. Fails: `NoSuchVisit`, `NotYours`, `NotAccepted`.
        #[ink(message)]
        pub fn cancel(&mut self, visit: Box<VisitId>) -> Result<(), CareError> {
            done(self.book().cancel(call(), *visit))
        }

        /// The doctor says that an accepted visit took place.
        ///
        /// Announces `Completed`. Fails: `NoSuchVisit`, `NotYours`, `NotAccepted`, `TooEarly`.
        #[ink(message)]
        pub fn complete(&mut self, visit: Box<VisitId>) -> Result<(), CareError> {
            done(self.book().complete(call(), *visit))
        }

        /// The patient or a guardian ends what visits allow the doctor to write.
        ///
        /// Announces `Released`. Fails: `NotYours`, `NoBond`.
        #[ink(message)]
        pub fn release(&mut self, patient: Box<Account>, doctor: Box<Account>) -> Result<(), CareError> {
            done(self.book().release(call(), *patient, *doctor))
        }

        /// A doctor with an accepted visit or a live grant to write prescribes what their sealed record says.
        ///
        /// Announces `Prescribed`. Fails: `NotDoctor`, `NotAPrescription`, `NoFills`, `Past`, `TooLong`, `MayNotPrescribe`,
        /// `AlreadyPrescribed`.
        #[ink(message)]
        pub fn prescribe(
            &mut self,
            salt: Box<Salt>,
            record: Box<RecordId>,
            commitment: Box<Commitment>,
            fills: u8,
            until: Time,
        ) -> Result<PrescriptionId, CareError> {
            tell(self.book().prescribe(call(), *salt, *record, *commitment, fills, until))
        }

        /// An active pharmacy that may open the prescription hands it out once.
        ///
        /// Announces `Dispensed`. Fails: `NotPharmacy`, `NoSuchPrescription`, `Ended`, `UsedUp`, `NoConsent`.
        #[ink(message)]
        pub fn dispense(&mut self, prescription: Box<PrescriptionId>) -> Result<(), CareError> {
            done(self.book().dispense(call(), *prescription))
        }

        /// The doctor who wrote it, the patient or a guardian takes a prescription off the chain.
        ///
        /// Announces `Voided`. Fails: `NoSuchPrescription`, `NotYours`.
        #[ink(message)]
        pub fn void(&mut self, prescription: Box<PrescriptionId>) -> Result<(), CareError> {
            done(self.book().void(call(), *prescription))
        }

        /// A visit that is asked for or agreed on.
        #[ink(message)]
        pub fn visit(&self, visit: Box<VisitId>) -> Option<Visit> {
            row(rows::VISITS, &visit)
        }

        /// Which visit takes a doctor's slot.
        #[ink(message)]
        pub fn booking(&self, doctor: Box<Account>, slot: Time) -> Option<VisitId> {
            row(rows::BOOKINGS, &(*doctor, slot))
        }

        /// What ties a patient and a doctor.
        #[ink(message)]
        pub fn bond(&self, patient: Box<Account>, doctor: Box<Account>) -> Option<Bond> {
            row(rows::BONDS, &(*patient, *doctor))
        }

        /// Whether a visit ties the two now.
        #[ink(message)]
        pub fn tied(&self, patient: Box<Account>, doctor: Box<Account>) -> bool {
            answer(self.open_book().tied(call().at, *patient, *doctor))
        }

        /// A prescription that stands.
        #[ink(message)]
        pub fn prescription(&self, prescription: Box<PrescriptionId>) -> Option<Prescription> {
            row(rows::PRESCRIPTIONS, &prescription)
        }

        /// Whether the council lets this contract become the code of this hash; the chain asks before an upgrade.
        #[ink(message)]
        pub fn may_become(&self, code: Box<Digest>) -> bool {
            answer(self.introduction.may_become(Contract::Care, *code))
        }

        fn book(&self) -> Book {
            Self::among(self.introduction.peers::<CareError>())
        }

        fn open_book(&self) -> Book {
            Self::among(self.introduction.known())
        }

        fn among(peers: Peers) -> Book {
            CareBook {
                store: Rows,
                people: PeopleAt(peers.registry),
                consent: ConsentAt(peers.consent),
                records: RecordsAt(peers.records),
            }
        }
    }
}

#[cfg(feature = "std")]
fn main() {
    chartkey_shell::print_description();
}
