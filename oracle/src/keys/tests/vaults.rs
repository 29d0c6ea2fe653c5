//! Vaults: everybody's own, and kept for those who come to register.

use crate::{
    door::testing::{ADA, BEN, STRANGER, Stage, later},
    keys::vault::{NEW_A_DAY, drop_unclaimed},
};
use chartkey_protocol::VaultFile;
use chartkey_vocabulary::{Account, DAY, RegistryMessage, Role};
use std::sync::atomic::Ordering;

async fn save(stage: &Stage, who: Account, revision: u64) -> u16 {
    let file = VaultFile { revision, bytes: b"sealed".to_vec().into() };
    stage.call(who, "PUT", "/api/vault", &file).await.status.as_u16()
}

/// Somebody whom the chain does not know.
fn nobody(number: u64) -> Account {
    let mut account = [0x7e; 20];
    account[..8].copy_from_slice(&number.to_be_bytes());
    Account(account)
}

#[tokio::test]
async fn two_devices_cannot_overwrite_each_others_vault() {
    let stage = Stage::new().await;
    let save = async |who, revision, bytes: &[u8]| {
        stage
            .call(who, "PUT", "/api/vault", &VaultFile { revision, bytes: bytes.to_vec().into() })
            .await
            .status
            .as_u16()
    };
    assert_eq!(stage.get(ADA, "/api/vault").await.no().0, 404);
    assert_eq!(save(ADA, 2, b"no first").await, 409);
    assert_eq!(save(ADA, 0, b"zero").await, 409);
    assert_eq!(save(ADA, 1, b"first").await, 204);
    assert_eq!(save(ADA, 1, b"first again").await, 409);
    assert_eq!(save(ADA, 2, b"phone").await, 204);
    assert_eq!(save(ADA, 2, b"laptop").await, 409);
    assert_eq!(save(ADA, 4, b"a gap").await, 409);
    assert_eq!(save(ADA, 3, &vec![1; (256 << 10) + 1]).await, 413);
    assert_eq!(save(ADA, 3, &vec![1; 256 << 10]).await, 204, "the largest");
    assert_eq!(stage.get(ADA, "/api/vault").await.read::<VaultFile>().revision, 3);
    assert_eq!(stage.get(BEN, "/api/vault").await.no().0, 404, "everybody's own");
    assert_eq!(save(STRANGER, 1, &vec![1; (64 << 10) + 1]).await, 413);
    assert_eq!(save(STRANGER, 1, b"before registering").await, 204);
}

#[tokio::test]
async fn one_address_begins_so_many_vaults_a_day_and_members_are_not_counted() {
    let stage = Stage::new().await;
    for number in 0..NEW_A_DAY {
        assert_eq!(save(&stage, nobody(number), 1).await, 204, "number {number}");
    }
    assert_eq!(save(&stage, nobody(NEW_A_DAY), 1).await, 429);
    assert_eq!(save(&stage, nobody(0), 2).await, 204, "what was begun goes on");
    assert_eq!(save(&stage, ADA, 1).await, 204);
    later(DAY);
    assert_eq!(save(&stage, nobody(NEW_A_DAY), 1).await, 204, "another day");
}

#[tokio::test]
async fn a_vault_whose_account_never_registers_is_gone_after_a_week_and_a_members_never() {
    let stage = Stage::new().await;
    for who in [ADA, STRANGER, nobody(1), nobody(2)] {
        assert_eq!(save(&stage, who, 1).await, 204);
    }
    let keys = chartkey_rules::town::cid(77);
    stage.say(STRANGER, RegistryMessage::Register { role: Role::Patient, keys, profile: None }).await;
    let kept = async |who| stage.get(who, "/api/vault").await.status == 200;
    later(7 * DAY - 1);
    drop_unclaimed(&stage.app).await.expect("looks");
    assert!(kept(nobody(1)).await, "not yet");
    assert_eq!(save(&stage, nobody(2), 2).await, 204);
    later(1);
    stage.stand.silent.store(true, Ordering::Relaxed);
    drop_unclaimed(&stage.app).await.expect("looks");
    stage.stand.silent.store(false, Ordering::Relaxed);
    assert!(kept(nobody(1)).await, "not without the chain's word");
    drop_unclaimed(&stage.app).await.expect("looks");
    assert!(!kept(nobody(1)).await);
    assert!(kept(nobody(2)).await, "saved again, and so it waits anew");
    later(7 * DAY);
    drop_unclaimed(&stage.app).await.expect("looks");
    assert!(!kept(nobody(2)).await);
    assert!(kept(ADA).await && kept(STRANGER).await);
}
