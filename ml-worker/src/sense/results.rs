//! What was measured: rows of a laboratory's table, and values within a sentence.

mod inline;
mod name;
mod range;

pub(crate) use range::range;

use super::{
    Cell, Date, DateRole, Field, Flag, Measured, Reading, Role, Table,
    fuzzy::plain,
    layout::Laid,
    number,
    token::{Token, field, say},
    units,
    vocabulary::Analyte,
};

/// All that was measured.
pub(crate) fn find(laid: &Laid, tables: &[Table], dates: &[(DateRole, Field<Date>)]) -> Vec<Measured> {
    let roles = [DateRole::Collected, DateRole::Visit, DateRole::Issued, DateRole::Reported, DateRole::Discharged];
    let day = roles.iter().find_map(|role| dates.iter().find(|(said, _)| said == role)).map(|(_, day)| day.value);
    let mut results = Vec::new();
    for table in tables.iter().filter(|table| table.is_results() && table.column(Role::Amount).is_none()) {
        results.extend(of_table(table));
    }
    results.extend(inline::find(laid, tables));
    for result in &mut results {
        result.day = day;
    }
    results
}

/// Which specimen a heading speaks of.
fn specimen(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let has = |words: &[&str]| words.iter().any(|word| text.split(' ').any(|said| said == *word));
    if has(&["urine", "urinalysis", "urinary"]) {
        Some("urine")
    } else if has(&["abg", "gas", "gases"]) {
        Some("gas")
    } else if has(&["csf", "cerebrospinal"]) {
        Some("csf")
    } else if has(&["stool", "faeces"]) {
        Some("stool")
    } else if has(&["vitals", "vital"]) {
        Some("vital")
    } else if has(&[
        "blood",
        "serum",
        "haematology",
        "hematology",
        "biochemistry",
        "liver",
        "lipid",
        "kidney",
        "renal",
        "thyroid",
        "haemogram",
        "cbc",
        "serology",
        "chemistry",
        "plasma",
        "metabolic",
    ]) {
        Some("blood")
    } else {
        None
    }
}

fn of_table(table: &Table) -> Vec<Measured> {
    let mut of = specimen(&table.title);
    let mut results = Vec::new();
    for row in table.body() {
        let filled: Vec<&Cell> = row.iter().filter(|cell| !cell.text.is_empty()).collect();
        if let [only] = filled[..] {
            of = specimen(&only.text).or(of);
            continue;
        }
        results.extend(of_row(table, row, of));
    }
    results
}

fn of_row(table: &Table, row: &[Cell], specimen: Option<&str>) -> Option<Measured> {
    let name = table.cell(row, Role::Test)?;
    let (name, analyte, fit) = named(&name.tokens, specimen)?;
    let value = table.cell(row, Role::Value)?;
    let parts = parts(&value.tokens, analyte)?;
    let near = near(analyte);
    let of_cell = |cell: &Cell| {
        let (ucum, fit) =
            units::unit(&cell.text, &near).map_or((None, 0.85), |(ucum, fit)| (Some(ucum.to_owned()), fit));
        let looks = ucum.is_some() || cell.text.chars().any(|c| c.is_alphabetic() || c == '%') && cell.text.len() <= 18;
        looks.then(|| (field(cell.text.clone(), &cell.tokens, fit), ucum))
    };
    let range_cell = table.cell(row, Role::Range);
    let unit = parts.unit.or_else(|| table.cell(row, Role::Unit).and_then(of_cell));
    let unit = unit.or_else(|| {
        // "12.0 - 16.0 g/dL": the unit stands in the range.
        let tokens = &range_cell?.tokens;
        (0..tokens.len())
            .find_map(|at| unit_at(&tokens[at..], &near))
            .map(|(field, ucum, _)| (field, Some(ucum.to_owned())))
    });
    let range = range_cell.and_then(|cell| range(&cell.text).map(|(range, fit)| field(range, &cell.tokens, fit)));
    let flag = parts.flag.or_else(|| {
        let cell = table.cell(row, Role::Flag)?;
        flag(&cell.text).map(|flag| field(flag, &cell.tokens, 1.0))
    });
    let (unit, ucum) = unit.map_or((None, None), |(unit, ucum)| (Some(unit), ucum));
    Some(measured(name, analyte, fit, parts.value, unit, ucum, range, flag))
}

#[allow(clippy::too_many_arguments)]
fn measured(
    name: Field<String>,
    analyte: Option<&'static Analyte>,
    fit: f32,
    value: Field<Reading>,
    unit: Option<Field<String>>,
    ucum: Option<String>,
    range: Option<Field<super::Range>>,
    flag: Option<Field<Flag>>,
) -> Measured {
    let mut sure = name.sure.min(1.0) * value.sure * unit.as_ref().map_or(1.0, |unit| unit.sure);
    if analyte.is_none() {
        sure *= fit;
    }
    // A number that cannot be is more likely misread than measured.
    if let (Some(analyte), Reading::Number { number, .. }, Some(ucum)) = (analyte, &value.value, &ucum)
        && let (Some((least, most)), Some(usual)) = (analyte.limits, analyte.usual(*number, ucum))
        && !(least..=most).contains(&usual)
    {
        sure *= 0.5;
    }
    Measured { name, analyte, value, unit, ucum, range, flag, day: None, sure }
}

/// The units an analyte is measured in.
fn near(analyte: Option<&'static Analyte>) -> Vec<&'static str> {
    analyte.map(|analyte| analyte.units.iter().map(|unit| unit.ucum).collect()).unwrap_or_default()
}

/// The name of a test, the analyte it stands for and how well it fits; nothing where it is no name.
fn named(tokens: &[Token], specimen: Option<&str>) -> Option<(Field<String>, Option<&'static Analyte>, f32)> {
    // "1. Hemoglobin", "* Hemoglobin"
    let start = tokens.iter().position(|token| {
        token.text.chars().any(char::is_alphabetic)
            && !(token.text.len() <= 3
                && token.text.ends_with([')', '.'])
                && token.text.chars().any(|c| c.is_ascii_digit()))
    })?;
    let tokens = &tokens[start..];
    let text = say(tokens).replace(" :", ":");
    let text = text.trim_end_matches([':', '-', ' ']).to_owned();
    let found = name::known(tokens, specimen);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    match found {
        Some((analyte, fit)) => Some((field(text, tokens, fit), Some(analyte), fit)),
        None => (letters >= 2 && text.len() < 60).then(|| (field(text, tokens, 0.85), None, 0.9)),
    }
}

/// A value with what may stand in the same cell.
struct Parts {
    value: Field<Reading>,
    unit: Option<(Field<String>, Option<String>)>,
    flag: Option<Field<Flag>>,
}

fn parts(tokens: &[Token], analyte: Option<&'static Analyte>) -> Option<Parts> {
    let near = near(analyte);
    let (mut value, mut unit, mut said) = (None, None, None);
    let mut words: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if value.is_none() && words.is_empty() {
            let (text, tail) = tail(&token.text);
            let joined = tokens.get(at + 1).filter(|_| matches!(token.text.as_str(), "<" | ">" | "≤" | "≥"));
            let joined = joined.and_then(|next| Some((number::bounded(&format!("{}{}", token.text, next.text))?, 2)));
            let own = || number::bounded(text).map(|found| (found, 1));
            if let Some(((bound, number, fit), count)) = joined.or_else(own) {
                value = Some(field(Reading::Number { bound, number }, &tokens[at..at + count], fit));
                said = said.or_else(|| tail.map(|flag| field(flag, &tokens[at..=at], 1.0)));
                at += count;
                continue;
            }
            // "7.8g/dL"
            let split = token.text.find(|c: char| c.is_alphabetic() || c == '%' || c == '/').filter(|at| *at > 0);
            if let Some(((number, fit), (ucum, unit_fit))) = split.and_then(|split| {
                let (digits, rest) = token.text.split_at(split);
                number::number(digits).zip(units::unit(rest, &near))
            }) {
                value = Some(field(Reading::Number { bound: "", number }, &tokens[at..=at], fit));
                let text = token.text[split.unwrap_or(0)..].to_owned();
                unit = Some((field(text, &tokens[at..=at], unit_fit), Some(ucum.to_owned())));
                at += 1;
                continue;
            }
        }
        if let Some(flag) = flag(&token.text).filter(|_| token.text.len() <= 6 && said.is_none()) {
            said = Some(field(flag, &tokens[at..=at], 1.0));
            at += 1;
        } else if let Some((found, ucum, count)) =
            unit_at(&tokens[at..], &near).filter(|_| value.is_some() && unit.is_none())
        {
            unit = Some((found, Some(ucum.to_owned())));
            at += count;
        } else {
            words.push(token.clone());
            at += 1;
        }
    }
    if value.is_none() {
        let text = say(&words);
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        value = (letters > 0 && text.len() <= 60).then(|| field(Reading::Words(text), &words, 1.0));
    }
    Some(Parts { value: value?, unit, flag: said })
}

/// A flag that is glued to a number: `250H`, `*11.2`.
fn tail(text: &str) -> (&str, Option<Flag>) {
    let bare = text.trim_matches(['*', '↑', '↓', '(', ')']);
    let flag = match text {
        text if text.contains('↑') => Some(Flag::High),
        text if text.contains('↓') => Some(Flag::Low),
        text if text.contains('*') => Some(Flag::Abnormal),
        _ => None,
    };
    for (letter, flag) in [('H', Flag::High), ('L', Flag::Low)] {
        if let Some(number) = bare.strip_suffix(letter).filter(|number| number.ends_with(|c: char| c.is_ascii_digit()))
        {
            return (number, Some(flag));
        }
    }
    (bare, flag)
}

fn flag(text: &str) -> Option<Flag> {
    let bare = text.trim().trim_matches(['(', ')', '[', ']', '.', ' ']);
    Some(match bare.to_lowercase().as_str() {
        "h" | "hh" | "high" | "↑" | "hi" | "above" | "elevated" | "raised" | "▲" => Flag::High,
        "l" | "ll" | "low" | "↓" | "lo" | "below" | "decreased" | "▼" => Flag::Low,
        "n" | "normal" | "wnl" | "within range" | "in range" | "ok" => Flag::Normal,
        "a" | "abnormal" | "*" | "**" | "abn" | "out of range" => Flag::Abnormal,
        word if word.len() >= 4 && super::alike(word, "high") > 0.95 => Flag::High,
        _ => return None,
    })
}

/// A unit that begins with the first of these words.
fn unit_at(tokens: &[Token], near: &[&'static str]) -> Option<(Field<String>, &'static str, usize)> {
    (1..=tokens.len().min(4)).rev().find_map(|count| {
        let text = say(&tokens[..count]);
        let text = text.trim_matches([',', ';', '(', ')', '.', ' ']);
        // A sentence's words are no units: "m", "f", "s" only where the analyte has them.
        let (ucum, fit) = units::unit(text, near)?;
        let short = text.len() == 1 && text != "%";
        (!short || near.contains(&ucum)).then(|| (field(text.to_owned(), &tokens[..count], fit), ucum, count))
    })
}

#[cfg(test)]
mod tests;
