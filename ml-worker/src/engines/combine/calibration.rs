//! What an engine's own measure of sureness is worth.

/// Points of a curve from an engine's measure to how many of a hundred words with it are right, in parts of 1.
pub(super) struct Curve(&'static [(f32, f32)]);

impl Curve {
    /// The likelihood at a measure; straight between points, level beyond them.
    pub(super) fn at(&self, measure: f32) -> f32 {
        let after = self.0.iter().position(|&(at, _)| at >= measure);
        match after {
            Some(0) => self.0[0].1,
            Some(after) => {
                let ((x0, y0), (x1, y1)) = (self.0[after - 1], self.0[after]);
                y0 + (y1 - y0) * (measure - x0) / (x1 - x0)
            }
            None => self.0.last().map_or(0.0, |&(_, likely)| likely),
        }
    }
}

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
    fn a_curve_is_straight_between_its_points() {
        let curve = Curve(&[(0.2, 0.1), (0.6, 0.5), (1.0, 0.9)]);
        assert_eq!(curve.at(0.0), 0.1);
        assert!((curve.at(0.4) - 0.3).abs() < 1e-6);
        assert_eq!(curve.at(1.0), 0.9);
        assert_eq!(curve.at(2.0), 0.9);
    }

    #[test]
    fn surer_is_likelier() {
        for curve in [AGREED, PPOCR_ALONE, TESSERACT_ALONE, PPOCR_AGAINST, TESSERACT_AGAINST] {
            assert!(curve.0.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1));
            assert!(curve.0.iter().all(|&(_, likely)| (0.0..=1.0).contains(&likely)));
        }
    }
}
