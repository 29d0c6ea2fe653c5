//! What it costs: the lines of a bill and its sums.

use super::{
    Bill, Cell, Charge, Field, Label, Pair, Role, Sum, Table,
    fuzzy::plain,
    labels,
    layout::Laid,
    number,
    token::{Token, field},
};

const CURRENCIES: &[(&str, &[&str])] = &[
    ("INR", &["₹", "rs", "inr", "rupees", "rs."]),
    ("USD", &["$", "usd", "us$", "dollars"]),
    ("EUR", &["€", "eur", "euro"]),
    ("GBP", &["£", "gbp"]),
    ("AED", &["aed", "dhs"]),
    ("SGD", &["sgd", "s$"]),
    ("AUD", &["aud", "a$"]),
    ("CAD", &["cad"]),
];

pub(crate) fn bill(laid: &Laid, tables: &[Table], pairs: &[Pair]) -> Bill {
    let mut bill = Bill::default();
    for table in tables.iter().filter(|table| table.is_bill()) {
        for row in table.body() {
            match of_row(table, row) {
                Some(Line::Charge(charge)) => bill.lines.push(*charge),
                Some(Line::Sum(sum, amount)) => add(&mut bill, sum, amount),
                None => {}
            }
        }
    }
    for pair in pairs {
        let Label::Sum(sum) = pair.label else { continue };
        if let Some((amount, fit)) = amount(&pair.value.value) {
            add(&mut bill, sum, Field { value: amount, sure: pair.value.sure * fit, from: pair.value.from.clone() });
        }
    }
    let money = !bill.lines.is_empty() || bill.sums.iter().any(|(sum, _)| *sum == Sum::Total || *sum == Sum::Due);
    if !money {
        return Bill::default();
    }
    bill.currency = currency(laid);
    bill
}

enum Line {
    Charge(Box<Charge>),
    Sum(Sum, Field<f64>),
}

fn of_row(table: &Table, row: &[Cell]) -> Option<Line> {
    let what = table.cell(row, Role::Item).or_else(|| table.cell(row, Role::Test));
    let money = |cell: &Cell| amount(&cell.text).map(|(amount, fit)| field(amount, &cell.tokens, fit));
    let amount = table.cell(row, Role::Amount).and_then(money);
    // The label of a sum may stand in any cell before it.
    let labelled = row.iter().filter(|cell| !cell.text.is_empty()).find_map(|cell| sum_of(&cell.tokens));
    let last = || row.iter().rev().filter(|cell| !cell.text.is_empty()).find_map(money);
    if let Some((sum, fit)) = labelled
        && let Some(mut amount) = amount.clone().or_else(last)
    {
        amount.sure *= fit;
        return Some(Line::Sum(sum, amount));
    }
    // A label and its sum may stand in one cell.
    let joined = row.iter().find_map(|cell| {
        (1..cell.tokens.len()).rev().find_map(|end| {
            let (name, rest) = cell.tokens.split_at(end);
            let (sum, fit) = sum_of(name)?;
            let (value, own) = self::amount(&super::token::say(rest))?;
            Some((sum, field(value, rest, fit * own)))
        })
    });
    if let Some((sum, amount)) = joined {
        return Some(Line::Sum(sum, amount));
    }
    let what = what?;
    let number = |role| {
        let cell = table.cell(row, role)?;
        self::amount(&cell.text).map(|(number, fit)| field(number, &cell.tokens, fit))
    };
    let letters = what.text.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 2).then_some(())?;
    Some(Line::Charge(Box::new(Charge {
        what: field(what.text.clone(), &what.tokens, 1.0),
        count: number(Role::Quantity),
        each: number(Role::Rate),
        amount: amount?,
    })))
}

fn sum_of(tokens: &[Token]) -> Option<(Sum, f32)> {
    let end = tokens.iter().position(|token| token.text == ":").unwrap_or(tokens.len());
    // "GST 18%", "CGST @ 9 %", "Discount (10%)": the share is no part of the name.
    let words: Vec<Token> = tokens[..end]
        .iter()
        .filter(|token| {
            !token.text.contains('%')
                && token.text != "@"
                && number::number(token.text.trim_matches(['(', ')'])).is_none()
        })
        .cloned()
        .collect();
    match labels::known(&words, 0.8)? {
        (Label::Sum(sum), fit) => Some((sum, fit)),
        _ => None,
    }
}

fn add(bill: &mut Bill, sum: Sum, amount: Field<f64>) {
    let known = bill.sums.iter_mut().find(|(said, _)| *said == sum);
    match known {
        // Central and state tax are two lines of one sum.
        Some((Sum::Tax, field)) if field.from.words != amount.from.words => {
            field.value += amount.value;
            field.sure *= amount.sure;
            field.from.words.extend(amount.from.words);
            field.from.area = super::around([field.from.area, amount.from.area]);
            field.from.text = format!("{} {}", field.from.text, amount.from.text);
        }
        Some(_) => {}
        None => bill.sums.push((sum, amount)),
    }
}

/// A sum of money and nothing else: "Rs. 1,200.00", "₹500/-", "$ 12.50", "(100.00)".
pub(crate) fn amount(text: &str) -> Option<(f64, f32)> {
    let low = text.trim().to_lowercase();
    let mut rest = low.trim_matches(['(', ')', ' ', ':']).trim_end_matches("/-").trim_end_matches("only").trim();
    loop {
        let before = rest;
        rest = rest.trim_start_matches(['-', '.', ':', ' ']).trim();
        for mark in CURRENCIES.iter().flat_map(|(_, marks)| marks.iter()) {
            // "Rs" misread as a letter of a number would take the number apart.
            rest = rest.strip_prefix(mark).or_else(|| rest.strip_suffix(mark)).unwrap_or(rest).trim();
        }
        if rest == before {
            break;
        }
    }
    let rest = rest.trim_end_matches("/-").replace(' ', "");
    let (amount, fit) = number::number(&rest.to_uppercase())?;
    (amount >= 0.0).then_some((amount, fit))
}

fn currency(laid: &Laid) -> Option<&'static str> {
    let mut counts = vec![0; CURRENCIES.len()];
    for token in laid.pages.iter().flat_map(|page| &page.rows).flat_map(|row| row.tokens()) {
        let low = token.text.to_lowercase();
        for (place, (_, marks)) in CURRENCIES.iter().enumerate() {
            let bare = plain(&low);
            let hit = marks.iter().any(|mark| {
                if mark.chars().all(char::is_alphabetic) {
                    bare == *mark || low.starts_with(&format!("{mark}."))
                } else {
                    low.contains(mark)
                }
            });
            counts[place] += usize::from(hit);
        }
        // Goods and services tax numbers are India's.
        counts[0] += usize::from(low.contains("gstin") || low.contains("cgst"));
    }
    let best = (0..counts.len()).max_by_key(|place| (counts[*place], CURRENCIES.len() - place))?;
    (counts[best] > 0).then_some(CURRENCIES[best].0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bench::sheet::Sheet,
        sense::{Context, understand},
    };

    #[test]
    fn money_is_read_as_it_is_printed() {
        let value = |text: &str| amount(text).map(|(amount, _)| amount);
        for (text, is) in [
            ("Rs. 1,200.00", 1200.0),
            ("₹500/-", 500.0),
            ("$ 12.50", 12.5),
            ("1,23,450.00", 123_450.0),
            ("-100.00", 100.0),
            ("INR 75", 75.0),
            ("240.00 AED", 240.0),
        ] {
            assert_eq!(value(text), Some(is), "{text}");
        }
        for no in ["Bilirubin 0.8", "", "Rs", "five", "12/03/2024"] {
            assert_eq!(value(no), None, "{no}");
        }
    }

    #[test]
    fn a_bill_has_lines_and_sums() {
        let mut sheet = Sheet::new();
        let rows = [
            ["Particulars", "Qty", "Rate", "Amount (Rs.)"],
            ["Room rent", "2", "1,500.00", "3,000.00"],
            ["Pharmacy", "1", "840.50", "840.50"],
            ["Sub Total", "", "", "3,840.50"],
            ["CGST 9%", "", "", "100.00"],
            ["SGST 9%", "", "", "100.00"],
            ["Grand Total", "", "", "4,040.50"],
        ];
        for (place, row) in rows.iter().enumerate() {
            let y = 100.0 + 24.0 * place as f32;
            sheet.say(50.0, y, 14.0, row[0]);
            for (x, text) in [450.0, 570.0, 720.0].iter().zip(&row[1..]) {
                sheet.say_right(*x, y, 14.0, text);
            }
        }
        sheet.say(50.0, 320.0, 14.0, "Advance paid: Rs. 4,000.00   Balance due: Rs. 40.50");
        let sense = understand(&sheet.document(), &Context::default());
        assert_eq!(sense.bill.currency, Some("INR"));
        assert_eq!(sense.bill.lines.len(), 2);
        assert_eq!(sense.bill.lines[0].each.as_ref().map(|each| each.value), Some(1500.0));
        let sum = |sum| sense.sum(sum).map(|field| field.value);
        assert_eq!((sum(Sum::Subtotal), sum(Sum::Tax), sum(Sum::Total)), (Some(3840.5), Some(200.0), Some(4040.5)));
        assert_eq!((sum(Sum::Paid), sum(Sum::Due)), (Some(4000.0), Some(40.5)));
    }
}
