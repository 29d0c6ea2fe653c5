//! How long the index takes to be made anew, how large it is and how fast it answers, at the size of a large town.
//!
//! ```text
//! cargo run --release -p chartkey-oracle --example bench_index -- [RECORDS] [PEOPLE] [postgres://...]
//! ```
//!
//! Prints `{"figures": [{"name", "value", "unit"}]}`. Events are made up from one seed, so every run indexes the same
//! chain. Queries are asked as a browser asks them, through the whole router; each answer is read to its end.

mod ask;
mod town;

use chartkey_oracle::{
    db::Db,
    index::{self, Founding, Start},
};
use chartkey_vocabulary::{Council, Digest};
use serde_json::{Value, json};
use std::time::Instant;
use town::Town;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Blocks of one transaction, as the follower takes them when nobody is told.
const BATCH: usize = 100;

#[tokio::main]
async fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let mut size = |usual| arguments.next().map_or(Ok(usual), |text| text.parse::<u64>());
    let (records, people) = (size(1_000_000)?, size(100_000)?);
    let folder = tempfile::tempdir()?;
    let file = format!("sqlite:{}?mode=rwc", folder.path().join("index.db").display());
    let db = Db::open(&arguments.next().unwrap_or(file)).await?;

    let mut figures = vec![figure("records", records as f64, "rows"), figure("people", people as f64, "rows")];
    let mut town = Town::new(people, records);
    figures.extend(rebuild(&db, &mut town).await?);
    figures.push(figure("database", size_of(&db, folder.path()).await? as f64 / 1e6, "MB"));
    let began = Instant::now();
    let digest = index::digest(&db).await?;
    figures.push(figure("digest", began.elapsed().as_secs_f64(), "s"));
    eprintln!("digest {digest}");
    figures.extend(ask::all(&db, &town, folder.path()).await?);
    println!("{}", serde_json::to_string_pretty(&json!({ "figures": figures }))?);
    Ok(())
}

fn figure(name: &str, value: f64, unit: &str) -> Value {
    json!({ "name": name, "value": (value * 1000.0).round() / 1000.0, "unit": unit })
}

async fn rebuild(db: &Db, town: &mut Town) -> Outcome<Vec<Value>> {
    let founding = Founding { council: Council { admins: Vec::new(), quorum: 1 }, members: [].into() };
    index::begin(db, &Start { genesis: Digest([1; 32]), height: 0, founding }).await?;
    // As in a rebuild: what there was to tell was told long ago.
    sqlx::query("UPDATE index_cursor SET told = $1").bind(i64::MAX / 2).execute(db.pool()).await?;
    let (mut spent, mut events) = (0.0, 0);
    loop {
        // Making events up is none of the index's work.
        let blocks = town.blocks(BATCH);
        if blocks.is_empty() {
            break;
        }
        let began = Instant::now();
        index::take(db, &blocks).await?;
        spent += began.elapsed().as_secs_f64();
        events += blocks.iter().map(|block| block.heard.len()).sum::<usize>();
    }
    if db.is_postgres() {
        sqlx::query("ANALYZE").execute(db.pool()).await?;
    }
    Ok(vec![
        figure("events", events as f64, "rows"),
        figure("rebuild", spent, "s"),
        figure("events a second", events as f64 / spent, "1/s"),
    ])
}

async fn size_of(db: &Db, folder: &std::path::Path) -> Outcome<u64> {
    if db.is_postgres() {
        let size = "SELECT pg_database_size(current_database())";
        return Ok(sqlx::query_scalar::<_, i64>(size).fetch_one(db.pool()).await? as u64);
    }
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(db.pool()).await?;
    Ok(std::fs::metadata(folder.join("index.db"))?.len())
}
