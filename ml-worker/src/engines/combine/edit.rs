//! How far two texts are apart.

/// How many letters have to be put in, taken out or exchanged to make one text of the other.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let exchanged = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = exchanged.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

/// For each letter of `b`, the letter of `a` it stands for, where they are the same in the cheapest way from one to the
/// other.
pub(super) fn matches(a: &[char], b: &[char]) -> Vec<Option<usize>> {
    let wide = b.len() + 1;
    let mut costs = vec![0_usize; (a.len() + 1) * wide];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            costs[i * wide + j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let exchanged = costs[(i - 1) * wide + j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    exchanged.min(costs[(i - 1) * wide + j] + 1).min(costs[i * wide + j - 1] + 1)
                }
            };
        }
    }
    let mut matched = vec![None; b.len()];
    let (mut i, mut j) = (a.len(), b.len());
    while i > 0 && j > 0 {
        let same = a[i - 1] == b[j - 1];
        if costs[i * wide + j] == costs[(i - 1) * wide + j - 1] + usize::from(!same) {
            (i, j) = (i - 1, j - 1);
            matched[j] = same.then_some(i);
        } else if costs[i * wide + j] == costs[(i - 1) * wide + j] + 1 {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    matched
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_find_their_partners() {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        assert_eq!(matches(&letters("1O3 x"), &letters("1033")), [Some(0), None, Some(2), None]);
        assert_eq!(matches(&letters("abc"), &letters("bc")), [Some(1), Some(2)]);
        assert_eq!(matches(&[], &letters("a")), [None]);
    }

    #[test]
    fn each_change_counts_once() {
        assert_eq!(distance("Hb", "Hb"), 0);
        assert_eq!(distance("Hb", ""), 2);
        assert_eq!(distance("creatinine", "creatlnlne"), 2);
        assert_eq!(distance("13.2", "132"), 1);
        assert_eq!(distance("µg", "mg"), 1);
    }
}
