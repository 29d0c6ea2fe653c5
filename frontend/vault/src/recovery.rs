//! The printed code: 24 words on paper that open the vault when everything else is lost.

use crate::random;
use bip39::{Language, Mnemonic};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// A printed code: 256 bits, as the 24 words of BIP-39 with their checksum. Zeroed on drop, without `Debug`.
pub struct PrintedCode(Zeroizing<[u8; 32]>);

/// What was typed is not a printed code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodeError {
    /// Another number of words.
    #[error("a code has 24 words, not {0}")]
    Length(usize),
    /// No such word is in the list.
    #[error("word {0} is not in the list; look for a misspelling")]
    Word(usize),
    /// Every word exists, and yet together they are no code.
    #[error("the words do not belong together; one may be swapped or misread")]
    Checksum,
}

impl PrintedCode {
    /// Draws a code.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(random::secret(rng))
    }

    /// The words to print.
    pub fn words(&self) -> Zeroizing<String> {
        let words = Mnemonic::from_entropy_in(Language::English, self.0.as_ref()).expect("256 bits are 24 words");
        Zeroizing::new(words.words().collect::<Vec<_>>().join(" "))
    }

    /// Reads what was typed: any spacing, any case.
    ///
    /// # Errors
    /// Which word is wrong, counted from 1, or that they do not belong together.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let words: Vec<Zeroizing<String>> =
            typed.split_whitespace().map(|word| Zeroizing::new(word.to_lowercase())).collect();
        if words.len() != 24 {
            return Err(CodeError::Length(words.len()));
        }
        let plain = Zeroizing::new(words.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" "));
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &plain).map_err(|error| match error {
            bip39::Error::UnknownWord(index) => CodeError::Word(index + 1),
            _ => CodeError::Checksum,
        })?;
        let (entropy, _) = mnemonic.to_entropy_array();
        let entropy = Zeroizing::new(entropy);
        let mut code = Zeroizing::new([0; 32]);
        code.copy_from_slice(&entropy[..32]);
        Ok(Self(code))
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.0
    }
}
