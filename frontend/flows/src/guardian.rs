//! Guardians: parents and carers who act for a patient.

use crate::{
    distrust::Distrust,
    failure::Failure,
    person::Person,
    signed_in::SignedIn,
    tend::{self, Tended},
};
use chartkey_protocol::Relations;
use chartkey_vocabulary::{Account, Message, RegistryMessage};

/// Has somebody act for the asker from now on, and wraps the keys of all records for them.
///
/// # Errors
/// What the chain refuses.
pub async fn appoint(patient: &Person, guardian: Account) -> Result<Tended, Failure> {
    patient.say(Message::Registry(RegistryMessage::AppointGuardian { guardian })).await?;
    tend::tend(patient).await
}

/// Ends it: the patient sends a guardian away, or a guardian leaves.
///
/// # Errors
/// What the chain refuses.
pub async fn dismiss(who: &SignedIn, patient: Account, guardian: Account) -> Result<(), Failure> {
    who.say(Message::Registry(RegistryMessage::DismissGuardian { patient, guardian })).await.map(drop)
}

/// Who stands by a patient; each guardian and ward is asked of the chain.
///
/// # Errors
/// `FalseRow` when the chain does not know one of them.
pub async fn relations(who: &SignedIn, patient: Account) -> Result<Relations, Failure> {
    let relations = who.oracle().relations_of(patient).await?;
    let at = who.now().await?;
    for guardian in &relations.guardians {
        if !at.registry().guards(*guardian, patient).await? {
            return Err(Distrust::FalseRow.into());
        }
    }
    for ward in &relations.wards {
        if !at.registry().guards(patient, *ward).await? {
            return Err(Distrust::FalseRow.into());
        }
    }
    Ok(relations)
}
