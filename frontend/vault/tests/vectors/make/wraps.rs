//! Reader keys and wraps.

use super::{Book, GENESIS, RECORD, add, flip, keep, seeded, vector, with, write_at};
use crate::{Vector, rng::Exactly};
use chartkey_vault::{
    ContentKey, Context, KeyBundle, ReaderKey, Wanted, WrapPurpose, pass_card_share, split_card, wrap, wrap_share,
};
use chartkey_vocabulary::{Account, Cid, Purpose, RecordId};
use hex::encode;
use serde_json::json;

const KEY: [u8; 32] = [0x44; 32];
const SEED: [u8; 32] = [0x55; 32];
const READER: Account = Account([0xd0; 20]);

fn cid(codec: u8, fill: u8) -> Cid {
    let mut cid = [fill; 36];
    cid[..4].copy_from_slice(&[0x01, codec, 0x12, 0x20]);
    Cid(cid)
}

fn reader(seed: [u8; 32], account: Account, epoch: u32) -> ReaderKey {
    ReaderKey::make(&mut Exactly(&seed), account, epoch)
}

fn wanted(cid: Cid, purpose: WrapPurpose) -> Wanted {
    Wanted { context: Context { genesis: GENESIS, record: RecordId(RECORD), version: 3 }, cid, purpose }
}

fn key() -> ContentKey {
    ContentKey::make(&mut Exactly(&KEY))
}

fn purpose_name(purpose: WrapPurpose) -> String {
    match purpose {
        WrapPurpose::Own => "own".to_owned(),
        WrapPurpose::Granted(purpose) => json!(purpose).as_str().expect("a name").to_owned(),
    }
}

fn fields(does: &str, reader: &ReaderKey, seed: [u8; 32], wanted: &Wanted) -> Vector {
    vector(json!({
        "does": does, "reader_seed": encode(seed), "reader": encode(reader.account().0), "reader_epoch": reader.epoch(),
        "genesis": encode(GENESIS), "record": encode(RECORD), "version": 3, "cid": encode(wanted.cid.0),
        "purpose": purpose_name(wanted.purpose),
    }))
}

fn unwraps(seed: &str, cid: Cid, purpose: WrapPurpose, epoch: u32) -> Vector {
    let (reader, wanted) = (reader(SEED, READER, epoch), wanted(cid, purpose));
    let wrapped = wrap(&mut seeded(seed), &key(), &reader.bundle(), &wanted);
    with(&fields("unwrap a key", &reader, SEED, &wanted), json!({"wrap": encode(wrapped.as_bytes())}))
}

pub(super) fn write(book: &mut Book) {
    let raw = cid(0x55, 0x0c);
    for purpose in Purpose::ALL.map(WrapPurpose::Granted).into_iter().chain([WrapPurpose::Own]) {
        let name = purpose_name(purpose);
        book.good(&format!("unwraps_for_{name}"), &unwraps(&name, raw, purpose, 0), encode(KEY));
    }
    let treatment = WrapPurpose::Granted(Purpose::Treatment);
    book.good("unwraps_for_the_last_epoch", &unwraps("last", raw, treatment, u32::MAX), encode(KEY));
    book.good("unwraps_for_a_blob_of_many_blocks", &unwraps("tree", cid(0x70, 0x0c), treatment, 0), encode(KEY));
    let base = unwraps("base", raw, treatment, 2);
    book.good("unwraps_in_a_later_epoch", &base, encode(KEY));
    refusals(book, &base);
    shares(book);
    bundles(book);
}

fn refusals(book: &mut Book, base: &Vector) {
    let tampered = "the wrap was tampered with";
    let code = "the wrap holds a code that means nothing";
    let kind = "a share is not a key, and a key is no share";
    let format = |what: &str| format!("not a wrap of this format: {what}");
    let flipped = |bytes: [u8; 20]| Account(core::array::from_fn(|at| if at == 0 { bytes[0] ^ 1 } else { bytes[at] }));
    let mut record = RECORD;
    record[0] ^= 1;
    for (name, at, bit, words) in [
        ("letters", 0, 0, format("something else altogether")),
        ("format_version_raised", 4, 1, format("format version 3 is not spoken here")),
        ("format_version_lowered", 4, 0, format("format version 0 is not spoken here")),
        ("suite", 5, 0, format("cipher suite 0 is not spoken here")),
        ("kind", 6, 1, tampered.to_owned()),
        ("purpose", 7, 1, "wrapped for another purpose".to_owned()),
        ("genesis", 8, 0, "sealed for another chain".to_owned()),
        ("record", 40, 0, format!("sealed for record {}, not {}", RecordId(record), RecordId(RECORD))),
        ("version", 57, 0, "sealed as version 2, not 3".to_owned()),
        ("cid", 90, 0, "wrapped for another blob".to_owned()),
        ("reader", 94, 0, format!("wrapped for {}, not for {READER}", flipped(READER.0))),
        ("epoch", 117, 0, "wrapped for keys of epoch 3, not of 2".to_owned()),
        ("ml_kem_part", 118, 0, tampered.to_owned()),
        ("end_of_ml_kem_part", 118 + 1087, 7, tampered.to_owned()),
        ("x25519_part", 118 + 1088, 0, tampered.to_owned()),
        ("sealed_key", 1238, 0, tampered.to_owned()),
        ("tag", 1285, 7, tampered.to_owned()),
    ] {
        book.bad(&format!("bit_flip_in_wrap_{name}"), &flip(base, "wrap", at, bit), &words);
    }
    book.bad("wrap_of_an_unknown_kind", &write_at(base, "wrap", 6, &[4]), code);
    book.bad("wrap_of_an_unknown_purpose", &write_at(base, "wrap", 7, &[9]), code);
    book.bad("wrap_for_what_is_no_cid", &write_at(base, "wrap", 58, &[0]), code);
    book.bad("wrap_with_an_x25519_point_of_no_order", &write_at(base, "wrap", 1206, &[0; 32]), tampered);
    book.bad("wrap_empty", &keep(base, "wrap", 0), &format("cut short"));
    book.bad("wrap_cut_in_its_head", &keep(base, "wrap", 117), &format("cut short"));
    book.bad("wrap_without_its_last_byte", &keep(base, "wrap", 1285), &format("cut short"));
    book.bad("wrap_with_a_byte_added", &add(base, "wrap", &[0]), &format("bytes after the end"));

    let stranger = Account([0xd1; 20]);
    book.bad(
        "wrong_reader",
        &with(base, json!({"reader": encode(stranger.0)})),
        &format!("wrapped for {READER}, not for {stranger}"),
    );
    book.bad("wrong_reader_under_the_right_name", &with(base, json!({"reader_seed": encode([0x56; 32])})), tampered);
    book.bad("old_epoch", &with(base, json!({"reader_epoch": 3})), "wrapped for keys of epoch 2, not of 3");
    book.bad(
        "wrap_for_a_later_epoch",
        &with(base, json!({"reader_epoch": 1})),
        "wrapped for keys of epoch 2, not of 1",
    );
    book.bad(
        "wrap_of_the_blob_before_sealing_anew",
        &with(base, json!({"cid": encode(cid(0x55, 0x0d).0)})),
        "wrapped for another blob",
    );
    book.bad(
        "wrap_used_for_another_purpose",
        &with(base, json!({"purpose": "research"})),
        "wrapped for another purpose",
    );
    book.bad(
        "wrap_used_on_another_chain",
        &with(base, json!({"genesis": "00".repeat(32)})),
        "sealed for another chain",
    );
    book.bad(
        "wrap_used_for_another_record",
        &with(base, json!({"record": "00".repeat(16)})),
        &format!("sealed for record {}, not {}", RecordId(RECORD), RecordId([0; 16])),
    );
    book.bad("wrap_used_for_a_later_version", &with(base, json!({"version": 4})), "sealed as version 3, not 4");
    let other = unwraps("other", cid(0x55, 0x0c), WrapPurpose::Granted(Purpose::Treatment), 2);
    let tail = hex::decode(other["wrap"].as_str().expect("hex")).expect("hex")[1238..].to_vec();
    book.bad("sealed_key_of_another_wrap", &write_at(base, "wrap", 1238, &tail), tampered);

    let (reader, wanted) = (reader(SEED, READER, 2), wanted(cid(0x55, 0x0c), WrapPurpose::Granted(Purpose::Treatment)));
    let share = wrap_share(&mut seeded("kind"), &split_card(&mut seeded("card"), &key())[0], &reader.bundle(), &wanted);
    book.bad("share_taken_for_a_key", &with(base, json!({"wrap": encode(share.as_bytes())})), kind);
    let twice = with(
        base,
        json!({"does": "join two shares", "one_share": base["wrap"], "other_share": encode(share.as_bytes())}),
    );
    book.bad("key_taken_for_a_share", &twice, kind);
}

/// An emergency card: split among custodians, passed to a hospital, put together.
fn shares(book: &mut Book) {
    let wanted = wanted(cid(0x55, 0xca), WrapPurpose::Granted(Purpose::Emergency));
    let hospital = reader([0x77; 32], Account([0xe0; 20]), 1);
    let shares = split_card(&mut seeded("card"), &key());
    let others = split_card(&mut seeded("another card"), &ContentKey::make(&mut Exactly(&[0x45; 32])));
    let pass = |index: usize, share| {
        let custodian = reader([0x60 + index as u8; 32], Account([0xc0 + index as u8; 20]), 0);
        let held = wrap_share(&mut seeded(&format!("held {index}")), share, &custodian.bundle(), &wanted);
        let rng = &mut seeded(&format!("passed {index}"));
        encode(pass_card_share(rng, &held, &custodian, &hospital.bundle(), &wanted).expect("passed").as_bytes())
    };
    let base = fields("join two shares", &hospital, [0x77; 32], &wanted);
    let join = |one: &str, other: &str| with(&base, json!({"one_share": one, "other_share": other}));
    let passed = [0, 1, 2].map(|index| pass(index, &shares[index]));
    for (one, other) in [(0, 1), (0, 2), (2, 1)] {
        let name = format!("joins_shares_{}_and_{}", one + 1, other + 1);
        book.good(&name, &join(&passed[one], &passed[other]), encode(KEY));
    }
    book.bad("same_share_twice", &join(&passed[0], &passed[0]), "the same share twice; another one is needed");
    // Shares of two cards join to a key that opens nothing; that it is another one is all that can be said here.
    book.good("joins_shares_of_two_cards_to_another_key", &join(&passed[0], &pass(1, &others[1])), "another key");
    book.bad(
        "share_number_changed",
        &write_at(&join(&passed[0], &passed[1]), "one_share", 6, &[3]),
        "the wrap was tampered with",
    );
}

fn bundles(book: &mut Book) {
    let reads = |bundle: &KeyBundle| {
        vector(json!({
            "does": "read keys", "bundle": encode(bundle.to_bytes()), "cid": encode(bundle.cid().0),
            "account": encode(bundle.account().0), "epoch": bundle.epoch(),
        }))
    };
    let yields =
        |bundle: &KeyBundle| json!({"cid": bundle.cid(), "account": bundle.account(), "epoch": bundle.epoch()});
    let first = reader(SEED, READER, 0).bundle();
    book.good("reads_keys", &reads(&first), yields(&first));
    let last = reader(SEED, READER, u32::MAX).bundle();
    book.good("reads_keys_of_the_last_epoch", &reads(&last), yields(&last));

    let base = reads(&first);
    let not_named = "these are not the keys the chain names";
    book.bad(
        "keys_swapped_on_the_way",
        &with(&base, json!({"bundle": encode(reader([0x58; 32], READER, 0).bundle().to_bytes())})),
        not_named,
    );
    book.bad("bit_flip_in_keys", &flip(&base, "bundle", 700, 5), not_named);
    book.bad("keys_cut_short", &keep(&base, "bundle", 1247), not_named);
    let stranger = Account([0xd1; 20]);
    book.bad(
        "keys_of_somebody_else",
        &with(&base, json!({"account": encode(stranger.0)})),
        &format!("keys of {READER}, not of {stranger}"),
    );
    book.bad("keys_of_an_old_epoch", &with(&base, json!({"epoch": 1})), "keys of epoch 0, not of 1");

    // What somebody put on the chain themselves: the CID is right, the bytes are not.
    let named = |bytes: Vec<u8>| {
        use sha2::Digest;
        let cid = [&[0x01, 0x55, 0x12, 0x20][..], &sha2::Sha256::digest(&bytes)].concat();
        with(&base, json!({"bundle": encode(&bytes), "cid": encode(cid)}))
    };
    let changed = |at: usize, value: u8| {
        let mut bytes = first.to_bytes();
        bytes[at] = value;
        bytes
    };
    let format = |what: &str| format!("not a key bundle of this format: {what}");
    for (name, bytes, words) in [
        ("letters", changed(0, 0), format("something else altogether")),
        ("format_version_lowered", changed(4, 0), format("format version 0 is not spoken here")),
        ("suite", changed(5, 9), format("cipher suite 9 is not spoken here")),
        ("reserved", changed(7, 1), format("reserved bytes are in use")),
        ("byte_missing", first.to_bytes()[..1247].to_vec(), format("cut short")),
        ("byte_added", [first.to_bytes(), vec![0]].concat(), format("bytes after the end")),
    ] {
        book.bad(&format!("published_keys_{name}"), &named(bytes), &words);
    }
    // Twelve bits of ones are no number below 3329.
    let mut malformed = first.to_bytes();
    malformed[32..34].copy_from_slice(&[0xff; 2]);
    book.bad("published_keys_that_are_no_ml_kem_key", &named(malformed), "the public key is malformed");
}
