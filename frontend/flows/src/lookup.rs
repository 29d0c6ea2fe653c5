//! Finding a patient by a national number without telling it to anybody: not to the service, which evaluates it blind.

use crate::{distrust::Distrust, failure::Failure, signed_in::SignedIn};
use chartkey_protocol::{Bytes, Evaluation, LookupTag};
use chartkey_vault::{LookupError, NationalId, Tag, blind, entropy};
use chartkey_vocabulary::Account;

/// Lets hospitals find the asker by this number.
///
/// # Errors
/// `FalseProof` when the service evaluated with another key than the published one.
pub async fn register(who: &SignedIn, country: &str, number: &str) -> Result<(), Failure> {
    let tag = tag(who, country, number).await?;
    Ok(who.oracle().put_tag(&LookupTag { tag: Bytes(tag.0.to_vec()) }).await?)
}

/// A hospital finds who registered this number.
///
/// # Errors
/// As [`register`]; `NotFound` of the service when nobody did.
pub async fn find(hospital: &SignedIn, country: &str, number: &str) -> Result<Account, Failure> {
    let tag = tag(hospital, country, number).await?;
    Ok(hospital.oracle().find(&LookupTag { tag: Bytes(tag.0.to_vec()) }).await?.patient)
}

async fn tag(who: &SignedIn, country: &str, number: &str) -> Result<Tag, Failure> {
    let id = NationalId::parse(country, number).map_err(Failure::vault)?;
    let (asked, blinded) = blind(&mut entropy(), &who.genesis().0, &id);
    let answer = who.oracle().evaluate(&Evaluation { blinded: Bytes(blinded.to_vec()) }).await?;
    let malformed = |_| Failure::vault(LookupError::Malformed);
    let element = answer.element.0.try_into().map_err(malformed)?;
    let proof = answer.proof.0.try_into().map_err(malformed)?;
    let server = who.site.lookup_key.0.clone().try_into().map_err(malformed)?;
    asked.finalize(&element, &proof, &server).map_err(|error| match error {
        LookupError::Proof => Distrust::FalseProof.into(),
        error => Failure::vault(error),
    })
}
