//! What a backup brings back, and what it refuses.

use super::*;
use crate::db::Db;
use chartkey_client::{Deployed, Deployment};
use chartkey_store::{Embedded, Part, RecordStore, Source};
use tempfile::TempDir;

/// Settings of an oracle in a folder of its own, on a chain that is named there.
async fn settings(folder: &TempDir, name: &str, genesis: u8) -> Settings {
    let place = folder.path().join(name);
    fs::create_dir_all(&place).expect("a folder");
    let contract = Deployed { address: [1; 20], code_hash: [2; 32] };
    let deployment = Deployment {
        network: "test".into(),
        genesis: [genesis; 32],
        deployed_at: 1,
        registry: contract,
        consent: contract,
        records: contract,
        care: contract,
    };
    let file = place.join("deployment.toml");
    fs::write(&file, deployment.write().expect("text")).expect("written");
    let database = match std::env::var("CHARTKEY_POSTGRES") {
        Ok(server) => {
            sqlx::any::install_default_drivers();
            let database = format!("backup_{:016x}", rand::random::<u64>());
            let admin = sqlx::AnyPool::connect(&server).await.expect("a server");
            let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {database}"));
            sqlx::query(create).execute(&admin).await.expect("a database");
            format!("{server}/{database}")
        }
        Err(_) => "sqlite".into(),
    };
    Settings { data: place.join("data"), deployment: file, database, ..Settings::default() }
}

fn blob(seed: u8, size: usize) -> Vec<u8> {
    (0..size).map(|at| (at as u32).wrapping_mul(2_654_435_761).to_le_bytes()[3] ^ seed).collect()
}

/// An oracle with a session, a key and these blobs.
async fn lived_in(settings: &Settings, blobs: &[Vec<u8>]) -> Embedded {
    private_folder(&settings.data).expect("a folder");
    write_whole(&settings.data.join("lookup.key"), b"secret").expect("written");
    let db = Db::open(&settings.database_url()).await.expect("opens");
    for statement in [
        "INSERT INTO sessions (token, account, address, since, until) VALUES ('t', 'a', '5', 1, 99)",
        "INSERT INTO session_keys (name, secret) VALUES ('nonce', 'aa')",
    ] {
        sqlx::query(statement).execute(db.pool()).await.expect("written");
    }
    db.pool().close().await;
    let store = Embedded::open(settings.blobs_folder()).expect("opens");
    for blob in blobs {
        store.put(Source::bytes(blob.clone())).await.expect("kept");
    }
    store
}

async fn rows(settings: &Settings, query: &'static str) -> i64 {
    let db = Db::open(&settings.database_url()).await.expect("opens");
    let (count,): (i64,) = sqlx::query_as(query).fetch_one(db.pool()).await.expect("reads");
    db.pool().close().await;
    count
}

#[tokio::test]
async fn what_is_backed_up_beside_a_running_store_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (settings(&folder, "old", 1).await, settings(&folder, "new", 1).await);
    // Several blocks each, of which two blobs share one.
    let blobs = [blob(1, 700_000), blob(2, 10), [blob(1, 262_144), blob(9, 5)].concat(), Vec::new()];
    let _store = lived_in(&old, &blobs).await;
    let backup = folder.path().join("backup");
    assert_eq!(write(&old, &backup).await.expect("written"), Made { blobs: 4, new: 4 });
    assert_eq!(fs::metadata(&backup).expect("there").permissions().mode() & 0o777, 0o700);

    assert_eq!(restore(&new, &backup).await.expect("restored"), 4);
    let store = Embedded::open(new.blobs_folder()).expect("opens");
    for blob in &blobs {
        let cid = chartkey_store::dag::hash(blob);
        let back = store.get(&cid, Part::Whole).await.expect("kept").collect().await.expect("reads");
        assert!(back == *blob);
    }
    assert!(store.audit().await.expect("reads").is_clean());
    assert_eq!(fs::read(new.data.join("lookup.key")).expect("there"), b"secret");
    let mode = fs::metadata(new.data.join("lookup.key")).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(rows(&new, "SELECT COUNT(*) FROM session_keys").await, 1);
    assert_eq!(rows(&new, "SELECT COUNT(*) FROM sessions").await, 0, "no session comes back");
    assert_eq!(rows(&old, "SELECT COUNT(*) FROM sessions").await, 1, "the original is not touched");
}

#[tokio::test]
async fn the_next_backup_takes_what_is_new_and_lets_go_of_what_was_withdrawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (settings(&folder, "old", 1).await, settings(&folder, "new", 1).await);
    let store = lived_in(&old, &[blob(1, 600_000), blob(2, 600_000)]).await;
    let backup = folder.path().join("backup");
    write(&old, &backup).await.expect("written");

    store.remove(&chartkey_store::dag::hash(&blob(1, 600_000))).await.expect("removed");
    store.put(Source::bytes(blob(3, 600_000))).await.expect("kept");
    assert_eq!(write(&old, &backup).await.expect("written"), Made { blobs: 2, new: 1 });
    let gone = blob(1, 600_000);
    let left = fs::read_dir(backup.join("blobs/blocks")).expect("there").flat_map(|shard| {
        fs::read_dir(shard.expect("there").path()).expect("there").map(|block| block.expect("there").path())
    });
    for block in left {
        let bytes = fs::read(&block).expect("reads");
        assert!(!gone.windows(bytes.len()).step_by(262_144).any(|part| part == bytes), "{block:?} was withdrawn");
    }
    assert_eq!(restore(&new, &backup).await.expect("restored"), 2);
}

#[tokio::test]
async fn nothing_is_written_over_and_nothing_foreign_or_damaged_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = settings(&folder, "old", 1).await;
    lived_in(&old, &[blob(1, 10)]).await;
    let backup = folder.path().join("backup");
    assert!(matches!(restore(&old, &backup).await, Err(BackupError::Unfinished)), "no backup there");
    write(&old, &backup).await.expect("written");

    let failed = restore(&old, &backup).await.expect_err("the original is still there");
    assert!(matches!(failed, BackupError::Occupied(_)), "{failed}");
    let elsewhere = settings(&folder, "elsewhere", 2).await;
    assert!(matches!(restore(&elsewhere, &backup).await, Err(BackupError::Foreign("chain"))));

    let new = settings(&folder, "new", 1).await;
    let manifest = fs::read(backup.join("manifest.json")).expect("there");
    fs::remove_file(backup.join("manifest.json")).expect("removed");
    assert!(matches!(restore(&new, &backup).await, Err(BackupError::Unfinished)), "cut short");
    fs::write(backup.join("manifest.json"), manifest).expect("written");
    let database = database::place(&new, &backup);
    let mut bytes = fs::read(&database).expect("there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&database, bytes).expect("written");
    assert!(matches!(restore(&new, &backup).await, Err(BackupError::Damaged)));
}

#[tokio::test]
async fn a_damaged_blob_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (settings(&folder, "old", 1).await, settings(&folder, "new", 1).await);
    lived_in(&old, &[blob(1, 10)]).await;
    let backup = folder.path().join("backup");
    write(&old, &backup).await.expect("written");
    let shard = fs::read_dir(backup.join("blobs/blocks")).expect("there").next().expect("one").expect("there");
    let block = fs::read_dir(shard.path()).expect("there").next().expect("one").expect("there").path();
    fs::write(block, b"something else").expect("written");
    assert!(matches!(restore(&new, &backup).await, Err(BackupError::DamagedBlobs(1))));
}
