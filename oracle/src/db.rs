//! The database: SQLite in a file by default, PostgreSQL by one setting, the same migrations and queries on both.
//!
//! Queries are written with `$1`; columns are `TEXT`, `BIGINT` and `BLOB`, identifiers lowercase hex without `0x`,
//! booleans 0 and 1, times unix seconds. `INSERT ... ON CONFLICT` and `RETURNING` work on both.

use sqlx::{
    Any, AnyPool, Executor, SqlSafeStr, Transaction,
    any::{AnyPoolOptions, install_default_drivers},
    migrate::{Migration, MigrationType, Migrator},
};
use std::time::Duration;

/// Longer than any of our queries; shorter than a person waits.
const PATIENCE: Duration = Duration::from_secs(10);

/// A pool of connections.
#[derive(Clone, Debug)]
pub struct Db {
    pool: AnyPool,
    postgres: bool,
}

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// It cannot be reached, or refused a query.
    #[error("the database failed")]
    Failed(#[from] sqlx::Error),
    /// Its tables are of another version.
    #[error("the database's tables could not be brought up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

impl Db {
    /// Opens `url` (`sqlite:PATH?mode=rwc` or `postgres://...`) and brings its tables up to date.
    ///
    /// # Errors
    /// See [`DbError`].
    pub async fn open(url: &str) -> Result<Self, DbError> {
        install_default_drivers();
        let postgres = url.starts_with("postgres");
        let pool = AnyPoolOptions::new()
            .max_connections(if postgres { 16 } else { 8 })
            .acquire_timeout(PATIENCE)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if !postgres {
                        // Readers do not wait for the writer; a committed line survives the power going.
                        connection
                            .execute(
                                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; \
                                 PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;",
                            )
                            .await?;
                    }
                    Ok(())
                })
            })
            .connect(url)
            .await?;
        if postgres {
            // So that migrations can say BLOB on both.
            pool.execute("DO $$ BEGIN CREATE DOMAIN blob AS bytea; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
                .await?;
        }
        migrator().run(&pool).await?;
        Ok(Self { pool, postgres })
    }

    /// For single queries.
    pub fn pool(&self) -> &AnyPool {
        &self.pool
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.postgres
    }

    /// Begins a transaction that writes. On SQLite it takes the writer's place at once: a transaction that began as a
    /// reader and then writes fails when another wrote in between.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn write(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        self.pool.begin_with(if self.postgres { "BEGIN" } else { "BEGIN IMMEDIATE" }).await
    }
}

/// The tables, one file a topic; a released file is never changed, a later one changes the tables.
fn migrator() -> Migrator {
    let files = [
        ("index", include_str!("../migrations/0001_index.sql")),
        ("session", include_str!("../migrations/0002_session.sql")),
        ("door", include_str!("../migrations/0003_door.sql")),
        ("outbox", include_str!("../migrations/0004_outbox.sql")),
        ("people", include_str!("../migrations/0005_people.sql")),
        ("openings", include_str!("../migrations/0006_openings.sql")),
        ("vaults", include_str!("../migrations/0007_vaults.sql")),
        ("naming", include_str!("../migrations/0008_naming.sql")),
        ("applications", include_str!("../migrations/0009_applications.sql")),
    ];
    let migrations = (1..).zip(files).map(|(version, (topic, sql))| {
        Migration::new(version, topic.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.collect())
}

/// Identifier to text, as the tables hold it.
pub fn hex(bytes: impl AsRef<[u8]>) -> String {
    hex::encode(bytes)
}
