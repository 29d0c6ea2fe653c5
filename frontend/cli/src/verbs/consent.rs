//! Consent.

use super::terms::{Excepts, Wish};
use crate::{home::Home, people::Whom, said::Said, times::Moment};
use anyhow::{Context, Result};
use chartkey_flows::{chart, consent};
use chartkey_vocabulary::{Account, Between, Narrowing, Purpose};
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Asks a patient for a key.
    Request {
        /// Which patient.
        patient: Whom,
        /// What for.
        #[arg(value_parser = super::named::<Purpose>)]
        purpose: Purpose,
        #[command(flatten)]
        wish: Wish,
    },
    /// Takes a request back.
    Drop {
        /// Which patient.
        patient: Whom,
        /// What for.
        #[arg(value_parser = super::named::<Purpose>)]
        purpose: Purpose,
    },
    /// Requests that wait for an answer.
    Requests {
        /// To whom; to oneself unless said.
        #[arg(long)]
        of: Option<Whom>,
        /// Those one made, in place of those one got.
        #[arg(long)]
        mine: bool,
    },
    /// Answers a request: yes wraps the keys.
    Answer {
        #[command(flatten)]
        to: To,
        /// Says no.
        #[arg(long)]
        no: bool,
    },
    /// Gives a key unasked.
    Give {
        #[command(flatten)]
        to: To,
        #[command(flatten)]
        wish: Wish,
    },
    /// Makes a key smaller.
    Narrow {
        #[command(flatten)]
        to: To,
        /// An earlier end.
        #[arg(long)]
        until: Option<Moment>,
        /// Fewer openings.
        #[arg(long)]
        openings: Option<u16>,
        /// No more writing.
        #[arg(long)]
        read_only: bool,
        #[command(flatten)]
        except: Excepts,
    },
    /// Takes a key back and seals anew what was shared. What was opened before stays known to who opened it.
    Withdraw {
        #[command(flatten)]
        to: To,
    },
    /// Gives a key back that one holds.
    GiveBack {
        /// Whose.
        patient: Whom,
        /// What for.
        #[arg(value_parser = super::named::<Purpose>)]
        purpose: Purpose,
    },
    /// Keys to a patient's records.
    List {
        /// Whose; to one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
        /// Those one holds.
        #[arg(long)]
        mine: bool,
    },
}

/// Whose key for what.
#[derive(Args)]
pub(crate) struct To {
    /// Who reads.
    reader: Whom,
    /// What for.
    #[arg(value_parser = super::named::<Purpose>)]
    purpose: Purpose,
    /// Whose records; one's own unless said.
    #[arg(long)]
    of: Option<Whom>,
}

impl To {
    fn between(&self, me: Account) -> Between {
        Between { patient: self.of.map_or(me, |of| of.0), reader: self.reader.0, purpose: self.purpose }
    }
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::Request { patient, purpose, wish } => {
            let who = home.signed_in().await?;
            let terms = wish.read(who.now().await?.time().await?)?;
            consent::request(&who, patient.0, purpose, terms).await?;
            Ok(Said::done("The patient is asked."))
        }
        Verb::Drop { patient, purpose } => {
            consent::drop_request(&home.signed_in().await?, patient.0, purpose).await?;
            Ok(Said::done("The request is taken back."))
        }
        Verb::Requests { of, mine } => {
            let who = home.signed_in().await?;
            if mine {
                return Said::found(&who.oracle().my_requests().await.map_err(chartkey_flows::Failure::from)?);
            }
            Said::found(&chart::requests(&who, of.map_or(who.account(), |of| of.0)).await?)
        }
        Verb::Answer { to, no: true } => {
            let who = home.signed_in().await?;
            consent::refuse(&who, to.between(who.account())).await?;
            Ok(Said::done("The request is answered with no."))
        }
        Verb::Answer { to, no: false } => {
            let who = home.person().await?;
            let between = to.between(who.account());
            let request = who.now().await?.consent().request_of(between).await?.context("no such request is open")?;
            Ok(super::record::tended_said(&consent::agree(&who, between, &request.terms).await?))
        }
        Verb::Give { to, wish } => {
            let who = home.person().await?;
            let terms = wish.read(who.now().await?.time().await?)?;
            Ok(super::record::tended_said(&consent::give(&who, to.between(who.account()), terms).await?))
        }
        Verb::Narrow { to, until, openings, read_only, except } => {
            let who = home.person().await?;
            let now = who.now().await?.time().await?;
            let until = until.map(|until| until.from(now));
            let narrowing = Narrowing { until, openings, except: except.read(), read_only };
            let between = to.between(who.account());
            let done = consent::narrow(&who, between, narrowing, &mut super::meter(true)).await?;
            Ok(Said::done("The key is smaller.").with(super::record::rekeyed(&done)))
        }
        Verb::Withdraw { to } => {
            let who = home.person().await?;
            let done = consent::withdraw(&who, to.between(who.account()), &mut super::meter(true)).await?;
            let words = "The key is withdrawn. What was opened before stays known to who opened it.";
            Ok(Said::done(words).with(super::record::rekeyed(&done)))
        }
        Verb::GiveBack { patient, purpose } => {
            consent::give_back(&home.signed_in().await?, patient.0, purpose).await?;
            Ok(Said::done("The key is given back."))
        }
        Verb::List { of, mine } => {
            let who = home.signed_in().await?;
            if mine {
                return Said::found(&who.oracle().my_grants().await.map_err(chartkey_flows::Failure::from)?);
            }
            let grants = chart::grants(&who, of.map_or(who.account(), |of| of.0)).await?;
            let rows = grants.iter().map(|(between, grant)| {
                json!({ "reader": between.reader, "purpose": between.purpose, "terms": grant.terms, "by": grant.by,
                    "since": grant.since })
            });
            Said::found(&rows.collect::<Vec<_>>())
        }
    }
}
