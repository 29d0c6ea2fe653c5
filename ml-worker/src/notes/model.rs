//! The model: for each word, how rare it is and how much it speaks for each class.

use super::{About, words};
use std::{collections::HashMap, sync::LazyLock};

/// Weights by word and class.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What each column speaks for.
    pub(super) classes: Vec<(About, String)>,
    /// What each class has before the first word.
    pub(super) bias: Vec<f32>,
    /// How much more often one of these probabilities is right than it says: the log-odds are multiplied by it.
    pub(super) sharpness: f32,
    /// How rare a word is, and its weights.
    pub(super) words: HashMap<String, (f32, Vec<f32>)>,
}

/// What the model makes of a text in one respect.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    /// Which class.
    pub class: String,
    /// How likely, 0 to 1.
    pub sure: f32,
    /// The words that speak most for it, the loudest first.
    pub because: Vec<String>,
}

/// Weights are kept as whole numbers of this.
pub(super) const STEP: f32 = 0.125;
/// So many words are named for an opinion.
const NAMED: usize = 5;

/// Why weights could not be read.
#[derive(Debug, thiserror::Error)]
#[error("line {line} of the weights is not as it should be")]
pub struct Damaged {
    line: usize,
}

impl Model {
    /// The committed one. Without opinions where the committed weights are damaged, which a test rules out.
    pub fn committed() -> &'static Self {
        static COMMITTED: LazyLock<Model> =
            LazyLock::new(|| Model::read(include_str!("../../models/notes.csv")).unwrap_or_default());
        &COMMITTED
    }

    /// Reads what [`Model::written`] wrote.
    ///
    /// # Errors
    /// When a line is not as it should be.
    pub fn read(text: &str) -> Result<Self, Damaged> {
        let damaged = |line: usize| Damaged { line: line + 1 };
        let mut lines = text.lines().enumerate().map(|(number, line)| (number, line.split(',').collect::<Vec<_>>()));
        let mut head = |name: &str| {
            let (number, parts) = lines.next().ok_or(damaged(0))?;
            (parts.first() == Some(&name)).then(|| (number, parts[1..].to_vec())).ok_or(damaged(number))
        };
        let (_, classes) = head("class")?;
        let classes = classes.into_iter().map(|class| match class.split_once(':') {
            Some(("sort", name)) => (About::Sort, name.to_owned()),
            _ => (About::Specialty, class.trim_start_matches("specialty:").to_owned()),
        });
        let classes: Vec<(About, String)> = classes.collect();
        let (number, sharpness) = head("sharpness")?;
        let sharpness = sharpness.first().and_then(|text| text.parse().ok()).ok_or(damaged(number))?;
        let numbers = |number: usize, parts: &[&str]| -> Result<Vec<f32>, Damaged> {
            let steps = parts.iter().map(|part| part.parse::<i16>().map(|steps| f32::from(steps) * STEP));
            let weights: Vec<f32> = steps.collect::<Result<_, _>>().map_err(|_| damaged(number))?;
            (weights.len() == classes.len()).then_some(weights).ok_or(damaged(number))
        };
        let (number, bias) = head("bias")?;
        let bias = numbers(number, &bias)?;
        let mut words = HashMap::new();
        for (number, parts) in lines {
            let [word, rarity, weights @ ..] = &parts[..] else { return Err(damaged(number)) };
            let rarity = rarity.parse().map_err(|_| damaged(number))?;
            words.insert((*word).to_owned(), (rarity, numbers(number, weights)?));
        }
        Ok(Self { classes, bias, sharpness, words })
    }

    /// As text: heads, then a line for each word.
    pub fn written(&self) -> String {
        let class = |(about, name): &(About, String)| match about {
            About::Specialty => format!("specialty:{name}"),
            About::Sort => format!("sort:{name}"),
        };
        let steps = |weights: &[f32]| {
            weights.iter().map(|weight| format!(",{}", (weight / STEP).round() as i16)).collect::<String>()
        };
        let classes: String = self.classes.iter().map(|one| format!(",{}", class(one))).collect();
        let mut text = format!("class{classes}\nsharpness,{}\nbias{}\n", self.sharpness, steps(&self.bias));
        let mut words: Vec<_> = self.words.iter().collect();
        words.sort_by_key(|(word, _)| *word);
        for (word, (rarity, weights)) in words {
            text.push_str(&format!("{word},{rarity:.2}{}\n", steps(weights)));
        }
        text
    }

    /// The words of a text that the model knows, each with how much it counts; all together they have the length one.
    pub(super) fn counted<'a>(&'a self, text: &str) -> Vec<(&'a str, f32)> {
        let mut counts: HashMap<&str, f32> = HashMap::new();
        for word in words(text) {
            if let Some((known, _)) = self.words.get_key_value(&word) {
                *counts.entry(known).or_default() += 1.0;
            }
        }
        let mut counted: Vec<(&str, f32)> =
            counts.into_iter().map(|(word, count)| (word, (1.0 + count.ln()) * self.words[word].0)).collect();
        // In one order, so that sums are the same on each run.
        counted.sort_by_key(|(word, _)| *word);
        let length = counted.iter().map(|(_, count)| count * count).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        counted.iter_mut().for_each(|(_, count)| *count /= length);
        counted
    }

    /// What the model makes of a text, the likeliest first. A text without known words is of no class.
    pub fn opinions(&self, text: &str, about: About) -> Vec<Opinion> {
        let counted = self.counted(text);
        if counted.is_empty() {
            return Vec::new();
        }
        let columns: Vec<usize> = (0..self.classes.len()).filter(|column| self.classes[*column].0 == about).collect();
        let score = |column: usize| {
            let sum = counted.iter().map(|(word, count)| count * self.words[*word].1[column]).sum::<f32>();
            (self.bias[column] + sum) * self.sharpness
        };
        let scores: Vec<f32> = columns.iter().map(|column| score(*column)).collect();
        let all: f32 = scores.iter().map(|score| score.exp()).sum();
        let mut opinions: Vec<Opinion> = columns
            .iter()
            .zip(&scores)
            .map(|(column, score)| {
                let sure = match about {
                    About::Specialty => 1.0 / (1.0 + (-score).exp()),
                    About::Sort => score.exp() / all,
                };
                let mut loud: Vec<(&str, f32)> =
                    counted.iter().map(|(word, count)| (*word, count * self.words[*word].1[*column])).collect();
                loud.retain(|(_, weight)| *weight > 0.0);
                loud.sort_by(|a, b| b.1.total_cmp(&a.1));
                let because = loud.into_iter().take(NAMED).map(|(word, _)| word.to_owned()).collect();
                Opinion { class: self.classes[*column].1.clone(), sure, because }
            })
            .collect();
        opinions.sort_by(|a, b| b.sure.total_cmp(&a.sure));
        opinions
    }

    /// Takes what it says for this much surer, or less sure, than it learned.
    pub fn sharpen(&mut self, sharpness: f32) {
        self.sharpness = sharpness;
    }

    /// How rare a word is; nothing where the model never saw it.
    pub fn rarity(&self, word: &str) -> Option<f32> {
        self.words.get(word).map(|(rarity, _)| *rarity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_weights_are_whole() {
        let model = Model::read(include_str!("../../models/notes.csv")).expect("as they were written");
        assert!(model.words.len() > 1000 && model.classes.len() > 20);
        assert_eq!(model.written(), include_str!("../../models/notes.csv"));
    }

    #[test]
    fn a_note_is_of_the_specialty_its_words_speak_for() {
        let note = "CARDIAC CATHETERIZATION. Left ventriculogram and coronary angiography were done for angina. The left \
                    anterior descending artery has a stenosis of 80 %. Ejection fraction is 45 %.";
        let first = &Model::committed().opinions(note, About::Specialty)[0];
        assert!(first.class.starts_with("Cardiovascular") && first.sure > 0.8, "{first:?}");
        assert!(first.because.iter().any(|word| word == "coronary" || word == "artery"), "{first:?}");
        assert_eq!(Model::committed().opinions("12 34", About::Specialty), []);
    }

    #[test]
    fn damaged_weights_are_refused() {
        assert!(Model::read("").is_err());
        assert!(Model::read("class,specialty:A\nsharpness,1\nbias,0\nword,1.00,1,2\n").is_err());
        assert!(Model::read("class,specialty:A\nsharpness,1\nbias,0\nword,1.00,8\n").is_ok());
    }
}
