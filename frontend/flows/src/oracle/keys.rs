//! Wraps, vault files and custody.

use super::{Oracle, TalkError, query, word};
use chartkey_protocol::{Missing, Page, Pending, Share, Shares, VaultFile, Wrap, Wraps};
use chartkey_vocabulary::{Account, FindingId, Purpose, RecordId};
use http::Method;

impl Oracle {
    /// Hands wraps of one version in.
    pub async fn put_wraps(&self, record: RecordId, version: u16, wraps: &Wraps) -> Result<(), TalkError> {
        self.order(Method::PUT, &format!("/api/records/{record}/versions/{version}/wraps"), wraps).await
    }

    /// The asker's own wrap of a version; decided and logged on the other side.
    pub async fn wrap(&self, record: RecordId, version: u16, purpose: Purpose) -> Result<Wrap, TalkError> {
        let path = format!("/api/records/{record}/versions/{version}/wrap");
        self.get(&query(&path, &[("purpose", Some(word(&purpose)))])).await
    }

    /// The asker's own wrap of a finding's output.
    pub async fn finding_wrap(&self, finding: FindingId, purpose: Purpose) -> Result<Wrap, TalkError> {
        let path = format!("/api/findings/{finding}/wrap");
        self.get(&query(&path, &[("purpose", Some(word(&purpose)))])).await
    }

    /// Wraps the chain allows in a chart the asker keeps and nobody has made, those of findings included.
    pub async fn missing_wraps(&self, patient: Account) -> Result<Vec<Missing>, TalkError> {
        let wanted = [("patient", Some(patient.to_string())), ("findings", Some("true".into()))];
        self.pages(&query("/api/wraps/missing", &wanted)).await
    }

    /// The sealed vault file.
    pub async fn vault(&self) -> Result<VaultFile, TalkError> {
        self.get("/api/vault").await
    }

    /// Saves the sealed vault file.
    pub async fn put_vault(&self, file: &VaultFile) -> Result<(), TalkError> {
        self.order(Method::PUT, "/api/vault", file).await
    }

    /// Hands the parts of an emergency card's key in, sealed to who keeps them.
    pub async fn put_card_shares(&self, card: RecordId, shares: &Shares) -> Result<(), TalkError> {
        self.order(Method::PUT, &format!("/api/cards/{card}/shares"), shares).await
    }

    /// The parts custodians have handed over so far, sealed to the asker.
    pub async fn card_shares(&self, card: RecordId) -> Result<Shares, TalkError> {
        self.get(&format!("/api/cards/{card}/shares")).await
    }

    /// Broken glasses this custodian has not answered.
    pub async fn custody(&self) -> Result<Vec<Pending>, TalkError> {
        Ok(self.get::<Page<Pending>>("/api/custody").await?.rows)
    }

    /// Hands a part over to who broke the glass.
    pub async fn hand_over(&self, card: RecordId, reader: Account, share: &Share) -> Result<(), TalkError> {
        self.order(Method::PUT, &format!("/api/custody/{card}/{reader}"), share).await
    }
}
