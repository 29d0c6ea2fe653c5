//! A wallet's signature under a text: by sr25519, ed25519 or ecdsa, raw or wrapped as extensions wrap it.

use secp256k1::{
    Message, Secp256k1,
    ecdsa::{RecoverableSignature, RecoveryId},
};
use sp_crypto_hashing::blake2_256;
use subxt::utils::AccountId32;
use subxt_signer::sr25519;

/// Whether `account` signed `text` by this scheme.
///
/// Browser wallets put `<Bytes>` around what a page asks them to sign, so that no transaction can pass for a text;
/// command lines sign it as it is. The text begins with words, so raw it is no transaction either.
pub(super) fn is_by(account: &AccountId32, scheme: &str, signature: &[u8], text: &str) -> bool {
    let check = match scheme {
        "sr25519" => by_sr25519,
        "ed25519" => by_ed25519,
        "ecdsa" => by_ecdsa,
        _ => return false,
    };
    let wrapped = format!("<Bytes>{text}</Bytes>");
    [text, &wrapped].into_iter().any(|text| check(account, signature, text.as_bytes()).is_some())
}

fn by_sr25519(account: &AccountId32, signature: &[u8], text: &[u8]) -> Option<()> {
    let signature = sr25519::Signature(signature.try_into().ok()?);
    sr25519::verify(&signature, text, &sr25519::PublicKey(account.0)).then_some(())
}

fn by_ed25519(account: &AccountId32, signature: &[u8], text: &[u8]) -> Option<()> {
    let key = ed25519_dalek::VerifyingKey::from_bytes(&account.0).ok()?;
    let signature = ed25519_dalek::Signature::from_bytes(signature.try_into().ok()?);
    // Strictly: a key of small order would let one signature pass for many texts.
    key.verify_strict(text, &signature).ok()
}

/// The account is only the hash of the key, so the key is recovered from the signature.
fn by_ecdsa(account: &AccountId32, signature: &[u8], text: &[u8]) -> Option<()> {
    let (recovery, compact) = signature.split_last()?;
    // Some wallets count from 27, as Bitcoin did.
    let recovery = if *recovery >= 27 { recovery - 27 } else { *recovery };
    let recovery = RecoveryId::try_from(i32::from(recovery)).ok()?;
    let signature = RecoverableSignature::from_compact(compact, recovery).ok()?;
    let hash = Message::from_digest(blake2_256(text));
    let key = Secp256k1::verification_only().recover_ecdsa(&hash, &signature).ok()?;
    (blake2_256(&key.serialize()) == account.0).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ed25519_dalek::Signer;
    use subxt_signer::ecdsa;

    const TEXT: &str = "localhost asks you to sign in";

    fn wrapped() -> String {
        format!("<Bytes>{TEXT}</Bytes>")
    }

    /// Account, scheme and signer of each scheme.
    #[allow(clippy::type_complexity)]
    fn wallets() -> Vec<(AccountId32, &'static str, Box<dyn Fn(&[u8]) -> Vec<u8>>)> {
        let (sr, ec) = (sr25519::dev::alice(), ecdsa::dev::alice());
        let ed = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
        vec![
            (AccountId32(sr.public_key().0), "sr25519", Box::new(move |text| sr.sign(text).0.to_vec())),
            (
                AccountId32(ed.verifying_key().to_bytes()),
                "ed25519",
                Box::new(move |text| ed.sign(text).to_bytes().to_vec()),
            ),
            (AccountId32(blake2_256(&ec.public_key().0)), "ecdsa", Box::new(move |text| ec.sign(text).0.to_vec())),
        ]
    }

    #[test]
    fn every_scheme_is_taken_raw_and_wrapped() {
        for (account, scheme, sign) in wallets() {
            for text in [TEXT, &wrapped()] {
                assert!(is_by(&account, scheme, &sign(text.as_bytes()), TEXT), "{scheme}: {text}");
            }
        }
    }

    #[test]
    fn another_text_account_scheme_or_signature_is_refused() {
        let wallets = wallets();
        for (at, (account, scheme, sign)) in wallets.iter().enumerate() {
            let good = sign(TEXT.as_bytes());
            assert!(!is_by(account, scheme, &good, "localhost asks you to sign out"), "{scheme}: another text");
            assert!(!is_by(&AccountId32([5; 32]), scheme, &good, TEXT), "{scheme}: another account");
            assert!(!is_by(account, wallets[(at + 1) % 3].1, &good, TEXT), "{scheme}: another scheme");
            assert!(!is_by(account, "none", &good, TEXT), "{scheme}: no scheme");
            assert!(!is_by(account, scheme, &[], TEXT), "{scheme}: nothing");
            assert!(!is_by(account, scheme, &good[..63], TEXT), "{scheme}: cut short");
            for place in 0..good.len() {
                let mut altered = good.clone();
                altered[place] ^= 1;
                assert!(!is_by(account, scheme, &altered, TEXT), "{scheme}: byte {place}");
            }
            let twice = format!("<Bytes>{}</Bytes>", wrapped());
            assert!(!is_by(account, scheme, &sign(twice.as_bytes()), TEXT), "{scheme}: wrapped twice");
        }
    }

    #[test]
    fn a_key_of_small_order_signs_nothing() {
        // The neutral element: under lax rules the signature of zeros and this key fits every text.
        let mut neutral = [0; 32];
        neutral[0] = 1;
        let mut signature = [0; 64];
        signature[0] = 1;
        assert!(!is_by(&AccountId32(neutral), "ed25519", &signature, TEXT));
    }
}
