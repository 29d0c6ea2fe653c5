//! From a letter for each moment to words: the network says of each narrow slice of a line which letter it shows.

/// A letter that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    pub(super) text: char,
    /// How sure the network is, 0 to 1.
    pub(super) sure: f32,
    /// The slices it was seen in: first, and one after the last.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The letters a network knows, in the order of its outputs; output 0 stands for none, the last for a space.
pub(super) struct Letters(Vec<char>);

impl Letters {
    pub(super) fn new(lines: &str) -> Self {
        Self(lines.split('\n').filter_map(|line| line.chars().next()).chain([' ']).collect())
    }

    /// The letters that are read, and at which outputs they stand. A tenth of the work goes into letters of Chinese,
    /// Japanese and Korean, which nobody here reads, and which it takes for punctuation now and then.
    pub(super) fn wanted(&self) -> (Self, Vec<usize>) {
        let wanted = |letter: char| !matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..);
        let kept = (0..self.0.len()).filter(|&at| wanted(self.0[at]));
        let letters = kept.clone().map(|at| self.0[at]).collect();
        (Self(letters), std::iter::once(0).chain(kept.map(|at| at + 1)).collect())
    }

    /// How many outputs such a network has.
    pub(super) fn outputs(&self) -> usize {
        self.0.len() + 1
    }

    /// Reads one line: `slices` holds, slice after slice, the likelihood of each letter. The same letter in neighbouring
    /// slices is one letter; none between two makes them two.
    pub(super) fn read(&self, slices: &[f32]) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::new();
        let mut last = 0;
        for (at, slice) in slices.chunks_exact(self.outputs()).enumerate() {
            let (best, sure) = likeliest(slice);
            if best > 0 {
                match letters.last_mut() {
                    Some(letter) if best == last => {
                        letter.sure = letter.sure.max(sure);
                        letter.to = at + 1;
                    }
                    _ => letters.push(Letter { text: self.0[best - 1], sure, from: at, to: at + 1 }),
                }
            }
            last = best;
        }
        letters
    }
}

fn likeliest(slice: &[f32]) -> (usize, f32) {
    slice.iter().copied().enumerate().fold((0, 0.0), |best, (at, sure)| if sure > best.1 { (at, sure) } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_nobody_reads_are_left_out_with_their_outputs() {
        let (letters, outputs) = Letters::new("a\n化\nµ\n。").wanted();
        assert_eq!((letters.0, outputs), (vec!['a', 'µ', ' '], vec![0, 1, 3, 5]));
    }

    #[test]
    fn repeats_are_one_letter_and_a_pause_parts_twins() {
        let letters = Letters::new("a\nb");
        assert_eq!(letters.outputs(), 4);
        let slices: Vec<f32> = [1, 1, 0, 1, 3, 2]
            .iter()
            .enumerate()
            .flat_map(|(at, &best)| (0..4).map(move |output| if output == best { 0.5 + at as f32 / 20.0 } else { 0.1 }))
            .collect();
        let read = letters.read(&slices);
        let text: String = read.iter().map(|letter| letter.text).collect();
        assert_eq!(text, "aa b");
        assert_eq!((read[0].from, read[0].to, read[0].sure), (0, 2, 0.55));
        assert_eq!((read[3].from, read[3].to), (5, 6));
    }
}
