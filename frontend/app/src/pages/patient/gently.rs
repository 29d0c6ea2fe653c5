//! Changing the vault for something the chain must agree to.

use crate::hand::Hand;
use chartkey_flows::{Failure, Person};

/// As [`Hand::change`], but a no of wallet or chain leaves the vault open: by then what was changed is saved, or nothing
/// was changed.
///
/// # Errors
/// What the change refuses.
pub(super) async fn gently<T: 'static>(
    hand: Hand,
    how: impl AsyncFnOnce(&mut Person) -> Result<T, Failure> + 'static,
) -> Result<T, Failure> {
    hand.change(async move |person| match how(person).await {
        Ok(done) => Ok(Ok(done)),
        Err(no @ (Failure::Unsigned(_) | Failure::Send(_) | Failure::Denied(_) | Failure::Distrust(_))) => Ok(Err(no)),
        Err(failure) => Err(failure),
    })
    .await?
}

/// The signed-in person's session and whose chart is looked at.
///
/// # Errors
/// When nobody is signed in.
pub(super) fn session(hand: Hand) -> Result<chartkey_flows::SignedIn, Failure> {
    hand.signed_in().ok_or_else(|| Failure::Not("nobody is signed in".into()))
}
