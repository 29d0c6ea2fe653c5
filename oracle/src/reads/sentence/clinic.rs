//! What records and care contract say.

use super::{Words, count, day, minute, terms::*};
use chartkey_vocabulary::{Account, CareEvent, Party, RecordsEvent, Visit, VisitState};

pub(super) fn records(event: &RecordsEvent) -> Words {
    use RecordsEvent as Event;
    match *event {
        Event::Added { owner, by, kind: what, .. } => {
            let (words, who) = of_chart(owner, by);
            (format!("{words} added a record to the chart of {{0}}: {}.", kind(what)), who)
        }
        Event::Amended { owner, by, version, .. } => {
            let (words, who) = of_chart(owner, by);
            (format!("{words} wrote version {version} of a record of {{0}}."), who)
        }
        Event::Rekeyed { owner, version, .. } => {
            (format!("Version {version} of a record of {{0}} was sealed anew."), vec![owner])
        }
        Event::Withdrawn { owner, by, .. } => {
            let (words, who) = of_chart(owner, by);
            (format!("{words} withdrew a record of {{0}}."), who)
        }
        Event::Attested { owner, worker, agreed, .. } => {
            let agreed = count(agreed, "machine");
            (format!("{{1}} found something in a record of {{0}}; {agreed} so far."), vec![owner, worker])
        }
        Event::SignedOff { owner, doctor, verdict: says, .. } => {
            (format!("{{1}} {} what a machine found in a record of {{0}}.", verdict(says)), vec![owner, doctor])
        }
        Event::SignatureRetracted { owner, doctor, .. } => {
            ("{1} took the name back from under a finding about {0}.".into(), vec![owner, doctor])
        }
        Event::Anchored { by, anchor } => {
            (format!("{{0}} anchored the access log: {}.", count(anchor.count, "line")), vec![by])
        }
    }
}

/// The owner speaks of themselves; anybody else is named.
fn of_chart(owner: Account, by: Account) -> (&'static str, Vec<Account>) {
    if owner == by { ("{0}", vec![owner]) } else { ("{1}", vec![owner, by]) }
}

pub(super) fn care(event: &CareEvent) -> Words {
    use CareEvent as Event;
    match *event {
        Event::Proposed { visit, .. } => {
            let answer = match visit.state {
                VisitState::Awaiting(Party::Patient) => "{0} has to answer",
                VisitState::Awaiting(Party::Doctor) | VisitState::Accepted => "{1} has to answer",
            };
            (format!("A visit of {{0}} to {{1}} was proposed for {}; {answer}.", minute(visit.from)), sides(&visit))
        }
        Event::Accepted { visit, .. } => {
            (format!("A visit of {{0}} to {{1}} was agreed for {}.", minute(visit.from)), sides(&visit))
        }
        Event::Declined { patient, doctor, by, .. } => called("declined", patient, doctor, by),
        Event::Cancelled { patient, doctor, by, .. } => called("cancelled", patient, doctor, by),
        Event::Completed { patient, doctor, .. } => ("{0} visited {1}.".into(), vec![patient, doctor]),
        Event::Released { patient, doctor } => {
            ("{1} may no longer write into the chart of {0} on the ground of visits.".into(), vec![patient, doctor])
        }
        Event::Prescribed { patient, doctor, fills, until, .. } => {
            let words = format!("{{1}} prescribed something to {{0}}: {}, until {}.", count(fills, "fill"), day(until));
            (words, vec![patient, doctor])
        }
        Event::Dispensed { patient, pharmacy, left, .. } => {
            let left = count(left, "fill");
            (format!("{{1}} handed out a prescription of {{0}}; {left} left."), vec![patient, pharmacy])
        }
        Event::Voided { patient, doctor, by, .. } => called_prescription(patient, doctor, by),
    }
}

fn sides(visit: &Visit) -> Vec<Account> {
    vec![visit.patient, visit.doctor]
}

fn called(what: &str, patient: Account, doctor: Account, by: Account) -> Words {
    if by == patient {
        (format!("{{0}} {what} a visit to {{1}}."), vec![patient, doctor])
    } else if by == doctor {
        (format!("{{1}} {what} a visit of {{0}}."), vec![patient, doctor])
    } else {
        (format!("For {{0}}, {{2}} {what} a visit to {{1}}."), vec![patient, doctor, by])
    }
}

fn called_prescription(patient: Account, doctor: Account, by: Account) -> Words {
    let words = "took a prescription that {1} wrote for {0} off the chain.";
    if by == patient {
        (format!("{{0}} {words}"), vec![patient, doctor])
    } else if by == doctor {
        (format!("{{1}} {words}"), vec![patient, doctor])
    } else {
        (format!("For {{0}}, {{2}} {words}"), vec![patient, doctor, by])
    }
}
