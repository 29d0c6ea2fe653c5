//! Days, as a date field writes them.

use chartkey_vocabulary::Time;
use js_sys::Date;
use wasm_bindgen::JsValue;

/// When a day such as `2026-12-21` begins here; `None` for what is no day.
pub(super) fn begins(text: &str) -> Option<Time> {
    let mut parts = text.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let begins = Date::new_with_year_month_day(year, month as i32 - 1, day as i32);
    Some((begins.get_time() / 1000.0).max(0.0) as Time)
}

/// The day of a time, for a date field.
pub(super) fn written(time: Time) -> String {
    let date = Date::new(&JsValue::from_f64(time as f64 * 1000.0));
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
