//! Who looked.

use super::{Oracle, TalkError, query};
use chartkey_protocol::{Leaves, LogHead, MyLog};
use chartkey_vocabulary::Account;

impl Oracle {
    /// A page of the lines about one patient, the asker or a ward, behind a position in the whole log.
    pub async fn log_of(&self, patient: Account, after: Option<u64>) -> Result<MyLog, TalkError> {
        let wanted = [("patient", Some(patient.to_string())), ("after", after.map(|after| after.to_string()))];
        self.get(&query("/api/log/mine", &wanted)).await
    }

    /// Hashes of all lines from a position on.
    pub async fn log_leaves(&self, from: u64) -> Result<Leaves, TalkError> {
        self.get(&query("/api/log/leaves", &[("from", Some(from.to_string()))])).await
    }

    /// The log's head.
    pub async fn log_head(&self) -> Result<LogHead, TalkError> {
        self.get("/api/log/head").await
    }
}
