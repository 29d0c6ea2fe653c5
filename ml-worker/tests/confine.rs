//! What is confined ends where its limits are.

mod papers;

use std::time::{Duration, Instant};

use chartkey_worker::confine::{Broken, Limits};
use papers::confined;

const ROOMY: Limits = Limits { memory: 1 << 30, cpu: 20, clock: 20, answer: 1 << 20 };

fn shell(script: &str, limits: &Limits) -> Result<String, Broken> {
    confined().run(&["exec", "sh", "-c", script], b"input", limits).map(|answer| String::from_utf8(answer).unwrap())
}

#[test]
fn what_keeps_to_its_limits_is_heard() {
    assert_eq!(shell("cat", &ROOMY).as_deref(), Ok("input"));
    assert_eq!(shell("exit 3", &ROOMY), Err(Broken::Crash));
    assert_eq!(confined().run(&["no such task"], b"", &ROOMY), Err(Broken::Crash));
}

#[test]
fn who_sleeps_is_ended_by_the_clock_and_who_spins_by_the_processor() {
    let start = Instant::now();
    assert_eq!(shell("sleep 60", &Limits { clock: 1, ..ROOMY }), Err(Broken::Time));
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_eq!(shell("while :; do :; done", &Limits { cpu: 1, ..ROOMY }), Err(Broken::Time));
}

#[test]
fn who_talks_without_end_is_cut_off() {
    let start = Instant::now();
    assert_eq!(shell("yes", &ROOMY), Err(Broken::Answer));
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[test]
fn nobody_writes_files_or_knows_where_we_are() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("left-behind");
    let script = format!("echo letters > {}; pwd; env | grep -c -i secret", file.display());
    let _ = shell(&script, &ROOMY);
    assert_eq!(std::fs::read(&file).unwrap_or_default(), b"");
    assert_eq!(shell("pwd", &ROOMY).as_deref(), Ok("/\n"));
    assert_eq!(shell("echo $HOME", &ROOMY).as_deref(), Ok("\n"));
}

#[test]
fn nobody_takes_more_memory_than_there_is() {
    let script = "a=x; while :; do a=$a$a$a$a; done";
    let start = Instant::now();
    assert!(shell(script, &Limits { memory: 256 << 20, ..ROOMY }).is_err());
    assert!(start.elapsed() < Duration::from_secs(10));
}
