//! Being told.

use crate::{home::Home, said::Said};
use anyhow::Result;
use chartkey_flows::Failure;
use chartkey_protocol::{Contact, Paging, Seen};
use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// The latest, newest first.
    List {
        /// At most so many.
        #[arg(long, default_value_t = 50)]
        limit: u16,
    },
    /// Marks all up to one as read.
    Read {
        /// Its number.
        upto: u64,
    },
    /// Where one is told besides; says it unless something is given.
    Contact {
        /// An address.
        #[arg(long)]
        email: Option<String>,
        /// A number, `+` and digits.
        #[arg(long)]
        phone: Option<String>,
        /// Nowhere any more.
        #[arg(long, conflicts_with_all = ["email", "phone"])]
        forget: bool,
    },
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    let who = home.signed_in().await?;
    let oracle = who.oracle();
    match verb {
        Verb::List { limit } => {
            let paging = Paging { after: None, limit: Some(limit) };
            Said::found(&oracle.notices(&paging).await.map_err(Failure::from)?.rows)
        }
        Verb::Read { upto } => {
            oracle.read_notices(&Seen { upto }).await.map_err(Failure::from)?;
            Ok(Said::done("Marked as read."))
        }
        Verb::Contact { forget: true, .. } => {
            oracle.drop_contact().await.map_err(Failure::from)?;
            Ok(Said::done("Forgotten."))
        }
        Verb::Contact { email: None, phone: None, .. } => Said::found(&oracle.contact().await.map_err(Failure::from)?),
        Verb::Contact { email, phone, .. } => {
            oracle.put_contact(&Contact { email, phone }).await.map_err(Failure::from)?;
            Ok(Said::done("You are told there that there is something new, and no more."))
        }
    }
}
