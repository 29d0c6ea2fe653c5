//! The sides of a record.

use crate::speech::key;

/// A side of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum View {
    /// What it says.
    #[default]
    Read,
    /// Its values over time.
    Trends,
    /// Its versions.
    Versions,
    /// Who looked at it.
    Looked,
    /// What the chain says of it.
    Proof,
}

impl View {
    /// Its name in an address.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Trends => "trends",
            Self::Versions => "versions",
            Self::Looked => "looked",
            Self::Proof => "proof",
        }
    }

    /// All of them.
    pub(crate) const ALL: [Self; 5] = [Self::Read, Self::Trends, Self::Versions, Self::Looked, Self::Proof];

    /// The words on its tab.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Read => key!("view-read"),
            Self::Trends => key!("view-trends"),
            Self::Versions => key!("view-versions"),
            Self::Looked => key!("view-looked"),
            Self::Proof => key!("view-proof"),
        }
    }
}
