//! Letting bytes go: first the chain's word, then the log's line, then the bytes.

use super::{Allowed, For, NotHead, authorize, keep, range};
use crate::{
    app::App,
    log::{self, Permit},
    problem::Failed,
    session::SignedIn,
};
use axum::{
    Json,
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chartkey_protocol::{LineKind, Problem, Why};
use chartkey_store::{Blob, Part, StoreError};
use chartkey_vocabulary::{Cid, FindingId, RecordId};
use futures::TryStreamExt;
use std::time::Duration;

/// What is public is small: a key bundle, or a card of a few sentences.
const LARGEST_PUBLIC: u64 = 1 << 20;
/// Together 3 seconds: the index is rarely further behind the finalized chain.
const LOOKS: u32 = 12;
const BETWEEN_LOOKS: Duration = Duration::from_millis(250);

/// A version's ciphertext, or a part of it.
#[utoipa::path(get, path = "/api/records/{record}/versions/{version}/blob", tag = "blobs", security(("bearer" = [])),
    params(("record" = String, Path), ("version" = u16, Path), For),
    responses((status = 200, content_type = "application/octet-stream", body = [u8]),
        (status = 206, content_type = "application/octet-stream", body = [u8]),
        (status = 416, body = Problem)))]
pub(super) async fn version(
    _: NotHead,
    State(app): State<App>,
    who: SignedIn,
    Path((record, version)): Path<(RecordId, u16)>,
    Query(For { purpose }): Query<For>,
    headers: HeaderMap,
) -> Result<Response, Failed> {
    let allowed = authorize::to_version(&app, who.account, record, version, purpose).await?;
    sealed(&app, &allowed, &headers).await
}

/// A machine's sealed output, or a part of it.
#[utoipa::path(get, path = "/api/findings/{finding}/blob", tag = "blobs", security(("bearer" = [])),
    params(("finding" = String, Path), For),
    responses((status = 200, content_type = "application/octet-stream", body = [u8]),
        (status = 206, content_type = "application/octet-stream", body = [u8]),
        (status = 416, body = Problem)))]
pub(super) async fn finding(
    _: NotHead,
    State(app): State<App>,
    who: SignedIn,
    Path(finding): Path<FindingId>,
    Query(For { purpose }): Query<For>,
    headers: HeaderMap,
) -> Result<Response, Failed> {
    let allowed = authorize::to_finding(&app, who.account, finding, purpose).await?;
    sealed(&app, &allowed, &headers).await
}

/// A key bundle or a directory card that the chain names; for everybody.
#[utoipa::path(get, path = "/api/public/{cid}", tag = "blobs", params(("cid" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = [u8])))]
pub(super) async fn public(State(app): State<App>, Path(cid): Path<Cid>) -> Result<Response, Failed> {
    let unknown = || Failed::new(Why::NotFound, "No public file of this name is known.");
    if !becomes_public(&app, &cid).await? || app.store.size(&cid).await? > LARGEST_PUBLIC {
        return Err(unknown());
    }
    let blob = app.store.get(&cid, Part::Whole).await?;
    let mut response = bytes(&cid, blob);
    // What a CID names never changes.
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    response.headers_mut().insert(header::CACHE_CONTROL, forever);
    Ok(response)
}

/// Whether this is public. Whoever has just registered asks before the index has heard of it: what is here already, and
/// may be named any moment, is waited for a little.
async fn becomes_public(app: &App, cid: &Cid) -> Result<bool, sqlx::Error> {
    for _ in 0..LOOKS {
        if keep::is_public(app, cid).await? {
            return Ok(true);
        }
        if !keep::awaits_a_name(app, cid).await? {
            break;
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    keep::is_public(app, cid).await
}

async fn sealed(app: &App, allowed: &Allowed, headers: &HeaderMap) -> Result<Response, Failed> {
    let part = range::wanted(headers, &etag(&allowed.cid));
    let blob = match app.store.get(&allowed.cid, part).await {
        Ok(blob) => blob,
        Err(StoreError::OutOfRange { size }) => return Ok(no_such_bytes(size)),
        Err(error) => return Err(error.into()),
    };
    let kind = if allowed.finding { LineKind::Finding } else { LineKind::Blob };
    let line = allowed.line(kind, blob.range.start, blob.range.end.saturating_sub(1));
    let permit = log::write(app, line).await?;
    Ok(release(permit, &allowed.cid, blob))
}

/// The one place where ciphertext leaves.
fn release(_: Permit, cid: &Cid, blob: Blob) -> Response {
    bytes(cid, blob)
}

fn bytes(cid: &Cid, blob: Blob) -> Response {
    let Blob { size, range, bytes } = blob;
    let partial = range != (0..size);
    let mut response = Response::new(Body::from_stream(bytes.map_err(std::io::Error::other)));
    let text = |text: String| HeaderValue::from_str(&text).expect("digits and letters");
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
    headers.insert(header::ETAG, text(etag(cid)));
    if partial {
        let last = range.end.saturating_sub(1);
        headers.insert(header::CONTENT_RANGE, text(format!("bytes {}-{last}/{size}", range.start)));
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    response
}

fn etag(cid: &Cid) -> String {
    format!("\"{}\"", cid.text())
}

fn no_such_bytes(size: u64) -> Response {
    let Failed(mut problem) = Failed::new(Why::BadRequest, "The blob has no such bytes.");
    problem.status = StatusCode::RANGE_NOT_SATISFIABLE.as_u16();
    let headers = [
        (header::CONTENT_RANGE, format!("bytes */{size}")),
        (header::CONTENT_TYPE, "application/problem+json".to_owned()),
    ];
    let mut response = (StatusCode::RANGE_NOT_SATISFIABLE, Json(problem)).into_response();
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_str(&value).expect("digits and letters"));
    }
    response
}
