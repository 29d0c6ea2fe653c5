//! A stage for tests: the real rulebooks as the chain, the real index behind it, real tables and a real store.

mod stand;

use self::stand::{Stand, digest_of};
use crate::{
    app::{App, Parts},
    db::{Db, hex},
    fixture::{database, now, pass},
    index::{self, Details, Founding, Start},
    outbox::Outbox,
    router,
    session::Deployed,
    settings::Settings,
};
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Request, StatusCode},
};
use chartkey_client::{Hash, Heard};
use chartkey_protocol::{Begin, Bytes, Held, Uploading, Wrap};
use chartkey_rules::town::{Town, cast};
use chartkey_store::{Embedded, dag};
use chartkey_vocabulary::*;
use serde::{Serialize, de::DeserializeOwned};
use sha2::Digest as _;
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tempfile::TempDir;
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

pub(crate) use chartkey_rules::town::cast::{ADA, ATTESTER, BEN, DR_LIN, DR_OLA, GUARDIAN, HOSPITAL, STRANGER, WORKER};

/// What a request was answered with.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answered {
    /// Reads an answer that went well.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{} {}", self.status, String::from_utf8_lossy(&self.bytes));
        serde_json::from_slice(&self.bytes).expect("as the protocol says")
    }

    /// Status and the chain's denial.
    pub(crate) fn no(&self) -> (u16, String) {
        let problem: chartkey_protocol::Problem = serde_json::from_slice(&self.bytes).expect("a problem");
        assert_eq!(problem.status, self.status.as_u16());
        (problem.status, problem.denial.unwrap_or_default())
    }
}

/// An oracle beside a town where everybody of the cast lives.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) stand: Arc<Stand>,
    router: Router,
    _folder: TempDir,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = Settings { data: folder.path().to_owned(), ..Settings::default() };
        settings.limits.requests_per_minute = 1_000_000;
        settings.database = database(&settings).await;
        change(&mut settings);
        let db = Db::open(&settings.database).await.expect("opens");
        let town = cast::settle();
        town.directory().rotate_keys(town.call(WORKER), chartkey_rules::town::cid(0xc1)).expect("the worker has keys");
        let stand = Arc::new(Stand { town: Mutex::new((town, 10)), silent: false.into() });
        let app = App::new(Parts {
            genesis: Digest([1; 32]),
            attester: ATTESTER,
            outbox: Outbox::new(db.clone()),
            db,
            chain: stand.clone(),
            store: Arc::new(Embedded::open(settings.blobs_folder()).expect("opens")),
            bell: broadcast::channel(8).0,
            clock: now,
            settings,
        });
        let deployed = Deployed("network = \"test\"".into());
        let router = router::router(app.clone(), deployed, CancellationToken::new());
        let stage = Self { app, stand, router, _folder: folder };
        stage.begin().await;
        stage
    }

    /// The index hears that the cast has moved in.
    async fn begin(&self) {
        let council = self.stand.town().0.directory().council();
        let founding = Founding { council, members: [].into() };
        let start = Start { genesis: Digest([1; 32]), height: 10, founding };
        index::begin(&self.app.db, &start).await.expect("begins");
        for who in [ADA, GUARDIAN, BEN, DR_LIN, DR_OLA, HOSPITAL, WORKER] {
            let member = self.stand.town().0.directory().member(who).expect("of the cast");
            let keys = member.keys.expect("has keys");
            self.hear(Event::Registry(RegistryEvent::Registered { who, role: member.who.role, keys })).await;
        }
        self.hear(Event::Registry(RegistryEvent::GuardianAppointed { patient: ADA, guardian: GUARDIAN })).await;
    }

    /// The event becomes final in a block of its own, and the index takes it in.
    async fn hear(&self, event: Event) {
        let (height, details) = {
            let mut town = self.stand.town();
            town.1 += 1;
            (town.1, details(&town.0, &event))
        };
        let hash = Hash::from(digest_of(height).0);
        let contract = match event {
            Event::Registry(_) => Contract::Registry,
            Event::Consent(_) => Contract::Consent,
            Event::Records(_) => Contract::Records,
            Event::Care(_) => Contract::Care,
        };
        let topics = match &event {
            Event::Registry(event) => event.topics(),
            Event::Consent(event) => event.topics(),
            Event::Records(event) => event.topics(),
            Event::Care(event) => event.topics(),
        };
        let heard = vec![Heard { block: hash, height, transaction: Some(1), index: 0, contract, event, topics }];
        index::take(&self.app.db, &[index::Block { height, hash, at: now(), heard, details }]).await.expect("taken in");
    }

    /// Somebody says something to the contracts, and it becomes final.
    pub(crate) async fn say(&self, from: Account, message: impl Into<Said_>) -> Vec<u8> {
        let Said_(message) = message.into();
        let (returned, event) = self.stand.town().0.say(from, &message).expect("not refused");
        self.hear(event).await;
        returned
    }

    /// Uploads bytes in one part.
    pub(crate) async fn upload(&self, who: Account, bytes: &[u8]) -> Cid {
        let begin = Begin { size: bytes.len() as u64, cid: dag::hash(bytes) };
        let upload: Uploading = self.call(who, "POST", "/api/blobs", &begin).await.read();
        let part = self.put(who, &format!("/api/blobs/{}?offset=0", upload.upload), bytes.to_vec()).await;
        assert_eq!(part.read::<Uploading>().offset, begin.size);
        let held: Held = self.call(who, "POST", &format!("/api/blobs/{}/finish", upload.upload), &()).await.read();
        assert_eq!(held.cid, begin.cid);
        held.cid
    }

    /// Adds a record of `owner` that `by` wrote and uploaded.
    pub(crate) async fn add(&self, by: Account, owner: Account, kind: Kind, bytes: &[u8]) -> RecordId {
        let cid = self.upload(by, bytes).await;
        let salt = Salt(cid.0[4..20].try_into().expect("sixteen"));
        let sealed = Sealed { cid, commitment: Commitment([7; 32]) };
        let id = self.say(by, RecordsMessage::Add { owner, salt, kind, sealed }).await;
        RecordId(id.try_into().expect("an identifier"))
    }

    /// A key for a day.
    pub(crate) async fn grant(&self, reader: Account, purpose: Purpose, scope: Scope, openings: Option<u16>) {
        let terms = Terms { scope, until: now() + DAY, openings, may_write: purpose == Purpose::Treatment };
        let between = Between { patient: ADA, reader, purpose };
        self.say(ADA, ConsentMessage::Grant { between, terms }).await;
    }

    pub(crate) async fn revoke(&self, reader: Account, purpose: Purpose) {
        let between = Between { patient: ADA, reader, purpose };
        self.say(ADA, ConsentMessage::Revoke { between }).await;
    }

    /// A wrap that says which it is.
    pub(crate) async fn wrap(&self, cid: Cid, reader: Account, purpose: Purpose, key: &str) -> Wrap {
        let epoch = self.app.chain.member(reader).await.expect("answers").map_or(0, |member| member.epoch);
        Wrap { reader, purpose, epoch, cid, key: Bytes(key.into()) }
    }

    pub(crate) async fn get(&self, who: Account, path: &str) -> Answered {
        self.ask(who, Request::get(path), Body::empty()).await
    }

    pub(crate) async fn put(&self, who: Account, path: &str, bytes: impl Into<Body>) -> Answered {
        self.ask(who, Request::put(path), bytes.into()).await
    }

    pub(crate) async fn call(&self, who: Account, method: &str, path: &str, body: &impl Serialize) -> Answered {
        let request = Request::builder().method(method).uri(path).header("content-type", "application/json");
        self.ask(who, request, serde_json::to_vec(body).expect("JSON").into()).await
    }

    /// Asks as somebody who has signed in.
    pub(crate) async fn ask(&self, who: Account, request: axum::http::request::Builder, body: Body) -> Answered {
        let token = format!("token of {who}");
        sqlx::query(
            "INSERT INTO sessions (token, account, address, since, until) VALUES ($1, $2, '', 0, $3) \
             ON CONFLICT (token) DO NOTHING",
        )
        .bind(hex(sha2::Sha256::digest(&token)))
        .bind(hex(who.0))
        .bind(i64::MAX)
        .execute(self.app.db.pool())
        .await
        .expect("signs in");
        let request = request.header("authorization", format!("Bearer {token}")).body(body).expect("a request");
        self.send(request).await
    }

    /// Asks as nobody.
    pub(crate) async fn send(&self, mut request: Request<Body>) -> Answered {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))));
        let response = self.router.clone().oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 64 << 20).await.expect("a body").to_vec();
        Answered { status: parts.status, headers: parts.headers, bytes }
    }

    /// Lines of the log there are.
    pub(crate) async fn lines(&self) -> u64 {
        let head = Request::get("/api/log/head").body(Body::empty()).expect("a request");
        self.send(head).await.read::<chartkey_protocol::LogHead>().count
    }

    pub(crate) async fn kept(&self, cid: &Cid) -> bool {
        self.app.store.has(cid).await.expect("answers")
    }
}

/// Anything that can be said.
pub(crate) struct Said_(Message);

macro_rules! said {
    ($($message:ident, $contract:ident;)*) => {$(
        impl From<$message> for Said_ {
            fn from(message: $message) -> Self {
                Self(Message::$contract(message))
            }
        }
    )*};
}

said! {
    RegistryMessage, Registry;
    ConsentMessage, Consent;
    RecordsMessage, Records;
}

/// Lets time pass, for the chain and for the oracle.
pub(crate) fn later(seconds: Time) {
    pass(seconds);
}

/// What the index would ask a node after this event.
fn details(town: &Town, event: &Event) -> Details {
    let mut details = Details::default();
    match event {
        Event::Registry(
            RegistryEvent::Registered { who, .. }
            | RegistryEvent::KeysRotated { who, .. }
            | RegistryEvent::ProfileRevised { who, .. }
            | RegistryEvent::Left { who },
        ) => {
            details.members.extend(town.directory().member(*who).map(|member| (*who, member)));
            details.profiles.extend(town.directory().profile(*who).map(|profile| (*who, profile)));
        }
        Event::Records(RecordsEvent::Added { record, .. }) => {
            details.versions.extend(town.ledger().version(*record, 1).map(|row| ((*record, 1), row)));
        }
        Event::Records(RecordsEvent::Amended { record, version, .. }) => {
            details.versions.extend(town.ledger().version(*record, *version).map(|row| ((*record, *version), row)));
        }
        Event::Records(RecordsEvent::Attested { finding, .. }) => {
            details.findings.extend(town.ledger().finding(*finding).map(|row| (*finding, row)));
        }
        _ => {}
    }
    details
}
