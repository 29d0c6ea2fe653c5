//! The words contracts, browser, oracle and worker share.
//!
//! Everything here is plain data with one SCALE encoding. What may be done with it is the business of
//! `chartkey-rules`; how it travels is the business of `chartkey-client` and the contract shells.
//!
//! ```
//! use chartkey_vocabulary::{Account, Between, Purpose};
//!
//! let between = Between {
//!     patient: Account([1; 20]),
//!     reader: Account([2; 20]),
//!     purpose: Purpose::Treatment,
//! };
//! assert_eq!(codec::Encode::encode(&between).len(), 41);
//! ```
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod care;
mod consent;
mod errors;
mod events;
mod ids;
#[cfg(feature = "std")]
mod messages;
mod people;
mod records;
mod short;
#[cfg(feature = "serde")]
mod text;

pub use care::{Bond, Party, Prescription, SLOT, Visit, VisitState};
pub use consent::{
    Basis, Between, Card, Decision, Denial, Desk, EmergencyReason, Exclusions, Extent, Grant, Link, Narrowing, Purpose,
    Request, Scope, Terms, Ticket, Writing,
};
pub use errors::{CareError, ConsentError, RecordsError, RegistryError};
pub use events::{CareEvent, ConsentEvent, RecordsEvent, RegistryEvent, Topic, Topics};
pub use ids::{
    Account, Cid, Commitment, DAY, Digest, FindingId, HOUR, MINUTE, PrescriptionId, RecordId, Salt, Time, VisitId,
};
#[cfg(feature = "std")]
pub use messages::{CareMessage, ConsentMessage, Event, Message, RecordsMessage, Refusal, RegistryMessage};
pub use people::{
    Assignment, Ballot, Contract, Council, Entry, Member, Motion, Office, Parties, Peers, Profile, Reason, Role,
    Standing, Who,
};
pub use records::{Anchor, Attestation, Facts, Finding, Kind, Kinds, Record, Sealed, Shelf, SignOff, Verdict, Version};
#[cfg(feature = "serde")]
pub use text::Unreadable;
