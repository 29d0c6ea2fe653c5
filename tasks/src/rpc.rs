//! Asks a node over JSON-RPC: enough to know that it lives and how far it is.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// How long an answer may take, in seconds; a node on this machine needs milliseconds.
const PATIENCE: u64 = 3;

/// A node's answer to `method`.
pub(crate) fn ask(port: u16, method: &str, params: Value) -> Result<Value> {
    let question = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
    let answer = minreq::post(format!("http://127.0.0.1:{port}"))
        .with_header("Content-Type", "application/json")
        .with_body(question.to_string())
        .with_timeout(PATIENCE)
        .send()
        .with_context(|| format!("nothing answers on port {port}"))?;
    let mut answer: Value = serde_json::from_slice(answer.as_bytes()).context("the answer is not JSON")?;
    if let Some(error) = answer.get("error") {
        bail!("{method} was refused: {error}");
    }
    Ok(answer["result"].take())
}

/// The best and the finalized block's number.
pub(crate) fn heights(port: u16) -> Result<(u64, u64)> {
    let best = ask(port, "chain_getHeader", json!([]))?;
    let head = ask(port, "chain_getFinalizedHead", json!([]))?;
    let finalized = ask(port, "chain_getHeader", json!([head]))?;
    Ok((number(&best)?, number(&finalized)?))
}

/// The first block's hash: it names the chain.
pub(crate) fn genesis(port: u16) -> Result<String> {
    let hash = ask(port, "chain_getBlockHash", json!([0]))?;
    Ok(hash.as_str().context("the chain has no first block")?.to_owned())
}

fn number(header: &Value) -> Result<u64> {
    let number = header["number"].as_str().context("a header without a number")?;
    Ok(u64::from_str_radix(number.trim_start_matches("0x"), 16)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_tells_its_number_in_hexadecimal() {
        assert_eq!(number(&json!({ "number": "0x1f" })).expect("it is one"), 31);
        assert!(number(&json!(null)).is_err());
    }
}
