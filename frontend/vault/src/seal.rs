//! Sealing: a content goes in piece by piece, a blob comes out, and memory stays at one chunk.

use crate::{
    ContentKey, Context, Metadata,
    bytes::head,
    commitment::Committing,
    derive::derive,
    layout::{FRONT, HEADER, Layout, MAX_CONTENT, PLAIN},
    random,
};
use chacha20poly1305::{AeadInOut, ChaCha20Poly1305, KeyInit};
use chartkey_vocabulary::Commitment;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// The letters in front of a sealed blob.
pub(crate) const LETTERS: [u8; 4] = *b"CKSB";
/// How much of the header the keys are derived from: all but the key check.
pub(crate) const BOUND: usize = HEADER - 32;
/// So many chunks of padding are written at once: a mebibyte.
const PADDED_AT_ONCE: u64 = 16;

/// The content does not fit what was announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// More than [`MAX_CONTENT`].
    #[error("the content is too long to be sealed")]
    TooLong,
    /// More content came than was announced.
    #[error("more content than announced")]
    TooMuch,
    /// Less content came than was announced.
    #[error("{missing} bytes of content are missing")]
    TooLittle {
        /// How many.
        missing: u64,
    },
}

/// A sealed version, held in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The ciphertext, as the store keeps it.
    pub blob: Vec<u8>,
    /// What the chain keeps of the plaintext.
    pub commitment: Commitment,
}

/// Seals one version, piece by piece.
pub struct Sealer {
    chunks: Chunks,
    missing: u64,
    committing: Committing,
}

/// Cuts a plaintext into chunks and seals them.
struct Chunks {
    cipher: ChaCha20Poly1305,
    layout: Layout,
    next: u64,
    pending: Zeroizing<Vec<u8>>,
}

impl Sealer {
    /// Begins a blob: writes the header to `out`. The length must be known beforehand, since the padding follows from it.
    ///
    /// A content key is for one blob; sealing anew takes a new one.
    ///
    /// # Errors
    /// `TooLong` beyond [`MAX_CONTENT`].
    pub fn begin(
        rng: &mut impl CryptoRng,
        key: &ContentKey,
        context: &Context,
        metadata: &Metadata,
        content_len: u64,
        out: &mut Vec<u8>,
    ) -> Result<Self, SealError> {
        if content_len > MAX_CONTENT {
            return Err(SealError::TooLong);
        }
        let layout = Layout::over((FRONT + metadata.raw().len()) as u64 + content_len);
        let mut bound = [0; BOUND];
        bound[..6].copy_from_slice(&head(LETTERS));
        bound[8..8 + Context::LEN].copy_from_slice(&context.bytes());
        bound[64..].copy_from_slice(&random::nonce::<32>(rng));
        let (cipher, check) = stream_key(key, &bound);
        out.extend_from_slice(&bound);
        out.extend_from_slice(&check);

        let mut pending = Zeroizing::new(Vec::with_capacity(PLAIN));
        pending.extend_from_slice(&(metadata.raw().len() as u32).to_be_bytes());
        pending.extend_from_slice(&content_len.to_be_bytes());
        pending.extend_from_slice(metadata.salt());
        pending.extend_from_slice(metadata.raw());
        let committing = Committing::to(metadata, content_len);
        Ok(Self { chunks: Chunks { cipher, layout, next: 0, pending }, missing: content_len, committing })
    }

    /// How long the whole blob will be.
    pub fn blob_len(&self) -> u64 {
        self.chunks.layout.blob()
    }

    /// Takes the next piece of the content and writes what became ready to `out`.
    ///
    /// # Errors
    /// `TooMuch` when more comes than was announced.
    pub fn push(&mut self, content: &[u8], out: &mut Vec<u8>) -> Result<(), SealError> {
        self.missing = self.missing.checked_sub(content.len() as u64).ok_or(SealError::TooMuch)?;
        // The hash is quickest over much at once.
        self.committing.add(content);
        self.chunks.push(content, out);
        Ok(())
    }

    /// Writes the next mebibyte of what follows the content, and says whether there was any: the padding of a large
    /// content is large too, and nobody has to hold all of it.
    ///
    /// # Errors
    /// `TooLittle` when content is missing.
    pub fn pad(&mut self, out: &mut Vec<u8>) -> Result<bool, SealError> {
        if self.missing > 0 {
            return Err(SealError::TooLittle { missing: self.missing });
        }
        Ok(self.chunks.pad(out))
    }

    /// Writes the rest to `out`, padding included.
    ///
    /// # Errors
    /// `TooLittle` when content is missing.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<Commitment, SealError> {
        while self.pad(out)? {}
        Ok(self.committing.finish())
    }
}

impl Chunks {
    fn push(&mut self, mut content: &[u8], out: &mut Vec<u8>) {
        while !content.is_empty() {
            let (piece, rest) = content.split_at(content.len().min(PLAIN - self.pending.len()));
            content = rest;
            if piece.len() == PLAIN {
                self.seal(piece, out);
                continue;
            }
            self.pending.extend_from_slice(piece);
            if self.pending.len() == PLAIN {
                self.flush(out);
            }
        }
    }

    fn pad(&mut self, out: &mut Vec<u8>) -> bool {
        let first = self.next;
        while self.next < self.layout.chunks() && self.next < first + PADDED_AT_ONCE {
            let plain = self.layout.plain(self.next);
            self.pending.resize((plain.end - plain.start) as usize, 0);
            self.flush(out);
        }
        self.next > first
    }

    fn flush(&mut self, out: &mut Vec<u8>) {
        let mut pending = core::mem::take(&mut self.pending);
        self.seal(&pending, out);
        pending.clear();
        self.pending = pending;
    }

    fn seal(&mut self, plain: &[u8], out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(plain);
        let nonce = self.layout.nonce(self.next);
        let tag = self
            .cipher
            .encrypt_inout_detached(&nonce.into(), &[], out[start..].as_mut().into())
            .expect("a chunk is shorter than the cipher's limit");
        out.extend_from_slice(&tag);
        self.next += 1;
    }
}

/// Seals a content held in memory.
///
/// # Errors
/// `TooLong` beyond [`MAX_CONTENT`].
pub fn seal_all(
    rng: &mut impl CryptoRng,
    key: &ContentKey,
    context: &Context,
    metadata: &Metadata,
    content: &[u8],
) -> Result<Sealed, SealError> {
    let layout = Layout::over((FRONT + metadata.raw().len()) as u64 + content.len() as u64);
    let mut blob = Vec::with_capacity(layout.blob() as usize);
    let mut sealer = Sealer::begin(rng, key, context, metadata, content.len() as u64, &mut blob)?;
    sealer.push(content, &mut blob)?;
    let commitment = sealer.finish(&mut blob)?;
    Ok(Sealed { blob, commitment })
}

/// The stream's cipher and the check that tells a wrong key from a broken blob.
///
/// The check also commits the blob to one key: ChaCha20-Poly1305 alone does not, and a blob that opens to one thing for
/// the patient and to another for the doctor must not exist.
pub(crate) fn stream_key(key: &ContentKey, bound: &[u8; BOUND]) -> (ChaCha20Poly1305, [u8; 32]) {
    let both = derive::<64>(key.bytes(), &[], "chartkey/v1/sealed blob", &[bound]);
    let (stream, check) = both.split_at(32);
    let cipher = ChaCha20Poly1305::new_from_slice(stream).expect("32 bytes");
    (cipher, check.try_into().expect("32 bytes"))
}
