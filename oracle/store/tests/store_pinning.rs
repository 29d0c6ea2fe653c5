//! A pinning service follows the store.
//!
//! The services people use are reached with accounts and money, and none can be installed; the peer here is a small one
//! written from the API's specification (IPFS Pinning Service API 1.0.0) that holds itself to it over real HTTP.

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::get,
};
use chartkey_store::{
    Embedded, Mirror, PinState, Pinning, RecordStore, Replica, Replicated, Service, Source, StoreError,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

const TOKEN: &str = "a-token-for-this-test";

#[derive(Default)]
struct Peer {
    pins: BTreeMap<String, (String, &'static str)>,
    asked: Vec<Value>,
    next: u32,
    /// Looks until a queued pin is pinned.
    slow: u32,
    fails: bool,
    out_of_order: bool,
}

type Shared = Arc<Mutex<Peer>>;

fn failure(status: StatusCode, reason: &str) -> Response {
    (status, Json(json!({ "error": { "reason": reason, "details": "as the specification says" } }))).into_response()
}

fn shown(id: &str, cid: &str, status: &str) -> Value {
    json!({
        "requestid": id, "status": status, "created": "2026-01-01T00:00:00Z",
        "pin": { "cid": cid }, "delegates": ["/ip4/192.0.2.1/tcp/4001"]
    })
}

fn refusal(peer: &Peer, headers: &HeaderMap) -> Option<Response> {
    if peer.out_of_order {
        return Some(failure(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL_SERVER_ERROR"));
    }
    let token = headers.get("authorization").and_then(|value| value.to_str().ok());
    (token != Some(&format!("Bearer {TOKEN}"))).then(|| failure(StatusCode::UNAUTHORIZED, "UNAUTHORIZED"))
}

async fn list(
    State(peer): State<Shared>,
    headers: HeaderMap,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let mut peer = peer.lock().expect("unpoisoned");
    if let Some(refusal) = refusal(&peer, &headers) {
        return refusal;
    }
    if peer.slow > 0 {
        peer.slow -= 1;
    } else {
        let end = if peer.fails { "failed" } else { "pinned" };
        peer.pins.values_mut().filter(|(_, status)| *status == "queued").for_each(|(_, status)| *status = end);
    }
    let wanted = query.get("status").map_or("pinned", String::as_str);
    let results: Vec<_> = peer
        .pins
        .iter()
        .filter(|(_, (cid, status))| query.get("cid") == Some(cid) && wanted.split(',').any(|wanted| wanted == *status))
        .map(|(id, (cid, status))| shown(id, cid, status))
        .collect();
    Json(json!({ "count": results.len(), "results": results })).into_response()
}

async fn add(State(peer): State<Shared>, headers: HeaderMap, Json(ask): Json<Value>) -> Response {
    let mut peer = peer.lock().expect("unpoisoned");
    if let Some(refusal) = refusal(&peer, &headers) {
        return refusal;
    }
    let Some(cid) = ask["cid"].as_str().map(str::to_owned) else {
        return failure(StatusCode::BAD_REQUEST, "BAD_REQUEST");
    };
    peer.next += 1;
    let id = format!("pin-{}", peer.next);
    let answer = shown(&id, &cid, "queued");
    peer.pins.insert(id, (cid, "queued"));
    peer.asked.push(ask);
    (StatusCode::ACCEPTED, Json(answer)).into_response()
}

async fn delete(State(peer): State<Shared>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    let mut peer = peer.lock().expect("unpoisoned");
    if let Some(refusal) = refusal(&peer, &headers) {
        return refusal;
    }
    match peer.pins.remove(&id) {
        Some(_) => StatusCode::ACCEPTED.into_response(),
        None => failure(StatusCode::NOT_FOUND, "NOT_FOUND"),
    }
}

async fn serve() -> (Shared, String) {
    let peer = Shared::default();
    let router = Router::new()
        .route("/psa/pins", get(list).post(add))
        .route("/psa/pins/{id}", axum::routing::delete(delete))
        .with_state(peer.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let endpoint = format!("http://{}/psa/", listener.local_addr().expect("bound"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (peer, endpoint)
}

fn pinning(endpoint: &str, token: &str) -> Pinning {
    let origins = vec!["/dns4/ipfs.example/tcp/4001/p2p/12D3KooWAbCd".into()];
    let service = Service { name: "pin house".into(), endpoint: endpoint.into(), token: token.into(), origins };
    Pinning::new(service).expect("a client")
}

fn embedded() -> (tempfile::TempDir, Arc<dyn RecordStore>) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Embedded::open(folder.path()).expect("opens");
    (folder, Arc::new(store))
}

#[tokio::test]
async fn a_blob_is_pinned_as_it_is_kept_and_let_go_as_it_is_removed() {
    let (peer, endpoint) = serve().await;
    let (_folder, main) = embedded();
    let store = Replicated::new(main, vec![Arc::new(pinning(&endpoint, TOKEN))]);
    let cid = store.put(Source::bytes("sealed")).await.expect("kept").cid;
    assert_eq!(store.take_behind(), []);
    let asked = peer.lock().expect("unpoisoned").asked.clone();
    // Nothing but the ciphertext's name and where it lies: no title, no owner.
    let expected = json!({ "cid": cid.text(), "origins": ["/dns4/ipfs.example/tcp/4001/p2p/12D3KooWAbCd"] });
    assert_eq!(asked, [expected]);
    let service = pinning(&endpoint, TOKEN);
    service.settled(&cid, Duration::from_secs(10)).await.expect("pinned");
    assert!(service.holds(&cid).await.expect("asked"));
    assert!(store.remove(&cid).await.expect("removed"));
    assert_eq!(service.state(&cid).await.expect("asked"), None);
    assert!(peer.lock().expect("unpoisoned").pins.is_empty());
}

#[tokio::test]
async fn a_blob_is_asked_for_once_however_often_it_is_put() {
    let (peer, endpoint) = serve().await;
    peer.lock().expect("unpoisoned").slow = u32::MAX;
    let (_folder, main) = embedded();
    let store = Replicated::new(main, vec![Arc::new(pinning(&endpoint, TOKEN))]);
    for _ in 0..3 {
        store.put(Source::bytes("sealed")).await.expect("kept");
    }
    assert_eq!(peer.lock().expect("unpoisoned").asked.len(), 1);
}

#[tokio::test]
async fn a_slow_service_is_waited_for_and_a_failing_one_is_told() {
    let (peer, endpoint) = serve().await;
    peer.lock().expect("unpoisoned").slow = 3;
    let (_folder, main) = embedded();
    let service = pinning(&endpoint, TOKEN);
    let cid = main.put(Source::bytes("sealed")).await.expect("kept").cid;
    let unasked = service.settled(&cid, Duration::from_secs(1)).await;
    assert!(matches!(unasked, Err(StoreError::Refused { .. })));
    service.keep(&cid, &*main).await.expect("asked");
    assert_eq!(service.state(&cid).await.expect("asked"), Some(PinState::Queued));
    service.settled(&cid, Duration::from_secs(10)).await.expect("pinned in the end");

    let other = main.put(Source::bytes("another")).await.expect("kept").cid;
    {
        let mut peer = peer.lock().expect("unpoisoned");
        (peer.slow, peer.fails) = (u32::MAX, true);
    }
    service.keep(&other, &*main).await.expect("asked");
    let impatient = service.settled(&other, Duration::from_millis(300)).await.expect_err("still queued");
    assert!(impatient.may_pass(), "{impatient}");
    peer.lock().expect("unpoisoned").slow = 0;
    let gave_up = service.settled(&other, Duration::from_secs(5)).await.expect_err("failed");
    assert!(!gave_up.may_pass(), "{gave_up}");
    // Asking again replaces the failed pin.
    peer.lock().expect("unpoisoned").fails = false;
    service.keep(&other, &*main).await.expect("asked again");
    service.settled(&other, Duration::from_secs(5)).await.expect("pinned");
    assert_eq!(peer.lock().expect("unpoisoned").pins.len(), 2);
}

#[tokio::test]
async fn what_a_replica_misses_is_told_and_made_up_for_later() {
    let (peer, endpoint) = serve().await;
    let (_folder, main) = embedded();
    let store = Replicated::new(main.clone(), vec![Arc::new(pinning(&endpoint, TOKEN))]);
    peer.lock().expect("unpoisoned").out_of_order = true;
    let cid = store.put(Source::bytes("sealed")).await.expect("kept all the same").cid;
    let behind = store.take_behind();
    assert_eq!((behind[0].replica.as_str(), behind[0].cid), ("pin house", cid));
    assert!(store.retry(&behind[0]).await.expect_err("still out of order").may_pass());
    peer.lock().expect("unpoisoned").out_of_order = false;
    // After a crash nobody remembers the debt; it is found by looking.
    let (lagging, last) = store.lagging(None, 10).await.expect("looked");
    assert_eq!((lagging.len(), last), (1, Some(cid)));
    store.retry(&lagging[0]).await.expect("made up for");
    assert!(store.lagging(None, 10).await.expect("looked").0.is_empty());

    // The debt comes late: what was withdrawn meanwhile is not copied again, but let go.
    main.remove(&cid).await.expect("removed");
    store.retry(&behind[0]).await.expect("nothing to copy any more");
    assert!(peer.lock().expect("unpoisoned").pins.is_empty());
}

#[tokio::test]
async fn a_removal_fails_until_every_copy_is_let_go_of() {
    let (peer, endpoint) = serve().await;
    let ((_one, main), (_two, second)) = (embedded(), embedded());
    let mirror = Mirror::new("second", second.clone());
    let store = Replicated::new(main, vec![Arc::new(pinning(&endpoint, TOKEN)), Arc::new(mirror)]);
    let cid = store.put(Source::bytes("sealed")).await.expect("kept").cid;
    peer.lock().expect("unpoisoned").out_of_order = true;
    for _ in 0..2 {
        assert!(store.remove(&cid).await.expect_err("a copy is left").may_pass());
        assert!(!store.has(&cid).await.expect("asked"), "gone from here all the same");
        assert!(!second.has(&cid).await.expect("asked"), "and from whoever could be reached");
    }
    assert_eq!(peer.lock().expect("unpoisoned").pins.len(), 1);
    assert_eq!(store.take_behind(), [], "whoever removes is told, and remembers");
    peer.lock().expect("unpoisoned").out_of_order = false;
    assert!(!store.remove(&cid).await.expect("removed in the end"), "it was gone from here before");
    assert!(peer.lock().expect("unpoisoned").pins.is_empty());
}

#[tokio::test]
async fn a_wrong_token_is_refused_for_good_and_never_told() {
    let (_peer, endpoint) = serve().await;
    let (_folder, main) = embedded();
    let cid = main.put(Source::bytes("sealed")).await.expect("kept").cid;
    let error = pinning(&endpoint, "another-token").keep(&cid, &*main).await.expect_err("refused");
    assert!(!error.may_pass());
    assert!(error.to_string().contains("UNAUTHORIZED"), "{error}");
    assert!(!format!("{error:?}").contains("another-token"));
    let nobody = pinning("http://127.0.0.1:1/psa", TOKEN).keep(&cid, &*main).await.expect_err("nobody there");
    assert!(nobody.may_pass(), "{nobody}");
}

#[tokio::test]
async fn a_mirror_holds_the_same_blobs_and_loses_the_same() {
    let ((_one, main), (_two, second)) = (embedded(), embedded());
    let store = Replicated::new(main, vec![Arc::new(Mirror::new("second", second.clone()))]);
    let file: Vec<u8> = (0..900_000_u32).map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
    let cid = store.put(Source::bytes(file.clone())).await.expect("kept").cid;
    assert_eq!(store.take_behind(), []);
    let copy = second.get(&cid, Default::default()).await.expect("opens").collect().await.expect("reads");
    assert!(copy == file);
    assert!(store.remove(&cid).await.expect("removed"));
    assert!(!second.has(&cid).await.expect("asked"));
}
