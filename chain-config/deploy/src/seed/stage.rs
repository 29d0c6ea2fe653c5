//! What the steps share: the chain, the keys, things made from labels, and a note of what was done.

use crate::{Network, network};
use anyhow::Context;
use chartkey_client::{At, Chartkey, Receipt, account_of};
use chartkey_vocabulary::{Account, Cid, Commitment, Message};
use std::fmt;
use subxt_signer::sr25519::Keypair;

/// Somebody of the demonstration.
#[derive(Clone)]
pub(super) struct Player {
    /// The last part of the key's path, or what the office is called. It stays on this side of the chain.
    pub(super) name: &'static str,
    pub(super) key: Keypair,
    pub(super) account: Account,
}

/// The player whose key everybody knows under `//NAME`.
pub(super) fn player(name: &'static str) -> Player {
    let key = network::key(&format!("//{name}")).expect("a plain name makes a path");
    Player { name, account: account_of(&key.public_key().to_account_id()), key }
}

/// The chain, and what was done on it.
pub(super) struct Stage {
    pub(super) chain: Chartkey,
    pub(super) network: Network,
    lines: Vec<(&'static str, String, bool)>,
}

impl Stage {
    pub(super) fn new(chain: Chartkey, network: Network) -> Self {
        Self { chain, network, lines: Vec::new() }
    }

    /// The chain as it is now.
    pub(super) async fn now(&self) -> anyhow::Result<At> {
        Ok(self.chain.now().await?)
    }

    /// Notes something and does it by a message, unless it was done before.
    pub(super) async fn unless(
        &mut self,
        done: bool,
        what: (&'static str, String),
        by: &Player,
        message: Message,
    ) -> anyhow::Result<Option<Receipt>> {
        let receipt = match done {
            true => None,
            false => {
                let sent = self.chain.send(&by.key, message).await;
                Some(sent.with_context(|| format!("{}: {}", what.0, what.1))?)
            }
        };
        self.note(what, receipt.is_some());
        Ok(receipt)
    }

    /// Notes something; `new` when this run did it.
    pub(super) fn note(&mut self, (kind, what): (&'static str, String), new: bool) {
        self.lines.push((kind, what, new));
    }

    pub(super) async fn finish(self) -> anyhow::Result<Seeded> {
        let at = self.now().await?;
        let (listed, _) = at.registry().directory(0).await?;
        let (waiting, _) = at.registry().applicants(0).await?;
        Ok(Seeded { lines: self.lines, block: at.height(), listed, waiting })
    }
}

/// Bytes that look like ciphertext and are the same in every run: SHA-256 over a seed and a counter.
fn bytes(label: &str, len: usize) -> Vec<u8> {
    let block = |n: u32| sp_crypto_hashing::sha2_256(&[label.as_bytes(), b"/demo/", &n.to_le_bytes()].concat());
    (0..).flat_map(block).take(len).collect()
}

/// A sound CID that leads nowhere, in place of `label` until its owner publishes it: version 1, raw leaf, SHA-256.
pub(super) fn placeholder(label: &str) -> Cid {
    let mut cid = [0; 36];
    cid[..4].copy_from_slice(&[0x01, 0x55, 0x12, 0x20]);
    cid[4..].copy_from_slice(&sp_crypto_hashing::sha2_256(&bytes(label, 4096)));
    Cid(cid)
}

/// A commitment to what the file `label` says, under a salt of its own.
pub(super) fn commitment(label: &str) -> Commitment {
    let (salt, text) = (bytes(&format!("{label}/salt"), 32), bytes(&format!("{label}/text"), 1024));
    Commitment(sp_crypto_hashing::sha2_256(&[salt, text].concat()))
}

/// What a seeding did and found.
#[derive(Clone, Debug)]
pub struct Seeded {
    lines: Vec<(&'static str, String, bool)>,
    block: u64,
    listed: u32,
    waiting: u32,
}

impl Seeded {
    /// How many steps this run did; none when all was there.
    pub fn done(&self) -> usize {
        self.lines.iter().filter(|(.., new)| *new).count()
    }
}

impl fmt::Display for Seeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, what, new) in &self.lines {
            writeln!(f, "{:<12} {what:<72} {}", kind, if *new { "done" } else { "stands" })?;
        }
        writeln!(
            f,
            "\n{} of {} steps were new; block {}; {} in the directory, {} waiting for the council",
            self.done(),
            self.lines.len(),
            self.block,
            self.listed,
            self.waiting
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_made_from_labels_are_sound_different_and_the_same_every_time() {
        assert!(placeholder("a").is_sound());
        assert_ne!(placeholder("a"), placeholder("b"));
        assert_eq!(commitment("a"), commitment("a"));
        assert_ne!(commitment("a").0[..], placeholder("a").0[4..]);
    }
}
