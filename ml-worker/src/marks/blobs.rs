//! What hangs together.

use super::grid::Grid;
use crate::page::Area;

/// Cells that hang together; edges are cells, right and bottom not included.
#[derive(Clone, Debug, Default)]
pub(super) struct Blob {
    pub(super) cells: Vec<(usize, usize)>,
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) right: usize,
    pub(super) bottom: usize,
}

impl Blob {
    pub(super) fn of(cells: Vec<(usize, usize)>) -> Self {
        let xs = || cells.iter().map(|(x, _)| *x);
        let ys = || cells.iter().map(|(_, y)| *y);
        let (left, right) = (xs().min().unwrap_or(0), xs().max().map_or(0, |x| x + 1));
        let (top, bottom) = (ys().min().unwrap_or(0), ys().max().map_or(0, |y| y + 1));
        Self { cells, left, top, right, bottom }
    }

    pub(super) fn width(&self) -> f32 {
        (self.right - self.left) as f32
    }

    pub(super) fn height(&self) -> f32 {
        (self.bottom - self.top) as f32
    }

    /// Which part of its rectangle is ink.
    pub(super) fn fill(&self) -> f32 {
        self.cells.len() as f32 / (self.width() * self.height()).max(1.0)
    }

    pub(super) fn area(&self, grid: &Grid) -> Area {
        grid.area(self.left, self.top, self.right, self.bottom)
    }
}

/// Everything that hangs together in a mask so many cells wide, across corners too.
pub(super) fn all(mask: &[bool], width: usize) -> Vec<Blob> {
    let height = mask.len() / width.max(1);
    let mut seen = vec![false; mask.len()];
    let (mut found, mut open) = (Vec::new(), Vec::new());
    for start in 0..mask.len() {
        if !mask[start] || seen[start] {
            continue;
        }
        seen[start] = true;
        open.push(start);
        let mut cells = Vec::new();
        while let Some(at) = open.pop() {
            let (x, y) = (at % width, at / width);
            cells.push((x, y));
            for near_y in y.saturating_sub(1)..(y + 2).min(height) {
                for near_x in x.saturating_sub(1)..(x + 2).min(width) {
                    let near = near_y * width + near_x;
                    if mask[near] && !seen[near] {
                        seen[near] = true;
                        open.push(near);
                    }
                }
            }
        }
        found.push(Blob::of(cells));
    }
    found
}

/// What hangs together once a mask is grown by so many cells, with the cells it had before.
pub(super) fn near(grid: &Grid, mask: &[bool], by: usize) -> Vec<Blob> {
    let own = |blob: Blob| {
        let cells: Vec<(usize, usize)> = blob.cells.into_iter().filter(|(x, y)| mask[y * grid.width + x]).collect();
        (!cells.is_empty()).then(|| Blob::of(cells))
    };
    all(&grid.grown(mask, by), grid.width).into_iter().filter_map(own).collect()
}
