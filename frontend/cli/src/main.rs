//! Chartkey from the shell: for operators, scripts and tests.
//!
//! `chartkey --home DIR --url http://127.0.0.1:8080 account join patient`, and so on; `flows.md` walks through all of
//! it. One folder is one person: wallet, what was believed of the service at first sight, and small notes. Nothing
//! medical is kept in it.

mod home;
mod paper;
mod people;
mod said;
mod times;
mod verbs;

use clap::Parser;
use home::Home;
use said::Said;
use std::{path::PathBuf, process::ExitCode};

/// Chartkey from the shell.
#[derive(Parser)]
#[command(name = "chartkey", version, arg_required_else_help = true)]
struct Cli {
    /// The person's folder; `~/.chartkey` unless said.
    #[arg(long, global = true, env = "CHARTKEY_HOME")]
    home: Option<PathBuf>,
    /// The service's address; remembered in the folder after the first time.
    #[arg(long, global = true, env = "CHARTKEY_URL")]
    url: Option<String>,
    /// A node of one's own to ask, in place of the one the service names.
    #[arg(long, global = true, env = "CHARTKEY_NODE_URL")]
    node: Option<String>,
    /// A deployment file to trust, in place of what the service says at first sight.
    #[arg(long, global = true, env = "CHARTKEY_DEPLOYMENT")]
    deployment: Option<PathBuf>,
    /// The wallet's secret: a file, a seed phrase or a development name such as `//Ada`; the folder's own unless said.
    #[arg(long, global = true, env = "CHARTKEY_KEY", hide_env_values = true)]
    key: Option<String>,
    /// Answer in JSON, for scripts.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    verb: verbs::Verb,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Cli { home, url, node, deployment, key, json, verb } = Cli::parse();
    let done = async {
        let home = Home::open(home::Options { home, url, node, deployment, key })?;
        let said = verbs::run(verb, &home, json).await;
        home.sign_out().await;
        said
    };
    match done.await {
        Ok(said) => {
            said.print(json);
            ExitCode::SUCCESS
        }
        Err(error) => {
            Said::complain(&error, json);
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_can_be_said() {
        Cli::command().debug_assert();
    }
}
