//! A page for every address of a page, nothing for every other, and headers on all.

use super::*;
use axum::http::StatusCode;
use std::{fs, time::Duration};

struct Site {
    folder: tempfile::TempDir,
    pages: Pages,
}

fn site() -> Site {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    write("index.html", "<!doctype html>one");
    write("app-0123456789abcdef.js", "plain");
    write("app-0123456789abcdef.js.br", "packed");
    write("notes.txt", "not the app's");
    fs::create_dir(folder.path().join("lang")).expect("a folder");
    write("lang/en-0123456789abcdef.ftl", "key = word");
    let settings =
        Settings { app: Some(folder.path().into()), public_node: "wss://node.example".into(), ..Settings::default() };
    Site { pages: Pages::of(&settings), folder }
}

impl Site {
    async fn ask(&self, method: Method, path: &str, encodings: &'static str) -> (StatusCode, HeaderMap, String) {
        let asked = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(encodings))]);
        let answer = self.pages.clone().answer(method, path.parse().expect("an address"), asked).await;
        let (parts, body) = answer.into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 20).await.expect("a body");
        (parts.status, parts.headers, String::from_utf8(bytes.into()).expect("text"))
    }
}

#[tokio::test]
async fn every_address_of_a_page_is_the_page_and_no_other_is() {
    let site = site();
    for path in ["/", "/home", "/records/0x11/proof", "/apiary"] {
        let (status, headers, body) = site.ask(Method::GET, path, "gzip").await;
        assert_eq!((status, body.as_str()), (StatusCode::OK, "<!doctype html>one"), "{path}");
        assert_eq!(headers["cache-control"], "no-cache");
    }
    for path in
        ["/api", "/api/nothing", "/shl/abc", "/notes.txt", "/other.js", "/lang/../../etc/passwd.ftl", "/%2e%2e/a.js"]
    {
        let (status, headers, _) = site.ask(Method::GET, path, "br").await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(headers["content-type"], "application/problem+json", "{path}");
    }
    assert_eq!(site.ask(Method::POST, "/home", "br").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn parts_are_packed_for_those_who_unpack_and_kept_for_good() {
    let site = site();
    let (_, headers, body) = site.ask(Method::GET, "/app-0123456789abcdef.js", "gzip, br;q=0.9").await;
    assert_eq!(body, "packed");
    assert_eq!(headers["content-encoding"], "br");
    assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(headers["vary"], "accept-encoding");
    let (_, headers, body) = site.ask(Method::GET, "/app-0123456789abcdef.js", "gzip, brotli").await;
    assert_eq!((body.as_str(), headers.get("content-encoding")), ("plain", None));
    assert_eq!(site.ask(Method::GET, "/lang/en-0123456789abcdef.ftl", "").await.2, "key = word");
}

#[tokio::test]
async fn the_policy_names_our_node_and_leaves_nothing_open() {
    let (_, headers, _) = site().ask(Method::GET, "/", "br").await;
    let policy = headers["content-security-policy"].to_str().expect("text");
    assert!(policy.starts_with("default-src 'none'; "));
    assert!(policy.contains("connect-src 'self' wss://node.example;"));
    assert!(policy.contains("require-trusted-types-for 'script'; trusted-types chartkey"));
    for open in ["unsafe-inline", "'unsafe-eval'", "data:", "*", "http:", "https:"] {
        assert!(!policy.contains(open), "{open} in {policy}");
    }
    assert_eq!(headers["cross-origin-opener-policy"], "same-origin");
    let slip = Settings { public_node: "ws://a; script-src *".into(), ..Settings::default() };
    assert!(!headers::policy(&slip).to_str().expect("text").contains('*'));
}

#[tokio::test]
async fn another_build_is_served_from_the_next_page_on() {
    let site = site();
    site.ask(Method::GET, "/", "br").await;
    let index = site.folder.path().join("index.html");
    fs::write(&index, "<!doctype html>two").expect("written");
    let later = std::time::SystemTime::now() + Duration::from_secs(5);
    fs::File::open(&index).and_then(|file| file.set_modified(later)).expect("set");
    assert_eq!(site.ask(Method::GET, "/home", "br").await.2, "<!doctype html>two");
}

#[tokio::test]
async fn without_a_folder_there_are_no_pages() {
    let pages = Pages::of(&Settings::default());
    let answer = pages.answer(Method::GET, Uri::from_static("/home"), HeaderMap::new()).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}
