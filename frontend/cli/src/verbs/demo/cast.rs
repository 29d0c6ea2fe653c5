//! Everybody comes in: sessions, vaults, names, and what professionals show of themselves.

use super::{account, wallet};
use crate::home::Home;
use anyhow::{Context, Result};
use chartkey_flows::{
    Distrust, Failure, Person, Visitor,
    demo::{DEMO_PASSPHRASE, PEOPLE, Somebody, called},
    native::Folder,
    professional::{self, Entry},
    sign_up,
    vault::{self, change},
};
use chartkey_protocol::CardText;
use chartkey_vault::Effort;
use chartkey_vocabulary::{Message, RegistryMessage};
use std::{
    cell::Cell,
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::task::LocalSet;

/// In a vault: whoever carries it is done and left alone.
const MARK: &str = "demo";

/// Whom somebody has a name for.
const KNOWS: [(&str, &[&str]); 12] = [
    ("//Ada", &["//DrLin", "//DrOkafor", "//DrSoto", "//Marktapotheke", "//Lindenhof", "//Worker"]),
    ("//Ben", &["//Grace", "//DrSoto"]),
    ("//Chandra", &["//DrOkafor", "//Lindenhof", "//Marktapotheke"]),
    ("//Grace", &["//Ben", "//DrSoto", "//DrLin"]),
    ("//DrLin", &["//Ada", "//Grace", "//Lindenhof", "//Marktapotheke"]),
    ("//DrOkafor", &["//Ada", "//Chandra", "//Lindenhof"]),
    ("//DrSoto", &["//Ben", "//Grace"]),
    ("//Lindenhof", &["//Ada", "//Chandra", "//DrLin"]),
    ("//Marktapotheke", &["//Ada", "//DrLin"]),
    // The council has no public cards.
    ("//Admin1", &["//Admin1", "//Admin2", "//Admin3"]),
    ("//Admin2", &["//Admin1", "//Admin2", "//Admin3"]),
    ("//Admin3", &["//Admin1", "//Admin2", "//Admin3"]),
];

/// A professional's public card, and the place of their entry.
type Card = (&'static str, &'static [&'static [u8; 2]], &'static str, &'static str, &'static str, &'static str);

/// Title, languages, house, address, phone, about.
const CARDS: [(&str, Card); 6] = [
    (
        "//DrLin",
        (
            "Dr. med.",
            &[b"de", b"en", b"zh"],
            "Lindenhof Hospital",
            "Example Street 1, Berlin",
            "+00 555 0140",
            "General practice. Visits Monday to Friday, 8 to 12 and 14 to 17.",
        ),
    ),
    (
        "//DrOkafor",
        (
            "Dr. med.",
            &[b"de", b"en"],
            "",
            "Example Street 12, Berlin",
            "+00 555 0141",
            "Radiology, second opinions on knees and shoulders. Visits Tuesday and Thursday, 9 to 15.",
        ),
    ),
    (
        "//DrSoto",
        (
            "Dr. med.",
            &[b"de", b"en", b"es"],
            "",
            "Sample Square 4, Berlin",
            "+00 555 0142",
            "Paediatrics. Visits Monday to Thursday, 8 to 13; come at once with a high fever.",
        ),
    ),
    (
        "//Lindenhof",
        (
            "",
            &[b"de", b"en"],
            "",
            "Linden Court 1, Berlin",
            "+00 555 0150",
            "Hospital with orthopaedics, internal medicine and an emergency room, open at all hours.",
        ),
    ),
    (
        "//Marktapotheke",
        (
            "",
            &[b"de", b"en"],
            "",
            "Market Place 2, Berlin",
            "+00 555 0160",
            "Pharmacy. Monday to Saturday, 8 to 19; vaccinations on Wednesdays.",
        ),
    ),
    (
        "//Pia",
        (
            "Dr. med.",
            &[b"de", b"en"],
            "",
            "Sample Square 9, Berlin",
            "+00 555 0143",
            "General practice and cardiology. Visits by arrangement.",
        ),
    ),
];

/// Everybody whose vault opens with the passphrase of the demonstration.
pub(super) struct Cast {
    people: BTreeMap<&'static str, Person>,
    steps: Cell<usize>,
    folder: PathBuf,
}

impl Cast {
    /// Has everybody come in.
    pub(super) async fn gather(visitor: &Visitor, home: &Home) -> Result<Self> {
        let (together, mut coming) = (LocalSet::new(), Vec::new());
        for somebody in &PEOPLE {
            // Notes of one chain are none of another's, and one person's errands none of another's.
            let notes = home.folder().join("demo").join(&visitor.genesis().to_string()[2..18]).join(&somebody.key[2..]);
            let visitor = Visitor { drawer: Arc::new(Folder::open(notes)?), ..visitor.clone() };
            coming.push((somebody, together.spawn_local(enter(visitor, somebody))));
        }
        let mut cast = Self { people: BTreeMap::new(), steps: Cell::new(0), folder: home.folder().to_owned() };
        together
            .run_until(async {
                for (somebody, coming) in coming {
                    let entered = coming.await?.with_context(|| format!("{} cannot come in", somebody.key))?;
                    match entered {
                        Some((person, new)) => {
                            cast.steps.set(cast.steps.get() + new);
                            cast.people.insert(somebody.key, person);
                        }
                        None => eprintln!("{} has another passphrase by now and is left alone.", somebody.key),
                    }
                }
                anyhow::Ok(cast)
            })
            .await
    }

    /// Somebody, when their vault opens.
    pub(super) fn get(&self, key: &str) -> Option<&Person> {
        self.people.get(key)
    }

    /// Somebody, to change their vault.
    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Person> {
        self.people.get_mut(key)
    }

    /// The folder of this run.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Counts a step that was taken.
    pub(super) fn step(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    /// How many steps were taken.
    pub(super) fn steps(&self) -> usize {
        self.steps.get()
    }

    /// Marks everybody as done.
    pub(super) async fn finish(&mut self) -> Result<()> {
        for person in self.people.values_mut().filter(|person| !is_done(person)) {
            keep(person, MARK, "done").await?;
        }
        Ok(())
    }

    /// Ends everybody's session; one that cannot be ended ends by itself.
    pub(super) async fn leave(self) {
        for person in self.people.values() {
            let _ = person.oracle().end_session().await;
        }
    }
}

/// Whether an earlier run came to the end with somebody.
pub(super) fn is_done(person: &Person) -> bool {
    person.vault().setting(MARK).is_some()
}

/// Keeps a note in somebody's vault.
pub(super) async fn keep(person: &mut Person, name: &str, note: &str) -> Result<()> {
    let kept = change(person, |vault| {
        vault.set_setting(name, note);
        Ok(())
    });
    Ok(kept.await?)
}

/// Signs in, makes vault and keys where there are none, and says who they know; `None` when the vault has another
/// passphrase.
async fn enter(visitor: Visitor, somebody: &'static Somebody) -> Result<Option<(Person, usize)>> {
    let signed_in = visitor.sign_in(Arc::new(wallet(somebody.key)?)).await?;
    let keys = signed_in.member_of(signed_in.account()).await?.keys;
    // Opening a vault also hands in what an earlier run did not get to; joining makes what is missing.
    let mut person = match vault::open(signed_in.clone(), DEMO_PASSPHRASE).await {
        Err(Failure::Vault(_)) => return Ok(None),
        Err(Failure::Not(_) | Failure::Distrust(Distrust::ForeignVault)) => {
            sign_up::join(signed_in, somebody.role, None, DEMO_PASSPHRASE, Effort::LIGHT).await?
        }
        opened => opened?,
    };
    let mut new = usize::from(person.member_of(person.account()).await?.keys != keys);
    if is_done(&person) {
        return Ok(Some((person, new)));
    }
    if let Some((_, known)) = KNOWS.iter().find(|(key, _)| *key == somebody.key) {
        let known = known.iter().filter_map(|key| called(key));
        let named = known.map(|known| Ok((account(known.key)?, known.name))).collect::<Result<Vec<_>>>()?;
        if named.iter().any(|(account, name)| person.vault().name(*account) != Some(name)) {
            let write = change(&mut person, |vault| {
                named.iter().for_each(|(account, name)| vault.set_name(*account, name));
                Ok(())
            });
            write.await?;
            new += 1;
        }
    }
    if let Some((_, card)) = CARDS.iter().find(|(key, _)| *key == somebody.key) {
        new += usize::from(show(&person, somebody.name, card).await?);
    }
    Ok(Some((person, new)))
}

/// Publishes a professional's card and names it on the chain; says whether that was new.
async fn show(who: &Person, name: &str, card: &Card) -> Result<bool> {
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let &(title, languages, house, address, phone, about) = card;
    let stands = who.now().await?.registry().profile(who.account()).await?;
    let stands = stands.context("a professional without an entry")?;
    let entry = Entry {
        // Others than those the council approved would have to wait for it again.
        specialties: stands.specialties.clone(),
        languages: languages.iter().map(|language| **language).collect(),
        place: stands.place,
        card: CardText {
            name: name.into(),
            title: said(title),
            house: said(house),
            address: said(address),
            phone: said(phone),
            about: said(about),
        },
    };
    let profile = professional::profile(who, entry).await?;
    if profile == stands {
        return Ok(false);
    }
    who.say(Message::Registry(RegistryMessage::Revise { profile })).await?;
    Ok(true)
}
