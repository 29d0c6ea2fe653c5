//! Tables: drawn ones by their lines, others by how their words stand under each other.

mod columns;
mod drawn;
mod heads;

use super::{
    around, labels,
    layout::{Laid, LaidPage, Row, Segment},
    token::{Token, say, sure},
};
use crate::page::{Area, Document};
pub use heads::Role;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// On which page, from 1.
    pub page: u32,
    /// Where.
    pub area: Area,
    /// Whether lines are drawn around its cells.
    pub drawn: bool,
    /// What each column holds.
    pub roles: Vec<Role>,
    /// Whether the first row names the columns.
    pub has_head: bool,
    /// Row by row; each row has one cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// What stands above it as its title.
    pub title: String,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// How likely all of it is right; 1 where it is empty.
    pub sure: f32,
    /// Where its words stand; nothing where it is empty.
    pub area: Option<Area>,
    pub(crate) tokens: Vec<Token>,
}

impl Cell {
    pub(crate) fn new(tokens: Vec<Token>) -> Self {
        let area = (!tokens.is_empty()).then(|| around(tokens.iter().map(|token| token.area)));
        Self { text: say(&tokens).replace(" :", ":"), sure: sure(&tokens), area, tokens }
    }
}

impl Table {
    /// Rows without the head.
    pub fn body(&self) -> &[Vec<Cell>] {
        &self.rows[usize::from(self.has_head && !self.rows.is_empty())..]
    }

    /// The column that holds something.
    pub fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|said| *said == role)
    }

    pub(crate) fn cell<'a>(&self, row: &'a [Cell], role: Role) -> Option<&'a Cell> {
        self.column(role).and_then(|column| row.get(column)).filter(|cell| !cell.text.is_empty())
    }

    /// Whether it holds what laboratories measure.
    pub fn is_results(&self) -> bool {
        self.column(Role::Test).is_some() && self.column(Role::Value).is_some()
    }

    /// Whether it holds medicines.
    pub fn is_medicines(&self) -> bool {
        let how = [Role::Frequency, Role::Duration, Role::Dose, Role::Strength, Role::Morning];
        self.column(Role::Medicine).is_some() && how.iter().any(|role| self.column(*role).is_some())
    }

    /// Whether it holds what is charged.
    pub fn is_bill(&self) -> bool {
        self.column(Role::Amount).is_some() && (self.column(Role::Item).is_some() || self.column(Role::Test).is_some())
    }
}

/// Finds the tables of a document.
pub(crate) fn find(document: &Document, laid: &Laid) -> Vec<Table> {
    let mut tables = Vec::new();
    for (number, (page, laid)) in document.pages.iter().zip(&laid.pages).enumerate() {
        let number = number as u32 + 1;
        let drawn = drawn::find(number, page, laid);
        let free: Vec<&Row> =
            laid.rows.iter().filter(|row| !drawn.iter().any(|table| holds(&table.area, &row.area))).collect();
        let mut of_page = drawn;
        of_page.extend(headed(number, laid, &free));
        let free: Vec<&Row> =
            free.into_iter().filter(|row| !of_page.iter().any(|table| holds(&table.area, &row.area))).collect();
        of_page.extend(bare(number, laid, &free));
        of_page.sort_by(|a, b| a.area.top.total_cmp(&b.area.top));
        for table in &mut of_page {
            table.title = title(laid, &table.area);
            heads::infer(table);
        }
        tables.extend(of_page);
    }
    tables
}

pub(crate) fn holds(area: &Area, inner: &Area) -> bool {
    let middle = (inner.top + inner.bottom) / 2.0;
    let across = (inner.left + inner.right) / 2.0;
    area.top <= middle && middle <= area.bottom && area.left <= across && across <= area.right
}

/// What stands right above a table, where it is short and no pair.
fn title(laid: &LaidPage, area: &Area) -> String {
    let above = laid.rows.iter().rev().filter(|row| row.area.bottom <= area.top + 0.3 * laid.letter);
    let near = above.take_while(|row| area.top - row.area.bottom < 4.0 * laid.letter);
    let mut near = near.filter(|row| row.segments.len() == 1 && !row.tokens().any(|token| token.text == ":"));
    near.next().map(|row| say(&row.segments[0].tokens)).unwrap_or_default()
}

/// Tables without drawn uprights whose first row names their columns.
fn headed(number: u32, laid: &LaidPage, rows: &[&Row]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let Some(mut head) = heads::of_row(rows[at]) else {
            at += 1;
            continue;
        };
        let mut from = at + 1;
        // A head of two lines: the second has nothing but more words for heads.
        if let Some(next) = rows.get(from)
            && next.area.top - rows[at].area.bottom < 0.8 * laid.letter
            && heads::continues(&mut head, next)
        {
            from += 1;
        }
        let until = end(rows, from, laid, &head);
        if until == from {
            at += 1;
            continue;
        }
        let body = &rows[from..until];
        tables.push(columns::under(number, laid, &head, body));
        at = until;
    }
    tables
}

/// The first row that no longer belongs to the table.
fn end(rows: &[&Row], from: usize, laid: &LaidPage, head: &heads::Head) -> usize {
    let mut last = from;
    let mut bottom = head.area.bottom;
    for (place, row) in rows.iter().enumerate().skip(from) {
        let tokens: Vec<Token> = row.tokens().cloned().collect();
        let gap = row.area.top - bottom;
        if gap > 3.2 * laid.letter || heads::of_row(row).is_some() || stops(&tokens) {
            break;
        }
        let outside = row.area.right < head.area.left || row.area.left > head.area.right + 6.0 * laid.letter;
        if outside {
            break;
        }
        // Two single lines below each other are a text again, unless a fuller row follows soon.
        let single = |row: &Row| row.segments.len() == 1;
        let prose = single(row)
            && tokens.len() > 5
            && !rows
                .get(place + 1)
                .is_some_and(|next| !single(next) && next.area.top - row.area.bottom < 2.0 * laid.letter);
        if prose && head.cells.len() > 2 {
            break;
        }
        bottom = row.area.bottom;
        last = place + 1;
    }
    // Single lines at the end are what follows the table.
    while last > from && rows[last - 1].segments.len() == 1 && columns::filled(head, rows[last - 1]) < 2 {
        last -= 1;
    }
    last
}

/// Whether these words begin something that is no row: "Interpretation:", "Dr. ...", "End of report".
fn stops(tokens: &[Token]) -> bool {
    let text = super::fuzzy::plain(&say(tokens));
    let ends = [
        "end of report",
        "end of the report",
        "signature",
        "authorised signatory",
        "authorized signatory",
        "in words",
        "amount in words",
    ];
    if ends.iter().any(|end| text.contains(end)) {
        return true;
    }
    labels::starting(tokens).is_some_and(|hit| {
        let heading = hit.words == tokens.len() || hit.colon;
        heading
            && (hit.label.is_section()
                || matches!(
                    hit.label,
                    labels::Label::Doctor
                        | labels::Label::Patient
                        | labels::Label::Registration
                        | labels::Label::Day(_)
                ))
    })
}

/// Tables without head and without drawn uprights: at least three rows of at least three parts under each other.
fn bare(number: u32, laid: &LaidPage, rows: &[&Row]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut group: Vec<&Row> = Vec::new();
    let fits = |row: &Row| {
        let short = row.segments.iter().filter(|segment| segment.tokens.len() <= 6).count();
        // Labels above their values are a form.
        let labels = row.segments.iter().filter(|segment| labels::known(&segment.tokens, 0.85).is_some()).count();
        let parts = row.segments.len();
        parts >= 3 && short == parts && labels * 2 < parts && !row.tokens().any(|token| token.text == ":")
    };
    let mut close = |group: &mut Vec<&Row>| {
        if group.len() >= 3 {
            tables.extend(columns::alone(number, laid, group));
        }
        group.clear();
    };
    for row in rows {
        let near = group.last().is_none_or(|last| row.area.top - last.area.bottom < 2.5 * laid.letter);
        if !near || !fits(row) {
            close(&mut group);
        }
        if fits(row) {
            group.push(row);
        }
    }
    close(&mut group);
    tables
}

pub(crate) fn segments<'a>(rows: &'a [&Row]) -> impl Iterator<Item = &'a Segment> {
    rows.iter().flat_map(|row| &row.segments)
}

#[cfg(test)]
mod tests;
