//! How long a person waits: adds a record of 1 MB and opens it again and again, end to end, sign-in done.
//!
//! `bench_open http://127.0.0.1:8080 [TIMES]` against a running oracle with a faucet; prints JSON figures. Every opening
//! asks the chain, fetches key and blob through the door, checks and opens; nothing is remembered in between.

use anyhow::{Context, Result};
use chartkey_flows::{
    Pins, Pocket, Visitor, add_record, faucet,
    native::{KeyWallet, Sockets},
    open_record, random_bytes, sign_up,
};
use chartkey_vault::{About, Effort};
use chartkey_vocabulary::{Kind, Role};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use subxt_signer::sr25519::Keypair;

const MEGABYTE: usize = 1_000_000;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().context("say the service's address")?;
    let times: usize = arguments.next().map_or(Ok(200), |times| times.parse())?;

    let visitor =
        Visitor::arrive(Arc::new(Sockets::new()?), &url, &Pins::default(), Arc::new(Pocket::default())).await?;
    let wallet = Arc::new(KeyWallet::from(Keypair::from_secret_key(random_bytes()?)?));
    faucet::ask(&visitor, wallet.as_ref()).await?;
    let signed_in = visitor.sign_in(wallet).await?;
    let ada = sign_up::join(signed_in, Role::Patient, None, "a passphrase of the bench", Effort::LIGHT).await?;

    let about = About { title: "Scan".into(), media_type: "image/png".into(), ..About::default() };
    let mut content = vec![7; MEGABYTE];
    let began = Instant::now();
    let added = add_record::add(&ada, ada.account(), Kind::XRay, about, &mut content, &mut |_| {}).await?;
    let adding = began.elapsed();

    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        let (mut out, began) = (Vec::with_capacity(MEGABYTE), Instant::now());
        open_record::open(&ada, added.record.into(), &mut out, &mut |_| {}).await?;
        took.push(began.elapsed());
        anyhow::ensure!(out == content, "what was opened is not what was added");
    }
    took.sort();
    let figure = |name: &str, value: Duration| {
        format!("{{\"name\":\"{name}\",\"value\":{:.1},\"unit\":\"ms\"}}", value.as_secs_f64() * 1000.0)
    };
    let at = |percent: usize| took[(took.len() * percent / 100).min(took.len() - 1)];
    let figures =
        [figure("add 1 MB until final", adding), figure("open 1 MB p50", at(50)), figure("open 1 MB p95", at(95))];
    println!("{{\"figures\":[{}]}}", figures.join(","));
    Ok(())
}
