//! Archives: what one store exports another imports, and hostile ones are refused whole.

use bytes::Bytes;
use chartkey_store::{
    CarFault, Embedded, Incoming, Part, RecordStore, Source, StoreError,
    dag::{self, CHUNK, Link, Node},
};
use chartkey_vocabulary::Cid;
use futures::{StreamExt, TryStreamExt, stream};
use proptest::prelude::*;
use std::{
    fs, io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tempfile::TempDir;

const LIMIT: u64 = 64 << 20;

fn fresh() -> (TempDir, Embedded) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Embedded::open(folder.path()).expect("opens");
    (folder, store)
}

fn noise(seed: u32, len: usize) -> Vec<u8> {
    (0..len as u32).map(|i| (i ^ seed).wrapping_mul(2_654_435_761).rotate_left(seed % 31).to_le_bytes()[3]).collect()
}

/// As a network brings it: in pieces that respect nothing.
fn arriving(bytes: &[u8], piece: usize) -> Incoming {
    let pieces: Vec<_> = bytes.chunks(piece.max(1)).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    stream::iter(pieces).boxed()
}

async fn exported(file: &[u8]) -> (Cid, Vec<u8>) {
    let (_folder, store) = fresh();
    let cid = store.put(Source::bytes(file.to_vec())).await.expect("kept").cid;
    let car = store.export_car(&cid).await.expect("exports");
    (cid, car.try_collect::<Vec<_>>().await.expect("reads").concat())
}

/// Imports into a fresh store; a refusal must leave it as empty as it was.
async fn import(car: &[u8]) -> Result<Cid, CarFault> {
    let (folder, store) = fresh();
    match store.import_car(arriving(car, 50_000), LIMIT).await {
        Ok(kept) => Ok(kept.cid),
        Err(StoreError::Car(fault)) => {
            assert!(store.list(None, 10).await.expect("listed").is_empty());
            assert_eq!(fs::read_dir(folder.path().join("staging")).expect("there").count(), 0);
            assert_eq!(store.audit().await.expect("read").blocks, 0);
            Err(fault)
        }
        Err(other) => panic!("{other:?}"),
    }
}

fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// An archive made by hand of any blocks under any names.
fn car(root: &Cid, blocks: &[(Cid, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![58];
    bytes.extend_from_slice(b"\xa2\x65roots\x81\xd8\x2a\x58\x25\x00");
    bytes.extend_from_slice(&root.0);
    bytes.extend_from_slice(b"\x67version\x01");
    for (cid, block) in blocks {
        bytes.extend(varint(36 + block.len() as u64));
        bytes.extend_from_slice(&cid.0);
        bytes.extend_from_slice(block);
    }
    bytes
}

fn node(links: Vec<Link>) -> (Cid, Vec<u8>) {
    let block = Node { links }.encode();
    let mut cid = dag::leaf_cid(&block);
    cid.0[1] = 0x70;
    (cid, block)
}

fn leaf(bytes: &[u8]) -> Link {
    Link { cid: dag::leaf_cid(bytes), content: bytes.len() as u64, stored: bytes.len() as u64 }
}

#[tokio::test]
async fn an_archive_carries_a_blob_from_store_to_store() {
    for len in [0, 1, CHUNK, CHUNK + 1, 5 * CHUNK + 3, 200 * CHUNK] {
        let file = noise(len as u32, len);
        let (cid, archive) = exported(&file).await;
        let (_folder, other) = fresh();
        let kept = other.import_car(arriving(&archive, 99_999), LIMIT).await.expect("imports");
        assert_eq!((kept.cid, kept.size), (cid, len as u64));
        assert_eq!(other.size(&cid).await.expect("known"), len as u64);
        assert!(other.get(&cid, Part::Whole).await.expect("opens").collect().await.expect("reads") == file);
        assert!(other.audit().await.expect("read").is_clean());
    }
}

#[tokio::test]
async fn blocks_that_repeat_are_carried_once() {
    let (cid, archive) = exported(&vec![0; 50 * CHUNK]).await;
    assert!(archive.len() < 2 * CHUNK);
    assert_eq!(import(&archive).await, Ok(cid));
}

#[tokio::test]
async fn the_limit_is_on_the_blob_and_not_only_on_the_archive() {
    let (_, archive) = exported(&vec![0; 50 * CHUNK]).await;
    let (_folder, store) = fresh();
    let refused = store.import_car(arriving(&archive, 4096), 49 * CHUNK as u64).await;
    assert!(matches!(refused, Err(StoreError::Car(CarFault::TooLarge))), "{refused:?}");
}

#[tokio::test]
async fn a_wrong_byte_anywhere_is_refused() {
    let (_, archive) = exported(&noise(1, CHUNK + 9)).await;
    // The header, the root's name, a length, a node, a leaf's name, the first and the last byte of content.
    for at in [0, 1, 30, 55, 59, 62, 100, 300, archive.len() - CHUNK / 2, archive.len() - 1] {
        let mut bad = archive.clone();
        bad[at] ^= 1;
        assert!(import(&bad).await.is_err(), "byte {at}");
    }
}

#[tokio::test]
async fn an_archive_cut_short_is_refused() {
    let (_, archive) = exported(&noise(2, CHUNK + 9)).await;
    for len in [0, 1, 20, 59, 60, 100, 200, archive.len() - CHUNK, archive.len() - 1] {
        let fault = import(&archive[..len]).await.expect_err("cut short");
        let expected = [CarFault::Header, CarFault::Truncated, CarFault::Incomplete];
        assert!(expected.contains(&fault), "{len}: {fault:?}");
    }
}

#[tokio::test]
async fn each_kind_of_lie_is_refused_by_its_name() {
    let (one, two) = (noise(3, CHUNK), noise(4, 100));
    let (root, block) = node(vec![leaf(&one), leaf(&two)]);
    let sound = [(root, &block[..]), (leaf(&one).cid, &one), (leaf(&two).cid, &two)];
    assert_eq!(import(&car(&root, &sound)).await, Ok(root));

    assert_eq!(import(&car(&root, &sound[..2])).await, Err(CarFault::Incomplete));
    assert_eq!(import(&car(&root, &sound[1..])).await, Err(CarFault::Incomplete));
    let swapped = [sound[0], sound[1], (leaf(&two).cid, &block)];
    assert_eq!(import(&car(&root, &swapped)).await, Err(CarFault::WrongHash));
    let beside = [sound[0], sound[1], sound[2], (dag::leaf_cid(b"beside"), b"beside")];
    assert_eq!(import(&car(&root, &beside)).await, Err(CarFault::Superfluous));
    let twice = [sound[0], sound[1], sound[2], sound[2]];
    assert_eq!(import(&car(&root, &twice)).await, Err(CarFault::Superfluous));

    let mut sha512 = sound;
    sha512[2].0.0[2] = 0x13;
    assert_eq!(import(&car(&root, &sha512)).await, Err(CarFault::ForeignName));
    let mut header = car(&root, &sound);
    header[58] = 2;
    assert_eq!(import(&header).await, Err(CarFault::Header));

    let (crooked, block) = node(vec![leaf(&two), leaf(&one)]);
    let crooked_car = [(crooked, &block[..]), sound[1], sound[2]];
    assert_eq!(import(&car(&crooked, &crooked_car)).await, Err(CarFault::Layout));
    let directory = b"\x0a\x02\x08\x01";
    let mut name = dag::leaf_cid(directory);
    name.0[1] = 0x70;
    assert_eq!(import(&car(&name, &[(name, directory)])).await, Err(CarFault::Layout));
}

#[tokio::test]
async fn a_chain_of_links_is_not_followed_down_for_ever() {
    let mut link = leaf(b"deep");
    let mut blocks = vec![(link.cid, b"deep".to_vec())];
    for _ in 0..9 {
        let (cid, block) = node(vec![link]);
        link = Link { cid, content: 4, stored: 4 };
        blocks.push((cid, block));
    }
    let blocks: Vec<_> = blocks.iter().map(|(cid, block)| (*cid, &block[..])).collect();
    assert_eq!(import(&car(&link.cid, &blocks)).await, Err(CarFault::Layout));
}

/// Lengths that promise gigabytes: refused when they are read, before anything is gathered for them.
#[tokio::test]
async fn a_huge_length_is_refused_before_its_bytes_come() {
    let root = leaf(b"x").cid;
    for length in [(1 << 20) + 37, 1 << 32, u64::MAX >> 1, u64::MAX] {
        let mut archive = car(&root, &[]);
        archive.extend(varint(length));
        let sent = Arc::new(AtomicU64::new(0));
        let endless = stream::repeat_with({
            let sent = sent.clone();
            move || {
                sent.fetch_add(65_536, Ordering::Relaxed);
                io::Result::Ok(Bytes::from_static(&[7; 65_536]))
            }
        });
        let (_folder, store) = fresh();
        let refused = store.import_car(arriving(&archive, 10).chain(endless).boxed(), LIMIT).await;
        assert!(matches!(refused, Err(StoreError::Car(CarFault::Oversized))), "{length}: {refused:?}");
        assert!(sent.load(Ordering::Relaxed) <= 65_536, "it went on reading");
    }
}

/// A stream that never ends, of blocks that are each sound: refused when it exceeds what a blob may be.
#[tokio::test]
async fn an_endless_archive_is_left_at_the_limit() {
    let head = arriving(&car(&leaf(b"x").cid, &[]), 1000);
    let (mut number, sent) = (0_u32, Arc::new(AtomicU64::new(0)));
    let endless = stream::repeat_with({
        let sent = sent.clone();
        move || {
            number += 1;
            let block = noise(number, 200_000);
            sent.fetch_add(200_000, Ordering::Relaxed);
            let mut section = varint(200_036);
            section.extend_from_slice(&dag::leaf_cid(&block).0);
            section.extend_from_slice(&block);
            io::Result::Ok(section.into())
        }
    });
    let (folder, store) = fresh();
    let refused = store.import_car(head.chain(endless).boxed(), 8 << 20).await;
    assert!(matches!(refused, Err(StoreError::Car(CarFault::TooLarge))), "{refused:?}");
    assert!(sent.load(Ordering::Relaxed) <= 9 << 20);
    assert_eq!(fs::read_dir(folder.path().join("staging")).expect("there").count(), 0);
}

#[tokio::test]
async fn a_source_that_fails_is_told_apart_from_a_bad_archive() {
    let (_, archive) = exported(&noise(5, CHUNK)).await;
    let broken = arriving(&archive[..200], 50).chain(stream::once(async { Err(io::Error::other("gone")) }));
    let (_folder, store) = fresh();
    assert!(matches!(store.import_car(broken.boxed(), LIMIT).await, Err(StoreError::Source(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Bytes of any kind, and sound archives with any bytes written over: never accepted as another blob, never a panic.
    #[test]
    fn nothing_but_the_sound_archive_is_taken(at in any::<prop::sample::Index>(), over in prop::collection::vec(any::<u8>(), 1..60), cut in any::<bool>()) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let (cid, mut archive) = exported(&noise(6, CHUNK + 500)).await;
            let sound = archive.clone();
            let at = at.index(archive.len());
            let end = (at + over.len()).min(archive.len());
            archive[at..end].copy_from_slice(&over[..end - at]);
            if cut {
                archive.truncate(end);
            }
            match import(&archive).await {
                Ok(taken) => prop_assert!(taken == cid && archive == sound),
                Err(_) => prop_assert!(archive != sound),
            }
            let _ = import(&over).await.expect_err("too short to be one");
            Ok(())
        })?;
    }
}
