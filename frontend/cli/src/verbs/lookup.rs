//! Finding a patient by a national number nobody is told.

use crate::{home::Home, said::Said};
use anyhow::Result;
use chartkey_flows::lookup;
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Lets hospitals find oneself by this number.
    Register(Number),
    /// A hospital finds who registered a number.
    Find(Number),
}

/// A number.
#[derive(Args)]
pub(crate) struct Number {
    /// Two letters, such as `AT`.
    country: String,
    /// Asked for when left out, so that it stays out of the shell's history.
    number: Option<String>,
}

impl Number {
    fn number(&self) -> Result<String> {
        match &self.number {
            Some(number) => Ok(number.clone()),
            None => Ok(rpassword::prompt_password("National number: ")?),
        }
    }
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    let who = home.signed_in().await?;
    match verb {
        Verb::Register(id) => {
            lookup::register(&who, &id.country, &id.number()?).await?;
            Ok(Said::done("Hospitals that know your number find you now. The service does not know it."))
        }
        Verb::Find(id) => {
            let patient = lookup::find(&who, &id.country, &id.number()?).await?;
            Ok(Said::done("").with(json!({ "patient": patient })))
        }
    }
}
