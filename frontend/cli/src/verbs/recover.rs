//! Ways back into a vault.

use crate::{
    home::{Home, write_secret},
    people::Whom,
    said::Said,
};
use anyhow::{Context, Result, ensure};
use chartkey_flows::{Person, SignedIn, recovery};
use chartkey_protocol::Bytes;
use chartkey_vault::{DeviceKey, Effort, Whose};
use clap::Subcommand;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{fs, path::PathBuf};
use zeroize::Zeroizing;

const DEVICE: &str = "device";

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Prints a code of 24 words that opens the vault; shown once.
    Print,
    /// Opens the vault with the printed code and sets a new passphrase.
    WithCode {
        /// The words; asked for when left out.
        words: Option<String>,
    },
    /// Lets any two of three people help oneself back in.
    Guardians {
        /// The first.
        first: Whom,
        /// The second.
        second: Whom,
        /// The third.
        third: Whom,
    },
    /// On a new device: makes what the guardians need, and shows six words to compare with them by voice.
    Ask {
        /// The file for the guardians.
        #[arg(long)]
        out: PathBuf,
    },
    /// Opens the vault with the parts of two guardians and sets a new passphrase.
    WithGuardians {
        /// The first part.
        one: PathBuf,
        /// The second.
        other: PathBuf,
    },
    /// On a new device: offers itself to another device of the same person.
    Offer {
        /// The file for the other device.
        #[arg(long)]
        out: PathBuf,
    },
    /// On the old device: lets the new one in.
    LetIn {
        /// The file from the new device.
        offer: PathBuf,
        /// The words it shows.
        #[arg(long)]
        words: String,
        /// What to call it.
        #[arg(long, default_value = "another device")]
        name: String,
    },
    /// On the new device, once let in: opens the vault and sets a new passphrase.
    WithDevice,
}

/// A device's key while its offer stands.
#[derive(Serialize, Deserialize)]
struct Kept {
    seed: Bytes,
    until: u64,
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::Print => {
            let words = recovery::print_code(&mut home.person().await?).await?;
            let said = "Write these words down and keep them apart; they are shown once.";
            Ok(Said::done(said).with(json!({ "words": words.as_str() })))
        }
        Verb::WithCode { words } => {
            let words = match words {
                Some(words) => Zeroizing::new(words),
                None => Zeroizing::new(rpassword::prompt_password("The 24 words: ")?),
            };
            let person = recovery::open_with_code(home.signed_in().await?, &words).await?;
            settle(person, home).await
        }
        Verb::Guardians { first, second, third } => {
            let three = [first, second, third].map(|one| one.0);
            recovery::set_guardians(&mut home.person().await?, three).await?;
            Ok(Said::done("Any two of the three can help you back in; none can alone."))
        }
        Verb::Ask { out } => {
            let who = home.signed_in().await?;
            let device = new_device(&who, home)?;
            let plea = recovery::plead(&who, &device).await?;
            fs::write(&out, serde_json::to_vec(&plea)?)?;
            Ok(words_of(&device))
        }
        Verb::WithGuardians { one, other } => {
            let who = home.signed_in().await?;
            let device = kept_device(&who, home)?;
            let (one, other) = (fs::read(one)?, fs::read(other)?);
            let person = recovery::open_with_guardians(who, &device, [&one, &other]).await?;
            settle(person, home).await
        }
        Verb::Offer { out } => {
            let device = new_device(&home.signed_in().await?, home)?;
            fs::write(&out, device.offer().to_bytes())?;
            Ok(words_of(&device))
        }
        Verb::LetIn { offer, words, name } => {
            let offer = fs::read(offer)?;
            recovery::let_in(&mut home.person().await?, &offer, &words, &name).await?;
            Ok(Said::done("The new device opens your vault now."))
        }
        Verb::WithDevice => {
            let who = home.signed_in().await?;
            let device = kept_device(&who, home)?;
            settle(recovery::open_with_device(who, &device).await?, home).await
        }
    }
}

/// Sets the new passphrase; the way back in has served.
async fn settle(mut person: Person, home: &Home) -> Result<Said> {
    let passphrase = home.new_passphrase()?;
    recovery::set_passphrase(&mut person, &passphrase, Effort::STANDARD).await?;
    match fs::remove_file(home.secret_file(DEVICE)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(Said::done("Your vault is open, and opens with the new passphrase.")),
    }
}

fn new_device(who: &SignedIn, home: &Home) -> Result<DeviceKey> {
    let (device, until) = recovery::new_device(who);
    let file = home.secret_file(DEVICE);
    if file.exists() {
        fs::remove_file(&file)?;
    }
    let kept = Kept { seed: device.expose().to_vec().into(), until };
    write_secret(&file, &Zeroizing::new(serde_json::to_string(&kept)?))?;
    Ok(device)
}

fn kept_device(who: &SignedIn, home: &Home) -> Result<DeviceKey> {
    let text = Zeroizing::new(fs::read_to_string(home.secret_file(DEVICE)).context("this device has made no offer")?);
    let kept: Kept = serde_json::from_str(&text)?;
    let seed = Zeroizing::new(kept.seed.0);
    ensure!(seed.len() == 32, "what this device kept is damaged; make a new offer");
    let seed: &[u8; 32] = seed.as_slice().try_into()?;
    let whose = Whose { genesis: who.genesis().0, account: who.account() };
    Ok(DeviceKey::restore(seed, whose, kept.until))
}

fn words_of(device: &DeviceKey) -> Said {
    let words = device.offer().words();
    Said::done("Have these words compared by voice within ten minutes.").with(json!({ "words": words }))
}
