//! What a machine said, in the language chosen: findings are sealed in English.

use super::full_day;
use crate::speech::{Argument, of_english, say_key};
use chartkey_flows::phrases::{Phrases, Speaks};
use chartkey_vocabulary::Time;
use js_sys::Date;
use std::cell::OnceCell;

thread_local! {
    static KNOWN: OnceCell<Phrases> = const { OnceCell::new() };
}

/// A sentence or a word of a machine. What is not known stays English.
pub(crate) fn machine(said: &str) -> String {
    let anew = |english: &str| KNOWN.with(|known| known.get_or_init(|| Phrases::of(english)).anew(said, &Chosen));
    of_english(anew).unwrap_or_else(|| said.to_owned())
}

/// Several sentences as one text.
pub(crate) fn machine_all(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| machine(sentence)).collect::<Vec<_>>().join(" ")
}

/// The language chosen.
struct Chosen;

impl Speaks for Chosen {
    fn say(&self, key: &str, holes: &[(&str, String)]) -> String {
        let holes: Vec<_> = holes.iter().map(|(name, text)| (*name, Argument::from(text.as_str()))).collect();
        say_key(key, &holes)
    }

    fn day(&self, (year, month, day): (i32, u8, u8)) -> String {
        // Noon, so that it is the same day wherever the sun has come to.
        let noon = Date::new_with_year_month_day_hr(year as u32, i32::from(month) - 1, i32::from(day), 12);
        full_day((noon.get_time() / 1000.0).max(0.0) as Time)
    }
}
