//! May they? Asked of the finalized chain, each time, and answered with what exactly and on what ground.

use super::{brought, word};
use crate::{app::App, chain::Said, log::NewLine, problem::Failed};
use chartkey_client::QuestionError;
use chartkey_protocol::{LineKind, Why};
use chartkey_vocabulary::{
    Account, Basis, Cid, Decision, Denial, Digest, FindingId, Purpose, Record, RecordId, Version,
};

/// So often a chain that moves on meanwhile is asked all of it again.
const LOOKS: u32 = 3;

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
/// `NotFound` when there is no such version, or whoever named its blob never brought it; `NotAllowed` with the chain's
/// denial; `Busy` when the chain is silent.
pub async fn to_version(
    app: &App,
    reader: Account,
    record: RecordId,
    version: u16,
    purpose: Purpose,
) -> Result<Allowed, Failed> {
    let (allowed, by) = decided(app, reader, record, version, purpose).await?;
    if brought::is_brought(app, &allowed, by).await? { Ok(allowed) } else { Err(not_brought()) }
}

/// Whether `reader` may open a finding now: whoever may open the record it is about may.
///
/// # Errors
/// As [`to_version`].
pub async fn to_finding(app: &App, reader: Account, finding: FindingId, purpose: Purpose) -> Result<Allowed, Failed> {
    let found = app.chain.finding(finding).await?.ok_or_else(nothing)?;
    let about = found.attestation;
    let (allowed, _) = decided(app, reader, about.record, about.version, purpose).await?;
    // The blob is the first worker's; who came later found the same and brought another.
    match found.workers.first() {
        Some(worker) if brought::holds(app, *worker, &found.cid).await? => {
            Ok(Allowed { cid: found.cid, finding: true, ..allowed })
        }
        _ => Err(not_brought()),
    }
}

/// The chain's yes, and who wrote the version.
async fn decided(
    app: &App,
    reader: Account,
    record: RecordId,
    version: u16,
    purpose: Purpose,
) -> Result<(Allowed, Account), Failed> {
    let mut seen = look(app, reader, record, version, purpose).await?;
    for _ in 1..LOOKS {
        if seen.one_block {
            break;
        }
        seen = look(app, reader, record, version, purpose).await?;
    }
    let basis = basis_of(seen.said.answer)?;
    let (stands, row) = (seen.stands.ok_or_else(nothing)?, seen.row.ok_or_else(nothing)?);
    let (patient, cid, block) = (stands.owner, row.sealed.cid, seen.said.block.hash);
    Ok((Allowed { patient, reader, record, version, cid, purpose, basis, block, finding: false }, row.by))
}

/// What the chain says of a version and a reader.
struct Look {
    stands: Option<Record>,
    row: Option<Version>,
    said: Said<Decision>,
    /// Whether all of it is of the block of the decision.
    one_block: bool,
}

/// Asks one after the other: of several small answers under way the node's socket holds all but the first back until it
/// is acknowledged, which takes 40 ms, and an answer takes one. The decision comes last, so that it is never older than
/// the blob it is about: of a blob sealed anew after a withdrawal, a yes from before it says nothing.
async fn look(
    app: &App,
    reader: Account,
    record: RecordId,
    version: u16,
    purpose: Purpose,
) -> Result<Look, QuestionError> {
    let first = app.chain.finalized().await?;
    let stands = app.chain.record(record).await?;
    let row = app.chain.version(record, version).await?;
    let said = app.chain.may_open(record, reader, purpose).await?;
    Ok(Look { stands, row, said, one_block: first.hash == said.block.hash })
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

/// Names of blobs are public; whoever repeats one on the chain is not given what is called so.
fn not_brought() -> Failed {
    Failed::new(Why::NotFound, "Whoever named this blob on the chain has not brought it here.")
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
