//! Guardians: parents and carers who act for a patient.

use crate::{
    distrust::Distrust,
    failure::Failure,
    person::Person,
    rekey::{self, Rekeyed},
    signed_in::SignedIn,
    spool::Progress,
    tend::{self, Tended},
};
use chartkey_protocol::Relations;
use chartkey_vocabulary::{Account, ConsentMessage, Message, RegistryMessage, Role};
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

/// A patient sends a guardian away, and seals anew what they could open: they may have kept the keys. What they opened
/// before stays known to them.
///
/// # Errors
/// What the chain refuses; or, the guardian being gone already, why something could not be sealed anew.
pub async fn dismiss(
    who: &Person,
    patient: Account,
    guardian: Account,
    told: Progress<'_>,
) -> Result<Rekeyed, Failure> {
    who.says(&[dismissal(patient, guardian), renewal(patient)]).await?;
    // The service hears of it a moment after the chain did, and would name them among those to wrap for.
    who.followed(who.now().await?.height()).await?;
    rekey::behind(who, patient, told).await
}

/// A guardian leaves. The patient's records are behind from then on; the patient, whose keys they are, seals them anew.
///
/// # Errors
/// What the chain refuses.
pub async fn leave(guardian: &SignedIn, patient: Account) -> Result<(), Failure> {
    let me = guardian.account();
    let mut messages = vec![dismissal(patient, me)];
    // Who registered as something else since acts for nobody any more, and only lays the duty down.
    if guardian.now().await?.registry().guards(me, patient).await? {
        // First, because a guardian may say so and whoever was one may not.
        messages.insert(0, renewal(patient));
    }
    guardian.says(&messages).await.map(drop)
}

fn dismissal(patient: Account, guardian: Account) -> Message {
    Message::Registry(RegistryMessage::DismissGuardian { patient, guardian })
}

fn renewal(patient: Account) -> Message {
    Message::Consent(ConsentMessage::Renew { patient })
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
