//! Every page of the app by name: its address, its title, its icon, and who is led there.
//!
//! A link is `Place::Record(id)` and never a text, so that none leads nowhere.

mod address;
mod menu;
mod sign;
mod view;

pub(crate) use menu::{home, menu};
pub(crate) use view::View;

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

impl Place {
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

    /// Whether a patient looks after a chart there, their own or a ward's, or sets out to.
    pub(crate) fn is_of_chart(self) -> bool {
        let is_patients = self.roles().is_some_and(|roles| roles.contains(&Role::Patient));
        is_patients || matches!(self, Self::Directory | Self::Professional(_))
    }
}
