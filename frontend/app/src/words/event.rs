//! What the contracts said, in sentences. A name stands where one is known.

use crate::{
    act,
    hand::Hand,
    parts::{Icon, icons},
    speech::say,
    words::{self, full_day, full_time},
};
use chartkey_vocabulary::{Account, CareEvent, ConsentEvent, Contract, Event, RecordsEvent, RegistryEvent};

/// What happened, as a sentence.
pub(crate) fn event(event: &Event, hand: Hand) -> String {
    match event {
        Event::Registry(event) => registry(event, hand),
        Event::Consent(event) => consent(event, hand),
        Event::Records(event) => records(event, hand),
        Event::Care(event) => care(event, hand),
    }
}

/// What it is about, drawn.
pub(crate) const fn event_icon(event: &Event) -> Icon {
    match event {
        Event::Registry(RegistryEvent::Voted { .. } | RegistryEvent::Carried { .. }) => icons::VOTE,
        Event::Registry(_) => icons::ID_CARD,
        Event::Consent(ConsentEvent::GlassBroken { .. } | ConsentEvent::GlassMended { .. }) => icons::SIREN,
        Event::Consent(ConsentEvent::LinkOpened { .. } | ConsentEvent::LinkClosed { .. }) => icons::LINK,
        Event::Consent(_) => icons::KEY,
        Event::Records(RecordsEvent::Attested { .. }) => icons::SCAN_TEXT,
        Event::Records(RecordsEvent::SignedOff { .. }) => icons::SIGNATURE,
        Event::Records(RecordsEvent::Anchored { .. }) => icons::EYE,
        Event::Records(_) => icons::FOLDER,
        Event::Care(CareEvent::Prescribed { .. } | CareEvent::Dispensed { .. } | CareEvent::Voided { .. }) => {
            icons::PILL
        }
        Event::Care(_) => icons::CALENDAR,
    }
}

/// Which of the four books it stands in.
pub(crate) fn contract(contract: Contract) -> String {
    match contract {
        Contract::Registry => say!("contract-registry"),
        Contract::Consent => say!("contract-consent"),
        Contract::Records => say!("contract-records"),
        Contract::Care => say!("contract-care"),
    }
}

fn registry(event: &RegistryEvent, hand: Hand) -> String {
    use RegistryEvent as E;
    let name = |who: &Account| hand.name_of(*who);
    match event {
        E::Registered { who, role, .. } => say!("event-registered", name = name(who), role = words::role(*role)),
        E::Left { who } => say!("event-left", name = name(who)),
        E::KeysRotated { who, .. } => say!("event-keys-rotated", name = name(who)),
        E::ProfileRevised { who, pending: true } => say!("event-profile-pending", name = name(who)),
        E::ProfileRevised { who, pending: false } => say!("event-profile-revised", name = name(who)),
        E::LicenceAttested { who, by } => say!("event-licence-attested", name = name(who), by = name(by)),
        E::Voted { by, motion } => say!("event-voted", by = name(by), motion = act::motion(motion, hand)),
        E::Retracted { by, motion } => say!("event-unvoted", by = name(by), motion = act::motion(motion, hand)),
        E::Carried { motion } => say!("event-carried", motion = act::motion(motion, hand)),
        E::GuardianAppointed { patient, guardian } => {
            say!("event-guardian-appointed", patient = name(patient), guardian = name(guardian))
        }
        E::GuardianDismissed { patient, guardian } => {
            say!("event-guardian-dismissed", patient = name(patient), guardian = name(guardian))
        }
        E::Assigned { patient, assignment } => {
            say!(
                "event-assigned",
                by = name(&assignment.by),
                doctor = name(&assignment.doctor),
                patient = name(patient)
            )
        }
        E::Unassigned { patient } => say!("event-unassigned", patient = name(patient)),
        E::Affiliated { hospital, doctor } => say!("event-affiliated", house = name(hospital), doctor = name(doctor)),
        E::Parted { hospital, doctor } => say!("event-parted", house = name(hospital), doctor = name(doctor)),
        E::Introduced => say!("event-introduced"),
    }
}

fn consent(event: &ConsentEvent, hand: Hand) -> String {
    use ConsentEvent as E;
    let name = |who: &Account| hand.name_of(*who);
    match event {
        E::Requested { between, .. } => say!(
            "event-requested",
            reader = name(&between.reader),
            patient = name(&between.patient),
            purpose = words::purpose(between.purpose)
        ),
        E::RequestDropped { between } => {
            say!("event-request-dropped", reader = name(&between.reader), patient = name(&between.patient))
        }
        E::Refused { between, by } => say!("event-refused", by = name(by), reader = name(&between.reader)),
        E::Granted { between, by, terms } => say!(
            "event-granted",
            by = name(by),
            reader = name(&between.reader),
            purpose = words::purpose(between.purpose),
            until = full_day(terms.until)
        ),
        E::Narrowed { between, by, .. } => say!("event-narrowed", by = name(by), reader = name(&between.reader)),
        E::Revoked { between, by, .. } if *by == between.reader => {
            say!("event-given-back", reader = name(by), patient = name(&between.patient))
        }
        E::Revoked { between, by, .. } => say!("event-revoked", by = name(by), reader = name(&between.reader)),
        E::Renewed { patient, by, .. } => say!("event-renewed", by = name(by), patient = name(patient)),
        E::Announced { between, left, .. } => {
            say!("event-announced", reader = name(&between.reader), patient = name(&between.patient), count = *left)
        }
        E::CardKept { patient, .. } => say!("event-card-kept", patient = name(patient)),
        E::CardDropped { patient } => say!("event-card-dropped", patient = name(patient)),
        E::GlassBroken { patient, by, reason, until } => say!(
            "event-glass-broken",
            by = name(by),
            patient = name(patient),
            reason = words::emergency_reason(*reason),
            until = full_time(*until)
        ),
        E::GlassMended { patient, reader, by } => {
            say!("event-glass-mended", by = name(by), reader = name(reader), patient = name(patient))
        }
        E::LinkOpened { owner, until, .. } => say!("event-link-opened", owner = name(owner), until = full_day(*until)),
        E::LinkClosed { owner, .. } => say!("event-link-closed", owner = name(owner)),
        E::LinkViewed { owner, .. } => say!("event-link-viewed", owner = name(owner)),
    }
}

fn records(event: &RecordsEvent, hand: Hand) -> String {
    use RecordsEvent as E;
    let name = |who: &Account| hand.name_of(*who);
    match event {
        E::Added { owner, by, kind, .. } if owner == by => {
            say!("event-added-own", owner = name(owner), kind = words::kind(*kind))
        }
        E::Added { owner, by, kind, .. } => {
            say!("event-added", by = name(by), owner = name(owner), kind = words::kind(*kind))
        }
        E::Amended { owner, by, version, .. } => {
            say!("event-amended", by = name(by), owner = name(owner), version = *version)
        }
        E::Rekeyed { owner, .. } => say!("event-rekeyed", owner = name(owner)),
        E::Withdrawn { owner, by, .. } => say!("event-withdrawn", by = name(by), owner = name(owner)),
        E::Attested { owner, worker, agreed, .. } => {
            say!("event-attested", worker = name(worker), owner = name(owner), count = *agreed)
        }
        E::SignedOff { owner, doctor, verdict, .. } => {
            say!("event-signed-off", doctor = name(doctor), owner = name(owner), verdict = words::verdict(*verdict))
        }
        E::SignatureRetracted { owner, doctor, .. } => {
            say!("event-signature-retracted", doctor = name(doctor), owner = name(owner))
        }
        E::Anchored { anchor, .. } => say!("event-anchored", count = anchor.count),
    }
}

fn care(event: &CareEvent, hand: Hand) -> String {
    use CareEvent as E;
    let name = |who: &Account| hand.name_of(*who);
    match event {
        E::Proposed { visit, .. } => say!(
            "event-visit-proposed",
            patient = name(&visit.patient),
            doctor = name(&visit.doctor),
            when = full_time(visit.from)
        ),
        E::Accepted { visit, .. } => say!(
            "event-visit-accepted",
            patient = name(&visit.patient),
            doctor = name(&visit.doctor),
            when = full_time(visit.from)
        ),
        E::Declined { patient, doctor, by, .. } => {
            say!("event-visit-declined", by = name(by), other = name(other(by, patient, doctor)))
        }
        E::Cancelled { patient, doctor, by, .. } => {
            say!("event-visit-cancelled", by = name(by), other = name(other(by, patient, doctor)))
        }
        E::Completed { patient, doctor, .. } => {
            say!("event-visit-completed", patient = name(patient), doctor = name(doctor))
        }
        E::Released { patient, doctor } => say!("event-released", patient = name(patient), doctor = name(doctor)),
        E::Prescribed { patient, doctor, fills, .. } => {
            say!("event-prescribed", doctor = name(doctor), patient = name(patient), count = *fills)
        }
        E::Dispensed { patient, pharmacy, left, .. } => {
            say!("event-dispensed", pharmacy = name(pharmacy), patient = name(patient), count = *left)
        }
        E::Voided { patient, by, .. } => say!("event-voided", by = name(by), patient = name(patient)),
    }
}

/// With whom: the doctor, unless it was the doctor's word.
fn other<'a>(by: &Account, patient: &'a Account, doctor: &'a Account) -> &'a Account {
    if by == doctor { patient } else { doctor }
}
