//! A service that lies: everything passes through, until an answer is twisted.

use anyhow::Result;
use async_trait::async_trait;
use chartkey_flows::{Http, Unreachable, native::Sockets};
use http::{Request, Response};
use std::sync::{Arc, Mutex};

/// Changes an answer; `method path?query` says to which question.
pub type Twist = Box<dyn FnMut(&str, Response<Vec<u8>>) -> Response<Vec<u8>> + Send>;

/// A question and the bytes of its answer.
type Answer = (String, Vec<u8>);

/// Stands between a client and the real oracle.
#[derive(Clone)]
pub struct Meddler {
    real: Arc<Sockets>,
    twist: Arc<Mutex<Option<Twist>>>,
    seen: Arc<Mutex<Vec<Answer>>>,
}

impl Meddler {
    /// One that has not begun to lie.
    pub fn honest() -> Result<Self> {
        Ok(Self { real: Arc::new(Sockets::new()?), twist: Arc::default(), seen: Arc::default() })
    }

    /// Begins to lie.
    pub fn lie(&self, twist: impl FnMut(&str, Response<Vec<u8>>) -> Response<Vec<u8>> + Send + 'static) {
        *self.twist.lock().expect("no panic holds it") = Some(Box::new(twist));
    }

    /// Answers every question that contains `part` with this body.
    pub fn answer(&self, part: &str, body: Vec<u8>) {
        let part = part.to_owned();
        self.lie(move |asked, mut answer| {
            if asked.contains(&part) {
                *answer.status_mut() = http::StatusCode::OK;
                answer.headers_mut().remove(http::header::CONTENT_LENGTH);
                *answer.body_mut() = body.clone();
            }
            answer
        });
    }

    /// Stops lying.
    pub fn repent(&self) {
        *self.twist.lock().expect("no panic holds it") = None;
    }

    /// The body of the last true answer to a question that contains `part`.
    pub fn last(&self, part: &str) -> Option<Vec<u8>> {
        let seen = self.seen.lock().expect("no panic holds it");
        seen.iter().rev().find(|(asked, _)| asked.contains(part)).map(|(_, body)| body.clone())
    }
}

#[async_trait]
impl Http for Meddler {
    async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Unreachable> {
        let path = request.uri().path_and_query().map_or("", |path| path.as_str());
        let asked = format!("{} {path}", request.method());
        let answer = self.real.call(request).await?;
        self.seen.lock().expect("no panic holds it").push((asked.clone(), answer.body().clone()));
        Ok(match self.twist.lock().expect("no panic holds it").as_mut() {
            Some(twist) => twist(&asked, answer),
            None => answer,
        })
    }

    async fn pause(&self, milliseconds: u64) {
        self.real.pause(milliseconds).await;
    }

    fn now(&self) -> u64 {
        self.real.now()
    }
}
