//! The index as a whole: the same bytes however the blocks came, on both databases.

use super::*;
use crate::{db::Db, fixture::Fixture};
use chartkey_protocol::CardText;
use chartkey_store::Source;
use chartkey_vocabulary::Digest;
use std::time::Duration;

/// A database in a folder, and a fresh one on the PostgreSQL server that `CHARTKEY_POSTGRES` names.
pub(crate) async fn databases(folder: &tempfile::TempDir) -> Vec<Db> {
    let file = format!("sqlite:{}?mode=rwc", folder.path().join("index.db").display());
    let mut all = vec![Db::open(&file).await.expect("opens")];
    if let Ok(server) = std::env::var("CHARTKEY_POSTGRES") {
        let name = format!("index_{:016x}", rand::random::<u64>());
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        let admin = sqlx::AnyPool::connect(&server).await.expect("a server");
        sqlx::query(create).execute(&admin).await.expect("a database");
        all.push(Db::open(&format!("{server}/{name}")).await.expect("opens"));
    }
    all
}

/// The whole story, told block by block.
pub(crate) async fn told(folder: &tempfile::TempDir) -> Vec<Db> {
    let all = databases(folder).await;
    for db in &all {
        begin(db, &sample::start()).await.expect("begins");
        for block in sample::story() {
            take(db, &[block]).await.expect("takes");
        }
    }
    all
}

async fn digest_of(db: &Db) -> Digest {
    digest(db).await.expect("a digest")
}

#[tokio::test]
async fn a_rebuild_leaves_the_same_bytes_and_tells_nobody_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let story = sample::story();
    let mut digests = Vec::new();
    for db in told(&folder).await {
        let live = digest_of(&db).await;
        let before = cursor(db.pool()).await.expect("reads").expect("a cursor");
        begin(&db, &sample::start()).await.expect("begins anew");
        assert_ne!(digest_of(&db).await, live);
        let emptied = cursor(db.pool()).await.expect("reads").expect("a cursor");
        assert_eq!((emptied.height, emptied.told), (4, before.told), "what was told stays told");
        take(&db, &story).await.expect("takes all at once");
        assert_eq!(digest_of(&db).await, live);
        assert_eq!(cursor(db.pool()).await.expect("reads"), Some(before));
        digests.push(live);
    }
    assert!(digests.windows(2).all(|two| two[0] == two[1]), "both databases say the same");
}

#[tokio::test]
async fn a_block_that_comes_twice_is_taken_once() {
    let folder = tempfile::tempdir().expect("a folder");
    for db in told(&folder).await {
        let before = digest_of(&db).await;
        take(&db, &sample::story()).await.expect("passes over");
        assert_eq!(digest_of(&db).await, before);
    }
}

#[tokio::test]
async fn a_block_that_fails_half_way_leaves_nothing_and_is_taken_later() {
    let folder = tempfile::tempdir().expect("a folder");
    for db in told(&folder).await {
        let whole = digest_of(&db).await;
        begin(&db, &sample::start()).await.expect("begins anew");
        let empty = digest_of(&db).await;
        for (away, back) in [("fills", "fills_away"), ("members", "members_away")] {
            let rename = |from, to| sqlx::AssertSqlSafe(format!("ALTER TABLE {from} RENAME TO {to}"));
            sqlx::query(rename(away, back)).execute(db.pool()).await.expect("taken away");
            take(&db, &sample::story()).await.expect_err("a table is missing");
            sqlx::query(rename(back, away)).execute(db.pool()).await.expect("given back");
            assert_eq!(digest_of(&db).await, empty, "{away}");
        }
        take(&db, &sample::story()).await.expect("takes all");
        assert_eq!(digest_of(&db).await, whole);
    }
}

#[tokio::test]
async fn a_digest_notices_one_changed_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    for db in told(&folder).await {
        let before = digest_of(&db).await;
        sqlx::query("UPDATE grants SET given_by = reader WHERE given_by = patient AND ended IS NULL")
            .execute(db.pool())
            .await
            .expect("changes");
        assert_ne!(digest_of(&db).await, before);
    }
}

#[tokio::test]
async fn who_holds_another_chain_stops() {
    let fixture = Fixture::new(|_| {}).await;
    begin(&fixture.app.db, &sample::start()).await.expect("begins");
    assert_ne!(fixture.app.genesis, sample::GENESIS);
    let ended = run(fixture.app.clone(), fixture.stop.clone());
    tokio::time::timeout(Duration::from_secs(10), ended).await.expect("stops by itself");
    assert!(fixture.stop.is_cancelled(), "and everything with it");
}

/// Reads a running development chain, as `CHARTKEY_NODE` and `CHARTKEY_DEPLOYMENT` name it.
#[tokio::test]
async fn a_real_chain_is_read_to_the_same_bytes_twice() {
    let (Ok(node), Ok(file)) = (std::env::var("CHARTKEY_NODE"), std::env::var("CHARTKEY_DEPLOYMENT")) else { return };
    let fixture = Fixture::new(|settings| (settings.node, settings.deployment) = (node, file.into())).await;
    let app = &fixture.app;
    let first = rebuild(app).await.expect("reads");
    let at = cursor(app.db.pool()).await.expect("reads").expect("a cursor");
    assert!(at.height > 5 && at.quorum > 0, "it has a history and a council");
    let second = rebuild(app).await.expect("reads again");
    let later = cursor(app.db.pool()).await.expect("reads").expect("a cursor");
    assert_eq!(first == second, at.height == later.height, "the same block, the same bytes");
    let following = tokio::spawn(run(app.clone(), fixture.stop.clone()));
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(!fixture.stop.is_cancelled(), "it is the chain that was read before");
    fixture.stop.cancel();
    following.await.expect("ends");
}

#[tokio::test]
async fn a_card_is_read_once_it_is_kept_and_forgotten_when_nobody_names_it() {
    let fixture = Fixture::new(|_| {}).await;
    let app = &fixture.app;
    let text =
        CardText { name: "Dr. Łucja Lin".into(), title: None, house: None, address: None, phone: None, about: None };
    let card = serde_json::to_vec(&text).expect("JSON");
    let mut blocks = sample::story();
    let real = chartkey_store::dag::hash(&card);
    for block in &mut blocks {
        block.details.profiles.values_mut().for_each(|profile| profile.card = real);
    }
    begin(&app.db, &sample::start()).await.expect("begins");
    take(&app.db, &blocks).await.expect("takes");
    cards::look(app).await.expect("looks");
    assert_eq!(words_of(&app.db).await, Vec::<String>::new(), "it is not in the store yet");
    app.store.put(Source::bytes(card)).await.expect("keeps");
    cards::look(app).await.expect("looks");
    assert_eq!(words_of(&app.db).await, Vec::<String>::new(), "it is not due yet");
    crate::fixture::pass(6);
    cards::look(app).await.expect("looks");
    let folded = ["dr", "lin", "lucja"].map(crate::db::hex);
    assert_eq!(words_of(&app.db).await, folded);
    sqlx::query("DELETE FROM profiles").execute(app.db.pool()).await.expect("they left");
    cards::look(app).await.expect("looks");
    assert_eq!(words_of(&app.db).await, Vec::<String>::new());
}

async fn words_of(db: &Db) -> Vec<String> {
    sqlx::query_scalar("SELECT word FROM directory_words ORDER BY word").fetch_all(db.pool()).await.expect("words")
}
