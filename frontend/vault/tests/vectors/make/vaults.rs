//! Vault files.

use super::{Book, GENESIS, add, edited, flip, keep, seeded, vector, with, write_at};
use crate::{
    Vector,
    rng::{Exactly, Seeded},
};
use chartkey_vault::{Confirmed, DeviceKey, Effort, LinkSecret, PrintedCode, Vault, Whose};
use chartkey_vocabulary::{Account, Commitment};
use hex::encode;
use serde_json::{Value, json};

pub(super) const WHOSE: Whose = Whose { genesis: GENESIS, account: Account([0xad; 20]) };
const PASSPHRASE: &str = "Übung macht den Meister";
const CODE: [u8; 32] = [0x0f; 32];
const PRF: [u8; 32] = [0xbf; 32];
pub(super) const NOW: u64 = 1_800_000_000;

/// A vault on its way into a file.
pub(super) struct Making {
    pub(super) vault: Vault,
    pub(super) rng: Seeded,
}

impl Making {
    pub(super) fn new(seed: &str) -> Self {
        let mut rng = seeded(seed);
        let mut vault = Vault::make(&mut rng, WHOSE, 0);
        vault.set_name(Account([0xd0; 20]), "Dr. Lin");
        let text = "shlink:/abc".to_owned().into();
        vault.keep_link(LinkSecret { commitment: Commitment([9; 32]), text, label: "Insurer".into(), until: NOW });
        Self { vault, rng }
    }

    fn passphrase(mut self, effort: Effort) -> Self {
        self.vault.add_passphrase(&mut self.rng, PASSPHRASE, effort, "passphrase").expect("a door");
        self
    }

    fn code(mut self) -> Self {
        self.vault.add_code(&mut self.rng, &code(), "paper").expect("a door");
        self
    }

    pub(super) fn save(&mut self) -> String {
        encode(self.vault.save(&mut self.rng).expect("a file"))
    }

    /// What must come out: said from the vault that was put in.
    pub(super) fn yields(&self, doors: &[&str]) -> Value {
        json!({
            "revision": self.vault.revision(), "epoch": self.vault.reader_key().epoch(),
            "keys": self.vault.reader_key().bundle().cid(), "doors": doors,
            "names": {Account([0xd0; 20]).to_string(): "Dr. Lin"}, "links": ["shlink:/abc"],
        })
    }
}

pub(super) fn code() -> PrintedCode {
    PrintedCode::make(&mut Exactly(&CODE))
}

pub(super) fn opens(vault: &str, how: Value) -> Vector {
    let base = vector(json!({
        "does": "open a vault", "vault": vault, "genesis": encode(GENESIS), "account": encode(WHOSE.account.0), "seen": 1,
    }));
    with(&base, how)
}

fn by_passphrase() -> Value {
    json!({"with": "passphrase", "passphrase": PASSPHRASE})
}

pub(super) fn by_code() -> Value {
    json!({"with": "code", "code": code().words().as_str()})
}

pub(super) fn device(seed: u8) -> DeviceKey {
    DeviceKey::restore(&[seed; 32], WHOSE, NOW + 600)
}

pub(super) fn confirmed(device: &DeviceKey) -> Confirmed {
    let offer = device.offer();
    let words = offer.words();
    offer.confirm(&words, &WHOSE, NOW).unwrap_or_else(|error| panic!("{error}"))
}

pub(super) fn write(book: &mut Book) {
    let base = doors(book);
    refusals(book, &base);
    takeovers(book);
}

fn doors(book: &mut Book) -> Vector {
    let mut standard = Making::new("standard").passphrase(Effort::STANDARD);
    let file = standard.save();
    book.good("opens_vault_with_a_passphrase", &opens(&file, by_passphrase()), standard.yields(&["passphrase"]));

    let mut light = Making::new("light").passphrase(Effort::LIGHT);
    let base = opens(&light.save(), by_passphrase());
    let yields = light.yields(&["passphrase"]);
    book.good("opens_vault_made_on_a_weak_device", &base, yields.clone());
    // U and a combining diaeresis, as some systems type it.
    let apart = with(&base, json!({"passphrase": "U\u{308}bung macht den Meister"}));
    book.good("opens_vault_with_a_passphrase_typed_on_another_system", &apart, yields.clone());
    let spaced = with(&base, json!({"passphrase": format!("  {PASSPHRASE}\n")}));
    book.good("opens_vault_with_a_passphrase_and_stray_spaces", &spaced, yields);

    let mut paper = Making::new("paper").code();
    book.good("opens_vault_with_a_printed_code", &opens(&paper.save(), by_code()), paper.yields(&["paper"]));

    let mut passkey = Making::new("passkey");
    let door = passkey.vault.add_passkey(&mut passkey.rng, b"credential", [0x5a; 32], &PRF, "phone").expect("a door");
    let how = json!({"with": "passkey", "door": encode(door), "prf": encode(PRF)});
    let opened = opens(&passkey.save(), how);
    book.good("opens_vault_with_a_passkey", &opened, passkey.yields(&["phone"]));
    book.bad(
        "vault_with_another_passkey",
        &with(&opened, json!({"prf": "00".repeat(32)})),
        "this does not open the door",
    );
    book.bad(
        "vault_with_a_passkey_at_another_door",
        &with(&opened, json!({"door": "00".repeat(8)})),
        "the vault has no such door",
    );

    let mut rotated = Making::new("rotated").code();
    rotated.vault.rotate(&mut rotated.rng);
    rotated.save();
    rotated.vault.rotate(&mut rotated.rng);
    let file = rotated.save();
    assert_eq!((rotated.vault.reader_key().epoch(), rotated.vault.revision()), (2, 2));
    book.good("opens_vault_after_two_rotations", &opens(&file, by_code()), rotated.yields(&["paper"]));

    let mut many = Making::new("many").passphrase(Effort::LIGHT).code();
    many.vault.add_device(&mut many.rng, &confirmed(&device(0x31)), "tablet").expect("a door");
    let file = many.save();
    let yields = many.yields(&["passphrase", "paper", "tablet"]);
    book.good("opens_vault_of_many_doors_with_the_passphrase", &opens(&file, by_passphrase()), yields.clone());
    book.good("opens_vault_of_many_doors_with_the_code", &opens(&file, by_code()), yields.clone());
    let by_device = json!({"with": "device", "device_seed": encode([0x31; 32]), "until": NOW + 600});
    book.good("opens_vault_of_many_doors_with_the_second_device", &opens(&file, by_device.clone()), yields);
    let stranger = with(&opens(&file, by_device), json!({"device_seed": encode([0x32; 32])}));
    book.bad("vault_with_a_device_nobody_let_in", &stranger, "this does not open the door");
    base
}

/// A file with one passphrase door: head to 92, door to 2523, then the body.
fn refusals(book: &mut Book, base: &Vector) {
    let format = |what: &str| format!("not a vault file of this format: {what}");
    let (wrong, tampered) = ("this does not open the door".to_owned(), "the vault file was tampered with".to_owned());
    let elsewhere =
        |account: [u8; 20]| format!("the vault of {} on another chain, or of somebody else", Account(account));
    let no_door = "the vault has a door that cannot be".to_owned();
    let mut account = WHOSE.account.0;
    account[0] ^= 1;
    for (name, at, bit, words) in [
        ("letters", 0, 0, format("something else altogether")),
        ("format_version_raised", 4, 1, format("format version 3 is not spoken here")),
        ("format_version_lowered", 4, 0, format("format version 0 is not spoken here")),
        ("suite", 5, 1, format("cipher suite 3 is not spoken here")),
        ("reserved", 7, 0, format("reserved bytes are in use")),
        ("genesis", 8, 0, elsewhere(WHOSE.account.0)),
        ("account", 40, 0, elsewhere(account)),
        ("revision", 66, 0, tampered.clone()),
        ("nonce", 68, 0, tampered.clone()),
        ("door_kind", 92, 5, no_door.clone()),
        ("door_id", 93, 0, wrong.clone()),
        ("door_salt", 111, 0, wrong.clone()),
        ("door_public_key", 143 + 1190, 0, tampered.clone()),
        ("door_sealed_key", 1359 + 1120, 0, wrong.clone()),
        ("body", 2600, 0, tampered.clone()),
    ] {
        book.bad(&format!("bit_flip_in_vault_{name}"), &flip(base, "vault", at, bit), &words);
    }
    let file = base["vault"].as_str().expect("hex").len() / 2;
    book.bad("bit_flip_in_vault_tag", &flip(base, "vault", file - 1, 7), &tampered);
    book.bad("vault_empty", &keep(base, "vault", 0), &format("cut short"));
    book.bad("vault_cut_in_its_door", &keep(base, "vault", 2000), &format("cut short"));
    book.bad("vault_without_its_last_byte", &keep(base, "vault", file - 1), &format("cut short"));
    book.bad("vault_with_a_byte_added", &add(base, "vault", &[0]), &format("cut short"));
    book.bad("vault_without_doors", &write_at(base, "vault", 6, &[0]), &no_door);
    book.bad("vault_of_too_many_doors", &write_at(base, "vault", 6, &[17]), &no_door);
    let gigabytes = (4u32 << 20).to_be_bytes();
    book.bad("vault_that_asks_for_four_gibibytes", &write_at(base, "vault", 103, &gigabytes), &no_door);
    book.bad("vault_that_asks_for_endless_passes", &write_at(base, "vault", 107, &[0xff; 4]), &no_door);
    book.bad("vault_that_makes_guessing_cheap", &write_at(base, "vault", 103, &8u32.to_be_bytes()), &no_door);
    book.bad(
        "vault_with_more_effort_than_it_was_made_with",
        &write_at(base, "vault", 107, &3u32.to_be_bytes()),
        &wrong,
    );
    book.bad("wrong_passphrase", &with(base, json!({"passphrase": "übung macht den meister"})), &wrong);
    book.bad("printed_code_where_there_is_no_such_door", &with(base, by_code()), "the vault has no such door");
    let stranger = with(base, json!({"account": encode([0xae; 20])}));
    book.bad("vault_of_somebody_else", &stranger, &elsewhere(WHOSE.account.0));
    book.bad("vault_of_another_chain", &with(base, json!({"genesis": "00".repeat(32)})), &elsewhere(WHOSE.account.0));
    book.bad(
        "old_vault_served_again",
        &with(base, json!({"seen": 2})),
        "revision 1 was served, and 2 has been seen already",
    );
}

/// Doors taken out, and doors of one file hung into another.
fn takeovers(book: &mut Book) {
    let mut vault = Making::new("removed").code();
    let lost = vault.vault.add_passphrase(&mut vault.rng, PASSPHRASE, Effort::LIGHT, "old").expect("a door");
    let before = vault.save();
    vault.vault.remove_door(&mut vault.rng, lost).expect("taken out");
    let after = vault.save();
    book.good("opens_vault_after_a_door_was_taken_out", &opens(&after, by_code()), vault.yields(&["paper"]));
    book.bad("door_that_was_taken_out", &opens(&after, by_passphrase()), "the vault has no such door");

    // The old passphrase door, put back in front of the new body by the server: it opens, to a key that no longer fits.
    let (old, new) = (hex::decode(before).expect("hex"), hex::decode(after).expect("hex"));
    let code_door = 8 + 3 + 1216 + 1168;
    let pass_door = code_door + 40;
    let old_door = &old[92 + code_door..92 + code_door + pass_door];
    let spliced = [&new[..92], &new[92..92 + code_door], old_door, &new[92 + code_door..]].concat();
    let spliced = write_at(&opens(&encode(spliced), by_passphrase()), "vault", 6, &[2]);
    book.bad("door_put_back_by_the_server", &spliced, "the vault file was tampered with");

    let (mut one, mut other) = (Making::new("one").code(), Making::new("other").code());
    let (one, other) = (hex::decode(one.save()).expect("hex"), hex::decode(other.save()).expect("hex"));
    let mixed = [&one[..92 + code_door], &other[92 + code_door..]].concat();
    book.bad("body_of_another_vault", &opens(&encode(mixed), by_code()), "the vault file was tampered with");
    let dropped =
        edited(&opens(&encode(&one), by_code()), "vault", json!([{"does": "removes", "from": 2600, "to": 2856}]));
    book.bad("piece_cut_out_of_the_vault", &dropped, "not a vault file of this format: cut short");
}
