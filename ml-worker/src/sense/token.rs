//! Words as they are worked with: each knows where in the document it stands.

use super::{Field, around};
use crate::page::Area;

/// Which word of the document: page, line and word, each from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// Page.
    pub page: u32,
    /// Line of the page.
    pub line: u32,
    /// Word of the line.
    pub word: u32,
}

/// The words something was read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Which page, from 1.
    pub page: u32,
    /// Where on it.
    pub area: Area,
    /// Which words.
    pub words: Vec<At>,
    /// What they say.
    pub text: String,
}

/// A word that knows where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) at: At,
    pub(crate) text: String,
    pub(crate) area: Area,
    pub(crate) sure: f32,
}

/// Words of a text, all in one place, as tests of words want them.
#[cfg(test)]
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let token = |text: &str| Token { at: At::default(), text: text.into(), area: Area::default(), sure: 1.0 };
    text.split(' ').map(token).collect()
}

impl Token {
    pub(crate) fn height(&self) -> f32 {
        self.area.bottom - self.area.top
    }

    pub(crate) fn middle(&self) -> (f32, f32) {
        ((self.area.left + self.area.right) / 2.0, (self.area.top + self.area.bottom) / 2.0)
    }
}

/// What the words say, with spaces between them.
pub(crate) fn say(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}

/// Where the words stand.
pub(crate) fn source(tokens: &[Token]) -> Source {
    let page = tokens.first().map_or(0, |token| token.at.page);
    Source {
        page: page + 1,
        area: around(tokens.iter().filter(|token| token.at.page == page).map(|token| token.area)),
        words: tokens.iter().map(|token| token.at).collect(),
        text: say(tokens),
    }
}

/// How likely all of the words are right.
pub(crate) fn sure(tokens: &[Token]) -> f32 {
    tokens.iter().map(|token| token.sure.clamp(0.0, 1.0)).product()
}

/// A field read from these words; `fit` is how well they match what it was taken for.
pub(crate) fn field<T>(value: T, tokens: &[Token], fit: f32) -> Field<T> {
    Field { value, sure: sure(tokens) * fit.clamp(0.0, 1.0), from: source(tokens) }
}

impl<T> Field<T> {
    /// The same words, understood further.
    pub(crate) fn with<U>(&self, value: U) -> Field<U> {
        Field { value, sure: self.sure, from: self.from.clone() }
    }
}
