//! Writes made pages as SVG, what stands in them as JSON beside each, and what is understood of them as FHIR.
//!
//! `make_pages FOLDER [known|held-out] [seed] [documents of each layout] [none|light|middle|heavy]`
//!
//! `FOLDER/pages` holds drawings and truths, `FOLDER/findings` and `FOLDER/bundles` what a reading under that much
//! noise comes to.

use chartkey_worker::{
    bench::{
        self, Layouts,
        noise::{Noise, spoil},
        rng::Rng,
        truth::Truth,
    },
    check, report,
    sense::{self, Date},
    summary,
};
use serde_json::{Value, json};
use std::{fs, path::Path};

fn main() -> std::io::Result<()> {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let folder = Path::new(said.first().map_or("pages", String::as_str));
    let layouts = if said.get(1).is_some_and(|word| word == "held-out") { Layouts::HeldOut } else { Layouts::Known };
    let number = |place: usize, usual: u64| said.get(place).and_then(|word| word.parse().ok()).unwrap_or(usual);
    let noise = match said.get(4).map(String::as_str) {
        Some("light") => Noise::LIGHT,
        Some("middle") => Noise::MIDDLE,
        Some("heavy") => Noise::HEAVY,
        _ => Noise::NONE,
    };
    let (pages, findings, bundles) = (folder.join("pages"), folder.join("findings"), folder.join("bundles"));
    for folder in [&pages, &findings, &bundles] {
        fs::create_dir_all(folder)?;
    }
    let reader = report::Reader {
        name: env!("CARGO_PKG_NAME").into(),
        version: env!("CARGO_PKG_VERSION").into(),
        notes: vec!["Measured on made documents; see measure_sense.".into()],
    };
    let documents = bench::make(number(2, 1), layouts, number(3, 2) as usize);
    for made in &documents {
        let document = spoil(&made.sheet.document(), noise, &mut Rng::new(number(2, 1)));
        let sense = sense::understand(&document, &made.context);
        let checks = check::check(&document, &sense, &made.context);
        let summary = summary::summarize(&sense, &made.context);
        let file = format!("{}.json", made.name);
        let original = report::Original { media_type: "image/svg+xml".into(), title: format!("{}.svg", made.name) };
        fs::write(pages.join(format!("{}.svg", made.name)), made.sheet.svg())?;
        fs::write(pages.join(&file), truth(&made.truth).to_string())?;
        fs::write(findings.join(&file), report::findings(&document, &sense, &checks, &summary, &reader).to_string())?;
        fs::write(bundles.join(&file), report::bundle(&document, &sense, &reader, &original).to_string())?;
    }
    println!("{} pages in {}", documents.len(), folder.display());
    Ok(())
}

fn truth(truth: &Truth) -> Value {
    let days: Vec<Value> =
        truth.dates.iter().map(|(role, day)| json!([format!("{role:?}"), day.to_string()])).collect();
    let results: Vec<Value> = truth
        .results
        .iter()
        .map(|result| {
            let (low, high) = (result.low, result.high);
            json!({ "loinc": result.loinc, "value": result.value, "unit": result.unit, "low": low, "high": high })
        })
        .collect();
    let medicines: Vec<Value> = truth
        .medicines
        .iter()
        .map(|medicine| {
            let (per_day, days) = (medicine.per_day, medicine.days);
            json!({ "inn": medicine.inn, "strength": medicine.strength, "perDay": per_day, "days": days })
        })
        .collect();
    let sums: Vec<Value> = truth.sums.iter().map(|(sum, amount)| json!([format!("{sum:?}"), amount])).collect();
    let defects: Vec<&str> = truth.defects.iter().map(|defect| defect.name()).collect();
    json!({
        "kind": truth.kind.name(), "patient": truth.patient, "born": truth.born.map(|day: Date| day.to_string()),
        "age": truth.age, "sex": truth.sex, "number": truth.number, "dates": days, "hospital": truth.hospital,
        "doctor": truth.doctor, "registration": truth.registration, "results": results, "medicines": medicines,
        "diagnoses": truth.diagnoses, "allergies": truth.allergies, "charges": truth.charges, "sums": sums,
        "table": truth.table, "defects": defects,
    })
}
