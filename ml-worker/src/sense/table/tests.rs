use super::*;
use crate::{bench::sheet::Sheet, sense::layout};

fn tables(sheet: &Sheet) -> Vec<Table> {
    let document = sheet.document();
    find(&document, &layout::lay(&document))
}

fn texts(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn a_drawn_table_keeps_lines_of_a_cell_together() {
    let mut sheet = Sheet::new();
    let (xs, ys) = ([50.0, 300.0, 420.0, 600.0], [100.0, 130.0, 180.0, 210.0]);
    sheet.grid(&xs, &ys);
    for (x, text) in [(60.0, "Test"), (310.0, "Result"), (430.0, "Reference Range")] {
        sheet.say(x, 108.0, 14.0, text);
    }
    sheet.say(60.0, 134.0, 14.0, "Hemoglobin");
    sheet.say(60.0, 156.0, 14.0, "(photometric)");
    sheet.say(310.0, 144.0, 14.0, "11.2");
    sheet.say(430.0, 144.0, 14.0, "12.0 - 16.0");
    sheet.say(60.0, 188.0, 14.0, "MCV");
    sheet.say(310.0, 188.0, 14.0, "88");
    sheet.say(430.0, 188.0, 14.0, "80 - 100");
    let tables = tables(&sheet);
    assert_eq!(tables.len(), 1);
    assert!(tables[0].drawn);
    assert_eq!(
        texts(&tables[0]),
        [
            ["Test", "Result", "Reference Range"],
            ["Hemoglobin (photometric)", "11.2", "12.0 - 16.0"],
            ["MCV", "88", "80 - 100"]
        ]
    );
}

#[test]
fn columns_are_found_where_numbers_stand_to_the_right() {
    let mut sheet = Sheet::new();
    for (row, (item, qty, amount)) in [
        ("Particulars", "Qty", "Amount (Rs.)"),
        ("Consultation fee for the first visit", "1", "500.00"),
        ("X-Ray chest", "2", "1,400.00"),
    ]
    .iter()
    .enumerate()
    {
        let y = 100.0 + 26.0 * row as f32;
        sheet.say(50.0, y, 14.0, item);
        sheet.say_right(520.0, y, 14.0, qty);
        sheet.say_right(700.0, y, 14.0, amount);
    }
    let tables = tables(&sheet);
    assert_eq!(tables[0].roles, [Role::Item, Role::Quantity, Role::Amount]);
    assert_eq!(texts(&tables[0])[1], ["Consultation fee for the first visit", "1", "500.00"]);
}

#[test]
fn rows_without_a_head_are_a_table_and_what_they_hold_is_inferred() {
    let mut sheet = Sheet::new();
    for (row, cells) in [
        ["Hemoglobin", "11.2", "g/dL", "12 - 16"],
        ["MCV", "88", "fL", "80 - 100"],
        ["Sodium", "139", "mmol/L", "135 - 145"],
    ]
    .iter()
    .enumerate()
    {
        for (column, text) in cells.iter().enumerate() {
            sheet.say(50.0 + 180.0 * column as f32, 100.0 + 24.0 * row as f32, 14.0, text);
        }
    }
    let tables = tables(&sheet);
    assert_eq!(tables[0].roles, [Role::Test, Role::Value, Role::Unit, Role::Range]);
    assert_eq!(tables[0].rows.len(), 3);
}

#[test]
fn sums_right_under_a_bill_are_rows_of_their_own() {
    let mut sheet = Sheet::new();
    let rows = [["Particulars", "Amount"], ["ECG", "343.50"], ["Ambulance", "1,553.75"]];
    for (row, [what, amount]) in rows.iter().enumerate() {
        sheet.say(50.0, 100.0 + 19.0 * row as f32, 14.0, what);
        sheet.say_right(740.0, 100.0 + 19.0 * row as f32, 14.0, amount);
    }
    for (row, [what, amount]) in [["Sub Total", "1,897.25"], ["Grand Total", "1,897.25"]].iter().enumerate() {
        sheet.say(560.0, 157.0 + 19.0 * row as f32, 14.0, what);
        sheet.say_right(740.0, 157.0 + 19.0 * row as f32, 14.0, amount);
    }
    let tables = tables(&sheet);
    let last: Vec<&str> = tables[0].rows[2].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(last, ["Ambulance", "1,553.75"]);
}

#[test]
fn a_form_in_a_box_is_no_table_and_prose_is_none() {
    let mut sheet = Sheet::new();
    sheet.grid(&[50.0, 400.0, 750.0], &[100.0, 130.0, 160.0]);
    sheet.say(60.0, 108.0, 14.0, "Name: Asha Rao");
    sheet.say(410.0, 108.0, 14.0, "Age: 45");
    sheet.say(60.0, 138.0, 14.0, "Date: 12/03/2024");
    sheet.say(410.0, 138.0, 14.0, "Sex: F");
    for row in 0..5 {
        sheet.say(
            50.0,
            300.0 + 22.0 * row as f32,
            14.0,
            "The result was given to the patient and the value of rest explained.",
        );
    }
    assert_eq!(tables(&sheet), []);
}
