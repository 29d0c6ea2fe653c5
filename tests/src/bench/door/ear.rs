//! Listens to how a client asks for a blob, so that the bench asks in the same words.

use anyhow::Result;
use async_trait::async_trait;
use chartkey_flows::{Http, Unreachable, native::Sockets};
use http::{HeaderValue, Request, Response, header::AUTHORIZATION};
use std::sync::Mutex;

/// Passes everything on.
pub(super) struct Ear {
    real: Sockets,
    heard: Mutex<Option<(String, HeaderValue)>>,
}

impl Ear {
    pub(super) fn new() -> Result<Self> {
        Ok(Self { real: Sockets::new()?, heard: Mutex::default() })
    }

    /// Address and session of the last blob that was asked for.
    pub(super) fn heard(&self) -> Option<(String, HeaderValue)> {
        self.heard.lock().expect("no panic holds it").clone()
    }
}

#[async_trait]
impl Http for Ear {
    async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Unreachable> {
        let session = request.headers().get(AUTHORIZATION);
        if let Some(session) = session.filter(|_| request.uri().path().ends_with("/blob")) {
            let asked = (request.uri().to_string(), session.clone());
            *self.heard.lock().expect("no panic holds it") = Some(asked);
        }
        self.real.call(request).await
    }

    async fn pause(&self, milliseconds: u64) {
        self.real.pause(milliseconds).await;
    }

    fn now(&self) -> u64 {
        self.real.now()
    }
}
