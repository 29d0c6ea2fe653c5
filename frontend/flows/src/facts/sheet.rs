//! Tables for spreadsheets. They run what begins like a formula, so whoever saves a table must not run in it what somebody
//! else wrote there.

use super::table::up_to;

/// A cell of a table in comma separated values. What a spreadsheet might take for a formula is made a text.
pub fn cell(text: &str) -> String {
    let guard = if may_run(text) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// Somebody else's table without formulas. One that has none stays as it is.
pub(crate) fn without_formulas(text: &str) -> String {
    // Wherever a program that reads it otherwise than we do might begin a cell.
    if !text.split([',', ';', '\t', '\n', '\r', '"']).any(may_run) {
        return text.to_owned();
    }
    let line = |row: &[String]| row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",");
    up_to(text, usize::MAX).iter().map(|row| line(row) + "\r\n").collect()
}

/// Whether a spreadsheet may take a cell for a formula: behind what it passes over as well, and with a sign in its full
/// width. A number runs nothing.
fn may_run(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    let begins = bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    begins && bare.chars().nth(1).is_some() && bare.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::rows;

    const FORMULAS: [&str; 8] = [
        "=HYPERLINK(\"http://x.example\",\"scan\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+9)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\u{feff}=1+1",
        " =1+1",
        "＝1+1",
    ];

    #[test]
    fn a_cell_that_begins_like_a_formula_is_a_text() {
        for text in FORMULAS {
            let read = rows(&format!("{}\n", cell(text)));
            assert_eq!(read, [[format!("'{text}")]], "what is written is kept behind the mark");
        }
        for text in ["", "-", "-2.5", "+4", "Blood count", "a=b", "12 - 16"] {
            assert_eq!(cell(text), format!("\"{text}\""));
        }
        assert_eq!(cell("4000, \"ok\""), "\"4000, \"\"ok\"\"\"");
    }

    #[test]
    fn a_table_of_others_keeps_its_words_and_loses_its_formulas() {
        let honest = "what,mm\nheart,92\nchange,-2.5\n";
        assert_eq!(without_formulas(honest), honest);
        for text in FORMULAS {
            let table = format!("what,mm\nheart,\"{}\"\n", text.replace('"', "\"\""));
            let safe = without_formulas(&table);
            assert_eq!(rows(&safe), [["what".to_owned(), "mm".to_owned()], ["heart".to_owned(), format!("'{text}")]]);
        }
        // What begins no cell for us begins one for a program that knows other marks between cells.
        assert_eq!(without_formulas("a;b;c,=1+1\n"), "\"a\",\"b\",\"c,=1+1\"\r\n");
    }
}
