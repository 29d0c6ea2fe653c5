//! Guardians: parents and carers who act for a patient.

use crate::{
    distrust::Distrust,
    failure::Failure,
    person::Person,
    signed_in::SignedIn,
    tend::{self, Tended},
};
use chartkey_protocol::Relations;
use chartkey_vocabulary::{Account, Message, RegistryMessage, Role};
use std::collections::BTreeSet;

/// Has somebody act for the asker from now on, and wraps the keys of all records for them.
///
/// # Errors
/// What the chain refuses.
pub async fn appoint(patient: &Person, guardian: Account) -> Result<Tended, Failure> {
    patient.say(Message::Registry(RegistryMessage::AppointGuardian { guardian })).await?;
    tend::tend(patient).await
}

/// Whom the asker knows by name, or acts for, who can be a guardian of theirs: patients, who are none yet.
///
/// # Errors
/// When service or chain do not answer.
pub async fn candidates(patient: &Person) -> Result<Vec<Account>, Failure> {
    let Relations { guardians, wards, .. } = relations(patient, patient.account()).await?;
    let named = patient.vault().names().map(|(account, _)| account);
    let known: BTreeSet<Account> = named.chain(wards).collect();
    let mut candidates = Vec::new();
    for account in known {
        if account == patient.account() || guardians.contains(&account) || patient.site.custodians.contains(&account) {
            continue;
        }
        if can_be(patient, account).await? {
            candidates.push(account);
        }
    }
    Ok(candidates)
}

/// Whether the chain takes somebody as a guardian: an active patient.
///
/// # Errors
/// When the chain does not answer.
pub async fn can_be(who: &SignedIn, account: Account) -> Result<bool, Failure> {
    Ok(who.now().await?.registry().who(account).await?.is_some_and(|who| who.is(Role::Patient)))
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
