use crate::Heard;
use chartkey_rules::bounds::{FILLS, SLOTS, YEAR};
use chartkey_rules::town::{Town, cast::*, sealed, terms};
use chartkey_vocabulary::{CareError as E, CareMessage as M, *};

fn no(heard: &mut Heard, why: E, town: &Town, from: Account, message: M, what: &str) {
    heard.refused(Refusal::Care(why), town, from, &Message::Care(message), what);
}
fn ok(heard: &Heard, town: &Town, from: Account, message: M, what: &str) {
    heard.taken(town, from, &Message::Care(message), what);
}
fn ask(number: u8, from: Time, slots: u8) -> M {
    M::Ask { patient: ADA, doctor: DR_LIN, salt: Salt([number; 16]), from, slots }
}
fn asked(town: &Town, number: u8, from: Time, slots: u8) -> VisitId {
    town.care().ask(town.call(ADA), ADA, DR_LIN, Salt([number; 16]), from, slots).expect("asks").0
}

#[test]
fn care_refuses_each_in_its_own_words() {
    let heard = &mut Heard::default();
    times(heard);
    visits(heard);
    prescriptions(heard);
    std::mem::take(heard).all(E::ALL.iter().map(|e| e.name()), &[]);
}

fn times(heard: &mut Heard) {
    let mut town = settle();
    // A second after a slot began, so that "now" and "a year ahead" fall between slots.
    let start = town.now;
    town.now += 1;
    let open = asked(&town, 9, start + SLOT, 1);
    let year = start + YEAR;
    let bad = [
        (E::OffGrid, start + SLOT + 1, 1, "between two slots"),
        (E::OffGrid, start + SLOT, 0, "no time at all"),
        (E::OffGrid, start + SLOT, SLOTS + 1, "more than two hours"),
        (E::OffGrid, start + SLOT, 255, "a whole week"),
        (E::OffGrid, Time::MAX, 1, "the end of time"),
        (E::Past, start, 1, "a second ago"),
        (E::Past, 0, 1, "in 1970"),
        (E::TooFar, year + SLOT, 1, "more than a year ahead"),
        (E::TooFar, Time::MAX / SLOT * SLOT, 8, "the last slot of time"),
    ];
    for (why, from, slots, what) in bad {
        no(heard, why, &town, ADA, ask(1, from, slots), what);
        no(heard, why, &town, DR_LIN, M::Propose { visit: open, from, slots }, what);
    }
    for (from, slots) in [(start + SLOT, 1), (start + SLOT, SLOTS), (year, 1)] {
        ok(heard, &town, ADA, ask(1, from, slots), "at the edge");
        ok(heard, &town, DR_LIN, M::Propose { visit: open, from, slots }, "at the edge");
    }
}

fn visits(heard: &mut Heard) {
    let mut town = settle();
    let from = town.now + 4 * SLOT;
    let foreign = |patient, doctor| M::Ask { patient, doctor, salt: Salt([1; 16]), from, slots: 1 };
    no(heard, E::NotPatient, &town, STRANGER, foreign(STRANGER, DR_LIN), "nobody");
    no(heard, E::NotYours, &town, DR_LIN, foreign(ADA, DR_LIN), "the doctor for the patient");
    no(heard, E::NotDoctor, &town, ADA, foreign(ADA, HOSPITAL), "a house");
    no(heard, E::NotDoctor, &town, ADA, foreign(ADA, ADA), "herself");
    let visit = asked(&town, 1, from, 2);
    no(heard, E::AlreadyAsked, &town, ADA, ask(1, from + SLOT, 1), "a reused identifier");
    let unknown = VisitId([0xee; 16]);
    let all = |visit| {
        [
            M::Propose { visit, from, slots: 1 },
            M::Accept { visit },
            M::Decline { visit },
            M::Cancel { visit },
            M::Complete { visit },
        ]
    };
    all(unknown).into_iter().for_each(|m| no(heard, E::NoSuchVisit, &town, ADA, m, "an unknown visit"));
    all(visit).into_iter().for_each(|m| no(heard, E::NotYours, &town, BEN, m, "a foreign visit"));
    no(heard, E::NotYourTurn, &town, ADA, M::Accept { visit }, "a yes to herself");
    no(heard, E::NotYourTurn, &town, ADA, M::Propose { visit, from, slots: 1 }, "she proposed already");
    no(heard, E::NotAccepted, &town, ADA, M::Cancel { visit }, "nothing was agreed on");
    no(heard, E::NoBond, &town, ADA, M::Release { patient: ADA, doctor: DR_LIN }, "nothing ties them");
    no(heard, E::NotYours, &town, DR_LIN, M::Release { patient: ADA, doctor: DR_LIN }, "by the doctor");
    let late = Town { now: from, ..town.clone() };
    no(heard, E::Past, &late, DR_LIN, M::Accept { visit }, "it would have begun");
    no(heard, E::NotAccepted, &late, DR_LIN, M::Complete { visit }, "nothing was agreed on");

    let (same, overlap, after) = (asked(&town, 2, from, 2), asked(&town, 3, from + SLOT, 2), from + 2 * SLOT);
    let after = asked(&town, 4, after, 1);
    town.care().accept(town.call(DR_LIN), visit).expect("accepts");
    no(heard, E::SlotTaken, &town, DR_LIN, M::Accept { visit: same }, "the same time");
    no(heard, E::SlotTaken, &town, DR_LIN, M::Accept { visit: overlap }, "the second half");
    ok(heard, &town, DR_LIN, M::Accept { visit: after }, "right after it");
    for message in [M::Propose { visit, from, slots: 1 }, M::Accept { visit }, M::Decline { visit }] {
        no(heard, E::AlreadyAccepted, &town, DR_LIN, message, "agreed on");
    }
    town.now = from - 1;
    no(heard, E::TooEarly, &town, DR_LIN, M::Complete { visit }, "a second early");
    no(heard, E::NotYours, &town, ADA, M::Complete { visit }, "by the patient");
    carry(&town, Motion::Suspend(DR_LIN, Reason::Misconduct)).expect("suspends");
    no(heard, E::NotDoctor, &town, DR_LIN, M::Accept { visit: after }, "by a suspended doctor");
    no(heard, E::NotDoctor, &town, ADA, ask(5, from + DAY, 1), "of a suspended doctor");
}

fn prescriptions(heard: &mut Heard) {
    let mut town = settle();
    let visit = asked(&town, 1, town.now + SLOT, 1);
    town.care().accept(town.call(DR_LIN), visit).expect("accepts");
    let write = |number, kind| {
        let added = town.ledger().add(town.call(DR_LIN), ADA, Salt([number; 16]), kind, sealed(number));
        added.expect("writes").0
    };
    let (record, note) = (write(1, Kind::Prescription), write(2, Kind::ConsultationNote));
    let own = add(&town, ADA, 3, Kind::Prescription);
    let until = town.now + 30 * DAY;
    let prescribe = |record, fills, until| {
        let commitment = Commitment([1; 32]);
        M::Prescribe { salt: Salt([1; 16]), record, commitment, fills, until }
    };
    no(heard, E::NotDoctor, &town, PHARMACY, prescribe(record, 1, until), "a pharmacy");
    no(heard, E::NotAPrescription, &town, DR_LIN, prescribe(note, 1, until), "a note");
    no(heard, E::NotAPrescription, &town, DR_LIN, prescribe(own, 1, until), "the patient's own");
    no(heard, E::NotAPrescription, &town, DR_OLA, prescribe(record, 1, until), "a colleague's");
    no(heard, E::NotAPrescription, &town, DR_LIN, prescribe(RecordId([0xee; 16]), 1, until), "an unknown record");
    for fills in [0, FILLS + 1, 255] {
        no(heard, E::NoFills, &town, DR_LIN, prescribe(record, fills, until), "none, or too many");
    }
    no(heard, E::Past, &town, DR_LIN, prescribe(record, 1, town.now), "ends now");
    no(heard, E::TooLong, &town, DR_LIN, prescribe(record, 1, town.now + YEAR + 1), "a second too long");
    ok(heard, &town, DR_LIN, prescribe(record, FILLS, town.now + YEAR), "at both edges");
    let untied = town.clone();
    untied.care().release(untied.call(ADA), ADA, DR_LIN).expect("releases");
    no(heard, E::MayNotPrescribe, &untied, DR_LIN, prescribe(record, 1, until), "released");

    let made = town.care().prescribe(town.call(DR_LIN), Salt([1; 16]), record, Commitment([1; 32]), 1, until);
    let id = made.expect("prescribes").0;
    no(heard, E::AlreadyPrescribed, &town, DR_LIN, prescribe(record, 2, until), "a reused identifier");
    let (dispense, void) = (|prescription| M::Dispense { prescription }, |prescription| M::Void { prescription });
    let unknown = PrescriptionId([0xee; 16]);
    no(heard, E::NotPharmacy, &town, DR_LIN, dispense(id), "a doctor");
    no(heard, E::NoSuchPrescription, &town, PHARMACY, dispense(unknown), "an unknown one");
    no(heard, E::NoSuchPrescription, &town, DR_LIN, void(unknown), "an unknown one");
    no(heard, E::NotYours, &town, PHARMACY, void(id), "a foreign one");
    no(heard, E::NotYours, &town, DR_OLA, void(id), "a colleague's");
    no(heard, E::NoConsent, &town, PHARMACY, dispense(id), "without a key");
    let between = Between { patient: ADA, reader: PHARMACY, purpose: Purpose::Dispensing };
    town.consent().grant(town.call(ADA), between, Terms { until, ..terms(town.now) }).expect("grants");
    ok(heard, &Town { now: until - 1, ..town.clone() }, PHARMACY, dispense(id), "in the last second");
    town.care().dispense(town.call(PHARMACY), id).expect("hands out");
    no(heard, E::UsedUp, &town, PHARMACY, dispense(id), "twice");
    town.now = until;
    no(heard, E::Ended, &town, PHARMACY, dispense(id), "after its end");
}
