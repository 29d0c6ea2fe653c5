//! Who signs. A wallet shows what it signs and keeps its key to itself.

use crate::{failure::Failure, http::Shared};
use async_trait::async_trait;
use chartkey_client::{AccountId, Prepared, Receipt, Way};
use subxt::utils::MultiSignature;

/// The wallet did not sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the wallet did not sign: {why}")]
pub struct Unsigned {
    /// Why, in its own words.
    pub why: String,
    /// So many signatures of the same act were given before it, and stand.
    pub stand: usize,
}

impl Unsigned {
    /// It did not, and nothing was signed before.
    pub fn because(why: impl Into<String>) -> Self {
        Self { why: why.into(), stand: 0 }
    }
}

/// A wallet with one account chosen.
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
pub trait Wallet: Shared {
    /// The account that signs.
    fn account(&self) -> AccountId;

    /// Signs a text for people, as it is or wrapped in `<Bytes>`.
    ///
    /// # Errors
    /// When the person said no, or the wallet cannot.
    async fn sign_text(&self, text: &str) -> Result<MultiSignature, Unsigned>;

    /// Signs a transaction.
    ///
    /// # Errors
    /// When the person said no, or the wallet cannot.
    async fn sign(&self, transaction: &Prepared) -> Result<MultiSignature, Unsigned>;

    /// Who shows what becomes of the transaction that was signed just now. Others may be signed before that is known.
    fn watch(&self) -> Box<dyn Watch> {
        Box::new(Unwatched)
    }
}

/// Follows one transaction.
pub trait Watch: Shared {
    /// Hears where it is.
    fn told(&self, way: Way);

    /// Hears what came of it.
    fn ended(&self, end: Result<&Receipt, &Failure>);
}

struct Unwatched;

impl Watch for Unwatched {
    fn told(&self, _: Way) {}

    fn ended(&self, _: Result<&Receipt, &Failure>) {}
}

/// The name of a signature's scheme and its bytes, as the oracle takes them.
pub(crate) fn spelled(signature: MultiSignature) -> (&'static str, Vec<u8>) {
    match signature {
        MultiSignature::Ed25519(bytes) => ("ed25519", bytes.to_vec()),
        MultiSignature::Sr25519(bytes) => ("sr25519", bytes.to_vec()),
        MultiSignature::Ecdsa(bytes) => ("ecdsa", bytes.to_vec()),
    }
}
