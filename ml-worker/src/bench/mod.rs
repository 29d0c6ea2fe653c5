//! Documents made up from a seed, with what stands in them, to measure how well they are understood.

pub mod cost;
pub mod coverage;
mod discharge;
pub mod golden;
mod invoice;
mod lab;
pub mod measure;
mod names;
pub mod noise;
mod others;
mod paper;
#[cfg(feature = "bench")]
pub mod pixels;
mod prescription;
pub mod rng;
pub mod score;
pub mod sheet;
pub mod steps;
pub mod texts;
pub mod truth;
mod values;

use crate::{
    check::{What, print::Print},
    sense::{self, Context, Date, DocumentKind, Earlier, Known, Listed, Person},
};
use names::Land;
use rng::Rng;
use sheet::Sheet;
use truth::Truth;

/// A made document with what is known before it is read.
#[derive(Clone, Debug)]
pub struct Made {
    /// The page.
    pub sheet: Sheet,
    /// What stands in it.
    pub truth: Truth,
    /// What is known before.
    pub context: Context,
    /// Kind and layout, as a name for files.
    pub name: String,
}

/// Which layouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layouts {
    /// Those one may look at while the program is written.
    Known,
    /// Those one may not.
    HeldOut,
}

/// What a document is made by.
pub(crate) struct Plan {
    today: Date,
}

impl Plan {
    /// One thing wrong in three of ten documents.
    fn defects(&self, rng: &mut Rng, of: &[What]) -> Vec<What> {
        if rng.chance(0.3) { vec![rng.of(of)] } else { Vec::new() }
    }
}

/// Documents of all kinds and layouts, `each` of every layout.
pub fn make(seed: u64, layouts: Layouts, each: usize) -> Vec<Made> {
    use DocumentKind::{
        Certificate, DischargeSummary, ImagingReport, Insurance, Invoice, LabReport, Other, Prescription,
    };
    let mut all = Vec::new();
    for kind in [LabReport, Prescription, DischargeSummary, Invoice, Insurance, Certificate, ImagingReport, Other] {
        let main = matches!(kind, LabReport | Prescription | DischargeSummary | Invoice);
        let of_kind = match (main, layouts) {
            (true, Layouts::Known) => 0..6,
            (true, Layouts::HeldOut) => 6..8,
            (false, Layouts::Known) => 0..2,
            (false, Layouts::HeldOut) => 2..3,
        };
        for layout in of_kind {
            for number in 0..each {
                let seed = seed ^ ((kind as u64) << 48) ^ ((layout as u64) << 32) ^ ((number as u64) << 8);
                all.push(one(seed, kind, layout));
            }
        }
    }
    all
}

fn page(rng: &mut Rng, kind: DocumentKind, layout: usize, plan: &Plan) -> (Sheet, Truth) {
    let (paper, truth) = match kind {
        DocumentKind::LabReport => lab::make(rng, layout, plan),
        DocumentKind::Prescription => prescription::make(rng, layout, plan),
        DocumentKind::DischargeSummary => discharge::make(rng, layout, plan),
        DocumentKind::Invoice => invoice::make(rng, layout, plan),
        kind => others::make(rng, kind, layout, plan),
    };
    (paper.sheet, truth)
}

fn one(seed: u64, kind: DocumentKind, layout: usize) -> Made {
    let mut rng = Rng::new(seed);
    let today = Date::new(2026, 9, 1).unwrap_or_default();
    let plan = Plan { today };
    let (sheet, truth) = page(&mut rng, kind, layout, &plan);
    let (other, other_truth) = page(&mut Rng::new(seed ^ 0xffff), kind, layout, &plan);
    let has = |what: What| truth.defects.contains(&what);
    let name = if has(What::Person) { other_name(&mut rng, &truth.patient) } else { truth.patient.clone() };
    let mut hospitals: Vec<String> = Vec::new();
    for land in [Land::India, Land::Abroad] {
        for _ in 0..40 {
            hospitals.extend([names::hospital(&mut rng, land), names::lab(&mut rng, land)]);
        }
    }
    hospitals.push(truth.hospital.clone());
    hospitals.sort();
    hospitals.dedup();
    hospitals.retain(|name| !has(What::Hospital) || *name != truth.hospital);
    let mut doctors: Vec<Listed> = (0..30)
        .map(|_| Listed {
            name: names::person(&mut rng, Land::India),
            registration: Some(paper::registration(&mut rng, Land::India)),
        })
        .collect();
    if let Some(doctor) = &truth.doctor {
        doctors.retain(|listed| listed.name != *doctor);
        let number = truth
            .registration
            .clone()
            .filter(|_| !has(What::Doctor))
            .unwrap_or_else(|| paper::registration(&mut rng, Land::India));
        doctors.push(Listed { name: doctor.clone(), registration: (truth.registration.is_some()).then_some(number) });
    }
    let context = Context {
        today,
        person: (!truth.patient.is_empty()).then(|| Person { name, born: truth.born.filter(|_| !has(What::Person)) }),
        hospitals,
        doctors,
        earlier: vec![if has(What::Twice) {
            earlier("the same", &sheet, &truth)
        } else {
            earlier("another", &other, &other_truth)
        }],
        medicines: None,
    };
    Made { sheet, truth, context, name: format!("{}-{layout}-{seed:016x}", kind.name().replace(' ', "-")) }
}

/// Somebody else; never somebody of nearly the same name.
fn other_name(rng: &mut Rng, name: &str) -> String {
    loop {
        let land = if rng.chance(0.5) { Land::India } else { Land::Abroad };
        let other = names::person(rng, land);
        if other.split(' ').all(|part| !name.contains(part.trim_end_matches('.'))) {
            return other;
        }
    }
}

fn earlier(id: &str, sheet: &Sheet, truth: &Truth) -> Earlier {
    let read = sense::understand(&sheet.document(), &Context::default());
    let day = read.written().map(|day| day.value);
    let values = truth.results.iter().filter_map(|result| {
        let value = result.value.parse().ok()?;
        Some(Known { loinc: result.loinc.clone(), value, unit: result.unit.clone(), day: day? })
    });
    Earlier {
        id: id.to_owned(),
        day,
        print: Some(Print::of_sense(&read)),
        values: values.collect(),
        ..Earlier::default()
    }
}
