//! Somebody who speaks to the oracle over HTTP with nothing in between, so that also what no client of ours would ask
//! can be asked.

use crate::{actors::Person, stack::Oracle};
use anyhow::{Context, Result, ensure};
use chartkey_protocol::{Begin, Bytes, Challenge, Held, NewSession, Session, SignIn, Uploading};
use chartkey_store::dag;
use reqwest::{Client, Method, StatusCode};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A caller with or without a session.
#[derive(Clone)]
pub struct Caller {
    http: Client,
    base: String,
    token: Option<String>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The status.
    pub status: StatusCode,
    /// The body.
    pub body: Vec<u8>,
}

impl Answered {
    /// The body as JSON; fails with status and body when it was a problem.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        ensure!(self.status.is_success(), "{}: {}", self.status, self.text());
        serde_json::from_slice(&self.body).with_context(|| self.text())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The name of the problem.
    pub fn why(&self) -> Option<String> {
        let problem: Value = serde_json::from_slice(&self.body).ok()?;
        Some(problem.get("why")?.as_str()?.to_owned())
    }
}

impl Caller {
    /// A caller who has not signed in.
    pub fn visitor(oracle: &Oracle) -> Self {
        Self { http: Client::new(), base: oracle.url(), token: None }
    }

    /// Somebody's session, signed with their wallet's key.
    pub async fn sign_in(oracle: &Oracle, person: &Person) -> Result<Self> {
        let visitor = Self::visitor(oracle);
        let asked: SignIn =
            visitor.post("/api/session/challenge", &Challenge { address: person.id().to_string() }).await?;
        let signature = person.key.sign(asked.text.as_bytes()).0.to_vec();
        let signed = NewSession { nonce: asked.nonce, scheme: "sr25519".into(), signature: signature.into() };
        let session: Session = visitor.post("/api/session", &signed).await?;
        ensure!(session.account == person.account, "a session of somebody else");
        Ok(Self { token: session.token, ..visitor })
    }

    /// The token in use.
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// The same caller with another token.
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.into()), ..self.clone() }
    }

    /// Asks anything.
    pub async fn call(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Answered> {
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await?;
        Ok(Answered { status: response.status(), body: response.bytes().await?.to_vec() })
    }

    /// Gets something that must be there.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        self.call(Method::GET, path, None).await?.json().with_context(|| format!("GET {path}"))
    }

    /// Posts something that must be taken.
    pub async fn post<T: DeserializeOwned>(&self, path: &str, what: &impl Serialize) -> Result<T> {
        let body = serde_json::to_value(what)?;
        self.call(Method::POST, path, Some(&body)).await?.json().with_context(|| format!("POST {path}"))
    }

    /// Puts something that must be taken.
    pub async fn put(&self, path: &str, what: &impl Serialize) -> Result<()> {
        let answered = self.call(Method::PUT, path, Some(&serde_json::to_value(what)?)).await?;
        ensure!(answered.status.is_success(), "PUT {path}: {}: {}", answered.status, answered.text());
        Ok(())
    }

    /// Uploads bytes, in one part when they fit.
    pub async fn upload(&self, blob: &[u8]) -> Result<Held> {
        let begin = Begin { size: blob.len() as u64, cid: dag::hash(blob) };
        let mut under_way: Uploading = self.post("/api/blobs", &begin).await?;
        while under_way.offset < under_way.size {
            let from = under_way.offset as usize;
            let part = &blob[from..blob.len().min(from + under_way.part as usize)];
            let path = format!("{}/api/blobs/{}?offset={from}", self.base, under_way.upload);
            let request = self.http.put(path).body(part.to_vec());
            let response = match &self.token {
                Some(token) => request.bearer_auth(token),
                None => request,
            };
            let response = response.send().await?;
            ensure!(response.status().is_success(), "{}: {}", response.status(), response.text().await?);
            under_way = response.json().await?;
        }
        self.post(&format!("/api/blobs/{}/finish", under_way.upload), &Value::Null).await
    }
}

/// Bytes as JSON carries them.
pub fn bytes(bytes: impl Into<Vec<u8>>) -> Bytes {
    Bytes(bytes.into())
}
