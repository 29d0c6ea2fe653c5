//! What a reader holds and has asked for: the service's lists, each row as the chain has it now.

use crate::{failure::Failure, signed_in::SignedIn};
use chartkey_vocabulary::{
    Account, Between, ConsentMessage, Facts, Finding, FindingId, Grant, Message, Purpose, Request, Time,
};

/// The keys this reader has that stand on the chain, those that have ended left out.
///
/// # Errors
/// When service or chain do not answer.
pub async fn keys(who: &SignedIn) -> Result<Vec<(Between, Grant)>, Failure> {
    let rows = who.oracle().my_grants().await?;
    let at = who.now().await?;
    let now = at.time().await?;
    let mut keys = Vec::new();
    for row in rows.into_iter().filter(|row| row.ended.is_none() && row.terms.until > now) {
        let between = Between { patient: row.patient, reader: who.account(), purpose: row.purpose };
        // One withdrawn this moment is still in the list.
        if let Some(grant) = at.consent().grant_of(between).await?.filter(|grant| grant.terms.until > now) {
            keys.push((between, grant));
        }
    }
    keys.sort_by_key(|(_, grant)| grant.terms.until);
    Ok(keys)
}

/// What this reader asked for and nobody answered.
///
/// # Errors
/// As [`keys`].
pub async fn requests(who: &SignedIn) -> Result<Vec<(Between, Request)>, Failure> {
    let rows = who.oracle().my_requests().await?;
    let at = who.now().await?;
    let mut open = Vec::new();
    for row in rows {
        let between = Between { patient: row.patient, reader: who.account(), purpose: row.purpose };
        if let Some(request) = at.consent().request_of(between).await? {
            open.push((between, request));
        }
    }
    open.sort_by_key(|(_, request)| request.at);
    Ok(open)
}

/// Asks once more for what was asked for: the patient is told anew. One signature.
///
/// # Errors
/// What the chain refuses; `Not` when it was answered meanwhile.
pub async fn remind(who: &SignedIn, patient: Account, purpose: Purpose) -> Result<(), Failure> {
    let between = Between { patient, reader: who.account(), purpose };
    let open = who.now().await?.consent().request_of(between).await?;
    let Request { terms, .. } = open.ok_or_else(|| Failure::not("this request is not open any more"))?;
    let again = [ConsentMessage::DropRequest { patient, purpose }, ConsentMessage::Request { patient, purpose, terms }];
    who.says(&again.map(Message::Consent)).await.map(drop)
}

/// A machine's finding in a chart this reader has a key to.
#[derive(Clone, Debug, PartialEq)]
pub struct InChart {
    /// Its name.
    pub id: FindingId,
    /// As the chain has it.
    pub finding: Finding,
    /// The record it is about.
    pub facts: Facts,
    /// Until when the key opens it.
    pub until: Time,
}

/// The findings in all charts a doctor may sign in: those with a key for treatment or a second opinion. Unsigned ones
/// come first, the newest record first among them.
///
/// # Errors
/// As [`crate::findings::list`].
pub async fn findings(who: &SignedIn) -> Result<Vec<InChart>, Failure> {
    let keys = keys(who).await?;
    let keys = keys.iter().filter(|(key, _)| matches!(key.purpose, Purpose::Treatment | Purpose::SecondOpinion));
    let mut found: Vec<InChart> = Vec::new();
    for (between, grant) in keys {
        for row in in_chart(who, between.patient, grant.terms.until).await? {
            let covered = grant.terms.scope.covers(&row.facts, who.account());
            if covered && found.iter().all(|known| known.id != row.id) {
                found.push(row);
            }
        }
    }
    found.sort_by_key(|row| (!row.finding.signed.is_empty(), std::cmp::Reverse(row.facts.written)));
    Ok(found)
}

/// The findings in one chart, as far as this reader may know of them.
///
/// # Errors
/// As [`crate::findings::list`].
pub async fn in_chart(who: &SignedIn, patient: Account, until: Time) -> Result<Vec<InChart>, Failure> {
    let at = who.now().await?;
    let mut found = Vec::new();
    for (id, finding) in crate::findings::list(who, patient).await? {
        // A record withdrawn this moment takes its findings along.
        let Some(facts) = at.records().facts(finding.attestation.record).await? else { continue };
        found.push(InChart { id, finding, facts, until });
    }
    Ok(found)
}
