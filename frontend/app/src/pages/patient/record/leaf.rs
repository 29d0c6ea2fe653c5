//! What a viewer draws: a version that was opened, or a document that came with a link.

use crate::{shelf::Content, speech::say};
use chartkey_flows::link::Document;
use std::sync::Arc;

/// One thing to draw. Cheap to copy: the bytes stay in one place, to be overwritten there.
#[derive(Clone)]
pub(in crate::pages) enum Leaf {
    /// A version.
    Version(Arc<Content>),
    /// One of the documents behind a link, and which.
    Linked(Arc<Vec<Document>>, usize),
}

impl Leaf {
    /// What it is called.
    pub(in crate::pages) fn title(&self) -> String {
        match self {
            Self::Version(content) => content.about.title.clone(),
            Self::Linked(documents, nth) => match documents[*nth].title.as_str() {
                "" => say!("shared-untitled", nth = nth + 1),
                title => title.to_owned(),
            },
        }
    }

    /// What kind of bytes, in small letters and without parameters.
    pub(in crate::pages) fn kind(&self) -> String {
        let named = match self {
            Self::Version(content) => &content.about.media_type,
            Self::Linked(documents, nth) => &documents[*nth].media_type,
        };
        named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// The bytes.
    pub(in crate::pages) fn bytes(&self) -> &[u8] {
        match self {
            Self::Version(content) => &content.bytes,
            Self::Linked(documents, nth) => &documents[*nth].content,
        }
    }
}
