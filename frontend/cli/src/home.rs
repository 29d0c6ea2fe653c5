//! A person's folder: wallet, what was believed at first sight, small notes. And the way from it to the service.

use anyhow::{Context, Result, bail};
use chartkey_client::Deployment;
use chartkey_flows::{
    Oracle, Person, Pins, SignedIn, Visitor, Wallet,
    native::{Folder, KeyWallet, Sockets},
};
use chartkey_vocabulary::Account;
use serde::{Deserialize, Serialize};
use std::{
    cell::RefCell,
    fs,
    io::Write,
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
};
use subxt_signer::{SecretUri, bip39::Mnemonic, sr25519};
use zeroize::Zeroizing;

const WALLET: &str = "wallet";
const SERVICE: &str = "service.toml";

/// What the command line said of the surroundings.
pub(crate) struct Options {
    pub(crate) home: Option<PathBuf>,
    pub(crate) url: Option<String>,
    pub(crate) node: Option<String>,
    pub(crate) deployment: Option<PathBuf>,
    pub(crate) key: Option<String>,
}

/// The folder, and what was said beside it.
pub(crate) struct Home {
    folder: PathBuf,
    options: Options,
    session: RefCell<Option<Oracle>>,
}

/// What is remembered of the service.
#[derive(Clone, Serialize, Deserialize)]
struct Service {
    url: String,
    domain: String,
    lookup_key: chartkey_protocol::Bytes,
    custodians: Vec<Account>,
    deployment: Deployment,
}

impl Home {
    /// Opens the folder, which is made when it is missing.
    pub(crate) fn open(options: Options) -> Result<Self> {
        let folder = match &options.home {
            Some(folder) => folder.clone(),
            None => {
                let home = std::env::var_os("HOME").context("say --home: there is no home folder here")?;
                Path::new(&home).join(".chartkey")
            }
        };
        // The folder's own rights keep others out of it.
        Folder::open(&folder)?;
        Ok(Self { folder, options, session: RefCell::default() })
    }

    /// Comes to the service; what it says at first sight is believed and remembered.
    pub(crate) async fn visitor(&self) -> Result<Visitor> {
        let known = self.service()?;
        let url = self.options.url.clone().or_else(|| known.as_ref().map(|known| known.url.clone()));
        let url = url.context("say where the service is: --url http://127.0.0.1:8080")?;
        let mut pins = Pins { node: self.options.node.clone(), ..Pins::default() };
        if let Some(known) = known.clone() {
            pins.domain = Some(known.domain);
            pins.lookup_key = Some(known.lookup_key);
            pins.custodians = Some(known.custodians);
            pins.deployment = Some(known.deployment);
        }
        if let Some(file) = &self.options.deployment {
            let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
            pins.deployment = Some(Deployment::read(&text)?);
        }
        let drawer = Arc::new(Folder::open(self.folder.join("notes"))?);
        let visitor = Visitor::arrive(Arc::new(Sockets::new()?), &url, &pins, drawer).await?;
        if known.is_none() {
            self.remember(&visitor)?;
        }
        Ok(visitor)
    }

    /// Comes to the service as if for the first time, and remembers nothing of it. The notes lie in the folder.
    pub(crate) async fn passer_by(&self) -> Result<Visitor> {
        let url = self.options.url.as_deref().context("say where the service is: --url http://127.0.0.1:8080")?;
        let pins = Pins { node: self.options.node.clone(), ..Pins::default() };
        let drawer = Arc::new(Folder::open(self.folder.join("notes"))?);
        Ok(Visitor::arrive(Arc::new(Sockets::new()?), url, &pins, drawer).await?)
    }

    /// The folder itself.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Forgets what was believed of the service, so that it is believed anew.
    pub(crate) fn forget_service(&self) -> Result<()> {
        match fs::remove_file(self.folder.join(SERVICE)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Signs in.
    pub(crate) async fn signed_in(&self) -> Result<SignedIn> {
        let signed_in = self.visitor().await?.sign_in(self.wallet()?).await?;
        *self.session.borrow_mut() = Some(signed_in.oracle().clone());
        Ok(signed_in)
    }

    /// Ends the session this command opened; one that cannot be ended ends by itself.
    pub(crate) async fn sign_out(&self) {
        let session = self.session.take();
        if let Some(session) = session {
            let _ = session.end_session().await;
        }
    }

    /// Signs in and opens the vault.
    pub(crate) async fn person(&self) -> Result<Person> {
        let signed_in = self.signed_in().await?;
        Ok(chartkey_flows::vault::open(signed_in, &self.passphrase(false)?).await?)
    }

    /// The wallet.
    pub(crate) fn wallet(&self) -> Result<Arc<dyn Wallet>> {
        let secret = match &self.options.key {
            Some(key) if Path::new(key).is_file() => Zeroizing::new(fs::read_to_string(key)?),
            Some(key) => Zeroizing::new(key.clone()),
            None => {
                let file = self.folder.join(WALLET);
                let text = fs::read_to_string(&file);
                Zeroizing::new(text.context("there is no wallet here yet: `chartkey account new`, or say --key")?)
            }
        };
        let uri = SecretUri::from_str(secret.trim()).map_err(|_| anyhow::anyhow!("this is no wallet's secret"))?;
        Ok(Arc::new(KeyWallet::from(sr25519::Keypair::from_uri(&uri)?)))
    }

    /// Makes a wallet and gives its phrase, shown once.
    pub(crate) fn make_wallet(&self) -> Result<Zeroizing<String>> {
        let file = self.folder.join(WALLET);
        if file.exists() {
            bail!("there is a wallet in {} already", self.folder.display());
        }
        // Twelve words.
        let entropy = Zeroizing::new(chartkey_flows::random_bytes::<16>()?);
        let phrase = Zeroizing::new(Mnemonic::from_entropy(entropy.as_ref())?.to_string());
        write_secret(&file, &phrase)?;
        Ok(phrase)
    }

    /// The vault's passphrase: from the environment, or asked for; asked for twice when it is new.
    pub(crate) fn passphrase(&self, new: bool) -> Result<Zeroizing<String>> {
        if let Some(passphrase) = std::env::var_os("CHARTKEY_PASSPHRASE") {
            let passphrase = passphrase.into_string();
            return passphrase.map(Zeroizing::new).map_err(|_| anyhow::anyhow!("CHARTKEY_PASSPHRASE is no text"));
        }
        let first = Zeroizing::new(rpassword::prompt_password("Passphrase of the vault: ")?);
        if new && *first != *Zeroizing::new(rpassword::prompt_password("The same again: ")?) {
            bail!("the two differ");
        }
        Ok(first)
    }

    /// A new passphrase for a vault that has one.
    pub(crate) fn new_passphrase(&self) -> Result<Zeroizing<String>> {
        if let Ok(passphrase) = std::env::var("CHARTKEY_NEW_PASSPHRASE") {
            return Ok(Zeroizing::new(passphrase));
        }
        let first = Zeroizing::new(rpassword::prompt_password("New passphrase: ")?);
        if *first != *Zeroizing::new(rpassword::prompt_password("The same again: ")?) {
            bail!("the two differ");
        }
        Ok(first)
    }

    /// A secret of this device, kept in the folder until it has served.
    pub(crate) fn secret_file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn service(&self) -> Result<Option<Service>> {
        match fs::read_to_string(self.folder.join(SERVICE)) {
            Ok(text) => Ok(Some(toml::from_str(&text).context("service.toml in the folder cannot be read")?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn remember(&self, visitor: &Visitor) -> Result<()> {
        let site = &visitor.site;
        let service = Service {
            url: visitor.oracle.base().into(),
            domain: site.domain.clone(),
            lookup_key: site.lookup_key.clone(),
            custodians: site.custodians.clone(),
            deployment: Deployment::read(&site.deployment)?,
        };
        Ok(fs::write(self.folder.join(SERVICE), toml::to_string_pretty(&service)?)?)
    }
}

/// Writes a file only its owner can read, from its first byte on.
pub(crate) fn write_secret(file: &Path, text: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut out = options.open(file).with_context(|| format!("{} cannot be written", file.display()))?;
    out.write_all(text.as_bytes())?;
    Ok(out.sync_all()?)
}
