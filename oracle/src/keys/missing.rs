//! Wraps that live keys ask for and nobody has made yet. The index says which; the chain decides when they are made.

use crate::{
    app::App,
    columns::{from_scale, identifier, small, word},
    db::hex,
    door::number,
    index::cursor,
    problem::{Answer, Failed},
    reads::facts,
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Query, State},
};
use chartkey_protocol::{Missing, Page, Why};
use chartkey_vocabulary::{Account, Attestation, Cid, Facts, FindingId, Purpose, RecordId, Scope, Terms};
use serde::Deserialize;
use sqlx::{AnyPool, Row};
use std::collections::HashMap;

/// Records of one page.
const RECORDS: i64 = 100;

/// Whose, and from where.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Of {
    /// The asker's own chart unless said; or that of somebody they act for.
    #[param(value_type = Option<String>)]
    patient: Option<Account>,
    /// The `next` of the page before.
    after: Option<String>,
    /// Whether findings are wanted as well as versions.
    #[serde(default)]
    findings: bool,
}

/// Wraps that the owner's client is to make: of every version a live key covers, and of all versions for the owner and
/// the guardians, where there is none yet to the reader's keys of now.
#[utoipa::path(get, path = "/api/wraps/missing", tag = "keys", params(Of), security(("bearer" = [])),
    responses((status = 200, body = Page<Missing>)))]
pub(super) async fn missing(State(app): State<App>, who: SignedIn, Query(of): Query<Of>) -> Answer<Page<Missing>> {
    let patient = of.patient.unwrap_or(who.account);
    if patient != who.account && !app.chain.guards(who.account, patient).await? {
        return Err(Failed::new(Why::NotFound, "This is not a chart of yours."));
    }
    let after = match of.after.as_deref().map(str::parse::<i64>) {
        None => -1,
        Some(Ok(after)) => after,
        Some(Err(_)) => return Err(Failed::new(Why::BadRequest, "There is no such page.")),
    };
    let pool = app.db.pool();
    let height = cursor(pool).await?.map_or(0, |cursor| cursor.height);
    let (facts, last) = records(pool, patient, after).await?;
    let next = (facts.len() as i64 == RECORDS).then(|| last.to_string());
    if facts.is_empty() {
        return Ok(Json(Page { rows: Vec::new(), next: None, height }));
    }
    let readers = readers(pool, patient, app.now()).await?;
    let mut blobs = versions(pool, patient, after, last).await?;
    if of.findings {
        blobs.extend(findings(pool, patient, after, last).await?);
    }
    let made = made(pool, patient, after, last).await?;
    let mut rows = Vec::new();
    for blob in &blobs {
        let Some(facts) = facts.get(&blob.record) else { continue };
        for reader in readers.iter().filter(|reader| reader.opens(facts)) {
            let made = made.get(&(blob.cid, reader.account, reader.purpose));
            if made == Some(&reader.epoch) {
                continue;
            }
            let Blob { record, version, finding, cid } = *blob;
            let Reader { account, purpose, epoch, .. } = *reader;
            rows.push(Missing { record, version, finding, cid, reader: account, purpose, epoch });
        }
    }
    Ok(Json(Page { rows, next, height }))
}

/// Something sealed.
struct Blob {
    record: RecordId,
    version: u16,
    finding: Option<FindingId>,
    cid: Cid,
}

/// Somebody who shall be able to open something.
struct Reader {
    account: Account,
    purpose: Purpose,
    epoch: u32,
    /// What a key opens; the owner and the guardians open everything.
    scope: Option<Scope>,
}

impl Reader {
    fn opens(&self, facts: &Facts) -> bool {
        self.scope
            .as_ref()
            .is_none_or(|scope| self.purpose.reach().has(facts.kind) && scope.covers(facts, self.account))
    }
}

async fn records(pool: &AnyPool, owner: Account, after: i64) -> Result<(HashMap<RecordId, Facts>, i64), sqlx::Error> {
    let rows = sqlx::query(
        "SELECT record, owner, author, kind, written, position FROM records \
         WHERE owner = $1 AND position > $2 ORDER BY position LIMIT $3",
    )
    .bind(hex(owner.0))
    .bind(after)
    .bind(RECORDS)
    .fetch_all(pool)
    .await?;
    let (mut all, mut last) = (HashMap::new(), after);
    for row in rows {
        let facts = facts(&row)?;
        last = row.try_get("position")?;
        all.insert(facts.record, facts);
    }
    Ok((all, last))
}

async fn versions(pool: &AnyPool, owner: Account, after: i64, last: i64) -> Result<Vec<Blob>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT v.record, v.version, v.cid FROM records r JOIN versions v ON v.record = r.record \
         WHERE r.owner = $1 AND r.position > $2 AND r.position <= $3 ORDER BY r.position, v.version",
    )
    .bind(hex(owner.0))
    .bind(after)
    .bind(last)
    .fetch_all(pool)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Blob { record: identifier(row, 0)?, version: small(row, 1)?, finding: None, cid: identifier(row, 2)? })
        })
        .collect()
}

async fn findings(pool: &AnyPool, owner: Account, after: i64, last: i64) -> Result<Vec<Blob>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT f.record, f.finding, f.cid, f.attestation FROM records r JOIN findings f ON f.record = r.record \
         WHERE r.owner = $1 AND r.position > $2 AND r.position <= $3 ORDER BY f.position",
    )
    .bind(hex(owner.0))
    .bind(after)
    .bind(last)
    .fetch_all(pool)
    .await?;
    rows.iter()
        .map(|row| {
            let Attestation { version, .. } = from_scale(row, 3)?;
            Ok(Blob {
                record: identifier(row, 0)?,
                version,
                finding: Some(identifier(row, 1)?),
                cid: identifier(row, 2)?,
            })
        })
        .collect()
}

async fn readers(pool: &AnyPool, patient: Account, now: u64) -> Result<Vec<Reader>, sqlx::Error> {
    let mut readers = Vec::new();
    let own = sqlx::query(
        "SELECT account, epoch FROM members WHERE keys IS NOT NULL AND standing = 'active' AND \
         (account = $1 OR account IN (SELECT guardian FROM guardians WHERE patient = $1)) ORDER BY account",
    )
    .bind(hex(patient.0))
    .fetch_all(pool)
    .await?;
    for row in own {
        let (account, epoch) = (identifier(&row, 0)?, small(&row, 1)?);
        readers.push(Reader { account, purpose: Purpose::Treatment, epoch, scope: None });
    }
    let granted = sqlx::query(
        "SELECT g.reader, g.purpose, g.terms, m.epoch FROM grants g JOIN members m ON m.account = g.reader \
         WHERE g.patient = $1 AND g.ended IS NULL AND g.until > $2 AND m.keys IS NOT NULL AND m.standing = 'active' \
         ORDER BY g.position",
    )
    .bind(hex(patient.0))
    .bind(number(now))
    .fetch_all(pool)
    .await?;
    for row in granted {
        let Terms { scope, openings, .. } = from_scale(&row, 2)?;
        let account = identifier(&row, 0)?;
        // A key that is used up needs nothing; whoever opens everything anyway has one wrap already.
        if openings == Some(0) || readers.iter().any(|own| own.scope.is_none() && own.account == account) {
            continue;
        }
        readers.push(Reader { account, purpose: word(&row, 1)?, epoch: small(&row, 3)?, scope: Some(scope) });
    }
    Ok(readers)
}

/// To which epoch of a reader's keys a wrap of a blob was made.
async fn made(
    pool: &AnyPool,
    owner: Account,
    after: i64,
    last: i64,
) -> Result<HashMap<(Cid, Account, Purpose), u32>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT w.cid, w.reader, w.purpose, w.epoch FROM records r JOIN wraps w ON w.record = r.record \
         WHERE r.owner = $1 AND r.position > $2 AND r.position <= $3",
    )
    .bind(hex(owner.0))
    .bind(after)
    .bind(last)
    .fetch_all(pool)
    .await?;
    rows.iter().map(|row| Ok(((identifier(row, 0)?, identifier(row, 1)?, word(row, 2)?), small(row, 3)?))).collect()
}
