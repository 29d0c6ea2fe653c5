//! What is said of a content: sealed in front of it, never beside it.

use crate::{derive::derive, random};
use chartkey_vocabulary::Time;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// The longest metadata, in bytes of JSON; it always fits into the first chunk.
pub const MAX_METADATA: usize = 16 * 1024;
const MAX_LINE: usize = 255;
const MAX_NOTE: usize = 8 * 1024;
const MAX_LABELS: usize = 64;

/// The words themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What a person calls it.
    pub title: String,
    /// The name the file came with; a plain name, never a path.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
    /// What kind of bytes the content is, such as `application/pdf`.
    pub media_type: String,
    /// What the author adds.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The date the document itself carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Time>,
    /// Further lines, such as a laboratory's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
}

/// The words, the salt, and the bytes they were first written as.
///
/// The bytes are kept, so that sealing anew gives the same commitment even where a newer program wrote more.
#[derive(Clone, PartialEq, Eq)]
pub struct Metadata {
    about: About,
    raw: Vec<u8>,
    salt: Zeroizing<[u8; 32]>,
}

/// This cannot be said of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MetadataError {
    /// More than [`MAX_METADATA`] bytes.
    #[error("more metadata than fits")]
    TooLong,
    /// Not the JSON it should be.
    #[error("the metadata is not readable")]
    Unreadable,
    /// A line is too long or holds characters that make it look like something else.
    #[error("{0} is too long or holds characters that do not belong there")]
    Unfit(&'static str),
}

impl Metadata {
    /// Writes metadata down under a fresh salt.
    ///
    /// # Errors
    /// When it is too long, or a name could pass for something else.
    pub fn make(rng: &mut impl CryptoRng, about: About) -> Result<Self, MetadataError> {
        check(&about)?;
        let raw = serde_json::to_vec(&about).map_err(|_| MetadataError::Unreadable)?;
        if raw.len() > MAX_METADATA {
            return Err(MetadataError::TooLong);
        }
        Ok(Self { about, raw, salt: random::secret(rng) })
    }

    /// Reads metadata as it lay in a record.
    ///
    /// # Errors
    /// When it is not the JSON it should be, or says what [`Metadata::make`] would not.
    pub fn read(raw: &[u8], salt: [u8; 32]) -> Result<Self, MetadataError> {
        if raw.len() > MAX_METADATA {
            return Err(MetadataError::TooLong);
        }
        let about = serde_json::from_slice(raw).map_err(|_| MetadataError::Unreadable)?;
        check(&about)?;
        Ok(Self { about, raw: raw.to_vec(), salt: Zeroizing::new(salt) })
    }

    /// What is said.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The salt for what machines find in this record; stays the same when the record is sealed anew.
    pub fn output_salt(&self) -> [u8; 32] {
        *derive(self.salt.as_ref(), &[], "chartkey/v1/output salt", &[])
    }

    pub(crate) fn raw(&self) -> &[u8] {
        &self.raw
    }

    pub(crate) fn salt(&self) -> &[u8; 32] {
        &self.salt
    }
}

fn check(about: &About) -> Result<(), MetadataError> {
    let fit = |ok: bool, what| if ok { Ok(()) } else { Err(MetadataError::Unfit(what)) };
    fit(is_line(&about.title), "the title")?;
    fit(is_file_name(&about.file_name), "the file name")?;
    fit(is_line(&about.media_type) && about.media_type.is_ascii(), "the media type")?;
    fit(about.note.len() <= MAX_NOTE && about.note.chars().all(|c| c == '\n' || is_plain(c)), "the note")?;
    fit(about.labels.len() <= MAX_LABELS, "the labels")?;
    about.labels.iter().try_for_each(|(name, value)| fit(is_line(name) && is_line(value), "a label"))
}

fn is_line(text: &str) -> bool {
    text.len() <= MAX_LINE && text.chars().all(is_plain)
}

/// A name that a careless program may put behind a folder's name without leaving the folder.
fn is_file_name(name: &str) -> bool {
    is_line(name) && !name.contains(['/', '\\', ':']) && name != "." && name != ".."
}

/// Neither a control character nor one that turns the direction of writing: `exe.fdp` must not be shown as `pdf.exe`.
fn is_plain(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !c.is_control() && !turns && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}
