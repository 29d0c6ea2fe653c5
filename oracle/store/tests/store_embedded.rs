//! The embedded store keeps what it acknowledged, shares what blobs have in common, and hands out nothing damaged.

use bytes::Bytes;
use chartkey_store::{
    Embedded, Part, RecordStore, Source, StoreError,
    dag::{self, CHUNK},
};
use chartkey_vocabulary::Cid;
use futures::{StreamExt, stream};
use proptest::prelude::*;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

fn fresh() -> (TempDir, Embedded) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Embedded::open(folder.path()).expect("opens");
    (folder, store)
}

fn noise(seed: u32, len: usize) -> Vec<u8> {
    (0..len as u32).map(|i| (i ^ seed).wrapping_mul(2_654_435_761).rotate_left(seed % 31).to_le_bytes()[3]).collect()
}

fn block_file(folder: &Path, cid: &Cid) -> PathBuf {
    let shard = format!("{:02x}{:x}", cid.0[4], cid.0[5] >> 4);
    folder.join("blocks").join(shard).join(cid.text())
}

fn files_below(folder: &Path) -> usize {
    fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| if path.is_dir() { files_below(&path) } else { 1 })
        .sum()
}

#[tokio::test]
async fn a_blob_comes_back_whole_in_part_and_after_reopening() {
    let (folder, store) = fresh();
    let file = noise(1, 3 * CHUNK + 77);
    let kept = store.put(Source::bytes(file.clone())).await.expect("kept");
    assert_eq!((kept.cid, kept.size), (dag::hash(&file), file.len() as u64));
    drop(store);
    let store = Embedded::open(folder.path()).expect("reopens");
    assert!(store.has(&kept.cid).await.expect("asked"));
    assert_eq!(store.size(&kept.cid).await.expect("known"), kept.size);
    assert!(store.get(&kept.cid, Part::Whole).await.expect("opens").collect().await.expect("reads") == file);
    let tail = store.get(&kept.cid, Part::Last(100)).await.expect("opens");
    assert_eq!((tail.size, tail.range.clone()), (kept.size, kept.size - 100..kept.size));
    assert!(tail.collect().await.expect("reads") == file[file.len() - 100..]);
}

#[tokio::test]
async fn a_file_is_kept_as_its_bytes_are() {
    let (folder, store) = fresh();
    let file = noise(2, CHUNK + 1);
    let path = folder.path().join("upload");
    fs::write(&path, &file).expect("written");
    assert_eq!(store.put(Source::File(path)).await.expect("kept").cid, dag::hash(&file));
}

#[tokio::test]
async fn what_blobs_share_stays_until_the_last_of_them_goes() {
    let (folder, store) = fresh();
    let common = noise(3, 2 * CHUNK);
    let (mut one, mut two) = (common.clone(), common);
    one.extend_from_slice(b"one");
    two.extend_from_slice(b"the other");
    let one = store.put(Source::bytes(one)).await.expect("kept").cid;
    let two_cid = store.put(Source::bytes(two.clone())).await.expect("kept").cid;
    assert_eq!(store.audit().await.expect("read").blocks, 2 + 2 + 2, "common leaves, own leaves, roots");
    assert!(store.remove(&one).await.expect("removed"));
    assert!(store.get(&two_cid, Part::Whole).await.expect("opens").collect().await.expect("reads") == two);
    assert!(store.audit().await.expect("read").is_clean());
    assert!(store.remove(&two_cid).await.expect("removed"));
    assert!(!store.remove(&two_cid).await.expect("a repetition is harmless"));
    for part in ["blocks", "roots", "staging"] {
        assert_eq!(files_below(&folder.path().join(part)), 0, "{part}");
    }
}

#[tokio::test]
async fn a_blob_of_one_block_over_and_over_is_kept_once_and_goes_once() {
    let (folder, store) = fresh();
    let file = vec![0; 9 * CHUNK];
    let cid = store.put(Source::bytes(file.clone())).await.expect("kept").cid;
    assert_eq!(store.put(Source::bytes(file.clone())).await.expect("kept again").cid, cid);
    assert_eq!(store.audit().await.expect("read").blocks, 2);
    assert!(store.get(&cid, Part::Whole).await.expect("opens").collect().await.expect("reads") == file);
    assert!(store.remove(&cid).await.expect("removed"));
    assert_eq!(files_below(&folder.path().join("blocks")), 0);
}

#[tokio::test]
async fn a_flipped_bit_is_refused_where_it_lies_and_mended_by_the_same_blob() {
    let (folder, store) = fresh();
    let file = noise(4, 2 * CHUNK);
    let cid = store.put(Source::bytes(file.clone())).await.expect("kept").cid;
    let second = dag::leaf_cid(&file[CHUNK..]);
    let path = block_file(folder.path(), &second);
    let mut block = fs::read(&path).expect("the block");
    block[1000] ^= 1;
    fs::write(&path, block).expect("damaged");
    let first_half = store.get(&cid, Part::Range(0..CHUNK as u64)).await.expect("opens");
    assert!(first_half.collect().await.expect("the sound half reads") == file[..CHUNK]);
    let whole = store.get(&cid, Part::Whole).await.expect("opens").collect().await;
    assert!(matches!(whole, Err(StoreError::Corrupt { cid }) if cid == second));
    assert_eq!(store.audit().await.expect("read").damaged, [cid]);
    store.put(Source::bytes(file.clone())).await.expect("kept again");
    assert!(store.get(&cid, Part::Whole).await.expect("opens").collect().await.expect("mended") == file);
    assert!(store.audit().await.expect("read").is_clean());
}

#[tokio::test]
async fn a_swapped_root_is_refused_before_a_byte_is_handed_out() {
    let (folder, store) = fresh();
    let cid = store.put(Source::bytes(noise(5, CHUNK * 2))).await.expect("kept").cid;
    let other = store.put(Source::bytes(noise(6, CHUNK * 2))).await.expect("kept").cid;
    fs::copy(block_file(folder.path(), &other), block_file(folder.path(), &cid)).expect("swapped");
    assert!(matches!(store.get(&cid, Part::Whole).await, Err(StoreError::Corrupt { .. })));
    assert!(matches!(store.size(&cid).await, Err(StoreError::Corrupt { .. })));
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing() {
    let (folder, store) = fresh();
    let broken = stream::iter([Ok(Bytes::from(noise(7, 2 * CHUNK))), Err(io::Error::other("the line went dead"))]);
    assert!(matches!(store.put(Source::Stream(broken.boxed())).await, Err(StoreError::Source(_))));
    // A caller who is dropped, as a request whose browser was closed.
    let endless = stream::once(async { Ok(Bytes::from(noise(8, 2 * CHUNK))) }).chain(stream::pending());
    let put = store.put(Source::Stream(endless.boxed()));
    assert!(tokio::time::timeout(std::time::Duration::from_millis(200), put).await.is_err());
    let staging = folder.path().join("staging");
    for _ in 0..100 {
        if fs::read_dir(&staging).expect("there").next().is_none() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    for part in ["blocks", "roots", "staging"] {
        assert_eq!(files_below(&folder.path().join(part)), 0, "{part}");
    }
    assert!(store.list(None, 10).await.expect("listed").is_empty());
}

#[tokio::test]
async fn names_that_are_no_blobs_of_ours_are_not_found() {
    let (_folder, store) = fresh();
    let file = noise(9, 2 * CHUNK);
    store.put(Source::bytes(file.clone())).await.expect("kept");
    // A block of a blob is no blob: nobody was ever granted it by that name.
    for cid in [dag::leaf_cid(&file[..CHUNK]), dag::hash(b"never seen")] {
        assert!(!store.has(&cid).await.expect("asked"));
        assert!(matches!(store.get(&cid, Part::Whole).await, Err(StoreError::NotFound { .. })));
        assert!(matches!(store.size(&cid).await, Err(StoreError::NotFound { .. })));
        assert!(!store.remove(&cid).await.expect("harmless"));
    }
}

#[tokio::test]
async fn a_list_is_paged_without_gaps_or_repetitions() {
    let (_folder, store) = fresh();
    let mut all = Vec::new();
    for seed in 0..57_u32 {
        all.push(store.put(Source::bytes(seed.to_le_bytes().to_vec())).await.expect("kept").cid);
    }
    let mut listed: Vec<Cid> = Vec::new();
    loop {
        let page = store.list(listed.last(), 10).await.expect("listed");
        assert!(page.len() <= 10);
        if page.is_empty() {
            break;
        }
        listed.extend(page);
    }
    assert_eq!(listed.len(), 57);
    listed.sort();
    all.sort();
    assert_eq!(listed, all);
}

#[tokio::test]
async fn a_second_process_is_kept_out() {
    let (folder, store) = fresh();
    assert!(matches!(Embedded::open(folder.path()), Err(StoreError::InUse)));
    drop(store);
    assert!(Embedded::open(folder.path()).is_ok());
}

#[tokio::test]
async fn a_folder_of_another_format_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("format"), "chartkey store 2\n").expect("written");
    assert!(matches!(Embedded::open(folder.path()), Err(StoreError::Disk(_))));
}

#[tokio::test]
async fn the_reserve_is_not_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Embedded::open_leaving(folder.path(), u64::MAX).expect("opens");
    assert!(matches!(store.put(Source::bytes(vec![1])).await, Err(StoreError::Full)));
    assert_eq!(store.health().await.expect("still well").free, Some(0));
    assert_eq!(files_below(&folder.path().join("staging")), 0);
}

/// Sixteen people add and remove blobs that share blocks; at every end the folder accounts for itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_disturb_each_other_in_nothing() {
    let (_folder, store) = fresh();
    let store: Arc<dyn RecordStore> = Arc::new(store);
    let common = noise(10, CHUNK);
    let people: Vec<_> = (0..16_u32)
        .map(|person| {
            let (store, common) = (store.clone(), common.clone());
            tokio::spawn(async move {
                let mut last = None;
                for round in 0..12_u32 {
                    // Every third blob is the same for all, so that puts and removals of one name meet.
                    let own = if round % 3 == 0 { round } else { person * 100 + round };
                    let mut file = common.clone();
                    file.extend_from_slice(&own.to_le_bytes());
                    let cid = store.put(Source::bytes(file)).await.expect("kept").cid;
                    if round % 3 != 0 {
                        let tail = store.get(&cid, Part::Last(4)).await.expect("opens");
                        assert_eq!(tail.collect().await.expect("reads"), own.to_le_bytes());
                        if let Some(last) = last.replace(cid) {
                            assert!(store.remove(&last).await.expect("removed"));
                        }
                    } else {
                        store.remove(&cid).await.expect("by whoever comes first");
                    }
                }
                last.expect("one was kept")
            })
        })
        .collect();
    let mut left = Vec::new();
    for person in people {
        left.push(person.await.expect("ran"));
    }
    let mut listed = store.list(None, 100).await.expect("listed");
    left.sort();
    listed.sort();
    assert_eq!(listed, left);
}

#[derive(Clone, Debug)]
enum Step {
    Put(u8, usize),
    Remove(u8),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0_u8..6, prop_oneof![0..3_usize, CHUNK - 1..CHUNK + 2, 2 * CHUNK..2 * CHUNK + 2]).prop_map(|(s, l)| Step::Put(s, l)),
        3 => (0_u8..6).prop_map(Step::Remove),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is put and removed in whatever order, the store holds the same as a map would.
    #[test]
    fn a_store_behaves_as_a_map_does(steps in prop::collection::vec(step(), 1..20)) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let (folder, store) = fresh();
            let (mut store, mut model, mut last) = (Some(store), BTreeMap::new(), BTreeMap::new());
            for step in steps {
                let open = store.as_ref().expect("open");
                match step {
                    Step::Put(seed, len) => {
                        // Beginnings are common, ends are their own.
                        let mut file = noise(77, len);
                        file.push(seed);
                        let cid = open.put(Source::bytes(file.clone())).await.expect("kept").cid;
                        model.insert(cid, file);
                        last.insert(seed, cid);
                    }
                    Step::Remove(seed) => {
                        if let Some(cid) = last.get(&seed) {
                            let was_there = open.remove(cid).await.expect("removed");
                            prop_assert_eq!(was_there, model.remove(cid).is_some());
                        }
                    }
                    Step::Reopen => {
                        drop(store.take());
                        store.replace(Embedded::open(folder.path()).expect("reopens"));
                    }
                }
            }
            let store = store.expect("open");
            let audit = store.audit().await.expect("read");
            prop_assert!(audit.is_clean(), "{:?}", audit);
            prop_assert_eq!(audit.blobs, model.len() as u64);
            for (cid, file) in &model {
                let read = store.get(cid, Part::Whole).await.expect("opens").collect().await.expect("reads");
                prop_assert!(read == *file);
            }
            Ok(())
        })?;
    }
}
