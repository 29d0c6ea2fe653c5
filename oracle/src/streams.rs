//! What streams without end stops when the service does, or when whoever listens signs out.

use crate::{app::App, session};
use axum::{
    body::Body,
    extract::{Request, State},
    http::header::CONTENT_TYPE,
    middleware::Next,
    response::Response,
};
use futures::{StreamExt, future::Either};
use tokio_util::sync::CancellationToken;

/// Cuts a stream of events when `stop` is said or its session is over.
pub async fn while_welcome(
    State((app, stop)): State<(App, CancellationToken)>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let token = session::token(&parts);
    let response = next.run(Request::from_parts(parts, body)).await;
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("text/event-stream")) {
        return response;
    }
    let over = match token {
        Some(token) => Either::Left(session::over(app, token)),
        None => Either::Right(std::future::pending()),
    };
    let end = async move {
        tokio::select! {
            () = stop.cancelled_owned() => {}
            () = over => {}
        }
    };
    response.map(|body| Body::from_stream(body.into_data_stream().take_until(Box::pin(end))))
}
