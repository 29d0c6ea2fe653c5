//! Everybody's day in a browser: the real service with its chain and its people, and the program that walks through it.

use crate::{
    clinic::account_named,
    shell::{Shell, Staying},
    stack::{Oracle, Stack, Wishes, place},
};
use anyhow::Result;
use std::process::{Command, Stdio};

/// Who keeps parts of emergency keys.
const CUSTODIANS: [&str; 3] = ["Custodian1", "Custodian2", "Custodian3"];
/// Licences for those who join in the flows.
const LICENCES: &str = "number,name,role,phone,specialties,valid_until\n\
    MED-207731,Dr. Noor Haddad,doctor,+4915550017,101,2031-12-31\n";

/// All of it, running as after `./dev up`.
pub struct Day {
    oracle: Oracle,
    shell: Shell,
    _custodians: Vec<Staying>,
    _stack: Stack,
}

impl Day {
    /// Chain, contracts, people, their practice, the service with the built app, and the custodians.
    pub async fn begin() -> Result<Self> {
        let stack = Stack::start().await?;
        let custodians = CUSTODIANS.map(account_named).into_iter().collect::<Result<_>>()?;
        let app = Some(place("CHARTKEY_APP")?);
        let oracle = Oracle::start_with(&stack, Wishes { custodians, app, ..Wishes::default() }).await?;
        let shell = Shell::at(&oracle)?;
        oracle.command(&["import-licences", &shell.file("licences.csv", LICENCES.as_bytes())?])?;
        stack.seed().await?;
        shell.p("nobody", &["demo"])?;
        let key = |name: &str| format!("//{name}");
        let run = |name: &&str| shell.stay(name, &["--key", &key(name), "custodian", "run"]);
        let custodians = CUSTODIANS.iter().map(run).collect::<Result<_>>()?;
        Ok(Self { oracle, shell, _custodians: custodians, _stack: stack })
    }

    /// One of the programs in `tests/browser`, told where everything is.
    pub fn program(&self, name: &str) -> Result<Command> {
        let mut node = Command::new("node");
        node.arg(place("CHARTKEY_ROOT")?.join("tests/browser").join(name));
        node.env("CHARTKEY_URL", self.oracle.address()).env("CHARTKEY_SERVICE", self.oracle.url());
        node.env("CHARTKEY_MESSAGES", self.oracle.data().join("messages"));
        node.env("CHARTKEY_FOLDER", self.shell.folder()).stdin(Stdio::null());
        Ok(node)
    }
}
