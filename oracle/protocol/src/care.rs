//! Visits and prescriptions. `GET /api/mine/visits`, `GET /api/mine/prescriptions`, `GET /api/doctors/{account}/slots?from=&to=`.

use chartkey_vocabulary::{Account, PrescriptionId, RecordId, Time, Visit, VisitId};
use serde::{Deserialize, Serialize};

/// A visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VisitRow {
    /// Its name.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub id: VisitId,
    /// Who, when, how far.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub visit: Visit,
    /// `declined`, `cancelled` or `completed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// When it last changed.
    pub at: Time,
}

/// A prescription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PrescriptionRow {
    /// Its name.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub id: PrescriptionId,
    /// For whom.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
    /// By whom.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub doctor: Account,
    /// What it says, sealed.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// Fills left.
    pub left: u8,
    /// When it ends.
    pub until: Time,
    /// Whether it was voided.
    pub voided: bool,
    /// When it was handed out.
    pub filled: Vec<Time>,
}
