//! What stays true whatever is said, by whomever, in whatever order.

mod speech;

use chartkey_rules::People;
use chartkey_rules::town::{MONDAY, Town, cast::*, terms};
use chartkey_vocabulary::*;
use codec::Decode;
use proptest::{prelude::*, test_runner::TestRunner};
use speech::{Dice, EVERYBODY, PATIENTS};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of one table, decoded, under their keys.
fn rows<V: Decode>(memory: &std::cell::RefCell<chartkey_rules::Memory>, table: u8) -> Vec<([u8; 31], V)> {
    let memory = memory.borrow();
    let rows = memory.rows().filter(|(key, _)| key[0] == table);
    rows.map(|(key, row)| (key[1..].try_into().expect("31"), V::decode(&mut &row[..]).expect("decodes"))).collect()
}

fn account_of(key: &[u8; 31]) -> Account {
    Account(key[..20].try_into().expect("20"))
}

/// The council can decide, its members are admins and nothing else, and the lists list who they should.
fn people_are_in_order(town: &Town) {
    let council = town.directory().council();
    assert!((1..=council.admins.len()).contains(&usize::from(council.quorum)), "a quorum in reach: {council:?}");
    let members = rows::<Member>(&town.registry, 3);
    let with = |wanted: &dyn Fn(Who) -> bool| -> BTreeSet<Account> {
        members.iter().filter(|(_, member)| wanted(member.who)).map(|(key, _)| account_of(key)).collect()
    };
    assert_eq!(with(&|who| who.role == Role::Admin), council.admins.iter().copied().collect(), "seats and roles");
    let listed = |(count, page): (u32, Vec<Entry>)| {
        assert_eq!(count as usize, page.len(), "the whole list fits a page here");
        page.into_iter().map(|entry| entry.account).collect::<BTreeSet<_>>()
    };
    let standing = |standing| with(&|who: Who| who.role.is_professional() && who.standing == standing);
    assert_eq!(listed(town.directory().directory(0)), standing(Standing::Active));
    assert_eq!(listed(town.directory().applicants(0)), standing(Standing::Pending));
    let guards = rows::<u8>(&town.registry, 6).iter().map(|(_, count)| usize::from(*count)).sum::<usize>();
    assert_eq!(rows::<()>(&town.registry, 5).len(), guards, "guardians counted");
}

/// What is counted is what there is.
fn counts_are_true(town: &Town) {
    let mut grants = 0;
    for patient in PATIENTS {
        let keys = EVERYBODY.iter().flat_map(|reader| {
            Purpose::ALL.iter().map(|purpose| Between { patient, reader: *reader, purpose: *purpose })
        });
        let held = keys.filter(|between| town.consent().grant_of(*between).is_some()).count();
        assert_eq!(town.consent().desk(patient).grants as usize, held, "the desk of {patient}");
        grants += held;
    }
    assert_eq!(rows::<Grant>(&town.consent, 1).len(), grants, "no grant outside the desks");

    let records = rows::<Record>(&town.records, 1);
    for patient in PATIENTS {
        let owned = records.iter().filter(|(_, record)| record.owner == patient).count();
        assert_eq!(town.ledger().shelf(patient).records as usize, owned, "the shelf of {patient}");
    }
    let versions: usize = records.iter().map(|(_, record)| usize::from(record.versions)).sum();
    let findings: usize = records.iter().map(|(_, record)| record.findings.len()).sum();
    assert_eq!(rows::<Version>(&town.records, 2).len(), versions, "no version without its record");
    assert_eq!(rows::<Finding>(&town.records, 3).len(), findings, "no finding without its record");
}

/// A doctor's slot is taken by the accepted visit that lies in it, and by nothing else.
fn bookings_are_visits(town: &Town) {
    let visits = rows::<Visit>(&town.care, 1);
    let accepted = || visits.iter().filter(|(_, visit)| visit.state == VisitState::Accepted);
    let mut slots = 0;
    for (key, visit) in accepted() {
        let id = VisitId(key[..16].try_into().expect("16"));
        for slot in 0..Time::from(visit.slots) {
            assert_eq!(town.care().booking(visit.doctor, visit.from + slot * SLOT), Some(id));
            slots += 1;
        }
    }
    assert_eq!(rows::<VisitId>(&town.care, 2).len(), slots, "no booking without its visit");
    for patient in PATIENTS {
        for doctor in EVERYBODY {
            let agreed = accepted().filter(|(_, visit)| (visit.patient, visit.doctor) == (patient, doctor)).count();
            let bond = town.care().bond(patient, doctor).map_or(0, |bond| usize::from(bond.visits));
            assert!(bond <= agreed, "{bond} visits tie {patient} and {doctor}, {agreed} were agreed on");
        }
    }
}

fn topics(event: &Event) -> usize {
    match event {
        Event::Registry(event) => event.topics().len(),
        Event::Consent(event) => event.topics().len(),
        Event::Records(event) => event.topics().len(),
        Event::Care(event) => event.topics().len(),
    }
}

/// Nobody who has no business with records opens one, whatever was said before.
fn only_readers_read(town: &Town) {
    for record in speech::records() {
        for account in EVERYBODY {
            let who = town.directory().who(account);
            let never = who
                .is_none_or(|who| who.standing != Standing::Active || matches!(who.role, Role::Admin | Role::Attester));
            for purpose in Purpose::ALL {
                let decision = town.ledger().may_open(record, account, purpose);
                assert!(!(never && decision.is_allowed()), "{account}, {who:?}: {decision:?}");
            }
        }
    }
}

/// What was said and taken, by name.
type Taken = BTreeMap<&'static str, u32>;

/// A history: which message, with which dice, by somebody else than usual, after which wait.
fn histories() -> impl Strategy<Value = Vec<(u8, Dice, u8, u8)>> {
    prop::collection::vec((any::<u8>(), any::<Dice>(), 0u8..8, 0u8..20), 1..600)
}

fn live_through(said: Vec<(u8, Dice, u8, u8)>, taken: &mut Taken) {
    let mut town = settle();
    let mut fills = BTreeMap::from([(speech::begin(&town), 3)]);
    for (which, dice, by_another, wait) in said {
        town.now += match wait {
            0..=2 => SLOT,
            3 => 5 * HOUR,
            4 => 1,
            _ => 0,
        };
        let (usual, message) = speech::message(which, dice, &town);
        // One in eight messages comes from somebody who has no business saying it.
        let from = if by_another == 0 { EVERYBODY[usize::from(dice[5]) % EVERYBODY.len()] } else { usual };
        let before = town.clone();
        let Ok((_, event)) = town.say(from, &message) else {
            assert!(town == before, "refused, and yet changed: {message:?}");
            continue;
        };
        *taken.entry(message.name()).or_default() += 1;
        assert!(topics(&event) <= 4, "{event:?}");
        match event {
            Event::Care(CareEvent::Prescribed { id, fills: all, .. }) => drop(fills.insert(id, all)),
            Event::Care(CareEvent::Dispensed { id, left, .. }) => {
                let may = fills.get_mut(&id).expect("was prescribed");
                *may = may.checked_sub(1).expect("never handed out beyond its fills");
                assert_eq!(*may, left);
            }
            _ => {}
        }
        people_are_in_order(&town);
        counts_are_true(&town);
        bookings_are_visits(&town);
    }
    only_readers_read(&town);
}

#[test]
fn a_town_stays_in_order() {
    let taken = std::cell::RefCell::new(Taken::new());
    let config = ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&histories(), |said| {
            live_through(said, &mut taken.borrow_mut());
            Ok(())
        })
        .unwrap_or_else(|broken| panic!("{broken}"));
    println!("taken: {:?}", taken.borrow());
    // Random words that are always refused would prove nothing.
    let names = [RegistryMessage::NAMES, ConsentMessage::NAMES, RecordsMessage::NAMES, CareMessage::NAMES].concat();
    let never: Vec<_> = names.iter().filter(|name| !taken.borrow().contains_key(**name)).collect();
    assert_eq!(never, [&"introduce"; 4], "what no history ever got said");
}

fn ids() -> impl Strategy<Value = Vec<RecordId>> {
    prop::collection::vec((0u8..6).prop_map(|n| RecordId([n; 16])), 0..9)
}

fn extents() -> impl Strategy<Value = Extent> {
    prop_oneof![
        Just(Extent::Everything),
        Just(Extent::ByReader),
        (1u16..1 << 13).prop_map(|kinds| Extent::Kinds(Kinds(kinds))),
        ids().prop_map(Extent::Records),
        (0u64..50, 0u64..50).prop_map(|(from, until)| Extent::Written(from, until)),
    ]
}

fn exclusions() -> impl Strategy<Value = Exclusions> {
    (prop_oneof![Just(0), any::<u16>()], ids()).prop_map(|(kinds, records)| Exclusions { kinds: Kinds(kinds), records })
}

fn facts() -> impl Strategy<Value = Facts> {
    let kinds = [Kind::LabReport, Kind::Prescription, Kind::XRay, Kind::Mri, Kind::Vaccination, Kind::Other];
    (0u8..6, prop::sample::select(kinds.to_vec()), 0u64..50, any::<bool>()).prop_map(
        |(record, kind, written, reader_s)| {
            let author = if reader_s { DR_LIN } else { ADA };
            Facts { record: RecordId([record; 16]), owner: ADA, author, kind, written }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn narrowing_never_widens(
        extent in extents(),
        except in exclusions(),
        openings in prop::option::of(1u16..4),
        may_write: bool,
        less in (prop::option::of(0u64..3 * DAY), prop::option::of(0u16..5), exclusions(), any::<bool>()),
        asked in prop::collection::vec(facts(), 1..12),
    ) {
        let mut town = settle();
        let key = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
        let given = Terms { scope: Scope { extent, except }, openings, may_write, ..terms(MONDAY) };
        prop_assume!(town.consent().grant(town.call(ADA), key, given).is_ok());
        let wide = town.clone();
        let (until, openings, except, read_only) = less;
        let narrowing = Narrowing { until: until.map(|until| MONDAY + until), openings, except, read_only };
        let narrowed = town.consent().narrow(town.call(GUARDIAN), key, narrowing);
        if narrowed.is_err() {
            prop_assert!(town == wide);
        }

        let [before, after] = [&wide, &town].map(|town| town.consent().grant_of(key).expect("stands").terms);
        prop_assert!(after.until <= before.until);
        prop_assert!(!after.may_write || before.may_write);
        prop_assert!(before.openings.is_none() || after.openings.is_some_and(|left| Some(left) <= before.openings));
        let mut lost = false;
        for facts in &asked {
            let (was, is) = (before.scope.covers(facts, DR_LIN), after.scope.covers(facts, DR_LIN));
            prop_assert!(was || !is, "{facts:?} was not covered and is now");
            lost |= was && !is;
        }
        if lost {
            prop_assert_eq!(town.consent().desk(ADA).epoch, 1, "what is kept back is sealed anew");
        }
        // The same through the decision, now and when the old end is near.
        let mut wide = wide;
        for now in [MONDAY, MONDAY + DAY - 1, MONDAY + DAY] {
            (wide.now, town.now) = (now, now);
            for facts in &asked {
                let [was, is] = [&wide, &town].map(|town| town.consent().check(now, key, *facts).is_allowed());
                prop_assert!(was || !is);
                let [was, is] = [&wide, &town].map(|town| town.consent().writing(now, *facts, DR_LIN).allowed);
                prop_assert!(was || !is);
            }
        }
    }
}
