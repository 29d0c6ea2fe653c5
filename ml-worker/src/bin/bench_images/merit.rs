//! Figures of merit, each with its interval: whole groups of alike pictures are drawn again and again.

use std::collections::BTreeMap;

/// A figure and its interval.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Merit {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// Steps of a generator whose numbers are the same in every run (xorshift64*).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.roll()) * end as u128) >> 64) as usize
    }

    /// From 0 to 1.
    pub(crate) fn part(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Around 0, with a spread of 1: twelve even numbers added up.
    pub(crate) fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.part()).sum::<f64>() - 6.0
    }
}

const DRAWS: usize = 1000;

/// A figure of all items and of groups drawn at random.
pub(crate) fn merit<T>(items: &[T], group: impl Fn(&T) -> &str, figure: impl Fn(&[&T]) -> f64) -> Merit {
    let all: Vec<&T> = items.iter().collect();
    let mut groups: BTreeMap<&str, Vec<&T>> = BTreeMap::new();
    items.iter().for_each(|item| groups.entry(group(item)).or_default().push(item));
    let groups: Vec<Vec<&T>> = groups.into_values().collect();
    let mut dice = Dice::new(7);
    let mut drawn: Vec<f64> = (0..DRAWS)
        .filter_map(|_| {
            let some: Vec<&T> =
                (0..groups.len()).flat_map(|_| groups[dice.below(groups.len())].iter().copied()).collect();
            Some(figure(&some)).filter(|value| value.is_finite())
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    let rank = |part: f64| drawn.get(((drawn.len() as f64 - 1.0) * part).round() as usize).copied().unwrap_or(f64::NAN);
    Merit { value: figure(&all), low: rank(0.025), high: rank(0.975) }
}

/// The part of the items for which something holds.
pub(crate) fn share<T>(items: &[&T], holds: impl Fn(&T) -> bool) -> f64 {
    items.iter().filter(|item| holds(item)).count() as f64 / items.len() as f64
}

/// The part of pairs, one sick and one not, of which the sick one has the higher score; ties count half.
pub(crate) fn auc(mut scored: Vec<(f64, bool)>) -> f64 {
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut pairs, mut at) = (0.0, 0.0, 0);
    while at < scored.len() {
        let end = at + scored[at..].iter().take_while(|(score, _)| *score == scored[at].0).count();
        let sick = scored[at..end].iter().filter(|(_, sick)| *sick).count() as f64;
        let well = (end - at) as f64 - sick;
        pairs += sick * (below + well / 2.0);
        below += well;
        at = end;
    }
    pairs / (below * (scored.len() as f64 - below))
}

/// How far stated probabilities lie from what was right, over fifteen equal parts.
pub(crate) fn calibration_error(stated: &[(f64, bool)]) -> f64 {
    const PARTS: usize = 15;
    let mut parts = [0.0; PARTS];
    for (share, right) in stated {
        parts[((share * PARTS as f64) as usize).min(PARTS - 1)] += f64::from(u8::from(*right)) - share;
    }
    parts.iter().map(|gap: &f64| gap.abs()).sum::<f64>() / stated.len() as f64
}

/// Mean over the classes of the balance between finding all and finding only.
pub(crate) fn f1(pairs: &[(usize, usize)], classes: usize) -> f64 {
    let score = |class: usize| {
        let hit = pairs.iter().filter(|(truth, guess)| *truth == class && *guess == class).count() as f64;
        let wrong = pairs.iter().filter(|(truth, guess)| (*truth == class) != (*guess == class)).count() as f64;
        if hit + wrong == 0.0 { 1.0 } else { 2.0 * hit / (2.0 * hit + wrong) }
    };
    (0..classes).map(score).sum::<f64>() / classes as f64
}

/// The place of the largest.
pub(crate) fn largest(values: &[f32]) -> usize {
    (0..values.len()).rev().max_by(|a, b| values[*a].total_cmp(&values[*b])).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_what_they_are_by_hand() {
        assert!((auc(vec![(0.1, false), (0.4, true), (0.4, false), (0.9, true)]) - 0.875).abs() < 1e-9);
        assert!((calibration_error(&[(0.9, true), (0.9, false)]) - 0.4).abs() < 1e-9);
        assert!((f1(&[(0, 0), (0, 1), (1, 1)], 2) - 2.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_interval_of_one_group_is_a_point() {
        let items = [("a", 1.0), ("a", 0.0)];
        let merit = merit(&items, |item| item.0, |items| items.iter().map(|item| item.1).sum::<f64>() / 2.0);
        assert_eq!((merit.value, merit.low, merit.high), (0.5, 0.5, 0.5));
    }
}
