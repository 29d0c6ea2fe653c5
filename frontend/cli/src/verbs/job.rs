//! Machines read.

mod reader;

use crate::{home::Home, people::Whom, said::Said, times::Span};
use anyhow::{Context, Result};
use chartkey_flows::{
    Failure, Person,
    jobs::{self, InHand, Output},
};
use chartkey_protocol::{JobRow, Why};
use chartkey_vocabulary::{Digest, RecordId};
use clap::{Args, Subcommand};
use reader::{Read, Serving, Stage};
use serde_json::json;
use std::{cell::RefCell, path::PathBuf, time::Duration};
use tokio::time::sleep;

/// A worker says that it is still at it well before its lease of a minute ends.
const BEAT: Duration = Duration::from_secs(20);
/// Whoever waits for a reading sees it go on, without the service hearing of every step.
const STEP: Duration = Duration::from_secs(2);
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
    /// What kind of bytes the finding is, unless the program says so.
    #[arg(long, default_value = "application/json")]
    media_type: String,
    /// The model's file; its SHA-256 goes on the chain. The program's own unless said.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Goes on waiting for jobs; otherwise ends when there is none.
    #[arg(long)]
    stay: bool,
    /// The program stays as well and answers record after record, as `ml-worker serve` does; otherwise it is started for
    /// each.
    #[arg(long)]
    serves: bool,
}

impl Work {
    /// What is waiting now is read by a program; its own SHA-256 stands for a model.
    pub(crate) fn once(program: Vec<String>) -> Self {
        Self { program, media_type: "application/json".into(), model: None, stay: false, serves: false }
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
    let mut reading = Reading::begin(&work)?;
    let mut worker = home.person().await?;
    let mut done = Vec::new();
    loop {
        let claimed = match jobs::claim(&worker).await {
            Err(failure) if work.stay => {
                eprintln!("{failure}");
                sleep(PAUSE).await;
                // Sessions end; whoever stays signs in again.
                if failure.is(Why::SignInNeeded) {
                    worker = home.person().await?;
                }
                continue;
            }
            claimed => claimed?,
        };
        match claimed {
            Some(job) => match reading.report(&worker, &job).await {
                Err(error) if work.stay => eprintln!("{error:#}"),
                reported => done.push(reported?),
            },
            None if work.stay => sleep(PAUSE).await,
            None => break,
        }
    }
    Ok(Said::done(format!("{} jobs are done.", done.len())).with(json!({ "jobs": done })))
}

/// Does the jobs that wait now; gives those that were done.
pub(crate) async fn work_off(worker: &Person, work: &Work) -> Result<Vec<JobRow>> {
    let (mut reading, mut done) = (Reading::begin(work)?, Vec::new());
    while let Some(job) = jobs::claim(worker).await? {
        done.push(reading.report(worker, &job).await?);
    }
    Ok(done)
}

/// A worker at its work.
struct Reading<'a> {
    work: &'a Work,
    model: Digest,
    code: Digest,
    serving: Option<Serving>,
}

impl<'a> Reading<'a> {
    fn begin(work: &'a Work) -> Result<Self> {
        let (model, code) = work.digests()?;
        Ok(Self { work, model, code, serving: None })
    }

    /// One job; it is given back when the program fails.
    async fn report(&mut self, worker: &Person, job: &InHand) -> Result<JobRow> {
        match self.read(worker, job).await {
            Ok(Read { bytes, by, code }) => {
                let (media_type, model) = by.unwrap_or_else(|| (self.work.media_type.clone(), self.model));
                let output = Output { media_type, bytes, model, code: code.unwrap_or(self.code) };
                Ok(jobs::report(worker, job, output).await?)
            }
            Err(error) => {
                // What is left of a program that failed belongs to a record that is another's by now.
                self.serving = None;
                jobs::give_back(worker, &job.claimed, "program_failed", false).await?;
                Err(error.context("the job was given back"))
            }
        }
    }

    /// Has the program read what was opened, and meanwhile tells the service that somebody is at it.
    async fn read(&mut self, worker: &Person, job: &InHand) -> Result<Read> {
        let program = &self.work.program;
        let at = RefCell::new(None);
        let reading = async {
            if !self.work.serves {
                return reader::once(program, &job.content).await;
            }
            let serving = match &mut self.serving {
                Some(serving) => serving,
                none => none.insert(Serving::start(program)?),
            };
            serving.read(&job.content, job.opened.version.at, |stage| *at.borrow_mut() = Some(stage)).await
        };
        tokio::select! {
            read = reading => read,
            lapsed = beat(worker, job, &at) => Err(lapsed.into()),
        }
    }
}

/// Says again and again that the worker is at it, until the service will not have it any more.
async fn beat(worker: &Person, job: &InHand, at: &RefCell<Option<Stage>>) -> Failure {
    let (mut said, mut silent) = (None, BEAT);
    loop {
        let now = at.borrow().clone();
        if now != said || silent >= BEAT {
            let stage = now.as_ref().map(|now| (now.stage.as_str(), now.percent));
            if let Err(failure) = jobs::still_at_it(worker, &job.claimed, stage).await {
                return failure;
            }
            (said, silent) = (now, Duration::ZERO);
        }
        sleep(STEP).await;
        silent += STEP;
    }
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
