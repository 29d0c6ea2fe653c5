use crate::Heard;
use chartkey_rules::bounds::{EMERGENCY_LASTS, GRANT_LASTS, OPENING_LASTS, REQUEST_LASTS, SCOPE_LIST};
use chartkey_rules::town::{Town, cast::*, terms};
use chartkey_vocabulary::{ConsentError as E, ConsentMessage as M, *};

const TREAT: Between = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
const LINK: Digest = Digest([1; 32]);

fn no(heard: &mut Heard, why: E, town: &Town, from: Account, message: M, what: &str) {
    heard.refused(Refusal::Consent(why), town, from, &Message::Consent(message), what);
}
fn ok(heard: &Heard, town: &Town, from: Account, message: M, what: &str) {
    heard.taken(town, from, &Message::Consent(message), what);
}
fn give(town: &Town, terms: Terms) {
    town.consent().grant(town.call(ADA), TREAT, terms).expect("grants");
}
fn ids(count: usize) -> Vec<RecordId> {
    (0..count).map(|n| RecordId([n as u8; 16])).collect()
}

#[test]
fn consent_refuses_each_in_its_own_words() {
    let heard = &mut Heard::default();
    what_is_asked_and_given(heard);
    requests(heard);
    narrowings(heard);
    epochs(heard);
    openings(heard);
    emergencies(heard);
    links(heard);
    // Who announces is known to the shell, which alone sees the calling contract.
    std::mem::take(heard).all(E::ALL.iter().map(|e| e.name()), &["NotRecords"]);
}

/// A new epoch takes no key away, and is the patient's and the guardian's to begin.
fn epochs(heard: &mut Heard) {
    let town = settle();
    give(&town, terms(town.now));
    let renew = |patient| M::Renew { patient };
    for other in [DR_LIN, BEN, HOSPITAL, WORKER, ATTESTER, ADMINS[0], STRANGER] {
        no(heard, E::NotYours, &town, other, renew(ADA), "another's epoch");
    }
    no(heard, E::NotYours, &town, DR_LIN, renew(DR_LIN), "a doctor has no records to seal");
    no(heard, E::NotYours, &town, ADA, renew(GUARDIAN), "her guardian's epoch");
    assert_eq!(town.consent().desk(ADA), Desk { grants: 1, epoch: 0 });
    let renewed = |by, epoch| -> Result<ConsentEvent, E> { Ok(ConsentEvent::Renewed { patient: ADA, by, epoch }) };
    assert_eq!(town.consent().renew(town.call(ADA), ADA), renewed(ADA, 1));
    assert_eq!(town.consent().renew(town.call(GUARDIAN), ADA), renewed(GUARDIAN, 2));
    assert_eq!(town.consent().desk(ADA), Desk { grants: 1, epoch: 2 }, "every key stays");
    assert!(town.consent().grant_of(TREAT).is_some());
    town.directory().dismiss_guardian(town.call(ADA), ADA, GUARDIAN).expect("dismisses her guardian");
    no(heard, E::NotYours, &town, GUARDIAN, renew(ADA), "a guardian no more");
    assert_eq!(town.consent().renew(town.call(ADA), ADA), renewed(ADA, 3), "and what the guardian held is old");
    assert_eq!(town.consent().desk(BEN), Desk::default());
    town.consent().renew(town.call(BEN), BEN).expect("renews without a key on file");
    assert_eq!(town.consent().desk(BEN), Desk { grants: 0, epoch: 1 });
}

/// Terms, of a request as of a grant.
fn what_is_asked_and_given(heard: &mut Heard) {
    let town = settle();
    let now = town.now;
    let plain = terms(now);
    let of = |extent: Extent| Terms { scope: extent.into(), ..plain.clone() };
    let except = |extent, kinds, records| Terms {
        scope: Scope { extent, except: Exclusions { kinds, records } },
        ..plain.clone()
    };
    let lab: Kinds = [Kind::LabReport].into_iter().collect();
    let bad = [
        (E::EmptyScope, of(Extent::Records(vec![])), "no record"),
        (E::EmptyScope, of(Extent::Kinds(Kinds(0))), "no kind"),
        (E::EmptyScope, of(Extent::Kinds(Kinds(1 << 13))), "a kind that does not exist"),
        (E::EmptyScope, of(Extent::Written(now, now)), "no time"),
        (E::EmptyScope, of(Extent::Written(now, now - 1)), "time backwards"),
        (E::EmptyScope, except(Extent::Kinds(lab), lab, vec![]), "all of it kept back"),
        (E::EmptyScope, except(Extent::Everything, Kinds::ALL, vec![]), "everything kept back"),
        (E::EmptyScope, except(Extent::Records(ids(2)), Kinds(0), ids(2)), "all records kept back"),
        (E::EmptyScope, except(Extent::Everything, Kinds(1 << 15), vec![]), "without a kind that does not exist"),
        (E::ScopeTooLong, of(Extent::Records(ids(SCOPE_LIST + 1))), "nine records"),
        (E::ScopeTooLong, of(Extent::Records(vec![RecordId([0; 16]); 5_000])), "one record, 5,000 times"),
        (E::ScopeTooLong, except(Extent::Everything, Kinds(0), ids(SCOPE_LIST + 1)), "without nine records"),
        (E::Past, Terms { until: now, ..plain.clone() }, "ends now"),
        (E::Past, Terms { until: 0, ..plain.clone() }, "ended in 1970"),
        (E::TooLong, Terms { until: now + GRANT_LASTS + 1, ..plain.clone() }, "a second too long"),
        (E::TooLong, Terms { until: Time::MAX, ..plain.clone() }, "for ever"),
        (E::NoOpenings, Terms { openings: Some(0), ..plain.clone() }, "no opening"),
    ];
    for (why, terms, what) in bad {
        let request = M::Request { patient: ADA, purpose: Purpose::Treatment, terms: terms.clone() };
        no(heard, why, &town, DR_LIN, request, what);
        no(heard, why, &town, ADA, M::Grant { between: TREAT, terms }, what);
    }
    let good = [
        Terms { until: now + 1, ..plain.clone() },
        Terms { until: now + GRANT_LASTS, openings: Some(u16::MAX), ..plain.clone() },
        of(Extent::Records(ids(SCOPE_LIST))),
        of(Extent::Written(now - 1, now)),
        of(Extent::Kinds(Kinds::ALL)),
        except(Extent::Everything, lab, ids(SCOPE_LIST)),
    ];
    for terms in good {
        ok(
            heard,
            &town,
            DR_LIN,
            M::Request { patient: ADA, purpose: Purpose::Treatment, terms: terms.clone() },
            "edge",
        );
        ok(heard, &town, ADA, M::Grant { between: TREAT, terms }, "edge");
    }

    let writing = Terms { may_write: true, ..plain.clone() };
    let insurance = Between { purpose: Purpose::Insurance, ..TREAT };
    let grant = |between, terms: &Terms| M::Grant { between, terms: terms.clone() };
    no(heard, E::WriteNeedsTreatment, &town, ADA, grant(insurance, &writing), "an insurer's doctor writes");
    let with = |reader| Between { reader, ..TREAT };
    no(heard, E::SelfGrant, &town, ADA, grant(with(ADA), &plain), "a key to one's own records");
    no(heard, E::SelfGrant, &town, GUARDIAN, grant(with(ADA), &plain), "a guardian for the patient");
    no(heard, E::WrongPurpose, &town, GUARDIAN, grant(with(GUARDIAN), &plain), "a guardian for themselves");
    no(heard, E::NotYours, &town, DR_LIN, grant(TREAT, &plain), "a doctor for themselves");
    no(heard, E::NotYours, &town, BEN, grant(TREAT, &plain), "another patient");
    no(heard, E::ReaderNotActive, &town, ADA, grant(with(STRANGER), &plain), "an unknown reader");
    no(heard, E::WrongPurpose, &town, ADA, grant(with(PHARMACY), &plain), "a pharmacy treats nobody");
    no(heard, E::WrongPurpose, &town, ADA, grant(with(ADMINS[0]), &plain), "an admin reads nothing");
    let emergency = Between { purpose: Purpose::Emergency, ..TREAT };
    no(heard, E::WrongPurpose, &town, ADA, grant(emergency, &plain), "an emergency beforehand");
    let nobody_s = Between { patient: STRANGER, ..TREAT };
    no(heard, E::NotPatient, &town, STRANGER, grant(nobody_s, &plain), "who is no patient gives nothing");
    give(&town, plain.clone());
    no(heard, E::AlreadyGranted, &town, ADA, grant(TREAT, &plain), "a reader granted twice");
    no(heard, E::AlreadyGranted, &town, GUARDIAN, grant(TREAT, &plain), "by the guardian, too");
    ok(heard, &town, ADA, grant(insurance, &plain), "another purpose is another key");
    no(heard, E::NoGrant, &town, ADA, M::Revoke { between: with(DR_OLA) }, "what was never given");
    no(heard, E::NotYours, &town, DR_OLA, M::Revoke { between: TREAT }, "a colleague's key");
}

fn requests(heard: &mut Heard) {
    let mut town = settle();
    let plain = Terms { until: town.now + GRANT_LASTS, ..terms(town.now) };
    let ask = |patient| M::Request { patient, purpose: Purpose::Treatment, terms: plain.clone() };
    no(heard, E::NotPatient, &town, DR_LIN, ask(DR_OLA), "a doctor's records");
    no(heard, E::NotPatient, &town, DR_LIN, ask(STRANGER), "nobody's records");
    no(heard, E::SelfGrant, &town, ADA, ask(ADA), "one's own records");
    no(heard, E::ReaderNotActive, &town, STRANGER, ask(ADA), "an unknown reader");
    let answer = |yes| M::Answer { between: TREAT, yes };
    no(heard, E::NoSuchRequest, &town, ADA, answer(true), "nobody asked");
    no(heard, E::NoSuchRequest, &town, ADA, answer(false), "nobody asked");
    let drop = M::DropRequest { patient: ADA, purpose: Purpose::Treatment };
    no(heard, E::NoSuchRequest, &town, DR_LIN, drop.clone(), "nobody asked");
    town.say(DR_LIN, &Message::Consent(ask(ADA))).expect("asks");
    no(heard, E::AlreadyRequested, &town, DR_LIN, ask(ADA), "twice");
    no(heard, E::NotYours, &town, DR_LIN, answer(true), "a yes to oneself");
    no(heard, E::NotYours, &town, BEN, answer(false), "another patient's no");
    town.now += REQUEST_LASTS - 1;
    no(heard, E::AlreadyRequested, &town, DR_LIN, ask(ADA), "in the last second");
    ok(heard, &town, ADA, answer(true), "in the last second");
    town.now += 1;
    no(heard, E::NoSuchRequest, &town, ADA, answer(true), "a lapsed request");
    no(heard, E::NoSuchRequest, &town, ADA, answer(false), "a lapsed request");
    ok(heard, &town, DR_LIN, drop, "is dropped");
    carry(&town, Motion::Suspend(DR_LIN, Reason::Misconduct)).expect("suspends");
    no(heard, E::ReaderNotActive, &town, DR_LIN, ask(ADA), "a suspended reader");
}

fn narrowings(heard: &mut Heard) {
    let mut town = settle();
    let narrow = |narrowing| M::Narrow { between: TREAT, narrowing };
    let plain = Narrowing::default();
    let once = Narrowing { openings: Some(1), ..plain.clone() };
    no(heard, E::NoGrant, &town, ADA, narrow(once.clone()), "nothing was given");
    give(&town, Terms { openings: Some(3), may_write: true, ..terms(town.now) });
    let until = |until| Narrowing { until: Some(until), ..plain.clone() };
    let openings = |openings| Narrowing { openings: Some(openings), ..plain.clone() };
    let without = |records| Narrowing { except: Exclusions { kinds: Kinds(0), records }, ..plain.clone() };
    no(heard, E::NotYours, &town, DR_LIN, narrow(once.clone()), "by its holder");
    no(heard, E::Past, &town, ADA, narrow(until(town.now)), "ends now");
    no(heard, E::NoOpenings, &town, ADA, narrow(openings(0)), "no opening");
    no(heard, E::ScopeTooLong, &town, ADA, narrow(without(ids(SCOPE_LIST + 1))), "without nine");
    no(heard, E::ScopeTooLong, &town, ADA, narrow(without(vec![RecordId([0; 16]); 5_000])), "without one, 5,000 times");
    for (same, what) in [
        (plain.clone(), "nothing"),
        (until(Time::MAX), "a later end"),
        (openings(3), "as many openings"),
        (openings(u16::MAX), "more openings"),
        (Narrowing { except: Exclusions { kinds: Kinds(1 << 14), records: vec![] }, ..plain.clone() }, "no such kind"),
    ] {
        no(heard, E::NotNarrower, &town, ADA, narrow(same), what);
    }
    let read_only = Narrowing { read_only: true, ..plain.clone() };
    for less in [until(town.now + 1), openings(2), without(ids(SCOPE_LIST)), read_only] {
        ok(heard, &town, GUARDIAN, narrow(less), "smaller");
    }
    town.consent().narrow(town.call(ADA), TREAT, without(ids(SCOPE_LIST))).expect("keeps eight back");
    no(heard, E::ScopeTooLong, &town, ADA, narrow(without(vec![RecordId([99; 16])])), "a ninth");
    no(heard, E::NotNarrower, &town, ADA, narrow(without(ids(SCOPE_LIST))), "the same eight");
    town.now += DAY;
    no(heard, E::Expired, &town, ADA, narrow(once), "an ended key");
}

/// Announced to the consent book itself, as the records contract does.
fn openings(heard: &mut Heard) {
    let mut town = settle();
    let (first, second) = (add(&town, ADA, 1, Kind::LabReport), add(&town, ADA, 2, Kind::XRay));
    let announce = |heard: &mut Heard, why, town: &Town, between, record, what: &str| {
        let facts = town.ledger().facts(record).expect("stands");
        heard.announced(why, town, between, facts, what);
    };
    let with = |reader| Between { reader, ..TREAT };
    announce(heard, Err(E::NoGrant), &town, TREAT, first, "nothing was given");
    announce(heard, Err(E::ReaderNotActive), &town, with(STRANGER), first, "an unknown reader");
    announce(heard, Err(E::WrongPurpose), &town, with(PHARMACY), first, "a pharmacy treats nobody");
    give(&town, terms(town.now));
    announce(heard, Err(E::NotCounted), &town, TREAT, first, "a key that is not counted");
    town.consent().revoke(town.call(ADA), TREAT).expect("withdraws");
    give(&town, Terms { scope: Extent::Records(vec![first]).into(), openings: Some(1), ..terms(town.now) });
    announce(heard, Err(E::OutOfScope), &town, TREAT, second, "a record that was not given");
    announce(heard, Ok(()), &town, TREAT, first, "the one opening");
    town.now += OPENING_LASTS - 1;
    announce(heard, Ok(()), &town, TREAT, first, "the same opening, in the last second");
    town.now += 1;
    announce(heard, Err(E::UsedUp), &town, TREAT, first, "a second opening");
    town.now += DAY;
    announce(heard, Err(E::Expired), &town, TREAT, first, "an ended key");
    town.directory().dismiss_guardian(town.call(ADA), ADA, GUARDIAN).expect("dismisses");
    town.directory().leave(town.call(ADA)).expect("leaves");
    announce(heard, Err(E::NotPatient), &town, TREAT, first, "the patient has left");
}

fn emergencies(heard: &mut Heard) {
    let mut town = settle();
    let card = add(&town, ADA, 1, Kind::Other);
    let keep = |record| M::KeepCard { patient: ADA, record };
    let smash = |patient| M::BreakGlass { patient, reason: EmergencyReason::LifeAtRisk };
    let mend = M::MendGlass { patient: ADA, reader: DR_LIN };
    no(heard, E::NoCard, &town, ADA, M::DropCard { patient: ADA }, "none is kept");
    no(heard, E::NoCard, &town, DR_LIN, smash(ADA), "none is kept");
    no(heard, E::NotYours, &town, DR_LIN, keep(card), "a doctor keeps no card for a patient");
    town.say(ADA, &Message::Consent(keep(card))).expect("keeps a card");
    no(heard, E::SameCard, &town, ADA, keep(card), "twice");
    no(heard, E::NotForEmergencies, &town, PHARMACY, smash(ADA), "a pharmacy");
    no(heard, E::NotForEmergencies, &town, STRANGER, smash(ADA), "nobody");
    no(heard, E::NotPatient, &town, DR_LIN, smash(DR_OLA), "a doctor's glass");
    no(heard, E::NoEmergency, &town, ADA, mend.clone(), "the glass is whole");
    town.say(DR_LIN, &Message::Consent(smash(ADA))).expect("breaks the glass");
    no(heard, E::NotYours, &town, HOSPITAL, mend, "another's emergency");
    town.now += EMERGENCY_LASTS - 1;
    no(heard, E::AlreadyOpen, &town, DR_LIN, smash(ADA), "in the last second");
    town.now += 1;
    ok(heard, &town, DR_LIN, smash(ADA), "a new emergency");
}

fn links(heard: &mut Heard) {
    let mut town = settle();
    let open = |until, views| M::OpenLink { owner: ADA, link: LINK, terms: Link { until, views } };
    let now = town.now;
    no(heard, E::NotYours, &town, BEN, open(now + 1, None), "another patient's records");
    no(heard, E::Past, &town, ADA, open(now, None), "ends now");
    no(heard, E::TooLong, &town, ADA, open(now + GRANT_LASTS + 1, None), "a second too long");
    no(heard, E::NoOpenings, &town, ADA, open(now + 1, Some(0)), "no view");
    no(heard, E::NoSuchLink, &town, ADA, M::CloseLink { owner: ADA, link: LINK }, "none is open");
    let view = M::ViewLink { owner: ADA, link: LINK };
    no(heard, E::NoSuchLink, &town, ATTESTER, view.clone(), "none is open");
    ok(heard, &town, ADA, open(now + GRANT_LASTS, None), "two years");
    town.say(ADA, &Message::Consent(open(now + DAY, Some(1)))).expect("opens a link");
    no(heard, E::AlreadyLinked, &town, ADA, open(now + DAY, None), "the same link, uncounted");
    no(heard, E::NotAttester, &town, ADA, view.clone(), "only the door counts");
    ok(heard, &Town { now: now + DAY - 1, ..town.clone() }, ATTESTER, view.clone(), "in the last second");
    no(heard, E::LinkEnded, &Town { now: now + DAY, ..town.clone() }, ATTESTER, view.clone(), "an ended link");
    town.say(ATTESTER, &Message::Consent(view.clone())).expect("views");
    no(heard, E::LinkEnded, &town, ATTESTER, view.clone(), "a second view of one");
    town.say(GUARDIAN, &Message::Consent(M::CloseLink { owner: ADA, link: LINK })).expect("closes");
    town.say(ADA, &Message::Consent(open(now + DAY, None))).expect("opens it anew");
    town.directory().dismiss_guardian(town.call(ADA), ADA, GUARDIAN).expect("dismisses");
    town.directory().leave(town.call(ADA)).expect("leaves");
    town.now += 1;
    no(heard, E::NotPatient, &town, ATTESTER, view, "its owner has left");
}
