//! Which bytes a request wants: one range, as RFC 9110 writes it.

use axum::http::{HeaderMap, header};
use chartkey_store::Part;

/// The part asked for. What is no single range of bytes counts as not asked for a part, as the RFC allows.
pub(super) fn wanted(headers: &HeaderMap, etag: &str) -> Part {
    // A part of another version of the thing is worth nothing to whoever holds the first half of this one.
    if headers.get(header::IF_RANGE).is_some_and(|of| of.as_bytes() != etag.as_bytes()) {
        return Part::Whole;
    }
    headers.get(header::RANGE).and_then(|range| range.to_str().ok()).and_then(read).unwrap_or_default()
}

fn read(text: &str) -> Option<Part> {
    let (unit, range) = text.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let (first, last) = range.trim().split_once('-')?;
    let number = |digits: &str| match digits {
        "" => None,
        digits if digits.bytes().all(|digit| digit.is_ascii_digit()) => digits.parse::<u64>().ok(),
        _ => None,
    };
    match (first, last) {
        ("", last) => Some(Part::Last(number(last)?)),
        (first, "") => Some(Part::From(number(first)?)),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then(|| Part::Range(first..last.saturating_add(1)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(range: &str, if_range: Option<&str>) -> Part {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, range.parse().expect("a header"));
        if let Some(etag) = if_range {
            headers.insert(header::IF_RANGE, etag.parse().expect("a header"));
        }
        wanted(&headers, "\"a\"")
    }

    #[test]
    fn one_range_is_read_and_everything_else_is_the_whole() {
        assert_eq!(of("bytes=0-0", None), Part::Range(0..1));
        assert_eq!(of("Bytes=5-9", None), Part::Range(5..10));
        assert_eq!(of("bytes=5-", None), Part::From(5));
        assert_eq!(of("bytes=-5", None), Part::Last(5));
        assert_eq!(of("bytes=0-18446744073709551615", None), Part::Range(0..u64::MAX));
        for none in ["bytes=9-5", "bytes=-", "bytes=", "bytes=0-1,3-4", "items=0-1", "bytes=+1-2", "bytes=1-2x", "x"] {
            assert_eq!(of(none, None), Part::Whole, "{none}");
        }
    }

    #[test]
    fn a_range_of_something_else_is_the_whole() {
        assert_eq!(of("bytes=0-0", Some("\"a\"")), Part::Range(0..1));
        assert_eq!(of("bytes=0-0", Some("\"b\"")), Part::Whole);
    }
}
