//! A professional joins: directory card, licence, and the house they belong to. The council decides.

use crate::{failure::Failure, puzzle, signed_in::SignedIn, upload};
use chartkey_protocol::{CardText, CodeSent, LicenceCheck, LicenceCode, PuzzleFor};
use chartkey_vocabulary::{Account, Cid, Message, Profile, RegistryMessage};

/// What goes into the directory beside the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Codes of specialties; at most eight.
    pub specialties: Vec<u16>,
    /// ISO 639-1 codes; at most eight.
    pub languages: Vec<[u8; 2]>,
    /// A geohash of five characters.
    pub place: [u8; 5],
    /// What the public reads, by the professional's own choice.
    pub card: CardText,
}

/// Publishes the card and gives the profile that names it.
///
/// # Errors
/// When the card cannot be uploaded.
pub async fn profile(who: &SignedIn, entry: Entry) -> Result<Profile, Failure> {
    let card = publish_card(who, &entry.card).await?;
    let Entry { specialties, languages, place, .. } = entry;
    Ok(Profile { specialties, languages, place, card })
}

async fn publish_card(who: &SignedIn, card: &CardText) -> Result<Cid, Failure> {
    let bytes = serde_json::to_vec(card).map_err(Failure::vault)?;
    upload::bytes(who.oracle(), &bytes).await
}

/// Changes the directory entry. New specialties wait for the council again.
///
/// # Errors
/// What the chain refuses.
pub async fn revise(who: &SignedIn, entry: Entry) -> Result<(), Failure> {
    let profile = profile(who, entry).await?;
    who.say(Message::Registry(RegistryMessage::Revise { profile })).await.map(drop)
}

/// Has a code sent to the phone the licence register has for this number.
///
/// # Errors
/// When it was asked for too often. Whether the number exists is never said.
pub async fn check_licence(who: &SignedIn, number: &str) -> Result<CodeSent, Failure> {
    let solved = puzzle::solve(who.oracle(), PuzzleFor::Licence).await?;
    Ok(who.oracle().check_licence(&LicenceCheck { number: number.into(), solved }).await?)
}

/// Hands the code in; the licence is attested on the chain when this returns.
///
/// # Errors
/// When the code is wrong or lapsed; three tries.
pub async fn licence_code(who: &SignedIn, number: &str, code: &str) -> Result<(), Failure> {
    who.oracle().licence_code(&LicenceCode { number: number.into(), code: code.into() }).await?;
    // The service says it is on the chain; the chain is asked.
    let attested = who.until(async || Ok(who.member_of(who.account()).await?.licence.is_some())).await?;
    if attested { Ok(()) } else { Err(crate::Distrust::FalseRow.into()) }
}

/// A house takes a doctor in.
///
/// # Errors
/// What the chain refuses.
pub async fn affiliate(house: &SignedIn, doctor: Account) -> Result<(), Failure> {
    house.say(Message::Registry(RegistryMessage::Affiliate { doctor })).await.map(drop)
}

/// A house and a doctor part; either may say so.
///
/// # Errors
/// What the chain refuses.
pub async fn part(who: &SignedIn, hospital: Account, doctor: Account) -> Result<(), Failure> {
    who.say(Message::Registry(RegistryMessage::Part { hospital, doctor })).await.map(drop)
}
