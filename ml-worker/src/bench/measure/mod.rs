//! How well documents are understood: fields, table cells, kinds, checks, and whether what is said is where it is said
//! to be.

mod cells;
mod fields;

use super::{
    Made, coverage,
    noise::{self, Noise},
    rng::Rng,
};
use crate::{
    check::{self, Verdict, What},
    page::Document,
    sense::{self, DocumentKind, Sense},
    summary,
};
use std::collections::BTreeMap;

/// Right, wrong and missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Said and so.
    pub right: usize,
    /// Said and not so.
    pub wrong: usize,
    /// So and not said.
    pub missed: usize,
}

impl Count {
    /// Of what was said, how much is so.
    pub fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    /// Of what is so, how much was said.
    pub fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    /// Both in one.
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

/// Fields this sure need nobody to look at them again.
pub const CERTAIN: f32 = 0.95;

/// All figures of a set of documents.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// How many documents.
    pub documents: usize,
    /// By field.
    pub fields: BTreeMap<&'static str, Count>,
    /// Cells of tables.
    pub cells: Count,
    /// Kinds that were right, by kind.
    pub kinds: BTreeMap<DocumentKind, (usize, usize)>,
    /// By check: what was planted is to be found, what was not is to pass.
    pub checks: BTreeMap<What, Count>,
    /// Right fields whose words, on the page without noise, say what the field says; and all right fields.
    pub grounded: (usize, usize),
    /// Statements that have a place on the page, and all statements.
    pub statements: (usize, usize),
    /// Fields by how sure they were, in tenths: how many, and how many were right.
    pub sure: [(usize, usize); 10],
    /// Each field: how sure it was before [`likely`] made that a likelihood, and whether it was right.
    pub beliefs: Vec<(f32, bool)>,
    /// Fields that are at least [`CERTAIN`], and how many of them were right.
    pub certain: (usize, usize),
    /// What matters in the documents: how much of it their summaries tell, and how much there is.
    pub told: (usize, usize),
    /// Wrong and missing things, for whoever looks.
    pub misses: Vec<String>,
}

impl Figures {
    /// All fields together.
    pub fn all_fields(&self) -> Count {
        let mut all = Count::default();
        self.fields.values().for_each(|count| all.add(*count));
        all
    }

    /// All checks together.
    pub fn all_checks(&self) -> Count {
        let mut all = Count::default();
        self.checks.values().for_each(|count| all.add(*count));
        all
    }

    /// Measures what is understood of one document: `read` is what was read of it, `clean` the same words in the same
    /// order as they really stand there.
    pub fn add(&mut self, made: &Made, clean: &Document, read: &Document, sense: &Sense) {
        one(self, made, clean, read, sense);
    }

    /// Kinds that were right, of all.
    pub fn kind_accuracy(&self) -> f64 {
        let (right, all) = self.kinds.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        right as f64 / all.max(1) as f64
    }
}

/// Measures documents under noise.
pub fn measure(documents: &[Made], noise: Noise, seed: u64) -> Figures {
    let mut figures = Figures::default();
    for (number, made) in documents.iter().enumerate() {
        let clean = made.sheet.document();
        let read = noise::spoil(&clean, noise, &mut Rng::new(seed ^ (number as u64) << 20));
        let sense = sense::understand(&read, &made.context);
        figures.add(made, &clean, &read, &sense);
    }
    figures
}

fn one(figures: &mut Figures, made: &Made, clean: &Document, read: &Document, sense: &Sense) {
    let truth = &made.truth;
    figures.documents += 1;
    let kind = figures.kinds.entry(truth.kind).or_default();
    kind.1 += 1;
    if sense.kind.kind == truth.kind {
        kind.0 += 1;
    } else {
        figures.misses.push(format!("{}: taken for {} {:?}", made.name, sense.kind.kind.name(), sense.kind.because));
    }
    let main = matches!(
        truth.kind,
        DocumentKind::LabReport | DocumentKind::Prescription | DocumentKind::DischargeSummary | DocumentKind::Invoice
    );
    if main {
        fields::fields(figures, made, clean, sense);
        if !truth.table.is_empty() {
            cells::cells(figures, made, sense);
        }
        let checks = check::check(read, sense, &made.context);
        for what in What::ALL {
            let Some(verdict) = check::worst(&checks, what) else { continue };
            let count = figures.checks.entry(what).or_default();
            let (planted, found) = (truth.defects.contains(&what), verdict != Verdict::Pass);
            match (planted, found) {
                (true, true) => count.right += 1,
                (false, true) => count.wrong += 1,
                (true, false) => count.missed += 1,
                (false, false) => {}
            }
            if planted != found {
                let says = checks
                    .iter()
                    .filter(|check| check.what == what)
                    .map(|check| check.says.as_str())
                    .collect::<Vec<_>>();
                figures.misses.push(format!("{}: check {what:?} planted {planted}: {says:?}", made.name));
            }
        }
    }
    let summary = summary::summarize(sense, &made.context);
    if main {
        let told = coverage::told(truth, sense, &summary.text());
        figures.told = (figures.told.0 + told.0, figures.told.1 + told.1);
    }
    for statement in summary.statements.iter().chain(summary.trends.iter().map(summary::Trend::statement)) {
        figures.statements.1 += 1;
        let on_page = statement.sources().iter().all(|source| source.page == 1 && source.area.right > source.area.left);
        figures.statements.0 +=
            usize::from(on_page && !(statement.sources().is_empty() && statement.records().is_empty()));
    }
}
