//! Who is who, and who stands by whom.

use super::{
    asker::{admin, nothing, own, view, who},
    paging::{behind, limit, page},
};
use crate::{
    app::App,
    columns::{identifier, maybe_identifier, number, small, word},
    db::hex,
    index::{Word, scale},
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use chartkey_protocol::{MemberRow, Page, Paging, Relations};
use chartkey_vocabulary::{Account, Role, Standing};
use serde::Deserialize;
use sqlx::{Row, any::AnyRow};

/// Relations that are told at most; a house may have many doctors.
const MOST: i64 = 500;

/// Which members an admin wants to see.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wanted {
    role: Option<Role>,
    standing: Option<Standing>,
}

macro_rules! members {
    ($rest:literal) => {
        concat!(
            "SELECT m.account, m.role, m.standing, m.keys, m.epoch, m.since, m.licence, p.profile, d.name \
             FROM members m LEFT JOIN profiles p ON p.account = m.account \
             LEFT JOIN directory_cards d ON d.cid = p.card ",
            $rest
        )
    };
}

/// One member. Patients are shown to themselves, to those who stand by them or hold a key, and to admins; whom the council
/// has not decided on to themselves and to admins.
#[utoipa::path(get, path = "/api/members/{account}", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path)), responses((status = 200, body = MemberRow)))]
pub(super) async fn member(State(app): State<App>, asker: SignedIn, Path(account): Path<Account>) -> Answer<MemberRow> {
    let row = sqlx::query(members!("WHERE m.account = $1"));
    let row = row.bind(hex(account.0)).fetch_optional(app.db.pool()).await?.ok_or_else(nothing)?;
    let found = read(&row)?;
    let public = found.role != Role::Patient && matches!(found.standing, Standing::Active | Standing::Suspended);
    if public || account == asker.account || who(&app, asker.account).await?.is_some_and(|who| who.is(Role::Admin)) {
        return Ok(Json(found));
    }
    if found.role != Role::Patient {
        return Err(nothing());
    }
    // A patient sees who their guardian is; everybody else needs a reason.
    if !guards(&app, account, asker.account).await? {
        view(&app, asker.account, account).await?;
    }
    Ok(Json(found))
}

/// Members by role and standing, for admins; applicants are the pending. Reading services that are active, for everybody.
#[utoipa::path(get, path = "/api/members", tag = "reads", security(("bearer" = [])),
    params(("role" = Option<String>, Query), ("standing" = Option<String>, Query),
        ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<MemberRow>)))]
pub(super) async fn members(
    State(app): State<App>,
    asker: SignedIn,
    Query(wanted): Query<Wanted>,
    Query(paging): Query<Paging>,
) -> Answer<Page<MemberRow>> {
    // Which reading services there are is for everybody to know: patients choose among them.
    if (wanted.role, wanted.standing) != (Some(Role::Worker), Some(Standing::Active)) {
        admin(&app, asker.account).await?;
    }
    let limit = limit(&paging);
    let behind = behind(&paging)?;
    let query = match (wanted.role, wanted.standing) {
        (None, None) => sqlx::query(members!("WHERE m.account > $1 ORDER BY m.account LIMIT $2")),
        (Some(_), None) => sqlx::query(members!("WHERE m.account > $1 AND m.role = $3 ORDER BY m.account LIMIT $2")),
        (None, Some(_)) => {
            sqlx::query(members!("WHERE m.account > $1 AND m.standing = $3 ORDER BY m.account LIMIT $2"))
        }
        (Some(_), Some(_)) => sqlx::query(members!(
            "WHERE m.account > $1 AND m.role = $3 AND m.standing = $4 ORDER BY m.account LIMIT $2"
        )),
    };
    let mut query = query.bind(behind).bind(limit as i64 + 1);
    for word in [wanted.role.map(Word::word), wanted.standing.map(Word::word)].into_iter().flatten() {
        query = query.bind(word);
    }
    let mut found = Vec::new();
    for row in query.fetch_all(app.db.pool()).await? {
        let member = read(&row)?;
        found.push((member.account.to_string(), member));
    }
    Ok(Json(page(&app, limit, found).await?))
}

/// Who stands by an account, for itself and guardians.
#[utoipa::path(get, path = "/api/patients/{account}/relations", tag = "reads", security(("bearer" = [])),
    params(("account" = String, Path)), responses((status = 200, body = Relations)))]
pub(super) async fn relations(
    State(app): State<App>,
    asker: SignedIn,
    Path(account): Path<Account>,
) -> Answer<Relations> {
    own(&app, asker.account, account).await?;
    let guardians = "SELECT guardian FROM guardians WHERE patient = $1 ORDER BY guardian LIMIT $2";
    let wards = "SELECT patient FROM guardians WHERE guardian = $1 ORDER BY patient LIMIT $2";
    let assigned = "SELECT doctor FROM assignments WHERE patient = $1 ORDER BY position DESC LIMIT $2";
    let houses = "SELECT hospital FROM affiliations WHERE doctor = $1 ORDER BY hospital LIMIT $2";
    let doctors = "SELECT doctor FROM affiliations WHERE hospital = $1 ORDER BY doctor LIMIT $2";
    Ok(Json(Relations {
        guardians: others(&app, guardians, account).await?,
        wards: others(&app, wards, account).await?,
        assigned: others(&app, assigned, account).await?,
        houses: [others(&app, houses, account).await?, others(&app, doctors, account).await?].concat(),
    }))
}

async fn others(app: &App, sql: &'static str, account: Account) -> Result<Vec<Account>, Failed> {
    let rows = sqlx::query(sql).bind(hex(account.0)).bind(MOST).fetch_all(app.db.pool()).await?;
    let read = |row: &AnyRow| Ok(<Account as crate::index::Identifier>::read(row.try_get(0)?)?);
    Ok(rows.iter().map(read).collect::<Result<_, sqlx::Error>>()?)
}

async fn guards(app: &App, guardian: Account, patient: Account) -> Result<bool, Failed> {
    let row = sqlx::query("SELECT 1 FROM guardians WHERE patient = $1 AND guardian = $2")
        .bind(hex(patient.0))
        .bind(hex(guardian.0))
        .fetch_optional(app.db.pool())
        .await?;
    Ok(row.is_some())
}

fn read(row: &AnyRow) -> Result<MemberRow, sqlx::Error> {
    let profile: Option<Vec<u8>> = row.try_get("profile")?;
    Ok(MemberRow {
        account: identifier(row, "account")?,
        role: word(row, "role")?,
        standing: word(row, "standing")?,
        keys: maybe_identifier(row, "keys")?,
        epoch: small(row, "epoch")?,
        since: number(row, "since")?,
        licence: maybe_identifier(row, "licence")?,
        profile: profile.map(scale).transpose()?,
        name: row.try_get("name")?,
    })
}
