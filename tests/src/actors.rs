//! People who act through the typed client, as the browser and the services do.

use anyhow::Result;
use chartkey_client::{
    AccountId, Call, Chartkey, DryRunError, Receipt, SendError, Weight, account_of, call_data, keccak,
};
use chartkey_vocabulary::{
    Account, Attestation, Between, Cid, Commitment, ConsentMessage, Contract, Decision, Digest, FindingId, Kind,
    Member, Message, Motion, Profile, Purpose, RecordId, RecordsMessage, RegistryMessage, Role, Salt, Scope, Sealed,
    Terms, Time, Verdict,
};
use subxt_signer::sr25519::Keypair;

/// Somebody with a key.
#[derive(Clone)]
pub struct Person {
    /// What the test calls them; it never goes to the chain.
    pub name: String,
    /// Signs for them.
    pub key: Keypair,
    /// What contracts know them by.
    pub account: Account,
    chain: Chartkey,
}

/// A record as its owner and readers hold it.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// Its name on the chain.
    pub id: RecordId,
    /// Whose it is.
    pub owner: Account,
    /// Its first version.
    pub sealed: Sealed,
}

type Said = Result<Receipt, SendError>;

impl Person {
    pub(crate) fn new(name: &str, key: Keypair, chain: Chartkey) -> Self {
        let account = account_of(&key.public_key().to_account_id());
        Self { name: name.into(), key, account, chain }
    }

    /// The account that signs.
    pub fn id(&self) -> AccountId {
        self.key.public_key().to_account_id()
    }

    /// The connection they use.
    pub fn chain(&self) -> &Chartkey {
        &self.chain
    }

    /// The same person over another connection.
    pub fn over(&self, chain: &Chartkey) -> Self {
        Self { chain: chain.clone(), ..self.clone() }
    }

    /// Tries a message out, signs it, and waits until it is final.
    pub async fn says(&self, message: Message) -> Said {
        self.chain.send(&self.key, message).await
    }

    /// Signs a message without trying it out, as a client would that does not care what the contract will say.
    pub async fn insists(&self, message: Message) -> Said {
        let at = self.chain.now().await?;
        let to = self.chain.peers();
        let to = match message.contract() {
            Contract::Registry => to.registry,
            Contract::Consent => to.consent,
            Contract::Records => to.records,
            Contract::Care => to.care,
        };
        let weight = Weight { ref_time: 50_000_000_000, proof_size: 5_000_000 };
        let fields = (to.0, 0u128, weight, 10_000_000_000u128, call_data(&message));
        let call = Call::new(at.subxt(), "Revive", "call", fields)?;
        self.chain.send_raw(&self.key, call).await
    }

    async fn registry(&self, message: RegistryMessage) -> Said {
        self.says(Message::Registry(message)).await
    }

    async fn consent(&self, message: ConsentMessage) -> Said {
        self.says(Message::Consent(message)).await
    }

    async fn records(&self, message: RecordsMessage) -> Said {
        self.says(Message::Records(message)).await
    }

    /// Registers.
    pub async fn registers(&self, role: Role, profile: Option<Profile>) -> Said {
        let keys = sealed(&format!("{}/keys", self.name)).cid;
        self.registry(RegistryMessage::Register { role, keys, profile }).await
    }

    /// Attests that somebody's licence is in the register, for what they applied as.
    pub async fn attests_licence_of(&self, who: &Self) -> Said {
        let licence = sealed(&format!("{}/licence", who.name)).commitment;
        let member = self.chain.now().await?.registry().member(who.account).await;
        let member = member.map_err(|error| SendError::Impossible(error.to_string()))?;
        let Member { who: is, since, .. } = member.ok_or_else(|| SendError::Impossible("nobody applied".into()))?;
        self.registry(RegistryMessage::AttestLicence { who: who.account, role: is.role, since, licence }).await
    }

    /// Votes for a motion.
    pub async fn votes(&self, motion: Motion) -> Said {
        self.registry(RegistryMessage::Vote { motion }).await
    }

    /// Terms for everything, from now on and for so many seconds; with the right to write for treatment.
    pub async fn terms(&self, purpose: Purpose, lasting: Time) -> Result<Terms> {
        let until = self.chain.now().await?.time().await? + lasting;
        Ok(Terms { scope: Scope::everything(), until, openings: None, may_write: purpose == Purpose::Treatment })
    }

    /// Asks a patient for a key.
    pub async fn asks(&self, patient: &Self, purpose: Purpose, terms: Terms) -> Said {
        self.consent(ConsentMessage::Request { patient: patient.account, purpose, terms }).await
    }

    /// Answers what a reader asked of a patient.
    pub async fn answers(&self, patient: &Self, reader: &Self, purpose: Purpose, yes: bool) -> Said {
        self.consent(ConsentMessage::Answer { between: patient.towards(reader, purpose), yes }).await
    }

    /// Gives a key to their own records.
    pub async fn grants(&self, reader: &Self, purpose: Purpose, terms: Terms) -> Said {
        self.consent(ConsentMessage::Grant { between: self.towards(reader, purpose), terms }).await
    }

    /// Takes a key back.
    pub async fn revokes(&self, reader: &Self, purpose: Purpose) -> Said {
        self.consent(ConsentMessage::Revoke { between: self.towards(reader, purpose) }).await
    }

    /// Adds a record of a patient, which may be themselves. `label` stands for the file.
    pub async fn adds(&self, owner: &Self, label: &str, kind: Kind) -> Result<Kept, SendError> {
        let kept = kept(owner.account, label);
        self.says(adding(owner.account, label, kind)).await?;
        Ok(kept)
    }

    /// Whether they may open a record.
    pub async fn may_open(&self, record: &Kept, purpose: Purpose) -> Result<Decision> {
        Ok(self.chain.now().await?.records().may_open(record.id, self.account, purpose).await?)
    }

    /// Says what a machine found in a record.
    pub async fn attests(&self, record: &Kept) -> Result<FindingId, SendError> {
        self.attests_as(record, sealed("a finding").cid).await
    }

    /// Says what a machine found in a record; what it found is the blob of that name.
    pub async fn attests_as(&self, record: &Kept, cid: Cid) -> Result<FindingId, SendError> {
        let attestation = attestation(record);
        self.records(RecordsMessage::Attest { attestation, cid }).await?;
        Ok(FindingId::derive(record.owner, &attestation, keccak))
    }

    /// Puts their name under a finding.
    pub async fn signs(&self, finding: FindingId) -> Said {
        self.records(RecordsMessage::SignOff { finding, verdict: Verdict::Agree }).await
    }

    /// What stands between them as a patient and a reader.
    pub fn towards(&self, reader: &Self, purpose: Purpose) -> Between {
        Between { patient: self.account, reader: reader.account, purpose }
    }

    /// What a message would cost them.
    pub async fn estimates(&self, message: &Message) -> Result<chartkey_client::Estimate, DryRunError> {
        self.chain.now().await?.dry_run(&self.id(), message).await
    }
}

/// The message that adds the file `label`.
pub fn adding(owner: Account, label: &str, kind: Kind) -> Message {
    Message::Records(RecordsMessage::Add { owner, salt: salt(label), kind, sealed: sealed(label) })
}

/// The message that adds a blob the store already holds, and the record it makes.
pub fn adding_blob(owner: Account, label: &str, kind: Kind, cid: Cid) -> (Kept, Message) {
    let sealed = Sealed { cid, ..sealed(label) };
    let message = Message::Records(RecordsMessage::Add { owner, salt: salt(label), kind, sealed });
    (Kept { sealed, ..kept(owner, label) }, message)
}

/// The record that [`adding`] makes.
pub fn kept(owner: Account, label: &str) -> Kept {
    Kept { id: RecordId::derive(owner, salt(label), keccak), owner, sealed: sealed(label) }
}

/// What a worker says of a record's first version.
pub fn attestation(record: &Kept) -> Attestation {
    Attestation {
        record: record.id,
        version: 1,
        seen: record.sealed.commitment,
        model: Digest(random("a model")),
        code: Digest(random("a program")),
        output: Commitment(random("an output")),
    }
}

/// Address and commitment of the file `label`, as the vault would give them: bytes nobody can tell from chance.
pub fn sealed(label: &str) -> Sealed {
    let mut cid = [0; 36];
    // Version 1, raw leaf, SHA-256.
    cid[..4].copy_from_slice(&[0x01, 0x55, 0x12, 0x20]);
    cid[4..].copy_from_slice(&random(&format!("{label}/ciphertext")));
    Sealed { cid: Cid(cid), commitment: Commitment(random(&format!("{label}/commitment"))) }
}

/// The salt the file `label` gets its identifier from.
pub fn salt(label: &str) -> Salt {
    let mut salt = [0; 16];
    salt.copy_from_slice(&random(&format!("{label}/salt"))[..16]);
    Salt(salt)
}

fn random(label: &str) -> [u8; 32] {
    keccak(label.as_bytes())
}
