//! The council.

use crate::{home::Home, people::Whom, said::Said};
use anyhow::Result;
use chartkey_flows::{
    Failure, SignedIn,
    council::{self, Voted},
};
use chartkey_vocabulary::{Motion, Office, Reason};
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Who waits for the council.
    Applicants,
    /// What the council votes on.
    Motions {
        /// What it carried, in place of what is open.
        #[arg(long)]
        carried: bool,
    },
    /// Votes to approve a professional.
    Approve(Vote),
    /// Votes to turn a professional down.
    Reject(Case),
    /// Votes to suspend a professional.
    Suspend(Case),
    /// Votes to let a suspended professional act again.
    Reinstate(Vote),
    /// Votes to give an office: admin, attester, worker.
    Appoint {
        #[command(flatten)]
        vote: Vote,
        /// Which.
        #[arg(value_parser = super::named::<Office>)]
        office: Office,
    },
    /// Votes to take an office away.
    Dismiss(Vote),
    /// Votes on how many admins must agree.
    Quorum {
        /// How many.
        quorum: u8,
        /// Takes the vote back.
        #[arg(long)]
        retract: bool,
    },
    /// Who is on the council.
    Council,
    /// Proposes a doctor to a patient; it grants nothing.
    Assign {
        /// Which patient.
        patient: Whom,
        /// Which doctor.
        doctor: Whom,
    },
    /// Takes a proposal back.
    Unassign {
        /// Which patient.
        patient: Whom,
    },
}

/// On whom.
#[derive(Args)]
pub(crate) struct Vote {
    /// Whom.
    whom: Whom,
    /// Takes the vote back.
    #[arg(long)]
    retract: bool,
}

/// On whom, and why.
#[derive(Args)]
pub(crate) struct Case {
    #[command(flatten)]
    vote: Vote,
    /// Such as `incomplete` or `licence_ended`.
    #[arg(value_parser = super::named::<Reason>)]
    reason: Reason,
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    let admin = home.signed_in().await?;
    match verb {
        Verb::Applicants => Said::found(&council::applicants(&admin).await?),
        Verb::Motions { carried } => Said::found(&admin.oracle().motions(carried).await.map_err(Failure::from)?),
        Verb::Approve(vote) => decide(&admin, Motion::Approve(vote.whom.0), vote.retract).await,
        Verb::Reject(Case { vote, reason }) => decide(&admin, Motion::Reject(vote.whom.0, reason), vote.retract).await,
        Verb::Suspend(Case { vote, reason }) => {
            decide(&admin, Motion::Suspend(vote.whom.0, reason), vote.retract).await
        }
        Verb::Reinstate(vote) => decide(&admin, Motion::Reinstate(vote.whom.0), vote.retract).await,
        Verb::Appoint { vote, office } => decide(&admin, Motion::Appoint(vote.whom.0, office), vote.retract).await,
        Verb::Dismiss(vote) => decide(&admin, Motion::Dismiss(vote.whom.0), vote.retract).await,
        Verb::Quorum { quorum, retract } => decide(&admin, Motion::Quorum(quorum), retract).await,
        Verb::Council => Said::found(&admin.now().await?.registry().council().await?),
        Verb::Assign { patient, doctor } => {
            council::assign(&admin, patient.0, doctor.0).await?;
            Ok(Said::done("The doctor is proposed."))
        }
        Verb::Unassign { patient } => {
            council::unassign(&admin, patient.0).await?;
            Ok(Said::done("The proposal is taken back."))
        }
    }
}

async fn decide(admin: &SignedIn, motion: Motion, retract: bool) -> Result<Said> {
    if retract {
        council::retract(admin, motion).await?;
        return Ok(Said::done("Your vote is taken back."));
    }
    Ok(match council::vote(admin, motion).await? {
        Voted::Carried => Said::done("The motion is carried.").with(json!({ "carried": true, "missing": 0 })),
        Voted::Waiting(missing) => Said::done(format!("You have voted; {missing} more must agree."))
            .with(json!({ "carried": false, "missing": missing })),
    })
}
