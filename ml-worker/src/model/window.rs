//! Convolutions whose window is wider than one number. tract goes through them output by output, with few numbers at once
//! where the step is two or rows are short; here a whole strip of rows is one long row, so that every vector is full.

mod sums;

use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::*;
use tract_onnx::tract_core::ops::binary::TypedBinOp;
use tract_onnx::tract_core::ops::cnn::{Conv, KernelFormat};
use tract_onnx::tract_core::ops::math::{Max, Min};
use tract_onnx::tract_core::ops::nn::DataFormat;

use super::chain;
use sums::{Sides, Strip};

/// More output channels than this, where each hears all inputs, and a matrix product is quicker.
const MOST_OUTPUTS: usize = 64;
/// What of the input is laid out at once, in numbers: it should stay in a processor's own cache.
const LAID_OUT: usize = 96 * 1024;

/// One convolution with its sizes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Window {
    images: usize,
    inputs: Plane,
    outputs: Plane,
    /// How many inputs each output hears: one, or all.
    heard: usize,
    window: [usize; 2],
    step: [usize; 2],
    /// Rows and columns of nothing above and left of the picture.
    before: [usize; 2],
    shape: TVec<usize>,
    /// No output is below the first or above the second of these, as the bits of the numbers.
    limits: [u32; 2],
}

/// Channels of rows of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Plane {
    channels: usize,
    rows: usize,
    columns: usize,
}

impl Plane {
    fn area(self) -> usize {
        self.rows * self.columns
    }
}

/// The network with every convolution replaced that is done better here.
pub(super) fn replaced(mut network: TypedModel) -> TractResult<TypedModel> {
    for id in network.eval_order()? {
        if let Some(patch) = replacing(&network, network.node(id))? {
            patch.apply(&mut network)?;
        }
    }
    network.compact()?;
    limited(&mut network)?;
    Ok(network)
}

/// A window in place of a convolution and of the bias that is added after it; nothing where tract should do it.
fn replacing(network: &TypedModel, node: &TypedNode) -> TractResult<Option<TypedModelPatch>> {
    let Some(conv) = node.op_as::<Conv>() else { return Ok(None) };
    let facts = network.node_input_facts(node.id)?;
    let Some(window) = Window::of(conv, &facts)? else { return Ok(None) };
    let (mut inputs, mut last) = (node.inputs.clone(), node);
    if chain::is_nothing(facts[2])?
        && let Some((adding, bias)) = chain::bias(network, node, window.outputs.channels, window.outputs.area())?
    {
        (inputs[2], last) = (bias, adding);
    }
    chain::in_place_of(network, window, &inputs, node, last).map(Some)
}

/// Lets each window keep the limits that its numbers are put into next: they need not be gone through again.
fn limited(network: &mut TypedModel) -> TractResult<()> {
    let next = |network: &TypedModel| -> TractResult<Option<TypedModelPatch>> {
        for node in network.nodes() {
            let Some(window) = node.op_as::<Window>() else { continue };
            let Some(window) = window.within(network, node)? else { continue };
            return TypedModelPatch::fuse_with_next(network, node, window).map(Some);
        }
        Ok(None)
    };
    while let Some(patch) = next(network)? {
        patch.apply(network)?;
        network.compact()?;
    }
    Ok(())
}

impl Window {
    /// Nothing where tract should do it.
    fn of(conv: &Conv, facts: &[&TypedFact]) -> TractResult<Option<Self>> {
        let pool = &conv.pool_spec;
        let [input, kernel, bias] = facts else { return Ok(None) };
        let ours = conv.q_params.is_none()
            && conv.kernel_fmt == KernelFormat::OIHW
            && matches!(pool.data_format, DataFormat::NCHW | DataFormat::CHW)
            && pool.rank() == 2
            && pool.kernel_shape.iter().product::<usize>() > 1
            && pool.dilations().iter().all(|&apart| apart == 1)
            && pool.strides().iter().all(|&step| step <= 2)
            && facts.iter().all(|fact| fact.datum_type == f32::datum_type())
            && [1, conv.output_channels()].map(|count| count.to_dim()).contains(&bias.shape.volume());
        let alone = conv.group == conv.input_channels() && conv.group == conv.output_channels();
        let few = conv.group == 1 && conv.output_channels() <= MOST_OUTPUTS;
        let (Some(shape), Some(kernel)) = (input.shape.as_concrete(), kernel.shape.as_concrete()) else {
            return Ok(None);
        };
        if !(ours && (alone || few)) || kernel.len() != 4 {
            return Ok(None);
        }
        let from = pool.data_format.shape(shape)?;
        let to = pool.output_shape(shape)?;
        let edges = pool.computed_padding(from.hw_dims());
        let plane = |channels: usize, sides: &[usize]| Plane { channels, rows: sides[0], columns: sides[1] };
        Ok(Some(Self {
            images: from.n().copied().unwrap_or(1),
            inputs: plane(*from.c(), from.hw_dims()),
            outputs: plane(*to.c(), to.hw_dims()),
            heard: if alone { 1 } else { *from.c() },
            window: [pool.kernel_shape[0], pool.kernel_shape[1]],
            step: [pool.stride(0), pool.stride(1)],
            before: [edges[0].pad_before, edges[1].pad_before],
            shape: to.shape.clone(),
            limits: [f32::NEG_INFINITY, f32::INFINITY].map(f32::to_bits),
        }))
    }

    /// The same within the limit that is all that comes after it; nothing where something else comes.
    fn within(&self, network: &TypedModel, node: &TypedNode) -> TractResult<Option<Self>> {
        let Some(next) = network.single_succ(node.id)? else { return Ok(None) };
        let Some(TypedBinOp(operation, None)) = next.op_as::<TypedBinOp>() else { return Ok(None) };
        let other = next.inputs.iter().find(|input| input.node != node.id);
        let limit = other.map(|other| network.outlet_fact(*other)).transpose()?.and_then(|fact| fact.uniform.as_ref());
        let (Some(limit), false) = (limit, network.outputs.contains(&node.id.into())) else { return Ok(None) };
        if next.outputs[0].fact.shape.as_concrete() != Some(&self.shape) || limit.datum_type() != f32::datum_type() {
            return Ok(None);
        }
        let limit = *limit.try_as_plain_ram()?.to_scalar::<f32>()?;
        let [least, most] = self.limits.map(f32::from_bits);
        let limits = if operation.is::<Max>() {
            [least.max(limit), most.max(limit)]
        } else if operation.is::<Min>() {
            [least.min(limit), most.min(limit)]
        } else {
            return Ok(None);
        };
        Ok(Some(Self { limits: limits.map(f32::to_bits), ..self.clone() }))
    }

    fn run(&self, input: &[f32], weights: &[f32], bias: &[f32], output: &mut [f32]) {
        let rows = self.rows_at_once();
        let mut strip = Strip::new(self, rows);
        let (whole, made) = (self.inputs.channels * self.inputs.area(), self.outputs.channels * self.outputs.area());
        for (input, output) in input.chunks_exact(whole).zip(output.chunks_exact_mut(made)) {
            for first in (0..self.outputs.rows).step_by(rows) {
                strip.pass(self, Sides { input, weights, bias, first }, output);
            }
        }
    }

    /// Rows of output that are made at once, so that what they hear stays near.
    fn rows_at_once(&self) -> usize {
        let row = self.heard * self.step[0] * self.step[1] * self.width();
        (LAID_OUT / row.max(1)).saturating_sub(self.reach()[0]).clamp(1, self.outputs.rows)
    }

    /// How many rows and columns of one phase a window goes on beyond its first.
    fn reach(&self) -> [usize; 2] {
        [0, 1].map(|axis| (self.window[axis] - 1) / self.step[axis])
    }

    /// Columns of one phase: every `step`th column of the input, with the nothing around it.
    fn width(&self) -> usize {
        self.outputs.columns + self.reach()[1]
    }
}

impl Op for Window {
    fn name(&self) -> StaticName {
        "Window".into()
    }

    op_as_typed_op!();
}

impl EvalOp for Window {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let (input, weights, bias) = args_3!(inputs);
        let mut output = Tensor::zero::<f32>(&self.shape)?;
        self.run(
            input.try_as_plain_ram()?.as_slice()?,
            weights.try_as_plain_ram()?.as_slice()?,
            bias.try_as_plain_ram()?.as_slice()?,
            output.try_as_plain_ram_mut()?.as_slice_mut()?,
        );
        Ok(tvec!(output.into_tvalue()))
    }
}

impl TypedOp for Window {
    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        Ok(tvec!(inputs[0].datum_type.fact(&self.shape)))
    }

    as_op!();
}

#[cfg(test)]
mod tests {
    use tract_onnx::tract_core::ops::cnn::{PaddingSpec, PoolSpec};
    use tract_onnx::tract_core::ops::math;

    use super::*;
    use crate::model::sample::{answer, numbers};

    /// Sums are taken in another order and with one rounding less.
    const TOLERANCE: f32 = 2e-5;

    /// One convolution as a network: inputs, window, step, outputs, and how many inputs each output hears.
    fn network(shape: [usize; 4], window: usize, step: usize, outputs: usize, group: usize, bias: usize) -> TypedModel {
        let mut network = TypedModel::default();
        let pool_spec = PoolSpec {
            data_format: DataFormat::NCHW,
            kernel_shape: tvec![window, window],
            // As TensorFlow pads: at step two the extra row is below and to the right.
            padding: PaddingSpec::SameUpper,
            dilations: None,
            strides: Some(tvec![step, step]),
            input_channels: shape[1],
            output_channels: outputs,
        };
        let input = network.add_source("input", f32::fact(shape)).unwrap();
        let kernel = numbers(&[outputs, shape[1] / group, window, window], 3);
        let kernel = network.add_const("kernel", kernel).unwrap();
        let bias: &[usize] = if bias == 0 { &[] } else { &[outputs] };
        let bias = network.add_const("bias", numbers(bias, 5)).unwrap();
        let conv = Conv { pool_spec, kernel_fmt: KernelFormat::OIHW, group, q_params: None };
        let output = network.wire_node("conv", conv, &[input, kernel, bias]).unwrap();
        network.select_output_outlets(&output).unwrap();
        network
    }

    #[test]
    fn every_form_that_is_taken_over_gives_what_tract_gives() {
        let forms = [
            // A channel for itself: small, odd, with a step, and so large that it takes several strips.
            ([1, 5, 6, 6], 5, 1, 5, 5, 1),
            ([2, 3, 13, 17], 3, 2, 3, 3, 1),
            ([1, 3, 12, 12], 5, 2, 3, 3, 0),
            ([1, 2, 700, 300], 7, 1, 2, 2, 0),
            // All channels together, four outputs at once and some left over.
            ([1, 6, 9, 11], 3, 1, 6, 1, 1),
            ([2, 3, 64, 48], 3, 2, 9, 1, 1),
            ([1, 24, 90, 110], 2, 1, 4, 1, 0),
        ];
        for (shape, window, step, outputs, group, bias) in forms {
            let input = numbers(&shape, 1);
            let theirs = network(shape, window, step, outputs, group, bias);
            let ours = replaced(theirs.clone()).unwrap();
            assert!(ours.nodes().iter().any(|node| node.op_is::<Window>()), "{shape:?} is left to tract");
            let (ours, theirs) = (answer(ours, &input), answer(theirs, &input));
            assert_eq!(ours.len(), theirs.len());
            let most = theirs.iter().map(|value| value.abs()).fold(1.0, f32::max);
            let apart = ours.iter().zip(&theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(apart <= TOLERANCE * most, "{shape:?} window {window} step {step}: {apart} of {most}");
        }
    }

    #[test]
    fn limits_on_the_outputs_are_kept_without_going_through_them_again() {
        let shape = [1, 8, 12, 12];
        let mut theirs = network(shape, 3, 1, 8, 8, 1);
        let mut last = theirs.outputs[0];
        for (name, operation, limit) in [("max", math::max(), -0.2_f32), ("min", math::min(), 0.6)] {
            let limit = theirs.add_const(format!("{name}.limit"), tensor4(&[[[[limit]]]])).unwrap();
            last = theirs.wire_node(name, operation, &[last, limit]).unwrap()[0];
        }
        theirs.select_output_outlets(&[last]).unwrap();
        let ours = replaced(theirs.clone()).unwrap();
        assert!(!ours.nodes().iter().any(|node| node.op_is::<TypedBinOp>()), "they are left to tract");
        let (ours, theirs) = (answer(ours, &numbers(&shape, 1)), answer(theirs, &numbers(&shape, 1)));
        assert!(theirs.contains(&-0.2) && theirs.contains(&0.6), "nothing is beyond them");
        let apart = ours.iter().zip(&theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(apart <= TOLERANCE, "{apart}");
    }

    #[test]
    fn what_a_matrix_product_does_better_is_left_alone() {
        for (window, outputs) in [(1, 8), (3, MOST_OUTPUTS + 1)] {
            let network = replaced(network([1, 4, 8, 8], window, 1, outputs, 1, 1)).unwrap();
            assert!(!network.nodes().iter().any(|node| node.op_is::<Window>()));
        }
    }
}
