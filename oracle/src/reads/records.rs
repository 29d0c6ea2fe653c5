//! What exists of a patient: records, versions, figures.

use super::{
    asker::{View, nothing, own, view},
    paging::{Window, ended, of_all},
};
use crate::{
    app::App,
    columns::{identifier, number, small, word},
    db::hex,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use chartkey_protocol::{Chart, Page, Paging, RecordRow, VersionRow};
use chartkey_vocabulary::{Account, Facts, RecordId};
use sqlx::{Row, any::AnyRow};
use std::collections::HashMap;

/// Rows that are looked at for one page; a key that covers little makes the page short, not slow.
const LOOKED_AT: usize = 1000;

/// The records of a patient that the asker may know of, the newest first.
#[utoipa::path(get, path = "/api/patients/{account}/records", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<RecordRow>)))]
pub(super) async fn records(
    State(app): State<App>,
    who: SignedIn,
    Path(patient): Path<Account>,
    Query(paging): Query<Paging>,
) -> Answer<Page<RecordRow>> {
    let view = view(&app, who.account, patient).await?;
    let mut window = Window::of(&paging)?;
    let (mut found, mut looked_at) = (Vec::new(), 0);
    let next = 'page: loop {
        let sql = "SELECT record, owner, author, kind, written, position FROM records \
                   WHERE owner = $1 AND position < $2 ORDER BY position DESC LIMIT $3";
        let rows = window.rows(&app, sql, patient).await?;
        let last = rows.len() <= window.limit;
        for row in rows {
            if found.len() == window.limit || looked_at == LOOKED_AT {
                break 'page Some(window.before.to_string());
            }
            window.before = row.try_get("position")?;
            looked_at += 1;
            let facts = facts(&row)?;
            if view.shows(&facts) {
                found.push(facts);
            }
        }
        if last {
            break None;
        }
    };
    let rows = with_versions(&app, found).await?;
    Ok(Json(ended(&app, rows, next).await?))
}

/// One record.
#[utoipa::path(get, path = "/api/records/{record}", tag = "reads", security(("bearer" = [])),
    params(("record" = String, Path)), responses((status = 200, body = RecordRow)))]
pub(super) async fn record(State(app): State<App>, who: SignedIn, Path(record): Path<RecordId>) -> Answer<RecordRow> {
    let (facts, _) = seen(&app, who.account, record).await?;
    with_versions(&app, vec![facts]).await?.pop().map(Json).ok_or_else(nothing)
}

/// A patient's figures, for the patient and guardians: what the chain's shelf and desk say too.
#[utoipa::path(get, path = "/api/patients/{account}/chart", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path)), responses((status = 200, body = Chart)))]
pub(super) async fn chart(State(app): State<App>, who: SignedIn, Path(owner): Path<Account>) -> Answer<Chart> {
    own(&app, who.account, owner).await?;
    let pool = app.db.pool();
    let row = sqlx::query("SELECT COUNT(*) AS records FROM records WHERE owner = $1")
        .bind(hex(owner.0))
        .fetch_one(pool)
        .await?;
    let epoch = sqlx::query("SELECT epoch FROM desks WHERE patient = $1").bind(hex(owner.0)).fetch_optional(pool);
    let epoch = epoch.await?.map_or(Ok(0), |row| small(&row, "epoch"))?;
    // As many as a client seals anew before it asks again.
    let behind =
        sqlx::query("SELECT DISTINCT record FROM versions WHERE owner = $1 AND epoch < $2 ORDER BY record LIMIT 200");
    let behind = behind.bind(hex(owner.0)).bind(i64::from(epoch)).fetch_all(pool).await?;
    let behind = behind.iter().map(|row| identifier(row, "record")).collect::<Result<_, _>>()?;
    Ok(Json(Chart { owner, records: small(&row, "records")?, epoch, behind }))
}

/// A record the asker may know of, and what else of its patient.
pub(super) async fn seen(app: &App, asker: Account, record: RecordId) -> Result<(Facts, View), Failed> {
    let row = sqlx::query("SELECT record, owner, author, kind, written FROM records WHERE record = $1")
        .bind(hex(record.0))
        .fetch_optional(app.db.pool())
        .await?;
    let facts = facts(&row.ok_or_else(nothing)?)?;
    let view = view(app, asker, facts.owner).await?;
    if view.shows(&facts) { Ok((facts, view)) } else { Err(nothing()) }
}

/// What the chain says of a record, from its row.
pub(crate) fn facts(row: &AnyRow) -> Result<Facts, sqlx::Error> {
    Ok(Facts {
        record: identifier(row, "record")?,
        owner: identifier(row, "owner")?,
        author: identifier(row, "author")?,
        kind: word(row, "kind")?,
        written: number(row, "written")?,
    })
}

async fn with_versions(app: &App, found: Vec<Facts>) -> Result<Vec<RecordRow>, sqlx::Error> {
    let names: Vec<String> = found.iter().map(|facts| hex(facts.record.0)).collect();
    let mut versions: HashMap<RecordId, Vec<VersionRow>> = HashMap::new();
    let sql = "SELECT record, version, cid, commitment, written_by, at, epoch FROM versions WHERE record IN";
    for row in of_all(app, sql, "ORDER BY record, version", &names).await? {
        let version = VersionRow {
            version: small(&row, "version")?,
            cid: identifier(&row, "cid")?,
            commitment: identifier(&row, "commitment")?,
            by: identifier(&row, "written_by")?,
            at: number(&row, "at")?,
            epoch: small(&row, "epoch")?,
        };
        versions.entry(identifier(&row, "record")?).or_default().push(version);
    }
    let mut findings: HashMap<RecordId, Vec<_>> = HashMap::new();
    let sql = "SELECT record, finding FROM findings WHERE record IN";
    for row in of_all(app, sql, "ORDER BY record, position", &names).await? {
        findings.entry(identifier(&row, "record")?).or_default().push(identifier(&row, "finding")?);
    }
    let row = |Facts { record, owner, author, kind, written }| RecordRow {
        record,
        owner,
        author,
        kind,
        written,
        versions: versions.remove(&record).unwrap_or_default(),
        findings: findings.remove(&record).unwrap_or_default(),
    };
    Ok(found.into_iter().map(row).collect())
}
