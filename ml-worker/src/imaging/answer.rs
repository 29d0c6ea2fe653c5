//! What a model answers, and when it says that it cannot tell.

use super::{card::Card, heat::Heat, network::Evidence};

/// What a model answers about one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The model's name.
    pub model: String,
    /// How probable each class is, in the order of the model's card.
    pub probabilities: Vec<f32>,
    /// How probable it is that something was found.
    pub sick: f32,
    /// What it says.
    pub said: Said,
    /// Where it looked; nothing where nothing was found.
    pub heat: Option<Heat>,
}

/// What a model says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing was found.
    Healthy,
    /// Something was found: which class it is, where that is sure enough.
    Sick(Option<usize>),
    /// It is not sure enough to say either.
    CannotTell,
}

pub(super) fn of(card: &Card, evidence: &Evidence) -> Answer {
    let probabilities = evidence.probabilities.clone();
    let healthy = card.healthy();
    let sick = 1.0 - healthy.and_then(|healthy| probabilities.get(healthy)).copied().unwrap_or(0.0);
    let said = said(card, &probabilities, sick);
    // Also where it cannot tell: whoever looks then should see what made it waver.
    let shown = match said {
        Said::Healthy => None,
        Said::Sick(Some(class)) => Some(class),
        Said::Sick(None) | Said::CannotTell => likeliest_sick(card, &probabilities),
    };
    let heat = shown.and_then(|class| Heat::of(evidence, class, healthy));
    Answer { model: card.name.clone(), probabilities, sick, said, heat }
}

/// How probable it is that something is there, and where the likeliest sickness would be.
pub(super) fn suspicion(card: &Card, evidence: &Evidence) -> (f32, Option<Heat>) {
    let class = likeliest_sick(card, &evidence.probabilities);
    (of(card, evidence).sick, class.and_then(|class| Heat::of(evidence, class, card.healthy())))
}

/// A healthy answer needs the model to be sure. A sick one needs that too, and the cut that training chose; a class of
/// sickness is named where its own probability is as sure.
fn said(card: &Card, probabilities: &[f32], sick: f32) -> Said {
    let sure = card.thresholds.unsure_below;
    if 1.0 - sick >= sure {
        return Said::Healthy;
    }
    if sick < sure.max(card.thresholds.sick_from.unwrap_or(0.0)) {
        return Said::CannotTell;
    }
    Said::Sick(likeliest_sick(card, probabilities).filter(|class| probabilities[*class] >= sure))
}

/// The likeliest class that is not the healthy one.
#[must_use]
pub fn likeliest_sick(card: &Card, probabilities: &[f32]) -> Option<usize> {
    let classes = (0..probabilities.len()).filter(|class| Some(*class) != card.healthy());
    classes.max_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b]))
}
