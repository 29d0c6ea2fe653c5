//! What a machine found, and on whose word it stands.

use crate::{hand::Hand, shelf};
use chartkey_flows::{
    Failure,
    facts::{self, Facts},
};
use chartkey_vocabulary::{FindingId, Verdict};

/// On whose word a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// It is in the record itself.
    Written,
    /// A machine read it, and a doctor signed.
    Signed,
    /// A machine read it.
    Machine,
}

/// What a finding says.
pub(crate) struct Said {
    pub(crate) word: Word,
    /// Of which version of the record.
    pub(crate) version: u16,
    pub(crate) facts: Facts,
}

/// What a finding says; nothing where a doctor disagrees.
///
/// # Errors
/// As `findings::open`.
pub(crate) async fn found(hand: Hand, id: FindingId) -> Result<Option<Said>, Failure> {
    let found = shelf::finding(hand, id).await?;
    let verdicts: Vec<Verdict> = found.finding.signed.iter().map(|sign| sign.verdict).collect();
    if verdicts.contains(&Verdict::Disagree) {
        return Ok(None);
    }
    let word = if verdicts.is_empty() { Word::Machine } else { Word::Signed };
    let version = found.finding.attestation.version;
    Ok(Some(Said { word, version, facts: facts::read(&found.media_type, &found.output) }))
}
