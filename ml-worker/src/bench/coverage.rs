//! How much of what matters in a document its summary tells.

use super::truth::Truth;
use crate::sense::{Sense, alike, plain};

/// A summary names so many of a list and counts the rest.
const NAMED: usize = 5;

/// Of whose it is, what lies out of its range, what is to be taken, what is diagnosed and what is to be avoided: how
/// much a summary's text tells, and how much there is to tell. Of a long list the summary is to tell five.
#[must_use]
pub fn told(truth: &Truth, sense: &Sense, text: &str) -> (usize, usize) {
    let text = plain(text);
    let says = |what: &str| text.contains(&plain(what));
    let mut told = (0, 0);
    let mut count = |hits: usize, all: usize| {
        told.0 += hits.min(all.min(NAMED));
        told.1 += all.min(NAMED);
    };
    count(usize::from(says(&truth.patient)), usize::from(!truth.patient.is_empty()));
    let outside: Vec<_> = truth
        .results
        .iter()
        .filter(|result| {
            let value: f64 = result.value.parse().unwrap_or(f64::NAN);
            result.low.is_some_and(|low| value < low) || result.high.is_some_and(|high| value > high)
        })
        .collect();
    let of_result = |loinc: &str, value: &str| {
        sense.results.iter().any(|result| {
            let code = result.analyte.is_some_and(|analyte| analyte.loinc == loinc);
            code && result.shown() == value.parse::<f64>().map_or_else(|_| value.to_owned(), |value| value.to_string())
                && says(&result.name.value)
        })
    };
    count(outside.iter().filter(|result| of_result(&result.loinc, &result.value)).count(), outside.len());
    let of_medicine = |inn: &str| {
        sense.medicines.iter().any(|medicine| medicine.inn.as_deref() == Some(inn) && says(&medicine.name.value))
    };
    count(truth.medicines.iter().filter(|medicine| of_medicine(&medicine.inn)).count(), truth.medicines.len());
    let of_diagnosis = |text: &str, code: &str| {
        sense.diagnoses.iter().any(|diagnosis| {
            (diagnosis.icd10.as_deref() == Some(code) || alike(&diagnosis.text.value, text) > 0.8)
                && says(&diagnosis.text.value)
        })
    };
    count(truth.diagnoses.iter().filter(|(text, code)| of_diagnosis(text, code)).count(), truth.diagnoses.len());
    count(truth.allergies.iter().filter(|allergy| says(allergy)).count(), truth.allergies.len());
    told
}
