//! Talking to other people's services.

use crate::StoreError;
use reqwest::{Client, ClientBuilder, Response};
use std::time::Duration;

/// A peer that does not take the connection in this time is not there.
const CONNECT: Duration = Duration::from_secs(10);
/// A peer that says nothing for this long has stopped.
const SILENCE: Duration = Duration::from_secs(60);
/// Bytes of a peer's complaint that are worth passing on.
const COMPLAINT: usize = 300;

/// A client with our limits; `with` adds what one peer needs.
pub(crate) fn client(with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Client, StoreError> {
    // Refused where the program chose another already; then that one serves.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = Client::builder().connect_timeout(CONNECT).read_timeout(SILENCE);
    with(builder).build().map_err(|error| refused("the HTTP client", &error.without_url().to_string()))
}

/// What reqwest reports is a connection that failed; whatever the peer decides comes as an answer.
pub(crate) fn unreachable(peer: &str, error: reqwest::Error) -> StoreError {
    let error = error.without_url();
    let why = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
    let why: Vec<_> = why.map(ToString::to_string).collect();
    StoreError::Unreachable { peer: peer.into(), why: why.join(": ") }
}

pub(crate) fn refused(peer: &str, why: &str) -> StoreError {
    let why = why.trim().chars().take(COMPLAINT).collect();
    StoreError::Refused { peer: peer.into(), why }
}

/// The whole of an answer that has no reason to be longer than `most` bytes.
pub(crate) async fn read(peer: &str, mut answer: Response, most: usize) -> Result<Vec<u8>, StoreError> {
    let mut all = Vec::new();
    while let Some(bytes) = answer.chunk().await.map_err(|error| unreachable(peer, error))? {
        if all.len() + bytes.len() > most {
            return Err(refused(peer, "its answer is too long"));
        }
        all.extend_from_slice(&bytes);
    }
    Ok(all)
}
