//! Who may open what, on the chain: a shell around `chartkey_rules::ConsentBook`.
#![cfg_attr(not(feature = "std"), no_std, no_main)]
#![allow(clippy::boxed_local, reason = "ink! passes arguments on as pointers: see chartkey_shell")]

#[ink::contract]
mod consent {
    use chartkey_rules::{ConsentBook, rows};
    use chartkey_shell::{Introduction, PeopleAt, Rows, answer, call, done, refuse, row, tell};
    use chartkey_vocabulary::{
        Account, Between, Card, ConsentError, Contract, Decision, Desk, Digest, EmergencyReason, Facts, Grant, Link,
        Narrowing, Peers, Purpose, RecordId, Request, Terms, Ticket, Time, Writing,
    };
    use ink::prelude::boxed::Box;

    type Book = ConsentBook<Rows, PeopleAt>;

    /// The consent contract. The book's rows lie beside this, under keys of their own.
    #[ink(storage)]
    pub struct Consent {
        introduction: Introduction,
    }

    impl Consent {
        /// An empty book. The caller is the deployer, who may introduce the contracts to each other.
        #[ink(constructor)]
        pub fn new() -> Self {
            Self { introduction: Introduction::by(call().from) }
        }

        /// The four contracts come to know each other. Who deployed them says so, once.
        ///
        /// Announces nothing but itself. Fails: `NotTheDeployer`, `AlreadyIntroduced`.
        #[ink(message)]
        pub fn introduce(&mut self, peers: Box<Peers>) -> Result<(), ConsentError> {
            self.introduction.introduce(call().from, *peers)?;
            Ok(())
        }

        /// An active professional asks a patient for a key.
        ///
        /// Announces `Requested`. Fails: `SelfGrant`, `NotPatient`, `ReaderNotActive`, `WrongPurpose`, `AlreadyRequested`,
        /// and what is wrong with the terms.
        #[ink(message)]
        pub fn request(
            &mut self,
            patient: Box<Account>,
            purpose: Purpose,
            terms: Box<Terms>,
        ) -> Result<(), ConsentError> {
            done(self.book().request(call(), *patient, purpose, *terms))
        }

        /// Whoever asked takes the request back.
        ///
        /// Announces `RequestDropped`. Fails: `NoSuchRequest`.
        #[ink(message)]
        pub fn drop_request(&mut self, patient: Box<Account>, purpose: Purpose) -> Result<(), ConsentError> {
            done(self.book().drop_request(call(), *patient, purpose))
        }

        /// The patient or a guardian says yes, on the terms asked for, or no.
        ///
        /// Announces `Granted` or `Refused`. Fails: `NoSuchRequest`, `NotYours`, and for a yes as `grant`.
        #[ink(message)]
        pub fn answer(&mut self, between: Box<Between>, yes: bool) -> Result<(), ConsentError> {
            done(self.book().answer(call(), *between, yes))
        }

        /// The patient or a guardian gives a key.
        ///
        /// Announces `Granted`. Fails: `NotYours`, `SelfGrant`, `NotPatient`, `ReaderNotActive`, `WrongPurpose`,
        /// `AlreadyGranted`, and what is wrong with the terms.
        #[ink(message)]
        pub fn grant(&mut self, between: Box<Between>, terms: Box<Terms>) -> Result<(), ConsentError> {
            done(self.book().grant(call(), *between, *terms))
        }

        /// The patient or a guardian takes a key back, or its holder gives it back.
        ///
        /// Announces `Revoked`. Fails: `NotYours`, `NoGrant`.
        #[ink(message)]
        pub fn revoke(&mut self, between: Box<Between>) -> Result<(), ConsentError> {
            done(self.book().revoke(call(), *between))
        }

        /// The patient or a guardian makes a key smaller.
        ///
        /// Announces `Narrowed`. Fails: `NotYours`, `NoGrant`, `Expired`, `Past`, `NoOpenings`, `ScopeTooLong`,
        /// `NotNarrower`.
        #[ink(message)]
        pub fn narrow(&mut self, between: Box<Between>, narrowing: Box<Narrowing>) -> Result<(), ConsentError> {
            done(self.book().narrow(call(), *between, *narrowing))
        }

        /// The patient or a guardian begins a new epoch: records are sealed anew without a key being taken back.
        ///
        /// Announces `Renewed`. Fails: `NotYours`.
        #[ink(message)]
        pub fn renew(&mut self, patient: Box<Account>) -> Result<(), ConsentError> {
            done(self.book().renew(call(), *patient))
        }

        /// A counted opening is announced. Only the records contract calls this, because it alone knows the facts; readers
        /// call its `announce`.
        ///
        /// Announces `Announced`. Fails: `NotRecords`, `ReaderNotActive`, `WrongPurpose`, `NoGrant`, `Expired`, `OutOfScope`,
        /// `NotCounted`, `UsedUp`.
        #[ink(message)]
        pub fn announce(&mut self, between: Box<Between>, facts: Box<Facts>) -> Result<Ticket, ConsentError> {
            let call = call();
            if call.from != self.introduction.peers::<ConsentError>().records {
                refuse(ConsentError::NotRecords);
            }
            tell(self.book().announce(call, *between, *facts))
        }

        /// The patient or a guardian names the record that may be seen in an emergency.
        ///
        /// Announces `CardKept`. Fails: `NotYours`, `SameCard`.
        #[ink(message)]
        pub fn keep_card(&mut self, patient: Box<Account>, record: Box<RecordId>) -> Result<(), ConsentError> {
            done(self.book().keep_card(call(), *patient, *record))
        }

        /// The patient or a guardian takes the emergency card away.
        ///
        /// Announces `CardDropped`. Fails: `NotYours`, `NoCard`.
        #[ink(message)]
        pub fn drop_card(&mut self, patient: Box<Account>) -> Result<(), ConsentError> {
            done(self.book().drop_card(call(), *patient))
        }

        /// An active doctor or hospital opens a patient's emergency card for three hours.
        ///
        /// Announces `GlassBroken`. Fails: `NotForEmergencies`, `NotPatient`, `NoCard`, `AlreadyOpen`.
        #[ink(message)]
        pub fn break_glass(&mut self, patient: Box<Account>, reason: EmergencyReason) -> Result<(), ConsentError> {
            done(self.book().break_glass(call(), *patient, reason))
        }

        /// The patient, a guardian or whoever broke it mends the glass.
        ///
        /// Announces `GlassMended`. Fails: `NotYours`, `NoEmergency`.
        #[ink(message)]
        pub fn mend_glass(&mut self, patient: Box<Account>, reader: Box<Account>) -> Result<(), ConsentError> {
            done(self.book().mend_glass(call(), *patient, *reader))
        }

        /// The patient or a guardian opens a read-only link.
        ///
        /// Announces `LinkOpened`. Fails: `NotYours`, `Past`, `TooLong`, `NoOpenings`, `AlreadyLinked`.
        #[ink(message)]
        pub fn open_link(
            &mut self,
            owner: Box<Account>,
            link: Box<Digest>,
            terms: Box<Link>,
        ) -> Result<(), ConsentError> {
            done(self.book().open_link(call(), *owner, *link, *terms))
        }

        /// The patient or a guardian closes a link.
        ///
        /// Announces `LinkClosed`. Fails: `NotYours`, `NoSuchLink`.
        #[ink(message)]
        pub fn close_link(&mut self, owner: Box<Account>, link: Box<Digest>) -> Result<(), ConsentError> {
            done(self.book().close_link(call(), *owner, *link))
        }

        /// An attester, which is the door, counts a view before it lets it through.
        ///
        /// Announces `LinkViewed`. Fails: `NotAttester`, `NoSuchLink`, `LinkEnded`.
        #[ink(message)]
        pub fn view_link(&mut self, owner: Box<Account>, link: Box<Digest>) -> Result<(), ConsentError> {
            done(self.book().view_link(call(), *owner, *link))
        }

        /// Whether the reader may open the record of these facts now, and why. Only as true as the facts: ask the records contract's `may_open`.
        #[ink(message)]
        pub fn check(&self, between: Box<Between>, facts: Box<Facts>) -> Decision {
            answer(self.open_book().check(call().at, *between, *facts))
        }

        /// Whether `author` may add the record of these facts now, and the patient's epoch.
        #[ink(message)]
        pub fn writing(&self, facts: Box<Facts>, author: Box<Account>) -> Writing {
            answer(self.open_book().writing(call().at, *facts, *author))
        }

        /// The key between two people for a purpose.
        #[ink(message)]
        pub fn grant_of(&self, between: Box<Between>) -> Option<Grant> {
            row(rows::GRANTS, &between)
        }

        /// The request between two people for a purpose.
        #[ink(message)]
        pub fn request_of(&self, between: Box<Between>) -> Option<Request> {
            row(rows::REQUESTS, &between)
        }

        /// How many grants a patient has on file, and the patient's epoch.
        #[ink(message)]
        pub fn desk(&self, patient: Box<Account>) -> Desk {
            answer(self.open_book().desk(*patient))
        }

        /// The emergency card a patient keeps ready.
        #[ink(message)]
        pub fn card(&self, patient: Box<Account>) -> Option<Card> {
            row(rows::CARDS, &patient)
        }

        /// Until when a reader has a patient's glass broken.
        #[ink(message)]
        pub fn emergency(&self, patient: Box<Account>, reader: Box<Account>) -> Option<Time> {
            row(rows::EMERGENCIES, &(*patient, *reader))
        }

        /// An open link.
        #[ink(message)]
        pub fn link(&self, owner: Box<Account>, link: Box<Digest>) -> Option<Link> {
            row(rows::LINKS, &(*owner, *link))
        }

        /// Whether the council lets this contract become the code of this hash; the chain asks before an upgrade.
        #[ink(message)]
        pub fn may_become(&self, code: Box<Digest>) -> bool {
            answer(self.introduction.may_become(Contract::Consent, *code))
        }

        fn book(&self) -> Book {
            Self::among(self.introduction.peers::<ConsentError>())
        }

        /// The book that questions are put to.
        fn open_book(&self) -> Book {
            Self::among(self.introduction.known())
        }

        fn among(peers: Peers) -> Book {
            ConsentBook { store: Rows, people: PeopleAt(peers.registry) }
        }
    }
}

#[cfg(feature = "std")]
fn main() {
    chartkey_shell::print_description();
}
