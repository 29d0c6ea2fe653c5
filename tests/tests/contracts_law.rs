//! The authorization matrix, held against the bytecode: every message, said by everybody it could be said by, in every
//! state they could be in. The table is the rules' own.

#[path = "../../contracts/rules/tests/authorization/callers.rs"]
#[allow(dead_code, reason = "the rules' own matrix uses more of it")]
mod callers;
#[path = "../../contracts/rules/tests/authorization/law.rs"]
mod law;
#[path = "../../contracts/rules/tests/authorization/stage.rs"]
#[allow(dead_code, reason = "the rules' own matrix uses more of it")]
mod stage;

use callers::*;
use chartkey_rules::town::cast::*;
use chartkey_tests::bytecode::Duet;
use chartkey_vocabulary::*;
use law::{Row, rows};
use std::time::Instant;

/// What one cell of the matrix shows.
fn cell(duet: &mut Duet, row: &Row, who: Caller) {
    let mut town = settle();
    join(&town, PARTY, row.party);
    let message = (row.stage)(&mut town, who);
    let from = appear(&town, who, row.party);
    duet.go_to(town);
    let said = duet.say(from, &message).err();
    assert_eq!(said.map(Refusal::name), row.law(who).map(Refusal::name), "{} said by {who:?}", row.name);
    duet.agree();
}

fn matrix(contracts: [&str; 2]) {
    let begun = Instant::now();
    let mut duet = Duet::found(&ADMINS, 2);
    let (rows, callers) = (rows(), everybody());
    let mine = || rows.iter().filter(|row| contracts.iter().any(|contract| row.name.starts_with(contract)));
    for row in mine() {
        callers.iter().for_each(|who| cell(&mut duet, row, *who));
    }
    println!("{} cells of {contracts:?} in {:.1} s", mine().count() * callers.len(), begun.elapsed().as_secs_f32());
}

#[test]
fn the_bytecode_lets_everybody_say_what_the_law_allows_about_people_and_care() {
    matrix(["Registry", "Care"]);
}

#[test]
fn the_bytecode_lets_everybody_say_what_the_law_allows_about_consent_and_records() {
    matrix(["Consent", "Records"]);
}
