//! A professional's licence: is it in the register, and does its holder answer the telephone the register has?
//!
//! Whether a licence exists is not told. A number the register does not have is answered in the same words, counted
//! under the same limits and given a code to guess that nobody was sent and that is never right.

use super::{
    allowance, puzzle,
    register::{canonical, role_word},
    secrets::Secrets,
};
use crate::{
    app::App,
    db::hex,
    notices::{NotSent, Senders},
    outbox::Outcome,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{Json, extract::State, http::StatusCode};
use chartkey_protocol::{CodeSent, LicenceCheck, LicenceCode, PuzzleFor, Why};
use chartkey_vocabulary::{Account, Commitment, MINUTE, Message, RegistryMessage, Role, Standing, Time};
use rand::{Rng, RngCore, rngs::OsRng};
use sha2::{Digest, Sha256};
use sqlx::{Any, Row, Transaction};
use std::time::Duration;
use subtle::ConstantTimeEq;

/// A code is good for so long.
const LIVES: Time = 5 * MINUTE;
const TRIES: u8 = 3;
/// Checks a day, each of account, licence and telephone: at three tries each, fifteen guesses at a million.
const A_DAY: u64 = 5;
/// Pauses before a message is tried again; all of them lie within the code's life.
const AGAIN: [u64; 4] = [2, 8, 30, 90];

/// As what somebody applied, and when: a licence vouches for this application and for no other.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Applied {
    role: Role,
    since: Time,
}

/// What the register has.
struct Licence {
    number: String,
    phone: String,
}

/// Sends a code to the telephone the register has for this licence.
#[utoipa::path(post, path = "/api/licence", tag = "onboarding", security(("bearer" = [])),
    request_body = LicenceCheck, responses((status = 200, body = CodeSent)))]
pub(super) async fn check(State(app): State<App>, person: SignedIn, Json(ask): Json<LicenceCheck>) -> Answer<CodeSent> {
    let number = canonical(&ask.number)
        .ok_or_else(|| Failed::new(Why::BadRequest, "A licence's number has 3 to 32 letters and digits."))?;
    let secrets = Secrets::of(&app).await?;
    puzzle::spend(&app, &secrets, PuzzleFor::Licence, &ask.solved).await?;
    let not_pending =
        || Failed::new(Why::NotAllowed, "Register as a doctor, hospital or pharmacy first.").denial("not_pending");
    let applied = applicant(&app, person.account).await?.ok_or_else(not_pending)?;
    let senders = Senders::of(&app.settings).map_err(|error| {
        tracing::error!(%error, "no message can be sent");
        Failed::new(Why::Broken, "The service cannot send messages.")
    })?;
    let (now, account) = (app.now(), hex(person.account.0));
    let until = now + LIVES;
    let code = format!("{:06}", OsRng.gen_range(0..1_000_000));

    let mut tx = app.db.write().await?;
    let spared = allowance::take(&mut tx, "licence of", &account, A_DAY, now).await?
        && allowance::take(&mut tx, "licence", &hex(secrets.mac("licence", &[number.as_bytes()])), A_DAY, now).await?;
    if !spared {
        let wait = allowance::until_tomorrow(now);
        return Err(Failed::new(Why::TooMany, "Too many codes were asked for today.").wait(wait));
    }
    let licence = find(&mut tx, &number, applied.role, now).await?;
    let phone = licence.as_ref().map_or_else(|| nowhere(&secrets, &number), |licence| licence.phone.clone());
    let reached =
        allowance::take(&mut tx, "phone", &hex(secrets.mac("phone", &[phone.as_bytes()])), A_DAY, now).await?;
    let sent = licence.filter(|_| reached);
    let mac = match &sent {
        Some(_) => code_mac(&secrets, &account, &number, &code),
        None => random(),
    };
    keep(&mut tx, &account, applied, &mac, sent.as_ref(), until).await?;
    tx.commit().await?;

    let answer = CodeSent { phone: veiled(&phone), until, tries: TRIES };
    if let Some(licence) = sent {
        let text =
            format!("{code} is your Chartkey code, good for five minutes. Nobody of Chartkey will ask you for it.");
        tokio::spawn(async move { send(&senders, &licence.phone, &text).await });
    }
    Ok(Json(answer))
}

/// Takes the code; answered once the attestation is final. Asking again with the right code is harmless.
#[utoipa::path(post, path = "/api/licence/code", tag = "onboarding", security(("bearer" = [])),
    request_body = LicenceCode, responses((status = 204, description = "The licence is attested")))]
pub(super) async fn confirm(
    State(app): State<App>,
    person: SignedIn,
    Json(ask): Json<LicenceCode>,
) -> Result<StatusCode, Failed> {
    let wrong = || Failed::new(Why::Refused, "The code or the number is wrong.");
    let number = canonical(&ask.number).ok_or_else(wrong)?;
    let secrets = Secrets::of(&app).await?;
    let account = hex(person.account.0);
    let mac = code_mac(&secrets, &account, &number, &ask.code);
    let applied = applicant(&app, person.account).await?;
    let key = match try_code(&app, person.account, applied, &mac).await? {
        Tried::Right(key) => key,
        Tried::Wrong => return Err(wrong()),
        Tried::Lapsed => return Err(Failed::new(Why::Lapsed, "The code has lapsed. Ask for a new one.")),
    };
    match app.outbox.wait(&key, super::faucet::PATIENCE).await? {
        Some(Outcome::Final(_)) => Ok(StatusCode::NO_CONTENT),
        Some(Outcome::Failed(reason)) => {
            Err(Failed::new(Why::Refused, "The chain did not take the attestation.").denial(reason))
        }
        Some(Outcome::Pending) | None => Err(Failed::new(Why::Busy, "The attestation is on its way.").wait(5)),
    }
}

/// Only who has applied is helped: the chain would refuse the attestation of anybody else.
async fn applicant(app: &App, account: Account) -> Result<Option<Applied>, Failed> {
    let member = app.chain.member(account).await?;
    let pending = member.filter(|member| member.who.role.is_professional() && member.who.standing == Standing::Pending);
    Ok(pending.map(|member| Applied { role: member.who.role, since: member.since }))
}

async fn find(
    tx: &mut Transaction<'static, Any>,
    number: &str,
    role: Role,
    now: Time,
) -> Result<Option<Licence>, sqlx::Error> {
    let row = sqlx::query("SELECT number, phone FROM licences WHERE number = $1 AND role = $2 AND valid_until > $3")
        .bind(number)
        .bind(role_word(role))
        .bind(now as i64)
        .fetch_optional(&mut **tx)
        .await?;
    row.map(|row| Ok(Licence { number: row.try_get(0)?, phone: row.try_get(1)? })).transpose()
}

async fn keep(
    tx: &mut Transaction<'static, Any>,
    account: &str,
    applied: Applied,
    mac: &[u8; 32],
    sent: Option<&Licence>,
    until: Time,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO licence_checks (account, code_mac, licence, until, tries, role, applied, posted) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL) ON CONFLICT (account) DO UPDATE \
         SET code_mac = $2, licence = $3, until = $4, tries = $5, role = $6, applied = $7, posted = NULL",
    )
    .bind(account)
    .bind(hex(mac))
    .bind(sent.map(|licence| &*licence.number))
    .bind(until as i64)
    .bind(i64::from(TRIES))
    .bind(role_word(applied.role))
    .bind(applied.since as i64)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What came of a try.
enum Tried {
    /// The attestation was or is posted under this key.
    Right(String),
    Wrong,
    Lapsed,
}

/// `applied` is what the account waits for now.
async fn try_code(app: &App, account: Account, applied: Option<Applied>, mac: &[u8; 32]) -> Result<Tried, sqlx::Error> {
    let (who, now) = (hex(account.0), app.now());
    let mut tx = app.db.write().await?;
    // Counted down before it is compared, and the row locked: however many try at once, three tries are three.
    let row = sqlx::query(
        "UPDATE licence_checks SET tries = tries - 1 \
         WHERE account = $1 AND (posted IS NOT NULL OR until > $2) AND tries > 0 \
         RETURNING code_mac, licence, role, applied, posted",
    )
    .bind(&who)
    .bind(now as i64)
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else { return Ok(Tried::Lapsed) };
    let (expected, number): (String, Option<String>) = (row.try_get("code_mac")?, row.try_get("licence")?);
    let (role, since): (String, i64) = (row.try_get("role")?, row.try_get("applied")?);
    let same = applied.filter(|waits| role_word(waits.role) == Some(&*role) && waits.since as i64 == since);
    let posted: Option<String> = row.try_get("posted")?;
    let tried = match number {
        Some(number) if bool::from(expected.as_bytes().ct_eq(hex(mac).as_bytes())) => {
            let key = match (posted, same) {
                (Some(key), _) => key,
                (None, Some(applied)) => attest(app, &mut tx, account, applied, &number).await?,
                // Who left and applied anew meanwhile, or waits no longer, asks for a code of its own.
                (None, None) => {
                    tx.commit().await?;
                    return Ok(Tried::Lapsed);
                }
            };
            // The right code may come again: its answer may have been lost on the way.
            sqlx::query("UPDATE licence_checks SET tries = tries + 1, posted = $1 WHERE account = $2")
                .bind(&key)
                .bind(&who)
                .execute(&mut *tx)
                .await?;
            Tried::Right(key)
        }
        _ => Tried::Wrong,
    };
    tx.commit().await?;
    Ok(tried)
}

/// Says it on chain. What the chain sees is salted: the register's numbers are few enough to be tried one by one.
async fn attest(
    app: &App,
    tx: &mut Transaction<'static, Any>,
    account: Account,
    Applied { role, since }: Applied,
    number: &str,
) -> Result<String, sqlx::Error> {
    let salt = random();
    let digest = Sha256::new().chain_update(b"chartkey licence 1").chain_update(salt).chain_update(number).finalize();
    let licence = Commitment(digest.into());
    sqlx::query("INSERT INTO licences_attested (commitment, account, number, salt, at) VALUES ($1, $2, $3, $4, $5)")
        .bind(hex(licence.0))
        .bind(hex(account.0))
        .bind(number)
        .bind(hex(salt))
        .bind(app.now() as i64)
        .execute(&mut **tx)
        .await?;
    // Whoever was turned down may apply again, so an account may be attested more than once.
    let key = format!("licence/{}/{}", hex(account.0), hex(&licence.0[..8]));
    let message = Message::Registry(RegistryMessage::AttestLicence { who: account, role, since, licence });
    app.outbox.post(tx, &key, &message).await?;
    Ok(key)
}

async fn send(senders: &Senders, phone: &str, text: &str) {
    let mut pauses = AGAIN.iter();
    while let Err(error) = senders.text.send(phone, text).await {
        match pauses.next() {
            Some(seconds) if error != NotSent::Address => tokio::time::sleep(Duration::from_secs(*seconds)).await,
            _ => {
                tracing::warn!(%error, "a code could not be sent");
                return;
            }
        }
    }
}

fn code_mac(secrets: &Secrets, account: &str, number: &str, code: &str) -> [u8; 32] {
    secrets.mac("code", &[account.as_bytes(), number.as_bytes(), code.as_bytes()])
}

fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    OsRng.fill_bytes(&mut bytes);
    bytes
}

/// The number with all but its last two digits hidden; also its length tells nothing.
fn veiled(phone: &str) -> String {
    format!("••••••••{}", &phone[phone.len() - 2..])
}

/// The telephone of a licence the register does not have: always the same, and nobody's.
fn nowhere(secrets: &Secrets, number: &str) -> String {
    let mac = secrets.mac("nowhere", &[number.as_bytes()]);
    let digits = u32::from_be_bytes([mac[0], mac[1], mac[2], mac[3]]) % 100;
    format!("nobody {} {digits:02}", hex(&mac[4..]))
}
