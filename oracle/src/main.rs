//! The service: `chartkey-oracle serve`, and what operators need beside it.

use anyhow::Context;
use chartkey_oracle::{backup, db::Db, index, onboarding, openapi, service, settings::Settings, telemetry};
use clap::{Parser, Subcommand};
use std::{fs::File, path::PathBuf};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// The consent-gated door to sealed records, the chain's index, notices, jobs and share links.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The file of settings; without it everything is as on a development machine.
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Answers until SIGTERM or SIGINT.
    Serve,
    /// Writes database, keys and blobs into a folder; the service may go on meanwhile. The same folder again takes only
    /// what is new, and lets go of what was withdrawn.
    Backup {
        /// The folder.
        folder: PathBuf,
    },
    /// Makes an empty oracle what a backup says.
    Restore {
        /// The backup's folder.
        folder: PathBuf,
    },
    /// Reads the chain from the contracts' first block and makes the index anew. The service must not run.
    RebuildIndex,
    /// Reads a register of licences into the database.
    ImportLicences {
        /// The register, as CSV.
        register: PathBuf,
    },
    /// Prints the OpenAPI document.
    Openapi,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let Arguments { settings, task } = Arguments::parse();
    if matches!(task, Task::Openapi) {
        println!("{}", openapi::document().to_pretty_json()?);
        return Ok(());
    }
    telemetry::begin();
    // One provider of ciphers for all that speaks TLS; a second call would only say that the first was made.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let settings = settings.as_deref().map_or_else(|| Ok(Settings::default()), Settings::read)?;
    match task {
        Task::Serve => serve(settings).await,
        Task::Backup { folder } => {
            let made = backup::write(&settings, &folder).await?;
            tracing::info!(blobs = made.blobs, new = made.new, "backed up");
            Ok(())
        }
        Task::Restore { folder } => {
            let blobs = backup::restore(&settings, &folder).await?;
            tracing::info!(blobs, "restored");
            Ok(())
        }
        Task::RebuildIndex => {
            let (app, _) = service::assemble(settings).await?;
            let digest = index::rebuild(&app).await?;
            tracing::info!(%digest, "the index is made anew");
            Ok(())
        }
        Task::ImportLicences { register } => {
            let db = Db::open(&settings.database_url()).await?;
            let file = File::open(&register).with_context(|| format!("{} cannot be read", register.display()))?;
            let licences = onboarding::import_csv(&db, file).await?;
            tracing::info!(licences, "imported");
            Ok(())
        }
        Task::Openapi => unreachable!("done above"),
    }
}

async fn serve(settings: Settings) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let told = stop.clone();
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::spawn(async move {
        let mut told_to = async || {
            tokio::select! {
                _ = term.recv() => {}
                _ = int.recv() => {}
            }
        };
        told_to().await;
        tracing::info!("told to stop; once more stops at once");
        told.cancel();
        told_to().await;
        // Whatever is under way now is taken up again at the next start.
        std::process::exit(130);
    });
    let (app, tasks) = tokio::select! {
        () = stop.cancelled() => return Ok(()),
        assembled = service::assemble(settings) => assembled?,
    };
    service::serve(app, tasks, stop).await
}
