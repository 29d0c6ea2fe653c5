//! What is put into a sentence.

use super::language;
use fluent_bundle::FluentValue;

/// A word or a number in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Argument {
    /// A name, a title, a date already in words.
    Text(String),
    /// A number; chooses the plural and is written as the language writes it.
    Number(f64),
}

impl Argument {
    pub(super) fn value(&self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => apart(text, language().is_rtl()).into(),
            Self::Number(number) => (*number).into(),
        }
    }
}

/// Puts a text of another writing direction between marks, so that it cannot turn the sentence around it; a name with
/// such marks of its own is the attack, a Latin name in Arabic the everyday case. What needs no marks gets none.
fn apart(text: &str, rtl: bool) -> String {
    let turns = |c: char| {
        matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
            | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if !text.chars().any(|c| turns(c) || rtl && c.is_ascii_alphanumeric()) {
        return text.to_owned();
    }
    // A closing mark inside would end our isolation early.
    let inner: String =
        text.chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')).collect();
    format!("\u{2068}{inner}\u{2069}")
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                // Beyond 2^53 nobody counts exactly.
                Self::Number(number as f64)
            }
        })*
    };
}

numbers!(u8, u16, u32, u64, usize, i32, i64, f64);
