//! The chain of the stage: the rulebooks themselves.

use crate::{
    chain::{self, Chain, Said},
    fixture::now,
};
use async_trait::async_trait;
use chartkey_client::QuestionError;
use chartkey_rules::town::Town;
use chartkey_vocabulary::*;
use std::sync::{Mutex, MutexGuard};

/// The rulebooks, asked as a node is asked.
pub(crate) struct Stand {
    pub(super) town: Mutex<(Town, u64)>,
    /// A node that went away.
    pub(crate) silent: std::sync::atomic::AtomicBool,
}

impl Stand {
    pub(super) fn town(&self) -> MutexGuard<'_, (Town, u64)> {
        let mut town = self.town.lock().expect("not poisoned");
        town.0.now = now();
        town
    }

    fn ask<T>(&self, question: impl FnOnce(&Town) -> T) -> Result<T, QuestionError> {
        if self.silent.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(QuestionError::NoAnswer("the node is gone".into()));
        }
        Ok(question(&self.town().0))
    }

    pub(crate) fn block(&self) -> chain::Block {
        let height = self.town().1;
        chain::Block { hash: digest_of(height), height, time: now() }
    }
}

pub(super) fn digest_of(height: u64) -> Digest {
    let mut hash = [0xb1; 32];
    hash[..8].copy_from_slice(&height.to_le_bytes());
    Digest(hash)
}

#[async_trait]
impl Chain for Stand {
    async fn finalized(&self) -> Result<chain::Block, QuestionError> {
        Ok(self.block())
    }

    async fn may_open(
        &self,
        record: RecordId,
        reader: Account,
        for_: Purpose,
    ) -> Result<Said<Decision>, QuestionError> {
        let answer = self.ask(|town| town.ledger().may_open(record, reader, for_))?;
        Ok(Said { answer, block: self.block() })
    }

    async fn record(&self, record: RecordId) -> Result<Option<Record>, QuestionError> {
        self.ask(|town| town.ledger().record(record))
    }

    async fn version(&self, record: RecordId, version: u16) -> Result<Option<Version>, QuestionError> {
        self.ask(|town| town.ledger().version(record, version))
    }

    async fn finding(&self, finding: FindingId) -> Result<Option<Finding>, QuestionError> {
        self.ask(|town| town.ledger().finding(finding))
    }

    async fn who(&self, account: Account) -> Result<Option<Who>, QuestionError> {
        self.ask(|town| town.directory().member(account).map(|member| member.who))
    }

    async fn member(&self, account: Account) -> Result<Option<Member>, QuestionError> {
        self.ask(|town| town.directory().member(account))
    }

    async fn guards(&self, guardian: Account, patient: Account) -> Result<bool, QuestionError> {
        self.ask(|town| town.directory().guards(guardian, patient))
    }

    async fn card(&self, patient: Account) -> Result<Option<Card>, QuestionError> {
        self.ask(|town| town.consent().card(patient))
    }

    async fn emergency(&self, patient: Account, reader: Account) -> Result<Option<Time>, QuestionError> {
        self.ask(|town| town.consent().emergency(patient, reader))
    }

    async fn link(&self, owner: Account, link: Digest) -> Result<Said<Option<Link>>, QuestionError> {
        Ok(Said { answer: self.ask(|town| town.consent().link(owner, link))?, block: self.block() })
    }
}
