//! Flows outside a browser: sockets, a folder for notes, a key in memory.

use crate::{
    drawer::{Drawer, Jammed},
    http::{Http, Unreachable},
    wallet::{Unsigned, Wallet},
};
use async_trait::async_trait;
use chartkey_client::{AccountId, Config, Prepared};
use http::{Request, Response};
use std::{fs, io, io::Write, path::PathBuf, time::Duration};
use subxt::{transactions::Signer, utils::MultiSignature};
use subxt_signer::{ecdsa, sr25519};

/// Longer than the slowest answer: an oracle waits for the chain before it says yes.
const PATIENCE: Duration = Duration::from_secs(120);

/// HTTP over the machine's sockets.
pub struct Sockets(reqwest::Client);

impl Sockets {
    /// A client with this machine's certificates.
    ///
    /// # Errors
    /// When the machine has no usable certificates.
    pub fn new() -> Result<Self, Unreachable> {
        // Some other part of the program may have chosen already; any choice is good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .connect_timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| unreachable(&error))?;
        Ok(Self(client))
    }
}

fn unreachable(error: &reqwest::Error) -> Unreachable {
    // The address stays out: it may name a record.
    let mut words = String::new();
    let mut cause: Option<&dyn std::error::Error> = std::error::Error::source(error);
    while let Some(error) = cause {
        words = error.to_string();
        cause = error.source();
    }
    Unreachable(if words.is_empty() { "no answer".into() } else { words })
}

#[async_trait]
impl Http for Sockets {
    async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Unreachable> {
        let request = reqwest::Request::try_from(request).map_err(|error| unreachable(&error))?;
        let answer = self.0.execute(request).await.map_err(|error| unreachable(&error))?;
        let mut response = Response::new(Vec::new());
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        *response.body_mut() = answer.bytes().await.map_err(|error| unreachable(&error))?.to_vec();
        Ok(response)
    }

    async fn pause(&self, milliseconds: u64) {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }

    fn now(&self) -> u64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    }
}

/// A wallet whose key is in this program's memory.
#[derive(Clone)]
pub enum KeyWallet {
    /// As most wallets of this chain.
    Sr25519(sr25519::Keypair),
    /// As wallets that came from elsewhere.
    Ecdsa(ecdsa::Keypair),
}

impl From<sr25519::Keypair> for KeyWallet {
    fn from(key: sr25519::Keypair) -> Self {
        Self::Sr25519(key)
    }
}

impl KeyWallet {
    fn signature(&self, bytes: &[u8]) -> MultiSignature {
        match self {
            Self::Sr25519(key) => Signer::<Config>::sign(key, bytes),
            Self::Ecdsa(key) => Signer::<Config>::sign(key, bytes),
        }
    }
}

#[async_trait]
impl Wallet for KeyWallet {
    fn account(&self) -> AccountId {
        match self {
            Self::Sr25519(key) => Signer::<Config>::account_id(key),
            Self::Ecdsa(key) => Signer::<Config>::account_id(key),
        }
    }

    async fn sign_text(&self, text: &str) -> Result<MultiSignature, Unsigned> {
        Ok(self.signature(text.as_bytes()))
    }

    async fn sign(&self, transaction: &Prepared) -> Result<MultiSignature, Unsigned> {
        let payload = transaction.payload().map_err(|error| Unsigned::because(error.to_string()))?;
        Ok(self.signature(&payload))
    }
}

/// A drawer that is a folder, readable by its owner only.
pub struct Folder(PathBuf);

impl Folder {
    /// Uses this folder, which is made when it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, Jammed> {
        let path = path.into();
        fs::create_dir_all(&path).map_err(jammed)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).map_err(jammed)?;
        }
        Ok(Self(path))
    }

    /// The note's file. Names are ours, but a slash in one would lead elsewhere.
    fn file(&self, name: &str) -> Result<PathBuf, Jammed> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || !name.chars().all(plain) {
            return Err(Jammed(format!("{name:?} is no name of a note")));
        }
        Ok(self.0.join(name))
    }
}

#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
fn jammed(error: io::Error) -> Jammed {
    Jammed(error.to_string())
}

impl Drawer for Folder {
    fn put(&self, name: &str, note: &[u8]) -> Result<(), Jammed> {
        let file = self.file(name)?;
        let mut draft = tempfile::NamedTempFile::new_in(&self.0).map_err(jammed)?;
        draft.write_all(note).map_err(jammed)?;
        draft.as_file().sync_all().map_err(jammed)?;
        draft.persist(file).map_err(|error| jammed(error.error))?;
        // The new name is on the disk only once the folder is.
        fs::File::open(&self.0).and_then(|folder| folder.sync_all()).map_err(jammed)
    }

    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Jammed> {
        match fs::read(self.file(name)?) {
            Ok(note) => Ok(Some(note)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(jammed(error)),
        }
    }

    fn names(&self, prefix: &str) -> Result<Vec<String>, Jammed> {
        let entries = fs::read_dir(&self.0).map_err(jammed)?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.starts_with(prefix)).collect();
        names.sort();
        Ok(names)
    }

    fn remove(&self, name: &str) -> Result<(), Jammed> {
        match fs::remove_file(self.file(name)?) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(jammed(error)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_kept_found_replaced_and_thrown_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let drawer = Folder::open(folder.path().join("notes")).expect("opens");
        assert_eq!(drawer.get("wraps-1"), Ok(None));
        drawer.put("wraps-1", b"a").expect("puts");
        drawer.put("wraps-1", b"b").expect("replaces");
        drawer.put("seen", b"c").expect("puts");
        assert_eq!(Folder::open(folder.path().join("notes")).expect("again").get("wraps-1"), Ok(Some(b"b".to_vec())));
        assert_eq!(drawer.names("wraps-"), Ok(vec!["wraps-1".to_owned()]));
        drawer.remove("wraps-1").expect("removes");
        drawer.remove("wraps-1").expect("is fine when gone");
        assert_eq!(drawer.names("wraps-"), Ok(vec![]));
    }

    #[test]
    fn a_name_never_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let drawer = Folder::open(folder.path()).expect("opens");
        for name in ["", "../key", "a/b", ".", "a\\b", "a b"] {
            assert!(drawer.put(name, b"x").is_err(), "{name:?}");
            assert!(drawer.get(name).is_err(), "{name:?}");
        }
    }
}
