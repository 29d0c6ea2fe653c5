//! A real Kubo daemon of one test's own, on loopback and free ports, cut off from the world.

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Longer than a cold start on a busy machine with two cores takes.
const START: Duration = Duration::from_secs(60);

/// The daemon; it ends with its owner.
pub(crate) struct Node {
    ipfs: PathBuf,
    repo: TempDir,
    daemon: Child,
    /// Its RPC, as `http://127.0.0.1:…`.
    pub(crate) rpc: String,
}

/// Where the set-up puts the program, if it could build it.
fn program() -> Option<PathBuf> {
    let cache = env::var_os("CHARTKEY_CACHE").map(PathBuf::from).or_else(|| {
        let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let caches = caches.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")));
        caches.map(|caches| caches.join("chartkey"))
    })?;
    Some(cache.join("kubo").join("ipfs")).filter(|ipfs| ipfs.is_file())
}

impl Node {
    /// Starts one, or says loudly that there is none to start. Nothing else stands in for it.
    pub(crate) fn start(test: &str) -> Option<Self> {
        let Some(ipfs) = program() else {
            // Past the capture of a test's words: whoever reads the run must know what it did not prove.
            let _ =
                writeln!(io::stderr(), "LEFT OUT {test}: no Kubo in $CHARTKEY_CACHE/kubo (set-up builds it with Go)");
            return None;
        };
        let repo = tempfile::tempdir().expect("a folder");
        let run = |args: &[&str]| {
            let done = command(&ipfs, repo.path()).args(args).output().expect("ipfs runs");
            assert!(done.status.success(), "ipfs {args:?}: {}", String::from_utf8_lossy(&done.stderr));
        };
        run(&["init", "--profile", "server"]);
        run(&["config", "Addresses.API", "/ip4/127.0.0.1/tcp/0"]);
        run(&["config", "Addresses.Gateway", "/ip4/127.0.0.1/tcp/0"]);
        run(&["config", "--json", "Addresses.Swarm", "[]"]);
        run(&["config", "--json", "AutoConf.Enabled", "false"]);
        run(&["bootstrap", "rm", "--all"]);
        let log = fs::File::create(repo.path().join("daemon.log")).expect("a log");
        let mut daemon = command(&ipfs, repo.path());
        daemon.args(["daemon", "--offline"]).stdout(log.try_clone().expect("a log")).stderr(log).stdin(Stdio::null());
        let daemon = daemon.spawn().expect("started");
        let mut node = Self { ipfs, repo, daemon, rpc: String::new() };
        node.rpc = node.await_rpc();
        Some(node)
    }

    /// Runs the command line against the daemon and returns what it prints.
    pub(crate) fn ipfs(&self, args: &[&str]) -> String {
        String::from_utf8(self.ipfs_bytes(args)).expect("text")
    }

    /// The same for what is not text.
    pub(crate) fn ipfs_bytes(&self, args: &[&str]) -> Vec<u8> {
        let done = self.command().args(args).output().expect("ipfs runs");
        assert!(done.status.success(), "ipfs {args:?}: {}", String::from_utf8_lossy(&done.stderr));
        done.stdout
    }

    /// The command line on this daemon.
    pub(crate) fn command(&self) -> Command {
        command(&self.ipfs, self.repo.path())
    }

    /// The folder of its blocks.
    pub(crate) fn blocks(&self) -> PathBuf {
        self.repo.path().join("blocks")
    }

    /// Ends the daemon as a power cut would.
    pub(crate) fn kill(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }

    fn await_rpc(&mut self) -> String {
        let (begun, file) = (Instant::now(), self.repo.path().join("api"));
        loop {
            // As a multiaddress: /ip4/127.0.0.1/tcp/40211
            if let Ok(address) = fs::read_to_string(&file)
                && let Some(port) = address.trim().rsplit('/').next().filter(|port| !port.is_empty())
                && std::net::TcpStream::connect(format!("127.0.0.1:{port}")).is_ok()
            {
                return format!("http://127.0.0.1:{port}");
            }
            let ended = self.daemon.try_wait().expect("asked");
            if ended.is_some() || begun.elapsed() > START {
                let log = fs::read_to_string(self.repo.path().join("daemon.log")).unwrap_or_default();
                panic!("the daemon does not serve ({ended:?}): {log}");
            }
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}

fn command(ipfs: &Path, repo: &Path) -> Command {
    let mut command = Command::new(ipfs);
    command.env("IPFS_PATH", repo).env("IPFS_TELEMETRY", "off").stdin(Stdio::null());
    command
}
