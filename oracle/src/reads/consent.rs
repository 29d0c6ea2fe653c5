//! Keys, requests, links and broken glasses: of a patient for the patient and guardians, of a reader for the reader.

use super::{
    asker::own,
    paging::{Window, page},
};
use crate::{
    app::App,
    columns::{from_scale, identifier, maybe_identifier, maybe_number, number, small, word},
    db::hex,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use chartkey_protocol::{EmergencyRow, GrantRow, LinkRow, Page, Paging, RequestRow};
use chartkey_vocabulary::{Account, DAY, Time};
use sqlx::{Row, any::AnyRow};

/// A request lapses so long after it was made, as the law of the contracts has it.
const REQUEST_LASTS: Time = 30 * DAY;

const GRANTS_OF: &str = "SELECT patient, reader, purpose, terms, given_by, since, ended, position FROM grants \
                         WHERE patient = $1 AND position < $2 ORDER BY position DESC LIMIT $3";
const MY_GRANTS: &str = "SELECT patient, reader, purpose, terms, given_by, since, ended, position FROM grants \
                         WHERE reader = $1 AND position < $2 ORDER BY position DESC LIMIT $3";
const REQUESTS_OF: &str = "SELECT patient, reader, purpose, terms, at, position FROM requests \
                           WHERE patient = $1 AND position < $2 AND at > $4 AND until > $5 \
                           ORDER BY position DESC LIMIT $3";
const MY_REQUESTS: &str = "SELECT patient, reader, purpose, terms, at, position FROM requests \
                           WHERE reader = $1 AND position < $2 AND at > $4 AND until > $5 \
                           ORDER BY position DESC LIMIT $3";
const LINKS_OF: &str = "SELECT link, owner, until, views_left, views, closed, position FROM links \
                        WHERE owner = $1 AND position < $2 ORDER BY position DESC LIMIT $3";
const EMERGENCIES_OF: &str = "SELECT e.patient, e.reader, e.reason, e.at, e.until, e.mended, e.position, c.record \
                              FROM emergencies e LEFT JOIN emergency_cards c ON c.patient = e.patient \
                              WHERE e.patient = $1 AND e.position < $2 ORDER BY e.position DESC LIMIT $3";
const MY_EMERGENCIES: &str = "SELECT e.patient, e.reader, e.reason, e.at, e.until, e.mended, e.position, c.record \
                              FROM emergencies e LEFT JOIN emergency_cards c ON c.patient = e.patient \
                              WHERE e.reader = $1 AND e.position < $2 ORDER BY e.position DESC LIMIT $3";

/// Keys to a patient's records, those that ended included, the newest first.
#[utoipa::path(get, path = "/api/patients/{account}/grants", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<GrantRow>)))]
pub(super) async fn grants(
    State(app): State<App>,
    who: SignedIn,
    Path(patient): Path<Account>,
    Query(paging): Query<Paging>,
) -> Answer<Page<GrantRow>> {
    own(&app, who.account, patient).await?;
    list(&app, GRANTS_OF, patient, &paging, None, grant).await
}

/// Keys the asker holds or held, the newest first.
#[utoipa::path(get, path = "/api/mine/grants", tag = "reads", security(("bearer" = [])),
    params(("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<GrantRow>)))]
pub(super) async fn my_grants(
    State(app): State<App>,
    who: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<GrantRow>> {
    list(&app, MY_GRANTS, who.account, &paging, None, grant).await
}

/// Requests a patient can answer, the newest first.
#[utoipa::path(get, path = "/api/patients/{account}/requests", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<RequestRow>)))]
pub(super) async fn requests(
    State(app): State<App>,
    who: SignedIn,
    Path(patient): Path<Account>,
    Query(paging): Query<Paging>,
) -> Answer<Page<RequestRow>> {
    own(&app, who.account, patient).await?;
    list(&app, REQUESTS_OF, patient, &paging, Some(app.now()), request).await
}

/// Requests the asker made and nobody answered, the newest first.
#[utoipa::path(get, path = "/api/mine/requests", tag = "reads", security(("bearer" = [])),
    params(("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<RequestRow>)))]
pub(super) async fn my_requests(
    State(app): State<App>,
    who: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<RequestRow>> {
    list(&app, MY_REQUESTS, who.account, &paging, Some(app.now()), request).await
}

/// A patient's share links, the newest first.
#[utoipa::path(get, path = "/api/patients/{account}/links", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<LinkRow>)))]
pub(super) async fn links(
    State(app): State<App>,
    who: SignedIn,
    Path(patient): Path<Account>,
    Query(paging): Query<Paging>,
) -> Answer<Page<LinkRow>> {
    own(&app, who.account, patient).await?;
    let now = app.now();
    list(&app, LINKS_OF, patient, &paging, None, |row| link(row, now)).await
}

/// Who broke a patient's glass, the newest first.
#[utoipa::path(get, path = "/api/patients/{account}/emergencies", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<EmergencyRow>)))]
pub(super) async fn emergencies(
    State(app): State<App>,
    who: SignedIn,
    Path(patient): Path<Account>,
    Query(paging): Query<Paging>,
) -> Answer<Page<EmergencyRow>> {
    own(&app, who.account, patient).await?;
    list(&app, EMERGENCIES_OF, patient, &paging, None, emergency).await
}

/// Glasses the asker broke, the newest first.
#[utoipa::path(get, path = "/api/mine/emergencies", tag = "reads", security(("bearer" = [])),
    params(("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<EmergencyRow>)))]
pub(super) async fn my_emergencies(
    State(app): State<App>,
    who: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<EmergencyRow>> {
    let now = app.now();
    list(&app, MY_EMERGENCIES, who.account, &paging, None, |row| {
        let row = emergency(row)?;
        // Which record the card is concerns only who may open it now.
        let open = row.mended.is_none() && row.until > now;
        Ok(EmergencyRow { card: row.card.filter(|_| open), ..row })
    })
    .await
}

/// A list of one account, by position; `standing` for what lapses.
async fn list<T>(
    app: &App,
    sql: &'static str,
    account: Account,
    paging: &Paging,
    standing: Option<Time>,
    read: impl Fn(&AnyRow) -> Result<T, sqlx::Error>,
) -> Result<Json<Page<T>>, Failed> {
    let window = Window::of(paging)?;
    let mut query = sqlx::query(sql).bind(hex(account.0)).bind(window.before).bind(window.fetch());
    if let Some(now) = standing {
        query = query.bind(now.saturating_sub(REQUEST_LASTS) as i64).bind(now as i64);
    }
    let mut found = Vec::new();
    for row in query.fetch_all(app.db.pool()).await? {
        found.push((row.try_get::<i64, _>("position")?.to_string(), read(&row)?));
    }
    Ok(Json(page(app, window.limit, found).await?))
}

fn grant(row: &AnyRow) -> Result<GrantRow, sqlx::Error> {
    Ok(GrantRow {
        patient: identifier(row, "patient")?,
        reader: identifier(row, "reader")?,
        purpose: word(row, "purpose")?,
        terms: from_scale(row, "terms")?,
        by: identifier(row, "given_by")?,
        since: number(row, "since")?,
        ended: maybe_number(row, "ended")?,
    })
}

fn request(row: &AnyRow) -> Result<RequestRow, sqlx::Error> {
    Ok(RequestRow {
        patient: identifier(row, "patient")?,
        reader: identifier(row, "reader")?,
        purpose: word(row, "purpose")?,
        terms: from_scale(row, "terms")?,
        at: number(row, "at")?,
    })
}

fn link(row: &AnyRow, now: Time) -> Result<LinkRow, sqlx::Error> {
    let (until, left) = (number(row, "until")?, maybe_number(row, "views_left")?);
    let closed: Option<Time> = maybe_number(row, "closed")?;
    Ok(LinkRow {
        link: identifier(row, "link")?,
        owner: identifier(row, "owner")?,
        until,
        left,
        open: closed.is_none() && until > now && left != Some(0u16),
        views: small(row, "views")?,
    })
}

fn emergency(row: &AnyRow) -> Result<EmergencyRow, sqlx::Error> {
    Ok(EmergencyRow {
        patient: identifier(row, "patient")?,
        reader: identifier(row, "reader")?,
        reason: word(row, "reason")?,
        at: number(row, "at")?,
        until: number(row, "until")?,
        mended: maybe_number(row, "mended")?,
        card: maybe_identifier(row, "record")?,
    })
}
