//! The app's words: every language says all that English says, with the same arguments; the app says nothing that no
//! catalogue has, and no catalogue has what the app does not say.

mod catalogue;
mod source;

use anyhow::{Result, bail};
use catalogue::{Catalogue, read};
use source::{Said, said};
use std::{collections::BTreeSet, fs, path::Path};

/// What others are translated from.
const FIRST: &str = "en";
/// What machines say: nobody here says it by its key, a finding's English sentence leads to it.
const OF_MACHINES: [&str; 2] = ["machine.ftl", "interactions.ftl"];

/// Reads catalogues and sources under `root` and complains of what does not fit.
pub(crate) fn compare(root: &Path) -> Result<()> {
    let app = root.join("frontend/app");
    let mut wrong = Vec::new();
    let first = read(&app.join("languages").join(FIRST), &mut wrong)?;
    for entry in fs::read_dir(app.join("languages"))? {
        let code = entry?.file_name().to_string_lossy().into_owned();
        if code != FIRST {
            let other = read(&app.join("languages").join(&code), &mut wrong)?;
            against(&code, &first, &other, &mut wrong);
        }
    }
    let said = said(&app.join("src"))?;
    unsaid(&first, &said, &refusals(root)?, &mut wrong);
    if wrong.is_empty() {
        return Ok(());
    }
    wrong.sort();
    bail!("the app's words do not fit together:\n  {}", wrong.join("\n  "))
}

/// One language beside English.
fn against(code: &str, first: &Catalogue, other: &Catalogue, wrong: &mut Vec<String>) {
    for (key, english) in first {
        match other.get(key) {
            None => wrong.push(format!("{code}/{} lacks `{key}`", english.file)),
            Some(words) if words.file != english.file => {
                wrong.push(format!("{code}/{} has `{key}`, which is of {}", words.file, english.file));
            }
            Some(words) if words.arguments != english.arguments => wrong.push(format!(
                "{code}/{}: `{key}` takes {:?}, in English {:?}",
                words.file, words.arguments, english.arguments
            )),
            Some(_) => {}
        }
    }
    let more = other.iter().filter(|(key, _)| !first.contains_key(*key));
    wrong.extend(more.map(|(key, words)| format!("{code}/{} has `{key}`, which English has not", words.file)));
}

/// The catalogue beside the sources.
fn unsaid(first: &Catalogue, said: &[Said], refusals: &BTreeSet<String>, wrong: &mut Vec<String>) {
    for said in said.iter().filter(|said| said.is_call) {
        match first.get(&said.key) {
            None => wrong.push(format!("{}: no catalogue has `{}`", said.place, said.key)),
            Some(words) => {
                if let Some(arguments) = said.arguments.as_ref().filter(|arguments| **arguments != words.arguments) {
                    let (key, takes) = (&said.key, &words.arguments);
                    wrong.push(format!("{}: `{key}` takes {takes:?} and is given {arguments:?}", said.place));
                }
            }
        }
    }
    let known: BTreeSet<&str> = said.iter().map(|said| said.key.as_str()).collect();
    for (key, words) in first {
        if !known.contains(key.as_str()) && !refusals.contains(key) && !OF_MACHINES.contains(&words.file.as_str()) {
            wrong.push(format!("{FIRST}/{}: nobody says `{key}`", words.file));
        }
    }
    let missing = refusals.iter().filter(|key| !first.contains_key(*key));
    wrong.extend(missing.map(|key| format!("no catalogue has `{key}`, which a contract may say")));
}

/// The keys of what contracts refuse, `refusal-registry-NotActive`, as the vocabulary lists them.
fn refusals(root: &Path) -> Result<BTreeSet<String>> {
    let text = fs::read_to_string(root.join("contracts/vocabulary/src/errors.rs"))?;
    let mut keys = BTreeSet::new();
    let mut contract = None;
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_suffix("Error {") {
            contract = Some(name.to_lowercase()).filter(|name| name.chars().all(char::is_alphabetic));
        }
        if let (Some(contract), Some((name, _))) = (&contract, line.split_once(" => \"")) {
            keys.insert(format!("refusal-{contract}-{name}"));
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new("..")
    }

    #[test]
    fn the_apps_words_fit_together() {
        if let Err(error) = compare(root()) {
            panic!("{error}");
        }
    }

    #[test]
    fn every_refusal_of_the_contracts_has_a_key() {
        let keys = refusals(root()).expect("readable");
        assert!(keys.contains("refusal-registry-NotActive") && keys.contains("refusal-care-SlotTaken"));
        assert!(keys.len() > 100, "{}", keys.len());
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let mut wrong = Vec::new();
        let first = catalogue::of("a.ftl", "one = One { $name }\ntwo = Two\nthree = Three", &mut wrong);
        let other = catalogue::of("a.ftl", "one = Uno { $nombre }\nfour = Cuatro", &mut wrong);
        assert!(wrong.is_empty());
        against("es", &first, &other, &mut wrong);
        assert_eq!(wrong.len(), 4, "{wrong:?}");
        wrong.clear();
        let source = source::of("x.rs", r#"t!("one", name = a(b, c)) say!("five") names! { Two => "two" }"#);
        unsaid(&first, &source, &BTreeSet::new(), &mut wrong);
        assert_eq!(wrong, ["x.rs: no catalogue has `five`", "en/a.ftl: nobody says `three`"]);
        wrong.clear();
        unsaid(&first, &source::of("x.rs", r#"t!("one") "two" "three""#), &BTreeSet::new(), &mut wrong);
        assert_eq!(wrong.len(), 1, "an argument is missing: {wrong:?}");
        catalogue::of("b.ftl", "broken = { $", &mut wrong);
        assert_eq!(wrong.len(), 2);
    }
}
