//! Which test a name says, where more stands in its cell than the name.

use super::super::{
    fuzzy::plain,
    token::{Token, say},
    vocabulary::{self, Analyte},
};

/// How something was measured; no such word makes another test of it.
const METHODS: &[&str] = &[
    "level",
    "levels",
    "test",
    "value",
    "result",
    "method",
    "by",
    "in",
    "of",
    "the",
    "automated",
    "manual",
    "calculated",
    "measured",
    "estimation",
    "quantitative",
    "photometric",
    "photometry",
    "spectrophotometry",
    "colorimetric",
    "colorimetry",
    "enzymatic",
    "kinetic",
    "electrical",
    "impedance",
    "turbidimetry",
    "immunoturbidimetry",
    "nephelometry",
    "hplc",
    "elisa",
    "clia",
    "eclia",
    "cmia",
    "ise",
    "ifcc",
    "jaffe",
    "biuret",
    "bcg",
    "god",
    "pod",
    "uricase",
    "urease",
];

/// Of what; for what is measured in blood these say nothing new.
const BLOOD: &[&str] = &["blood", "serum", "plasma", "venous", "whole", "edta", "fluoride", "citrate"];

/// Words that make another test, and stand in no name of the vocabulary.
const OTHERS: &[&str] = &["clearance", "excretion", "tolerance", "uptake", "fraction", "load", "suppression"];

/// The analyte of these words, and how well it fits: of all of them, of what stands before a bracket or a comma, of what
/// stands in the bracket, else of ever fewer words. What is left over must not make another test.
pub(super) fn known(tokens: &[Token], specimen: Option<&str>) -> Option<(&'static Analyte, f32)> {
    if let Some(whole) = vocabulary::analyte(&say(tokens), specimen) {
        return Some(whole);
    }
    let bracket = tokens.iter().position(|token| token.text.starts_with('(')).map(|at| tokens.split_at(at));
    let comma = tokens.iter().position(|token| token.text.ends_with(',')).map(|at| tokens.split_at(at + 1));
    let turned = bracket.map(|(before, inside)| (inside, before));
    let parted = [bracket, comma, turned].into_iter().flatten().find_map(|(name, rest)| {
        let (analyte, fit) = vocabulary::analyte(&say(name), specimen)?;
        words(rest).iter().all(|word| !tells_another(word, analyte)).then_some((analyte, fit))
    });
    let fewer = || {
        (1..tokens.len()).rev().filter(|end| *end >= 2 || tokens[0].text.len() >= 4).find_map(|end| {
            let (name, rest) = tokens.split_at(end);
            let (analyte, fit) = vocabulary::analyte(&say(name), specimen)?;
            // Half a name is most often another test's: "Creatinine clearance" is no creatinine.
            let same = words(rest).iter().all(|word| says_nothing_new(word, analyte));
            same.then_some((analyte, fit * 0.9))
        })
    };
    parted.or_else(fewer)
}

fn words(tokens: &[Token]) -> Vec<String> {
    plain(&say(tokens)).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a word leaves the test as it is: one of the analyte's own names has it, or it says how or in what blood.
fn says_nothing_new(word: &str, analyte: &Analyte) -> bool {
    METHODS.contains(&word) || analyte.specimen == "blood" && BLOOD.contains(&word) || vocabulary::says(analyte, word)
}

/// "Testosterone (free)", "Hemoglobin (S)": a word of other tests' names.
fn tells_another(word: &str, analyte: &Analyte) -> bool {
    (OTHERS.contains(&word) || vocabulary::speaks_of_tests(word)) && !says_nothing_new(word, analyte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sense::token::tokens;

    #[test]
    fn what_is_left_over_of_a_name_must_not_make_another_test() {
        let found = |text: &str| known(&tokens(text), None).map(|(analyte, fit)| (analyte.name, fit));
        for (text, name, fit) in [
            ("Serum Glutamic Pyruvic Transaminase (SGPT)", "ALT", 1.0),
            ("Packed Cell (PCV)", "Hematocrit", 1.0),
            ("Hemoglobin (HPLC)", "Hemoglobin", 1.0),
            ("HBsAg (ELISA)", "HBsAg", 1.0),
            ("Sodium (No+)", "Sodium", 1.0),
            ("Creatinine Serum Jaffe", "Creatinine", 0.9),
            ("RBC Count Electrical Impedance", "Erythrocytes", 0.9),
        ] {
            assert_eq!(found(text), Some((name, fit)), "{text}");
        }
        for (text, other) in [
            ("Creatinine clearance", "Creatinine"),
            ("Creatinine kinase", "Creatinine"),
            ("Testosterone (free)", "Testosterone"),
            ("Hemoglobin (S)", "Hemoglobin"),
            ("Glucose tolerance", "Glucose"),
            ("Glucose (2 hr)", "Glucose"),
            ("Protein electrophoresis", "Protein in urine"),
            ("Iron binding capacity", "Iron"),
            ("Free T4 index (FT4)", "T4 free"),
            ("Urine creatinine clearance", "Creatinine in urine"),
        ] {
            assert_ne!(found(text).map(|(name, _)| name), Some(other), "{text}");
        }
    }
}
