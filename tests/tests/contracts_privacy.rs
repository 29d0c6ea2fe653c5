//! Nothing personal is on the chain: after a whole life with names, titles and numbers in it, none of them, and no
//! unsalted hash of any, lies in storage, events or calls.

use chartkey_rules::town::cast::*;
use chartkey_tests::{
    bytecode::{Chain, Duet},
    life::live_watched,
    papers::{PEOPLE, Papers},
    scan::{Hit, Scanner},
};
use chartkey_vocabulary::*;
use polkadot_sdk::sp_io::{self, hashing::sha2_256};

const SEED: u64 = 7;

/// Looks for all the documents, their titles, and the people in them.
fn scanner() -> Scanner {
    let mut scanner = Scanner::default();
    for person in PEOPLE {
        scanner.secret(person.name);
        person.name.split(' ').filter(|part| part.len() > 6).for_each(|part| scanner.secret(part));
        scanner.secret(person.number);
        let digits: String = person.number.chars().filter(char::is_ascii_digit).collect();
        scanner.secret(&digits);
    }
    for document in Papers::seeded(SEED).documents() {
        scanner.secret(document.title);
        scanner.file(document.title, document.text.as_bytes());
    }
    scanner
}

/// Everything public: all storage of the chain, and every call and event so far. How many bytes that was, as well.
fn scan(chain: &mut Chain) -> (Vec<Hit>, usize) {
    let (scanner, mut hits, mut bytes) = (scanner(), Vec::new(), 0);
    let mut look = |place: &str, found: &[u8]| {
        bytes += found.len();
        hits.extend(scanner.scan(place, found));
    };
    for call in &chain.trail {
        look(&format!("call {:?}.{}", call.contract, call.name), &call.input);
        for (data, topics) in &call.events {
            look(&format!("event of {:?}.{}", call.contract, call.name), &[&data[..], &topics.concat()].concat());
        }
    }
    for contract in [Contract::Registry, Contract::Consent, Contract::Records, Contract::Care] {
        let (rows, root) = chain.rows(contract);
        for (key, row) in rows.iter().chain(&root) {
            look(&format!("row of {contract:?}"), &[&key[..], row].concat());
        }
    }
    chain.inside(|| {
        let mut key = Vec::new();
        while let Some(next) = sp_io::storage::next_key(&key) {
            let value = sp_io::storage::get(&next).expect("a key has a value");
            look("the chain's own storage", &[&next[..], &value].concat());
            key = next;
        }
    });
    (hits, bytes)
}

#[test]
fn after_a_whole_life_nothing_personal_is_on_the_chain() {
    let mut duet = Duet::found(&ADMINS, 2);
    let mut all = 0;
    live_watched(&mut duet, SEED, &mut |duet| {
        let (hits, bytes) = scan(&mut duet.chain);
        assert_eq!(hits, []);
        all += bytes;
    });
    println!("0 hits for {} forms in {all} bytes, {} calls", scanner().forms(), duet.chain.trail.len());

    // And with every document there is on the shelf.
    duet.go_to(settle());
    let mut papers = Papers::seeded(SEED + 1);
    for number in 0..papers.documents().len() {
        let (salt, sealed) = (papers.salt(), papers.sealed(number));
        let add = RecordsMessage::Add { owner: ADA, salt, kind: Kind::Other, sealed };
        duet.say(ADA, &Message::Records(add)).expect("adds");
    }
    assert_eq!(scan(&mut duet.chain).0, []);
}

#[test]
fn what_is_planted_is_found_wherever_it_is() {
    let document = Papers::seeded(SEED).documents()[1].clone();
    let add = |salt, cid, commitment| {
        let sealed = Sealed { cid, commitment };
        Message::Records(RecordsMessage::Add { owner: ADA, salt, kind: Kind::Other, sealed })
    };
    let mut sound = Papers::seeded(SEED);
    let sealed = sound.sealed(1);
    // A number as a salt, a plain hash as a commitment, a file left unsealed: in the call, the event and the row.
    let mut number = [0; 16];
    number[..PEOPLE[0].number.len()].copy_from_slice(PEOPLE[0].number.as_bytes());
    let mut plain = sealed.cid;
    plain.0[4..].copy_from_slice(&sha2_256(document.text.as_bytes()));
    let careless = [
        (add(Salt(number), sealed.cid, sealed.commitment), ["call"].as_slice()),
        (add(Salt([1; 16]), sealed.cid, Commitment(sha2_256(document.text.as_bytes()))), ["call", "row"].as_slice()),
        (add(Salt([2; 16]), plain, sealed.commitment), ["call", "event", "row"].as_slice()),
    ];
    for (message, places) in careless {
        let mut duet = Duet::found(&ADMINS, 2);
        duet.go_to(settle());
        duet.say(ADA, &message).expect("the chain cannot tell");
        let (hits, _) = scan(&mut duet.chain);
        for place in places {
            assert!(hits.iter().any(|hit| hit.place.starts_with(place)), "{message:?}: not seen in {place}: {hits:?}");
        }
    }
    let mut chain = Chain::found(&ADMINS, 2);
    assert_eq!(scan(&mut chain).0, []);
    chain.inside(|| sp_io::storage::set(b"somewhere", document.title.as_bytes()));
    let (hits, _) = scan(&mut chain);
    assert!(hits.iter().any(|hit| hit.place == "the chain's own storage"), "{hits:?}");
}
