//! Whose paper it is and whose hand wrote it, by the names on it.

use super::Facts;

/// What a machine calls the names on a paper.
const PATIENT: &str = "Patient";
const DOCTOR: &str = "Doctor";
const REFERRER: &str = "Referred by";
const HOSPITAL: &str = "Hospital";
/// Of a word, one letter in so many may have been misread.
const MISREAD: usize = 3;
/// Of a house's whole name, one in so many: houses of one town are called alike.
const MISREAD_OF_HOUSE: usize = 8;

impl Facts {
    /// The name of the person the paper is about, where it was read.
    #[must_use]
    pub fn person(&self) -> Option<&str> {
        self.named(PATIENT)
    }

    /// The doctor it names: who wrote it, else who asked for it.
    #[must_use]
    pub fn doctor(&self) -> Option<&str> {
        self.named(DOCTOR).or_else(|| self.named(REFERRER))
    }

    /// The hospital or laboratory it names.
    #[must_use]
    pub fn hospital(&self) -> Option<&str> {
        self.named(HOSPITAL)
    }

    fn named(&self, what: &str) -> Option<&str> {
        let said = self.results.iter().find(|result| result.test == what && result.number.is_none())?;
        Some(said.value.trim()).filter(|name| !name.is_empty())
    }
}

/// Whether two names may be one person's. Names in different scripts cannot be held against each other, so they may.
#[must_use]
pub fn may_be_one(a: &str, b: &str) -> bool {
    fit(a, b).unwrap_or(true)
}

/// Whether two names fit: in any order, with initials, titles and second names left out, with letters misread. Nothing
/// where they cannot be held against each other.
#[must_use]
pub(crate) fn fit(a: &str, b: &str) -> Option<bool> {
    let (mut few, mut many) = (words(a), words(b));
    if few.len() > many.len() {
        std::mem::swap(&mut few, &mut many);
    }
    let latin = |words: &[String]| words.iter().flat_map(|word| word.chars()).all(|letter| letter < '\u{250}');
    if few.is_empty() || latin(&few) != latin(&many) {
        return None;
    }
    if few.concat() == many.concat() {
        return Some(true);
    }
    // Whole words are given away before initials, which fit many.
    few.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let mut spelt = false;
    let each = few.iter().all(|word| {
        let at = many.iter().position(|other| same_word(word, other));
        let at = at.or_else(|| many.iter().position(|other| initial(word, other)));
        at.is_some_and(|at| {
            let other = many.remove(at);
            spelt |= word.chars().count() > 1 && other.chars().count() > 1;
            true
        })
    });
    Some(each && spelt)
}

/// Whether two names may be one house's, whatever the law adds to them.
#[must_use]
pub(crate) fn same_house(a: &str, b: &str) -> bool {
    const LEGAL: [&str; 8] = ["pvt", "ltd", "private", "limited", "the", "llp", "inc", "and"];
    let bare = |name: &str| words(name).into_iter().filter(|word| !LEGAL.contains(&word.as_str())).collect::<String>();
    let (a, b) = (bare(a), bare(b));
    let longest = a.chars().count().max(b.chars().count());
    longest > 0 && apart(&a, &b) <= longest / MISREAD_OF_HOUSE
}

fn words(name: &str) -> Vec<String> {
    const TITLES: [&str; 10] = ["mr", "mrs", "ms", "miss", "dr", "smt", "shri", "sri", "master", "baby"];
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).filter(|word| !TITLES.contains(&word.as_str())).collect()
}

fn initial(a: &str, b: &str) -> bool {
    (a.chars().count() == 1 || b.chars().count() == 1) && a.chars().next() == b.chars().next()
}

fn same_word(a: &str, b: &str) -> bool {
    let longest = a.chars().count().max(b.chars().count());
    longest > 1 && apart(a, b) <= longest / MISREAD
}

/// How many letters have to be changed, put in or left out.
fn apart(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = before + usize::from(x != *y);
            before = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Measured;

    #[test]
    fn one_person_goes_by_many_spellings() {
        for (paper, own) in [
            ("Mrs. RAO ASHA", "Asha Rao"),
            ("Asha R. Rao", "Asha Ramesh Rao"),
            ("A. Rao", "Asha Rao"),
            ("Asha Ra0", "Asha Rao"),
            ("Ashaa Rao", "Asha Rao"),
            ("AshaRao", "Asha Rao"),
            ("José Núñez", "José Nuñez Ortega"),
            ("आशा राव", "Asha Rao"),
            ("", "Asha Rao"),
        ] {
            assert!(may_be_one(paper, own), "{paper} / {own}");
        }
    }

    #[test]
    fn another_person_is_another() {
        for (paper, own) in
            [("Anil Menon", "Asha Rao"), ("Asha Menon", "Asha Rao"), ("A. R.", "Asha Rao"), ("Li Wei", "Wu Lin")]
        {
            assert!(!may_be_one(paper, own), "{paper} / {own}");
        }
    }

    #[test]
    fn a_house_is_known_by_its_name() {
        assert!(same_house("City Hospital Pvt. Ltd.", "The City Hospita1"));
        for (paper, listed) in
            [("City Hospital", "Civil Hospital"), ("Pvt. Ltd.", "The"), ("City Lab", "City Hospital")]
        {
            assert!(!same_house(paper, listed), "{paper} / {listed}");
        }
    }

    #[test]
    fn the_paper_says_whose_it_is() {
        let said = |test: &str, value: &str, number| Measured {
            test: test.into(),
            value: value.into(),
            number,
            ..Measured::default()
        };
        let facts = Facts {
            results: vec![said("Patient", "7", Some(7.0)), said("Patient", " Asha Rao ", None)],
            ..Facts::default()
        };
        assert_eq!((facts.person(), facts.doctor()), (Some("Asha Rao"), None));
        assert_eq!(Facts::default().person(), None);
    }
}
