//! What somebody has, and what somebody does not bear.

use super::{
    Diagnosis, Field, Label,
    fuzzy::plain,
    layout::Laid,
    pairs::{self, Section},
    token::{Token, field, say},
    vocabulary,
};

/// Diagnoses under their heading, and after "known case of".
pub(crate) fn find(laid: &Laid) -> Vec<Diagnosis> {
    let sections = pairs::sections(laid, &[]);
    let mut found: Vec<Diagnosis> = Vec::new();
    for section in pairs::of(&sections, Label::Diagnosis) {
        let mut known_before = false;
        for (place, line) in section.lines.iter().enumerate() {
            let listed = is_listed(line);
            let of_line = of_line(line);
            let any_known = of_line.iter().any(|diagnosis| diagnosis.icd10.is_some());
            // Below the first line only lists and what is known goes on; the rest is another matter.
            if place > 0 && !listed && !any_known {
                break;
            }
            let bare = place == 0 && !any_known && is_long(line);
            if !bare {
                found.extend(of_line);
            }
            known_before |= any_known;
            if place > 8 && !known_before {
                break;
            }
        }
    }
    let mut kept: Vec<Diagnosis> = Vec::new();
    for diagnosis in found {
        let same = |known: &Diagnosis| {
            plain(&known.text.value) == plain(&diagnosis.text.value)
                || known.name.is_some() && known.name == diagnosis.name
        };
        if !kept.iter().any(same) {
            kept.push(diagnosis);
        }
    }
    kept
}

/// A sentence rather than a diagnosis.
fn is_long(line: &[Token]) -> bool {
    line.len() > 16
}

/// "1.", "2)", "-", "a)" at the beginning.
fn is_listed(line: &[Token]) -> bool {
    let first = line[0].text.as_str();
    let bare = first.trim_matches(['.', ')', '(']);
    matches!(first, "-" | "•" | "*" | "–" | "·")
        || bare != first && bare.len() <= 2
        || bare.len() == 1 && bare.chars().all(|c| c.is_ascii_digit())
}

fn of_line(line: &[Token]) -> Vec<Diagnosis> {
    let mut parts: Vec<Vec<Token>> = vec![Vec::new()];
    for (place, token) in line.iter().enumerate() {
        let bare = token.text.trim_matches(['.', ')', '(']);
        let marker = bare.len() <= 2
            && (bare != token.text && bare.chars().all(|c| c.is_ascii_digit()) && !bare.is_empty()
                || place == 0 && is_listed(line))
            || matches!(token.text.as_str(), "•" | "-" | "–" | "·" | "*");
        if marker {
            parts.push(Vec::new());
            continue;
        }
        parts.last_mut().expect("one part is there").push(token.clone());
        if token.text.ends_with([';', ',']) {
            parts.push(Vec::new());
        }
    }
    let mut found: Vec<Diagnosis> = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let comma = found.last().is_some_and(|last: &Diagnosis| last.text.from.text.ends_with(','));
        let Some(diagnosis) = one(&part) else { continue };
        match found.last_mut() {
            // "Type 2 diabetes mellitus, uncontrolled" is one.
            Some(last) if comma && diagnosis.icd10.is_none() => {
                last.text.value = format!("{}, {}", last.text.value, diagnosis.text.value);
                last.text.sure *= diagnosis.text.sure;
                last.text.from.words.extend(diagnosis.text.from.words);
                last.text.from.text = format!("{} {}", last.text.from.text, diagnosis.text.from.text);
                last.text.from.area = super::around([last.text.from.area, diagnosis.text.from.area]);
            }
            _ => found.push(diagnosis),
        }
    }
    found
}

fn one(tokens: &[Token]) -> Option<Diagnosis> {
    let code = tokens.iter().find_map(|token| icd10(&token.text));
    let words: Vec<Token> = tokens
        .iter()
        .filter(|token| {
            let bare = plain(&token.text);
            token.text == "?"
                || icd10(&token.text).is_none()
                    && !matches!(bare.as_str(), "icd" | "icd10" | "icd 10" | "code" | "")
                    && token.text != ":"
        })
        .cloned()
        .collect();
    let text = say(&words);
    let text = text.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | '-' | ':' | ' ')).to_owned();
    let low = plain(&text);
    if low.chars().filter(|c| c.is_alphabetic()).count() < 2 || is_none(&low) {
        return None;
    }
    // Said to be possible, or not to be there.
    let unclear = text.starts_with('?')
        || ["suspected", "rule out", "r o", "probable", "possible", "query"].iter().any(|word| low.starts_with(word));
    let found = illness(&words);
    let fit = found.map_or(0.9, |(_, fit)| fit) * if unclear { 0.8 } else { 1.0 };
    let name = found.map(|(illness, _)| illness.name);
    let icd10 = code.or_else(|| found.map(|(illness, _)| illness.icd10.to_owned()));
    Some(Diagnosis { text: field(text, &words, fit), icd10: icd10.filter(|_| !unclear), name })
}

fn is_none(low: &str) -> bool {
    matches!(low, "nil" | "none" | "na" | "n a" | "not applicable" | "normal" | "unremarkable")
        || ["no evidence", "no significant", "no abnormality", "nothing"].iter().any(|none| low.starts_with(none))
}

/// The illness these words name, or some of them beside each other.
fn illness(words: &[Token]) -> Option<(&'static vocabulary::Illness, f32)> {
    let clean: Vec<Token> = words
        .iter()
        .filter(|token| {
            ![
                "known",
                "case",
                "of",
                "k/c/o",
                "kco",
                "old",
                "severe",
                "mild",
                "moderate",
                "uncontrolled",
                "controlled",
                "newly",
                "diagnosed",
                "bilateral",
                "recurrent",
            ]
            .contains(&token.text.to_lowercase().trim_matches([',', '(', ')']))
        })
        .cloned()
        .collect();
    for words in [words, &clean] {
        if let Some((illness, fit)) = vocabulary::illness(&say(words)) {
            return Some((illness, fit));
        }
    }
    (1..clean.len()).rev().find_map(|count| {
        (0..=clean.len() - count).find_map(|from| {
            let text = say(&clean[from..from + count]);
            // A short word within a longer text is another word more often than an abbreviation misread.
            let (illness, fit) = vocabulary::illness(&text)?;
            (plain(&text).len() > 3 || fit > 0.999 && text.chars().all(|c| !c.is_lowercase()))
                .then_some((illness, fit * 0.95))
        })
    })
}

/// "(I10)", "E11.9".
fn icd10(text: &str) -> Option<String> {
    let bare = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut letters = bare.chars();
    let fits = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| c.is_ascii_digit())
        && letters.next().is_some_and(|c| c.is_ascii_digit());
    let rest = bare.get(3..).unwrap_or_default();
    let tail = rest.is_empty()
        || rest
            .strip_prefix('.')
            .is_some_and(|rest| (1..=3).contains(&rest.len()) && rest.chars().all(|c| c.is_ascii_digit()));
    // "B12" is a vitamin.
    (fits && tail && bare != "B12").then(|| bare.to_owned())
}

/// Allergies, and whether it is said that there are none.
pub(crate) fn allergies(laid: &Laid) -> (Vec<Field<String>>, Option<Field<String>>) {
    let sections = pairs::sections(laid, &[]);
    let (mut found, mut none): (Vec<Field<String>>, _) = (Vec::new(), None);
    for section in pairs::of(&sections, Label::Allergies) {
        for line in lines(section) {
            let text = plain(&say(line));
            if denies(&text) {
                none = none.or_else(|| Some(field(say(line), line, 1.0)));
                continue;
            }
            for allergen in split(line) {
                if !found.iter().any(|known| plain(&known.value) == plain(&allergen.value)) {
                    found.push(allergen);
                }
            }
        }
    }
    if !found.is_empty() {
        none = None;
    }
    (found, none)
}

/// What stands behind the label; under a heading that has nothing behind it, up to four short lines.
fn lines(section: &Section) -> &[Vec<Token>] {
    let short = section.lines.iter().take(4).take_while(|line| line.len() <= 7).count();
    let listed = section.lines.iter().skip(1).take_while(|line| is_listed(line)).count() + 1;
    &section.lines[..short.min(listed).max(usize::from(!section.lines.is_empty()))]
}

fn denies(text: &str) -> bool {
    matches!(
        text,
        "nkda"
            | "nka"
            | "none"
            | "nil"
            | "no"
            | "na"
            | "n a"
            | "none known"
            | "not known"
            | "nil known"
            | "denies"
            | "nkda nka"
            | "no allergies"
            | "none reported"
    ) || ["no known", "no drug", "no history", "not known", "nil significant", "no h o", "denies"]
        .iter()
        .any(|none| text.starts_with(none))
        || super::alike(text, "no known drug allergies") > 0.8
        || super::alike(text, "no known allergies") > 0.8
}

fn split(line: &[Token]) -> Vec<Field<String>> {
    let mut parts: Vec<Vec<Token>> = vec![Vec::new()];
    let mut depth = 0;
    for token in line {
        let bare = token.text.to_lowercase();
        if depth == 0 && matches!(bare.as_str(), "and" | "&" | "," | ";" | "-" | "•" | "/") {
            parts.push(Vec::new());
            continue;
        }
        depth += i32::from(token.text.contains('(')) - i32::from(token.text.contains(')'));
        parts.last_mut().expect("one part is there").push(token.clone());
        if depth <= 0 && token.text.ends_with([',', ';']) {
            parts.push(Vec::new());
        }
    }
    let clean = |part: Vec<Token>| {
        let start = part
            .iter()
            .position(|token| {
                !matches!(
                    plain(&token.text).as_str(),
                    "allergic" | "to" | "known" | "allergy" | "" | "1" | "2" | "3" | "yes"
                )
            })
            .unwrap_or(part.len());
        let end =
            part.iter().position(|token| token.text.starts_with(['(', '[']) || token.text == "-").unwrap_or(part.len());
        let own = part.get(start..end)?.to_vec();
        let text = say(&own).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        (text.chars().filter(|c| c.is_alphabetic()).count() >= 3 && own.len() <= 5).then(|| field(text, &own, 1.0))
    };
    parts.into_iter().filter_map(clean).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        bench::sheet::Sheet,
        sense::{Context, Sense, understand},
    };

    fn read(lines: &[&str]) -> Sense {
        let mut sheet = Sheet::new();
        for (row, line) in lines.iter().enumerate() {
            sheet.say(50.0, 100.0 + 24.0 * row as f32, 14.0, line);
        }
        understand(&sheet.document(), &Context::default())
    }

    fn said(sense: &Sense) -> Vec<(&str, Option<&str>)> {
        sense.diagnoses.iter().map(|diagnosis| (diagnosis.text.value.as_str(), diagnosis.icd10.as_deref())).collect()
    }

    #[test]
    fn diagnoses_are_split_and_coded() {
        let sense = read(&[
            "FINAL DIAGNOSIS:",
            "1. Type 2 diabetes mellitus, uncontrolled",
            "2. Essential hypertension (I10)",
            "3. Acute gastroenteritis with dehydration",
            "COURSE IN HOSPITAL:",
            "Patient had fever and was treated for malaria.",
        ]);
        assert_eq!(
            said(&sense),
            [
                ("Type 2 diabetes mellitus, uncontrolled", Some("E11")),
                ("Essential hypertension", Some("I10")),
                ("Acute gastroenteritis with dehydration", Some("A09")),
            ]
        );
    }

    #[test]
    fn one_line_may_hold_several_and_a_doubt_bears_no_code() {
        let sense = read(&["Diagnosis: T2DM, HTN, hypothyroidism", "Dx : ? Dengue fever"]);
        assert_eq!(
            said(&sense),
            [("T2DM", Some("E11")), ("HTN", Some("I10")), ("hypothyroidism", Some("E03.9")), ("? Dengue fever", None)]
        );
        assert_eq!(said(&read(&["Diagnosis: Nil"])), []);
    }

    #[test]
    fn allergies_are_told_from_none() {
        let sense = read(&["Allergies: Penicillin (rash), Sulfa drugs and peanuts", "Advice: rest"]);
        let said: Vec<&str> = sense.allergies.iter().map(|allergy| allergy.value.as_str()).collect();
        assert_eq!(said, ["Penicillin", "Sulfa drugs", "peanuts"]);
        for none in [
            "Allergies: NKDA",
            "Drug allergy : Nil",
            "Known allergies: No known drug allergies",
            "ALLERGIES: None known",
        ] {
            let sense = read(&[none]);
            assert!(sense.allergies.is_empty() && sense.no_allergy.is_some(), "{none}");
        }
    }
}
