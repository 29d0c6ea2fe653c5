//! Finding a patient by a national number that never leaves the browser: the client's half of an oblivious PRF
//! (RFC 9497, VOPRF, ristretto255-SHA512).
//!
//! The oracle evaluates a blinded number with its key and proves that it used that key; neither learns what the other
//! has. The tag that results is what the index holds.

use crate::Genesis;
use core::convert::Infallible;
use rand_core::CryptoRng;
use sha2::{Digest as _, Sha256};
use voprf::{EvaluationElement, Group, Proof, Ristretto255, VoprfClient};
use zeroize::Zeroizing;

/// A national number as everybody writes it the same. Zeroed on drop, without `Debug`.
pub struct NationalId(Zeroizing<Vec<u8>>);

/// What the client keeps while the oracle evaluates.
pub struct Asked {
    client: VoprfClient<Ristretto255>,
    input: Zeroizing<Vec<u8>>,
}

/// What the index knows a patient by. Not secret from the oracle, which cannot turn it back into a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub [u8; 32]);

/// A look-up does not come to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LookupError {
    /// Not two letters for a country and 4 to 32 letters and digits.
    #[error("a country's two letters and a number of 4 to 32 letters and digits are needed")]
    Number,
    /// The answer is not a group element, or the proof not a proof.
    #[error("the answer is malformed")]
    Malformed,
    /// The oracle answered with another key than the published one, which could mark the one who asks.
    #[error("the answer was not made with the published key")]
    Proof,
}

impl NationalId {
    /// Brings a number to its one form: capital letters and digits, without spaces, dots, dashes and slashes.
    ///
    /// # Errors
    /// `Number`.
    pub fn parse(country: &str, number: &str) -> Result<Self, LookupError> {
        let country = country.trim();
        if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_alphabetic()) {
            return Err(LookupError::Number);
        }
        let mut plain = Zeroizing::new(Vec::with_capacity(3 + number.len()));
        plain.extend(country.bytes().map(|letter| letter.to_ascii_uppercase()));
        plain.push(b':');
        for sign in number.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '.' | '/')) {
            if !sign.is_ascii_alphanumeric() {
                return Err(LookupError::Number);
            }
            plain.push(sign.to_ascii_uppercase() as u8);
        }
        if (4..=32).contains(&(plain.len() - 3)) { Ok(Self(plain)) } else { Err(LookupError::Number) }
    }

    fn input(&self, genesis: &Genesis) -> Zeroizing<Vec<u8>> {
        let domain = b"chartkey/v1/national number\0";
        let mut input = Zeroizing::new(Vec::with_capacity(domain.len() + 32 + self.0.len()));
        input.extend_from_slice(domain);
        input.extend_from_slice(genesis);
        input.extend_from_slice(&self.0);
        input
    }
}

/// Blinds a number; the 32 bytes go to the oracle.
pub fn blind(rng: &mut impl CryptoRng, genesis: &Genesis, id: &NationalId) -> (Asked, [u8; 32]) {
    let input = id.input(genesis);
    let blinded =
        VoprfClient::<Ristretto255>::blind(&input, &mut Older(rng)).expect("the input is neither empty nor long");
    (Asked { client: blinded.state, input }, blinded.message.serialize().into())
}

impl Asked {
    /// Unblinds the oracle's answer, once its proof shows that it used the published key.
    ///
    /// # Errors
    /// `Malformed`, `Proof`.
    pub fn finalize(self, evaluated: &[u8; 32], proof: &[u8; 64], server: &[u8; 32]) -> Result<Tag, LookupError> {
        let malformed = |_| LookupError::Malformed;
        let evaluated = EvaluationElement::<Ristretto255>::deserialize(evaluated).map_err(malformed)?;
        let proof = Proof::<Ristretto255>::deserialize(proof).map_err(malformed)?;
        let server = <Ristretto255 as Group>::deserialize_elem(server).map_err(malformed)?;
        let output = self.client.finalize(&self.input, &evaluated, &proof, server).map_err(|_| LookupError::Proof)?;
        Ok(tag_of(&output))
    }
}

/// The tag of an evaluated number; the oracle uses it too.
pub fn tag_of(output: &[u8]) -> Tag {
    Tag(Sha256::new().chain_update(b"chartkey/v1/tag\0").chain_update(output).finalize().into())
}

/// Today's generator, for a crate that speaks the older trait.
struct Older<'a, R>(&'a mut R);

impl<R: CryptoRng> rand_core_06::RngCore for Older<'_, R> {
    fn next_u32(&mut self) -> u32 {
        self.0.next_u32()
    }

    fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core_06::Error> {
        let Ok::<(), Infallible>(()) = self.0.try_fill_bytes(bytes);
        Ok(())
    }
}

impl<R: CryptoRng> rand_core_06::CryptoRng for Older<'_, R> {}
