//! What was measured: rows of a laboratory's table, and values within a sentence.

mod cell;
mod inline;
mod label;
mod name;
mod range;
mod specimen;
mod usual;

pub(crate) use range::is_range;
pub(crate) use usual::Who;

use super::{
    Cell, Date, DateRole, Field, Measured, Reading, Role, Table,
    layout::Laid,
    token::{Token, field, say},
    units,
    vocabulary::{self, Analyte},
};
use cell::parts;
use usual::{can_be, in_unit, usual};

/// All that was measured of somebody.
pub(crate) fn find(laid: &Laid, tables: &[Table], dates: &[(DateRole, Field<Date>)], who: Who) -> Vec<Measured> {
    let roles = [DateRole::Collected, DateRole::Visit, DateRole::Issued, DateRole::Reported, DateRole::Discharged];
    let day = roles.iter().find_map(|role| dates.iter().find(|(said, _)| said == role)).map(|(_, day)| day.value);
    let mut results = Vec::new();
    for table in tables.iter().filter(|table| table.is_results() && table.column(Role::Amount).is_none()) {
        results.extend(of_table(table, who));
    }
    results.extend(inline::find(laid, tables, who));
    for result in &mut results {
        result.day = day;
    }
    results
}

fn of_table(table: &Table, who: Who) -> Vec<Measured> {
    let mut of = specimen::of(&table.title);
    let mut results = Vec::new();
    for row in table.body() {
        let filled: Vec<&Cell> = row.iter().filter(|cell| !cell.text.is_empty()).collect();
        if let [only] = filled[..] {
            of = specimen::of(&only.text).or(of);
            continue;
        }
        results.extend(of_row(table, row, of, who));
    }
    results
}

fn of_row(table: &Table, row: &[Cell], specimen: Option<&str>, who: Who) -> Option<Measured> {
    let name = table.cell(row, Role::Test)?;
    let (name, analyte, fit) = named(&name.tokens, specimen)?;
    let parts = parts(&table.cell(row, Role::Value)?.tokens, analyte)?;
    let near = near(analyte);
    let of_cell = |cell: &Cell| {
        let (ucum, fit) =
            units::unit(&cell.text, &near).map_or((None, 0.85), |(ucum, fit)| (Some(ucum.to_owned()), fit));
        let looks = ucum.is_some() || cell.text.chars().any(|c| c.is_alphabetic() || c == '%') && cell.text.len() <= 18;
        looks.then(|| (field(cell.text.clone(), &cell.tokens, fit), ucum))
    };
    let range_cell = table.cell(row, Role::Range);
    let number = match parts.value.value {
        Reading::Number { bound: "", number } => Some(number),
        _ => None,
    };
    let unit = parts.unit.or_else(|| table.cell(row, Role::Unit).and_then(of_cell));
    let unit = unit.or_else(|| {
        // "12.0 - 16.0 g/dL": the unit stands in the range.
        let tokens = &range_cell?.tokens;
        let found = (0..tokens.len()).find_map(|at| unit_at(&tokens[at..], &near));
        // "250000" beside "1.5 - 4.5 lakhs" is no count of lakhs.
        let found = found.filter(|(_, ucum, _)| can_be(analyte, number, ucum));
        found.map(|(field, ucum, _)| (field, Some(ucum.to_owned())))
    });
    let (unit, ucum) = unit.map_or((None, None), |(unit, ucum)| (Some(unit), ucum));
    let range = range_cell.and_then(|cell| {
        let usual = usual(&cell.text, who, &near)?;
        in_unit(&usual, number, ucum.as_deref(), analyte).map(|range| field(range, &cell.tokens, usual.fit))
    });
    let worded = |cell: &&Cell| !cell.text.contains(|c: char| c.is_ascii_digit());
    let usual = range_cell.filter(worded).map(|cell| field(cell.text.clone(), &cell.tokens, 1.0));
    let flag = parts.flag.or_else(|| {
        let cell = table.cell(row, Role::Flag)?;
        cell::flag(&cell.text).map(|flag| field(flag, &cell.tokens, 1.0))
    });
    let value = parts.value;
    Some(sured(Measured { name, analyte, value, unit, ucum, range, usual, flag, day: None, sure: fit }))
}

/// What was measured, as sure as its parts; so far it is as sure as its name fits.
fn sured(result: Measured) -> Measured {
    let Measured { name, analyte, value, unit, ucum, sure: fit, .. } = &result;
    let mut sure = name.sure.min(1.0) * value.sure * unit.as_ref().map_or(1.0, |unit| unit.sure);
    if analyte.is_none() {
        sure *= fit;
    }
    // A number that cannot be is more likely misread than measured.
    let beyond = ucum.as_deref().is_some_and(|ucum| !can_be(*analyte, result.number(), ucum));
    Measured { sure: if beyond { sure * 0.5 } else { sure }, ..result }
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
    // "Sodium, urine" stands under whatever heading.
    let own = specimen::of(&text).filter(|own| specimen::is_apart(own));
    let specimen = own.or(specimen);
    let found = name::known(tokens, specimen);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if let Some((analyte, fit)) = found {
        return Some((field(text, tokens, fit), Some(analyte), fit));
    }
    if letters < 2 || text.len() >= 60 {
        return None;
    }
    // "Sodium" below a heading of urine would be taken for that of blood.
    let heading = specimen.filter(|of| own.is_none() && specimen::is_apart(of));
    let said = match heading.filter(|_| vocabulary::analyte(&text, None).is_some()) {
        Some(heading) => format!("{text} ({heading})"),
        None => text,
    };
    Some((field(said, tokens, 0.85), None, 0.9))
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
