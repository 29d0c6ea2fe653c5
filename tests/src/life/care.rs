use super::{Life, id};
use chartkey_rules::town::cast::*;
use chartkey_vocabulary::{CareMessage as C, RecordsMessage as L, *};

/// What was agreed on and prescribed.
pub(super) struct Visits {
    agreed: [VisitId; 2],
    prescriptions: [PrescriptionId; 2],
    paper: RecordId,
}

fn ask(life: &mut Life, slot: Time) -> VisitId {
    let (salt, from) = (life.papers.salt(), life.now() + slot * SLOT);
    VisitId(id(life.care(ADA, C::Ask { patient: ADA, doctor: DR_LIN, salt, from, slots: 2 })))
}

/// Visits are asked for, moved, agreed on and declined; a prescription is written and handed out.
pub(super) fn meet(life: &mut Life) -> Visits {
    let agreed = [ask(life, 2), ask(life, 4)];
    let moved = life.now() + 6 * SLOT;
    life.care(DR_LIN, C::Propose { visit: agreed[1], from: moved, slots: 1 });
    life.care(DR_LIN, C::Accept { visit: agreed[0] });
    life.care(ADA, C::Accept { visit: agreed[1] });
    let unwanted = ask(life, 8);
    life.care(DR_LIN, C::Decline { visit: unwanted });

    let (salt, sealed) = (life.papers.salt(), life.papers.sealed(2));
    let add = L::Add { owner: ADA, salt, kind: Kind::Prescription, sealed };
    let paper = RecordId(id(life.records(DR_LIN, add)));
    let prescriptions = [1, 2].map(|fills| {
        let (salt, commitment) = (life.papers.salt(), life.papers.sealed(2).commitment);
        let until = life.now() + 30 * DAY;
        let prescribe = C::Prescribe { salt, record: paper, commitment, fills, until };
        PrescriptionId(id(life.care(DR_LIN, prescribe)))
    });
    life.care(PHARMACY, C::Dispense { prescription: prescriptions[0] });
    Visits { agreed, prescriptions, paper }
}

/// One visit is called off, one takes place, and nothing is left of either.
pub(super) fn part(life: &mut Life, visits: &Visits) {
    life.care(ADA, C::Cancel { visit: visits.agreed[1] });
    life.duet.wait(2 * SLOT);
    life.care(DR_LIN, C::Complete { visit: visits.agreed[0] });
    life.care(ADA, C::Release { patient: ADA, doctor: DR_LIN });
    life.care(DR_LIN, C::Void { prescription: visits.prescriptions[0] });
    life.care(GUARDIAN, C::Void { prescription: visits.prescriptions[1] });
    life.records(ADA, L::Withdraw { record: visits.paper });
}
