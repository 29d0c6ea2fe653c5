//! What every answer has: headers that tell browsers to be careful, and problems in one form.

use crate::{app::App, problem::Failed};
use axum::{
    extract::{Request, State},
    http::{
        HeaderName, HeaderValue, Method, StatusCode,
        header::{self, HeaderMap},
        request::Parts,
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use chartkey_protocol::Why;
use std::{any::Any, time::Duration};
use tower_http::cors::{AllowOrigin, CorsLayer};

/// An answer is data: no browser shall run or frame it.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";
/// The page of the OpenAPI document brings its own scripts and styles.
const DOCS: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/// An address that is none.
pub async fn nowhere() -> Failed {
    Failed::new(Why::NotFound, "There is nothing here.")
}

/// Which pages may call: those of the settings. Share links are opened by anybody's viewer.
pub fn cors(origins: &[String]) -> CorsLayer {
    let origins = origins.to_vec();
    let allowed = move |origin: &HeaderValue, parts: &Parts| {
        is_share_link(parts.uri.path()) || origins.iter().any(|known| known.as_bytes() == origin.as_bytes())
    };
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(allowed))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::RANGE,
            header::IF_NONE_MATCH,
            HeaderName::from_static("last-event-id"),
        ])
        .expose_headers([
            header::ACCEPT_RANGES,
            header::CONTENT_RANGE,
            header::ETAG,
            header::RETRY_AFTER,
            HeaderName::from_static("x-request-id"),
        ])
        .max_age(Duration::from_secs(600))
}

fn is_share_link(path: &str) -> bool {
    path.starts_with("/shl/")
}

/// Headers of every answer.
pub async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (docs, shared) = (path.starts_with("/api/docs"), is_share_link(path));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut say = |name: &'static str, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    say("cache-control", "no-store");
    say("content-security-policy", if docs { DOCS } else { NOTHING });
    say("cross-origin-resource-policy", if shared { "cross-origin" } else { "same-origin" });
    say("referrer-policy", "no-referrer");
    say("x-content-type-options", "nosniff");
    say("x-frame-options", "DENY");
    if app.settings.public_url.starts_with("https:") {
        say("strict-transport-security", "max-age=63072000; includeSubDomains");
    }
    response
}

/// Turns refusals of the framework, which are plain text, into problems.
pub async fn as_problem(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let plain = |headers: &HeaderMap| {
        headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
    };
    if !(status.is_client_error() || status.is_server_error()) || !plain(response.headers()) {
        return response;
    }
    let (why, title) = match status {
        StatusCode::NOT_FOUND => (Why::NotFound, "There is nothing here."),
        StatusCode::METHOD_NOT_ALLOWED => (Why::BadRequest, "This address does not take this method."),
        StatusCode::PAYLOAD_TOO_LARGE => (Why::TooLarge, "This is larger than is taken here."),
        StatusCode::RANGE_NOT_SATISFIABLE => (Why::BadRequest, "There are no such bytes."),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => (Why::BadRequest, "This is taken as `application/json` only."),
        _ if status.is_client_error() => (Why::BadRequest, "The request cannot be read."),
        _ => (Why::Broken, "A fault of the service."),
    };
    let mut failed = Failed::new(why, title);
    failed.0.status = status.as_u16();
    let mut problem = failed.into_response();
    *problem.status_mut() = status;
    for name in [header::ALLOW, header::CONTENT_RANGE, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            problem.headers_mut().insert(name, value.clone());
        }
    }
    problem
}

/// A handler that panicked answers too. What it said is in the log of panics, which names no request.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Failed::new(Why::Broken, "A fault of the service.").into_response()
}
