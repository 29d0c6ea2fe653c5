//! Every refusal there is, brought out of the bytecode. The scenes are the rules' own, each said to the rulebook and to
//! the contract; what only a contract can refuse, because only it knows who deployed and who calls, is here.

#[path = "../../contracts/rules/tests/bad_input/care.rs"]
mod care;
#[path = "../../contracts/rules/tests/bad_input/consent.rs"]
mod consent;
#[path = "../../contracts/rules/tests/bad_input/records.rs"]
mod records;
#[path = "../../contracts/rules/tests/bad_input/registry.rs"]
mod registry;

use chartkey_client::{call_data, selector};
use chartkey_deploy::bundles::CONTRACTS;
use chartkey_rules::town::{Town, cast::*, cid};
use chartkey_tests::bytecode::{Chain, Unsaid, bundles, deployer};
use chartkey_vocabulary::*;
use codec::Encode;
use std::{cell::RefCell, collections::BTreeSet};

/// The longest input a contract reads. What is longer is cut there, and no message any more.
const INPUT: usize = 16 * 1024;

/// The refusals heard so far, and the chain they are heard on.
struct Heard {
    chain: RefCell<Chain>,
    names: BTreeSet<&'static str>,
}

impl Default for Heard {
    fn default() -> Self {
        Self { chain: RefCell::new(Chain::found(&ADMINS, 2)), names: BTreeSet::new() }
    }
}

impl Heard {
    /// The message is refused for this reason, and nothing changes.
    fn refused(&mut self, why: Refusal, town: &Town, from: Account, message: &Message, what: &str) {
        assert_eq!(town.say(from, message).err(), Some(why), "{} said by {from}: {what}", message.name());
        let chain = self.chain.get_mut();
        chain.become_like(town);
        let said = chain.say(from, message).expect_err(what);
        if call_data(message).len() > INPUT {
            assert!(matches!(said, Unsaid::NotUnderstood | Unsaid::Trapped(_)), "{what}: {said:?}");
        } else {
            assert_eq!(said, Unsaid::Refused(why), "{} said by {from}: {what}", message.name());
            self.names.insert(why.name());
        }
        chain.agrees_with(town);
    }

    /// The same message within its bounds is taken.
    fn taken(&self, town: &Town, from: Account, message: &Message, what: &str) {
        let mut chain = self.chain.borrow_mut();
        chain.become_like(town);
        chain.say(from, message).unwrap_or_else(|why| panic!("{what}: {why:?}"));
    }

    /// What the consent contract answers to the records contract, which announces an opening to it.
    fn announced(&mut self, why: Result<(), ConsentError>, town: &Town, between: Between, facts: Facts, what: &str) {
        let chain = self.chain.get_mut();
        chain.become_like(town);
        let records = Account(chain.place(Contract::Records).0);
        let input = [&selector("announce")[..], &(between, facts).encode()].concat();
        let said = chain.call(records, Contract::Consent, input).map(|_| ());
        assert_eq!(said, why.map_err(|why| Unsaid::Refused(Refusal::Consent(why))), "{what}");
        let lawful = town.consent().announce(town.call(between.reader), between, facts).map(|_| ());
        assert_eq!(lawful, why, "{what}");
        self.names.extend(why.err().map(ConsentError::name));
        chain.agrees_with(town);
    }

    /// Every refusal of the contract was heard, but for those tested below.
    fn all(self, names: impl Iterator<Item = &'static str>, shell: &[&str]) {
        let below = ["NotIntroduced", "AlreadyIntroduced", "NotTheDeployer"];
        let all: BTreeSet<_> = names.filter(|name| !below.contains(name) && !shell.contains(name)).collect();
        println!("{} refusals heard of {} from the bytecode", self.names.len(), all.len());
        assert_eq!(self.names, all);
    }
}

fn refusals(contract: Contract) -> [Refusal; 3] {
    match contract {
        Contract::Registry => {
            use RegistryError as E;
            [E::NotIntroduced, E::AlreadyIntroduced, E::NotTheDeployer].map(Refusal::Registry)
        }
        Contract::Consent => {
            use ConsentError as E;
            [E::NotIntroduced, E::AlreadyIntroduced, E::NotTheDeployer].map(Refusal::Consent)
        }
        Contract::Records => {
            use RecordsError as E;
            [E::NotIntroduced, E::AlreadyIntroduced, E::NotTheDeployer].map(Refusal::Records)
        }
        Contract::Care => {
            use CareError as E;
            [E::NotIntroduced, E::AlreadyIntroduced, E::NotTheDeployer].map(Refusal::Care)
        }
    }
}

#[test]
fn contracts_are_introduced_by_who_deployed_them_and_once() {
    let mut chain = Chain::unintroduced(&ADMINS, 2);
    for contract in CONTRACTS {
        let [_, again, not_the_deployer] = refusals(contract).map(Unsaid::Refused);
        let introduction = chain.introduction(contract);
        for from in [ADMINS[0], ADA, STRANGER] {
            assert_eq!(chain.say(from, &introduction).expect_err("no deployer"), not_the_deployer);
        }
        chain.say(deployer(), &introduction).expect("introduces");
        assert_eq!(chain.say(deployer(), &introduction).expect_err("twice"), again);
        assert_eq!(chain.say(ADA, &introduction).expect_err("no deployer"), not_the_deployer);
    }
}

#[test]
fn before_they_are_introduced_contracts_say_so_and_nothing_else() {
    let mut chain = Chain::unintroduced(&ADMINS, 2);
    let record = RecordId([1; 16]);
    let (facts, between) = (
        Facts { record, owner: ADA, author: ADA, kind: Kind::XRay, written: 0 },
        Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment },
    );
    let messages = [
        Message::Consent(ConsentMessage::DropCard { patient: ADA }),
        Message::Records(RecordsMessage::Withdraw { record }),
        Message::Care(CareMessage::Release { patient: ADA, doctor: DR_LIN }),
    ];
    for message in messages {
        let [why, ..] = refusals(message.contract());
        assert_eq!(chain.say(ADA, &message).expect_err("too early"), Unsaid::Refused(why));
        assert!(chain.rows(message.contract()).0.is_empty());
    }
    // A refusal could be read as an answer, so a question fails loudly.
    let check = chain.ask(Contract::Consent, "check", &(between, facts).encode());
    assert!(matches!(check, Err(Unsaid::Trapped(_))), "{check:?}");
    // Before there is a council to ask, nothing becomes anything.
    for contract in [Contract::Consent, Contract::Records, Contract::Care] {
        assert_eq!(chain.ask(contract, "may_become", &[1; 32]).expect("an answer").0, false.encode());
    }
    // The registry knows its people from the beginning, and needs nobody.
    let keys = RegistryMessage::Register { role: Role::Patient, keys: cid(1), profile: None };
    chain.say(ADA, &Message::Registry(keys)).expect("registers");
}

#[test]
fn an_opening_is_announced_by_the_records_contract_and_by_nobody_else() {
    let town = settle();
    let record = add(&town, ADA, 1, Kind::XRay);
    let between = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
    let counted = Terms { openings: Some(1), ..chartkey_rules::town::terms(town.now) };
    town.consent().grant(town.call(ADA), between, counted).expect("grants");
    let mut chain = Chain::found(&ADMINS, 2);
    chain.become_like(&town);
    let facts = town.ledger().facts(record).expect("stands");
    let input = [&selector("announce")[..], &(between, facts).encode()].concat();
    for from in [DR_LIN, ADA, ADMINS[0], deployer()] {
        let said = chain.call(from, Contract::Consent, input.clone()).expect_err("not through the record");
        assert_eq!(said, Unsaid::Refused(Refusal::Consent(ConsentError::NotRecords)));
        chain.agrees_with(&town);
    }
    let announce = RecordsMessage::Announce { record, purpose: Purpose::Treatment };
    chain.say(DR_LIN, &Message::Records(announce)).expect("through the record");
}

#[test]
fn what_is_no_message_is_not_taken_for_one() {
    let town = settle();
    let mut chain = Chain::found(&ADMINS, 2);
    chain.become_like(&town);
    let approve = call_data(&Message::Registry(RegistryMessage::Vote { motion: Motion::Approve(ADA) }));
    let no_such_motion = [&approve[..4], &[0xff], &approve[5..]].concat();
    for input in [vec![], approve[..3].to_vec(), vec![0xff; 4], selector("leav").to_vec(), no_such_motion] {
        for contract in CONTRACTS {
            let said = chain.call(ADMINS[0], contract, input.clone());
            assert!(!matches!(said, Ok(_) | Err(Unsaid::Refused(_))), "{contract:?} {input:?}: {said:?}");
        }
    }
    chain.agrees_with(&town);
}

/// ink! reads what is missing at a message's end as zeros. A message cut short thus says nothing that its signer could
/// not have said in full.
#[test]
fn a_message_cut_short_is_the_one_that_ends_in_zeros() {
    let town = settle();
    let whole = call_data(&Message::Registry(RegistryMessage::Assign { patient: ADA, doctor: DR_LIN }));
    for length in 4..whole.len() {
        let (mut short, mut full) = (Chain::found(&ADMINS, 2), Chain::found(&ADMINS, 2));
        short.become_like(&town);
        full.become_like(&town);
        let mut zeros = whole[..length].to_vec();
        zeros.resize(whole.len(), 0);
        let said = short.call(ADMINS[0], Contract::Registry, whole[..length].to_vec()).map(|(answer, ..)| answer);
        assert_eq!(said, full.call(ADMINS[0], Contract::Registry, zeros).map(|(answer, ..)| answer));
        assert!(said.is_err(), "nobody is at an address of zeros");
        short.agrees_with(&town);
    }
}

#[test]
fn a_registry_begins_with_a_council_that_can_decide_or_not_at_all() {
    let mut chain = Chain::unintroduced(&ADMINS, 2);
    let code = bundles().code(Contract::Registry).to_vec();
    let twice = [ADMINS[0], ADMINS[0]];
    let many: Vec<_> = (1..=17).map(|n| Account([n; 20])).collect();
    let bad = [
        (&ADMINS[..], 0, RegistryError::QuorumOutOfReach),
        (&ADMINS[..], 4, RegistryError::QuorumOutOfReach),
        (&[], 1, RegistryError::QuorumOutOfReach),
        (&twice[..], 1, RegistryError::AlreadyRegistered),
        (&many[..], 1, RegistryError::CouncilFull),
    ];
    for (admins, quorum, why) in bad {
        let said = chain.make(&code, &Council { admins: admins.to_vec(), quorum }.encode());
        let said = said.expect_err("no council");
        assert_eq!(said, [&[0, 1][..], &why.encode()].concat(), "{why:?}");
    }
}
