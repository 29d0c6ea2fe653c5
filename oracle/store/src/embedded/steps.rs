//! The moments between which a crash can fall: every change to the folder is announced here first.
//!
//! In a program this is nothing. In the test below it ends the process before the first change, the second, and so on
//! through a whole history of puts and removals; kills from outside seldom hit the few microseconds that matter.

#[cfg(not(test))]
#[inline]
pub(super) fn before_change() {}

#[cfg(test)]
pub(super) use tests::before_change;

#[cfg(test)]
mod tests {
    use crate::{Embedded, Part, RecordStore, Source, dag};
    use std::{
        env, fs,
        path::Path,
        process::{Command, exit},
        sync::atomic::{AtomicU64, Ordering},
    };

    const FOLDER: &str = "CHARTKEY_STORE_STEPS_IN";
    const CHANGES: &str = "CHARTKEY_STORE_STEPS";
    const ONLY_OPEN: &str = "CHARTKEY_STORE_STEPS_ONLY_OPEN";
    /// How the victim says that it died where it should.
    const CUT: i32 = 86;

    /// Changes until the end; never reached unless a victim sets it.
    static LEFT: AtomicU64 = AtomicU64::new(u64::MAX);

    pub(in crate::embedded) fn before_change() {
        if LEFT.fetch_sub(1, Ordering::SeqCst) == 0 {
            // Without unwinding: no destructor may tidy up.
            exit(CUT);
        }
    }

    /// Two blobs with a leaf in common, and one by itself.
    fn blobs() -> [Vec<u8>; 3] {
        let common = vec![7; dag::CHUNK];
        [[&common[..], b"one"].concat(), [&common[..], b"the other"].concat(), b"alone".to_vec()]
    }

    async fn history(folder: &Path) {
        let [one, other, alone] = blobs();
        let store = Embedded::open(folder).expect("opens");
        let one_cid = store.put(Source::bytes(one.clone())).await.expect("kept").cid;
        let other = store.put(Source::bytes(other)).await.expect("kept").cid;
        store.put(Source::bytes(one.clone())).await.expect("kept already");
        assert!(store.remove(&one_cid).await.expect("removed"));
        let alone = store.put(Source::bytes(alone)).await.expect("kept").cid;
        assert!(store.remove(&other).await.expect("removed"));
        store.put(Source::bytes(one)).await.expect("kept anew");
        assert!(store.remove(&alone).await.expect("removed"));
    }

    /// Runs this test as the victim that ends before change number `changes`; true when it came to the end instead.
    fn victim(folder: &Path, changes: u64, only_open: bool) -> bool {
        let name = "embedded::steps::tests::a_crash_before_any_change_loses_and_leaves_nothing";
        let mut command = Command::new(env::current_exe().expect("this program"));
        command.args([name, "--exact", "--nocapture"]).env(FOLDER, folder).env(CHANGES, changes.to_string());
        if only_open {
            command.env(ONLY_OPEN, "yes");
        }
        let done = command.output().expect("ran");
        assert!(matches!(done.status.code(), Some(0 | CUT)), "{}", String::from_utf8_lossy(&done.stderr));
        done.status.success()
    }

    #[test]
    fn a_crash_before_any_change_loses_and_leaves_nothing() {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        if let (Ok(folder), Ok(changes)) = (env::var(FOLDER), env::var(CHANGES)) {
            LEFT.store(changes.parse().expect("a number"), Ordering::SeqCst);
            match env::var(ONLY_OPEN) {
                Ok(_) => drop(Embedded::open(folder).expect("opens")),
                Err(_) => runtime.block_on(history(Path::new(&folder))),
            }
            return;
        }
        for changes in 0.. {
            let folder = tempfile::tempdir().expect("a folder");
            let through = victim(folder.path(), changes, false);
            // The tidying up is cut short once as well, at another place each time.
            victim(folder.path(), changes % 5, true);
            runtime.block_on(sound(folder.path(), changes));
            if through {
                assert!(changes > 40, "the history has only {changes} changes");
                return;
            }
        }
    }

    async fn sound(folder: &Path, changes: u64) {
        let store = Embedded::open(folder).expect("opens");
        let audit = store.audit().await.expect("read");
        assert!(audit.is_clean(), "before change {changes}: {audit:?}");
        assert_eq!(fs::read_dir(folder.join("staging")).expect("there").count(), 0, "before change {changes}");
        let mut there = 0;
        for blob in blobs() {
            let cid = dag::hash(&blob);
            if store.has(&cid).await.expect("asked") {
                let read = store.get(&cid, Part::Whole).await.expect("opens").collect().await.expect("whole");
                assert!(read == blob, "before change {changes}");
                assert!(store.remove(&cid).await.expect("removed"));
                there += 1;
            }
        }
        assert_eq!(audit.blobs, there, "before change {changes}");
        // With the last blob the last block goes.
        assert_eq!(store.audit().await.expect("read").blocks, 0, "before change {changes}");
    }
}
