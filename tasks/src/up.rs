//! `./dev up`: from sources to a running, deployed, seeded chain.

use crate::{
    app,
    build::{self, Scope},
    deploy, oracle,
    people::{self, Staff},
    rpc, runtime, say,
    service::{self, Service},
    site::Site,
};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::{
    env, fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

/// The service's name in logs and status.
pub(crate) const NODE: &str = "node";
/// A node that is well answers within seconds; a busy machine may need longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// Brings everything up; `fresh` forgets the chain's state first.
pub(crate) fn run(site: &Site, fresh: bool) -> Result<()> {
    let begun = Instant::now();
    let built = build::workspace(site, Scope::Programs)?;
    let node = build::keep(site, &built, "chartkey-node")?;
    let deployer = build::keep(site, &built, "chartkey-deploy")?;
    let keeper = build::keep(site, &built, "chartkey-oracle")?;
    let shell = build::keep(site, &built, "chartkey")?;
    let reader = build::keep(site, &build::worker(site, Scope::Programs)?, "ml-worker")?;
    let wasm = runtime::wasm(site, &built)?;
    app::build(site, app::Form::Development)?;

    if fresh {
        forget(site)?;
    }
    let port = rpc_port()?;
    genesis(site, &node, &wasm)?;
    let service = start(site, &node, port)?;
    deploy::apply_and_seed(site, &deployer, service.port)?;
    let oracle = oracle::start(site, &keeper, service.port, &people::custodians(site, &shell)?)?;
    let passphrase = people::bring_in(site, &shell, oracle.port)?;
    let staff = Staff { shell: &shell, reader: &reader, oracle: oracle.port, passphrase: &passphrase };
    staff.keep_watch(site)?;
    staff.read(site)?;
    summary(site, &service, &oracle, &passphrase, begun.elapsed())
}

/// Stops everything and removes blocks, spec, what was deployed, what the oracle kept of it, and notes about people.
fn forget(site: &Site) -> Result<()> {
    say::step("Forgetting the chain's state", "end what still uses .chartkey/chain, then repeat", || {
        if let Some(service) = Service::find(site, NODE) {
            service.stop(site)?;
        }
        if site.chain().exists() {
            fs::remove_dir_all(site.chain())?;
        }
        people::forget(site)?;
        oracle::forget(site)
    })
}

/// Writes the development chain's spec, once: a chain keeps the genesis it was born with.
fn genesis(site: &Site, node: &Path, wasm: &Path) -> Result<()> {
    let spec = site.chain().join("spec.json");
    let born_with = site.chain().join("runtime.wasm");
    if spec.exists() {
        if fs::read(&born_with).ok() != fs::read(wasm).ok() {
            say::note("the chain keeps the runtime it was born with; `./dev up --fresh` begins anew with this build's");
        }
        return Ok(());
    }
    say::step("Writing the chain's genesis", "see the node's words above", || {
        write_spec(node, "dev", wasm, &spec)?;
        fs::copy(wasm, &born_with)?;
        Ok(())
    })
}

/// Has the node write a network's spec around a runtime.
pub(crate) fn write_spec(node: &Path, network: &str, wasm: &Path, spec: &Path) -> Result<()> {
    fs::create_dir_all(spec.parent().context("a spec lies in a folder")?)?;
    // Written aside and renamed, so that an interrupted run leaves no half of a spec.
    let coming = spec.with_extension("coming");
    let mut command = Command::new(node);
    command.args(["build-spec", "--raw", "--network", network, "--runtime"]).arg(wasm).arg("--out").arg(&coming);
    runtime::output(&mut command)?;
    Ok(fs::rename(coming, spec)?)
}

/// The running node, or a new one; a node older than its binary is replaced, its state kept.
fn start(site: &Site, node: &Path, port: u16) -> Result<Service> {
    say::step("Starting the node", "read its log: `./dev logs node`", || {
        if let Some(running) = Service::find(site, NODE) {
            if !running.outdated(node) && running.port == port {
                say::note(format_args!("already runs (process {}, port {})", running.pid, running.port));
                return ready(site, running);
            }
            say::note("the running node is of another build or port; it is replaced");
            running.stop(site)?;
        }
        let chain = site.chain();
        let mut command = Command::new(node);
        command
            .arg("--dev")
            // The oracle reads every block's events, also those of the time before it was there.
            .args(["--state-pruning", "archive"])
            .arg("--chain")
            .arg(chain.join("spec.json"))
            .arg("--base-path")
            .arg(chain.join("base"))
            .args(["--rpc-port", &port.to_string()])
            .args(["--prometheus-port", &metrics_port(port).to_string()])
            // It has no peers; any free port will do.
            .args(["--port", "0"]);
        let service = Service::start(site, NODE, port, &mut command)?;
        ready(site, service)
    })
}

/// Waits until the node answers; a node that ended in the meantime has its last words shown.
fn ready(site: &Site, service: Service) -> Result<Service> {
    say::wait_until("the node to answer", PATIENCE, || {
        if !service.runs() {
            bail!("the node ended:\n{}", service::last_words(site, NODE));
        }
        Ok(rpc::ask(service.port, "system_health", json!([])).ok())
    })?;
    Ok(service)
}

fn rpc_port() -> Result<u16> {
    match env::var("CHARTKEY_RPC_PORT") {
        Ok(port) => port.parse().context("CHARTKEY_RPC_PORT is no port"),
        Err(_) => Ok(9944),
    }
}

/// The usual port for metrics, moved as far as the RPC's was, so that two checkouts can run side by side.
fn metrics_port(rpc: u16) -> u16 {
    9615_u16.wrapping_add(rpc.wrapping_sub(9944))
}

fn summary(site: &Site, service: &Service, oracle: &Service, passphrase: &str, took: Duration) -> Result<()> {
    let (best, _) = rpc::heights(service.port)?;
    let genesis = rpc::genesis(service.port)?;
    println!("\nChartkey runs ({}).\n", say::Took(took));
    println!("  app          http://localhost:{}", oracle.port);
    println!("  chain        ws://127.0.0.1:{}   block {best}, genesis {genesis}", service.port);
    println!("  oracle       http://localhost:{}   its interface: /api/docs", oracle.port);
    println!("  metrics      http://127.0.0.1:{}/metrics", metrics_port(service.port));
    println!("  contracts    chain-config/deployments/dev.toml");
    println!("  log          {}   (./dev logs node)", site.short(&site.log(NODE)));
    println!("  state        {}   (./dev up --fresh wipes it)", site.short(&site.state));
    println!("  worker       reads what patients ask it to   (./dev logs worker)");
    println!("  shell        {} --help", site.short(&site.state.join("bin").join("chartkey")));
    println!("  people       //Ada, //Ben, //Chandra, //Grace, //DrLin and others; passphrase: {passphrase}");
    println!("\n  ./dev status shows how it is, ./dev down stops it, ./dev test tests it.");
    Ok(())
}
