//! Signatures as wallets give them: hexadecimal, mostly with the scheme's number in front.

use subxt::utils::MultiSignature;

/// Reads a signature. `scheme` is what the wallet says of the account's key, and counts where no number stands in
/// front; most keys are sr25519.
pub(super) fn read(text: &str, scheme: Option<&str>) -> Option<MultiSignature> {
    let bytes = hex::decode(text.strip_prefix("0x")?).ok()?;
    let full = |bytes: &[u8]| <[u8; 64]>::try_from(bytes).ok();
    match (bytes.len(), scheme) {
        (64, Some("ed25519")) => Some(MultiSignature::Ed25519(full(&bytes)?)),
        (64, None | Some("sr25519")) => Some(MultiSignature::Sr25519(full(&bytes)?)),
        (65, Some("ecdsa")) => Some(MultiSignature::Ecdsa(bytes.try_into().ok()?)),
        (65, _) => match bytes[0] {
            0 => Some(MultiSignature::Ed25519(full(&bytes[1..])?)),
            1 => Some(MultiSignature::Sr25519(full(&bytes[1..])?)),
            _ => None,
        },
        (66, _) if bytes[0] == 2 => Some(MultiSignature::Ecdsa(bytes[1..].try_into().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn hex(first: &[u8], rest: usize) -> String {
        format!("0x{}", hex::encode([first, &vec![9; rest]].concat()))
    }

    #[test]
    fn each_wallets_way_of_writing_a_signature_is_read() {
        assert!(matches!(read(&hex(&[1], 64), None), Some(MultiSignature::Sr25519(_))));
        assert!(matches!(read(&hex(&[0], 64), Some("ed25519")), Some(MultiSignature::Ed25519(_))));
        assert!(matches!(read(&hex(&[2], 65), Some("ecdsa")), Some(MultiSignature::Ecdsa(_))));
        assert!(matches!(read(&hex(&[], 64), None), Some(MultiSignature::Sr25519(_))));
        assert!(matches!(read(&hex(&[], 64), Some("ed25519")), Some(MultiSignature::Ed25519(_))));
        // An ecdsa signature may begin with any byte, also with another scheme's number.
        assert!(matches!(read(&hex(&[1], 64), Some("ecdsa")), Some(MultiSignature::Ecdsa(_))));
    }

    #[test]
    fn what_is_no_signature_is_none() {
        for text in ["", "0x", "0xzz", &hex(&[], 63), &hex(&[7], 64), &hex(&[1], 65), &hex(&[], 64)[2..]] {
            assert!(read(text, None).is_none(), "{text}");
        }
    }
}
