//! Consent: asked for, given, made smaller, taken back. The chain holds the terms; keys follow them.

use crate::{
    failure::Failure,
    person::Person,
    rekey::{self, Rekeyed},
    signed_in::SignedIn,
    spool::Progress,
    tend::{self, Tended},
};
use chartkey_vocabulary::{Account, Between, ConsentMessage, Exclusions, Message, Narrowing, Purpose, Terms};

/// Asks a patient for a key.
///
/// # Errors
/// What the chain refuses.
pub async fn request(reader: &SignedIn, patient: Account, purpose: Purpose, terms: Terms) -> Result<(), Failure> {
    say(reader, ConsentMessage::Request { patient, purpose, terms }).await
}

/// Takes a request back.
///
/// # Errors
/// What the chain refuses.
pub async fn drop_request(reader: &SignedIn, patient: Account, purpose: Purpose) -> Result<(), Failure> {
    say(reader, ConsentMessage::DropRequest { patient, purpose }).await
}

/// Says no to a request.
///
/// # Errors
/// What the chain refuses.
pub async fn refuse(who: &SignedIn, between: Between) -> Result<(), Failure> {
    say(who, ConsentMessage::Answer { between, yes: false }).await
}

/// Says yes to a request, on the terms that were seen, and wraps the keys.
///
/// # Errors
/// `Not` when other terms are asked for by now than those that were seen; what the chain refuses.
pub async fn agree(who: &Person, between: Between, seen: &Terms) -> Result<Tended, Failure> {
    let request = who.now().await?.consent().request_of(between).await?;
    let request = request.ok_or_else(|| Failure::not("this request is not open any more"))?;
    if request.terms != *seen {
        return Err(Failure::not("other terms are asked for by now than those you saw; look at them first"));
    }
    // Not an answer, which would take whatever is asked for when it arrives, but a key on exactly these terms.
    give(who, between, request.terms).await
}

/// Gives a key and wraps what it opens.
///
/// # Errors
/// What the chain refuses.
pub async fn give(who: &Person, between: Between, terms: Terms) -> Result<Tended, Failure> {
    say(who, ConsentMessage::Grant { between, terms }).await?;
    tend::chart(who, between.patient).await
}

/// Gives a key in place of the one the reader holds for the same purpose, in one signature.
///
/// # Errors
/// What the chain refuses.
pub async fn exchange(who: &Person, between: Between, terms: Terms) -> Result<Tended, Failure> {
    let messages = [ConsentMessage::Revoke { between }, ConsentMessage::Grant { between, terms }];
    who.says(&messages.map(Message::Consent)).await?;
    tend::chart(who, between.patient).await
}

/// Makes a key smaller. Where more is kept back, what was shared is sealed anew.
///
/// # Errors
/// What the chain refuses.
pub async fn narrow(
    who: &Person,
    between: Between,
    narrowing: Narrowing,
    told: Progress<'_>,
) -> Result<Rekeyed, Failure> {
    let keeps_back = narrowing.except != Exclusions::default();
    say(who, ConsentMessage::Narrow { between, narrowing }).await?;
    if keeps_back { rekey::behind(who, between.patient, told).await } else { Ok(Rekeyed::default()) }
}

/// Takes a key back and seals anew what was shared. What the reader opened before stays known to them.
///
/// # Errors
/// What the chain refuses; or, the key being gone already, why something could not be sealed anew.
pub async fn withdraw(who: &Person, between: Between, told: Progress<'_>) -> Result<Rekeyed, Failure> {
    say(who, ConsentMessage::Revoke { between }).await?;
    rekey::behind(who, between.patient, told).await
}

/// A reader gives a key back.
///
/// # Errors
/// What the chain refuses.
pub async fn give_back(reader: &SignedIn, patient: Account, purpose: Purpose) -> Result<(), Failure> {
    let between = Between { patient, reader: reader.account(), purpose };
    say(reader, ConsentMessage::Revoke { between }).await
}

async fn say(who: &SignedIn, message: ConsentMessage) -> Result<(), Failure> {
    who.say(Message::Consent(message)).await.map(drop)
}
