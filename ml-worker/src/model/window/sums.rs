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

/// Some rows of the input as the window meets them, and of the output.
///
/// Each channel is laid out in phases: where the step is two, even and odd rows and columns apart. So what one place of the
/// window says to neighbouring outputs lies side by side, and a strip is one row without an end.
pub(super) struct Strip {
    level: Level,
    laid: Vec<f32>,
    sums: Vec<f32>,
    /// Numbers of one channel in `laid`.
    channel: usize,
    /// Where each place of the window begins within a channel.
    places: Vec<usize>,
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
        Self {
            level: Level::new(),
            laid: vec![0.0; window.heard * phases * phase + slack],
            sums: vec![0.0; TOGETHER * (rows * width + ALONE * WIDEST)],
            channel: phases * phase,
            places,
        }
    }

    /// Lays out what the outputs of these rows hear of these channels.
    pub(super) fn lay_out(&mut self, of: &Window, input: &[f32], channels: Range<usize>, first: usize, rows: usize) {
        let (inputs, width, [down, right]) = (of.inputs, of.width(), of.step);
        let rows = rows + of.reach()[0];
        let phase = self.channel / (down * right);
        let planes = input.chunks_exact(inputs.area()).skip(channels.start).take(channels.len());
        for (plane, laid) in planes.zip(self.laid.chunks_exact_mut(self.channel)) {
            for (which, laid) in laid.chunks_exact_mut(phase).enumerate() {
                let (odd_row, odd_column) = (which / right, which % right);
                for (row, laid) in laid.chunks_exact_mut(width).take(rows).enumerate() {
                    let from = ((first + row) * down + odd_row).wrapping_sub(of.before[0]);
                    match (from < inputs.rows).then(|| &plane[from * inputs.columns..][..inputs.columns]) {
                        Some(line) => spread(line, laid, odd_column, of.before[1], right),
                        None => laid.fill(0.0),
                    }
                }
            }
        }
    }

    /// Sums what the window hears, for these output channels.
    pub(super) fn sum(&mut self, of: &Window, weights: &[f32], bias: &[f32], channels: Range<usize>, rows: usize) {
        let hears = of.heard * self.places.len();
        let weights = &weights[channels.start * hears..channels.end * hears];
        let bias: [f32; TOGETHER] =
            std::array::from_fn(|output| *bias.get(channels.start + output).or(bias.first()).unwrap_or(&0.0));
        let length = rows * of.width();
        let Self { level, laid, sums, channel, places } = self;
        let apart = sums.len() / TOGETHER;
        if channels.len() == TOGETHER {
            dispatch!(*level, simd => summed::<_, TOGETHER, BESIDE>(simd, laid, *channel, places, weights, &bias, sums, apart, length));
        } else {
            for (output, sums) in sums.chunks_exact_mut(apart).take(channels.len()).enumerate() {
                let (weights, bias) = (&weights[output * hears..][..hears], &bias[output..][..1]);
                dispatch!(*level, simd => summed::<_, 1, ALONE>(simd, laid, *channel, places, weights, bias, sums, apart, length));
            }
        }
    }

    /// Puts the sums where they belong; what lies between the rows is dropped.
    pub(super) fn put(&self, of: &Window, output: &mut [f32], channels: Range<usize>, first: usize, rows: usize) {
        let columns = of.outputs.columns;
        let apart = self.sums.len() / TOGETHER;
        let planes = output.chunks_exact_mut(of.outputs.area()).skip(channels.start).take(channels.len());
        for (plane, sums) in planes.zip(self.sums.chunks_exact(apart)) {
            let lines = plane[first * columns..].chunks_exact_mut(columns).take(rows);
            for (line, sums) in lines.zip(sums.chunks_exact(of.width())) {
                line.copy_from_slice(&sums[..columns]);
            }
        }
    }
}

/// Every `step`th number of a line from `phase` on, with `before` numbers of nothing before the line and as many after it as
/// there is room.
fn spread(line: &[f32], laid: &mut [f32], phase: usize, before: usize, step: usize) {
    let nothing = before.saturating_sub(phase).div_ceil(step).min(laid.len());
    let from = nothing * step + phase - before;
    let (left, rest) = laid.split_at_mut(nothing);
    left.fill(0.0);
    let line = line.get(from..).unwrap_or_default();
    let known = line.len().div_ceil(step).min(rest.len());
    let (rest, right) = rest.split_at_mut(known);
    match step {
        1 => rest.copy_from_slice(&line[..known]),
        _ => {
            // In pairs, so that many numbers are moved at once; the last may have no other.
            let pairs = line.chunks_exact(2);
            if let (Some(to), [last]) = (rest.last_mut(), pairs.remainder()) {
                *to = *last;
            }
            rest.iter_mut().zip(pairs).for_each(|(to, pair)| *to = pair[0]);
        }
    }
    right.fill(0.0);
}

/// `OUTPUTS` channels of sums; `VECTORS` vectors of each stay in the processor while the window goes over all its places.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a struct for one caller would hide what varies")]
fn summed<S: Simd, const OUTPUTS: usize, const VECTORS: usize>(
    simd: S,
    laid: &[f32],
    channel: usize,
    places: &[usize],
    weights: &[f32],
    bias: &[f32],
    sums: &mut [f32],
    apart: usize,
    length: usize,
) {
    let wide = S::f32s::LEN;
    let hears = weights.len() / OUTPUTS;
    let weights: [&[f32]; OUTPUTS] = std::array::from_fn(|output| &weights[output * hears..][..hears]);
    for at in (0..length).step_by(VECTORS * wide) {
        let mut sum: [[S::f32s; VECTORS]; OUTPUTS] =
            std::array::from_fn(|output| [S::f32s::splat(simd, bias[output]); VECTORS]);
        for (input, heard) in (0..hears).step_by(places.len()).enumerate() {
            for (place, begins) in places.iter().enumerate() {
                let laid = &laid[input * channel + begins + at..][..VECTORS * wide];
                let numbers: [S::f32s; VECTORS] =
                    std::array::from_fn(|vector| S::f32s::from_slice(simd, &laid[vector * wide..][..wide]));
                for (sum, weights) in sum.iter_mut().zip(weights) {
                    let weight = S::f32s::splat(simd, weights[heard + place]);
                    for (sum, numbers) in sum.iter_mut().zip(numbers) {
                        *sum = weight.mul_add(numbers, *sum);
                    }
                }
            }
        }
        for (output, sum) in sum.into_iter().enumerate() {
            let to = &mut sums[output * apart + at..][..VECTORS * wide];
            for (vector, sum) in sum.into_iter().enumerate() {
                sum.store_slice(&mut to[vector * wide..][..wide]);
            }
        }
    }
}
