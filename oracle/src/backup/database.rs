//! The database's part: SQLite copies itself, PostgreSQL has programs for it.

use super::{BackupError, write_whole};
use crate::{
    db::{Db, DbError},
    settings::Settings,
};
use reqwest::Url;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

pub(super) fn kind(settings: &Settings) -> &'static str {
    if is_postgres(settings) { "postgres" } else { "sqlite" }
}

fn is_postgres(settings: &Settings) -> bool {
    settings.database.starts_with("postgres")
}

/// Where a backup holds the database.
pub(super) fn place(settings: &Settings, folder: &Path) -> PathBuf {
    folder.join(if is_postgres(settings) { "database.dump" } else { "database.sqlite" })
}

/// Copies the database as it is at one moment, whoever writes meanwhile.
pub(super) async fn copy(settings: &Settings, folder: &Path) -> Result<PathBuf, BackupError> {
    let place = place(settings, folder);
    let unfinished = place.with_extension("unfinished");
    let _ = fs::remove_file(&unfinished);
    if is_postgres(settings) {
        let file = unfinished.display().to_string();
        run("pg_dump", settings, &["--format=custom", "--no-owner", "--no-privileges", "--file", &file]).await?;
    } else {
        let file = settings.database_file();
        if !file.exists() {
            let source = std::io::ErrorKind::NotFound.into();
            return Err(BackupError::File { path: file, source });
        }
        let db = Db::open(&settings.database_url()).await?;
        let to = unfinished.display().to_string();
        sqlx::query("VACUUM INTO $1").bind(to).execute(db.pool()).await.map_err(DbError::from)?;
        db.pool().close().await;
    }
    fs::set_permissions(&unfinished, fs::Permissions::from_mode(0o600)).map_err(BackupError::file(&unfinished))?;
    fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(BackupError::file(&unfinished))?;
    fs::rename(&unfinished, &place).map_err(BackupError::file(&place))?;
    Ok(place)
}

/// A database that is there is not written over. PostgreSQL sees to that itself: its tables can be made only once.
pub(super) fn must_be_empty(settings: &Settings) -> Result<(), BackupError> {
    let file = settings.database_file();
    if !is_postgres(settings) && file.exists() { Err(BackupError::Occupied(file)) } else { Ok(()) }
}

pub(super) async fn restore(settings: &Settings, folder: &Path) -> Result<(), BackupError> {
    let place = place(settings, folder);
    if is_postgres(settings) {
        let file = place.display().to_string();
        // All or nothing, so that a restore that failed can be repeated.
        let options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", &file];
        run("pg_restore", settings, &options).await?;
    } else {
        let bytes = fs::read(&place).map_err(BackupError::file(&place))?;
        write_whole(&settings.database_file(), &bytes)?;
    }
    let db = Db::open(&settings.database_url()).await?;
    sqlx::query("DELETE FROM sessions").execute(db.pool()).await.map_err(DbError::from)?;
    db.pool().close().await;
    Ok(())
}

/// Runs a program on the database of the settings. The password goes by the environment: everybody on the machine can
/// read the arguments of a process.
async fn run(program: &'static str, settings: &Settings, options: &[&str]) -> Result<(), BackupError> {
    let failed = |why: String| BackupError::Program { program, why };
    let mut url = Url::parse(&settings.database).map_err(|_| failed("the database's address cannot be read".into()))?;
    let password = url.password().map(str::to_owned);
    url.set_password(None).map_err(|()| failed("the database's address cannot be read".into()))?;
    let mut command = Command::new(program);
    command.arg(format!("--dbname={url}")).args(options);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.map_err(|error| failed(error.to_string()))?.map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        return Ok(());
    }
    Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}
