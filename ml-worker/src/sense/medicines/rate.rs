//! How often in words that count: "twice in a week", "3 times daily", "every 15 days", "8 hourly", "weekly once".

use super::super::fuzzy::plain;

const DAY: f32 = 24.0;
const WEEK: f32 = 7.0 * DAY;
const MONTH: f32 = 30.0 * DAY;
const YEAR: f32 = 365.0 * DAY;

/// A number without a noun is a count of doses only where it is so small: "2 a day", but "40 per day" is not.
const FEW: f32 = 8.0;

/// A count; nothing inside where a range leaves it open, as "4-6" and "2 to 3" do.
type Count = Option<f32>;

/// How often a day the whole of a text says. Nothing inside where it leaves that open, as "every 4-6 hours" does.
pub(super) fn rate(text: &str) -> Option<Count> {
    // "every 1.5 hours" would lose its point, and be every 15.
    let pointed = text
        .as_bytes()
        .windows(3)
        .any(|three| three[0].is_ascii_digit() && three[1] == b'.' && three[2].is_ascii_digit());
    let text = apart(&plain(&ranged(text)));
    let all: Vec<&str> = text.split_whitespace().filter(|word| !matches!(*word, "st" | "nd" | "rd" | "th")).collect();
    let words = match &all[..] {
        ["take", rest @ ..] => rest,
        words => words,
    };
    if pointed {
        return None;
    }
    every(words).or_else(|| hourly(words)).or_else(|| counted(words)).or_else(|| few(words))
}

/// "4-6" and "4 - 6" are "4 to 6".
fn ranged(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 4);
    for (place, c) in letters.iter().enumerate() {
        let next = || letters[place + 1..].iter().find(|c| **c != ' ').is_some_and(char::is_ascii_digit);
        let between = matches!(c, '-' | '–' | '—') && out.trim_end().ends_with(|c: char| c.is_ascii_digit()) && next();
        if between { out.push_str(" to ") } else { out.push(*c) }
    }
    out
}

/// "q8h", "15days", "3rd": digits stand apart from letters.
fn apart(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + 4);
    let mut last: Option<char> = None;
    for c in plain.chars() {
        if last.is_some_and(|last| last.is_ascii_digit() != c.is_ascii_digit()) {
            out.push(' ');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// "every 3 days", "each week", "q 8 h", "every other day", "every 4-6 hours".
fn every(words: &[&str]) -> Option<Count> {
    let ["every" | "each" | "q", rest @ ..] = words else { return None };
    match rest {
        ["other" | "alternate" | "second", one] => Some(Some(DAY / (2.0 * unit(one)?))),
        ["third", one] => Some(Some(DAY / (3.0 * unit(one)?))),
        _ => span(rest).map(within).or_else(|| hourly(rest)),
    }
}

/// "8 hourly", "4-6 hrly", "hourly".
fn hourly(words: &[&str]) -> Option<Count> {
    let (count, rest) = number(words).unwrap_or((Some(1.0), words));
    matches!(rest, ["hourly" | "hrly"]).then(|| within(count))
}

/// "twice in a week", "3 times daily", "once in 15 days", "daily twice".
fn counted(words: &[&str]) -> Option<Count> {
    if let [first, rest @ ..] = words
        && let Some(hours) = adverb(first)
    {
        let (count, rest) = times(rest)?;
        return rest.is_empty().then(|| both(count, within(Some(hours))));
    }
    let (count, rest) = times(words)?;
    Some(both(count, tail(rest)?))
}

/// "2 a day", "1 daily", "3x daily", "5 days a week".
fn few(words: &[&str]) -> Option<Count> {
    let (count, rest) = number(words)?;
    if count.is_some_and(|count| count > FEW) {
        return None;
    }
    match rest {
        ["a" | "per", one] => unit(one).filter(|hours| *hours >= DAY).map(|hours| both(count, within(Some(hours)))),
        ["day" | "days", links @ .., "week"] => {
            let linked = links.iter().all(|word| is_link(word) || matches!(*word, "every" | "each"));
            linked.then(|| both(count, within(Some(WEEK))))
        }
        // "1 x week" may be a tablet for a week; "1 x daily" is not.
        ["x", rest @ ..] => {
            let plainly = matches!(rest, ["day"] | ["a" | "per", _]) || matches!(rest, [one] if adverb(one).is_some());
            plainly.then(|| tail(rest)).flatten().map(|rate| both(count, rate))
        }
        [one] if count == Some(1.0) => adverb(one).map(|hours| within(Some(hours))),
        _ => None,
    }
}

/// "once", "3 times", "once or twice", and what follows.
fn times<'a, 'b>(words: &'a [&'b str]) -> Option<(Count, &'a [&'b str])> {
    let (count, rest) = match words {
        ["once", rest @ ..] => (Some(1.0), rest),
        ["twice", rest @ ..] => (Some(2.0), rest),
        ["thrice", rest @ ..] => (Some(3.0), rest),
        _ => match number(words)? {
            (count, ["time" | "times", rest @ ..]) => (count, rest),
            _ => return None,
        },
    };
    match rest {
        ["or" | "to", more @ ..] => times(more).map(|(_, rest)| (None, rest)),
        _ => Some((count, rest)),
    }
}

/// "daily", "a week", "in 15 days", "per month", "in every 10 days": how often a day that is, once each.
fn tail(words: &[&str]) -> Option<Count> {
    if let [one] = words {
        return adverb(one).or_else(|| unit(one)).map(|hours| within(Some(hours)));
    }
    let links = words.iter().take_while(|word| is_link(word)).count();
    // "3 times 5 days" says how long, not in how many days.
    every(&words[links..]).or_else(|| span(&words[links..]).filter(|_| links > 0).map(within))
}

fn is_link(word: &str) -> bool {
    matches!(word, "in" | "per" | "a" | "an" | "the" | "of" | "single")
}

/// "week", "15 days": how many hours.
fn span(words: &[&str]) -> Option<Count> {
    if let [one] = words {
        return unit(one).map(Some);
    }
    match number(words)? {
        (count, [one]) => unit(one).map(|hours| count.map(|count| count * hours)),
        _ => None,
    }
}

/// A number, or a range, and what follows it.
fn number<'a, 'b>(words: &'a [&'b str]) -> Option<(Count, &'a [&'b str])> {
    let (first, rest) = words.split_first()?;
    let one = value(first)?;
    match rest {
        ["to" | "or", next, rest @ ..] if value(next).is_some() => Some((None, rest)),
        _ => Some((Some(one), rest)),
    }
}

fn value(word: &str) -> Option<f32> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let number = WORDS.iter().position(|one| *one == word).map(|place| place + 1);
    let number = number.or_else(|| word.parse().ok().filter(|number| (1..=365).contains(number)))?;
    Some(number as f32)
}

/// How many hours a noun stands for.
fn unit(word: &str) -> Option<f32> {
    match word {
        "hour" | "hours" | "hr" | "hrs" | "h" => Some(1.0),
        "day" | "days" => Some(DAY),
        "week" | "weeks" | "wk" | "wks" => Some(WEEK),
        "fortnight" => Some(2.0 * WEEK),
        "month" | "months" | "mth" | "mths" => Some(MONTH),
        "year" | "years" => Some(YEAR),
        _ => None,
    }
}

fn adverb(word: &str) -> Option<f32> {
    match word {
        "daily" => Some(DAY),
        "weekly" => Some(WEEK),
        "fortnightly" => Some(2.0 * WEEK),
        "monthly" => Some(MONTH),
        "yearly" | "annually" => Some(YEAR),
        _ => None,
    }
}

/// Once in so many hours.
fn within(hours: Count) -> Count {
    hours.map(|hours| DAY / hours)
}

fn both(count: Count, rate: Count) -> Count {
    count.zip(rate).map(|(count, rate)| count * rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often in 420 days, which days, weeks, months and hours divide.
    fn often(text: &str) -> Option<Option<i32>> {
        rate(text).map(|rate| rate.map(|rate| (rate * 420.0).round() as i32))
    }

    #[test]
    fn counts_within_days_weeks_and_months_are_read_as_people_say_them() {
        for (text, times) in [
            ("once in a week", 60),
            ("three times a week", 180),
            ("3 times a week", 180),
            ("thrice weekly", 180),
            ("weekly once", 60),
            ("once/week", 60),
            ("once-weekly", 60),
            ("2 times daily", 840),
            ("two times daily", 840),
            ("3 times/day", 1260),
            ("3x daily", 1260),
            ("daily twice", 840),
            ("twice in the day", 840),
            ("2 a day", 840),
            ("5 days a week", 300),
            ("every 6 months", 2),
            ("every 3rd day", 140),
            ("every other day", 210),
            ("once in 15 days", 28),
            ("once every 3 days", 140),
            ("once in every 10 days", 42),
            ("twice a month", 28),
            ("q8h", 1260),
            ("every 8 hrs", 1260),
            ("6th hourly", 1680),
            ("twice in 24 hours", 840),
        ] {
            assert_eq!(often(text), Some(Some(times)), "{text}");
        }
    }

    #[test]
    fn a_range_leaves_it_open() {
        for text in ["every 4-6 hours", "4-6 hourly", "2 to 3 times a day", "2-3 times daily", "once or twice daily"] {
            assert_eq!(often(text), Some(None), "{text}");
        }
    }

    #[test]
    fn what_says_how_long_says_not_how_often() {
        for text in [
            "3 times 5 days",
            "2 day",
            "2 weeks",
            "2 daily",
            "40 per day",
            "1 x week",
            "every 1.5 hours",
            "twice",
            "once",
            "a week",
            "in 2 weeks",
            "5 days",
            "every",
            "",
            "0 hourly",
            "75 three times a day",
        ] {
            assert_eq!(rate(text), None, "{text}");
        }
    }
}
