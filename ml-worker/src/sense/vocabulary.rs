//! The lists in `vocab/`, and how a printed name is found in them.

mod lexicon;
mod misread;

pub(crate) use lexicon::Lexicon;

use super::fuzzy::{alike_plain, plain};
use std::sync::LazyLock;

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
    let mut found = ANALYTES.names.meant(name);
    if found.is_empty() {
        found = of_serum(name);
    }
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
    let found = ANALYTES.names.meant(&format!("{specimen} {name}"));
    let mut own = found.into_iter().map(|(place, fit)| (&ANALYTES.all[place], fit));
    own.find(|(analyte, fit)| analyte.specimen == specimen && *fit >= 0.9)
}

/// An analyte by its LOINC code.
pub fn by_loinc(loinc: &str) -> Option<&'static Analyte> {
    ANALYTES.all.iter().find(|analyte| analyte.loinc == loinc && !loinc.is_empty())
}

/// "S. Magnesium", "Sr. Magnesium": what is measured in serum.
fn of_serum(name: &str) -> Vec<(usize, f32)> {
    let name = plain(name);
    let Some(rest) = ["s ", "sr ", "serum "].iter().find_map(|head| name.strip_prefix(head)) else { return Vec::new() };
    let mut found = ANALYTES.names.meant(&format!("serum {rest}"));
    if found.is_empty() {
        found = ANALYTES.names.meant(rest);
        found.retain(|(place, _)| ANALYTES.all[*place].specimen == "blood");
    }
    found
}

/// Whether names of tests are made of this word.
pub(crate) fn speaks_of_tests(word: &str) -> bool {
    ANALYTES.names.has(word)
}

/// Whether a name of this analyte has the word, or one that is nearly the same.
pub(crate) fn says(analyte: &Analyte, word: &str) -> bool {
    let place = ANALYTES.all.iter().position(|known| std::ptr::eq(known, analyte));
    let mut words = place.into_iter().flat_map(|place| ANALYTES.names.names(place)).flat_map(|name| name.split(' '));
    // Short words differ in a letter: "T3" is not "T4".
    words.any(|own| own == word || own.len() > 4 && alike_plain(own, word) > 0.8)
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
        self.names.count()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.names.count() == 0
    }

    /// Whether it knows medicines of this class, which may stand as one or as many: "statin", "statins".
    pub(crate) fn has_class(&self, name: &str) -> bool {
        let one = name.strip_suffix('s').unwrap_or(name);
        self.drugs.iter().any(|drug| !drug.class.is_empty() && (drug.class == name || drug.class == one))
    }

    /// The medicine of a printed name, and how well it fits.
    pub fn find(&self, name: &str) -> Option<(&Drug, f32)> {
        self.names.meant(name).first().map(|(place, fit)| (&self.drugs[*place], *fit))
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
    ALL.names.meant(text).first().map(|(place, fit)| (&ALL.all[*place], *fit))
}

#[cfg(test)]
mod tests;
