//! Codes of the directory: specialties by number, languages by two letters.

use super::time::{locale, options};
use crate::speech::{key, say, say_key};
use chartkey_vocabulary::Role;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, wasm_bindgen::JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, wasm_bindgen::JsValue>;
}

/// Code and name: from 101 doctors', from 201 houses', from 301 pharmacies'. A number is on the chain for good and never
/// changes its meaning.
const SPECIALTIES: [(u16, &str); 36] = [
    (101, key!("specialty-general-practice")),
    (102, key!("specialty-internal-medicine")),
    (103, key!("specialty-paediatrics")),
    (104, key!("specialty-cardiology")),
    (105, key!("specialty-dermatology")),
    (106, key!("specialty-neurology")),
    (107, key!("specialty-psychiatry")),
    (108, key!("specialty-gynaecology")),
    (109, key!("specialty-orthopaedics")),
    (110, key!("specialty-ophthalmology")),
    (111, key!("specialty-ear-nose-throat")),
    (112, key!("specialty-urology")),
    (113, key!("specialty-oncology")),
    (114, key!("specialty-endocrinology")),
    (115, key!("specialty-radiology")),
    (116, key!("specialty-anaesthesia")),
    (117, key!("specialty-surgery")),
    (118, key!("specialty-lung-medicine")),
    (119, key!("specialty-gastroenterology")),
    (120, key!("specialty-nephrology")),
    (121, key!("specialty-rheumatology")),
    (122, key!("specialty-emergency-medicine")),
    (123, key!("specialty-infectious-diseases")),
    (124, key!("specialty-pathology")),
    (125, key!("specialty-haematology")),
    (126, key!("specialty-geriatrics")),
    (127, key!("specialty-rehabilitation")),
    (128, key!("specialty-dentistry")),
    (201, key!("specialty-general-hospital")),
    (202, key!("specialty-emergency-department")),
    (203, key!("specialty-childrens-hospital")),
    (204, key!("specialty-university-hospital")),
    (205, key!("specialty-maternity")),
    (301, key!("specialty-pharmacy")),
    (302, key!("specialty-night-pharmacy")),
    (303, key!("specialty-hospital-pharmacy")),
];

/// A specialty's name; one listed after this app was built is told by its number.
pub(crate) fn specialty(code: u16) -> String {
    match SPECIALTIES.iter().find(|(number, _)| *number == code) {
        Some((_, key)) => say_key(key, &[]),
        None => say!("specialty-unknown", code = code),
    }
}

/// The specialties somebody of this role can list, by name; all of them for none.
pub(crate) fn specialties(role: Option<Role>) -> Vec<(u16, String)> {
    let hundred = match role {
        Some(Role::Doctor) => Some(1),
        Some(Role::Hospital) => Some(2),
        Some(Role::Pharmacy) => Some(3),
        _ => None,
    };
    let fits = |code: u16| hundred.is_none_or(|hundred| code / 100 == hundred);
    SPECIALTIES.iter().filter(|(code, _)| fits(*code)).map(|(code, key)| (*code, say_key(key, &[]))).collect()
}

/// A language's name from its two letters, in the language spoken.
pub(crate) fn language_name(code: &str) -> String {
    let names = DisplayNames::new(&locale(), &options(&[("type", "language")]));
    // Letters that are no language are shown as they are.
    names.and_then(|names| names.of(code)).ok().flatten().unwrap_or_else(|| code.to_owned())
}

/// Countries by name, each with its two letters.
pub(crate) fn countries() -> Vec<([u8; 2], String)> {
    let names = DisplayNames::new(&locale(), &options(&[("type", "region")]));
    let name = |code: &[u8; 2]| {
        let code = String::from_utf8_lossy(code).to_ascii_uppercase();
        names.as_ref().ok().and_then(|names| names.of(&code).ok().flatten()).unwrap_or(code)
    };
    let mut all: Vec<([u8; 2], String)> = COUNTRIES.iter().map(|code| (*code, name(code))).collect();
    all.sort_by(|(_, one), (_, other)| one.cmp(other));
    all
}

/// Where people have a number of their own, most of them.
const COUNTRIES: [[u8; 2]; 60] = [
    *b"ae", *b"ar", *b"at", *b"au", *b"bd", *b"be", *b"bg", *b"br", *b"ca", *b"ch", *b"cl", *b"cn", *b"co", *b"cz",
    *b"de", *b"dk", *b"ee", *b"eg", *b"es", *b"et", *b"fi", *b"fr", *b"gb", *b"gh", *b"gr", *b"hr", *b"hu", *b"id",
    *b"ie", *b"il", *b"in", *b"ir", *b"it", *b"jo", *b"jp", *b"ke", *b"kr", *b"lk", *b"ma", *b"mx", *b"my", *b"ng",
    *b"nl", *b"no", *b"np", *b"nz", *b"pe", *b"ph", *b"pk", *b"pl", *b"pt", *b"ro", *b"sa", *b"se", *b"sg", *b"th",
    *b"tr", *b"ua", *b"us", *b"za",
];

/// The languages somebody can list, by name.
pub(crate) fn languages() -> Vec<([u8; 2], String)> {
    let named = |code: &[u8; 2]| (*code, std::str::from_utf8(code).map(language_name).unwrap_or_default());
    let mut all: Vec<([u8; 2], String)> = LANGUAGES.iter().map(named).collect();
    all.sort_by(|(_, one), (_, other)| one.cmp(other));
    all
}

/// Those most people speak, by their two letters.
const LANGUAGES: [[u8; 2]; 40] = [
    *b"am", *b"ar", *b"bn", *b"cs", *b"da", *b"de", *b"el", *b"en", *b"es", *b"fa", *b"fi", *b"fr", *b"gu", *b"he",
    *b"hi", *b"hu", *b"id", *b"it", *b"ja", *b"kn", *b"ko", *b"ml", *b"mr", *b"nl", *b"no", *b"pa", *b"pl", *b"pt",
    *b"ro", *b"ru", *b"sv", *b"sw", *b"ta", *b"te", *b"th", *b"tr", *b"uk", *b"ur", *b"vi", *b"zh",
];
