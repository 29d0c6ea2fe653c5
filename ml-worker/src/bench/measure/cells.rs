//! Tables, cell by cell.

use super::{super::Made, Count, Figures};
use crate::sense::{Cell, Sense, Table, alike};

/// Cells, row by row: each true row against the read row that has most of its cells in their columns.
pub(super) fn cells(figures: &mut Figures, made: &Made, sense: &Sense) {
    let truth = &made.truth.table;
    let same = |truth: &str, cell: &Cell| alike(truth, &cell.text) >= 0.7;
    let right = |truth: &[String], row: &[Cell]| {
        truth.iter().zip(row).filter(|(truth, cell)| !truth.is_empty() && same(truth, cell)).count()
    };
    let rows = |table: &Table| -> Vec<Vec<Cell>> {
        table
            .rows
            .iter()
            .filter(|row| truth[0].len() == 1 || row.iter().filter(|cell| !cell.text.is_empty()).count() > 1)
            .cloned()
            .collect()
    };
    let score = |table: &Table| -> usize {
        let rows = rows(table);
        truth.iter().map(|truth| rows.iter().map(|row| right(truth, row)).max().unwrap_or(0)).sum()
    };
    let all: usize = truth.iter().flatten().filter(|cell| !cell.is_empty()).count();
    let mut count = Count { missed: all, ..Count::default() };
    if let Some(best) = sense.tables.iter().max_by_key(|table| score(table)) {
        let mut rows = rows(best);
        let said: usize = rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count();
        let mut hits = 0;
        for truth in truth {
            let Some(place) = (0..rows.len()).max_by_key(|place| right(truth, &rows[*place])) else { break };
            let found = right(truth, &rows[place]);
            if found > 0 {
                hits += found;
                rows.remove(place);
            }
        }
        // Sums under a bill's table may be read as rows of it, which they are not wrong to be.
        let extra: usize = rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count();
        let wrong = if best.is_bill() { said - hits - extra.min(said - hits) } else { said - hits };
        count = Count { right: hits, wrong, missed: all - hits };
    }
    if count.f1() < 0.9 {
        figures.misses.push(format!("{}: table cells {:.2}", made.name, count.f1()));
    }
    figures.cells.add(count);
}
