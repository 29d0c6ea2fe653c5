//! What registry and consent contract say.

use super::{Words, count, minute, terms::*};
use chartkey_vocabulary::{ConsentEvent, Motion, RegistryEvent};

pub(super) fn registry(event: &RegistryEvent) -> Words {
    use RegistryEvent as Event;
    match *event {
        Event::Registered { who, role: is, .. } if is.is_professional() => {
            (format!("{{0}} applied to be a {}.", role(is)), vec![who])
        }
        Event::Registered { who, role: is, .. } => (format!("{{0}} registered as {}.", role(is)), vec![who]),
        Event::Left { who } => ("{0} is registered no longer.".into(), vec![who]),
        Event::KeysRotated { who, .. } => ("{0} has new keys.".into(), vec![who]),
        Event::ProfileRevised { who, pending: true } => {
            ("{0} changed the directory entry, which the council must approve.".into(), vec![who])
        }
        Event::ProfileRevised { who, pending: false } => ("{0} changed the directory entry.".into(), vec![who]),
        Event::LicenceAttested { who, by } => ("{1} found the licence of {0} in the register.".into(), vec![who, by]),
        Event::Voted { by, motion } => about("{0} voted", by, &motion),
        Event::Retracted { by, motion } => about("{0} took back a vote", by, &motion),
        Event::Carried { motion } => carried(&motion),
        Event::GuardianAppointed { patient, guardian } => {
            ("{0} made {1} a guardian, who may decide for {0}.".into(), vec![patient, guardian])
        }
        Event::GuardianDismissed { patient, guardian } => {
            ("{1} is no longer a guardian of {0}.".into(), vec![patient, guardian])
        }
        Event::Assigned { patient, assignment } => {
            ("{1} proposed {2} as doctor to {0}.".into(), vec![patient, assignment.by, assignment.doctor])
        }
        Event::Unassigned { patient } => ("The doctor proposed to {0} is proposed no longer.".into(), vec![patient]),
        Event::Affiliated { hospital, doctor } => ("{1} belongs to {0}.".into(), vec![hospital, doctor]),
        Event::Parted { hospital, doctor } => ("{1} no longer belongs to {0}.".into(), vec![hospital, doctor]),
        Event::Introduced => ("The four contracts were introduced to each other.".into(), vec![]),
    }
}

/// Somebody, and what the motion would do.
fn about(did: &str, by: chartkey_vocabulary::Account, motion: &Motion) -> Words {
    let who = [by].into_iter().chain(motion.subject()).collect();
    let to = match *motion {
        Motion::Approve(_) => "to approve {1}".into(),
        Motion::Reject(_, why) => format!("to reject {{1}}, because {}", reason(why)),
        Motion::Suspend(_, why) => format!("to suspend {{1}}, because {}", reason(why)),
        Motion::Reinstate(_) => "to reinstate {1}".into(),
        Motion::Appoint(_, to) => format!("to make {{1}} {}", office(to)),
        Motion::Dismiss(_) => "to dismiss {1}".into(),
        Motion::Quorum(votes) => format!("that {} should carry a motion", count(votes, "vote")),
        Motion::Upgrade(of, code) => format!("that the {} should become the code {code}", contract(of)),
    };
    (format!("{did} {to}."), who)
}

fn carried(motion: &Motion) -> Words {
    let words = match *motion {
        Motion::Approve(_) => "The council approved {0}.".into(),
        Motion::Reject(_, why) => format!("The council rejected {{0}}, because {}.", reason(why)),
        Motion::Suspend(_, why) => format!("The council suspended {{0}}, because {}.", reason(why)),
        Motion::Reinstate(_) => "The council reinstated {0}.".into(),
        Motion::Appoint(_, to) => format!("The council made {{0}} {}.", office(to)),
        Motion::Dismiss(_) => "The council dismissed {0}.".into(),
        Motion::Quorum(votes) => format!("The council decided that {} carry a motion.", count(votes, "vote")),
        Motion::Upgrade(of, code) => format!("The council lets the {} become the code {code}.", contract(of)),
    };
    (words, motion.subject().into_iter().collect())
}

pub(super) fn consent(event: &ConsentEvent) -> Words {
    use ConsentEvent as Event;
    match *event {
        Event::Requested { between, terms: ref what } => {
            let words = format!("{{1}} asked {{0}} for a key for {}: {}.", purpose(between.purpose), terms(what));
            (words, vec![between.patient, between.reader])
        }
        Event::RequestDropped { between } => {
            let words = format!("{{1}} no longer asks {{0}} for a key for {}.", purpose(between.purpose));
            (words, vec![between.patient, between.reader])
        }
        Event::Refused { between, by } => {
            let words = format!("refused {{1}} a key for {}.", purpose(between.purpose));
            for_patient(words, between.patient, between.reader, by)
        }
        Event::Granted { between, by, terms: ref what } => {
            let words = format!("gave {{1}} a key for {}: {}.", purpose(between.purpose), terms(what));
            for_patient(words, between.patient, between.reader, by)
        }
        Event::Narrowed { between, by, narrowing: ref less, .. } => {
            let words = format!("made the key of {{1}} for {} smaller: {}.", purpose(between.purpose), narrowing(less));
            for_patient(words, between.patient, between.reader, by)
        }
        Event::Revoked { between, by, .. } if by == between.reader => {
            let words = format!("{{1}} gave {{0}} the key for {} back.", purpose(between.purpose));
            (words, vec![between.patient, between.reader])
        }
        Event::Revoked { between, by, .. } => {
            let words = format!("took the key for {} from {{1}}.", purpose(between.purpose));
            for_patient(words, between.patient, between.reader, by)
        }
        Event::Renewed { patient, by, .. } if by == patient => {
            ("From now on all records of {0} are sealed anew.".into(), vec![patient])
        }
        Event::Renewed { patient, by, .. } => {
            ("{1} has all records of {0} sealed anew from now on.".into(), vec![patient, by])
        }
        Event::Announced { between, left, .. } => {
            let left = count(left, "opening");
            let words =
                format!("{{1}} opens a record of {{0}} for {}; {left} left after it.", purpose(between.purpose));
            (words, vec![between.patient, between.reader])
        }
        Event::CardKept { patient, .. } => ("{0} keeps an emergency card ready.".into(), vec![patient]),
        Event::CardDropped { patient } => ("{0} keeps no emergency card ready any more.".into(), vec![patient]),
        Event::GlassBroken { patient, by, reason, until } => {
            let words =
                format!("{{1}} broke the glass of {{0}}, because {}, until {}.", emergency(reason), minute(until));
            (words, vec![patient, by])
        }
        Event::GlassMended { patient, reader, by } if by == reader => {
            ("{1} ended the emergency of {0}.".into(), vec![patient, reader])
        }
        Event::GlassMended { patient, reader, by } => {
            for_patient("ended the emergency of {1}.".into(), patient, reader, by)
        }
        Event::LinkOpened { owner, until, views, .. } => {
            let views = views.map_or(String::new(), |views| format!(", for {}", count(views, "view")));
            (format!("{{0}} opened a link until {}{views}.", minute(until)), vec![owner])
        }
        Event::LinkClosed { owner, .. } => ("{0} closed a link.".into(), vec![owner]),
        Event::LinkViewed { owner, left, .. } => {
            let left = left.map_or(String::new(), |left| format!("; {} left", count(left, "view")));
            (format!("A link of {{0}} was viewed{left}."), vec![owner])
        }
    }
}

/// `{0}` or a guardian did something.
fn for_patient(
    words: String,
    patient: chartkey_vocabulary::Account,
    reader: chartkey_vocabulary::Account,
    by: chartkey_vocabulary::Account,
) -> Words {
    if by == patient {
        (format!("{{0}} {words}"), vec![patient, reader])
    } else {
        (format!("For {{0}}, {{2}} {words}"), vec![patient, reader, by])
    }
}
