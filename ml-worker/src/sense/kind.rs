//! What sort of document it is, by the words that speak for each.

use super::{Guess, Table, fuzzy::plain, layout::Laid, medicines::Order, table::Role, token::say};

/// A sort of document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DocumentKind {
    /// Measured values.
    LabReport,
    /// Medicines ordered.
    Prescription,
    /// What a hospital writes when it lets go.
    DischargeSummary,
    /// What is to be paid.
    Invoice,
    /// A policy, a card, a claim.
    Insurance,
    /// A certificate.
    Certificate,
    /// What somebody saw in an image.
    ImagingReport,
    /// Anything else.
    #[default]
    Other,
    /// What a doctor writes of a visit.
    ConsultationNote,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::LabReport,
        Self::Prescription,
        Self::DischargeSummary,
        Self::Invoice,
        Self::Insurance,
        Self::Certificate,
        Self::ImagingReport,
        Self::Other,
        Self::ConsultationNote,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::LabReport => "lab report",
            Self::Prescription => "prescription",
            Self::DischargeSummary => "discharge summary",
            Self::Invoice => "invoice",
            Self::Insurance => "insurance",
            Self::Certificate => "certificate",
            Self::ImagingReport => "imaging report",
            Self::Other => "other",
            Self::ConsultationNote => "consultation note",
        }
    }
}

/// Phrases and how much they speak for a sort. Weights were set by hand: a title counts 4, a heading only one sort has 2,
/// a word several have 1 or less.
const CUES: &[(DocumentKind, &[(&str, f32)])] = &[
    (
        DocumentKind::LabReport,
        &[
            ("laboratory report", 4.0),
            ("lab report", 4.0),
            ("test report", 3.0),
            ("pathology report", 4.0),
            ("reference range", 2.0),
            ("biological ref", 2.0),
            ("reference interval", 2.0),
            ("normal range", 1.5),
            ("sample collected", 1.5),
            ("collected on", 1.5),
            ("specimen", 1.0),
            ("pathologist", 1.5),
            ("biochemistry", 1.5),
            ("haematology", 1.5),
            ("hematology", 1.5),
            ("complete blood count", 1.5),
            ("sample type", 1.5),
            ("diagnostics", 0.8),
            ("investigation", 0.5),
            ("test name", 1.0),
            ("laboratory", 0.8),
            ("observed value", 2.0),
            ("serum", 0.7),
            ("जांच रिपोर्ट", 4.0),
            ("जांच का नाम", 1.5),
            ("सामान्य सीमा", 2.0),
            ("प्रयोगशाला", 0.8),
            ("पैथोलॉजी", 0.8),
        ],
    ),
    (
        DocumentKind::Prescription,
        &[
            ("prescription", 3.0),
            ("rx", 3.0),
            ("tab", 0.8),
            ("cap", 0.6),
            ("syp", 0.8),
            ("after food", 1.0),
            ("before food", 1.0),
            ("medicine", 0.8),
            ("next visit", 0.8),
            ("chief complaints", 0.5),
            ("c o", 0.5),
            ("refills", 1.5),
            ("dispense", 1.0),
            ("sig", 1.0),
            ("1 0 1", 1.0),
            ("bd", 0.5),
            ("dosage", 0.6),
            ("pharmacy", 0.3),
            ("prescriber", 2.0),
            ("generic substitution", 1.5),
            ("दवाएं", 2.5),
            ("अगली मुलाकात", 0.8),
        ],
    ),
    (
        DocumentKind::DischargeSummary,
        &[
            ("discharge summary", 6.0),
            ("discharge", 1.0),
            ("date of admission", 2.0),
            ("date of discharge", 2.5),
            ("course in hospital", 2.5),
            ("hospital course", 2.5),
            ("condition at discharge", 2.0),
            ("condition on discharge", 2.0),
            ("discharge medications", 2.0),
            ("advice on discharge", 2.0),
            ("final diagnosis", 1.5),
            ("admission", 0.8),
            ("admitted", 0.8),
            ("history of present illness", 0.8),
            ("treatment given", 1.0),
            ("discharge diagnosis", 2.0),
            ("discharged", 1.0),
            ("छुट्टी सारांश", 6.0),
            ("भर्ती की तारीख", 2.0),
            ("छुट्टी की तारीख", 2.5),
        ],
    ),
    (
        DocumentKind::Invoice,
        &[
            ("invoice", 4.0),
            ("tax invoice", 2.0),
            ("bill no", 2.5),
            ("bill of supply", 3.0),
            ("receipt", 2.0),
            ("grand total", 2.0),
            ("sub total", 1.5),
            ("subtotal", 1.5),
            ("net payable", 2.0),
            ("amount due", 2.0),
            ("balance due", 1.5),
            ("gst", 1.0),
            ("amount", 0.8),
            ("qty", 1.0),
            ("rate", 0.6),
            ("paid", 0.6),
            ("payment", 0.8),
            ("final bill", 3.0),
            ("hospital bill", 3.0),
            ("bill date", 1.5),
            ("statement of charges", 4.0),
            ("amount in words", 1.0),
            ("discount", 0.7),
            ("cpt", 0.7),
            ("बिल", 2.0),
            ("रसीद", 2.0),
            ("कुल राशि", 2.0),
        ],
    ),
    (
        DocumentKind::Insurance,
        &[
            ("policy no", 2.5),
            ("policy number", 2.5),
            ("insurance policy", 3.0),
            ("sum insured", 4.0),
            ("insured", 1.5),
            ("policy holder", 2.5),
            ("policyholder", 2.5),
            ("health card", 2.0),
            ("member id", 1.5),
            ("premium", 1.5),
            ("cashless", 2.0),
            ("claim form", 3.0),
            ("claim number", 2.0),
            ("explanation of benefits", 5.0),
            ("pre authorization", 2.5),
            ("pre authorisation", 2.5),
            ("coverage", 1.5),
            ("tpa", 0.5),
            ("nominee", 2.0),
            ("group number", 1.5),
            ("copay", 1.5),
            ("deductible", 1.5),
        ],
    ),
    (
        DocumentKind::Certificate,
        &[
            ("medical certificate", 5.0),
            ("fitness certificate", 5.0),
            ("certificate", 2.5),
            ("this is to certify", 5.0),
            ("certify that", 3.0),
            ("fit to resume", 2.5),
            ("fit for duty", 2.5),
            ("to whom it may concern", 2.0),
            ("rest for", 1.0),
            ("unfit for", 1.5),
            ("vaccination certificate", 4.0),
            ("sick leave", 2.0),
            ("medically fit", 2.5),
            ("प्रमाण पत्र", 4.0),
            ("प्रमाणित किया जाता है", 5.0),
        ],
    ),
    (
        DocumentKind::ImagingReport,
        &[
            ("radiology report", 5.0),
            ("x ray", 2.5),
            ("ultrasound", 2.5),
            ("ultrasonography", 3.0),
            ("usg", 2.0),
            ("ct scan", 2.5),
            ("computed tomography", 3.0),
            ("mri", 2.5),
            ("magnetic resonance", 3.0),
            ("findings", 1.5),
            ("impression", 1.5),
            ("radiologist", 2.5),
            ("technique", 1.0),
            ("contrast", 0.7),
            ("no focal lesion", 2.0),
            ("echotexture", 2.5),
            ("cardiac silhouette", 2.5),
            ("costophrenic", 2.5),
            ("lung fields", 2.0),
            ("imaging", 1.0),
            ("axial", 1.0),
            ("echocardiography", 2.5),
            ("mammography", 3.0),
        ],
    ),
    (
        DocumentKind::ConsultationNote,
        &[
            ("consultation note", 5.0),
            ("consultation report", 5.0),
            ("progress note", 4.0),
            ("clinic note", 4.0),
            ("soap note", 4.0),
            ("office visit", 3.0),
            ("history and physical", 4.0),
            ("reason for consultation", 3.0),
            ("reason for visit", 2.5),
            ("chief complaint", 1.0),
            ("history of present illness", 1.5),
            ("review of systems", 2.0),
            ("past medical history", 1.0),
            ("past surgical history", 1.0),
            ("family history", 1.0),
            ("social history", 1.0),
            ("physical examination", 0.8),
            ("physical exam", 0.8),
            ("subjective", 1.5),
            ("objective", 1.0),
            ("assessment", 0.8),
            ("assessment and plan", 1.5),
            ("plan", 0.4),
        ],
    ),
];

/// Speaks for `Other`: a document that says less than this for any sort is none of them.
const OTHER: f32 = 2.6;

pub(crate) fn guess(laid: &Laid, tables: &[Table], orders: &[Order]) -> Guess {
    let mut text = String::from(" ");
    let mut big = String::from(" ");
    for page in &laid.pages {
        for segment in page.rows.iter().flat_map(|row| &row.segments) {
            let said = plain(&say(&segment.tokens));
            let height = segment.tokens.iter().map(super::token::Token::height).fold(0.0, f32::max);
            if height > 1.15 * page.letter || segment.area.top < 0.22 * page.height && segment.tokens.len() <= 4 {
                big.push_str(&said);
                big.push_str(" | ");
            }
            text.push_str(&said);
            text.push(' ');
        }
    }
    let folded = |text: &str| text.split(' ').map(super::fuzzy::folded).collect::<Vec<_>>().join(" ");
    let (text, big) = (folded(&text), folded(&big));
    let mut scores: Vec<(DocumentKind, f32, Vec<String>)> = Vec::new();
    for (kind, cues) in CUES {
        let (mut score, mut because) = (0.0, Vec::new());
        for (cue, weight) in *cues {
            let cue_folded = folded(&format!(" {cue} "));
            if text.contains(&cue_folded) {
                score += weight;
                because.push((*cue).to_owned());
            }
            // What stands big at the top names the document.
            if *weight >= 2.0 && big.contains(&cue_folded) {
                score += weight * 0.75;
            }
        }
        score += structure(*kind, tables);
        if *kind == DocumentKind::Prescription {
            let (more, named) = ordering(orders);
            score += more;
            because.extend(named);
        }
        scores.push((*kind, score, because));
    }
    scores.push((DocumentKind::Other, OTHER, Vec::new()));
    let total: f32 = scores.iter().map(|(_, score, _)| (score * 0.8).exp()).sum();
    let best = scores.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
    best.map_or_else(Guess::default, |(kind, score, because)| Guess {
        kind,
        score: (score * 0.8).exp() / total,
        because,
    })
}

/// What ordered medicines say: each that is named with how often or how long it is taken speaks as loud as a word only
/// prescriptions have, three of them as loud as a title.
fn ordering(orders: &[Order]) -> (f32, Vec<String>) {
    const EACH: f32 = 1.3;
    const MOST: usize = 3;
    let told = |order: &&Order| order.medicine.frequency.is_some() || order.medicine.days.is_some();
    let told: Vec<&Order> = orders.iter().filter(told).take(MOST).collect();
    // A heading over them, or a table around them, is what a single one needs.
    let asked = if told.iter().any(|order| order.asked) { EACH } else { 0.0 };
    (EACH * told.len() as f32 + asked, told.iter().map(|order| order.medicine.name.value.clone()).collect())
}

/// What the tables say.
fn structure(kind: DocumentKind, tables: &[Table]) -> f32 {
    let any = |is: fn(&Table) -> bool| tables.iter().any(is);
    let results =
        any(|table| table.is_results() && (table.column(Role::Range).is_some() || table.column(Role::Unit).is_some()));
    let medicines = any(Table::is_medicines);
    let bill = any(Table::is_bill);
    match kind {
        DocumentKind::LabReport if results => 3.0,
        DocumentKind::Prescription if medicines => 2.5,
        DocumentKind::DischargeSummary if medicines && results => 1.0,
        DocumentKind::Invoice if bill => 3.5,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bench::sheet::Sheet,
        sense::{Context, understand},
    };

    fn kind(lines: &[&str]) -> DocumentKind {
        let mut sheet = Sheet::new();
        for (row, line) in lines.iter().enumerate() {
            sheet.say(50.0, 100.0 + 24.0 * row as f32, 14.0, line);
        }
        understand(&sheet.document(), &Context::default()).kind.kind
    }

    #[test]
    fn ordered_medicines_make_a_prescription_without_any_title() {
        let ordered = ["Dr. A. Menon, MBBS", "Name: Asha Rao", "Pan 40 mg 1-0-0 5 days", "Dolo 650 mg 1-0-1 3 days"];
        assert_eq!(kind(&ordered), DocumentKind::Prescription);
        assert_eq!(kind(&["Name: Asha Rao", "Dolo is sold here", "Pan is sold here"]), DocumentKind::Other);
    }

    #[test]
    fn medicines_do_not_make_a_discharge_summary_a_prescription() {
        let summary = [
            "Name: Asha Rao",
            "Date of Admission: 01/02/2024",
            "Date of Discharge: 05/02/2024",
            "Course in Hospital: Treated with fluids.",
            "1. Tab. Pan 40 mg 1-0-0 x 5 days",
            "2. Tab. Dolo 650 mg 1-0-1 x 3 days",
            "3. Cap. Amoxicillin 500 mg 1-1-1 x 5 days",
        ];
        assert_eq!(kind(&summary), DocumentKind::DischargeSummary);
    }
}
