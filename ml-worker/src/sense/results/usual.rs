//! Which of the ranges a laboratory prints is the usual one for somebody, in the unit of the value.

use super::super::{Field, Range, units, vocabulary::Analyte};
use super::{
    label::Label,
    range::{Piece, printed},
};

/// Whose values are held against a range.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Who {
    /// The sex, and how sure it is.
    sex: Option<(&'static str, f32)>,
    /// Whether it is a grown person.
    pub(super) adult: Option<bool>,
}

impl Who {
    /// What was read of somebody.
    pub(crate) fn of(sex: Option<&Field<&'static str>>, age: Option<&Field<u16>>) -> Self {
        Self { sex: sex.map(|sex| (sex.value, sex.sure)), adult: age.map(|age| age.value >= 18) }
    }
}

/// The usual range, and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Usual {
    pub(super) range: Range,
    pub(super) fit: f32,
    /// The unit that is printed behind it.
    pub(super) ucum: Option<&'static str>,
}

/// The usual range a text names. Of several it is the one whose words say so; nothing where none or two do.
pub(super) fn usual(text: &str, who: Who, near: &[&'static str]) -> Option<Usual> {
    let printed = printed(text);
    let labels: Vec<Label> = printed.gaps.iter().map(|gap| Label::of(gap)).collect();
    let (place, sure) = match printed.intervals.len() {
        0 => return None,
        1 => (0, only(&labels[0], &Label::of(&spelled(&printed.gaps[1])), who)?),
        count => {
            // Words stand before their intervals, unless the cell begins with an interval.
            let behind = usize::from(labels[0].is_empty());
            let fits = (0..count).filter_map(|place| Some((place, labels[place + behind].among(who)?)));
            let fits: Vec<(usize, f32)> = fits.collect();
            let (place, sure) = *fits.first()?;
            let same = |(other, _): &(usize, f32)| printed.intervals[*other].0 == printed.intervals[place].0;
            fits.iter().all(same).then_some((place, sure))?
        }
    };
    let (range, fit) = printed.intervals[place];
    Some(Usual { range, fit: fit * sure, ucum: unit(&printed.gaps[place + 1], near) })
}

/// Without single letters: "97 - 99 F" is a heat.
fn spelled(gap: &[Piece]) -> Vec<Piece> {
    let letter = |piece: &&Piece| matches!(piece, Piece::Word(word) if word.chars().count() == 1);
    gap.iter().filter(|piece| !letter(piece)).cloned().collect()
}

/// How sure it is that the only interval of a cell is the usual one.
fn only(before: &Label, behind: &Label, who: Who) -> Option<f32> {
    let speaks = |label: &Label| label.unusual || label.child || label.adult && who.adult == Some(false);
    if speaks(before) || speaks(behind) {
        return None;
    }
    match before.sex.or(behind.sex) {
        Some(sex) => who.is(sex),
        None => Some(1.0),
    }
}

impl Who {
    /// How sure it is that it is one of this sex.
    pub(super) fn is(self, sex: &str) -> Option<f32> {
        self.sex.filter(|(own, _)| *own == sex).map(|(_, sure)| sure)
    }
}

/// The unit behind an interval.
fn unit(gap: &[Piece], near: &[&'static str]) -> Option<&'static str> {
    let words = gap.iter().map_while(|piece| match piece {
        Piece::Unit(word) | Piece::Word(word) => Some(word.as_str()),
        _ => None,
    });
    let words: Vec<&str> = words.take(3).collect();
    (1..=words.len()).rev().find_map(|count| {
        let text = words[..count].join(" ");
        // "F" stands for women here.
        let long = text == "%" || text.chars().nth(1).is_some();
        long.then(|| units::unit(&text, near)).flatten().map(|(ucum, _)| ucum)
    })
}

/// A range in the unit of the value beside it; nothing where the two units are not comparable.
pub(super) fn in_unit(
    usual: &Usual,
    number: Option<f64>,
    ucum: Option<&str>,
    analyte: Option<&'static Analyte>,
) -> Option<Range> {
    let (range, own) = match (usual.ucum, ucum) {
        (None, _) => return Some(usual.range),
        (Some(own), Some(ucum)) if own == ucum => return Some(usual.range),
        // No unit is printed beside the value, or none that is known: it is the range's where the value can be in it.
        (Some(own), None) => return can_be(analyte, number, own).then_some(usual.range),
        (Some(own), Some(_)) => (usual.range, own),
    };
    let analyte = analyte?;
    let (times, plus) = analyte.units.iter().find(|unit| Some(unit.ucum) == ucum)?.into_usual?;
    analyte.usual(0.0, own)?;
    let end = |end: f64| analyte.usual(end, own).and_then(|usual| tidy((usual - plus) / times));
    Some(Range { low: range.low.and_then(end), high: range.high.and_then(end) })
}

/// Whether a value can be in a unit, as far as is known.
pub(super) fn can_be(analyte: Option<&'static Analyte>, number: Option<f64>, ucum: &str) -> bool {
    let known = analyte.and_then(|analyte| analyte.limits.zip(analyte.usual(number?, ucum)));
    known.is_none_or(|((least, most), usual)| (least..=most).contains(&usual))
}

/// Without the noise of binary fractions.
fn tidy(number: f64) -> Option<f64> {
    format!("{number:.6e}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sense::vocabulary::by_loinc;

    fn who(sex: &'static str, adult: Option<bool>) -> Who {
        Who { sex: (!sex.is_empty()).then_some((sex, 1.0)), adult }
    }

    fn ends(text: &str, who: Who) -> Option<(Option<f64>, Option<f64>)> {
        usual(text, who, &[]).map(|usual| (usual.range.low, usual.range.high))
    }

    #[test]
    fn of_several_ranges_the_usual_one_is_taken_and_else_none() {
        let anybody = Who::default();
        for (text, range) in [
            ("12.0 - 16.0 g/dL", Some((Some(12.0), Some(16.0)))),
            ("Deficient <20 Insufficient 20-30 Sufficient 30-100", Some((Some(30.0), Some(100.0)))),
            (
                "Deficiency: < 20 ng/mL Insufficiency: 20 - 29 Sufficiency: 30 - 100 Toxicity: > 100",
                Some((Some(30.0), Some(100.0))),
            ),
            ("<5.7 Non-diabetic 5.7-6.4 Prediabetic >6.5 Diabetic", Some((None, Some(5.7)))),
            ("Diabetic >6.5 Non Diabetic <5.7", Some((None, Some(5.7)))),
            ("Optimal <100 Near/above optimal 100-129 Borderline high 130-159", Some((None, Some(100.0)))),
            ("Desirable: <200, Borderline: 200-239, High: >240", Some((None, Some(200.0)))),
            ("Normal: <150 Normal: <150 High >200", Some((None, Some(150.0)))),
            ("Negative <0.9 Equivocal 0.9-1.1 Positive >1.1", Some((None, Some(0.9)))),
            ("Low <40 High >60", None),
            ("Fasting normal 70-100 Post meal normal <140", None),
            ("4.0-11.0 4000-11000", None),
            ("Male 13.0-17.0 Female 12.0-15.0", None),
            ("Adult 13-17 Child 11-14", None),
            ("Diabetic >6.5", None),
            ("Deficient <20", None),
            ("< 20 Deficient", None),
            ("Male 13.0-17.0", None),
            ("97 - 99 F", Some((Some(97.0), Some(99.0)))),
        ] {
            assert_eq!(ends(text, anybody), range, "{text}");
        }
    }

    #[test]
    fn a_range_of_one_sex_is_only_for_it() {
        let (man, woman) = (Some((Some(13.0), Some(17.0))), Some((Some(12.0), Some(15.0))));
        for text in [
            "Male 13.0-17.0 Female 12.0-15.0",
            "M: 13 - 17 g/dL F: 12 - 15 g/dL",
            "13-17 (Men) 12-15 (Women)",
            "Adult Male: 13-17, Adult Female: 12-15, Children: 11-14",
        ] {
            assert_eq!(ends(text, who("female", Some(true))), woman, "{text}");
            assert_eq!(ends(text, who("male", None)), man, "{text}");
            assert_eq!(ends(text, who("female", Some(false))), None, "{text}");
            assert_eq!(ends(text, Who::default()), None, "{text}");
        }
        assert_eq!(ends("Adult 13-17 Child 11-14", who("", Some(true))), man);
        let unsure = Who { sex: Some(("female", 0.5)), adult: None };
        assert_eq!(usual("Male 13-17 Female 12-15", unsure, &[]).map(|usual| usual.fit), Some(0.5));
        assert_eq!(ends("Follicular 3-10 Female luteal 2-9", who("female", None)), None);
    }

    #[test]
    fn a_range_is_brought_into_the_unit_of_its_value() {
        let platelets = by_loinc("777-3");
        let range = |text: &str, number: f64, ucum: Option<&str>| {
            let usual = usual(text, Who::default(), &["10*5/uL"]).expect("a range");
            in_unit(&usual, Some(number), ucum, platelets).map(|range| (range.low, range.high))
        };
        let lakhs = Some((Some(150_000.0), Some(450_000.0)));
        assert_eq!(range("1.5-4.5 lakhs", 250_000.0, Some("/uL")), lakhs);
        assert_eq!(range("1.5-4.5 lakhs/cumm", 2.5, None), Some((Some(1.5), Some(4.5))));
        assert_eq!(range("1.5-4.5 lakhs", 250_000.0, None), None);
        assert_eq!(range("1.5-4.5", 2.5, Some("10*5/uL")), Some((Some(1.5), Some(4.5))));
        assert_eq!(range("1.5-4.5 mg/dL", 2.5, Some("10*5/uL")), None);
    }
}
