//! What is confined ends where its limits are.

mod papers;

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chartkey_worker::admit::{self, Refusal};
use chartkey_worker::confine::{Broken, Confined, Limits, VERB};
use chartkey_worker::desk::DeskError;
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
    assert_eq!(shell("sleep 60", &Limits { clock: 1, ..ROOMY }), Err(Broken::Clock));
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_eq!(shell("while :; do :; done", &Limits { cpu: 1, ..ROOMY }), Err(Broken::Time));
}

#[test]
fn who_is_ended_from_outside_did_not_fail() {
    for signal in ["KILL", "TERM"] {
        assert_eq!(shell(&format!("kill -{signal} $$"), &ROOMY), Err(Broken::Gone), "{signal}");
    }
    assert_eq!(shell("kill -SEGV $$", &ROOMY), Err(Broken::Crash));
}

#[test]
fn what_the_machine_fails_at_is_not_told_of_the_file() {
    let nowhere = Confined::program("/nowhere/reader".into());
    let refusal = admit::survey(&nowhere, b"Haemoglobin 13.2 g/dl").unwrap_err();
    assert_eq!(refusal, Refusal::Broken { page: None, what: Broken::Start });
    assert_eq!(DeskError::from(refusal).refusal(), None);
    let table = [
        (Broken::Clock, false),
        (Broken::Gone, false),
        (Broken::Time, true),
        (Broken::Memory, true),
        (Broken::Answer, true),
        (Broken::Crash, true),
    ];
    for (what, told) in table {
        let error = DeskError::from(Refusal::Broken { page: Some(0), what });
        assert_eq!(error.refusal().is_some(), told, "{error}");
    }
}

#[test]
fn who_is_confined_ends_with_who_started_it() {
    let program = env!("CARGO_BIN_EXE_ml-worker");
    let limits = serde_json::to_string(&ROOMY).unwrap();
    // A shell starts it, as a reader would, and is gone before it can end anybody.
    let script = format!(r#""$0" {VERB} "$1" $$ exec sh -c "echo here; exec sleep 30" & wait"#);
    let mut reader = Command::new("sh").args(["-c", &script, program, &limits]).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(reader.stdout.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert_eq!(line, "here\n");
    let start = Instant::now();
    reader.kill().unwrap();
    reader.wait().unwrap();
    // Comes to an end when nobody is left who could say something.
    said.read_to_string(&mut line).unwrap();
    assert!(start.elapsed() < Duration::from_secs(10));
    // Who started this one is gone already.
    let orphan = Command::new(program).args([VERB, &limits, "4294967295", "exec", "echo", "here"]).output().unwrap();
    assert!(!orphan.status.success() && orphan.stdout.is_empty(), "{orphan:?}");
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
