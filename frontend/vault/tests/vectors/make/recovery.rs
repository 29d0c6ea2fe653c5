//! Printed codes, second devices and guardians.

use super::{
    Book, GENESIS, add, flip, keep, seeded,
    vaults::{Making, NOW, WHOSE, code, confirmed, device, opens},
    vector, with, write_at,
};
use crate::rng::Exactly;
use chartkey_vault::{DeviceKey, DoorId, Offer, ReaderKey, VaultFile};
use chartkey_vocabulary::Account;
use hex::encode;
use serde_json::json;

pub(super) fn write(book: &mut Book) {
    codes(book);
    devices(book);
    guardians(book);
}

fn codes(book: &mut Book) {
    let words = code().words().to_string();
    let reads = |code: &str| vector(json!({"does": "read a printed code", "code": code}));
    book.good("reads_printed_code", &reads(&words), words.clone());
    let untidy = format!("  {}\n", words.to_uppercase().replace(' ', "\n "));
    book.good("reads_printed_code_typed_untidily", &reads(&untidy), words.clone());
    // BIP-39's own vector for 256 bits of ones.
    let ones = format!("{}vote", "zoo ".repeat(23));
    book.good("reads_bip39s_own_vector", &reads(&ones), ones.clone());

    let all: Vec<&str> = words.split(' ').collect();
    let belong = "the words do not belong together; one may be swapped or misread";
    book.bad("code_of_23_words", &reads(&all[..23].join(" ")), "a code has 24 words, not 23");
    book.bad("code_of_no_words", &reads(""), "a code has 24 words, not 0");
    let mut misspelt = all.clone();
    misspelt[6] = "chartkey";
    book.bad(
        "code_with_a_misspelt_word",
        &reads(&misspelt.join(" ")),
        "word 7 is not in the list; look for a misspelling",
    );
    let mut swapped = all.clone();
    let at = (1..24).find(|at| all[*at] != all[0]).expect("two words differ");
    swapped.swap(0, at);
    book.bad("code_with_two_words_swapped", &reads(&swapped.join(" ")), belong);
}

fn devices(book: &mut Book) {
    let device = device(0x31);
    let offer = device.offer();
    let base = vector(json!({
        "does": "confirm an offer", "offer": encode(offer.to_bytes()), "words": offer.words(),
        "genesis": encode(GENESIS), "account": encode(WHOSE.account.0), "now": NOW,
    }));
    book.good("confirms_a_second_device", &base, offer.words());
    book.good(
        "confirms_a_second_device_whatever_the_case",
        &with(&base, json!({"words": offer.words().to_uppercase()})),
        offer.words(),
    );

    let words = "the words are not those the device shows";
    let format = |what: &str| format!("not a device's offer of this format: {what}");
    let other = self::device(0x32).offer();
    book.bad("offer_swapped_on_the_way", &with(&base, json!({"offer": encode(other.to_bytes())})), words);
    book.bad("offer_of_a_later_end", &flip(&base, "offer", 65, 0), words);
    book.bad("offer_with_other_words", &with(&base, json!({"words": other.words()})), words);
    book.bad(
        "offer_that_ran_out",
        &with(&base, json!({"now": NOW + 601})),
        "the offer has run out; let the device make a new one",
    );
    let endless = Offer::parse(&DeviceKey::restore(&[0x31; 32], WHOSE, u64::MAX).offer().to_bytes()).expect("an offer");
    let lasting = with(&base, json!({"offer": encode(endless.to_bytes()), "words": endless.words()}));
    book.bad("offer_that_never_runs_out", &lasting, "the offer has run out; let the device make a new one");
    let asks = format!("the device asks for the vault of {}", WHOSE.account);
    book.bad("offer_for_another_vault", &with(&base, json!({"account": encode([0xae; 20])})), &asks);
    book.bad("offer_cut_short", &keep(&base, "offer", 1283), &format("cut short"));
    book.bad("offer_with_a_byte_added", &add(&base, "offer", &[0]), &format("bytes after the end"));
    book.bad(
        "offer_of_an_older_format",
        &write_at(&base, "offer", 4, &[0]),
        &format("format version 0 is not spoken here"),
    );
    book.bad("offer_with_a_malformed_key", &write_at(&base, "offer", 68, &[0xff; 2]), "the device's key is malformed");
}

fn guardians(book: &mut Book) {
    let keys = [1, 2, 3].map(|n: u8| ReaderKey::make(&mut Exactly(&[n; 32]), Account([n; 20]), u32::from(n)));
    let bundles = keys.each_ref().map(ReaderKey::bundle);
    let mut making = Making::new("guarded");
    let door = making.vault.add_guardians(&mut making.rng, bundles.each_ref(), "family").expect("a door");
    let second = making.vault.add_guardians(&mut making.rng, bundles.each_ref(), "friends").expect("a door");
    let hex_file = making.save();
    let file = VaultFile::parse(&hex::decode(&hex_file).expect("hex")).unwrap_or_else(|error| panic!("{error}"));
    let device = device(0x33);
    let pass = |index: usize, door: DoorId, to: &DeviceKey| {
        let rng = &mut seeded(&format!("passed by {index}"));
        encode(file.pass_share(rng, door, &keys[index], &confirmed(to)).expect("passed"))
    };
    let passed = [0, 1, 2].map(|index| pass(index, door, &device));
    let base = opens(
        &hex_file,
        json!({
            "with": "guardians", "door": encode(door), "device_seed": encode([0x33; 32]), "until": NOW + 600,
        }),
    );
    let join = |one: &str, other: &str| with(&base, json!({"one_share": one, "other_share": other}));
    for (one, other) in [(0, 1), (0, 2), (2, 1)] {
        let name = format!("opens_vault_with_guardians_{}_and_{}", one + 1, other + 1);
        book.good(&name, &join(&passed[one], &passed[other]), making.yields(&["family", "friends"]));
    }
    book.bad("one_guardian_alone", &join(&passed[0], &passed[0]), "the same share twice; another one is needed");
    let elsewhere = "a share of another vault or door";
    book.bad("shares_of_two_doors", &join(&passed[0], &pass(1, second, &device)), elsewhere);

    let takes = with(&base, json!({"does": "take a passed share", "passed": passed[0].as_str()}));
    book.good("takes_a_passed_share", &takes, 1);
    book.bad(
        "share_passed_to_another_device",
        &with(&takes, json!({"device_seed": encode([0x34; 32])})),
        "passed to another device",
    );
    book.bad(
        "share_passed_to_an_offer_that_ended_otherwise",
        &with(&takes, json!({"until": NOW + 599})),
        "passed to another device",
    );
    book.bad("share_of_another_door", &with(&takes, json!({"door": encode(second)})), elsewhere);
    book.bad("share_of_another_persons_vault", &with(&takes, json!({"account": encode([0xae; 20])})), elsewhere);
    let format = |what: &str| format!("not a passed share of this format: {what}");
    for (name, at, bit, words) in [
        ("letters", 0, 0, format("something else altogether")),
        ("format_version", 4, 0, format("format version 0 is not spoken here")),
        ("number", 6, 1, "the share was tampered with".to_owned()),
        ("reserved", 7, 0, format("reserved bytes are in use")),
        ("sealed_share", 1267, 0, "the share was tampered with".to_owned()),
    ] {
        book.bad(&format!("bit_flip_in_passed_share_{name}"), &flip(&takes, "passed", at, bit), &words);
    }
    book.bad("passed_share_cut_short", &keep(&takes, "passed", 1267), &format("cut short"));
    book.bad("passed_share_with_a_byte_added", &add(&takes, "passed", &[0]), &format("bytes after the end"));
}
