//! Emergencies.

use crate::{home::Home, people::Whom, said::Said, times::Span};
use anyhow::Result;
use chartkey_flows::{Failure, Person, emergency};
use chartkey_vocabulary::{Account, EmergencyReason, RecordId};
use clap::Subcommand;
use serde_json::json;
use std::time::{Duration, Instant};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Keeps a record ready as emergency card; its key is split among the custodians.
    Keep {
        /// Which record.
        record: RecordId,
    },
    /// Takes the card away.
    Drop {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// Breaks a patient's glass: unconscious, life_at_risk, spoken_consent.
    Break {
        /// Whose.
        patient: Whom,
        /// Why.
        #[arg(value_parser = super::named::<EmergencyReason>)]
        reason: EmergencyReason,
    },
    /// Opens the card behind a broken glass.
    Open {
        /// Whose.
        patient: Whom,
        /// How long to wait for the custodians.
        #[arg(long, default_value = "60s")]
        wait: Span,
    },
    /// Mends a glass.
    Mend {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
        /// Who broke it; oneself unless said.
        #[arg(long)]
        reader: Option<Whom>,
    },
    /// Who broke a patient's glass; or, with --mine, whose one broke.
    List {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
        /// Those one broke.
        #[arg(long)]
        mine: bool,
    },
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::Keep { record } => {
            emergency::keep(&home.person().await?, record).await?;
            Ok(Said::done("The card is ready; its key is split among three custodians."))
        }
        Verb::Drop { of } => {
            let who = home.signed_in().await?;
            emergency::drop_card(&who, of.map_or(who.account(), |of| of.0)).await?;
            Ok(Said::done("The card is taken away."))
        }
        Verb::Break { patient, reason } => {
            let until = emergency::break_glass(&home.signed_in().await?, patient.0, reason).await?;
            let words = "The glass is broken. The patient and the guardians are told now.";
            Ok(Said::done(words).with(json!({ "until": until })))
        }
        Verb::Open { patient, wait } => open(&home.person().await?, patient.0, wait).await,
        Verb::Mend { of, reader } => {
            let who = home.signed_in().await?;
            let me = who.account();
            let (patient, reader) = (of.map_or(me, |of| of.0), reader.map_or(me, |reader| reader.0));
            emergency::mend(&who, patient, reader).await?;
            Ok(Said::done("The glass is mended."))
        }
        Verb::List { of, mine } => {
            let who = home.signed_in().await?;
            let rows = match mine {
                true => who.oracle().my_emergencies().await,
                false => who.oracle().emergencies_of(of.map_or(who.account(), |of| of.0)).await,
            };
            Said::found(&rows.map_err(Failure::from)?)
        }
    }
}

async fn open(who: &Person, patient: Account, wait: Span) -> Result<Said> {
    let deadline = Instant::now() + Duration::from_secs(wait.0);
    while emergency::handed_over(who, patient).await? < 2 && Instant::now() < deadline {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let mut out = Vec::new();
    let opened = emergency::open(who, patient, &mut out, &mut super::meter(true)).await?;
    let facts = json!({ "title": opened.metadata.about().title, "text": String::from_utf8_lossy(&out) });
    Ok(Said::done("").with(facts))
}
