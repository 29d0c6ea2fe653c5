//! Reading fixed formats from the front; what is short is refused, never guessed.

/// The bytes not yet read.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next `N` bytes.
    pub(crate) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*head)
    }

    /// The next `len` bytes.
    pub(crate) fn slice(&mut self, len: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(head)
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    /// The next two bytes, the greater first.
    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_be_bytes)
    }

    /// The next four bytes, the greatest first.
    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_be_bytes)
    }

    /// The next eight bytes, the greatest first.
    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_be_bytes)
    }
}

/// What opens every one of our formats: four letters, a version, a suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HeadError {
    /// Fewer bytes than the format has.
    #[error("cut short")]
    Truncated,
    /// Other letters in front: some other file.
    #[error("something else altogether")]
    Foreign,
    /// A version this program does not know; an older one is refused as well, so nobody can be talked down.
    #[error("format version {0} is not spoken here")]
    Version(u8),
    /// A set of ciphers this program does not know.
    #[error("cipher suite {0} is not spoken here")]
    Suite(u8),
    /// Bytes that must be zero are not.
    #[error("reserved bytes are in use")]
    Reserved,
    /// More bytes than the format has.
    #[error("bytes after the end")]
    Trailing,
}

/// The one version of every format there is.
pub(crate) const VERSION: u8 = 1;
/// X-Wing, HKDF-SHA256, ChaCha20-Poly1305, SHA-256, BLAKE3.
pub(crate) const SUITE: u8 = 1;

/// The six bytes every format begins with.
pub(crate) const fn head(letters: [u8; 4]) -> [u8; 6] {
    let [a, b, c, d] = letters;
    [a, b, c, d, VERSION, SUITE]
}

/// Reads the six bytes every format begins with.
pub(crate) fn read_head(bytes: &mut Bytes<'_>, letters: [u8; 4]) -> Result<(), HeadError> {
    let [a, b, c, d, version, suite] = bytes.take().ok_or(HeadError::Truncated)?;
    match ([a, b, c, d] == letters, version, suite) {
        (false, ..) => Err(HeadError::Foreign),
        (_, VERSION, SUITE) => Ok(()),
        (_, VERSION, suite) => Err(HeadError::Suite(suite)),
        (_, version, _) => Err(HeadError::Version(version)),
    }
}
