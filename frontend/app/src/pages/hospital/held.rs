//! The keys the house holds.

use crate::hand::Hand;
use chartkey_flows::Failure;
use chartkey_protocol::GrantRow;
use chartkey_vocabulary::Account;
use std::{cmp::Reverse, collections::HashSet};

/// Keys that open something now.
pub(super) async fn held(hand: Hand) -> Result<Vec<GrantRow>, Failure> {
    let mut grants = hand.session()?.oracle().my_grants().await?;
    let now = crate::ground::clock::now();
    grants.retain(|grant| grant.ended.is_none() && grant.terms.until > now);
    grants.sort_by_key(|grant| grant.terms.until);
    Ok(grants)
}

/// Whose records they open, each once, the latest key first.
pub(super) fn patients(grants: &[GrantRow]) -> Vec<Account> {
    let mut latest: Vec<&GrantRow> = grants.iter().collect();
    latest.sort_by_key(|grant| Reverse(grant.since));
    let mut known = HashSet::new();
    latest.into_iter().map(|grant| grant.patient).filter(|patient| known.insert(*patient)).collect()
}
