//! Guardians.

use crate::{home::Home, people::Whom, said::Said};
use anyhow::Result;
use chartkey_flows::{guardian, recovery};
use clap::Subcommand;
use serde_json::json;
use std::{fs, path::PathBuf};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Has somebody act for oneself.
    Appoint {
        /// Whom.
        guardian: Whom,
    },
    /// Sends a guardian away; with --of, leaves a ward.
    Dismiss {
        /// Whom; oneself when leaving.
        guardian: Option<Whom>,
        /// Whose guardian; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// Who stands by a patient.
    List {
        /// Whose; by oneself unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// Helps somebody back into their vault. Compare the six words with them by voice, not by mail.
    Assist {
        /// The file they gave.
        plea: PathBuf,
        /// Who they are.
        #[arg(long)]
        of: Whom,
        /// The words their new device shows.
        #[arg(long)]
        words: String,
        /// The file to give back to them.
        #[arg(long)]
        out: PathBuf,
    },
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::Appoint { guardian } => {
            let tended = guardian::appoint(&home.person().await?, guardian.0).await?;
            Ok(super::record::tended_said(&tended))
        }
        Verb::Dismiss { guardian, of } => {
            let words = "This guardianship has ended.";
            if let (Some(of), None) = (&of, &guardian) {
                guardian::leave(&home.signed_in().await?, of.0).await?;
                return Ok(Said::done(words));
            }
            let who = home.person().await?;
            let me = who.account();
            let (patient, guardian) = (of.map_or(me, |of| of.0), guardian.map_or(me, |one| one.0));
            if patient != me && guardian == me {
                guardian::leave(&who, patient).await?;
                return Ok(Said::done(words));
            }
            let done = guardian::dismiss(&who, patient, guardian, &mut super::meter(true)).await?;
            Ok(Said::done(words).with(super::record::rekeyed(&done)))
        }
        Verb::List { of } => {
            let who = home.signed_in().await?;
            Said::found(&guardian::relations(&who, of.map_or(who.account(), |of| of.0)).await?)
        }
        Verb::Assist { plea, of, words, out } => {
            let guardian = home.person().await?;
            let plea = serde_json::from_slice(&fs::read(plea)?)?;
            let part = recovery::help(&guardian, &plea, of.0, &words)?;
            fs::write(&out, part)?;
            Ok(Said::done("Your part is in the file; it opens nothing without another.").with(json!({ "out": out })))
        }
    }
}
