//! An oracle for unit tests: real tables and a real store in a folder, and a chain that says what the test told it.

use crate::{
    app::{App, Parts},
    chain::{Block, Chain, Said},
    db::Db,
    outbox::Outbox,
    router,
    session::Deployed,
    settings::Settings,
};
use async_trait::async_trait;
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, Response, StatusCode},
};
use chartkey_client::QuestionError;
use chartkey_store::Embedded;
use chartkey_vocabulary::{
    Account, Card, Decision, Denial, Digest, Finding, FindingId, Link, Member, Purpose, Record, RecordId, Role,
    Standing, Time, Version, Who,
};
use serde::de::DeserializeOwned;
use std::{
    cell::Cell,
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tempfile::TempDir;
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

thread_local! {
    static NOW: Cell<Time> = const { Cell::new(1_800_000_000) };
}

/// The test's own clock.
pub(crate) fn now() -> Time {
    NOW.get()
}

/// Lets so many seconds pass.
pub(crate) fn pass(seconds: Time) {
    NOW.set(NOW.get() + seconds);
}

/// A chain that knows people and nothing else.
#[derive(Default)]
pub(crate) struct Village(Mutex<HashMap<Account, Member>>);

impl Village {
    /// Puts somebody on file, from now on.
    pub(crate) fn set(&self, account: Account, role: Role, standing: Standing) {
        let member = Member { who: Who { role, standing }, keys: None, epoch: 0, since: now(), licence: None };
        self.0.lock().expect("not poisoned").insert(account, member);
    }
}

fn block() -> Block {
    Block { hash: Digest([2; 32]), height: 7, time: now() }
}

#[async_trait]
impl Chain for Village {
    async fn finalized(&self) -> Result<Block, QuestionError> {
        Ok(block())
    }

    async fn may_open(&self, _: RecordId, _: Account, _: Purpose) -> Result<Said<Decision>, QuestionError> {
        Ok(Said { answer: Decision::Denied(Denial::NoGrant), block: block() })
    }

    async fn record(&self, _: RecordId) -> Result<Option<Record>, QuestionError> {
        Ok(None)
    }

    async fn version(&self, _: RecordId, _: u16) -> Result<Option<Version>, QuestionError> {
        Ok(None)
    }

    async fn finding(&self, _: FindingId) -> Result<Option<Finding>, QuestionError> {
        Ok(None)
    }

    async fn who(&self, account: Account) -> Result<Option<Who>, QuestionError> {
        Ok(self.member(account).await?.map(|member| member.who))
    }

    async fn member(&self, account: Account) -> Result<Option<Member>, QuestionError> {
        Ok(self.0.lock().expect("not poisoned").get(&account).cloned())
    }

    async fn guards(&self, _: Account, _: Account) -> Result<bool, QuestionError> {
        Ok(false)
    }

    async fn card(&self, _: Account) -> Result<Option<Card>, QuestionError> {
        Ok(None)
    }

    async fn emergency(&self, _: Account, _: Account) -> Result<Option<Time>, QuestionError> {
        Ok(None)
    }

    async fn link(&self, _: Account, _: Digest) -> Result<Said<Option<Link>>, QuestionError> {
        Ok(Said { answer: None, block: block() })
    }
}

/// One oracle. Its folder goes when it is dropped.
pub(crate) struct Fixture {
    pub(crate) app: App,
    pub(crate) village: Arc<Village>,
    pub(crate) stop: CancellationToken,
    router: Router,
    _folder: TempDir,
}

/// The database of the test: a file, or a new one on the PostgreSQL server that `CHARTKEY_POSTGRES` names.
pub(crate) async fn database(settings: &Settings) -> String {
    let Ok(server) = std::env::var("CHARTKEY_POSTGRES") else { return settings.database_url() };
    sqlx::any::install_default_drivers();
    let name = format!("session_{:016x}", rand::random::<u64>());
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    let admin = sqlx::AnyPool::connect(&server).await.expect("a server");
    sqlx::query(create).execute(&admin).await.expect("a database");
    format!("{server}/{name}")
}

impl Fixture {
    pub(crate) async fn new(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = Settings { data: folder.path().to_owned(), ..Settings::default() };
        settings.database = database(&settings).await;
        change(&mut settings);
        let db = Db::open(&settings.database).await.expect("opens");
        let village = Arc::new(Village::default());
        let app = App::new(Parts {
            genesis: Digest([1; 32]),
            attester: Account([0xa7; 20]),
            outbox: Outbox::new(db.clone()),
            db,
            chain: village.clone(),
            store: Arc::new(Embedded::open(settings.blobs_folder()).expect("opens")),
            bell: broadcast::channel(8).0,
            clock: now,
            settings,
        });
        let stop = CancellationToken::new();
        let router = router::router(app.clone(), Deployed("network = \"test\"".into()), stop.clone());
        Self { app, village, stop, router, _folder: folder }
    }

    /// Asks from 127.0.0.1 unless the request says from where.
    pub(crate) async fn ask(&self, mut request: Request<Body>) -> Response<Body> {
        if request.extensions().get::<ConnectInfo<SocketAddr>>().is_none() {
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))));
        }
        self.router.clone().oneshot(request).await.expect("infallible")
    }

    /// Asks as the bearer of a token, or as nobody.
    pub(crate) async fn call(
        &self,
        method: &str,
        path: &str,
        token: Option<&str>,
        body: Option<serde_json::Value>,
    ) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        self.ask(request.body(body).expect("a request")).await
    }
}

/// Reads an answer that went well.
pub(crate) async fn read<T: DeserializeOwned>(response: Response<Body>) -> T {
    let (status, bytes) = (response.status(), bytes(response).await);
    assert_eq!(status, StatusCode::OK, "{}", String::from_utf8_lossy(&bytes));
    serde_json::from_slice(&bytes).expect("as the protocol says")
}

pub(crate) async fn bytes(response: Response<Body>) -> Vec<u8> {
    axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a body").to_vec()
}
