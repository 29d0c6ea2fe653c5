//! The account explorer.

use super::{Oracle, TalkError, query};
use chartkey_protocol::{BlockRow, EventRow, Page, Paging};
use chartkey_vocabulary::Account;

impl Oracle {
    /// A page of the events about an account, newest first.
    pub async fn explore_account(&self, account: Account, paging: &Paging) -> Result<Page<EventRow>, TalkError> {
        self.get(&paged(&format!("/api/explore/accounts/{account}"), paging)).await
    }

    /// A page of the blocks in which something happened, newest first.
    pub async fn explore_blocks(&self, paging: &Paging) -> Result<Page<BlockRow>, TalkError> {
        self.get(&paged("/api/explore/blocks", paging)).await
    }

    /// What happened in a block.
    pub async fn explore_block(&self, height: u64, paging: &Paging) -> Result<Page<EventRow>, TalkError> {
        self.get(&paged(&format!("/api/explore/blocks/{height}"), paging)).await
    }
}

fn paged(path: &str, paging: &Paging) -> String {
    query(path, &[("after", paging.after.clone()), ("limit", paging.limit.map(|limit| limit.to_string()))])
}
