//! Visits and prescriptions, for those who take part in them.

use super::{
    asker::who,
    paging::{Window, ended, limit, of_all, page, unknown_page},
    records::facts,
};
use crate::{
    app::App,
    columns::{from_scale, identifier, number, small, word},
    db::hex,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use chartkey_protocol::{Page, Paging, PrescriptionRow, VisitRow, Why};
use chartkey_vocabulary::{Account, DAY, PrescriptionId, Role, SLOT, Terms, Time, Visit};
use serde::Deserialize;
use sqlx::{Row, any::AnyRow};
use std::collections::HashMap;

/// A visit lasts so many slots at most.
const LONGEST: Time = 8 * SLOT;
/// The longest stretch of a doctor's slots told at once.
const STRETCH: Time = 93 * DAY;

/// The asker's visits, the latest first; a patient's wards' among them.
#[utoipa::path(get, path = "/api/mine/visits", tag = "reads", security(("bearer" = [])),
    params(("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<VisitRow>)))]
pub(super) async fn visits(
    State(app): State<App>,
    asker: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<VisitRow>> {
    let limit = limit(&paging);
    let (starts, visit) = match &paging.after {
        Some(after) => after.split_once('.').ok_or_else(unknown_page)?,
        None => ("", ""),
    };
    let starts = if visit.is_empty() { i64::MAX } else { starts.parse().map_err(|_| unknown_page())? };
    let is_doctor = who(&app, asker.account).await?.is_some_and(|who| who.role == Role::Doctor);
    let query = sqlx::query(if is_doctor {
        "SELECT visit, patient, doctor, starts, slots, state, ended, at FROM visits \
         WHERE doctor = $1 AND (starts < $2 OR (starts = $2 AND visit < $3)) ORDER BY starts DESC, visit DESC LIMIT $4"
    } else {
        "SELECT visit, patient, doctor, starts, slots, state, ended, at FROM visits \
         WHERE (patient = $1 OR patient IN (SELECT patient FROM guardians WHERE guardian = $1)) \
         AND (starts < $2 OR (starts = $2 AND visit < $3)) ORDER BY starts DESC, visit DESC LIMIT $4"
    });
    let query = query.bind(hex(asker.account.0)).bind(starts).bind(visit).bind(limit as i64 + 1);
    let mut found = Vec::new();
    for row in query.fetch_all(app.db.pool()).await? {
        let one = visit_row(&row)?;
        found.push((format!("{}.{}", one.visit.from, hex(one.id.0)), one));
    }
    Ok(Json(page(&app, limit, found).await?))
}

/// From when to when.
#[derive(Debug, Deserialize)]
pub(super) struct Stretch {
    from: Time,
    to: Time,
}

/// The beginnings of a doctor's taken slots. Who takes them is not told.
#[utoipa::path(get, path = "/api/doctors/{account}/slots", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path), ("from" = u64, Query), ("to" = u64, Query)),
    responses((status = 200, body = Vec<u64>)))]
pub(super) async fn slots(
    State(app): State<App>,
    _: SignedIn,
    Path(doctor): Path<Account>,
    Query(Stretch { from, to }): Query<Stretch>,
) -> Answer<Vec<Time>> {
    if to < from || to - from > STRETCH || to > i64::MAX as u64 {
        return Err(Failed::new(Why::BadRequest, "Slots are told for up to three months at once."));
    }
    let rows = sqlx::query(
        "SELECT starts, slots FROM visits WHERE doctor = $1 AND starts > $2 AND starts < $3 \
         AND state = 'accepted' AND ended IS NULL ORDER BY starts",
    );
    let first = from as i64 - LONGEST as i64;
    let rows = rows.bind(hex(doctor.0)).bind(first).bind(to as i64).fetch_all(app.db.pool()).await?;
    let mut taken = Vec::new();
    for row in rows {
        let (starts, slots): (Time, Time) = (number(&row, "starts")?, small(&row, "slots")?);
        taken.extend((0..slots).map(|slot| starts + slot * SLOT).filter(|slot| slot + SLOT > from && *slot < to));
    }
    Ok(Json(taken))
}

/// The asker's prescriptions, the newest first: a patient's and wards', those a doctor wrote, those a pharmacy holds a key
/// for.
#[utoipa::path(get, path = "/api/mine/prescriptions", tag = "reads", security(("bearer" = [])),
    params(("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<PrescriptionRow>)))]
pub(super) async fn prescriptions(
    State(app): State<App>,
    asker: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<PrescriptionRow>> {
    let window = Window::of(&paging)?;
    let role = who(&app, asker.account).await?;
    let is_pharmacy = role.is_some_and(|who| who.is(Role::Pharmacy));
    let query = sqlx::query(match role.map(|who| who.role) {
        Some(Role::Doctor) => {
            "SELECT prescription, patient, doctor, record, fills_left, until, voided, position FROM prescriptions \
             WHERE doctor = $1 AND position < $2 ORDER BY position DESC LIMIT $3"
        }
        Some(Role::Pharmacy) => {
            "SELECT p.prescription, p.patient, p.doctor, p.fills_left, p.until, p.voided, p.position, g.terms, \
             r.record, r.owner, r.author, r.kind, r.written \
             FROM grants g JOIN prescriptions p ON p.patient = g.patient JOIN records r ON r.record = p.record \
             WHERE g.reader = $1 AND g.purpose = 'dispensing' AND g.ended IS NULL AND g.until > $4 \
             AND p.position < $2 ORDER BY p.position DESC LIMIT $3"
        }
        _ => {
            "SELECT prescription, patient, doctor, record, fills_left, until, voided, position FROM prescriptions \
             WHERE (patient = $1 OR patient IN (SELECT patient FROM guardians WHERE guardian = $1)) \
             AND position < $2 ORDER BY position DESC LIMIT $3"
        }
    });
    let mut query = query.bind(hex(asker.account.0)).bind(window.before).bind(window.fetch());
    if role.is_some_and(|who| who.role == Role::Pharmacy) {
        query = query.bind(app.now() as i64);
    }
    let mut rows = query.fetch_all(app.db.pool()).await?;
    let next = window.cut(&mut rows)?;
    let mut found = Vec::new();
    for row in rows {
        if role.is_none_or(|who| who.role != Role::Pharmacy) || (is_pharmacy && covered(&row, asker.account)?) {
            found.push(prescription_row(&row)?);
        }
    }
    fills(&app, &mut found).await?;
    Ok(Json(ended(&app, found, next).await?))
}

fn covered(row: &AnyRow, pharmacy: Account) -> Result<bool, sqlx::Error> {
    let terms: Terms = from_scale(row, "terms")?;
    Ok(terms.scope.covers(&facts(row)?, pharmacy))
}

async fn fills(app: &App, found: &mut [PrescriptionRow]) -> Result<(), sqlx::Error> {
    let names: Vec<String> = found.iter().map(|row| hex(row.id.0)).collect();
    let places: HashMap<PrescriptionId, usize> = found.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
    let sql = "SELECT prescription, at FROM fills WHERE prescription IN";
    for row in of_all(app, sql, "ORDER BY prescription, position", &names).await? {
        if let Some(place) = places.get(&identifier(&row, "prescription")?) {
            found[*place].filled.push(number(&row, "at")?);
        }
    }
    Ok(())
}

fn visit_row(row: &AnyRow) -> Result<VisitRow, sqlx::Error> {
    let (patient, doctor) = (identifier(row, "patient")?, identifier(row, "doctor")?);
    let (from, slots, state) = (number(row, "starts")?, small(row, "slots")?, word(row, "state")?);
    let visit = Visit { patient, doctor, from, slots, state };
    Ok(VisitRow { id: identifier(row, "visit")?, visit, ended: row.try_get("ended")?, at: number(row, "at")? })
}

fn prescription_row(row: &AnyRow) -> Result<PrescriptionRow, sqlx::Error> {
    Ok(PrescriptionRow {
        id: identifier(row, "prescription")?,
        patient: identifier(row, "patient")?,
        doctor: identifier(row, "doctor")?,
        record: identifier(row, "record")?,
        left: small(row, "fills_left")?,
        until: number(row, "until")?,
        voided: number(row, "voided")? != 0,
        filled: Vec::new(),
    })
}
