//! Who is tied to whom: proposed doctors, guardians, houses. None of these ties opens a record by itself, but a
//! guardian may say yes and no in the patient's place.

use super::{ASSIGNMENTS, Directory, GUARDED_BY, GUARDIANS_OF, HOUSES};
use crate::{Call, Storage, bounds::GUARDIANS};
use chartkey_vocabulary::{Account, Assignment, RegistryError as Refusal, RegistryEvent as Event, Role};

impl<S: Storage> Directory<S> {
    /// An admin proposes a doctor to a patient. It grants nothing; a later proposal takes its place.
    ///
    /// # Errors
    /// `NotAdmin`, `NotPatient`, `NotDoctor`.
    pub fn assign(&mut self, call: Call, patient: Account, doctor: Account) -> Result<Event, Refusal> {
        self.need(call.from, Role::Admin, Refusal::NotAdmin)?;
        self.need(patient, Role::Patient, Refusal::NotPatient)?;
        self.need(doctor, Role::Doctor, Refusal::NotDoctor)?;
        let assignment = Assignment { doctor, by: call.from, at: call.at };
        ASSIGNMENTS.put(&mut self.store, &patient, &assignment);
        Ok(Event::Assigned { patient, assignment })
    }

    /// An admin, or the patient, takes the proposal back.
    ///
    /// # Errors
    /// `NotAssigned`, `NotAdmin`.
    pub fn unassign(&mut self, call: Call, patient: Account) -> Result<Event, Refusal> {
        if call.from != patient {
            self.need(call.from, Role::Admin, Refusal::NotAdmin)?;
        }
        if !ASSIGNMENTS.has(&self.store, &patient) {
            return Err(Refusal::NotAssigned);
        }
        ASSIGNMENTS.remove(&mut self.store, &patient);
        Ok(Event::Unassigned { patient })
    }

    /// A patient lets another patient act for them: a parent, a carer.
    ///
    /// # Errors
    /// `NotPatient` when either is not an active patient; `SelfGuardian`, `AlreadyGuardian`, `TooManyGuardians`.
    pub fn appoint_guardian(&mut self, call: Call, guardian: Account) -> Result<Event, Refusal> {
        let patient = call.from;
        self.need(patient, Role::Patient, Refusal::NotPatient)?;
        if guardian == patient {
            return Err(Refusal::SelfGuardian);
        }
        // Only patients: a doctor or a house as guardian could grant themselves everything.
        self.need(guardian, Role::Patient, Refusal::NotPatient)?;
        if GUARDED_BY.has(&self.store, &(patient, guardian)) {
            return Err(Refusal::AlreadyGuardian);
        }
        let count = GUARDIANS_OF.get(&self.store, &patient).unwrap_or(0);
        if count >= GUARDIANS {
            return Err(Refusal::TooManyGuardians);
        }
        GUARDED_BY.put(&mut self.store, &(patient, guardian), &());
        GUARDIANS_OF.put(&mut self.store, &patient, &(count + 1));
        Ok(Event::GuardianAppointed { patient, guardian })
    }

    /// The patient dismisses a guardian, or the guardian lays the duty down.
    ///
    /// # Errors
    /// `NotPatient` when the caller is neither; `NotGuardian`.
    pub fn dismiss_guardian(&mut self, call: Call, patient: Account, guardian: Account) -> Result<Event, Refusal> {
        if call.from != patient && call.from != guardian {
            return Err(Refusal::NotPatient);
        }
        if !GUARDED_BY.has(&self.store, &(patient, guardian)) {
            return Err(Refusal::NotGuardian);
        }
        GUARDED_BY.remove(&mut self.store, &(patient, guardian));
        match GUARDIANS_OF.get(&self.store, &patient).unwrap_or(1) {
            1 => GUARDIANS_OF.remove(&mut self.store, &patient),
            count => GUARDIANS_OF.put(&mut self.store, &patient, &(count - 1)),
        }
        Ok(Event::GuardianDismissed { patient, guardian })
    }

    /// A house takes a doctor in.
    ///
    /// # Errors
    /// `NotHospital`, `NotDoctor`, `AlreadyAffiliated`.
    pub fn affiliate(&mut self, call: Call, doctor: Account) -> Result<Event, Refusal> {
        self.need(call.from, Role::Hospital, Refusal::NotHospital)?;
        self.need(doctor, Role::Doctor, Refusal::NotDoctor)?;
        if self.affiliated(call.from, doctor).is_some() {
            return Err(Refusal::AlreadyAffiliated);
        }
        HOUSES.put(&mut self.store, &(call.from, doctor), &call.at);
        Ok(Event::Affiliated { hospital: call.from, doctor })
    }

    /// The house or the doctor ends the affiliation.
    ///
    /// # Errors
    /// `NotHospital` when the caller is neither; `NotAffiliated`.
    pub fn part(&mut self, call: Call, hospital: Account, doctor: Account) -> Result<Event, Refusal> {
        if call.from != hospital && call.from != doctor {
            return Err(Refusal::NotHospital);
        }
        self.affiliated(hospital, doctor).ok_or(Refusal::NotAffiliated)?;
        HOUSES.remove(&mut self.store, &(hospital, doctor));
        Ok(Event::Parted { hospital, doctor })
    }
}
