//! Kill -9 and a full disk: nothing acknowledged is lost, nothing half-done is seen, nothing is left lying about.

use chartkey_store::{Embedded, Part, RecordStore, Source, StoreError, dag};
use chartkey_vocabulary::Cid;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

/// Set in the process that is to be killed: the folder it works in.
const VICTIM: &str = "CHARTKEY_STORE_VICTIM";
const SEED: &str = "CHARTKEY_STORE_SEED";
/// Set in the process that is given a small disk.
const SMALL_DISK: &str = "CHARTKEY_STORE_SMALL_DISK";

/// This very test in a process of its own.
fn again(test: &str) -> Command {
    let mut command = Command::new(env::current_exe().expect("this program"));
    // It may be one of the long ones, which are ignored unless asked for.
    command.args([test, "--exact", "--include-ignored", "--nocapture", "--test-threads=1"]);
    command
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(work)
}

/// A blob that can be made again from its number: many share their first chunks.
fn blob(number: u32) -> Vec<u8> {
    let mut rng = StdRng::seed_from_u64(u64::from(number % 5));
    let mut blob = vec![0; [10, 70_000, 262_144, 600_000, 1_100_000][(number % 5) as usize]];
    rng.fill(&mut blob[..]);
    blob.extend_from_slice(&number.to_le_bytes());
    blob
}

/// Puts and removes until it is killed; says what it is about to do, and what is done.
fn work(folder: &Path, seed: u64) {
    let mut rng = StdRng::seed_from_u64(seed);
    let store = Embedded::open(folder).expect("opens after a crash");
    let mut out = std::io::stdout().lock();
    let mut say = |word: &str, number: u32| {
        writeln!(out, "\n@{word} {number}").expect("told");
        out.flush().expect("told");
    };
    block_on(async {
        loop {
            let number = rng.gen_range(0..40);
            if rng.gen_bool(0.6) {
                say("putting", number);
                let cid = store.put(Source::bytes(blob(number))).await.expect("kept").cid;
                assert_eq!(cid, dag::hash(&blob(number)));
                say("put", number);
            } else {
                say("removing", number);
                store.remove(&dag::hash(&blob(number))).await.expect("removed");
                say("removed", number);
            }
        }
    })
}

/// Whether a blob is there for certain, gone for certain, or either.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Known {
    Kept,
    Gone,
    Either,
}

fn note(known: &mut BTreeMap<u32, Known>, line: &str) {
    let Some((word, number)) = line.strip_prefix('@').and_then(|line| line.split_once(' ')) else { return };
    // A line cut off by the kill says nothing.
    let Ok(number) = number.parse() else { return };
    let now = match word {
        "put" => Known::Kept,
        "removed" => Known::Gone,
        _ => Known::Either,
    };
    known.insert(number, now);
}

fn kill_after(mut child: Child, delay: Duration) -> Vec<String> {
    let out = child.stdout.take().expect("its words");
    let (tell, hear) = mpsc::channel();
    let reader = thread::spawn(move || {
        BufReader::new(out).lines().map_while(Result::ok).for_each(|line| tell.send(line).unwrap_or(()));
    });
    // The delay counts from its first step, or slow starts would make every kill come too early.
    let mut lines: Vec<String> = hear.iter().find(|line| line.starts_with('@')).into_iter().collect();
    thread::sleep(delay);
    child.kill().expect("killed");
    child.wait().expect("ended");
    reader.join().expect("read");
    lines.extend(hear.try_iter());
    lines
}

/// Kills a process at random moments, again and again in the same folder, and holds the store to what it acknowledged.
fn rounds_of_kill_9(test: &str, rounds: u32) {
    if let Ok(folder) = env::var(VICTIM) {
        let seed = env::var(SEED).expect("a seed").parse().expect("a number");
        return work(Path::new(&folder), seed);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let seed = env::var("CHARTKEY_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(rand::random);
    eprintln!("CHARTKEY_SEED={seed} repeats this run");
    let mut rng = StdRng::seed_from_u64(seed);
    let (mut known, mut steps) = (BTreeMap::new(), 0);
    for round in 0..rounds {
        let mut command = again(test);
        command.env(VICTIM, folder.path()).env(SEED, rng.r#gen::<u64>().to_string());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().expect("started");
        let lines = kill_after(child, Duration::from_micros(rng.gen_range(0..120_000)));
        steps += lines.iter().filter(|line| line.starts_with("@put ") || line.starts_with("@removed ")).count();
        lines.iter().for_each(|line| note(&mut known, line));
        hold_to_it(folder.path(), &mut known, round);
    }
    eprintln!("{rounds} kills, {steps} acknowledged steps, none lost");
    assert!(steps as u32 > rounds, "it was killed before it did anything worth losing");
}

fn hold_to_it(folder: &Path, known: &mut BTreeMap<u32, Known>, round: u32) {
    let store = Embedded::open(folder).expect("opens after a crash");
    assert_eq!(fs::read_dir(folder.join("staging")).expect("there").count(), 0, "leftovers are cleared at the start");
    block_on(async {
        let audit = store.audit().await.expect("readable");
        assert!(audit.is_clean(), "round {round}: {audit:?}");
        let listed = store.list(None, 1000).await.expect("listed");
        let mut expected: Vec<Cid> = Vec::new();
        for (number, fate) in known.iter_mut() {
            let file = blob(*number);
            let cid = dag::hash(&file);
            let there = listed.contains(&cid);
            match fate {
                Known::Kept => assert!(there, "round {round}: {number} was acknowledged and is lost"),
                Known::Gone => assert!(!there, "round {round}: {number} was removed and is back"),
                Known::Either => *fate = if there { Known::Kept } else { Known::Gone },
            }
            if there {
                let read = store.get(&cid, Part::Whole).await.expect("opens").collect().await.expect("reads");
                assert!(read == file, "round {round}: {number} has changed");
                expected.push(cid);
            }
        }
        assert_eq!(listed.len(), expected.len(), "round {round}: something is kept that nobody put");
    });
}

#[test]
fn kill_9_at_any_moment_loses_nothing() {
    rounds_of_kill_9("kill_9_at_any_moment_loses_nothing", 40);
}

#[test]
#[ignore = "long: the same with 400 kills"]
fn kill_9_at_any_moment_loses_nothing_for_long() {
    rounds_of_kill_9("kill_9_at_any_moment_loses_nothing_for_long", 400);
}

/// On a real disk of four megabytes: a put that does not fit is refused as such, and costs no other blob anything.
#[test]
fn a_full_disk_is_said_to_be_full_and_harms_nothing() {
    if let Ok(folder) = env::var(SMALL_DISK) {
        return fill(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mount = "mount -t tmpfs -o size=4m,mode=700 chartkey \"$0\"";
    // A mount of our own, in a namespace that goes away with the process: as root, or as anybody where that is allowed.
    let namespaces: [&[&str]; 2] = [&["--mount"], &["--user", "--map-root-user", "--mount"]];
    let allowed = namespaces.into_iter().find(|namespace| {
        let mut trial = Command::new("unshare");
        trial.args(*namespace).args(["sh", "-c", mount]).arg(folder.path());
        trial.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    });
    let Some(namespace) = allowed else {
        // Past the capture of a test's words: whoever reads the run must know what it did not prove.
        let _ = writeln!(std::io::stderr(), "LEFT OUT a full disk: this machine lets us mount no small one");
        return;
    };
    let inner = again("a_full_disk_is_said_to_be_full_and_harms_nothing");
    let mut command = Command::new("unshare");
    command.args(namespace).args(["sh", "-c", &format!("{mount} && exec \"$@\"")]).arg(folder.path());
    command.arg(inner.get_program()).args(inner.get_args()).env(SMALL_DISK, folder.path());
    let done = command.output().expect("ran");
    let words = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && words.contains("filled and emptied"), "{words}");
}

fn fill(folder: &Path) {
    // Without a reserve, so that the disk itself says that it is full.
    let store = Embedded::open_leaving(folder, 0).expect("opens");
    block_on(async {
        let first = store.put(Source::bytes(blob(3))).await.expect("fits").cid;
        let mut kept = vec![(first, 3)];
        let mut number = 8;
        let full = loop {
            match store.put(Source::bytes(own_blob(number))).await {
                Ok(fits) => kept.push((fits.cid, number)),
                Err(error) => break error,
            }
            number += 1;
            assert!(number < 1000, "the disk never fills");
        };
        assert!(matches!(full, StoreError::Full), "{full:?}");
        for (cid, number) in &kept {
            let file = if *number == 3 { blob(3) } else { own_blob(*number) };
            assert!(store.get(cid, Part::Whole).await.expect("opens").collect().await.expect("reads") == file);
        }
        assert!(store.audit().await.expect("readable").is_clean());
        let largest = kept.pop().expect("more than one fits");
        assert!(store.remove(&largest.0).await.expect("removing needs no room"));
        store.put(Source::bytes(own_blob(number))).await.expect("there is room again");
    });
    println!("filled and emptied");
}

/// Half a megabyte that shares nothing.
fn own_blob(number: u32) -> Vec<u8> {
    let mut blob = vec![0; 500_000];
    StdRng::seed_from_u64(1000 + u64::from(number)).fill(&mut blob[..]);
    blob
}

#[test]
fn what_the_victim_said_is_read_as_it_was_meant() {
    // The reader of the child's words is what the verdict rests on.
    let mut known = BTreeMap::new();
    for line in ["@putting 1", "@put 1", "@removing 2", "@removed 2", "@putting 3", "noise", "@pu"] {
        note(&mut known, line);
    }
    assert_eq!(known, BTreeMap::from([(1, Known::Kept), (2, Known::Gone), (3, Known::Either)]));
}
