//! What each of the five people finds in rail and bar.

use super::Place;
use chartkey_vocabulary::Role;

/// The places in the rail, those of the phone's bar first: it shows the first four, and the account.
pub(crate) const fn menu(role: Option<Role>) -> &'static [Place] {
    match role {
        Some(Role::Patient) => &[
            Place::Home,
            Place::Records,
            Place::Sharing,
            Place::Visits,
            Place::Prescriptions,
            Place::Health,
            Place::Log,
            Place::Directory,
        ],
        Some(Role::Doctor) => &[
            Place::Today,
            Place::Patients,
            Place::SignOff,
            Place::Visits,
            Place::Prescribed,
            Place::Rescue,
            Place::Listing,
            Place::Directory,
        ],
        Some(Role::Hospital) => &[
            Place::House,
            Place::Patients,
            Place::Desk,
            Place::Rescue,
            Place::Doctors,
            Place::Accesses,
            Place::Listing,
            Place::Directory,
        ],
        Some(Role::Pharmacy) => &[Place::Counter, Place::Dispensed, Place::Listing, Place::Directory, Place::Explorer],
        Some(Role::Admin) => &[
            Place::Applications,
            Place::Professionals,
            Place::Admins,
            Place::Workers,
            Place::Assignments,
            Place::Explorer,
        ],
        Some(Role::Attester | Role::Worker) => &[Place::Explorer, Place::Directory],
        None => &[Place::Welcome, Place::Directory, Place::Explorer, Place::Help],
    }
}

/// Where somebody of this role begins.
pub(crate) const fn home(role: Option<Role>) -> Place {
    menu(role)[0]
}
