//! What one node keeps: its state over a restart, and strangers' signatures out.

use chartkey_client::{Chartkey, ConnectError};
use chartkey_tests::{
    actors::adding,
    expect::{days, expect_allowed},
    stack::{Stack, other_chain},
};
use chartkey_vocabulary::{Kind, Purpose};
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
