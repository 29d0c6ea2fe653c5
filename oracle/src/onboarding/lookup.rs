//! Finding a patient by a national number that never leaves the browser (RFC 9497, ristretto255-SHA512, verifiable).
//!
//! The browser blinds the number, the oracle evaluates it with its key and proves that it used that key, the browser
//! unblinds: what comes out, the tag, is the same for everybody who knows the number, and nobody can try numbers
//! without asking the oracle for each, which it allows a few times a day and writes down. Patients register their tag;
//! approved hospitals find by it, and the patient reads in the log that they did.

use super::{allowance, secrets::Secrets};
use crate::{
    app::App,
    columns::identifier,
    db::hex,
    log::{self, NewLine, Permit},
    notices,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{Json, extract::State, http::StatusCode};
use chartkey_protocol::{Bytes, Evaluated, Evaluation, LineKind, LookedUp, LookupTag, Why};
use chartkey_vocabulary::{Account, Role};
use rand::{Rng, rngs::OsRng};
use sha2::{Digest, Sha256};
use voprf::{BlindedElement, Ristretto255, VoprfServerEvaluateResult};

/// A patient registers once, perhaps again after a slip of the pen.
const OF_A_PATIENT: u64 = 5;
/// What a large emergency ward needs in a day; far from a country's numbers.
const OF_A_HOSPITAL: u64 = 300;
const ELEMENT: usize = 32;
const TAG: usize = 32;

/// The key a client checks evaluations against.
///
/// # Errors
/// When the secret file cannot be read or made.
pub async fn public_key(app: &App) -> Result<Bytes, Failed> {
    let server = Secrets::of(app).await?.lookup();
    let key = <Ristretto255 as voprf::Group>::serialize_elem(server.get_public_key());
    Ok(key.to_vec().into())
}

/// Evaluates a blinded number: for patients who register theirs, and for approved hospitals.
#[utoipa::path(post, path = "/api/lookup/evaluate", tag = "onboarding", security(("bearer" = [])),
    request_body = Evaluation, responses((status = 200, body = Evaluated)))]
pub(super) async fn evaluate(
    State(app): State<App>,
    person: SignedIn,
    Json(ask): Json<Evaluation>,
) -> Answer<Evaluated> {
    let limit = match role(&app, person.account).await? {
        Some(Role::Patient) => OF_A_PATIENT,
        Some(Role::Hospital) => OF_A_HOSPITAL,
        _ => return Err(Failed::new(Why::NotAllowed, "Only patients and approved hospitals may do this.")),
    };
    let blinded = Some(&ask.blinded.0)
        .filter(|bytes| bytes.len() == ELEMENT)
        .and_then(|bytes| BlindedElement::<Ristretto255>::deserialize(bytes).ok())
        .ok_or_else(|| Failed::new(Why::BadRequest, "This is no blinded number."))?;
    note(&app, person.account, "evaluate", limit).await?;
    let server = Secrets::of(&app).await?.lookup();
    let VoprfServerEvaluateResult { message, proof } = server.blind_evaluate(&mut OsRng, &blinded);
    let (element, proof) = (message.serialize().to_vec().into(), proof.serialize().to_vec().into());
    Ok(Json(Evaluated { element, proof }))
}

/// Lets hospitals find the asker by this tag.
#[utoipa::path(put, path = "/api/lookup", tag = "onboarding", security(("bearer" = [])),
    request_body = LookupTag, responses((status = 204)))]
pub(super) async fn register(
    State(app): State<App>,
    person: SignedIn,
    Json(tag): Json<LookupTag>,
) -> Result<StatusCode, Failed> {
    if role(&app, person.account).await? != Some(Role::Patient) {
        return Err(Failed::new(Why::NotAllowed, "Only patients are found by a number."));
    }
    let tag = hashed(&tag)?;
    note(&app, person.account, "register", OF_A_PATIENT).await?;
    // Whether somebody else registered the same number is not told: that would say that they are here.
    sqlx::query(
        "INSERT INTO lookup_tags (account, tag, at) VALUES ($1, $2, $3) \
         ON CONFLICT (account) DO UPDATE SET tag = $2, at = $3",
    )
    .bind(hex(person.account.0))
    .bind(tag)
    .bind(app.now() as i64)
    .execute(app.db.pool())
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets nobody find the asker by a number any more.
#[utoipa::path(delete, path = "/api/lookup", tag = "onboarding", security(("bearer" = [])),
    responses((status = 204)))]
pub(super) async fn forget(State(app): State<App>, person: SignedIn) -> Result<StatusCode, Failed> {
    sqlx::query("DELETE FROM lookup_tags WHERE account = $1")
        .bind(hex(person.account.0))
        .execute(app.db.pool())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Finds the patient who registered this tag; written into the patient's log first, and told.
#[utoipa::path(post, path = "/api/lookup/find", tag = "onboarding", security(("bearer" = [])),
    request_body = LookupTag, responses((status = 200, body = LookedUp)))]
pub(super) async fn find(State(app): State<App>, person: SignedIn, Json(tag): Json<LookupTag>) -> Answer<LookedUp> {
    if role(&app, person.account).await? != Some(Role::Hospital) {
        return Err(Failed::new(Why::NotAllowed, "Only approved hospitals may look patients up."));
    }
    let tag = hashed(&tag)?;
    note(&app, person.account, "find", OF_A_HOSPITAL).await?;
    let rows = sqlx::query("SELECT account FROM lookup_tags WHERE tag = $1 LIMIT 2")
        .bind(tag)
        .fetch_all(app.db.pool())
        .await?;
    let nobody = || Failed::new(Why::NotFound, "Nobody registered this number.");
    let patient = match &rows[..] {
        [] => return Err(nobody()),
        [one] => identifier(one, 0)?,
        // One of them is not whose number it is. Better none than the wrong chart.
        _ => return Err(Failed::new(Why::Conflict, "Several people registered this number. Ask for the health ID.")),
    };
    if role(&app, patient).await? != Some(Role::Patient) {
        return Err(nobody());
    }
    let permit = write_down(&app, patient, person.account).await?;
    let mut tx = app.db.write().await?;
    notices::looked_up(&mut tx, patient, person.account, app.now()).await?;
    tx.commit().await?;
    Ok(Json(LookedUp { patient: permit.line().patient }))
}

/// The role in which the chain lets this account act now.
async fn role(app: &App, account: Account) -> Result<Option<Role>, Failed> {
    let who = app.chain.who(account).await?;
    Ok(who.filter(|who| who.is(who.role)).map(|who| who.role))
}

/// Only a hash is kept, so that who reads the tables cannot ask for anybody.
fn hashed(tag: &LookupTag) -> Result<String, Failed> {
    if tag.tag.0.len() != TAG {
        return Err(Failed::new(Why::BadRequest, "A tag has 32 bytes."));
    }
    Ok(hex(Sha256::new().chain_update(b"chartkey tag 1").chain_update(&tag.tag.0).finalize()))
}

/// Takes one of the day's, and writes down that it was taken, before anything is answered.
async fn note(app: &App, account: Account, deed: &str, limit: u64) -> Result<(), Failed> {
    let (who, now) = (hex(account.0), app.now());
    let mut tx = app.db.write().await?;
    if !allowance::take(&mut tx, deed, &who, limit, now).await? {
        let wait = allowance::until_tomorrow(now);
        return Err(Failed::new(Why::TooMany, "This was done too often today.").wait(wait));
    }
    sqlx::query("INSERT INTO lookups (id, account, deed, at) VALUES ($1, $2, $3, $4)")
        .bind(hex(OsRng.r#gen::<[u8; 16]>()))
        .bind(who)
        .bind(deed)
        .bind(now as i64)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

/// Into the log whose head is on chain.
async fn write_down(app: &App, patient: Account, hospital: Account) -> Result<Permit, Failed> {
    let block = app.chain.finalized().await?.hash;
    let line = NewLine {
        patient,
        reader: Some(hospital),
        kind: LineKind::Lookup,
        record: None,
        version: None,
        purpose: None,
        basis: Some("hospital".into()),
        block,
        from: 0,
        to: 0,
    };
    log::write(app, line).await
}
