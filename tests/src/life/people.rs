use super::Life;
use chartkey_rules::town::{cast::*, profile};
use chartkey_vocabulary::{RegistryMessage as R, *};

const APPLICANT: Account = Account([0x61; 20]);

fn carry(life: &mut Life, motion: Motion) {
    life.registry(ADMINS[0], R::Vote { motion });
    life.registry(ADMINS[1], R::Vote { motion });
}

fn apply(life: &mut Life, who: Account, role: Role) {
    let entry = Profile { card: life.papers.keys(), ..profile(7) };
    let keys = life.papers.keys();
    life.registry(who, R::Register { role, keys, profile: Some(entry) });
}

/// Offices are taken, patients and professionals register, ties are made.
pub(super) fn arrive(life: &mut Life) {
    carry(life, Motion::Appoint(ATTESTER, Office::Attester));
    carry(life, Motion::Appoint(WORKER, Office::Worker));
    for patient in [ADA, GUARDIAN, BEN] {
        let keys = life.papers.keys();
        life.registry(patient, R::Register { role: Role::Patient, keys, profile: None });
    }
    life.registry(ADA, R::AppointGuardian { guardian: GUARDIAN });
    let professionals =
        [(DR_LIN, Role::Doctor), (DR_OLA, Role::Doctor), (HOSPITAL, Role::Hospital), (PHARMACY, Role::Pharmacy)];
    for (number, (who, role)) in professionals.into_iter().enumerate() {
        apply(life, who, role);
        let (since, licence) = (life.now(), life.papers.licence(number));
        life.registry(ATTESTER, R::AttestLicence { who, role, since, licence });
        carry(life, Motion::Approve(who));
    }
    let keys = life.papers.keys();
    life.registry(WORKER, R::RotateKeys { keys });
    let entry = Profile { languages: vec![*b"en", *b"fi"], card: life.papers.keys(), ..profile(7) };
    life.registry(DR_LIN, R::Revise { profile: entry });
    life.registry(HOSPITAL, R::Affiliate { doctor: DR_LIN });
    life.registry(ADMINS[2], R::Assign { patient: ADA, doctor: DR_LIN });
}

/// Everything the council decides, and one vote taken back.
pub(super) fn council(life: &mut Life) {
    apply(life, APPLICANT, Role::Doctor);
    carry(life, Motion::Reject(APPLICANT, Reason::LicenceNotFound));
    life.registry(APPLICANT, R::Leave {});
    carry(life, Motion::Suspend(DR_OLA, Reason::UnderReview));
    carry(life, Motion::Reinstate(DR_OLA));
    life.registry(ADMINS[0], R::Vote { motion: Motion::Quorum(1) });
    life.registry(ADMINS[0], R::Retract { motion: Motion::Quorum(1) });
    carry(life, Motion::Appoint(APPLICANT, Office::Admin));
    carry(life, Motion::Dismiss(APPLICANT));
    carry(life, Motion::Quorum(2));
    carry(life, Motion::Upgrade(Contract::Care, Digest([1; 32])));
}

/// Ties end, everybody leaves.
pub(super) fn leave(life: &mut Life) {
    life.registry(ADA, R::Unassign { patient: ADA });
    life.registry(DR_LIN, R::Part { hospital: HOSPITAL, doctor: DR_LIN });
    life.registry(GUARDIAN, R::DismissGuardian { patient: ADA, guardian: GUARDIAN });
    for who in [ADA, GUARDIAN, BEN, DR_LIN, DR_OLA, HOSPITAL, PHARMACY] {
        life.registry(who, R::Leave {});
    }
    carry(life, Motion::Dismiss(WORKER));
    carry(life, Motion::Dismiss(ATTESTER));
}
