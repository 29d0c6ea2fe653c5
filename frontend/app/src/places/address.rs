//! Addresses of pages, written and read.

use super::{Place, View};
use chartkey_vocabulary::Purpose;
use std::fmt;

impl Place {
    /// Its address.
    pub(crate) fn path(self) -> String {
        self.to_string()
    }

    /// The page at an address.
    pub(crate) fn at(path: &str) -> Self {
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        Self::of(&steps).unwrap_or(Self::Nowhere)
    }

    fn of(steps: &[&str]) -> Option<Self> {
        Some(match steps {
            [] => Self::Welcome,
            ["join"] => Self::Join,
            ["apply"] => Self::Apply,
            ["unlock"] => Self::Unlock,
            ["recover"] => Self::Recover,
            ["shared"] => Self::Shared,
            ["home"] => Self::Home,
            ["records"] => Self::Records,
            ["records", record] => Self::Record(record.parse().ok()?, View::Read),
            ["records", record, "readings", finding] => Self::Reading(record.parse().ok()?, finding.parse().ok()?),
            ["records", record, "findings", finding] => Self::Finding(record.parse().ok()?, finding.parse().ok()?),
            ["records", record, "opinion"] => Self::Opinion(record.parse().ok()?),
            ["records", record, view] => Self::Record(record.parse().ok()?, view_of(view)?),
            ["add"] => Self::Add,
            ["sharing"] => Self::Sharing,
            ["sharing", "give"] => Self::Give,
            ["sharing", "asked", reader, purpose] => Self::Asked(reader.parse().ok()?, purpose_of(purpose)?),
            ["sharing", "held", reader, purpose] => Self::Held(reader.parse().ok()?, purpose_of(purpose)?),
            ["links"] => Self::Links,
            ["links", "new"] => Self::NewLink,
            ["emergency"] => Self::Emergency,
            ["log"] => Self::Log,
            ["visits"] => Self::Visits,
            ["visits", "ask", doctor] => Self::AskVisit(doctor.parse().ok()?),
            ["visits", visit] => Self::Visit(visit.parse().ok()?),
            ["prescriptions"] => Self::Prescriptions,
            ["prescriptions", prescription] => Self::Prescription(prescription.parse().ok()?),
            ["health"] => Self::Health,
            ["guardians"] => Self::Guardians,
            ["export"] => Self::Export,
            ["today"] => Self::Today,
            ["patients"] => Self::Patients,
            ["patients", "ask"] => Self::AskKey,
            ["patients", patient] => Self::Chart(patient.parse().ok()?),
            ["patients", patient, "report"] => Self::WriteReport(patient.parse().ok()?),
            ["patients", patient, "note"] => Self::WriteNote(patient.parse().ok()?),
            ["patients", patient, "prescribe"] => Self::Prescribe(patient.parse().ok()?),
            ["sign-off"] => Self::SignOff,
            ["prescribed"] => Self::Prescribed,
            ["listing"] => Self::Listing,
            ["house"] => Self::House,
            ["house", "doctors"] => Self::Doctors,
            ["house", "desk"] => Self::Desk,
            ["house", "accesses"] => Self::Accesses,
            ["rescue"] => Self::Rescue,
            ["counter"] => Self::Counter,
            ["dispensed"] => Self::Dispensed,
            ["applications"] => Self::Applications,
            ["applications", who] => Self::Application(who.parse().ok()?),
            ["professionals"] => Self::Professionals,
            ["admins"] => Self::Admins,
            ["workers"] => Self::Workers,
            ["assignments"] => Self::Assignments,
            ["directory"] => Self::Directory,
            ["directory", who] => Self::Professional(who.parse().ok()?),
            ["explore"] => Self::Explorer,
            ["explore", "blocks", height] => Self::Block(height.parse().ok()?),
            ["explore", "accounts", who] => Self::Doings(who.parse().ok()?),
            ["notices"] => Self::Notices,
            ["help"] => Self::Help,
            ["settings"] => Self::Settings,
            ["vault"] => Self::Vault,
            ["more"] => Self::More,
            ["_gallery"] => Self::Gallery,
            _ => return None,
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Welcome => write!(to, "/"),
            Self::Join => write!(to, "/join"),
            Self::Apply => write!(to, "/apply"),
            Self::Unlock => write!(to, "/unlock"),
            Self::Recover => write!(to, "/recover"),
            Self::Shared => write!(to, "/shared"),
            Self::Home => write!(to, "/home"),
            Self::Records => write!(to, "/records"),
            Self::Record(record, View::Read) => write!(to, "/records/{record}"),
            Self::Record(record, view) => write!(to, "/records/{record}/{}", view.word()),
            Self::Reading(record, finding) => write!(to, "/records/{record}/readings/{finding}"),
            Self::Finding(record, finding) => write!(to, "/records/{record}/findings/{finding}"),
            Self::Opinion(record) => write!(to, "/records/{record}/opinion"),
            Self::Add => write!(to, "/add"),
            Self::Sharing => write!(to, "/sharing"),
            Self::Give => write!(to, "/sharing/give"),
            Self::Asked(reader, purpose) => write!(to, "/sharing/asked/{reader}/{}", purpose_word(*purpose)),
            Self::Held(reader, purpose) => write!(to, "/sharing/held/{reader}/{}", purpose_word(*purpose)),
            Self::Links => write!(to, "/links"),
            Self::NewLink => write!(to, "/links/new"),
            Self::Emergency => write!(to, "/emergency"),
            Self::Log => write!(to, "/log"),
            Self::Visits => write!(to, "/visits"),
            Self::Visit(visit) => write!(to, "/visits/{visit}"),
            Self::AskVisit(doctor) => write!(to, "/visits/ask/{doctor}"),
            Self::Prescriptions => write!(to, "/prescriptions"),
            Self::Prescription(prescription) => write!(to, "/prescriptions/{prescription}"),
            Self::Health => write!(to, "/health"),
            Self::Guardians => write!(to, "/guardians"),
            Self::Export => write!(to, "/export"),
            Self::Today => write!(to, "/today"),
            Self::Patients => write!(to, "/patients"),
            Self::AskKey => write!(to, "/patients/ask"),
            Self::Chart(patient) => write!(to, "/patients/{patient}"),
            Self::WriteReport(patient) => write!(to, "/patients/{patient}/report"),
            Self::WriteNote(patient) => write!(to, "/patients/{patient}/note"),
            Self::Prescribe(patient) => write!(to, "/patients/{patient}/prescribe"),
            Self::SignOff => write!(to, "/sign-off"),
            Self::Prescribed => write!(to, "/prescribed"),
            Self::Listing => write!(to, "/listing"),
            Self::House => write!(to, "/house"),
            Self::Doctors => write!(to, "/house/doctors"),
            Self::Desk => write!(to, "/house/desk"),
            Self::Accesses => write!(to, "/house/accesses"),
            Self::Rescue => write!(to, "/rescue"),
            Self::Counter => write!(to, "/counter"),
            Self::Dispensed => write!(to, "/dispensed"),
            Self::Applications => write!(to, "/applications"),
            Self::Application(who) => write!(to, "/applications/{who}"),
            Self::Professionals => write!(to, "/professionals"),
            Self::Admins => write!(to, "/admins"),
            Self::Workers => write!(to, "/workers"),
            Self::Assignments => write!(to, "/assignments"),
            Self::Directory => write!(to, "/directory"),
            Self::Professional(who) => write!(to, "/directory/{who}"),
            Self::Explorer => write!(to, "/explore"),
            Self::Block(height) => write!(to, "/explore/blocks/{height}"),
            Self::Doings(who) => write!(to, "/explore/accounts/{who}"),
            Self::Notices => write!(to, "/notices"),
            Self::Help => write!(to, "/help"),
            Self::Settings => write!(to, "/settings"),
            Self::Vault => write!(to, "/vault"),
            Self::More => write!(to, "/more"),
            Self::Gallery => write!(to, "/_gallery"),
            Self::Nowhere => write!(to, "/nowhere"),
        }
    }
}

fn view_of(word: &str) -> Option<View> {
    View::ALL.into_iter().find(|view| view.word() == word)
}

fn purpose_of(word: &str) -> Option<Purpose> {
    Purpose::ALL.into_iter().find(|purpose| purpose_word(*purpose) == word)
}

const fn purpose_word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Treatment => "treatment",
        Purpose::Dispensing => "dispensing",
        Purpose::HospitalAdministration => "administration",
        Purpose::SecondOpinion => "opinion",
        Purpose::MachineAnalysis => "reading",
        Purpose::Insurance => "insurance",
        Purpose::Research => "research",
        Purpose::Emergency => "emergency",
    }
}
