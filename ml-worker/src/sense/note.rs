//! A typed note: of which specialty it is, and its sentences that say most.

use super::{
    DocumentKind, Field, Table,
    layout::Laid,
    table,
    token::{Token, say, source, sure},
};
use crate::notes::{About, Model, weightiest, words};
use std::ops::Range;

/// A specialty less sure than this is not said.
const LIKELY: f32 = 0.5;
/// The sentences have about so many words together.
const WORDS: usize = 30;
/// So many words are shown as what a specialty was read from.
const SHOWN: usize = 8;

#[derive(Default)]
pub(crate) struct Note {
    pub(crate) specialty: Option<Field<String>>,
    pub(crate) sentences: Vec<Field<String>>,
}

/// Reads a note, where the document is one.
pub(crate) fn find(laid: &Laid, tables: &[Table], kind: DocumentKind) -> Note {
    if !matches!(kind, DocumentKind::ConsultationNote | DocumentKind::DischargeSummary) {
        return Note::default();
    }
    let Flow { text, tokens } = flow(laid, tables);
    let specialty = Model::committed().opinions(&text, About::Specialty).into_iter().next();
    let specialty = specialty.filter(|opinion| opinion.sure >= LIKELY).map(|opinion| {
        let speaks = |token: &&Token| words(&token.text).any(|word| opinion.because.contains(&word));
        let from: Vec<Token> = tokens.iter().map(|(_, token)| *token).filter(speaks).take(SHOWN).cloned().collect();
        Field { value: opinion.class, sure: opinion.sure, from: source(&from) }
    });
    let chosen = weightiest(Model::committed(), &text, WORDS).into_iter().map(|sentence| {
        let inside =
            |(place, _): &&(Range<usize>, &Token)| place.start < sentence.place.end && sentence.place.start < place.end;
        let own: Vec<Token> = tokens.iter().filter(inside).map(|(_, token)| (*token).clone()).collect();
        // Of a sentence of twenty words one is misread now and then; it is as sure as its words are on average.
        let each = sure(&own).powf(1.0 / own.len().max(1) as f32);
        Field { value: say(&own), sure: each, from: source(&own) }
    });
    Note { specialty, sentences: chosen.filter(|field| !field.from.words.is_empty()).collect() }
}

/// The text that runs, with the place of each word in it.
struct Flow<'a> {
    text: String,
    tokens: Vec<(Range<usize>, &'a Token)>,
}

fn flow<'a>(laid: &'a Laid, tables: &[Table]) -> Flow<'a> {
    let mut flow = Flow { text: String::new(), tokens: Vec::new() };
    for (number, page) in laid.pages.iter().enumerate() {
        let mut above: Option<(f32, f32)> = None;
        for row in &page.rows {
            let of_table = |table: &&Table| table.page == number as u32 + 1 && table::holds(&table.area, &row.area);
            if tables.iter().any(|table| of_table(&table)) {
                continue;
            }
            // A line that ends early ends its sentence; so does room below it, or a number or a heading at the next one.
            let begins = row.tokens().next().is_some_and(|token| token.text.chars().any(|c| c.is_ascii_digit()))
                || row.tokens().take(4).any(|token| token.text.ends_with(':'));
            let parted = above.is_none_or(|(bottom, right)| {
                row.area.top - bottom > 1.2 * page.letter || right < 0.7 * page.width || begins
            });
            if !flow.text.is_empty() {
                flow.text.push(if parted { '\n' } else { ' ' });
            }
            for (place, token) in row.tokens().enumerate() {
                if place > 0 {
                    flow.text.push(' ');
                }
                let start = flow.text.len();
                flow.text.push_str(&token.text);
                flow.tokens.push((start..flow.text.len(), token));
            }
            above = Some((row.area.bottom, row.area.right));
        }
    }
    flow
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bench::sheet::Sheet,
        sense::{Context, Sense, understand},
        summary::{Topic, summarize},
    };

    fn read(lines: &[&str]) -> Sense {
        let mut sheet = Sheet::new();
        for (row, line) in lines.iter().enumerate() {
            sheet.say(50.0, 80.0 + 24.0 * row as f32, 14.0, line);
        }
        understand(&sheet.document(), &Context::default())
    }

    const NOTE: [&str; 9] = [
        "CARDIOLOGY CONSULTATION",
        "Patient Name: Asha Rao",
        "REASON FOR CONSULTATION: Chest pain with exertion and an abnormal ECG.",
        "HISTORY OF PRESENT ILLNESS: She has coronary artery disease and had a stent in the left anterior",
        "descending artery. Angina returned last week. Ejection fraction was 45 percent by echocardiogram.",
        "FAMILY HISTORY: Her father had a stroke.",
        "PHYSICAL EXAMINATION: Regular rhythm, no murmur, lungs are clear.",
        "ASSESSMENT: Unstable angina with coronary artery disease.",
        "PLAN: Cardiac catheterization and coronary angiography tomorrow.",
    ];

    #[test]
    fn a_consultation_note_tells_its_specialty_and_its_weightiest_sentences() {
        let sense = read(&NOTE);
        assert_eq!(sense.kind.kind, DocumentKind::ConsultationNote);
        let specialty = sense.specialty.as_ref().expect("one that is likely");
        assert!(specialty.value.starts_with("Cardiovascular"), "{specialty:?}");
        assert!(specialty.from.text.to_lowercase().contains("coronary"), "{specialty:?}");
        let all = NOTE.join(" ");
        assert!(!sense.sentences.is_empty());
        assert!(sense.sentences.iter().all(|sentence| all.contains(&sentence.value)), "{:?}", sense.sentences);
        let context = Context::default();
        let summary = summarize(&sense, &context);
        assert!(summary.statements.iter().any(|said| said.topic() == Topic::Note && said.text().contains("coronary")));
    }

    #[test]
    fn what_is_no_note_has_no_specialty() {
        let sense = read(&["INVOICE", "Bill No: 12", "Coronary angiography 20,000.00", "Grand Total: 20,000.00"]);
        assert_eq!((sense.specialty, sense.sentences.len()), (None, 0));
    }
}
