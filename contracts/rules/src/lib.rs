//! The law of the system: who may do what, in plain Rust.
//!
//! Four rulebooks, one per contract. A rulebook takes who calls and when as values, looks up what it needs in a
//! [`Storage`] and from its neighbours, and either returns the event to be announced or a refusal. It checks
//! first and writes last, so a refusal leaves everything as it was, on a chain and off it.
//!
//! | rulebook | decides | asks |
//! |---|---|---|
//! | [`Directory`] | who is who, who is a guardian, what the council carries | nobody |
//! | [`ConsentBook`] | who may open what, for what purpose, until when | [`People`] |
//! | [`Ledger`] | what exists, what machines found, who signed it | [`People`], [`Consent`], [`Visits`] |
//! | [`CareBook`] | visits and prescriptions | [`People`], [`Consent`], [`Records`] |
//!
//! Nothing in here knows ink!, a chain, a clock or a network.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod care;
mod consent;
mod directory;
mod ledger;
mod neighbours;
mod quorum;
mod storage;
#[cfg(feature = "town")]
pub mod town;

pub use care::{CareAt, CareBook};
pub use consent::{ConsentAt, ConsentBook};
pub use directory::Directory;
pub use ledger::Ledger;
pub use neighbours::{Call, Consent, People, Records, Visits};
#[cfg(feature = "std")]
pub use storage::Memory;
pub use storage::{Key, Storage, Table};

/// Tables whose rows are answers as they lie: what is asked for by key needs no rule.
pub mod rows {
    pub use crate::{
        care::{BONDS, BOOKINGS, PRESCRIPTIONS, VISITS},
        consent::{CARDS, EMERGENCIES, GRANTS, LINKS, REQUESTS},
        directory::{ASSIGNMENTS, HOUSES, MEMBERS, PROFILES},
        ledger::{ANCHORS, FINDING_ROWS, RECORDS, VERSION_ROWS},
        quorum::BALLOTS,
    };
}

/// The bounds the law sets. Each keeps a row within what the chain stores and a loop within a constant.
pub mod bounds {
    use chartkey_vocabulary::{DAY, HOUR, MINUTE, Time};

    /// A key lasts two years at most: what is wanted longer is worth being asked for again.
    pub const GRANT_LASTS: Time = 2 * 365 * DAY;
    /// An unanswered request lapses, so that nobody says yes to what they have forgotten.
    pub const REQUEST_LASTS: Time = 30 * DAY;
    /// An announced opening may be fetched again this long, for a broken connection or a second page.
    pub const OPENING_LASTS: Time = 15 * MINUTE;
    /// A broken glass mends itself.
    pub const EMERGENCY_LASTS: Time = 3 * HOUR;
    /// A motion lapses, so that votes of different years do not add up.
    pub const BALLOT_LASTS: Time = 14 * DAY;
    /// After a visit its doctor may still write for a week.
    pub const BOND_LASTS: Time = 7 * DAY;
    /// A visit is planned, and a prescription lasts, a year at most.
    pub const YEAR: Time = 365 * DAY;

    /// Admins on the council.
    pub const ADMINS: usize = 16;
    /// Guardians of a patient.
    pub const GUARDIANS: u8 = 5;
    /// Specialties, and languages, in a directory entry.
    pub const PROFILE_LIST: usize = 8;
    /// Records listed in a scope, and in its exclusions.
    pub const SCOPE_LIST: usize = 8;
    /// Versions of a record.
    pub const VERSIONS: u16 = 16;
    /// Findings about a record.
    pub const FINDINGS: usize = 8;
    /// Workers that found the same.
    pub const WORKERS: usize = 5;
    /// Doctors who sign a finding.
    pub const SIGNATURES: usize = 3;
    /// Slots of a visit.
    pub const SLOTS: u8 = 8;
    /// Times a prescription is handed out.
    pub const FILLS: u8 = 12;
    /// Lines of a page.
    pub const PAGE: u32 = 50;
}
