//! Tables as comma separated values.

use crate::sense::Table;

/// A table, quoted as RFC 4180 has it.
pub fn csv(table: &Table) -> String {
    let mut text = String::new();
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&cell.text)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn quoted(text: &str) -> String {
    // A spreadsheet runs what begins with these as a formula; a document may have been written to be opened in one.
    let number = text.parse::<f64>().is_ok();
    let text = if text.starts_with(['=', '+', '-', '@', '\t']) && !number && text.len() > 1 {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_are_quoted_and_formulas_are_not_run() {
        assert_eq!(quoted("4000, \"ok\""), "\"4000, \"\"ok\"\"\"");
        assert_eq!(quoted("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(quoted("-2.5"), "-2.5");
        assert_eq!(quoted("-"), "-");
    }
}
