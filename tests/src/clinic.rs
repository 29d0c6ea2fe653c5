//! People with vaults, who do what the browser and the command line do, over a real oracle and a real chain.

use crate::stack::{Oracle, Stack, Wishes, profile};
use anyhow::Result;
use chartkey_client::{account_of, keccak};
use chartkey_flows::{
    Http, Person, Pins, Pocket, Visitor, Wallet, add_record, chart, consent,
    native::{KeyWallet, Sockets},
    open_record, sign_up,
};
use chartkey_vault::{About, Effort};
use chartkey_vocabulary::{
    Account, Between, Extent, Kind, Message, Motion, Purpose, RecordId, RegistryMessage, Role, Scope, Terms, Time,
};
use std::sync::Arc;
use subxt_signer::sr25519::Keypair;

/// What everybody here unlocks their vault with.
pub const PASSPHRASE: &str = "correct horse battery staple";

/// A chain, an oracle, and people who use them.
pub struct Clinic {
    /// The chain.
    pub stack: Stack,
    /// The oracle.
    pub oracle: Oracle,
}

impl Clinic {
    /// Everything embedded.
    pub async fn open() -> Result<Self> {
        Self::open_with(Wishes::default()).await
    }

    /// An oracle set up as wished.
    pub async fn open_with(wishes: Wishes) -> Result<Self> {
        let stack = Stack::start().await?;
        let oracle = Oracle::start_with(&stack, wishes).await?;
        Ok(Self { stack, oracle })
    }

    /// Somebody on the oracle's front step, speaking through `http`.
    pub async fn visitor(&self, http: Arc<dyn Http>) -> Result<Visitor> {
        Ok(Visitor::arrive(http, &self.oracle.url(), &Pins::default(), Arc::new(Pocket::default())).await?)
    }

    /// A patient with a vault.
    pub async fn patient(&self, name: &str) -> Result<Person> {
        self.patient_through(name, Arc::new(Sockets::new()?)).await
    }

    /// A patient whose words pass through `http`.
    pub async fn patient_through(&self, name: &str, http: Arc<dyn Http>) -> Result<Person> {
        self.join(name, Role::Patient, http).await
    }

    /// A doctor with a vault, approved by the council.
    pub async fn doctor(&self, name: &str) -> Result<Person> {
        self.professional(name, Role::Doctor).await
    }

    /// A professional with a vault, approved by the council.
    pub async fn professional(&self, name: &str, role: Role) -> Result<Person> {
        self.professional_through(name, role, Arc::new(Sockets::new()?)).await
    }

    /// A professional whose words pass through `http`.
    pub async fn professional_through(&self, name: &str, role: Role, http: Arc<dyn Http>) -> Result<Person> {
        let person = self.join(name, role, http).await?;
        let (who, attester) = (person.account(), self.stack.attester()?);
        let since = person.member_of(who).await?.since;
        let licence = crate::actors::sealed(&format!("{name}/licence")).commitment;
        attester.says(Message::Registry(RegistryMessage::AttestLicence { who, role, since, licence })).await?;
        self.stack.council()?.decides(Motion::Approve(who)).await?;
        Ok(person)
    }

    async fn join(&self, name: &str, role: Role, http: Arc<dyn Http>) -> Result<Person> {
        let key = key_of(name)?;
        self.stack.fund(&[key.public_key().to_account_id()]).await?;
        let wallet: Arc<dyn Wallet> = Arc::new(KeyWallet::from(key));
        let signed_in = self.visitor(http).await?.sign_in(wallet).await?;
        let profile = role.is_professional().then(|| profile(name));
        Ok(sign_up::join(signed_in, role, profile, PASSPHRASE, Effort::LIGHT).await?)
    }
}

/// The key of somebody a test knows by name.
pub fn key_of(name: &str) -> Result<Keypair> {
    Ok(Keypair::from_uri(&format!("//{name}").parse()?)?)
}

/// The account of somebody a test knows by name.
pub fn account_named(name: &str) -> Result<Account> {
    Ok(account_of(&key_of(name)?.public_key().to_account_id()))
}

/// Bytes that look like a scan: nobody compresses or guesses them, and a test can make them again.
pub fn scan(label: &str, size: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(size + 32);
    let mut block = keccak(label.as_bytes());
    while bytes.len() < size {
        bytes.extend_from_slice(&block);
        block = keccak(&block);
    }
    bytes.truncate(size);
    bytes
}

/// Adds a record of `owner` with this content.
pub async fn add(who: &Person, owner: Account, kind: Kind, content: &[u8]) -> Result<RecordId> {
    let about = About { title: "A test's record".into(), ..About::default() };
    let added = add_record::add(who, owner, kind, about, &mut content.to_vec(), &mut |_| {}).await?;
    Ok(added.record)
}

/// Opens a record's newest version.
pub async fn open(who: &Person, record: RecordId, purpose: Purpose) -> Result<Vec<u8>, chartkey_flows::Failure> {
    let mut content = Vec::new();
    let which = open_record::Which { record, version: None, purpose: Some(purpose) };
    open_record::open(who, which, &mut content, &mut |_| {}).await?;
    Ok(content)
}

/// Gives a key to everything for so many seconds, and says how many wraps were made.
pub async fn give(patient: &Person, reader: &Person, purpose: Purpose, lasting: Time) -> Result<usize> {
    give_on(patient, reader, purpose, Extent::Everything.into(), lasting).await
}

/// Gives a key to some records for so many seconds.
pub async fn give_on(
    patient: &Person,
    reader: &Person,
    purpose: Purpose,
    scope: Scope,
    lasting: Time,
) -> Result<usize> {
    let until = patient.now().await?.time().await? + lasting;
    let terms = Terms { scope, until, openings: None, may_write: purpose == Purpose::Treatment };
    let tended = consent::give(patient, between(patient, reader, purpose), terms).await?;
    match tended.failed.into_iter().next() {
        Some((_, failure)) => Err(failure.into()),
        None => Ok(tended.made),
    }
}

/// What stands between two people for a purpose.
pub fn between(patient: &Person, reader: &Person, purpose: Purpose) -> Between {
    Between { patient: patient.account(), reader: reader.account(), purpose }
}

/// The records of somebody, as their client lists and checks them.
pub async fn listed(who: &Person) -> Result<Vec<RecordId>, chartkey_flows::Failure> {
    Ok(chart::records(who, who.account()).await?.into_iter().map(|row| row.record).collect())
}
