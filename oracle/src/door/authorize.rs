//! May they? Asked of the finalized chain, each time, and answered with what exactly and on what ground.

use super::word;
use crate::{app::App, log::NewLine, problem::Failed};
use chartkey_protocol::{LineKind, Why};
use chartkey_vocabulary::{Account, Basis, Cid, Decision, Denial, Digest, FindingId, Purpose, RecordId};

/// A yes of the chain, and what it is about. It releases nothing yet: that takes a permit of the log.
#[derive(Clone, Debug)]
pub struct Allowed {
    /// Whose record.
    pub patient: Account,
    /// Who may.
    pub reader: Account,
    /// Which record.
    pub record: RecordId,
    /// Which version.
    pub version: u16,
    /// Its blob, as the chain names it.
    pub cid: Cid,
    /// What for.
    pub purpose: Purpose,
    /// On what ground.
    pub basis: Basis,
    /// The finalized block that says so.
    pub block: Digest,
    /// Whether it is a finding about the record rather than the record.
    pub finding: bool,
}

impl Allowed {
    /// The line to be written before these bytes are released.
    pub fn line(&self, kind: LineKind, from: u64, to: u64) -> NewLine {
        NewLine {
            patient: self.patient,
            reader: Some(self.reader),
            kind: if matches!(self.basis, Basis::Emergency(_)) { LineKind::Card } else { kind },
            record: Some(self.record),
            version: Some(self.version),
            purpose: Some(self.purpose),
            basis: Some(word(&self.basis)),
            block: self.block,
            from,
            to,
        }
    }

    /// Whether they may because it is theirs, or the record of somebody they act for.
    pub fn is_own(&self) -> bool {
        matches!(self.basis, Basis::Owner | Basis::Guardian)
    }
}

/// Whether `reader` may open a version now.
///
/// # Errors
/// `NotFound` when there is no such version, `NotAllowed` with the chain's denial, `Busy` when the chain is silent.
pub async fn to_version(
    app: &App,
    reader: Account,
    record: RecordId,
    version: u16,
    purpose: Purpose,
) -> Result<Allowed, Failed> {
    // One after the other: of several small answers under way the node's socket holds all but the first back until it is
    // acknowledged, which takes 40 ms, and an answer takes one.
    let said = app.chain.may_open(record, reader, purpose).await?;
    let basis = basis_of(said.answer)?;
    let stands = app.chain.record(record).await?.ok_or_else(nothing)?;
    let row = app.chain.version(record, version).await?.ok_or_else(nothing)?;
    let (patient, cid, block) = (stands.owner, row.sealed.cid, said.block.hash);
    Ok(Allowed { patient, reader, record, version, cid, purpose, basis, block, finding: false })
}

/// Whether `reader` may open a finding now: whoever may open the record it is about may.
///
/// # Errors
/// As [`to_version`].
pub async fn to_finding(app: &App, reader: Account, finding: FindingId, purpose: Purpose) -> Result<Allowed, Failed> {
    let found = app.chain.finding(finding).await?.ok_or_else(nothing)?;
    let allowed = to_version(app, reader, found.attestation.record, found.attestation.version, purpose).await?;
    Ok(Allowed { cid: found.cid, finding: true, ..allowed })
}

fn basis_of(decision: Decision) -> Result<Basis, Failed> {
    match decision {
        Decision::Allowed(basis) => Ok(basis),
        Decision::Denied(Denial::NoSuchRecord) => Err(nothing()),
        Decision::Denied(denial) => Err(Failed::new(Why::NotAllowed, words(denial)).denial(word(&denial))),
    }
}

fn nothing() -> Failed {
    Failed::new(Why::NotFound, "There is no such record, or it was withdrawn.")
}

/// A denial in a sentence for whoever met it.
fn words(denial: Denial) -> &'static str {
    match denial {
        Denial::NoSuchRecord => "There is no such record, or it was withdrawn.",
        Denial::PatientGone => "The patient is not registered any more.",
        Denial::ReaderNotActive => "Your account is not active.",
        Denial::WrongPurpose => "Your role cannot open records for this purpose.",
        Denial::NoGrant => "The patient has given you no key for this purpose.",
        Denial::Expired => "Your key has ended.",
        Denial::OutOfScope => "Your key does not open this record.",
        Denial::NotAnnounced => "Your key counts openings; announce this one first.",
        Denial::UsedUp => "All openings of your key are used up.",
    }
}
