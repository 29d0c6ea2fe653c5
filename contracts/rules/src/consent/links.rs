//! Read-only links for those without an account: opened, closed and counted by a hash of the link.

use super::{ConsentBook, LINKS, Refusal};
use crate::{Call, People, Storage, bounds::GRANT_LASTS};
use chartkey_vocabulary::{Account, ConsentEvent as Event, Digest, Link, Role};

impl<S: Storage, P: People> ConsentBook<S, P> {
    /// A patient or a guardian opens a link. `link` is the hash of its secret part, which the chain never sees.
    ///
    /// # Errors
    /// `NotYours`, `Past`, `TooLong`, `NoOpenings`, `AlreadyLinked`.
    pub fn open_link(&mut self, call: Call, owner: Account, link: Digest, terms: Link) -> Result<Event, Refusal> {
        self.yours(call, owner)?;
        if terms.until <= call.at {
            return Err(Refusal::Past);
        }
        if terms.until > call.at + GRANT_LASTS {
            return Err(Refusal::TooLong);
        }
        if terms.views == Some(0) {
            return Err(Refusal::NoOpenings);
        }
        if self.link(owner, link).is_some() {
            return Err(Refusal::AlreadyLinked);
        }
        LINKS.put(&mut self.store, &(owner, link), &terms);
        Ok(Event::LinkOpened { owner, link, until: terms.until, views: terms.views })
    }

    /// The patient or a guardian closes a link, ended or not.
    ///
    /// # Errors
    /// `NotYours`, `NoSuchLink`.
    pub fn close_link(&mut self, call: Call, owner: Account, link: Digest) -> Result<Event, Refusal> {
        self.yours(call, owner)?;
        self.link(owner, link).ok_or(Refusal::NoSuchLink)?;
        LINKS.remove(&mut self.store, &(owner, link));
        Ok(Event::LinkClosed { owner, link })
    }

    /// The door counts a view before it lets it through. Attesters only: a viewer has no account to sign with.
    ///
    /// # Errors
    /// `NotAttester`; `NotPatient` when the owner has left; `NoSuchLink`, `LinkEnded`.
    pub fn view_link(&mut self, call: Call, owner: Account, link: Digest) -> Result<Event, Refusal> {
        let parties = self.people.parties(owner, call.from, call.from);
        if !parties.other.is_some_and(|who| who.is(Role::Attester)) {
            return Err(Refusal::NotAttester);
        }
        if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
            return Err(Refusal::NotPatient);
        }
        let terms = self.link(owner, link).ok_or(Refusal::NoSuchLink)?;
        if call.at >= terms.until || terms.views == Some(0) {
            return Err(Refusal::LinkEnded);
        }
        let left = terms.views.map(|views| views - 1);
        LINKS.put(&mut self.store, &(owner, link), &Link { views: left, ..terms });
        Ok(Event::LinkViewed { owner, link, left })
    }

    /// An open link.
    pub fn link(&self, owner: Account, link: Digest) -> Option<Link> {
        LINKS.get(&self.store, &(owner, link))
    }
}
