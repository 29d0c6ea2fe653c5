use crate::Heard;
use chartkey_rules::bounds::{BALLOT_LASTS, GUARDIANS, PROFILE_LIST};
use chartkey_rules::town::{Town, account, cast::*, cid, profile};
use chartkey_vocabulary::{RegistryError as E, RegistryMessage as M, *};

const NEW: Account = Account([0x61; 20]);

fn no(heard: &mut Heard, why: E, town: &Town, from: Account, message: M, what: &str) {
    heard.refused(Refusal::Registry(why), town, from, &Message::Registry(message), what);
}
fn ok(heard: &Heard, town: &Town, from: Account, message: M, what: &str) {
    heard.taken(town, from, &Message::Registry(message), what);
}
fn vote(motion: Motion) -> M {
    M::Vote { motion }
}

#[test]
fn the_registry_refuses_each_in_its_own_words() {
    let heard = &mut Heard::default();
    registration(heard);
    applications(heard);
    council(heard);
    ties(heard);
    std::mem::take(heard).all(E::ALL.iter().map(|e| e.name()), &[]);
}

fn registration(heard: &mut Heard) {
    let town = settle();
    let apply = |role, keys, profile| M::Register { role, keys, profile };
    let damaged = Cid([1; 36]);
    let long = |specialties, languages| Profile {
        specialties: vec![1; specialties],
        languages: vec![*b"en"; languages],
        ..profile(1)
    };
    for role in [Role::Admin, Role::Attester, Role::Worker] {
        no(heard, E::CouncilRole, &town, NEW, apply(role, cid(1), None), "an office is not registered for");
    }
    no(heard, E::BadCid, &town, NEW, apply(Role::Patient, damaged, None), "keys at no CID");
    no(heard, E::AlreadyRegistered, &town, ADA, apply(Role::Patient, cid(1), None), "twice");
    no(heard, E::AlreadyRegistered, &town, DR_LIN, apply(Role::Patient, cid(1), None), "a second role");
    no(heard, E::ProfileNotWanted, &town, NEW, apply(Role::Patient, cid(1), Some(profile(1))), "a listed patient");
    for role in [Role::Doctor, Role::Hospital, Role::Pharmacy] {
        no(heard, E::ProfileMissing, &town, NEW, apply(role, cid(1), None), "an unlisted professional");
        ok(heard, &town, NEW, apply(role, cid(1), Some(long(PROFILE_LIST, PROFILE_LIST))), "a full entry");
    }
    for (specialties, languages) in [(PROFILE_LIST + 1, 1), (1, PROFILE_LIST + 1), (10_000, 1)] {
        let entry = long(specialties, languages);
        no(heard, E::ProfileTooLong, &town, NEW, apply(Role::Doctor, cid(1), Some(entry.clone())), "too long");
        no(heard, E::ProfileTooLong, &town, DR_LIN, M::Revise { profile: entry }, "too long, revised");
    }
    let entry = Profile { card: damaged, ..profile(1) };
    no(heard, E::BadCid, &town, NEW, apply(Role::Doctor, cid(1), Some(entry.clone())), "an entry at no CID");
    no(heard, E::BadCid, &town, DR_LIN, M::Revise { profile: entry }, "an entry at no CID, revised");
    no(heard, E::BadCid, &town, ADA, M::RotateKeys { keys: damaged }, "new keys at no CID");
    no(heard, E::SameKeys, &town, ADA, M::RotateKeys { keys: cid(ADA.0[0]) }, "the keys on file");
    no(heard, E::NotRegistered, &town, NEW, M::RotateKeys { keys: cid(1) }, "keys of nobody");
    no(heard, E::NotRegistered, &town, NEW, M::Leave {}, "nobody leaves");
    no(heard, E::CouncilRole, &town, WORKER, M::Leave {}, "an office is laid down by the council");
    no(heard, E::AlreadyGuardian, &town, ADA, M::Leave {}, "her guardian stays behind");
    no(heard, E::NotProfessional, &town, ADA, M::Revise { profile: profile(1) }, "a patient's entry");
    carry(&town, Motion::Suspend(DR_LIN, Reason::Misconduct)).expect("suspends");
    no(heard, E::Suspended, &town, DR_LIN, M::Leave {}, "to come back clean");
    no(heard, E::NotActive, &town, DR_LIN, M::Revise { profile: profile(1) }, "suspended");
    no(heard, E::AlreadyRegistered, &town, DR_LIN, apply(Role::Doctor, cid(1), Some(profile(1))), "suspended");
}

fn applications(heard: &mut Heard) {
    let mut town = settle();
    let licence = Commitment([1; 32]);
    let attest_as = |role, since| M::AttestLicence { who: NEW, role, since, licence };
    let since = town.now;
    let attest = |who| M::AttestLicence { who, role: Role::Doctor, since, licence };
    let attested = |town: &Town| {
        town.directory().attest_licence(town.call(ATTESTER), NEW, Role::Doctor, since, licence).expect("attests");
    };
    no(heard, E::NotAttester, &town, ADMINS[0], attest(NEW), "an admin attests nothing");
    no(heard, E::NotRegistered, &town, ATTESTER, attest(NEW), "an unknown account");
    no(heard, E::NotProfessional, &town, ATTESTER, attest(ADA), "a patient");
    no(heard, E::NotPending, &town, ATTESTER, attest(DR_LIN), "an active doctor");

    let by = ADMINS[0];
    town.directory().register(town.call(NEW), Role::Doctor, cid(1), Some(profile(1))).expect("applies");
    no(heard, E::NotAttested, &town, by, vote(Motion::Approve(NEW)), "an unchecked licence");
    no(heard, E::NotActive, &town, by, vote(Motion::Suspend(NEW, Reason::UnderReview)), "a pending one");
    no(heard, E::NotSuspended, &town, by, vote(Motion::Reinstate(NEW)), "a pending one");
    no(heard, E::NotSuspended, &town, by, vote(Motion::Reinstate(DR_LIN)), "an active one");
    no(heard, E::NotPending, &town, by, vote(Motion::Approve(DR_LIN)), "an active one");
    no(heard, E::NotPending, &town, by, vote(Motion::Reject(DR_LIN, Reason::Incomplete)), "an active one");
    for motion in [Motion::Approve, |who| Motion::Reject(who, Reason::Incomplete), Motion::Reinstate] {
        no(heard, E::NotProfessional, &town, by, vote(motion(ADA)), "a patient is not the council's");
        no(heard, E::NotRegistered, &town, by, vote(motion(STRANGER)), "an unknown account");
    }
    no(heard, E::NotProfessional, &town, by, vote(Motion::Suspend(ADA, Reason::Misconduct)), "a patient");

    // A vote and a licence check belong to the application they were given for.
    for role in [Role::Pharmacy, Role::Hospital, Role::Patient] {
        no(heard, E::NotPending, &town, ATTESTER, attest_as(role, since), "a licence for another role");
    }
    attested(&town);
    town.directory().vote(town.call(by), Motion::Approve(NEW)).expect("votes");
    town.directory().revise(town.call(NEW), profile(2)).expect("changes the specialty");
    no(heard, E::NotAttested, &town, ADMINS[1], vote(Motion::Approve(NEW)), "a licence for another specialty");
    attested(&town);
    assert_eq!(town.directory().ballot(Motion::Approve(NEW)), None, "the vote was for another specialty");
    town.directory().vote(town.call(by), Motion::Approve(NEW)).expect("votes");
    town.directory().leave(town.call(NEW)).expect("leaves");
    town.directory().register(town.call(NEW), Role::Hospital, cid(1), Some(profile(2))).expect("applies");
    assert_eq!(town.directory().ballot(Motion::Approve(NEW)), None, "the vote was for a doctor");
    no(heard, E::NotPending, &town, ATTESTER, attest(NEW), "a doctor's licence, of a hospital by now");
    town.directory().leave(town.call(NEW)).expect("leaves");
    town.now += 1;
    town.directory().register(town.call(NEW), Role::Doctor, cid(1), Some(profile(2))).expect("applies");
    no(heard, E::NotPending, &town, ATTESTER, attest(NEW), "the licence of an earlier application");
    no(heard, E::NotPending, &town, ATTESTER, attest_as(Role::Doctor, town.now + 1), "of one to come");
    ok(heard, &town, ATTESTER, attest_as(Role::Doctor, town.now), "of this one");
}

fn council(heard: &mut Heard) {
    let mut town = settle();
    let by = ADMINS[0];
    no(heard, E::NotAdmin, &town, ADA, vote(Motion::Quorum(1)), "a patient");
    no(heard, E::OwnCase, &town, by, vote(Motion::Dismiss(by)), "one's own dismissal");
    no(heard, E::HasRole, &town, by, vote(Motion::Appoint(ADA, Office::Admin)), "a patient in office");
    no(heard, E::HasRole, &town, by, vote(Motion::Appoint(DR_LIN, Office::Attester)), "a doctor in office");
    no(heard, E::HasRole, &town, by, vote(Motion::Appoint(ATTESTER, Office::Worker)), "two offices");
    no(heard, E::NoOffice, &town, by, vote(Motion::Dismiss(ADA)), "a patient has no office");
    no(heard, E::NotRegistered, &town, by, vote(Motion::Dismiss(NEW)), "an unknown account");
    for (quorum, edge) in [(0, "nobody"), (4, "more than three"), (255, "far more")] {
        no(heard, E::QuorumOutOfReach, &town, by, vote(Motion::Quorum(quorum)), edge);
    }
    ok(heard, &town, by, vote(Motion::Quorum(3)), "all three");
    no(heard, E::NoSuchBallot, &town, by, M::Retract { motion: Motion::Quorum(3) }, "nobody voted");
    town.directory().vote(town.call(by), Motion::Quorum(3)).expect("votes");
    no(heard, E::AlreadyVoted, &town, by, vote(Motion::Quorum(3)), "twice");
    let retract = M::Retract { motion: Motion::Quorum(3) };
    no(heard, E::NotVoted, &town, ADMINS[1], retract.clone(), "another's vote");
    town.now += BALLOT_LASTS - 1;
    no(heard, E::AlreadyVoted, &town, by, vote(Motion::Quorum(3)), "in the last second");
    no(heard, E::NotVoted, &town, ADMINS[1], retract.clone(), "in the last second");
    town.now += 1;
    ok(heard, &town, by, vote(Motion::Quorum(3)), "the ballot lapsed");
    ok(heard, &town, ADMINS[1], retract, "and anybody clears it");

    carry(&town, Motion::Quorum(3)).expect("votes");
    town.directory().vote(town.call(ADMINS[2]), Motion::Quorum(3)).expect("all three must agree");
    no(heard, E::QuorumOutOfReach, &town, by, vote(Motion::Dismiss(ADMINS[2])), "two cannot be three");
    let full: Vec<_> = (1..=ADMINS_MOST).map(account).collect();
    let town = Town::found(&full, 1);
    no(heard, E::CouncilFull, &town, full[0], vote(Motion::Appoint(NEW, Office::Admin)), "a seventeenth");
    ok(heard, &town, full[0], vote(Motion::Appoint(NEW, Office::Worker)), "other offices are not counted");

    let found = |admins: &[Account], quorum| {
        let town = Town::found(&[by], 1);
        *town.registry.borrow_mut() = Default::default();
        town.directory().found(town.now, &Council { admins: admins.to_vec(), quorum })
    };
    assert_eq!(found(&full, 16), Ok(()));
    assert_eq!(found(&[&full[..], &[NEW]].concat(), 1), Err(E::CouncilFull));
    assert_eq!(found(&full, 17), Err(E::QuorumOutOfReach));
    assert_eq!(found(&full, 0), Err(E::QuorumOutOfReach));
    assert_eq!(found(&[], 1), Err(E::QuorumOutOfReach));
    assert_eq!(found(&[by, NEW, by], 1), Err(E::AlreadyRegistered));
}

const ADMINS_MOST: u8 = chartkey_rules::bounds::ADMINS as u8;

fn ties(heard: &mut Heard) {
    let town = settle();
    let by = ADMINS[0];
    no(heard, E::NotPatient, &town, by, M::Assign { patient: DR_LIN, doctor: DR_OLA }, "a doctor as patient");
    no(heard, E::NotDoctor, &town, by, M::Assign { patient: ADA, doctor: PHARMACY }, "a pharmacy as doctor");
    no(heard, E::NotAssigned, &town, by, M::Unassign { patient: ADA }, "nobody was proposed");
    no(heard, E::NotAdmin, &town, BEN, M::Unassign { patient: ADA }, "another patient's");

    no(heard, E::SelfGuardian, &town, ADA, M::AppointGuardian { guardian: ADA }, "herself");
    no(heard, E::AlreadyGuardian, &town, ADA, M::AppointGuardian { guardian: GUARDIAN }, "twice");
    for other in [DR_LIN, HOSPITAL, by, WORKER, STRANGER] {
        no(heard, E::NotPatient, &town, ADA, M::AppointGuardian { guardian: other }, "no patient");
    }
    no(heard, E::NotGuardian, &town, ADA, M::DismissGuardian { patient: ADA, guardian: BEN }, "who is none");
    no(heard, E::NotPatient, &town, BEN, M::DismissGuardian { patient: ADA, guardian: GUARDIAN }, "another's");
    for number in 1..GUARDIANS {
        town.directory().register(town.call(account(number)), Role::Patient, cid(1), None).expect("registers");
        town.directory().appoint_guardian(town.call(ADA), account(number)).expect("one of five");
    }
    no(heard, E::TooManyGuardians, &town, ADA, M::AppointGuardian { guardian: BEN }, "a sixth");

    no(heard, E::NotHospital, &town, DR_LIN, M::Affiliate { doctor: DR_OLA }, "a doctor takes nobody in");
    no(heard, E::NotDoctor, &town, HOSPITAL, M::Affiliate { doctor: PHARMACY }, "a pharmacy");
    no(heard, E::NotDoctor, &town, HOSPITAL, M::Affiliate { doctor: STRANGER }, "nobody");
    town.directory().affiliate(town.call(HOSPITAL), DR_LIN).expect("takes in");
    no(heard, E::AlreadyAffiliated, &town, HOSPITAL, M::Affiliate { doctor: DR_LIN }, "twice");
    no(heard, E::NotAffiliated, &town, HOSPITAL, M::Part { hospital: HOSPITAL, doctor: DR_OLA }, "who is not in");
    no(heard, E::NotHospital, &town, DR_OLA, M::Part { hospital: HOSPITAL, doctor: DR_LIN }, "a colleague's");
}
