//! The keys the house holds.

use crate::hand::Hand;
use chartkey_flows::Failure;
use chartkey_protocol::GrantRow;
use chartkey_vocabulary::Account;

/// Keys that open something now.
pub(super) async fn held(hand: Hand) -> Result<Vec<GrantRow>, Failure> {
    let mut grants = hand.session()?.oracle().my_grants().await?;
    let now = crate::ground::clock::now();
    grants.retain(|grant| grant.ended.is_none() && grant.terms.until > now);
    grants.sort_by_key(|grant| grant.terms.until);
    Ok(grants)
}

/// Whose records they open, each once.
pub(super) fn patients(grants: &[GrantRow]) -> Vec<Account> {
    let mut patients: Vec<Account> = grants.iter().map(|grant| grant.patient).collect();
    patients.sort();
    patients.dedup();
    patients
}
