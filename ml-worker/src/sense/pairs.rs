//! What stands behind labels, and under headings.

use super::{
    Pair, Table,
    fuzzy::plain,
    labels::{self, DateRole, Hit, Label, is_mark},
    layout::{Laid, LaidPage, Row, Segment},
    table,
    token::{Token, field, say},
};

/// What stands under a heading, line by line.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) label: Label,
    pub(crate) lines: Vec<Vec<Token>>,
    /// Whether the first line stands beside the heading.
    pub(crate) beside: bool,
}

/// A label in a row, and where what belongs to it begins and ends.
struct Spot {
    hit: Hit,
    from: usize,
    value: std::ops::Range<usize>,
}

/// Words of a row with the places where a wide gap is.
struct Line<'a> {
    tokens: Vec<&'a Token>,
    starts: Vec<bool>,
}

impl<'a> Line<'a> {
    fn of(row: &'a Row) -> Self {
        let (mut tokens, mut starts) = (Vec::new(), Vec::new());
        for segment in &row.segments {
            for (place, token) in segment.tokens.iter().enumerate() {
                tokens.push(token);
                starts.push(place == 0);
            }
        }
        Self { tokens, starts }
    }

    fn owned(&self, range: std::ops::Range<usize>) -> Vec<Token> {
        self.tokens[range].iter().map(|token| (*token).clone()).collect()
    }

    /// Labels of the row in their order, each with its value in the same row.
    fn spots(&self) -> Vec<Spot> {
        let mut spots: Vec<Spot> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.label_at(at) {
                Some(hit) if !self.begins_later(at, &hit) => {
                    let mut value = at + hit.words;
                    while value < self.tokens.len()
                        && (is_mark(&self.tokens[value].text) || is_share(hit.label, &self.tokens[value].text))
                    {
                        value += 1;
                    }
                    spots.push(Spot { hit, from: at, value: value..value });
                    at = value.max(at + 1);
                }
                _ => at += 1,
            }
        }
        for place in 0..spots.len() {
            let until = spots.get(place + 1).map_or(self.tokens.len(), |next| next.from);
            let from = spots[place].value.start.min(until);
            // A wide gap after something ends the value; between label and value it does not.
            let gap = (from + 1..until).find(|at| self.starts[*at]);
            let end = match gap {
                Some(gap) if !spots[place].hit.label.is_section() => gap,
                _ => until,
            };
            spots[place].value = from..end.max(from);
        }
        spots
    }

    /// Whether the first letter or two belong to what stands before: "74 Yrs / M Doctor: Dr. Gupta".
    fn begins_later(&self, at: usize, hit: &Hit) -> bool {
        let first = plain(&self.tokens[at].text);
        let tighter = |next: Hit| next.words + 1 == hit.words && (next.fit > hit.fit || first.is_empty());
        hit.words > 1 && first.len() <= 2 && self.label_at(at + 1).is_some_and(tighter)
    }

    fn label_at(&self, at: usize) -> Option<Hit> {
        // A label does not reach over a wide gap; its colon may stand beyond one.
        let gap = (at + 1..self.tokens.len()).find(|at| self.starts[*at]).unwrap_or(self.tokens.len());
        let reach = (gap + usize::from(self.tokens.get(gap).is_some_and(|token| token.text == ":"))).min(at + 8);
        let near = self.owned(at..reach.min(self.tokens.len()));
        let begins = self.starts[at];
        if let Some(hit) = labels::starting(&near) {
            let strong =
                matches!(hit.label, Label::Age | Label::Sex | Label::Born | Label::PatientNumber | Label::AgeSex);
            let fits = match (hit.colon, begins) {
                (true, _) => true,
                // Without a colon: alone in its segment, or at its start with a value that is not more of a sentence.
                (false, true) => hit.words == near.len() || near.len() <= hit.words + 5 && follows(&hit, &near),
                (false, false) => strong && hit.fit > 0.999 && near.len() > hit.words,
            };
            // A dash within a word group is no colon: "Sub - total".
            return fits.then_some(hit);
        }
        let colon = near.iter().position(|token| token.text == ":")?;
        (begins && (1..=5).contains(&colon)).then_some(Hit { label: Label::Other, words: colon, fit: 0.9, colon: true })
    }
}

/// "GST 5%": the share is not the sum.
fn is_share(label: Label, text: &str) -> bool {
    matches!(label, Label::Sum(_)) && (text == "@" || text.trim_end_matches([')', ',']).ends_with('%'))
}

/// Whether what follows a label without colon looks like its value.
fn follows(hit: &Hit, near: &[Token]) -> bool {
    let rest = say(&near[hit.words..]);
    let number = rest.chars().any(|c| c.is_ascii_digit());
    match hit.label {
        Label::Patient | Label::Doctor | Label::Referrer | Label::Hospital => {
            rest.chars().next().is_some_and(char::is_uppercase) && !number
        }
        Label::Sex => matches!(plain(&rest).as_str(), "m" | "f" | "male" | "female"),
        Label::Diagnosis
        | Label::Medicines
        | Label::Story
        | Label::Advice
        | Label::Investigations
        | Label::Treatment
        | Label::Other => false,
        Label::Allergies => hit.words >= 2,
        _ => number,
    }
}

fn in_table(tables: &[Table], page: u32, row: &Row) -> bool {
    tables.iter().any(|table| {
        table.page == page
            && (table.has_head || table.is_results() || table.is_medicines())
            && table::holds(&table.area, &row.area)
    })
}

/// All pairs.
pub(crate) fn find(laid: &Laid, tables: &[Table]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (number, page) in laid.pages.iter().enumerate() {
        let number = number as u32 + 1;
        for (place, row) in page.rows.iter().enumerate() {
            if in_table(tables, number, row) {
                continue;
            }
            let line = Line::of(row);
            for spot in line.spots() {
                let name = say(&line.owned(spot.from..spot.from + spot.hit.words));
                let mut value = line.owned(spot.value.clone());
                if value.is_empty() {
                    value = below(page, place, line.tokens[spot.from]).unwrap_or_default();
                }
                if value.is_empty() {
                    continue;
                }
                let text = say(&value).replace(" :", ":");
                pairs.push(Pair { label: spot.hit.label, name, value: field(text, &value, spot.hit.fit) });
            }
        }
    }
    pairs
}

/// What stands right under a label that has nothing beside it.
fn below(page: &LaidPage, row: usize, label: &Token) -> Option<Vec<Token>> {
    // A hand writes bigger than the label is printed, and up into it.
    let is_under = |segment: &&Segment| {
        let gap = segment.area.top - label.area.bottom;
        let (low, high) = (-0.5 * label.height(), 1.6 * page.letter);
        (segment.area.left - label.area.left).abs() < 1.5 * page.letter && (low..=high).contains(&gap)
    };
    let rows = page.rows.get(row + 1..)?.iter().take(2);
    let (next, under) = rows.filter_map(|row| Some((row, row.segments.iter().find(is_under)?))).next()?;
    let line = Line::of(next);
    let begins = line.tokens.iter().position(|token| token.at == under.tokens[0].at)?;
    (line.label_at(begins).is_none()).then(|| under.tokens.clone())
}

/// What stands under headings, and behind labels that may take several lines.
pub(crate) fn sections(laid: &Laid, tables: &[Table]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (number, page) in laid.pages.iter().enumerate() {
        let number = number as u32 + 1;
        for (place, row) in page.rows.iter().enumerate() {
            if in_table(tables, number, row) {
                continue;
            }
            let line = Line::of(row);
            for spot in line.spots().into_iter().filter(|spot| spot.hit.label.is_section()) {
                let mut lines = Vec::new();
                let first = line.owned(spot.value.clone());
                let right = line.tokens.get(spot.value.end).map_or(page.width, |next| next.area.left);
                let beside = !first.is_empty();
                if beside {
                    lines.push(first);
                }
                let label = line.tokens[spot.from];
                let heading = (spot.hit.label, label);
                lines.extend(under(page, number, tables, place, heading, right));
                sections.push(Section { label: spot.hit.label, lines, beside });
            }
        }
    }
    sections
}

/// The lines under a heading, until the next one.
fn under(
    page: &LaidPage,
    number: u32,
    tables: &[Table],
    row: usize,
    (asked, label): (Label, &Token),
    right: f32,
) -> Vec<Vec<Token>> {
    let mut lines = Vec::new();
    let mut bottom = label.area.bottom;
    // Beside another column the lines end where it begins; else they go over the whole page.
    let right = if right < page.width { right } else { f32::INFINITY };
    for next in page.rows.iter().skip(row + 1) {
        let own = next.segments.iter().filter(|segment| {
            segment.area.left < right - 1.0 && segment.area.left > label.area.left - 3.0 * page.letter
        });
        let own: Vec<_> = own.collect();
        let Some(first) = own.first() else { continue };
        let gap = first.area.top - bottom;
        if gap > 2.6 * page.letter || in_table(tables, number, next) {
            break;
        }
        let line = Line::of(next);
        let begins = line.tokens.iter().position(|token| token.at == first.tokens[0].at).unwrap_or(0);
        if line.label_at(begins).is_some_and(|hit| ends(&hit, first.tokens.len(), asked)) || signs(&first.tokens) {
            break;
        }
        bottom = first.area.bottom;
        lines.push(own.iter().flat_map(|segment| segment.tokens.clone()).collect());
        if lines.len() == 40 {
            break;
        }
    }
    lines
}

/// A heading alone in its segment, or any label with a colon in front of few words.
fn ends(hit: &Hit, words: usize, asked: Label) -> bool {
    // "Dispense: 30" stands among medicines.
    let own = hit.label == Label::Other && asked == Label::Medicines;
    hit.words == words || hit.colon && !own
}

/// A doctor's name under the text.
fn signs(tokens: &[Token]) -> bool {
    let first = plain(&tokens[0].text);
    (first == "dr" || first == "signature" || first == "doctor") && tokens.len() <= 6
}

/// The first pair with a label.
pub(crate) fn first(pairs: &[Pair], label: Label) -> Option<&Pair> {
    pairs.iter().find(|pair| pair.label == label)
}

/// All sections a label has.
pub(crate) fn of(sections: &[Section], label: Label) -> impl Iterator<Item = &Section> {
    sections.iter().filter(move |section| section.label == label)
}

/// Whether the label asks for a day.
pub(crate) fn day_role(label: Label) -> Option<DateRole> {
    match label {
        Label::Day(role) => Some(role),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bench::sheet::Sheet, sense::layout};

    fn pairs(sheet: &Sheet) -> Vec<(Label, String)> {
        find(&layout::lay(&sheet.document()), &[]).into_iter().map(|pair| (pair.label, pair.value.value)).collect()
    }

    #[test]
    fn labels_in_one_line_have_each_its_value() {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 100.0, 14.0, "Name: Asha Rao   Age/Sex: 45 Y / F   Date: 12/03/2024");
        sheet.say(50.0, 130.0, 14.0, "UHID");
        sheet.say(160.0, 130.0, 14.0, ":");
        sheet.say(200.0, 130.0, 14.0, "AP-1234");
        sheet.say(450.0, 130.0, 14.0, "Ref. By : Dr. S. Iyer");
        assert_eq!(
            pairs(&sheet),
            [
                (Label::Patient, "Asha Rao".into()),
                (Label::AgeSex, "45 Y / F".into()),
                (Label::Day(DateRole::Issued), "12/03/2024".into()),
                (Label::PatientNumber, "AP-1234".into()),
                (Label::Referrer, "Dr. S. Iyer".into()),
            ]
        );
    }

    #[test]
    fn a_letter_before_a_label_is_no_part_of_it() {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 100.0, 14.0, "Name: Asha Rao Age / Gender: 74 Yrs / M Doctor: Dr. Rajesh Gupta");
        assert_eq!(
            pairs(&sheet),
            [
                (Label::Patient, "Asha Rao".into()),
                (Label::AgeSex, "74 Yrs / M".into()),
                (Label::Doctor, "Dr. Rajesh Gupta".into()),
            ]
        );
    }

    #[test]
    fn a_value_may_stand_under_its_label() {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 100.0, 12.0, "PATIENT NAME");
        sheet.say(350.0, 100.0, 12.0, "DATE OF BIRTH");
        sheet.say(50.0, 118.0, 14.0, "John Miller");
        sheet.say(350.0, 118.0, 14.0, "04/15/1961");
        assert_eq!(pairs(&sheet), [(Label::Patient, "John Miller".into()), (Label::Born, "04/15/1961".into())]);
    }

    #[test]
    fn a_value_written_by_hand_may_reach_into_its_label() {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 100.0, 12.0, "DATE OF BIRTH");
        sheet.say(350.0, 100.0, 12.0, "COLLECTED");
        sheet.say(50.0, 116.0, 14.0, "Jul 13, 1960");
        sheet.say(347.0, 108.0, 20.0, "Jan 11, 2026");
        let read = pairs(&sheet);
        assert_eq!(
            read,
            [(Label::Born, "Jul 13, 1960".into()), (Label::Day(DateRole::Collected), "Jan 11, 2026".into())]
        );
    }

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let mut sheet = Sheet::new();
        for (row, text) in ["FINAL DIAGNOSIS", "1. Type 2 diabetes mellitus", "2. Hypertension", "ADVICE", "Walk daily"]
            .iter()
            .enumerate()
        {
            sheet.say(50.0, 100.0 + 20.0 * row as f32, 14.0, text);
        }
        let sections = sections(&layout::lay(&sheet.document()), &[]);
        assert_eq!(sections.len(), 2);
        assert_eq!(say(&sections[0].lines[1]), "2. Hypertension");
        assert_eq!(sections[0].lines.len(), 2);
    }
}
