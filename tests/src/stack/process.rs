//! A program as a process: its words in a file, killed as by a power cut or asked to end, gone with the test.

use crate::expect::wait_until;
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    time::Duration,
};

/// A program answers within seconds; a machine that compiles something beside it may need longer.
pub(super) const PATIENCE: Duration = Duration::from_secs(120);

/// A process that does not outlive the test.
pub(super) struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts `command` with its words going to `log`.
    pub(super) fn start(command: &mut Command, log: PathBuf) -> Result<Self> {
        let words = File::create(&log).context("a log")?;
        let child = command
            .stdin(Stdio::null())
            .stdout(words.try_clone()?)
            .stderr(words)
            .spawn()
            .with_context(|| format!("{} cannot be started", command.get_program().display()))?;
        Ok(Self { child, log })
    }

    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has said so far.
    pub(super) fn words(&self) -> Result<String> {
        Ok(fs::read_to_string(&self.log)?)
    }

    /// Fails with its last words when it has ended.
    pub(super) fn expect_running(&mut self) -> Result<()> {
        if let Some(end) = self.child.try_wait()? {
            bail!("it ended ({end}):\n{}", last_words(&self.words()?));
        }
        Ok(())
    }

    /// Asks it to end, as an operator would, and waits until it has.
    pub(super) async fn end(mut self) -> Result<ExitStatus> {
        // The shell's own `kill`: the standard library only knows the merciless one.
        let ask = format!("kill -s TERM {}", self.child.id());
        ensure!(Command::new("sh").args(["-c", &ask]).status()?.success(), "it cannot be asked to end");
        wait_until("it to end", PATIENCE, async || Ok(self.child.try_wait()?)).await
    }

    /// How many seconds of a core it has used.
    pub(super) fn cpu_seconds(&self) -> Result<f64> {
        /// Clock ticks a second, in which Linux counts a process's time.
        const TICKS: f64 = 100.0;
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.id()))?;
        let fields: Vec<_> = stat.rsplit_once(')').context("a process's line")?.1.split_whitespace().collect();
        // The 14th and 15th field of the line; the first two are before the bracket.
        let ticks = |place: usize| Ok::<f64, anyhow::Error>(fields.get(place).context("a field")?.parse()?);
        Ok((ticks(11)? + ticks(12)?) / TICKS)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking()
            && let Ok(words) = self.words()
        {
            eprintln!("the last words in {}:\n{}", self.log.display(), last_words(&words));
        }
    }
}

fn last_words(words: &str) -> String {
    let lines: Vec<_> = words.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}

/// How many bytes the files under a folder take.
pub(super) fn folder_bytes(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let data = entry.metadata()?;
        bytes += if data.is_dir() { folder_bytes(&entry.path())? } else { data.len() };
    }
    Ok(bytes)
}
