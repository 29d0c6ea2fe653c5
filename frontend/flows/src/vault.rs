//! The vault file: fetched, opened, changed, saved. The service keeps it and can do neither of the others.

use crate::{alone, distrust::Distrust, drawer::Drawer, failure::Failure, person::Person, signed_in::SignedIn, wraps};
use chartkey_protocol::Why;
use chartkey_vault::{Expected, UnlockError, Vault, VaultFile, Whose, entropy};
use chartkey_vocabulary::Account;
use sha2::{Digest as _, Sha256};

/// Opens the asker's vault with their passphrase, and does what an earlier run left undone.
///
/// # Errors
/// `OldVault` when an earlier revision is served than this device has seen, `ForeignVault` when its keys are not the
/// ones the chain names; a wrong passphrase in words.
pub async fn open(who: SignedIn, passphrase: &str) -> Result<Person, Failure> {
    open_by(who, |file, expected| file.open_with_passphrase(passphrase, expected)).await
}

/// Opens the asker's vault by whichever door.
///
/// # Errors
/// As [`open`].
pub async fn open_by(
    who: SignedIn,
    door: impl FnOnce(&VaultFile, &Expected) -> Result<Vault, UnlockError>,
) -> Result<Person, Failure> {
    let bytes = fetch_bytes(&who).await?;
    let file = VaultFile::parse(&bytes).map_err(Failure::vault)?;
    let vault = unlock(&who, &file, door)?;
    belongs(&who, &vault).await?;
    alone::keep_vault(who.cupboard.as_ref(), &whose(&who), &bytes, who.oracle().now()).await;
    let person = Person::new(who, vault);
    // The vault is open whatever was left undone; the next thing that is done tries again, and says what hinders it.
    let _ = wraps::leftovers(&person).await;
    Ok(person)
}

/// The vault file as the service has it.
///
/// # Errors
/// `Not` when there is none.
pub async fn fetch(who: &SignedIn) -> Result<VaultFile, Failure> {
    VaultFile::parse(&fetch_bytes(who).await?).map_err(Failure::vault)
}

pub(crate) async fn fetch_bytes(who: &SignedIn) -> Result<Vec<u8>, Failure> {
    match who.oracle().vault().await {
        Ok(file) => Ok(file.bytes.0),
        Err(error) => match Failure::from(error) {
            failure if failure.is(Why::NotFound) => Err(Failure::not("there is no vault yet; join first")),
            failure => Err(failure),
        },
    }
}

pub(crate) fn unlock(
    who: &SignedIn,
    file: &VaultFile,
    door: impl FnOnce(&VaultFile, &Expected) -> Result<Vault, UnlockError>,
) -> Result<Vault, Failure> {
    unlock_as(whose(who), who.drawer.as_ref(), file, door)
}

/// As [`unlock`], without a session.
pub(crate) fn unlock_as(
    whose: Whose,
    drawer: &dyn Drawer,
    file: &VaultFile,
    door: impl FnOnce(&VaultFile, &Expected) -> Result<Vault, UnlockError>,
) -> Result<Vault, Failure> {
    let expected = Expected { whose, seen: seen(drawer, &whose)? };
    let vault = door(file, &expected).map_err(|error| match error {
        UnlockError::Stale { .. } => Distrust::OldVault.into(),
        UnlockError::Elsewhere(_) => Distrust::ForeignVault.into(),
        error => Failure::vault(error),
    })?;
    remember(drawer, &whose, vault.revision())?;
    Ok(vault)
}

/// Whether the vault holds the key the chain names; without it, whatever is sealed to this person now could not be
/// opened.
async fn belongs(who: &SignedIn, vault: &Vault) -> Result<(), Failure> {
    let Some(member) = who.now().await?.registry().member(who.account()).await? else { return Ok(()) };
    let Some(named) = member.keys else { return Ok(()) };
    let held = vault.reader_key_of(member.epoch).map(|key| key.bundle().cid());
    if held == Some(named) { Ok(()) } else { Err(Distrust::ForeignVault.into()) }
}

/// Changes the vault and saves it.
///
/// # Errors
/// `SavedElsewhere` when another device saved it meanwhile; the change is then not kept.
pub async fn change<T>(who: &mut Person, how: impl FnOnce(&mut Vault) -> Result<T, Failure>) -> Result<T, Failure> {
    let made = how(&mut who.vault)?;
    save(&who.signed_in().clone(), &mut who.vault).await?;
    Ok(made)
}

/// Letters of a name, at most.
const NAME: usize = 120;

/// Calls somebody by a name in one's own vault; nobody else learns it.
///
/// # Errors
/// As [`change`].
pub async fn call(who: &mut Person, account: Account, name: &str) -> Result<(), Failure> {
    let name: String = name.trim().chars().take(NAME).collect();
    change(who, |vault| {
        vault.set_name(account, &name);
        Ok(())
    })
    .await
}

/// Seals the vault as its next revision and hands it in.
pub(crate) async fn save(who: &SignedIn, vault: &mut Vault) -> Result<(), Failure> {
    let bytes = vault.save(&mut entropy()).map_err(Failure::vault)?;
    let revision = vault.revision();
    let file = chartkey_protocol::VaultFile { revision, bytes: bytes.into() };
    let whose = whose(who);
    who.drawer.put(&sealed(&whose), &Sha256::digest(&file.bytes.0))?;
    match who.oracle().put_vault(&file).await.map_err(Failure::from) {
        Err(failure) if failure.is(Why::Conflict) => Err(Failure::SavedElsewhere),
        Err(failure) => Err(failure),
        Ok(()) => {
            vault.handed_in();
            alone::keep_vault(who.cupboard.as_ref(), &whose, &file.bytes.0, who.oracle().now()).await;
            remember(who.drawer.as_ref(), &whose, revision)
        }
    }
}

/// Whose vault it is.
pub(crate) fn whose(who: &SignedIn) -> Whose {
    Whose { genesis: who.genesis().0, account: who.account() }
}

/// Whether these bytes are what this device sealed last.
pub(crate) fn is_ours(who: &SignedIn, bytes: &[u8]) -> Result<bool, Failure> {
    let sealed = who.drawer.get(&sealed(&whose(who)))?;
    Ok(sealed.is_some_and(|digest| digest == Sha256::digest(bytes).as_slice()))
}

fn sealed(whose: &Whose) -> String {
    format!("sealed-{}", named(whose))
}

fn note(whose: &Whose) -> String {
    format!("vault-{}", named(whose))
}

/// A chain that began anew has other vaults; what was seen on another says nothing about them.
fn named(whose: &Whose) -> String {
    format!("{}-{}", hex::encode(&whose.genesis[..8]), &whose.account.to_string()[2..])
}

/// The highest revision this device has seen.
fn seen(drawer: &dyn Drawer, whose: &Whose) -> Result<u64, Failure> {
    let kept = drawer.get(&note(whose))?;
    Ok(kept.and_then(|kept| kept.try_into().ok()).map_or(0, u64::from_be_bytes))
}

fn remember(drawer: &dyn Drawer, whose: &Whose, revision: u64) -> Result<(), Failure> {
    let highest = revision.max(seen(drawer, whose)?);
    Ok(drawer.put(&note(whose), &highest.to_be_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawer::Pocket;
    use chartkey_vocabulary::Account;

    #[test]
    fn the_highest_revision_is_remembered_for_each_account_of_each_chain() {
        let pocket = Pocket::default();
        let of = |genesis, account| Whose { genesis: [genesis; 32], account: Account([account; 20]) };
        for revision in [3, 5, 4] {
            remember(&pocket, &of(1, 1), revision).expect("remembers");
        }
        let seen = |genesis, account| seen(&pocket, &of(genesis, account)).expect("reads");
        assert_eq!((seen(1, 1), seen(1, 2), seen(2, 1)), (5, 0, 0));
    }
}
