//! Every interleaving of what can happen to consent, eight steps deep, held against a model of thirty lines.
//!
//! One patient, a doctor and a hospital; two records, the second being the emergency card. After every step the
//! rulebooks and the model must agree on whether the step was refused, and on every reader, record and ground on
//! whether it is opened. Both directions count: never a read without a live grant or broken glass, and never a
//! live grant that denies.
//!
//! Covered, per reader: a request of three kinds (everything, everything once, the first record only), yes and
//! no to it, a grant of the three kinds, three narrowings (without the first record, one opening, a quarter of an
//! hour), withdrawal, an announced opening of each record, suspension and reinstatement by the council, glass
//! broken and mended; a new epoch; and time that passes by a quarter of an hour, which ends tickets and in two
//! steps keys and requests, or by three hours, which ends everything. All ends are met to the second. Not covered
//! here: other purposes, guardians and changes of role (the authorization matrix), and the lapse of requests after
//! 30 days.
//!
//! Two states are one when they differ only in what no decision reads:
//! - the hour of the clock, since rules compare times and never name them; who gave a grant and when; the count of
//!   epochs;
//! - what ended things once said: an ended key is only that, an ended request or ticket is as good as none;
//! - which of two doctors is which, since rules treat accounts as names.
//!
//! The second and the third are claims about the rulebook, so the walk is done again, less deep, without them and
//! with a doctor and a hospital.

mod model;

use chartkey_rules::{
    Memory, bounds,
    town::{Town, cast::*},
};
use chartkey_vocabulary::{ConsentMessage as C, RecordsMessage as L, *};
use codec::Encode;
use model::*;
use std::collections::{HashSet, hash_map::DefaultHasher};
use std::hash::{Hash, Hasher};

/// A town that was reached, as what of it can change.
struct Reached {
    consent: Memory,
    /// Which of the registries seen so far; there are few, and many towns share each.
    registry: usize,
    now: Time,
    model: Model,
}

struct Walk {
    town: Town,
    readers: [Account; 2],
    /// Whether states that differ in what has ended, or in which reader is which, are one.
    merging: bool,
    pages: [RecordId; 2],
    registries: Vec<Memory>,
    /// The registry the town holds now.
    current: usize,
    seen: HashSet<u128>,
    transitions: u64,
    refusals: u64,
}

fn steps() -> Vec<Step> {
    let mut all = vec![Step::Pass(15), Step::Pass(180), Step::Renew];
    for r in 0..2 {
        for wish in [Wish::Everything, Wish::Once, Wish::OnlyFirst] {
            all.extend([Step::Request(r, wish), Step::Grant(r, wish)]);
        }
        all.extend([Less::WithoutFirst, Less::OneOpening, Less::Sooner].map(|less| Step::Narrow(r, less)));
        all.extend([Step::Answer(r, true), Step::Answer(r, false), Step::Revoke(r)]);
        all.extend([Step::Announce(r, 0), Step::Announce(r, 1), Step::Suspend(r), Step::Reinstate(r)]);
        all.extend([Step::Break(r), Step::Mend(r)]);
    }
    all
}

impl Walk {
    fn terms(&self, wish: Wish) -> Terms {
        let scope =
            if wish == Wish::OnlyFirst { Extent::Records(vec![self.pages[0]]).into() } else { Scope::everything() };
        let openings = (wish == Wish::Once).then_some(1);
        Terms { scope, until: self.town.now + Time::from(KEY_LASTS) * MINUTE, openings, may_write: false }
    }

    /// Takes a step in the town itself; `false` when it is refused.
    fn take(&mut self, step: Step) -> bool {
        let readers = self.readers;
        let key = |r: Reader| Between { patient: ADA, reader: readers[r], purpose: Purpose::Treatment };
        let (from, message) = match step {
            Step::Request(r, wish) => {
                (self.readers[r], C::Request { patient: ADA, purpose: Purpose::Treatment, terms: self.terms(wish) })
            }
            Step::Answer(r, yes) => (ADA, C::Answer { between: key(r), yes }),
            Step::Grant(r, wish) => (ADA, C::Grant { between: key(r), terms: self.terms(wish) }),
            Step::Narrow(r, less) => {
                let mut narrowing = Narrowing::default();
                match less {
                    Less::WithoutFirst => narrowing.except.records.push(self.pages[0]),
                    Less::OneOpening => narrowing.openings = Some(1),
                    Less::Sooner => narrowing.until = Some(self.town.now + 15 * MINUTE),
                }
                (ADA, C::Narrow { between: key(r), narrowing })
            }
            Step::Revoke(r) => (ADA, C::Revoke { between: key(r) }),
            Step::Renew => (ADA, C::Renew { patient: ADA }),
            Step::Break(r) => (self.readers[r], C::BreakGlass { patient: ADA, reason: EmergencyReason::LifeAtRisk }),
            Step::Mend(r) => (ADA, C::MendGlass { patient: ADA, reader: self.readers[r] }),
            Step::Announce(r, page) => {
                let message = L::Announce { record: self.pages[page], purpose: Purpose::Treatment };
                return self.town.say(self.readers[r], &Message::Records(message)).is_ok();
            }
            Step::Suspend(r) => {
                return carry(&self.town, Motion::Suspend(self.readers[r], Reason::UnderReview)).is_ok();
            }
            Step::Reinstate(r) => return carry(&self.town, Motion::Reinstate(self.readers[r])).is_ok(),
            Step::Pass(minutes) => {
                self.town.now += Time::from(minutes) * MINUTE;
                return true;
            }
        };
        self.town.say(from, &Message::Consent(message)).is_ok()
    }

    /// Puts the town back to where it was.
    fn go_to(&mut self, place: &Reached) {
        self.town.now = place.now;
        *self.town.consent.borrow_mut() = place.consent.clone();
        if self.current != place.registry {
            *self.town.registry.borrow_mut() = self.registries[place.registry].clone();
            self.current = place.registry;
        }
    }

    /// Which registry this is after a step of the council.
    fn settle_registry(&mut self) {
        let now = self.town.registry.borrow();
        let known = self.registries.iter().position(|known| *known == *now);
        self.current = known.unwrap_or(self.registries.len());
        if known.is_none() {
            self.registries.push(now.clone());
        }
    }

    /// What decisions can depend on, with times as time left.
    fn essence(&self, model: &Model) -> u128 {
        let left = |until: Time| until.saturating_sub(self.town.now);
        let side = |r: Reader| {
            let (reader, mut bytes) = (self.readers[r], Vec::with_capacity(128));
            let between = Between { patient: ADA, reader, purpose: Purpose::Treatment };
            let grant = self.town.consent().grant_of(between).map(|grant| {
                let ticket = grant.ticket.map(|ticket| (ticket.record, left(ticket.until)));
                let ticket = ticket.filter(|(_, left)| !self.merging || *left > 0);
                let terms = Terms { until: left(grant.terms.until), ..grant.terms };
                (!self.merging || terms.until > 0).then_some((terms, ticket))
            });
            let request = self.town.consent().request_of(between).map(|request| {
                assert!(request.terms.until < request.at + bounds::REQUEST_LASTS, "it ends by its terms");
                Terms { until: left(request.terms.until), ..request.terms }
            });
            let request = request.filter(|terms| !self.merging || terms.until > 0);
            let standing = chartkey_rules::People::who(&self.town.directory(), reader);
            (grant, request, standing, self.town.consent().emergency(ADA, reader).map(left)).encode_to(&mut bytes);
            hash(&(bytes, model.essence(r, self.merging)))
        };
        let mut sides = [side(0), side(1)];
        if self.merging {
            sides.sort();
        }
        hash(&sides)
    }

    /// The two laws.
    fn judge(&self, model: &Model, path: &dyn Fn() -> String) {
        for (r, reader) in self.readers.into_iter().enumerate() {
            for (page, record) in self.pages.into_iter().enumerate() {
                let opens = |purpose| self.town.ledger().may_open(record, reader, purpose);
                for (purpose, law) in
                    [(Purpose::Treatment, model.reads(r, page)), (Purpose::Emergency, model.sees_in_emergency(r, page))]
                {
                    let decision = opens(purpose);
                    assert_eq!(
                        decision.is_allowed(),
                        law,
                        "{reader} opens {page} for {purpose:?}: {decision:?}; {}",
                        path()
                    );
                }
            }
        }
        assert_eq!(self.town.consent().desk(ADA).grants, model.keys(), "{}", path());
    }

    /// Every step from a place; the places not seen before.
    fn leave(&mut self, place: &Reached, steps: &[Step], next: &mut Vec<Reached>) {
        self.go_to(place);
        for step in steps {
            let expected = place.model.after(*step);
            let taken = self.take(*step);
            let path = || format!("{step:?} in {:?}", place.model);
            assert_eq!(taken, expected.is_some(), "refused or not: {}", path());
            self.transitions += 1;
            let Some(model) = expected else {
                self.refusals += 1;
                assert!(*self.town.consent.borrow() == place.consent, "a refusal changes nothing: {}", path());
                // A motion that cannot be carried is refused at the first vote, so the registry is as it was.
                continue;
            };
            if matches!(step, Step::Suspend(_) | Step::Reinstate(_)) {
                self.settle_registry();
            }
            let essence = self.essence(&model);
            if self.seen.insert(essence) {
                self.judge(&model, &path);
                let consent = self.town.consent.borrow().clone();
                next.push(Reached { consent, registry: self.current, now: self.town.now, model });
            }
            self.go_to(place);
        }
    }
}

/// Two halves, so that among a million states no two fall together by accident.
fn hash(what: &impl Hash) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, what).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}

fn walk(readers: [Account; 2], merging: bool, depth: usize) {
    let town = settle();
    let pages = [add(&town, ADA, 1, Kind::LabReport), add(&town, ADA, 2, Kind::ConsultationNote)];
    town.consent().keep_card(town.call(ADA), ADA, pages[CARD]).expect("keeps a card");
    let (consent, now) = (town.consent.borrow().clone(), town.now);
    let registries = vec![town.registry.borrow().clone()];
    let seen = HashSet::new();
    let mut walk = Walk { town, readers, merging, pages, registries, current: 0, seen, transitions: 0, refusals: 0 };
    let model = Model::new();
    walk.seen.insert(walk.essence(&model));
    walk.judge(&model, &|| "at the beginning".into());

    let (steps, began) = (steps(), std::time::Instant::now());
    let mut edge = vec![Reached { consent, registry: 0, now, model }];
    for _ in 1..=depth {
        let mut next = Vec::new();
        edge.iter().for_each(|place| walk.leave(place, &steps, &mut next));
        edge = next;
    }
    let Walk { seen, transitions, refusals, .. } = &walk;
    println!(
        "depth {depth}, {} steps to choose from: {} states, {transitions} transitions, {refusals} of them refused, {:.1} s",
        steps.len(),
        seen.len(),
        began.elapsed().as_secs_f32()
    );
}

#[test]
fn nobody_reads_without_a_live_grant_and_no_live_grant_denies() {
    walk([DR_LIN, DR_OLA], true, 8);
}

#[test]
fn the_same_holds_without_taking_different_states_for_one() {
    walk([DR_LIN, HOSPITAL], false, 5);
}
