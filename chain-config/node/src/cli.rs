//! What can be asked of the program on the command line.

use crate::{
    artefacts::{CompressRuntime, ExportMetadata},
    spec::{BuildSpec, Spec},
};
use polkadot_sdk::*;
use sc_cli::{ChainInfoCmd, ExportBlocksCmd, KeySubcommand, PurgeChainCmd, RunCmd, SubstrateCli};
use std::path::PathBuf;

/// Transactions the pool holds by default. A burst of consents from a whole city must not be turned away: at a few
/// hundred bytes each this is some tens of megabytes.
const POOL_TRANSACTIONS: &str = "100000";
/// And their size in KiB.
const POOL_KIB: &str = "131072";
/// Which pool. The fork-aware one, usual elsewhere, was seen to forget transactions when blocks follow each other
/// within milliseconds, as instant seal makes them; the single-state one never did, and forks are rare here.
const POOL_KIND: &str = "single-state";

/// A node of the Chartkey chain.
///
/// Without a task it runs the node. A chain specification of type Development seals a block at once for every burst
/// of transactions; any other runs Aura and GRANDPA.
#[derive(Debug, clap::Parser)]
pub struct Cli {
    /// What to do instead of running the node.
    #[command(subcommand)]
    pub task: Option<Task>,

    /// How to run the node.
    #[clap(flatten)]
    pub run: RunCmd,
}

/// Everything besides running the node.
#[derive(Debug, clap::Subcommand)]
pub enum Task {
    /// Makes a chain specification from a compiled runtime and a description of the network.
    BuildSpec(BuildSpec),
    /// Compresses a compiled runtime, so that specifications and upgrades carry a fifth of the bytes.
    CompressRuntime(CompressRuntime),
    /// Writes the runtime's metadata, from which clients are generated.
    ExportMetadata(ExportMetadata),
    /// Prints the hash of the metadata that wallets sign, for RUNTIME_METADATA_HASH while the runtime is compiled.
    MetadataHash,
    /// Makes, shows and stores keys.
    #[command(subcommand)]
    Key(KeySubcommand),
    /// Shows how far the database has come.
    ChainInfo(ChainInfoCmd),
    /// Writes blocks to a file.
    ExportBlocks(ExportBlocksCmd),
    /// Deletes the chain's database.
    PurgeChain(PurgeChainCmd),
}

impl SubstrateCli for Cli {
    fn impl_name() -> String {
        "Chartkey".into()
    }

    fn impl_version() -> String {
        env!("CARGO_PKG_VERSION").into()
    }

    fn description() -> String {
        env!("CARGO_PKG_DESCRIPTION").into()
    }

    fn author() -> String {
        env!("CARGO_PKG_AUTHORS").into()
    }

    fn support_url() -> String {
        "see SECURITY.md and CONTRIBUTING.md in the source".into()
    }

    fn copyright_start_year() -> i32 {
        2026
    }

    fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
        if id.is_empty() && matches!(self.task, Some(Task::Key(_))) {
            // A member needs its peer's id before there is a chain; the specification only names a default folder.
            return Ok(Box::new(Spec::builder(&[], None).with_id("chartkey").build()));
        }
        if matches!(id, "" | "dev" | "local") {
            return Err("this node carries no chain of its own: give one with `--chain FILE`, \
                        and make one with `chartkey-node build-spec`"
                .into());
        }
        Ok(Box::new(Spec::from_json_file(PathBuf::from(id))?))
    }

    fn setup_command(command: clap::Command) -> clap::Command {
        command
            .name(Self::executable_name())
            .version(Self::impl_version())
            .author(Self::author())
            .after_help(format!("Help: {}", Self::support_url()))
            .propagate_version(true)
            .args_conflicts_with_subcommands(true)
            .subcommand_negates_reqs(true)
            .mut_arg("pool_limit", |limit| limit.default_value(POOL_TRANSACTIONS))
            .mut_arg("pool_kbytes", |limit| limit.default_value(POOL_KIB))
            .mut_arg("pool_type", |kind| kind.default_value(POOL_KIND))
    }
}
