//! A custodian's service.

use crate::{home::Home, said::Said, times::Span};
use anyhow::Result;
use chartkey_flows::{Person, custody};
use clap::Subcommand;
use serde_json::{Value, json};
use std::time::Duration;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Answers broken glasses: the part kept goes to who the chain says broke the glass, and to nobody else.
    Run {
        /// Answers what waits now and ends.
        #[arg(long)]
        once: bool,
        /// How often to look.
        #[arg(long, default_value = "2s")]
        every: Span,
    },
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    let Verb::Run { once, every } = verb;
    let mut custodian = home.person().await?;
    if once {
        let handed = answer(&custodian).await?;
        return Ok(Said::done(format!("{} glasses were looked at.", handed.len())).with(json!({ "handed": handed })));
    }
    loop {
        match answer(&custodian).await {
            Ok(handed) => handed.iter().for_each(|one| println!("{one}")),
            Err(error) => {
                eprintln!("{error:#}");
                // The session may have ended, or the service been away.
                if let Ok(again) = home.person().await {
                    custodian = again;
                }
            }
        }
        tokio::time::sleep(Duration::from_secs(every.0)).await;
    }
}

async fn answer(custodian: &Person) -> Result<Vec<Value>> {
    let handed = custody::answer_all(custodian).await?;
    Ok(handed.iter().map(|one| json!({ "record": one.record, "failed": one.failed })).collect())
}
