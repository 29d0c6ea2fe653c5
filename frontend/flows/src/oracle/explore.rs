//! The account explorer.

use super::{Oracle, TalkError};
use chartkey_protocol::{BlockRow, EventRow, Page};
use chartkey_vocabulary::Account;

impl Oracle {
    /// The latest events about an account, newest first.
    pub async fn explore_account(&self, account: Account) -> Result<Page<EventRow>, TalkError> {
        self.get(&format!("/api/explore/accounts/{account}")).await
    }

    /// The latest blocks.
    pub async fn explore_blocks(&self) -> Result<Page<BlockRow>, TalkError> {
        self.get("/api/explore/blocks").await
    }

    /// What happened in a block.
    pub async fn explore_block(&self, height: u64) -> Result<Page<EventRow>, TalkError> {
        self.get(&format!("/api/explore/blocks/{height}")).await
    }
}
