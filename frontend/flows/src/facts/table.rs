//! Tables: as rows for whoever looks, and as facts where the head is a laboratory's or a vaccination card's.

use super::{Entry, Facts, Measured, day, early, number};
use std::collections::HashMap;

/// A table longer than this is shown to here; nobody reads on.
const MOST_ROWS: usize = 5_000;

/// The rows of a table, by whichever of comma, semicolon and tab its first line has most of; quotes as in RFC 4180.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    up_to(text, MOST_ROWS)
}

/// The first rows, as many as are wanted.
pub(super) fn up_to(text: &str, most: usize) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let between = [',', ';', '\t'].into_iter().rev().max_by_key(|mark| first.matches(*mark).count()).unwrap_or(',');
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
                if rows.len() == most {
                    return rows;
                }
            }
            letter if letter == between && !quoted => row.push(std::mem::take(&mut field)),
            letter => field.push(letter),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|field| !field.trim().is_empty()));
    rows
}

/// Facts of a table whose head is known.
pub(super) fn facts(text: &str) -> Facts {
    let rows = rows(text);
    let Some((head, rows)) = rows.split_first() else { return Facts::default() };
    let columns: HashMap<&str, usize> =
        head.iter().enumerate().filter_map(|(place, name)| Some((column(name)?, place))).collect();
    let has = |name: &str| columns.contains_key(name);
    let mut facts = Facts::default();
    let field = |row: &[String], name: &str| -> String {
        columns.get(name).and_then(|place| row.get(*place)).map_or_else(String::new, |field| field.trim().to_owned())
    };
    for row in rows {
        let field = |name: &str| field(row, name);
        let at = day(&field("date"));
        if has("test") && has("value") {
            let (test, value) = (field("test"), field("value"));
            if test.is_empty() || value.is_empty() {
                continue;
            }
            facts.results.push(Measured {
                loinc: Some(field("loinc")).filter(|code| !code.is_empty()),
                number: number(&value),
                unit: field("unit"),
                low: number(&field("low")),
                high: number(&field("high")),
                at,
                early: early(&field("date")),
                test,
                value,
                ..Measured::default()
            });
        } else if has("vaccine") {
            let what = [field("disease"), field("vaccine")].into_iter().find(|what| !what.is_empty());
            let more = [field("vaccine"), field("dose"), field("place")];
            let more: Vec<String> = more.into_iter().filter(|more| !more.is_empty()).collect();
            facts.vaccinations.extend(what.map(|what| Entry { what, more: more.join(", "), at, ..Entry::default() }));
        }
    }
    facts
}

/// The column a name in a head stands for.
fn column(name: &str) -> Option<&'static str> {
    Some(match name.trim().to_lowercase().as_str() {
        "date" | "day" => "date",
        "loinc" | "code" => "loinc",
        "test" | "analyte" | "parameter" => "test",
        "value" | "result" => "value",
        "unit" | "units" => "unit",
        "low" | "lower" | "min" => "low",
        "high" | "upper" | "max" => "high",
        "disease" | "against" => "disease",
        "vaccine" => "vaccine",
        "dose" => "dose",
        "place" | "by" => "place",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_breaks_and_other_marks_are_read() {
        let read = rows("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n\n1,2");
        assert_eq!(read, [vec!["a", "b"], vec!["x, \"y\"", "two\nlines"], vec!["1", "2"]]);
        assert_eq!(rows("\u{feff}a;b\n1,5;2"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(rows("a\tb\n1\t2"), [["a", "b"], ["1", "2"]]);
        assert!(rows("").is_empty());
        assert_eq!(rows(&"1,2\n".repeat(MOST_ROWS + 9)).len(), MOST_ROWS);
    }

    #[test]
    fn a_laboratorys_table_gives_results_and_any_other_gives_none() {
        let lab = "date,loinc,test,value,unit,low,high\n2027-01-01,718-7,Hemoglobin,11.2,g/dL,12.0,16.0\n\
            2027-01-01,,HIV,negative,,,\n,,,,,,\n";
        let facts = facts(lab);
        assert_eq!(facts.results.len(), 2);
        let (first, second) = (&facts.results[0], &facts.results[1]);
        assert_eq!((first.number, first.low, first.loinc.as_deref()), (Some(11.2), Some(12.0), Some("718-7")));
        assert_eq!(first.at, day("2027-01-01"));
        assert_eq!((second.number, second.value.as_str()), (None, "negative"));
        assert_eq!(super::facts("Dear Ada,\nall is well.\n"), Facts::default());
        let card = "date,disease,vaccine,dose,place\n2026-01-02,Influenza,quadrivalent,yearly,Practice\n";
        let vaccinations = super::facts(card).vaccinations;
        assert_eq!(
            (vaccinations[0].what.as_str(), vaccinations[0].more.as_str()),
            ("Influenza", "quadrivalent, yearly, Practice")
        );
    }
}
