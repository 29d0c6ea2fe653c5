//! What machines found.

use crate::{home::Home, people::Whom, said::Said};
use anyhow::Result;
use chartkey_flows::{findings, reading};
use chartkey_vocabulary::{FindingId, Purpose, Verdict};
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// The findings about a patient's records.
    List {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// Opens a finding and checks it against the chain.
    Show {
        /// Which.
        finding: FindingId,
        /// What for; found out unless said.
        #[arg(long, value_parser = super::named::<Purpose>)]
        purpose: Option<Purpose>,
        /// Only its tables, as comma separated values.
        #[arg(long)]
        csv: bool,
        /// The file to write what was found to, as it is: FHIR, where the worker's program speaks it.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// A doctor says whether it is right: agree, disagree, amended.
    Sign {
        /// Which.
        finding: FindingId,
        /// What they say.
        #[arg(value_parser = super::named::<Verdict>)]
        verdict: Verdict,
    },
    /// A doctor takes their name back.
    Retract {
        /// Which.
        finding: FindingId,
    },
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::List { of } => {
            let who = home.signed_in().await?;
            let found = findings::list(&who, of.map_or(who.account(), |of| of.0)).await?;
            let rows = found.iter().map(|(id, finding)| {
                let read = finding.attestation;
                json!({ "finding": id, "record": read.record, "version": read.version, "workers": finding.workers,
                    "signed": finding.signed })
            });
            Said::found(&rows.collect::<Vec<_>>())
        }
        Verb::Show { finding, purpose, csv, out } => {
            let found = findings::open(&home.person().await?, finding, purpose).await?;
            let tables = || reading::read(&found.output).unwrap_or_default().tables;
            let text = match csv {
                true => tables().into_iter().map(|(_, values)| values).collect::<Vec<_>>().join("\n"),
                false => String::from_utf8_lossy(&found.output).into_owned(),
            };
            let mut facts = json!({ "record": found.finding.attestation.record, "workers": found.finding.workers,
                "signed": found.finding.signed, "media_type": found.metadata.about().media_type });
            match out {
                Some(file) => std::fs::write(file, text)?,
                None => facts["text"] = text.into(),
            }
            Ok(Said::done("").with(facts))
        }
        Verb::Sign { finding, verdict } => {
            findings::sign(&home.signed_in().await?, finding, verdict).await?;
            Ok(Said::done("Your name is under the finding."))
        }
        Verb::Retract { finding } => {
            findings::retract(&home.signed_in().await?, finding).await?;
            Ok(Said::done("Your name is taken back."))
        }
    }
}
