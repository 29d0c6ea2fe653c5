//! What somebody put off until later, on this device: it waits under its own page, and no longer on the first one.

use crate::ground::drawer;
use chartkey_vocabulary::{Between, FindingId, Time};

const NOTE: &str = "put-off";
/// The last so many are remembered.
const MOST: usize = 64;

/// A request is put off; asked anew it is in view again.
pub(super) fn request(between: Between, at: Time) {
    put(&name(between, at));
}

/// Whether a request was put off.
pub(super) fn is_request(between: Between, at: Time) -> bool {
    has(&name(between, at))
}

/// What a machine read was looked at, or put off.
pub(super) fn finding(finding: FindingId) {
    put(&short(&finding.to_string()));
}

/// Whether that is so.
pub(super) fn is_finding(finding: FindingId) -> bool {
    has(&short(&finding.to_string()))
}

/// Enough to tell two apart, and too little to say whose they are to who looks into this browser.
fn name(between: Between, at: Time) -> String {
    format!("{}.{:?}.{at}", short(&between.reader.to_string()), between.purpose)
}

fn short(id: &str) -> String {
    id.chars().skip(2).take(8).collect()
}

fn all() -> Vec<String> {
    drawer::remembered(NOTE).map(|note| note.split(' ').map(str::to_owned).collect()).unwrap_or_default()
}

fn has(name: &str) -> bool {
    all().iter().any(|known| known == name)
}

fn put(name: &str) {
    let mut names = all();
    names.retain(|known| known != name);
    names.push(name.to_owned());
    let first = names.len().saturating_sub(MOST);
    drawer::remember(NOTE, Some(&names[first..].join(" ")));
}
