//! What one node keeps: its state over a restart, and strangers' signatures out.

use chartkey_client::{AccountId, Chartkey, ConnectError};
use chartkey_runtime::{
    RuntimeCall, Signature, VERSION,
    money::KEY,
    presets::well_known,
    transaction::{self, Extensions},
};
use chartkey_tests::{
    actors::adding,
    expect::{days, expect_allowed},
    stack::{Stack, other_chain},
};
use chartkey_vocabulary::{Kind, Purpose};
use codec::Encode;
use polkadot_sdk::*;
use sp_core::{H256, Pair, sr25519};
use sp_runtime::generic::{self, Era, SignedPayload};
use subxt::{OnlineClient, config::DefaultExtrinsicParamsBuilder};

/// What was final before a node was asked to end, or before its power went, is there when it comes back.
#[tokio::test]
async fn a_restarted_node_remembers() -> anyhow::Result<()> {
    let mut stack = Stack::start().await?;
    let (ada, lin) = (stack.patient("ada").await?, stack.clinician("lin").await?);
    let before = ada.adds(&ada, "before", Kind::LabReport).await?;
    ada.grants(&lin, Purpose::Treatment, ada.terms(Purpose::Treatment, days(30)).await?).await?;
    let height = stack.node(0).finalized().await?;

    stack.stop(0).await?;
    stack.start_again(0).await?;
    assert!(stack.node(0).finalized().await? >= height);
    let (ada, lin) = (ada.over(stack.chain()), lin.over(stack.chain()));
    expect_allowed(lin.may_open(&before, Purpose::Treatment).await?);
    let between = ada.adds(&ada, "between", Kind::LabReport).await?;

    stack.kill(0);
    stack.start_again(0).await?;
    let (ada, lin) = (ada.over(stack.chain()), lin.over(stack.chain()));
    for record in [&before, &between] {
        expect_allowed(lin.may_open(record, Purpose::Treatment).await?);
    }
    ada.adds(&ada, "after", Kind::LabReport).await?;
    assert_eq!(stack.chain().now().await?.records().shelf(ada.account).await?.records, 3);
    Ok(())
}

/// A signed call counts once, also for a node that has forgotten its pool.
#[tokio::test]
async fn a_signed_call_counts_once() -> anyhow::Result<()> {
    let mut stack = Stack::start().await?;
    let ada = stack.patient("ada").await?;
    let record = adding(ada.account, "blood", Kind::LabReport);
    let signed = ada.chain().prepare(&ada.id(), &[record]).await?.sign(&ada.key)?;
    let bytes = signed.bytes().to_vec();
    signed.submit().await?.finalized().await?;
    let nonce = stack.chain().now().await?.nonce(&ada.id()).await?;

    stack.node(0).submit(&bytes).await.expect_err("it was in a block");
    stack.stop(0).await?;
    stack.start_again(0).await?;
    let refused = stack.node(0).submit(&bytes).await.expect_err("it was in a block before the restart");
    assert!(refused.to_string().contains("outdated"), "{refused:#}");

    // One bit of it changed is nobody's signature.
    let mut forged = bytes;
    *forged.last_mut().expect("a transaction has bytes") ^= 1;
    stack.node(0).submit(&forged).await.expect_err("nobody signed this");

    let at = stack.chain().now().await?;
    assert_eq!(at.records().shelf(ada.account).await?.records, 1);
    assert_eq!(at.nonce(&ada.id()).await?, nonce);
    Ok(())
}

/// A wallet that shows people what they sign binds its signature to the chain's description of itself; one bound to
/// another description is worth nothing.
#[tokio::test]
async fn a_signature_may_be_bound_to_what_the_wallet_showed() -> anyhow::Result<()> {
    let stack = Stack::start().await?;
    let described = stack.description_hash()?;
    let transfer = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
        dest: well_known("Bob").into(),
        value: KEY,
    });
    let nonce = stack.chain().now().await?.nonce(&AccountId::from(<[u8; 32]>::from(well_known("Alice")))).await? as u32;
    let genesis = H256(stack.deployment().genesis);

    let mut other = described;
    other[0] ^= 1;
    let refused = stack.node(0).submit(&bound(&transfer, nonce, genesis, other)).await;
    let refused = refused.expect_err("this chain is described otherwise");
    assert!(refused.to_string().contains("bad signature"), "{refused:#}");
    stack.node(0).submit(&bound(&transfer, nonce, genesis, described)).await?;
    Ok(())
}

/// Signs Alice's call together with the hash of a description.
fn bound(call: &RuntimeCall, nonce: u32, genesis: H256, description: [u8; 32]) -> Vec<u8> {
    let extensions: Extensions = (
        frame_system::CheckNonZeroSender::new(),
        frame_system::CheckSpecVersion::new(),
        frame_system::CheckTxVersion::new(),
        frame_system::CheckGenesis::new(),
        frame_system::CheckMortality::from(Era::Immortal),
        frame_system::CheckNonce::from(nonce),
        frame_system::CheckWeight::new(),
        pallet_transaction_payment::ChargeTransactionPayment::from(0),
        frame_metadata_hash_extension::CheckMetadataHash::new_with_custom_hash(description),
        pallet_revive::evm::tx_extension::SetOrigin::default(),
        frame_system::WeightReclaim::new(),
    );
    let (spec, form) = (VERSION.spec_version, VERSION.transaction_version);
    let implied = ((), spec, form, genesis, genesis, (), (), (), Some(description), (), ());
    let payload = SignedPayload::from_raw(call.clone(), extensions, implied);
    let key = sr25519::Pair::from_string("//Alice", None).expect("a plain name");
    let signature = Signature::Sr25519(payload.using_encoded(|bytes| key.sign(bytes)));
    let (call, extensions, _) = payload.deconstruct();
    let signed = generic::UncheckedExtrinsic::new_signed(call, well_known("Alice").into(), signature, extensions);
    transaction::UncheckedExtrinsic::from(signed).encode()
}

/// A signature for another chain is worth nothing here, and a client does not mistake one chain for the other.
#[tokio::test]
async fn chains_are_not_mistaken_for_each_other() -> anyhow::Result<()> {
    let stack = Stack::start().await?;
    let (other, _folder) = other_chain().await?;
    let strange = OnlineClient::from_insecure_url(other.url()?).await?;
    let mistaken = Chartkey::over(strange.clone(), stack.deployment());
    assert!(matches!(mistaken, Err(ConnectError::OtherChain { .. })), "{mistaken:?}");

    // Both chains run the same code and know the same people; only the first block differs.
    let ada = stack.patient("ada").await?;
    let call = chartkey_deploy::chain::transfer(&stack.chain().now().await?, &stack.worker()?.id(), 1_000_000_000)?;
    let nonce = stack.chain().now().await?.nonce(&ada.id()).await?;
    let params = || DefaultExtrinsicParamsBuilder::new().nonce(nonce).immortal().build();
    let at = strange.at_current_block().await?;
    let foreign = at.tx().create_signable_offline(&call, params())?.sign(&ada.key)?;
    let refused = stack.node(0).submit(foreign.encoded()).await.expect_err("signed for another chain");
    assert!(refused.to_string().contains("bad signature"), "{refused:#}");

    let at = stack.chain().now().await?;
    let own = at.subxt().tx().create_signable_offline(&call, params())?.sign(&ada.key)?;
    assert_ne!(own.encoded(), foreign.encoded());
    stack.node(0).submit(own.encoded()).await?;
    Ok(())
}
