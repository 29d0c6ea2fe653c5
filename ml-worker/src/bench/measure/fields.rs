//! Fields: each thing that was read against what the made document really says, and whether it stands where it is said
//! to stand.

use super::{
    super::{Made, truth::Truth},
    CERTAIN, Count, Figures,
};
use crate::{
    page::Document,
    sense::{self, Field, Sense, alike, belief::likely, plain},
};

/// One thing that was read, as it is compared.
struct Said {
    what: String,
    sure: f32,
    /// Whether the words it names say it on the page without noise.
    there: bool,
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

/// Everything a document of a main kind says of people, days, values, medicines, diagnoses and money.
pub(super) fn fields(figures: &mut Figures, made: &Made, clean: &Document, sense: &Sense) {
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
