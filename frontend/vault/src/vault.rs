//! The open vault: keys of every epoch, names, links, and the doors that lead here.

mod body;

use crate::{
    Confirmed, KeyBundle, PrintedCode, ReaderKey,
    doors::{self, Door, DoorId, DoorKind, Effort, MIN_PASSPHRASE, Whose},
    random,
    vault_file::{MAX_DOORS, MAX_VAULT, VaultFile},
};
use chartkey_vocabulary::{Account, Commitment, Time};
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Everything a person's vault holds. Zeroed on drop, without `Debug` and `Serialize`.
pub struct Vault {
    whose: Whose,
    revision: u64,
    key: Zeroizing<[u8; 32]>,
    doors: Vec<Door>,
    readers: Vec<ReaderKey>,
    door_names: BTreeMap<DoorId, String>,
    names: BTreeMap<Account, String>,
    links: BTreeMap<[u8; 32], LinkSecret>,
    settings: BTreeMap<String, String>,
    changed: bool,
}

/// What is needed to show or close a link later.
#[derive(Clone)]
pub struct LinkSecret {
    /// What the chain knows the link by.
    pub commitment: Commitment,
    /// The whole link, key included.
    pub text: Zeroizing<String>,
    /// What the person calls it.
    pub label: String,
    /// When it ends.
    pub until: Time,
}

/// A door cannot be hung or taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DoorError {
    /// The vault has as many as it can have.
    #[error("a vault has at most {MAX_DOORS} doors")]
    TooMany,
    /// A passphrase that would soon be guessed.
    #[error("a passphrase has at least {MIN_PASSPHRASE} characters")]
    Weak,
    /// Parameters that cannot be.
    #[error("no such door can be")]
    Unfit,
    /// Two guardians are one person, or the owner guards themselves.
    #[error("three guardians are three other people")]
    Guardians,
    /// There is no such door.
    #[error("the vault has no such door")]
    NoDoor,
    /// Nobody could open the vault afterwards.
    #[error("the last door stays")]
    LastDoor,
}

/// The vault cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// Nobody could open it.
    #[error("a vault without doors is lost")]
    NoDoors,
    /// It holds more than fits.
    #[error("the vault holds more than fits")]
    TooLarge,
}

impl Vault {
    /// An empty vault with a first reader key. `epoch` is what the registry counts next: 0 for who registers.
    pub fn make(rng: &mut impl CryptoRng, whose: Whose, epoch: u32) -> Self {
        let readers = vec![ReaderKey::make(rng, whose.account, epoch)];
        Self::around(whose, 0, Vec::new(), random::secret(rng), readers)
    }

    /// A new vault in the place of one that is kept at this revision and is not gone on with.
    #[must_use]
    pub fn in_place_of(self, revision: u64) -> Self {
        Self { revision, ..self }
    }

    fn around(
        whose: Whose,
        revision: u64,
        doors: Vec<Door>,
        key: Zeroizing<[u8; 32]>,
        readers: Vec<ReaderKey>,
    ) -> Self {
        let (door_names, names, links, settings) = Default::default();
        Self { whose, revision, key, doors, readers, door_names, names, links, settings, changed: false }
    }

    /// Whose it is.
    pub fn whose(&self) -> &Whose {
        &self.whose
    }

    /// How often it was saved.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether it holds what was not handed in since it was opened.
    pub fn is_changed(&self) -> bool {
        self.changed
    }

    /// What [`Vault::save`] gave was handed in.
    pub fn handed_in(&mut self) {
        self.changed = false;
    }

    /// The reader key now in use.
    pub fn reader_key(&self) -> &ReaderKey {
        self.readers.last().expect("a vault has a reader key")
    }

    /// The reader key of one epoch, if the vault has it.
    pub fn reader_key_of(&self, epoch: u32) -> Option<&ReaderKey> {
        self.readers.iter().find(|key| key.epoch() == epoch)
    }

    /// Draws the reader key of the next epoch. Save, then publish its bundle and tell the chain, in this order: a key
    /// on the chain that no vault holds would lock its owner out.
    pub fn rotate(&mut self, rng: &mut impl CryptoRng) -> &ReaderKey {
        let epoch = self.reader_key().epoch() + 1;
        self.changed = true;
        self.readers.push(ReaderKey::make(rng, self.whose.account, epoch));
        self.reader_key()
    }

    /// The doors, each with what its owner calls it.
    pub fn doors(&self) -> impl Iterator<Item = (&Door, &str)> {
        self.doors.iter().map(|door| (door, self.door_names.get(&door.id()).map_or("", String::as_str)))
    }

    /// Hangs a door for a passphrase.
    ///
    /// # Errors
    /// `Weak` below [`MIN_PASSPHRASE`] characters, `TooMany`, `Unfit`.
    pub fn add_passphrase(
        &mut self,
        rng: &mut impl CryptoRng,
        passphrase: &str,
        effort: Effort,
        name: &str,
    ) -> Result<DoorId, DoorError> {
        if doors::passphrase_len(passphrase) < MIN_PASSPHRASE {
            return Err(DoorError::Weak);
        }
        let kind = doors::passphrase(rng, effort).ok_or(DoorError::Unfit)?;
        let DoorKind::Passphrase { salt, .. } = &kind else { return Err(DoorError::Unfit) };
        let secret = doors::stretch(passphrase, effort, salt);
        self.hang(rng, kind, &secret, name)
    }

    /// Hangs a door for a passkey whose PRF gave `prf` for `salt`.
    ///
    /// # Errors
    /// `TooMany`, `Unfit`.
    pub fn add_passkey(
        &mut self,
        rng: &mut impl CryptoRng,
        credential: &[u8],
        salt: [u8; 32],
        prf: &[u8; 32],
        name: &str,
    ) -> Result<DoorId, DoorError> {
        let kind = doors::passkey(salt, credential).ok_or(DoorError::Unfit)?;
        self.hang(rng, kind, prf, name)
    }

    /// Hangs a door for a printed code.
    ///
    /// # Errors
    /// `TooMany`.
    pub fn add_code(&mut self, rng: &mut impl CryptoRng, code: &PrintedCode, name: &str) -> Result<DoorId, DoorError> {
        self.hang(rng, DoorKind::Code, code.secret(), name)
    }

    /// Hangs a door that any two of three guardians open together.
    ///
    /// # Errors
    /// `Guardians` when they are not three other people, `TooMany`.
    pub fn add_guardians(
        &mut self,
        rng: &mut impl CryptoRng,
        guardians: [&KeyBundle; 3],
        name: &str,
    ) -> Result<DoorId, DoorError> {
        let [a, b, c] = guardians.map(KeyBundle::account);
        if a == b || b == c || a == c || [a, b, c].contains(&self.whose.account) {
            return Err(DoorError::Guardians);
        }
        let id = self.new_id(rng)?;
        let (kind, secret) = doors::guardians(rng, &self.whose, id, guardians);
        let door = Door::hang(rng, &self.whose, id, kind, &secret, &self.key);
        Ok(self.keep(door, name))
    }

    /// Hangs a door for another device of the same person.
    ///
    /// # Errors
    /// `TooMany`, and `Unfit` when the device asked for another vault.
    pub fn add_device(
        &mut self,
        rng: &mut impl CryptoRng,
        device: &Confirmed,
        name: &str,
    ) -> Result<DoorId, DoorError> {
        let offer = &device.0;
        if *offer.whose() != self.whose {
            return Err(DoorError::Unfit);
        }
        let id = self.new_id(rng)?;
        let door = Door::hang_public(rng, &self.whose, id, DoorKind::Device, offer.public().clone(), &self.key);
        Ok(self.keep(door, name))
    }

    /// Takes a door out and changes the vault key, so that who had that door reads no later file.
    ///
    /// What they could read until now, they may have kept: a stolen phone is reason to [`Vault::rotate`] as well.
    ///
    /// # Errors
    /// `NoDoor`, `LastDoor`.
    pub fn remove_door(&mut self, rng: &mut impl CryptoRng, id: DoorId) -> Result<(), DoorError> {
        let at = self.doors.iter().position(|door| door.id() == id).ok_or(DoorError::NoDoor)?;
        if self.doors.len() == 1 {
            return Err(DoorError::LastDoor);
        }
        self.changed = true;
        self.doors.remove(at);
        self.door_names.remove(&id);
        self.key = random::secret(rng);
        self.doors = self.doors.iter().map(|door| door.rehang(rng, &self.whose, &self.key)).collect();
        Ok(())
    }

    /// What the person calls an account.
    pub fn name(&self, account: Account) -> Option<&str> {
        self.names.get(&account).map(String::as_str)
    }

    /// Everyone in the address book.
    pub fn names(&self) -> impl Iterator<Item = (Account, &str)> {
        self.names.iter().map(|(account, name)| (*account, name.as_str()))
    }

    /// Writes a name into the address book; an empty one strikes it out.
    pub fn set_name(&mut self, account: Account, name: &str) {
        self.changed = true;
        set(&mut self.names, account, name);
    }

    /// What a client keeps for itself, such as the language.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(String::as_str)
    }

    /// Keeps a setting; an empty one is dropped.
    pub fn set_setting(&mut self, key: &str, value: &str) {
        self.changed = true;
        set(&mut self.settings, key.to_owned(), value);
    }

    /// The links that were handed out.
    pub fn links(&self) -> impl Iterator<Item = &LinkSecret> {
        self.links.values()
    }

    /// Keeps a link.
    pub fn keep_link(&mut self, link: LinkSecret) {
        self.changed = true;
        self.links.insert(link.commitment.0, link);
    }

    /// Forgets a link; says whether there was one.
    pub fn forget_link(&mut self, commitment: &Commitment) -> bool {
        let known = self.links.remove(&commitment.0).is_some();
        self.changed |= known;
        known
    }

    /// Seals the vault as its next revision.
    ///
    /// # Errors
    /// `NoDoors`, `TooLarge`.
    pub fn save(&mut self, rng: &mut impl CryptoRng) -> Result<Vec<u8>, SaveError> {
        if self.doors.is_empty() {
            return Err(SaveError::NoDoors);
        }
        let body = self.write();
        let nonce = random::nonce(rng);
        let bytes = VaultFile::seal(nonce, self.whose, self.revision + 1, &self.doors, &self.key, &body);
        if bytes.len() > MAX_VAULT {
            return Err(SaveError::TooLarge);
        }
        self.revision += 1;
        // It counts as saved once somebody keeps these bytes.
        self.changed = true;
        Ok(bytes)
    }

    fn hang(
        &mut self,
        rng: &mut impl CryptoRng,
        kind: DoorKind,
        secret: &[u8; 32],
        name: &str,
    ) -> Result<DoorId, DoorError> {
        let id = self.new_id(rng)?;
        let door = Door::hang(rng, &self.whose, id, kind, secret, &self.key);
        Ok(self.keep(door, name))
    }

    fn new_id(&self, rng: &mut impl CryptoRng) -> Result<DoorId, DoorError> {
        if self.doors.len() < MAX_DOORS { Ok(random::nonce(rng)) } else { Err(DoorError::TooMany) }
    }

    fn keep(&mut self, door: Door, name: &str) -> DoorId {
        let id = door.id();
        self.changed = true;
        set(&mut self.door_names, id, name);
        self.doors.push(door);
        id
    }
}

fn set<K: Ord>(map: &mut BTreeMap<K, String>, key: K, value: &str) {
    if value.is_empty() {
        map.remove(&key);
    } else {
        map.insert(key, value.to_owned());
    }
}
