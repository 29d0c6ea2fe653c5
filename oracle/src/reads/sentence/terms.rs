//! The words for purposes, kinds, extents and the council's reasons.

use super::{count, day};
use chartkey_vocabulary::{
    Contract, EmergencyReason, Exclusions, Extent, Kind, Kinds, Narrowing, Office, Purpose, Reason, Role, Terms,
    Verdict,
};

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Patient => "patient",
        Role::Doctor => "doctor",
        Role::Hospital => "hospital",
        Role::Pharmacy => "pharmacy",
        Role::Admin => "admin",
        Role::Attester => "attester",
        Role::Worker => "reading machine",
    }
}

pub(super) fn office(office: Office) -> &'static str {
    match office {
        Office::Admin => "an admin",
        Office::Attester => "an attester",
        Office::Worker => "a reading machine",
    }
}

pub(super) fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Treatment => "treatment",
        Purpose::Dispensing => "dispensing",
        Purpose::HospitalAdministration => "hospital administration",
        Purpose::SecondOpinion => "a second opinion",
        Purpose::MachineAnalysis => "machine analysis",
        Purpose::Insurance => "insurance",
        Purpose::Research => "research",
        Purpose::Emergency => "an emergency",
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::LabReport => "lab report",
        Kind::Prescription => "prescription",
        Kind::DischargeSummary => "discharge summary",
        Kind::XRay => "X-ray",
        Kind::Ct => "CT",
        Kind::Mri => "MRI",
        Kind::Ultrasound => "ultrasound",
        Kind::OtherImaging => "image",
        Kind::ConsultationNote => "consultation note",
        Kind::Certificate => "certificate",
        Kind::Insurance => "insurance paper",
        Kind::Vaccination => "vaccination",
        Kind::Other => "record of another kind",
    }
}

pub(super) fn contract(contract: Contract) -> &'static str {
    match contract {
        Contract::Registry => "registry",
        Contract::Consent => "consent contract",
        Contract::Records => "records contract",
        Contract::Care => "care contract",
    }
}

pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::LicenceNotFound => "the licence is not in the register",
        Reason::LicenceEnded => "the licence has ended",
        Reason::IdentityUnclear => "licence and person do not belong together",
        Reason::Incomplete => "the application lacks something",
        Reason::UnderReview => "a complaint is being looked into",
        Reason::Misconduct => "a rule was broken",
        Reason::OnRequest => "they asked for it themselves",
    }
}

pub(super) fn emergency(reason: EmergencyReason) -> &'static str {
    match reason {
        EmergencyReason::Unconscious => "the patient could not answer",
        EmergencyReason::LifeAtRisk => "waiting would have endangered life",
        EmergencyReason::SpokenConsent => "the patient agreed by word",
    }
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agree => "agrees with",
        Verdict::Disagree => "disagrees with",
        Verdict::Amended => "agrees, with corrections in a new version of the record, with",
    }
}

/// Such as `all records but prescriptions, until 2027-01-31, for 3 openings, and may add records`.
pub(super) fn terms(terms: &Terms) -> String {
    let mut words = match &terms.scope.extent {
        Extent::Everything => "all records".into(),
        Extent::Kinds(set) => kinds(*set),
        Extent::Records(records) => count(records.len() as u64, "chosen record"),
        Extent::Written(from, until) => {
            format!("records written from {} to {}", day(*from), day(until.saturating_sub(1)))
        }
        Extent::ByReader => "records they wrote themselves".into(),
    };
    if let Some(except) = exceptions(&terms.scope.except) {
        words.push_str(" but ");
        words.push_str(&except);
    }
    words.push_str(&format!(", until {}", day(terms.until)));
    if let Some(openings) = terms.openings {
        words.push_str(&format!(", for {}", count(openings, "opening")));
    }
    if terms.may_write {
        words.push_str(", and may add records");
    }
    words
}

/// Such as `it ends 2027-01-31, 2 records are kept back`.
pub(super) fn narrowing(narrowing: &Narrowing) -> String {
    let parts = [
        narrowing.until.map(|until| format!("it ends {}", day(until))),
        narrowing.openings.map(|openings| format!("{} at most", count(openings, "opening"))),
        exceptions(&narrowing.except).map(|except| format!("without {except}")),
        narrowing.read_only.then(|| "nothing may be added".into()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn exceptions(except: &Exclusions) -> Option<String> {
    let kinds = (except.kinds.0 != 0).then(|| kinds(except.kinds));
    let records = (!except.records.is_empty()).then(|| count(except.records.len() as u64, "chosen record"));
    match (kinds, records) {
        (Some(kinds), Some(records)) => Some(format!("{kinds} and {records}")),
        (kinds, records) => kinds.or(records),
    }
}

const KINDS: [Kind; 13] = [
    Kind::LabReport,
    Kind::Prescription,
    Kind::DischargeSummary,
    Kind::XRay,
    Kind::Ct,
    Kind::Mri,
    Kind::Ultrasound,
    Kind::OtherImaging,
    Kind::ConsultationNote,
    Kind::Certificate,
    Kind::Insurance,
    Kind::Vaccination,
    Kind::Other,
];

fn kinds(set: Kinds) -> String {
    let named: Vec<&str> = KINDS.into_iter().filter(|kind| set.has(*kind)).map(plural).collect();
    match named.as_slice() {
        [] => "no records".into(),
        [one] => (*one).into(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::LabReport => "lab reports",
        Kind::Prescription => "prescriptions",
        Kind::DischargeSummary => "discharge summaries",
        Kind::XRay => "X-rays",
        Kind::Ct => "CTs",
        Kind::Mri => "MRIs",
        Kind::Ultrasound => "ultrasounds",
        Kind::OtherImaging => "other images",
        Kind::ConsultationNote => "consultation notes",
        Kind::Certificate => "certificates",
        Kind::Insurance => "insurance papers",
        Kind::Vaccination => "vaccinations",
        Kind::Other => "records of other kinds",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::{RecordId, Scope};

    #[test]
    fn terms_say_what_how_long_how_often_and_what_not() {
        let until = 1_800_000_000;
        let plain = Terms { scope: Scope::everything(), until, openings: None, may_write: false };
        assert_eq!(terms(&plain), "all records, until 2027-01-15");
        let except = Exclusions { kinds: Kinds::PRESCRIPTIONS, records: vec![RecordId([1; 16]); 2] };
        let extent = Extent::Kinds([Kind::XRay, Kind::Prescription, Kind::Ct].into_iter().collect());
        let narrow = Terms { scope: Scope { extent, except }, until, openings: Some(1), may_write: true };
        let words = "prescriptions, X-rays and CTs but prescriptions and 2 chosen records, until 2027-01-15, \
                     for 1 opening, and may add records";
        assert_eq!(terms(&narrow), words);
        let less = Narrowing { until: Some(until), openings: Some(2), read_only: true, ..Narrowing::default() };
        assert_eq!(narrowing(&less), "it ends 2027-01-15, 2 openings at most, nothing may be added");
        assert!(KINDS.iter().all(|kind| Kinds::ALL.has(*kind)) && kinds(Kinds::ALL).matches(',').count() == 11);
    }
}
