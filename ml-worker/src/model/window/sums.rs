//! A strip of rows, and the sums over it.

use std::ops::Range;

use fearless_simd::{Level, Simd, dispatch, prelude::*};

use super::Window;

/// Output channels that are summed at once where each hears all inputs: every number that is fetched serves so many sums.
pub(super) const TOGETHER: usize = 4;
/// The widest vector of any processor, in numbers.
const WIDEST: usize = 16;
/// Vectors of one output channel that are summed at once: alone, and together with others.
const ALONE: usize = 4;
const BESIDE: usize = 3;

/// What a pass is made of, and with which row of output it begins.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) input: &'a [f32],
    pub(super) weights: &'a [f32],
    pub(super) bias: &'a [f32],
    pub(super) first: usize,
}

/// Some rows of the input as the window meets them, and of the output.
///
/// Each channel is laid out in phases: where the step is two, even and odd rows and columns apart. So what one place of the
/// window says to neighbouring outputs lies side by side, and a strip is one row without an end.
pub(super) struct Strip {
    level: Level,
    laid: Vec<f32>,
    sums: Vec<f32>,
    rows: usize,
    /// Numbers of one channel in `laid`.
    channel: usize,
    /// Where each place of the window begins within a channel.
    places: Vec<usize>,
    /// What of a line each phase takes, for even and for odd columns.
    parts: [Part; 2],
}

/// What of a line goes where: all else in a laid line is nothing, and stays so.
#[derive(Clone, Copy)]
struct Part {
    from: usize,
    to: usize,
    count: usize,
}

impl Strip {
    pub(super) fn new(window: &Window, rows: usize) -> Self {
        let (reach, width) = (window.reach(), window.width());
        let phase = (rows + reach[0]) * width;
        let phases = window.step[0] * window.step[1];
        let places = (0..window.window[0])
            .flat_map(|row| (0..window.window[1]).map(move |column| (row, column)))
            .map(|(row, column)| {
                let which = row % window.step[0] * window.step[1] + column % window.step[1];
                which * phase + row / window.step[0] * width + column / window.step[1]
            })
            .collect();
        let slack = (ALONE + 1) * WIDEST + reach[1];
        let part = |odd: usize| {
            let (before, step) = (window.before[1], window.step[1]);
            let to = before.saturating_sub(odd).div_ceil(step).min(width);
            let from = to * step + odd - before;
            let count = window.inputs.columns.saturating_sub(from).div_ceil(step).min(width - to);
            Part { from, to, count }
        };
        Self {
            level: Level::new(),
            laid: vec![0.0; window.heard * phases * phase + slack],
            sums: vec![0.0; TOGETHER * (rows * width + ALONE * WIDEST)],
            rows,
            channel: phases * phase,
            places,
            parts: [0, 1].map(part),
        }
    }

    /// Makes all channels of some rows of output.
    pub(super) fn pass(&mut self, of: &Window, sides: Sides<'_>, output: &mut [f32]) {
        let level = self.level;
        dispatch!(level, simd => self.passed(simd, of, sides, output));
    }

    #[inline(always)]
    fn passed<S: Simd>(&mut self, simd: S, of: &Window, sides: Sides<'_>, output: &mut [f32]) {
        let rows = self.rows.min(of.outputs.rows - sides.first);
        if of.heard == 1 {
            for channel in 0..of.inputs.channels {
                self.lay_out(of, sides, channel..channel + 1, rows);
                self.sum::<S, 1, ALONE>(simd, of, sides, channel, rows);
                self.put(of, output, channel..channel + 1, sides.first, rows);
            }
            return;
        }
        self.lay_out(of, sides, 0..of.inputs.channels, rows);
        let whole = of.outputs.channels / TOGETHER * TOGETHER;
        for channel in (0..whole).step_by(TOGETHER) {
            self.sum::<S, TOGETHER, BESIDE>(simd, of, sides, channel, rows);
            self.put(of, output, channel..channel + TOGETHER, sides.first, rows);
        }
        for channel in whole..of.outputs.channels {
            self.sum::<S, 1, ALONE>(simd, of, sides, channel, rows);
            self.put(of, output, channel..channel + 1, sides.first, rows);
        }
    }

    /// Lays out what the outputs of these rows hear of these channels.
    #[inline(always)]
    fn lay_out(&mut self, of: &Window, sides: Sides<'_>, channels: Range<usize>, rows: usize) {
        let (inputs, width, [down, right]) = (of.inputs, of.width(), of.step);
        let rows = rows + of.reach()[0];
        let phase = self.channel / (down * right);
        let planes = sides.input.chunks_exact(inputs.area()).skip(channels.start).take(channels.len());
        for (plane, laid) in planes.zip(self.laid.chunks_exact_mut(self.channel)) {
            for (which, laid) in laid.chunks_exact_mut(phase).enumerate() {
                let (odd_row, part) = (which / right, self.parts[which % right]);
                for (row, laid) in laid.chunks_exact_mut(width).take(rows).enumerate() {
                    let from = ((sides.first + row) * down + odd_row).wrapping_sub(of.before[0]);
                    if from >= inputs.rows {
                        laid.fill(0.0);
                        continue;
                    }
                    let line = &plane[from * inputs.columns..][..inputs.columns][part.from..];
                    let laid = &mut laid[part.to..][..part.count];
                    match right {
                        1 => copied(&line[..part.count], laid),
                        _ => every_second(line, laid),
                    }
                }
            }
        }
    }

    /// Sums what the window hears, for these output channels.
    #[inline(always)]
    fn sum<S: Simd, const OUTPUTS: usize, const VECTORS: usize>(
        &mut self,
        simd: S,
        of: &Window,
        sides: Sides<'_>,
        channel: usize,
        rows: usize,
    ) {
        let hears = of.heard * self.places.len();
        let weights = std::array::from_fn(|output| &sides.weights[(channel + output) * hears..][..hears]);
        let bias =
            std::array::from_fn(|output| *sides.bias.get(channel + output).or(sides.bias.first()).unwrap_or(&0.0));
        let apart = self.sums.len() / TOGETHER;
        let heard = Heard { laid: &self.laid, channel: self.channel, places: &self.places };
        let limits = of.limits.map(f32::from_bits);
        let length = rows * of.width();
        summed::<S, OUTPUTS, VECTORS>(simd, heard, weights, bias, limits, self.sums.chunks_exact_mut(apart), length);
    }

    /// Puts the sums where they belong; what lies between the rows is dropped.
    #[inline(always)]
    fn put(&self, of: &Window, output: &mut [f32], channels: Range<usize>, first: usize, rows: usize) {
        let columns = of.outputs.columns;
        let apart = self.sums.len() / TOGETHER;
        let planes = output.chunks_exact_mut(of.outputs.area()).skip(channels.start).take(channels.len());
        for (plane, sums) in planes.zip(self.sums.chunks_exact(apart)) {
            let lines = plane[first * columns..].chunks_exact_mut(columns).take(rows);
            for (line, sums) in lines.zip(sums.chunks_exact(of.width())) {
                copied(&sums[..columns], line);
            }
        }
    }
}

/// Copies as many numbers. Lines are short: asking the system to do it takes longer than doing it.
#[inline(always)]
fn copied(from: &[f32], to: &mut [f32]) {
    match from.len() {
        0..4 => from.iter().zip(to).for_each(|(from, to)| *to = *from),
        4..8 => in_parts::<4>(from, to),
        8..64 => in_parts::<8>(from, to),
        _ => to.copy_from_slice(from),
    }
}

/// Copies so many numbers at a time; the last of them lie over the ones before.
#[inline(always)]
fn in_parts<const SIZE: usize>(from: &[f32], to: &mut [f32]) {
    let last = from.len() - SIZE;
    for at in (0..last).step_by(SIZE).chain([last]) {
        to[at..at + SIZE].copy_from_slice(&from[at..at + SIZE]);
    }
}

/// Every second number of a line, from its first.
#[inline(always)]
fn every_second(line: &[f32], to: &mut [f32]) {
    // In pairs, so that many numbers are moved at once; the last may have no other.
    let pairs = line.chunks_exact(2);
    if let (Some(to), [last]) = (to.last_mut(), pairs.remainder()) {
        *to = *last;
    }
    to.iter_mut().zip(pairs).for_each(|(to, pair)| *to = pair[0]);
}

/// What is laid out.
#[derive(Clone, Copy)]
struct Heard<'a> {
    laid: &'a [f32],
    channel: usize,
    places: &'a [usize],
}

/// `OUTPUTS` channels of sums; `VECTORS` vectors of each stay in the processor while the window goes over all its places.
#[inline(always)]
fn summed<'a, S: Simd, const OUTPUTS: usize, const VECTORS: usize>(
    simd: S,
    heard: Heard<'_>,
    weights: [&[f32]; OUTPUTS],
    bias: [f32; OUTPUTS],
    [least, most]: [f32; 2],
    mut sums: impl Iterator<Item = &'a mut [f32]>,
    length: usize,
) {
    let wide = S::f32s::LEN;
    let Heard { laid, channel, places } = heard;
    let mut sums: [&mut [f32]; OUTPUTS] = std::array::from_fn(|_| sums.next().unwrap_or_default());
    for at in (0..length).step_by(VECTORS * wide) {
        let mut sum: [[S::f32s; VECTORS]; OUTPUTS] =
            std::array::from_fn(|output| [S::f32s::splat(simd, bias[output]); VECTORS]);
        for (input, first) in (0..weights[0].len()).step_by(places.len()).enumerate() {
            for (place, begins) in places.iter().enumerate() {
                let laid = &laid[input * channel + begins + at..][..VECTORS * wide];
                let numbers: [S::f32s; VECTORS] =
                    std::array::from_fn(|vector| S::f32s::from_slice(simd, &laid[vector * wide..][..wide]));
                for (sum, weights) in sum.iter_mut().zip(weights) {
                    let weight = S::f32s::splat(simd, weights[first + place]);
                    for (sum, numbers) in sum.iter_mut().zip(numbers) {
                        *sum = weight.mul_add(numbers, *sum);
                    }
                }
            }
        }
        for (sum, to) in sum.into_iter().zip(&mut sums) {
            let to = &mut to[at..][..VECTORS * wide];
            for (vector, sum) in sum.into_iter().enumerate() {
                sum.max(least).min(most).store_slice(&mut to[vector * wide..][..wide]);
            }
        }
    }
}
