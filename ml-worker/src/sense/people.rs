//! Who a document is about, who wrote it, where and when.

mod age;
mod days;

pub(crate) use days::{Writing, dates};

use super::{
    Context, Date, Field, Label, Pair,
    fuzzy::{alike, plain},
    layout::{Laid, LaidPage, Segment},
    pairs,
    token::{Token, field, say},
};

#[derive(Default)]
pub(crate) struct People {
    pub(crate) patient: Option<Field<String>>,
    pub(crate) born: Option<Field<Date>>,
    pub(crate) age: Option<Field<u16>>,
    pub(crate) sex: Option<Field<&'static str>>,
    pub(crate) number: Option<Field<String>>,
    pub(crate) doctor: Option<Field<String>>,
    pub(crate) referrer: Option<Field<String>>,
    pub(crate) registration: Option<Field<String>>,
    pub(crate) hospital: Option<Field<String>>,
}

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "master",
    "smt",
    "shri",
    "sri",
    "kumari",
    "km",
    "baby",
    "dr",
    "prof",
    "mstr",
    "sh",
    "डॉ",
    "श्री",
    "श्रीमती",
    "सुश्री",
    "कुमारी",
];
const DEGREES: &[&str] = &[
    "md", "mbbs", "ms", "dnb", "dm", "mch", "frcs", "mrcp", "frcp", "dgo", "dch", "phd", "do", "facp", "facc", "dcp",
    "mrcgp", "bams", "bhms", "bds", "mds", "np", "pa", "rn", "fnb", "dnbe", "mrcs", "dpb", "dmrd", "facs", "frcpath",
    "dip", "mrcog", "ffr", "dortho", "m b b s",
];

pub(crate) fn find(laid: &Laid, pairs: &[Pair], context: &Context, writing: Writing) -> People {
    let (age, sex) = (age::age(pairs), age::sex(pairs));
    let hospital = hospital(laid, pairs, context);
    let doctors = doctors(laid, pairs);
    let referrer = pairs::first(pairs, Label::Referrer).and_then(|pair| named(&pair.value));
    let referrer = referrer.filter(|field| plain(&field.value) != "self");
    let patient = pairs.iter().filter(|pair| pair.label == Label::Patient).filter_map(|pair| {
        let words = before_marks(&pair.value);
        // "Mr. R. Kumar, 45 Y / M": what comes after the comma is not the name.
        person(&words)
    });
    let registration = registration(laid, pairs);
    People {
        patient: patient.into_iter().next(),
        born: pairs::first(pairs, Label::Born).and_then(|pair| days::born(&pair.value, writing, context.today)),
        age,
        sex,
        number: pairs::first(pairs, Label::PatientNumber).and_then(|pair| code(&pair.value)),
        doctor: doctors.or_else(|| referrer.clone()),
        referrer,
        registration,
        hospital,
    }
}

/// The words of a value up to a comma, a bracket or a number.
fn before_marks(said: &Field<String>) -> Field<String> {
    let text = &said.value;
    let end = text.find(['(', ',', '/', '|', ';']).unwrap_or(text.len());
    let end = text[..end].find(|c: char| c.is_ascii_digit()).map_or(end, |digit| {
        // A digit within a word is a misread letter, one after a space begins an age.
        let own = text[..digit].ends_with(' ') || digit == 0;
        if own { digit } else { end }
    });
    said.with(text[..end].trim().to_owned())
}

/// A name of a person without titles, where it is one.
fn person(said: &Field<String>) -> Option<Field<String>> {
    let words = said.value.split_whitespace().skip_while(|word| {
        let word = plain(word);
        TITLES.contains(&word.as_str()) || word.is_empty()
    });
    let words = words.flat_map(|word| {
        // "Mr.Ravi" is two.
        let split =
            word.split_once('.').filter(|(title, rest)| TITLES.contains(&plain(title).as_str()) && rest.len() > 1);
        split.map_or(word, |(_, rest)| rest).split(' ')
    });
    let words: Vec<&str> = words
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        .filter(|word| !word.is_empty())
        .collect();
    let name = words.iter().map(|word| with_capital(word)).collect::<Vec<_>>().join(" ");
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 3 && words.len() <= 6 && letters * 10 >= name.chars().filter(|c| !c.is_whitespace()).count() * 7)
        .then(|| said.with(name))
}

/// "lyer" for "Iyer": the two letters are one stroke in many fonts, and no part of a name begins with a small l before y.
fn with_capital(word: &str) -> String {
    word.strip_prefix("ly").map_or_else(|| word.to_owned(), |rest| format!("Iy{rest}"))
}

/// A doctor's name without titles and degrees.
fn named(said: &Field<String>) -> Option<Field<String>> {
    let words = said.value.split([',', '(', '|', ';']).next().unwrap_or_default();
    let words: Vec<&str> = words.split_whitespace().collect();
    let end = words.iter().skip(1).position(|word| {
        let bare = plain(word);
        DEGREES.contains(&bare.as_str()) || bare.starts_with("reg")
    });
    let kept = words[..end.map_or(words.len(), |end| end + 1)].join(" ");
    person(&said.with(kept))
}

fn code(said: &Field<String>) -> Option<Field<String>> {
    let word = said.value.split_whitespace().find(|word| word.chars().any(|c| c.is_ascii_digit()))?;
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    (word.len() >= 2).then(|| said.with(word.to_owned()))
}

fn registration(laid: &Laid, pairs: &[Pair]) -> Option<Field<String>> {
    let of_label = pairs.iter().filter(|pair| pair.label == Label::Registration).filter_map(|pair| {
        let mut field = code(&pair.value)?;
        // "KMC 45678": the council belongs to the number.
        let words: Vec<&str> = pair.value.value.split_whitespace().take(3).collect();
        if let Some(place) = words.iter().position(|word| word.contains(&field.value))
            && place == 1
            && words[0].chars().all(|c| c.is_ascii_uppercase() || c == '-' || c == '/')
            && words[0].len() >= 2
        {
            field.value = format!("{} {}", words[0], field.value);
        }
        Some(field)
    });
    of_label.into_iter().next().or_else(|| inline_registration(laid))
}

/// "Reg. No. KMC 45678" in the middle of a line, such as after a doctor's degrees.
fn inline_registration(laid: &Laid) -> Option<Field<String>> {
    for segment in segments(laid) {
        let tokens = &segment.tokens;
        for at in 0..tokens.len() {
            let word = plain(&tokens[at].text);
            let council =
                ["kmc", "mmc", "tmc", "dmc", "mci", "nmc", "gmc", "npi", "tnmc", "smc"].contains(&word.as_str());
            if !(council || matches!(word.as_str(), "reg" | "regn" | "registration" | "licence" | "license" | "lic")) {
                continue;
            }
            let mut end = at + 1;
            while end < tokens.len() && end < at + 4 && !tokens[end].text.chars().any(|c| c.is_ascii_digit()) {
                end += 1;
            }
            if let Some(token) =
                tokens.get(end).filter(|token| token.text.chars().filter(char::is_ascii_digit).count() >= 4)
            {
                let council = tokens[at..end].iter().rev().find(|token| {
                    let word = plain(&token.text);
                    ["kmc", "mmc", "tmc", "dmc", "tnmc", "smc"].contains(&word.as_str())
                });
                let number = token.text.trim_matches(|c: char| !c.is_alphanumeric());
                let number = council.map_or(number.to_owned(), |council| format!("{} {number}", council.text));
                return Some(field(number, &tokens[end..=end], 0.95));
            }
        }
    }
    None
}

fn segments(laid: &Laid) -> impl Iterator<Item = &Segment> {
    laid.pages.iter().flat_map(|page| &page.rows).flat_map(|row| &row.segments)
}

/// Who answers for the document: named by a label, else the last or first "Dr." of the page.
fn doctors(laid: &Laid, pairs: &[Pair]) -> Option<Field<String>> {
    let labelled = pairs.iter().filter(|pair| pair.label == Label::Doctor).find_map(|pair| named(&pair.value));
    labelled.or_else(|| {
        let mut found: Vec<Field<String>> = Vec::new();
        for page in &laid.pages {
            for segment in page.rows.iter().flat_map(|row| &row.segments) {
                found.extend(titled(page, &segment.tokens));
            }
        }
        // Who signs stands below; a letterhead that names one doctor stands above.
        let (above, below): (Vec<_>, Vec<_>) = found.into_iter().partition(|field| {
            let page = &laid.pages[field.from.page as usize - 1];
            field.from.area.bottom < 0.25 * page.height
        });
        below.into_iter().next_back().or_else(|| above.into_iter().next())
    })
}

/// "Dr. S. Iyer, MD" or "Sarah Chen, MD" at the beginning of a segment.
fn titled(page: &LaidPage, tokens: &[Token]) -> Option<Field<String>> {
    let first = plain(&tokens[0].text);
    let text = say(tokens);
    let glued = tokens[0].text.len() > 4 && tokens[0].text.to_lowercase().starts_with("dr.");
    if (first == "dr" || glued) && tokens.len() <= 12 {
        return named(&field(text, tokens, 1.0));
    }
    let degree = tokens.iter().position(|token| DEGREES.contains(&plain(&token.text).as_str()))?;
    if !(2..=4).contains(&degree) || tokens.len() > degree + 5 {
        return None;
    }
    let upper = tokens[..degree].iter().all(|token| token.text.chars().next().is_some_and(char::is_uppercase));
    // "X-Ray chest PA" is no doctor's assistant.
    let weak = tokens[degree].text.len() <= 2 && !matches!(tokens[degree].text.trim_matches(['.', ',']), "MD" | "DO");
    let comma = tokens[degree - 1].text.ends_with(',');
    let low = tokens[0].area.top > 0.25 * page.height;
    (upper && (comma || low && !weak)).then(|| named(&field(say(&tokens[..degree]), &tokens[..degree], 0.95))).flatten()
}

const PLACES: &[(&str, f32)] = &[
    ("hospital", 3.0),
    ("hospitals", 3.0),
    ("clinic", 2.5),
    ("clinics", 2.5),
    ("diagnostics", 3.0),
    ("diagnostic", 2.5),
    ("laboratory", 2.5),
    ("laboratories", 3.0),
    ("labs", 2.5),
    ("lab", 1.5),
    ("pathology", 2.0),
    ("pathlabs", 3.0),
    ("healthcare", 2.5),
    ("nursing", 1.5),
    ("infirmary", 3.0),
    ("polyclinic", 3.0),
    ("medical", 1.5),
    ("centre", 1.0),
    ("center", 1.0),
    ("institute", 1.5),
    ("health", 1.0),
    ("surgery", 1.0),
    ("practice", 1.0),
    ("physicians", 1.5),
    ("associates", 1.0),
    ("trust", 1.0),
    ("scans", 2.0),
    ("imaging", 1.0),
    ("maternity", 1.5),
    ("multispeciality", 1.0),
    ("pharmacy", 1.5),
    ("care", 0.7),
    ("klinik", 2.5),
    ("hopital", 2.5),
];

/// Where it was written: named by the directory, by a label, or by the biggest line near the top that says what it is.
fn hospital(laid: &Laid, pairs: &[Pair], context: &Context) -> Option<Field<String>> {
    let page = laid.pages.first()?;
    let tops = page.rows.iter().filter(|row| row.area.top < 0.3 * page.height).flat_map(|row| &row.segments);
    let mut best: Option<(f32, Field<String>)> = None;
    for segment in tops {
        let text = say(&segment.tokens);
        if segment.tokens.len() > 9
            || segment
                .tokens
                .iter()
                .any(|token| token.text == ":" || token.text.contains('@') || token.text.contains("www"))
        {
            continue;
        }
        let mut fit: f32 = 1.0;
        let words = text.split_whitespace().map(plain);
        let said: f32 = words
            .map(|word| {
                let near = PLACES.iter().map(|(place, weight)| (super::fuzzy::alike_plain(&word, place), *weight));
                let hit = near.filter(|(alike, _)| *alike >= 0.85).max_by(|a, b| a.0.total_cmp(&b.0));
                hit.map_or(0.0, |(alike, weight)| {
                    fit = fit.min(alike);
                    weight
                })
            })
            .sum();
        let listed = context.hospitals.iter().map(|name| alike(name, &text)).fold(0.0, f32::max);
        let said = if listed > 0.85 { said + 6.0 } else { said };
        if said < 1.5 {
            continue;
        }
        let height = segment.tokens.iter().map(Token::height).fold(0.0, f32::max) / page.letter;
        let address = text.chars().filter(char::is_ascii_digit).count() >= 4 || text.matches(',').count() >= 2;
        let score = said + 2.0 * (height - 1.0).clamp(0.0, 3.0)
            - if address { 4.0 } else { 0.0 }
            - 2.0 * segment.area.top / page.height.max(1.0);
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((
                score,
                field(text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned(), &segment.tokens, fit),
            ));
        }
    }
    let labelled = pairs.iter().filter(|pair| pair.label == Label::Hospital).map(|pair| pair.value.clone());
    let labelled = labelled.into_iter().find(|field| field.value.chars().filter(|c| c.is_alphabetic()).count() > 5);
    match (best, labelled) {
        (Some((score, _)), Some(labelled)) if score < 1.0 => Some(labelled),
        (Some((_, field)), _) => Some(field),
        (None, labelled) => labelled,
    }
}
