//! Who may use which address, and how it is asked about Ada's things.

use super::stage::Things;
use serde_json::{Value, json};

/// Who may use an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum For {
    /// Everybody, signed in or not; it tells nothing about a person.
    Everybody,
    /// Whoever signed in, about what stands on the public chain anyway.
    PublicChain,
    /// Whoever signed in, about themselves alone.
    Oneself,
    /// The one of the cast who holds this office.
    Office(&'static str),
    /// The patient whose things these are.
    TheOwner,
    /// The patient, and the worker who holds a key to the record.
    Readers,
    /// Nobody, not even the owner: it is another door's.
    Nobody,
}

/// One address as it is asked.
pub(crate) struct Row {
    pub(crate) whom: For,
    pub(crate) path: String,
    pub(crate) body: Option<Value>,
}

/// The row of an address; `None` when nobody has decided yet.
pub(crate) fn row(method: &str, path: &str, of: &Things) -> Option<Row> {
    let whom = whom(method, path)?;
    let filled = path
        .replace("{account}", &of.owner)
        .replace("{record}", &of.record)
        .replace("{version}", "1")
        .replace("{finding}", &of.finding)
        .replace("{cid}", &of.cid)
        .replace("{upload}", &of.upload)
        .replace("{job}", &of.job)
        .replace("{link}", &of.link)
        .replace("{reader}", &of.owner)
        .replace("{height}", "1")
        .replace("{path}", "never-opened-by-anybody")
        .replace("{file}", "0");
    let question = match (method, path) {
        ("PUT", "/api/blobs/{upload}") => "?offset=0",
        ("GET", "/api/jobs") => return Some(Row { whom, path: format!("{filled}?record={}", of.record), body: None }),
        ("GET", "/api/wraps/missing" | "/api/log/mine") => {
            return Some(Row { whom, path: format!("{filled}?patient={}", of.owner), body: None });
        }
        ("GET", "/api/doctors/{account}/slots") => "?from=1800000000&to=1800086400",
        (_, path) if path.ends_with("/blob") || path.ends_with("/wrap") => "?purpose=treatment",
        _ => "",
    };
    Some(Row { whom, path: filled + question, body: body(method, path, of) })
}

fn whom(method: &str, path: &str) -> Option<For> {
    Some(match (method, path) {
        ("GET", "/health" | "/ready" | "/metrics" | "/api/site") => For::Everybody,
        ("POST", "/api/session/challenge" | "/api/session" | "/api/puzzle" | "/api/faucet") => For::Everybody,
        // The chain of hashes, without what they are of; and what professionals publish of themselves.
        ("GET", "/api/log/leaves" | "/api/log/head" | "/api/directory" | "/api/public/{cid}") => For::Everybody,
        // A share link's path is the secret; without it there is nothing.
        ("POST", "/shl/{path}") | ("GET", "/shl/{path}/{file}") => For::Everybody,

        ("GET" | "DELETE", "/api/session") | ("DELETE", "/api/sessions") => For::Oneself,
        ("GET", "/api/usage" | "/api/vault" | "/api/contact" | "/api/notices" | "/api/custody") => For::Oneself,
        ("GET", "/api/notices/stream") => For::Oneself,
        ("PUT", "/api/vault" | "/api/contact" | "/api/lookup") => For::Oneself,
        ("DELETE", "/api/contact" | "/api/lookup") | ("POST", "/api/notices/read" | "/api/blobs") => For::Oneself,
        ("GET", path) if path.starts_with("/api/mine/") => For::Oneself,
        ("POST", "/api/licence" | "/api/licence/code" | "/api/lookup/evaluate") => For::Oneself,

        ("GET", "/api/members/{account}" | "/api/doctors/{account}/slots") => For::PublicChain,
        ("GET", "/api/motions") => For::PublicChain,
        ("GET", path) if path.starts_with("/api/explore/") => For::PublicChain,
        ("GET", "/api/members" | "/api/council") => For::Office("admin"),
        ("POST", "/api/lookup/find") | ("GET", "/api/house/openings") => For::Office("hospital"),
        // The worker has a key to the record, so that there can be a job.
        (
            "POST",
            "/api/jobs/claim" | "/api/jobs/{job}/heartbeat" | "/api/jobs/{job}/report" | "/api/jobs/{job}/fail",
        ) => For::Office("worker"),
        ("GET", "/api/patients/{account}/records" | "/api/patients/{account}/findings" | "/api/jobs") => For::Readers,
        ("GET", "/api/records/{record}") => For::Readers,

        ("GET", path) if path.starts_with("/api/patients/{account}") => For::TheOwner,
        (_, path) if path.starts_with("/api/records/{record}") => For::TheOwner,
        (_, path) if path.starts_with("/api/findings/{finding}") => For::TheOwner,
        (_, path) if path.starts_with("/api/blobs/{upload}") => For::TheOwner,
        ("GET", "/api/wraps/missing" | "/api/log/mine") => For::TheOwner,
        ("POST", "/api/jobs") | ("DELETE", "/api/jobs/{job}") => For::TheOwner,
        ("PUT" | "DELETE", "/api/links/{link}") => For::TheOwner,
        ("PUT" | "GET", "/api/cards/{record}/shares") => For::TheOwner,

        // A part is handed over by the custodian who has it, and none of the cast is one.
        ("PUT", "/api/custody/{record}/{reader}") => For::Nobody,
        _ => return None,
    })
}

fn body(method: &str, path: &str, of: &Things) -> Option<Value> {
    let wrap = json!({ "reader": of.owner, "purpose": "treatment", "epoch": 0, "cid": of.cid, "key": of.key });
    let attestation = || {
        json!({ "record": of.record, "version": 1, "seen": of.digest, "model": of.digest, "code": of.digest,
                "output": of.digest })
    };
    Some(match (method, path) {
        ("POST", "/api/session/challenge") => json!({ "address": of.address }),
        ("POST", "/api/session") => json!({ "nonce": "none", "scheme": "sr25519", "signature": of.key }),
        ("POST", "/api/puzzle") => json!({ "purpose": "faucet" }),
        ("POST", "/api/faucet") => json!({ "address": of.address, "solved": { "seed": of.key, "answer": 1 } }),
        ("POST", "/api/licence") => json!({ "number": "X-1", "solved": { "seed": of.key, "answer": 1 } }),
        ("POST", "/api/licence/code") => json!({ "number": "X-1", "code": "000000" }),
        ("POST", "/api/lookup/evaluate") => json!({ "blinded": of.key }),
        ("PUT", "/api/lookup") | ("POST", "/api/lookup/find") => json!({ "tag": of.tag }),
        ("POST", "/api/blobs") => json!({ "size": 7, "cid": of.cid }),
        ("PUT", "/api/vault") => json!({ "revision": 9, "bytes": of.key }),
        ("PUT", "/api/contact") => json!({ "email": "somebody@chartkey.example" }),
        ("POST", "/api/notices/read") => json!({ "upto": 0 }),
        ("PUT", "/api/records/{record}/versions/{version}/wraps") => json!({ "wraps": [wrap] }),
        ("PUT", "/api/cards/{record}/shares") => {
            let share = |keeper: &String| json!({ "keeper": keeper, "epoch": 0, "share": of.key });
            json!({ "cid": of.cid, "shares": of.keepers.iter().map(share).collect::<Vec<_>>() })
        }
        ("PUT", "/api/custody/{record}/{reader}") => json!({ "keeper": of.owner, "epoch": 0, "share": of.key }),
        ("POST", "/api/jobs") => json!({ "record": of.record, "version": 1, "workers": [of.worker] }),
        ("POST", "/api/jobs/{job}/heartbeat") => json!({ "lease": "0", "stage": "reading", "percent": 1 }),
        ("POST", "/api/jobs/{job}/fail") => json!({ "lease": "0", "error": "none" }),
        ("POST", "/api/jobs/{job}/report") => json!({ "lease": "0", "attestation": attestation(), "cid": of.cid,
                                                      "wraps": [], "transaction": of.key }),
        ("PUT", "/api/links/{link}") => {
            json!({ "files": [{ "content_type": "application/fhir+json", "jwe": of.jwe }] })
        }
        ("POST", "/shl/{path}") => json!({ "recipient": "somebody" }),
        _ => return None,
    })
}
