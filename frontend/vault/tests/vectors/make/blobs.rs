//! Sealed blobs.

use super::{Book, GENESIS, RECORD, add, edited, flip, keep, seeded, vector, with, write_at};
use crate::{
    Vector,
    craft::{self, Craft},
    rng::Exactly,
};
use chartkey_vault::{About, ContentKey, Context, Metadata, record_commitment, seal_all};
use chartkey_vocabulary::RecordId;
use hex::encode;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const KEY: [u8; 32] = [0x11; 32];
const SALT: [u8; 32] = [0x22; 32];
const FRONT: usize = 44;

fn context(version: u16) -> Context {
    Context { genesis: GENESIS, record: RecordId(RECORD), version }
}

fn about(title: &str) -> About {
    About { title: title.into(), media_type: "text/plain".into(), ..About::default() }
}

struct Case {
    seed: &'static str,
    key: [u8; 32],
    version: u16,
    metadata: Metadata,
    content: Vec<u8>,
}

impl Case {
    fn new(seed: &'static str, about: About, content: &[u8]) -> Self {
        let metadata = Metadata::make(&mut Exactly(&SALT), about).expect("sound");
        Self { seed, key: KEY, version: 1, metadata, content: content.to_vec() }
    }

    fn raw(&self) -> Vec<u8> {
        serde_json::to_vec(self.metadata.about()).expect("JSON")
    }

    fn blob(&self) -> (Vec<u8>, [u8; 32]) {
        let key = ContentKey::make(&mut Exactly(&self.key));
        let rng = &mut seeded(self.seed);
        let sealed = seal_all(rng, &key, &context(self.version), &self.metadata, &self.content).expect("sealed");
        assert_eq!(sealed.commitment, record_commitment(&self.metadata, &self.content));
        (sealed.blob, sealed.commitment.0)
    }

    fn yields(&self) -> Value {
        let content = match self.content.len() {
            0..=4096 => encode(&self.content),
            _ => format!("sha256:{}", encode(Sha256::digest(&self.content))),
        };
        json!({"about": self.metadata.about(), "content": content, "length": self.content.len()})
    }

    fn vector(&self, book: &mut Book) -> Vector {
        let (blob, commitment) = self.blob();
        let blob = match blob.len() {
            0..=8192 => encode(blob),
            _ => book.file(&format!("blob_{}.bin", self.seed), blob),
        };
        opens(&self.key, self.version, &commitment, &blob)
    }

    fn good(&self, book: &mut Book, name: &str) -> Vector {
        let vector = self.vector(book);
        book.good(name, &vector, self.yields());
        vector
    }
}

fn opens(key: &[u8; 32], version: u16, commitment: &[u8; 32], blob: &str) -> Vector {
    vector(json!({
        "does": "open a blob", "content_key": encode(key), "genesis": encode(GENESIS), "record": encode(RECORD),
        "version": version, "commitment": encode(commitment), "blob": blob,
    }))
}

pub(super) fn write(book: &mut Book) {
    sizes(book);
    metadata(book);
    let short = Case::new("short", about("Blood count"), b"Hb 13.9 g/dl").good(book, "opens_v1");
    headers(book, &short);
    places(book, &short);
    crafted(book);
    chunks(book);
}

fn sizes(book: &mut Book) {
    let front = FRONT + Case::new("", about("x"), b"").raw().len();
    let of = |seed, len: usize| Case::new(seed, about("x"), &vec![0xc3; len]);
    of("empty", 0).good(book, "opens_empty_content");
    of("floor", 4096 - front).good(book, "opens_content_that_fills_the_smallest_blob");
    of("over", 4097 - front).good(book, "opens_content_one_byte_over_the_smallest_blob");
    of("exact", 7168 - front).good(book, "opens_without_padding");
    of("tail", 65_520 - front).good(book, "opens_when_the_last_chunk_is_all_padding");
    Case::new("bytes", about("x"), &(0..=255).collect::<Vec<u8>>()).good(book, "opens_every_byte");
    let mut last = Case::new("last", about("x"), b"the last version there can be");
    last.version = u16::MAX;
    last.good(book, "opens_version_65535");
}

fn metadata(book: &mut Book) {
    let full = About {
        title: "Röntgen-Thorax ☢ 胸部".into(),
        file_name: "thorax.dcm".into(),
        media_type: "application/dicom".into(),
        note: "Two lines.\nKeine Rundherde.".into(),
        dated: Some(1_700_000_000),
        labels: [("house".to_owned(), "Klinikum Ost".to_owned())].into(),
    };
    Case::new("full", full, b"pixels").good(book, "opens_full_metadata");
    let large = About { note: "n".repeat(8192), ..about("large") };
    Case::new("large", large, b"content").good(book, "opens_longest_note");

    // Sealed anew after a withdrawal: another key, another blob, the same commitment.
    let mut anew = Case::new("anew", about("Blood count"), b"Hb 13.9 g/dl");
    anew.key = [0x12; 32];
    anew.good(book, "opens_sealed_anew_under_the_same_commitment");
}

fn headers(book: &mut Book, short: &Vector) {
    let key = "this key does not open this blob";
    let format = |what: &str| format!("not a sealed blob of this format: {what}");
    let record = |first: u8| {
        let mut found = RECORD;
        found[0] = first;
        format!("sealed for record {}, not {}", RecordId(found), RecordId(RECORD))
    };
    for (name, at, bit, words) in [
        ("blob_letters", 0, 0, format("something else altogether")),
        ("blob_format_version_raised", 4, 1, format("format version 3 is not spoken here")),
        ("blob_format_version_lowered", 4, 0, format("format version 0 is not spoken here")),
        ("blob_suite", 5, 1, format("cipher suite 3 is not spoken here")),
        ("blob_reserved", 7, 0, format("reserved bytes are in use")),
        ("blob_genesis", 8, 0, "sealed for another chain".to_owned()),
        ("blob_record", 40, 0, record(0x5b)),
        ("blob_version", 57, 1, "sealed as version 3, not 1".to_owned()),
        ("blob_more_reserved", 63, 7, format("reserved bytes are in use")),
        ("blob_salt", 64, 0, key.to_owned()),
        ("blob_key_check", 127, 7, key.to_owned()),
        ("blob_first_byte", 128, 0, "chunk 0 is not the one that was sealed there".to_owned()),
        ("blob_padding", 4200, 3, "chunk 0 is not the one that was sealed there".to_owned()),
        ("blob_tag", 4239, 7, "chunk 0 is not the one that was sealed there".to_owned()),
    ] {
        book.bad(&format!("bit_flip_in_{name}"), &flip(short, "blob", at, bit), &words);
    }
    let length = "the blob was cut short or added to";
    book.bad("blob_empty", &keep(short, "blob", 0), &format("cut short"));
    book.bad("blob_cut_in_the_header", &keep(short, "blob", 127), &format("cut short"));
    book.bad("blob_cut_to_the_header", &keep(short, "blob", 128), length);
    book.bad("blob_without_its_last_byte", &keep(short, "blob", 4239), length);
    book.bad("blob_with_a_byte_added", &add(short, "blob", &[0]), length);
    book.bad(
        "blob_with_another_size_of_padding",
        &add(short, "blob", &[0; 256]),
        "chunk 0 is not the one that was sealed there",
    );
    book.bad("blob_wrong_content_key", &with(short, json!({"content_key": encode([0x13; 32])})), key);
}

fn places(book: &mut Book, short: &Vector) {
    book.bad(
        "swapped_record",
        &with(short, json!({"record": "00".repeat(16)})),
        &format!("sealed for record {}, not {}", RecordId(RECORD), RecordId([0; 16])),
    );
    book.bad("wrong_genesis", &with(short, json!({"genesis": "00".repeat(32)})), "sealed for another chain");
    book.bad("old_version_served_as_new", &with(short, json!({"version": 2})), "sealed as version 1, not 2");
    let commitment = "the content is not the one the chain names";
    book.bad("another_commitment", &with(short, json!({"commitment": "00".repeat(32)})), commitment);
    let other = Case::new("other", about("Blood count"), b"Hb 14.0 g/dl").vector(book);
    book.bad(
        "another_content_under_the_same_key",
        &with(&other, json!({"commitment": short["commitment"]})),
        commitment,
    );
    let title = Case::new("title", about("Blood counts"), b"Hb 13.9 g/dl").vector(book);
    book.bad(
        "another_title_with_the_same_content",
        &with(&title, json!({"commitment": short["commitment"]})),
        commitment,
    );
    // The header of this version in front of the chunks of another, under one content key.
    let mut second = Case::new("second", about("Blood count"), b"Hb 13.9 g/dl");
    second.version = 2;
    let (blob, _) = second.blob();
    book.bad(
        "header_of_one_version_before_chunks_of_another",
        &write_at(short, "blob", 128, &blob[128..]),
        "chunk 0 is not the one that was sealed there",
    );
}

fn crafted(book: &mut Book) {
    let craft = Craft { key: KEY, genesis: GENESIS, record: RECORD, version: 1, salt: [0x33; 32], ends: true };
    let raw = br#"{"title":"x","media_type":"text/plain"}"#;
    let vector = |plain: &[u8], commitment: [u8; 32]| opens(&KEY, 1, &commitment, &encode(craft.blob(plain)));
    let of = |raw: &[u8], content: &[u8]| {
        vector(&craft::plain(raw, content, &SALT, 4096), craft::commitment(raw, content, &SALT))
    };
    let yields = json!({"about": about("x"), "content": encode(b"by hand"), "length": 7});
    book.good("opens_what_another_program_sealed", &of(raw, b"by hand"), yields.clone());
    let newer = br#"{"title":"x","media_type":"text/plain","written_by":"a program to come"}"#;
    book.good("opens_metadata_of_a_newer_program", &of(newer, b"by hand"), yields);

    let named = |name: &str| format!(r#"{{"title":"x","media_type":"a/b","file_name":"{name}"}}"#).into_bytes();
    let unfit = |what: &str| format!("{what} is too long or holds characters that do not belong there");
    for (name, raw, words) in [
        ("metadata_that_is_no_json", b"{".to_vec(), "the metadata is not readable".to_owned()),
        ("metadata_without_a_title", br#"{"media_type":"a/b"}"#.to_vec(), "the metadata is not readable".to_owned()),
        ("file_name_with_a_path", named("../../etc/passwd"), unfit("the file name")),
        ("file_name_with_a_windows_path", named(r"C:\\x"), unfit("the file name")),
        ("file_name_that_is_the_parent_folder", named(".."), unfit("the file name")),
        ("file_name_written_backwards", named(r"exe.\u202efdp"), unfit("the file name")),
        ("file_name_with_a_control_character", named(r"a\u0007"), unfit("the file name")),
        (
            "title_too_long",
            format!(r#"{{"title":"{}","media_type":"a/b"}}"#, "t".repeat(256)).into_bytes(),
            unfit("the title"),
        ),
        ("media_type_with_a_line_break", br#"{"title":"x","media_type":"a/b\n"}"#.to_vec(), unfit("the media type")),
    ] {
        book.bad(name, &of(&raw, b""), &words);
    }

    let commitment = craft::commitment(raw, b"by hand", &SALT);
    let mut hidden = craft::plain(raw, b"by hand", &SALT, 4096);
    hidden[4095] = 1;
    book.bad("something_hidden_in_the_padding", &vector(&hidden, commitment), "the padding hides something");
    let front = |metadata_len, content_len| craft::front(metadata_len, content_len, raw, b"by hand", &SALT, 4096);
    let inside = "what lies inside does not fit the blob";
    let len = raw.len() as u32;
    for (name, plain, words) in [
        ("content_longer_than_the_blob", front(len, 5000), inside),
        ("content_length_near_overflow", front(len, u64::MAX), inside),
        ("metadata_longer_than_the_blob", front(5000, 7), inside),
        ("metadata_length_near_overflow", front(u32::MAX, 7), inside),
        ("content_shorter_than_it_is", front(len, 6), "the padding hides something"),
        ("boundary_moved_into_the_metadata", front(len - 1, 8), "the metadata is not readable"),
    ] {
        book.bad(name, &vector(&plain, commitment), words);
    }
    let more = craft::plain(raw, b"by hand", &SALT, 4352);
    book.bad("padded_more_than_needed", &vector(&more, commitment), inside);
    let odd = craft::plain(raw, &[1; 4100], &SALT, 4300);
    book.bad("padded_to_a_size_of_its_own", &vector(&odd, commitment), "the blob was cut short or added to");
    let endless = Craft { ends: false, ..craft };
    let blob = encode(endless.blob(&craft::plain(raw, b"by hand", &SALT, 4096)));
    book.bad(
        "last_chunk_that_does_not_say_so",
        &opens(&KEY, 1, &commitment, &blob),
        "chunk 0 is not the one that was sealed there",
    );
}

/// A blob of three chunks, and what can be done to their order.
fn chunks(book: &mut Book) {
    let content: Vec<u8> = (0..140_000u32).map(|at| (at % 251) as u8).collect();
    let three = Case::new("three_chunks", about("Three chunks"), &content).good(book, "opens_three_chunks");
    let (blob, _) = Case::new("three_chunks", about("Three chunks"), &content).blob();
    let chunk = |index: usize| 128 + index * 65_536;
    let not_there = |index: usize| format!("chunk {index} is not the one that was sealed there");
    let swap = |one: usize, other: usize| {
        edited(&three, "blob", json!([{"does": "swaps", "one": chunk(one), "other": chunk(other), "length": 65_536}]))
    };
    book.bad("swapped_chunks", &swap(0, 1), &not_there(0));
    for (index, name) in ["first", "middle", "last"].into_iter().enumerate() {
        book.bad(
            &format!("bit_flip_in_the_{name}_chunk"),
            &flip(&three, "blob", chunk(index) + 99, 4),
            &not_there(index),
        );
    }
    let length = "the blob was cut short or added to";
    book.bad("last_chunk_cut_off", &keep(&three, "blob", chunk(2)), length);
    let removed = |index: usize| {
        edited(&three, "blob", json!([{"does": "removes", "from": chunk(index), "to": chunk(index + 1)}]))
    };
    book.bad("middle_chunk_taken_out", &removed(1), length);
    // Cut to a length that another blob could have: the size alone does not give it away.
    book.bad(
        "cut_to_the_length_of_another_blob",
        &keep(&three, "blob", 128 + 65_536 + 61_456 + 16),
        "what lies inside does not fit the blob",
    );
    let other = Case::new("other_chunks", about("Three chunks"), &content).blob().0;
    assert_ne!(blob[chunk(1)..chunk(2)], other[chunk(1)..chunk(2)]);
    let name = book
        .file("chunk_of_another_blob.bin", [&blob[..chunk(1)], &other[chunk(1)..chunk(2)], &blob[chunk(2)..]].concat());
    book.bad("chunk_of_another_blob_of_the_same_content_and_key", &with(&three, json!({"blob": name})), &not_there(1));
}
