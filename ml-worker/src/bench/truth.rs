//! What stands in a made document.

use crate::{
    check::What,
    sense::{Date, DateRole, DocumentKind, Sum},
};

/// What stands in it.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    /// What sort it is.
    pub kind: DocumentKind,
    /// Patient.
    pub patient: String,
    /// Day of birth, where it is printed.
    pub born: Option<Date>,
    /// Age, where it is printed.
    pub age: Option<u16>,
    /// Sex.
    pub sex: &'static str,
    /// The patient's number.
    pub number: Option<String>,
    /// Days.
    pub dates: Vec<(DateRole, Date)>,
    /// Hospital.
    pub hospital: String,
    /// Doctor, where one is named.
    pub doctor: Option<String>,
    /// The doctor's number.
    pub registration: Option<String>,
    /// Values.
    pub results: Vec<TrueResult>,
    /// Medicines.
    pub medicines: Vec<TrueMedicine>,
    /// Diagnoses: text and code.
    pub diagnoses: Vec<(String, String)>,
    /// Allergies.
    pub allergies: Vec<String>,
    /// Lines of a bill: what, and how much.
    pub charges: Vec<(String, f64)>,
    /// Sums.
    pub sums: Vec<(Sum, f64)>,
    /// Cells of the main table, head included, row by row; nothing where there is none.
    pub table: Vec<Vec<String>>,
    /// What was done wrong on purpose.
    pub defects: Vec<What>,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub struct TrueResult {
    /// LOINC code.
    pub loinc: String,
    /// As it is printed.
    pub value: String,
    /// UCUM.
    pub unit: String,
    /// The usual range.
    pub low: Option<f64>,
    /// The usual range.
    pub high: Option<f64>,
}

/// A medicine.
#[derive(Clone, Debug, PartialEq)]
pub struct TrueMedicine {
    /// INN name.
    pub inn: String,
    /// As it is printed.
    pub strength: String,
    /// Times a day.
    pub per_day: Option<f32>,
    /// Days.
    pub days: Option<u16>,
}
