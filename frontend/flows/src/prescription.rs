//! A prescription: what it says is a sealed record; how often it may be handed out stands on the chain.

use crate::{
    add_record::{self, Added},
    content::Content,
    distrust::Distrust,
    failure::Failure,
    open_record::{self, Opened, Which},
    person::Person,
    random,
    signed_in::SignedIn,
    spool::Progress,
};
use chartkey_client::keccak;
use chartkey_protocol::PrescriptionRow;
use chartkey_vault::About;
use chartkey_vocabulary::{
    Account, CareMessage, Kind, Message, Prescription, PrescriptionId, Purpose, RecordId, Salt, Time,
};
use std::io::Write;

/// How often, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// One to twelve times.
    pub fills: u8,
    /// A year at most.
    pub until: Time,
}

/// A doctor writes a prescription.
///
/// # Errors
/// What the chain refuses.
pub async fn write(
    doctor: &SignedIn,
    patient: Account,
    about: About,
    content: &mut dyn Content,
    order: Order,
    told: Progress<'_>,
) -> Result<(PrescriptionId, Added), Failure> {
    let added = add_record::add(doctor, patient, Kind::Prescription, about, content, told).await?;
    let id = order_record(doctor, &added, order).await?;
    Ok((id, added))
}

/// Makes a prescription of a record the doctor added before.
///
/// # Errors
/// What the chain refuses.
pub async fn order_record(doctor: &SignedIn, added: &Added, order: Order) -> Result<PrescriptionId, Failure> {
    let salt = Salt(random::bytes()?);
    let Added { record, commitment, .. } = *added;
    let Order { fills, until } = order;
    doctor.say(Message::Care(CareMessage::Prescribe { salt, record, commitment, fills, until })).await?;
    Ok(PrescriptionId::derive(doctor.account(), salt, keccak))
}

/// Opens what was prescribed, and checks that it is what the doctor prescribed and not a later version.
///
/// # Errors
/// `WrongContent` when the record says something else by now; as with any record.
pub async fn open(
    who: &Person,
    id: PrescriptionId,
    purpose: Option<Purpose>,
    out: &mut (dyn Write + Send),
    told: Progress<'_>,
) -> Result<(Prescription, Opened), Failure> {
    let row = of(who, id).await?;
    let opened = open_record::open(who, Which { record: row.record, version: None, purpose }, out, told).await?;
    if opened.version.sealed.commitment != row.commitment || opened.record.owner != row.patient {
        return Err(Distrust::WrongContent.into());
    }
    Ok((row, opened))
}

/// A pharmacy hands it out once; says how many times remain. Open it first: nobody hands out what they have not read.
///
/// # Errors
/// What the chain refuses.
pub async fn dispense(pharmacy: &SignedIn, id: PrescriptionId) -> Result<u8, Failure> {
    pharmacy.say(Message::Care(CareMessage::Dispense { prescription: id })).await?;
    Ok(of(pharmacy, id).await?.fills)
}

/// Takes a prescription off the chain.
///
/// # Errors
/// What the chain refuses.
pub async fn void(who: &SignedIn, id: PrescriptionId) -> Result<(), Failure> {
    who.say(Message::Care(CareMessage::Void { prescription: id })).await.map(drop)
}

/// The asker's prescriptions, as patient, doctor or pharmacy; those that stand as the chain has them.
///
/// # Errors
/// `FalseRow` when the service says otherwise than the chain.
pub async fn list(who: &SignedIn) -> Result<Vec<PrescriptionRow>, Failure> {
    let mut rows = who.oracle().my_prescriptions().await?;
    let at = who.now().await?;
    for row in rows.iter_mut().filter(|row| !row.voided) {
        match at.care().prescription(row.id).await? {
            Some(stands) if (stands.patient, stands.doctor, stands.record) != (row.patient, row.doctor, row.record) => {
                return Err(Distrust::FalseRow.into());
            }
            Some(stands) => (row.left, row.until) = (stands.fills, stands.until),
            None => row.voided = true,
        }
    }
    Ok(rows)
}

/// A prescription that stands.
///
/// # Errors
/// `Not` when it does not.
pub async fn of(who: &SignedIn, id: PrescriptionId) -> Result<Prescription, Failure> {
    let row = who.now().await?.care().prescription(id).await?;
    row.ok_or_else(|| Failure::not("this prescription does not exist or was voided"))
}

/// Whether what a record prescribes is no longer to be taken: it was voided, or its time is over, each time it was
/// prescribed. What was handed out for the last time is still being taken, and of a record that is no prescription on
/// the chain, such as a photographed one, nobody knows.
pub fn is_over(rows: &[PrescriptionRow], record: RecordId, now: Time) -> bool {
    let mut of_record = rows.iter().filter(|row| row.record == record).peekable();
    of_record.peek().is_some() && of_record.all(|row| row.voided || row.until <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAPER: RecordId = RecordId([1; 16]);

    fn row(left: u8, until: Time, voided: bool) -> PrescriptionRow {
        let (id, patient, doctor) = (PrescriptionId([2; 16]), Account([3; 20]), Account([4; 20]));
        PrescriptionRow { id, patient, doctor, record: PAPER, left, until, voided, filled: Vec::new() }
    }

    #[test]
    fn a_medicine_is_over_when_its_prescription_was_voided_or_has_ended() {
        let is_over = |rows: &[PrescriptionRow]| is_over(rows, PAPER, 50);
        assert!(!is_over(&[row(3, 90, false)]), "it is good");
        assert!(is_over(&[row(3, 90, true)]), "it was voided");
        assert!(is_over(&[row(3, 50, false)]), "its time is over");
        assert!(!is_over(&[row(0, 90, false)]), "what was handed out last is being taken");
    }

    #[test]
    fn a_medicine_goes_on_while_one_prescription_of_it_stands_and_where_nobody_knows() {
        assert!(!is_over(&[row(3, 90, true), row(3, 90, false)], PAPER, 50));
        assert!(!is_over(&[row(3, 90, true)], RecordId([9; 16]), 50), "a photographed paper");
        assert!(!is_over(&[], PAPER, 50));
    }
}
