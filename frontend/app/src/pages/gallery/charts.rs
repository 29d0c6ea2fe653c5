//! Values over time, and a record on its way.

use crate::parts::{OnItsWay, Section, Sheet, Trend};
use chartkey_flows::{
    Stage,
    values::{Measured, Series},
};
use chartkey_vocabulary::{DAY, RecordId};
use leptos::prelude::*;

/// A series that rises into the usual, one that stays in it, and one with a single value.
#[component]
pub(super) fn Charts() -> impl IntoView {
    let now = crate::ground::clock::now();
    let series = move |name: &str, unit: &str, usual: (f64, f64), values: &[f64]| {
        let first = now - values.len() as u64 * 90 * DAY;
        let point = |(nth, value): (usize, &f64)| {
            let (code, name, unit) = (String::new(), name.to_owned(), unit.to_owned());
            let (low, high) = (Some(usual.0), Some(usual.1));
            let at = first + nth as u64 * 90 * DAY;
            (RecordId([0; 16]), Measured { at, code, name, value: *value, unit, low, high, from: String::new() })
        };
        let points = values.iter().enumerate().map(point).collect();
        Series { name: name.to_owned(), unit: unit.to_owned(), points }
    };
    let far = Some(Stage::Uploading { done: 3 << 20, size: 12 << 20 });
    view! {
        <Section title="Values over time">
            <div class="trends">
                <Trend series=series("Hemoglobin", "g/dL", (12.0, 16.0), &[10.8, 11.6, 12.4, 13.1, 13.4]) />
                <Trend series=series("LDL cholesterol", "mg/dL", (0.0, 100.0), &[142.0, 128.0, 109.0, 104.0]) />
                <Trend series=series("Glucose", "mg/dL", (70.0, 100.0), &[96.0]) />
            </div>
            <Sheet>
                <OnItsWay stage=Signal::stored(far) />
            </Sheet>
        </Section>
    }
}
