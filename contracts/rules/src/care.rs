//! Visits. Prescriptions are in the folder.

mod prescriptions;

use crate::{
    Call, Consent, People, Records, Storage, Visits,
    bounds::{BOND_LASTS, SLOTS, YEAR},
    storage::Table,
};
use chartkey_vocabulary::{
    Account, Bond, CareError as Refusal, CareEvent as Event, Party, Prescription, PrescriptionId, Role, SLOT, Salt,
    Time, Visit, VisitId, VisitState,
};

/// Visits asked for or agreed on.
pub const VISITS: Table<VisitId, Visit> = Table::new(1);
/// Which visit takes a doctor's slot.
pub const BOOKINGS: Table<(Account, Time), VisitId> = Table::new(2);
/// What ties patient and doctor.
pub const BONDS: Table<(Account, Account), Bond> = Table::new(3);
/// Prescriptions that stand.
pub const PRESCRIPTIONS: Table<PrescriptionId, Prescription> = Table::new(4);

/// The care contract's rules over its rows.
pub struct CareBook<S, P, C, R> {
    /// The contract's rows.
    pub store: S,
    /// Who is who.
    pub people: P,
    /// Who may open what.
    pub consent: C,
    /// What exists.
    pub records: R,
}

impl<S: Storage, P: People, C: Consent, R: Records> CareBook<S, P, C, R> {
    /// A patient, or a guardian for them, asks a doctor for a time.
    ///
    /// # Errors
    /// `NotPatient`, `NotYours`, `NotDoctor`, `OffGrid`, `Past`, `TooFar`, `AlreadyAsked`.
    pub fn ask(
        &mut self,
        call: Call,
        patient: Account,
        doctor: Account,
        salt: Salt,
        from: Time,
        slots: u8,
    ) -> Result<(VisitId, Event), Refusal> {
        let parties = self.people.parties(patient, doctor, call.from);
        if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
            return Err(Refusal::NotPatient);
        }
        if call.from != patient && !parties.guards {
            return Err(Refusal::NotYours);
        }
        if !parties.other.is_some_and(|who| who.is(Role::Doctor)) {
            return Err(Refusal::NotDoctor);
        }
        bookable(call.at, from, slots)?;
        let id = VisitId::derive(patient, salt, |bytes| self.store.keccak(bytes));
        if self.visit(id).is_some() {
            return Err(Refusal::AlreadyAsked);
        }
        let visit = Visit { patient, doctor, from, slots, state: VisitState::Awaiting(Party::Doctor) };
        VISITS.put(&mut self.store, &id, &visit);
        Ok((id, Event::Proposed { id, visit }))
    }

    /// The side whose turn it is proposes another time; then it is the other side's turn.
    ///
    /// # Errors
    /// `NoSuchVisit`, `NotYours`, `AlreadyAccepted`, `NotYourTurn`, `NotPatient`, `NotDoctor`, `OffGrid`, `Past`,
    /// `TooFar`.
    pub fn propose(&mut self, call: Call, id: VisitId, from: Time, slots: u8) -> Result<Event, Refusal> {
        let (mut visit, turn) = self.turn(call, id)?;
        bookable(call.at, from, slots)?;
        let other = if turn == Party::Doctor { Party::Patient } else { Party::Doctor };
        visit = Visit { from, slots, state: VisitState::Awaiting(other), ..visit };
        VISITS.put(&mut self.store, &id, &visit);
        Ok(Event::Proposed { id, visit })
    }

    /// The side whose turn it is agrees; the doctor's time is taken, and the doctor may write until a week after.
    ///
    /// # Errors
    /// `NoSuchVisit`, `NotYours`, `AlreadyAccepted`, `NotYourTurn`, `NotPatient`, `NotDoctor`, `Past`,
    /// `SlotTaken`.
    pub fn accept(&mut self, call: Call, id: VisitId) -> Result<Event, Refusal> {
        let (mut visit, _) = self.turn(call, id)?;
        if visit.from <= call.at {
            return Err(Refusal::Past);
        }
        if slots(&visit).any(|slot| self.booking(visit.doctor, slot).is_some()) {
            return Err(Refusal::SlotTaken);
        }
        for slot in slots(&visit) {
            BOOKINGS.put(&mut self.store, &(visit.doctor, slot), &id);
        }
        visit.state = VisitState::Accepted;
        VISITS.put(&mut self.store, &id, &visit);
        let pair = (visit.patient, visit.doctor);
        let before = self.bond(visit.patient, visit.doctor).unwrap_or(Bond { visits: 0, until: 0 });
        let until = before.until.max(visit.until() + BOND_LASTS);
        BONDS.put(&mut self.store, &pair, &Bond { visits: before.visits + 1, until });
        Ok(Event::Accepted { id, visit })
    }

    /// Either side says no before both have agreed.
    ///
    /// # Errors
    /// `NoSuchVisit`, `NotYours`, `AlreadyAccepted`.
    pub fn decline(&mut self, call: Call, id: VisitId) -> Result<Event, Refusal> {
        let (visit, _) = self.side(call, id)?;
        if visit.state == VisitState::Accepted {
            return Err(Refusal::AlreadyAccepted);
        }
        VISITS.remove(&mut self.store, &id);
        Ok(Event::Declined { id, patient: visit.patient, doctor: visit.doctor, by: call.from })
    }

    /// Either side calls an accepted visit off.
    ///
    /// # Errors
    /// `NoSuchVisit`, `NotYours`, `NotAccepted`.
    pub fn cancel(&mut self, call: Call, id: VisitId) -> Result<Event, Refusal> {
        let (visit, _) = self.side(call, id)?;
        self.close(id, &visit, false)?;
        Ok(Event::Cancelled { id, patient: visit.patient, doctor: visit.doctor, by: call.from })
    }

    /// The doctor says that an accepted visit took place.
    ///
    /// # Errors
    /// `NoSuchVisit`, `NotYours`, `NotAccepted`, `TooEarly`.
    pub fn complete(&mut self, call: Call, id: VisitId) -> Result<Event, Refusal> {
        let (visit, side) = self.side(call, id)?;
        if side != Party::Doctor {
            return Err(Refusal::NotYours);
        }
        if call.at < visit.from {
            return Err(Refusal::TooEarly);
        }
        self.close(id, &visit, true)?;
        Ok(Event::Completed { id, patient: visit.patient, doctor: visit.doctor })
    }

    /// The patient or a guardian ends what past and coming visits allow the doctor to write.
    ///
    /// # Errors
    /// `NotYours`, `NoBond`.
    pub fn release(&mut self, call: Call, patient: Account, doctor: Account) -> Result<Event, Refusal> {
        if !self.speaks_for(call, patient) {
            return Err(Refusal::NotYours);
        }
        self.bond(patient, doctor).ok_or(Refusal::NoBond)?;
        BONDS.remove(&mut self.store, &(patient, doctor));
        Ok(Event::Released { patient, doctor })
    }

    /// A visit that is asked for or agreed on.
    pub fn visit(&self, id: VisitId) -> Option<Visit> {
        VISITS.get(&self.store, &id)
    }

    /// Which visit takes a doctor's slot.
    pub fn booking(&self, doctor: Account, slot: Time) -> Option<VisitId> {
        BOOKINGS.get(&self.store, &(doctor, slot))
    }

    /// What ties a patient and a doctor.
    pub fn bond(&self, patient: Account, doctor: Account) -> Option<Bond> {
        BONDS.get(&self.store, &(patient, doctor))
    }

    /// Whether a visit ties the two at `now`.
    pub fn tied(&self, now: Time, patient: Account, doctor: Account) -> bool {
        self.bond(patient, doctor).is_some_and(|bond| now < bond.until)
    }

    /// Takes a visit off the chain, and with the last one called off, the bond.
    fn close(&mut self, id: VisitId, visit: &Visit, took_place: bool) -> Result<(), Refusal> {
        if visit.state != VisitState::Accepted {
            return Err(Refusal::NotAccepted);
        }
        for slot in slots(visit) {
            BOOKINGS.remove(&mut self.store, &(visit.doctor, slot));
        }
        VISITS.remove(&mut self.store, &id);
        let pair = (visit.patient, visit.doctor);
        if let Some(bond) = BONDS.get(&self.store, &pair) {
            let visits = bond.visits.saturating_sub(1);
            if visits == 0 && !took_place {
                BONDS.remove(&mut self.store, &pair);
            } else {
                // With no visit to come, what one called off would have allowed ends as well.
                let last = if visits == 0 { visit.until() + BOND_LASTS } else { bond.until };
                BONDS.put(&mut self.store, &pair, &Bond { visits, until: bond.until.min(last) });
            }
        }
        Ok(())
    }

    /// The visit, and on which side the caller stands.
    fn side(&self, call: Call, id: VisitId) -> Result<(Visit, Party), Refusal> {
        let visit = self.visit(id).ok_or(Refusal::NoSuchVisit)?;
        if call.from == visit.doctor {
            return Ok((visit, Party::Doctor));
        }
        if self.speaks_for(call, visit.patient) { Ok((visit, Party::Patient)) } else { Err(Refusal::NotYours) }
    }

    /// As [`Self::side`], when it is that side's turn and both are still who they were when the visit was asked for.
    fn turn(&self, call: Call, id: VisitId) -> Result<(Visit, Party), Refusal> {
        let (visit, side) = self.side(call, id)?;
        match visit.state {
            VisitState::Accepted => return Err(Refusal::AlreadyAccepted),
            VisitState::Awaiting(turn) if turn != side => return Err(Refusal::NotYourTurn),
            VisitState::Awaiting(_) => {}
        }
        let parties = self.people.parties(visit.patient, visit.doctor, call.from);
        if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
            return Err(Refusal::NotPatient);
        }
        if !parties.other.is_some_and(|who| who.is(Role::Doctor)) {
            return Err(Refusal::NotDoctor);
        }
        Ok((visit, side))
    }

    fn speaks_for(&self, call: Call, patient: Account) -> bool {
        call.from == patient || self.people.parties(patient, call.from, call.from).guards
    }
}

fn bookable(now: Time, from: Time, slots: u8) -> Result<(), Refusal> {
    if !from.is_multiple_of(SLOT) || slots == 0 || slots > SLOTS {
        return Err(Refusal::OffGrid);
    }
    if from <= now {
        return Err(Refusal::Past);
    }
    if from > now + YEAR { Err(Refusal::TooFar) } else { Ok(()) }
}

/// The beginnings of a visit's slots; at most eight.
fn slots(visit: &Visit) -> impl Iterator<Item = Time> + use<> {
    let from = visit.from;
    (0..Time::from(visit.slots)).map(move |slot| from + slot * SLOT)
}

/// The book at a moment, as the ledger asks it.
pub struct CareAt<'a, S, P, C, R> {
    /// The book.
    pub book: &'a CareBook<S, P, C, R>,
    /// The block's time.
    pub now: Time,
}

impl<S: Storage, P: People, C: Consent, R: Records> Visits for CareAt<'_, S, P, C, R> {
    fn tied(&self, patient: Account, doctor: Account) -> bool {
        self.book.tied(self.now, patient, doctor)
    }
}
