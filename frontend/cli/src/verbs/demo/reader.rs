//! The demonstration's reading program: says which values of a laboratory's table lie outside their usual range, and of
//! a picture how large it is. It gets the record on its input and prints the finding, as any program of a worker does.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::io::{Read, stdin};

/// A record on standard input longer than this is none of the demonstration's.
const LONGEST: u64 = 1 << 20;

/// Reads what comes and gives the finding.
pub(super) fn read() -> Result<Value> {
    let mut bytes = Vec::new();
    stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= LONGEST, "this is longer than anything the demonstration seals");
    look(&bytes)
}

fn look(bytes: &[u8]) -> Result<Value> {
    match bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        Some(png) => picture(png),
        None => table(std::str::from_utf8(bytes).context("this is neither a table nor a PNG")?),
    }
}

fn picture(png: &[u8]) -> Result<Value> {
    let side = |at: usize| png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    let (width, height) = side(8).zip(side(12)).context("a PNG that is cut off")?;
    let summary =
        format!("A picture of {width} by {height} pixels. It is a drawing; nothing medical was read from it.");
    Ok(json!({ "reader": "chartkey demo read", "kind": "picture", "width": width, "height": height,
        "summary": summary }))
}

fn table(text: &str) -> Result<Value> {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    ensure!(head == "date,loinc,test,value,unit,low,high", "this is no table of a laboratory");
    let rows = lines.map(row).collect::<Result<Vec<_>>>()?;
    let outside: Vec<_> = rows.iter().filter(|row| row["flag"] != "usual").map(|row| row["test"].clone()).collect();
    let names = outside.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
    let summary = match outside.len() {
        0 => format!("All {} values lie within their usual range.", rows.len()),
        some => format!("{some} of {} values outside their usual range: {names}.", rows.len()),
    };
    Ok(json!({ "reader": "chartkey demo read", "kind": "laboratory", "values": rows, "summary": summary }))
}

fn row(line: &str) -> Result<Value> {
    let fields: Vec<&str> = line.split(',').collect();
    let &[date, loinc, test, value, unit, low, high] = fields.as_slice() else {
        anyhow::bail!("a line of the table has another number of fields");
    };
    let number = |text: &str| text.parse::<f64>().context("a value is no number");
    let (value, low, high) = (number(value)?, number(low)?, number(high)?);
    let flag = if value < low {
        "low"
    } else if value > high {
        "high"
    } else {
        "usual"
    };
    Ok(json!({ "date": date, "loinc": loinc, "test": test, "value": value, "unit": unit, "low": low, "high": high,
        "flag": flag }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_is_named() {
        let table = "date,loinc,test,value,unit,low,high\n2027-01-01,718-7,Hemoglobin,11.2,g/dL,12.0,16.0\n\
            2027-01-01,2345-7,Glucose,96,mg/dL,70,100\n";
        let found = look(table.as_bytes()).expect("a table");
        assert_eq!(found["summary"], "1 of 2 values outside their usual range: Hemoglobin.");
        assert_eq!(found["values"][0]["flag"], "low");
        let seen = look(&super::super::drawing::hand()).expect("a picture");
        assert_eq!((&seen["width"], &seen["height"]), (&json!(300), &json!(360)));
        assert!(look(b"Hb 13.9 g/dl").is_err());
    }
}
