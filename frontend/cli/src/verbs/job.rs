//! Machines read.

use crate::{home::Home, people::Whom, said::Said, times::Span};
use anyhow::{Context, Result, ensure};
use chartkey_flows::{
    Failure, Person,
    jobs::{self, InHand, Output},
};
use chartkey_protocol::{JobRow, Why};
use chartkey_vocabulary::{Digest, RecordId};
use clap::{Args, Subcommand};
use serde_json::json;
use std::{path::PathBuf, process::Stdio, time::Duration};
use tokio::{io::AsyncWriteExt, process::Command};

/// A worker says that it is still at it well before its lease of a minute ends.
const BEAT: Duration = Duration::from_secs(20);
/// Between two looks for a job.
const PAUSE: Duration = Duration::from_secs(2);

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Has workers read a record; gives them keys where they have none.
    Ask {
        /// Which record.
        record: RecordId,
        /// Who reads; several for agreement.
        #[arg(required = true)]
        workers: Vec<Whom>,
        /// How long their keys last.
        #[arg(long, default_value = "1d")]
        lasting: Span,
    },
    /// One's jobs: those about one's records, or those one is to do.
    List {
        /// About this record.
        #[arg(long)]
        record: Option<RecordId>,
    },
    /// Takes a job back.
    Cancel {
        /// Which.
        job: String,
    },
    /// A worker takes jobs and has a program read: the record comes to its input, what it prints is the finding.
    Work(Work),
}

#[derive(Args)]
pub(crate) struct Work {
    /// The program and its arguments.
    #[arg(required = true, last = true)]
    program: Vec<String>,
    /// What kind of bytes the finding is.
    #[arg(long, default_value = "application/json")]
    media_type: String,
    /// The model's file; its SHA-256 goes on the chain. The program's own unless said.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Goes on waiting for jobs; otherwise ends when there is none.
    #[arg(long)]
    stay: bool,
}

impl Work {
    /// What is waiting now is read by a program; its own SHA-256 stands for a model.
    pub(crate) fn once(program: Vec<String>) -> Self {
        Self { program, media_type: "application/json".into(), model: None, stay: false }
    }

    /// SHA-256 of model and program.
    fn digests(&self) -> Result<(Digest, Digest)> {
        let code = chartkey_flows::digest_of(&std::fs::read(find(&self.program[0])?)?);
        let model = match &self.model {
            Some(model) => chartkey_flows::digest_of(&std::fs::read(model)?),
            None => code,
        };
        Ok((model, code))
    }
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::Ask { record, workers, lasting } => {
            let who = home.person().await?;
            let workers: Vec<_> = workers.iter().map(|worker| worker.0).collect();
            let rows = jobs::ask(&who, record, &workers, lasting.0).await?;
            Said::found(&rows)
        }
        Verb::List { record } => {
            let who = home.signed_in().await?;
            Said::found(&who.oracle().jobs(record).await.map_err(Failure::from)?)
        }
        Verb::Cancel { job } => {
            home.signed_in().await?.oracle().drop_job(&job).await.map_err(Failure::from)?;
            Ok(Said::done("The job is taken back."))
        }
        Verb::Work(work) => be_worker(work, home).await,
    }
}

async fn be_worker(work: Work, home: &Home) -> Result<Said> {
    let digests = work.digests()?;
    let mut worker = home.person().await?;
    let mut done = Vec::new();
    loop {
        let claimed = match jobs::claim(&worker).await {
            Err(failure) if work.stay => {
                eprintln!("{failure}");
                tokio::time::sleep(PAUSE).await;
                // Sessions end; whoever stays signs in again.
                if failure.is(Why::SignInNeeded) {
                    worker = home.person().await?;
                }
                continue;
            }
            claimed => claimed?,
        };
        match claimed {
            Some(job) => done.extend(read_and_report(&worker, &work, digests, &job).await?),
            None if work.stay => tokio::time::sleep(PAUSE).await,
            None => break,
        }
    }
    Ok(Said::done(format!("{} jobs are done.", done.len())).with(json!({ "jobs": done })))
}

/// Does the jobs that wait now; gives those that were done.
pub(crate) async fn work_off(worker: &Person, work: &Work) -> Result<Vec<JobRow>> {
    let (digests, mut done) = (work.digests()?, Vec::new());
    while let Some(job) = jobs::claim(worker).await? {
        done.extend(read_and_report(worker, work, digests, &job).await?);
    }
    Ok(done)
}

/// One job; nothing when the program failed and the job was given back.
async fn read_and_report(
    worker: &Person,
    work: &Work,
    (model, code): (Digest, Digest),
    job: &InHand,
) -> Result<Option<JobRow>> {
    match read(worker, work, job).await {
        Ok(bytes) => {
            let output = Output { media_type: work.media_type.clone(), bytes, model, code };
            Ok(Some(jobs::report(worker, job, output).await?))
        }
        Err(error) => {
            jobs::give_back(worker, &job.claimed, "program_failed", false).await?;
            eprintln!("{error:#}");
            Ok(None)
        }
    }
}

/// Has the program read what was opened. Nothing of it touches a disk.
async fn read(worker: &Person, work: &Work, job: &InHand) -> Result<Vec<u8>> {
    let mut program = Command::new(&work.program[0]);
    program.args(&work.program[1..]).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    // The passphrase that opened the vault is none of the program's business.
    program.env_remove("CHARTKEY_PASSPHRASE").env_remove("CHARTKEY_KEY");
    let mut child = program.spawn().context("the program does not start")?;
    let mut input = child.stdin.take().context("the program takes no input")?;
    let feed = async {
        // A program that has seen enough may close its input.
        let _ = input.write_all(&job.content).await;
        drop(input);
    };
    let reading = async { tokio::join!(feed, child.wait_with_output()).1 };
    tokio::pin!(reading);
    let mut beat = tokio::time::interval(BEAT);
    let output = loop {
        tokio::select! {
            output = &mut reading => break output?,
            _ = beat.tick() => jobs::still_at_it(worker, &job.claimed, "reading", 50).await?,
        }
    };
    ensure!(output.status.success(), "the program failed: {}", output.status);
    Ok(output.stdout)
}

/// The program's file, by its path or among the folders where programs are.
fn find(name: &str) -> Result<PathBuf> {
    if name.contains('/') {
        return Ok(name.into());
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file());
    found.with_context(|| format!("there is no program {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_by_its_name_or_its_path() {
        assert!(find("sh").expect("every machine has one").is_file());
        assert_eq!(find("./reader").expect("a path"), PathBuf::from("./reader"));
        assert!(find("no-such-program-anywhere").is_err());
    }
}
