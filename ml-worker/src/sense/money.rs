//! What it costs: the lines of a bill and its sums.

use super::{
    Bill, Cell, Charge, Field, Label, Pair, Role, Sum, Table,
    fuzzy::plain,
    labels,
    layout::Laid,
    number,
    token::{Token, field, say},
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
    let (mut lines, mut sums) = (Vec::new(), Sums::default());
    for table in tables.iter().filter(|table| table.is_bill()) {
        for row in table.body() {
            match of_row(table, row) {
                Some(Line::Charge(charge)) => lines.push(*charge),
                Some(Line::Sum(named, amount)) => sums.add(named, amount),
                None => {}
            }
        }
    }
    for pair in pairs {
        let Label::Sum(sum) = pair.label else { continue };
        if let Some((amount, fit)) = amount(&pair.value.value) {
            let named = Named { sum, whole: is_whole(&pair.name), fit: 1.0 };
            sums.add(named, Field { value: amount, sure: pair.value.sure * fit, from: pair.value.from.clone() });
        }
    }
    let mut bill = Bill { currency: None, lines, sums: sums.found };
    let money = !bill.lines.is_empty() || bill.sums.iter().any(|(sum, _)| *sum == Sum::Total || *sum == Sum::Due);
    if !money {
        return Bill::default();
    }
    bill.currency = currency(laid);
    bill
}

enum Line {
    Charge(Box<Charge>),
    Sum(Named, Field<f64>),
}

/// What a label says of the sum beside it.
#[derive(Clone, Copy, Debug)]
struct Named {
    sum: Sum,
    /// It is all of it, as "total tax" is.
    whole: bool,
    fit: f32,
}

fn is_whole(name: &str) -> bool {
    plain(name).starts_with("total ")
}

fn of_row(table: &Table, row: &[Cell]) -> Option<Line> {
    let what = table.cell(row, Role::Item).or_else(|| table.cell(row, Role::Test));
    let money = |cell: &Cell| amount(&cell.text).map(|(amount, fit)| field(amount, &cell.tokens, fit));
    let amount = table.cell(row, Role::Amount).and_then(money);
    // The label of a sum may stand in any cell before it.
    let labelled = row.iter().filter(|cell| !cell.text.is_empty()).find_map(|cell| sum_of(&cell.tokens));
    let last = || row.iter().rev().filter(|cell| !cell.text.is_empty()).find_map(money);
    if let Some(named) = labelled
        && let Some(mut amount) = amount.clone().or_else(last)
    {
        amount.sure *= named.fit;
        return Some(Line::Sum(named, amount));
    }
    // A label and its sum may stand in one cell.
    let joined = row.iter().find_map(|cell| {
        (1..cell.tokens.len()).rev().find_map(|end| {
            let (name, rest) = cell.tokens.split_at(end);
            let named = sum_of(name)?;
            let (value, own) = self::amount(&say(rest))?;
            Some((named, field(value, rest, named.fit * own)))
        })
    });
    if let Some((named, amount)) = joined {
        return Some(Line::Sum(named, amount));
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

fn sum_of(tokens: &[Token]) -> Option<Named> {
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
        (Label::Sum(sum), fit) => Some(Named { sum, whole: is_whole(&say(&words)), fit }),
        _ => None,
    }
}

/// Sums as they are found.
#[derive(Default)]
struct Sums {
    found: Vec<(Sum, Field<f64>)>,
    /// Of how many lines the tax is.
    taxes: usize,
    /// Whether one of them says that it is all of it.
    whole: bool,
}

impl Sums {
    fn add(&mut self, named: Named, amount: Field<f64>) {
        let known = self.found.iter_mut().find(|(said, _)| *said == named.sum);
        match known {
            Some((Sum::Tax, field)) if field.from.words != amount.from.words && !self.whole => {
                // "CGST 100, SGST 100, total tax 200": the last is not added, whatever it is called.
                self.whole = named.whole || self.taxes > 1 && (field.value - amount.value).abs() < 0.005;
                if self.whole {
                    *field = amount;
                } else {
                    // Central and state tax are two lines of one sum.
                    self.taxes += 1;
                    field.value += amount.value;
                    field.sure *= amount.sure;
                    field.from.words.extend(amount.from.words);
                    field.from.area = super::around([field.from.area, amount.from.area]);
                    field.from.text = format!("{} {}", field.from.text, amount.from.text);
                }
            }
            Some(_) => {}
            None => {
                if named.sum == Sum::Tax {
                    (self.taxes, self.whole) = (1, named.whole);
                }
                self.found.push((named.sum, amount));
            }
        }
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

    #[test]
    fn all_of_the_tax_is_not_added_to_its_parts_and_what_is_given_back_is_not_due() {
        let sums = |lines: &[&str]| {
            let mut sheet = Sheet::new();
            for (row, line) in lines.iter().enumerate() {
                sheet.say(50.0, 100.0 + 24.0 * row as f32, 14.0, line);
            }
            let sense = understand(&sheet.document(), &Context::default());
            [Sum::Tax, Sum::Due, Sum::Refund].map(|sum| sense.sum(sum).map(|field| field.value))
        };
        let total = "Grand Total: 4500.00";
        for (lines, tax) in [
            (["CGST: 100.00", "SGST: 100.00", "Total Tax: 200.00"], 200.0),
            (["Total Tax: 200.00", "CGST: 100.00", "SGST: 100.00"], 200.0),
            (["CGST: 100.00", "SGST: 100.00", "GST: 200.00"], 200.0),
            (["CGST: 100.00", "SGST: 100.00", "IGST: 50.00"], 250.0),
        ] {
            assert_eq!(sums(&[lines[0], lines[1], lines[2], total])[0], Some(tax), "{lines:?}");
        }
        let bill = ["Grand Total: 4500.00", "Advance paid: Rs. 5,000.00", "Refund: Rs. 500.00"];
        assert_eq!(sums(&bill)[1..], [None, Some(500.0)]);
    }
}
