//! A contract's code is exchanged when the council carried exactly that, by nobody else and by no key; and a signed
//! transaction counts once, as it was signed, on the chain it was signed for.

use chartkey_client::{call_data, code_hash};
use chartkey_rules::town::{cast::*, cid, terms};
use chartkey_runtime::{
    AccountId, Executive, Header, Revive, Runtime, RuntimeCall, RuntimeOrigin, Signature, Succession,
    consensus::SLOT_MILLISECONDS,
    money::KEY,
    presets::well_known,
    succession::Error,
    transaction::{Extensions, UncheckedExtrinsic},
};
use chartkey_tests::bytecode::{Chain, Duet, Unsaid, bundles, known_as};
use chartkey_vocabulary::*;
use codec::Encode;
use polkadot_sdk::*;

use frame_support::dispatch::DispatchResultWithPostInfo;
use sp_core::{H160, H256, Pair, sr25519};
use sp_runtime::{
    ApplyExtrinsicResult, Digest as Log, DigestItem, DispatchError, Weight,
    generic::{self, Era, SignedPayload},
    traits::Header as _,
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};

const BETWEEN: Between = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };

/// The same contract compiled another day: a section that machines skip makes it other code.
fn reissued(code: &[u8]) -> Vec<u8> {
    let (end, body) = code.split_last().expect("a code");
    assert_eq!(*end, 0, "a code ends with an empty section");
    let mut code = [body, &[0xfe, 1, 7, 0]].concat();
    let length = (code.len() as u64).to_le_bytes();
    code[5..13].copy_from_slice(&length);
    code
}

fn upload(chain: &mut Chain, code: &[u8]) -> H256 {
    let uploaded =
        chain.inside(|| Revive::upload_code(RuntimeOrigin::signed(well_known("Deployer")), code.to_vec(), 100 * KEY));
    uploaded.expect("a valid code");
    H256(code_hash(code))
}

fn succeed(chain: &mut Chain, contract: H160, code: H256) -> DispatchResultWithPostInfo {
    // Who asks does not matter.
    chain.inside(|| Succession::succeed(RuntimeOrigin::signed(well_known("Eve")), contract, code))
}

fn refusal(result: DispatchResultWithPostInfo) -> DispatchError {
    result.expect_err("refused").error
}

fn carry_upgrade(duet: &mut Duet, contract: Contract, code: H256) {
    let vote = Message::Registry(RegistryMessage::Vote { motion: Motion::Upgrade(contract, Digest(code.0)) });
    duet.say(ADMINS[0], &vote).expect("votes");
    assert!(!duet.town.directory().carried(contract, Digest(code.0)), "one of two");
    duet.say(ADMINS[1], &vote).expect("votes");
}

/// A settled town in which Dr Lin holds a key of Ada's.
fn granted() -> Duet {
    let town = settle();
    town.consent().grant(town.call(ADA), BETWEEN, terms(town.now)).expect("grants");
    let mut duet = Duet::found(&ADMINS, 2);
    duet.go_to(town);
    duet
}

#[test]
fn without_the_council_no_code_is_exchanged() {
    let mut duet = granted();
    let place = duet.chain.place(Contract::Consent);
    let former = bundles().hash(Contract::Consent);
    let code = upload(&mut duet.chain, &reissued(bundles().code(Contract::Consent)));
    let refused: DispatchError = Error::<Runtime>::Refused.into();
    assert_eq!(refusal(succeed(&mut duet.chain, place, code)), refused, "nobody voted");
    let vote = |motion| Message::Registry(RegistryMessage::Vote { motion });
    duet.say(ADMINS[0], &vote(Motion::Upgrade(Contract::Consent, Digest(code.0)))).expect("votes");
    assert_eq!(refusal(succeed(&mut duet.chain, place, code)), refused, "one of two");
    carry_upgrade(&mut duet, Contract::Care, code);
    assert_eq!(refusal(succeed(&mut duet.chain, place, code)), refused, "carried for another contract");
    carry_upgrade(&mut duet, Contract::Consent, H256([9; 32]));
    assert_eq!(refusal(succeed(&mut duet.chain, place, code)), refused, "carried for another code");
    let unknown = pallet_revive::Error::<Runtime>::CodeNotFound.into();
    assert_eq!(refusal(succeed(&mut duet.chain, place, H256([9; 32]))), unknown, "carried, and never uploaded");
    let same = Error::<Runtime>::SameCode.into();
    assert_eq!(refusal(succeed(&mut duet.chain, place, H256(former))), same);
    let by_hand = duet.chain.inside(|| Revive::set_code(RuntimeOrigin::signed(well_known("Alice")), place, code));
    assert_eq!(by_hand, Err(DispatchError::BadOrigin), "the pallet's own way is root's");
    duet.agree();
    duet.answer_alike(&[ADA, DR_LIN]);
}

#[test]
fn what_the_council_carried_takes_effect_and_every_row_survives() {
    let mut duet = granted();
    for contract in [Contract::Registry, Contract::Consent, Contract::Records, Contract::Care] {
        let place = duet.chain.place(contract);
        let former = H256(bundles().hash(contract));
        let code = upload(&mut duet.chain, &reissued(bundles().code(contract)));
        carry_upgrade(&mut duet, contract, code);
        succeed(&mut duet.chain, place, code).expect("the council carried it");
        duet.agree();
        duet.answer_alike(&[ADA, DR_LIN, WORKER]);
        // What was carried is carried once: back leads only another motion, and the code nobody runs was forgotten.
        assert_eq!(refusal(succeed(&mut duet.chain, place, former)), Error::<Runtime>::Refused.into());
        carry_upgrade(&mut duet, contract, former);
        let forgotten = pallet_revive::Error::<Runtime>::CodeNotFound.into();
        assert_eq!(refusal(succeed(&mut duet.chain, place, former)), forgotten);
        upload(&mut duet.chain, bundles().code(contract));
        succeed(&mut duet.chain, place, former).expect("and back");
    }
    duet.say(ADA, &Message::Consent(ConsentMessage::Revoke { between: BETWEEN })).expect("the key is still there");
    duet.agree();
}

#[test]
fn the_new_code_is_what_runs() {
    let mut duet = granted();
    let place = duet.chain.place(Contract::Consent);
    let (consent, care) = (H256(bundles().hash(Contract::Consent)), H256(bundles().hash(Contract::Care)));
    let before = duet.chain.ask(Contract::Consent, "grant_of", &BETWEEN.encode()).expect("answers").0;
    carry_upgrade(&mut duet, Contract::Consent, care);
    succeed(&mut duet.chain, place, care).expect("the council carried it");
    let said = duet.chain.ask(Contract::Consent, "grant_of", &BETWEEN.encode());
    assert!(said.is_err(), "the care contract's code has no such question: {said:?}");
    duet.chain.ask(Contract::Consent, "bond", &(ADA, DR_LIN).encode()).expect("and answers its own");
    duet.agree();
    // It takes itself for the care contract now, so only a motion about that one leads back.
    carry_upgrade(&mut duet, Contract::Care, consent);
    upload(&mut duet.chain, bundles().code(Contract::Consent));
    succeed(&mut duet.chain, place, consent).expect("and back");
    assert_eq!(duet.chain.ask(Contract::Consent, "grant_of", &BETWEEN.encode()).expect("answers").0, before);
    duet.agree();
    duet.answer_alike(&[ADA, DR_LIN]);
}

#[test]
fn before_the_contracts_know_each_other_none_is_exchanged() {
    let mut chain = Chain::unintroduced(&ADMINS, 2);
    let place = chain.place(Contract::Consent);
    let code = upload(&mut chain, &reissued(bundles().code(Contract::Consent)));
    assert_eq!(refusal(succeed(&mut chain, place, code)), Error::<Runtime>::Refused.into());
}

fn extensions(nonce: u32) -> Extensions {
    (
        frame_system::CheckNonZeroSender::new(),
        frame_system::CheckSpecVersion::new(),
        frame_system::CheckTxVersion::new(),
        frame_system::CheckGenesis::new(),
        frame_system::CheckMortality::from(Era::Immortal),
        frame_system::CheckNonce::from(nonce),
        frame_system::CheckWeight::new(),
        pallet_transaction_payment::ChargeTransactionPayment::from(0),
        frame_metadata_hash_extension::CheckMetadataHash::new(false),
        pallet_revive::evm::tx_extension::SetOrigin::default(),
        frame_system::WeightReclaim::new(),
    )
}

fn key(name: &str) -> sr25519::Pair {
    sr25519::Pair::from_string(&format!("//{name}"), None).expect("a plain name")
}

/// Signs a call for the chain this runs in.
fn sign(by: &str, nonce: u32, call: RuntimeCall) -> UncheckedExtrinsic {
    let payload = SignedPayload::new(call, extensions(nonce)).expect("the chain has its versions and genesis");
    let signature = payload.using_encoded(|bytes| key(by).sign(bytes));
    let (call, extensions, _) = payload.deconstruct();
    let signer: AccountId = well_known(by);
    generic::UncheckedExtrinsic::new_signed(call, signer.into(), Signature::Sr25519(signature), extensions).into()
}

/// Begins the second block, in its own slot, with the time in it.
fn begin_block(now: Time) {
    let (time, parent) = (now * 1_000, H256([1; 32]));
    let slot = DigestItem::PreRuntime(*b"aura", (time / SLOT_MILLISECONDS).encode());
    let header = Header::new(2, H256::zero(), H256::zero(), parent, Log { logs: vec![slot] });
    Executive::initialize_block(&header);
    let inherent = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: time });
    let inherent: UncheckedExtrinsic = generic::UncheckedExtrinsic::new_bare(inherent).into();
    Executive::apply_extrinsic(inherent).expect("a block has its time").expect("the slot's");
}

fn register(registry: H160, keys: u8) -> RuntimeCall {
    let register = RegistryMessage::Register { role: Role::Patient, keys: cid(keys), profile: None };
    RuntimeCall::Revive(pallet_revive::Call::call {
        dest: registry,
        value: 0,
        weight_limit: Weight::from_parts(50_000_000_000, 5_000_000),
        storage_deposit_limit: KEY,
        data: call_data(&Message::Registry(register)),
    })
}

fn invalid(why: InvalidTransaction) -> ApplyExtrinsicResult {
    Err(TransactionValidityError::Invalid(why))
}

#[test]
fn a_signed_call_counts_once_as_it_was_signed_and_here() {
    let mut chain = Chain::found(&ADMINS, 2);
    let registry = chain.place(Contract::Registry);
    let alice = known_as(&well_known("Alice"));
    chain.inside(|| {
        begin_block(chartkey_rules::town::MONDAY + 10);
        let signed = sign("Alice", 0, register(registry, 1));
        assert_eq!(Executive::apply_extrinsic(signed.clone()), Ok(Ok(())));
        assert_eq!(Executive::apply_extrinsic(signed.clone()), invalid(InvalidTransaction::Stale), "again");
        let ahead = sign("Bob", 1, register(registry, 2));
        assert_eq!(Executive::apply_extrinsic(ahead), invalid(InvalidTransaction::Future), "before its turn");

        // Somebody else's signature, another call under it, another chain's.
        let mut swapped = sign("Bob", 0, register(registry, 2));
        swapped.0.function = register(registry, 3);
        assert_eq!(Executive::apply_extrinsic(swapped), invalid(InvalidTransaction::BadProof), "another call");
        let mut taken = sign("Bob", 0, register(registry, 2));
        taken.0.preamble = signed.0.preamble.clone();
        assert_eq!(Executive::apply_extrinsic(taken), invalid(InvalidTransaction::BadProof), "another's signature");
        let genesis = frame_system::BlockHash::<Runtime>::get(0);
        frame_system::BlockHash::<Runtime>::insert(0, H256([7; 32]));
        let elsewhere = sign("Bob", 0, register(registry, 2));
        frame_system::BlockHash::<Runtime>::insert(0, genesis);
        assert_eq!(Executive::apply_extrinsic(elsewhere), invalid(InvalidTransaction::BadProof), "another chain's");

        let refused = Executive::apply_extrinsic(sign("Alice", 1, register(registry, 1)));
        let reverted: DispatchError = pallet_revive::Error::<Runtime>::ContractReverted.into();
        assert_eq!(refused, Ok(Err(reverted)), "signed anew, and registered already");
    });
    let who = chain.ask(Contract::Registry, "who", &alice.encode()).expect("answers").0;
    assert_eq!(who, Some(Who { role: Role::Patient, standing: Standing::Active }).encode());
    let late: Result<_, Unsaid> = chain.say(STRANGER, &Message::Registry(RegistryMessage::Leave {}));
    assert!(late.is_err(), "nobody else came in with it");
}
