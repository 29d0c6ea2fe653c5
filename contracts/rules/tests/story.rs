//! One patient's story through all four books, so that the wiring itself is proved.

use chartkey_rules::town::{cast::*, *};
use chartkey_vocabulary::*;

#[test]
fn a_doctor_reads_from_grant_to_withdrawal_and_at_no_other_time() {
    let mut town = settle();
    let record = add(&town, ADA, 1, Kind::LabReport);
    let between = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
    let opens = |town: &Town| town.ledger().may_open(record, DR_LIN, Purpose::Treatment);

    assert_eq!(opens(&town), Decision::Denied(Denial::NoGrant));
    town.consent().request(town.call(DR_LIN), ADA, Purpose::Treatment, terms(town.now)).expect("asks");
    assert_eq!(opens(&town), Decision::Denied(Denial::NoGrant));
    town.consent().answer(town.call(ADA), between, true).expect("says yes");
    assert_eq!(opens(&town), Decision::Allowed(Basis::Grant(MONDAY + DAY)));
    assert_eq!(town.consent().desk(ADA), Desk { grants: 1, epoch: 0 });

    town.now += DAY;
    assert_eq!(opens(&town), Decision::Denied(Denial::Expired));
    town.consent().grant(town.call(GUARDIAN), between, terms(town.now)).expect("a guardian renews");
    assert!(opens(&town).is_allowed());
    town.consent().revoke(town.call(ADA), between).expect("withdraws");
    assert_eq!(opens(&town), Decision::Denied(Denial::NoGrant));
    assert_eq!(town.consent().desk(ADA), Desk { grants: 0, epoch: 1 });
}

#[test]
fn a_visit_leads_to_a_prescription_that_one_pharmacy_hands_out_once() {
    let mut town = settle();
    let from = town.now + 4 * SLOT;
    let (visit, _) = town.care().ask(town.call(ADA), ADA, DR_LIN, Salt([1; 16]), from, 2).expect("asks");
    town.care().accept(town.call(DR_LIN), visit).expect("accepts");
    let written =
        town.ledger().add(town.call(DR_LIN), ADA, Salt([2; 16]), Kind::Prescription, sealed(2)).expect("writes").0;
    let prescribe =
        town.care().prescribe(town.call(DR_LIN), Salt([3; 16]), written, Commitment([4; 32]), 1, town.now + 30 * DAY);
    let (prescription, _) = prescribe.expect("prescribes");

    assert_eq!(town.care().dispense(town.call(PHARMACY), prescription), Err(CareError::NoConsent));
    let between = Between { patient: ADA, reader: PHARMACY, purpose: Purpose::Dispensing };
    town.consent().grant(town.call(ADA), between, terms(town.now)).expect("gives the pharmacy a key");
    town.care().dispense(town.call(PHARMACY), prescription).expect("hands out");
    assert_eq!(town.care().dispense(town.call(PHARMACY), prescription), Err(CareError::UsedUp));

    town.now = from;
    town.care().complete(town.call(DR_LIN), visit).expect("took place");
    assert!(town.care().tied(town.now, ADA, DR_LIN));
    town.now = from + 2 * SLOT + 7 * DAY;
    assert!(!town.care().tied(town.now, ADA, DR_LIN));
}

#[test]
fn a_finding_is_a_suggestion_until_a_doctor_with_access_signs_it() {
    let mut town = settle();
    town.agreement = 1;
    let record = add(&town, ADA, 1, Kind::XRay);
    let attestation = Attestation {
        record,
        version: 1,
        seen: Commitment([1; 32]),
        model: Digest([2; 32]),
        code: Digest([3; 32]),
        output: Commitment([4; 32]),
    };
    assert_eq!(town.ledger().attest(town.call(WORKER), attestation, cid(5)), Err(RecordsError::NoConsent));
    let machine = Between { patient: ADA, reader: WORKER, purpose: Purpose::MachineAnalysis };
    town.consent().grant(town.call(ADA), machine, terms(town.now)).expect("lets the machine read");
    let (finding, _) = town.ledger().attest(town.call(WORKER), attestation, cid(5)).expect("attests");

    let sign = |town: &Town| town.ledger().sign_off(town.call(DR_LIN), finding, Verdict::Agree);
    assert_eq!(sign(&town), Err(RecordsError::NoConsent));
    let treatment = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
    town.consent().grant(town.call(ADA), treatment, terms(town.now)).expect("gives the doctor a key");
    sign(&town).expect("signs");
    assert_eq!(sign(&town), Err(RecordsError::AlreadySigned));

    town.ledger().withdraw(town.call(ADA), record).expect("withdraws");
    assert_eq!(town.ledger().finding(finding), None);
    assert_eq!(*town.records.borrow(), chartkey_rules::Memory::default(), "nothing of the record is left");
}

#[test]
fn a_visit_called_off_leaves_no_right_to_write_behind() {
    let mut town = settle();
    let agree = |town: &Town, number: u8, from: Time| {
        let (visit, _) = town.care().ask(town.call(ADA), ADA, DR_LIN, Salt([number; 16]), from, 1).expect("asks");
        town.care().accept(town.call(DR_LIN), visit).expect("accepts");
        visit
    };
    let (soon, late) = (town.now + SLOT, town.now + 300 * DAY);
    let (first, second) = (agree(&town, 1, soon), agree(&town, 2, late));
    town.care().cancel(town.call(ADA), second).expect("calls the later one off");
    town.now = soon;
    town.care().complete(town.call(DR_LIN), first).expect("took place");
    assert_eq!(town.care().bond(ADA, DR_LIN), Some(Bond { visits: 0, until: soon + SLOT + 7 * DAY }));

    let third = agree(&town, 3, late);
    town.care().cancel(town.call(DR_LIN), third).expect("calls it off");
    assert_eq!(town.care().bond(ADA, DR_LIN), None);
    assert_eq!(*town.care.borrow(), chartkey_rules::Memory::default(), "nothing of the visits is left");
}
