//! Days as documents print them.

use super::fuzzy;

/// A day of the Gregorian calendar. The default is the first of January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Default for Date {
    fn default() -> Self {
        Self { year: 1970, month: 1, day: 1 }
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Date {
    /// A day, where there is such a one.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1850..=2200).contains(&year) && (1..=last).contains(&day)).then_some(Self { year, month, day })
    }

    /// Days since 1970; years begin in March here, so that the leap day is the last.
    pub fn number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day so many days after 1970.
    pub fn from_number(number: i64) -> Option<Self> {
        let shifted = number + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march = (5 * of_year + 2) / 153;
        let day = u8::try_from(of_year - (153 * march + 2) / 5 + 1).ok()?;
        let month = u8::try_from(if march < 10 { march + 3 } else { march - 9 }).ok()?;
        let year = i32::try_from(year_of_era + era * 400 + i64::from(month <= 2)).ok()?;
        Self::new(year, month, day)
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: i64) -> Option<Self> {
        Self::from_number(self.number() + days)
    }

    /// Days from another day to this one.
    pub fn since(self, other: Self) -> i64 {
        self.number() - other.number()
    }

    /// Whole years from another day to this one.
    pub fn years_since(self, other: Self) -> i32 {
        self.year - other.year - i32::from((self.month, self.day) < (other.month, other.day))
    }

    /// `1 Mar 2027`.
    pub fn shown(self) -> String {
        let month = &MONTHS[usize::from(self.month) - 1][..3];
        format!("{} {}{} {}", self.day, month[..1].to_uppercase(), &month[1..], self.year)
    }

    /// Year, month and day.
    pub fn parts(self) -> (i32, u8, u8) {
        (self.year, self.month, self.day)
    }
}

/// What a printed day says of whether the day or the month comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing, and it does not matter: the month is named, or the year comes first, or both numbers are the same.
    Clear,
    /// The day: the second number cannot be it, as in `25/03/2027`.
    DayFirst,
    /// The month: the first number cannot be a day of it, as in `03/25/2027`.
    MonthFirst,
    /// Nothing, and it could be either.
    Unclear,
}

/// A day found in a text, how well it fits, and how it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) date: Date,
    pub(crate) fit: f32,
    pub(crate) order: Order,
    /// The century is not printed.
    pub(crate) short: bool,
}

/// Reads the first day in a text. `month_first` decides where both orders are possible.
pub(crate) fn date(text: &str, month_first: bool) -> Option<Found> {
    // Nobody writes the month first with points between.
    let dotted = text.matches('.').count() >= 2 && !text.contains(['/', '-']);
    // "12 / 03 / 2024" and "12th Mar, 2024" are common.
    let pieces = pieces(&without_clock(text));
    let found = (0..pieces.len()).find_map(|from| starting(&pieces[from..], month_first && !dotted))?;
    let order = if dotted && found.order == Order::Unclear { Order::DayFirst } else { found.order };
    Some(Found { order, ..found })
}

/// A text without times of day: "14:20 05/06/2024" is no day of June 2005.
fn without_clock(text: &str) -> String {
    let is_clock = |word: &&str| {
        let bare = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        let short = |part: &str| part.len() <= 2 && super::number::number(part).is_some();
        (2..=3).contains(&bare.split(':').count()) && bare.split(':').all(short)
    };
    text.split([' ', ',']).filter(|word| !is_clock(word)).collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Number { value: i32, digits: usize, fit: f32 },
    Month(u8, f32),
    Other,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let kind = |c: char| {
        if c.is_ascii_digit() {
            1
        } else if c.is_alphabetic() || c == '|' || c == '!' {
            2
        } else {
            0
        }
    };
    for c in text.chars() {
        // "12Mar2024" is three; "2O24" is one. A letter joins digits only where it looks like one.
        let last = word.chars().last().map_or(0, kind);
        let looks = |c: char| "OoQDlI|!iSsBZz".contains(c);
        let joins = match (last, kind(c)) {
            (0, _) | (_, 0) => false,
            (a, b) if a == b => true,
            (1, _) => looks(c),
            _ => word.chars().all(|c| looks(c) || c.is_ascii_digit()),
        };
        if !joins && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if kind(c) > 0 {
            word.push(c);
        } else if c == ':' {
            words.push(":".into());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
        .iter()
        .filter(|word| !["th", "st", "nd", "rd", "of"].contains(&word.to_lowercase().as_str()))
        .map(|word| piece(word))
        .collect()
}

fn piece(word: &str) -> Piece {
    if let Some((value, fit)) = super::number::number(word) {
        let value = value as i32;
        return Piece::Number { value, digits: word.chars().count(), fit };
    }
    let low = fuzzy::plain(word);
    if low.len() >= 3 {
        let best = (1..=12u8)
            .map(|month| {
                let whole = MONTHS[usize::from(month) - 1];
                let short = if whole.starts_with("sep") && low.len() == 4 { "sept" } else { &whole[..3] };
                (month, fuzzy::alike_plain(&low, whole).max(fuzzy::alike_plain(&low, short)))
            })
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((month, fit)) = best.filter(|(_, fit)| *fit >= if low.len() <= 4 { 0.93 } else { 0.78 }) {
            return Piece::Month(month, fit);
        }
    }
    Piece::Other
}

fn starting(pieces: &[Piece], month_first: bool) -> Option<Found> {
    let (date, fit, order, short) = match *pieces {
        [
            Piece::Number { value: day, digits: 1..=2, fit: a },
            Piece::Month(month, b),
            Piece::Number { value, digits, fit: c },
            ..,
        ]
        | [
            Piece::Month(month, b),
            Piece::Number { value: day, digits: 1..=2, fit: a },
            Piece::Number { value, digits, fit: c },
            ..,
        ] => (Date::new(year(value, digits)?, month, small(day)?)?, a * b * c, Order::Clear, digits == 2),
        [
            Piece::Number { value, digits: 4, fit: a },
            Piece::Month(month, b),
            Piece::Number { value: day, digits: 1..=2, fit: c },
            ..,
        ] => (Date::new(value, month, small(day)?)?, a * b * c, Order::Clear, false),
        [
            Piece::Number { value: y, digits: 4, fit: a },
            Piece::Number { value: m, digits: 1..=2, fit: b },
            Piece::Number { value: d, digits: 1..=2, fit: c },
            ..,
        ] => (Date::new(y, small(m)?, small(d)?)?, a * b * c, Order::Clear, false),
        [
            Piece::Number { value: first, digits: 1..=2, fit: a },
            Piece::Number { value: second, digits: 1..=2, fit: b },
            Piece::Number { value, digits, fit: c },
            ..,
        ] => {
            let year = year(value, digits)?;
            let day_first = Date::new(year, small(second)?, small(first)?);
            let other = Date::new(year, small(first)?, small(second)?);
            let (date, order) = match (day_first, other) {
                (Some(date), None) => (date, Order::DayFirst),
                (None, Some(date)) => (date, Order::MonthFirst),
                (Some(date), Some(_)) if first == second => (date, Order::Clear),
                (Some(day), Some(month)) => (if month_first { month } else { day }, Order::Unclear),
                (None, None) => return None,
            };
            (date, a * b * c, order, digits == 2)
        }
        _ => return None,
    };
    Some(Found { date, fit: fit.clamp(0.0, 1.0), order, short })
}

fn small(number: i32) -> Option<u8> {
    u8::try_from(number).ok()
}

/// Two digits are of this century until 2068, as POSIX has it.
fn year(value: i32, digits: usize) -> Option<i32> {
    match digits {
        4 => Some(value),
        2 => Some(if value <= 68 { 2000 + value } else { 1900 + value }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        date(text, false).map(|found| found.date.to_string())
    }

    #[test]
    fn days_are_read_in_every_usual_form() {
        for text in [
            "12/03/2024",
            "12-03-2024",
            "12.03.24",
            "12-Mar-2024",
            "12 March 2024",
            "March 12, 2024",
            "Mar 12 2024 10:45 AM",
            "2024-03-12",
            "12th Mar, 2024",
            "12 / 03 / 2024",
            "l2/O3/2O24",
            "12Mar2024",
            "on 12/03/2024 10:15",
            "12 Marcb 2024",
            "14:20 12/03/2024",
            "2:20 PM, 12/03/2024",
            "12/03/24 14:20:05",
        ] {
            assert_eq!(read(text).as_deref(), Some("2024-03-12"), "{text}");
        }
        for no in ["", "32/13/2024", "2024", "12/03", "10:45", "29/02/2023", "120/80/2", "Male"] {
            assert_eq!(read(no), None, "{no}");
        }
    }

    #[test]
    fn which_comes_first_is_said_where_it_is_unclear() {
        for (text, month_first, day, order) in [
            ("03/04/2024", true, "2024-03-04", Order::Unclear),
            ("03/04/2024", false, "2024-04-03", Order::Unclear),
            ("03/25/2024", false, "2024-03-25", Order::MonthFirst),
            ("25/03/2024", true, "2024-03-25", Order::DayFirst),
            ("04/04/2024", true, "2024-04-04", Order::Clear),
            ("03.04.2024", true, "2024-04-03", Order::DayFirst),
            ("3 Apr 2024", true, "2024-04-03", Order::Clear),
        ] {
            let found = date(text, month_first).expect("a day");
            assert_eq!((found.date.to_string().as_str(), found.order), (day, order), "{text}");
        }
        assert!(date("12/03/45", false).is_some_and(|found| found.short));
        assert!(date("12/03/1945", false).is_some_and(|found| !found.short));
    }

    #[test]
    fn days_are_counted() {
        let day = |y, m, d| Date::new(y, m, d).expect("a day");
        assert_eq!(day(1970, 1, 1).number(), 0);
        assert_eq!(day(2024, 3, 1).since(day(2024, 2, 1)), 29);
        assert_eq!(day(2024, 3, 1).years_since(day(1990, 3, 2)), 33);
        for number in [-30_000, -1, 0, 59, 60, 19_800, 40_000] {
            assert_eq!(Date::from_number(number).expect("a day").number(), number);
        }
    }
}
