//! Handwriting: lines nobody could read surely, whose letters run together and stand at uneven heights.

use super::{
    blobs::{self, Blob},
    grid::Grid,
    signature::deviation,
    stamp::within,
};
use crate::page::{Area, Line, Mark, MarkKind, Word};

/// Lines read more surely than this are print.
const SURE: f32 = 0.6;
/// From here on a line looks written. See [`unevenness`] for what it counts.
const WRITTEN: f32 = 0.5;

pub(super) fn find(grid: &Grid, lines: &[Line], claimed: &[Area]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for line in lines {
        let words: Vec<&Word> = line.words.iter().filter(|word| !word.text.is_empty()).collect();
        let sure = words.iter().map(|word| word.sure).sum::<f32>() / words.len().max(1) as f32;
        let Some(area) = words.iter().map(|word| word.area).reduce(Area::with) else { continue };
        if sure > SURE || agreed(&words) || within(&area, claimed) {
            continue;
        }
        let looks = unevenness(grid, &area);
        if looks < WRITTEN {
            continue;
        }
        let mark =
            Mark { kind: MarkKind::Handwriting, area, sure: ((1.0 - sure) * looks.min(1.0)).sqrt().clamp(0.3, 0.95) };
        // Lines below each other are one piece of writing.
        let height = grid.line * grid.cell;
        let near = |known: &Mark| {
            known.area.shared_width(&area) > 0.0 && -known.area.shared_height(&area) < 1.2 * height
                || known.area.shared_height(&area) > 0.0 && -known.area.shared_width(&area) < 2.0 * height
        };
        match marks.iter_mut().find(|known| near(known)) {
            Some(known) => *known = Mark { area: known.area.with(area), sure: known.sure.max(mark.sure), ..*known },
            None => marks.push(mark),
        }
    }
    marks
}

/// Whether both engines read half of the words alike: nobody does that with a hand.
fn agreed(words: &[&Word]) -> bool {
    let alike =
        |word: &&&Word| matches!(word.said.as_slice(), [a, b, ..] if a.text == b.text && a.text.chars().count() > 1);
    2 * words.iter().filter(alike).count() >= words.len()
}

/// How unlike print the ink of a line is: how unevenly high its pieces are, how far their feet stray from a line, how
/// many letters run together. Print stays below 0.45, measured on receipts; most writing is beyond 0.6.
fn unevenness(grid: &Grid, area: &Area) -> f32 {
    let (left, top, right, bottom) = grid.cells(area);
    if left >= right {
        return 0.0;
    }
    let mask: Vec<bool> =
        (top..bottom).flat_map(|y| &grid.ink[y * grid.width + left..y * grid.width + right]).copied().collect();
    let tall = 0.3 * bottom.saturating_sub(top) as f32;
    let pieces: Vec<Blob> =
        blobs::all(&mask, right - left).into_iter().filter(|piece| piece.height() >= tall).collect();
    if pieces.is_empty() {
        return 0.0;
    }
    let heights: Vec<f32> = pieces.iter().map(Blob::height).collect();
    let mean = heights.iter().sum::<f32>() / heights.len() as f32;
    let feet = straying(&pieces) / mean.max(1.0);
    let joined = pieces.iter().map(|piece| piece.width()).sum::<f32>() / heights.iter().sum::<f32>().max(1.0);
    0.8 * deviation(&heights) / mean.max(1.0) + feet + 0.3 * (joined - 0.8).clamp(0.0, 2.5)
}

/// How far the feet of the pieces lie from the line that fits them best, in cells.
fn straying(pieces: &[Blob]) -> f32 {
    let at = |piece: &Blob| ((piece.left + piece.right) as f32 / 2.0, piece.bottom as f32);
    let count = pieces.len() as f32;
    let (sum_x, sum_y) = pieces.iter().map(at).fold((0.0, 0.0), |sum, (x, y)| (sum.0 + x, sum.1 + y));
    let (mean_x, mean_y) = (sum_x / count, sum_y / count);
    let (mut square, mut mixed) = (0.0, 0.0);
    for (x, y) in pieces.iter().map(at) {
        square += (x - mean_x).powi(2);
        mixed += (x - mean_x) * (y - mean_y);
    }
    let slope = if square > 0.0 { mixed / square } else { 0.0 };
    let off: Vec<f32> = pieces.iter().map(at).map(|(x, y)| y - mean_y - slope * (x - mean_x)).collect();
    deviation(&off)
}
