//! What was tested: blood, urine, or another fluid of the body.

use super::super::fuzzy::plain;

/// Words of headings and names that say it; what stands first counts where a heading says several.
const WORDS: &[(&str, &[&str])] = &[
    ("urine", &["urine", "urinalysis", "urinary"]),
    ("gas", &["abg", "gas", "gases"]),
    ("csf", &["csf", "cerebrospinal"]),
    ("stool", &["stool", "faeces"]),
    ("vital", &["vitals", "vital"]),
    ("fluid", &["ascitic", "pleural", "peritoneal", "pericardial", "synovial", "amniotic", "fluid"]),
    // Panels too: whatever stood above them, they are of blood.
    (
        "blood",
        &[
            "blood",
            "serum",
            "haematology",
            "hematology",
            "biochemistry",
            "liver",
            "lipid",
            "kidney",
            "renal",
            "thyroid",
            "haemogram",
            "hemogram",
            "cbc",
            "serology",
            "chemistry",
            "plasma",
            "metabolic",
            "diabetes",
            "diabetic",
            "electrolytes",
            "coagulation",
            "hormone",
            "hormones",
            "vitamin",
            "vitamins",
            "iron",
            "cardiac",
            "profile",
            "panel",
        ],
    ),
];

/// Which specimen a heading speaks of.
pub(super) fn of(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let says = |words: &[&str]| text.split(' ').any(|said| words.contains(&said));
    WORDS.iter().find(|(_, words)| says(words)).map(|(specimen, _)| *specimen)
}

/// Which specimen a single word of a sentence speaks of.
pub(super) fn of_word(word: &str) -> Option<&'static str> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let says = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(bare));
    WORDS.iter().find(|(_, words)| says(words)).map(|(specimen, _)| *specimen)
}

/// Whether a name in it can mean something else than in blood.
pub(super) fn is_apart(specimen: &str) -> bool {
    matches!(specimen, "urine" | "csf" | "stool" | "fluid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_was_tested() {
        for (text, is) in [
            ("URINE ROUTINE", Some("urine")),
            ("ARTERIAL BLOOD GAS", Some("gas")),
            ("Cerebrospinal Fluid Analysis", Some("csf")),
            ("ASCITIC FLUID", Some("fluid")),
            ("DIABETES PROFILE", Some("blood")),
            ("HEMOGRAM", Some("blood")),
            ("Microscopic Examination", None),
            ("", None),
        ] {
            assert_eq!(of(text), is, "{text}");
        }
        assert_eq!(of_word("CSF:"), Some("csf"));
        assert_eq!(of_word("Sodium"), None);
    }
}
