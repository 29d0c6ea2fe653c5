//! A secret for one reader: X-Wing, HKDF-SHA256, ChaCha20-Poly1305.

use crate::derive::derive;
use chacha20poly1305::{AeadInOut, ChaCha20Poly1305, KeyInit};
use rand_core::CryptoRng;
use x_wing::{
    CIPHERTEXT_SIZE, DecapsulationKeyRejectNonContrib, Decapsulator, Encapsulate, EncapsulationKey, KeyExport,
    TryDecapsulate,
};
use zeroize::Zeroizing;

/// Bytes of an X-Wing public key.
pub(crate) const PUBLIC: usize = x_wing::ENCAPSULATION_KEY_SIZE;
/// Bytes of a sealed secret: encapsulation, ciphertext, tag.
pub(crate) const SEALED: usize = CIPHERTEXT_SIZE + 32 + 16;

/// Seals 32 bytes to a public key. `bound` is all that must be the same at opening.
pub(crate) fn seal(
    rng: &mut impl CryptoRng,
    to: &EncapsulationKey,
    use_of: &str,
    bound: &[&[u8]],
    secret: &[u8; 32],
) -> [u8; SEALED] {
    let (encapsulated, shared) = to.encapsulate_with_rng(rng);
    let shared = Zeroizing::new(shared.0);
    let cipher = cipher(&shared, use_of, &encapsulated, to, bound);
    let mut sealed = [0; SEALED];
    sealed[..CIPHERTEXT_SIZE].copy_from_slice(&encapsulated);
    let (text, tag) = sealed[CIPHERTEXT_SIZE..].split_at_mut(32);
    text.copy_from_slice(secret);
    // The key is used this once, so its nonce is zero.
    let mac = cipher.encrypt_inout_detached(&[0; 12].into(), &[], text.into()).expect("32 bytes are not too many");
    tag.copy_from_slice(&mac);
    sealed
}

/// Opens what [`seal`] sealed; nothing, when the key or anything it was bound to differs.
pub(crate) fn open(
    with: &DecapsulationKeyRejectNonContrib,
    use_of: &str,
    bound: &[&[u8]],
    sealed: &[u8; SEALED],
) -> Option<Zeroizing<[u8; 32]>> {
    let (encapsulated, rest) = sealed.split_first_chunk::<CIPHERTEXT_SIZE>()?;
    let (text, tag) = rest.split_first_chunk::<32>()?;
    let tag: [u8; 16] = tag.try_into().ok()?;
    let shared = Zeroizing::new(with.try_decapsulate(encapsulated.into()).ok()?.0);
    let cipher = cipher(&shared, use_of, encapsulated, with.encapsulation_key(), bound);
    let mut secret = Zeroizing::new(*text);
    cipher.decrypt_inout_detached(&[0; 12].into(), &[], secret.as_mut_slice().into(), &tag.into()).ok()?;
    Some(secret)
}

fn cipher(
    shared: &[u8; 32],
    use_of: &str,
    encapsulated: &[u8],
    to: &EncapsulationKey,
    bound: &[&[u8]],
) -> ChaCha20Poly1305 {
    let public = to.to_bytes();
    let mut all: Vec<&[u8]> = vec![encapsulated, &public];
    all.extend_from_slice(bound);
    let key = derive::<32>(shared, &[], use_of, &all);
    ChaCha20Poly1305::new_from_slice(key.as_ref()).expect("32 bytes")
}
