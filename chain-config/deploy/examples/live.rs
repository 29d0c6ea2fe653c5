//! Tried against a running, seeded chain.
use chartkey_client::*;
use chartkey_deploy::{chain as c, network::key, read_deployment};
use chartkey_vocabulary::*;
use futures::StreamExt;
use std::{path::Path, time::Instant};
use subxt_signer::sr25519::Keypair;

fn sealed(n: u8) -> Sealed {
    let mut cid = [n; 36];
    cid[..4].copy_from_slice(&[1, 0x55, 0x12, 0x20]);
    Sealed { cid: Cid(cid), commitment: Commitment([n; 32]) }
}
fn add(owner: Account, salt: [u8; 16]) -> Message {
    Message::Records(RecordsMessage::Add { owner, salt: Salt(salt), kind: Kind::LabReport, sealed: sealed(9) })
}
fn me(k: &Keypair) -> Account { account_of(&k.public_key().to_account_id()) }

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let a: Vec<String> = std::env::args().collect();
    let dep = read_deployment(Path::new(&a[2]), "dev")?.unwrap();
    let chain = Chartkey::connect(&a[1], &dep).await?;
    let mut other = dep.clone();
    other.genesis = [0; 32];
    println!("other chain: {:?}", Chartkey::connect(&a[1], &other).await.err().map(|e| e.to_string()));
    println!("no node: {:?}", Chartkey::connect("ws://127.0.0.1:1", &dep).await.err());
    let ada = key("//Ada")?;
    let run = std::process::id().to_le_bytes();
    let salt = |n: u8| { let mut s = [n; 16]; s[..4].copy_from_slice(&run); s };

    // 1 refused beforehand
    let reg = Message::Registry(RegistryMessage::Register { role: Role::Patient, keys: sealed(1).cid, profile: None });
    println!("1 {:?}", chain.send(&ada, reg.clone()).await.err());
    // estimate
    let e = chain.now().await?.dry_run(&ada.public_key().to_account_id(), &add(me(&ada), salt(1))).await?;
    println!("estimate {e:?}");
    // 2 two of the same at once
    let id = ada.public_key().to_account_id();
    let p1 = chain.prepare(&id, &[add(me(&ada), salt(2))]).await?;
    let n = chain.now().await?.nonce(&id).await?;
    let p2 = chain.prepare(&id, &[add(me(&ada), salt(2))]).await?.nonce(n + 1);
    let (s1, s2) = (p1.sign(&ada)?, p2.sign(&ada)?);
    let (g1, g2) = (s1.submit().await?, s2.submit().await?);
    let (r1, r2) = futures::join!(g1.finalized(), g2.finalized());
    println!("2 {:?} / {:?}", r1.map(|r| r.events.len()), r2);
    // 3 newcomer: batch of register and add
    let new = key(&format!("//New{}", std::process::id()))?;
    let at = chain.now().await?;
    println!("3 poor: {:?}", chain.send(&new, reg.clone()).await.err());
    chain.send_raw(&key("//Alice")?, c::transfer(&at, &new.public_key().to_account_id(), 100_000_000_000_000)?).await?;
    let r = chain.send_all(&new, &[reg.clone(), add(me(&new), salt(3))]).await?;
    println!("3 {:?}", r.events.iter().map(|e| (&e.event, e.concerns(me(&new)), e.transaction)).collect::<Vec<_>>());
    let rid = RecordId::derive(me(&new), Salt(salt(3)), keccak);
    println!("  at {}: {:?}", r.height, chain.at(r.block).await?.records().record(rid).await?.is_some());
    let before = chain.client().at_block(r.height - 1).await?.block_hash();
    println!("  before: {:?}", chain.at(before).await?.records().record(rid).await?.is_some());
    println!("  time {}", chain.now().await?.time().await?);
    // 4 failing batch
    let r = chain.send_all(&new, &[add(me(&new), salt(4)), add(me(&new), salt(4))]).await;
    println!("4 {:?}", r.err());
    println!("  shelf {:?}", chain.now().await?.records().shelf(me(&new)).await?);
    println!("  empty {:?}", chain.send_all(&new, &[]).await.err());
    // 5 listening, stream of statuses
    let mut heard = Box::pin(chain.listen().await?);
    let signed = chain.prepare(&id, &[add(me(&ada), salt(5))]).await?.sign(&ada)?;
    let hash = signed.hash();
    let mut statuses = Box::pin(signed.clone().submit().await?.stream());
    while let Some(s) = statuses.next().await { println!("5 {}", format!("{s:?}").chars().take(60).collect::<String>()); }
    loop {
        let (at, said) = heard.next().await.unwrap()?;
        if !said.is_empty() { println!("  heard in {}: {:?}", at.height(), said[0].event); break; }
    }
    // 6 the same transaction again; used nonce
    println!("6 {:?} {hash}", signed.submit().await.err().map(|e| e.to_string()));
    println!("  {:?}", match chain.prepare(&id, &[add(me(&ada), salt(6))]).await?.nonce(0).sign(&ada)?.submit().await { Ok(p) => p.finalized().await.err().map(|e| e.to_string()), Err(e) => Some(e.to_string()) });
    // 7 questions
    let at = chain.now().await?;
    let lin = me(&key("//DrLin")?);
    println!("7 {:?} {:?}", at.registry().council().await?, at.registry().directory(0).await?.0);
    let x = RecordId::derive(me(&ada), Salt(salt(5)), keccak);
    println!("  {:?} {:?}", at.records().may_open(x, lin, Purpose::Treatment).await?, at.records().may_open(x, me(&new), Purpose::Treatment).await?);
    println!("  {:?} {:?}", at.consent().desk(me(&ada)).await?, at.care().tied(me(&ada), lin).await?);
    println!("  may_become {}", at.consent().may_become([1; 32]).await?);
    let mut gone = dep.clone();
    gone.care.address = [1; 20];
    println!("  no contract: {:?}", Chartkey::connect(&a[1], &gone).await?.now().await?.care().tied(lin, lin).await.err());
    gone.care.address = dep.consent.address;
    println!("  other contract: {:?}", Chartkey::connect(&a[1], &gone).await?.now().await?.care().tied(lin, lin).await.err());
    // 8 time
    let mut took = Vec::new();
    for n in 20..40 { let b = Instant::now(); chain.send(&ada, add(me(&ada), salt(n))).await?; took.push(b.elapsed().as_millis()); }
    took.sort();
    println!("8 p50 {} ms p95 {} ms", took[10], took[18]);
    let b = Instant::now();
    for _ in 0..50 { at.records().may_open(x, lin, Purpose::Treatment).await?; }
    println!("  question {} us", b.elapsed().as_micros() / 50);
    Ok(())
}
