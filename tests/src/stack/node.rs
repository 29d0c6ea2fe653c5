//! One node as a process: started on free ports, killed, and started again on what it left behind.

use crate::expect::wait_until;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};
use subxt::rpcs::{RpcClient, client::RpcParams, rpc_params};

/// A node answers within seconds; a machine that compiles something beside it may need longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the node says when it listens.
const LISTENING: &str = "Running JSON-RPC server: addr=127.0.0.1:";

/// Clock ticks a second, in which Linux counts a process's time.
const TICKS: f64 = 100.0;

/// One node, running or not.
pub struct Node {
    name: String,
    program: PathBuf,
    arguments: Vec<String>,
    folder: PathBuf,
    starts: u32,
    running: Option<Running>,
}

struct Running {
    process: Process,
    port: u16,
    rpc: RpcClient,
    log: PathBuf,
}

/// A process that does not outlive the test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Node {
    /// A node that is not running yet and will keep its data and logs in `folder`.
    pub(super) fn new(name: &str, program: &Path, folder: &Path, arguments: Vec<String>) -> Self {
        let (name, folder) = (name.to_owned(), folder.to_owned());
        Self { name, program: program.to_owned(), arguments, folder, starts: 0, running: None }
    }

    /// Starts it and waits until it answers.
    pub(super) async fn start(&mut self) -> Result<()> {
        ensure!(self.running.is_none(), "{} runs already", self.name);
        self.starts += 1;
        let log = self.folder.join(format!("{}.{}.log", self.name, self.starts));
        let words = File::create(&log).context("the node's log")?;
        let child = Command::new(&self.program)
            .args(&self.arguments)
            .args(["--base-path".as_ref(), self.folder.join(&self.name).as_os_str()])
            // Any free port; the node says in its log which it took.
            .args(["--rpc-port", "0", "--no-prometheus", "--no-telemetry"])
            .stdin(Stdio::null())
            .stdout(words.try_clone()?)
            .stderr(words)
            .spawn()
            .with_context(|| format!("{} cannot be started", self.program.display()))?;
        let mut process = Process(child);
        let what = format!("{} to listen", self.name);
        let port = wait_until(&what, PATIENCE, async || {
            let words = fs::read_to_string(&log)?;
            if let Some(end) = process.0.try_wait()? {
                bail!("it ended ({end}):\n{}", last_words(&words));
            }
            Ok(port(&words))
        })
        .await?;
        let rpc = RpcClient::from_insecure_url(url(port)).await?;
        self.running = Some(Running { process, port, rpc, log });
        Ok(())
    }

    /// Ends it as a power cut would: without a word of warning.
    pub fn kill(&mut self) {
        self.running = None;
    }

    /// Asks it to end, as an operator would, and waits until it has.
    pub async fn stop(&mut self) -> Result<()> {
        let mut running = self.running.take().context("it does not run")?;
        // The shell's own `kill`: the standard library only knows the merciless one.
        let ask = format!("kill -s TERM {}", running.process.0.id());
        ensure!(Command::new("sh").args(["-c", &ask]).status()?.success(), "{} cannot be asked to end", self.name);
        let what = format!("{} to end", self.name);
        wait_until(&what, PATIENCE, async || Ok(running.process.0.try_wait()?)).await?;
        Ok(())
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.running.is_some()
    }

    /// Its address.
    pub fn url(&self) -> Result<String> {
        Ok(url(self.running()?.port))
    }

    /// Its answer to a question.
    pub async fn ask(&self, method: &str, params: RpcParams) -> Result<Value> {
        self.running()?.rpc.request(method, params).await.with_context(|| format!("{} was asked {method}", self.name))
    }

    /// The connection to it; cheap to clone.
    pub fn rpc(&self) -> Result<RpcClient> {
        Ok(self.running()?.rpc.clone())
    }

    /// The height of the best block it knows.
    pub async fn best(&self) -> Result<u64> {
        height(&self.ask("chain_getHeader", rpc_params![]).await?)
    }

    /// The height of the last block it knows to be final.
    pub async fn finalized(&self) -> Result<u64> {
        let head = self.ask("chain_getFinalizedHead", rpc_params![]).await?;
        height(&self.ask("chain_getHeader", rpc_params![head]).await?)
    }

    /// Hands it the bytes of a signed transaction; fails with its words when it does not take them.
    pub async fn submit(&self, transaction: &[u8]) -> Result<Value> {
        let bytes = format!("0x{}", hex::encode(transaction));
        match self.running()?.rpc.request("author_submitExtrinsic", rpc_params![bytes]).await {
            // The reason is not in the message, which is the same for all, but beside it.
            Err(subxt::rpcs::Error::User(refusal)) => {
                bail!("{}: {}", refusal.message, refusal.data.map_or_else(String::new, |data| data.to_string()))
            }
            answer => Ok(answer?),
        }
    }

    /// What it has said since it was started.
    pub fn log(&self) -> Result<String> {
        Ok(fs::read_to_string(&self.running()?.log)?)
    }

    /// How many seconds of a core it has used since it was started.
    pub fn cpu_seconds(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.running()?.process.0.id()))?;
        let fields: Vec<_> = stat.rsplit_once(')').context("a process's line")?.1.split_whitespace().collect();
        // The 14th and 15th field of the line; the first two are before the bracket.
        let ticks = |place: usize| Ok::<f64, anyhow::Error>(fields.get(place).context("a field")?.parse()?);
        Ok((ticks(11)? + ticks(12)?) / TICKS)
    }

    /// How many bytes its database takes.
    pub fn database_bytes(&self) -> Result<u64> {
        folder_bytes(&self.folder.join(&self.name))
    }

    fn running(&self) -> Result<&Running> {
        self.running.as_ref().with_context(|| format!("{} does not run", self.name))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Ok(words) = self.log()
        {
            eprintln!("the last words of {}:\n{}", self.name, last_words(&words));
        }
    }
}

fn url(port: u16) -> String {
    format!("ws://127.0.0.1:{port}")
}

fn port(words: &str) -> Option<u16> {
    let after = words.split_once(LISTENING)?.1;
    // The line may be half written; what follows the number shows that it is all there.
    let digits = after.find(|letter: char| !letter.is_ascii_digit())?;
    after[..digits].parse().ok()
}

fn height(header: &Value) -> Result<u64> {
    let number = header["number"].as_str().context("a header without a number")?;
    Ok(u64::from_str_radix(number.trim_start_matches("0x"), 16)?)
}

fn last_words(words: &str) -> String {
    let lines: Vec<_> = words.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}

fn folder_bytes(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let data = entry.metadata()?;
        bytes += if data.is_dir() { folder_bytes(&entry.path())? } else { data.len() };
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_once_the_line_is_complete() {
        assert_eq!(port("… Running JSON-RPC server: addr=127.0.0.1:40123,[::1]:39871\n"), Some(40123));
        assert_eq!(port("… Running JSON-RPC server: addr=127.0.0.1:401"), None);
        assert_eq!(port("… starting"), None);
    }

    #[test]
    fn a_header_tells_its_height_in_hexadecimal() {
        assert_eq!(height(&serde_json::json!({ "number": "0x1f" })).expect("one"), 31);
        assert!(height(&Value::Null).is_err());
    }
}
