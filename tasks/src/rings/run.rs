//! Runs one test program, shows its words, and counts.

use crate::{build::Built, say};
use anyhow::{Context, Result};
use std::{
    io::{BufRead, BufReader},
    ops::AddAssign,
    path::PathBuf,
    process::{Command, Stdio},
    time::Instant,
};

/// A test program that has not ended after this many minutes hangs, and is ended.
const LIMIT: &str = "60m";

/// What came of one or more test programs.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    /// Tests marked as ignored, which only `--long` runs.
    pub(crate) left_out: u64,
    /// What failed, program by program, and what it said.
    pub(crate) broken: Vec<String>,
}

/// Of what a failed program said, so many lines are told again at the end, where everybody looks.
const SAID: usize = 60;

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.left_out += other.left_out;
        self.broken.extend(other.broken);
    }
}

/// Runs one program in its package's folder, as cargo would. Tests that start chains run two at a time: they wait for blocks
/// for the most part, and more of them would wait for processors.
pub(crate) fn program(test: &Built, surroundings: &[(&str, PathBuf)], chains: bool, long: bool) -> Result<Count> {
    let mut command = limited();
    command.arg(&test.path);
    if chains {
        command.arg("--test-threads=2");
    }
    if long {
        command.arg("--include-ignored");
    }
    command
        .current_dir(&test.folder)
        .env("CARGO_MANIFEST_DIR", &test.folder)
        .envs(surroundings.iter().map(|(name, place)| (*name, place)));
    counted(format!("{} · {}", test.package, test.name), &mut command)
}

/// A command that is ended when it hangs; the program comes after it.
pub(super) fn limited() -> Command {
    let mut command = Command::new("timeout");
    // In the foreground, so that an interrupt from the keyboard reaches the test too.
    command.args(["--foreground", "--kill-after=10", LIMIT]);
    command
}

/// Runs a command that ends with libtest's closing line, or with one like it.
pub(super) fn counted(name: String, command: &mut Command) -> Result<Count> {
    let begun = Instant::now();
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("`timeout` cannot be started")?;

    let (mut count, mut said, mut failure) = (Count::default(), Vec::new(), Failure::default());
    let told = child.stdout.take().context("the test's words cannot be read")?;
    for line in BufReader::new(told).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        match summary(&line) {
            Some(counted) => count += counted,
            None if line.is_empty() || line.starts_with("running ") => {}
            None => {
                if failure.tells(&line) && said.len() < SAID {
                    said.push(format!("\n    {line}"));
                }
                eprintln!("  {line}");
            }
        }
    }
    let end = child.wait()?;
    if !end.success() {
        if count.failed == 0 {
            // It crashed, hung or never began: that is a failure although no test owned up to it.
            say::note(format_args!("{name} ended with {end}"));
            count.failed = 1;
        }
        count.broken.push(format!("{name}{}", said.concat()));
    }
    if count.passed + count.failed > 0 {
        let mark = if count.failed == 0 { '✓' } else { '✗' };
        let (passed, failed) = (count.passed, count.failed);
        eprintln!("{mark} {name}: {passed} passed, {failed} failed ({})", say::Took(begun.elapsed()));
    }
    Ok(count)
}

/// Where in libtest's account of what failed its words are; the account begins with the first failed test's own.
#[derive(Default)]
struct Failure {
    begun: bool,
    /// Calls that lead to the failure: more lines than everything else, and in our tests of an async runtime.
    stack: bool,
}

impl Failure {
    /// Whether a line says what failed, or why.
    fn tells(&mut self, line: &str) -> bool {
        self.begun |= line.starts_with("---- ");
        self.stack = line.eq_ignore_ascii_case("stack backtrace:") || (self.stack && line.starts_with(' '));
        self.begun && !self.stack && !line.starts_with("note: ")
    }
}

/// Reads libtest's closing line: `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
fn summary(line: &str) -> Option<Count> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |what: &str| {
        let part = counts.split("; ").find_map(|part| part.strip_suffix(what))?;
        part.trim().parse::<u64>().ok()
    };
    Some(Count { passed: count("passed")?, failed: count("failed")?, left_out: count("ignored")?, broken: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_is_counted() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        let expected = Count { passed: 12, failed: 2, left_out: 1, broken: Vec::new() };
        assert_eq!(summary(line), Some(expected));
        assert_eq!(summary("test rules::quorum ... ok"), None);
    }

    #[test]
    fn what_failed_is_told_again_without_its_stack() {
        let mut failure = Failure::default();
        let mut tells = |line| failure.tells(line);
        assert!(!tells("test rules::quorum ... ok"));
        assert!(tells("---- rules::quorum stdout ----"));
        assert!(tells("Error: run 2, Node after 2.252s"));
        assert!(tells("Caused by:"));
        assert!(tells("    lost from the chain"));
        assert!(!tells("Stack backtrace:"));
        assert!(!tells("   3: core::ops::function"));
        assert!(!tells("             at /rustc/library/core"));
        assert!(tells("---- rules::grants stdout ----"));
        assert!(tells("assertion `left == right` failed"));
    }
}
