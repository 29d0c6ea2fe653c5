//! Why a file is not taken, in a sentence that says what to do.

use super::number::{bytes, number};
use crate::speech::say;
use chartkey_flows::intake::{MAX_PAGES, Unfit};

/// Why a file is not taken.
pub(crate) fn unfit(why: &Unfit) -> String {
    match why {
        Unfit::Unreadable(_) => say!("unfit-unreadable"),
        Unfit::Empty => say!("unfit-empty"),
        Unfit::TooLarge { limit } => say!("unfit-too-large", limit = bytes(*limit)),
        Unfit::HiddenInName => say!("unfit-hidden-in-name"),
        Unfit::PathInName => say!("unfit-path-in-name"),
        Unfit::NoName => say!("unfit-no-name"),
        Unfit::NameTooLong => say!("unfit-name-too-long"),
        Unfit::ReservedName => say!("unfit-reserved-name"),
        Unfit::ProgramName { extension } => say!("unfit-program-name", ending = extension),
        Unfit::LyingName { extension, content } => say!("unfit-lying-name", ending = extension, content = *content),
        Unfit::Archive(_) => say!("unfit-archive"),
        Unfit::Program(_) => say!("unfit-program"),
        Unfit::WebPage(_) => say!("unfit-web-page"),
        Unfit::Office => say!("unfit-office"),
        Unfit::NotTaken(what) => say!("unfit-not-taken", what = *what),
        Unfit::Unknown => say!("unfit-unknown"),
        Unfit::TwoInOne { .. } => say!("unfit-two-in-one"),
        Unfit::Trailing { .. } => say!("unfit-trailing"),
        Unfit::Damaged(_) => say!("unfit-damaged"),
        Unfit::TooManyPixels { width, height } => say!("unfit-too-many-pixels", width = *width, height = *height),
        Unfit::TooManyPages => say!("unfit-too-many-pages", limit = number(f64::from(MAX_PAGES))),
        Unfit::Bomb(_) => say!("unfit-bomb"),
        Unfit::TooDeep => say!("unfit-too-deep"),
        Unfit::Entities => say!("unfit-entities"),
        Unfit::Locked => say!("unfit-locked"),
        Unfit::Active(_) => say!("unfit-active"),
        Unfit::PageCircle => say!("unfit-page-circle"),
        Unfit::Script(_) => say!("unfit-script"),
        Unfit::Wrapped(_) => say!("unfit-wrapped"),
        _ => say!("failed-file"),
    }
}
