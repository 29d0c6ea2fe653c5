//! Learns the weights: one logistic regression for each specialty and each sort of note, over how much each word counts.
//!
//! Nothing in it is left to chance but the order in which notes are seen, and that comes from a seed.

use super::{About, Model, model::STEP, words};
use crate::bench::rng::Rng;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A note somebody has sorted.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    /// What it says.
    pub text: String,
    /// Of which specialties it is.
    pub specialties: Vec<String>,
    /// What sort it is; nothing where nobody says.
    pub sort: Option<String>,
}

/// How it learns. The values were chosen by the notes kept for choosing (`val`).
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Words in fewer notes are left out.
    pub least_notes: usize,
    /// At most so many words, those that tell most.
    pub most_words: usize,
    /// A specialty of fewer notes is left out.
    pub least_of_class: usize,
    /// How often all notes are seen.
    pub rounds: usize,
    /// How far the first steps go.
    pub step: f32,
    /// How much weights are drawn to nothing in each round, for each note.
    pub decay: f32,
    /// What the order of notes comes from.
    pub seed: u64,
}

impl Default for Way {
    fn default() -> Self {
        Self {
            least_notes: 3,
            most_words: 6000,
            least_of_class: 15,
            rounds: 60,
            step: 1.0,
            decay: 1e-5,
            seed: 20_261_122,
        }
    }
}

/// Learns from sorted notes.
pub fn learn(notes: &[Sorted], way: Way) -> Model {
    let classes = classes(notes, way.least_of_class);
    let mut model =
        Model { bias: vec![0.0; classes.len()], sharpness: 1.0, words: chosen(notes, &classes, way), classes };
    let texts: Vec<Vec<(&str, f32)>> = notes.iter().map(|note| model.counted(&note.text)).collect();
    let known: Vec<&str> = texts.iter().flatten().map(|(word, _)| *word).collect::<BTreeSet<_>>().into_iter().collect();
    let place: HashMap<&str, usize> = known.iter().enumerate().map(|(place, word)| (*word, place)).collect();
    let texts: Vec<Vec<(usize, f32)>> =
        texts.iter().map(|text| text.iter().map(|(word, count)| (place[word], *count)).collect()).collect();
    let columns: Vec<(f32, Vec<f32>)> =
        model.classes.iter().map(|class| one(notes, &texts, known.len(), class, way)).collect();
    let weights: Vec<(String, Vec<f32>)> = known
        .iter()
        .enumerate()
        .map(|(place, word)| ((*word).to_owned(), columns.iter().map(|(_, weights)| rounded(weights[place])).collect()))
        .collect();
    model.bias = columns.iter().map(|(bias, _)| rounded(*bias)).collect();
    for (word, weights) in weights {
        if let Some(known) = model.words.get_mut(&word) {
            known.1 = weights;
        }
    }
    model
}

fn rounded(weight: f32) -> f32 {
    (weight / STEP).round() * STEP
}

fn is_of(note: &Sorted, (about, class): &(About, String)) -> bool {
    match about {
        About::Specialty => note.specialties.contains(class),
        About::Sort => note.sort.as_ref() == Some(class),
    }
}

fn classes(notes: &[Sorted], least: usize) -> Vec<(About, String)> {
    let mut counts: BTreeMap<(About, String), usize> = BTreeMap::new();
    for note in notes {
        let specialties = note.specialties.iter().map(|class| (About::Specialty, class.clone()));
        for class in specialties.chain(note.sort.iter().map(|class| (About::Sort, class.clone()))) {
            *counts.entry(class).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(class, _)| class).collect()
}

/// The words that tell most of some class (by chi-square over notes with and without them), with how rare each is.
fn chosen(notes: &[Sorted], classes: &[(About, String)], way: Way) -> HashMap<String, (f32, Vec<f32>)> {
    let mut holding: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, note) in notes.iter().enumerate() {
        for word in words(&note.text).collect::<BTreeSet<_>>() {
            holding.entry(word).or_default().push(number);
        }
    }
    let of_class: Vec<Vec<bool>> =
        classes.iter().map(|class| notes.iter().map(|note| is_of(note, class)).collect()).collect();
    let all = notes.len() as f64;
    let tells = |holding: &[usize]| {
        let worth = |of: &Vec<bool>| {
            let both = holding.iter().filter(|number| of[**number]).count() as f64;
            let (have, are) = (holding.len() as f64, of.iter().filter(|of| **of).count() as f64);
            let expected = have * are / all;
            (both - expected).powi(2) / expected.max(1e-9)
        };
        of_class.iter().map(worth).fold(0.0, f64::max)
    };
    let mut ranked: Vec<(f64, String, usize)> = holding
        .into_iter()
        .filter(|(_, holding)| holding.len() >= way.least_notes)
        .map(|(word, holding)| (tells(&holding), word, holding.len()))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    ranked.truncate(way.most_words);
    let rarity = |count: usize| (((1.0 + all) / (1.0 + count as f64)).ln() + 1.0) as f32;
    // Kept with two digits, so that what is learned is what is read back.
    let kept = |rarity: f32| (rarity * 100.0).round() / 100.0;
    ranked.into_iter().map(|(_, word, count)| (word, (kept(rarity(count)), vec![0.0; classes.len()]))).collect()
}

/// Bias and weights of one class, by stochastic gradient descent with steps that shrink where much was learned (AdaGrad).
fn one(
    notes: &[Sorted],
    texts: &[Vec<(usize, f32)>],
    words: usize,
    class: &(About, String),
    way: Way,
) -> (f32, Vec<f32>) {
    let is: Vec<bool> = notes.iter().map(|note| is_of(note, class)).collect();
    let some = is.iter().filter(|is| **is).count().max(1) as f32;
    let all = is.len() as f32;
    // Rare classes count as much as frequent ones.
    let (weigh_is, weigh_not) = (all / (2.0 * some), all / (2.0 * (all - some).max(1.0)));
    let (mut bias, mut bias_seen) = (0.0_f32, 1e-6_f32);
    let (mut weights, mut seen) = (vec![0.0_f32; words], vec![1e-6_f32; words]);
    let mut rng = Rng::new(way.seed);
    let mut order: Vec<usize> = (0..texts.len()).collect();
    for _ in 0..way.rounds {
        (1..order.len()).rev().for_each(|place| order.swap(place, rng.below(place + 1)));
        for number in &order {
            let text = &texts[*number];
            let score: f32 = bias + text.iter().map(|(word, count)| weights[*word] * count).sum::<f32>();
            let says = 1.0 / (1.0 + (-score).exp());
            let off = if is[*number] { (says - 1.0) * weigh_is } else { says * weigh_not };
            bias_seen += off * off;
            bias -= way.step * off / bias_seen.sqrt();
            for (word, count) in text {
                let slope = off * count + way.decay * weights[*word];
                seen[*word] += slope * slope;
                weights[*word] -= way.step * slope / seen[*word].sqrt();
            }
        }
    }
    (bias, weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(text: &str, specialty: &str, sort: &str) -> Sorted {
        Sorted { text: text.into(), specialties: vec![specialty.into()], sort: Some(sort.into()) }
    }

    #[test]
    fn what_is_learned_is_the_same_each_time_and_right() {
        let notes: Vec<Sorted> = (0..40)
            .map(|number| match number % 2 {
                0 => note("heart valve murmur chest heart", "Heart", "letter"),
                _ => note("tooth gum enamel crown", "Teeth", "operation note"),
            })
            .collect();
        let way = Way { least_of_class: 5, ..Way::default() };
        let model = learn(&notes, way);
        assert_eq!(model.written(), learn(&notes, way).written());
        assert_eq!(Model::read(&model.written()).expect("well written").written(), model.written());
        let first = |text: &str, about| model.opinions(text, about)[0].class.clone();
        assert_eq!(first("a murmur of the heart", About::Specialty), "Heart");
        assert_eq!(first("the crown of a tooth", About::Sort), "operation note");
    }
}
