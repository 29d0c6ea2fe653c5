//! What a rulebook asks of the others: answers, never their rows.

use chartkey_vocabulary::{
    Account, Between, ConsentError, Decision, Facts, Parties, RecordId, Ticket, Time, Who, Writing,
};

/// Who calls, and when.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// The account that signed, or the contract that asks.
    pub from: Account,
    /// The block's time.
    pub at: Time,
}

/// The registry, as the others see it.
pub trait People {
    /// Who `account` is.
    fn who(&self, account: Account) -> Option<Who>;

    /// Who the two are, and whether `caller` is a guardian of the patient.
    fn parties(&self, patient: Account, other: Account, caller: Account) -> Parties;
}

/// The consent book, as the others see it.
pub trait Consent {
    /// Whether the reader may open the record of these facts.
    fn check(&self, between: Between, facts: Facts) -> Decision;

    /// Whether the author may add the record of these facts.
    fn writing(&self, facts: Facts, author: Account) -> Writing;

    /// Takes one counted opening off the grant.
    ///
    /// # Errors
    /// As [`crate::ConsentBook::announce`].
    fn announce(&mut self, between: Between, facts: Facts) -> Result<Ticket, ConsentError>;
}

/// The care book, as the ledger sees it.
pub trait Visits {
    /// Whether a visit ties the two, so that the doctor may write.
    fn tied(&self, patient: Account, doctor: Account) -> bool;
}

/// The ledger, as the care book sees it.
pub trait Records {
    /// What is known of a record that stands.
    fn facts(&self, record: RecordId) -> Option<Facts>;

    /// Whether the reader may open the record for handing out what it prescribes.
    fn may_dispense(&self, record: RecordId, pharmacy: Account) -> bool;
}
