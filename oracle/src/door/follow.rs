//! What the chain said, as far as it concerns what is kept.

use super::{
    brought,
    keep::{self, Name},
    number,
};
use crate::{db::hex, keys, log};
use chartkey_client::Heard;
use chartkey_vocabulary::{Between, ConsentEvent, Event, Purpose, RecordsEvent, RegistryEvent, Role, Time};
use sqlx::{Any, Transaction};

/// Follows the chain: what it names is kept, what was withdrawn, sealed anew or revoked is marked to leave the stores,
/// and wraps that nobody may use any more are deleted. Runs in the index's own transaction, so it happens exactly once
/// an event.
///
/// # Errors
/// When the database fails; the block is then read again.
pub async fn on_event(tx: &mut Transaction<'static, Any>, heard: &Heard, at: Time) -> Result<(), sqlx::Error> {
    match &heard.event {
        Event::Registry(event) => on_registry(tx, event).await,
        Event::Consent(event) => on_consent(tx, event).await,
        Event::Records(event) => on_records(tx, event, at).await,
        Event::Care(_) => Ok(()),
    }
}

async fn on_registry(tx: &mut Transaction<'static, Any>, event: &RegistryEvent) -> Result<(), sqlx::Error> {
    match event {
        RegistryEvent::Registered { who, role, keys } => {
            keep::name(tx, Name::Keys(*who), keys).await?;
            if *role != Role::Patient {
                card_due(tx, &hex(who.0)).await?;
            }
            Ok(())
        }
        RegistryEvent::KeysRotated { who, keys, .. } => keep::name(tx, Name::Keys(*who), keys).await,
        // Whoever acts for a patient no more has no keys to the chart either.
        RegistryEvent::GuardianDismissed { patient, guardian } => {
            let between = Between { patient: *patient, reader: *guardian, purpose: Purpose::Treatment };
            keys::revoked(tx, &between).await
        }
        RegistryEvent::ProfileRevised { who, .. } => card_due(tx, &hex(who.0)).await,
        RegistryEvent::Left { who } => {
            keep::unname(tx, Name::Keys(*who)).await?;
            keep::unname(tx, Name::Card(*who)).await?;
            sqlx::query("DELETE FROM cards_due WHERE account = $1").bind(hex(who.0)).execute(&mut **tx).await?;
            keys::reader_left(tx, *who).await
        }
        _ => Ok(()),
    }
}

async fn card_due(tx: &mut Transaction<'static, Any>, account: &str) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO cards_due (account) VALUES ($1) ON CONFLICT (account) DO NOTHING")
        .bind(account)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

async fn on_consent(tx: &mut Transaction<'static, Any>, event: &ConsentEvent) -> Result<(), sqlx::Error> {
    match event {
        ConsentEvent::Revoked { between, .. } => keys::revoked(tx, between).await,
        ConsentEvent::Narrowed { between, narrowing, .. } => keys::narrowed(tx, between, &narrowing.except).await,
        ConsentEvent::GlassBroken { patient, by, until, .. } => {
            sqlx::query(
                "INSERT INTO broken_glasses (patient, reader, until) VALUES ($1, $2, $3) \
                 ON CONFLICT (patient, reader) DO UPDATE SET until = excluded.until",
            )
            .bind(hex(patient.0))
            .bind(hex(by.0))
            .bind(number(*until))
            .execute(&mut **tx)
            .await?;
            // What was handed over in an earlier emergency is not good for this one.
            keys::mended(tx, *patient, *by).await
        }
        ConsentEvent::GlassMended { patient, reader, .. } => {
            sqlx::query("DELETE FROM broken_glasses WHERE patient = $1 AND reader = $2")
                .bind(hex(patient.0))
                .bind(hex(reader.0))
                .execute(&mut **tx)
                .await?;
            keys::mended(tx, *patient, *reader).await
        }
        ConsentEvent::CardKept { patient, record } => keys::other_card(tx, *patient, Some(*record)).await,
        ConsentEvent::CardDropped { patient } => keys::other_card(tx, *patient, None).await,
        _ => Ok(()),
    }
}

async fn on_records(tx: &mut Transaction<'static, Any>, event: &RecordsEvent, at: Time) -> Result<(), sqlx::Error> {
    match event {
        RecordsEvent::Added { record, owner, by, kind, cid, .. } => {
            keys::chart(tx, *record, *owner, *kind).await?;
            keep::name(tx, Name::Version(*record, 1, Some(*by)), cid).await
        }
        RecordsEvent::Amended { record, by, version, cid, .. } => {
            keep::name(tx, Name::Version(*record, *version, Some(*by)), cid).await
        }
        RecordsEvent::Rekeyed { record, version, old, cid, .. } => {
            keep::name(tx, Name::Version(*record, *version, None), cid).await?;
            brought::await_keys(tx, cid, at).await?;
            keys::sealed_anew(tx, *record, old).await
        }
        RecordsEvent::Withdrawn { record, .. } => {
            keep::unname_record(tx, *record).await?;
            keys::withdrawn(tx, *record).await
        }
        RecordsEvent::Attested { finding, record, worker, cid, .. } => {
            keep::name(tx, Name::Finding(*finding, *worker, *record), cid).await
        }
        RecordsEvent::Anchored { anchor, .. } => log::anchored(tx, anchor).await,
        _ => Ok(()),
    }
}
