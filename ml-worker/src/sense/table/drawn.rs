//! Tables with drawn lines.

use super::super::{
    layout::{LaidPage, Row},
    token::Token,
};
use super::{Cell, Role, Table, heads};
use crate::page::{Area, Page, Rule};

/// Rules whose ends are this near, in letter heights, meet.
const NEAR: f32 = 0.6;

/// Tables with at least one upright between two columns and one level line between two rows.
pub(super) fn find(number: u32, page: &Page, laid: &LaidPage) -> Vec<Table> {
    let near = NEAR * laid.letter;
    let mut tables = Vec::new();
    for group in groups(&page.rules, near) {
        let xs = merged(
            group.iter().filter(|rule| is_upright(rule)).map(|rule| middle(rule.area.left, rule.area.right)),
            near,
        );
        let ys = merged(
            group.iter().filter(|rule| !is_upright(rule)).map(|rule| middle(rule.area.top, rule.area.bottom)),
            near,
        );
        if xs.len() < 3 || ys.len() < 2 {
            continue;
        }
        let area = Area { left: xs[0], right: xs[xs.len() - 1], top: ys[0], bottom: ys[ys.len() - 1] };
        tables.extend(table(number, laid, &area, &xs, &ys));
    }
    tables
}

fn is_upright(rule: &Rule) -> bool {
    rule.area.bottom - rule.area.top > rule.area.right - rule.area.left
}

fn middle(a: f32, b: f32) -> f32 {
    (a + b) / 2.0
}

/// Places without those next to each other.
fn merged(places: impl Iterator<Item = f32>, near: f32) -> Vec<f32> {
    let mut places: Vec<f32> = places.collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|b, a| (*b - *a).abs() < near);
    places
}

/// Rules that touch each other.
fn groups(rules: &[Rule], near: f32) -> Vec<Vec<Rule>> {
    let touch = |a: &Rule, b: &Rule| {
        a.area.left - near <= b.area.right
            && b.area.left - near <= a.area.right
            && a.area.top - near <= b.area.bottom
            && b.area.top - near <= a.area.bottom
    };
    let mut left: Vec<Rule> = rules.to_vec();
    let mut groups = Vec::new();
    while let Some(first) = left.pop() {
        let mut group = vec![first];
        let mut at = 0;
        while at < group.len() {
            let (joined, others): (Vec<Rule>, Vec<Rule>) = left.into_iter().partition(|rule| touch(&group[at], rule));
            group.extend(joined);
            left = others;
            at += 1;
        }
        groups.push(group);
    }
    groups
}

fn table(number: u32, laid: &LaidPage, area: &Area, xs: &[f32], ys: &[f32]) -> Option<Table> {
    let columns = xs.len() - 1;
    let column = |token: &Token| xs[1..columns].iter().filter(|x| **x < token.middle().0).count();
    let inside: Vec<&Row> =
        laid.rows.iter().filter(|row| row.tokens().any(|token| super::holds(area, &token.area))).collect();
    let mut rows: Vec<Vec<Vec<Token>>> = Vec::new();
    for band in ys.windows(2) {
        let mut lines: Vec<Vec<Vec<Token>>> = Vec::new();
        for row in &inside {
            let mut cells = vec![Vec::new(); columns];
            for token in row.tokens().filter(|token| {
                let (x, y) = token.middle();
                band[0] <= y && y < band[1] && area.left <= x && x <= area.right
            }) {
                cells[column(token)].push(token.clone());
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                lines.push(cells);
            }
        }
        rows.extend(lines_of(lines));
    }
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| row.into_iter().map(Cell::new).collect()).collect();
    let full =
        rows.iter().filter(|row: &&Vec<Cell>| row.iter().filter(|cell| !cell.text.is_empty()).count() >= 2).count();
    if full < 2 {
        return None;
    }
    // A box around a form is no table: its cells begin with labels and colons.
    let cells = || rows.iter().flatten().filter(|cell| !cell.text.is_empty());
    let labelled = cells().filter(|cell| cell.tokens.iter().any(|token| token.text == ":")).count();
    if labelled * 3 > cells().count() {
        return None;
    }
    let head_at = rows.iter().take(3).position(|row| {
        let known = row.iter().filter(|cell| heads::role(&cell.tokens).is_some()).count();
        known >= 2 && known * 2 > row.iter().filter(|cell| !cell.text.is_empty()).count()
    });
    // What stands above the head in the same frame is a title.
    let rows = rows[head_at.unwrap_or(0)..].to_vec();
    let roles = match head_at {
        Some(_) => rows[0].iter().map(|cell| heads::role(&cell.tokens).unwrap_or_default()).collect(),
        None => vec![Role::Other; columns],
    };
    Some(Table {
        page: number,
        area: *area,
        drawn: true,
        roles,
        has_head: head_at.is_some(),
        rows,
        title: String::new(),
    })
}

/// Lines between the same two level lines: one row of several lines, or rows nobody drew lines between.
fn lines_of(lines: Vec<Vec<Vec<Token>>>) -> Vec<Vec<Vec<Token>>> {
    let filled = |line: &Vec<Vec<Token>>| line.iter().filter(|cell| !cell.is_empty()).count();
    let own = lines.iter().filter(|line| filled(line) >= 2).count();
    if own >= 2 {
        return lines;
    }
    let joined = lines.into_iter().reduce(|mut row, line| {
        row.iter_mut().zip(line).for_each(|(cell, more)| cell.extend(more));
        row
    });
    joined.into_iter().collect()
}
