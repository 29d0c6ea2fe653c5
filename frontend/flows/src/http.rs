//! How flows reach the oracle: one request, one answer, and a pause now and then.

use async_trait::async_trait;
use http::{Request, Response};

/// What is shared between tasks: across threads natively, within the one thread of a browser.
#[cfg(not(target_arch = "wasm32"))]
pub trait Shared: Send + Sync {}
#[cfg(not(target_arch = "wasm32"))]
impl<T: Send + Sync + ?Sized> Shared for T {}

/// What is shared between tasks: across threads natively, within the one thread of a browser.
#[cfg(target_arch = "wasm32")]
pub trait Shared {}
#[cfg(target_arch = "wasm32")]
impl<T: ?Sized> Shared for T {}

/// The oracle could not be reached. Whether it did what was asked is open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the service cannot be reached: {0}")]
pub struct Unreachable(pub String);

/// Takes a part of an answer; no more are wanted after a no.
#[cfg(not(target_arch = "wasm32"))]
pub type Heard<'a> = &'a mut (dyn FnMut(&[u8]) -> bool + Send);
/// Takes a part of an answer; no more are wanted after a no.
#[cfg(target_arch = "wasm32")]
pub type Heard<'a> = &'a mut dyn FnMut(&[u8]) -> bool;

/// Carries requests.
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
pub trait Http: Shared {
    /// Sends a request and waits for the whole answer. No redirect is followed: a bearer token goes where it was meant
    /// to go.
    ///
    /// # Errors
    /// When there is no answer.
    async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Unreachable>;

    /// Sends a request and hands its answer over as it comes, for as long as it comes; gives the status. Where answers
    /// come whole only, this fails, and whoever listens asks now and then instead.
    ///
    /// # Errors
    /// When there is no answer.
    async fn listen(&self, _: Request<Vec<u8>>, _: Heard<'_>) -> Result<http::StatusCode, Unreachable> {
        Err(Unreachable("answers come whole only".into()))
    }

    /// Waits so many milliseconds.
    async fn pause(&self, milliseconds: u64);

    /// The time, in unix seconds.
    fn now(&self) -> u64;
}
