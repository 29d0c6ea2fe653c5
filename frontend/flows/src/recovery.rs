//! Ways back into a vault: a printed code, two of three guardians, another device. All need the wallet as well; none
//! needs the service to know anything.

use crate::{
    failure::Failure,
    keys::bundle_of,
    person::Person,
    signed_in::SignedIn,
    vault::{change, fetch, open_by, whose},
};
use chartkey_protocol::Bytes;
use chartkey_vault::{
    CodeError, DeviceKey, DoorId, DoorKind, Effort, Expected, OFFER_LASTS, Offer, OfferError, PrintedCode, UnlockError,
    Vault, VaultFile, entropy, take_share,
};
use chartkey_vocabulary::{Account, Time};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecoveryError {
    /// The other device's offer does not stand; its words differ, for one.
    #[error(transparent)]
    Offer(#[from] OfferError),
    /// What was typed is no printed code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// It is a printed code, and none of this vault's.
    #[error("this code opens no door of your vault")]
    OtherCode,
    /// What was carried over from another device is not whole.
    #[error("this is not what the other device shows")]
    Garbled,
    /// Who is to be a guardian has no keys yet.
    #[error("{0} has no vault yet")]
    NoKeys(Account),
    /// Whoever was asked for help is no guardian of this vault.
    #[error("you hold no part of this vault's key")]
    NoPart,
    /// The guardians' parts are for another device, or not of one door.
    #[error("these parts open no door of your vault")]
    OtherParts,
    /// No door was hung for this device.
    #[error("the other device has not let this one in")]
    NotLetIn,
}

/// What somebody who is locked out shows their guardians. It holds nothing secret: the vault file is sealed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Plea {
    /// The new device, as it offers itself.
    pub offer: Bytes,
    /// The vault file with the guardians' door.
    pub vault: Bytes,
}

/// Hangs a door for a code to print; gives its words, shown once.
///
/// # Errors
/// When the vault has too many doors.
pub async fn print_code(who: &mut Person) -> Result<Zeroizing<String>, Failure> {
    let code = PrintedCode::make(&mut entropy());
    change(who, |vault| Ok(vault.add_code(&mut entropy(), &code, "printed code")?)).await?;
    Ok(code.words())
}

/// Opens the vault with the printed code.
///
/// # Errors
/// Which word is wrong; as [`crate::vault::open`].
pub async fn open_with_code(who: SignedIn, typed: &str) -> Result<Person, Failure> {
    let code = PrintedCode::parse(typed).map_err(RecoveryError::Code)?;
    open_or(who, RecoveryError::OtherCode, |file, expected| file.open_with_code(&code, expected)).await
}

/// Hangs a door for a new passphrase and takes out those of earlier ones.
///
/// # Errors
/// When the passphrase is weak.
pub async fn set_passphrase(who: &mut Person, passphrase: &str, effort: Effort) -> Result<(), Failure> {
    change(who, |vault| {
        let is_passphrase = |kind: &DoorKind| matches!(kind, DoorKind::Passphrase { .. });
        let old: Vec<DoorId> =
            vault.doors().filter(|(door, _)| is_passphrase(door.kind())).map(|(door, _)| door.id()).collect();
        vault.add_passphrase(&mut entropy(), passphrase, effort, "passphrase")?;
        Ok(old.into_iter().try_for_each(|id| vault.remove_door(&mut entropy(), id))?)
    })
    .await
}

/// Hangs a door that any two of three guardians open together.
///
/// # Errors
/// When one of them has no keys, or they are not three other people.
pub async fn set_guardians(who: &mut Person, guardians: [Account; 3]) -> Result<(), Failure> {
    let mut bundles = Vec::with_capacity(3);
    for guardian in guardians {
        let member = who.now().await?.registry().member(guardian).await?;
        member.and_then(|member| member.keys).ok_or(RecoveryError::NoKeys(guardian))?;
        bundles.push(bundle_of(who, guardian).await?);
    }
    let three = [&bundles[0], &bundles[1], &bundles[2]];
    change(who, |vault| Ok(vault.add_guardians(&mut entropy(), three, "guardians")?)).await?;
    Ok(())
}

/// A new device's own key, and until when its offer stands; others confirm the offer by its words.
pub fn new_device(who: &SignedIn) -> (DeviceKey, Time) {
    let now = who.oracle().now();
    (DeviceKey::make(&mut entropy(), whose(who), now), now + OFFER_LASTS)
}

/// What to show the guardians.
///
/// # Errors
/// When there is no vault.
pub async fn plead(who: &SignedIn, device: &DeviceKey) -> Result<Plea, Failure> {
    // As the service has it: guardians look for their own part in it.
    let file = who.oracle().vault().await?;
    VaultFile::parse(&file.bytes.0).map_err(Failure::vault)?;
    Ok(Plea { offer: device.offer().to_bytes().into(), vault: file.bytes })
}

/// A guardian hands their part over to somebody's new device, after comparing its words with its owner, by voice.
///
/// # Errors
/// When the words differ, the offer has run out, or the guardian has no part in it.
pub fn help(guardian: &Person, plea: &Plea, of: Account, words: &str) -> Result<Vec<u8>, Failure> {
    let file = VaultFile::parse(&plea.vault.0).map_err(Failure::vault)?;
    let offer = Offer::parse(&plea.offer.0).map_err(RecoveryError::Offer)?;
    let whose = chartkey_vault::Whose { genesis: guardian.genesis().0, account: of };
    let confirmed = offer.confirm(words, &whose, guardian.oracle().now()).map_err(RecoveryError::Offer)?;
    let mut refused = RecoveryError::NoPart.into();
    for door in file.doors().iter().filter(|door| matches!(door.kind(), DoorKind::Guardians(_))) {
        for key in epochs(guardian, door.kind()) {
            match file.pass_share(&mut entropy(), door.id(), key, &confirmed) {
                Ok(share) => return Ok(share),
                Err(error) => refused = Failure::vault(error),
            }
        }
    }
    Err(refused)
}

/// The guardian's keys of the epochs that the door's parts are sealed for.
fn epochs<'a>(guardian: &'a Person, kind: &DoorKind) -> Vec<&'a chartkey_vault::ReaderKey> {
    let DoorKind::Guardians(three) = kind else { return Vec::new() };
    let mine = three.iter().filter(|one| one.account() == guardian.account());
    mine.filter_map(|one| guardian.vault().reader_key_of(one.epoch())).collect()
}

/// Opens the vault with two guardians' parts.
///
/// # Errors
/// When the parts are not for this device, or not of one door.
pub async fn open_with_guardians(who: SignedIn, device: &DeviceKey, parts: [&[u8]; 2]) -> Result<Person, Failure> {
    let doors: Vec<DoorId> = {
        let file = fetch(&who).await?;
        let guarded = file.doors().iter().filter(|door| matches!(door.kind(), DoorKind::Guardians(_)));
        guarded.map(|door| door.id()).collect()
    };
    let opened = doors.iter().find_map(|door| {
        let [one, other] = parts.map(|part| take_share(part, device, *door).ok());
        Some((*door, one?, other?))
    });
    let (door, one, other) = opened.ok_or(RecoveryError::OtherParts)?;
    open_by(who, |file, expected| file.open_with_guardians(door, [&one, &other], expected)).await
}

/// Lets another device of the same person in, after its words were compared.
///
/// # Errors
/// When the words differ or the offer has run out.
pub async fn let_in(who: &mut Person, offer: &[u8], words: &str, name: &str) -> Result<(), Failure> {
    let offer = Offer::parse(offer).map_err(RecoveryError::Offer)?;
    let confirmed = offer.confirm(words, &whose(who), who.oracle().now()).map_err(RecoveryError::Offer)?;
    change(who, |vault| Ok(vault.add_device(&mut entropy(), &confirmed, name)?)).await?;
    Ok(())
}

/// Opens the vault with this device's own key.
///
/// # Errors
/// As [`crate::vault::open`].
pub async fn open_with_device(who: SignedIn, device: &DeviceKey) -> Result<Person, Failure> {
    open_or(who, RecoveryError::NotLetIn, |file, expected| file.open_with_device(device, expected)).await
}

/// Opens by a door; says `no` when there is none of its kind, or it is for another key.
async fn open_or(
    who: SignedIn,
    no: RecoveryError,
    door: impl FnOnce(&VaultFile, &Expected) -> Result<Vault, UnlockError>,
) -> Result<Person, Failure> {
    let mut unfit = false;
    let watched = |file: &VaultFile, expected: &Expected| {
        door(file, expected).inspect_err(|why| unfit = matches!(why, UnlockError::NoDoor | UnlockError::WrongKey))
    };
    let opened = open_by(who, watched).await;
    if unfit { Err(no.into()) } else { opened }
}
