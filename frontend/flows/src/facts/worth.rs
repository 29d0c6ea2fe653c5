//! Which records are worth opening for what they list, for somebody whose every opening is written down.

use chartkey_vocabulary::Kind;

/// Whether conditions, medicines or allergies may stand in a record of this kind; `is_read` when a machine has read it.
/// A picture of a body lists nothing, and a letter only once a machine has made lists of it.
pub fn may_list(kind: Kind, is_read: bool) -> bool {
    match kind {
        Kind::LabReport | Kind::Prescription | Kind::DischargeSummary | Kind::Other => true,
        Kind::ConsultationNote | Kind::Certificate | Kind::Insurance | Kind::Vaccination => is_read,
        Kind::XRay | Kind::Ct | Kind::Mri | Kind::Ultrasound | Kind::OtherImaging => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_hospital_gave_out_lists_something_a_picture_never_and_a_letter_once_it_was_read() {
        assert!(may_list(Kind::Other, false), "a bundle of a hospital's system");
        assert!(may_list(Kind::DischargeSummary, false) && may_list(Kind::Prescription, false));
        assert!(!may_list(Kind::Ct, false) && !may_list(Kind::Ct, true));
        assert!(!may_list(Kind::ConsultationNote, false) && may_list(Kind::ConsultationNote, true));
    }
}
