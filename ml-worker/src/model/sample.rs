//! What the tests of operations run on.

use tract_onnx::prelude::*;

/// Numbers from -1 to 1 without a pattern that a sum could hide.
pub(super) fn numbers(shape: &[usize], seed: usize) -> Tensor {
    let count = shape.iter().product::<usize>();
    let values: Vec<f32> = (0..count).map(|at| ((at + seed) * 7919 % 251) as f32 / 125.0 - 1.0).collect();
    Tensor::from_shape(shape, &values).unwrap()
}

/// What a network makes of something.
pub(super) fn answer(network: TypedModel, input: &Tensor) -> Vec<f32> {
    let plan = network.into_optimized().unwrap().into_runnable().unwrap();
    let outputs = plan.run(tvec![input.clone().into_tvalue()]).unwrap();
    outputs[0].try_as_plain_ram().unwrap().as_slice::<f32>().unwrap().to_vec()
}
