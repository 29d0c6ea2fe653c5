//! Emergencies: a card kept ready, its key split among custodians, and the glass in front of it.

use crate::{
    distrust::Distrust,
    failure::Failure,
    keys::Bundles,
    open_record::{self, Found, Opened, Which, content_key, find, pour},
    person::Person,
    signed_in::SignedIn,
    spool::Progress,
};
use chartkey_protocol::{Bytes, Share, Shares};
use chartkey_vault::{Wanted, Wrap, WrapPurpose, entropy, join_card, split_card, unwrap_share, wrap_share};
use chartkey_vocabulary::{Account, ConsentMessage, EmergencyReason, Message, Purpose, RecordId, Time};
use std::io::Write;

/// So many custodians hold a part of a card's key; two of them together hold it.
pub const CUSTODIANS: usize = 3;
/// So many parts open a card.
pub const ENOUGH: usize = 2;

/// What a wrap of an emergency says it is for.
const FOR: WrapPurpose = WrapPurpose::Granted(Purpose::Emergency);

/// Names the record that may be seen in an emergency and entrusts its key to the custodians.
///
/// # Errors
/// When the service names no three custodians, or the chain refuses.
pub async fn keep(who: &Person, record: RecordId) -> Result<(), Failure> {
    let owner = find(who, record.into()).await?.record.owner;
    entrust(who, record).await?;
    let known = who.now().await?.consent().card(owner).await?;
    if known.is_some_and(|card| card.record == record) {
        return Ok(());
    }
    say(who, ConsentMessage::KeepCard { patient: owner, record }).await
}

/// Takes the card away; whoever broke the glass sees nothing from now on.
///
/// # Errors
/// What the chain refuses.
pub async fn drop_card(who: &SignedIn, patient: Account) -> Result<(), Failure> {
    say(who, ConsentMessage::DropCard { patient }).await
}

/// Splits the key of the card's newest version among the custodians.
pub(crate) async fn entrust(who: &Person, record: RecordId) -> Result<(), Failure> {
    let found = find(who, record.into()).await?;
    let key = content_key(who, record, &found).await?;
    let custodians = who.site.custodians.get(..CUSTODIANS).filter(|some| distinct(some));
    let custodians = custodians.ok_or_else(|| Failure::not("the service names no three custodians"))?;
    let (cid, mut bundles) = (found.version.sealed.cid, Bundles::new(who));
    let wanted = Wanted { context: found.context, cid, purpose: FOR };
    let mut shares = Vec::with_capacity(CUSTODIANS);
    for (keeper, part) in custodians.iter().zip(split_card(&mut entropy(), &key)) {
        let bundle = bundles.of(*keeper).await?;
        let wrap = wrap_share(&mut entropy(), &part, &bundle, &wanted);
        shares.push(Share { keeper: *keeper, epoch: bundle.epoch(), share: Bytes(wrap.as_bytes().to_vec()) });
    }
    let shares = Shares { cid, shares };
    who.soon(async || Ok(who.oracle().put_card_shares(record, &shares).await?)).await?;
    Ok(who.drawer.put(&note(record), &cid.0)?)
}

/// Entrusts the card's key anew when its record has another version than the one whose key this device entrusted: a
/// doctor may have amended it, and the custodians' parts would open nothing in an emergency.
pub(crate) async fn keep_up(who: &Person, patient: Account) -> Result<(), Failure> {
    let Some(card) = who.now().await?.consent().card(patient).await? else { return Ok(()) };
    let found = find(who, card.record.into()).await?;
    let behind = match who.drawer.get(&note(card.record))? {
        Some(entrusted) => entrusted != found.version.sealed.cid.0,
        // Whoever kept the card has entrusted its first version.
        None => found.number > 1,
    };
    if behind { entrust(who, card.record).await } else { Ok(()) }
}

/// Remembers which blob's key the custodians have.
fn note(record: RecordId) -> String {
    format!("card-{}", &record.to_string()[2..])
}

fn distinct(custodians: &[Account]) -> bool {
    custodians.iter().enumerate().all(|(place, custodian)| !custodians[..place].contains(custodian))
}

/// Breaks the glass, saying why; the patient and the guardians are told at once. Says until when it stays broken.
///
/// # Errors
/// What the chain refuses.
pub async fn break_glass(who: &SignedIn, patient: Account, reason: EmergencyReason) -> Result<Time, Failure> {
    say(who, ConsentMessage::BreakGlass { patient, reason }).await?;
    let until = who.now().await?.consent().emergency(patient, who.account()).await?;
    until.ok_or_else(|| Failure::not("the glass is mended again already"))
}

/// Mends the glass.
///
/// # Errors
/// What the chain refuses.
pub async fn mend(who: &SignedIn, patient: Account, reader: Account) -> Result<(), Failure> {
    say(who, ConsentMessage::MendGlass { patient, reader }).await
}

/// How many custodians have handed their part over to this reader.
///
/// # Errors
/// When the glass is not broken.
pub async fn handed_over(who: &Person, patient: Account) -> Result<usize, Failure> {
    let record = card_of(who, patient).await?;
    if who.now().await?.consent().emergency(patient, who.account()).await?.is_none() {
        return Err(Failure::not("you have not broken this glass, or it is mended"));
    }
    Ok(who.soon(async || Ok(who.oracle().card_shares(record).await?)).await?.shares.len())
}

/// Opens the card of a patient whose glass this reader broke, once two custodians have handed their parts over.
///
/// # Errors
/// `Not` while too few have; `Distrust` as with any record.
pub async fn open(
    who: &Person,
    patient: Account,
    out: &mut (dyn Write + Send),
    told: Progress<'_>,
) -> Result<Opened, Failure> {
    let record = card_of(who, patient).await?;
    let which = Which { record, version: None, purpose: Some(Purpose::Emergency) };
    let found = find(who, which).await?;
    let served = who.oracle().card_shares(record).await?;
    if served.cid != found.version.sealed.cid {
        return Err(Distrust::OldVersion.into());
    }
    let parts = served.shares.iter().map(|share| unshared(who, share, &found)).collect::<Result<Vec<_>, _>>()?;
    if parts.len() < ENOUGH {
        return Err(Failure::not("too few custodians have handed their part over so far"));
    }
    let key = join_card(&parts[0], &parts[1]).map_err(Failure::vault)?;
    let (metadata, _) = pour(who, record, &found, &key, out, told, 0).await?;
    let Found { record, number, version, .. } = found;
    Ok(Opened { record, number, version, metadata })
}

fn unshared(who: &Person, share: &Share, found: &Found) -> Result<chartkey_vault::Share, Failure> {
    let wrap = Wrap::parse(&share.share.0).map_err(Failure::vault)?;
    let wanted = Wanted { context: found.context, cid: found.version.sealed.cid, purpose: FOR };
    let key = who.reader_key(wrap.says().reader_epoch)?;
    unwrap_share(&wrap, key, &wanted).map_err(|error| open_record::refused(&error))
}

async fn card_of(who: &SignedIn, patient: Account) -> Result<RecordId, Failure> {
    let card = who.now().await?.consent().card(patient).await?;
    Ok(card.ok_or_else(|| Failure::not("this patient keeps no emergency card"))?.record)
}

async fn say(who: &SignedIn, message: ConsentMessage) -> Result<(), Failure> {
    who.say(Message::Consent(message)).await.map(drop)
}
