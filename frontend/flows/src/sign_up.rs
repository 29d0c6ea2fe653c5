//! A newcomer: keys, vault, and a place in the registry. In this order, so that a crash loses nothing: a vault without
//! an account is taken up again, an account whose keys no vault holds would be locked out of its own records.

use crate::{
    distrust::Distrust,
    failure::Failure,
    person::Person,
    signed_in::SignedIn,
    upload,
    vault::{fetch_bytes, is_ours, save, unlock, whose},
};
use chartkey_vault::{Effort, Vault, VaultFile, entropy};
use chartkey_vocabulary::{Cid, Member, Message, Profile, RegistryMessage, Role};

/// Registers the asker. Whoever is registered already, with keys that no vault of theirs holds, publishes new ones; so
/// do machines and other offices, which the council appointed without keys.
///
/// # Errors
/// `Not` when registered in another role; what vault and chain refuse.
pub async fn join(
    who: SignedIn,
    role: Role,
    profile: Option<Profile>,
    passphrase: &str,
    effort: Effort,
) -> Result<Person, Failure> {
    let member = who.now().await?.registry().member(who.account()).await?;
    if member.as_ref().is_some_and(|member| member.who.role != role) {
        return Err(Failure::not("this account is registered in another role"));
    }
    let epoch = member.as_ref().map_or(0, next_epoch);
    let mut vault = match begun(&who, member.as_ref(), passphrase).await? {
        Begun::Vault(vault) => *vault,
        Begun::Nothing { revision } => {
            let mut vault = Vault::make(&mut entropy(), whose(&who), epoch).in_place_of(revision);
            let hung = vault.add_passphrase(&mut entropy(), passphrase, effort, "passphrase");
            hung.map_err(Failure::vault)?;
            save(&who, &mut vault).await?;
            vault
        }
    };
    if member.as_ref().is_some_and(|member| stands(&vault, member)) {
        return Ok(Person::new(who, vault));
    }
    while vault.reader_key().epoch() < epoch {
        vault.rotate(&mut entropy());
        save(&who, &mut vault).await?;
    }
    let keys = publish(&who, &vault, epoch).await?;
    let message = match member {
        None => RegistryMessage::Register { role, keys, profile },
        Some(_) => RegistryMessage::RotateKeys { keys },
    };
    who.say(Message::Registry(message)).await?;
    Ok(Person::new(who, vault))
}

/// Whom the council turned down applies again, in whatever role is the right one, with the keys they began with.
///
/// # Errors
/// What the chain refuses.
pub async fn again(who: &Person, role: Role, profile: Profile) -> Result<(), Failure> {
    // Registering begins at the first epoch, and the keys say of which they are.
    let keys = publish(who, &who.vault, 0).await?;
    let message = RegistryMessage::Register { role, keys, profile: Some(profile) };
    who.say(Message::Registry(message)).await.map(drop)
}

/// New keys from now on. What was wrapped for the old ones stays readable, and is wrapped anew when it is tended.
///
/// # Errors
/// What vault and chain refuse.
pub async fn rotate(who: &mut Person) -> Result<(), Failure> {
    let member = who.member_of(who.account()).await?;
    let next = next_epoch(&member);
    // A rotation that was saved and not told is told now.
    if who.vault.reader_key_of(next).is_none() {
        crate::vault::change(who, |vault| Ok(vault.rotate(&mut entropy()).epoch())).await?;
    }
    let keys = publish(who, &who.vault, next).await?;
    who.say(Message::Registry(RegistryMessage::RotateKeys { keys })).await.map(drop)
}

/// Leaves the registry.
///
/// # Errors
/// What the chain refuses.
pub async fn leave(who: &SignedIn) -> Result<(), Failure> {
    who.say(Message::Registry(RegistryMessage::Leave {})).await.map(drop)
}

/// What an earlier attempt left.
enum Begun {
    /// A vault to go on with.
    Vault(Box<Vault>),
    /// Nothing that can be trusted; at this revision, if any.
    Nothing { revision: u64 },
}

/// What an earlier attempt saved, as far as that is certain: this device sealed it last, or the chain names its keys.
///
/// The service knows no passphrase, but sealing to its door takes none: it could make a vault itself, hand that out, and
/// read whatever is put in. Nothing is lost with a vault that nobody is registered with.
async fn begun(who: &SignedIn, member: Option<&Member>, passphrase: &str) -> Result<Begun, Failure> {
    let bytes = match fetch_bytes(who).await {
        Ok(bytes) => bytes,
        Err(Failure::Not(_)) => return Ok(Begun::Nothing { revision: 0 }),
        Err(failure) => return Err(failure),
    };
    let file = VaultFile::parse(&bytes).map_err(Failure::vault)?;
    let ours = is_ours(who, &bytes)?;
    if !ours && member.is_none_or(|member| member.keys.is_none()) {
        return Ok(Begun::Nothing { revision: file.revision() });
    }
    let vault = unlock(who, &file, |file, expected| file.open_with_passphrase(passphrase, expected))?;
    if ours || member.is_some_and(|member| stands(&vault, member)) {
        Ok(Begun::Vault(Box::new(vault)))
    } else {
        Err(Distrust::ForeignVault.into())
    }
}

/// The epoch of the keys published next: registering begins at 0, and each publication later counts on.
fn next_epoch(member: &Member) -> u32 {
    member.epoch + 1
}

fn stands(vault: &Vault, member: &Member) -> bool {
    let held = vault.reader_key_of(member.epoch).map(|key| key.bundle().cid());
    held.is_some() && held == member.keys
}

async fn publish(who: &SignedIn, vault: &Vault, epoch: u32) -> Result<Cid, Failure> {
    let key = vault.reader_key_of(epoch).ok_or_else(|| Failure::not("the vault lacks the keys of this epoch"))?;
    upload::bytes(who.oracle(), &key.bundle().to_bytes()).await
}
