//! Doors of a vault: each is a way to the one vault key, and none knows of the others.
//!
//! A door's secret yields an X-Wing pair; the vault key is sealed to its public half, which stays in the file. So the
//! vault key can be changed, and every remaining door re-hung, without asking for anybody's passphrase.

use crate::{
    Genesis,
    bytes::Bytes,
    derive::derive,
    envelope::{self, PUBLIC, SEALED},
    guardians::{self, Guardian},
    random,
    reader_key::secret_of,
};
use argon2::{Algorithm, Argon2, Params, Version};
use chartkey_vocabulary::Account;
use rand_core::CryptoRng;
use x_wing::{Decapsulator, EncapsulationKey, KeyExport};
use zeroize::Zeroizing;

const USE: &str = "chartkey/v1/door";
/// The longest credential identifier WebAuthn allows.
const MAX_CREDENTIAL: usize = 1023;
/// The shortest passphrase, in characters, as NIST SP 800-63B asks of one that stands alone.
pub const MIN_PASSPHRASE: usize = 15;

/// Names a door.
pub type DoorId = [u8; 8];

/// How hard guessing a passphrase is made: Argon2id, version 0x13, one lane, since a browser has no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// KiB of memory.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Effort {
    /// RFC 9106's second recommendation, with one lane; about a second in a browser.
    pub const STANDARD: Self = Self { memory: 64 * 1024, passes: 3 };
    /// OWASP's floor, for devices that cannot give a tab 64 MiB.
    pub const LIGHT: Self = Self { memory: 19 * 1024, passes: 2 };
    /// The most a file may ask for: a server must not talk a client into giving gigabytes or hours.
    const MOST: Self = Self { memory: 256 * 1024, passes: 8 };

    /// Neither so little that guessing is cheap nor so much that opening is an attack.
    fn is_sane(self) -> bool {
        (Self::LIGHT.memory..=Self::MOST.memory).contains(&self.memory)
            && (Self::LIGHT.passes..=Self::MOST.passes).contains(&self.passes)
    }
}

/// What a door is made of; all of it public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DoorKind {
    /// A passphrase.
    Passphrase {
        /// How hard it is to guess.
        effort: Effort,
        /// Random.
        salt: [u8; 32],
    },
    /// A passkey with the PRF extension.
    Passkey {
        /// What the authenticator is asked to evaluate.
        salt: [u8; 32],
        /// Which credential to ask.
        credential: Vec<u8>,
    },
    /// A printed code.
    Code,
    /// Two of three guardians.
    Guardians(Box<[Guardian; 3]>),
    /// Another device's own key.
    Device,
}

impl DoorKind {
    fn code(&self) -> u8 {
        match self {
            Self::Passphrase { .. } => 1,
            Self::Passkey { .. } => 2,
            Self::Code => 3,
            Self::Guardians(_) => 4,
            Self::Device => 5,
        }
    }

    fn params(&self) -> Vec<u8> {
        match self {
            Self::Passphrase { effort, salt } => {
                [&effort.memory.to_be_bytes()[..], &effort.passes.to_be_bytes(), salt].concat()
            }
            Self::Passkey { salt, credential } => [&salt[..], credential].concat(),
            Self::Guardians(guardians) => guardians.iter().flat_map(Guardian::to_bytes).collect(),
            Self::Code | Self::Device => Vec::new(),
        }
    }

    fn read(code: u8, params: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(params);
        let kind = match code {
            1 => {
                let effort = Effort { memory: bytes.u32()?, passes: bytes.u32()? };
                effort.is_sane().then_some(())?;
                Self::Passphrase { effort, salt: bytes.take()? }
            }
            2 => {
                let salt = bytes.take()?;
                (bytes.0.len() <= MAX_CREDENTIAL).then_some(())?;
                Self::Passkey { salt, credential: bytes.slice(bytes.0.len())?.to_vec() }
            }
            3 => Self::Code,
            4 => {
                let mut next = || Guardian::read(&mut bytes);
                let all = [next()?, next()?, next()?];
                all.iter().zip(1..).all(|(guardian, number)| guardian.number == number).then_some(())?;
                Self::Guardians(Box::new(all))
            }
            5 => Self::Device,
            _ => return None,
        };
        bytes.0.is_empty().then_some(kind)
    }
}

/// Whose vault it is, on which chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whose {
    /// Which chain.
    pub genesis: Genesis,
    /// Whose account.
    pub account: Account,
}

impl Whose {
    pub(crate) fn bytes(&self) -> [u8; 52] {
        let mut bytes = [0; 52];
        bytes[..32].copy_from_slice(&self.genesis);
        bytes[32..].copy_from_slice(&self.account.0);
        bytes
    }
}

/// A door as it stands in the file.
#[derive(Clone, PartialEq, Eq)]
pub struct Door {
    id: DoorId,
    kind: DoorKind,
    public: EncapsulationKey,
    sealed: Box<[u8; SEALED]>,
}

impl Door {
    /// Its name.
    pub fn id(&self) -> DoorId {
        self.id
    }

    /// What opens it.
    pub fn kind(&self) -> &DoorKind {
        &self.kind
    }

    /// Hangs a door that `secret` opens.
    pub(crate) fn hang(
        rng: &mut impl CryptoRng,
        whose: &Whose,
        id: DoorId,
        kind: DoorKind,
        secret: &[u8; 32],
        vault_key: &[u8; 32],
    ) -> Self {
        let seed = door_seed(whose, id, &kind, secret);
        let public = secret_of(&seed).encapsulation_key().clone();
        Self::hang_public(rng, whose, id, kind, public, vault_key)
    }

    /// Hangs a door whose public key is known.
    pub(crate) fn hang_public(
        rng: &mut impl CryptoRng,
        whose: &Whose,
        id: DoorId,
        kind: DoorKind,
        public: EncapsulationKey,
        vault_key: &[u8; 32],
    ) -> Self {
        let bound = [&whose.bytes()[..], &id, &[kind.code()], &kind.params()].concat();
        let sealed = Box::new(envelope::seal(rng, &public, USE, &[&bound], vault_key));
        Self { id, kind, public, sealed }
    }

    /// The same door to another vault key.
    pub(crate) fn rehang(&self, rng: &mut impl CryptoRng, whose: &Whose, vault_key: &[u8; 32]) -> Self {
        Self::hang_public(rng, whose, self.id, self.kind.clone(), self.public.clone(), vault_key)
    }

    /// The vault key, if `secret` is this door's.
    pub(crate) fn open(&self, whose: &Whose, secret: &[u8; 32]) -> Option<Zeroizing<[u8; 32]>> {
        let seed = door_seed(whose, self.id, &self.kind, secret);
        let bound = [&whose.bytes()[..], &self.id, &[self.kind.code()], &self.kind.params()].concat();
        envelope::open(&secret_of(&seed), USE, &[&bound], &self.sealed)
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let params = self.kind.params();
        out.push(self.kind.code());
        out.extend_from_slice(&self.id);
        out.extend_from_slice(&(params.len() as u16).to_be_bytes());
        out.extend_from_slice(&params);
        out.extend_from_slice(&self.public.to_bytes());
        out.extend_from_slice(self.sealed.as_ref());
    }

    /// Reads a door; `None` when cut short, `Some(None)` when it says something that cannot be.
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Option<Option<Self>> {
        let code = bytes.byte()?;
        let id = bytes.take()?;
        let len = bytes.u16()?;
        let params = bytes.slice(len.into())?;
        let public = bytes.slice(PUBLIC)?;
        let sealed = Box::new(bytes.take()?);
        let whole = || {
            let kind = DoorKind::read(code, params)?;
            let public = EncapsulationKey::try_from(public).ok()?;
            Some(Self { id, kind, public, sealed })
        };
        Some(whole())
    }
}

/// A passkey door's kind, if the credential can be one.
pub(crate) fn passkey(salt: [u8; 32], credential: &[u8]) -> Option<DoorKind> {
    (credential.len() <= MAX_CREDENTIAL).then(|| DoorKind::Passkey { salt, credential: credential.to_vec() })
}

/// A passphrase door's kind, under a fresh salt.
pub(crate) fn passphrase(rng: &mut impl CryptoRng, effort: Effort) -> Option<DoorKind> {
    effort.is_sane().then(|| DoorKind::Passphrase { effort, salt: random::nonce(rng) })
}

/// A guardians' door and the secret its shares are of.
pub(crate) fn guardians(
    rng: &mut impl CryptoRng,
    whose: &Whose,
    id: DoorId,
    to: [&crate::KeyBundle; 3],
) -> (DoorKind, Zeroizing<[u8; 32]>) {
    let secret = random::secret(rng);
    let guardians = guardians::appoint(rng, whose, id, to, &secret);
    (DoorKind::Guardians(Box::new(guardians)), secret)
}

/// Stretches a passphrase. Surrounding space is dropped and the text brought to one form (NFKC), since the next
/// keyboard may write the same letters otherwise.
pub(crate) fn stretch(passphrase: &str, effort: Effort, salt: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    let text = normal(passphrase);
    let mut secret = Zeroizing::new([0; 32]);
    let params = Params::new(effort.memory, effort.passes, 1, Some(32)).expect("sane effort is within Argon2's limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(text.as_bytes(), salt, secret.as_mut())
        .expect("lengths are within Argon2's limits");
    secret
}

/// How many characters of a passphrase count.
pub(crate) fn passphrase_len(passphrase: &str) -> usize {
    normal(passphrase).chars().count()
}

fn normal(passphrase: &str) -> Zeroizing<String> {
    let text = passphrase.trim();
    Zeroizing::new(if text.is_ascii() { text.to_owned() } else { one_form(text) })
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
fn one_form(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().collect()
}

/// What was typed into a page the browser's own strings held already.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
fn one_form(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

fn door_seed(whose: &Whose, id: DoorId, kind: &DoorKind, secret: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    if matches!(kind, DoorKind::Device) {
        // The device showed its public key before the door had a name.
        return Zeroizing::new(*secret);
    }
    derive(secret, &[], "chartkey/v1/door seed", &[&whose.bytes(), &id, &[kind.code()]])
}
