//! Something that changes smoothly over a page: light, or how far paper is bent.

use crate::bench::rng::Rng;

/// Values from -1 to 1 at the crossings of a grid, smooth between them.
pub(super) struct Field {
    columns: usize,
    rows: usize,
    values: Vec<f32>,
}

impl Field {
    /// With so many cells across and down.
    pub(super) fn new(rng: &mut Rng, columns: usize, rows: usize) -> Self {
        let values = (0..(columns + 1) * (rows + 1)).map(|_| rng.part() as f32 * 2.0 - 1.0).collect();
        Self { columns, rows, values }
    }

    /// The value at a place, whose coordinates go from 0 to 1.
    pub(super) fn at(&self, x: f32, y: f32) -> f32 {
        let cell = |at: f32, cells: usize| {
            let at = at.clamp(0.0, 1.0) * cells as f32;
            let first = (at as usize).min(cells - 1);
            let part = at - first as f32;
            (first, part * part * (3.0 - 2.0 * part))
        };
        let ((column, across), (row, down)) = (cell(x, self.columns), cell(y, self.rows));
        let value = |column: usize, row: usize| self.values[row * (self.columns + 1) + column];
        let level = |row: usize| value(column, row) * (1.0 - across) + value(column + 1, row) * across;
        level(row) * (1.0 - down) + level(row + 1) * down
    }
}
