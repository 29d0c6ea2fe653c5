//! What browser, oracle and worker say to each other, as JSON.
//!
//! One file a topic, and beside each type the address it travels to. Names of accounts, records and blobs are the
//! vocabulary's own types, so neither side can mix them up; bytes are base64url without padding.
//!
//! Every answer may instead be a [`Problem`] with a status from 400 up.

mod blobs;
mod bytes;
mod care;
mod chart;
mod consent;
mod directory;
mod explore;
mod jobs;
mod keys;
mod links;
mod log;
mod members;
mod notices;
mod onboarding;
mod page;
mod problem;
mod session;

pub use blobs::{Begin, Held, Range, Uploading, Usage};
pub use bytes::Bytes;
pub use care::{PrescriptionRow, VisitRow};
pub use chart::{Chart, FindingRow, RecordRow, VersionRow};
pub use consent::{EmergencyRow, GrantRow, LinkRow, RequestRow};
pub use directory::{CardText, Found, Search};
pub use explore::{BlockRow, EventRow, Sentence};
pub use jobs::{Claimed, Extended, Failure, Heartbeat, JobRow, JobState, NewJob, Report};
pub use keys::{Missing, Pending, Share, Shares, VaultFile, Wrap, Wraps};
pub use links::{LinkFile, LinkFiles, Manifest, ManifestFile, ManifestRequest, WrongPasscode, passcode_hash};
pub use log::{Leaves, Line, LineKind, LogHead, MyLog, NO_HEAD, next_head};
pub use members::{MemberRow, MotionRow, Opening, Relations};
pub use notices::{Contact, Notice, NoticeKind, Seen};
pub use onboarding::{
    AskPuzzle, CodeSent, Evaluated, Evaluation, Funded, LicenceCheck, LicenceCode, LookedUp, LookupTag, Puzzle,
    PuzzleFor, Solved,
};
pub use page::{Page, Paging};
pub use problem::{Problem, Why};
pub use session::{Challenge, NewSession, Session, SignIn, Site, utc};
