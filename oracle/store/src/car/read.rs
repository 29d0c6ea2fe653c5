//! An archive as it arrives: cut into its blocks, each checked against its name.

use super::{HEADER, root_of};
use crate::{
    CarFault, Incoming, StoreError,
    dag::{self, MAX_BLOCK},
};
use bytes::{Buf, Bytes, BytesMut};
use chartkey_vocabulary::Cid;
use futures::StreamExt;

/// Bytes of a length at its longest: none of ours needs more than three, and padding is nobody's right.
const MAX_LENGTH_BYTES: usize = 5;

/// Reads one archive. Holds at most one block and what came with it.
pub(crate) struct CarReader {
    source: Incoming,
    buffer: BytesMut,
}

impl CarReader {
    /// Reads the header; returns the root it names.
    pub(crate) async fn open(source: Incoming) -> Result<(Self, Cid), StoreError> {
        let mut reader = Self { source, buffer: BytesMut::new() };
        let Some(HEADER) = reader.length().await? else {
            return Err(CarFault::Header.into());
        };
        let header = reader.take(HEADER).await?;
        let root = root_of(&header).ok_or(CarFault::Header)?;
        Ok((reader, root))
    }

    /// The next block, or `None` at a clean end.
    pub(crate) async fn next(&mut self) -> Result<Option<(Cid, Bytes)>, StoreError> {
        let Some(length) = self.length().await? else {
            return Ok(None);
        };
        if length > MAX_BLOCK + 36 {
            return Err(CarFault::Oversized.into());
        }
        if length < 36 {
            return Err(CarFault::ForeignName.into());
        }
        let mut block = self.take(length).await?;
        let mut cid = Cid([0; 36]);
        block.copy_to_slice(&mut cid.0);
        if !cid.is_sound() {
            return Err(CarFault::ForeignName.into());
        }
        if !dag::matches(&cid, &block) {
            return Err(CarFault::WrongHash.into());
        }
        Ok(Some((cid, block)))
    }

    /// A section's length; `None` when the archive ends before it.
    async fn length(&mut self) -> Result<Option<usize>, StoreError> {
        let mut length = 0_u64;
        for place in 0..MAX_LENGTH_BYTES {
            if self.buffer.is_empty() && !self.more().await? {
                return if place == 0 { Ok(None) } else { Err(CarFault::Truncated.into()) };
            }
            let byte = self.buffer.get_u8();
            length |= u64::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return Ok(Some(length as usize));
            }
        }
        Err(CarFault::Oversized.into())
    }

    async fn take(&mut self, length: usize) -> Result<Bytes, StoreError> {
        while self.buffer.len() < length {
            if !self.more().await? {
                return Err(CarFault::Truncated.into());
            }
        }
        Ok(self.buffer.split_to(length).freeze())
    }

    /// Waits for more bytes; false at the end.
    async fn more(&mut self) -> Result<bool, StoreError> {
        loop {
            match self.source.next().await {
                None => return Ok(false),
                Some(Ok(bytes)) if bytes.is_empty() => {}
                Some(Ok(bytes)) => {
                    self.buffer.extend_from_slice(&bytes);
                    return Ok(true);
                }
                Some(Err(error)) => return Err(StoreError::Source(error)),
            }
        }
    }
}
