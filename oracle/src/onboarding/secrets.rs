//! One secret file, `people.key` in the data folder, from which everything kept secret here is derived.
//!
//! Made at the first start. It belongs into every backup: without it no number that was registered is found again.

use crate::{app::App, problem::Failed};
use chartkey_protocol::Why;
use hmac::{Hmac, KeyInit, Mac};
use rand::{RngCore, rngs::OsRng};
use sha2::Sha256;
use std::{io, path::Path};
use tokio::io::AsyncWriteExt;
use voprf::{Ristretto255, VoprfServer};

/// The file's name in the data folder.
const FILE: &str = "people.key";

/// The secret, read.
pub(super) struct Secrets([u8; 32]);

impl Secrets {
    /// Reads the secret; makes it when there is none.
    pub(super) async fn of(app: &App) -> Result<Self, Failed> {
        Self::read(&app.settings.data).await.map_err(|error| {
            tracing::error!(%error, "the secret file cannot be read or made");
            Failed::new(Why::Broken, "The service could not read its own secret.")
        })
    }

    async fn read(folder: &Path) -> io::Result<Self> {
        let file = folder.join(FILE);
        let bytes = match tokio::fs::read(&file).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make(folder, &file).await?;
                tokio::fs::read(&file).await?
            }
            read => read?,
        };
        bytes.try_into().map(Self).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not 32 bytes long"))
    }

    /// HMAC-SHA-256 of `parts` for one use; uses and lengths are kept apart.
    pub(super) fn mac(&self, usage: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("any length serves");
        for part in [usage.as_bytes()].iter().chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The server's side of the oblivious function.
    pub(super) fn lookup(&self) -> VoprfServer<Ristretto255> {
        VoprfServer::new_from_seed(&self.mac("lookup key", &[]), b"chartkey lookup 1").expect("a seed of 32 bytes")
    }
}

#[cfg(test)]
impl Secrets {
    pub(super) fn test(secret: [u8; 32]) -> Self {
        Self(secret)
    }
}

async fn make(folder: &Path, file: &Path) -> io::Result<()> {
    let mut secret = [0; 32];
    OsRng.fill_bytes(&mut secret);
    tokio::fs::create_dir_all(folder).await?;
    let half = folder.join(format!(".{FILE}.{:08x}", OsRng.next_u32()));
    let mut options = tokio::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut out = options.open(&half).await?;
    out.write_all(&secret).await?;
    out.sync_all().await?;
    // A link does not replace: of two that begin at once, both go on with the first one's secret.
    let linked = tokio::fs::hard_link(&half, file).await;
    tokio::fs::remove_file(&half).await?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_secret_is_made_once_for_all_and_only_for_its_owner() {
        let folder = tempfile::tempdir().expect("a folder");
        let made = futures::future::join_all((0..8).map(|_| Secrets::read(folder.path()))).await;
        let again = Secrets::read(folder.path()).await.expect("the secret").0;
        assert!(made.into_iter().all(|secrets| secrets.expect("the secret").0 == again));
        let files: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").collect();
        assert_eq!(files.len(), 1, "nothing else is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = folder.path().join(FILE).metadata().expect("the file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        std::fs::write(folder.path().join(FILE), [1; 31]).expect("written");
        assert!(Secrets::read(folder.path()).await.is_err(), "a cut file is no secret");
    }

    #[test]
    fn macs_of_other_uses_and_other_cuts_differ() {
        let secrets = Secrets([7; 32]);
        assert_ne!(secrets.mac("a", &[b"bc"]), secrets.mac("ab", &[b"c"]));
        assert_ne!(secrets.mac("a", &[b"b", b"c"]), secrets.mac("a", &[b"bc"]));
        assert_eq!(secrets.mac("a", &[b"b"]), Secrets([7; 32]).mac("a", &[b"b"]));
    }
}
