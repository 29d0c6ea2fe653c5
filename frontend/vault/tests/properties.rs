//! What holds for every content, every cut and every flipped bit.

use chartkey_vault::{
    About, ContentKey, Context, Expected, KeyBundle, Metadata, OpenError, Opener, PrintedCode, ReaderKey, SealError,
    Sealed, Sealer, Vault, VaultFile, Wanted, Whose, Wrap, WrapPurpose, entropy, open_all, record_commitment, seal_all,
    unwrap, wrap,
};
use chartkey_vocabulary::{Account, Cid, Purpose, RecordId};
use proptest::prelude::*;
use std::sync::LazyLock;

const CONTEXT: Context = Context { genesis: [1; 32], record: RecordId([2; 16]), version: 1 };

fn metadata() -> Metadata {
    let about = About { title: "Any".into(), media_type: "application/pdf".into(), ..About::default() };
    Metadata::make(&mut entropy(), about).expect("sound")
}

fn content(len: usize, seed: u64) -> Vec<u8> {
    (0..len as u64).map(|at| ((at ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect()
}

fn seal(key: &ContentKey, metadata: &Metadata, content: &[u8]) -> Sealed {
    seal_all(&mut entropy(), key, &CONTEXT, metadata, content).expect("not too long")
}

/// A small sealed record, its wrap and a vault, made once: the cases only damage them.
struct Kept {
    key: ContentKey,
    sealed: Sealed,
    reader: ReaderKey,
    wanted: Wanted,
    wrapped: Wrap,
    code: PrintedCode,
    vault: Vec<u8>,
}

const WHOSE: Whose = Whose { genesis: [1; 32], account: Account([3; 20]) };

static KEPT: LazyLock<Kept> = LazyLock::new(|| {
    let rng = &mut entropy();
    let key = ContentKey::make(rng);
    let sealed = seal(&key, &metadata(), &content(70_000, 1));
    let reader = ReaderKey::make(rng, Account([3; 20]), 0);
    let mut cid = Cid([7; 36]);
    cid.0[..4].copy_from_slice(&[1, 0x55, 0x12, 0x20]);
    let wanted = Wanted { context: CONTEXT, cid, purpose: WrapPurpose::Granted(Purpose::Treatment) };
    let wrapped = wrap(rng, &key, &reader.bundle(), &wanted);
    let code = PrintedCode::make(rng);
    let mut vault = Vault::make(rng, WHOSE, 0);
    vault.add_code(rng, &code, "paper").expect("a door");
    let vault = vault.save(rng).expect("a file");
    Kept { key, sealed, reader, wanted, wrapped, code, vault }
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_sealed_opens(len in 0usize..400_000, seed: u64) {
        let (key, metadata, content) = (ContentKey::make(&mut entropy()), metadata(), content(len, seed));
        let sealed = seal(&key, &metadata, &content);
        let opened = open_all(&key, &CONTEXT, &sealed.commitment, &sealed.blob).expect("opens");
        prop_assert!(*opened.content == content && opened.metadata == metadata);
        prop_assert_eq!(record_commitment(&metadata, &content), sealed.commitment);
    }

    #[test]
    fn the_cuts_of_a_stream_leave_no_trace(len in 0usize..300_000, cuts in prop::collection::vec(1usize..90_000, 1..40)) {
        let (key, metadata, content) = (ContentKey::make(&mut entropy()), metadata(), content(len, 5));
        let mut out = Vec::new();
        let mut sealer =
            Sealer::begin(&mut entropy(), &key, &CONTEXT, &metadata, len as u64, &mut out).expect("not too long");
        let (mut rest, announced) = (content.as_slice(), sealer.blob_len());
        for cut in cuts.iter().cycle() {
            let (piece, more) = rest.split_at(rest.len().min(*cut));
            sealer.push(piece, &mut out).expect("as announced");
            rest = more;
            if rest.is_empty() {
                break;
            }
        }
        let commitment = sealer.finish(&mut out).expect("as announced");
        prop_assert_eq!(out.len() as u64, announced);
        prop_assert_eq!(commitment, record_commitment(&metadata, &content));
        prop_assert!(*open_all(&key, &CONTEXT, &commitment, &out).expect("opens").content == content);
    }

    #[test]
    fn any_chunk_opens_alone(len in 0usize..400_000, pick: prop::sample::Index) {
        let (key, content) = (ContentKey::make(&mut entropy()), content(len, 9));
        let sealed = seal(&key, &metadata(), &content);
        let blob_len = sealed.blob.len() as u64;
        let head = &sealed.blob[..Opener::head_len(blob_len)];
        let mut opener = Opener::begin(&key, &CONTEXT, blob_len, head).expect("begins");
        let chunk = pick.index(opener.chunks() as usize) as u64;
        let (span, holds) = (opener.span(chunk), opener.content_span(chunk));
        let mut bytes = sealed.blob[span.start as usize..span.end as usize].to_vec();
        let piece = opener.chunk(chunk, &mut bytes).expect("opens");
        prop_assert!(*piece == content[holds.start as usize..holds.end as usize]);
        if opener.chunks() > 1 {
            // One chunk says nothing of the whole.
            prop_assert_eq!(opener.verify(&sealed.commitment).err(), Some(OpenError::Unchecked));
        }
    }

    #[test]
    fn runs_of_chunks_open_like_the_whole(len in 0usize..1_500_000, step in 1u64..20) {
        let (key, content) = (ContentKey::make(&mut entropy()), content(len, 11));
        let mut sealed = seal(&key, &metadata(), &content);
        let blob_len = sealed.blob.len() as u64;
        let head = &sealed.blob[..Opener::head_len(blob_len)];
        let mut opener = Opener::begin(&key, &CONTEXT, blob_len, head).expect("begins");
        let mut opened = Vec::new();
        for first in (0..opener.chunks()).step_by(step as usize) {
            let last = opener.chunks().min(first + step) - 1;
            let bytes = &mut sealed.blob[opener.span(first).start as usize..opener.span(last).end as usize];
            opened.extend(opener.run(first, bytes).expect("opens").concat());
        }
        prop_assert!(opened == content);
        prop_assert!(opener.verify(&sealed.commitment).is_ok());
    }

    #[test]
    fn no_bit_of_a_blob_can_be_changed(at: prop::sample::Index, bit in 0u8..8) {
        let mut blob = KEPT.sealed.blob.clone();
        blob[at.index(KEPT.sealed.blob.len())] ^= 1 << bit;
        prop_assert!(open_all(&KEPT.key, &CONTEXT, &KEPT.sealed.commitment, &blob).is_err());
    }

    #[test]
    fn no_blob_can_be_cut(at: prop::sample::Index) {
        let blob = &KEPT.sealed.blob[..at.index(KEPT.sealed.blob.len())];
        prop_assert!(open_all(&KEPT.key, &CONTEXT, &KEPT.sealed.commitment, blob).is_err());
    }

    #[test]
    fn no_bit_of_a_wrap_can_be_changed(at: prop::sample::Index, bit in 0u8..8) {
        let mut bytes = KEPT.wrapped.as_bytes().to_vec();
        bytes[at.index(KEPT.wrapped.as_bytes().len())] ^= 1 << bit;
        let opened = Wrap::parse(&bytes).and_then(|wrapped| unwrap(&wrapped, &KEPT.reader, &KEPT.wanted));
        prop_assert!(opened.is_err());
    }

    #[test]
    fn no_bit_of_a_vault_can_be_changed(at: prop::sample::Index, bit in 0u8..8) {
        let mut bytes = KEPT.vault.clone();
        bytes[at.index(KEPT.vault.len())] ^= 1 << bit;
        let expected = Expected { whose: WHOSE, seen: 0 };
        let opened = VaultFile::parse(&bytes).ok().and_then(|file| file.open_with_code(&KEPT.code, &expected).ok());
        prop_assert!(opened.is_none());
    }
}

#[test]
fn what_is_announced_must_come_and_no_more() {
    let (key, metadata, mut out) = (ContentKey::make(&mut entropy()), metadata(), Vec::new());
    let begin =
        |out: &mut Vec<u8>| Sealer::begin(&mut entropy(), &key, &CONTEXT, &metadata, 10, out).expect("not too long");
    let mut sealer = begin(&mut out);
    assert_eq!(sealer.push(&[0; 11], &mut out), Err(SealError::TooMuch));
    let mut sealer = begin(&mut out);
    sealer.push(&[0; 7], &mut out).expect("as announced");
    assert_eq!(sealer.finish(&mut out), Err(SealError::TooLittle { missing: 3 }));
    let too_long = Sealer::begin(&mut entropy(), &key, &CONTEXT, &metadata, 1 << 41, &mut out);
    assert_eq!(too_long.err(), Some(SealError::TooLong));
}

/// Hundreds of chunks, broken at the beginning, in the middle and at the end.
#[test]
fn long_contents_open_and_are_checked_to_the_end() {
    let (key, metadata, content) = (ContentKey::make(&mut entropy()), metadata(), content(9_000_001, 3));
    let sealed = seal(&key, &metadata, &content);
    assert_eq!(sealed.commitment, record_commitment(&metadata, &content));
    let opened = open_all(&key, &CONTEXT, &sealed.commitment, &sealed.blob).unwrap_or_else(|error| panic!("{error}"));
    assert!(*opened.content == content);
    for at in [200, 4_000_000, sealed.blob.len() - 1] {
        let mut blob = sealed.blob.clone();
        blob[at] ^= 1;
        assert!(matches!(open_all(&key, &CONTEXT, &sealed.commitment, &blob), Err(OpenError::Chunk { .. })));
    }
    let mut other = content.clone();
    other[8_999_999] ^= 1;
    let other = seal(&key, &metadata, &other);
    let opened = open_all(&key, &CONTEXT, &sealed.commitment, &other.blob);
    assert_eq!(opened.err(), Some(OpenError::Commitment));
}

#[test]
fn sealing_anew_keeps_the_commitment_and_nothing_else() {
    let (old, new) = (ContentKey::make(&mut entropy()), ContentKey::make(&mut entropy()));
    let first = seal(&old, &metadata(), b"findings");
    let opened = open_all(&old, &CONTEXT, &first.commitment, &first.blob).unwrap_or_else(|error| panic!("{error}"));
    let second = seal(&new, &opened.metadata, &opened.content);
    assert_eq!(first.commitment, second.commitment);
    assert_eq!(first.blob.len(), second.blob.len());
    assert_eq!(open_all(&old, &CONTEXT, &second.commitment, &second.blob).err(), Some(OpenError::Key));
    assert_ne!(seal(&old, &metadata(), b"findings").commitment, first.commitment, "another salt");
}

#[test]
fn keys_fetched_from_a_server_are_those_on_the_chain_or_refused() {
    let [mine, other] = [4, 5].map(|seed| ReaderKey::make(&mut entropy(), Account([seed; 20]), 1).bundle());
    let fetch = |bytes: &[u8]| KeyBundle::fetched(bytes, &mine.cid(), mine.account(), 1);
    assert_eq!(fetch(&mine.to_bytes()).as_ref(), Ok(&mine));
    assert!(fetch(&other.to_bytes()).is_err());
}

#[test]
fn a_vault_knows_whether_it_holds_what_was_not_handed_in() {
    let rng = &mut entropy();
    let mut vault = Vault::make(rng, WHOSE, 0);
    assert!(vault.remove_door(rng, [9; 8]).is_err() && !vault.is_changed(), "a refusal changes nothing");
    vault.add_code(rng, &KEPT.code, "paper").expect("a door");
    assert!(vault.is_changed());
    let bytes = vault.save(rng).expect("a file");
    assert!(vault.is_changed(), "nobody keeps these bytes yet");
    vault.handed_in();
    let expected = Expected { whose: WHOSE, seen: 0 };
    let opened = VaultFile::parse(&bytes).expect("a file").open_with_code(&KEPT.code, &expected).expect("opens");
    assert!(!vault.is_changed() && !opened.is_changed());
}
