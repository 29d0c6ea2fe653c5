//! Sealed records.

use crate::{home::Home, paper::Paper, people::Whom, said::Said};
use anyhow::{Context, Result};
use chartkey_flows::{
    Content, Failure, Person, add_record, chart,
    facts::{self, Brought},
    intake::Checked,
    open_record::{self, Which},
    rekey, tend,
};
use chartkey_vault::About;
use chartkey_vocabulary::{Kind, Purpose, RecordId};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::{
    io::{Write, stdout},
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// A larger file is sealed without being asked what it says; the check takes no larger one either.
const LARGEST_LOOK: usize = 64 << 20;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Adds a file as a record.
    Add(Add),
    /// Adds a version to a record.
    Amend(Amend),
    /// The records of a patient; one's own unless said.
    List {
        /// Whose.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// What is said of a record: title, type, note; asks for its key and its beginning.
    Show(Look),
    /// What a record says that is understood: results, conditions, medicines and the like, and what is kept beside.
    Facts(Look),
    /// Opens a record into a file, or to the screen.
    Open {
        #[command(flatten)]
        look: Look,
        /// The file to write; `-` for the screen.
        #[arg(long, default_value = "-")]
        out: PathBuf,
    },
    /// Withdraws a record: stores delete all of it.
    Withdraw {
        /// Which.
        record: RecordId,
    },
    /// Seals anew what was sealed before the last withdrawal of a key.
    Rekey {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
    /// Makes the keys that are granted and missing.
    Tend {
        /// Whose; one's own unless said.
        #[arg(long)]
        of: Option<Whom>,
    },
}

/// What is said of a file.
#[derive(Args)]
pub(crate) struct Words {
    /// What a person calls it; the file's name unless said.
    #[arg(long)]
    title: Option<String>,
    /// What kind of bytes; by the content unless said.
    #[arg(long)]
    media_type: Option<String>,
    /// What the author adds.
    #[arg(long, default_value = "")]
    note: String,
    /// Takes the file as it is, whatever it is, and warns.
    #[arg(long)]
    unchecked: bool,
}

impl Words {
    /// Looks at the file, unless told not to, and says what is known of it.
    ///
    /// # Errors
    /// `Unfit`, in a sentence that says what to do.
    pub(crate) fn about(&self, paper: &mut Paper) -> Result<About> {
        let (file_name, found) = if self.unchecked {
            eprintln!("Nobody has looked at what {} is; whoever opens it opens it at their own risk.", paper.name());
            (paper.name().to_owned(), "application/octet-stream")
        } else {
            let Checked { file_name, media_type, .. } = paper.inspect().map_err(Failure::from)?;
            (file_name, media_type)
        };
        Ok(About {
            title: self.title.clone().unwrap_or_else(|| file_name.clone()),
            media_type: self.media_type.clone().unwrap_or_else(|| found.into()),
            note: self.note.clone(),
            file_name,
            ..About::default()
        })
    }
}

#[derive(Args)]
pub(crate) struct Add {
    /// The file; `-` for standard input.
    file: PathBuf,
    /// What it is, such as `lab_report`; by the content unless said, and `other` where that does not tell.
    #[arg(long, value_parser = super::named::<Kind>)]
    kind: Option<Kind>,
    /// Whose it becomes; one's own unless said.
    #[arg(long = "for")]
    owner: Option<Whom>,
    #[command(flatten)]
    words: Words,
}

#[derive(Args)]
pub(crate) struct Amend {
    /// Which record.
    record: RecordId,
    /// The file; `-` for standard input.
    file: PathBuf,
    /// The version one has seen; the newest unless said.
    #[arg(long)]
    expected: Option<u16>,
    #[command(flatten)]
    words: Words,
}

/// Which version, and what for.
#[derive(Args)]
pub(crate) struct Look {
    /// Which record.
    record: RecordId,
    /// Which version; the newest unless said.
    #[arg(long)]
    version: Option<u16>,
    /// What for; found out unless said.
    #[arg(long, value_parser = super::named::<Purpose>)]
    purpose: Option<Purpose>,
}

impl Look {
    fn which(&self) -> Which {
        Which { record: self.record, version: self.version, purpose: self.purpose }
    }
}

pub(crate) async fn run(verb: Verb, home: &Home, json: bool) -> Result<Said> {
    match verb {
        Verb::Add(add) => {
            let who = home.signed_in().await?;
            let owner = add.owner.map_or(who.account(), |owner| owner.0);
            let mut paper = Paper::take(&add.file)?;
            let about = add.words.about(&mut paper)?;
            let brought = brought(&about.media_type, paper.content()).await?;
            let hint = || if add.words.unchecked { None } else { paper.inspect().ok()?.kind_hint };
            let kind = add.kind.or_else(hint).unwrap_or(Kind::Other);
            let mut told = super::meter(json);
            let added = add_record::add(&who, owner, kind, about, paper.content(), &mut told).await?;
            let mut facts = said(&added);
            if let Some(brought) = brought {
                facts["brought"] = serde_json::to_value(brought)?;
            }
            Ok(Said::done("The record stands.").with(facts))
        }
        Verb::Amend(amend) => {
            let who = home.signed_in().await?;
            let stands = who.now().await?.records().record(amend.record).await?;
            let newest = stands.context("this record does not exist or was withdrawn")?.versions;
            let mut paper = Paper::take(&amend.file)?;
            let about = amend.words.about(&mut paper)?;
            let expected = amend.expected.unwrap_or(newest);
            let mut told = super::meter(json);
            let added = add_record::amend(&who, amend.record, expected, about, paper.content(), &mut told).await?;
            Ok(Said::done("The new version stands.").with(said(&added)))
        }
        Verb::List { of } => {
            let who = home.signed_in().await?;
            Said::found(&chart::records(&who, of.map_or(who.account(), |of| of.0)).await?)
        }
        Verb::Show(look) => {
            let who = home.person().await?;
            let metadata = open_record::peek(&who, look.which()).await?;
            Said::found(metadata.about())
        }
        Verb::Facts(look) => {
            let who = home.person().await?;
            let mut bytes = Zeroizing::new(Vec::new());
            let opened = open_record::open(&who, look.which(), &mut *bytes, &mut super::meter(json)).await?;
            Said::found(&facts::read(&opened.metadata.about().media_type, &bytes))
        }
        Verb::Open { look, out } => {
            let who = home.person().await?;
            open(&who, look.which(), &out, json).await
        }
        Verb::Withdraw { record } => {
            add_record::withdraw(&home.signed_in().await?, record).await?;
            Ok(Said::done("The record is withdrawn; the stores delete it."))
        }
        Verb::Rekey { of } => {
            let who = home.person().await?;
            let patient = of.map_or(who.account(), |of| of.0);
            let done = rekey::behind(&who, patient, &mut super::meter(json)).await?;
            Ok(Said::done(format!("{} versions are sealed anew.", done.versions.len())).with(rekeyed(&done)))
        }
        Verb::Tend { of } => {
            let who = home.person().await?;
            let tended = tend::chart(&who, of.map_or(who.account(), |of| of.0)).await?;
            Ok(tended_said(&tended))
        }
    }
}

/// What was tended, in words and rows.
pub(crate) fn tended_said(tended: &tend::Tended) -> Said {
    let failed: Vec<Value> =
        tended.failed.iter().map(|(record, why)| json!({ "record": record, "why": why.to_string() })).collect();
    let facts = json!({ "made": tended.made, "failed": failed });
    Said::done(format!("{} keys are wrapped.", tended.made)).with(facts)
}

/// What was sealed anew, in rows.
pub(crate) fn rekeyed(done: &rekey::Rekeyed) -> Value {
    let rows = done.versions.iter().map(|(record, version)| json!({ "record": record, "version": version }));
    json!({ "rekeyed": rows.collect::<Vec<_>>() })
}

async fn open(who: &Person, which: Which, out: &Path, json: bool) -> Result<Said> {
    let mut told = super::meter(json);
    let opened = if out == Path::new("-") {
        let mut bytes = Vec::new();
        let opened = open_record::open(who, which, &mut bytes, &mut told).await?;
        if json {
            let text = String::from_utf8(bytes).context("this is no text; say --out FILE")?;
            return Ok(Said::done("").with(json!({ "about": opened.metadata.about(), "text": text })));
        }
        stdout().write_all(&bytes)?;
        opened
    } else {
        // Under its name only once it is whole and checked.
        let folder = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut draft = tempfile::NamedTempFile::new_in(folder)?;
        let opened = open_record::open(who, which, draft.as_file_mut(), &mut told).await?;
        draft.persist(out)?;
        opened
    };
    let about = opened.metadata.about();
    let facts = json!({ "title": about.title, "media_type": about.media_type, "note": about.note,
        "version": opened.number, "by": opened.version.by });
    Ok(Said::done("").with(facts))
}

/// What a document of a hospital's system says of itself: whom it is about, from where, what is understood, what is kept.
async fn brought(media_type: &str, content: &mut dyn Content) -> Result<Option<Brought>> {
    let size = usize::try_from(content.size())?;
    if media_type != "application/fhir+json" || size > LARGEST_LOOK {
        return Ok(None);
    }
    let mut bytes = Zeroizing::new(vec![0; size]);
    content.read(0, &mut bytes).await?;
    Ok(Some(facts::read(media_type, &bytes).brought))
}

fn said(added: &add_record::Added) -> Value {
    let add_record::Added { record, version, cid, commitment } = added;
    json!({ "record": record, "version": version, "cid": cid, "commitment": commitment })
}
