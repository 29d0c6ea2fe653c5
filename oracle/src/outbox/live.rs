//! The promise, kept on a real node: a process that is cut off again and again gives each gift once.
//!
//! Runs when `CHARTKEY_NODE` (the node's program) and `CHARTKEY_SPEC_DIR` (its specs) are set, as `./dev test` does.

use super::{
    Outbox, Outcome,
    node::NodeWire,
    post::Poster,
    wire::Wire,
    work::{Signer, Work},
};
use crate::{app::wall_clock, db::Db, fixture::database, settings::Settings};
use chartkey_client::{AccountId, Call, Chartkey, Config, Deployed, Deployment, dial};
use std::{
    env,
    ffi::OsString,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    str::FromStr,
    sync::Arc,
    time::{Duration, Instant},
};
use subxt::{ext::scale_decode::DecodeAsType, utils::MultiAddress};
use subxt_signer::{SecretUri, sr25519::Keypair};

const GIFTS: u32 = 40;
const PATIENCE: Duration = Duration::from_secs(120);

/// A development node that does not outlive the test.
struct Node(Child);

impl Drop for Node {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn node(program: OsString, folder: &Path) -> (Node, Chartkey) {
    let spec = Path::new(&env::var_os("CHARTKEY_SPEC_DIR").expect("CHARTKEY_SPEC_DIR is set")).join("dev.json");
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|port| port.local_addr()).expect("a port").port();
    let child = Command::new(program)
        .args(["--dev", "--no-prometheus", "--no-telemetry", "--port", "0", "--rpc-port", &port.to_string()])
        .arg("--chain")
        .arg(spec)
        .arg("--base-path")
        .arg(folder.join("node"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the node starts");
    let node = Node(child);
    let began = Instant::now();
    loop {
        if let Ok(client) = dial(&format!("ws://127.0.0.1:{port}")).await {
            // Gifts need no contracts.
            let nowhere = Deployed { address: [0; 20], code_hash: [0; 32] };
            let deployment = Deployment {
                network: "dev".into(),
                genesis: client.genesis_hash().0,
                deployed_at: 0,
                registry: nowhere,
                consent: nowhere,
                records: nowhere,
                care: nowhere,
            };
            return (node, Chartkey::over(client, &deployment).expect("its own chain"));
        }
        assert!(began.elapsed() < PATIENCE, "the node does not answer");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

fn key(uri: &str) -> Keypair {
    Keypair::from_uri(&SecretUri::from_str(uri).expect("a key")).expect("a key")
}

fn somebody(n: u32) -> AccountId {
    AccountId::from(key(&format!("//Newcomer{n}")).public_key().0)
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct AccountInfo {
    data: Balances,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Balances {
    free: u128,
}

async fn balance(chain: &Chartkey, who: &AccountId) -> u128 {
    let at = chain.now().await.expect("answers");
    let entry = subxt::dynamic::storage::<([u8; 32],), AccountInfo>("System", "Account");
    let found = at.subxt().storage().try_fetch(entry, (who.0,)).await.expect("answers");
    found.map_or(0, |info| info.decode().expect("decodes").data.free)
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_real_node_a_process_cut_off_again_and_again_gives_each_gift_once() {
    let Some(program) = env::var_os("CHARTKEY_NODE") else {
        eprintln!("CHARTKEY_NODE is not set: nothing was tried");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let (_node, chain) = node(program, folder.path()).await;
    let settings = Settings { data: folder.path().to_owned(), ..Settings::default() };
    let db = Db::open(&database(&settings).await).await.expect("a database");
    let outbox = Outbox::new(db.clone());
    let (attester, faucet, stranger) = (key("//Attester"), key("//Deployer"), key("//Admin1"));

    // Somebody else signs one transfer, at their own place in their own order.
    let to: <Config as subxt::Config>::Address = MultiAddress::Id(somebody(GIFTS));
    let at = chain.now().await.expect("answers");
    let call = Call::new(at.subxt(), "Balances", "transfer_keep_alive", (to, 1_000_000_000_000u128)).expect("a call");
    let signer = AccountId::from(stranger.public_key().0);
    let signed = chain.prepare_raw(&signer, call).await.expect("prepared").sign(&stranger).expect("signed");

    let mut tx = db.write().await.expect("a transaction");
    for n in 0..GIFTS {
        outbox.give(&mut tx, &format!("gift/{n}"), &somebody(n).to_string(), 1_000_000).await.expect("posts");
    }
    outbox.post_signed(&mut tx, "relay", signed.bytes()).await.expect("posts");
    outbox.give(&mut tx, "nowhere", "no address", 1).await.expect("posts");
    tx.commit().await.expect("commits");

    let wire = || Arc::new(NodeWire::new(chain.clone(), attester.clone(), Some(faucet.clone())));
    let began = Instant::now();
    let mut lives = 0;
    while outbox.outcome(&format!("gift/{}", GIFTS - 1)).await.expect("answers") == Some(Outcome::Pending)
        || outbox.outcome("relay").await.expect("answers") == Some(Outcome::Pending)
    {
        assert!(began.elapsed() < PATIENCE, "after {lives} lives it is not done");
        let mut poster = Poster::new(db.clone(), wire(), outbox.settled.clone(), wall_clock);
        let life = tokio::spawn(async move {
            loop {
                let _ = poster.round().await;
            }
        });
        // Each a little longer than those before, so that a busy machine gets there too.
        tokio::time::sleep(Duration::from_millis(5 + (lives * 37) % 120 + 2 * lives)).await;
        life.abort();
        let _ = life.await;
        lives += 1;
    }
    // What was sent twice would be in a block by now.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(lives > 5, "only {lives} lives");
    for n in 0..GIFTS {
        let outcome = outbox.outcome(&format!("gift/{n}")).await.expect("answers");
        assert!(matches!(outcome, Some(Outcome::Final(_))), "gift {n}: {outcome:?}");
        assert_eq!(balance(&chain, &somebody(n)).await, 1_000_000_000_000, "gift {n}");
    }
    assert_eq!(balance(&chain, &somebody(GIFTS)).await, 1_000_000_000_000, "what somebody else signed");
    let nowhere = outbox.outcome("nowhere").await.expect("answers");
    assert!(matches!(nowhere, Some(Outcome::Failed(_))), "{nowhere:?}");
    let at = chain.now().await.expect("answers");
    let account = wire().account(Signer::Faucet).expect("at hand");
    assert_eq!(at.nonce(&account).await.expect("answers"), u64::from(GIFTS), "no place was taken in vain");

    // Its own transaction is read back as what it is, and what is no transaction as none.
    let ready = wire().sign(&Work::Give { to: somebody(0).to_string(), amount: 7 }, 99).await.expect("signed");
    let read = wire().read(&ready.bytes).await.expect("read").ready;
    assert_eq!((read.account, read.nonce, read.hash, read.born), (ready.account, 99, ready.hash, ready.born));
    for cut in [0, 1, 5, ready.bytes.len() - 1] {
        assert!(wire().read(&ready.bytes[..cut]).await.is_err(), "cut at {cut}");
    }
}
