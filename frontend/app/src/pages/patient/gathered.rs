//! What all records of a chart say together: opened one by one, kept on the shelf.

use crate::{
    hand::Hand,
    pages::shared::{Word, found},
    shelf,
};
use chartkey_flows::{
    Failure, chart, facts,
    facts::{Entry, Facts},
    prescription, values,
};
use chartkey_protocol::{PrescriptionRow, RecordRow};
use chartkey_vault::About;
use chartkey_vocabulary::{Account, Kind, RecordId, Time};
use std::collections::HashSet;

/// The facts of one record.
pub(super) struct Part {
    pub(super) record: RecordId,
    pub(super) word: Word,
    pub(super) facts: Facts,
    /// The record's day, for facts that carry none.
    pub(super) dated: u64,
    /// The record's name.
    pub(super) title: String,
    /// It is a prescription that is over.
    pub(super) is_over: bool,
}

/// What was gathered.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) parts: Vec<Part>,
    /// Records that did not open.
    pub(super) closed: usize,
    /// Entries of documents that are in no list, by the record that holds them.
    pub(super) kept: Vec<(RecordId, u32)>,
}

/// Whether a content may hold facts. Every opening is logged, so letters and pictures stay closed.
fn tells(about: &About) -> bool {
    let kind = about.media_type.split(';').next().unwrap_or_default().trim();
    let is_table = about.file_name.ends_with(".csv") || about.file_name.ends_with(".tsv");
    let tells = ["text/csv", "text/tab-separated-values", "application/fhir+json", "application/json"];
    tells.contains(&kind) || kind == "text/plain" && is_table
}

/// Opens what may hold facts; `told` hears how many records of how many were looked at.
///
/// # Errors
/// When the list of records cannot be had.
pub(super) async fn gather(hand: Hand, patient: Account, told: impl Fn(usize, usize)) -> Result<Gathered, Failure> {
    let rows = chart::records(&*hand.person().await?, patient).await?;
    let mut gathered = Gathered::default();
    let all = rows.len();
    for (nth, row) in rows.iter().enumerate() {
        told(nth, all);
        if let Err(failure) = one(hand, row, &mut gathered).await {
            // A record that does not open leaves the others be; a closed vault ends it.
            hand.noticed(&failure);
            hand.person().await?;
            gathered.closed += 1;
        }
    }
    told(all, all);
    Ok(gathered)
}

async fn one(hand: Hand, row: &RecordRow, gathered: &mut Gathered) -> Result<(), Failure> {
    let (record, version) = (row.record, row.versions.len() as u16);
    let about = shelf::about(hand, record, version).await;
    let about = about.ok_or_else(|| Failure::Not("a record does not open".into()))?;
    let dated = about.dated.unwrap_or(row.written);
    let part = |word, facts| Part { record, word, facts, dated, title: about.title.clone(), is_over: false };
    if tells(&about) {
        let content = shelf::open(hand, record, version, |_, _| ()).await?;
        let facts = facts::read(&content.about.media_type, &content.bytes);
        let kept = facts.brought.kept_count();
        if kept > 0 {
            gathered.kept.push((record, kept));
        }
        if !facts.is_empty() {
            gathered.parts.push(part(Word::Written, facts));
            // What a machine read in it says the same again.
            return Ok(());
        }
    }
    if row.kind == Kind::Prescription && !about.title.is_empty() {
        // A prescription's title is the medicine, whatever the letter itself looks like.
        let medicine = Entry { what: about.title.clone(), at: Some(dated), ..Entry::default() };
        let facts = Facts { medicines: vec![medicine], ..Facts::default() };
        gathered.parts.push(part(Word::Written, facts));
        return Ok(());
    }
    for finding in &row.findings {
        let found = found(hand, *finding).await?;
        gathered.parts.extend(found.map(|said| part(said.word, said.facts)));
    }
    Ok(())
}

impl Gathered {
    /// Marks as over what prescriptions name that are: nobody should take it for something still taken.
    pub(super) fn settle(&mut self, prescribed: &[PrescriptionRow], now: Time) {
        for part in &mut self.parts {
            part.is_over = prescription::is_over(prescribed, part.record, now);
            if part.is_over {
                part.facts.medicines.iter_mut().for_each(|medicine| medicine.over = true);
            }
        }
    }

    /// Everything measured, put together by what it is.
    pub(super) fn series(&self) -> Vec<values::Series> {
        let of_part = |part: &Part| {
            let (record, dated) = (part.record, part.dated);
            part.facts.results.iter().filter_map(move |value| Some((record, value.counted(dated)?))).collect::<Vec<_>>()
        };
        values::series(self.parts.iter().flat_map(of_part))
    }

    /// Pairs of records that say the same, so that a paper photographed twice is noticed.
    pub(super) fn twins(&self) -> Vec<[&Part; 2]> {
        let pairs = self
            .parts
            .iter()
            .enumerate()
            .flat_map(|(nth, one)| self.parts[..nth].iter().map(move |other| [other, one]));
        pairs.filter(|[one, other]| one.record != other.record && one.facts.repeats(&other.facts)).collect()
    }

    /// Records whose values only a machine has read so far.
    pub(super) fn unsigned(&self) -> HashSet<RecordId> {
        self.parts.iter().filter(|part| part.word == Word::Machine).map(|part| part.record).collect()
    }
}
