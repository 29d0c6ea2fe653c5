//! Links for those without an account.

use crate::{home::Home, people::Whom, said::Said, times::Moment};
use anyhow::{Result, anyhow};
use chartkey_flows::link::{self, Wish};
use chartkey_vocabulary::{Digest, RecordId};
use clap::{Args, Subcommand};
use qrcode::{QrCode, render::unicode::Dense1x2};
use serde_json::json;
use std::{fs, path::PathBuf};
use zeroize::Zeroizing;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Opens a link to one to eight records, as a SMART Health Link.
    Open(Open),
    /// Closes a link; its files are deleted.
    Close {
        /// Its name on the chain.
        link: Digest,
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// The links of a patient.
    List {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// Views a link, as anybody may who has it. No account is needed.
    View(View),
}

#[derive(Args)]
pub(crate) struct Open {
    /// Which records.
    #[arg(required = true)]
    records: Vec<RecordId>,
    /// What the viewer is shown first; at most 80 letters.
    #[arg(long, default_value = "")]
    label: String,
    /// A passcode, told to the viewer by another way.
    #[arg(long)]
    passcode: Option<String>,
    /// When it ends.
    #[arg(long, default_value = "+7d")]
    until: Moment,
    /// How many views.
    #[arg(long)]
    views: Option<u16>,
    /// Whose; one's own unless said.
    #[arg(long)]
    of: Option<Whom>,
    /// Where viewers come to; where oneself does unless said.
    #[arg(long)]
    public: Option<String>,
}

#[derive(Args)]
pub(crate) struct View {
    /// `shlink:/...`, bare or behind a viewer's address.
    link: String,
    /// Who looks; goes into the patient's log.
    #[arg(long, default_value = "chartkey")]
    recipient: String,
    /// When the link wants one.
    #[arg(long)]
    passcode: Option<String>,
    /// A folder to write the files to.
    #[arg(long)]
    out: Option<PathBuf>,
}

pub(crate) async fn run(verb: Verb, home: &Home, json: bool) -> Result<Said> {
    match verb {
        Verb::Open(open) => {
            let mut who = home.person().await?;
            let public = open.public.unwrap_or_else(|| who.oracle().base().to_owned());
            let wish = Wish {
                owner: open.of.map_or(who.account(), |of| of.0),
                records: open.records,
                label: open.label,
                passcode: open.passcode.map(Zeroizing::new),
                until: open.until.from(who.now().await?.time().await?),
                views: open.views,
            };
            let opened = link::open(&mut who, &wish, &public).await?;
            if !json {
                println!("{}", qr(&opened.text)?);
            }
            Ok(Said::done("").with(json!({ "link": opened.link, "text": opened.text.as_str() })))
        }
        Verb::Close { link, of } => {
            let mut who = home.person().await?;
            let owner = of.map_or(who.account(), |of| of.0);
            link::close(&mut who, owner, link).await?;
            Ok(Said::done("The link is closed."))
        }
        Verb::List { of } => {
            let who = home.signed_in().await?;
            Said::found(&link::list(&who, of.map_or(who.account(), |of| of.0)).await?)
        }
        Verb::View(view) => {
            let visitor = home.visitor().await?;
            let shown = link::view(&visitor, &view.link, &view.recipient, view.passcode.as_deref()).await?;
            let mut rows = Vec::new();
            for (place, document) in shown.iter().enumerate() {
                // The title is a stranger's: it never becomes a file's name.
                let file = view.out.as_ref().map(|folder| folder.join(format!("{}", place + 1)));
                let text = match &file {
                    Some(file) => {
                        fs::write(file, &*document.content)?;
                        None
                    }
                    None => Some(String::from_utf8_lossy(&document.content).into_owned()),
                };
                rows.push(json!({ "title": document.title, "media_type": document.media_type, "file": file,
                    "text": text }));
            }
            Said::found(&rows)
        }
    }
}

fn qr(text: &str) -> Result<String> {
    let code = QrCode::new(text).map_err(|error| anyhow!("the link fits no QR code: {error}"))?;
    Ok(code.render::<Dense1x2>().build())
}
