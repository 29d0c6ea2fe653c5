//! How well documents are understood: fields, table cells, kinds, checks, and whether what is said is where it is said
//! to be.

use super::{
    Made, coverage,
    noise::{self, Noise},
    rng::Rng,
    truth::Truth,
};
use crate::{
    check::{self, Verdict, What},
    page::Document,
    sense::{self, Cell, DocumentKind, Field, Sense, Table, alike, belief::likely, plain},
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

/// One thing that was read, as it is compared.
struct Said {
    what: String,
    sure: f32,
    /// Whether the words it names say it on the page without noise.
    there: bool,
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
        fields(figures, made, clean, sense);
        if !truth.table.is_empty() {
            cells(figures, made, sense);
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

/// What the words a field names say on the page without noise.
fn words<T>(clean: &Document, field: &Field<T>) -> String {
    let word = |at: &sense::At| {
        let line = clean.pages.get(at.page as usize)?.lines.get(at.line as usize)?;
        line.words.get(at.word as usize).map(|word| word.text.as_str())
    };
    let mut said: Vec<&str> = Vec::new();
    let mut last = None;
    for at in &field.from.words {
        if last != Some(at) {
            said.extend(word(at));
        }
        last = Some(at);
    }
    said.join(" ")
}

fn compare(figures: &mut Figures, made: &Made, name: &'static str, truth: Vec<String>, said: Vec<Said>) {
    let mut left = truth;
    let mut count = Count::default();
    for said in said {
        let hit = left.iter().position(|truth| *truth == said.what);
        let sure = likely(said.sure);
        figures.beliefs.push((said.sure, hit.is_some()));
        let tenth = ((sure * 10.0) as usize).min(9);
        figures.sure[tenth].0 += 1;
        if sure >= CERTAIN {
            figures.certain = (figures.certain.0 + 1, figures.certain.1 + usize::from(hit.is_some()));
        }
        match hit {
            Some(place) => {
                left.remove(place);
                count.right += 1;
                figures.sure[tenth].1 += 1;
                figures.grounded.1 += 1;
                figures.grounded.0 += usize::from(said.there);
                if !said.there {
                    figures.misses.push(format!("{}: {name} {} is not where it is said to be", made.name, said.what));
                }
            }
            None => {
                count.wrong += 1;
                figures.misses.push(format!("{}: {name} wrong: {}", made.name, said.what));
            }
        }
    }
    count.missed = left.len();
    figures.misses.extend(left.iter().map(|truth| format!("{}: {name} missed: {truth}", made.name)));
    figures.fields.entry(name).or_default().add(count);
}

/// How a number is compared.
fn number(number: f64) -> String {
    format!("{number:.4}")
}

fn fields(figures: &mut Figures, made: &Made, clean: &Document, sense: &Sense) {
    let Truth { patient, born, age, sex, number: id, dates, hospital, doctor, registration, .. } = &made.truth;
    let text = |field: &Option<Field<String>>| -> Vec<Said> {
        let one = |field: &Field<String>| {
            let (said, there) = (plain(&field.value), plain(&words(clean, field)));
            Said {
                there: there.replace(' ', "").contains(&said.replace(' ', "")) || alike(&said, &there) > 0.8,
                what: said,
                sure: field.sure,
            }
        };
        field.iter().map(one).collect()
    };
    let list = |text: Option<&String>| text.map(|text| plain(text)).into_iter().collect::<Vec<_>>();
    compare(figures, made, "patient", list(Some(patient)), text(&sense.patient));
    compare(figures, made, "patient number", list(id.as_ref()), text(&sense.patient_number));
    compare(figures, made, "hospital", list(Some(hospital)), text(&sense.hospital));
    compare(figures, made, "registration", list(registration.as_ref()), text(&sense.registration));
    if doctor.is_some() {
        compare(figures, made, "doctor", list(doctor.as_ref()), text(&sense.doctor));
    }
    let date = |field: &Field<sense::Date>| Said {
        what: field.value.to_string(),
        sure: field.sure,
        there: words(clean, field).chars().any(|c| c.is_ascii_digit()),
    };
    compare(
        figures,
        made,
        "born",
        born.iter().map(ToString::to_string).collect(),
        sense.born.iter().map(date).collect(),
    );
    let said_age = sense.age.iter().map(|age| Said {
        what: age.value.to_string(),
        sure: age.sure,
        there: words(clean, age).contains(&age.value.to_string()),
    });
    compare(figures, made, "age", age.iter().map(ToString::to_string).collect(), said_age.collect());
    let said_sex = sense.sex.iter().map(|sex| Said {
        what: sex.value.to_owned(),
        sure: sex.sure,
        there: words(clean, sex).to_lowercase().contains(&sex.value[..1]),
    });
    compare(figures, made, "sex", vec![(*sex).to_owned()], said_sex.collect());
    let said_dates =
        sense.dates.iter().map(|(role, day)| Said { what: format!("{role:?} {}", day.value), ..date(day) });
    compare(
        figures,
        made,
        "dates",
        dates.iter().map(|(role, day)| format!("{role:?} {day}")).collect(),
        said_dates.collect(),
    );
    results(figures, made, clean, sense);
    lists(figures, made, clean, sense);
}

fn results(figures: &mut Figures, made: &Made, clean: &Document, sense: &Sense) {
    let truth = &made.truth.results;
    let code = |result: &sense::Measured| {
        result.analyte.map_or_else(|| result.name.value.clone(), |analyte| analyte.loinc.to_owned())
    };
    let there = |field: &Field<sense::Reading>, shown: &str| words(clean, field).replace(',', "").contains(shown);
    let said = |what: String, result: &sense::Measured| Said {
        what,
        sure: result.sure,
        there: there(&result.value, &result.shown()),
    };
    let value = |result: &sense::Measured| {
        format!("{} {}", code(result), result.number().map_or_else(|| result.shown(), number))
    };
    let true_value = |value: &str| value.parse().map_or_else(|_| value.to_owned(), number);
    compare(
        figures,
        made,
        "result value",
        truth.iter().map(|result| format!("{} {}", result.loinc, true_value(&result.value))).collect(),
        sense.results.iter().map(|result| said(value(result), result)).collect(),
    );
    let with_unit = sense
        .results
        .iter()
        .filter_map(|result| Some(said(format!("{} {}", code(result), result.ucum.as_ref()?), result)));
    compare(
        figures,
        made,
        "result unit",
        truth.iter().map(|result| format!("{} {}", result.loinc, result.unit)).collect(),
        with_unit.collect(),
    );
    let ends = |low: Option<f64>, high: Option<f64>| format!("{:?} {:?}", low.map(number), high.map(number));
    let ranged = sense.results.iter().filter_map(|result| {
        let range = result.range.as_ref()?;
        Some(Said {
            what: format!("{} {}", code(result), ends(range.value.low, range.value.high)),
            sure: range.sure,
            there: true,
        })
    });
    let true_ranges = truth.iter().filter(|result| result.low.or(result.high).is_some());
    compare(
        figures,
        made,
        "result range",
        true_ranges.map(|result| format!("{} {}", result.loinc, ends(result.low, result.high))).collect(),
        ranged.collect(),
    );
}

fn lists(figures: &mut Figures, made: &Made, clean: &Document, sense: &Sense) {
    let truth = &made.truth;
    let bare = |text: &str| plain(text).replace(' ', "");
    let name = |medicine: &sense::Medicine| medicine.inn.clone().unwrap_or_else(|| medicine.name.value.clone());
    let there = |field: &Field<String>| {
        alike(&words(clean, field), &field.value) > 0.7 || bare(&words(clean, field)).contains(&bare(&field.value))
    };
    let of =
        |what: String, medicine: &sense::Medicine| Said { what, sure: medicine.sure, there: there(&medicine.name) };
    compare(
        figures,
        made,
        "medicine",
        truth.medicines.iter().map(|medicine| medicine.inn.clone()).collect(),
        sense.medicines.iter().map(|medicine| of(name(medicine), medicine)).collect(),
    );
    let said = sense.medicines.iter().filter_map(|medicine| {
        Some(of(format!("{} {}", name(medicine), bare(&medicine.strength.as_ref()?.value)), medicine))
    });
    compare(
        figures,
        made,
        "medicine strength",
        truth.medicines.iter().map(|medicine| format!("{} {}", medicine.inn, bare(&medicine.strength))).collect(),
        said.collect(),
    );
    let said = sense.medicines.iter().filter_map(|medicine| {
        Some(of(format!("{} {}", name(medicine), medicine.frequency.as_ref()?.value.per_day?), medicine))
    });
    let so = truth.medicines.iter().filter_map(|medicine| Some(format!("{} {}", medicine.inn, medicine.per_day?)));
    compare(figures, made, "medicine frequency", so.collect(), said.collect());
    let said = sense
        .medicines
        .iter()
        .filter_map(|medicine| Some(of(format!("{} {}", name(medicine), medicine.days.as_ref()?.value), medicine)));
    let so = truth.medicines.iter().filter_map(|medicine| Some(format!("{} {}", medicine.inn, medicine.days?)));
    compare(figures, made, "medicine days", so.collect(), said.collect());
    let said = sense.diagnoses.iter().map(|diagnosis| Said {
        what: diagnosis.icd10.clone().unwrap_or_else(|| plain(&diagnosis.text.value)),
        sure: diagnosis.text.sure,
        there: there(&diagnosis.text),
    });
    compare(figures, made, "diagnosis", truth.diagnoses.iter().map(|(_, code)| code.clone()).collect(), said.collect());
    let said = sense.allergies.iter().map(|allergy| Said {
        what: plain(&allergy.value),
        sure: allergy.sure,
        there: there(allergy),
    });
    compare(figures, made, "allergy", truth.allergies.iter().map(|allergy| plain(allergy)).collect(), said.collect());
    let amount = |what: String, field: &Field<f64>| Said {
        what,
        sure: field.sure,
        there: bare(&words(clean, field)).contains(&bare(&format!("{:.2}", field.value))) || field.from.words.len() > 1,
    };
    let said = sense.bill.lines.iter().map(|line| amount(number(line.amount.value), &line.amount));
    compare(figures, made, "charge", truth.charges.iter().map(|(_, amount)| number(*amount)).collect(), said.collect());
    let said = sense.bill.sums.iter().map(|(sum, field)| amount(format!("{sum:?} {}", number(field.value)), field));
    compare(
        figures,
        made,
        "sum",
        truth.sums.iter().map(|(sum, amount)| format!("{sum:?} {}", number(*amount))).collect(),
        said.collect(),
    );
}

/// Cells, row by row: each true row against the read row that has most of its cells in their columns.
fn cells(figures: &mut Figures, made: &Made, sense: &Sense) {
    let truth = &made.truth.table;
    let same = |truth: &str, cell: &Cell| alike(truth, &cell.text) >= 0.7;
    let right = |truth: &[String], row: &[Cell]| {
        truth.iter().zip(row).filter(|(truth, cell)| !truth.is_empty() && same(truth, cell)).count()
    };
    let rows = |table: &Table| -> Vec<Vec<Cell>> {
        table
            .rows
            .iter()
            .filter(|row| truth[0].len() == 1 || row.iter().filter(|cell| !cell.text.is_empty()).count() > 1)
            .cloned()
            .collect()
    };
    let score = |table: &Table| -> usize {
        let rows = rows(table);
        truth.iter().map(|truth| rows.iter().map(|row| right(truth, row)).max().unwrap_or(0)).sum()
    };
    let all: usize = truth.iter().flatten().filter(|cell| !cell.is_empty()).count();
    let mut count = Count { missed: all, ..Count::default() };
    if let Some(best) = sense.tables.iter().max_by_key(|table| score(table)) {
        let mut rows = rows(best);
        let said: usize = rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count();
        let mut hits = 0;
        for truth in truth {
            let Some(place) = (0..rows.len()).max_by_key(|place| right(truth, &rows[*place])) else { break };
            let found = right(truth, &rows[place]);
            if found > 0 {
                hits += found;
                rows.remove(place);
            }
        }
        // Sums under a bill's table may be read as rows of it, which they are not wrong to be.
        let extra: usize = rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count();
        let wrong = if best.is_bill() { said - hits - extra.min(said - hits) } else { said - hits };
        count = Count { right: hits, wrong, missed: all - hits };
    }
    if count.f1() < 0.9 {
        figures.misses.push(format!("{}: table cells {:.2}", made.name, count.f1()));
    }
    figures.cells.add(count);
}
