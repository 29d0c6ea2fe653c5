//! Age and sex, as forms print them: "45 Y / F", "Male, 8 months", "45Y 3M 2D".

use super::super::{
    Field, Label, Pair,
    fuzzy::{alike_plain, plain},
    number,
};

/// What a word of it is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    /// A number, and how well it fits.
    Number(f64, f32),
    /// A unit of time behind its number, in parts of a year.
    Unit(f64),
    /// An "M" behind a number: months, or a man.
    Months,
    Sex(&'static str),
    /// A word nobody knows.
    Word,
    /// A stroke, a bracket, a comma.
    Mark,
}

const YEAR: f64 = 1.0;
const MONTH: f64 = 1.0 / 12.0;
const WEEK: f64 = 7.0 / 365.25;
const DAY: f64 = 1.0 / 365.25;

const UNITS: &[(f64, &[&str])] = &[
    (YEAR, &["y", "yr", "yrs", "year", "years", "yo", "वर्ष", "साल"]),
    (MONTH, &["mo", "mos", "mth", "mths", "month", "months", "माह", "महीने"]),
    (WEEK, &["w", "wk", "wks", "week", "weeks"]),
    (DAY, &["d", "day", "days", "दिन"]),
];
const SEXES: &[(&str, &[&str])] = &[
    ("male", &["m", "male", "पुरुष"]),
    ("female", &["f", "female", "महिला", "स्त्री"]),
    ("other", &["other", "others", "transgender"]),
];
/// Nobody counts more months.
const MONTHS: f64 = 36.0;
/// A number behind which stands a word nobody knows counts so much.
const UNKNOWN: f32 = 0.6;

/// The age in whole years.
pub(super) fn age(pairs: &[Pair]) -> Option<Field<u16>> {
    pairs.iter().filter(|pair| matches!(pair.label, Label::Age | Label::AgeSex | Label::Patient)).find_map(|pair| {
        let (age, fit) = years(&pieces(said(pair)), pair.label == Label::Patient)?;
        // Twelfths of a year do not add up to the last digit.
        Some(Field { value: (age + 1e-6) as u16, sure: pair.value.sure * fit, from: pair.value.from.clone() })
    })
}

/// The sex. Its own label says it best.
pub(super) fn sex(pairs: &[Pair]) -> Option<Field<&'static str>> {
    let labelled = |own: bool| {
        pairs.iter().filter(move |pair| match pair.label {
            Label::Sex => own,
            // "Mrs. Asha Rao (45 Y/F)"
            Label::Age | Label::AgeSex | Label::Patient => !own,
            _ => false,
        })
    };
    labelled(true).chain(labelled(false)).find_map(|pair| {
        let pieces = pieces(said(pair));
        // "Rao, M." is a name; beside an age it would be a man.
        let told = pair.label != Label::Patient || pieces.iter().any(|piece| matches!(piece, Piece::Number(..)));
        one_sex(&pieces).filter(|_| told).map(|sex| pair.value.with(sex))
    })
}

/// Of a name only what follows it: "Priya M. Rao (45 Y/F)" is no man.
fn said(pair: &Pair) -> &str {
    let text = pair.value.value.as_str();
    let from = if pair.label == Label::Patient { text.find(['(', ',', '/']).unwrap_or(text.len()) } else { 0 };
    &text[from..]
}

/// The years these begin with: a number, or numbers with ever smaller units. `counted` asks for a unit.
fn years(pieces: &[Piece], counted: bool) -> Option<(f64, f32)> {
    let first = pieces.iter().position(|piece| matches!(piece, Piece::Number(..)))?;
    let (mut sum, mut fits, mut least) = (0.0, 1.0, f64::INFINITY);
    for (place, piece) in pieces.iter().enumerate().skip(first) {
        let Piece::Number(number, fit) = *piece else { continue };
        let unit = match pieces.get(place + 1) {
            Some(Piece::Unit(unit)) => *unit,
            Some(Piece::Months) if !is_man(pieces, place) => {
                // "8 M" alone is a boy of eight as well as one of eight months.
                if place == first && one_sex(pieces).is_none() {
                    return None;
                }
                MONTH
            }
            _ if counted || place > first => break,
            behind => {
                let known =
                    matches!(behind, None | Some(Piece::Mark | Piece::Sex(_) | Piece::Months | Piece::Number(..)));
                (sum, fits) = (number, if known { fit } else { fit * UNKNOWN });
                break;
            }
        };
        if unit >= least {
            break;
        }
        (sum, fits, least) = (sum + number * unit, fits * fit, unit);
    }
    // Nothing was counted where no unit is known.
    let any = least.is_finite() || !counted;
    (any && (0.0..=125.0).contains(&sum)).then_some((sum, fits))
}

/// Whether the "M" behind a number is a man: nobody is so many months old, and no years stand before.
fn is_man(pieces: &[Piece], place: usize) -> bool {
    let alone = pieces.iter().filter(|piece| matches!(piece, Piece::Number(..))).count() == 1;
    alone && matches!(pieces[place], Piece::Number(number, _) if number > MONTHS)
}

/// The sex these name, where it is one: of "M / F" nothing was crossed out.
fn one_sex(pieces: &[Piece]) -> Option<&'static str> {
    let man = |place: usize| matches!(pieces.get(place + 1), Some(Piece::Months)) && is_man(pieces, place);
    let men = (0..pieces.len()).filter(|place| man(*place)).map(|_| "male");
    let named = pieces.iter().filter_map(|piece| match piece {
        Piece::Sex(sex) => Some(*sex),
        _ => None,
    });
    let mut all = named.chain(men);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (place, part) in text.split(['/', '(', ')', ',', '|', '-']).enumerate() {
        if place > 0 {
            pieces.push(Piece::Mark);
        }
        part.split_whitespace().for_each(|word| piece(word, &mut pieces));
    }
    pieces
}

fn piece(word: &str, pieces: &mut Vec<Piece>) {
    let behind = matches!(pieces.last(), Some(Piece::Number(..)));
    let low = plain(word);
    if low.is_empty() {
        return;
    }
    // "45Y", "45YM"
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    if !digits.is_empty() && digits.len() < word.len() {
        let letters = plain(&word[digits.len()..]);
        let (unit, sex) = match letters.as_str() {
            "ym" => (Some(YEAR), Some("male")),
            "yf" => (Some(YEAR), Some("female")),
            letters => (unit(letters), named(letters).filter(|_| letters != "m")),
        };
        let known = letters.is_empty() || letters == "m" || unit.is_some() || sex.is_some();
        if let Some((number, fit)) = number::number(digits).filter(|_| known) {
            pieces.push(Piece::Number(number, fit));
            pieces.extend(unit.map(Piece::Unit));
            pieces.extend((letters == "m").then_some(Piece::Months));
            pieces.extend(sex.map(Piece::Sex));
            return;
        }
    }
    pieces.push(match number::number(word) {
        Some((number, fit)) => Piece::Number(number, fit),
        None if behind && low == "m" => Piece::Months,
        None => match (unit(&low).filter(|_| behind), named(&low)) {
            (Some(unit), _) => Piece::Unit(unit),
            (None, Some(sex)) => Piece::Sex(sex),
            (None, None) => Piece::Word,
        },
    });
}

/// The unit of time a word is, although a letter is wrong.
fn unit(low: &str) -> Option<f64> {
    let is = |known: &str| known == low || known.len() > 3 && low.len() > 3 && alike_plain(low, known) >= 0.8;
    UNITS.iter().find(|(_, words)| words.iter().any(|known| is(known))).map(|(unit, _)| *unit)
}

/// The sex a word names, although a letter is wrong.
fn named(low: &str) -> Option<&'static str> {
    let exact = SEXES.iter().find(|(_, words)| words.contains(&low));
    let near = |known: &str| low.len() > 3 && alike_plain(low, known) > 0.8;
    exact.map(|(sex, _)| *sex).or_else(|| ["female", "male"].into_iter().find(|known| near(known)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sense::Source;

    fn pair(label: Label, value: &str) -> Pair {
        let value = Field { value: value.to_owned(), sure: 1.0, from: Source::default() };
        Pair { label, name: String::new(), value }
    }

    #[test]
    fn age_and_sex_are_read_as_forms_print_them() {
        for (text, years, is) in [
            ("74 Yrs / M", Some(74), Some("male")),
            ("45 Years / Female", Some(45), Some("female")),
            ("F / 45 Y", Some(45), Some("female")),
            ("45Y/F", Some(45), Some("female")),
            ("45/M", Some(45), Some("male")),
            ("45 M", Some(45), Some("male")),
            ("45F", Some(45), Some("female")),
            ("45YM", Some(45), Some("male")),
            ("45 Male", Some(45), Some("male")),
            ("45 वर्ष", Some(45), None),
            ("45Y 3M 2D", Some(45), None),
            ("45 Y 3 M / F", Some(45), Some("female")),
            ("45 Years 3 Months", Some(45), None),
            ("8M / F", Some(0), Some("female")),
            ("18 months / Male", Some(1), Some("male")),
            ("10 Days", Some(0), None),
            ("60 weeks", Some(1), None),
            ("36 months", Some(3), None),
            ("8 M", None, None),
            ("M / F", None, None),
            ("Male / Female", None, None),
            ("4S Y / M", Some(45), Some("male")),
            ("45 Ycars / Femalc", Some(45), Some("female")),
            ("300", None, None),
            ("", None, None),
        ] {
            let pairs = [pair(Label::AgeSex, text)];
            assert_eq!(age(&pairs).map(|age| age.value), years, "{text}");
            assert_eq!(sex(&pairs).map(|sex| sex.value), is, "{text}");
        }
    }

    #[test]
    fn the_label_of_the_sex_wins_over_that_of_the_age() {
        let pairs = [pair(Label::Age, "45Y 3M 2D"), pair(Label::Sex, "Female")];
        assert_eq!(sex(&pairs).map(|sex| sex.value), Some("female"));
        let pairs = [pair(Label::AgeSex, "45 Y / M"), pair(Label::Sex, "Female")];
        assert_eq!(sex(&pairs).map(|sex| sex.value), Some("female"));
        let unfilled = [pair(Label::Sex, "M / F"), pair(Label::AgeSex, "45 Y / F")];
        assert_eq!(sex(&unfilled).map(|sex| sex.value), Some("female"));
    }

    #[test]
    fn of_a_name_only_what_follows_it_speaks_of_age_and_sex() {
        let named = |text: &str| {
            let pairs = [pair(Label::Patient, text)];
            (age(&pairs).map(|age| age.value), sex(&pairs).map(|sex| sex.value))
        };
        assert_eq!(named("Priya M. Rao (45 Y/F)"), (Some(45), Some("female")));
        assert_eq!(named("Asha Rao, Ward 12"), (None, None));
        assert_eq!(named("Priya M. Rao"), (None, None));
        assert_eq!(named("Rao, M."), (None, None));
    }
}
