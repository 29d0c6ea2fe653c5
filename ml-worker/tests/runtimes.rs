//! ONNX Runtime, where there is one, says what tract says.
#![cfg(feature = "ort")]

use chartkey_worker::engines::ppocr::FILES;
use chartkey_worker::imaging::card;
use chartkey_worker::model::{self, File, Model, Numbers, Tract, ort};

/// By how much answers may differ, as a share of the largest, or of one. Sums are taken in another order.
const TOLERANCE: f32 = 1e-3;

#[test]
fn both_runtimes_answer_alike() {
    if ort::library().is_none() {
        eprintln!("not tried: {} names no library", ort::LIBRARY);
        return;
    }
    let folder = model::folder().join("ppocr-v6");
    let shapes = [[1, 3, 160, 320], [1, 3, 48, 192], [1, 3, 48, 240]];
    let words = FILES.into_iter().zip(shapes).map(|(file, shape)| (File::read(&folder.join(file)).unwrap(), shape));
    let pictures = card::carried().unwrap().into_iter().map(|(card, file)| (file, card.input));
    for (file, shape) in words.chain(pictures) {
        let values = (0..shape.iter().product::<usize>()).map(|at| (at * 7919 % 255) as f32 / 127.5 - 1.0);
        let input = [Numbers { shape: shape.to_vec(), values: values.collect() }];
        let ours = Tract::open(&file).unwrap().run(&input).unwrap();
        let theirs = ort::OnnxRuntime::open(&file).unwrap().run(&input).unwrap();
        assert_eq!(ours.len(), theirs.len(), "{}", file.name);
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!(ours.shape, theirs.shape, "{}", file.name);
            let largest = theirs.values.iter().map(|value| value.abs()).fold(1.0, f32::max);
            let apart = ours.values.iter().zip(&theirs.values).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(apart <= TOLERANCE * largest, "{}: {apart} of {largest}", file.name);
        }
    }
}

#[test]
fn a_file_that_is_no_network_is_refused() {
    if ort::library().is_none() {
        eprintln!("not tried: {} names no library", ort::LIBRARY);
        return;
    }
    let file = File::carried("no network", b"no network");
    assert!(matches!(ort::OnnxRuntime::open(&file), Err(model::ModelError::Form { .. })));
}
