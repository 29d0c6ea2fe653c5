//! Every address of the oracle × every role × somebody else's names: denied, and nothing about them is said.
//!
//! The list of addresses is the oracle's own OpenAPI document. One without a row here fails the test, so none can be
//! added without somebody deciding who may use it.

mod rows;
mod stage;

use anyhow::{Result, ensure};
use chartkey_tests::caller::{Answered, Caller};
use reqwest::{Method, StatusCode};
use rows::{For, Row, row};
use serde_json::Value;
use stage::Stage;

/// Statuses that say no: not signed in, not allowed, or there is no such thing as far as you are concerned.
const NO: [StatusCode; 3] = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];

/// Nobody reads, lists, exports, changes or removes what is another's, on any address, in any role or standing.
#[tokio::test]
async fn nobody_comes_near_what_is_anothers() -> Result<()> {
    let stage = Stage::set().await?;
    let operations = operations(&stage.visitor).await?;
    ensure!(operations.len() >= 60, "the document lists {} operations", operations.len());
    let mut asked = 0;
    let mut wrong = Vec::new();
    for (method, path) in &operations {
        let Some(row) = row(method.as_str(), path, &stage.things) else {
            wrong.push(format!("{method} {path} has no row: who may use it?"));
            continue;
        };
        let visitor = stage.visitor.call(method.clone(), &row.path, row.body.as_ref()).await?;
        if row.whom != For::Everybody && visitor.status != StatusCode::UNAUTHORIZED {
            wrong.push(format!("{method} {path}: a visitor got {}", visitor.status));
        }
        // It never ends; whose notices it tells is seen where notices are tested.
        if path == "/api/notices/stream" {
            continue;
        }
        for (name, caller) in &stage.cast {
            asked += 1;
            let answered = caller.call(method.clone(), &row.path, row.body.as_ref()).await?;
            if let Some(fault) = fault(&row, name, &answered, &stage) {
                wrong.push(format!("{method} {path} as {name}: {fault}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {asked} cells:\n{}", wrong.len(), wrong.join("\n"));
    println!("{} operations, {asked} cells", operations.len());
    Ok(())
}

/// The same addresses let the owner in: what kept the others out was who they are, not how they asked.
#[tokio::test]
async fn the_same_questions_serve_whose_they_are() -> Result<()> {
    let stage = Stage::set().await?;
    let mut wrong = Vec::new();
    for (method, path) in operations(&stage.visitor).await? {
        // What removes something is tried last of all, by other tests.
        if method == Method::DELETE {
            continue;
        }
        let Some(row) = row(method.as_str(), &path, &stage.things) else { continue };
        if matches!(row.whom, For::TheOwner | For::Readers) {
            let answered = stage.owner.call(method.clone(), &row.path, row.body.as_ref()).await?;
            // The finding's key comes with a job's report, and this one was told to the chain directly.
            let unwrapped = answered.text().contains("You may open this, but nobody has wrapped its key");
            if NO.contains(&answered.status) && !unwrapped {
                wrong.push(format!("{method} {path}: {} {}", answered.status, answered.text()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// What is wrong with an answer somebody of the cast got, if anything is.
fn fault(row: &Row, name: &str, answered: &Answered, stage: &Stage) -> Option<String> {
    let status = answered.status;
    let text = answered.text();
    let entitled = matches!(row.whom, For::Office(_) | For::Readers) && name == "worker";
    let told = stage.things.secrets().into_iter().find(|secret| text.contains(*secret));
    if row.whom != For::PublicChain
        && !entitled
        && let Some(secret) = told
        && !row.path.contains(secret)
    {
        return Some(format!("was told {secret}"));
    }
    let allowed = match row.whom {
        For::Everybody | For::PublicChain | For::Oneself => true,
        For::Office(office) => name == office,
        For::Readers => name == "worker",
        For::TheOwner | For::Nobody => false,
    };
    if status.is_server_error() {
        return Some(format!("broke it: {status} {text}"));
    }
    // An empty list is as good a no as any; that nothing of it is told was seen above.
    let empty =
        serde_json::from_str::<Value>(&text).is_ok_and(|answer| answer["rows"].as_array().is_some_and(Vec::is_empty));
    (!allowed && !NO.contains(&status) && !empty).then(|| format!("got {status} {text}"))
}

/// Every operation of the document the oracle serves.
async fn operations(visitor: &Caller) -> Result<Vec<(Method, String)>> {
    let document: Value = visitor.get("/api/openapi.json").await?;
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for method in item.as_object().into_iter().flatten().map(|(method, _)| method) {
            if let Ok(method) = Method::from_bytes(method.to_uppercase().as_bytes()) {
                operations.push((method, path.clone()));
            }
        }
    }
    Ok(operations)
}
