//! How an oracle is set up: one TOML file, every value with a default that serves a development machine.

use chartkey_vocabulary::Account;
use serde::Deserialize;
use std::{
    io,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

/// The settings. Unknown names are refused, so that a slip of the pen does not open a door.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The domain wallets see and sign.
    pub domain: String,
    /// Addresses of reverse proxies of ours, whose `X-Forwarded-For` is believed. Without them who connects is who asks,
    /// and behind a proxy everybody would share one limit.
    pub proxies: Vec<IpAddr>,
    /// Addresses that may read `/metrics`.
    pub observers: Vec<IpAddr>,
    /// Origins whose pages may call (CORS), such as `https://chartkey.example`.
    pub origins: Vec<String>,
    /// The oracle's address as share links name it.
    pub public_url: String,
    /// The node this oracle asks.
    pub node: String,
    /// The node browsers are told of.
    pub public_node: String,
    /// Folder of the built app; without it only the interface is served.
    pub app: Option<PathBuf>,
    /// The deployment file.
    pub deployment: PathBuf,
    /// Folder of database, blocks, outbox of messages and uploads under way.
    pub data: PathBuf,
    /// `sqlite` for a file in `data`, or `postgres://...`.
    pub database: String,
    /// Where blobs are kept.
    pub store: StoreSettings,
    /// File with the secret of the attester's account (a seed phrase or `0x` and 64 hex digits; `//Attester` on a
    /// development chain), readable by its owner only.
    pub signer: PathBuf,
    /// File with the secret of the account the faucet pays from; without it there is no faucet.
    pub faucet: Option<PathBuf>,
    /// Who may keep parts of emergency keys.
    pub custodians: Vec<Account>,
    /// Limits.
    pub limits: Limits,
    /// How people are told.
    pub senders: Senders,
}

/// Where blobs are kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StoreSettings {
    /// `embedded` for a folder in `data`, or a Kubo node's RPC address.
    pub main: String,
    /// Pinning services that hold copies: address and token file.
    pub pins: Vec<PinSettings>,
}

/// One pinning service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinSettings {
    /// Its address.
    pub url: String,
    /// File with its bearer token.
    pub token: PathBuf,
}

/// Limits, each against somebody who takes more than their share.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Bytes of one blob.
    pub blob: u64,
    /// Bytes one account may store.
    pub quota: u64,
    /// Seconds a session lasts.
    pub session: u64,
    /// Seconds an upload or a blob the chain has not named is kept.
    pub unnamed: u64,
    /// Requests a minute and address.
    pub requests_per_minute: u32,
    /// Bits of work before a message is sent or a KEY given.
    pub puzzle_bits: u8,
    /// KEY (in millionths) the faucet gives, once an account.
    pub faucet_gift: u64,
    /// Gifts a day in all.
    pub faucet_gifts_per_day: u32,
    /// Seconds between anchors of the log.
    pub anchor_every: u64,
    /// Seconds the last finalized block may be away from this clock; beyond, nothing is released: the chain may have
    /// halted with a withdrawal waiting, or this clock could not tell that it has.
    pub head_age: u64,
}

/// How people are told outside the app. Everything also goes to the outbox folder when nothing is set.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Senders {
    /// `smtp://` or `smtps://` address with credentials in a file.
    pub smtp: Option<Smtp>,
    /// An address that takes `{"to", "text"}` and sends it as SMS.
    pub sms: Option<Webhook>,
}

/// A mail server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// `smtps://user@host:port`.
    pub url: String,
    /// File with the password.
    pub password: Option<PathBuf>,
    /// The sender's address.
    pub from: String,
}

/// A service that sends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    /// Its address.
    pub url: String,
    /// File with its bearer token.
    pub token: Option<PathBuf>,
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// There is no such file, or it may not be read.
    #[error("{} cannot be read", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is not TOML, or names something there is not.
    #[error("{} is not a file of settings: {source}", path.display())]
    Text {
        /// Which.
        path: PathBuf,
        /// Why.
        source: toml::de::Error,
    },
    /// A value that would not do what was meant.
    #[error("{name} {why}")]
    Value {
        /// Of which setting.
        name: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
}

impl Settings {
    /// Reads a file.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub fn read(path: &Path) -> Result<Self, SettingsError> {
        let text = std::fs::read_to_string(path).map_err(|source| SettingsError::File { path: path.into(), source })?;
        let settings: Self =
            toml::from_str(&text).map_err(|source| SettingsError::Text { path: path.into(), source })?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let wrong = |name, why| Err(SettingsError::Value { name, why });
        // It is the first word of the text a wallet shows; a line break in it could say anything.
        if self.domain.is_empty() || !self.domain.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c)) {
            return wrong("domain", "is not a host's name");
        }
        if !self.public_url.starts_with("https://") && !self.public_url.starts_with("http://") {
            return wrong("public_url", "begins with https:// or http://");
        }
        if self.public_url.ends_with('/') {
            return wrong("public_url", "ends without a slash");
        }
        if self.origins.iter().any(|origin| origin == "*" || origin.ends_with('/')) {
            return wrong("origins", "are named one by one, such as https://chartkey.example");
        }
        if self.limits.session == 0 || self.limits.session > 24 * 3600 {
            return wrong("limits.session", "is between a second and a day");
        }
        if self.limits.requests_per_minute == 0 {
            return wrong("limits.requests_per_minute", "is at least 1");
        }
        if self.limits.head_age == 0 {
            return wrong("limits.head_age", "is at least a second");
        }
        Ok(())
    }

    /// The database's address.
    pub fn database_url(&self) -> String {
        match self.database.as_str() {
            "sqlite" => format!("sqlite:{}?mode=rwc", self.database_file().display()),
            url => url.into(),
        }
    }

    /// The database's file, when it is one.
    pub fn database_file(&self) -> PathBuf {
        self.data.join("oracle.sqlite")
    }

    /// The folder of blobs, when the store is embedded.
    pub fn blobs_folder(&self) -> PathBuf {
        self.data.join("blobs")
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            domain: "localhost:8080".into(),
            proxies: Vec::new(),
            observers: vec![IpAddr::from([127, 0, 0, 1]), IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1])],
            origins: vec!["http://localhost:8080".into(), "http://127.0.0.1:8080".into()],
            public_url: "http://localhost:8080".into(),
            node: "ws://127.0.0.1:9944".into(),
            public_node: "ws://127.0.0.1:9944".into(),
            app: None,
            deployment: "chain-config/deployments/dev.toml".into(),
            data: ".chartkey/oracle".into(),
            database: "sqlite".into(),
            store: StoreSettings::default(),
            signer: ".chartkey/oracle/signer".into(),
            faucet: None,
            custodians: Vec::new(),
            limits: Limits::default(),
            senders: Senders::default(),
        }
    }
}

impl Default for StoreSettings {
    fn default() -> Self {
        Self { main: "embedded".into(), pins: Vec::new() }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            blob: 2 << 30,
            quota: 20 << 30,
            session: 3600,
            unnamed: 24 * 3600,
            requests_per_minute: 1200,
            puzzle_bits: 18,
            faucet_gift: 5_000_000,
            faucet_gifts_per_day: 1000,
            anchor_every: 600,
            head_age: 60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_and_what_the_readme_shows_are_good_and_slips_of_the_pen_are_told() {
        Settings::default().check().expect("good");
        for (text, told) in [
            ("domain = \"\"", "domain is not"),
            ("domain = \"a\\nb\"", "domain is not"),
            ("public_url = \"chartkey.example\"", "public_url begins"),
            ("public_url = \"https://chartkey.example/\"", "public_url ends"),
            ("origins = [\"*\"]", "origins are"),
            ("[limits]\nsession = 0", "limits.session is"),
            ("[limits]\nrequests_per_minute = 0", "limits.requests_per_minute is"),
            ("[limits]\nhead_age = 0", "limits.head_age is"),
            ("domian = \"chartkey.example\"", "unknown field `domian`"),
            ("[limits]\nquotas = 1", "unknown field `quotas`"),
        ] {
            let file = tempfile::NamedTempFile::new().expect("a file");
            std::fs::write(file.path(), text).expect("written");
            let error = Settings::read(file.path()).expect_err(text);
            assert!(error.to_string().contains(told), "{error}");
        }
        let readme = include_str!("../README.md").split("```").find_map(|part| part.strip_prefix("toml\n"));
        let shown: Settings = toml::from_str(readme.expect("an example")).expect("settings");
        shown.check().expect("good");
        assert!(matches!(Settings::read(Path::new("/nowhere.toml")), Err(SettingsError::File { .. })));
    }
}
