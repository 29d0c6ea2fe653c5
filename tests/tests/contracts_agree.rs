//! The contracts add nothing to the law and leave nothing out: whatever is said to the bytecode and to the rulebooks
//! in memory, both answer, announce and keep the same.

#[path = "../../contracts/rules/tests/properties/speech.rs"]
#[allow(dead_code, reason = "the rules' own properties use more of it")]
mod speech;

use chartkey_rules::town::cast::*;
use chartkey_tests::{bytecode::Duet, life::live};
use chartkey_vocabulary::*;
use rand::{Rng, RngCore, SeedableRng, rngs::StdRng};
use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
    time::Instant,
};

/// How many messages a history has.
const LENGTH: usize = 300;

/// What histories came to.
#[derive(Default)]
struct Tally {
    said: usize,
    taken: BTreeMap<&'static str, usize>,
    refused: BTreeSet<String>,
    questions: usize,
}

/// One history from a settled town on; one in eight messages comes from somebody who has no business saying it.
fn live_through(duet: &mut Duet, seed: u64, tally: &mut Tally) {
    let mut random = StdRng::seed_from_u64(seed);
    let town = settle();
    speech::begin(&town);
    duet.go_to(town);
    for number in 0..LENGTH {
        duet.wait(match random.gen_range(0..20) {
            0..=2 => SLOT,
            3 => 5 * HOUR,
            4 => 1,
            _ => 0,
        });
        let mut dice = speech::Dice::default();
        random.fill_bytes(&mut dice);
        let (usual, message) = speech::message(random.r#gen(), dice, &duet.town);
        let from = if random.gen_ratio(1, 8) {
            speech::EVERYBODY[random.gen_range(0..speech::EVERYBODY.len())]
        } else {
            usual
        };
        match duet.say(from, &message) {
            Ok(_) => *tally.taken.entry(message.name()).or_default() += 1,
            Err(why) => drop(tally.refused.insert(format!("{:?}.{}", message.contract(), why.name()))),
        }
        tally.said += 1;
        if number % 100 == 99 {
            duet.agree();
        }
    }
    tally.questions += duet.answer_alike(&[ADA, GUARDIAN, DR_LIN, PHARMACY, WORKER]);
    duet.agree();
}

fn histories(seeds: std::ops::Range<u64>) {
    let begun = Instant::now();
    let (mut duet, mut tally) = (Duet::found(&ADMINS, 2), Tally::default());
    seeds.for_each(|seed| live_through(&mut duet, seed, &mut tally));
    let Tally { said, taken, refused, questions } = tally;
    let all: usize = taken.values().sum();
    println!(
        "{said} messages said, {all} taken of {} kinds, {} kinds of refusal, {questions} questions, {:.1} s",
        taken.len(),
        refused.len(),
        begun.elapsed().as_secs_f32()
    );
    assert!(all * 5 > said, "one in five makes sense: {all} of {said}");
    assert!(taken.len() > 40, "few kinds were ever taken: {taken:?}");
}

#[test]
fn one_half_of_the_histories_goes_alike() {
    histories(0..20);
}

#[test]
fn the_other_half_of_the_histories_goes_alike() {
    histories(20..40);
}

#[test]
fn a_difference_would_be_noticed() {
    let differs = |act: &dyn Fn(&mut Duet)| {
        let mut duet = Duet::found(&ADMINS, 2);
        duet.go_to(settle());
        duet.agree();
        catch_unwind(AssertUnwindSafe(|| act(&mut duet))).is_err()
    };
    let leave = Message::Registry(RegistryMessage::Leave {});
    assert!(!differs(&|duet| drop(duet.say(BEN, &leave).expect("leaves"))));
    // Something that only the law has heard: other rows, another refusal, another answer.
    let alone = |duet: &Duet| drop(duet.town.say(BEN, &leave).expect("leaves"));
    assert!(differs(&|duet| {
        alone(duet);
        duet.agree();
    }));
    assert!(differs(&|duet| {
        alone(duet);
        drop(duet.say(BEN, &leave));
    }));
    assert!(differs(&|duet| {
        alone(duet);
        duet.answer_alike(&[BEN]);
    }));
}

/// The indices of an event enum's variants: zeros read as any variant there is.
fn variants(contract: Contract) -> BTreeSet<u8> {
    (0..=255)
        .filter(|index| {
            let mut data = vec![0; 512];
            data[0] = *index;
            (1..data.len()).any(|length| Event::read(contract, &data[..length]).is_some())
        })
        .collect()
}

#[test]
fn a_whole_life_says_every_message_and_announces_every_event() {
    let mut duet = Duet::found(&ADMINS, 2);
    let lines = live(&mut duet, 1);
    duet.agree();
    duet.answer_alike(&[ADA, DR_LIN]);
    let all = [
        (Contract::Registry, RegistryMessage::NAMES),
        (Contract::Consent, ConsentMessage::NAMES),
        (Contract::Records, RecordsMessage::NAMES),
        (Contract::Care, CareMessage::NAMES),
    ];
    let (mut messages, mut events) = (0, 0);
    for (contract, names) in all {
        let of = || duet.chain.trail.iter().filter(|call| call.contract == contract);
        let said: BTreeSet<&str> = of().map(|call| call.name).collect();
        assert_eq!(said, names.iter().copied().collect(), "{contract:?}: messages");
        messages += said.len();
    }
    for contract in all.map(|(contract, _)| contract) {
        // The consent contract announces openings that are said to the records contract.
        let heard: BTreeSet<u8> = lines
            .iter()
            .flat_map(|line| &line.said.announced)
            .map(|announced| &announced.event)
            .filter(|event| contract_of(event) == contract)
            .map(|event| codec::Encode::encode(event)[1])
            .chain((contract == Contract::Registry).then_some(introduced()))
            .collect();
        assert_eq!(heard, variants(contract), "{contract:?}: events");
        events += heard.len();
    }
    println!("{messages} messages, {events} events, {} lines", lines.len());
}

/// Was announced while the contracts were deployed, before the life began.
fn introduced() -> u8 {
    codec::Encode::encode(&RegistryEvent::Introduced)[0]
}

fn contract_of(event: &Event) -> Contract {
    match event {
        Event::Registry(_) => Contract::Registry,
        Event::Consent(_) => Contract::Consent,
        Event::Records(_) => Contract::Records,
        Event::Care(_) => Contract::Care,
    }
}
