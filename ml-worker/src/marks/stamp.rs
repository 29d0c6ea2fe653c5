//! Stamps: a ring or a box, mostly in coloured ink, or coloured words that do not lie level.

use super::{
    blobs::{self, Blob},
    covered,
    grid::Grid,
    ring,
};
use crate::page::{Area, Line, Mark, MarkKind};

/// Smaller and larger things are no stamps, in heights of a line: on paper, one to eight centimetres.
const SMALL: f32 = 2.2;
const LARGE: f32 = 20.0;
/// Of a ring so much is drawn at least.
const RING: f32 = 0.72;
/// Of a box's worst side so much is drawn at least.
const SIDE: f32 = 0.6;
/// Above this part of the page lies its head, where rings and boxes are emblems.
const HEAD: f32 = 0.16;
/// Print never slants more than this on a page that was levelled, in degrees.
const LEVEL: f32 = 2.5;

pub(super) fn find(grid: &Grid, lines: &[Line]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut add = |blob: &Blob, sure: f32| {
        let area = blob.area(grid);
        let in_head = area.bottom < HEAD * grid.height as f32 * grid.cell;
        let sure = if in_head { sure * 0.5 } else { sure };
        if marks.iter().all(|mark| covered(&area, &mark.area) < 0.3 && covered(&mark.area, &area) < 0.3) {
            marks.push(Mark { kind: MarkKind::Stamp, area, sure });
        }
    };
    let joined = blobs::near(grid, &grid.colour, (0.3 * grid.line).round().max(1.0) as usize);
    // Where most ink has colour, colour says nothing: the page was printed so.
    let plain = 2 * grid.colour.iter().filter(|cell| **cell).count() < grid.ink.iter().filter(|cell| **cell).count();
    for blob in joined.iter().filter(|blob| has_size(grid, blob)) {
        if let Some(sure) = coloured(grid, blob, plain) {
            add(blob, sure);
        }
    }
    // Black stamps: print is left out where it was read, so that what hangs together is the stamp alone.
    let read = lines.iter().flat_map(|line| &line.words).filter(|word| word.sure > 0.8).map(|word| word.area);
    let unread = grid.without(&grid.ink, read);
    for blob in blobs::near(grid, &unread, 1).iter().filter(|blob| has_size(grid, blob)) {
        if let Some(sure) = black(grid, blob) {
            add(blob, sure);
        }
    }
    marks
}

fn has_size(grid: &Grid, blob: &Blob) -> bool {
    let (low, high) = (blob.width().min(blob.height()), blob.width().max(blob.height()));
    low >= SMALL * grid.line * 0.7 && high >= SMALL * grid.line && high <= LARGE * grid.line && blob.fill() < 0.6
}

fn coloured(grid: &Grid, blob: &Blob, plain: bool) -> Option<f32> {
    if let Some(ring) = ring::find(blob, 1.4 * grid.line, 9.0 * grid.line).filter(|ring| ring.closed >= RING) {
        return Some(0.6 + 0.38 * ring.closed);
    }
    let boxed = ring::boxed(blob);
    if boxed.closed >= SIDE && boxed.inside > 0.02 && (boxed.slant > LEVEL || plain) {
        return Some(0.55 + 0.35 * boxed.closed);
    }
    (plain && boxed.slant > LEVEL && letters(grid, blob) >= 8).then_some(0.6)
}

fn black(grid: &Grid, blob: &Blob) -> Option<f32> {
    if let Some(ring) = ring::find(blob, 1.4 * grid.line, 9.0 * grid.line).filter(|ring| ring.closed >= RING + 0.08) {
        return Some(0.5 + 0.4 * ring.closed);
    }
    let boxed = ring::boxed(blob);
    // Level boxes in black are forms and tables.
    (boxed.closed >= SIDE + 0.1 && boxed.slant > LEVEL && boxed.inside > 0.02).then_some(0.7)
}

/// How many pieces of it are as large as letters.
fn letters(grid: &Grid, blob: &Blob) -> usize {
    let width = blob.right - blob.left;
    let mut mask = vec![false; width * (blob.bottom - blob.top)];
    blob.cells.iter().for_each(|(x, y)| mask[(y - blob.top) * width + x - blob.left] = true);
    let high = 0.25 * grid.line..1.3 * grid.line;
    blobs::all(&mask, width)
        .iter()
        .filter(|piece| high.contains(&piece.height()) && piece.width() < 2.0 * grid.line)
        .count()
}

/// Whether a place lies mostly in one of these.
pub(super) fn within(area: &Area, others: &[Area]) -> bool {
    others.iter().any(|other| covered(area, other) > 0.5)
}
