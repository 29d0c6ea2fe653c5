//! A tool that knows nothing but the oracle's own description of itself tries it out, with and without a session: no
//! question breaks it, and every answer is as described.

use anyhow::{Result, ensure};
use chartkey_tests::{
    caller::Caller,
    stack::{Oracle, Stack},
};
use std::{env, path::PathBuf, process::Command};

/// Questions an address, in every test; ten times as many in the long run.
const QUESTIONS: &str = "8";
const MANY_QUESTIONS: &str = "80";

/// What ends the session in use, or never ends by itself.
const LEFT_OUT: [&str; 3] = ["/api/session", "/api/sessions", "/api/notices/stream"];

#[tokio::test]
async fn it_answers_as_it_says() -> Result<()> {
    try_out(QUESTIONS).await
}

#[tokio::test]
#[ignore = "long"]
async fn it_answers_as_it_says_to_many_questions() -> Result<()> {
    try_out(MANY_QUESTIONS).await
}

async fn try_out(questions: &str) -> Result<()> {
    let Some(program) = env::var_os("CHARTKEY_SCHEMATHESIS").map(PathBuf::from) else {
        eprintln!("left out: Schemathesis is not installed");
        return Ok(());
    };
    let stack = Stack::start().await?;
    let oracle = Oracle::start(&stack).await?;
    let ada = stack.patient("ada").await?;
    let session = Caller::sign_in(&oracle, &ada).await?;
    for token in [session.token(), None] {
        let mut command = Command::new(&program);
        command.arg("run").arg(format!("{}/api/openapi.json", oracle.url()));
        command.args(["--checks", "not_a_server_error,content_type_conformance,response_schema_conformance"]);
        command.args(["--max-examples", questions, "--seed", "7", "--workers", "2", "--no-color"]);
        for path in LEFT_OUT {
            command.args(["--exclude-path", path]);
        }
        if let Some(token) = token {
            command.args(["--header", &format!("Authorization: Bearer {token}")]);
        }
        let folder = tempfile::tempdir()?;
        let told = command.current_dir(folder.path()).output()?;
        let words = String::from_utf8_lossy(&told.stdout);
        ensure!(told.status.success(), "{words}\n{}", String::from_utf8_lossy(&told.stderr));
        println!(
            "{}",
            words.lines().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("\n")
        );
    }
    Ok(())
}
