//! After a withdrawal: what was shared is sealed anew, under a new key, and the old blobs leave the stores.
//!
//! What a record says, and its commitment, stay. What somebody opened before stays known to them; no cipher takes that
//! back.

use crate::{
    chart,
    content::{Press, Sealing},
    distrust::Distrust,
    emergency,
    failure::Failure,
    keys::Bundles,
    open_record::{Found, Which, content_key, find},
    person::Person,
    spool::{Progress, Stage},
    tap::{Place, Tap},
    upload,
    wraps::{self, Errand, readers, wrap_for},
};
use chartkey_vault::{ContentKey, entropy};
use chartkey_vocabulary::{Account, Facts, Message, RecordId, RecordsMessage};

/// Records told to the chain under one signature.
const AT_ONCE: usize = 8;

/// What was sealed anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rekeyed {
    /// Record and version.
    pub versions: Vec<(RecordId, u16)>,
}

/// Seals anew whatever of a patient was sealed before their present epoch.
///
/// # Errors
/// When a blob cannot be opened any more; what was done before stands.
pub async fn behind(who: &Person, patient: Account, told: Progress<'_>) -> Result<Rekeyed, Failure> {
    // What was sealed anew and whose keys were not handed in opens for nobody yet, and could not be sealed again.
    wraps::leftovers(who).await?;
    let waiting = chart::behind(who, patient).await?;
    let mut done = Rekeyed::default();
    for some in waiting.chunks(AT_ONCE) {
        let (mut messages, mut errands) = (Vec::new(), Vec::new());
        for (record, version) in some {
            let errand = reseal(who, *record, *version, told).await?;
            // Before the chain is told: afterwards the old wraps open nothing that is kept.
            errand.keep(who.drawer.as_ref())?;
            let (record, version, cid) = (errand.record, errand.version, errand.cid);
            messages.push(Message::Records(RecordsMessage::Rekey { record, version, cid }));
            errands.push(errand);
        }
        told(Stage::Telling);
        who.says(&messages).await?;
        for errand in errands {
            errand.run(who).await?;
        }
        done.versions.extend_from_slice(some);
    }
    let card = who.now().await?.consent().card(patient).await?;
    if let Some(card) = card
        && done.versions.iter().any(|(record, _)| *record == card.record)
    {
        emergency::entrust(who, card.record).await?;
    }
    Ok(done)
}

async fn reseal(who: &Person, record: RecordId, version: u16, told: Progress<'_>) -> Result<Errand, Failure> {
    let found = find(who, Which { record, version: Some(version), purpose: None }).await?;
    let old = content_key(who, record, &found).await?;
    let fresh = ContentKey::make(&mut entropy());
    let Sealing { mut spool, cid, commitment } = pour_over(who, record, &found, &old, &fresh, told).await?;
    if commitment != found.version.sealed.commitment {
        return Err(Distrust::WrongContent.into());
    }
    upload::blob(who.oracle(), &mut spool, cid, told).await?;
    let Found { record: row, context, .. } = found;
    let (owner, author, kind, written) = (row.owner, row.author, row.kind, row.written);
    let readers = readers(who, &Facts { record, owner, author, kind, written }).await?;
    let wraps = wrap_for(&mut Bundles::new(who), &fresh, owner, context, cid, &readers).await?;
    Ok(Errand { by: who.account(), record, version, cid, wraps, since: who.oracle().now() })
}

/// From the old blob into a new one, chunk by chunk; never the whole in memory.
async fn pour_over(
    who: &Person,
    record: RecordId,
    found: &Found,
    old: &ContentKey,
    fresh: &ContentKey,
    told: Progress<'_>,
) -> Result<Sealing, Failure> {
    let (place, sealed) = (Place::Record(record, found.number), found.version.sealed);
    let mut tap = Tap::open(who.oracle(), place, found.purpose, sealed.cid, old, &found.context, 0).await?;
    let mut press = Press::begin(fresh, &found.context, tap.metadata(), tap.content_len())?;
    let mut piece = Vec::new();
    while tap.next(&mut piece).await? {
        press.push(&piece)?;
        let (done, size) = tap.progress();
        told(Stage::Sealing { done, size });
    }
    tap.finish(&sealed.commitment)?;
    press.finish()
}
