//! Every parser against hostile bytes: whatever comes, it answers, and what it accepts it writes the same again.
//!
//! The same checks serve the fuzzers in `fuzz/`; here the committed corpus is replayed and random bytes are thrown.

mod checks;

use checks::CHECKS;
use proptest::prelude::*;
use std::{fs, path::Path};

#[test]
fn the_corpus_is_answered() {
    let corpus = Path::new("fuzz/corpus");
    for (name, check) in CHECKS {
        let mut replayed = 0;
        for entry in fs::read_dir(corpus.join(name)).unwrap_or_else(|_| panic!("no corpus for {name}")) {
            check(&fs::read(entry.expect("an entry").path()).expect("bytes"));
            replayed += 1;
        }
        assert!(replayed > 0, "an empty corpus for {name}");
    }
}

/// The beginning of the corpus is taken from the vectors, so that a parser's depths are reached at once.
#[test]
fn mangled_corpus_is_answered() {
    let corpus = Path::new("fuzz/corpus");
    for (name, check) in CHECKS {
        for entry in fs::read_dir(corpus.join(name)).expect("a corpus") {
            let bytes = fs::read(entry.expect("an entry").path()).expect("bytes");
            for at in (0..bytes.len()).step_by(1 + bytes.len() / 97) {
                let mut mangled = bytes.clone();
                mangled[at] ^= 0x81;
                check(&mangled);
                check(&bytes[..at]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..6000)) {
        CHECKS.iter().for_each(|(_, check)| check(&bytes));
    }

    #[test]
    fn random_text_is_answered(text in ".{0,300}") {
        CHECKS.iter().for_each(|(_, check)| check(text.as_bytes()));
    }
}
