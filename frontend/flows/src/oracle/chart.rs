//! What exists of a patient.

use super::{Oracle, TalkError};
use chartkey_protocol::{Chart, FindingRow, RecordRow};
use chartkey_vocabulary::{Account, RecordId};

impl Oracle {
    /// The records of a patient the asker may know of.
    pub async fn records_of(&self, patient: Account) -> Result<Vec<RecordRow>, TalkError> {
        self.all(&format!("/api/patients/{patient}/records")).await
    }

    /// One record.
    pub async fn record(&self, record: RecordId) -> Result<RecordRow, TalkError> {
        self.get(&format!("/api/records/{record}")).await
    }

    /// What machines found in a patient's records.
    pub async fn findings_of(&self, patient: Account) -> Result<Vec<FindingRow>, TalkError> {
        self.all(&format!("/api/patients/{patient}/findings")).await
    }

    /// A patient's figures.
    pub async fn chart_of(&self, patient: Account) -> Result<Chart, TalkError> {
        self.get(&format!("/api/patients/{patient}/chart")).await
    }
}
