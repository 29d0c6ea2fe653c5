//! The four compiled contracts on the real runtime: in process, all together, without a node.
//!
//! People are the accounts of [`chartkey_rules::town`]. An address followed by twelve bytes 0xEE is the account of
//! an Ethereum key, which the chain knows by exactly that address, so the same twenty bytes name a person here and
//! in the town.

mod duet;
mod genesis;
mod questions;
mod rows;

pub use duet::Duet;
pub use questions::questions;

use chartkey_client::{call_data, selector};
use chartkey_deploy::{
    Bundles,
    bundles::{CONTRACTS, name},
};
use chartkey_runtime::{
    AccountId, Balances, Revive, Runtime, RuntimeEvent, RuntimeOrigin, System,
    money::KEY,
    presets::{PURSE, well_known},
};
use chartkey_vocabulary::*;
use codec::Encode;
use polkadot_sdk::*;

use frame_support::traits::fungible::{Inspect, Mutate};
use pallet_revive::{AddressMapper, Code, ExecConfig, StorageDeposit, TransactionLimits};
use sp_core::{H160, U256};
use sp_io::TestExternalities;
use sp_runtime::Weight;
use std::{collections::BTreeMap, path::PathBuf};

type Mapper = <Runtime as pallet_revive::Config>::AddressMapper;

/// What a contract announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// What.
    pub event: Event,
    /// What it can be found by.
    pub topics: Vec<[u8; 32]>,
}

impl From<Event> for Announced {
    fn from(event: Event) -> Self {
        let topics = match &event {
            Event::Registry(event) => event.topics(),
            Event::Consent(event) => event.topics(),
            Event::Records(event) => event.topics(),
            Event::Care(event) => event.topics(),
        };
        Self { event, topics }
    }
}

/// What a call used up, as the chain counts it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Picoseconds on the reference machine.
    pub ref_time: u64,
    /// Bytes of proof.
    pub proof: u64,
    /// What the caller put down for storage; negative when it came back.
    pub deposit: i128,
}

/// A message that was taken.
#[derive(Clone, Debug)]
pub struct Said {
    /// What it gave back, encoded.
    pub answer: Vec<u8>,
    /// What was announced with it, in order.
    pub announced: Vec<Announced>,
    /// What it used up.
    pub cost: Cost,
}

/// A message that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// The contract refused.
    Refused(Refusal),
    /// The contract answered, but neither with a value nor with a refusal: no message of its.
    NotUnderstood,
    /// The contract failed.
    Trapped(String),
}

/// Everything public about one call: what a stranger who reads the blocks sees.
#[derive(Clone, Debug)]
pub struct Trace {
    /// To whom.
    pub contract: Contract,
    /// The message's name.
    pub name: &'static str,
    /// The call's input.
    pub input: Vec<u8>,
    /// The events' data and topics as deposited.
    pub events: Vec<(Vec<u8>, Vec<[u8; 32]>)>,
}

/// A development chain with the four contracts.
pub struct Chain {
    chain: TestExternalities,
    places: BTreeMap<Contract, H160>,
    /// All calls that were taken, from the beginning.
    pub trail: Vec<Trace>,
}

impl Chain {
    /// The four contracts introduced to each other, with this council. One worker is enough for a finding.
    pub fn found(admins: &[Account], quorum: u8) -> Self {
        let mut chain = Self::unintroduced(admins, quorum);
        for contract in CONTRACTS {
            let introduction = chain.introduction(contract);
            chain.say(deployer(), &introduction).expect("the deployer introduces the contracts");
        }
        chain
    }

    /// The four contracts before they know each other.
    pub fn unintroduced(admins: &[Account], quorum: u8) -> Self {
        let mut chain = Self { chain: genesis::begin(), places: BTreeMap::new(), trail: Vec::new() };
        let bundles = bundles();
        for contract in CONTRACTS {
            let arguments = match contract {
                Contract::Registry => Council { admins: admins.to_vec(), quorum }.encode(),
                Contract::Records => 1u8.encode(),
                Contract::Consent | Contract::Care => Vec::new(),
            };
            let made = chain.make(bundles.code(contract), &arguments).unwrap_or_else(|why| {
                panic!("{} cannot be made: {why:?}", name(contract));
            });
            chain.places.insert(contract, made);
        }
        chain
    }

    /// Instantiates a code. The constructor's refusal comes back as the contract encoded it.
    ///
    /// # Errors
    /// What the contract or the pallet said.
    pub fn make(&mut self, code: &[u8], arguments: &[u8]) -> Result<H160, Vec<u8>> {
        let salt = sp_io::hashing::keccak_256(&[code, &[self.places.len() as u8]].concat());
        let input = [&selector("new")[..], arguments].concat();
        let made = self.inside(|| {
            Revive::bare_instantiate(
                signed(deployer()),
                U256::zero(),
                ample(),
                Code::Upload(code.to_vec()),
                input,
                Some(salt),
                &ExecConfig::new_substrate_tx(),
            )
        });
        let made = made.result.map_err(|error| format!("{error:?}").into_bytes())?;
        if made.result.did_revert() { Err(made.result.data) } else { Ok(made.addr) }
    }

    /// Where a contract is.
    pub fn place(&self, contract: Contract) -> H160 {
        self.places[&contract]
    }

    /// What introduces `contract` to the others.
    pub fn introduction(&self, contract: Contract) -> Message {
        let at = |contract| Account(self.places[&contract].0);
        let peers = Peers {
            registry: at(Contract::Registry),
            consent: at(Contract::Consent),
            records: at(Contract::Records),
            care: at(Contract::Care),
        };
        match contract {
            Contract::Registry => Message::Registry(RegistryMessage::Introduce { peers }),
            Contract::Consent => Message::Consent(ConsentMessage::Introduce { peers }),
            Contract::Records => Message::Records(RecordsMessage::Introduce { peers }),
            Contract::Care => Message::Care(CareMessage::Introduce { peers }),
        }
    }

    /// Sets the clock.
    pub fn set_time(&mut self, now: Time) {
        self.inside(|| pallet_timestamp::Now::<Runtime>::put(now * 1_000));
    }

    /// Says `message` as `from`.
    ///
    /// # Errors
    /// The contract's refusal, or its failure; then nothing has changed.
    pub fn say(&mut self, from: Account, message: &Message) -> Result<Said, Unsaid> {
        let (contract, input) = (message.contract(), call_data(message));
        let (answer, cost, events) = self.call(from, contract, input.clone())?;
        let contract_of = |place: H160| self.places.iter().find(|(_, at)| **at == place).map(|(contract, _)| *contract);
        let announced = events.iter().map(|(place, data, topics)| {
            let speaker = contract_of(*place).expect("only the four contracts speak");
            let event = Event::read(speaker, data).expect("an event of the vocabulary");
            Announced { event, topics: topics.clone() }
        });
        let announced = announced.collect();
        let events = events.into_iter().map(|(_, data, topics)| (data, topics)).collect();
        self.trail.push(Trace { contract, name: message.name(), input, events });
        let value = answer.strip_prefix(&[0, 0]).ok_or(Unsaid::NotUnderstood)?;
        Ok(Said { answer: value.to_vec(), announced, cost })
    }

    /// Calls a contract with any input, and gives its whole answer, its cost and the events with their speakers.
    ///
    /// # Errors
    /// As [`Self::say`].
    #[allow(clippy::type_complexity, reason = "what the chain gives, in its own order")]
    pub fn call(
        &mut self,
        from: Account,
        contract: Contract,
        input: Vec<u8>,
    ) -> Result<(Vec<u8>, Cost, Vec<(H160, Vec<u8>, Vec<[u8; 32]>)>), Unsaid> {
        let place = self.places[&contract];
        let called = self.inside(|| {
            System::reset_events();
            Revive::bare_call(signed(from), place, U256::zero(), ample(), input, &ExecConfig::new_substrate_tx())
        });
        let returned = called.result.map_err(|error| Unsaid::Trapped(format!("{error:?}")))?;
        if returned.did_revert() {
            let refusal = returned.data.strip_prefix(&[0, 1]).and_then(|mut rest| Refusal::read(contract, &mut rest));
            return Err(refusal.map_or(Unsaid::NotUnderstood, Unsaid::Refused));
        }
        let deposit = match called.storage_deposit {
            StorageDeposit::Charge(amount) => amount as i128,
            StorageDeposit::Refund(amount) => -(amount as i128),
        };
        let (ref_time, proof) = (called.weight_consumed.ref_time(), called.weight_consumed.proof_size());
        Ok((returned.data, Cost { ref_time, proof, deposit }, self.inside(emitted)))
    }

    /// Asks a contract something, and gives the encoded answer and what asking used up.
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn ask(&mut self, contract: Contract, question: &str, arguments: &[u8]) -> Result<(Vec<u8>, Cost), Unsaid> {
        let input = [&selector(question)[..], arguments].concat();
        let (answer, cost, events) = self.call(NOBODY, contract, input)?;
        assert!(events.is_empty(), "{question} is a question and announces nothing");
        let value = answer.strip_prefix(&[0]).ok_or(Unsaid::NotUnderstood)?;
        Ok((value.to_vec(), cost))
    }

    /// Does something in the chain's own state.
    pub fn inside<R>(&mut self, act: impl FnOnce() -> R) -> R {
        self.chain.execute_with(act)
    }

    /// Writes what was changed so far into the state's trie, as a block's end does.
    pub fn seal(&mut self) {
        self.chain.commit_all().expect("the state can be written");
    }
}

/// Who asks when it does not matter.
const NOBODY: Account = Account([0; 20]);

/// Who deploys, as contracts know them.
pub fn deployer() -> Account {
    known_as(&well_known("Deployer"))
}

/// How contracts know an account.
pub fn known_as(id: &AccountId) -> Account {
    Account(Mapper::to_address(id).0)
}

/// The account that signs for an address, with money.
pub fn signed(account: Account) -> RuntimeOrigin {
    RuntimeOrigin::signed(signer(account))
}

fn signer(account: Account) -> AccountId {
    let id = Mapper::to_account_id(&H160(account.0));
    if Balances::balance(&id) < PURSE / 2 {
        Balances::mint_into(&id, PURSE).expect("money for whoever has little");
    }
    id
}

/// The bundles under test: those of the checkout, or of the folder `CHARTKEY_BUNDLES` names.
pub fn bundles() -> Bundles {
    let folder = std::env::var_os("CHARTKEY_BUNDLES").map_or_else(|| "../contracts/bundles".into(), PathBuf::from);
    Bundles::read(&folder).expect("the bundles are there; `./dev bundle` makes them")
}

/// A whole block's time, and more money than any call holds.
fn ample() -> TransactionLimits<Runtime> {
    let weight_limit = Weight::from_parts(2_000_000_000_000, u64::MAX / 2);
    TransactionLimits::WeightAndDeposit { weight_limit, deposit_limit: 1_000 * KEY }
}

fn emitted() -> Vec<(H160, Vec<u8>, Vec<[u8; 32]>)> {
    let revive = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Revive(pallet_revive::Event::ContractEmitted { contract, data, topics }) => {
            Some((contract, data, topics.into_iter().map(|topic| topic.0).collect()))
        }
        _ => None,
    });
    revive.collect()
}
