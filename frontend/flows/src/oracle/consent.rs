//! Keys, requests, links and emergencies.

use super::{Oracle, TalkError};
use chartkey_protocol::{EmergencyRow, GrantRow, LinkRow, Page, RequestRow};
use chartkey_vocabulary::Account;

impl Oracle {
    /// Keys to a patient's records.
    pub async fn grants_of(&self, patient: Account) -> Result<Vec<GrantRow>, TalkError> {
        self.all(&format!("/api/patients/{patient}/grants")).await
    }

    /// Requests to a patient.
    pub async fn requests_of(&self, patient: Account) -> Result<Vec<RequestRow>, TalkError> {
        self.all(&format!("/api/patients/{patient}/requests")).await
    }

    /// A patient's share links.
    pub async fn links_of(&self, patient: Account) -> Result<Vec<LinkRow>, TalkError> {
        self.all(&format!("/api/patients/{patient}/links")).await
    }

    /// Who broke a patient's glass.
    pub async fn emergencies_of(&self, patient: Account) -> Result<Vec<EmergencyRow>, TalkError> {
        self.all(&format!("/api/patients/{patient}/emergencies")).await
    }

    /// The finalized block the service's lists had reached.
    pub async fn height(&self) -> Result<u64, TalkError> {
        let page: Page<GrantRow> = self.get("/api/mine/grants?limit=1").await?;
        Ok(page.height)
    }

    /// Keys the asker holds.
    pub async fn my_grants(&self) -> Result<Vec<GrantRow>, TalkError> {
        self.all("/api/mine/grants").await
    }

    /// Requests the asker made.
    pub async fn my_requests(&self) -> Result<Vec<RequestRow>, TalkError> {
        self.all("/api/mine/requests").await
    }

    /// Glasses the asker broke.
    pub async fn my_emergencies(&self) -> Result<Vec<EmergencyRow>, TalkError> {
        self.all("/api/mine/emergencies").await
    }
}
