//! Asking, as a browser asks.

use super::town::{BEGINS, Town};
use crate::bench::report::{Figures, Target, percentile};
use anyhow::{Result, bail};
use async_trait::async_trait;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Request, StatusCode},
};
use chartkey_client::QuestionError;
use chartkey_oracle::{
    app::{App, Parts},
    chain::{Block, Chain, Said},
    db::{Db, hex},
    index::name_words,
    outbox::Outbox,
    router,
    session::Deployed,
    settings::Settings,
};
use chartkey_store::Embedded;
use chartkey_vocabulary::{
    Account, Card, DAY, Decision, Denial, Digest, Finding, FindingId, Link, Member, Purpose, Record, RecordId, Time,
    Version, Who,
};
use rand::{Rng, SeedableRng, rngs::StdRng};
use sha2::Digest as _;
use std::{net::SocketAddr, path::Path, sync::Arc, time::Instant};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// The first questions of a kind prepare its statements and are not counted.
const WARMING: usize = 20;
/// So fast that a page of several lists appears at once.
const ANSWER: Target = Target::AtMost(10.0);
const ADMIN: Account = Account([0xad; 20]);
const NAMES: [&str; 12] =
    ["Ada", "Lin", "Müller", "Łucja", "Öz", "Wang", "Schmidt", "Kowalska", "Yılmaz", "Meier", "Becker", "Nowak"];

/// Every question so many times, of another person each time.
pub(super) async fn all(db: &Db, town: &Town, folder: &Path, times: usize, figures: &mut Figures) -> Result<()> {
    name_the_professionals(db, town).await?;
    let role = "INSERT INTO members (account, role, standing, epoch, since) VALUES ($1, 'admin', 'active', 0, 0)";
    sqlx::query(role).bind(hex(ADMIN.0)).execute(db.pool()).await?;
    let router = oracle(db, folder)?;
    let mut chance = StdRng::seed_from_u64(8);
    for (question, made) in QUESTIONS {
        let mut took = Vec::new();
        let (mut round, mut missed) = (0, 0);
        while round < times + WARMING {
            let (who, path) = made(town, &mut chance);
            sign_in(db, who).await?;
            let began = Instant::now();
            match ask(&router, who, &path).await? {
                StatusCode::OK => round += 1,
                // Now and then the same two gave and took another key.
                StatusCode::NOT_FOUND if missed < times / 20 => {
                    missed += 1;
                    continue;
                }
                status => bail!("{path}: {status}"),
            }
            if round > WARMING {
                took.push(began.elapsed().as_secs_f64() * 1000.0);
            }
        }
        took.sort_by(f64::total_cmp);
        figures.tell(format!("index, {question}: p50"), percentile(&took, 0.5), "ms");
        figures.hold(format!("index, {question}: p95"), percentile(&took, 0.95), "ms", ANSWER);
    }
    Ok(())
}

/// What is asked, by whom.
type Question = (&'static str, fn(&Town, &mut StdRng) -> (Account, String));

const QUESTIONS: &[Question] = &[
    ("own records", |town, chance| of(town.patient(chance), "records")),
    ("own chart", |town, chance| of(town.patient(chance), "chart")),
    ("own keys", |town, chance| of(town.patient(chance), "grants")),
    ("own requests", |town, chance| of(town.patient(chance), "requests")),
    ("own findings", |town, chance| of(town.patient(chance), "findings")),
    ("own relations", |town, chance| of(town.patient(chance), "relations")),
    ("own history", |town, chance| history(town.patient(chance))),
    ("own visits", |town, chance| (town.patient(chance), "/api/mine/visits".into())),
    ("own prescriptions", |town, chance| (town.patient(chance), "/api/mine/prescriptions".into())),
    ("a reader's records of a patient", |town, chance| {
        let (patient, doctor, _) = town.granted(chance);
        (doctor, format!("/api/patients/{patient}/records"))
    }),
    ("one record", |town, chance| {
        let (_, doctor, record) = town.granted(chance);
        (doctor, format!("/api/records/{record}"))
    }),
    ("a doctor's keys", |town, chance| (town.doctor(chance), "/api/mine/grants?limit=200".into())),
    ("a doctor's visits", |town, chance| (town.doctor(chance), "/api/mine/visits?limit=200".into())),
    ("a doctor's prescriptions", |town, chance| (town.doctor(chance), "/api/mine/prescriptions?limit=200".into())),
    ("a doctor's history", |town, chance| history(town.doctor(chance))),
    ("taken slots", |town, chance| {
        let path = format!("/api/doctors/{}/slots?from={BEGINS}&to={}", town.doctor(chance), BEGINS + 28 * DAY);
        (town.patient(chance), path)
    }),
    ("search by name", |_, chance| search(format!("name={}", name(chance)))),
    ("search by one letter", |_, _| search("name=m".into())),
    ("search by specialty", |_, chance| search(format!("specialty={}", chance.gen_range(0..60)))),
    ("search by place", |_, _| search("place=u33d".into())),
    ("search by all", |_, chance| {
        search(format!("name={}&specialty={}&language=de&place=u33", name(chance), chance.gen_range(0..60)))
    }),
    ("members by role", |_, _| (ADMIN, "/api/members?role=patient".into())),
    ("applicants", |_, _| (ADMIN, "/api/members?standing=pending".into())),
    ("one member", |town, chance| (town.patient(chance), format!("/api/members/{}", town.doctor(chance)))),
    ("blocks", |town, chance| (town.patient(chance), "/api/explore/blocks".into())),
    ("one block", |town, chance| (town.patient(chance), format!("/api/explore/blocks/{}", chance.gen_range(1..1000)))),
];

fn of(patient: Account, list: &str) -> (Account, String) {
    (patient, format!("/api/patients/{patient}/{list}"))
}

fn history(who: Account) -> (Account, String) {
    (who, format!("/api/explore/accounts/{who}"))
}

fn search(what: String) -> (Account, String) {
    (ADMIN, format!("/api/directory?{what}"))
}

fn name(chance: &mut StdRng) -> String {
    name_words(NAMES[chance.gen_range(0..NAMES.len())]).remove(0)
}

/// Cards as if they had been read from the store.
async fn name_the_professionals(db: &Db, town: &Town) -> Result<()> {
    let mut chance = StdRng::seed_from_u64(town.person(0).0[0].into());
    let cards: Vec<String> =
        sqlx::query_scalar("SELECT card FROM profiles ORDER BY account").fetch_all(db.pool()).await?;
    let mut tx = db.write().await?;
    for (number, cid) in cards.iter().enumerate() {
        let name = format!("{} {} {number}", NAMES[chance.gen_range(0..12)], NAMES[chance.gen_range(0..12)]);
        let card = serde_json::json!({ "name": name }).to_string();
        sqlx::query("INSERT INTO directory_cards (cid, card, name, tries) VALUES ($1, $2, $3, 1)")
            .bind(cid)
            .bind(card)
            .bind(&name)
            .execute(&mut *tx)
            .await?;
        for word in name_words(&name) {
            sqlx::query("INSERT INTO directory_words (word, cid) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .bind(hex(word))
                .bind(cid)
                .execute(&mut *tx)
                .await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn sign_in(db: &Db, who: Account) -> Result<()> {
    let session = "INSERT INTO sessions (token, account, address, since, until) VALUES ($1, $2, '', 0, $3) \
                   ON CONFLICT (token) DO NOTHING";
    let token = hex(sha2::Sha256::digest(hex(who.0).as_bytes()));
    sqlx::query(session).bind(token).bind(hex(who.0)).bind(i64::MAX / 2).execute(db.pool()).await?;
    Ok(())
}

async fn ask(router: &Router, who: Account, path: &str) -> Result<StatusCode> {
    let request = Request::get(path).header("authorization", format!("Bearer {}", hex(who.0)));
    let mut request = request.body(Body::empty())?;
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))));
    let response = router.clone().oneshot(request).await?;
    let status = response.status();
    to_bytes(response.into_body(), 64 << 20).await?;
    Ok(status)
}

fn oracle(db: &Db, folder: &Path) -> Result<Router> {
    let mut settings = Settings { data: folder.to_owned(), ..Settings::default() };
    settings.limits.requests_per_minute = u32::MAX;
    let app = App::new(Parts {
        genesis: Digest([1; 32]),
        attester: Account([0; 20]),
        outbox: Outbox::new(db.clone()),
        db: db.clone(),
        chain: Arc::new(Quiet),
        store: Arc::new(Embedded::open(folder.join("blobs"))?),
        bell: tokio::sync::broadcast::channel(8).0,
        clock: || BEGINS + 300 * DAY,
        settings,
    });
    Ok(router::router(app, Deployed("".into()), CancellationToken::new()))
}

/// No list asks the chain anything but whether the asker was suspended, and here nobody is.
struct Quiet;

#[async_trait]
impl Chain for Quiet {
    async fn finalized(&self) -> Result<Block, QuestionError> {
        Ok(BLOCK)
    }

    async fn may_open(&self, _: RecordId, _: Account, _: Purpose) -> Result<Said<Decision>, QuestionError> {
        Ok(Said { answer: Decision::Denied(Denial::NoGrant), block: BLOCK })
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

    async fn who(&self, _: Account) -> Result<Option<Who>, QuestionError> {
        Ok(None)
    }

    async fn member(&self, _: Account) -> Result<Option<Member>, QuestionError> {
        Ok(None)
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
        Ok(Said { answer: None, block: BLOCK })
    }
}

const BLOCK: Block = Block { hash: Digest([2; 32]), height: 1, time: BEGINS };
