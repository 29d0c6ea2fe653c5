//! SMART Health Links (HL7 STU 1): a link or QR with the key in it, and the files it leads to.

use crate::random;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chartkey_vocabulary::Time;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use serde_json::Number;
use zeroize::{Zeroize, Zeroizing};

const SCHEME: &str = "shlink:/";
/// The longest label, in characters.
pub const MAX_LABEL: usize = 80;
/// The longest URL of a manifest, in characters.
pub const MAX_URL: usize = 128;
const MAX_LINK: usize = 4096;

/// The key of a link's files: 256 bits, in the link and nowhere else. Zeroed on drop, without `Debug`.
#[derive(Clone)]
pub struct LinkKey(Zeroizing<[u8; 32]>);

impl LinkKey {
    /// Draws a key.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(random::secret(rng))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// What a link says.
#[derive(Clone)]
pub struct HealthLink {
    /// Where the manifest is asked for, or the one file itself with [`HealthLink::direct`].
    pub url: String,
    /// The key of its files.
    pub key: LinkKey,
    /// When it ends, as a courtesy to the reader; the door enforces it.
    pub until: Option<Time>,
    /// Whether what is behind it may change (`L`).
    pub long_lived: bool,
    /// Whether a passcode is asked for (`P`).
    pub passcode: bool,
    /// Whether the URL leads to the one file directly, without a manifest (`U`).
    pub direct: bool,
    /// What the reader is shown.
    pub label: String,
}

/// A link cannot be written or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// Not a `shlink:/`.
    #[error("not a SMART Health Link")]
    Foreign,
    /// Not the JSON it should be.
    #[error("the link is malformed")]
    Malformed,
    /// A version that is not spoken here.
    #[error("link version {0} is not spoken here")]
    Version(u32),
    /// The key is not 256 bits.
    #[error("the link's key is malformed")]
    Key,
    /// Not an `https` address of at most 128 characters; plain `http` serves only on one's own machine.
    #[error("the link leads to an address that cannot be")]
    Url,
    /// The label is too long.
    #[error("a label has at most {MAX_LABEL} characters")]
    Label,
    /// Flags that exclude each other, or unknown ones.
    #[error("the link's flags do not go together")]
    Flags,
}

#[derive(Serialize, Deserialize)]
struct Payload {
    url: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    exp: Option<Number>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    flag: String,
    key: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    label: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    v: Option<u32>,
}

impl Drop for Payload {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

impl HealthLink {
    /// Writes the link, `shlink:/` in front. A viewer's address with `#` may be put before it.
    ///
    /// # Errors
    /// `Url`, `Label`, `Flags`.
    pub fn write(&self) -> Result<Zeroizing<String>, LinkError> {
        self.check()?;
        let flags = [(self.long_lived, 'L'), (self.passcode, 'P'), (self.direct, 'U')];
        let payload = Payload {
            url: self.url.clone(),
            exp: self.until.map(Number::from),
            flag: flags.into_iter().filter_map(|(set, flag)| set.then_some(flag)).collect(),
            key: BASE64.encode(self.key.bytes()),
            label: self.label.clone(),
            v: None,
        };
        let json = Zeroizing::new(serde_json::to_vec(&payload).map_err(|_| LinkError::Malformed)?);
        Ok(Zeroizing::new(format!("{SCHEME}{}", BASE64.encode(&*json))))
    }

    /// Reads a link, bare or behind a viewer's address.
    ///
    /// # Errors
    /// See [`LinkError`].
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        let text = text.trim();
        if text.len() > MAX_LINK {
            return Err(LinkError::Malformed);
        }
        let bare = text.split_once('#').map_or(text, |(_, fragment)| fragment);
        let encoded = bare.strip_prefix(SCHEME).ok_or(LinkError::Foreign)?;
        let json = Zeroizing::new(BASE64.decode(encoded).map_err(|_| LinkError::Malformed)?);
        let payload: Payload = serde_json::from_slice(&json).map_err(|_| LinkError::Malformed)?;
        if let Some(version) = payload.v.filter(|version| *version != 1) {
            return Err(LinkError::Version(version));
        }
        let key = Zeroizing::new(BASE64.decode(&payload.key).map_err(|_| LinkError::Key)?);
        let key = key.as_slice().try_into().map(|key| LinkKey(Zeroizing::new(key))).map_err(|_| LinkError::Key)?;
        let link = Self {
            url: payload.url.clone(),
            key,
            until: payload.exp.as_ref().map(moment).transpose()?,
            long_lived: payload.flag.contains('L'),
            passcode: payload.flag.contains('P'),
            direct: payload.flag.contains('U'),
            label: payload.label.clone(),
        };
        // The specification lets readers meet flags they do not know; an unknown one could change what a link means.
        if payload.flag.chars().any(|flag| !matches!(flag, 'L' | 'P' | 'U')) {
            return Err(LinkError::Flags);
        }
        link.check()?;
        Ok(link)
    }

    fn check(&self) -> Result<(), LinkError> {
        let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
        let on_this_machine = local.iter().any(|host| {
            self.url.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
        let printable = self.url.bytes().all(|byte| byte.is_ascii_graphic());
        if self.url.len() > MAX_URL || !printable || !(self.url.starts_with("https://") || on_this_machine) {
            return Err(LinkError::Url);
        }
        if self.label.chars().count() > MAX_LABEL || self.label.chars().any(char::is_control) {
            return Err(LinkError::Label);
        }
        if self.direct && self.passcode { Err(LinkError::Flags) } else { Ok(()) }
    }
}

/// Seconds since 1970. Other programs may write a fraction; JSON has only one kind of number.
fn moment(seconds: &Number) -> Result<Time, LinkError> {
    let seconds = seconds.as_f64().ok_or(LinkError::Malformed)?;
    // 2^53: beyond it a JSON number no longer names one second.
    let sound = seconds.is_finite() && (0.0..=9_007_199_254_740_992.0).contains(&seconds);
    if sound { Ok(seconds as Time) } else { Err(LinkError::Malformed) }
}
