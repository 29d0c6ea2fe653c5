//! Medicines in lines: "1. Tab. Dolo 650 1-0-1 x 5 days", with what stands under them.

use super::super::{
    Context, Label, Medicine, Table,
    fuzzy::plain,
    layout::Laid,
    table,
    token::{At, Token},
};
use super::{Order, fill, parse, words};
use std::collections::HashMap;

pub(super) fn find(laid: &Laid, tables: &[Table], sections: &HashMap<At, Label>, context: &Context) -> Vec<Order> {
    let mut orders: Vec<Order> = Vec::new();
    for (number, page) in laid.pages.iter().enumerate() {
        // Where the last medicine's lines end; what follows right below may be more of it.
        let mut open: Option<f32> = None;
        for row in &page.rows {
            let taken = tables.iter().any(|table| {
                table.page == number as u32 + 1
                    && (table.has_head || table.is_results())
                    && table::holds(&table.area, &row.area)
            });
            let tokens: Vec<Token> = row.tokens().cloned().collect();
            let tokens = &tokens[after_label(&tokens, sections)..];
            let section = tokens.first().and_then(|token| sections.get(&token.at)).copied();
            let asked = section == Some(Label::Medicines);
            // What was given, had or measured is not what is to be taken.
            let elsewhere = section.is_some_and(|label| !matches!(label, Label::Medicines | Label::Advice));
            if taken || elsewhere || tokens.is_empty() {
                open = None;
                continue;
            }
            match parse(tokens, context).filter(|medicine| is_order(medicine, tokens, asked)) {
                Some(medicine) => {
                    orders.push(Order { medicine, asked });
                    open = Some(row.area.bottom);
                }
                None => {
                    let near = open.is_some_and(|bottom| row.area.top - bottom < 1.5 * page.letter);
                    let more = near.then(|| more(tokens)).flatten();
                    match (more, orders.last_mut()) {
                        (Some(more), Some(last)) => {
                            fill(&mut last.medicine, more);
                            open = Some(row.area.bottom);
                        }
                        _ => open = None,
                    }
                }
            }
        }
    }
    orders
}

/// "Rx: Tab Dolo": the label is not the medicine.
fn after_label(tokens: &[Token], sections: &HashMap<At, Label>) -> usize {
    let marked = tokens.iter().take(5).position(|token| token.text == ":").map(|at| at + 1);
    match marked {
        Some(at) if tokens.get(at).is_some_and(|token| sections.get(&token.at) == Some(&Label::Medicines)) => at,
        _ if tokens.first().is_some_and(|token| matches!(token.text.as_str(), "Rx" | "℞" | "Rx." | "RX")) => 1,
        _ => 0,
    }
}

/// Whether a line orders the medicine it begins with.
fn is_order(medicine: &Medicine, tokens: &[Token], asked: bool) -> bool {
    let how = medicine.frequency.is_some() || medicine.days.is_some() || medicine.dose.is_some();
    let named = medicine.inn.is_some() && medicine.name.sure > 0.0;
    let numbered = after_number(tokens) > 0;
    if asked {
        return named
            || medicine.form.is_some() && (how || medicine.strength.is_some() || numbered)
            || medicine.strength.is_some() && how;
    }
    let formed = medicine.form.is_some() && words::form(&tokens[after_number(tokens)].text).is_some();
    named && (how || medicine.strength.is_some() && (numbered || formed)) || formed && how
}

/// What a line says about the medicine above it.
fn more(tokens: &[Token]) -> Option<Medicine> {
    let mut medicine = super::bare(super::field(String::new(), &tokens[..1], 1.0));
    let mut at = 0;
    while at < tokens.len() {
        match words::attribute(&tokens[at..]) {
            Some((bit, count)) => {
                super::take(&mut medicine, bit);
                at += count;
            }
            None => at += 1,
        }
    }
    let said = medicine.frequency.is_some()
        || medicine.days.is_some()
        || medicine.dose.is_some()
        || medicine.strength.is_some();
    said.then_some(medicine)
}

/// Where the words begin behind "1.", "2)", "(3)", "-", "•".
pub(super) fn after_number(tokens: &[Token]) -> usize {
    let Some(first) = tokens.first() else { return 0 };
    let text = first.text.as_str();
    let bare = text.trim_matches(['.', ')', '(', '#']);
    let number = !bare.is_empty()
        && bare.len() <= 2
        && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'S' | 'O'));
    let marked =
        number && (bare != text || tokens.get(1).is_some_and(|next| next.text.starts_with(char::is_alphabetic)));
    let bullet =
        matches!(text, "-" | "•" | "*" | "·" | "–" | "o" | "►" | "+") || plain(text).is_empty() && text.len() <= 3;
    usize::from((marked || bullet) && tokens.len() > 1)
}
