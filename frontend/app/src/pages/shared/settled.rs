//! After something was said to the chain: the lists are the service's, which follows it a moment behind.

use crate::hand::Hand;
use chartkey_flows::{Failure, SignedIn};

/// Waits until the service has read what is final now, and lets pages look again. What was done is done by then, so
/// that a service that stays behind is no failure of it.
///
/// # Errors
/// When the node does not answer.
pub(crate) async fn settled(hand: Hand, who: &SignedIn) -> Result<(), Failure> {
    let height = who.now().await?.height();
    drop(who.followed(height).await);
    hand.stir();
    Ok(())
}
