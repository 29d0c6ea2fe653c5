//! Numbers as they are printed, and as reading spoils them.

/// A number and how well the text fits one: 1 where every letter is a digit, less where some had to be guessed.
pub(crate) fn number(text: &str) -> Option<(f64, f32)> {
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']);
    let (sign, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let (mut clean, mut real, mut guessed) = (String::new(), 0, 0);
    for c in digits.chars() {
        match c {
            '0'..='9' => {
                real += 1;
                clean.push(c);
            }
            '.' | ',' => clean.push(c),
            'O' | 'o' | 'Q' | 'D' => {
                guessed += 1;
                clean.push('0');
            }
            'l' | 'I' | '|' | 'i' | '!' => {
                guessed += 1;
                clean.push('1');
            }
            'S' | 's' => {
                guessed += 1;
                clean.push('5');
            }
            'B' => {
                guessed += 1;
                clean.push('8');
            }
            'Z' | 'z' => {
                guessed += 1;
                clean.push('2');
            }
            _ => return None,
        }
    }
    // One digit must be a digit; of a word of letters nothing is known.
    if real == 0 || guessed > real && !(clean.contains('.') && guessed <= 2 * real) {
        return None;
    }
    if let Some(point) = misread_point(&clean) {
        guessed += 1;
        clean.replace_range(point..=point, ".");
    }
    let value: f64 = grouped(&clean)?.parse().ok()?;
    let fit = 0.8_f32.powi(guessed);
    value.is_finite().then_some((sign * value, fit))
}

/// Where a comma stands for the point before cents: "13,390,75". Nobody groups the last two digits apart.
fn misread_point(text: &str) -> Option<usize> {
    let parts: Vec<&str> = text.split(',').collect();
    let [first, inner @ .., last] = &parts[..] else { return None };
    let grouped = (1..=3).contains(&first.len()) && !inner.is_empty() && inner.iter().all(|part| part.len() == 3);
    (grouped && last.len() == 2 && !text.contains('.')).then(|| text.len() - 3)
}

/// Takes out what groups digits: `1,23,456.70`, `1.234,5`; "1,5" is one and a half.
fn grouped(text: &str) -> Option<String> {
    let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
    let parts: Vec<&str> = text.split([',', '.']).collect();
    if parts[0].is_empty() && parts.len() < 2 || parts.iter().skip(1).any(|part| part.is_empty()) {
        return None;
    }
    Some(match (dots, commas) {
        (0, 0) | (1, 0) => text.to_owned(),
        (0, 1) if parts[1].len() == 3 && parts[0] != "0" && parts[0].len() <= 3 => text.replace(',', ""),
        (0, 1) => text.replace(',', "."),
        (0 | 1, _) if dots == 0 || text.rfind('.') > text.rfind(',') => {
            let whole = if dots == 1 { &parts[..parts.len() - 1] } else { &parts[..] };
            // Thousands by threes, or by twos before the last three, as in India.
            let last = whole.last()?.len() == 3;
            let inner = whole[1..].iter().all(|part| part.len() == 3 || part.len() == 2);
            (last && inner).then(|| text.replace(',', ""))?
        }
        (_, 1) if text.rfind(',') > text.rfind('.') => text.replace('.', "").replace(',', "."),
        (_, 0) if parts[1..].iter().all(|part| part.len() == 3) => text.replace('.', ""),
        _ => return None,
    })
}

/// A number with what stands before it: `<0.5`, `> 100`.
pub(crate) fn bounded(text: &str) -> Option<(&'static str, f64, f32)> {
    let text = text.trim();
    let bounds = [("<=", "<="), ("≤", "<="), (">=", ">="), ("≥", ">="), ("<", "<"), (">", ">"), ("", "")];
    let (bound, rest) = bounds.iter().find_map(|(mark, bound)| Some((*bound, text.strip_prefix(mark)?)))?;
    let (number, fit) = number(rest)?;
    Some((bound, number, fit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        number(text).map(|(value, _)| value)
    }

    #[test]
    fn numbers_are_read_as_people_group_them() {
        for (text, is) in [
            ("11.2", 11.2),
            ("1,23,456.70", 123_456.7),
            ("12,500", 12_500.0),
            ("1,234,567", 1_234_567.0),
            ("1.234,5", 1234.5),
            ("1,5", 1.5),
            ("0,500", 0.5),
            ("-3.5", -3.5),
            (".5", 0.5),
            ("4.", 4.0),
        ] {
            assert_eq!(value(text), Some(is), "{text}");
        }
        for no in ["", "abc", "1.2.3", "O", "-", "1,2345,6", "12-16", "SOS", "BD"] {
            assert_eq!(value(no), None, "{no}");
        }
    }

    #[test]
    fn a_guessed_digit_costs() {
        let (number, fit) = number("l1.O").expect("a number");
        assert!((number - 11.0).abs() < 1e-9 && fit < 0.7);
        assert_eq!(super::number("13,390,75"), Some((13_390.75, 0.8)), "a point that lost its shape");
        assert_eq!(bounded("≤ 5").map(|(bound, number, _)| (bound, number)), Some(("<=", 5.0)));
        assert_eq!(bounded("<0.01").map(|(bound, number, _)| (bound, number)), Some(("<", 0.01)));
    }
}
