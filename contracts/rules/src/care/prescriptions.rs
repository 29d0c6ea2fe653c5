//! Prescriptions: written by a doctor, handed out by a pharmacy the patient gave a key.

use super::{CareBook, Event, PRESCRIPTIONS, Refusal};
use crate::{
    Call, Consent, People, Records, Storage,
    bounds::{FILLS, YEAR},
};
use chartkey_vocabulary::{Commitment, Kind, Prescription, PrescriptionId, RecordId, Role, Salt, Time};

impl<S: Storage, P: People, C: Consent, R: Records> CareBook<S, P, C, R> {
    /// A doctor with an accepted visit or a live grant to write prescribes what the sealed `record`, their own
    /// prescription for this patient, says.
    ///
    /// # Errors
    /// `NotDoctor`, `NotAPrescription`, `NoFills`, `Past`, `TooLong`, `MayNotPrescribe`, `AlreadyPrescribed`.
    pub fn prescribe(
        &mut self,
        call: Call,
        salt: Salt,
        record: RecordId,
        commitment: Commitment,
        fills: u8,
        until: Time,
    ) -> Result<(PrescriptionId, Event), Refusal> {
        let doctor = call.from;
        if !self.people.who(doctor).is_some_and(|who| who.is(Role::Doctor)) {
            return Err(Refusal::NotDoctor);
        }
        let facts = self.records.facts(record);
        let facts = facts.filter(|facts| facts.kind == Kind::Prescription && facts.author == doctor);
        let facts = facts.ok_or(Refusal::NotAPrescription)?;
        let patient = facts.owner;
        if fills == 0 || fills > FILLS {
            return Err(Refusal::NoFills);
        }
        if until <= call.at {
            return Err(Refusal::Past);
        }
        if until > call.at + YEAR {
            return Err(Refusal::TooLong);
        }
        if !self.tied(call.at, patient, doctor) && !self.consent.writing(facts, doctor).allowed {
            return Err(Refusal::MayNotPrescribe);
        }
        let id = PrescriptionId::derive(doctor, salt, |bytes| self.store.keccak(bytes));
        if self.prescription(id).is_some() {
            return Err(Refusal::AlreadyPrescribed);
        }
        PRESCRIPTIONS.put(&mut self.store, &id, &Prescription { patient, doctor, record, commitment, fills, until });
        Ok((id, Event::Prescribed { id, patient, doctor, record, fills, until }))
    }

    /// An active pharmacy that may open the prescription hands it out once.
    ///
    /// # Errors
    /// `NotPharmacy`, `NoSuchPrescription`, `Ended`, `UsedUp`, `NoConsent`.
    pub fn dispense(&mut self, call: Call, id: PrescriptionId) -> Result<Event, Refusal> {
        if !self.people.who(call.from).is_some_and(|who| who.is(Role::Pharmacy)) {
            return Err(Refusal::NotPharmacy);
        }
        let row = self.prescription(id).ok_or(Refusal::NoSuchPrescription)?;
        if call.at >= row.until {
            return Err(Refusal::Ended);
        }
        let left = row.fills.checked_sub(1).ok_or(Refusal::UsedUp)?;
        if !self.records.may_dispense(row.record, call.from) {
            return Err(Refusal::NoConsent);
        }
        // A prescription used up stays until it is voided, so that it is refused as used up and not as unknown.
        PRESCRIPTIONS.put(&mut self.store, &id, &Prescription { fills: left, ..row });
        Ok(Event::Dispensed { id, patient: row.patient, pharmacy: call.from, left })
    }

    /// The doctor who wrote it, the patient or a guardian takes a prescription off the chain.
    ///
    /// # Errors
    /// `NoSuchPrescription`, `NotYours`.
    pub fn void(&mut self, call: Call, id: PrescriptionId) -> Result<Event, Refusal> {
        let row = self.prescription(id).ok_or(Refusal::NoSuchPrescription)?;
        if call.from != row.doctor && !self.speaks_for(call, row.patient) {
            return Err(Refusal::NotYours);
        }
        PRESCRIPTIONS.remove(&mut self.store, &id);
        Ok(Event::Voided { id, patient: row.patient, doctor: row.doctor, by: call.from })
    }

    /// A prescription that stands.
    pub fn prescription(&self, id: PrescriptionId) -> Option<Prescription> {
        PRESCRIPTIONS.get(&self.store, &id)
    }
}
