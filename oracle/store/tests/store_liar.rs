//! A node that lies, or that somebody else has taken over: caught at every answer.
//!
//! No honest Kubo behaves so; the peer here speaks just enough of its RPC to deceive.

use axum::{
    Router,
    body::Body,
    extract::{RawQuery, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use bytes::Bytes;
use chartkey_store::{Kubo, Part, RecordStore, Source, StoreError, dag};
use futures::stream;
use std::sync::{Arc, Mutex};

/// What the liar was told to undo.
type Undone = Arc<Mutex<Vec<String>>>;

const OTHER: &[u8] = b"another patient's blob";

async fn add(request: Request) -> Response {
    let _ = axum::body::to_bytes(request.into_body(), 1 << 20).await;
    format!("{{\"Name\":\"blob\",\"Hash\":\"{}\",\"Size\":\"22\"}}\n", dag::hash(OTHER).text()).into_response()
}

async fn unpin(State(undone): State<Undone>, RawQuery(query): RawQuery) -> &'static str {
    undone.lock().expect("unpoisoned").push(query.unwrap_or_default());
    "{\"Pins\":[]}\n"
}

async fn complain() -> Response {
    let why = "{\"Message\":\"no room for you\",\"Code\":0,\"Type\":\"error\"}";
    (StatusCode::INTERNAL_SERVER_ERROR, why).into_response()
}

async fn endless() -> Body {
    Body::from_stream(stream::repeat_with(|| std::io::Result::Ok(Bytes::from_static(&[b'x'; 65_536]))))
}

async fn serve(router: Router<Undone>) -> (Kubo, Undone) {
    let undone = Undone::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let rpc = format!("http://{}", listener.local_addr().expect("bound"));
    let router = router.with_state(undone.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (Kubo::new(&rpc).expect("a client"), undone)
}

#[tokio::test]
async fn another_name_for_our_bytes_is_refused_and_its_copy_let_go() {
    let (store, undone) =
        serve(Router::new().route("/api/v0/add", post(add)).route("/api/v0/pin/rm", post(unpin))).await;
    let put = store.put(Source::bytes("ours")).await;
    let Err(StoreError::Misnamed { ours, theirs, .. }) = put else { panic!("{put:?}") };
    assert_eq!((ours, theirs), (dag::hash(b"ours"), Some(dag::hash(OTHER))));
    assert_eq!(*undone.lock().expect("unpoisoned"), [format!("arg={}", dag::hash(OTHER).text())]);
}

#[tokio::test]
async fn anothers_bytes_under_our_name_are_refused() {
    let router = Router::new()
        .route("/api/v0/pin/ls", post(|| async { "{\"Keys\":{}}\n" }))
        .route("/api/v0/block/get", post(|| async { OTHER }));
    let (store, _) = serve(router).await;
    let cid = dag::hash(b"ours");
    assert!(matches!(store.get(&cid, Part::Whole).await, Err(StoreError::Corrupt { cid: damaged }) if damaged == cid));
    assert!(matches!(store.size(&cid).await, Err(StoreError::Corrupt { .. })));
    assert!(matches!(store.export_car(&cid).await, Err(StoreError::Corrupt { .. })));
}

#[tokio::test]
async fn answers_without_end_are_cut_off() {
    let router = Router::new()
        .route("/api/v0/pin/ls", post(endless))
        .route("/api/v0/block/get", post(endless))
        .route("/api/v0/add", post(endless))
        .route("/api/v0/version", post(endless));
    let (store, _) = serve(router).await;
    assert!(matches!(store.put(Source::bytes("ours")).await, Err(StoreError::Refused { .. })));
    assert!(matches!(store.get(&dag::hash(b"ours"), Part::Whole).await, Err(StoreError::Refused { .. })));
    assert!(matches!(store.list(None, 10).await, Err(StoreError::Refused { .. })));
    assert!(matches!(store.health().await, Err(StoreError::Refused { .. })));
}

#[tokio::test]
async fn a_refusal_is_passed_on_in_its_own_words() {
    let (store, _) =
        serve(Router::new().route("/api/v0/add", post(complain)).route("/api/v0/pin/ls", post(complain))).await;
    for error in [
        store.put(Source::bytes("ours")).await.expect_err("refused"),
        store.has(&dag::hash(b"ours")).await.expect_err("refused"),
    ] {
        assert!(error.to_string().contains("no room for you") && !error.may_pass(), "{error}");
    }
}
