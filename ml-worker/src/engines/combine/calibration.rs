//! What an engine's own measure of sureness is worth.

use crate::curve::Curve;

// Measured on every other one of the first 24 of 60 scanned receipts (1,442 words, where engines differ those of both),
// with `measure_reading FOLDER --half even --most 12 --calibrate`. A word counts as wrong when one of its letters or its
// spaces are. What one engine says alone has few words behind it (38 and 15): the lower ends of those two curves are
// taken from where engines differ.
pub(super) const AGREED: Curve =
    Curve(&[(0.477, 0.864), (0.789, 0.877), (0.885, 0.901), (0.925, 0.951), (0.961, 0.975)]);
pub(super) const PPOCR_ALONE: Curve = Curve(&[(0.68, 0.333), (0.986, 0.921)]);
pub(super) const TESSERACT_ALONE: Curve = Curve(&[(0.042, 0.0), (0.542, 0.533)]);
pub(super) const PPOCR_AGAINST: Curve =
    Curve(&[(0.68, 0.333), (0.917, 0.567), (0.978, 0.733), (0.995, 0.867), (0.999, 0.912)]);
pub(super) const TESSERACT_AGAINST: Curve =
    Curve(&[(0.042, 0.0), (0.367, 0.033), (0.55, 0.067), (0.709, 0.117), (0.885, 0.299)]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surer_is_likelier() {
        for curve in [AGREED, PPOCR_ALONE, TESSERACT_ALONE, PPOCR_AGAINST, TESSERACT_AGAINST] {
            assert!(curve.0.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1));
            assert!(curve.0.iter().all(|&(_, likely)| (0.0..=1.0).contains(&likely)));
        }
    }
}
