//! Numbers, sizes and money.

use super::time::{locale, options};
use crate::speech::say;
use js_sys::{Intl::NumberFormat, Object};
use wasm_bindgen::JsValue;

/// As the language writes it: "1,200", "1.200", "१,२००".
pub(crate) fn number(number: f64) -> String {
    // A troponin of 0.0004 is no 0.
    let small = number != 0.0 && number.abs() < 0.01;
    let options = if small { options(&[("maximumSignificantDigits", "3")]) } else { Object::new() };
    write(&NumberFormat::new(&locale(), &options), number)
}

/// A unit as people write it; files write "m[IU]/L" and "10*9/L", so that nobody mistakes it.
pub(crate) fn unit(unit: &str) -> String {
    const POWERS: [(&str, &str); 4] = [("10*12/", "10¹²/"), ("10*9/", "10⁹/"), ("10*6/", "10⁶/"), ("10*3/", "10³/")];
    let plain =
        unit.replace("[IU]", "IU").replace("[iU]", "IU").replace("mm[Hg]", "mmHg").replace("{1.73_m2}", "1.73 m²");
    POWERS.iter().fold(plain, |unit, (written, shown)| unit.replace(written, shown))
}

/// "3.4 MB".
pub(crate) fn bytes(bytes: u64) -> String {
    let (unit, size) = match bytes {
        0..1_000 => ("byte", 1.0),
        1_000..1_000_000 => ("kilobyte", 1e3),
        1_000_000..1_000_000_000 => ("megabyte", 1e6),
        _ => ("gigabyte", 1e9),
    };
    let amount = bytes as f64 / size;
    let digits = if amount < 10.0 && size > 1.0 { "1" } else { "0" };
    // Short for a byte is "byte" in English, also for many.
    let shown = if size > 1.0 { "short" } else { "long" };
    let parts = [("style", "unit"), ("unit", unit), ("unitDisplay", shown), ("maximumFractionDigits", digits)];
    write(&NumberFormat::new(&locale(), &options(&parts)), amount)
}

/// "3.4 MB of 12 MB".
pub(crate) fn bytes_of(done: u64, size: u64) -> String {
    say!("size-of", done = bytes(done), size = bytes(size))
}

/// What a transaction costs, from the chain's smallest unit: "0.0021 KEY".
pub(crate) fn money(units: u128) -> String {
    let parts = [("maximumSignificantDigits", "2"), ("maximumFractionDigits", "6")];
    let amount = write(&NumberFormat::new(&locale(), &options(&parts)), units as f64 / 1e12);
    say!("money", amount = amount)
}

fn write(format: &NumberFormat, number: f64) -> String {
    let written = format.format().call1(&JsValue::NULL, &number.into());
    written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| number.to_string())
}
