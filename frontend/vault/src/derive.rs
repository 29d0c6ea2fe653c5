//! One way to derive a key from a key: HKDF-SHA256 with a word that names the use.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Derives `N` bytes for one use.
///
/// `use_of` names the use and is followed by a zero byte, so that no name is the beginning of another's input.
pub(crate) fn derive<const N: usize>(key: &[u8], salt: &[u8], use_of: &str, bound: &[&[u8]]) -> Zeroizing<[u8; N]> {
    let mut info: Vec<&[u8]> = vec![use_of.as_bytes(), &[0]];
    info.extend_from_slice(bound);
    let mut derived = Zeroizing::new([0; N]);
    Hkdf::<Sha256>::new(Some(salt), key)
        .expand_multi_info(&info, derived.as_mut())
        .expect("no more is asked for than HKDF gives");
    derived
}
