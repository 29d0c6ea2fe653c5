#![no_main]

#[allow(dead_code)]
#[path = "../../tests/parsers/checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::national_id(bytes));
