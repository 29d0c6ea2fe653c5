//! How long the index takes to be made anew, how large it is and how fast it answers, at the size of a large town.
//!
//! Events are made up from one seed, so every run indexes the same chain. Queries are asked as a browser asks them,
//! through the whole router; each answer is read to its end.

mod ask;
mod town;

use super::{
    report::{Figures, progress},
    rivals,
};
use anyhow::Result;
use chartkey_oracle::{
    db::Db,
    index::{self, Founding, Start},
};
use chartkey_vocabulary::{Council, Digest};
use std::{fs, time::Instant};
use town::Town;

/// Blocks of one transaction, as the follower takes them when nobody is told.
const BATCH: usize = 100;

/// How large the town is.
pub struct Size {
    people: u64,
    records: u64,
    /// How often each question is asked.
    times: usize,
}

/// What one machine is planned for.
pub const FULL: Size = Size { people: 100_000, records: 1_000_000, times: 300 };
/// A village.
pub const QUICK: Size = Size { people: 2_000, records: 20_000, times: 60 };

/// In the embedded database: made anew, measured, asked.
pub async fn measure(size: &Size, figures: &mut Figures) -> Result<()> {
    let folder = rivals::scratch()?;
    let file = folder.path().join("index.db");
    let db = Db::open(&format!("sqlite:{}?mode=rwc", file.display())).await?;
    progress(format_args!("Indexing {} records of {} people", size.records, size.people));
    figures.tell("index: people", size.people as f64, "");
    figures.tell("index: records", size.records as f64, "");
    let mut town = Town::new(size.people, size.records);
    rebuild(&db, &mut town, figures).await?;
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(db.pool()).await?;
    figures.tell("index: size of the database", fs::metadata(file)?.len() as f64 / 1e6, "MB");
    let began = Instant::now();
    index::digest(&db).await?;
    figures.tell("index: digest of all tables", began.elapsed().as_secs_f64(), "s");
    progress("Asking the index");
    ask::all(&db, &town, folder.path(), size.times, figures).await?;
    db.pool().close().await;
    Ok(())
}

async fn rebuild(db: &Db, town: &mut Town, figures: &mut Figures) -> Result<()> {
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
    figures.tell("index: events", events as f64, "");
    figures.tell("index: made anew in", spent, "s");
    figures.tell("index: events taken", events as f64 / spent, "/s");
    Ok(())
}
