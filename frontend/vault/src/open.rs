//! Opening: any chunk on its own, or all in order, which also checks the commitment.

use crate::{
    ContentKey, Context, Metadata, MetadataError, Misplaced,
    bytes::{Bytes, HeadError, read_head},
    commitment::Committing,
    layout::{CHUNK, FRONT, HEADER, Layout, MAX_CONTENT, TAG},
    metadata::MAX_METADATA,
    seal::{BOUND, LETTERS, stream_key},
};
use chacha20poly1305::{AeadInOut, ChaCha20Poly1305};
use chartkey_vocabulary::Commitment;
use core::ops::Range;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A blob does not open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Not a sealed blob, or one of another version of the format.
    #[error("not a sealed blob of this format: {0}")]
    Format(#[from] HeadError),
    /// No blob has this length: something was cut off or added.
    #[error("the blob was cut short or added to")]
    Length,
    /// It belongs to another record, version or chain.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// Another content key, or a header that was changed.
    #[error("this key does not open this blob")]
    Key,
    /// A chunk was changed, moved or taken from elsewhere.
    #[error("chunk {chunk} is not the one that was sealed there")]
    Chunk {
        /// Which one, from 0.
        chunk: u64,
    },
    /// There is no such chunk.
    #[error("there is no chunk {chunk}")]
    NoChunk {
        /// Which one was asked for.
        chunk: u64,
    },
    /// The lengths inside do not fit the blob.
    #[error("what lies inside does not fit the blob")]
    Front,
    /// The padding is not empty.
    #[error("the padding hides something")]
    Padding,
    /// The metadata cannot be read.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// Not every chunk was opened in order, so the content as a whole is not checked.
    #[error("not everything was opened, so the content is not checked")]
    Unchecked,
    /// The plaintext is not the one the chain names.
    #[error("the content is not the one the chain names")]
    Commitment,
}

/// What a blob held.
pub struct Opened {
    /// What is said of the content.
    pub metadata: Metadata,
    /// The content; zeroed on drop.
    pub content: Zeroizing<Vec<u8>>,
}

/// Opens one blob, chunk by chunk.
pub struct Opener {
    cipher: ChaCha20Poly1305,
    layout: Layout,
    metadata: Metadata,
    content_len: u64,
    in_order: u64,
    committing: Committing,
}

impl Opener {
    /// How many bytes of a blob [`Opener::begin`] wants to see.
    pub fn head_len(blob_len: u64) -> usize {
        blob_len.min((HEADER + CHUNK) as u64) as usize
    }

    /// Begins with the first bytes of a blob that is `blob_len` long; reads header and metadata.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn begin(key: &ContentKey, context: &Context, blob_len: u64, head: &[u8]) -> Result<Self, OpenError> {
        let mut bytes = Bytes(head);
        let bound: [u8; BOUND] = bytes.take().ok_or(HeadError::Truncated)?;
        let check: [u8; 32] = bytes.take().ok_or(HeadError::Truncated)?;
        read_header(&bound, context)?;
        let layout = Layout::of_blob(blob_len).ok_or(OpenError::Length)?;
        let (cipher, expected) = stream_key(key, &bound);
        if !bool::from(expected.ct_eq(&check)) {
            return Err(OpenError::Key);
        }
        let span = layout.span(0);
        let first = bytes.slice((span.end - span.start) as usize).ok_or(OpenError::Length)?;
        let mut first = Zeroizing::new(first.to_vec());
        let plain = open_chunk(&cipher, layout, 0, &mut first)?;
        let (metadata, content_len) = read_front(plain)?;
        if Layout::over((FRONT + metadata.raw().len()) as u64 + content_len) != layout {
            return Err(OpenError::Front);
        }
        let committing = Committing::to(&metadata, content_len);
        Ok(Self { cipher, layout, metadata, content_len, in_order: 0, committing })
    }

    /// What is said of the content. Authentic, but checked against the chain only by [`Opener::verify`].
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// How long the content is.
    pub fn content_len(&self) -> u64 {
        self.content_len
    }

    /// How many chunks there are.
    pub fn chunks(&self) -> u64 {
        self.layout.chunks()
    }

    /// Which bytes of the blob chunk number `chunk` is.
    pub fn span(&self, chunk: u64) -> Range<u64> {
        self.layout.span(chunk)
    }

    /// Which bytes of the content chunk number `chunk` holds; none, where it is all metadata or padding.
    pub fn content_span(&self, chunk: u64) -> Range<u64> {
        let front = (FRONT + self.metadata.raw().len()) as u64;
        let plain = self.layout.plain(chunk);
        let clamp = |at: u64| at.saturating_sub(front).min(self.content_len);
        clamp(plain.start)..clamp(plain.end)
    }

    /// Opens chunk number `chunk` in place and returns the piece of the content in it.
    ///
    /// # Errors
    /// `NoChunk`, `Chunk`, `Padding`.
    pub fn chunk<'a>(&mut self, chunk: u64, bytes: &'a mut [u8]) -> Result<&'a mut [u8], OpenError> {
        if chunk >= self.chunks() {
            return Err(OpenError::NoChunk { chunk });
        }
        let piece = self.piece(chunk);
        let plain = open_chunk(&self.cipher, self.layout, chunk, bytes)?;
        empty(&plain[piece.end..])?;
        let piece = &mut plain[piece];
        if chunk == self.in_order {
            self.committing.add(piece);
            self.in_order += 1;
        }
        Ok(piece)
    }

    /// Opens a run of whole chunks in place, beginning with chunk number `first`, and returns the pieces of the content
    /// in them.
    ///
    /// # Errors
    /// `NoChunk`, `Chunk`, `Padding`.
    pub fn run<'a>(&mut self, first: u64, bytes: &'a mut [u8]) -> Result<Vec<&'a [u8]>, OpenError> {
        let in_order = first == self.in_order;
        let mut committing = self.committing.clone();
        let mut add = |piece: &[u8]| {
            if in_order {
                committing.add(piece)
            }
        };
        let pieces = self.run_and(first, bytes, &mut add)?;
        if in_order {
            (self.committing, self.in_order) = (committing, first + pieces.len() as u64);
        }
        Ok(pieces)
    }

    /// Says whether everything that was opened is what the chain names.
    ///
    /// # Errors
    /// `Unchecked` until every chunk was opened in order, `Commitment` when it is something else.
    pub fn verify(self, named: &Commitment) -> Result<Metadata, OpenError> {
        let (metadata, commitment) = self.finish()?;
        if bool::from(commitment.0.ct_eq(&named.0)) { Ok(metadata) } else { Err(OpenError::Commitment) }
    }

    /// The commitment to everything that was opened, for those who state it themselves, as workers do.
    ///
    /// # Errors
    /// `Unchecked` until every chunk was opened in order.
    pub fn finish(self) -> Result<(Metadata, Commitment), OpenError> {
        if self.in_order < self.chunks() {
            return Err(OpenError::Unchecked);
        }
        Ok((self.metadata, self.committing.finish()))
    }
}

/// Opens a blob held in memory and checks it against the commitment on the chain.
///
/// # Errors
/// See [`OpenError`].
pub fn open_all(
    key: &ContentKey,
    context: &Context,
    commitment: &Commitment,
    blob: &[u8],
) -> Result<Opened, OpenError> {
    let len = blob.len() as u64;
    let mut opener = Opener::begin(key, context, len, &blob[..Opener::head_len(len)])?;
    let mut content = Zeroizing::new(vec![0; opener.content_len() as usize]);
    opener.fill(blob, &mut content)?;
    let metadata = opener.verify(commitment)?;
    Ok(Opened { metadata, content })
}

impl Opener {
    /// Opens the whole blob into `content`.
    fn fill(&mut self, blob: &[u8], content: &mut [u8]) -> Result<(), OpenError> {
        let mut committing = self.committing.clone();
        self.fill_and(blob, content, &mut |piece| committing.add(piece))?;
        (self.committing, self.in_order) = (committing, self.chunks());
        Ok(())
    }

    fn fill_and(&self, blob: &[u8], mut content: &mut [u8], hash: &mut impl FnMut(&[u8])) -> Result<(), OpenError> {
        let mut scratch = Zeroizing::new(Vec::with_capacity(CHUNK));
        for chunk in 0..self.chunks() {
            let span = self.span(chunk);
            let sealed = &blob[span.start as usize..span.end as usize];
            let piece = self.piece(chunk);
            let (to, rest) = content.split_at_mut(piece.len());
            content = rest;
            if piece.len() + TAG == sealed.len() {
                // All content, as nearly every chunk is: opened where it will stay.
                let (text, tag) = sealed.split_at(piece.len());
                to.copy_from_slice(text);
                open_text(&self.cipher, self.layout, chunk, to, tag)?;
            } else {
                scratch.clear();
                scratch.extend_from_slice(sealed);
                let plain = open_chunk(&self.cipher, self.layout, chunk, &mut scratch)?;
                empty(&plain[piece.end..])?;
                to.copy_from_slice(&plain[piece]);
            }
            hash(to);
        }
        Ok(())
    }

    fn run_and<'a>(
        &self,
        first: u64,
        mut bytes: &'a mut [u8],
        hash: &mut impl FnMut(&[u8]),
    ) -> Result<Vec<&'a [u8]>, OpenError> {
        let mut pieces = Vec::with_capacity(bytes.len() / CHUNK + 1);
        let mut chunk = first;
        while !bytes.is_empty() {
            if chunk >= self.chunks() {
                return Err(OpenError::NoChunk { chunk });
            }
            let span = self.span(chunk);
            let (sealed, rest) =
                bytes.split_at_mut_checked((span.end - span.start) as usize).ok_or(OpenError::Chunk { chunk })?;
            bytes = rest;
            let piece = self.piece(chunk);
            let plain = open_chunk(&self.cipher, self.layout, chunk, sealed)?;
            empty(&plain[piece.end..])?;
            let piece = &plain[piece];
            hash(piece);
            pieces.push(piece);
            chunk += 1;
        }
        Ok(pieces)
    }

    /// Where the content lies in the plaintext of a chunk.
    fn piece(&self, chunk: u64) -> Range<usize> {
        let content = self.content_span(chunk);
        let start = if chunk == 0 { FRONT + self.metadata.raw().len() } else { 0 };
        start..start + (content.end - content.start) as usize
    }
}

/// The padding holds nothing.
fn empty(padding: &[u8]) -> Result<(), OpenError> {
    if padding.iter().fold(0, |any, byte| any | byte) == 0 { Ok(()) } else { Err(OpenError::Padding) }
}

fn read_header(bound: &[u8; BOUND], context: &Context) -> Result<(), OpenError> {
    let mut bytes = Bytes(bound);
    read_head(&mut bytes, LETTERS)?;
    let reserved = bytes.u16().ok_or(HeadError::Truncated)?;
    let found = Context::read(&mut bytes).ok_or(HeadError::Truncated)?;
    let more: [u8; 6] = bytes.take().ok_or(HeadError::Truncated)?;
    if reserved != 0 || more != [0; 6] {
        return Err(HeadError::Reserved.into());
    }
    Ok(context.expect(&found)?)
}

fn open_chunk<'a>(
    cipher: &ChaCha20Poly1305,
    layout: Layout,
    chunk: u64,
    bytes: &'a mut [u8],
) -> Result<&'a mut [u8], OpenError> {
    let span = layout.span(chunk);
    if bytes.len() as u64 != span.end - span.start {
        return Err(OpenError::Chunk { chunk });
    }
    let (text, tag) = bytes.split_at_mut(bytes.len() - TAG);
    open_text(cipher, layout, chunk, text, tag)?;
    Ok(text)
}

fn open_text(
    cipher: &ChaCha20Poly1305,
    layout: Layout,
    chunk: u64,
    text: &mut [u8],
    tag: &[u8],
) -> Result<(), OpenError> {
    let tag: [u8; TAG] = tag.try_into().map_err(|_| OpenError::Chunk { chunk })?;
    cipher
        .decrypt_inout_detached(&layout.nonce(chunk).into(), &[], text.into(), &tag.into())
        .map_err(|_| OpenError::Chunk { chunk })
}

fn read_front(plain: &[u8]) -> Result<(Metadata, u64), OpenError> {
    let mut bytes = Bytes(plain);
    let metadata_len = bytes.u32().ok_or(OpenError::Front)? as usize;
    let content_len = bytes.u64().ok_or(OpenError::Front)?;
    let salt = bytes.take().ok_or(OpenError::Front)?;
    if metadata_len > MAX_METADATA || content_len > MAX_CONTENT {
        return Err(OpenError::Front);
    }
    let raw = bytes.slice(metadata_len).ok_or(OpenError::Front)?;
    Ok((Metadata::read(raw, salt)?, content_len))
}
