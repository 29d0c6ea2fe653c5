//! The vocabulary's lists, as people call them.

use crate::{
    parts::{Icon, icons},
    speech::{key, say_key},
};
use chartkey_vocabulary::{Account, EmergencyReason, Kind, Kinds, Office, Purpose, Reason, Role, Standing, Verdict};

macro_rules! names {
    ($($(#[$doc:meta])* $function:ident($list:ident) { $($item:ident => $key:literal,)* })*) => {$(
        $(#[$doc])*
        pub(crate) fn $function(of: $list) -> String {
            say_key(match of { $($list::$item => key!($key),)* }, &[])
        }
    )*};
}

names! {
    /// What sort of record it is.
    kind(Kind) {
        LabReport => "kind-lab-report",
        Prescription => "kind-prescription",
        DischargeSummary => "kind-discharge-summary",
        XRay => "kind-x-ray",
        Ct => "kind-ct",
        Mri => "kind-mri",
        Ultrasound => "kind-ultrasound",
        OtherImaging => "kind-other-imaging",
        ConsultationNote => "kind-consultation-note",
        Certificate => "kind-certificate",
        Insurance => "kind-insurance",
        Vaccination => "kind-vaccination",
        Other => "kind-other",
    }
    /// What somebody is.
    role(Role) {
        Patient => "role-patient",
        Doctor => "role-doctor",
        Hospital => "role-hospital",
        Pharmacy => "role-pharmacy",
        Admin => "role-admin",
        Attester => "role-attester",
        Worker => "role-worker",
    }
    /// An office the council gives.
    office(Office) {
        Admin => "role-admin",
        Attester => "role-attester",
        Worker => "role-worker",
    }
    /// What a key is for.
    purpose(Purpose) {
        Treatment => "purpose-treatment",
        Dispensing => "purpose-dispensing",
        HospitalAdministration => "purpose-administration",
        SecondOpinion => "purpose-opinion",
        MachineAnalysis => "purpose-reading",
        Insurance => "purpose-insurance",
        Research => "purpose-research",
        Emergency => "purpose-emergency",
    }
    /// How somebody stands.
    standing(Standing) {
        Pending => "standing-pending",
        Active => "standing-active",
        Rejected => "standing-rejected",
        Suspended => "standing-suspended",
    }
    /// Why the council said no.
    reason(Reason) {
        LicenceNotFound => "reason-licence-not-found",
        LicenceEnded => "reason-licence-ended",
        IdentityUnclear => "reason-identity-unclear",
        Incomplete => "reason-incomplete",
        UnderReview => "reason-under-review",
        Misconduct => "reason-misconduct",
        OnRequest => "reason-on-request",
    }
    /// What a doctor says of a finding.
    verdict(Verdict) {
        Agree => "verdict-agree",
        Disagree => "verdict-disagree",
        Amended => "verdict-amended",
    }
    /// Why the glass was broken.
    emergency_reason(EmergencyReason) {
        Unconscious => "emergency-unconscious",
        LifeAtRisk => "emergency-life-at-risk",
        SpokenConsent => "emergency-spoken-consent",
    }
}

/// Every kind, in the order in which they are offered.
pub(crate) const fn kinds() -> [Kind; 13] {
    use Kind::{
        Certificate, ConsultationNote, Ct, DischargeSummary, Insurance, LabReport, Mri, Other, OtherImaging,
        Prescription, Ultrasound, Vaccination, XRay,
    };
    [
        LabReport,
        XRay,
        Ct,
        Mri,
        Ultrasound,
        OtherImaging,
        Prescription,
        ConsultationNote,
        DischargeSummary,
        Vaccination,
        Certificate,
        Insurance,
        Other,
    ]
}

/// A kind, drawn.
pub(crate) const fn kind_icon(kind: Kind) -> Icon {
    match kind {
        Kind::LabReport => icons::TEST_TUBE,
        Kind::Prescription => icons::PILL,
        Kind::DischargeSummary => icons::HOSPITAL,
        Kind::XRay => icons::BONE,
        Kind::Ct | Kind::Mri => icons::SCAN,
        Kind::Ultrasound => icons::WAVES,
        Kind::OtherImaging => icons::IMAGE,
        Kind::ConsultationNote => icons::NOTE,
        Kind::Certificate => icons::RIBBON,
        Kind::Insurance => icons::UMBRELLA,
        Kind::Vaccination => icons::SYRINGE,
        Kind::Other => icons::FILE,
    }
}

/// An account where no name is known: "0x3f2a…91bc".
pub(crate) fn short_account(account: Account) -> String {
    let text = account.to_string();
    format!("{}…{}", &text[..6], &text[text.len() - 4..])
}

/// The last digits of an account: they tell apart those who are called by what they are.
pub(crate) fn last_digits(account: Account) -> String {
    let text = account.to_string();
    text[text.len() - 4..].to_owned()
}

/// The kinds of a set.
#[allow(dead_code, reason = "for pages that show what a key opens")]
pub(crate) fn kinds_of(set: Kinds) -> Vec<Kind> {
    kinds().into_iter().filter(|kind| set.has(*kind)).collect()
}
