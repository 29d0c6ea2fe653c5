//! What is known of Hindi is known as it is printed: a lab report and a prescription, as Tesseract reads them.

use super::{Context, Date, DateRole, DocumentKind, Sense, understand};
use crate::bench::sheet::Sheet;

fn read(lines: &[&[(f32, &str)]]) -> Sense {
    let mut sheet = Sheet::new();
    for (row, pieces) in lines.iter().enumerate() {
        for (left, text) in *pieces {
            sheet.say(*left, 100.0 + 28.0 * row as f32, 14.0, text);
        }
    }
    understand(&sheet.document(), &Context::default())
}

fn text(field: &Option<super::Field<String>>) -> &str {
    field.as_ref().map_or("", |field| field.value.as_str())
}

#[test]
fn a_lab_report_in_hindi_is_understood() {
    let sense = read(&[
        &[(250.0, "जाँच रिपोर्ट")],
        &[(50.0, "रोगी का नाम : आशा राव"), (450.0, "दिनांक : 12/03/2024")],
        &[(50.0, "आयु : 45 वर्ष"), (450.0, "लिंग: महिला")],
        &[(50.0, "चिकित्सक : डॉ. अनिल मेनन"), (450.0, "रोगी क्रमांक : 20341")],
        &[(50.0, "जाँच का नाम"), (300.0, "परिणाम"), (420.0, "इकाई"), (520.0, "सामान्य सीमा")],
        &[(50.0, "हीमोग्लोबिन"), (300.0, "11.2"), (420.0, "g/dL"), (520.0, "12.0 - 15.0")],
        &[(50.0, "रक्\u{200d}त शर्करा (खाली पेट)"), (300.0, "132"), (420.0, "mg/dL"), (520.0, "70 - 100")],
        &[(50.0, "क्रिएटिनिन"), (300.0, "0.9"), (420.0, "mg/dL"), (520.0, "0.6 - 1.1")],
    ]);
    assert_eq!(sense.kind.kind, DocumentKind::LabReport);
    assert_eq!(text(&sense.patient), "आशा राव");
    assert_eq!(
        (sense.age.as_ref().map(|age| age.value), sense.sex.as_ref().map(|sex| sex.value)),
        (Some(45), Some("female"))
    );
    assert_eq!(sense.day(DateRole::Issued).map(|day| day.value), Date::new(2024, 3, 12));
    let codes: Vec<(&str, Option<f64>)> = sense
        .results
        .iter()
        .map(|result| (result.analyte.map_or("", |analyte| analyte.loinc), result.number()))
        .collect();
    assert_eq!(codes, [("718-7", Some(11.2)), ("1558-6", Some(132.0)), ("2160-0", Some(0.9))]);
}

#[test]
fn a_prescription_in_hindi_is_understood() {
    let sense = read(&[
        &[(50.0, "पंजीकरण संख्या : KMC 12345")],
        &[(50.0, "रोगी का नाम : रमेश कुमार"), (350.0, "आयु : 52 वर्ष"), (520.0, "लिंग: पुरुष")],
        &[(50.0, "दिनांक : 05/02/2024")],
        &[(50.0, "निदान : उच्च रक्तचाप")],
        &[(50.0, "दवाएँ")],
        &[(50.0, "1. Tab. Telma 40 mg दिन में एक बार 30 दिन")],
        &[(50.0, "2. Tab. Dolo 650 mg 1-0-1 5 दिन")],
        &[(50.0, "3. Cap. Pan 40 mg दिन में दो बार 7 दिन")],
        &[(50.0, "अगली मुलाकात : 05/03/2024")],
    ]);
    assert_eq!(sense.kind.kind, DocumentKind::Prescription);
    assert_eq!(text(&sense.patient), "रमेश कुमार");
    assert_eq!(sense.diagnoses.first().and_then(|diagnosis| diagnosis.icd10.as_deref()), Some("I10"));
    let taken: Vec<(Option<f32>, Option<u16>)> = sense
        .medicines
        .iter()
        .map(|medicine| {
            let often = medicine.frequency.as_ref().and_then(|frequency| frequency.value.per_day);
            (often, medicine.days.as_ref().map(|days| days.value))
        })
        .collect();
    assert_eq!(taken, [(Some(1.0), Some(30)), (Some(2.0), Some(5)), (Some(2.0), Some(7))]);
    assert_eq!(sense.day(DateRole::FollowUp).map(|day| day.value), Date::new(2024, 3, 5));
}
