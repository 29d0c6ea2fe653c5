//! Signing in, from the text to the end of a session.

use super::*;
use crate::fixture::{Fixture, bytes, pass, read};
use axum::http::Response;
use chartkey_protocol::{Problem, Site};
use chartkey_vocabulary::Role;
use serde_json::json;
use subxt_signer::sr25519::{Keypair, dev};

async fn asked(oracle: &Fixture, who: &Keypair) -> SignIn {
    let address = who.public_key().to_account_id().to_string();
    read(oracle.call("POST", "/api/session/challenge", None, Some(json!({ "address": address }))).await).await
}

async fn answered(oracle: &Fixture, who: &Keypair, text: &str, nonce: &str) -> Response<axum::body::Body> {
    let signature = chartkey_protocol::Bytes(who.sign(text.as_bytes()).0.to_vec());
    let signed = NewSession { nonce: nonce.into(), scheme: "sr25519".into(), signature };
    oracle.call("POST", "/api/session", None, Some(json!(signed))).await
}

async fn signed_in(oracle: &Fixture, who: &Keypair) -> String {
    let SignIn { text, nonce, .. } = asked(oracle, who).await;
    let session: Session = read(answered(oracle, who, &text, &nonce).await).await;
    session.token.expect("shown once")
}

async fn why(response: Response<axum::body::Body>) -> (u16, Why) {
    let problem: Problem = serde_json::from_slice(&bytes(response).await).expect("a problem");
    (problem.status, problem.why)
}

async fn is_open(oracle: &Fixture, token: &str) -> bool {
    oracle.call("GET", "/api/session", Some(token), None).await.status() == StatusCode::OK
}

#[tokio::test]
async fn a_wallet_signs_in_and_out() {
    let oracle = Fixture::new(|_| {}).await;
    let alice = dev::alice();
    let token = signed_in(&oracle, &alice).await;
    let session: Session = read(oracle.call("GET", "/api/session", Some(&token), None).await).await;
    assert_eq!(session.account, account_of(&alice.public_key().to_account_id()));
    assert_eq!(session.address, alice.public_key().to_account_id().to_string());
    assert_eq!(session.token, None, "shown once, when it is made");

    let ended = oracle.call("DELETE", "/api/session", Some(&token), None).await;
    assert_eq!(ended.status(), StatusCode::NO_CONTENT);
    assert_eq!(why(oracle.call("GET", "/api/session", Some(&token), None).await).await, (401, Why::SignInNeeded));
}

#[tokio::test]
async fn the_text_is_the_one_a_client_expects() {
    let oracle = Fixture::new(|_| {}).await;
    let site: Site = read(oracle.call("GET", "/api/site", None, None).await).await;
    let address = dev::alice().public_key().to_account_id().to_string();
    let SignIn { text, nonce, until } = asked(&oracle, &dev::alice()).await;
    assert_eq!(text, SignIn::write(&site.domain, site.genesis, &address, &nonce, until));
    assert_eq!(until, oracle.app.now() + 300);
    assert_ne!(nonce, asked(&oracle, &dev::alice()).await.nonce);
}

#[tokio::test]
async fn an_address_of_any_network_is_the_same_account() {
    let oracle = Fixture::new(|_| {}).await;
    // Alice as Polkadot writes her.
    let ask = json!({ "address": "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5" });
    let SignIn { text, nonce, .. } = read(oracle.call("POST", "/api/session/challenge", None, Some(ask)).await).await;
    let session: Session = read(answered(&oracle, &dev::alice(), &text, &nonce).await).await;
    assert_eq!(session.account, account_of(&dev::alice().public_key().to_account_id()));
    let wrong = oracle.call("POST", "/api/session/challenge", None, Some(json!({ "address": "5Grw" }))).await;
    assert_eq!(why(wrong).await, (400, Why::BadRequest));
}

#[tokio::test]
async fn a_text_opens_one_session_and_only_in_time() {
    let oracle = Fixture::new(|_| {}).await;
    let alice = dev::alice();
    let SignIn { text, nonce, .. } = asked(&oracle, &alice).await;
    assert_eq!(answered(&oracle, &alice, &text, &nonce).await.status(), StatusCode::OK);
    assert_eq!(why(answered(&oracle, &alice, &text, &nonce).await).await, (410, Why::Lapsed), "used");

    let SignIn { text, nonce, .. } = asked(&oracle, &alice).await;
    pass(301);
    assert_eq!(why(answered(&oracle, &alice, &text, &nonce).await).await, (410, Why::Lapsed), "too late");
}

#[tokio::test]
async fn another_text_signer_or_nonce_opens_nothing() {
    let oracle = Fixture::new(|_| {}).await;
    let (alice, bob) = (dev::alice(), dev::bob());
    let SignIn { text, nonce, until } = asked(&oracle, &alice).await;
    let refused = (422, Why::Refused);
    assert_eq!(why(answered(&oracle, &bob, &text, &nonce).await).await, refused, "another signer");
    let (domain, address) = (&oracle.app.settings.domain, alice.public_key().to_account_id().to_string());
    let elsewhere = SignIn::write("evil.example", oracle.app.genesis, &address, &nonce, until);
    assert_eq!(why(answered(&oracle, &alice, &elsewhere, &nonce).await).await, refused, "another domain");
    let other_chain = SignIn::write(domain, chartkey_vocabulary::Digest([9; 32]), &address, &nonce, until);
    assert_eq!(why(answered(&oracle, &alice, &other_chain, &nonce).await).await, refused, "another chain");
    let longer = SignIn::write(domain, oracle.app.genesis, &address, &nonce, until + 1);
    assert_eq!(why(answered(&oracle, &alice, &longer, &nonce).await).await, refused, "another end");
    let bobs = asked(&oracle, &bob).await;
    assert_eq!(why(answered(&oracle, &alice, &text, &bobs.nonce).await).await, refused, "another's nonce");
    assert_eq!(why(answered(&oracle, &alice, &text, "made up").await).await, refused, "an invented nonce");
    // A refused attempt uses nothing up.
    assert_eq!(answered(&oracle, &alice, &text, &nonce).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn sessions_end_by_themselves_and_all_at_once() {
    let oracle = Fixture::new(|_| {}).await;
    let (alice, bob) = (dev::alice(), dev::bob());
    let (first, second) = (signed_in(&oracle, &alice).await, signed_in(&oracle, &alice).await);
    let bobs = signed_in(&oracle, &bob).await;
    let ended = oracle.call("DELETE", "/api/sessions", Some(&first), None).await;
    assert_eq!(ended.status(), StatusCode::NO_CONTENT);
    assert!(!is_open(&oracle, &first).await && !is_open(&oracle, &second).await);
    assert!(is_open(&oracle, &bobs).await, "another's session is not touched");
    pass(oracle.app.settings.limits.session);
    assert!(!is_open(&oracle, &bobs).await, "its time is over");
}

#[tokio::test]
async fn the_oldest_session_makes_room() {
    let oracle = Fixture::new(|_| {}).await;
    let mut tokens = Vec::new();
    for _ in 0..17 {
        pass(1);
        tokens.push(signed_in(&oracle, &dev::alice()).await);
    }
    assert!(!is_open(&oracle, &tokens[0]).await);
    for token in &tokens[1..] {
        assert!(is_open(&oracle, token).await);
    }
}

#[tokio::test]
async fn a_token_counts_only_as_a_bearers() {
    let oracle = Fixture::new(|_| {}).await;
    let token = signed_in(&oracle, &dev::alice()).await;
    let with = async |name: &str, value: String| {
        let request = axum::http::Request::get("/api/session").header(name, value);
        oracle.ask(request.body(axum::body::Body::empty()).expect("a request")).await.status()
    };
    assert_eq!(with("authorization", format!("bearer {token}")).await, StatusCode::OK);
    for (name, value) in [
        ("cookie", format!("token={token}")),
        ("authorization", token.clone()),
        ("authorization", format!("Basic {token}")),
        ("authorization", format!("Bearer {token}x")),
        ("authorization", "Bearer ".into()),
        ("x-token", token.clone()),
    ] {
        assert_eq!(with(name, value.clone()).await, StatusCode::UNAUTHORIZED, "{name}: {value}");
    }
}

#[tokio::test]
async fn the_table_does_not_hold_the_token() {
    let oracle = Fixture::new(|_| {}).await;
    let token = signed_in(&oracle, &dev::alice()).await;
    let kept: Vec<(String,)> =
        sqlx::query_as("SELECT token FROM sessions").fetch_all(oracle.app.db.pool()).await.expect("reads");
    assert_eq!(kept.len(), 1);
    assert_ne!(kept[0].0, token);
    assert!(!is_open(&oracle, &kept[0].0).await, "what is kept opens nothing");
}

#[tokio::test]
async fn the_suspended_are_told_nothing_but_may_leave() {
    let oracle = Fixture::new(|_| {}).await;
    let bob = dev::bob();
    let account = account_of(&bob.public_key().to_account_id());
    oracle.village.set(account, Role::Doctor, Standing::Active);
    let token = signed_in(&oracle, &bob).await;
    let notices = async || oracle.call("GET", "/api/notices", Some(&token), None).await;
    assert_eq!(notices().await.status(), StatusCode::OK);

    oracle.village.set(account, Role::Doctor, Standing::Suspended);
    assert_eq!(why(notices().await).await, (403, Why::NotAllowed));
    let SignIn { text, nonce, .. } = asked(&oracle, &bob).await;
    assert_eq!(why(answered(&oracle, &bob, &text, &nonce).await).await, (403, Why::NotAllowed), "no new session");
    let ended = oracle.call("DELETE", "/api/session", Some(&token), None).await;
    assert_eq!(ended.status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn an_account_has_one_limit_from_wherever_it_asks() {
    let oracle = Fixture::new(|settings| settings.limits.requests_per_minute = 10).await;
    let token = signed_in(&oracle, &dev::alice()).await;
    let mut answers = Vec::new();
    for place in 0..11 {
        let mut request = axum::http::Request::get("/api/session").header("authorization", format!("Bearer {token}"));
        let peer = std::net::SocketAddr::from(([10, 0, 0, place], 1));
        request.extensions_mut().expect("a request").insert(axum::extract::ConnectInfo(peer));
        answers.push(oracle.ask(request.body(axum::body::Body::empty()).expect("a request")).await.status());
    }
    assert_eq!(answers[..10], [StatusCode::OK; 10]);
    assert_eq!(answers[10], StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_stream_ends_with_its_session_and_with_the_service() {
    let oracle = Fixture::new(|_| {}).await;
    let listen = async |token: &str| {
        let stream = oracle.call("GET", "/api/notices/stream", Some(token), None).await;
        assert_eq!(stream.status(), StatusCode::OK);
        let kind = stream.headers().get("content-type").expect("a kind").to_str().expect("text");
        assert!(kind.starts_with("text/event-stream"), "{kind}");
        stream
    };
    let (alices, bobs) = (signed_in(&oracle, &dev::alice()).await, signed_in(&oracle, &dev::bob()).await);
    let alice = tokio::spawn(bytes(listen(&alices).await));
    let bob = tokio::spawn(bytes(listen(&bobs).await));
    oracle.call("DELETE", "/api/session", Some(&alices), None).await;
    let patience = std::time::Duration::from_secs(10);
    tokio::time::timeout(patience, alice).await.expect("the stream ends").expect("no panic");
    assert!(!bob.is_finished(), "another's stream goes on");
    oracle.stop.cancel();
    tokio::time::timeout(patience, bob).await.expect("the stream ends").expect("no panic");
}
