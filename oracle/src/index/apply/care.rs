//! Visits and prescriptions.

use super::Said;
use crate::index::{
    rows::{Table, Writer},
    words::Value,
};
use chartkey_vocabulary::{CareEvent as Event, Visit, VisitId};

static VISITS: Table = Table {
    name: "visits",
    columns: &["visit", "patient", "doctor", "starts", "slots", "state", "ended", "at"],
    key: 1,
};
static PRESCRIPTIONS: Table = Table {
    name: "prescriptions",
    columns: &["prescription", "patient", "doctor", "record", "fills_left", "until", "voided", "position"],
    key: 1,
};
static FILLS: Table = Table { name: "fills", columns: &["prescription", "position", "pharmacy", "at"], key: 2 };

pub(super) const TABLES: &[&Table] = &[&VISITS, &PRESCRIPTIONS, &FILLS];

pub(super) async fn apply(writer: &mut Writer<'_>, event: &Event, said: Said<'_>) -> Result<(), sqlx::Error> {
    match *event {
        Event::Proposed { id, visit } | Event::Accepted { id, visit } => {
            let Visit { patient, doctor, from, slots, state } = visit;
            let (slots, state) = (u64::from(slots).into(), state.into());
            let (going_on, at) = (Value::Text(None), said.at.into());
            let row = vec![id.into(), patient.into(), doctor.into(), from.into(), slots, state, going_on, at];
            writer.put(&VISITS, row).await
        }
        Event::Declined { id, .. } => ended(writer, id, "declined", &said).await,
        Event::Cancelled { id, .. } => ended(writer, id, "cancelled", &said).await,
        Event::Completed { id, .. } => ended(writer, id, "completed", &said).await,
        // What it ends is a right to write, and rights are asked of the chain.
        Event::Released { .. } => Ok(()),
        Event::Prescribed { id, patient, doctor, record, fills, until } => {
            let whose = [id.into(), patient.into(), doctor.into(), record.into()];
            let rest = [u64::from(fills).into(), until.into(), 0u64.into(), said.position.into()];
            writer.put(&PRESCRIPTIONS, [whose, rest].concat()).await
        }
        Event::Dispensed { id, pharmacy, left, .. } => {
            let sql = "UPDATE prescriptions SET fills_left = $1 WHERE prescription = $2";
            writer.change(&PRESCRIPTIONS, sql, vec![u64::from(left).into(), id.into()]).await?;
            writer.put(&FILLS, vec![id.into(), said.position.into(), pharmacy.into(), said.at.into()]).await
        }
        Event::Voided { id, .. } => {
            let sql = "UPDATE prescriptions SET voided = 1 WHERE prescription = $1";
            writer.change(&PRESCRIPTIONS, sql, vec![id.into()]).await
        }
    }
}

async fn ended(writer: &mut Writer<'_>, visit: VisitId, how: &str, said: &Said<'_>) -> Result<(), sqlx::Error> {
    let sql = "UPDATE visits SET ended = $1, at = $2 WHERE visit = $3";
    writer.change(&VISITS, sql, vec![how.into(), said.at.into(), visit.into()]).await
}
