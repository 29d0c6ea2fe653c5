//! Who looked.

use crate::{home::Home, people::Whom, said::Said};
use anyhow::Result;
use chartkey_flows::{Failure, log};
use clap::Subcommand;
use serde_json::json;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Verifies the whole log against itself, the chain's anchor and what was seen before; shows the lines about a patient.
    Verify {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// The log's head.
    Head,
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::Verify { of } => {
            let who = home.signed_in().await?;
            let seen = log::verify(&who, of.map_or(who.account(), |of| of.0)).await?;
            let facts = json!({ "lines": seen.lines, "count": seen.count, "head": seen.head,
                "anchored": seen.anchored, "anchored_at": seen.anchored_at });
            Ok(Said::done("The log hangs together.").with(facts))
        }
        Verb::Head => Said::found(&home.visitor().await?.oracle.log_head().await.map_err(Failure::from)?),
    }
}
