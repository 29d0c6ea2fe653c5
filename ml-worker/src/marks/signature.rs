//! Signatures: a long stroke that hangs together, turns a lot, and is no print; nearly always beside words that ask for it.

use super::{
    blobs::{self, Blob},
    grid::Grid,
    stamp::within,
};
use crate::page::{Area, Line, Mark, MarkKind};

/// Words that ask for a signature, and how sure one beside them is.
const ASKING: &[(&str, f32)] = &[
    ("signature", 0.85),
    ("sign", 0.85),
    ("signed", 0.85),
    ("signatory", 0.85),
    ("authorised", 0.8),
    ("authorized", 0.8),
    ("dr", 0.75),
    ("doctor", 0.75),
    ("consultant", 0.75),
    ("pathologist", 0.75),
    ("radiologist", 0.75),
    ("physician", 0.75),
    ("surgeon", 0.75),
    ("mbbs", 0.7),
    ("md", 0.7),
    // The line with the number stands under the name, which the stroke may have made unreadable.
    ("reg", 0.65),
    ("regn", 0.65),
];
/// Without such words it may as well be something else.
const ALONE: f32 = 0.35;
/// Doctors are named at the head of a page too; who signs does it below this part of the page.
const BELOW: f32 = 0.35;
/// A name's stroke turns so often at least: a stroke that bends once or twice is a bracket, an arrow, an underline.
const TURNS: usize = 3;
/// And so often on a way as long as it is high, however large it was written.
const OFTEN: f32 = 0.6;
/// Of words that were read as surely as this, the ink is print.
const PRINT: f32 = 0.6;
/// A stroke is no print where so much of it lies beside words.
const BESIDE: f32 = 0.7;

pub(super) fn find(grid: &Grid, lines: &[Line], stamps: &[Area]) -> Vec<Mark> {
    let print = lines.iter().flat_map(|line| &line.words).filter(|word| word.sure >= PRINT).map(|word| word.area);
    let mask = grid.without(&without_print(grid, &without_rules(grid), print), stamps.iter().copied());
    let strokes: Vec<Blob> = blobs::near(grid, &mask, 1).into_iter().filter(|blob| blob.cells.len() > 3).collect();
    let mut marks: Vec<Mark> = Vec::new();
    for blob in strokes.iter().filter(|blob| is_written(grid, blob)) {
        let whole = with_neighbours(grid, blob, &strokes);
        let area = whole.area(grid);
        if whole.height() > 6.0 * grid.line || whole.width() > 16.0 * grid.line || within(&area, stamps) {
            continue;
        }
        let sure = asked(grid, &area, lines);
        match marks.iter_mut().find(|mark| within(&area, &[mark.area]) || within(&mark.area, &[area])) {
            Some(mark) => *mark = Mark { area: mark.area.with(area), sure: mark.sure.max(sure), ..*mark },
            None => marks.push(Mark { kind: MarkKind::Signature, area, sure }),
        }
    }
    marks
}

/// The ink without drawn lines: runs, level or upright, much longer than any letter's.
fn without_rules(grid: &Grid) -> Vec<bool> {
    let mut mask = grid.ink.clone();
    let long = (4.0 * grid.line) as usize;
    let mut erase = |count: usize, at: &dyn Fn(usize) -> usize| {
        let mut start = 0;
        for place in 0..=count {
            if place == count || !grid.ink[at(place)] {
                if place - start >= long {
                    (start..place).for_each(|place| mask[at(place)] = false);
                }
                start = place + 1;
            }
        }
    };
    (0..grid.height).for_each(|y| erase(grid.width, &|x| y * grid.width + x));
    (0..grid.width).for_each(|x| erase(grid.height, &|y| y * grid.width + x));
    mask
}

/// The ink without what lies on words. A stroke that hangs together and lies beside them for the most part is left whole:
/// a pen dips into the name that is printed below it.
fn without_print(grid: &Grid, ink: &[bool], print: impl Iterator<Item = Area>) -> Vec<bool> {
    let mut mask = grid.without(ink, print);
    for blob in blobs::all(ink, grid.width) {
        let at = || blob.cells.iter().map(|(x, y)| y * grid.width + x);
        let beside = at().filter(|at| mask[*at]).count();
        if beside as f32 >= BESIDE * blob.cells.len() as f32 {
            at().for_each(|at| mask[at] = true);
        }
    }
    mask
}

/// Wider than a letter, thin, neither straight nor a block, and going up and down as it goes along.
fn is_written(grid: &Grid, blob: &Blob) -> bool {
    let (width, height) = (blob.width() / grid.line, blob.height() / grid.line);
    if !(1.7..=14.0).contains(&width) || !(0.6..=6.0).contains(&height) || !(0.02..0.42).contains(&blob.fill()) {
        return false;
    }
    let path = Path::of(blob);
    path.gaps < 0.12
        && path.turns >= TURNS
        && path.turns_on_its_way(blob.height()) >= OFTEN
        && path.spread > 0.1 * blob.height()
}

/// How a stroke runs from left to right.
struct Path {
    /// Columns without ink, as a part of all.
    gaps: f32,
    /// How often the upper edge turns from rising to falling or back.
    turns: usize,
    columns: usize,
    /// By how much the middle of the stroke strays, in cells.
    spread: f32,
}

impl Path {
    fn of(blob: &Blob) -> Self {
        let columns = blob.right - blob.left;
        let (mut top, mut sum, mut count) = (vec![usize::MAX; columns], vec![0; columns], vec![0; columns]);
        for (x, y) in &blob.cells {
            let column = x - blob.left;
            top[column] = top[column].min(*y);
            sum[column] += y;
            count[column] += 1;
        }
        let gaps = count.iter().filter(|count| **count == 0).count() as f32 / columns.max(1) as f32;
        // A turn is one of at least this much: less is the pen's edge.
        let least = (0.12 * blob.height()).max(2.0);
        let (mut turns, mut rising, mut extreme) = (0, None, None::<f32>);
        for y in top.iter().filter(|y| **y != usize::MAX).map(|y| *y as f32) {
            let Some(last) = extreme else {
                extreme = Some(y);
                continue;
            };
            match rising {
                None if (y - last).abs() >= least => (rising, extreme) = (Some(y < last), Some(y)),
                Some(true) if y < last => extreme = Some(y),
                Some(false) if y > last => extreme = Some(y),
                Some(up) if (y - last).abs() >= least => {
                    turns += 1;
                    (rising, extreme) = (Some(!up), Some(y));
                }
                _ => {}
            }
        }
        let middles: Vec<f32> = sum
            .iter()
            .zip(&count)
            .filter(|(_, count)| **count > 0)
            .map(|(sum, count)| *sum as f32 / *count as f32)
            .collect();
        Self { gaps, turns, columns, spread: deviation(&middles) }
    }

    /// Turns on a way as long as the stroke is high.
    fn turns_on_its_way(&self, height: f32) -> f32 {
        self.turns as f32 * height / self.columns.max(1) as f32
    }
}

pub(super) fn deviation(values: &[f32]) -> f32 {
    let mean = values.iter().sum::<f32>() / values.len().max(1) as f32;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / values.len().max(1) as f32).sqrt()
}

/// With what stands close by and was written in the same go: dots, a second stroke.
fn with_neighbours(grid: &Grid, blob: &Blob, strokes: &[Blob]) -> Blob {
    let mut whole = blob.clone();
    let reach = 0.5 * grid.line;
    for _ in 0..3 {
        for other in strokes {
            let beside =
                (other.left as f32) < whole.right as f32 + reach && (other.right as f32) + reach > whole.left as f32;
            let level = other.top < whole.bottom && other.bottom > whole.top;
            let inside = other.left >= whole.left
                && other.right <= whole.right
                && other.top >= whole.top
                && other.bottom <= whole.bottom;
            if beside && level && !inside && other.height() < 5.0 * grid.line && other.width() < 12.0 * grid.line {
                whole = Blob {
                    cells: Vec::new(),
                    left: whole.left.min(other.left),
                    top: whole.top.min(other.top),
                    right: whole.right.max(other.right),
                    bottom: whole.bottom.max(other.bottom),
                };
            }
        }
    }
    whole
}

/// How sure a signature at a place is, by the words near it and by its colour.
fn asked(grid: &Grid, area: &Area, lines: &[Line]) -> f32 {
    let line = grid.line * grid.cell;
    let below = |area: &Area| area.top > BELOW * grid.height as f32 * grid.cell;
    let near = |word: &Area| {
        let apart = -area.shared_height(word);
        apart < 2.5 * line && -area.shared_width(word) < 3.0 * line
    };
    let asking = lines.iter().flat_map(|line| &line.words).filter(|word| near(&word.area)).filter_map(|word| {
        let bare: String = word.text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        let (_, sure) = ASKING.iter().find(|(asking, _)| bare == *asking)?;
        (bare.starts_with("sign") || below(area)).then_some(*sure)
    });
    let sure = asking.fold(ALONE, f32::max);
    let (left, top, right, bottom) = grid.cells(area);
    let cells = (top..bottom).flat_map(|y| (left..right).map(move |x| y * grid.width + x));
    let (inked, coloured) = cells.fold((0, 0), |(inked, coloured), at| {
        (inked + usize::from(grid.ink[at]), coloured + usize::from(grid.ink[at] && grid.colour[at]))
    });
    // A pen's blue among black print.
    if 2 * coloured > inked { (sure + 0.1).min(0.95) } else { sure }
}
