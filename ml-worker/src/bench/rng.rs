//! Numbers from a seed, the same on every machine.

use crate::check::print::mix;

/// SplitMix64.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(mix(seed ^ 0x5eed_c0de))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// Below this.
    pub fn below(&mut self, end: usize) -> usize {
        (self.bits() % end.max(1) as u64) as usize
    }

    /// From 0 to 1.
    pub fn part(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Whether, with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.part() < probability
    }

    /// One of these.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Some of these, each once, in their order.
    pub fn some<T: Clone>(&mut self, all: &[T], count: usize) -> Vec<T> {
        let mut left: Vec<usize> = (0..all.len()).collect();
        let mut taken: Vec<usize> = Vec::new();
        for _ in 0..count.min(all.len()) {
            let place = self.below(left.len());
            taken.push(left.remove(place));
        }
        taken.sort_unstable();
        taken.into_iter().map(|place| all[place].clone()).collect()
    }

    /// About this, by about that much.
    pub fn about(&mut self, middle: f64, spread: f64) -> f64 {
        let sum: f64 = (0..6).map(|_| self.part()).sum();
        middle + spread * (sum - 3.0) * 1.4
    }
}
