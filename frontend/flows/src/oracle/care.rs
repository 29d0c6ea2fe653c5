//! Visits and prescriptions.

use super::{Oracle, TalkError, query};
use chartkey_protocol::{PrescriptionRow, VisitRow};
use chartkey_vocabulary::{Account, Time};

impl Oracle {
    /// The asker's visits, as patient or as doctor.
    pub async fn my_visits(&self) -> Result<Vec<VisitRow>, TalkError> {
        self.all("/api/mine/visits").await
    }

    /// The asker's prescriptions, as patient, doctor or pharmacy.
    pub async fn my_prescriptions(&self) -> Result<Vec<PrescriptionRow>, TalkError> {
        self.all("/api/mine/prescriptions").await
    }

    /// The beginnings of a doctor's taken slots.
    pub async fn slots_of(&self, doctor: Account, from: Time, to: Time) -> Result<Vec<Time>, TalkError> {
        let window = [("from", Some(from.to_string())), ("to", Some(to.to_string()))];
        self.get(&query(&format!("/api/doctors/{doctor}/slots"), &window)).await
    }
}
