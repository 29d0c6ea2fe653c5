//! Prescriptions.

use super::record::Words;
use crate::{home::Home, paper::Paper, people::Whom, said::Said, times::Moment};
use anyhow::Result;
use chartkey_flows::{
    Failure,
    prescription::{self, Order},
};
use chartkey_vocabulary::{PrescriptionId, Purpose};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// A doctor writes one.
    Write(Write),
    /// Reads what was prescribed.
    Open {
        /// Which.
        prescription: PrescriptionId,
        /// What for; found out unless said.
        #[arg(long, value_parser = super::named::<Purpose>)]
        purpose: Option<Purpose>,
    },
    /// A pharmacy hands it out once; it is read and checked first.
    Dispense {
        /// Which.
        prescription: PrescriptionId,
    },
    /// Takes it off the chain.
    Void {
        /// Which.
        prescription: PrescriptionId,
    },
    /// One's prescriptions, as patient, doctor or pharmacy.
    List,
}

#[derive(Args)]
pub(crate) struct Write {
    /// For whom.
    patient: Whom,
    /// The file that says what; `-` for standard input.
    file: PathBuf,
    /// How many times it is handed out.
    #[arg(long, default_value_t = 1)]
    fills: u8,
    /// When it ends.
    #[arg(long, default_value = "+90d")]
    until: Moment,
    #[command(flatten)]
    words: Words,
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::Write(Write { patient, file, fills, until, words }) => {
            let doctor = home.signed_in().await?;
            let order = Order { fills, until: until.from(doctor.now().await?.time().await?) };
            let (mut paper, mut told) = (Paper::take(&file)?, super::meter(true));
            let about = words.about(&mut paper)?;
            let written = prescription::write(&doctor, patient.0, about, paper.content(), order, &mut told).await?;
            let (prescription, added) = written;
            let facts = json!({ "prescription": prescription, "record": added.record });
            Ok(Said::done("The prescription stands.").with(facts))
        }
        Verb::Open { prescription, purpose } => {
            let who = home.person().await?;
            let mut out = Vec::new();
            let (row, opened) =
                prescription::open(&who, prescription, purpose, &mut out, &mut super::meter(true)).await?;
            let facts = json!({ "patient": row.patient, "doctor": row.doctor, "left": row.fills, "until": row.until,
                "title": opened.metadata.about().title, "text": String::from_utf8_lossy(&out) });
            Ok(Said::done("").with(facts))
        }
        Verb::Dispense { prescription } => {
            let pharmacy = home.person().await?;
            let (mut out, purpose) = (Vec::new(), Some(Purpose::Dispensing));
            prescription::open(&pharmacy, prescription, purpose, &mut out, &mut super::meter(true)).await?;
            let left = prescription::dispense(&pharmacy, prescription).await?;
            let facts = json!({ "left": left, "text": String::from_utf8_lossy(&out) });
            Ok(Said::done("It is handed out.").with(facts))
        }
        Verb::Void { prescription } => {
            prescription::void(&home.signed_in().await?, prescription).await?;
            Ok(Said::done("The prescription is void."))
        }
        Verb::List => {
            let who = home.signed_in().await?;
            Said::found(&who.oracle().my_prescriptions().await.map_err(Failure::from)?)
        }
    }
}
