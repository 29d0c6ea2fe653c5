//! The formats' test vectors: files named by what they prove, made by one program and held by another.
//!
//! `CHARTKEY_WRITE_VECTORS=1 cargo test -p chartkey-vault --test vectors` writes them anew after a change of format.

mod craft;
mod hold;
mod make;
mod rng;

use serde_json::{Map, Value};
use std::{collections::BTreeMap, fs, path::PathBuf};

/// One vector: what is done, with what, and what must come of it.
pub(crate) type Vector = Map<String, Value>;

fn folder() -> PathBuf {
    PathBuf::from("vectors")
}

fn committed() -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder()).expect("the folder of vectors").map(|entry| entry.expect("an entry").path());
    let named = files.map(|path| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, fs::read(path).expect("a vector"))
    });
    named.collect()
}

#[test]
fn the_committed_vectors_are_those_the_generator_makes() {
    let made = make::all();
    if std::env::var_os("CHARTKEY_WRITE_VECTORS").is_some() {
        committed().keys().for_each(|name| fs::remove_file(folder().join(name)).expect("an old vector"));
        made.iter().for_each(|(name, bytes)| fs::write(folder().join(name), bytes).expect("a new vector"));
    }
    let committed = committed();
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&committed), names(&made));
    for (name, bytes) in &made {
        assert!(committed[name] == *bytes, "{name} is not what the generator makes");
    }
}

#[test]
fn every_vector_holds() {
    let files = committed();
    let (mut good, mut bad, mut broken) = (0, 0, Vec::new());
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".json")) {
        let vector: Vector = serde_json::from_slice(bytes).expect("JSON");
        let came = hold::run(&vector, &files);
        let wanted = match (vector.get("yields"), vector.get("fails")) {
            (Some(yields), None) => Ok(yields.clone()),
            (None, Some(fails)) => Err(fails.as_str().expect("words").to_owned()),
            _ => panic!("{name} says nothing of what must come of it"),
        };
        assert_eq!(name.starts_with("fail_"), wanted.is_err(), "{name}");
        if wanted.is_ok() {
            good += 1
        } else {
            bad += 1
        }
        if came != wanted {
            broken.push(format!("{name}: {came:?} where {wanted:?} was wanted"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(good >= 40 && bad >= 80, "{good} that open and {bad} that do not");
}
