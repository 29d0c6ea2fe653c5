//! A block of places on its way through the layers.

use fearless_simd::{Level, Simd, dispatch, prelude::*};

/// Each output channel is a sum over all input channels.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Layer {
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    pub(super) has_bias: bool,
    pub(super) then: Then,
}

/// What is done to each sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Then {
    /// Nothing.
    Nothing,
    /// Less than zero becomes zero.
    AboveZero,
    /// x / 2 · (1 + erf(x / √2)).
    Gelu,
}

/// A layer with its weights, output after output, and what each sum begins with.
type Weighed<'a> = (&'a Layer, &'a [f32], &'a [f32]);

/// Takes all places of all images through the layers; `added` is added to the outcome, where there is something.
pub(super) fn run(layers: Vec<Weighed<'_>>, places: usize, input: &[f32], added: &[f32], output: &mut [f32]) {
    let level = Level::new();
    dispatch!(level, simd => blocks(simd, &layers, places, input, added, output));
}

#[inline(always)]
fn blocks<S: Simd>(simd: S, layers: &[Weighed<'_>], places: usize, input: &[f32], added: &[f32], output: &mut [f32]) {
    // As many sums at once as fit into the registers beside what they are made of: the widest vectors come with 32.
    if S::f32s::LEN == 16 {
        sized::<S, 6, 4>(simd, layers, places, input, added, output);
    } else {
        sized::<S, 4, 3>(simd, layers, places, input, added, output);
    }
}

#[inline(always)]
fn sized<S: Simd, const OUTPUTS: usize, const VECTORS: usize>(
    simd: S,
    layers: &[Weighed<'_>],
    places: usize,
    input: &[f32],
    added: &[f32],
    output: &mut [f32],
) {
    let wide = VECTORS * S::f32s::LEN;
    let (Some((first, ..)), Some((last, ..))) = (layers.first(), layers.last()) else { return };
    let most = layers.iter().map(|(layer, ..)| layer.inputs.max(layer.outputs)).max().unwrap_or_default();
    let (mut from, mut to) = (vec![0.0; most * wide], vec![0.0; most * wide]);
    let images = input.chunks_exact(first.inputs * places).zip(output.chunks_exact_mut(last.outputs * places));
    for (image, (input, output)) in images.enumerate() {
        let added = added.get(image * output.len()..).unwrap_or_default();
        for begin in (0..places).step_by(wide) {
            let count = wide.min(places - begin);
            for (channel, block) in input.chunks_exact(places).zip(from.chunks_exact_mut(wide)) {
                copied(&channel[begin..][..count], block);
            }
            for layer in layers {
                passed::<S, OUTPUTS, VECTORS>(simd, *layer, &from, &mut to);
                std::mem::swap(&mut from, &mut to);
            }
            let mut added = added.chunks_exact(places);
            for (channel, block) in output.chunks_exact_mut(places).zip(from.chunks_exact(wide)) {
                let channel = &mut channel[begin..][..count];
                match added.next() {
                    Some(added) => {
                        let sums = block.iter().zip(&added[begin..][..count]);
                        channel.iter_mut().zip(sums).for_each(|(channel, (block, added))| *channel = block + added);
                    }
                    None => copied(block, channel),
                }
            }
        }
    }
}

/// Copies as much as both hold, in parts of a size that the compiler knows: for so little, asking the system takes longer.
#[inline(always)]
fn copied(from: &[f32], to: &mut [f32]) {
    const PART: usize = 16;
    let count = from.len().min(to.len());
    let (parts, rest) = from[..count].as_chunks::<PART>();
    let (whole, last) = to[..count].as_chunks_mut::<PART>();
    whole.iter_mut().zip(parts).for_each(|(to, from)| *to = *from);
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
}

/// One layer.
#[inline(always)]
fn passed<S: Simd, const OUTPUTS: usize, const VECTORS: usize>(
    simd: S,
    (layer, weights, bias): Weighed<'_>,
    from: &[f32],
    to: &mut [f32],
) {
    let wide = VECTORS * S::f32s::LEN;
    let from = &from[..layer.inputs * wide];
    let whole = layer.outputs / OUTPUTS * OUTPUTS;
    for first in (0..whole).step_by(OUTPUTS) {
        let to = &mut to[first * wide..][..OUTPUTS * wide];
        summed::<S, OUTPUTS, VECTORS>(simd, from, &weights[first * layer.inputs..], bias.get(first..), layer.then, to);
    }
    for first in whole..layer.outputs {
        let to = &mut to[first * wide..][..wide];
        summed::<S, 1, VECTORS>(simd, from, &weights[first * layer.inputs..], bias.get(first..), layer.then, to);
    }
}

/// `OUTPUTS` channels of sums; `VECTORS` vectors of each stay in the processor while all inputs are gone through.
#[inline(always)]
fn summed<S: Simd, const OUTPUTS: usize, const VECTORS: usize>(
    simd: S,
    from: &[f32],
    weights: &[f32],
    bias: Option<&[f32]>,
    then: Then,
    to: &mut [f32],
) {
    let wide = S::f32s::LEN;
    let inputs = from.len() / (VECTORS * wide);
    let weights: [&[f32]; OUTPUTS] = std::array::from_fn(|output| &weights[output * inputs..][..inputs]);
    let begin = |output: usize| bias.and_then(|bias| bias.get(output)).copied().unwrap_or_default();
    let mut sums: [[S::f32s; VECTORS]; OUTPUTS] =
        std::array::from_fn(|output| [S::f32s::splat(simd, begin(output)); VECTORS]);
    for (input, from) in from.chunks_exact(VECTORS * wide).enumerate() {
        let numbers: [S::f32s; VECTORS] =
            std::array::from_fn(|vector| S::f32s::from_slice(simd, &from[vector * wide..][..wide]));
        for (sums, weights) in sums.iter_mut().zip(weights) {
            let weight = S::f32s::splat(simd, weights[input]);
            for (sum, numbers) in sums.iter_mut().zip(numbers) {
                *sum = weight.mul_add(numbers, *sum);
            }
        }
    }
    for (sums, to) in sums.into_iter().zip(to.chunks_exact_mut(VECTORS * wide)) {
        for (vector, sum) in sums.into_iter().enumerate() {
            let sum = match then {
                Then::Nothing => sum,
                Then::AboveZero => sum.max(0.0),
                Then::Gelu => gelu::<S>(simd, sum),
            };
            sum.store_slice(&mut to[vector * wide..][..wide]);
        }
    }
}

/// With erf as tract has it, good to 3 in ten million (Abramowitz and Stegun, 7.1.28).
#[inline(always)]
fn gelu<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    const FACTORS: [f32; 6] =
        [0.000_043_063_8, 0.000_276_567_2, 0.000_152_014_3, 0.009_270_527, 0.042_282_01, 0.070_523_08];
    let scaled = x * std::f32::consts::FRAC_1_SQRT_2;
    let size = scaled.abs();
    let one = S::f32s::splat(simd, 1.0);
    let mut power = S::f32s::splat(simd, FACTORS[0]);
    for factor in [FACTORS[1], FACTORS[2], FACTORS[3], FACTORS[4], FACTORS[5], 1.0] {
        power = power.mul_add(size, S::f32s::splat(simd, factor));
    }
    for _ in 0..4 {
        power = power * power;
    }
    let erf = (one - one / power).copysign(scaled);
    x * 0.5 * (erf + one)
}
