//! Three validators: finality survives one of them going, waits for two, and loses nothing.

use chartkey_tests::{
    actors::{adding, kept},
    expect::wait_until,
    stack::{Node, Stack},
};
use chartkey_vocabulary::Kind;
use std::time::Duration;

const ALICE: usize = 0;
const BOB: usize = 1;
const CHARLIE: usize = 2;

/// A block takes two seconds and is final about two later; a minute is for machines that do other things besides.
const PATIENCE: Duration = Duration::from_secs(90);

/// How long finality is watched standing still: several times what it needs when it moves.
const STANDSTILL: Duration = Duration::from_secs(12);

async fn finalizes(node: &Node, past: u64) -> anyhow::Result<()> {
    let what = format!("a node to finalize past block {past}");
    wait_until(&what, PATIENCE, async || Ok((node.finalized().await? > past).then_some(()))).await
}

/// One validator is killed and comes back: the chain finalizes on. Two are killed: finality stops, and nothing is
/// lost; they come back, and it resumes.
#[tokio::test]
async fn finality_survives_one_loss_waits_out_two_and_forgets_nothing() -> anyhow::Result<()> {
    let mut stack = Stack::three_validators().await?;
    let ada = stack.patient("ada").await?;
    let mut labels = vec!["with all three"];
    ada.adds(&ada, labels[0], Kind::LabReport).await?;

    stack.kill(BOB);
    let height = stack.node(ALICE).finalized().await?;
    finalizes(stack.node(CHARLIE), height + 3).await?;
    labels.push("without one");
    ada.adds(&ada, labels[1], Kind::LabReport).await?;

    stack.start_again(BOB).await?;
    let height = stack.node(ALICE).finalized().await?;
    finalizes(stack.node(BOB), height).await?;

    stack.kill(BOB);
    stack.kill(CHARLIE);
    // A vote that was under way may still count; then it stands still.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let height = stack.node(ALICE).finalized().await?;
    labels.push("without two");
    let message = adding(ada.account, labels[2], Kind::LabReport);
    let handed_in = ada.chain().prepare(&ada.id(), &[message]).await?.sign(&ada.key)?.submit().await?;
    tokio::time::sleep(STANDSTILL).await;
    assert_eq!(stack.node(ALICE).finalized().await?, height, "one validator alone must not finalize anything");

    stack.start_again(BOB).await?;
    stack.start_again(CHARLIE).await?;
    for validator in stack.nodes() {
        finalizes(validator, height).await?;
    }
    let late = tokio::time::timeout(PATIENCE, handed_in.finalized()).await??;

    for node in [ALICE, BOB, CHARLIE] {
        finalizes(stack.node(node), late.height - 1).await?;
        let at = stack.chain_at(node).await?.at(late.block).await?;
        for label in &labels {
            let record = at.records().record(kept(ada.account, label).id).await?;
            assert!(record.is_some(), "validator {node} does not know the record added {label}");
        }
    }
    Ok(())
}
