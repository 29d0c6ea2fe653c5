//! What the contracts said, as sentences a person can read. Accounts are left as places, for the reader's own names.

mod clinic;
mod people;
mod terms;

use chartkey_protocol::Sentence;
use chartkey_vocabulary::{Account, Event, Time};

/// An event in words.
pub fn of(event: &Event) -> Sentence {
    let (words, who) = match event {
        Event::Registry(event) => people::registry(event),
        Event::Consent(event) => people::consent(event),
        Event::Records(event) => clinic::records(event),
        Event::Care(event) => clinic::care(event),
    };
    Sentence { words, who }
}

/// Words, and the accounts its places stand for.
type Words = (String, Vec<Account>);

/// The day of a moment, such as `2027-01-31`, after the Gregorian calendar and in UTC.
fn day(time: Time) -> String {
    // Years begin in March here, so that the leap day is the last of its year; 719,468 days lie before 1970.
    let days = time / 86_400 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A moment to the minute.
fn minute(time: Time) -> String {
    let of_day = time % 86_400;
    format!("{} {:02}:{:02} UTC", day(time), of_day / 3600, of_day / 60 % 60)
}

/// `1 view`, `2 views`.
fn count(number: impl Into<u64>, one: &str) -> String {
    match number.into() {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::sample;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (time, expected) in [
            (0, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_709_164_800, "2024-02-29"),
            (1_800_000_000, "2027-01-15"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(day(time), expected);
        }
        assert_eq!(minute(1_800_000_000), "2027-01-15 08:00 UTC");
    }

    #[test]
    fn every_event_is_a_sentence_whose_places_are_all_filled() {
        let events = sample::every_event();
        assert_eq!(events.len(), 47, "all there are");
        let mut seen = std::collections::BTreeSet::new();
        for event in events {
            let Sentence { words, who } = of(&event);
            assert!(words.ends_with('.') && words.len() > 12, "{words}");
            for place in 0..who.len() {
                assert!(words.contains(&format!("{{{place}}}")), "{words} does not use place {place}");
            }
            let places = words.matches('{').count();
            assert!(places >= who.len() && !words.contains(&format!("{{{}}}", who.len())), "{words}");
            assert!(seen.insert(words.clone()), "said twice: {words}");
        }
    }
}
