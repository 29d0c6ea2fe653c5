//! Comparing what was read with what is known, with an eye for the letters reading mixes up.

/// Lower case, letters and digits only, one space between words. Of Hindi, letters that are written in two ways are
/// brought to one.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            'µ' | 'μ' => 'u',
            '²' => '2',
            '³' => '3',
            // A nasal is written as either of two marks above the letter.
            '\u{901}' => '\u{902}',
            // Digits.
            '\u{966}'..='\u{96f}' => char::from(b'0' + (u32::from(c) - 0x966) as u8),
            // The dot under a letter is left out as often as not, and joiners are not seen.
            '\u{93c}' | '\u{200c}' | '\u{200d}' => continue,
            // The stroke that joins consonants is part of a word.
            '\u{94d}' => {
                out.push(c);
                continue;
            }
            c => c,
        };
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if c == '\'' || c == '.' {
            // "S.G.P.T." is "sgpt"; "Bell's" is "bells".
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// One letter for all that reading takes for each other: `0` and `o`, `1` and `l`, `rn` and `m`.
pub(crate) fn folded(plain: &str) -> String {
    let text = plain.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("ii", "u").replace("li", "u");
    text.chars()
        .filter(|c| *c != ' ')
        .map(|c| match c {
            '0' | 'q' => 'o',
            '1' | 'i' | 'j' | '|' | '!' => 'l',
            '5' => 's',
            '8' => 'b',
            '2' => 'z',
            '9' => 'g',
            '6' => 'b',
            'c' => 'e',
            'v' => 'u',
            'h' => 'b',
            c => c,
        })
        .collect()
}

/// How many letters must be put in, taken out or changed.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, d) in b.iter().enumerate() {
            let changed = before + usize::from(c != *d);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// How alike two texts are, 0 to 1; 1 is the same but for case and marks.
pub fn alike(a: &str, b: &str) -> f32 {
    alike_plain(&plain(a), &plain(b))
}

/// The same for texts that are plain already.
pub(crate) fn alike_plain(a: &str, b: &str) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    let share = |a: &str, b: &str| {
        let most = a.chars().count().max(b.chars().count());
        1.0 - distance(a, b) as f32 / most as f32
    };
    let (a_folded, b_folded) = (folded(a), folded(b));
    // Folding brings distinct words together; alone it is worth a little less than the same letters.
    share(a, b).max(share(&a_folded, &b_folded) * 0.97)
}

/// The least likeness at which two words of this many letters are taken for the same.
pub(crate) fn enough(letters: usize) -> f32 {
    match letters {
        0..=3 => 0.965,
        4..=5 => 0.8,
        _ => 0.78,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_alike_hardly_count() {
        assert!(alike("Hemoglobin", "Hernoglobin") > 0.95);
        assert!(alike("Creatinine", "Creatlnlne") > 0.95);
        assert!(alike("Platelet Count", "P1atelet C0unt") > 0.95);
        assert!((alike("S.G.P.T.", "SGPT") - 1.0).abs() < f32::EPSILON);
        assert!(alike("Sodium", "Potassium") < 0.7);
        assert!(alike("AST", "ALT") < enough(3));
        assert!(alike("T3", "T4") < enough(2));
        assert!(alike("", "x") < f32::EPSILON);
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
