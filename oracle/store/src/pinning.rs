//! The IPFS Pinning Service API (1.0.0): somebody else keeps a copy of the ciphertext.
//!
//! A service fetches the blocks from IPFS itself. It therefore follows a store whose node it can reach, a [`crate::Kubo`]
//! at one of `origins`; the embedded store answers no such calls, and is better followed by a [`crate::Mirror`].

use crate::{RecordStore, Replica, StoreError, http};
use async_trait::async_trait;
use chartkey_vocabulary::Cid;
use reqwest::{Client, Method, Response, StatusCode};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Bytes of a page of pins.
const ANSWER: usize = 4 << 20;
/// How long the first wait between two looks is; each later one is twice as long.
const FIRST_LOOK: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Unless told otherwise, a service shows only pins that are complete.
const EVERY_STATE: &str = "queued,pinning,pinned,failed";

/// How to reach a pinning service. Holds a secret, so it has no `Debug`.
#[derive(Clone)]
pub struct Service {
    /// What people call it.
    pub name: String,
    /// The API's address, such as `https://api.pinata.cloud/psa`.
    pub endpoint: String,
    /// The access token.
    pub token: String,
    /// Multiaddresses of the nodes that have the blocks.
    pub origins: Vec<String>,
}

/// A pinning service as a replica.
pub struct Pinning {
    service: Service,
    client: Client,
}

/// How far a pin is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PinState {
    /// Asked for, not begun.
    Queued,
    /// Being fetched.
    Pinning,
    /// Kept.
    Pinned,
    /// Given up; it may be asked for again.
    Failed,
}

#[derive(Deserialize)]
struct PinStatus {
    requestid: String,
    status: PinState,
}

#[derive(Deserialize)]
struct Page {
    results: Vec<PinStatus>,
}

/// The service is told the name of the ciphertext and where to find it, nothing else.
#[derive(Serialize)]
struct Ask<'a> {
    cid: String,
    origins: &'a [String],
}

#[derive(Deserialize)]
struct Failure {
    error: Complaint,
}

#[derive(Deserialize)]
struct Complaint {
    reason: String,
    #[serde(default)]
    details: String,
}

impl Pinning {
    /// A service; does not call it yet.
    ///
    /// # Errors
    /// `Refused` when no HTTP client can be made.
    pub fn new(mut service: Service) -> Result<Self, StoreError> {
        service.endpoint.truncate(service.endpoint.trim_end_matches('/').len());
        Ok(Self { client: http::client(|builder| builder)?, service })
    }

    /// How far the blob's pin is; the furthest, if there are several. `None` when there is no pin.
    ///
    /// # Errors
    /// `Unreachable`, or `Refused` with the service's reason.
    pub async fn state(&self, cid: &Cid) -> Result<Option<PinState>, StoreError> {
        let pins = self.pins(cid).await?;
        let of = |state| pins.iter().any(|pin| pin.status == state).then_some(state);
        Ok(of(PinState::Pinned).or(of(PinState::Pinning)).or(of(PinState::Queued)).or(of(PinState::Failed)))
    }

    /// Waits until the copy is there.
    ///
    /// # Errors
    /// `Unreachable` when `patience` runs out; `Refused` when the service gave up or never was asked.
    pub async fn settled(&self, cid: &Cid, patience: Duration) -> Result<(), StoreError> {
        let (deadline, mut wait) = (Instant::now() + patience, FIRST_LOOK);
        loop {
            match self.state(cid).await? {
                Some(PinState::Pinned) => return Ok(()),
                Some(PinState::Failed) => return Err(self.refused("it could not fetch the blob")),
                None => return Err(self.refused("it was not asked to keep the blob")),
                Some(PinState::Queued | PinState::Pinning) if Instant::now() + wait > deadline => {
                    let why = "still fetching the blob".into();
                    return Err(StoreError::Unreachable { peer: self.service.name.clone(), why });
                }
                Some(PinState::Queued | PinState::Pinning) => sleep(wait).await,
            }
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    async fn pins(&self, cid: &Cid) -> Result<Vec<PinStatus>, StoreError> {
        let path = format!("/pins?cid={}&status={EVERY_STATE}&limit=1000", cid.text());
        let answer = self.call(Method::GET, &path, None).await?;
        Ok(self.read::<Page>(answer).await?.results)
    }

    async fn forget(&self, request: &str) -> Result<(), StoreError> {
        // The service chose this text, and it becomes part of an address that carries our token.
        if request.is_empty() || !request.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) {
            return Err(self.refused("it numbers its pins in a way we do not follow"));
        }
        self.call(Method::DELETE, &format!("/pins/{request}"), None).await.map(drop)
    }

    async fn call(&self, method: Method, path: &str, ask: Option<&Ask<'_>>) -> Result<Response, StoreError> {
        let deleting = method == Method::DELETE;
        let request = self.client.request(method, format!("{}{path}", self.service.endpoint));
        let mut request = request.bearer_auth(&self.service.token);
        if let Some(ask) = ask {
            request = request.json(ask);
        }
        let answer = request.send().await.map_err(|error| http::unreachable(&self.service.name, error))?;
        let status = answer.status();
        // A pin that is gone is what a removal wants.
        if status.is_success() || (deleting && status == StatusCode::NOT_FOUND) {
            return Ok(answer);
        }
        let words = http::read(&self.service.name, answer, ANSWER).await?;
        let why = match serde_json::from_slice::<Failure>(&words) {
            Ok(Failure { error }) => format!("{} {}", error.reason, error.details),
            Err(_) => status.to_string(),
        };
        if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
            return Err(StoreError::Unreachable { peer: self.service.name.clone(), why });
        }
        Err(self.refused(&why))
    }

    async fn read<T: for<'de> Deserialize<'de>>(&self, answer: Response) -> Result<T, StoreError> {
        let words = http::read(&self.service.name, answer, ANSWER).await?;
        serde_json::from_slice(&words).map_err(|_| self.refused("its answer is not understood"))
    }

    fn refused(&self, why: &str) -> StoreError {
        http::refused(&self.service.name, why)
    }
}

#[async_trait]
impl Replica for Pinning {
    fn name(&self) -> &str {
        &self.service.name
    }

    /// Asks once; the service fetches in its own time.
    async fn keep(&self, cid: &Cid, _from: &dyn RecordStore) -> Result<(), StoreError> {
        let pins = self.pins(cid).await?;
        if pins.iter().any(|pin| pin.status != PinState::Failed) {
            return Ok(());
        }
        for failed in pins {
            self.forget(&failed.requestid).await?;
        }
        let ask = Ask { cid: cid.text(), origins: &self.service.origins };
        let answer = self.call(Method::POST, "/pins", Some(&ask)).await?;
        match self.read::<PinStatus>(answer).await?.status {
            PinState::Failed => Err(self.refused("it gave up at once")),
            _ => Ok(()),
        }
    }

    async fn let_go(&self, cid: &Cid) -> Result<(), StoreError> {
        for pin in self.pins(cid).await? {
            self.forget(&pin.requestid).await?;
        }
        Ok(())
    }

    async fn holds(&self, cid: &Cid) -> Result<bool, StoreError> {
        Ok(self.state(cid).await? == Some(PinState::Pinned))
    }
}
