//! A professional joins: directory card, licence, and the house they belong to. The council decides.

use crate::{
    directory::{CardFile, Certificate, LARGEST_CERTIFICATE},
    failure::Failure,
    puzzle,
    signed_in::SignedIn,
    upload,
};
use chartkey_protocol::{CardText, CodeSent, LicenceCheck, LicenceCode, PuzzleFor};
use chartkey_vocabulary::{Account, Message, Profile, RegistryMessage};

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
    profile_with(who, entry, None).await
}

/// As [`profile`], with a certificate for the council; the card is public, and so is the certificate in it. It is gone
/// with the next change of the entry.
///
/// # Errors
/// When the certificate is too large, or the card cannot be uploaded.
pub async fn profile_with(who: &SignedIn, entry: Entry, certificate: Option<Certificate>) -> Result<Profile, Failure> {
    if certificate.as_ref().is_some_and(|certificate| certificate.content.0.len() > LARGEST_CERTIFICATE) {
        return Err(Failure::not("the certificate is too large to be published"));
    }
    let Entry { specialties, languages, place, card: text } = entry;
    let bytes = serde_json::to_vec(&CardFile { text, certificate }).map_err(Failure::vault)?;
    let card = upload::bytes(who.oracle(), &bytes).await?;
    Ok(Profile { specialties, languages, place, card })
}

/// Changes the directory entry. New specialties wait for the council again.
///
/// # Errors
/// What the chain refuses.
pub async fn revise(who: &SignedIn, entry: Entry) -> Result<(), Failure> {
    revise_with(who, entry, None).await
}

/// As [`revise`], with a certificate for the council: for who applied without one, or lists new specialties.
///
/// # Errors
/// When the certificate is too large; what the chain refuses.
pub async fn revise_with(who: &SignedIn, entry: Entry, certificate: Option<Certificate>) -> Result<(), Failure> {
    let profile = profile_with(who, entry, certificate).await?;
    who.say(Message::Registry(RegistryMessage::Revise { profile })).await.map(drop)
}

/// Has a code sent to the phone the licence register has for this number.
///
/// # Errors
/// When it was asked for too often. Whether the number exists is never said.
pub async fn check_licence(who: &SignedIn, number: &str) -> Result<CodeSent, Failure> {
    check_licence_telling(who, number, |_, _| ()).await
}

/// As [`check_licence`]; `told` hears how many attempts at the work were made, and how many it takes on average.
///
/// # Errors
/// As [`check_licence`].
pub async fn check_licence_telling(
    who: &SignedIn,
    number: &str,
    told: impl FnMut(u64, u64),
) -> Result<CodeSent, Failure> {
    let solved = puzzle::solve(who.oracle(), PuzzleFor::Licence, told).await?;
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
