use tract_onnx::tract_core::ops::cnn::{Conv, KernelFormat, PaddingSpec, PoolSpec};
use tract_onnx::tract_core::ops::math;
use tract_onnx::tract_core::ops::nn::DataFormat;
use tract_onnx::tract_core::ops::nn::gelu_exact::gelu_exact;

use super::*;
use crate::model::sample::{answer, numbers};

/// Sums are taken in another order.
const TOLERANCE: f32 = 1e-5;

/// Adds a convolution of one place to a network.
fn conv(network: &mut TypedModel, name: &str, input: OutletId, [inputs, outputs]: [usize; 2]) -> OutletId {
    let pool_spec = PoolSpec {
        data_format: DataFormat::NCHW,
        kernel_shape: tvec![1, 1],
        padding: PaddingSpec::Valid,
        dilations: None,
        strides: None,
        input_channels: inputs,
        output_channels: outputs,
    };
    let kernel = network.add_const(format!("{name}.kernel"), numbers(&[outputs, inputs, 1, 1], inputs)).unwrap();
    let bias = network.add_const(format!("{name}.bias"), numbers(&[outputs], outputs)).unwrap();
    let conv = Conv { pool_spec, kernel_fmt: KernelFormat::OIHW, group: 1, q_params: None };
    network.wire_node(name, conv, &[input, kernel, bias]).unwrap()[0]
}

/// A block as the networks that read have it: two sums with a bend between them, added to what went in.
fn block(shape: [usize; 4], between: usize) -> TypedModel {
    let mut network = TypedModel::default();
    let input = network.add_source("input", f32::fact(shape)).unwrap();
    let wide = conv(&mut network, "wide", input, [shape[1], between]);
    let bent = network.wire_node("bent", gelu_exact(), &[wide]).unwrap()[0];
    let narrow = conv(&mut network, "narrow", bent, [between, shape[1]]);
    let added = network.wire_node("added", math::add(), &[narrow, input]).unwrap();
    network.select_output_outlets(&added).unwrap();
    network.into_decluttered().unwrap()
}

fn chains(network: &TypedModel) -> Vec<&Chain> {
    network.nodes().iter().filter_map(|node| node.op_as::<Chain>()).collect()
}

fn assert_alike(ours: TypedModel, theirs: TypedModel, input: &Tensor) {
    let (ours, theirs) = (answer(ours, input), answer(theirs, input));
    assert_eq!(ours.len(), theirs.len());
    let most = theirs.iter().map(|value| value.abs()).fold(1.0, f32::max);
    let apart = ours.iter().zip(&theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(apart <= TOLERANCE * most, "{:?}: {apart} of {most}", input.shape());
}

#[test]
fn a_block_becomes_one_chain_and_gives_what_tract_gives() {
    // Whole blocks of places and a part of one, channels in sixes and some left over, two images.
    for (shape, between) in [([1, 12, 16, 16], 24), ([1, 7, 9, 11], 13), ([2, 48, 6, 30], 96)] {
        let theirs = block(shape, between);
        let ours = replaced(theirs.clone()).unwrap();
        assert!(matches!(&chains(&ours)[..], [chain] if chain.layers.len() == 2 && chain.is_added_to), "{ours}");
        assert_alike(ours, theirs, &numbers(&shape, 1));
    }
}

#[test]
fn what_is_used_elsewhere_too_is_not_taken_in() {
    let shape = [1, 12, 16, 16];
    let mut theirs = TypedModel::default();
    let input = theirs.add_source("input", f32::fact(shape)).unwrap();
    let first = conv(&mut theirs, "first", input, [12, 12]);
    let second = conv(&mut theirs, "second", first, [12, 12]);
    let sum = theirs.wire_node("sum", math::mul(), &[first, second]).unwrap();
    theirs.select_output_outlets(&sum).unwrap();
    let theirs = theirs.into_decluttered().unwrap();
    let ours = replaced(theirs.clone()).unwrap();
    assert_eq!(chains(&ours).len(), 2);
    assert_alike(ours, theirs, &numbers(&shape, 1));
}

#[test]
fn of_few_places_tract_makes_the_product() {
    assert!(chains(&replaced(block([1, 12, 7, 9], 24)).unwrap()).is_empty());
}
