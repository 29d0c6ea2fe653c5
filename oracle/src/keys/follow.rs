//! What the chain's events mean for wraps and shares. All run in the index's own transaction.

use crate::{
    db::hex,
    door::{number, word},
};
use chartkey_vocabulary::{Account, Between, Cid, Exclusions, Kind, RecordId};
use sqlx::{Any, Row, Transaction};

/// A record came into being.
pub(crate) async fn chart(
    tx: &mut Transaction<'static, Any>,
    record: RecordId,
    owner: Account,
    kind: Kind,
) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO charted (record, owner, kind) VALUES ($1, $2, $3) ON CONFLICT (record) DO NOTHING")
        .bind(hex(record.0))
        .bind(hex(owner.0))
        .bind(number(kind as u64))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// A key was taken back: its holder's wraps go at once.
pub(crate) async fn revoked(tx: &mut Transaction<'static, Any>, between: &Between) -> Result<(), sqlx::Error> {
    sqlx::query(
        "DELETE FROM wraps WHERE reader = $1 AND purpose = $2 \
         AND record IN (SELECT record FROM charted WHERE owner = $3)",
    )
    .bind(hex(between.reader.0))
    .bind(word(&between.purpose))
    .bind(hex(between.patient.0))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A key opens less: wraps of what it opens no more go at once.
pub(crate) async fn narrowed(
    tx: &mut Transaction<'static, Any>,
    between: &Between,
    except: &Exclusions,
) -> Result<(), sqlx::Error> {
    let (reader, purpose) = (hex(between.reader.0), word(&between.purpose));
    let rows = sqlx::query(
        "SELECT DISTINCT w.record, c.kind FROM wraps w JOIN charted c ON c.record = w.record \
         WHERE c.owner = $1 AND w.reader = $2 AND w.purpose = $3",
    )
    .bind(hex(between.patient.0))
    .bind(&reader)
    .bind(&purpose)
    .fetch_all(&mut **tx)
    .await?;
    let kept_back: Vec<String> = except.records.iter().map(|record| hex(record.0)).collect();
    for row in rows {
        let (record, kind): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
        if kept_back.contains(&record) || i64::from(except.kinds.0) >> kind & 1 == 1 {
            sqlx::query("DELETE FROM wraps WHERE record = $1 AND reader = $2 AND purpose = $3")
                .bind(record)
                .bind(&reader)
                .bind(&purpose)
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

/// A version has another blob: keys to the old one open nothing that is kept.
pub(crate) async fn sealed_anew(
    tx: &mut Transaction<'static, Any>,
    record: RecordId,
    old: &Cid,
) -> Result<(), sqlx::Error> {
    for query in [
        "DELETE FROM wraps WHERE record = $1 AND cid = $2",
        "DELETE FROM card_shares WHERE record = $1 AND cid = $2",
        "DELETE FROM handed_over WHERE record = $1 AND cid = $2",
    ] {
        sqlx::query(query).bind(hex(record.0)).bind(hex(old.0)).execute(&mut **tx).await?;
    }
    Ok(())
}

/// A record is gone, and all keys to it.
pub(crate) async fn withdrawn(tx: &mut Transaction<'static, Any>, record: RecordId) -> Result<(), sqlx::Error> {
    for query in [
        "DELETE FROM wraps WHERE record = $1",
        "DELETE FROM card_shares WHERE record = $1",
        "DELETE FROM handed_over WHERE record = $1",
        "DELETE FROM charted WHERE record = $1",
    ] {
        sqlx::query(query).bind(hex(record.0)).execute(&mut **tx).await?;
    }
    Ok(())
}

/// An account left; whoever comes back has other keys.
pub(crate) async fn reader_left(tx: &mut Transaction<'static, Any>, who: Account) -> Result<(), sqlx::Error> {
    for query in ["DELETE FROM wraps WHERE reader = $1", "DELETE FROM handed_over WHERE reader = $1"] {
        sqlx::query(query).bind(hex(who.0)).execute(&mut **tx).await?;
    }
    Ok(())
}

/// An emergency is over, or another begins: what was handed over goes.
pub(crate) async fn mended(
    tx: &mut Transaction<'static, Any>,
    patient: Account,
    reader: Account,
) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM handed_over WHERE patient = $1 AND reader = $2")
        .bind(hex(patient.0))
        .bind(hex(reader.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Another record is the emergency card now, or none is: shares of other records' keys go.
pub(crate) async fn other_card(
    tx: &mut Transaction<'static, Any>,
    patient: Account,
    card: Option<RecordId>,
) -> Result<(), sqlx::Error> {
    let card = card.map(|record| hex(record.0)).unwrap_or_default();
    for query in [
        "DELETE FROM card_shares WHERE patient = $1 AND record <> $2",
        "DELETE FROM handed_over WHERE patient = $1 AND record <> $2",
    ] {
        sqlx::query(query).bind(hex(patient.0)).bind(&card).execute(&mut **tx).await?;
    }
    Ok(())
}
