//! A second writer of sealed blobs, made from the README alone: what it writes must open, and it can write what the
//! crate itself never would.

use chacha20poly1305::{AeadInOut, ChaCha20Poly1305, KeyInit};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};

/// A blob to be written by hand.
pub(crate) struct Craft {
    pub(crate) key: [u8; 32],
    pub(crate) genesis: [u8; 32],
    pub(crate) record: [u8; 16],
    pub(crate) version: u16,
    pub(crate) salt: [u8; 32],
    /// Whether the last chunk says that it is the last.
    pub(crate) ends: bool,
}

impl Craft {
    /// Seals a plaintext, front and padding included, as it is.
    pub(crate) fn blob(&self, plain: &[u8]) -> Vec<u8> {
        let mut blob = b"CKSB\x01\x01\0\0".to_vec();
        blob.extend_from_slice(&self.genesis);
        blob.extend_from_slice(&self.record);
        blob.extend_from_slice(&self.version.to_be_bytes());
        blob.extend_from_slice(&[0; 6]);
        blob.extend_from_slice(&self.salt);
        let mut keys = [0; 64];
        let info = [b"chartkey/v1/sealed blob\0", blob.as_slice()].concat();
        Hkdf::<Sha256>::new(None, &self.key).expand(&info, &mut keys).expect("64 bytes");
        blob.extend_from_slice(&keys[32..]);
        let cipher = ChaCha20Poly1305::new_from_slice(&keys[..32]).expect("a key");
        let chunks = plain.chunks(65_520).count();
        for (index, chunk) in plain.chunks(65_520).enumerate() {
            let mut nonce = [0; 12];
            nonce[3..11].copy_from_slice(&(index as u64).to_be_bytes());
            nonce[11] = u8::from(self.ends && index + 1 == chunks);
            let mut chunk = chunk.to_vec();
            let tag = cipher.encrypt_inout_detached(&nonce.into(), &[], chunk.as_mut_slice().into()).expect("a chunk");
            blob.extend_from_slice(&chunk);
            blob.extend_from_slice(&tag);
        }
        blob
    }
}

/// Front, metadata and content.
pub(crate) fn plain(metadata: &[u8], content: &[u8], salt: &[u8; 32], padded_to: usize) -> Vec<u8> {
    front(metadata.len() as u32, content.len() as u64, metadata, content, salt, padded_to)
}

/// The same with lengths of one's own choice.
pub(crate) fn front(
    metadata_len: u32,
    content_len: u64,
    metadata: &[u8],
    content: &[u8],
    salt: &[u8; 32],
    padded_to: usize,
) -> Vec<u8> {
    let mut plain = [&metadata_len.to_be_bytes()[..], &content_len.to_be_bytes(), salt, metadata, content].concat();
    plain.resize(padded_to, 0);
    plain
}

/// The commitment to it.
pub(crate) fn commitment(metadata: &[u8], content: &[u8], salt: &[u8; 32]) -> [u8; 32] {
    let lengths = [&(metadata.len() as u32).to_be_bytes()[..], &(content.len() as u64).to_be_bytes()].concat();
    let inner = blake3::hash(&[&lengths, metadata, content].concat());
    Sha256::new()
        .chain_update(b"chartkey/v1/record commitment\0")
        .chain_update(salt)
        .chain_update(inner.as_bytes())
        .finalize()
        .into()
}
