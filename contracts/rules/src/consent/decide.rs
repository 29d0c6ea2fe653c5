//! The decision itself: the one place that says whether somebody may open something.

use super::{CARDS, ConsentBook, EMERGENCIES, GRANTS, Refusal};
use crate::{Call, Consent, People, Storage, bounds::OPENING_LASTS};
use chartkey_vocabulary::{
    Account, Basis, Between, ConsentEvent as Event, Decision, Denial, Facts, Grant, Purpose, Role, Standing, Ticket,
    Time, Writing,
};

impl<S: Storage, P: People> ConsentBook<S, P> {
    /// Whether the reader may open the record of these facts at `now`, and why.
    ///
    /// The facts are the asker's word: the records contract asks with true ones, and only its answer, or one made
    /// from facts read there, is worth anything.
    pub fn check(&self, now: Time, between: Between, facts: Facts) -> Decision {
        match self.decide(now, between, facts) {
            Ok(basis) => Decision::Allowed(basis),
            Err(denial) => Decision::Denied(denial),
        }
    }

    fn decide(&self, now: Time, between: Between, facts: Facts) -> Result<Basis, Denial> {
        let Between { patient, reader, purpose } = between;
        if facts.owner != patient {
            return Err(Denial::NoSuchRecord);
        }
        let parties = self.people.parties(patient, reader, reader);
        if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
            return Err(Denial::PatientGone);
        }
        if reader == patient {
            return Ok(Basis::Owner);
        }
        if parties.guards {
            return Ok(Basis::Guardian);
        }
        let who = parties.other.filter(|who| who.standing == Standing::Active).ok_or(Denial::ReaderNotActive)?;
        if purpose == Purpose::Emergency {
            // Who broke the glass and has changed roles since is no rescuer any more.
            if !matches!(who.role, Role::Doctor | Role::Hospital) {
                return Err(Denial::WrongPurpose);
            }
            return self.in_emergency(now, between, facts);
        }
        if !purpose.fits(who.role) {
            return Err(Denial::WrongPurpose);
        }
        let grant = GRANTS.get(&self.store, &between).ok_or(Denial::NoGrant)?;
        in_force(&grant, now, between, &facts)?;
        match grant.terms.openings {
            None => Ok(Basis::Grant(grant.terms.until)),
            Some(_) if announced(&grant, now, &facts) => Ok(Basis::Grant(grant.terms.until)),
            Some(0) => Err(Denial::UsedUp),
            Some(_) => Err(Denial::NotAnnounced),
        }
    }

    /// A broken glass shows the emergency card and nothing else.
    fn in_emergency(&self, now: Time, between: Between, facts: Facts) -> Result<Basis, Denial> {
        let until = EMERGENCIES.get(&self.store, &(between.patient, between.reader)).ok_or(Denial::NoGrant)?;
        if now >= until {
            return Err(Denial::Expired);
        }
        let card = CARDS.get(&self.store, &between.patient).ok_or(Denial::NoGrant)?;
        if card.record == facts.record { Ok(Basis::Emergency(until)) } else { Err(Denial::OutOfScope) }
    }

    /// Whether `author` may add the record of these facts, and the patient's epoch. A counted grant counts what is
    /// opened, not what is written.
    pub fn writing(&self, now: Time, facts: Facts, author: Account) -> Writing {
        let between = Between { patient: facts.owner, reader: author, purpose: Purpose::Treatment };
        let granted = GRANTS
            .get(&self.store, &between)
            .is_some_and(|grant| grant.terms.may_write && in_force(&grant, now, between, &facts).is_ok());
        Writing { allowed: granted, epoch: self.desk(facts.owner).epoch }
    }

    /// Takes one opening off a counted grant. The reader announces through the records contract, which alone may
    /// call this, because it alone knows the facts. Announcing the same record again while its ticket lasts takes
    /// nothing off.
    ///
    /// # Errors
    /// `NotPatient`, `ReaderNotActive`, `WrongPurpose`, `NoGrant`, `Expired`, `OutOfScope`, `NotCounted`, `UsedUp`.
    pub fn announce(&mut self, call: Call, between: Between, facts: Facts) -> Result<(Ticket, Event), Refusal> {
        let parties = self.people.parties(between.patient, between.reader, between.reader);
        if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
            return Err(Refusal::NotPatient);
        }
        let who = parties.other.filter(|who| who.standing == Standing::Active).ok_or(Refusal::ReaderNotActive)?;
        if !between.purpose.fits(who.role) {
            return Err(Refusal::WrongPurpose);
        }
        let mut grant = self.grant_of(between).ok_or(Refusal::NoGrant)?;
        in_force(&grant, call.at, between, &facts).map_err(|denial| match denial {
            Denial::Expired => Refusal::Expired,
            _ => Refusal::OutOfScope,
        })?;
        let left = grant.terms.openings.ok_or(Refusal::NotCounted)?;
        let (ticket, left) = match grant.ticket.filter(|_| announced(&grant, call.at, &facts)) {
            Some(ticket) => (ticket, left),
            None => {
                let left = left.checked_sub(1).ok_or(Refusal::UsedUp)?;
                let until = (call.at + OPENING_LASTS).min(grant.terms.until);
                (Ticket { record: facts.record, until }, left)
            }
        };
        grant.ticket = Some(ticket);
        grant.terms.openings = Some(left);
        GRANTS.put(&mut self.store, &between, &grant);
        Ok((ticket, Event::Announced { between, ticket, left }))
    }
}

/// Whether a grant covers the record at this moment, counting aside.
fn in_force(grant: &Grant, now: Time, between: Between, facts: &Facts) -> Result<(), Denial> {
    if now >= grant.terms.until {
        return Err(Denial::Expired);
    }
    let covered = between.purpose.reach().has(facts.kind) && grant.terms.scope.covers(facts, between.reader);
    if covered { Ok(()) } else { Err(Denial::OutOfScope) }
}

fn announced(grant: &Grant, now: Time, facts: &Facts) -> bool {
    grant.ticket.is_some_and(|ticket| ticket.record == facts.record && now < ticket.until)
}

/// The book at a moment, as its neighbours ask it.
pub struct ConsentAt<'a, S, P> {
    /// The book.
    pub book: &'a mut ConsentBook<S, P>,
    /// The block's time.
    pub now: Time,
}

impl<S: Storage, P: People> Consent for ConsentAt<'_, S, P> {
    fn check(&self, between: Between, facts: Facts) -> Decision {
        self.book.check(self.now, between, facts)
    }

    fn writing(&self, facts: Facts, author: Account) -> Writing {
        self.book.writing(self.now, facts, author)
    }

    fn announce(&mut self, between: Between, facts: Facts) -> Result<Ticket, Refusal> {
        let call = Call { from: between.reader, at: self.now };
        self.book.announce(call, between, facts).map(|(ticket, _)| ticket)
    }
}
