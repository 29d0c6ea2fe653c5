//! Clinical notes somebody has sorted, as rows of a table, to learn from and to be measured on.

use crate::notes::learn::Sorted;
use std::path::Path;

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The note with its specialties and its sort.
    pub note: Sorted,
    /// What somebody wrote of it in a sentence.
    pub description: String,
    /// Words somebody named for it.
    pub keywords: String,
    /// `train`, `val` or `test`.
    pub split: String,
}

/// What the table calls sorts of notes, the most telling first: a note may be called several things.
const SORTS: &[(&str, &str)] = &[
    ("Discharge Summary", "discharge summary"),
    ("Surgery", "operation note"),
    ("Radiology", "imaging report"),
    ("Emergency Room Reports", "emergency note"),
    ("Consult - History and Phy.", "consultation note"),
    ("SOAP / Chart / Progress Notes", "progress note"),
    ("Office Notes", "progress note"),
    ("Letters", "letter"),
    ("IME-QME-Work Comp etc.", "letter"),
];
/// Names in the same column that are neither a sort of ours nor a specialty.
const NEITHER: &[&str] = &["Autopsy", "Lab Medicine - Pathology"];

/// Reads `text/transcriptions.csv` of a folder.
///
/// # Errors
/// When it is not there, or is not such a table.
pub fn read(folder: &Path) -> anyhow::Result<Vec<Row>> {
    let mut table = csv::Reader::from_path(folder.join("text/transcriptions.csv"))?;
    let heads = table.headers()?.clone();
    let column = |name: &str| {
        heads.iter().position(|head| head == name).ok_or_else(|| anyhow::anyhow!("there is no column {name}"))
    };
    let [text, of, description, keywords, split] =
        [column("text")?, column("specialties")?, column("description")?, column("keywords")?, column("split")?];
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        let row = row?;
        let cell = |place: usize| row.get(place).unwrap_or_default().to_owned();
        Ok(Row {
            note: sorted(cell(text), &cell(of)),
            description: cell(description),
            keywords: cell(keywords),
            split: cell(split),
        })
    };
    table.records().map(row).collect()
}

fn sorted(text: String, of: &str) -> Sorted {
    let names: Vec<&str> = of.split('|').collect();
    let sort = SORTS.iter().find(|(name, _)| names.contains(name)).map(|(_, sort)| (*sort).to_owned());
    let is_specialty = |name: &&&str| !NEITHER.contains(name) && SORTS.iter().all(|(sort, _)| sort != *name);
    let specialties = names.iter().filter(is_specialty).map(|name| (*name).to_owned()).collect();
    Sorted { text, specialties, sort }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_of_one_sort_and_of_some_specialties() {
        let note = sorted(String::new(), "Consult - History and Phy.|Neurology|Discharge Summary|Autopsy");
        assert_eq!(note.sort.as_deref(), Some("discharge summary"));
        assert_eq!(note.specialties, ["Neurology"]);
    }
}
