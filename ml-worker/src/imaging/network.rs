//! A model with its card.

use super::{card::Card, prepare::Small};
use crate::model::{self, File, Model, ModelError};

/// A model with its card.
pub struct Network {
    /// What is known of it.
    pub card: Card,
    model: Box<dyn Model>,
}

/// What a model makes of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// How probable each class is.
    pub probabilities: Vec<f32>,
    /// The evidence for each class at each place: classes of rows of cells.
    pub map: Vec<f32>,
    /// Cells in a row, and rows.
    pub cells: usize,
    /// How far it lies from the pictures other models learned from; empty where the model does not say.
    pub distance: Vec<f32>,
}

impl Network {
    pub(super) fn open((card, file): (Card, File)) -> Result<Self, ModelError> {
        Ok(Self { card, model: model::open(&file)? })
    }

    /// What it makes of a picture.
    ///
    /// # Errors
    /// When it fails, or answers in another form than its card says.
    pub fn run(&self, small: &Small) -> Result<Evidence, ModelError> {
        let outputs = self.model.run(&[small.input(&self.card)])?;
        let output = |name: &str| {
            let at = self.card.outputs.iter().position(|output| output == name)?;
            outputs.get(at)
        };
        let wrong = || ModelError::Run { file: self.card.file.clone(), reason: "it answers in another form".into() };
        let logits =
            output("logits").filter(|logits| logits.values.len() == self.card.classes.len()).ok_or_else(wrong)?;
        let map = output("cam").ok_or_else(wrong)?;
        let [1, classes, rows, cells] = map.shape[..] else { return Err(wrong()) };
        if classes != self.card.classes.len() || rows != cells || cells == 0 {
            return Err(wrong());
        }
        Ok(Evidence {
            probabilities: softmax(&logits.values, self.card.temperature),
            map: map.values.clone(),
            cells,
            distance: output("distance").map(|distance| distance.values.clone()).unwrap_or_default(),
        })
    }

    /// The SHA-256 of its file.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        self.model.digest()
    }
}

fn softmax(logits: &[f32], temperature: f32) -> Vec<f32> {
    let scaled: Vec<f64> = logits.iter().map(|logit| f64::from(*logit) / f64::from(temperature)).collect();
    let most = scaled.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let raised: Vec<f64> = scaled.iter().map(|value| (value - most).exp()).collect();
    let sum: f64 = raised.iter().sum();
    raised.iter().map(|value| (value / sum) as f32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_sum_to_one_and_a_higher_temperature_is_less_sure() {
        let cool = softmax(&[2.0, 0.0, -300.0], 0.5);
        let warm = softmax(&[2.0, 0.0, -300.0], 2.0);
        assert!((cool.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!(cool[0] > warm[0] && warm[0] > 0.5);
    }
}
