//! Who may open what: requests, grants and their withdrawal. Decisions, emergencies and links are in the folder.

mod decide;
mod emergency;
mod links;

pub use decide::ConsentAt;

use crate::{
    Call, People, Storage,
    bounds::{GRANT_LASTS, REQUEST_LASTS, SCOPE_LIST},
    storage::Table,
};
use chartkey_vocabulary::{
    Account, Between, Card, ConsentError as Refusal, ConsentEvent as Event, Desk, Digest, Exclusions, Extent, Grant,
    Kinds, Link, Narrowing, Parties, Purpose, Request, Role, Scope, Standing, Terms, Time,
};

/// Keys people hold.
pub const GRANTS: Table<Between, Grant> = Table::new(1);
/// Keys people ask for.
pub const REQUESTS: Table<Between, Request> = Table::new(2);
const DESKS: Table<Account, Desk> = Table::new(3);
/// Emergency cards, by patient.
pub const CARDS: Table<Account, Card> = Table::new(4);
/// Until when the glass between patient and reader is broken.
pub const EMERGENCIES: Table<(Account, Account), Time> = Table::new(5);
/// Open links, by owner and hash.
pub const LINKS: Table<(Account, Digest), Link> = Table::new(6);

/// The consent contract's rules over its rows.
pub struct ConsentBook<S, P> {
    /// The contract's rows.
    pub store: S,
    /// Who is who.
    pub people: P,
}

impl<S: Storage, P: People> ConsentBook<S, P> {
    /// An active professional asks a patient for a key.
    ///
    /// # Errors
    /// `SelfGrant`, `NotPatient`, `ReaderNotActive`, `WrongPurpose`, what is wrong with the terms, and
    /// `AlreadyRequested` while an earlier request waits.
    pub fn request(&mut self, call: Call, patient: Account, purpose: Purpose, terms: Terms) -> Result<Event, Refusal> {
        let between = Between { patient, reader: call.from, purpose };
        fitting(between, self.people.parties(patient, call.from, call.from))?;
        sound(&terms, purpose, call.at)?;
        if REQUESTS.get(&self.store, &between).is_some_and(|open| !lapsed(&open, call.at)) {
            return Err(Refusal::AlreadyRequested);
        }
        let request = Request { terms, at: call.at };
        REQUESTS.put(&mut self.store, &between, &request);
        Ok(Event::Requested { between, terms: request.terms })
    }

    /// Whoever asked takes the request back.
    ///
    /// # Errors
    /// `NoSuchRequest`.
    pub fn drop_request(&mut self, call: Call, patient: Account, purpose: Purpose) -> Result<Event, Refusal> {
        let between = Between { patient, reader: call.from, purpose };
        if !REQUESTS.has(&self.store, &between) {
            return Err(Refusal::NoSuchRequest);
        }
        REQUESTS.remove(&mut self.store, &between);
        Ok(Event::RequestDropped { between })
    }

    /// The patient or a guardian says yes, on the terms asked for, or no. Other terms are given by [`Self::grant`].
    ///
    /// # Errors
    /// `NotYours`, `NoSuchRequest`; for a yes as [`Self::grant`].
    pub fn answer(&mut self, call: Call, between: Between, yes: bool) -> Result<Event, Refusal> {
        let request = self.request_of(between).filter(|open| !lapsed(open, call.at));
        let request = request.ok_or(Refusal::NoSuchRequest)?;
        if yes {
            return self.grant(call, between, request.terms);
        }
        self.yours(call, between.patient)?;
        REQUESTS.remove(&mut self.store, &between);
        Ok(Event::Refused { between, by: call.from })
    }

    /// The patient or a guardian gives a key. An open request between the two for the purpose is thereby answered.
    ///
    /// # Errors
    /// `NotYours`, `SelfGrant`, `NotPatient`, `ReaderNotActive`, `WrongPurpose`, what is wrong with the terms, and
    /// `AlreadyGranted` while a grant is in force.
    pub fn grant(&mut self, call: Call, between: Between, terms: Terms) -> Result<Event, Refusal> {
        let parties = self.people.parties(between.patient, between.reader, call.from);
        if call.from != between.patient && !parties.guards {
            return Err(Refusal::NotYours);
        }
        fitting(between, parties)?;
        sound(&terms, between.purpose, call.at)?;
        let before = self.grant_of(between);
        if before.as_ref().is_some_and(|grant| call.at < grant.terms.until) {
            return Err(Refusal::AlreadyGranted);
        }
        let grant = Grant { terms, by: call.from, since: call.at, ticket: None };
        GRANTS.put(&mut self.store, &between, &grant);
        REQUESTS.remove(&mut self.store, &between);
        if before.is_none() {
            let desk = self.desk(between.patient);
            DESKS.put(&mut self.store, &between.patient, &Desk { grants: desk.grants + 1, ..desk });
        }
        Ok(Event::Granted { between, by: call.from, terms: grant.terms })
    }

    /// The patient or a guardian takes a key back, or its holder gives it back. A new epoch begins: the owner's
    /// records are sealed anew.
    ///
    /// # Errors
    /// `NotYours`, `NoGrant`.
    pub fn revoke(&mut self, call: Call, between: Between) -> Result<Event, Refusal> {
        if call.from != between.reader {
            self.yours(call, between.patient)?;
        }
        if !GRANTS.has(&self.store, &between) {
            return Err(Refusal::NoGrant);
        }
        GRANTS.remove(&mut self.store, &between);
        let epoch = self.begin_epoch(between.patient, 1);
        Ok(Event::Revoked { between, by: call.from, epoch })
    }

    /// The patient or a guardian begins a new epoch without taking a key back: the patient's records are sealed anew,
    /// for whoever opened them without a key, as a guardian did who is none any more.
    ///
    /// # Errors
    /// `NotYours`.
    pub fn renew(&mut self, call: Call, patient: Account) -> Result<Event, Refusal> {
        self.yours(call, patient)?;
        let epoch = self.begin_epoch(patient, 0);
        Ok(Event::Renewed { patient, by: call.from, epoch })
    }

    /// The patient or a guardian makes a key smaller: an earlier end, fewer openings, more kept back, no writing.
    /// Where more is kept back a new epoch begins, as with a withdrawal.
    ///
    /// # Errors
    /// `NotYours`, `NoGrant`, `Expired`, `Past`, `NoOpenings`, `ScopeTooLong`, `NotNarrower`.
    pub fn narrow(&mut self, call: Call, between: Between, narrowing: Narrowing) -> Result<Event, Refusal> {
        self.yours(call, between.patient)?;
        let mut grant = self.grant_of(between).ok_or(Refusal::NoGrant)?;
        if call.at >= grant.terms.until {
            return Err(Refusal::Expired);
        }
        let kept_back = narrow(&mut grant.terms, &narrowing, call.at)?;
        let epoch = if kept_back { self.begin_epoch(between.patient, 0) } else { self.desk(between.patient).epoch };
        GRANTS.put(&mut self.store, &between, &grant);
        Ok(Event::Narrowed { between, by: call.from, narrowing, epoch })
    }

    /// The key between two people for a purpose, in force or ended.
    pub fn grant_of(&self, between: Between) -> Option<Grant> {
        GRANTS.get(&self.store, &between)
    }

    /// The request between two people for a purpose.
    pub fn request_of(&self, between: Between) -> Option<Request> {
        REQUESTS.get(&self.store, &between)
    }

    /// How many grants a patient has on file, and the patient's epoch.
    pub fn desk(&self, patient: Account) -> Desk {
        DESKS.get(&self.store, &patient).unwrap_or_default()
    }

    /// Counts a patient's epoch on, and so many grants off; gives the new epoch.
    fn begin_epoch(&mut self, patient: Account, gone: u32) -> u32 {
        let desk = self.desk(patient);
        // The desk outlives its last grant: an epoch that began again at zero would call old seals fresh.
        let desk = Desk { grants: desk.grants - gone, epoch: desk.epoch + 1 };
        DESKS.put(&mut self.store, &patient, &desk);
        desk.epoch
    }

    /// The caller is the patient or a guardian.
    fn yours(&self, call: Call, patient: Account) -> Result<(), Refusal> {
        let parties = self.people.parties(patient, call.from, call.from);
        let own = call.from == patient && parties.patient.is_some_and(|who| who.is(Role::Patient));
        if own || parties.guards { Ok(()) } else { Err(Refusal::NotYours) }
    }
}

/// Whether the two can hold a key of this purpose between them.
fn fitting(between: Between, parties: Parties) -> Result<(), Refusal> {
    if between.reader == between.patient {
        return Err(Refusal::SelfGrant);
    }
    if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
        return Err(Refusal::NotPatient);
    }
    let reader = parties.other.filter(|who| who.standing == Standing::Active).ok_or(Refusal::ReaderNotActive)?;
    if between.purpose.fits(reader.role) { Ok(()) } else { Err(Refusal::WrongPurpose) }
}

fn lapsed(request: &Request, now: Time) -> bool {
    now >= request.at + REQUEST_LASTS || now >= request.terms.until
}

/// What can be asked for and granted at all.
fn sound(terms: &Terms, purpose: Purpose, now: Time) -> Result<(), Refusal> {
    sound_scope(&terms.scope)?;
    if terms.until <= now {
        return Err(Refusal::Past);
    }
    if terms.until > now + GRANT_LASTS {
        return Err(Refusal::TooLong);
    }
    if terms.openings == Some(0) {
        return Err(Refusal::NoOpenings);
    }
    if terms.may_write && purpose != Purpose::Treatment {
        return Err(Refusal::WriteNeedsTreatment);
    }
    Ok(())
}

fn sound_scope(scope: &Scope) -> Result<(), Refusal> {
    let except = &scope.except;
    if except.records.len() > SCOPE_LIST {
        return Err(Refusal::ScopeTooLong);
    }
    let void = match &scope.extent {
        Extent::Everything | Extent::ByReader => false,
        Extent::Kinds(kinds) => kinds.is_void() || kinds.0 & !except.kinds.0 == 0,
        Extent::Records(records) if records.len() > SCOPE_LIST => return Err(Refusal::ScopeTooLong),
        Extent::Records(records) => records.iter().all(|record| except.records.contains(record)),
        Extent::Written(from, until) => from >= until,
    };
    // A scope that keeps all of itself back, or kinds that do not exist, names nothing either.
    let unknown = except.kinds.0 & !Kinds::ALL.0 != 0;
    if void || unknown || except.kinds == Kinds::ALL { Err(Refusal::EmptyScope) } else { Ok(()) }
}

/// Makes terms smaller; `true` when something that was covered is not any more.
fn narrow(terms: &mut Terms, narrowing: &Narrowing, now: Time) -> Result<bool, Refusal> {
    let mut smaller = false;
    if let Some(until) = narrowing.until {
        if until <= now {
            return Err(Refusal::Past);
        }
        smaller |= until < terms.until;
        terms.until = terms.until.min(until);
    }
    if let Some(openings) = narrowing.openings {
        if openings == 0 {
            return Err(Refusal::NoOpenings);
        }
        if terms.openings.is_none_or(|left| openings < left) {
            smaller = true;
            terms.openings = Some(openings);
        }
    }
    smaller |= terms.may_write && narrowing.read_only;
    terms.may_write &= !narrowing.read_only;
    let kept_back = keep_back(&mut terms.scope.except, &narrowing.except)?;
    if smaller || kept_back { Ok(kept_back) } else { Err(Refusal::NotNarrower) }
}

/// Adds to what is kept back; `true` when something was added.
fn keep_back(except: &mut Exclusions, more: &Exclusions) -> Result<bool, Refusal> {
    // What is announced in the event is bounded as well, not only what is kept.
    if more.records.len() > SCOPE_LIST {
        return Err(Refusal::ScopeTooLong);
    }
    let kinds = except.kinds.0 | more.kinds.0 & Kinds::ALL.0;
    let before = (except.kinds.0, except.records.len());
    except.kinds.0 = kinds;
    for record in &more.records {
        if !except.records.contains(record) {
            if except.records.len() == SCOPE_LIST {
                return Err(Refusal::ScopeTooLong);
            }
            except.records.push(*record);
        }
    }
    Ok(before != (kinds, except.records.len()))
}
