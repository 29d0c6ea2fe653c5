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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_counts_once() {
        assert_eq!(distance("Hb", "Hb"), 0);
        assert_eq!(distance("Hb", ""), 2);
        assert_eq!(distance("creatinine", "creatlnlne"), 2);
        assert_eq!(distance("13.2", "132"), 1);
        assert_eq!(distance("µg", "mg"), 1);
    }
}
