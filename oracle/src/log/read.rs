//! The log for those it is about, and its hashes for everybody.

use super::writer::read_digest;
use crate::{
    app::App,
    columns::identifier,
    db::hex,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Query, State},
};
use chartkey_protocol::{Leaves, Line, LogHead, MyLog, Why};
use chartkey_vocabulary::Account;
use codec::Decode;
use serde::Deserialize;
use sqlx::Row;

/// Lines of one page.
const LINES: usize = 200;
/// Leaves of one page: 68 KB of JSON.
const LEAVES: i64 = 1000;
/// Nobody acts for more people; whoever does names them one by one.
const WARDS: i64 = 64;

/// Which lines.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Mine {
    /// Those behind this position.
    after: Option<u64>,
    /// Only those about this patient: the asker, or somebody they act for.
    #[param(value_type = Option<String>)]
    patient: Option<Account>,
}

/// Who opened what of the asker and of those they act for.
#[utoipa::path(get, path = "/api/log/mine", tag = "log", params(Mine), security(("bearer" = [])),
    responses((status = 200, body = MyLog)))]
pub(super) async fn mine(State(app): State<App>, who: SignedIn, Query(which): Query<Mine>) -> Answer<MyLog> {
    let patients = match which.patient {
        Some(patient) if patient == who.account || app.chain.guards(who.account, patient).await? => vec![patient],
        Some(_) => return Err(Failed::new(Why::NotFound, "This is not a log of yours.")),
        None => charts_of(&app, who.account).await?,
    };
    let (mut lines, mut total) = (Vec::new(), 0);
    for patient in patients {
        lines.extend(lines_of(&app, patient, which.after).await?);
        total += count_of(&app, patient).await?;
    }
    lines.sort_unstable_by_key(|line| line.position);
    lines.truncate(LINES);
    Ok(Json(MyLog { lines, total }))
}

/// The asker, and whom the finalized chain says they act for.
async fn charts_of(app: &App, account: Account) -> Result<Vec<Account>, Failed> {
    let rows = sqlx::query("SELECT patient FROM guardians WHERE guardian = $1 ORDER BY patient LIMIT $2")
        .bind(hex(account.0))
        .bind(WARDS)
        .fetch_all(app.db.pool())
        .await?;
    let mut charts = vec![account];
    for row in rows {
        let ward = identifier(&row, 0)?;
        // The index may lag behind a dismissal; the chain does not.
        if app.chain.guards(account, ward).await? {
            charts.push(ward);
        }
    }
    Ok(charts)
}

async fn lines_of(app: &App, patient: Account, after: Option<u64>) -> Result<Vec<Line>, sqlx::Error> {
    let rows =
        sqlx::query("SELECT line FROM log_lines WHERE patient = $1 AND position > $2 ORDER BY position LIMIT $3")
            .bind(hex(patient.0))
            .bind(after.map_or(-1, |after| i64::try_from(after).unwrap_or(i64::MAX)))
            .bind(LINES as i64)
            .fetch_all(app.db.pool())
            .await?;
    rows.iter()
        .map(|row| {
            let line: Vec<u8> = row.try_get(0)?;
            Line::decode(&mut &line[..]).map_err(|error| sqlx::Error::Decode(Box::new(error)))
        })
        .collect()
}

async fn count_of(app: &App, patient: Account) -> Result<u64, sqlx::Error> {
    let row = sqlx::query("SELECT COALESCE(MAX(nth) + 1, 0) FROM log_lines WHERE patient = $1")
        .bind(hex(patient.0))
        .fetch_one(app.db.pool())
        .await?;
    Ok(row.try_get::<i64, _>(0)? as u64)
}

/// From where.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct From {
    /// Position of the first.
    #[serde(default)]
    from: u64,
}

/// The hashes of all lines, a page at a time. What a line says cannot be told from its hash.
#[utoipa::path(get, path = "/api/log/leaves", tag = "log", params(From), responses((status = 200, body = Leaves)))]
pub(super) async fn leaves(State(app): State<App>, Query(From { from }): Query<From>) -> Answer<Leaves> {
    let first = i64::try_from(from).unwrap_or(i64::MAX);
    let rows = sqlx::query("SELECT leaf FROM log_lines WHERE position >= $1 ORDER BY position LIMIT $2")
        .bind(first)
        .bind(LEAVES)
        .fetch_all(app.db.pool())
        .await?;
    let leaves = rows.iter().map(|row| read_digest(row.try_get(0)?)).collect::<Result<_, sqlx::Error>>()?;
    Ok(Json(Leaves { from, leaves }))
}

/// The head over all lines, and the last one that is on the chain.
#[utoipa::path(get, path = "/api/log/head", tag = "log", responses((status = 200, body = LogHead)))]
pub(super) async fn head(State(app): State<App>) -> Answer<LogHead> {
    let row = sqlx::query("SELECT count, head FROM log_head WHERE one = 1").fetch_one(app.db.pool()).await?;
    let (count, head) = (row.try_get::<i64, _>(0)? as u64, read_digest(row.try_get(1)?)?);
    let last = sqlx::query("SELECT count, head, at FROM log_anchors WHERE at IS NOT NULL ORDER BY count DESC LIMIT 1")
        .fetch_optional(app.db.pool())
        .await?;
    let mut answer = LogHead { head, count, anchored: None, anchored_count: 0, anchored_at: None };
    if let Some(last) = last {
        answer.anchored_count = last.try_get::<i64, _>(0)? as u64;
        answer.anchored = Some(read_digest(last.try_get(1)?)?);
        answer.anchored_at = Some(last.try_get::<i64, _>(2)? as u64);
    }
    Ok(Json(answer))
}
