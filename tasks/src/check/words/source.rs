//! What the app's sources say.

use anyhow::Result;
use std::{collections::BTreeSet, fs, path::Path};

/// One key in a source.
pub(super) struct Said {
    /// Which file.
    pub(super) place: String,
    /// The key.
    pub(super) key: String,
    /// Whether it is certainly a key: in `t!`, `say!` or `key!`.
    pub(super) is_call: bool,
    /// What is put into it; unknown for `key!`.
    pub(super) arguments: Option<BTreeSet<String>>,
}

/// Everything said in a folder and those in it.
pub(super) fn said(folder: &Path) -> Result<Vec<Said>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(said(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.extend(of(&path.display().to_string(), &fs::read_to_string(&path)?));
        }
    }
    Ok(all)
}

/// Everything said in a file: every short text in quotes, those that are certainly keys among them.
pub(super) fn of(place: &str, source: &str) -> Vec<Said> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
    let mut all = Vec::new();
    let mut from = 0;
    while let Some((start, end)) = quoted(&code, from) {
        let (key, before, after) = (&code[start..end], code[..start - 1].trim_end(), &code[end + 1..]);
        let called = |name: &str| {
            before
                .strip_suffix(&format!("{name}!("))
                .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        };
        let takes = called("t") || called("say");
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if is_key {
            all.push(Said {
                place: place.into(),
                key: key.into(),
                is_call: takes || called("key"),
                arguments: takes.then(|| names(after)),
            });
        }
        from = end + 1;
    }
    all
}

/// The next text in quotes: where it begins and ends, quotes left out.
fn quoted(code: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = code.as_bytes();
    let mut at = from;
    loop {
        match *bytes.get(at)? {
            // A quotation mark as a character of its own.
            b'\'' if bytes.get(at + 1) == Some(&b'"') => at += 3,
            b'\'' if bytes.get(at + 1) == Some(&b'\\') => at += 4,
            b'"' => break,
            _ => at += 1,
        }
    }
    let start = at + 1;
    at = start;
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some((start, at)),
            _ => at += 1,
        }
    }
}

/// The names of `, name = value, other = value)` up to the bracket that closes the call.
fn names(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut part, mut found) = (0, String::new(), BTreeSet::new());
    let mut keep = |part: &str| {
        if let Some((name, _)) = part.split_once('=') {
            found.insert(name.trim().to_owned());
        }
    };
    for letter in rest.chars() {
        match letter {
            ')' | ']' | '}' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                keep(&part);
                part.clear();
                continue;
            }
            _ => {}
        }
        part.push(letter);
    }
    keep(&part);
    found
}
