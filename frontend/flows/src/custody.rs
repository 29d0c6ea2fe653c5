//! A custodian's service: when a glass is broken, hands the part they keep over to who broke it, and to nobody else.

use crate::{distrust::Distrust, failure::Failure, keys::bundle_of, person::Person};
use chartkey_protocol::{Bytes, Pending, Share};
use chartkey_vault::{Context, Wanted, Wrap, WrapPurpose, entropy, pass_card_share};
use chartkey_vocabulary::{Purpose, RecordId};

/// What became of one emergency.
#[derive(Clone, Debug)]
pub struct Handed {
    /// The card.
    pub record: RecordId,
    /// What went wrong, if anything did; it is tried again the next time.
    pub failed: Option<String>,
}

/// Answers every broken glass that waits. One that cannot be answered does not hold up the others.
///
/// # Errors
/// When the service does not say what waits.
pub async fn answer_all(custodian: &Person) -> Result<Vec<Handed>, Failure> {
    let mut handed = Vec::new();
    for pending in custodian.oracle().custody().await? {
        let failed = answer(custodian, &pending).await.err().map(|failure| failure.to_string());
        handed.push(Handed { record: pending.record, failed });
    }
    Ok(handed)
}

async fn answer(custodian: &Person, pending: &Pending) -> Result<(), Failure> {
    let Pending { record, cid, version, patient, reader, .. } = *pending;
    let at = custodian.now().await?;
    let broken = at.consent().emergency(patient, reader).await?;
    let card = at.consent().card(patient).await?;
    let allowed = at.records().may_open(record, reader, Purpose::Emergency).await?.is_allowed();
    // The service says who broke which glass; only the chain's word opens a custodian's hand.
    if broken.is_none() || card.is_none_or(|card| card.record != record) || !allowed {
        return Err(Distrust::FalseRow.into());
    }
    let named = at.records().version(record, version).await?;
    if named.is_none_or(|named| named.sealed.cid != cid) {
        return Err(Distrust::OldVersion.into());
    }
    let held = Wrap::parse(&pending.share.0).map_err(Failure::vault)?;
    let context = Context { genesis: custodian.genesis().0, record, version };
    let wanted = Wanted { context, cid, purpose: WrapPurpose::Granted(Purpose::Emergency) };
    let to = bundle_of(custodian, reader).await?;
    let key = custodian.reader_key(held.says().reader_epoch)?;
    let passed = pass_card_share(&mut entropy(), &held, key, &to, &wanted).map_err(Failure::vault)?;
    let share = Share { keeper: custodian.account(), epoch: to.epoch(), share: Bytes(passed.as_bytes().to_vec()) };
    Ok(custodian.oracle().hand_over(record, reader, &share).await?)
}
