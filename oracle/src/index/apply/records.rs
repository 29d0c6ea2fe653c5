//! What exists: records, versions, findings, signatures, anchors of the log.

use super::Said;
use crate::index::{
    rows::{Table, Writer},
    words::Value,
};
use chartkey_vocabulary::{Account, Cid, RecordId, RecordsEvent as Event};
use codec::Encode;

static RECORDS: Table =
    Table { name: "records", columns: &["record", "owner", "author", "kind", "written", "position"], key: 1 };
static VERSIONS: Table = Table {
    name: "versions",
    columns: &["record", "version", "owner", "cid", "commitment", "written_by", "at", "epoch"],
    key: 2,
};
static FINDINGS: Table = Table {
    name: "findings",
    columns: &["finding", "record", "owner", "attestation", "cid", "at", "position"],
    key: 1,
};
static WORKERS: Table = Table { name: "finding_workers", columns: &["finding", "position", "worker", "cid"], key: 2 };
static SIGN_OFFS: Table =
    Table { name: "sign_offs", columns: &["finding", "position", "doctor", "verdict", "at"], key: 2 };
static ANCHORS: Table = Table { name: "anchors", columns: &["attester", "position", "head", "count", "at"], key: 2 };

pub(super) const TABLES: &[&Table] = &[&RECORDS, &VERSIONS, &FINDINGS, &WORKERS, &SIGN_OFFS, &ANCHORS];

pub(super) async fn apply(writer: &mut Writer<'_>, event: &Event, said: Said<'_>) -> Result<(), sqlx::Error> {
    match *event {
        Event::Added { record, owner, by, kind, cid, epoch } => {
            let row = [record.into(), owner.into(), by.into(), kind.into(), said.at.into(), said.position.into()];
            writer.put(&RECORDS, row.into()).await?;
            version(writer, New { record, version: 1, owner, by, cid, epoch }, &said).await
        }
        Event::Amended { record, owner, by, version: number, cid, epoch } => {
            version(writer, New { record, version: number, owner, by, cid, epoch }, &said).await
        }
        Event::Rekeyed { record, version, cid, epoch, .. } => {
            let sql = "UPDATE versions SET cid = $1, epoch = $2 WHERE record = $3 AND version = $4";
            let key = [record.into(), u64::from(version).into()];
            writer.change(&VERSIONS, sql, [&[cid.into(), u64::from(epoch).into()][..], &key].concat()).await
        }
        Event::Withdrawn { record, .. } => withdrawn(writer, record).await,
        Event::Attested { finding, record, owner, worker, cid, agreed } => {
            // One withdrawn in its own block is not there any more.
            let Some(asked) = said.details.findings.get(&finding) else { return Ok(()) };
            let work = vec![finding.into(), said.position.into(), worker.into(), cid.into()];
            writer.put(&WORKERS, work).await?;
            if agreed > 1 {
                return Ok(());
            }
            let (attestation, position) = (asked.attestation.encode().into(), said.position.into());
            let row = [finding.into(), record.into(), owner.into(), attestation, cid.into(), said.at.into(), position];
            writer.put(&FINDINGS, row.into()).await
        }
        Event::SignedOff { finding, doctor, verdict, .. } => {
            let row = vec![finding.into(), said.position.into(), doctor.into(), verdict.into(), said.at.into()];
            writer.put(&SIGN_OFFS, row).await
        }
        Event::SignatureRetracted { finding, doctor, .. } => {
            let sql = "DELETE FROM sign_offs WHERE finding = $1 AND doctor = $2";
            writer.change(&SIGN_OFFS, sql, vec![finding.into(), doctor.into()]).await
        }
        Event::Anchored { by, anchor } => {
            let (head, count) = (anchor.head.into(), anchor.count.into());
            writer.put(&ANCHORS, vec![by.into(), said.position.into(), head, count, anchor.at.into()]).await
        }
    }
}

struct New {
    record: RecordId,
    version: u16,
    owner: Account,
    by: Account,
    cid: Cid,
    epoch: u32,
}

async fn version(writer: &mut Writer<'_>, new: New, said: &Said<'_>) -> Result<(), sqlx::Error> {
    // One withdrawn in its own block is not there any more.
    let Some(asked) = said.details.versions.get(&(new.record, new.version)) else { return Ok(()) };
    let (number, epoch) = (u64::from(new.version).into(), u64::from(new.epoch).into());
    let (cid, commitment) = (new.cid.into(), asked.sealed.commitment.into());
    let row = vec![new.record.into(), number, new.owner.into(), cid, commitment, new.by.into(), said.at.into(), epoch];
    writer.put(&VERSIONS, row).await
}

async fn withdrawn(writer: &mut Writer<'_>, record: RecordId) -> Result<(), sqlx::Error> {
    let key = || -> Vec<Value> { vec![record.into()] };
    writer.delete(&RECORDS, key()).await?;
    writer.delete(&VERSIONS, key()).await?;
    // The statements below look into one table to change another.
    writer.flush().await?;
    let sql = "DELETE FROM finding_workers WHERE finding IN (SELECT finding FROM findings WHERE record = $1)";
    writer.change(&WORKERS, sql, key()).await?;
    let sql = "DELETE FROM sign_offs WHERE finding IN (SELECT finding FROM findings WHERE record = $1)";
    writer.change(&SIGN_OFFS, sql, key()).await?;
    writer.change(&FINDINGS, "DELETE FROM findings WHERE record = $1", key()).await
}
