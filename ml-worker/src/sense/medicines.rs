//! What is to be taken: name, strength, how much, how often, how long.

mod join;
mod lines;
mod often;
mod rate;
mod reach;
mod stopped;
mod taken;
mod words;

pub(crate) use often::frequency;
pub use often::per_day;
pub(crate) use reach::{Reach, reach};
pub(crate) use words::names;

use super::{
    Context, DocumentKind, Field, Frequency, Label, Medicine, Role, Table,
    fuzzy::plain,
    labels,
    layout::Laid,
    pairs,
    token::{At, Token, field, say},
    vocabulary::{Drug, Medicines},
};
use std::collections::HashMap;
use words::Attribute;

/// A medicine, and how plainly the document orders it.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) medicine: Medicine,
    /// Whether it stands under a heading such as "Rx", or in a table of medicines. Elsewhere it is an order only in a
    /// document that orders.
    pub(crate) asked: bool,
}

/// All medicines a document may order, whatever its kind.
pub(crate) fn orders(laid: &Laid, tables: &[Table], context: &Context) -> Vec<Order> {
    let mut orders = Vec::new();
    let ordering = |table: &&Table| {
        table.column(Role::Medicine).is_some() && table.column(Role::Amount).is_none() && !is_past(table, laid)
    };
    for table in tables.iter().filter(ordering) {
        orders.extend(of_table(table, context).into_iter().map(|medicine| Order { medicine, asked: true }));
    }
    let mut sections: HashMap<At, Label> = HashMap::new();
    for section in pairs::sections(laid, tables) {
        for token in section.lines.iter().flatten() {
            sections.entry(token.at).or_insert(section.label);
        }
    }
    orders.extend(lines::find(laid, tables, &sections, context));
    orders
}

/// Whether a table stands under a heading such as "Medications on admission".
fn is_past(table: &Table, laid: &Laid) -> bool {
    let page = (table.page as usize).checked_sub(1).and_then(|number| laid.pages.get(number));
    let above = page.and_then(|page| {
        let above = page.rows.iter().rfind(|row| row.area.bottom <= table.area.top + 0.3 * page.letter)?;
        (table.area.top - above.area.bottom < 4.0 * page.letter).then_some(above)
    });
    let heading: Vec<Token> = above.into_iter().flat_map(|row| row.tokens().cloned()).collect();
    labels::starting(&heading).is_some_and(|hit| {
        hit.label == Label::Story && heading[hit.words..].iter().all(|token| labels::is_mark(&token.text))
    })
}

/// The medicines to be taken, by what kind of document names them.
pub(crate) fn ordered(orders: Vec<Order>, kind: DocumentKind) -> Vec<Medicine> {
    use DocumentKind::{ConsultationNote, DischargeSummary, Other, Prescription};
    let ordering = matches!(kind, Prescription | DischargeSummary | ConsultationNote | Other);
    orders.into_iter().filter(|order| order.asked || ordering).map(|order| order.medicine).collect()
}

/// The medicine of a printed name: the committed names first, then the bigger list.
fn known<'a>(name: &str, context: &'a Context) -> Option<(&'a Drug, f32)> {
    let committed = Medicines::committed().find(name).filter(|(_, fit)| *fit > 0.9);
    let bigger = || context.medicines.as_ref().and_then(|list| list.find(name)).filter(|(_, fit)| *fit > 0.9);
    committed.or_else(bigger).or_else(|| Medicines::committed().find(name))
}

fn of_table(table: &Table, context: &Context) -> Vec<Medicine> {
    let mut medicines: Vec<Medicine> = Vec::new();
    for row in table.body() {
        let Some(name) = table.cell(row, Role::Medicine) else { continue };
        let filled = row.iter().filter(|cell| !cell.text.is_empty()).count();
        let said = |cell: &super::Cell| stopped::says(&cell.tokens, std::ptr::eq(cell, name));
        if row.iter().any(said) {
            if filled == 1 && stopped::of_above(&name.tokens) {
                medicines.pop();
            }
            continue;
        }
        let parsed = parse(&name.tokens, context);
        let Some(mut medicine) = parsed.or_else(|| unknown(&name.tokens)) else { continue };
        // "(after food)" under a name is more of the row above.
        if filled == 1 && medicine.inn.is_none() && medicine.form.is_none() {
            if let Some(last) = medicines.last_mut() {
                taken::hear(last, &name.tokens, 0);
                taken::weigh(last);
            }
            continue;
        }
        for (cell, role) in row.iter().zip(&table.roles).filter(|(cell, _)| !cell.text.is_empty()) {
            of_cell(&mut medicine, *role, &cell.tokens);
        }
        pattern(&mut medicine, table, row);
        taken::weigh(&mut medicine);
        medicines.push(medicine);
    }
    medicines
}

/// A name nobody knows, in a column of medicines.
fn unknown(tokens: &[Token]) -> Option<Medicine> {
    let start = lines::after_number(tokens);
    let tokens = &tokens[start..];
    let text = say(tokens);
    (text.chars().filter(|c| c.is_alphabetic()).count() >= 3).then(|| bare(field(text, tokens, 0.8)))
}

fn bare(name: Field<String>) -> Medicine {
    let sure = name.sure;
    Medicine { name, inn: None, class: None, form: None, strength: None, dose: None, frequency: None, days: None, sure }
}

fn of_cell(medicine: &mut Medicine, role: Role, tokens: &[Token]) {
    if !matches!(role, Role::Strength | Role::Dose | Role::Frequency | Role::Duration | Role::Remark | Role::Other) {
        return;
    }
    taken::hear(medicine, tokens, 0);
    let text = say(tokens);
    match role {
        // A number alone in a column of days is days.
        Role::Duration if medicine.days.is_none() => {
            let days = super::number::number(&text).filter(|(days, _)| (1.0..=400.0).contains(days));
            medicine.days = days.map(|(days, fit)| field(days as u16, tokens, fit));
        }
        Role::Strength if medicine.strength.is_none() => medicine.strength = Some(field(text, tokens, 0.95)),
        Role::Frequency if medicine.frequency.is_none() => {
            let said = frequency(&text).unwrap_or(Frequency { text: text.clone(), ..Frequency::default() });
            let fit = if said.per_day.is_some() || said.as_needed { 1.0 } else { 0.8 };
            medicine.frequency = Some(field(said, tokens, fit));
        }
        Role::Dose if medicine.dose.is_none() && medicine.strength.is_none() => {
            medicine.dose = Some(field(text, tokens, 0.95));
        }
        _ => {}
    }
}

/// Columns for morning, noon and night are a pattern such as 1-0-1.
fn pattern(medicine: &mut Medicine, table: &Table, row: &[super::Cell]) {
    let roles = [Role::Morning, Role::Noon, Role::Evening, Role::Night];
    let columns: Vec<usize> = roles.iter().filter_map(|role| table.column(*role)).collect();
    if columns.len() < 2 {
        return;
    }
    let tokens: Vec<Token> =
        columns.iter().filter_map(|column| row.get(*column)).flat_map(|cell| cell.tokens.clone()).collect();
    let part = |column: &usize| {
        let text = row.get(*column).map(|cell| cell.text.trim()).unwrap_or_default();
        match text {
            "" | "-" | "–" | "x" | "X" => "0".to_owned(),
            "✓" | "√" | "v" | "Y" | "yes" => "1".to_owned(),
            text => text.replace('½', "1/2"),
        }
    };
    let text = columns.iter().map(part).collect::<Vec<_>>().join("-");
    if let Some(said) = frequency(&text).filter(|_| !tokens.is_empty()) {
        medicine.frequency = Some(field(said, &tokens, 1.0));
    }
}

/// A medicine at the beginning of these words.
pub(crate) fn parse(tokens: &[Token], context: &Context) -> Option<Medicine> {
    let mut at = lines::after_number(tokens);
    let mut form = None;
    if let Some((found, count)) = words::form_at(tokens, at) {
        form = Some(found);
        at += count;
        // "Tab. : Dolo", "Inj - Monocef"
        while tokens.get(at).is_some_and(|token| matches!(token.text.as_str(), "." | ":" | "-")) {
            at += 1;
        }
    }
    // "T.Dolo", "Tab.Dolo"
    let glued = tokens.get(at).and_then(|token| {
        let (head, rest) = token.text.split_once('.')?;
        (rest.len() > 2).then_some(())?;
        Some((words::form(head)?, rest.to_owned()))
    });
    let mut own: Vec<Token> = tokens.get(at..)?.to_vec();
    if let (Some((found, rest)), Some(first)) = (glued, own.first_mut()) {
        form = form.or(Some(found));
        first.text = rest;
    }
    let first = own.first()?;
    if !first.text.starts_with(|c: char| c.is_alphabetic() || c == '(') || first.text.chars().count() < 2 {
        return None;
    }
    // "1 tab twice daily" names nothing.
    if words::attribute(&own, 0).is_some_and(|(bit, _)| !matches!(bit.what, Attribute::Form(_))) {
        return None;
    }
    let end = (1..own.len())
        .find(|at| words::attribute(&own, *at).is_some() || matches!(own[*at].text.as_str(), ":" | "-" | "–" | ","));
    let most = end.unwrap_or(own.len()).min(6);
    // The longest name that is known; a number right behind it may belong to it, as in "Dolo 650".
    let numbered = own.get(most).is_some_and(|token| token.text.chars().all(|c| c.is_ascii_digit()))
        && words::attribute(&own, most).is_none_or(|(bit, _)| !matches!(bit.what, Attribute::Strength(_)));
    let longest = (most + usize::from(numbered)).min(own.len());
    let found = (1..=longest).rev().find_map(|count| {
        let (drug, fit) = known(&say(&own[..count]), context)?;
        let least = if count > most { 0.99 } else { 0.78 };
        (fit >= least).then_some((count, drug, fit))
    });
    let bare_name = own
        .iter()
        .take(most)
        .position(|token| token.text.starts_with('(') || token.text.ends_with(','))
        .filter(|at| *at > 0);
    let (count, drug, fit) = match found {
        Some((count, drug, fit)) => (count, Some(drug), fit),
        None => (bare_name.unwrap_or(most), None, 0.8),
    };
    // A name nobody knows is one only behind "Tab." or with a strength.
    let mut medicine = bare(field(shown(&own[..count]), &own[..count], fit));
    medicine.inn = drug.map(|drug| drug.inn.clone());
    medicine.class = drug.map(|drug| drug.class.clone()).filter(|class| !class.is_empty());
    medicine.form = form;
    let mut at = count;
    if drug.is_some() && is_strength(&own, at) {
        medicine.strength = Some(field(own[at].text.clone(), &own[at..=at], 0.95));
        at += 1;
    }
    taken::hear(&mut medicine, &own, at);
    medicine.form = reach::placed(&medicine, &own);
    let said = medicine.strength.is_some()
        || medicine.frequency.is_some()
        || medicine.days.is_some()
        || medicine.dose.is_some();
    taken::weigh(&mut medicine);
    (drug.is_some() || form.is_some() && medicine.name.value.len() >= 3 || said && medicine.strength.is_some())
        .then_some(medicine)
}

/// "Telma 40": whether a bare number behind a known name is its strength, and not a count of what follows.
fn is_strength(own: &[Token], at: usize) -> bool {
    let Some(token) = own.get(at).filter(|token| !token.text.contains('-')) else { return false };
    let Some((number, _)) = super::number::number(&token.text).filter(|(number, _)| *number >= 2.0) else {
        return false;
    };
    match words::attribute(own, at).map(|(bit, _)| bit.what) {
        Some(Attribute::Strength(_) | Attribute::Days(_)) => false,
        // "8 hourly", "2 times daily"; but "40 - 1 - 0 - 1" begins with the strength.
        Some(Attribute::Frequency(_)) => {
            !own.get(at + 1).is_some_and(|next| next.text.starts_with(char::is_alphabetic))
        }
        // "40 tab" may be the tablet's strength, "2 tab" and "10 ml" are how much of it.
        Some(Attribute::Dose(dose)) => number >= 5.0 && ["tab", "cap"].iter().any(|form| plain(&dose).contains(form)),
        Some(Attribute::Form(_)) | None => true,
    }
}

/// The name without marks at its ends.
fn shown(tokens: &[Token]) -> String {
    let text = say(tokens);
    let text = text.trim_matches(|c: char| matches!(c, '.' | ',' | ':' | '-' | '–' | ';'));
    if plain(text).is_empty() { say(tokens) } else { text.to_owned() }
}

#[cfg(test)]
mod tests;
