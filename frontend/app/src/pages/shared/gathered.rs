//! What the records of a chart say together: opened one by one, kept on the shelf.

use super::word::{Said, Word, found};
use crate::{
    hand::Hand,
    shelf::{self, Content, Title},
};
use chartkey_flows::{
    Failure, chart, facts,
    facts::{Entry, Facts},
    prescription, values,
};
use chartkey_protocol::{PrescriptionRow, RecordRow};
use chartkey_vault::About;
use chartkey_vocabulary::{Account, Kind, RecordId, Time};
use leptos::prelude::untrack;
use std::{collections::HashSet, sync::Arc};

/// The facts of one record.
pub(crate) struct Part {
    pub(crate) record: RecordId,
    pub(crate) word: Word,
    pub(crate) facts: Facts,
    /// The record's day, for facts that carry none.
    pub(crate) dated: u64,
    /// The record's name.
    pub(crate) title: String,
    /// It is a prescription that is over.
    pub(crate) is_over: bool,
}

/// What was gathered.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) parts: Vec<Part>,
    /// Records that did not open.
    pub(crate) closed: usize,
    /// Entries of documents that are in no list, by the record that holds them.
    pub(crate) kept: Vec<(RecordId, u32)>,
}

/// Whether a content may hold facts. Every opening is logged, so letters and pictures stay closed.
fn tells(about: &About) -> bool {
    let kind = about.media_type.split(';').next().unwrap_or_default().trim();
    let is_table = about.file_name.ends_with(".csv") || about.file_name.ends_with(".tsv");
    let tells = ["text/csv", "text/tab-separated-values", "application/fhir+json", "application/json"];
    tells.contains(&kind) || kind == "text/plain" && is_table
}

/// Who opens.
#[derive(Clone, Copy)]
enum By {
    /// Whose records they are, or a guardian.
    Owner,
    /// Somebody with a key: each opening is written down for the patient, and may be counted.
    Key,
}

/// Opens what may hold facts; `told` hears how many records of how many were looked at.
///
/// # Errors
/// When the list of records cannot be had.
pub(crate) async fn gather(hand: Hand, patient: Account, told: impl Fn(usize, usize)) -> Result<Gathered, Failure> {
    let rows = chart::records(&*hand.person().await?, patient).await?;
    each(hand, &rows, By::Owner, told).await
}

/// The same of these records, for somebody who opens them with a key.
///
/// # Errors
/// When the vault closes meanwhile.
pub(crate) async fn gather_by_key(
    hand: Hand,
    rows: &[RecordRow],
    told: impl Fn(usize, usize),
) -> Result<Gathered, Failure> {
    each(hand, rows, By::Key, told).await
}

async fn each(hand: Hand, rows: &[RecordRow], by: By, told: impl Fn(usize, usize)) -> Result<Gathered, Failure> {
    let mut gathered = Gathered::default();
    let all = rows.len();
    for (nth, row) in rows.iter().enumerate() {
        told(nth, all);
        let read = match by {
            By::Owner => one(hand, row, &mut gathered).await,
            By::Key => one_by_key(hand, row, &mut gathered).await,
        };
        if let Err(failure) = read {
            // A record that does not open leaves the others be; a closed vault ends it.
            hand.noticed(&failure);
            hand.person().await?;
            gathered.closed += 1;
        }
    }
    told(all, all);
    Ok(gathered)
}

fn does_not_open() -> Failure {
    Failure::Not("a record does not open".into())
}

async fn one(hand: Hand, row: &RecordRow, gathered: &mut Gathered) -> Result<(), Failure> {
    let (record, version) = (row.record, row.versions.len() as u16);
    let about = shelf::about(hand, record, version).await.ok_or_else(does_not_open)?;
    if tells(&about) {
        let content = shelf::open(hand, record, version, |_, _| ()).await?;
        if gathered.take_written(row, &content) {
            // What a machine read in it says the same again.
            return Ok(());
        }
    }
    if gathered.take_prescribed(row, &about) {
        return Ok(());
    }
    for finding in &row.findings {
        let found = found(hand, *finding).await?;
        let dated = about.dated.unwrap_or(row.written);
        gathered.parts.extend(found.map(|said| Part {
            record,
            word: said.word,
            facts: said.facts,
            dated,
            title: about.title.clone(),
            is_over: false,
        }));
    }
    Ok(())
}

async fn one_by_key(hand: Hand, row: &RecordRow, gathered: &mut Gathered) -> Result<(), Failure> {
    let (record, version) = (row.record, row.versions.len() as u16);
    // Where a machine has read it, the record stays closed: a picture holds no facts, and a second opening would be
    // written down for nothing. Of a prescription the doctor's own words count.
    let is_prescription = row.kind == Kind::Prescription;
    if !is_prescription && take_found(hand, row, gathered).await? {
        return Ok(());
    }
    // Reports and prescriptions are opened at once; of others only what is said of them, until they may hold facts.
    if !is_prescription && row.kind != Kind::LabReport {
        let about = known(hand, record, version).await?;
        if !tells(&about) {
            return Ok(());
        }
    }
    let content = shelf::open(hand, record, version, |_, _| ()).await?;
    let is_taken = gathered.take_written(row, &content) || gathered.take_prescribed(row, &content.about);
    if is_prescription && !is_taken {
        take_found(hand, row, gathered).await?;
    }
    Ok(())
}

/// What its author says of a record, without asking for it again where it was opened before.
async fn known(hand: Hand, record: RecordId, version: u16) -> Result<Arc<About>, Failure> {
    match untrack(|| shelf::title_once_open(record, version)) {
        Title::Is(about) => Ok(about),
        // It did not open before, and may by now.
        Title::Closed => Ok(shelf::open(hand, record, version, |_, _| ()).await?.about.clone()),
        Title::Coming => shelf::about(hand, record, version).await.ok_or_else(does_not_open),
    }
}

/// Takes what machines read in a record's newest version; whether they read anything.
async fn take_found(hand: Hand, row: &RecordRow, gathered: &mut Gathered) -> Result<bool, Failure> {
    let newest = row.versions.len() as u16;
    let (mut any, mut measured) = (false, false);
    for finding in row.findings.iter().rev() {
        // What was read in an earlier version may have been corrected since.
        let Some(Said { word, mut facts, .. }) = found(hand, *finding).await?.filter(|said| said.version == newest)
        else {
            continue;
        };
        // A second reading may name what the first did not see; its values would be drawn twice.
        if measured {
            facts.results.clear();
        }
        measured |= !facts.results.is_empty();
        if facts.count() > 0 {
            any = true;
            let (record, dated, title) = (row.record, row.written, String::new());
            gathered.parts.push(Part { record, word, facts, dated, title, is_over: false });
        }
    }
    Ok(any)
}

impl Gathered {
    /// Takes what stands in the record itself; whether that is anything.
    fn take_written(&mut self, row: &RecordRow, content: &Content) -> bool {
        let (record, about) = (row.record, &content.about);
        let facts = facts::read(&about.media_type, &content.bytes);
        let kept = facts.brought.kept_count();
        if kept > 0 {
            self.kept.push((record, kept));
        }
        let is_any = !facts.is_empty();
        if is_any {
            let (dated, title) = (about.dated.unwrap_or(row.written), about.title.clone());
            self.parts.push(Part { record, word: Word::Written, facts, dated, title, is_over: false });
        }
        is_any
    }

    /// A prescription's title is the medicine, whatever the letter itself looks like; whether it is one.
    fn take_prescribed(&mut self, row: &RecordRow, about: &About) -> bool {
        let is_one = row.kind == Kind::Prescription && !about.title.is_empty();
        if is_one {
            let (dated, title) = (about.dated.unwrap_or(row.written), about.title.clone());
            let medicine = Entry { what: title.clone(), at: Some(dated), ..Entry::default() };
            let facts = Facts { medicines: vec![medicine], ..Facts::default() };
            self.parts.push(Part { record: row.record, word: Word::Written, facts, dated, title, is_over: false });
        }
        is_one
    }

    /// Marks as over what prescriptions name that are: nobody should take it for something still taken.
    pub(crate) fn settle(&mut self, prescribed: &[PrescriptionRow], now: Time) {
        for part in &mut self.parts {
            part.is_over = prescription::is_over(prescribed, part.record, now);
            if part.is_over {
                part.facts.medicines.iter_mut().for_each(|medicine| medicine.over = true);
            }
        }
    }

    /// Everything measured, put together by what it is.
    pub(crate) fn series(&self) -> Vec<values::Series> {
        let of_part = |part: &Part| {
            let (record, dated) = (part.record, part.dated);
            part.facts.results.iter().filter_map(move |value| Some((record, value.counted(dated)?))).collect::<Vec<_>>()
        };
        values::series(self.parts.iter().flat_map(of_part))
    }

    /// Pairs of records that say the same, so that a paper photographed twice is noticed.
    pub(crate) fn twins(&self) -> Vec<[&Part; 2]> {
        let pairs = self
            .parts
            .iter()
            .enumerate()
            .flat_map(|(nth, one)| self.parts[..nth].iter().map(move |other| [other, one]));
        pairs.filter(|[one, other]| one.record != other.record && one.facts.repeats(&other.facts)).collect()
    }

    /// Records whose values only a machine has read so far.
    pub(crate) fn unsigned(&self) -> HashSet<RecordId> {
        self.parts.iter().filter(|part| part.word == Word::Machine).map(|part| part.record).collect()
    }
}
