//! Joining as a professional, and the directory.

use crate::{home::Home, people::Whom, said::Said};
use anyhow::{Context, Result, ensure};
use chartkey_flows::{
    Failure,
    professional::{self, Entry},
};
use chartkey_protocol::{CardText, Search};
use chartkey_vocabulary::Role;
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Has a code sent to the phone the licence register has for a number.
    Licence {
        /// The licence's number.
        number: String,
    },
    /// Hands the code in; the licence is then attested on the chain.
    Code {
        /// The licence's number.
        number: String,
        /// Six digits.
        code: String,
    },
    /// Changes the directory entry.
    Revise(Card),
    /// A house takes a doctor in.
    Affiliate {
        /// Which doctor.
        doctor: Whom,
    },
    /// A house and a doctor part.
    Part {
        /// The other one.
        other: Whom,
    },
    /// Finds professionals.
    Find {
        /// Part of the name.
        #[arg(long)]
        name: Option<String>,
        /// doctor, hospital or pharmacy.
        #[arg(long, value_parser = super::named::<Role>)]
        role: Option<Role>,
        /// A specialty's number.
        #[arg(long)]
        specialty: Option<u16>,
        /// Two letters.
        #[arg(long)]
        language: Option<String>,
        /// The beginning of a geohash.
        #[arg(long)]
        place: Option<String>,
    },
}

/// What goes into the directory, for professionals.
#[derive(Args)]
pub(crate) struct Card {
    /// As patients know them.
    #[arg(long)]
    name: Option<String>,
    /// Such as `Dr. med.`.
    #[arg(long)]
    title: Option<String>,
    /// Where they work.
    #[arg(long)]
    house: Option<String>,
    /// Street and town.
    #[arg(long)]
    address: Option<String>,
    /// For appointments.
    #[arg(long)]
    phone: Option<String>,
    /// A few sentences.
    #[arg(long)]
    about: Option<String>,
    /// Numbers of specialties.
    #[arg(long = "specialty")]
    specialties: Vec<u16>,
    /// Two letters each.
    #[arg(long = "language")]
    languages: Vec<String>,
    /// A geohash of five characters.
    #[arg(long)]
    place: Option<String>,
}

impl Card {
    /// The entry, complete as the registry wants it.
    pub(crate) fn entry(self) -> Result<Entry> {
        let name = self.name.context("a professional says --name, --specialty, --language and --place")?;
        let place = self.place.context("say --place, a geohash of five characters")?;
        let place = place.as_bytes().try_into().context("a place is a geohash of five characters")?;
        let languages = self.languages.iter().map(|language| language.as_bytes().try_into());
        let languages = languages.collect::<Result<Vec<[u8; 2]>, _>>().context("a language has two letters")?;
        ensure!(!self.specialties.is_empty() && !languages.is_empty(), "say --specialty and --language");
        let (title, house, address) = (self.title, self.house, self.address);
        let card = CardText { name, title, house, address, phone: self.phone, about: self.about };
        Ok(Entry { specialties: self.specialties, languages, place, card })
    }
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    let who = home.signed_in().await?;
    match verb {
        Verb::Licence { number } => {
            let sent = professional::check_licence(&who, &number).await?;
            let facts = serde_json::to_value(&sent)?;
            Ok(Said::done("If the register knows this number, a code is on its way.").with(facts))
        }
        Verb::Code { number, code } => {
            professional::licence_code(&who, &number, &code).await?;
            Ok(Said::done("The licence is attested on the chain. The council decides."))
        }
        Verb::Revise(card) => {
            professional::revise(&who, card.entry()?).await?;
            Ok(Said::done("The directory entry is changed."))
        }
        Verb::Affiliate { doctor } => {
            professional::affiliate(&who, doctor.0).await?;
            Ok(Said::done("The doctor belongs to the house."))
        }
        Verb::Part { other } => {
            let me = who.member_of(who.account()).await?;
            let (hospital, doctor) = match me.who.role {
                Role::Hospital => (who.account(), other.0),
                _ => (other.0, who.account()),
            };
            professional::part(&who, hospital, doctor).await?;
            Ok(Said::done("House and doctor have parted."))
        }
        Verb::Find { name, role, specialty, language, place } => {
            let search = Search { name, role, specialty, language, place };
            Said::found(&who.oracle().directory(&search).await.map_err(Failure::from)?)
        }
    }
}
