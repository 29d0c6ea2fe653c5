//! Names and what they stand for; found although a letter is wrong.

use super::misread;
use crate::sense::fuzzy::{alike_plain, distance, enough, folded, plain};
use std::collections::{HashMap, HashSet};

/// Names and what they stand for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    names: Vec<(String, String, usize)>,
    exact: HashMap<String, Vec<usize>>,
    folded: HashMap<String, Vec<usize>>,
    words: HashSet<String>,
}

impl Lexicon {
    pub(crate) fn add(&mut self, name: &str, stands_for: usize) {
        let name = plain(name);
        if name.is_empty() {
            return;
        }
        let fold = folded(&name);
        let place = self.names.len();
        self.exact.entry(name.clone()).or_default().push(place);
        self.folded.entry(fold.clone()).or_default().push(place);
        self.words.extend(name.split(' ').map(str::to_owned));
        self.names.push((name, fold, stands_for));
    }

    /// How many names there are.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    /// Whether one of the names has this word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The names of one thing.
    pub(super) fn names(&self, stands_for: usize) -> impl Iterator<Item = &str> {
        self.names.iter().filter(move |(_, _, place)| *place == stands_for).map(|(name, _, _)| name.as_str())
    }

    /// What a name may stand for, and how well it fits; the best first. Several where the same name is used twice.
    /// For labels of forms, of which each is taken for the one it is most like.
    pub(crate) fn find(&self, name: &str) -> Vec<(usize, f32)> {
        self.search(name, |_, _| true)
    }

    /// The same for what must not be taken for its neighbour: a disease, a test, a medicine. A name that is not there
    /// letter by letter is found only where it may be one misread.
    pub(super) fn meant(&self, name: &str) -> Vec<(usize, f32)> {
        self.search(name, |said, known| misread::may_be(said, known, |word| self.has(word)))
    }

    fn search(&self, name: &str, fits: impl Fn(&str, &str) -> bool) -> Vec<(usize, f32)> {
        let name = plain(name);
        if let Some(places) = self.exact.get(&name) {
            return places.iter().map(|place| (self.names[*place].2, 1.0)).collect();
        }
        if name.len() < 2 {
            return Vec::new();
        }
        let fold = folded(&name);
        // Of short names folding makes others: "CI" is chloride, "Cl" too, but "CB" is not "C8".
        let fit = if name.len() <= 3 { 0.9 } else { 0.97 };
        let same = self.folded.get(&fold).into_iter().flatten().map(|place| &self.names[*place]);
        let same = same.filter(|(known, _, _)| fits(&name, known)).map(|(_, _, stands_for)| (*stands_for, fit));
        let same: Vec<(usize, f32)> = same.collect();
        let letters = fold.chars().count();
        if !same.is_empty() || letters <= 3 {
            return same;
        }
        let most = if letters <= 5 { 1 } else { 2 + usize::from(letters > 14) };
        let near =
            self.names.iter().filter(|(_, known, _)| known.len().abs_diff(fold.len()) <= most && known.len() > 3);
        let near = near.filter(|(_, known, _)| distance(known, &fold) <= most);
        let near = near.map(|(known, _, stands_for)| (known, *stands_for, alike_plain(known, &name)));
        let near = near.filter(|(known, _, fit)| *fit >= enough(letters) && fits(&name, known));
        let mut near: Vec<(usize, f32)> = near.map(|(_, stands_for, fit)| (stands_for, fit)).collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        near.truncate(3);
        near
    }
}
