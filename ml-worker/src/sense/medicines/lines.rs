//! Medicines in lines: "1. Tab. Dolo 650 1-0-1 x 5 days", with what stands under them.

use super::super::{
    Context, Label, Medicine, Table,
    fuzzy::{alike_plain, plain},
    labels,
    layout::Laid,
    table,
    token::{At, Token},
};
use super::{
    Order, parse, stopped, taken,
    words::{self, Attribute, Bit},
};
use std::collections::HashMap;

pub(super) fn find(laid: &Laid, tables: &[Table], sections: &HashMap<At, Label>, context: &Context) -> Vec<Order> {
    let mut orders: Vec<Order> = Vec::new();
    for (number, page) in laid.pages.iter().enumerate() {
        // Where the last medicine's lines end; what follows right below may be more of it.
        let mut open: Option<f32> = None;
        for row in &page.rows {
            let in_table = tables.iter().any(|table| {
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
            let near = open.is_some_and(|bottom| row.area.top - bottom < 1.5 * page.letter);
            open = None;
            if in_table || elsewhere || tokens.is_empty() {
                continue;
            }
            let named = parse(tokens, context);
            let another = named.as_ref().is_some_and(|medicine| medicine.inn.is_some() || is_formed(tokens));
            if stopped::says(tokens, true) {
                // "Stopped on 12/03" right under a medicine is said of it, "Tab. Warfarin, stopped" is not.
                let above = orders.last().filter(|_| near && !another);
                if above.is_some_and(|above| stopped::of_above(tokens) || goes_on(tokens, &above.medicine)) {
                    orders.pop();
                }
                continue;
            }
            if let Some(medicine) = named.filter(|medicine| is_order(medicine, tokens, asked)) {
                orders.push(Order { medicine, asked });
                open = Some(row.area.bottom);
            } else if near
                && !another
                && let Some(last) = orders.last_mut()
                && goes_on(tokens, &last.medicine)
                && taken::hear(&mut last.medicine, tokens, 0)
            {
                taken::weigh(&mut last.medicine);
                open = Some(row.area.bottom);
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
    let formed = medicine.form.is_some() && is_formed(tokens);
    named && (how || medicine.strength.is_some() && (numbered || formed)) || formed && how
}

/// Whether a line begins with a form, as "2. Cap. ..." does.
fn is_formed(tokens: &[Token]) -> bool {
    words::form_at(tokens, after_number(tokens)).is_some()
}

/// Words with which more is said of the medicine above, although a letter may be wrong.
const MORE: &[&str] =
    &["take", "apply", "inject", "inhale", "instil", "chew", "once", "twice", "thrice", "three", "every", "daily"];
/// Shorter ones, and such as others look like; only letters that are always taken for each other may differ.
const JUST: &[&str] = &["sig", "use", "give", "dose", "orally", "od", "bd", "hs", "tds", "qid", "sos", "भोजन", "खाने"];
/// What one eats; "after food x 5 days" goes on, "after 2 weeks" does not.
const MEALS: &[&str] = &["food", "meal", "meals", "breakfast", "lunch", "dinner", "milk"];

/// Whether a line says more of the medicine above it: it begins with how much, how often or how long, with a form, or
/// with what is to be done with it. "Review after 2 weeks" and "Monitor sugar daily" are another matter.
fn goes_on(tokens: &[Token], above: &Medicine) -> bool {
    let start = after_number(tokens);
    let word = |at: usize| tokens.get(at).map(|token| plain(&token.text)).unwrap_or_default();
    let (first, second) = (word(start), word(start + 1));
    let meal = matches!(first.as_str(), "after" | "before" | "with") && MEALS.contains(&second.as_str());
    let opens = MORE.iter().any(|more| alike_plain(more, &first) >= 0.74)
        || JUST.iter().any(|just| alike_plain(just, &first) >= 0.96)
        || first == "by" && second == "mouth";
    let said = |at: usize| words::attribute(tokens, at).is_some();
    (meal || opens || said(0) || said(start))
        && !(above.strength.is_some() && is_nameless(tokens))
        && labels::starting(tokens).is_none()
}

/// "3. Tab. 75 mg BD", "- 20 mg OD": a medicine whose name could not be read.
fn is_nameless(tokens: &[Token]) -> bool {
    let start = after_number(tokens);
    let behind = words::form_at(tokens, start).map_or(start, |(_, count)| start + count);
    let strength =
        |at: usize| matches!(words::attribute(tokens, at), Some((Bit { what: Attribute::Strength(_), .. }, _)));
    behind > 0 && strength(behind)
}

/// Where the words begin behind "1.", "2)", "(3)", "-", "•"; "3," is a misread "3.".
pub(super) fn after_number(tokens: &[Token]) -> usize {
    let Some(first) = tokens.first() else { return 0 };
    let text = first.text.as_str();
    let bare = text.trim_matches(['.', ')', '(', '#', ',']);
    let number = !bare.is_empty()
        && bare.len() <= 2
        && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'S' | 'O'));
    let marked =
        number && (bare != text || tokens.get(1).is_some_and(|next| next.text.starts_with(char::is_alphabetic)));
    let bullet =
        matches!(text, "-" | "•" | "*" | "·" | "–" | "o" | "►" | "+") || plain(text).is_empty() && text.len() <= 3;
    usize::from((marked || bullet) && tokens.len() > 1)
}
