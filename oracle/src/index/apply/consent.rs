//! Who may open what: requests, grants, emergencies, links.

use super::Said;
use crate::index::{
    rows::{Table, Writer},
    terms::{narrow, read},
    words::Value,
};
use chartkey_vocabulary::{Account, Between, ConsentEvent as Event, Terms};
use codec::Encode;
use sqlx::Row;

static REQUESTS: Table =
    Table { name: "requests", columns: &["patient", "reader", "purpose", "position", "terms", "until", "at"], key: 3 };
static GRANTS: Table = Table {
    name: "grants",
    columns: &[
        "patient",
        "reader",
        "purpose",
        "position",
        "terms",
        "until",
        "given_by",
        "since",
        "ended",
        "ticket",
        "ticket_until",
    ],
    key: 4,
};
static DESKS: Table = Table { name: "desks", columns: &["patient", "epoch"], key: 1 };
static CARDS: Table = Table { name: "emergency_cards", columns: &["patient", "record"], key: 1 };
static EMERGENCIES: Table = Table {
    name: "emergencies",
    columns: &["patient", "reader", "position", "reason", "at", "until", "mended"],
    key: 3,
};
static LINKS: Table =
    Table { name: "links", columns: &["owner", "link", "position", "until", "views_left", "views", "closed"], key: 2 };

pub(super) const TABLES: &[&Table] = &[&REQUESTS, &GRANTS, &DESKS, &CARDS, &EMERGENCIES, &LINKS];

const NO_TIME: Value = Value::Number(None);

pub(super) async fn apply(writer: &mut Writer<'_>, event: &Event, said: Said<'_>) -> Result<(), sqlx::Error> {
    match *event {
        Event::Requested { between, ref terms } => {
            let rest = [said.position.into(), terms.encode().into(), terms.until.into(), said.at.into()];
            writer.put(&REQUESTS, [&key(between)[..], &rest].concat()).await
        }
        Event::RequestDropped { between } | Event::Refused { between, .. } => {
            writer.delete(&REQUESTS, key(between)).await
        }
        Event::Granted { between, by, ref terms } => granted(writer, between, by, terms, &said).await,
        Event::Narrowed { between, ref narrowing, epoch, .. } => {
            change_terms(writer, between, |terms| narrow(terms, narrowing)).await?;
            desk(writer, between.patient, epoch).await
        }
        Event::Revoked { between, epoch, .. } => {
            end(writer, between, &said).await?;
            desk(writer, between.patient, epoch).await
        }
        Event::Renewed { patient, epoch, .. } => desk(writer, patient, epoch).await,
        Event::Announced { between, ticket, left } => {
            change_terms(writer, between, |terms| terms.openings = Some(left)).await?;
            let sql = "UPDATE grants SET ticket = $1, ticket_until = $2 \
                       WHERE patient = $3 AND reader = $4 AND purpose = $5 AND ended IS NULL";
            let values = [&[ticket.record.into(), ticket.until.into()][..], &key(between)].concat();
            writer.change(&GRANTS, sql, values).await
        }
        Event::CardKept { patient, record } => writer.put(&CARDS, vec![patient.into(), record.into()]).await,
        Event::CardDropped { patient } => writer.delete(&CARDS, vec![patient.into()]).await,
        Event::GlassBroken { patient, by, reason, until } => {
            let times = [said.at.into(), until.into(), NO_TIME];
            let row = [patient.into(), by.into(), said.position.into(), reason.into()];
            writer.put(&EMERGENCIES, [&row[..], &times].concat()).await
        }
        Event::GlassMended { patient, reader, .. } => {
            let sql = "UPDATE emergencies SET mended = $1 WHERE patient = $2 AND reader = $3 AND mended IS NULL";
            writer.change(&EMERGENCIES, sql, vec![said.at.into(), patient.into(), reader.into()]).await
        }
        Event::LinkOpened { owner, link, until, views } => {
            let left = views.map(u64::from).into();
            let row = vec![owner.into(), link.into(), said.position.into(), until.into(), left, 0u64.into(), NO_TIME];
            writer.put(&LINKS, row).await
        }
        Event::LinkClosed { owner, link } => {
            let sql = "UPDATE links SET closed = $1 WHERE owner = $2 AND link = $3";
            writer.change(&LINKS, sql, vec![said.at.into(), owner.into(), link.into()]).await
        }
        Event::LinkViewed { owner, link, left } => {
            let sql = "UPDATE links SET views = views + 1, views_left = $1 WHERE owner = $2 AND link = $3";
            writer.change(&LINKS, sql, vec![left.map(u64::from).into(), owner.into(), link.into()]).await
        }
    }
}

fn key(between: Between) -> Vec<Value> {
    vec![between.patient.into(), between.reader.into(), between.purpose.into()]
}

async fn granted(
    writer: &mut Writer<'_>,
    between: Between,
    by: Account,
    terms: &Terms,
    said: &Said<'_>,
) -> Result<(), sqlx::Error> {
    writer.delete(&REQUESTS, key(between)).await?;
    // The one before it has expired, or the chain would have refused.
    end(writer, between, said).await?;
    let given = [said.position.into(), terms.encode().into(), terms.until.into(), by.into(), said.at.into()];
    let not_yet = [NO_TIME, Value::Text(None), NO_TIME];
    writer.put(&GRANTS, [&key(between)[..], &given, &not_yet].concat()).await
}

async fn end(writer: &mut Writer<'_>, between: Between, said: &Said<'_>) -> Result<(), sqlx::Error> {
    let sql = "UPDATE grants SET ended = $1 WHERE patient = $2 AND reader = $3 AND purpose = $4 AND ended IS NULL";
    writer.change(&GRANTS, sql, [&[said.at.into()][..], &key(between)].concat()).await
}

async fn change_terms(
    writer: &mut Writer<'_>,
    between: Between,
    change: impl FnOnce(&mut Terms),
) -> Result<(), sqlx::Error> {
    let sql = "SELECT position, terms FROM grants \
               WHERE patient = $1 AND reader = $2 AND purpose = $3 AND ended IS NULL";
    let Some(row) = writer.find(&GRANTS, sql, key(between)).await? else { return Ok(()) };
    let mut terms = read(row.try_get("terms")?)?;
    change(&mut terms);
    let position: i64 = row.try_get("position")?;
    let sql = "UPDATE grants SET terms = $1, until = $2 \
               WHERE patient = $3 AND reader = $4 AND purpose = $5 AND position = $6";
    let values = [&[terms.encode().into(), terms.until.into()][..], &key(between), &[position.into()]].concat();
    writer.change(&GRANTS, sql, values).await
}

async fn desk(writer: &mut Writer<'_>, patient: Account, epoch: u32) -> Result<(), sqlx::Error> {
    writer.put(&DESKS, vec![patient.into(), u64::from(epoch).into()]).await
}
