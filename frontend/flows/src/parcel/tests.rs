use super::*;
use crate::cupboard::{Bare, Cupboard, Memory};
use chartkey_vault::Vault;
use futures::executor::block_on;

const ADA: Whose = Whose { genesis: [1; 32], account: Account([7; 20]) };

fn sealed(holder: &Holder<'_>, owner: Account) -> Result<Parcel, Failure> {
    let about = About { title: "Vaccination".into(), media_type: "text/plain".into(), ..About::default() };
    let mut content = b"Tdap, 3 May".to_vec();
    block_on(seal(holder, owner, Kind::Vaccination, about, &mut content, &mut |_| {}))
}

#[test]
fn what_is_sealed_without_a_connection_waits_and_opens_for_who_sealed_it() {
    let (vault, cupboard) = (Vault::make(&mut entropy(), ADA, 0), Memory::with_room(1 << 20));
    let holder = Holder { whose: ADA, vault: &vault, cupboard: &cupboard, now: 50 };
    let ward = Account([9; 20]);
    for owner in [ADA.account, ward] {
        let parcel = sealed(&holder, owner).expect("seals");
        assert_eq!(block_on(list(&holder)).expect("lists"), std::slice::from_ref(&parcel), "for {owner}");
        assert_eq!(block_on(about(&holder, &parcel)).expect("opens").about().title, "Vaccination");
        let bytes = block_on(parcel.bytes(&holder)).expect("whole");
        let opened = chartkey_vault::open_all(
            &parcel.key(&holder).expect("opens"),
            &parcel.context(&ADA),
            &parcel.commitment,
            &bytes,
        );
        assert_eq!(*opened.expect("opens").content, b"Tdap, 3 May");
        assert_eq!(parcel.record, RecordId::derive(owner, parcel.salt, keccak));
        let strangers = Vault::make(&mut entropy(), ADA, 0);
        let stranger = Holder { vault: &strangers, ..holder };
        assert!(block_on(about(&stranger, &parcel)).is_err(), "another vault opens nothing");
        for name in block_on(cupboard.names("")).expect("lists") {
            let kept = block_on(cupboard.get(&name)).expect("reads").expect("is there");
            assert!(!kept.windows(4).any(|part| part == b"Tdap" || part == b"Vacc"), "in the clear: {name}");
        }
        block_on(discard(&holder, parcel.record)).expect("goes");
        assert!(block_on(cupboard.names("")).expect("lists").is_empty());
    }
}

#[test]
fn a_device_without_room_seals_nothing_it_could_lose() {
    let vault = Vault::make(&mut entropy(), ADA, 0);
    let holder = Holder { whose: ADA, vault: &vault, cupboard: &Bare, now: 50 };
    assert!(matches!(sealed(&holder, ADA.account), Err(Failure::Not(_))));
}

#[test]
fn a_damaged_parcel_is_not_sent() {
    let (vault, cupboard) = (Vault::make(&mut entropy(), ADA, 0), Memory::with_room(1 << 20));
    let holder = Holder { whose: ADA, vault: &vault, cupboard: &cupboard, now: 50 };
    let parcel = sealed(&holder, ADA.account).expect("seals");
    let (_, place) = names(&ADA, parcel.record);
    block_on(cupboard.put(&place, b"other bytes")).expect("puts");
    assert!(matches!(block_on(parcel.bytes(&holder)), Err(Failure::Jammed(_))));
}

#[test]
fn what_the_door_drops_soon_is_brought_anew() {
    let (vault, cupboard) = (Vault::make(&mut entropy(), ADA, 0), Memory::with_room(1 << 20));
    let holder = Holder { whose: ADA, vault: &vault, cupboard: &cupboard, now: 50 };
    let mut parcel = sealed(&holder, ADA.account).expect("seals");
    assert!(!parcel.is_held(50));
    parcel.held = Some(50 + MARGIN);
    assert!(!parcel.is_held(50));
    assert!(parcel.is_held(49));
}
