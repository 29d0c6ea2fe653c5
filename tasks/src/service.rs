//! Programs that run in the background: started once, known by process id and start time, ended only if ours.

use crate::{say, site::Site};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

/// A service has this long to end by itself; then it is made to.
const FAREWELL: Duration = Duration::from_secs(20);

/// What is remembered of a started service.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Service {
    /// Its name, as `./dev logs` and `./dev status` use it.
    pub(crate) name: String,
    /// Its process, and the leader of its process group.
    pub(crate) pid: u32,
    /// When the process started, in clock ticks since boot; a recycled id has another.
    started: u64,
    /// The port it answers on.
    pub(crate) port: u16,
    /// The binary's time of change when it was started, in nanoseconds, to notice a newer build.
    build: u128,
}

impl Service {
    /// Starts `command` in a process group of its own, with its words in the service's log.
    pub(crate) fn start(site: &Site, name: &str, port: u16, command: &mut Command) -> Result<Self> {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
            bail!("port {port} is taken by another program; `ss -ltnp` shows which");
        }
        let program = PathBuf::from(command.get_program());
        let log = fs::File::create(site.log(name)).context("the log cannot be written")?;
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()
            .with_context(|| format!("{name} cannot be started"))?;
        let pid = child.id();
        let started = start_time(pid).with_context(|| format!("{name} ended at once"))?;
        let service = Self { name: name.into(), pid, started, port, build: changed(&program)? };
        fs::create_dir_all(folder(site))?;
        fs::write(record(site, name), toml::to_string(&service)?)?;
        Ok(service)
    }

    /// The service of this name, if we started one and it still runs.
    pub(crate) fn find(site: &Site, name: &str) -> Option<Self> {
        let service: Self = toml::from_str(&fs::read_to_string(record(site, name)).ok()?).ok()?;
        service.runs().then_some(service)
    }

    /// Every service that runs.
    pub(crate) fn all(site: &Site) -> Vec<Self> {
        let files = fs::read_dir(folder(site)).into_iter().flatten().flatten();
        let names = files.filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned()));
        let mut services: Vec<_> = names.filter_map(|name| Self::find(site, &name)).collect();
        services.sort_by(|one, other| one.name.cmp(&other.name));
        services
    }

    /// Whether it is the process we started: same id, same start.
    pub(crate) fn runs(&self) -> bool {
        start_time(self.pid) == Some(self.started)
    }

    /// Whether `program` has been rebuilt since the service was started from it.
    pub(crate) fn outdated(&self, program: &Path) -> bool {
        changed(program).is_ok_and(|changed| changed != self.build)
    }

    /// Asks it to end, waits, and makes it end where asking does not help.
    pub(crate) fn stop(&self, site: &Site) -> Result<()> {
        self.signal("TERM")?;
        let gone = || Ok((!self.runs()).then_some(()));
        if say::wait_until(&format!("{} to end", self.name), FAREWELL, gone).is_err() {
            say::note(format_args!("{} does not end by itself; it is made to", self.name));
            self.signal("KILL")?;
            say::wait_until(&format!("{} to be gone", self.name), FAREWELL, gone)?;
        }
        fs::remove_file(record(site, &self.name)).ok();
        Ok(())
    }

    /// Signals the whole process group, after making sure once more that it is ours.
    fn signal(&self, signal: &str) -> Result<()> {
        if self.runs() {
            // The shell's own `kill`, since the standard library has none and this crate has no unsafe code.
            let kill = format!("kill -s {signal} -- -{}", self.pid);
            Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status()?;
        }
        Ok(())
    }
}

/// The last lines of a service's log, for a failure's sake.
pub(crate) fn last_words(site: &Site, name: &str) -> String {
    let log = fs::read_to_string(site.log(name)).unwrap_or_default();
    let lines: Vec<_> = log.lines().collect();
    lines[lines.len().saturating_sub(15)..].join("\n")
}

fn folder(site: &Site) -> PathBuf {
    site.state.join("services")
}

fn record(site: &Site, name: &str) -> PathBuf {
    folder(site).join(format!("{name}.toml"))
}

/// A process's start in clock ticks since boot: the 22nd field of its stat; none once it has ended.
fn start_time(pid: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The second field is the program's name in brackets and may hold anything, brackets and blanks included.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    // A zombie has ended; only its parent has not yet looked.
    if fields.next()? == "Z" {
        return None;
    }
    fields.nth(18)?.parse().ok()
}

/// When a program was last built, in nanoseconds.
pub(crate) fn changed(program: &Path) -> Result<u128> {
    let changed = fs::metadata(program)?.modified()?;
    Ok(changed.duration_since(std::time::UNIX_EPOCH)?.as_nanos())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_known_by_its_start() {
        let mut child = Command::new("sleep").arg("60").spawn().expect("sleep exists");
        let started = start_time(child.id());
        assert!(started.is_some());
        let other = Service { name: "x".into(), pid: child.id(), started: 1, port: 1, build: 0 };
        assert!(!other.runs(), "another start is another process");
        child.kill().expect("it is ours");
        let pid = child.id();
        let gone = say::wait_until("the child to end", FAREWELL, || Ok(start_time(pid).is_none().then_some(())));
        gone.expect("a zombie does not run");
        child.wait().expect("it ended");
    }
}
