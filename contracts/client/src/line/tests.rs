use super::*;
use crate::{
    Call, Chartkey, ConnectError, Deployed, Deployment, SendError, Signed, Way,
    testing::{Cable, Fate, Node},
};
use std::time::Instant;
use subxt_signer::sr25519::dev;

type Asked = Result<Hash, Error>;

async fn head(rpc: &RpcClient) -> Asked {
    rpc.request("chain_getFinalizedHead", rpc_params![]).await
}

async fn dialled(cable: &Cable) -> RpcClient {
    RpcClient::new(Line::dial(&cable.url()).await.expect("the node answers"))
}

fn unreachable(asked: &Asked) -> bool {
    asked.as_ref().is_err_and(is_unsaid)
}

#[tokio::test]
async fn a_line_that_was_cut_comes_back() {
    let node = Node::of(1).await;
    let cable = node.cable().await;
    let rpc = dialled(&cable).await;
    let before = head(&rpc).await.expect("answers");
    for cuts in 1..4 {
        cable.cut();
        // Cut, but not noticed yet: what is asked now is lost, and asked again.
        assert_eq!(head(&rpc).await.expect("comes back"), before);
        tokio::time::sleep(seconds(1)).await;
        assert_eq!(head(&rpc).await.expect("is back"), before);
        assert_eq!(cable.dialled(), cuts + 1);
    }
    // A node that is started again is waited for.
    cable.unplug();
    let asking = tokio::spawn({
        let rpc = rpc.clone();
        async move { head(&rpc).await }
    });
    tokio::time::sleep(seconds(3)).await;
    cable.lead_to(&node);
    assert_eq!(asking.await.expect("no panic").expect("was waited for"), before);
}

#[tokio::test]
async fn a_node_that_is_gone_is_said_to_be_and_is_found_when_it_is_back() {
    let node = Node::of(1).await;
    let cable = node.cable().await;
    let rpc = dialled(&cable).await;
    cable.unplug();
    let began = Instant::now();
    assert!(unreachable(&head(&rpc).await));
    assert!(began.elapsed() < 3 * PATIENCE, "nobody waits without end");
    // One attempt follows another after 250, 500, 500 thousandths of a second, however often somebody asks.
    assert!(cable.dialled() < 8, "dialled {} times", cable.dialled());
    cable.lead_to(&node);
    head(&rpc).await.expect("comes back");
}

#[tokio::test]
async fn a_line_over_which_nothing_comes_is_given_up() {
    let node = Node::of(1).await;
    let cable = node.cable().await;
    let rpc = dialled(&cable).await;
    let before = head(&rpc).await.expect("answers");
    cable.deafen();
    let asking = tokio::spawn({
        let rpc = rpc.clone();
        async move { head(&rpc).await }
    });
    tokio::time::sleep(QUIET + SIGN).await;
    cable.lead_to(&node);
    assert_eq!(asking.await.expect("no panic").expect("is asked again"), before);
    assert!(cable.dialled() > 1);
}

#[tokio::test]
async fn whoever_follows_hears_that_the_line_broke() {
    let node = Node::of(1).await;
    let cable = node.cable().await;
    let rpc = dialled(&cable).await;
    let (sub, unsub) = ("chain_subscribeFinalizedHeads", "chain_unsubscribeFinalizedHeads");
    let mut heads = rpc.subscribe::<Box<RawValue>>(sub, rpc_params![], unsub).await.expect("answers");
    heads.next().await.expect("a head").expect("a head");
    // A quiet chain is no dead one.
    assert!(within(2 * QUIET, heads.next()).await.is_none());
    cable.cut();
    assert!(heads.next().await.expect("is said").is_err_and(|error| is_broken(&error)));
    assert!(heads.next().await.is_none());
}

#[tokio::test]
async fn another_chain_at_the_same_address_is_not_talked_to() {
    let (node, stranger) = (Node::of(1).await, Node::of(2).await);
    let cable = node.cable().await;
    let chain = Chartkey::connect(&cable.url(), &deployment(&node)).await.expect("connects");
    chain.reached().await.expect("answers");
    cable.lead_to(&stranger);
    let found = Hash::from(stranger.genesis());
    let reached = chain.reached().await;
    assert!(matches!(reached, Err(ConnectError::OtherChain { found: other, .. }) if other == found), "{reached:?}");
    chain.now().await.expect_err("nobody to ask");
    let asked = stranger.chain().asked.clone();
    assert!(asked.iter().all(|method| *method == "chain_getBlockHash"), "asked {asked:?}");
    cable.lead_to(&node);
    chain.now().await.expect("comes back");
}

fn deployment(node: &Node) -> Deployment {
    let contract = |n| Deployed { address: [n; 20], code_hash: [n; 32] };
    Deployment {
        network: "dev".into(),
        genesis: node.genesis(),
        deployed_at: 1,
        registry: contract(1),
        consent: contract(2),
        records: contract(3),
        care: contract(4),
    }
}

/// A remark, signed and not handed over yet.
async fn signed(node: &Node, cable: &Cable) -> Signed {
    let chain = Chartkey::connect(&cable.url(), &deployment(node)).await.expect("connects");
    let at = chain.now().await.expect("answers");
    let call = Call::new(at.subxt(), "System", "remark", (b"hello".to_vec(),)).expect("encodes");
    let ada = dev::alice();
    let account = ada.public_key().to_account_id();
    chain.prepare_raw(&account, call).await.expect("prepares").sign(&ada).expect("signs")
}

#[tokio::test]
async fn a_transaction_whose_line_broke_is_handed_over_once_and_found() {
    let node = Node::of(1).await;
    let cable = node.cable().await;
    let signed = signed(&node, &cable).await;
    let (hash, bytes) = (signed.hash(), format!("0x{}", hex::encode(signed.bytes())));
    let mut ways = Vec::new();
    let receipt = signed.submit().await.expect("may have arrived").finalized_by(|way| ways.push(way)).await;
    let receipt = receipt.expect("took place");
    assert_eq!((receipt.transaction, receipt.height), (hash, 3));
    assert_eq!(ways, [Way::Lost]);
    assert_eq!(node.chain().handed_over, [bytes]);
}

#[tokio::test]
async fn a_transaction_of_which_nothing_is_found_is_open() {
    let node = Node::of(1).await;
    node.chain().fate = Fate::Gone;
    let cable = node.cable().await;
    let signed = signed(&node, &cable).await;
    let hash = signed.hash();
    let failed = signed.submit().await.expect("may have arrived").finalized().await.expect_err("nothing is known");
    assert!(matches!(failed, SendError::Unsure { transaction } if transaction == hash), "{failed:?}");
    assert_eq!(node.chain().handed_over.len(), 1);
}

#[tokio::test]
async fn a_transaction_whose_place_was_taken_did_not_take_place() {
    let node = Node::of(1).await;
    node.chain().fate = Fate::Replaced;
    let cable = node.cable().await;
    let failed = signed(&node, &cable).await.submit().await.expect("may have arrived").finalized().await;
    assert!(matches!(failed, Err(SendError::NotTaken(_))), "{failed:?}");
}

#[tokio::test]
async fn a_transaction_the_pool_gave_up_is_looked_for_before_it_is_called_failed() {
    let node = Node::of(1).await;
    let cable = node.cable().await;
    node.chain().fate = Fate::Overtaken;
    let receipt = signed(&node, &cable).await.submit().await.expect("is heard").finalized().await;
    assert_eq!(receipt.expect("took place").height, 3);
    node.chain().fate = Fate::Dropped;
    let failed = signed(&node, &cable).await.submit().await.expect("is heard").finalized().await;
    assert!(matches!(failed, Err(SendError::NotTaken(_))), "{failed:?}");
}

#[tokio::test]
async fn a_transaction_does_not_leave_without_a_line() {
    let node = Node::of(1).await;
    let cable = node.cable().await;
    let signed = signed(&node, &cable).await;
    cable.unplug();
    // Until the break is noticed the line looks open, and what is handed over then may have arrived.
    tokio::time::sleep(seconds(1)).await;
    let failed = signed.submit().await.expect_err("nobody is there");
    assert!(matches!(failed, SendError::Node(_)), "{failed:?}");
    assert!(node.chain().handed_over.is_empty());
}
