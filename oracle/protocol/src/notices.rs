//! Being told. `GET /api/notices?after=` (newest first), `GET /api/notices/stream` (SSE with `Authorization`; resumes behind `Last-Event-ID`, else tells what comes), `POST /api/notices/read`, `GET|PUT|DELETE /api/contact`.

use chartkey_vocabulary::{Account, RecordId, Time};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Somebody asks for a key.
    KeyAsked,
    /// A key was given to you.
    KeyGiven,
    /// A request was answered with no.
    KeyRefused,
    /// A key of yours was withdrawn or narrowed.
    KeyWithdrawn,
    /// A record was added to a chart of yours.
    RecordAdded,
    /// A record has a new version.
    RecordChanged,
    /// A record was withdrawn.
    RecordGone,
    /// A record of yours was opened.
    Opened,
    /// A machine found something.
    Found,
    /// A doctor signed.
    Signed,
    /// Somebody broke the glass.
    GlassBroken,
    /// A time is proposed.
    VisitAsked,
    /// A visit is agreed.
    VisitAgreed,
    /// A visit was declined or cancelled.
    VisitOff,
    /// A prescription was written.
    Prescribed,
    /// A prescription was handed out.
    Dispensed,
    /// A prescription was taken off the chain.
    Voided,
    /// Your standing changed.
    Standing,
    /// Somebody became or ceased to be a guardian.
    Guardian,
    /// A doctor was proposed.
    Assigned,
    /// A share link was viewed.
    LinkViewed,
    /// A machine could not read.
    JobParked,
    /// A hospital found you by your number.
    LookedUp,
}

/// One thing to know. It names no diagnosis and no title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Notice {
    /// Counts up.
    pub id: u64,
    /// What.
    pub kind: NoticeKind,
    /// To whom it is told.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub account: Account,
    /// Whose chart it concerns.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub about: Account,
    /// Who did it.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Account>,
    /// Which record.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// When.
    pub at: Time,
    /// Whether it was seen.
    pub read: bool,
}

/// Marks notices as seen: `POST /api/notices/read`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Seen {
    /// All of the account's notices up to this one.
    pub upto: u64,
}

/// Where to be told besides the app. Messages say only that there is something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[derive(Default)]
pub struct Contact {
    /// An address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A number, `+` and digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}
