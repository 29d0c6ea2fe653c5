//! What machines found in a patient's records, and who signed it.

use super::{
    asker::view,
    paging::{Window, ended, of_all},
    records::facts,
};
use crate::{
    app::App,
    columns::{from_scale, identifier, number, word},
    db::hex,
    problem::Answer,
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use chartkey_protocol::{FindingRow, Page, Paging};
use chartkey_vocabulary::{Account, FindingId, SignOff};
use std::collections::HashMap;

/// The findings in those records of a patient that the asker may know of, the newest first.
#[utoipa::path(get, path = "/api/patients/{account}/findings", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<FindingRow>)))]
pub(super) async fn findings(
    State(app): State<App>,
    who: SignedIn,
    Path(patient): Path<Account>,
    Query(paging): Query<Paging>,
) -> Answer<Page<FindingRow>> {
    let view = view(&app, who.account, patient).await?;
    let window = Window::of(&paging)?;
    let sql = "SELECT f.finding, f.attestation, f.cid, f.position, r.record, r.owner, r.author, r.kind, r.written \
               FROM findings f JOIN records r ON r.record = f.record \
               WHERE f.owner = $1 AND f.position < $2 ORDER BY f.position DESC LIMIT $3";
    let mut rows = window.rows(&app, sql, patient).await?;
    let next = window.cut(&mut rows)?;
    let mut found = Vec::new();
    for row in rows {
        let facts = facts(&row)?;
        if view.shows(&facts) {
            let attestation = from_scale(&row, "attestation")?;
            let (finding, cid) = (identifier(&row, "finding")?, identifier(&row, "cid")?);
            let (owner, workers, signed) = (facts.owner, Vec::new(), Vec::new());
            found.push(FindingRow { finding, owner, attestation, cid, workers, signed });
        }
    }
    people(&app, &mut found).await?;
    Ok(Json(ended(&app, found, next).await?))
}

/// Who found it, and who signed.
async fn people(app: &App, found: &mut [FindingRow]) -> Result<(), sqlx::Error> {
    let names: Vec<String> = found.iter().map(|row| hex(row.finding.0)).collect();
    let places: HashMap<FindingId, usize> = found.iter().enumerate().map(|(place, row)| (row.finding, place)).collect();
    let sql = "SELECT finding, worker FROM finding_workers WHERE finding IN";
    for row in of_all(app, sql, "ORDER BY finding, position", &names).await? {
        if let Some(place) = places.get(&identifier(&row, "finding")?) {
            found[*place].workers.push(identifier(&row, "worker")?);
        }
    }
    let sql = "SELECT finding, doctor, verdict, at FROM sign_offs WHERE finding IN";
    for row in of_all(app, sql, "ORDER BY finding, position", &names).await? {
        if let Some(place) = places.get(&identifier(&row, "finding")?) {
            let (doctor, verdict) = (identifier(&row, "doctor")?, word(&row, "verdict")?);
            found[*place].signed.push(SignOff { doctor, verdict, at: number(&row, "at")? });
        }
    }
    Ok(())
}
