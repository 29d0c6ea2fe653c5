//! One node as a process: started on free ports, killed, and started again on what it left behind.

use super::process::{PATIENCE, Process, folder_bytes};
use crate::expect::wait_until;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::Command,
};
use subxt::rpcs::{RpcClient, client::RpcParams, rpc_params};

/// What the node says when it listens.
const LISTENING: &str = "Running JSON-RPC server: addr=127.0.0.1:";

/// One node, running or not.
pub struct Node {
    name: String,
    program: PathBuf,
    arguments: Vec<String>,
    folder: PathBuf,
    starts: u32,
    /// The port it took first; it comes back to it, because others have its address.
    port: u16,
    running: Option<Running>,
}

struct Running {
    process: Process,
    port: u16,
    rpc: RpcClient,
}

impl Node {
    /// A node that is not running yet and will keep its data and logs in `folder`.
    pub(super) fn new(name: &str, program: &Path, folder: &Path, arguments: Vec<String>) -> Self {
        let (name, folder) = (name.to_owned(), folder.to_owned());
        Self { name, program: program.to_owned(), arguments, folder, starts: 0, port: 0, running: None }
    }

    /// Starts it and waits until it answers.
    pub(super) async fn start(&mut self) -> Result<()> {
        ensure!(self.running.is_none(), "{} runs already", self.name);
        self.starts += 1;
        let log = self.folder.join(format!("{}.{}.log", self.name, self.starts));
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .args(["--base-path".as_ref(), self.folder.join(&self.name).as_os_str()])
            // At first any free port; the node says in its log which it took.
            .args(["--rpc-port", &self.port.to_string(), "--no-prometheus", "--no-telemetry"]);
        let mut process = Process::start(&mut command, log)?;
        let what = format!("{} to listen", self.name);
        let port = wait_until(&what, PATIENCE, async || {
            process.expect_running()?;
            Ok(port(&process.words()?))
        })
        .await?;
        let rpc = RpcClient::from_insecure_url(url(port)).await?;
        self.port = port;
        self.running = Some(Running { process, port, rpc });
        Ok(())
    }

    /// Ends it as a power cut would: without a word of warning.
    pub fn kill(&mut self) {
        self.running = None;
    }

    /// Asks it to end, as an operator would, and waits until it has.
    pub async fn stop(&mut self) -> Result<()> {
        self.running.take().context("it does not run")?.process.end().await?;
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
        self.running()?.process.words()
    }

    /// How many seconds of a core it has used since it was started.
    pub fn cpu_seconds(&self) -> Result<f64> {
        self.running()?.process.cpu_seconds()
    }

    /// How many bytes its database takes.
    pub fn database_bytes(&self) -> Result<u64> {
        folder_bytes(&self.folder.join(&self.name))
    }

    fn running(&self) -> Result<&Running> {
        self.running.as_ref().with_context(|| format!("{} does not run", self.name))
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
