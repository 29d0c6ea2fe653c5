//! The plain form in which a reading program tells values: `{"values": [{"date", "loinc", "test", "value", "unit", "low",
//! "high", "sure", "doubt", "place"}]}`. What is missing is nothing, what is unknown stays out.

use super::{Facts, Measured, Region, day, early, number};
use serde::Deserialize;
use serde_json::Value;

pub(super) fn facts(said: &Value) -> Facts {
    let values = said["values"].as_array().map(Vec::as_slice).unwrap_or_default();
    let sentences = said["summary"].as_str().map(str::to_owned).into_iter().collect();
    Facts { results: values.iter().filter_map(value).collect(), sentences, ..Facts::default() }
}

fn value(said: &Value) -> Option<Measured> {
    let text = |field: &str| said[field].as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let some = |field: &str| said[field].as_f64().or_else(|| number(said[field].as_str()?));
    let value = said["value"].as_f64().map(|value| value.to_string()).or_else(|| text("value"))?;
    Some(Measured {
        test: text("test")?,
        loinc: text("loinc"),
        number: number(&value),
        value,
        unit: text("unit").unwrap_or_default(),
        low: some("low"),
        high: some("high"),
        at: text("date").and_then(|date| day(&date)),
        early: text("date").and_then(|date| early(&date)),
        from: String::new(),
        sure: said["sure"].as_f64().filter(|sure| (0.0..=1.0).contains(sure)),
        doubt: text("doubt"),
        place: Region::deserialize(&said["place"]).ok().filter(Region::is_sound),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_unsure_says_so_and_where() {
        let place = |x: f64| json!({ "x": x, "y": 0.2, "width": 0.3, "height": 0.05 });
        let said = json!({ "summary": "2 values", "values": [
            { "test": "Hemoglobin", "value": 13.1, "unit": "g/dL", "low": 12, "high": "16", "sure": 0.99, "place": place(7.0) },
            { "test": "Ferritin", "value": "1I", "sure": 0.6, "doubt": "A digit may be a letter.", "place": place(0.1) },
            { "value": 3 }, "nonsense" ] });
        let results = facts(&said).results;
        assert_eq!(results.len(), 2);
        assert!(!results[0].is_unsure() && results[1].is_unsure());
        assert_eq!((results[0].high, results[0].place), (Some(16.0), None));
        assert_eq!((results[1].number, results[1].place.map(|place| place.page)), (None, Some(1)));
    }
}
