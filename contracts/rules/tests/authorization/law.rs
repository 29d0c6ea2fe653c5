//! The table: who may say what, and the refusal everybody else gets.
//!
//! A row names the message, the role in which the other side came into the matter, the scene, and the law: the
//! first line that fits a caller (tie, role, state) decides. Ties are of accounts: who left and came back in
//! another role is still the holder of the key they may give back, and no longer the guardian they were.

use crate::callers::{Caller, Role, Role::*, State::*, Tie::*};
use crate::stage::{self, Stage};
use chartkey_vocabulary::{CareError as C, ConsentError as O, RecordsError as L, Refusal, RegistryError as R};

/// One message, in one scene.
pub(crate) struct Row {
    /// Contract and message.
    pub(crate) name: String,
    /// The role of the other side when the matter began.
    pub(crate) party: Role,
    pub(crate) stage: Stage,
    law: Box<dyn Fn(Caller) -> Option<Refusal>>,
}

impl Row {
    /// What the law answers this caller.
    pub(crate) fn law(&self, who: Caller) -> Option<Refusal> {
        (self.law)(who)
    }
}

macro_rules! contract {
    ($make:ident, $contract:ident, $error:ty) => {
        fn $make(name: &str, party: Role, stage: Stage, law: fn(Caller) -> Result<(), $error>) -> Row {
            let law = Box::new(move |who| law(who).err().map(Refusal::$contract));
            Row { name: format!("{}.{name}", stringify!($contract)), party, stage, law }
        }
    };
}
contract!(registry, Registry, R);
contract!(consent, Consent, O);
contract!(records, Records, L);
contract!(care, Care, C);

const MAY: () = ();

/// Consent is given, narrowed and taken by the patient or a guardian.
fn patient_s(who: Caller) -> Result<(), O> {
    match who {
        (Owner | Guardian, Patient, Active) => Ok(MAY),
        _ => Err(O::NotYours),
    }
}

fn only_admins(who: Caller) -> Result<(), R> {
    match who {
        (_, Admin, Active) => Ok(MAY),
        _ => Err(R::NotAdmin),
    }
}

#[rustfmt::skip] // A table reads by its columns.
pub(crate) fn rows() -> Vec<Row> {
    let mut rows = vec![
        // ---- registry: about oneself
        registry("register", Patient, stage::register, |who| match who {
            (_, _, Absent | Rejected) => Ok(MAY),
            _ => Err(R::AlreadyRegistered),
        }),
        registry("register", Patient, stage::register_as_doctor, |who| match who {
            (_, _, Absent | Rejected) => Ok(MAY),
            _ => Err(R::AlreadyRegistered),
        }),
        registry("leave", Patient, stage::leave, |who| match who {
            (_, _, Absent)                          => Err(R::NotRegistered),
            (_, _, Suspended)                       => Err(R::Suspended),
            (_, Admin | Attester | Worker, _)       => Err(R::CouncilRole),
            (Owner, Patient, _)                     => Err(R::AlreadyGuardian),
            _                                       => Ok(MAY),
        }),
        registry("rotate_keys", Patient, stage::rotate_keys, |who| match who {
            (_, _, Absent)    => Err(R::NotRegistered),
            (_, _, Suspended) => Err(R::Suspended),
            _                 => Ok(MAY),
        }),
        registry("revise", Doctor, stage::revise, |who| match who {
            (_, _, Absent)                                          => Err(R::NotRegistered),
            (_, Doctor | Hospital | Pharmacy, Active | Pending)     => Ok(MAY),
            (_, Doctor | Hospital | Pharmacy, _)                    => Err(R::NotActive),
            _                                                       => Err(R::NotProfessional),
        }),
        // ---- registry: about others
        registry("attest_licence", Patient, stage::attest_licence, |who| match who {
            (_, Attester, Active) => Ok(MAY),
            _                     => Err(R::NotAttester),
        }),
        registry("vote", Admin, stage::vote_against_party, |who| match who {
            (Party, Admin, Active) => Err(R::OwnCase),
            (_, Admin, Active)     => Ok(MAY),
            _                      => Err(R::NotAdmin),
        }),
        registry("retract", Admin, stage::retract_vote, |who| match who {
            (Party, Admin, Active) => Ok(MAY),
            (_, Admin, Active)     => Err(R::NotVoted),
            _                      => Err(R::NotAdmin),
        }),
        registry("assign", Patient, stage::assign, only_admins),
        registry("unassign", Patient, stage::unassign, |who| match who {
            (Owner, Patient, Active) => Ok(MAY),
            (Owner, _, _)            => Err(R::NotAssigned), // It left with her.
            (_, Admin, Active)       => Ok(MAY),
            _                        => Err(R::NotAdmin),
        }),
        registry("appoint_guardian", Patient, stage::appoint_guardian, |who| match who {
            (_, Patient, Active) => Ok(MAY),
            _                    => Err(R::NotPatient),
        }),
        registry("dismiss_guardian", Patient, stage::dismiss_guardian, |who| match who {
            (Owner, Patient, Active) | (Guardian, _, _) => Ok(MAY),
            (Owner, _, _)                               => Err(R::NotGuardian), // She could not leave before.
            _                                           => Err(R::NotPatient),
        }),
        registry("affiliate", Patient, stage::affiliate, |who| match who {
            (_, Hospital, Active) => Ok(MAY),
            _                     => Err(R::NotHospital),
        }),
        registry("part", Hospital, stage::part_by_house, |who| match who {
            (Party, _, _) => Ok(MAY),
            _             => Err(R::NotHospital),
        }),
        registry("part", Doctor, stage::part_by_doctor, |who| match who {
            (Party, _, _) => Ok(MAY),
            _             => Err(R::NotHospital),
        }),
        // ---- consent
        consent("request", Doctor, stage::request, |who| match who {
            (Owner, _, _)                                           => Err(O::SelfGrant),
            (_, Doctor | Hospital | Pharmacy | Worker, Active)      => Ok(MAY),
            (_, _, Active)                                          => Err(O::WrongPurpose),
            _                                                       => Err(O::ReaderNotActive),
        }),
        consent("drop_request", Doctor, stage::drop_request, |who| match who {
            (Party, _, _) => Ok(MAY),
            _             => Err(O::NoSuchRequest),
        }),
        consent("answer", Doctor, stage::answer_yes, |who| match who {
            (Owner | Guardian, Patient, Active) => Ok(MAY),
            (Owner, _, _)                       => Err(O::NotPatient),
            _                                   => Err(O::NotYours),
        }),
        consent("answer", Doctor, stage::answer_no, patient_s),
        consent("grant", Doctor, stage::grant, |who| match who {
            (Owner | Guardian, Patient, Active) => Ok(MAY),
            (Owner, _, _)                       => Err(O::NotPatient),
            _                                   => Err(O::NotYours),
        }),
        consent("revoke", Doctor, stage::revoke, |who| match who {
            (Owner | Guardian, Patient, Active) | (Party, _, _) => Ok(MAY),
            _                                                   => Err(O::NotYours),
        }),
        consent("narrow", Doctor, stage::narrow, patient_s),
        consent("renew", Doctor, stage::renew, patient_s),
        consent("keep_card", Doctor, stage::keep_card, patient_s),
        consent("drop_card", Doctor, stage::drop_card, patient_s),
        consent("break_glass", Patient, stage::break_glass, |who| match who {
            (Owner, Doctor | Hospital, Active) => Err(O::NotPatient),
            (_, Doctor | Hospital, Active)     => Ok(MAY),
            _                                  => Err(O::NotForEmergencies),
        }),
        consent("mend_glass", Doctor, stage::mend_glass, |who| match who {
            (Owner | Guardian, Patient, Active) | (Party, _, _) => Ok(MAY),
            _                                                   => Err(O::NotYours),
        }),
        consent("open_link", Doctor, stage::open_link, patient_s),
        consent("close_link", Doctor, stage::close_link, patient_s),
        consent("view_link", Patient, stage::view_link, |who| match who {
            (Owner, Attester, Active) => Err(O::NotPatient),
            (_, Attester, Active)     => Ok(MAY),
            _                         => Err(O::NotAttester),
        }),
        // ---- records
        records("add", Doctor, stage::add_by_grant, |who| match who {
            (Owner | Guardian, Patient, Active) | (Party, Doctor | Hospital, Active) => Ok(MAY),
            (Owner, _, _)                                                            => Err(L::NotPatient),
            _                                                                        => Err(L::MayNotWrite),
        }),
        records("add", Doctor, stage::add_by_visit, |who| match who {
            (Owner | Guardian, Patient, Active) | (Party, Doctor, Active) => Ok(MAY),
            (Owner, _, _)                                                 => Err(L::NotPatient),
            _                                                             => Err(L::MayNotWrite),
        }),
        records("amend", Doctor, stage::amend, |who| match who {
            (Owner | Guardian, Patient, Active) | (Party, Doctor | Hospital, Active) => Ok(MAY),
            (Owner, _, _)                                                            => Err(L::NotPatient),
            _                                                                        => Err(L::MayNotWrite),
        }),
        records("amend", Doctor, stage::amend_own_by_visit, |who| match who {
            (Owner | Guardian, Patient, Active) | (Party, Doctor, Active) => Ok(MAY),
            (Owner, _, _)                                                 => Err(L::NotPatient),
            _                                                             => Err(L::MayNotWrite),
        }),
        records("amend", Doctor, stage::amend_others_by_visit, |who| match who {
            (Owner | Guardian, Patient, Active) => Ok(MAY),
            (Owner, _, _)                       => Err(L::NotPatient),
            _                                   => Err(L::MayNotWrite),
        }),
        records("rekey", Doctor, stage::rekey, |who| match who {
            (Owner, _, _) | (Guardian, Patient, Active) => Ok(MAY), // Who left can still clear up.
            _                                           => Err(L::NotYours),
        }),
        records("withdraw", Doctor, stage::withdraw, |who| match who {
            (Owner, _, _) | (Guardian, Patient, Active) => Ok(MAY),
            _                                           => Err(L::NotYours),
        }),
        records("announce", Doctor, stage::announce, |who| match who {
            (Party, Doctor | Hospital, Active) => Ok(MAY),
            _                                  => Err(L::NotAnnounced),
        }),
        records("attest", Worker, stage::attest, |who| match who {
            (Party, Worker, Active) => Ok(MAY),
            (_, Worker, Active)     => Err(L::NoConsent),
            _                       => Err(L::NotWorker),
        }),
        records("sign_off", Doctor, stage::sign_off, |who| match who {
            (Party, Doctor, Active) => Ok(MAY),
            (_, Doctor, Active)     => Err(L::NoConsent),
            _                       => Err(L::NotDoctor),
        }),
        records("retract", Doctor, stage::retract_signature, |who| match who {
            (Party, _, _) => Ok(MAY),
            _             => Err(L::NotSigned),
        }),
        records("anchor_log", Patient, stage::anchor_log, |who| match who {
            (_, Attester, Active) => Ok(MAY),
            _                     => Err(L::NotAttester),
        }),
        // ---- care
        care("ask", Patient, stage::ask, |who| match who {
            (Owner | Guardian, Patient, Active) => Ok(MAY),
            (Owner, _, _)                       => Err(C::NotPatient),
            _                                   => Err(C::NotYours),
        }),
        care("prescribe", Doctor, stage::prescribe, |who| match who {
            (Party, Doctor, Active) => Ok(MAY),
            (_, Doctor, Active)     => Err(C::NotAPrescription), // Somebody else's.
            _                       => Err(C::NotDoctor),
        }),
        care("dispense", Pharmacy, stage::dispense, |who| match who {
            (Party, Pharmacy, Active) => Ok(MAY),
            (_, Pharmacy, Active)     => Err(C::NoConsent),
            _                         => Err(C::NotPharmacy),
        }),
        care("complete", Doctor, stage::complete, |who| match who {
            (Party, _, _) => Ok(MAY),
            _             => Err(C::NotYours),
        }),
        care("release", Doctor, stage::release, |who| match who {
            (Owner, _, _) | (Guardian, Patient, Active) => Ok(MAY),
            _                                           => Err(C::NotYours),
        }),
    ];
    // Every motion is for admins alone.
    for motion in stage::MOTIONS {
        rows.push(registry("vote", Patient, motion, only_admins));
    }
    // Both sides may end a visit or a prescription, whatever became of them.
    for (name, scene) in [("decline", stage::decline as Stage), ("cancel", stage::cancel), ("void", stage::void)] {
        rows.push(care(name, Doctor, scene, |who| match who {
            (Owner | Party, _, _) | (Guardian, Patient, Active) => Ok(MAY),
            _                                                   => Err(C::NotYours),
        }));
    }
    // The side that was asked agrees or proposes another time, while both are who they were.
    for (name, scene) in [("propose", stage::propose_by_doctor as Stage), ("accept", stage::accept_by_doctor)] {
        rows.push(care(name, Doctor, scene, |who| match who {
            (Party, Doctor, Active)                     => Ok(MAY),
            (Party, _, _)                               => Err(C::NotDoctor),
            (Owner, _, _) | (Guardian, Patient, Active) => Err(C::NotYourTurn),
            _                                           => Err(C::NotYours),
        }));
    }
    for (name, scene) in [("propose", stage::propose_by_patient as Stage), ("accept", stage::accept_by_patient)] {
        rows.push(care(name, Doctor, scene, |who| match who {
            (Owner | Guardian, Patient, Active) => Ok(MAY),
            (Owner, _, _)                       => Err(C::NotPatient),
            (Party, _, _)                       => Err(C::NotYourTurn),
            _                                   => Err(C::NotYours),
        }));
    }
    rows
}
