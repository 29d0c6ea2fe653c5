//! A visit: asked for, answered, kept. A visit that was agreed on lets its doctor write for a while.

use crate::{distrust::Distrust, failure::Failure, random, signed_in::SignedIn};
use chartkey_client::keccak;
use chartkey_protocol::VisitRow;
use chartkey_vocabulary::{Account, CareMessage, Message, Party, SLOT, Salt, Time, VisitId, VisitState};

/// When a visit is wanted, and for how many slots of a quarter of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// Its beginning, on a quarter of an hour.
    pub from: Time,
    /// One to eight.
    pub slots: u8,
}

/// Asks for a visit; `patient` is the asker, their ward, or, when a doctor asks, the one to come.
///
/// # Errors
/// What the chain refuses.
pub async fn ask(who: &SignedIn, patient: Account, doctor: Account, when: When) -> Result<VisitId, Failure> {
    let salt = Salt(random::bytes()?);
    let When { from, slots } = when;
    who.say(Message::Care(CareMessage::Ask { patient, doctor, salt, from, slots })).await?;
    Ok(VisitId::derive(patient, salt, keccak))
}

/// Proposes another time.
///
/// # Errors
/// What the chain refuses.
pub async fn propose(who: &SignedIn, visit: VisitId, when: When) -> Result<(), Failure> {
    let When { from, slots } = when;
    say(who, CareMessage::Propose { visit, from, slots }).await
}

/// Agrees.
///
/// # Errors
/// What the chain refuses.
pub async fn accept(who: &SignedIn, visit: VisitId) -> Result<(), Failure> {
    say(who, CareMessage::Accept { visit }).await
}

/// Says no to what was asked or proposed.
///
/// # Errors
/// What the chain refuses.
pub async fn decline(who: &SignedIn, visit: VisitId) -> Result<(), Failure> {
    say(who, CareMessage::Decline { visit }).await
}

/// Calls off what was agreed.
///
/// # Errors
/// What the chain refuses.
pub async fn cancel(who: &SignedIn, visit: VisitId) -> Result<(), Failure> {
    say(who, CareMessage::Cancel { visit }).await
}

/// Says that it took place.
///
/// # Errors
/// What the chain refuses.
pub async fn complete(who: &SignedIn, visit: VisitId) -> Result<(), Failure> {
    say(who, CareMessage::Complete { visit }).await
}

/// Ends what visits allow a doctor to write.
///
/// # Errors
/// What the chain refuses.
pub async fn release(who: &SignedIn, patient: Account, doctor: Account) -> Result<(), Failure> {
    say(who, CareMessage::Release { patient, doctor }).await
}

/// The asker's visits; those to come as the chain has them.
///
/// # Errors
/// `FalseRow` when the service says otherwise than the chain.
pub async fn list(who: &SignedIn) -> Result<Vec<VisitRow>, Failure> {
    let rows = who.oracle().my_visits().await?;
    let at = who.now().await?;
    for row in rows.iter().filter(|row| row.ended.is_none()) {
        // A visit the index has not seen end yet is gone from the chain; one that differs was made up.
        if let Some(visit) = at.care().visit(row.id).await?
            && (visit.patient, visit.doctor) != (row.visit.patient, row.visit.doctor)
        {
            return Err(Distrust::FalseRow.into());
        }
    }
    Ok(rows)
}

/// How many visits wait for a word of somebody, as their doctor or for a patient: those whose time has come do not.
pub fn waiting(rows: &[VisitRow], me: Account, patient: Account, now: Time) -> usize {
    let waits = |row: &&VisitRow| {
        let turn = VisitState::Awaiting(if row.visit.doctor == me { Party::Doctor } else { Party::Patient });
        let mine = row.visit.doctor == me || row.visit.patient == patient;
        mine && row.ended.is_none() && row.visit.state == turn && row.visit.from > now
    };
    rows.iter().filter(waits).count()
}

/// The free slots of a doctor within a window: on the grid, and booked by nobody on the chain.
///
/// # Errors
/// When the chain does not answer.
pub async fn free(who: &SignedIn, doctor: Account, from: Time, to: Time) -> Result<Vec<Time>, Failure> {
    let taken = who.oracle().slots_of(doctor, from, to).await?;
    let first = from.div_ceil(SLOT) * SLOT;
    Ok((first..to).step_by(SLOT as usize).filter(|slot| !taken.contains(slot)).collect())
}

async fn say(who: &SignedIn, message: CareMessage) -> Result<(), Failure> {
    who.say(Message::Care(message)).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::Visit;

    #[test]
    fn a_visit_waits_for_the_side_whose_turn_it_is_until_its_time_has_come() {
        let (ada, ben, lin) = (Account([1; 20]), Account([2; 20]), Account([3; 20]));
        let row = |patient, state, from| VisitRow {
            id: VisitId([from as u8; 16]),
            visit: Visit { patient, doctor: lin, from, slots: 1, state },
            ended: None,
            at: 1,
        };
        let asked = VisitState::Awaiting(Party::Doctor);
        let proposed = VisitState::Awaiting(Party::Patient);
        let mut rows = vec![
            row(ada, asked, 90),
            row(ada, proposed, 80),
            row(ben, proposed, 70),
            row(ada, VisitState::Accepted, 60),
        ];
        assert_eq!(waiting(&rows, lin, lin, 10), 1);
        assert_eq!(waiting(&rows, ada, ada, 10), 1);
        assert_eq!(waiting(&rows, ada, ben, 10), 1, "whoever acts for Ben counts Ben's");
        assert_eq!(waiting(&rows, lin, lin, 90), 0, "its time has come");
        rows[0].ended = Some("declined".into());
        assert_eq!(waiting(&rows, lin, lin, 10), 0);
    }
}
