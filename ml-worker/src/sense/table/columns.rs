//! Columns of tables without drawn uprights: they part where nothing stands.

use super::super::{
    around,
    layout::{LaidPage, Row},
    token::{Token, say},
};
use super::{Cell, Role, Table, heads::Head, segments};

/// The table under a head.
pub(super) fn under(number: u32, laid: &LaidPage, head: &Head, body: &[&Row]) -> Table {
    let cuts = cuts(head, body);
    let mut roles: Vec<Role> = head.cells.iter().map(|cell| cell.role).collect();
    unique(&mut roles);
    let mut rows = vec![head.cells.iter().map(|cell| Cell::new(cell.tokens.clone())).collect::<Vec<_>>()];
    for row in body {
        let cells = spread(row, &cuts);
        match rows.last_mut() {
            Some(last) if rows_len_gt_one(body, row) && continues(last, &cells, &roles, row, laid) => {
                for (cell, more) in last.iter_mut().zip(cells).filter(|(_, more)| !more.is_empty()) {
                    let mut tokens = std::mem::take(&mut cell.tokens);
                    tokens.extend(more);
                    *cell = Cell::new(tokens);
                }
            }
            _ => rows.push(cells.into_iter().map(Cell::new).collect()),
        }
    }
    let area = around(body.iter().map(|row| row.area).chain([head.area]));
    Table { page: number, area, drawn: false, roles, has_head: true, rows, title: String::new() }
}

/// The row right under the head is never the head's second line.
fn rows_len_gt_one(body: &[&Row], row: &Row) -> bool {
    body.first().is_some_and(|first| !std::ptr::eq(*first, row))
}

/// A role belongs to one column; a second "Total" is something else.
fn unique(roles: &mut [Role]) {
    for place in 1..roles.len() {
        if roles[..place].contains(&roles[place]) && roles[place] != Role::Amount {
            roles[place] = Role::Other;
        }
    }
    // Of two columns of money the last is what is paid.
    let amounts: Vec<usize> = (0..roles.len()).filter(|place| roles[*place] == Role::Amount).collect();
    if let Some((_, others)) = amounts.split_last() {
        others.iter().for_each(|place| roles[*place] = Role::Other);
    }
}

/// Whether a row is more of the one above: close to it, with nothing where its number or value would be.
fn continues(last: &[Cell], cells: &[Vec<Token>], roles: &[Role], row: &Row, laid: &LaidPage) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let bottom = last.iter().filter_map(|cell| cell.area).map(|area| area.bottom).fold(f32::NEG_INFINITY, f32::max);
    let close = row.area.top - bottom < 0.45 * laid.letter;
    let main = roles.iter().position(|role| matches!(role, Role::Test | Role::Medicine | Role::Item));
    let key = main.is_none_or(|main| cells.get(main).is_some_and(Vec::is_empty));
    let above = main.is_none_or(|main| !last[main].text.is_empty());
    let fuller = last.iter().filter(|cell| !cell.text.is_empty()).count() >= 2;
    // A second sum below a sum is a row of its own: "Sub Total 5,004.50" under the last line of a bill.
    let number = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let again = last
        .iter()
        .zip(cells)
        .zip(roles)
        .any(|((last, more), role)| *role == Role::Amount && number(&last.text) && number(&say(more)));
    close && filled == 1 && key && above && fuller && !again
}

/// How many columns a row fills.
pub(super) fn filled(head: &Head, row: &Row) -> usize {
    spread(row, &cuts(head, &[row])).iter().filter(|cell| !cell.is_empty()).count()
}

fn spread(row: &Row, cuts: &[f32]) -> Vec<Vec<Token>> {
    let mut cells = vec![Vec::new(); cuts.len() + 1];
    for token in row.tokens() {
        let (x, _) = token.middle();
        cells[cuts.iter().filter(|cut| **cut < x).count()].push(token.clone());
    }
    cells
}

/// Where to part two columns: between the middles of their names, where the fewest words stand.
fn cuts(head: &Head, body: &[&Row]) -> Vec<f32> {
    let middle = |place: usize| (head.cells[place].area.left + head.cells[place].area.right) / 2.0;
    let spans: Vec<(f32, f32)> = segments(body).map(|segment| (segment.area.left, segment.area.right)).collect();
    // Within one segment words of two columns may stand close: then words count, not segments.
    let words: Vec<(f32, f32)> =
        body.iter().flat_map(|row| row.tokens()).map(|token| (token.area.left, token.area.right)).collect();
    let mut all = Vec::new();
    for place in 1..head.cells.len() {
        let (from, to) = (middle(place - 1), middle(place));
        let (left, right) = (head.cells[place - 1].area.right, head.cells[place].area.left);
        let steps = 60;
        let at = |step: i32| from + (to - from) * step as f32 / steps as f32;
        let cost = |x: f32| {
            let crossed = |spans: &[(f32, f32)]| spans.iter().filter(|(a, b)| *a < x && x < *b).count() as f32;
            let named = if left < x && x < right { 0.0 } else { 1.5 };
            crossed(&spans) + 2.0 * crossed(&words) + named
        };
        let costs: Vec<f32> = (1..steps).map(|step| cost(at(step))).collect();
        let least = costs.iter().copied().fold(f32::INFINITY, f32::min);
        // The middle of the longest cheapest stretch.
        let (mut best, mut run) = ((0, 0), 0);
        for (step, cost) in costs.iter().enumerate() {
            run = if *cost <= least + 0.01 { run + 1 } else { 0 };
            if run > best.1 {
                best = (step, run);
            }
        }
        all.push(at(best.0 as i32 + 1 - best.1 / 2));
    }
    all
}

/// A table without head: columns part where nothing stands in nearly all rows.
pub(super) fn alone(number: u32, laid: &LaidPage, body: &[&Row]) -> Option<Table> {
    let area = around(body.iter().map(|row| row.area));
    let spans: Vec<(f32, f32)> = segments(body).map(|segment| (segment.area.left, segment.area.right)).collect();
    let step = (laid.letter / 3.0).max(1.0);
    let steps = ((area.right - area.left) / step) as usize;
    let (mut cuts, mut run) = (Vec::new(), 0);
    for place in 0..=steps {
        let x = area.left + place as f32 * step;
        let crossed = spans.iter().filter(|(a, b)| *a < x && x < *b).count();
        if crossed * 10 <= body.len() {
            run += 1;
        } else {
            if run >= 2 && x - run as f32 * step > area.left {
                cuts.push(x - (run as f32 / 2.0 + 0.5) * step);
            }
            run = 0;
        }
    }
    let rows: Vec<Vec<Cell>> = body.iter().map(|row| spread(row, &cuts).into_iter().map(Cell::new).collect()).collect();
    let full = rows.iter().flatten().filter(|cell: &&Cell| !cell.text.is_empty()).count();
    let roles = vec![Role::Other; cuts.len() + 1];
    // Loose words that happen to stand apart leave most cells empty.
    let dense = full as f32 > 0.7 * (rows.len() * roles.len()) as f32;
    (roles.len() >= 3 && dense).then_some(Table {
        page: number,
        area,
        drawn: false,
        roles,
        has_head: false,
        rows,
        title: String::new(),
    })
}
