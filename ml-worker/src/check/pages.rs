//! Whether all of it was read.

use super::{Check, Verdict, What};
use crate::{page::Document, sense::Source};

pub(super) fn check(document: &Document) -> Vec<Check> {
    let doubt = |(page, says): (u32, String)| {
        Check::new(What::Pages, Verdict::Doubt, says, vec![Source { page, ..Source::default() }])
    };
    document.troubles().map(doubt).collect()
}
