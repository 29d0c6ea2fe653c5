//! What a measure of sureness is worth.

/// Points of a curve from a measure to how many of a hundred things with it are right, in parts of 1.
pub(crate) struct Curve(pub(crate) &'static [(f32, f32)]);

impl Curve {
    /// The likelihood at a measure; straight between points, level beyond them.
    pub(crate) fn at(&self, measure: f32) -> f32 {
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
}
