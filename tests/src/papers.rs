//! Documents that could be anybody's, and what of them goes on the chain.

use chartkey_vocabulary::{Cid, Commitment, Salt, Sealed};
use polkadot_sdk::sp_io::hashing::{blake2_256, sha2_256};
use rand::{RngCore, SeedableRng, rngs::StdRng};

/// One file: what it is called, what it says.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its title, as its owner reads it in the list.
    pub title: &'static str,
    /// Its content.
    pub text: String,
}

/// Somebody with a name and a number.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// First and last name.
    pub name: &'static str,
    /// The number the state knows them by.
    pub number: &'static str,
}

/// The people the documents speak of.
pub const PEOPLE: [Person; 4] = [
    Person { name: "Adelheid Lindqvist", number: "19840312-4417" },
    Person { name: "Benedikt Aaltonen", number: "19511130-0098" },
    Person { name: "Chandrika Venkataraman", number: "20020229-7731" },
    Person { name: "Dr. Lin Oyelaran", number: "LANR 734512809" },
];

const TITLES: [&str; 8] = [
    "Blood count of the first of March",
    "X-ray of the left wrist",
    "Prescription: levothyroxine 75 mcg",
    "Emergency card: penicillin allergy",
    "Discharge letter, cardiology",
    "Note after a hard conversation",
    "Vaccination against tetanus",
    "Letter to the insurer",
];

/// A drawer of documents, and the randomness they are sealed with.
pub struct Papers {
    documents: Vec<Document>,
    random: StdRng,
}

impl Papers {
    /// The same drawer every time for the same seed.
    pub fn seeded(seed: u64) -> Self {
        let documents = TITLES.iter().enumerate().map(|(n, title)| {
            let Person { name, number } = PEOPLE[n % PEOPLE.len()];
            Document { title, text: format!("{title}\nPatient: {name}\nNumber: {number}\nDiagnosis: E03.{n}\n") }
        });
        Self { documents: documents.collect(), random: StdRng::seed_from_u64(seed) }
    }

    /// All of them.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Seals a document: its ciphertext's address, and a commitment salted with 32 random bytes.
    pub fn sealed(&mut self, number: usize) -> Sealed {
        let text = self.documents[number % self.documents.len()].text.clone();
        let key: [u8; 32] = self.random();
        let salt: [u8; 32] = self.random();
        let keystream = (0u64..).flat_map(|block| blake2_256(&[&key[..], &block.to_le_bytes()].concat()));
        let ciphertext: Vec<u8> = text.bytes().zip(keystream).map(|(byte, key)| byte ^ key).collect();
        let commitment = Commitment(sha2_256(&[&salt[..], text.as_bytes()].concat()));
        Sealed { cid: address(&ciphertext), commitment }
    }

    /// A salted commitment to one person's number.
    pub fn licence(&mut self, person: usize) -> Commitment {
        let salt: [u8; 32] = self.random();
        Commitment(sha2_256(&[&salt[..], PEOPLE[person % PEOPLE.len()].number.as_bytes()].concat()))
    }

    /// The address of somebody's public keys.
    pub fn keys(&mut self) -> Cid {
        let keys: [u8; 32] = self.random();
        address(&keys)
    }

    /// A salt for an identifier.
    pub fn salt(&mut self) -> Salt {
        Salt(self.random())
    }

    fn random<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.fill_bytes(&mut bytes);
        bytes
    }
}

/// The CID of a raw leaf.
fn address(bytes: &[u8]) -> Cid {
    let mut cid = [0; 36];
    cid[..4].copy_from_slice(&[0x01, 0x55, 0x12, 0x20]);
    cid[4..].copy_from_slice(&sha2_256(bytes));
    Cid(cid)
}
