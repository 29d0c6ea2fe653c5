//! Kubo's RPC: every call is a `POST`, every answer JSON lines or bytes.

use crate::{StoreError, http};
use reqwest::{
    Client, Response, StatusCode,
    header::{AUTHORIZATION, HeaderValue},
    multipart::{Form, Part},
};
use serde::{Deserialize, de::DeserializeOwned};

pub(super) const PEER: &str = "kubo";
/// Bytes of an answer that lists a few things.
const ANSWER: usize = 1 << 20;

#[derive(Clone)]
pub(super) struct Rpc {
    client: Client,
    base: String,
    authorization: Option<HeaderValue>,
}

/// How Kubo says no.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Complaint {
    message: String,
}

impl Rpc {
    pub(super) fn new(url: &str) -> Result<Self, StoreError> {
        // The node is ours and near; a proxy for the wide world has no business in between.
        let client = http::client(|builder| builder.no_proxy())?;
        Ok(Self { client, base: format!("{}/api/v0", url.trim_end_matches('/')), authorization: None })
    }

    pub(super) fn authorize(&mut self, header: &str) -> Result<(), StoreError> {
        let mut value = HeaderValue::from_str(header).map_err(|_| http::refused(PEER, "not a header's value"))?;
        value.set_sensitive(true);
        self.authorization = Some(value);
        Ok(())
    }

    /// Calls with everything in the query: names and switches, which need no escaping.
    pub(super) async fn call(&self, query: &str) -> Result<Response, StoreError> {
        self.send(query, None).await
    }

    /// Calls with a file.
    pub(super) async fn upload(&self, query: &str, file: Part) -> Result<Response, StoreError> {
        // Kubo decides by this header that a part is a file.
        let file = file.file_name("blob").mime_str("application/octet-stream");
        let file = file.map_err(|error| http::unreachable(PEER, error))?;
        self.send(query, Some(Form::new().part("file", file))).await
    }

    async fn send(&self, query: &str, form: Option<Form>) -> Result<Response, StoreError> {
        let mut request = self.client.post(format!("{}/{query}", self.base));
        if let Some(value) = &self.authorization {
            request = request.header(AUTHORIZATION, value);
        }
        if let Some(form) = form {
            request = request.multipart(form);
        }
        let answer = request.send().await.map_err(|error| http::unreachable(PEER, error))?;
        if answer.status() == StatusCode::OK {
            return Ok(answer);
        }
        let status = answer.status();
        let words = http::read(PEER, answer, ANSWER).await?;
        Err(match serde_json::from_slice::<Complaint>(&words) {
            Ok(complaint) => http::refused(PEER, &complaint.message),
            Err(_) => http::refused(PEER, &format!("{status} {}", String::from_utf8_lossy(&words))),
        })
    }
}

/// The lines of a short answer.
pub(super) async fn lines<T: DeserializeOwned>(answer: Response) -> Result<Vec<T>, StoreError> {
    let all = http::read(PEER, answer, ANSWER).await?;
    all.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(line).collect()
}

pub(super) fn line<T: DeserializeOwned>(line: &[u8]) -> Result<T, StoreError> {
    // Kubo may find an error when it has begun to answer; it is a line like any other then.
    serde_json::from_slice(line).map_err(|_| match serde_json::from_slice::<Complaint>(line) {
        Ok(complaint) => http::refused(PEER, &complaint.message),
        Err(_) => http::refused(PEER, "its answer is not understood"),
    })
}
