//! Every page of the app by name: its address, its title, its icon, and who is led there.
//!
//! A link is `Place::Record(id)` and never a text, so that none leads nowhere.

mod address;
mod menu;

pub(crate) use menu::{home, menu};

use crate::{
    parts::{Icon, icons},
    speech::key,
};
use chartkey_vocabulary::{Account, FindingId, PrescriptionId, Purpose, RecordId, Role, VisitId};

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    // Before somebody is known.
    /// Who comes first sees this.
    Welcome,
    /// A patient makes an account and a vault.
    Join,
    /// A professional applies, with certificate and code.
    Apply,
    /// The vault is opened.
    Unlock,
    /// Passphrase lost or device new: code, guardians, other device.
    Recover,
    /// What a share link shows to somebody without an account.
    Shared,

    // A patient's.
    /// What needs me.
    Home,
    /// All records.
    Records,
    /// One record.
    Record(RecordId, View),
    /// What a machine read in it, beside the original; here it is corrected.
    Reading(RecordId, FindingId),
    /// Add records.
    Add,
    /// Who can open what.
    Sharing,
    /// Give a key, in three taps.
    Give,
    /// Somebody's request.
    Asked(Account, Purpose),
    /// A key somebody holds: change, withdraw.
    Held(Account, Purpose),
    /// Share links.
    Links,
    /// A new share link.
    NewLink,
    /// The emergency card.
    Emergency,
    /// The access log.
    Log,
    /// Visits; a doctor's too.
    Visits,
    /// One visit.
    Visit(VisitId),
    /// Ask a doctor for a time.
    AskVisit(Account),
    /// Prescriptions.
    Prescriptions,
    /// One prescription; a doctor's and a pharmacy's too.
    Prescription(PrescriptionId),
    /// Conditions, medicines, allergies, results over time.
    Health,
    /// Who helps when I cannot.
    Guardians,
    /// Everything in one file.
    Export,

    // A doctor's.
    /// The day.
    Today,
    /// Who gave me a key.
    Patients,
    /// Ask a patient for a key.
    AskKey,
    /// A patient's chart.
    Chart(Account),
    /// Add a report to it.
    WriteReport(Account),
    /// Write a note.
    WriteNote(Account),
    /// Prescribe.
    Prescribe(Account),
    /// Findings that wait for me.
    SignOff,
    /// One finding to sign.
    Finding(RecordId, FindingId),
    /// A second opinion on a record.
    Opinion(RecordId),
    /// What I prescribed.
    Prescribed,
    /// My entry in the directory.
    Listing,

    // A house's.
    /// The house at a glance.
    House,
    /// Its doctors.
    Doctors,
    /// Administrative requests and prescriptions.
    Desk,
    /// Somebody cannot answer: scan or type the health ID.
    Rescue,
    /// Who of the house opened what.
    Accesses,

    // A pharmacy's.
    /// Prescriptions to hand out.
    Counter,
    /// What was handed out.
    Dispensed,

    // An admin's.
    /// Who waits for a decision.
    Applications,
    /// One of them.
    Application(Account),
    /// Those who were approved.
    Professionals,
    /// The council.
    Admins,
    /// Reading services and attesters.
    Workers,
    /// Doctors proposed to patients.
    Assignments,

    // Everybody's.
    /// Find a doctor, hospital or pharmacy.
    Directory,
    /// One of them.
    Professional(Account),
    /// What happened on the chain.
    Explorer,
    /// In one block.
    Block(u64),
    /// To one account.
    Doings(Account),
    /// What there is to know.
    Notices,
    /// Help.
    Help,
    /// Language, looks, vault.
    Settings,
    /// Vault, devices, passkey, code.
    Vault,
    /// The rest of the menu, on a phone.
    More,
    /// All parts, in development.
    Gallery,
    /// An address that leads nowhere.
    Nowhere,
}

/// A side of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum View {
    /// What it says.
    #[default]
    Read,
    /// Its values over time.
    Trends,
    /// Its versions.
    Versions,
    /// Who looked at it.
    Looked,
    /// What the chain says of it.
    Proof,
}

impl View {
    /// Its name in an address.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Trends => "trends",
            Self::Versions => "versions",
            Self::Looked => "looked",
            Self::Proof => "proof",
        }
    }

    /// All of them.
    pub(crate) const ALL: [Self; 5] = [Self::Read, Self::Trends, Self::Versions, Self::Looked, Self::Proof];

    /// The words on its tab.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Read => key!("view-read"),
            Self::Trends => key!("view-trends"),
            Self::Versions => key!("view-versions"),
            Self::Looked => key!("view-looked"),
            Self::Proof => key!("view-proof"),
        }
    }
}

impl Place {
    /// The key of its title.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Welcome => key!("place-welcome"),
            Self::Join => key!("place-join"),
            Self::Apply => key!("place-apply"),
            Self::Unlock => key!("place-unlock"),
            Self::Recover => key!("place-recover"),
            Self::Shared => key!("place-shared"),
            Self::Home => key!("place-home"),
            Self::Records => key!("place-records"),
            Self::Record(..) => key!("place-record"),
            Self::Reading(..) => key!("place-reading"),
            Self::Add => key!("place-add"),
            Self::Sharing => key!("place-sharing"),
            Self::Give => key!("place-give"),
            Self::Asked(..) => key!("place-asked"),
            Self::Held(..) => key!("place-held"),
            Self::Links => key!("place-links"),
            Self::NewLink => key!("place-new-link"),
            Self::Emergency => key!("place-emergency"),
            Self::Log => key!("place-log"),
            Self::Visits => key!("place-visits"),
            Self::Visit(_) => key!("place-visit"),
            Self::AskVisit(_) => key!("place-ask-visit"),
            Self::Prescriptions => key!("place-prescriptions"),
            Self::Prescription(_) => key!("place-prescription"),
            Self::Health => key!("place-health"),
            Self::Guardians => key!("place-guardians"),
            Self::Export => key!("place-export"),
            Self::Today => key!("place-today"),
            Self::Patients => key!("place-patients"),
            Self::AskKey => key!("place-ask-key"),
            Self::Chart(_) => key!("place-chart"),
            Self::WriteReport(_) => key!("place-write-report"),
            Self::WriteNote(_) => key!("place-write-note"),
            Self::Prescribe(_) => key!("place-prescribe"),
            Self::SignOff => key!("place-sign-off"),
            Self::Finding(..) => key!("place-finding"),
            Self::Opinion(_) => key!("place-opinion"),
            Self::Prescribed => key!("place-prescribed"),
            Self::Listing => key!("place-listing"),
            Self::House => key!("place-house"),
            Self::Doctors => key!("place-doctors"),
            Self::Desk => key!("place-desk"),
            Self::Rescue => key!("place-rescue"),
            Self::Accesses => key!("place-accesses"),
            Self::Counter => key!("place-counter"),
            Self::Dispensed => key!("place-dispensed"),
            Self::Applications => key!("place-applications"),
            Self::Application(_) => key!("place-application"),
            Self::Professionals => key!("place-professionals"),
            Self::Admins => key!("place-admins"),
            Self::Workers => key!("place-workers"),
            Self::Assignments => key!("place-assignments"),
            Self::Directory => key!("place-directory"),
            Self::Professional(_) => key!("place-professional"),
            Self::Explorer => key!("place-explorer"),
            Self::Block(_) => key!("place-block"),
            Self::Doings(_) => key!("place-doings"),
            Self::Notices => key!("place-notices"),
            Self::Help => key!("place-help"),
            Self::Settings => key!("place-settings"),
            Self::Vault => key!("place-vault"),
            Self::More => key!("place-more"),
            Self::Gallery => key!("place-gallery"),
            Self::Nowhere => key!("place-nowhere"),
        }
    }

    /// Its icon in menus.
    pub(crate) const fn icon(self) -> Icon {
        match self {
            Self::Home | Self::House => icons::HOME,
            Self::Records | Self::Record(..) | Self::Chart(_) => icons::FOLDER,
            Self::Add | Self::WriteReport(_) => icons::FILE_ADD,
            Self::Reading(..) => icons::SCAN_TEXT,
            Self::Sharing | Self::Give | Self::Asked(..) | Self::Held(..) | Self::AskKey => icons::KEY,
            Self::Links | Self::NewLink | Self::Shared => icons::LINK,
            Self::Emergency | Self::Rescue => icons::SIREN,
            Self::Log | Self::Accesses => icons::EYE,
            Self::Visits | Self::Visit(_) | Self::AskVisit(_) => icons::CALENDAR,
            Self::Prescriptions | Self::Prescription(_) | Self::Prescribe(_) | Self::Prescribed => icons::PILL,
            Self::Counter => icons::PILL,
            Self::Health => icons::ACTIVITY,
            Self::Guardians => icons::SHIELD_USER,
            Self::Export => icons::DOWNLOAD,
            Self::Today => icons::SUN,
            Self::Patients | Self::Admins => icons::USERS,
            Self::WriteNote(_) => icons::NOTE,
            Self::SignOff | Self::Finding(..) => icons::SCAN_HEART,
            Self::Opinion(_) | Self::Listing | Self::Doctors | Self::Professional(_) => icons::STETHOSCOPE,
            Self::Desk => icons::CLIPBOARD,
            Self::Dispensed => icons::HISTORY,
            Self::Applications | Self::Application(_) => icons::INBOX,
            Self::Professionals => icons::ID_CARD,
            Self::Workers => icons::CPU,
            Self::Assignments => icons::USER_CHECK,
            Self::Directory => icons::SEARCH,
            Self::Explorer | Self::Block(_) | Self::Doings(_) => icons::SCROLL,
            Self::Notices => icons::BELL,
            Self::Help => icons::HELP,
            Self::Settings => icons::SETTINGS,
            Self::Vault | Self::Unlock | Self::Recover => icons::LOCK,
            Self::Join | Self::Apply => icons::USER_ADD,
            Self::Welcome | Self::Nowhere | Self::Gallery => icons::LAYERS,
            Self::More => icons::ACCOUNT,
        }
    }

    /// Who is led there; whom an address does not serve is told so. `None` is everybody, signed in or not.
    pub(crate) const fn roles(self) -> Option<&'static [Role]> {
        use Role::{Admin, Doctor, Hospital, Patient, Pharmacy};
        Some(match self {
            Self::Home | Self::Add | Self::Sharing | Self::Give | Self::Asked(..) | Self::Held(..) => &[Patient],
            Self::Links | Self::NewLink | Self::Emergency | Self::Log | Self::AskVisit(_) => &[Patient],
            Self::Prescriptions | Self::Health | Self::Guardians | Self::Export | Self::Records => &[Patient],
            Self::Reading(..) => &[Patient, Doctor],
            Self::Record(..) => &[Patient, Doctor, Hospital, Pharmacy],
            Self::Visits | Self::Visit(_) => &[Patient, Doctor],
            Self::Prescription(_) => &[Patient, Doctor, Pharmacy, Hospital],
            Self::Today | Self::WriteNote(_) | Self::Prescribe(_) | Self::SignOff | Self::Finding(..) => &[Doctor],
            Self::Opinion(_) | Self::Prescribed => &[Doctor],
            Self::Patients | Self::AskKey | Self::Chart(_) | Self::WriteReport(_) => &[Doctor, Hospital],
            Self::Listing => &[Doctor, Hospital, Pharmacy],
            Self::House | Self::Doctors | Self::Desk | Self::Accesses => &[Hospital],
            Self::Rescue => &[Hospital, Doctor],
            Self::Counter | Self::Dispensed => &[Pharmacy],
            Self::Applications | Self::Application(_) | Self::Professionals | Self::Admins => &[Admin],
            Self::Workers | Self::Assignments => &[Admin],
            _ => return None,
        })
    }
}
