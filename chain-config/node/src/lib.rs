//! A validator or development node of the Chartkey chain.
//!
//! The runtime is not inside this program: it comes with the chain's specification, which `build-spec` makes from a
//! compiled runtime. So a validator runs exactly the code its consortium agreed on, whatever program it was built with.
//!
//! A library besides the program, so that tests link what the program links instead of compiling it all again.

pub mod artefacts;
pub mod cli;
pub mod rpc;
pub mod seal;
pub mod service;
pub mod spec;
pub mod validate;

use cli::{Cli, Task};
use polkadot_sdk::*;
use sc_cli::SubstrateCli;
use sc_network::config::NetworkBackendType;

/// Does what the command line asks for.
pub fn main() -> sc_cli::Result<()> {
    let cli = Cli::from_args();
    match &cli.task {
        None => run(&cli),
        Some(Task::BuildSpec(task)) => task.run(),
        Some(Task::CompressRuntime(task)) => task.run(),
        Some(Task::ExportMetadata(task)) => task.run(),
        Some(Task::MetadataHash) => artefacts::print_metadata_hash(),
        Some(Task::Key(task)) => task.run(&cli),
        Some(Task::ChainInfo(task)) => {
            cli.create_runner(task)?.sync_run(|config| task.run::<chartkey_runtime::opaque::Block>(&config))
        }
        Some(Task::ExportBlocks(task)) => cli.create_runner(task)?.async_run(|config| {
            let parts = service::parts(&config)?;
            Ok((task.run(parts.client, config.database), parts.tasks))
        }),
        Some(Task::PurgeChain(task)) => cli.create_runner(task)?.sync_run(|config| task.run(config.database)),
    }
}

/// Runs the node until it is told to stop.
fn run(cli: &Cli) -> sc_cli::Result<()> {
    cli.create_runner(&cli.run)?.run_node_until_exit(|config| async move {
        match config.network.network_backend {
            NetworkBackendType::Litep2p => service::start(config).map_err(sc_cli::Error::Service),
            // Compiling the second network in would cost minutes, and it is on its way out.
            NetworkBackendType::Libp2p => Err(sc_cli::Error::Input("this node speaks litep2p only".into())),
        }
    })
}
