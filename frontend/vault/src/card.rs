//! The emergency card: its content key lies with three custodians, and a hospital needs two of them.

use crate::{ContentKey, KeyBundle, ReaderKey, SameShare, Share, UnwrapError, Wanted, Wrap, shares, wrap};
use rand_core::CryptoRng;

/// Splits a card's content key for three custodians; each gets one by [`crate::wrap_share`].
pub fn split_card(rng: &mut impl CryptoRng, key: &ContentKey) -> [Share; 3] {
    shares::split(rng, key.bytes())
}

/// A custodian hands their share on to a hospital whose breaking of the glass they have seen on the chain.
///
/// # Errors
/// When the share is not this custodian's or not of this card; see [`UnwrapError`].
pub fn pass_card_share(
    rng: &mut impl CryptoRng,
    held: &Wrap,
    custodian: &ReaderKey,
    to: &KeyBundle,
    wanted: &Wanted,
) -> Result<Wrap, UnwrapError> {
    let share = wrap::unwrap_share(held, custodian, wanted)?;
    Ok(wrap::wrap_share(rng, &share, to, wanted))
}

/// The card's content key out of two shares. Shares that do not belong together give a key that opens nothing.
///
/// # Errors
/// When both are the same share.
pub fn join_card(one: &Share, other: &Share) -> Result<ContentKey, SameShare> {
    shares::join(one, other).map(ContentKey::of)
}
