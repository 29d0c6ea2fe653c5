//! A link opens for whoever holds it: counted on the chain, logged, and only while it lasts.

mod crowd;
mod unwritten;

use super::tidy::tidy;
use crate::{
    door::testing::{ADA, ATTESTER, Answered, BEN, DR_LIN, GUARDIAN, STRANGER, Stage, later},
    outbox::fake::Posting,
};
use axum::{body::Body, http::Request};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_protocol::{Manifest, MyLog, WrongPasscode, passcode_hash};
use chartkey_vocabulary::{ConsentMessage, DAY, Digest, HOUR, Link, Message};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use tokio::sync::Mutex;

const FHIR: &str = "application/fhir+json";

struct Share {
    stage: Stage,
    posting: Mutex<Posting>,
    path: String,
    link: Digest,
}

fn jwe(filler: u8, length: usize) -> String {
    let part = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    let header = part(br#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#);
    format!("{header}..{}.{}.{}", part(&[filler; 12]), part(&vec![filler; length]), part(&[filler; 16]))
}

impl Share {
    /// A link of Ada's that opens so often for a day, with one short and one long file.
    async fn new(views: Option<u16>, passcode: Option<&str>) -> Self {
        let share = Self::opened(views).await;
        let passcode = passcode.map(|word| BASE64_URL_SAFE_NO_PAD.encode(passcode_hash(share.link, word)));
        let answer = share.put(ADA, "", &share.files(passcode)).await;
        assert_eq!(answer.status, 204, "{}", String::from_utf8_lossy(&answer.bytes));
        share
    }

    /// The same without files.
    async fn opened(views: Option<u16>) -> Self {
        let stage = Stage::new().await;
        let path = BASE64_URL_SAFE_NO_PAD.encode([0x5a; 32]);
        let link = Digest(Sha256::digest(&path).into());
        let terms = Link { until: stage.app.now() + DAY, views };
        stage.say(ADA, ConsentMessage::OpenLink { owner: ADA, link, terms }).await;
        let posting = Mutex::new(Posting::begin(&stage.app));
        Self { stage, posting, path, link }
    }

    fn files(&self, passcode: Option<String>) -> Value {
        let file = |filler, length| json!({ "content_type": FHIR, "jwe": jwe(filler, length) });
        json!({ "files": [file(1, 100), file(2, 9000)], "passcode": passcode })
    }

    async fn put(&self, who: chartkey_vocabulary::Account, query: &str, files: &Value) -> Answered {
        self.stage.call(who, "PUT", &format!("/api/links/{}{query}", self.link), files).await
    }

    /// Asks for the manifest, as anybody can.
    async fn ask(&self, request: Value) -> Answered {
        let request = Request::post(format!("/shl/{}", self.path))
            .header("content-type", "application/json")
            .header("origin", "https://viewer.example")
            .body(Body::from(request.to_string()));
        self.stage.send(request.expect("a request")).await
    }

    /// Asks while the chain goes on.
    async fn open(&self, request: Value) -> Answered {
        let posting = async {
            loop {
                self.go_on().await;
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::select! {
            answer = self.ask(request) => answer,
            () = posting => unreachable!("it goes on"),
        }
    }

    /// A round of posting; what is final takes effect in the contracts.
    async fn go_on(&self) {
        let mut posting = self.posting.lock().await;
        for message in posting.step().await {
            let Message::Consent(message) = message else { panic!("nobody said {message:?}") };
            self.stage.say(ATTESTER, message).await;
        }
        posting.settle().await;
    }

    async fn get(&self, address: &str) -> Answered {
        let path = address.strip_prefix("http://localhost:8080").expect("our own address");
        self.stage.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Views left, as the chain says.
    async fn left(&self) -> Option<u16> {
        let said = self.stage.app.chain.link(ADA, self.link).await.expect("answers");
        said.answer.expect("open").views
    }

    async fn close(&self) {
        self.stage.say(ADA, ConsentMessage::CloseLink { owner: ADA, link: self.link }).await;
    }
}

fn viewer(name: &str) -> Value {
    json!({ "recipient": name })
}

#[tokio::test]
async fn a_view_is_counted_and_logged_before_anything_leaves() {
    let share = Share::new(Some(3), None).await;
    let answer = share.open(viewer("Verona Health")).await;
    assert_eq!(answer.headers["access-control-allow-origin"], "https://viewer.example");
    assert_eq!(answer.headers["content-type"], "application/json");
    let manifest: Manifest = answer.read();
    assert_eq!(share.left().await, Some(2));
    assert_eq!(share.stage.lines().await, 1);
    assert_eq!(manifest.files.len(), 2);
    assert!(manifest.files.iter().all(|file| file.content_type == FHIR && file.location.is_none()));
    assert_eq!(manifest.files[0].embedded.as_deref(), Some(jwe(1, 100).as_str()));

    let mine: MyLog = share.stage.get(ADA, "/api/log/mine").await.read();
    let line = &mine.lines[0];
    let sizes = jwe(1, 100).len() + jwe(2, 9000).len();
    assert_eq!((line.reader, line.to), (None, sizes as u64 - 1));
    let salted = Sha256::new().chain_update(share.link.0).chain_update("Verona Health").finalize();
    assert_eq!(line.basis, Some(format!("link/{}", hex::encode(&salted[..16]))), "who looked is a salted hash");
}

#[tokio::test]
async fn large_files_are_fetched_within_the_hour() {
    let share = Share::new(None, None).await;
    let request = json!({ "recipient": "Verona Health", "embeddedLengthMax": 1000 });
    let manifest: Manifest = share.open(request).await.read();
    assert!(manifest.files[0].embedded.is_some() && manifest.files[0].location.is_none());
    assert!(manifest.files[1].embedded.is_none());
    let location = manifest.files[1].location.clone().expect("an address");
    let file = share.get(&location).await;
    assert_eq!(file.headers["content-type"], "application/jose");
    assert_eq!(file.bytes, jwe(2, 9000).into_bytes());
    assert_eq!(share.stage.lines().await, 2, "each release is logged");

    let (address, ticket) = location.split_once("?ticket=").expect("a ticket");
    assert_eq!(share.get(&format!("{address}?ticket={}", "0".repeat(64))).await.status, 404, "another ticket");
    assert_eq!(share.get(&format!("{address}7?ticket={ticket}")).await.status, 404, "another file");
    assert!(share.get(address).await.status.is_client_error(), "no ticket");
    later(HOUR + 1);
    assert_eq!(share.get(&location).await.status, 404, "an hour later");
    assert_eq!(share.stage.lines().await, 2, "what is refused is no release");
}

#[tokio::test]
async fn a_passcode_bears_five_wrong_tries_in_all() {
    let share = Share::new(None, Some("1234")).await;
    let wrong = |word: &str| json!({ "recipient": "Verona Health", "passcode": word });
    let left = async |answer: Answered| {
        assert_eq!(answer.status, 401);
        serde_json::from_slice::<WrongPasscode>(&answer.bytes).expect("attempts").remaining_attempts
    };
    assert_eq!(left(share.ask(viewer("Verona Health")).await).await, 5, "asking without one is no try");
    assert_eq!(left(share.ask(wrong("0000")).await).await, 4);
    let text = share.ask(wrong("0001")).await;
    let value: Value = serde_json::from_slice(&text.bytes).expect("JSON");
    assert_eq!(value, json!({ "remainingAttempts": 3 }), "as the specification writes it");
    share.open(wrong("1234")).await.read::<Manifest>();
    assert_eq!(left(share.ask(wrong("12345")).await).await, 2, "the right one gives none back but its own");

    let tries = futures::future::join_all((0..20).map(|n| share.ask(wrong(&format!("9{n}"))))).await;
    let told = tries.iter().filter(|answer| answer.status == 401).count();
    assert_eq!(told, 2, "many at once get no more tries");
    assert_eq!(share.ask(wrong("1234")).await.status, 404, "the link is gone, even for the right one");
}

#[tokio::test]
async fn after_the_last_view_nothing_opens_but_what_was_counted() {
    let share = Share::new(Some(1), None).await;
    let request = json!({ "recipient": "Verona Health", "embeddedLengthMax": 0 });
    let manifest: Manifest = share.open(request).await.read();
    assert_eq!(share.left().await, Some(0));
    assert_eq!(share.open(viewer("Somebody")).await.status, 404);
    assert_eq!(share.open(viewer("Verona Health")).await.status, 404, "nor for the same viewer");
    let location = manifest.files[0].location.clone().expect("an address");
    tidy(&share.stage.app).await.expect("tidies");
    assert_eq!(share.get(&location).await.status, 200, "the view that was counted goes on");
    later(HOUR + 1);
    tidy(&share.stage.app).await.expect("tidies");
    assert!(super::table::find(share.stage.app.db.pool(), share.link).await.expect("reads").is_none());
}

#[tokio::test]
async fn a_closed_or_ended_link_releases_nothing_and_leaves() {
    for close in [true, false] {
        let share = Share::new(None, None).await;
        let request = json!({ "recipient": "Verona Health", "embeddedLengthMax": 0 });
        let manifest: Manifest = share.open(request).await.read();
        let location = manifest.files[0].location.clone().expect("an address");
        let lines = share.stage.lines().await;
        if close {
            share.close().await;
        } else {
            later(DAY + 1);
        }
        assert_eq!(share.get(&location).await.status, 404, "closed: {close}");
        assert_eq!(share.open(viewer("Verona Health")).await.status, 404);
        assert_eq!(share.stage.lines().await, lines);
        assert!(super::table::files(share.stage.app.db.pool(), share.link).await.expect("reads").is_empty());
    }
}

#[tokio::test]
async fn what_nobody_asks_for_any_more_is_removed_too() {
    for close in [true, false] {
        let share = Share::new(None, None).await;
        tidy(&share.stage.app).await.expect("tidies");
        assert_eq!(super::table::files(share.stage.app.db.pool(), share.link).await.expect("reads").len(), 2);
        if close {
            share.close().await;
        } else {
            later(DAY + 1);
        }
        tidy(&share.stage.app).await.expect("tidies");
        assert!(super::table::files(share.stage.app.db.pool(), share.link).await.expect("reads").is_empty());
    }
}

#[tokio::test]
async fn a_viewer_who_went_away_while_counting_is_not_counted_again() {
    let share = Share::new(Some(5), None).await;
    let gone = tokio::time::timeout(Duration::from_millis(200), share.ask(viewer("Verona Health"))).await;
    assert!(gone.is_err(), "nothing is released before the count is final");
    assert_eq!(share.stage.lines().await, 0);
    share.open(viewer("Verona Health")).await.read::<Manifest>();
    assert_eq!(share.left().await, Some(4));
    share.open(viewer("Verona Health")).await.read::<Manifest>();
    assert_eq!(share.left().await, Some(3), "a second look is a second view");
}

#[tokio::test]
async fn two_of_one_name_are_two_views() {
    let share = Share::new(Some(5), None).await;
    let posting = async {
        loop {
            share.go_on().await;
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    let both = async { tokio::join!(share.ask(viewer("Verona Health")), share.ask(viewer("Verona Health"))) };
    let (one, two) = tokio::select! {
        both = both => both,
        () = posting => unreachable!("it goes on"),
    };
    one.read::<Manifest>();
    two.read::<Manifest>();
    assert_eq!(share.left().await, Some(3));
    assert_eq!(share.stage.lines().await, 2);
}

#[tokio::test]
async fn a_refusal_of_the_chain_releases_nothing() {
    let share = Share::new(Some(5), None).await;
    let view = Message::Consent(ConsentMessage::ViewLink { owner: ADA, link: share.link });
    let work = codec::Encode::encode(&crate::outbox::work::Work::Say(view));
    share.posting.lock().await.chain.ledger().undone.insert(work);
    assert_eq!(share.open(viewer("Verona Health")).await.status, 404);
    assert_eq!((share.left().await, share.stage.lines().await), (Some(5), 0));
}

#[tokio::test]
async fn only_patient_and_guardian_put_and_remove_files() {
    let share = Share::opened(None).await;
    let files = share.files(None);
    assert_eq!(share.open(viewer("Verona Health")).await.status, 404, "there is nothing yet");
    let ada = format!("?owner={ADA}");
    for who in [BEN, DR_LIN, STRANGER] {
        assert_eq!(share.put(who, "", &files).await.status, 404, "{who}: no link of theirs");
        assert_eq!(share.put(who, &ada, &files).await.status, 404, "{who}");
    }
    assert_eq!(share.put(GUARDIAN, &ada, &files).await.status, 204);
    assert_eq!(share.put(ADA, "", &files).await.status, 204, "again");
    let path = format!("/api/links/{}", share.link);
    for who in [BEN, DR_LIN, STRANGER] {
        assert_eq!(share.stage.call(who, "DELETE", &path, &()).await.status, 404, "{who}");
    }
    assert_eq!(share.stage.call(GUARDIAN, "DELETE", &path, &()).await.status, 204);
    assert_eq!(share.open(viewer("Verona Health")).await.status, 404);
    assert_eq!(share.stage.call(ADA, "DELETE", &path, &()).await.status, 404, "twice");
}

#[tokio::test]
async fn what_cannot_be_shared_is_refused() {
    let share = Share::opened(None).await;
    let file = |kind: &str, jwe: &str| json!({ "content_type": kind, "jwe": jwe });
    let good = file(FHIR, &jwe(1, 10));
    let refused = [
        ("none", json!({ "files": [] }), 400),
        ("nine", json!({ "files": vec![good.clone(); 9] }), 400),
        ("another type", json!({ "files": [file("text/html", &jwe(1, 10))] }), 400),
        ("not sealed", json!({ "files": [file(FHIR, "{\"resourceType\":\"Bundle\"}")] }), 400),
        ("a passcode in the clear", json!({ "files": [good.clone()], "passcode": "MTIzNA" }), 400),
        ("too much", json!({ "files": vec![file(FHIR, &jwe(1, 2 << 20)); 3] }), 413),
    ];
    for (what, files, status) in refused {
        assert_eq!(share.put(ADA, "", &files).await.status, status, "{what}");
    }
    share.close().await;
    assert_eq!(share.put(ADA, "", &json!({ "files": [good] })).await.status, 404, "a link that is closed");
    let nobody = share.ask(json!({ "recipient": "  " })).await;
    assert_eq!(nobody.status, 400, "who looks has to be said");
}
