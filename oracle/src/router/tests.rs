//! What lies around every address: who is let in, in what words the others are sent away, and under which limits.

use crate::{
    fixture::{Fixture, bytes, read},
    openapi,
};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use chartkey_protocol::{Problem, Why};
use std::net::SocketAddr;

/// Addresses for everybody, each on purpose. Whoever adds one adds it here, and says why it needs no session.
const PUBLIC: [(&str, &str); 14] = [
    ("GET", "/health"),
    ("GET", "/ready"),
    // Held to the observers of the settings.
    ("GET", "/metrics"),
    // What a client needs before it signs in, and signing in itself.
    ("GET", "/api/site"),
    ("POST", "/api/session/challenge"),
    ("POST", "/api/session"),
    // Newcomers have no session yet; work limits them.
    ("POST", "/api/puzzle"),
    ("POST", "/api/faucet"),
    // Key bundles and directory cards, which are public and checked against the chain by whoever fetches them.
    ("GET", "/api/public/{cid}"),
    // Hashes, so that anybody can verify the log.
    ("GET", "/api/log/leaves"),
    ("GET", "/api/log/head"),
    // Share links: whoever has the link may look.
    ("POST", "/shl/{path}"),
    ("GET", "/shl/{path}/{file}"),
    ("GET", "/api/directory"),
];

/// Every method and path of the document, and whether it asks for a session.
fn addresses() -> Vec<(String, String, bool)> {
    let document = serde_json::to_value(openapi::document()).expect("JSON");
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            if ["get", "put", "post", "delete", "patch", "head"].contains(&method.as_str()) {
                let needs_session = operation["security"].as_array().is_some_and(|needs| !needs.is_empty());
                all.push((method.to_uppercase(), path.clone(), needs_session));
            }
        }
    }
    all
}

/// The path with something plausible in every place.
fn filled(path: &str) -> String {
    let value = |name: &str| match name {
        "account" | "reader" => format!("0x{}", "11".repeat(20)),
        "record" | "finding" => format!("0x{}", "22".repeat(16)),
        "link" => format!("0x{}", "33".repeat(32)),
        "cid" => "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku".into(),
        "version" | "height" | "offset" => "1".into(),
        _ => "44".repeat(16),
    };
    let parts = path.split('/').map(|part| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => value(name),
        None => part.into(),
    });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn every_address_but_the_public_ones_asks_for_a_session() {
    let oracle = Fixture::new(|_| {}).await;
    let addresses = addresses();
    assert!(addresses.len() > PUBLIC.len(), "the document lists what there is");
    for (method, path, needs_session) in addresses {
        let public = PUBLIC.contains(&(method.as_str(), path.as_str()));
        assert_eq!(needs_session, !public, "{method} {path}: the document and the list of public addresses differ");
        if public {
            continue;
        }
        for token in [None, Some("AAAA")] {
            for body in [None, Some(serde_json::json!({}))] {
                let answer = oracle.call(&method, &filled(&path), token, body).await;
                let status = answer.status();
                assert_eq!(status, StatusCode::UNAUTHORIZED, "{method} {path}");
                let problem: Problem = serde_json::from_slice(&bytes(answer).await).expect("a problem");
                assert_eq!(problem.why, Why::SignInNeeded, "{method} {path}");
            }
        }
    }
}

#[tokio::test]
async fn public_addresses_exist() {
    let addresses = addresses();
    for (method, path) in PUBLIC {
        assert!(addresses.iter().any(|(m, p, _)| (m.as_str(), p.as_str()) == (method, path)), "{method} {path}");
    }
}

#[tokio::test]
async fn every_operation_of_the_document_has_a_name_of_its_own_and_a_summary() {
    let document = serde_json::to_value(openapi::document()).expect("JSON");
    let mut names = std::collections::HashSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            assert!(operation["summary"].is_string(), "{method} {path} says nothing of itself");
            let name = operation["operationId"].as_str().expect("a name").to_owned();
            assert!(names.insert(name.clone()), "{method} {path}: {name} is taken");
            let problem = &operation["responses"]["default"]["content"]["application/problem+json"];
            assert_eq!(problem["schema"]["$ref"], "#/components/schemas/Problem", "{method} {path}");
        }
    }
}

#[tokio::test]
async fn whatever_the_document_refers_to_is_in_it() {
    let document = serde_json::to_value(openapi::document()).expect("JSON");
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::Object(fields) => {
                if let Some(name) = fields.get("$ref").and_then(|reference| reference.as_str()) {
                    let pointer = name.strip_prefix('#').expect("inside the document");
                    assert!(document.pointer(pointer).is_some(), "{name} leads nowhere");
                }
                open.extend(fields.values());
            }
            serde_json::Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

#[tokio::test]
async fn the_document_is_served_and_its_page_needs_nobody_else() {
    let oracle = Fixture::new(|_| {}).await;
    let served: serde_json::Value = read(oracle.call("GET", "/api/openapi.json", None, None).await).await;
    assert_eq!(served, serde_json::to_value(openapi::document()).expect("JSON"));
    let page = oracle.call("GET", "/api/docs/", None, None).await;
    assert_eq!(page.status(), StatusCode::OK);
    let page = String::from_utf8(bytes(page).await).expect("text");
    assert!(!page.contains("//"), "the page loads nothing from elsewhere: {page}");
    for part in page.split('"').filter(|part| part.starts_with("./")) {
        let answer = oracle.call("GET", &format!("/api/docs/{}", &part[2..]), None, None).await;
        assert_eq!(answer.status(), StatusCode::OK, "{part}");
    }
}

#[tokio::test]
async fn every_answer_tells_browsers_to_be_careful() {
    let oracle = Fixture::new(|settings| settings.public_url = "https://chartkey.example".into()).await;
    for path in ["/health", "/api/site", "/api/session", "/nowhere"] {
        let answer = oracle.call("GET", path, None, None).await;
        for (name, value) in [
            ("cache-control", "no-store"),
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("strict-transport-security", "max-age=63072000; includeSubDomains"),
        ] {
            assert_eq!(answer.headers().get(name).expect(name), value, "{path}: {name}");
        }
        assert_eq!(answer.headers()["x-request-id"].len(), 16, "{path}");
        assert!(answer.headers().get(header::SET_COOKIE).is_none(), "{path}");
    }
}

#[tokio::test]
async fn only_pages_of_the_settings_may_read_answers() {
    let oracle = Fixture::new(|settings| settings.origins = vec!["https://chartkey.example".into()]).await;
    let asked = async |method: &str, path: &str, origin: &str| {
        let request = Request::builder().method(method).uri(path).header("origin", origin);
        let request = request.header("access-control-request-method", "POST");
        let answer = oracle.ask(request.body(Body::empty()).expect("a request")).await;
        answer
            .headers()
            .get(header::ACCESS_CONTROL_ALLOW_ORIGIN)
            .map(|origin| origin.to_str().expect("text").to_owned())
    };
    for method in ["GET", "OPTIONS"] {
        assert_eq!(
            asked(method, "/api/site", "https://chartkey.example").await.as_deref(),
            Some("https://chartkey.example")
        );
        for other in ["https://evil.example", "https://chartkey.example.evil", "http://chartkey.example", "null"] {
            assert_eq!(asked(method, "/api/site", other).await, None, "{method} {other}");
        }
    }
    let viewer = asked("OPTIONS", "/shl/abc", "https://viewer.example").await;
    assert!(matches!(viewer.as_deref(), Some("*" | "https://viewer.example")), "{viewer:?}");
}

#[tokio::test]
async fn what_cannot_be_read_is_told_as_a_problem() {
    let oracle = Fixture::new(|_| {}).await;
    let post = |kind: &str, body: Vec<u8>| {
        Request::post("/api/session/challenge").header("content-type", kind).body(Body::from(body)).expect("a request")
    };
    for (request, status, why) in [
        (Request::get("/api/nothing").body(Body::empty()).expect("a request"), 404, Why::NotFound),
        (Request::delete("/health").body(Body::empty()).expect("a request"), 405, Why::BadRequest),
        (post("application/json", b"{".to_vec()), 400, Why::BadRequest),
        (post("application/json", b"{}".to_vec()), 422, Why::BadRequest),
        (post("text/plain", b"{}".to_vec()), 415, Why::BadRequest),
        (post("application/json", vec![b' '; crate::limits::JSON + 1]), 413, Why::TooLarge),
        (post("application/json", vec![b' '; crate::limits::BODY + 1]), 413, Why::TooLarge),
    ] {
        let place = format!("{} {}", request.method(), request.uri());
        let answer = oracle.ask(request).await;
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json", "{place}");
        assert_eq!(answer.status().as_u16(), status, "{place}");
        let problem: Problem = serde_json::from_slice(&bytes(answer).await).expect("a problem");
        assert_eq!((problem.status, problem.why), (status, why), "{place}");
    }
}

#[tokio::test]
async fn an_address_that_asks_too_often_is_told_when_to_come_back() {
    let oracle = Fixture::new(|settings| settings.limits.requests_per_minute = 5).await;
    for _ in 0..5 {
        assert_eq!(oracle.call("GET", "/health", None, None).await.status(), StatusCode::OK);
    }
    let answer = oracle.call("GET", "/health", None, None).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers()[header::RETRY_AFTER], "12");
    let mut other = Request::get("/health").body(Body::empty()).expect("a request");
    other.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 9, 8, 7], 1))));
    assert_eq!(oracle.ask(other).await.status(), StatusCode::OK, "somebody else is not held back");
}

#[tokio::test]
async fn figures_are_for_observers_and_name_no_record() {
    let oracle = Fixture::new(|_| {}).await;
    let record = "5".repeat(32);
    oracle.call("GET", &format!("/api/records/{record}"), None, None).await;
    oracle.call("GET", &format!("/{record}"), None, None).await;
    let answer = oracle.call("GET", "/metrics", None, None).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let text = String::from_utf8(bytes(answer).await).expect("text");
    assert!(text.contains("chartkey_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1"), "{text}");
    assert!(text.contains("chartkey_finalized_height 7"), "{text}");
    assert!(text.contains("chartkey_database_connections{state=\"open\"}"), "{text}");
    assert!(!text.contains(&record), "{text}");

    let mut stranger = Request::get("/metrics").body(Body::empty()).expect("a request");
    stranger.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 9, 8, 7], 1))));
    assert_eq!(oracle.ask(stranger).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn ready_says_which_part_does_not_work() {
    let oracle = Fixture::new(|_| {}).await;
    let ready: serde_json::Value = read(oracle.call("GET", "/ready", None, None).await).await;
    assert_eq!(ready, serde_json::json!({ "database": true, "chain": true, "store": true }));
    oracle.app.db.pool().close().await;
    let answer = oracle.call("GET", "/ready", None, None).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    let ready: serde_json::Value = serde_json::from_slice(&bytes(answer).await).expect("JSON");
    assert_eq!(ready, serde_json::json!({ "database": false, "chain": true, "store": true }));
}
