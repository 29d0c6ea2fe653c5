//! SMART Health Links, their files, look-ups and commitments to findings.

use super::{Book, GENESIS, seeded, vector, with};
use crate::{
    Vector,
    rng::{Exactly, Seeded},
};
use aes_gcm::{Aes256Gcm, KeyInit, aead::AeadInOut};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chartkey_vault::{HealthLink, LinkKey, MAX_LINK_FILE, NationalId, blind, seal_link_file};
use hex::encode;
use miniz_oxide::deflate::compress_to_vec;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use voprf::{BlindedElement, Ristretto255, VoprfServer};

const KEY: [u8; 32] = [0x88; 32];
const MANIFEST: &str = "https://oracle.example/shl/manifest";

pub(super) fn write(book: &mut Book) {
    links(book);
    files(book);
    lookups(book);
    let output = json!({"does": "commit to an output", "salt": "aa".repeat(32), "output": encode(b"{\"hb\":13.9}")});
    let inner = Sha256::digest(b"{\"hb\":13.9}");
    let whole =
        Sha256::new().chain_update(b"chartkey/v1/output commitment\0").chain_update([0xaa; 32]).chain_update(inner);
    book.good("commits_to_an_output", &vector(output), encode(whole.finalize()));
}

fn key() -> LinkKey {
    LinkKey::make(&mut Exactly(&KEY))
}

fn reads(link: &str) -> Vector {
    vector(json!({"does": "read a link", "link": link}))
}

fn links(book: &mut Book) {
    let plain = HealthLink {
        url: MANIFEST.into(),
        key: key(),
        until: None,
        long_lived: false,
        passcode: false,
        direct: false,
        label: String::new(),
    };
    let yields = |link: &HealthLink| {
        json!({
            "url": link.url, "until": link.until, "label": link.label,
            "long_lived": link.long_lived, "passcode": link.passcode, "direct": link.direct,
        })
    };
    let mut good = |name: &str, link: &HealthLink| {
        let text = link.write().unwrap_or_else(|error| panic!("{error}")).to_string();
        book.good(name, &reads(&text), yields(link));
        text
    };
    let text = good("reads_link", &plain);
    let full = HealthLink {
        until: Some(1_800_000_000),
        long_lived: true,
        passcode: true,
        label: "Für die Versicherung".into(),
        ..plain.clone()
    };
    good("reads_link_with_end_passcode_and_label", &full);
    good("reads_link_straight_to_a_file", &HealthLink { direct: true, ..plain.clone() });
    good("reads_link_to_this_machine", &HealthLink { url: "http://127.0.0.1:8080/shl/1".into(), ..plain.clone() });
    good("reads_link_with_the_longest_label", &HealthLink { label: "ä".repeat(80), ..plain.clone() });
    book.good("reads_link_behind_a_viewer", &reads(&format!("https://viewer.example/#{text}")), yields(&plain));
    // As the specification's own example writes it: another program's order and fields.
    let json = format!(
        r#"{{"url":"https://ehr.example.org/qr/Y9xwkUdtmN9wwoJoN3ffJIhX2UGvCL1JnlPVNL3kDWM/m","flag":"LP","key":"{}","label":"Back-to-school immunizations for Oliver Brown","v":1}}"#,
        BASE64.encode(KEY)
    );
    let example = json!({
        "url": "https://ehr.example.org/qr/Y9xwkUdtmN9wwoJoN3ffJIhX2UGvCL1JnlPVNL3kDWM/m", "until": null,
        "label": "Back-to-school immunizations for Oliver Brown", "long_lived": true, "passcode": true, "direct": false,
    });
    book.good("reads_link_of_another_program", &reads(&link(&json)), example);

    let base = json!({"url": MANIFEST, "key": BASE64.encode(KEY)});
    let changed = |changes: Value| {
        let mut fields = base.clone();
        changes.as_object().expect("fields").iter().for_each(|(name, value)| fields[name] = value.clone());
        link(&fields.to_string())
    };
    let (url, malformed) = ("the link leads to an address that cannot be", "the link is malformed");
    for (name, text, words) in [
        ("link_that_is_none", MANIFEST.to_owned(), "not a SMART Health Link"),
        ("link_cut_short", text[..text.len() - 9].to_owned(), malformed),
        ("link_that_is_no_base64", "shlink:/%%%".to_owned(), malformed),
        ("link_without_a_key", link(&json!({"url": MANIFEST}).to_string()), malformed),
        ("link_with_a_short_key", changed(json!({"key": BASE64.encode([1; 16])})), "the link's key is malformed"),
        ("link_over_plain_http", changed(json!({"url": "http://oracle.example/m"})), url),
        ("link_to_a_host_that_looks_like_this_machine", changed(json!({"url": "http://localhost.example/m"})), url),
        ("link_to_a_script", changed(json!({"url": "javascript:alert(1)"})), url),
        ("link_with_too_long_an_address", changed(json!({"url": format!("https://{}", "a".repeat(121))})), url),
        ("link_with_too_long_a_label", changed(json!({"label": "l".repeat(81)})), "a label has at most 80 characters"),
        (
            "link_with_flags_that_exclude_each_other",
            changed(json!({"flag": "PU"})),
            "the link's flags do not go together",
        ),
        ("link_with_an_unknown_flag", changed(json!({"flag": "X"})), "the link's flags do not go together"),
        ("link_of_another_version", changed(json!({"v": 2})), "link version 2 is not spoken here"),
        ("link_that_ended_before_1970", changed(json!({"exp": -1})), malformed),
        ("link_that_ends_after_all_time", changed(json!({"exp": 1e300})), malformed),
        ("link_longer_than_any", format!("shlink:/{}", "A".repeat(4096)), malformed),
    ] {
        book.bad(name, &reads(&text), words);
    }
}

fn link(json: &str) -> String {
    format!("shlink:/{}", BASE64.encode(json))
}

/// A JWE written without the crate.
fn jwe(header: &Value, content: &[u8]) -> String {
    let header = BASE64.encode(header.to_string());
    let mut text = content.to_vec();
    let tag = Aes256Gcm::new((&KEY).into())
        .encrypt_inout_detached(&[7; 12].into(), header.as_bytes(), text.as_mut_slice().into())
        .expect("not too long");
    format!("{header}..{}.{}.{}", BASE64.encode([7; 12]), BASE64.encode(text), BASE64.encode(tag))
}

fn files(book: &mut Book) {
    let opens = |jwe: &str| vector(json!({"does": "open a link's file", "link_key": encode(KEY), "jwe": encode(jwe)}));
    let yields = |content: &str| json!({"content_type": "application/fhir+json", "content": content});
    let long = r#"{"resourceType":"Bundle","entry":[]} "#.repeat(40);
    let seal = |seed: &str, content: &str| {
        seal_link_file(&mut seeded(seed), &key(), "application/fhir+json", content.as_bytes()).expect("sealed")
    };
    let base = seal("long", &long);
    book.good("opens_deflated_link_file", &opens(&base), yields(&long));
    book.good("opens_link_file_too_short_to_deflate", &opens(&seal("short", "{}")), yields("{}"));
    let says = json!({"alg": "dir", "enc": "A256GCM", "cty": "application/fhir+json", "zip": "DEF"});
    let header = |changes: Value| {
        let mut header = says.clone();
        changes.as_object().expect("fields").iter().for_each(|(name, value)| header[name] = value.clone());
        header
    };
    let deflated = compress_to_vec(long.as_bytes(), 9);
    book.good("opens_link_file_of_another_program", &opens(&jwe(&says, &deflated)), yields(&long));

    let (key, algorithm, malformed) =
        ("this key does not open this file", "sealed in a way that is not spoken here", "not a compact JWE");
    let part = |index: usize, change: fn(&str) -> String| {
        let mut parts: Vec<String> = base.split('.').map(str::to_owned).collect();
        parts[index] = change(&parts[index]);
        parts.join(".")
    };
    let first = |part: &str| format!("{}{}", if part.starts_with('A') { 'B' } else { 'A' }, &part[1..]);
    for (name, jwe, words) in [
        ("link_file_with_its_nonce_changed", part(2, first), key),
        ("link_file_with_its_text_changed", part(3, first), key),
        ("link_file_with_its_tag_changed", part(4, first), key),
        ("link_file_with_a_wrapped_key", part(1, |_| "AAAA".to_owned()), malformed),
        ("link_file_of_four_parts", base.rsplit_once('.').expect("parts").0.to_owned(), malformed),
        ("link_file_with_a_short_tag", part(4, |_| "AAAA".to_owned()), malformed),
        ("link_file_without_encryption", jwe(&header(json!({"alg": "none"})), &deflated), algorithm),
        ("link_file_of_a_weaker_cipher", jwe(&header(json!({"enc": "A128GCM"})), &deflated), algorithm),
        ("link_file_packed_otherwise", jwe(&header(json!({"zip": "BR"})), &deflated), algorithm),
        ("link_file_with_a_critical_extension", jwe(&header(json!({"crit": ["exp"]})), &deflated), algorithm),
        ("link_file_that_cannot_be_inflated", jwe(&says, &[0xff; 40]), "the file cannot be inflated"),
    ] {
        book.bad(name, &opens(&jwe), words);
    }
    book.bad("link_file_with_another_key", &with(&opens(&base), json!({"link_key": "00".repeat(32)})), key);
    // 64 MiB and a byte of zeros, in 64 KB.
    let bomb = jwe(&says, &compress_to_vec(&vec![0; MAX_LINK_FILE + 1], 9));
    let name = book.file("jwe_bomb.txt", bomb.into_bytes());
    book.bad(
        "link_file_that_is_a_bomb",
        &with(&opens(""), json!({"jwe": name})),
        "the file is larger than a link may carry",
    );
}

/// The oracle's half, as the oracle does it.
fn lookups(book: &mut Book) {
    let server = VoprfServer::<Ristretto255>::new_from_seed(&[5; 32], b"vectors").expect("a key");
    let other = VoprfServer::<Ristretto255>::new_from_seed(&[6; 32], b"vectors").expect("a key");
    let public = |server: &VoprfServer<Ristretto255>| encode(&server.serialize()[32..]);
    let evaluate = |server: &VoprfServer<Ristretto255>, blinded: &[u8]| {
        let blinded = BlindedElement::deserialize(blinded).expect("an element");
        let answer = server.blind_evaluate(&mut Older(seeded("proof")), &blinded);
        (encode(answer.message.serialize()), encode(answer.proof.serialize()))
    };
    let asks = |country: &str, number: &str, server: &VoprfServer<Ristretto255>| {
        let id = NationalId::parse(country, number).unwrap_or_else(|error| panic!("{error}"));
        let (_, blinded) = blind(&mut seeded("blinding"), &GENESIS, &id);
        let (evaluated, proof) = evaluate(server, &blinded);
        vector(json!({
            "does": "finish a look-up", "country": country, "number": number, "blinding": "blinding",
            "blinded": encode(blinded), "genesis": encode(GENESIS), "evaluated": evaluated, "proof": proof,
            "server": public(server),
        }))
    };
    // Evaluated without blinding, as only the holder of the key can.
    let tag = |plain: &str| {
        let input = [b"chartkey/v1/national number\0", &GENESIS[..], plain.as_bytes()].concat();
        let output = server.evaluate(&input).expect("evaluated");
        encode(Sha256::new().chain_update(b"chartkey/v1/tag\0").chain_update(output).finalize())
    };
    let base = asks("DE", "12 345678 A 901", &server);
    book.good("finishes_a_lookup", &base, tag("DE:12345678A901"));
    book.good(
        "finishes_a_lookup_however_it_is_written",
        &asks("de", "12-345678.a/901", &server),
        tag("DE:12345678A901"),
    );
    book.good("finishes_a_lookup_in_another_country", &asks("AT", "12345678A901", &server), tag("AT:12345678A901"));

    let proof = "the answer was not made with the published key";
    let secret = asks("DE", "12 345678 A 901", &other);
    book.bad("lookup_answered_with_a_secret_second_key", &with(&secret, json!({"server": public(&server)})), proof);
    let swapped = with(&base, json!({"evaluated": secret["evaluated"]}));
    book.bad("lookup_with_the_answer_to_another_question", &swapped, proof);
    book.bad("lookup_with_another_proof", &with(&base, json!({"proof": secret["proof"]})), proof);
    let malformed = "the answer is malformed";
    book.bad("lookup_answered_with_no_element", &with(&base, json!({"evaluated": "ff".repeat(32)})), malformed);
    book.bad("lookup_answered_with_the_identity", &with(&base, json!({"evaluated": "00".repeat(32)})), malformed);
    let number = "a country's two letters and a number of 4 to 32 letters and digits are needed";
    for (name, country, text) in [
        ("lookup_of_too_short_a_number", "DE", "123"),
        ("lookup_of_too_long_a_number", "DE", "123456789012345678901234567890123"),
        ("lookup_in_no_country", "DEU", "12345678"),
        ("lookup_of_foreign_digits", "DE", "١٢٣٤٥٦٧٨"),
    ] {
        book.bad(name, &with(&base, json!({"country": country, "number": text})), number);
    }
}

struct Older(Seeded);

impl rand_core_06::RngCore for Older {
    fn next_u32(&mut self) -> u32 {
        rand_core::Rng::next_u32(&mut self.0)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::Rng::next_u64(&mut self.0)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        rand_core::Rng::fill_bytes(&mut self.0, bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core_06::Error> {
        rand_core::Rng::fill_bytes(&mut self.0, bytes);
        Ok(())
    }
}

impl rand_core_06::CryptoRng for Older {}
