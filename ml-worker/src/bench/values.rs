//! Tests laboratories run, with names and units as they print them.

use super::rng::Rng;

/// A test: LOINC code, printed names, printed units with their UCUM and what a value of the first is times in them, the
/// usual range, digits behind the point.
pub(super) struct Test {
    /// LOINC code.
    pub(super) loinc: &'static str,
    /// How it is printed.
    pub(super) names: &'static [&'static str],
    /// Printed unit, UCUM, factor, digits.
    pub(super) units: &'static [(&'static str, &'static str, f64, usize)],
    /// Usual range in the first unit.
    pub(super) range: (f64, f64),
}

/// A panel: its heading and its tests.
pub(super) struct Panel {
    /// Its heading.
    pub(super) heading: &'static str,
    /// Its tests.
    pub(super) tests: &'static [Test],
}

macro_rules! one {
    ($loinc:literal, [$($name:literal),*], [$(($unit:literal, $ucum:literal, $factor:literal, $digits:literal)),*], $low:literal, $high:literal) => {
        Test { loinc: $loinc, names: &[$($name),*], units: &[$(($unit, $ucum, $factor, $digits)),*], range: ($low, $high) }
    };
}

/// Panels.
pub(super) const PANELS: &[Panel] = &[
    Panel {
        heading: "COMPLETE BLOOD COUNT",
        tests: &[
            one!(
                "718-7",
                ["Hemoglobin", "Haemoglobin (Hb)", "Hb", "HGB"],
                [("g/dL", "g/dL", 1.0, 1), ("gm/dl", "g/dL", 1.0, 1), ("g/L", "g/L", 10.0, 0)],
                12.0,
                16.0
            ),
            one!(
                "6690-2",
                ["WBC Count", "Total Leucocyte Count", "TLC", "White Blood Cells"],
                [("10^3/uL", "10*3/uL", 1.0, 1), ("cells/cumm", "/uL", 1000.0, 0), ("x10^9/L", "10*9/L", 1.0, 1)],
                4.0,
                11.0
            ),
            one!(
                "777-3",
                ["Platelet Count", "Platelets", "PLT"],
                [("10^3/uL", "10*3/uL", 1.0, 0), ("lakhs/cumm", "10*5/uL", 0.01, 2), ("x10^9/L", "10*9/L", 1.0, 0)],
                150.0,
                410.0
            ),
            one!(
                "789-8",
                ["RBC Count", "Red Blood Cells", "RBC"],
                [("10^6/uL", "10*6/uL", 1.0, 2), ("million/cumm", "10*6/uL", 1.0, 2), ("mill/cumm", "10*6/uL", 1.0, 2)],
                3.8,
                5.5
            ),
            one!("4544-3", ["Hematocrit", "PCV", "Packed Cell Volume (PCV)", "HCT"], [("%", "%", 1.0, 1)], 36.0, 46.0),
            one!("787-2", ["MCV", "Mean Corpuscular Volume"], [("fL", "fL", 1.0, 1)], 80.0, 100.0),
            one!("785-6", ["MCH", "Mean Corpuscular Hemoglobin"], [("pg", "pg", 1.0, 1)], 27.0, 33.0),
            one!("786-4", ["MCHC"], [("g/dL", "g/dL", 1.0, 1), ("gm/dl", "g/dL", 1.0, 1)], 31.5, 34.5),
            one!("770-8", ["Neutrophils", "Polymorphs", "Neutrophils %"], [("%", "%", 1.0, 0)], 40.0, 75.0),
            one!("736-9", ["Lymphocytes", "Lymphocytes %"], [("%", "%", 1.0, 0)], 20.0, 40.0),
            one!(
                "4537-7",
                ["ESR", "E.S.R.", "ESR (Westergren)"],
                [("mm/hr", "mm/h", 1.0, 0), ("mm/1st hr", "mm/h", 1.0, 0)],
                0.0,
                20.0
            ),
        ],
    },
    Panel {
        heading: "LIVER FUNCTION TEST",
        tests: &[
            one!(
                "1975-2",
                ["Total Bilirubin", "Bilirubin (Total)", "Serum Bilirubin Total"],
                [("mg/dL", "mg/dL", 1.0, 2), ("mg/dl", "mg/dL", 1.0, 2), ("umol/L", "umol/L", 17.1, 0)],
                0.2,
                1.2
            ),
            one!("1968-7", ["Direct Bilirubin", "Bilirubin (Direct)"], [("mg/dL", "mg/dL", 1.0, 2)], 0.0, 0.3),
            one!(
                "1742-6",
                ["SGPT (ALT)", "ALT", "SGPT", "Alanine Aminotransferase"],
                [("U/L", "U/L", 1.0, 0), ("IU/L", "[IU]/L", 1.0, 0)],
                7.0,
                56.0
            ),
            one!(
                "1920-8",
                ["SGOT (AST)", "AST", "SGOT", "Aspartate Aminotransferase"],
                [("U/L", "U/L", 1.0, 0), ("IU/L", "[IU]/L", 1.0, 0)],
                5.0,
                40.0
            ),
            one!(
                "6768-6",
                ["Alkaline Phosphatase", "ALP", "Alkaline Phosphatase (ALP)"],
                [("U/L", "U/L", 1.0, 0), ("IU/L", "[IU]/L", 1.0, 0)],
                44.0,
                147.0
            ),
            one!(
                "2885-2",
                ["Total Protein", "Protein, Total"],
                [("g/dL", "g/dL", 1.0, 1), ("gm/dl", "g/dL", 1.0, 1)],
                6.0,
                8.3
            ),
            one!("1751-7", ["Albumin", "Serum Albumin"], [("g/dL", "g/dL", 1.0, 1)], 3.5, 5.5),
        ],
    },
    Panel {
        heading: "RENAL FUNCTION TEST",
        tests: &[
            one!(
                "2160-0",
                ["Creatinine", "Serum Creatinine", "S. Creatinine"],
                [("mg/dL", "mg/dL", 1.0, 2), ("mg/dl", "mg/dL", 1.0, 2), ("umol/L", "umol/L", 88.4, 0)],
                0.6,
                1.2
            ),
            one!(
                "3091-6",
                ["Blood Urea", "Urea", "Serum Urea"],
                [("mg/dL", "mg/dL", 1.0, 0), ("mg%", "mg/dL", 1.0, 0)],
                15.0,
                45.0
            ),
            one!("3084-1", ["Uric Acid", "Serum Uric Acid"], [("mg/dL", "mg/dL", 1.0, 1)], 3.5, 7.2),
            one!(
                "2951-2",
                ["Sodium", "Serum Sodium", "Sodium (Na+)"],
                [("mmol/L", "mmol/L", 1.0, 0), ("mEq/L", "meq/L", 1.0, 0)],
                135.0,
                145.0
            ),
            one!(
                "2823-3",
                ["Potassium", "Serum Potassium", "Potassium (K+)"],
                [("mmol/L", "mmol/L", 1.0, 1), ("mEq/L", "meq/L", 1.0, 1)],
                3.5,
                5.1
            ),
            one!(
                "2075-0",
                ["Chloride", "Serum Chloride"],
                [("mmol/L", "mmol/L", 1.0, 0), ("mEq/L", "meq/L", 1.0, 0)],
                98.0,
                107.0
            ),
            one!("17861-6", ["Calcium", "Serum Calcium"], [("mg/dL", "mg/dL", 1.0, 1)], 8.5, 10.5),
        ],
    },
    Panel {
        heading: "LIPID PROFILE",
        tests: &[
            one!(
                "2093-3",
                ["Total Cholesterol", "Cholesterol", "Serum Cholesterol"],
                [("mg/dL", "mg/dL", 1.0, 0), ("mmol/L", "mmol/L", 0.02586, 2)],
                100.0,
                200.0
            ),
            one!(
                "2571-8",
                ["Triglycerides", "Serum Triglycerides"],
                [("mg/dL", "mg/dL", 1.0, 0), ("mmol/L", "mmol/L", 0.01129, 2)],
                40.0,
                150.0
            ),
            one!(
                "2085-9",
                ["HDL Cholesterol", "HDL", "HDL-C"],
                [("mg/dL", "mg/dL", 1.0, 0), ("mmol/L", "mmol/L", 0.02586, 2)],
                40.0,
                60.0
            ),
            one!(
                "13457-7",
                ["LDL Cholesterol", "LDL", "LDL-C"],
                [("mg/dL", "mg/dL", 1.0, 0), ("mmol/L", "mmol/L", 0.02586, 2)],
                50.0,
                130.0
            ),
            one!("13458-5", ["VLDL Cholesterol", "VLDL"], [("mg/dL", "mg/dL", 1.0, 0)], 5.0, 30.0),
        ],
    },
    Panel {
        heading: "THYROID PROFILE",
        tests: &[
            one!(
                "3053-6",
                ["Total T3", "T3", "Triiodothyronine (T3)"],
                [("ng/dL", "ng/dL", 1.0, 0), ("ng/mL", "ng/mL", 0.01, 2)],
                80.0,
                200.0
            ),
            one!(
                "3026-2",
                ["Total T4", "T4", "Thyroxine (T4)"],
                [("ug/dL", "ug/dL", 1.0, 1), ("µg/dL", "ug/dL", 1.0, 1)],
                5.0,
                12.0
            ),
            one!(
                "3016-3",
                ["TSH", "Thyroid Stimulating Hormone"],
                [("uIU/mL", "u[IU]/mL", 1.0, 2), ("µIU/mL", "u[IU]/mL", 1.0, 2), ("mIU/L", "m[IU]/L", 1.0, 2)],
                0.4,
                4.2
            ),
        ],
    },
    Panel {
        heading: "DIABETES PROFILE",
        tests: &[
            one!(
                "1558-6",
                ["Fasting Blood Sugar", "Glucose Fasting", "FBS", "Fasting Plasma Glucose"],
                [("mg/dL", "mg/dL", 1.0, 0), ("mmol/L", "mmol/L", 0.0555, 1)],
                70.0,
                100.0
            ),
            one!(
                "1521-4",
                ["Post Prandial Blood Sugar", "PPBS", "Glucose PP"],
                [("mg/dL", "mg/dL", 1.0, 0)],
                80.0,
                140.0
            ),
            one!(
                "4548-4",
                ["HbA1c", "Glycated Hemoglobin", "HbA1c (Glycated Hemoglobin)"],
                [("%", "%", 1.0, 1)],
                4.0,
                5.6
            ),
        ],
    },
    Panel {
        heading: "VITAMINS AND IRON",
        tests: &[
            one!(
                "62292-8",
                ["Vitamin D", "25-OH Vitamin D", "Vitamin D (25-OH)"],
                [("ng/mL", "ng/mL", 1.0, 1)],
                30.0,
                100.0
            ),
            one!("2132-9", ["Vitamin B12", "Vit B12"], [("pg/mL", "pg/mL", 1.0, 0)], 200.0, 900.0),
            one!("2276-4", ["Ferritin", "Serum Ferritin"], [("ng/mL", "ng/mL", 1.0, 0)], 15.0, 150.0),
            one!(
                "2498-4",
                ["Serum Iron", "Iron"],
                [("ug/dL", "ug/dL", 1.0, 0), ("mcg/dL", "ug/dL", 1.0, 0)],
                50.0,
                170.0
            ),
            one!("1988-5", ["CRP", "C-Reactive Protein", "C Reactive Protein"], [("mg/L", "mg/L", 1.0, 1)], 0.0, 6.0),
        ],
    },
];

/// A value with its printed name, unit and range.
#[derive(Clone, Debug)]
pub(super) struct Printed {
    /// LOINC code.
    pub(super) loinc: &'static str,
    /// Name.
    pub(super) name: &'static str,
    /// Value.
    pub(super) value: String,
    /// Unit as it is printed.
    pub(super) unit: &'static str,
    /// Unit in UCUM.
    pub(super) ucum: &'static str,
    /// Range.
    pub(super) low: f64,
    /// Range.
    pub(super) high: f64,
    /// Digits behind the point.
    pub(super) digits: usize,
}

impl Printed {
    /// `H`, `L` or nothing.
    pub(super) fn flag(&self) -> &'static str {
        let value: f64 = self.value.replace(',', "").parse().unwrap_or(f64::NAN);
        if value < self.low {
            "L"
        } else if value > self.high {
            "H"
        } else {
            ""
        }
    }

    /// `12.0 - 16.0`, and other ways to print it.
    pub(super) fn range(&self, form: usize) -> String {
        let end = |end: f64| format!("{end:.0$}", self.digits);
        match form % 4 {
            _ if self.low == 0.0 && form % 2 == 1 => format!("< {}", end(self.high)),
            1 => format!("{}-{}", end(self.low), end(self.high)),
            2 => format!("{} to {}", end(self.low), end(self.high)),
            3 => format!("({} - {})", end(self.low), end(self.high)),
            _ => format!("{} - {}", end(self.low), end(self.high)),
        }
    }

    /// What the range says.
    pub(super) fn ends(&self, form: usize) -> (Option<f64>, Option<f64>) {
        let end = |end: f64| format!("{end:.0$}", self.digits).parse().ok();
        if self.low == 0.0 && form % 2 == 1 { (None, end(self.high)) } else { (end(self.low), end(self.high)) }
    }
}

/// A value of a test; one in four lies out of its range.
pub(super) fn value(rng: &mut Rng, test: &Test) -> Printed {
    let name = rng.of(test.names);
    let (unit, ucum, factor, digits) = rng.of(test.units);
    let (low, high) = test.range;
    let wide = high - low;
    let number = match rng.below(8) {
        0 if low > 0.0 => (low - wide * (0.05 + 0.5 * rng.part())).max(low * 0.4),
        1 => high + wide * (0.05 + 1.2 * rng.part()),
        _ => low + wide * (0.05 + 0.9 * rng.part()),
    };
    let number = number * factor;
    let mut shown = format!("{number:.digits$}");
    if digits == 0 && number >= 1000.0 && rng.chance(0.5) {
        let thousands = shown.len() - 3;
        shown.insert(thousands, ',');
    }
    Printed { loinc: test.loinc, name, value: shown, unit, ucum, low: low * factor, high: high * factor, digits }
}

/// Medicines: INN, what is printed, strengths, form.
pub(super) const MEDICINES: &[(&str, &[&str], &[&str], &str)] = &[
    ("paracetamol", &["Dolo", "Paracetamol", "Crocin", "Calpol"], &["650 mg", "500 mg"], "Tab"),
    ("amoxicillin clavulanate", &["Augmentin", "Moxikind CV", "Clavam"], &["625 mg"], "Tab"),
    ("azithromycin", &["Azithral", "Azithromycin", "Azee"], &["500 mg", "250 mg"], "Tab"),
    ("pantoprazole", &["Pantocid", "Pantoprazole", "Pantop"], &["40 mg"], "Tab"),
    ("metformin", &["Glycomet", "Metformin"], &["500 mg", "850 mg", "1000 mg"], "Tab"),
    ("amlodipine", &["Amlong", "Amlodipine", "Stamlo"], &["5 mg", "10 mg"], "Tab"),
    ("telmisartan", &["Telma", "Telmisartan"], &["40 mg", "80 mg"], "Tab"),
    ("atorvastatin", &["Atorva", "Atorvastatin", "Storvas"], &["10 mg", "20 mg", "40 mg"], "Tab"),
    ("levothyroxine", &["Thyronorm", "Eltroxin", "Levothyroxine"], &["50 mcg", "75 mcg", "100 mcg"], "Tab"),
    ("cetirizine", &["Cetzine", "Cetirizine"], &["10 mg"], "Tab"),
    ("omeprazole", &["Omez", "Omeprazole"], &["20 mg"], "Cap"),
    ("ibuprofen", &["Brufen", "Ibuprofen"], &["400 mg"], "Tab"),
    ("ciprofloxacin", &["Ciplox", "Ciprofloxacin"], &["500 mg"], "Tab"),
    ("doxycycline", &["Doxycycline", "Doxicip"], &["100 mg"], "Cap"),
    ("montelukast", &["Montair", "Montelukast"], &["10 mg"], "Tab"),
    ("clopidogrel", &["Clopilet", "Clopidogrel"], &["75 mg"], "Tab"),
    ("aspirin", &["Ecosprin", "Aspirin"], &["75 mg", "150 mg"], "Tab"),
    ("lisinopril", &["Lisinopril", "Listril"], &["10 mg", "20 mg"], "Tab"),
    ("furosemide", &["Lasix", "Furosemide"], &["40 mg"], "Tab"),
    ("gabapentin", &["Gabapin", "Gabapentin"], &["300 mg"], "Cap"),
    ("sertraline", &["Sertraline", "Daxid"], &["50 mg"], "Tab"),
    ("ondansetron", &["Emeset", "Ondansetron"], &["4 mg"], "Tab"),
    ("prednisolone", &["Wysolone", "Prednisolone"], &["10 mg", "20 mg"], "Tab"),
    ("losartan", &["Losar", "Losartan"], &["50 mg"], "Tab"),
    ("warfarin", &["Warf", "Warfarin"], &["5 mg"], "Tab"),
];

/// How often: words for it, times a day.
pub(super) const OFTEN: &[(&[&str], f32)] = &[
    (&["1-0-0", "OD", "once daily", "every morning"], 1.0),
    (&["0-0-1", "HS", "at bedtime", "at night"], 1.0),
    (&["1-0-1", "BD", "twice daily", "every 12 hours"], 2.0),
    (&["1-1-1", "TDS", "three times a day", "every 8 hours"], 3.0),
];

/// How long: words for it, days.
pub(super) const LONG: &[(&[&str], u16)] = &[
    (&["3 days", "x 3 days", "for 3 days"], 3),
    (&["5 days", "x 5 days", "for 5 days"], 5),
    (&["7 days", "x 1 week", "for 7 days"], 7),
    (&["10 days", "x 10 days", "for 10 days"], 10),
    (&["1 month", "x 30 days", "for 30 days"], 30),
];

/// Diagnoses with their codes.
pub(super) const ILLNESSES: &[(&str, &str)] = &[
    ("Type 2 diabetes mellitus", "E11"),
    ("Essential hypertension", "I10"),
    ("Hypothyroidism", "E03.9"),
    ("Acute gastroenteritis", "A09"),
    ("Dengue fever", "A90"),
    ("Community acquired pneumonia", "J18.9"),
    ("Urinary tract infection", "N39.0"),
    ("Acute appendicitis", "K35.8"),
    ("Iron deficiency anaemia", "D50.9"),
    ("Bronchial asthma", "J45.9"),
    ("Coronary artery disease", "I25.1"),
    ("Chronic kidney disease", "N18.9"),
    ("Viral fever", "B34.9"),
    ("Cholelithiasis", "K80.2"),
    ("Atrial fibrillation", "I48"),
    ("Migraine", "G43.9"),
];

/// What people do not bear.
pub(super) const ALLERGENS: &[&str] =
    &["Penicillin", "Sulfa drugs", "Ibuprofen", "Peanuts", "Latex", "Aspirin", "Iodine contrast", "Shellfish"];
