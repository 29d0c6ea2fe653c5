//! What `./dev up` brings in: a practice that lives, made by the flows of everybody, and made once.

use anyhow::{Context, Result, ensure};
use chartkey_tests::{
    clinic::account_named,
    shell::{Shell, text},
    stack::{Oracle, Stack, Wishes},
};
use serde_json::Value;

/// Whoever looks around as one of the seeded people finds what opens.
#[tokio::test]
async fn seeded_people_have_a_practice_that_opens_and_is_made_once() -> Result<()> {
    let stack = Stack::start().await?;
    let custodians = ["Custodian1", "Custodian2", "Custodian3"].map(account_named);
    let custodians = custodians.into_iter().collect::<Result<_>>()?;
    let oracle = Oracle::start_with(&stack, Wishes { custodians, ..Wishes::default() }).await?;
    let shell = Shell::at(&oracle)?;
    shell.refused("nobody", &["demo"])?;

    let seeded = stack.seed().await?;
    ensure!(seeded.done() > 0, "{seeded}");
    let first = shell.p("nobody", &["demo"])?;
    ensure!(first["new"].as_u64() > Some(40), "{first}");
    the_patient_reads(&shell)?;
    the_doctor_reads_and_signs(&shell)?;
    the_card_opens(&shell)?;

    // What somebody took away since does not come back.
    let lin = text(&shell.p("lin", &["--key", "//DrLin", "account", "address"])?, "account")?;
    shell.p("ada", &["--key", "//Ada", "key", "withdraw", &lin, "treatment"])?;
    let again = shell.p("nobody", &["demo"])?;
    ensure!(again["new"].as_u64() == Some(0), "{again}");
    let keys = shell.p("ada", &["--key", "//Ada", "key", "list"])?;
    ensure!(!keys.to_string().contains(&lin), "{keys}");
    Ok(())
}

/// Every record of Ada's opens, and what a machine found in two of them.
fn the_patient_reads(shell: &Shell) -> Result<()> {
    let ada = |words: &[&str]| shell.p("ada", &[&["--key", "//Ada"], words].concat());
    let records = rows(ada(&["record", "list"])?)?;
    ensure!(records.len() >= 10, "{records:?}");
    for row in &records {
        let (record, out) = (text(row, "record")?, shell.folder().join("out"));
        ada(&["record", "open", &record, "--out", out.to_str().context("text")?])?;
    }
    let findings = rows(ada(&["finding", "list"])?)?;
    let signed = findings.iter().filter(|row| row["signed"].as_array().is_some_and(|signed| !signed.is_empty()));
    ensure!((findings.len(), signed.count()) == (2, 1), "{findings:?}");
    for row in &findings {
        let shown = ada(&["finding", "show", &text(row, "finding")?])?;
        ensure!(text(&shown, "text")?.contains("summary"), "{shown}");
    }
    ada(&["log", "verify"])?;
    Ok(())
}

/// Dr. Lin sees Ada's chart and may put her name under what is not signed yet.
fn the_doctor_reads_and_signs(shell: &Shell) -> Result<()> {
    let lin = |words: &[&str]| shell.p("lin", &[&["--key", "//DrLin"], words].concat());
    let findings = rows(lin(&["finding", "list", "--of", "//Ada"])?)?;
    let open = findings.iter().find(|row| row["signed"] == Value::Array(Vec::new())).context("one is not signed")?;
    let finding = text(open, "finding")?;
    lin(&["finding", "show", &finding])?;
    lin(&["finding", "sign", &finding, "disagree"])?;
    let found = lin(&["professional", "find", "--name", "okafor"])?.to_string();
    ensure!(found.contains("Dr. Tobi Okafor"), "{found}");
    Ok(())
}

/// The house breaks Ben's glass, two custodians answer, and the card says what he is allergic to.
fn the_card_opens(shell: &Shell) -> Result<()> {
    shell.p("house", &["--key", "//Lindenhof", "emergency", "break", "//Ben", "life_at_risk"])?;
    for custodian in ["//Custodian1", "//Custodian3"] {
        let all = |handed: &Value| handed["handed"].as_array().is_some_and(|handed| !handed.is_empty());
        shell.until(&custodian[2..], &["--key", custodian, "custodian", "run", "--once"], all)?;
    }
    let card = shell.p("house", &["--key", "//Lindenhof", "emergency", "open", "//Ben"])?;
    ensure!(text(&card, "text")?.contains("azelnuts"), "{card}");
    Ok(())
}

fn rows(answer: Value) -> Result<Vec<Value>> {
    answer.as_array().cloned().with_context(|| format!("no rows: {answer}"))
}
