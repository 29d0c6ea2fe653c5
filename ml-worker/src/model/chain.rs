//! Convolutions whose window is one number, one after the other: each output channel is a sum over all input channels of the
//! same place. tract makes a matrix product of each, for which it lays out all inputs anew, puts each output down by itself,
//! and goes through all of them again for what comes after. Here a block of places goes through the whole chain while it
//! is near, and only the end of it is put down.

mod block;
#[cfg(test)]
mod tests;

use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::*;
use tract_onnx::tract_core::ops::binary::TypedBinOp;
use tract_onnx::tract_core::ops::einsum::EinSum;
use tract_onnx::tract_core::ops::element_wise::ElementWiseOp;
use tract_onnx::tract_core::ops::math::{Add, Max};
use tract_onnx::tract_core::ops::nn::GeluExact;

use block::{Layer, Then};

/// Fewer places than this, and tract's products are as quick.
const FEWEST_PLACES: usize = 64;

/// Sums over channels, one after the other. The inputs of its node: the numbers, then weights and bias of each layer, then
/// what is added to the outcome.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Chain {
    images: usize,
    /// Numbers of one channel.
    places: usize,
    layers: Vec<Layer>,
    /// Whether something of the outcome's size is added to it.
    is_added_to: bool,
    shape: TVec<usize>,
}

/// The network with every such convolution replaced.
pub(super) fn replaced(mut network: TypedModel) -> TractResult<TypedModel> {
    for id in network.eval_order()? {
        if let Some(patch) = begun(&network, network.node(id))? {
            patch.apply(&mut network)?;
        }
    }
    network.compact()?;
    while let Some(patch) = longer(&network)? {
        patch.apply(&mut network)?;
        network.compact()?;
    }
    Ok(network)
}

/// A chain of one layer, for a matrix product and the bias after it; nothing where tract should do it.
fn begun(network: &TypedModel, node: &TypedNode) -> TractResult<Option<TypedModelPatch>> {
    let Some(sum) = node.op_as::<EinSum>() else { return Ok(None) };
    let facts = network.node_input_facts(node.id)?;
    let Some(mut chain) = Chain::of(sum, &facts, &node.outputs[0].fact)? else { return Ok(None) };
    let mut inputs = node.inputs.clone();
    let mut last = node;
    if let Some((adding, bias)) = bias(network, node, chain.layers[0].outputs, chain.places)? {
        inputs.push(bias);
        chain.layers[0].has_bias = true;
        last = adding;
    }
    in_place_of(network, chain, &inputs, node, last).map(Some)
}

/// Some chain that takes in what comes after it; nothing when all are as long as they can be.
fn longer(network: &TypedModel) -> TractResult<Option<TypedModelPatch>> {
    for node in network.nodes() {
        let Some(chain) = node.op_as::<Chain>() else { continue };
        let Some(next) = network.single_succ(node.id)? else { continue };
        if network.outputs.contains(&node.id.into()) {
            continue;
        }
        let mut inputs = node.inputs.clone();
        let is_same_size = next.outputs[0].fact.shape.volume() == chain.shape.iter().product::<usize>().to_dim();
        let longer = if let Some(after) = next.op_as::<Chain>() {
            inputs.extend_from_slice(&next.inputs[1..]);
            (next.inputs[0].node == node.id).then(|| chain.followed_by(after)).flatten()
        } else if next.op_as::<ElementWiseOp>().is_some_and(|operation| operation.0.is::<GeluExact>()) {
            chain.and_then(Then::Gelu)
        } else if let Some(TypedBinOp(operation, None)) = next.op_as::<TypedBinOp>()
            && let Some(other) = next.inputs.iter().find(|input| input.node != node.id)
            && is_same_size
        {
            let other_is = network.outlet_fact(*other)?;
            if operation.is::<Add>() && other_is.shape == next.outputs[0].fact.shape && !chain.is_added_to {
                inputs.push(*other);
                Some(Chain { is_added_to: true, ..chain.clone() })
            } else if operation.is::<Max>() && is_nothing(other_is)? {
                chain.and_then(Then::AboveZero)
            } else {
                None
            }
        } else {
            None
        };
        if let Some(mut longer) = longer {
            let Some(shape) = next.outputs[0].fact.shape.as_concrete() else { continue };
            longer.shape = shape.into();
            return in_place_of(network, longer, &inputs, node, next).map(Some);
        }
    }
    Ok(None)
}

/// Whether all of it is zero.
pub(super) fn is_nothing(fact: &TypedFact) -> TractResult<bool> {
    let Some(value) = fact.uniform.as_ref().filter(|value| value.datum_type() == f32::datum_type()) else {
        return Ok(false);
    };
    Ok(*value.try_as_plain_ram()?.to_scalar::<f32>()? == 0.0)
}

/// The one number for each channel that is added to what a node makes, and the node that adds it, if nothing else uses it.
pub(super) fn bias<'a>(
    network: &'a TypedModel,
    node: &TypedNode,
    channels: usize,
    places: usize,
) -> TractResult<Option<(&'a TypedNode, OutletId)>> {
    let Some(next) = network.single_succ(node.id)? else { return Ok(None) };
    let Some(TypedBinOp(operation, None)) = next.op_as::<TypedBinOp>() else { return Ok(None) };
    let Some(other) = next.inputs.iter().find(|input| input.node != node.id) else { return Ok(None) };
    let (fact, made) = (network.outlet_fact(*other)?, &next.outputs[0].fact.shape);
    let (Some(sides), Some(made)) = (fact.shape.as_concrete(), made.as_concrete()) else { return Ok(None) };
    // Its one long side has to be the channels': so many numbers of the outcome lie behind one of it.
    let behind = sides.iter().position(|side| *side > 1).map(|at| made[at + 1..].iter().product::<usize>());
    let fits = operation.is::<Add>()
        && fact.konst.is_some()
        && fact.datum_type == f32::datum_type()
        && sides.iter().product::<usize>() == channels
        && sides.contains(&channels)
        && behind == Some(places)
        && node.outputs[0].fact.shape.volume() == made.iter().product::<usize>().to_dim()
        && !network.outputs.contains(&node.id.into());
    Ok(fits.then_some((next, *other)))
}

impl Chain {
    fn of(sum: &EinSum, facts: &[&TypedFact], made: &TypedFact) -> TractResult<Option<Self>> {
        let [input, weights] = facts else { return Ok(None) };
        let (Some(from), Some(counts), Some(to)) =
            (input.shape.as_concrete(), weights.shape.as_concrete(), made.shape.as_concrete())
        else {
            return Ok(None);
        };
        let (heard, said) = sum.axes.to_strs();
        let Some((output, summed)) = heard[1].chars().next().zip(heard[1].chars().nth(1)) else { return Ok(None) };
        let Some(at) = heard[0].chars().position(|axis| axis == summed) else { return Ok(None) };
        let places = from[at + 1..].iter().product();
        // The channels change, and nothing moves: sides of one are no matter.
        let long = |axes: &str, shape: &[usize], channel: char| -> String {
            axes.chars()
                .zip(shape)
                .filter(|(axis, side)| **side > 1 || *axis == channel)
                .map(|(axis, _)| axis)
                .collect()
        };
        let stays = long(&heard[0], from, summed).replace(summed, &output.to_string()) == long(&said[0], to, output);
        let fits = stays
            && heard[1].chars().count() == 2
            && !said[0].contains(summed)
            && sum.q_params.is_none()
            && places >= FEWEST_PLACES
            && weights.konst.is_some()
            && facts.iter().all(|fact| fact.datum_type == f32::datum_type());
        let layer = Layer { inputs: counts[1], outputs: counts[0], has_bias: false, then: Then::Nothing };
        let images = from[..at].iter().product();
        Ok(fits.then(|| Self { images, places, layers: vec![layer], is_added_to: false, shape: to.into() }))
    }

    /// Both as one, if the second goes on where the first ends.
    fn followed_by(&self, next: &Self) -> Option<Self> {
        let fits = !self.is_added_to && (self.images, self.places) == (next.images, next.places);
        let layers = self.layers.iter().chain(&next.layers).cloned().collect();
        fits.then(|| Self { layers, ..next.clone() })
    }

    /// The same with something done to each number of the outcome.
    fn and_then(&self, then: Then) -> Option<Self> {
        let mut after = self.clone();
        let last = after.layers.last_mut()?;
        let is_free = last.then == Then::Nothing && !self.is_added_to;
        last.then = then;
        is_free.then_some(after)
    }
}

/// Puts an operation where nodes from the first to the last were.
pub(super) fn in_place_of(
    network: &TypedModel,
    operation: impl Into<Box<dyn TypedOp>>,
    inputs: &[OutletId],
    first: &TypedNode,
    last: &TypedNode,
) -> TractResult<TypedModelPatch> {
    let mut patch = TypedModelPatch::default();
    let taps = patch.taps(network, inputs)?;
    let made = patch.wire_node(&first.name, operation, &taps)?;
    patch.shunt_outside(network, last.id.into(), made[0])?;
    Ok(patch)
}

impl Op for Chain {
    fn name(&self) -> StaticName {
        "Chain".into()
    }

    op_as_typed_op!();
}

impl EvalOp for Chain {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let numbers = inputs.iter().map(|input| input.try_as_plain_ram()?.as_slice::<f32>());
        let numbers = numbers.collect::<TractResult<TVec<&[f32]>>>()?;
        let mut output = Tensor::zero::<f32>(&self.shape)?;
        let mut rest = numbers[1..].iter().copied();
        let mut next = || rest.next().unwrap_or_default();
        let layers =
            self.layers.iter().map(|layer| (layer, next(), if layer.has_bias { next() } else { &[] })).collect();
        let added = if self.is_added_to { next() } else { &[] };
        block::run(layers, self.places, numbers[0], added, output.try_as_plain_ram_mut()?.as_slice_mut()?);
        Ok(tvec!(output.into_tvalue()))
    }
}

impl TypedOp for Chain {
    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        Ok(tvec!(inputs[0].datum_type.fact(&self.shape)))
    }

    as_op!();
}
