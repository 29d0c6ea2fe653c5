//! Notices, in sentences.

use crate::{
    hand::Hand,
    parts::{Icon, Tone, icons},
    speech::{key, say, say_key},
};
use chartkey_protocol::{Notice, NoticeKind as Kind};
use chartkey_vocabulary::{Account, Role};

/// What there is to know, as a sentence; `by`, `about` and a proposed doctor by name.
pub(crate) fn notice(notice: &Notice, proposed: Option<Account>, hand: Hand) -> String {
    let by = notice.by.map_or_else(|| say!("notice-somebody"), |by| hand.name_of(by));
    let own = Some(notice.about) == hand.me();
    let about = hand.name_of(notice.about);
    // An agreement is nobody's doing alone: whoever is not the patient agreed with the patient.
    let by = if notice.kind == Kind::VisitAgreed && notice.by.is_none() { about.clone() } else { by };
    if notice.kind == Kind::KeyGiven && !own && notice.by == Some(notice.about) {
        return say!("notice-key-given-own", by = by);
    }
    if notice.kind == Kind::Assigned && hand.role() == Some(Role::Patient) {
        return match proposed.map(|doctor| hand.name_of(doctor)) {
            Some(doctor) if own => say!("notice-assigned-whom", by = by, doctor = doctor),
            Some(doctor) => say!("notice-assigned-whom-for", by = by, doctor = doctor, about = about),
            None if own => say!("notice-assigned", by = by),
            None => say!("notice-assigned-for", by = by, about = about),
        };
    }
    say_key(sentence(notice.kind, own), &[("by", by.into()), ("about", about.into())])
}

/// Which sentence: one's own chart is "your", another's has a name.
const fn sentence(kind: Kind, own: bool) -> &'static str {
    match (kind, own) {
        (Kind::KeyAsked, true) => key!("notice-key-asked"),
        (Kind::KeyAsked, false) => key!("notice-key-asked-of"),
        (Kind::KeyGiven, true) => key!("notice-key-given-mine"),
        (Kind::KeyGiven, false) => key!("notice-key-given"),
        (Kind::KeyRefused, true) => key!("notice-key-refused-mine"),
        (Kind::KeyRefused, false) => key!("notice-key-refused"),
        (Kind::KeyWithdrawn, true) => key!("notice-key-withdrawn-mine"),
        (Kind::KeyWithdrawn, false) => key!("notice-key-withdrawn"),
        (Kind::RecordAdded, true) => key!("notice-record-added"),
        (Kind::RecordAdded, false) => key!("notice-record-added-of"),
        (Kind::RecordChanged, true) => key!("notice-record-changed"),
        (Kind::RecordChanged, false) => key!("notice-record-changed-of"),
        (Kind::RecordGone, true) => key!("notice-record-gone"),
        (Kind::RecordGone, false) => key!("notice-record-gone-of"),
        (Kind::Opened, true) => key!("notice-opened"),
        (Kind::Opened, false) => key!("notice-opened-of"),
        (Kind::Found, true) => key!("notice-found"),
        (Kind::Found, false) => key!("notice-found-of"),
        (Kind::Signed, true) => key!("notice-signed"),
        (Kind::Signed, false) => key!("notice-signed-of"),
        (Kind::GlassBroken, true) => key!("notice-glass-broken"),
        (Kind::GlassBroken, false) => key!("notice-glass-broken-of"),
        (Kind::VisitAsked, _) => key!("notice-visit-asked"),
        (Kind::VisitAgreed, true) => key!("notice-visit-agreed-mine"),
        (Kind::VisitAgreed, false) => key!("notice-visit-agreed"),
        (Kind::VisitOff, _) => key!("notice-visit-off"),
        (Kind::Prescribed, true) => key!("notice-prescribed"),
        (Kind::Prescribed, false) => key!("notice-prescribed-of"),
        (Kind::Dispensed, true) => key!("notice-dispensed"),
        (Kind::Dispensed, false) => key!("notice-dispensed-of"),
        (Kind::Voided, true) => key!("notice-voided"),
        (Kind::Voided, false) => key!("notice-voided-of"),
        (Kind::Standing, true) => key!("notice-standing"),
        (Kind::Standing, false) => key!("notice-standing-of"),
        (Kind::Guardian, true) => key!("notice-guardian"),
        (Kind::Guardian, false) => key!("notice-guardian-of"),
        (Kind::Assigned, true) => key!("notice-assigned"),
        (Kind::Assigned, false) => key!("notice-assigned-of"),
        (Kind::LinkViewed, true) => key!("notice-link-viewed"),
        (Kind::LinkViewed, false) => key!("notice-link-viewed-of"),
        (Kind::JobParked, true) => key!("notice-job-parked"),
        (Kind::JobParked, false) => key!("notice-job-parked-of"),
        (Kind::LookedUp, true) => key!("notice-looked-up"),
        (Kind::LookedUp, false) => key!("notice-looked-up-of"),
    }
}

/// What it is about, drawn.
pub(crate) const fn notice_icon(kind: Kind) -> Icon {
    match kind {
        Kind::KeyAsked | Kind::KeyGiven | Kind::KeyRefused | Kind::KeyWithdrawn => icons::KEY,
        Kind::RecordAdded | Kind::RecordChanged | Kind::RecordGone => icons::FOLDER,
        Kind::Opened | Kind::LookedUp => icons::EYE,
        Kind::Found | Kind::JobParked => icons::SCAN_TEXT,
        Kind::Signed => icons::SIGNATURE,
        Kind::GlassBroken => icons::SIREN,
        Kind::VisitAsked | Kind::VisitAgreed | Kind::VisitOff => icons::CALENDAR,
        Kind::Prescribed | Kind::Dispensed | Kind::Voided => icons::PILL,
        Kind::Standing => icons::ID_CARD,
        Kind::Guardian => icons::SHIELD_USER,
        Kind::Assigned => icons::USER_CHECK,
        Kind::LinkViewed => icons::LINK,
    }
}

/// Whether somebody should look at once.
pub(crate) const fn notice_tone(kind: Kind) -> Tone {
    match kind {
        Kind::KeyAsked => Tone::Key,
        Kind::GlassBroken => Tone::Bad,
        Kind::JobParked => Tone::Doubt,
        _ => Tone::Plain,
    }
}
