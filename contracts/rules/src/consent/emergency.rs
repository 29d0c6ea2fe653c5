//! Emergencies: a card the patient keeps ready, and the glass in front of it.

use super::{CARDS, ConsentBook, EMERGENCIES, Refusal};
use crate::{Call, People, Storage, bounds::EMERGENCY_LASTS};
use chartkey_vocabulary::{Account, Card, ConsentEvent as Event, EmergencyReason, RecordId, Role, Time};

impl<S: Storage, P: People> ConsentBook<S, P> {
    /// The patient or a guardian names the record that may be seen in an emergency. Without one there is no glass
    /// to break: it is the patient's choice.
    ///
    /// # Errors
    /// `NotYours`, `SameCard`.
    pub fn keep_card(&mut self, call: Call, patient: Account, record: RecordId) -> Result<Event, Refusal> {
        self.yours(call, patient)?;
        let card = Card { record };
        if self.card(patient) == Some(card) {
            return Err(Refusal::SameCard);
        }
        CARDS.put(&mut self.store, &patient, &card);
        Ok(Event::CardKept { patient, record })
    }

    /// The patient or a guardian takes the card away; whoever has broken the glass sees nothing from now on.
    ///
    /// # Errors
    /// `NotYours`, `NoCard`.
    pub fn drop_card(&mut self, call: Call, patient: Account) -> Result<Event, Refusal> {
        self.yours(call, patient)?;
        self.card(patient).ok_or(Refusal::NoCard)?;
        CARDS.remove(&mut self.store, &patient);
        Ok(Event::CardDropped { patient })
    }

    /// An active doctor or hospital opens a patient's emergency card for three hours, saying why. The patient and
    /// the guardians see it at once.
    ///
    /// # Errors
    /// `NotForEmergencies`, `NotPatient`, `NoCard`, `AlreadyOpen`.
    pub fn break_glass(&mut self, call: Call, patient: Account, reason: EmergencyReason) -> Result<Event, Refusal> {
        let parties = self.people.parties(patient, call.from, call.from);
        if !parties.other.is_some_and(|who| who.is(Role::Doctor) || who.is(Role::Hospital)) {
            return Err(Refusal::NotForEmergencies);
        }
        if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
            return Err(Refusal::NotPatient);
        }
        self.card(patient).ok_or(Refusal::NoCard)?;
        if self.emergency(patient, call.from).is_some_and(|until| call.at < until) {
            return Err(Refusal::AlreadyOpen);
        }
        let until = call.at + EMERGENCY_LASTS;
        EMERGENCIES.put(&mut self.store, &(patient, call.from), &until);
        Ok(Event::GlassBroken { patient, by: call.from, reason, until })
    }

    /// The patient, a guardian or whoever broke it mends the glass; an ended emergency is cleared the same way.
    ///
    /// # Errors
    /// `NotYours`, `NoEmergency`.
    pub fn mend_glass(&mut self, call: Call, patient: Account, reader: Account) -> Result<Event, Refusal> {
        if call.from != reader {
            self.yours(call, patient)?;
        }
        self.emergency(patient, reader).ok_or(Refusal::NoEmergency)?;
        EMERGENCIES.remove(&mut self.store, &(patient, reader));
        Ok(Event::GlassMended { patient, reader, by: call.from })
    }

    /// The emergency card a patient keeps ready.
    pub fn card(&self, patient: Account) -> Option<Card> {
        CARDS.get(&self.store, &patient)
    }

    /// Until when `reader` has the patient's glass broken.
    pub fn emergency(&self, patient: Account, reader: Account) -> Option<Time> {
        EMERGENCIES.get(&self.store, &(patient, reader))
    }
}
