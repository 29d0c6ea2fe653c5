//! The lists in `vocab/`, and how a printed name is found in them.

use super::fuzzy::{alike_plain, distance, enough, folded, plain};
use std::{collections::HashMap, sync::LazyLock};

/// Something that laboratories measure.
#[derive(Debug, PartialEq)]
pub struct Analyte {
    /// Its LOINC code; empty where none is known.
    pub loinc: &'static str,
    /// `blood`, `urine`, `gas`, `stool`, `csf` or `vital`.
    pub specimen: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Units it is measured in; the first is the usual one.
    pub units: Vec<Unit>,
    /// The least and the most that can be, in the first unit; nothing where it is no number.
    pub limits: Option<(f64, f64)>,
}

/// A unit, and how its numbers become numbers of the usual one.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// UCUM.
    pub ucum: &'static str,
    /// Times this, plus that; nothing where the two are not comparable.
    pub into_usual: Option<(f64, f64)>,
}

impl Analyte {
    /// The number in the usual unit.
    pub fn usual(&self, number: f64, ucum: &str) -> Option<f64> {
        let unit = self.units.iter().find(|unit| unit.ucum == ucum)?;
        unit.into_usual.map(|(times, plus)| number * times + plus)
    }
}

/// A medicine.
#[derive(Clone, Debug, PartialEq)]
pub struct Drug {
    /// INN name.
    pub inn: String,
    /// What family it is of; empty where it is not known.
    pub class: String,
}

/// Two medicines that do not go together.
#[derive(Debug, PartialEq)]
pub struct Interaction {
    /// A medicine or a class.
    pub one: &'static str,
    /// Another.
    pub other: &'static str,
    /// Whether it can cost health or life.
    pub grave: bool,
    /// What can happen.
    pub sentence: &'static str,
}

impl Interaction {
    /// Whether one medicine is on the one side and the other on the other.
    pub fn joins(&self, a: &Drug, b: &Drug) -> bool {
        is_of(self.one, a) && is_of(self.other, b) || is_of(self.one, b) && is_of(self.other, a)
    }
}

/// Whether a medicine, or one of those it is made of, bears a name or belongs to a class.
pub fn is_of(name: &str, drug: &Drug) -> bool {
    let one = |inn: &str, class: &str| {
        inn == name
            || class == name
            || class.ends_with(&format!(" {name}"))
            || name == "diuretic" && class == "thiazide"
    };
    one(&drug.inn, &drug.class)
        || drug.inn.contains(' ')
            && drug.inn.split(' ').any(|part| {
                let known = Medicines::committed().drugs.iter().find(|drug| drug.inn == part);
                part.len() > 4 && known.is_some_and(|drug| one(&drug.inn, &drug.class))
            })
}

/// A diagnosis with its code.
#[derive(Debug, PartialEq)]
pub struct Illness {
    /// ICD-10 code.
    pub icd10: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// Names and what they stand for; found although a letter is wrong.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    names: Vec<(String, String, usize)>,
    exact: HashMap<String, Vec<usize>>,
    folded: HashMap<String, Vec<usize>>,
}

impl Lexicon {
    pub(crate) fn add(&mut self, name: &str, stands_for: usize) {
        let name = plain(name);
        if name.is_empty() {
            return;
        }
        let fold = folded(&name);
        let place = self.names.len();
        self.exact.entry(name.clone()).or_default().push(place);
        self.folded.entry(fold.clone()).or_default().push(place);
        self.names.push((name, fold, stands_for));
    }

    /// What a name may stand for, and how well it fits; the best first. Several where the same name is used twice.
    pub(crate) fn find(&self, name: &str) -> Vec<(usize, f32)> {
        let name = plain(name);
        if name.len() < 2 {
            return self.exact.get(&name).into_iter().flatten().map(|place| (self.names[*place].2, 1.0)).collect();
        }
        let hits = |places: &Vec<usize>, fit: f32| places.iter().map(|place| (self.names[*place].2, fit)).collect();
        if let Some(places) = self.exact.get(&name) {
            return hits(places, 1.0);
        }
        let fold = folded(&name);
        if let Some(places) = self.folded.get(&fold) {
            // Of short names folding makes others: "CI" is chloride, "Cl" too, but "CB" is not "C8".
            return hits(places, if name.len() <= 3 { 0.9 } else { 0.97 });
        }
        let letters = fold.chars().count();
        if letters <= 3 {
            return Vec::new();
        }
        let most = if letters <= 5 { 1 } else { 2 + usize::from(letters > 14) };
        let near =
            self.names.iter().filter(|(_, known, _)| known.len().abs_diff(fold.len()) <= most && known.len() > 3);
        let near = near.filter(|(_, known, _)| distance(known, &fold) <= most);
        let near = near.map(|(known, _, stands_for)| (*stands_for, alike_plain(known, &name)));
        let mut near: Vec<(usize, f32)> = near.filter(|(_, fit)| *fit >= enough(letters)).collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        near.truncate(3);
        near
    }
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split(';').collect())
}

fn names(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').filter(|name| !name.is_empty())
}

/// Analytes and the names they are printed under.
pub(crate) struct Analytes {
    pub(crate) all: Vec<Analyte>,
    names: Lexicon,
}

/// The committed analytes.
pub(crate) static ANALYTES: LazyLock<Analytes> = LazyLock::new(|| {
    let (mut all, mut lexicon) = (Vec::new(), Lexicon::default());
    for row in rows(include_str!("../../vocab/analytes.csv")) {
        let [loinc, specimen, name, printed, units, least, most] = row[..] else { continue };
        for name in std::iter::once(name).chain(names(printed)) {
            lexicon.add(name, all.len());
        }
        let unit = |(place, said): (usize, &'static str)| {
            let (ucum, factor) = said.split_once('*').filter(|_| !said.starts_with("10*")).unwrap_or_else(|| {
                // "10*9/L*1": the first star belongs to the unit.
                said.rsplit_once('*').filter(|(unit, _)| unit.len() > 2).unwrap_or((said, ""))
            });
            let into_usual = match factor.split_once('+').or_else(|| factor.split_once("-")) {
                _ if place == 0 => Some((1.0, 0.0)),
                Some((times, plus)) => {
                    let sign = if factor.contains('-') { -1.0 } else { 1.0 };
                    times.parse().ok().zip(plus.parse::<f64>().ok().map(|plus| plus * sign))
                }
                None => factor.parse().ok().map(|times| (times, 0.0)),
            };
            Unit { ucum, into_usual }
        };
        let limits = least.parse::<f64>().ok().zip(most.parse::<f64>().ok()).filter(|(least, most)| least < most);
        let units = names(units).enumerate().map(unit).collect();
        all.push(Analyte { loinc, specimen, name, units, limits });
    }
    Analytes { all, names: lexicon }
});

/// The analyte of a printed name, with how well it fits; `specimen` decides between two of the same name.
pub(crate) fn analyte(name: &str, specimen: Option<&str>) -> Option<(&'static Analyte, f32)> {
    let found = ANALYTES.names.find(name);
    let best = found.first()?.1;
    let alike = found.iter().filter(|(_, fit)| *fit >= best - 0.001).map(|(place, fit)| (&ANALYTES.all[*place], *fit));
    let alike: Vec<_> = alike.collect();
    let of = |wanted: &str| alike.iter().find(|(analyte, _)| analyte.specimen == wanted).copied();
    match specimen {
        // What is told of blood under this name is not told of urine; a pulse is a pulse.
        Some(apart @ ("urine" | "csf" | "stool" | "fluid")) => {
            of(apart).or_else(|| of("vital")).or_else(|| within(apart, name))
        }
        Some("gas") => of("gas").or_else(|| of("blood")).or_else(|| alike.first().copied()),
        Some(specimen) => of(specimen).or_else(|| alike.first().copied()),
        None => of("blood").or_else(|| of("vital")).or_else(|| of("gas")).or_else(|| alike.first().copied()),
    }
}

/// Under the heading of a specimen its name is left out: "Glucose" of CSF is "CSF glucose".
fn within(specimen: &str, name: &str) -> Option<(&'static Analyte, f32)> {
    let found = ANALYTES.names.find(&format!("{specimen} {name}"));
    let mut own = found.into_iter().map(|(place, fit)| (&ANALYTES.all[place], fit));
    own.find(|(analyte, fit)| analyte.specimen == specimen && *fit >= 0.9)
}

/// An analyte by its LOINC code.
pub fn by_loinc(loinc: &str) -> Option<&'static Analyte> {
    ANALYTES.all.iter().find(|analyte| analyte.loinc == loinc && !loinc.is_empty())
}

/// Medicines by all names they go under.
#[derive(Clone, Debug, Default)]
pub struct Medicines {
    drugs: Vec<Drug>,
    names: Lexicon,
}

impl Medicines {
    fn add(&mut self, inn: &str, class: &str, others: &mut dyn Iterator<Item = &str>) {
        let place = self.drugs.len();
        self.drugs.push(Drug { inn: inn.to_owned(), class: class.to_owned() });
        self.names.add(inn, place);
        others.for_each(|name| self.names.add(name, place));
    }

    /// The committed names.
    pub fn committed() -> &'static Self {
        static ALL: LazyLock<Medicines> = LazyLock::new(|| {
            let mut all = Medicines::default();
            for row in rows(include_str!("../../vocab/medicines.csv")) {
                let [inn, class, others] = row[..] else { continue };
                all.add(inn, class, &mut names(others));
            }
            all
        });
        &ALL
    }

    /// Names of a bigger list: a head that names the columns `Common name` and `Synonyms`, fields between semicolons,
    /// synonyms between bars. Lines before the head are passed over.
    pub fn from_list(text: &str) -> Self {
        let mut all = Self::default();
        let mut columns = None;
        for line in text.lines() {
            let fields: Vec<&str> = line.split(';').map(|field| field.trim().trim_matches('"')).collect();
            match columns {
                None => {
                    let find = |name: &str| fields.iter().position(|field| field.eq_ignore_ascii_case(name));
                    columns = find("common name").map(|common| (common, find("synonyms")));
                }
                Some((common, synonyms)) => {
                    let Some(name) = fields.get(common).filter(|name| name.len() > 3) else { continue };
                    let synonyms = synonyms.and_then(|place| fields.get(place)).copied().unwrap_or_default();
                    let synonyms = synonyms.split('|').map(str::trim).filter(|name| name.len() > 3);
                    all.add(&name.to_lowercase(), "", &mut synonyms.into_iter());
                }
            }
        }
        all
    }

    /// How many names it knows.
    pub fn len(&self) -> usize {
        self.names.names.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.names.names.is_empty()
    }

    /// The medicine of a printed name, and how well it fits.
    pub fn find(&self, name: &str) -> Option<(&Drug, f32)> {
        self.names.find(name).first().map(|(place, fit)| (&self.drugs[*place], *fit))
    }
}

/// The committed interactions.
pub fn interactions() -> &'static [Interaction] {
    static ALL: LazyLock<Vec<Interaction>> = LazyLock::new(|| {
        let lines = include_str!("../../vocab/interactions.csv").lines().filter(|line| !line.starts_with('#'));
        let parts = lines.filter_map(|line| {
            let mut parts = line.splitn(4, ';');
            Some((parts.next()?, parts.next()?, parts.next()?, parts.next()?))
        });
        parts
            .map(|(one, other, grave, sentence)| Interaction { one, other, grave: grave == "grave", sentence })
            .collect()
    });
    &ALL
}

struct Illnesses {
    all: Vec<Illness>,
    names: Lexicon,
}

/// The illness of a printed diagnosis, and how well it fits.
pub(crate) fn illness(text: &str) -> Option<(&'static Illness, f32)> {
    static ALL: LazyLock<Illnesses> = LazyLock::new(|| {
        let (mut all, mut lexicon) = (Vec::new(), Lexicon::default());
        for row in rows(include_str!("../../vocab/diagnoses.csv")) {
            let [icd10, name, printed] = row[..] else { continue };
            std::iter::once(name).chain(names(printed)).for_each(|name| lexicon.add(name, all.len()));
            all.push(Illness { icd10, name });
        }
        Illnesses { all, names: lexicon }
    });
    ALL.names.find(text).first().map(|(place, fit)| (&ALL.all[*place], *fit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loinc_code_bears_its_check_digit() {
        assert!(ANALYTES.all.len() >= 150);
        for analyte in ANALYTES.all.iter().filter(|analyte| !analyte.loinc.is_empty()) {
            let (number, check) = analyte.loinc.split_once('-').expect("a dash");
            let sum: u32 = number
                .bytes()
                .rev()
                .enumerate()
                .map(|(place, digit)| {
                    let digit = u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 };
                    digit / 10 + digit % 10
                })
                .sum();
            assert_eq!(((10 - sum % 10) % 10).to_string(), check, "{}", analyte.name);
        }
    }

    #[test]
    fn the_lists_hold_together() {
        let mut codes: Vec<&str> =
            ANALYTES.all.iter().map(|analyte| analyte.loinc).filter(|code| !code.is_empty()).collect();
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all, "a LOINC code stands twice");
        assert!(interactions().len() >= 80);
        let drugs = Medicines::committed();
        for side in interactions().iter().flat_map(|pair| [pair.one, pair.other]) {
            let known = drugs.drugs.iter().any(|drug| is_of(side, drug)) || side == "alcohol";
            assert!(known, "{side} is no medicine and no class");
        }
        for analyte in &ANALYTES.all {
            assert!(analyte.units.is_empty() || analyte.limits.is_some(), "{} has units and no limits", analyte.name);
        }
    }

    #[test]
    fn names_are_found_as_they_are_printed_and_as_they_are_misread() {
        let name = |text: &str| analyte(text, None).map(|(analyte, _)| analyte.name);
        for (text, is) in [
            ("Haemoglobin (Hb)", "Hemoglobin"),
            ("Hernoglobin", "Hemoglobin"),
            ("SGPT (ALT)", "ALT"),
            ("S.G.O.T.", "AST"),
            ("Total Leucocyte C0unt", "Leukocytes"),
            ("TSH", "TSH"),
            ("FSH", "FSH"),
            ("T3", "T3 total"),
            ("T4", "T4 total"),
            ("Serum Creatinlne", "Creatinine"),
            ("pH", "pH arterial"),
        ] {
            assert_eq!(name(text), Some(is), "{text}");
        }
        assert_eq!(analyte("Protein", Some("urine")).map(|(analyte, _)| analyte.loinc), Some("5804-0"));
        for no in ["Remarks", "Page", "Method", "Dr", "T5", "Comment"] {
            assert_eq!(name(no), None, "{no}");
        }
    }

    #[test]
    fn units_are_brought_into_the_usual_one() {
        let glucose = by_loinc("2345-7").expect("glucose");
        assert!((glucose.usual(5.5, "mmol/L").expect("a number") - 99.09).abs() < 0.1);
        let platelets = by_loinc("777-3").expect("platelets");
        assert_eq!(platelets.usual(1.5, "10*5/uL"), Some(150.0));
        assert_eq!(platelets.usual(150_000.0, "/uL"), Some(150.0));
        let heat = by_loinc("8310-5").expect("temperature");
        assert!((heat.usual(98.6, "[degF]").expect("a number") - 37.0).abs() < 0.1);
        assert_eq!(glucose.usual(1.0, "kg"), None);
        assert_eq!(by_loinc("32207-3").expect("width").usual(12.0, "%"), None);
    }

    #[test]
    fn medicines_are_found_by_inn_brand_and_bigger_list() {
        let known = |text: &str| Medicines::committed().find(text).map(|(drug, _)| drug.inn.as_str());
        assert_eq!(known("Dolo 650"), Some("paracetamol"));
        assert_eq!(known("Pantoprazo1e"), Some("pantoprazole"));
        assert_eq!(known("Augmentln"), Some("amoxicillin clavulanate"));
        assert_eq!(known("Morning"), None);
        let bigger = Medicines::from_list(
            "a;b;c\nID;Numbers;Common name;CAS;UNII;Synonyms;Key\n1;2;Lepirudin;3;4;Hirudin variant-1 | Refludan;5\n",
        );
        assert_eq!(bigger.find("Refludan").map(|(drug, _)| drug.inn.as_str()), Some("lepirudin"));
    }
}
