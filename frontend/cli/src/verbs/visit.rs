//! Visits.

use crate::{home::Home, people::Whom, said::Said, times::Moment};
use anyhow::Result;
use chartkey_flows::visit::{self, When};
use chartkey_vocabulary::{SLOT, Time, VisitId};
use clap::{Args, Subcommand};
use serde_json::json;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Asks a doctor for a time.
    Ask {
        /// Which doctor.
        doctor: Whom,
        #[command(flatten)]
        at: At,
        /// Who comes; oneself unless said.
        #[arg(long = "for")]
        patient: Option<Whom>,
    },
    /// Proposes another time.
    Propose {
        /// Which visit.
        visit: VisitId,
        #[command(flatten)]
        at: At,
    },
    /// Agrees.
    Accept {
        /// Which visit.
        visit: VisitId,
    },
    /// Says no before it was agreed on.
    Decline {
        /// Which visit.
        visit: VisitId,
    },
    /// Calls off what was agreed on.
    Cancel {
        /// Which visit.
        visit: VisitId,
    },
    /// Says that it took place.
    Complete {
        /// Which visit.
        visit: VisitId,
    },
    /// Ends what visits let a doctor write.
    Release {
        /// Which doctor.
        doctor: Whom,
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// One's visits.
    List,
    /// A doctor's free quarters of an hour.
    Slots {
        /// Which doctor.
        doctor: Whom,
        /// From when.
        #[arg(long, default_value = "+0h")]
        from: Moment,
        /// Until when.
        #[arg(long, default_value = "+7d")]
        to: Moment,
    },
}

/// When, and how long.
#[derive(Args)]
pub(crate) struct At {
    /// When it begins: `+2h` is brought to the next quarter of an hour.
    #[arg(long)]
    at: Moment,
    /// How many quarters of an hour.
    #[arg(long, default_value_t = 1)]
    slots: u8,
}

impl At {
    fn when(&self, now: Time) -> When {
        let from = match self.at {
            Moment::At(time) => time,
            Moment::In(span) => (now + span).div_ceil(SLOT) * SLOT,
        };
        When { from, slots: self.slots }
    }
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    let who = home.signed_in().await?;
    let now = who.now().await?.time().await?;
    match verb {
        Verb::Ask { doctor, at, patient } => {
            let patient = patient.map_or(who.account(), |patient| patient.0);
            let when = at.when(now);
            let visit = visit::ask(&who, patient, doctor.0, when).await?;
            Ok(Said::done("The doctor is asked.").with(json!({ "visit": visit, "from": when.from })))
        }
        Verb::Propose { visit, at } => {
            visit::propose(&who, visit, at.when(now)).await?;
            Ok(Said::done("Another time is proposed."))
        }
        Verb::Accept { visit } => {
            visit::accept(&who, visit).await?;
            Ok(Said::done("The visit is agreed on."))
        }
        Verb::Decline { visit } => {
            visit::decline(&who, visit).await?;
            Ok(Said::done("The visit is declined."))
        }
        Verb::Cancel { visit } => {
            visit::cancel(&who, visit).await?;
            Ok(Said::done("The visit is called off."))
        }
        Verb::Complete { visit } => {
            visit::complete(&who, visit).await?;
            Ok(Said::done("The visit took place."))
        }
        Verb::Release { doctor, of } => {
            visit::release(&who, of.map_or(who.account(), |of| of.0), doctor.0).await?;
            Ok(Said::done("Past and coming visits let this doctor write no more."))
        }
        Verb::List => Said::found(&visit::list(&who).await?),
        Verb::Slots { doctor, from, to } => {
            Said::found(&visit::free(&who, doctor.0, from.from(now), to.from(now)).await?)
        }
    }
}
