//! Who sees what, over HTTP, of a chain on which everything has happened.

use crate::{
    db::hex,
    fixture::{Fixture, bytes, pass, read},
    index::{begin, sample, take},
};
use axum::http::StatusCode;
use chartkey_protocol::{
    Chart, EmergencyRow, EventRow, FindingRow, Found, GrantRow, LinkRow, MemberRow, MotionRow, Page, PrescriptionRow,
    RecordRow, Relations, RequestRow, VisitRow,
};
use chartkey_vocabulary::{Account, HOUR, Purpose, RecordId, Role, Standing, Verdict};
use sample::{ADA, ADMIN, BEN, EVA, HOUSE, LIN, MONDAY, SHOP, WORKER};
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

struct Town(Fixture);

impl Town {
    async fn new() -> Self {
        let fixture = Fixture::new(|settings| settings.limits.requests_per_minute = 1_000_000).await;
        begin(&fixture.app.db, &sample::start()).await.expect("begins");
        for block in sample::story() {
            take(&fixture.app.db, &[block]).await.expect("takes");
        }
        for who in [ADA, BEN, EVA, LIN, HOUSE, SHOP, WORKER, ADMIN] {
            let sql = "INSERT INTO sessions (token, account, address, since, until) VALUES ($1, $2, '', 0, $3)";
            let token = hex(Sha256::digest(token(who).as_bytes()));
            let session = sqlx::query(sql).bind(token).bind(hex(who.0)).bind(i64::MAX / 2);
            session.execute(fixture.app.db.pool()).await.expect("a session");
        }
        Self(fixture)
    }

    async fn status(&self, who: Account, path: &str) -> StatusCode {
        self.0.call("GET", path, Some(&token(who)), None).await.status()
    }

    async fn get<T: DeserializeOwned>(&self, who: Account, path: &str) -> T {
        read(self.0.call("GET", path, Some(&token(who)), None).await).await
    }

    async fn rows<T: DeserializeOwned>(&self, who: Account, path: &str) -> Vec<T> {
        let page: Page<T> = self.get(who, path).await;
        assert_eq!((page.next, page.height), (None, 4 + sample::story().len() as u64));
        page.rows
    }

    /// The records somebody is shown, by the number they were made of; nothing when even that is not told.
    async fn records(&self, who: Account) -> Option<Vec<u8>> {
        let path = format!("/api/patients/{ADA}/records");
        if self.status(who, &path).await == StatusCode::NOT_FOUND {
            return None;
        }
        let rows: Vec<RecordRow> = self.rows(who, &path).await;
        Some(rows.iter().map(|row| row.record.0[0]).collect())
    }
}

fn token(who: Account) -> String {
    hex([who.0[0]; 32])
}

#[tokio::test]
async fn a_reader_sees_the_records_the_key_covers_and_others_nothing() {
    let town = Town::new().await;
    for (who, shown) in [
        (ADA, Some(vec![4, 3, 2, 1])),
        (BEN, Some(vec![4, 3, 2, 1])),
        (LIN, Some(vec![1])),
        (SHOP, Some(vec![3])),
        (WORKER, Some(vec![4, 3, 2, 1])),
        (HOUSE, Some(vec![4])),
        (ADMIN, None),
        (EVA, None),
    ] {
        assert_eq!(town.records(who).await, shown, "{who}");
        for number in 1..=6 {
            let status = town.status(who, &format!("/api/records/{}", sample::record(number))).await;
            let expected = shown.as_ref().is_some_and(|shown| shown.contains(&number));
            assert_eq!(status == StatusCode::OK, expected, "{who} {number}");
        }
    }
    pass(3 * HOUR);
    assert_eq!(town.records(HOUSE).await, None, "the emergency is over");
    pass(30 * 24 * HOUR);
    assert_eq!(town.records(LIN).await, None, "the key has ended");
    assert_eq!(town.records(ADA).await.map(|rows| rows.len()), Some(4));
}

#[tokio::test]
async fn a_record_tells_its_versions_and_findings() {
    let town = Town::new().await;
    let row: RecordRow = town.get(ADA, &format!("/api/records/{}", sample::record(1))).await;
    assert_eq!((row.owner, row.author, row.findings.len()), (ADA, ADA, 1));
    let versions: Vec<_> = row.versions.iter().map(|row| (row.version, row.cid, row.by, row.epoch)).collect();
    assert_eq!(versions, [(1, sample::cid(32), ADA, 1), (2, sample::cid(31), BEN, 1)]);
    let chart: Chart = town.get(BEN, &format!("/api/patients/{ADA}/chart")).await;
    assert_eq!((chart.records, chart.epoch), (4, 1));
    assert_eq!(chart.behind, [2, 3, 4].map(|number| RecordId([number; 16])), "sealed before the withdrawal");
    let path = format!("/api/patients/{ADA}/findings");
    for (who, count) in [(ADA, 1), (LIN, 1), (HOUSE, 0), (SHOP, 0)] {
        let rows: Vec<FindingRow> = town.rows(who, &path).await;
        assert_eq!(rows.len(), count, "{who}");
        assert!(rows.iter().all(|row| row.workers.len() == 2 && row.signed.is_empty()), "the name was taken back");
    }
    assert_eq!(town.status(EVA, &path).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn keys_and_requests_are_shown_to_the_two_they_are_between() {
    let town = Town::new().await;
    for list in ["grants", "requests", "links", "emergencies", "relations", "chart"] {
        let path = format!("/api/patients/{ADA}/{list}");
        for who in [ADA, BEN] {
            assert_eq!(town.status(who, &path).await, StatusCode::OK, "{who} {list}");
        }
        for who in [LIN, SHOP, HOUSE, WORKER, ADMIN, EVA] {
            assert_eq!(town.status(who, &path).await, StatusCode::NOT_FOUND, "{who} {list}");
        }
    }
    let grants: Vec<GrantRow> = town.rows(BEN, &format!("/api/patients/{ADA}/grants")).await;
    let ended: Vec<_> = grants.iter().map(|row| (row.reader, row.purpose, row.ended.is_some())).collect();
    let expected = [
        (LIN, Purpose::SecondOpinion, true),
        (SHOP, Purpose::Dispensing, false),
        (WORKER, Purpose::MachineAnalysis, false),
        (LIN, Purpose::Treatment, false),
    ];
    assert_eq!(ended, expected);
    assert_eq!(grants[3].terms.openings, Some(2), "narrowed to three, one announced");
    let mine: Vec<GrantRow> = town.rows(LIN, "/api/mine/grants").await;
    assert!(mine.len() == 2 && mine.iter().all(|row| row.reader == LIN));
    let requests: Vec<RequestRow> = town.rows(HOUSE, "/api/mine/requests").await;
    assert_eq!(requests.len(), 1);
    assert_eq!(requests, town.rows::<RequestRow>(ADA, &format!("/api/patients/{ADA}/requests")).await);
    assert!(town.rows::<RequestRow>(LIN, "/api/mine/requests").await.is_empty(), "it was answered");
    pass(30 * 24 * HOUR);
    assert!(town.rows::<RequestRow>(HOUSE, "/api/mine/requests").await.is_empty(), "it lapsed");
}

#[tokio::test]
async fn links_and_emergencies_say_whether_they_are_still_open() {
    let town = Town::new().await;
    let links: Vec<LinkRow> = town.rows(ADA, &format!("/api/patients/{ADA}/links")).await;
    let told: Vec<_> = links.iter().map(|row| (row.link.0[0], row.open, row.left, row.views)).collect();
    assert_eq!(told, [(21, false, Some(2), 0), (20, true, Some(1), 1)]);
    let rows: Vec<EmergencyRow> = town.rows(HOUSE, "/api/mine/emergencies").await;
    let told: Vec<_> = rows.iter().map(|row| (row.mended.is_some(), row.card.map(|card| card.0[0]))).collect();
    assert_eq!(told, [(false, Some(4)), (true, None)]);
    pass(24 * HOUR);
    let links: Vec<LinkRow> = town.rows(ADA, &format!("/api/patients/{ADA}/links")).await;
    assert!(links.iter().all(|row| !row.open));
    let rows: Vec<EmergencyRow> = town.rows(HOUSE, "/api/mine/emergencies").await;
    assert!(rows.iter().all(|row| row.card.is_none()), "the card is told while the glass is broken");
}

#[tokio::test]
async fn members_are_shown_by_role_and_lists_of_them_to_admins_alone() {
    let town = Town::new().await;
    for (who, patient, doctor) in
        [(ADA, true, true), (BEN, true, true), (LIN, true, true), (ADMIN, true, true), (EVA, false, true)]
    {
        for (account, shown) in [(ADA, patient), (LIN, doctor)] {
            let status = town.status(who, &format!("/api/members/{account}")).await;
            assert_eq!(status == StatusCode::OK, shown, "{who} of {account}");
        }
        let listed = town.status(who, "/api/members").await == StatusCode::OK;
        assert_eq!(listed, who == ADMIN);
        for path in ["/api/motions", "/api/council"] {
            assert_eq!(town.status(who, path).await == StatusCode::OK, who == ADMIN, "{path}");
        }
    }
    assert_eq!(town.status(ADA, &format!("/api/members/{BEN}")).await, StatusCode::OK, "her guardian");
    let lin: MemberRow = town.get(EVA, &format!("/api/members/{LIN}")).await;
    assert_eq!(
        (lin.role, lin.standing, lin.epoch, lin.keys),
        (Role::Doctor, Standing::Active, 1, Some(sample::cid(41)))
    );
    for (query, count) in [("", 8), ("?role=patient", 2), ("?standing=pending", 0), ("?role=doctor&standing=active", 1)]
    {
        assert_eq!(town.rows::<MemberRow>(ADMIN, &format!("/api/members{query}")).await.len(), count, "{query}");
    }
    let workers: Vec<MemberRow> = town.rows(EVA, "/api/members?role=worker&standing=active").await;
    assert!(!workers.is_empty(), "everybody may choose among the reading services");
    assert!(workers.iter().all(|row| (row.role, row.standing) == (Role::Worker, Standing::Active)));
    assert_ne!(town.status(EVA, "/api/members?role=worker").await, StatusCode::OK, "those that stand only");
    let carried: Vec<MotionRow> = town.rows(ADMIN, "/api/motions?carried=true").await;
    assert_eq!(carried.len(), 3);
    let relations: Relations = town.get(BEN, &format!("/api/patients/{ADA}/relations")).await;
    assert_eq!((relations.guardians, relations.assigned), (vec![BEN], vec![LIN, HOUSE]));
    let relations: Relations = town.get(HOUSE, &format!("/api/patients/{HOUSE}/relations")).await;
    assert_eq!(relations.houses, [LIN]);
}

#[tokio::test]
async fn visits_and_prescriptions_are_shown_to_those_who_take_part() {
    let town = Town::new().await;
    for (who, visits, prescriptions) in
        [(ADA, 4, 2), (BEN, 4, 2), (LIN, 4, 2), (SHOP, 0, 2), (EVA, 0, 0), (HOUSE, 0, 0)]
    {
        assert_eq!(town.rows::<VisitRow>(who, "/api/mine/visits").await.len(), visits, "{who}");
        let rows: Vec<PrescriptionRow> = town.rows(who, "/api/mine/prescriptions").await;
        assert_eq!(rows.len(), prescriptions, "{who}");
        for row in rows {
            let (filled, left) = if row.id.0[0] == 1 { (1, 1) } else { (0, 2) };
            assert_eq!((row.filled.len(), row.left, row.voided), (filled, left, row.id.0[0] == 2));
        }
    }
    let taken = format!("/api/doctors/{LIN}/slots?from={MONDAY}&to={}", MONDAY + 12 * HOUR);
    let slots: Vec<u64> = town.get(EVA, &taken).await;
    assert_eq!(slots, [MONDAY + 3 * HOUR, MONDAY + 3 * HOUR + 900], "one visit of two slots is still to come");
    let late = format!("/api/doctors/{LIN}/slots?from={}&to={}", MONDAY + 3 * HOUR + 901, MONDAY + 4 * HOUR);
    assert_eq!(town.get::<Vec<u64>>(EVA, &late).await, [MONDAY + 3 * HOUR + 900], "it has begun and takes the room");
    assert_eq!(town.status(EVA, &format!("/api/doctors/{LIN}/slots?from=9&to=8")).await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn pages_join_without_gaps() {
    let town = Town::new().await;
    for list in [
        format!("/api/patients/{ADA}/records"),
        format!("/api/patients/{ADA}/grants"),
        format!("/api/explore/accounts/{ADA}"),
        "/api/mine/visits".into(),
        "/api/mine/prescriptions".into(),
        "/api/explore/blocks".into(),
    ] {
        let whole: Vec<serde_json::Value> = town.rows(ADA, &format!("{list}?limit=200")).await;
        let (mut joined, mut path) = (Vec::new(), format!("{list}?limit=1"));
        loop {
            let page: Page<serde_json::Value> = town.get(ADA, &path).await;
            assert!(page.rows.len() <= 1);
            joined.extend(page.rows);
            let Some(next) = page.next else { break };
            path = format!("{list}?limit=1&after={next}");
        }
        assert!(joined.len() > 1 && joined == whole, "{list}");
        assert_eq!(town.status(ADA, &format!("{list}?after=%3B")).await, StatusCode::BAD_REQUEST, "{list}");
    }
}

#[tokio::test]
async fn everybody_explores_what_concerns_them_and_what_is_public() {
    let town = Town::new().await;
    for (who, shown) in [(ADA, true), (BEN, true), (LIN, false), (ADMIN, false)] {
        let path = format!("/api/explore/accounts/{ADA}");
        assert_eq!(town.status(who, &path).await == StatusCode::OK, shown, "{who}");
    }
    let rows: Vec<EventRow> = town.rows(LIN, &format!("/api/explore/accounts/{LIN}?limit=200")).await;
    assert!(rows.len() > 20 && rows.iter().all(|row| row.sentence.who.contains(&LIN)));
    let verdict = format!("{:?}", Verdict::Amended);
    assert!(rows.iter().any(|row| format!("{:?}", row.event).contains(&verdict)));
    let granted = sample::story()
        .into_iter()
        .find(|block| block.heard.iter().any(|heard| format!("{:?}", heard.event).contains("Granted")));
    let height = granted.expect("a key was given").height;
    for (who, count) in [(ADA, 1), (LIN, 1), (BEN, 1), (EVA, 0), (ADMIN, 0)] {
        let rows: Vec<EventRow> = town.rows(who, &format!("/api/explore/blocks/{height}")).await;
        assert_eq!(rows.len(), count, "{who}");
    }
    let council: Vec<EventRow> = town.rows(EVA, "/api/explore/blocks/5").await;
    assert_eq!(council[0].sentence.words, "The four contracts were introduced to each other.");
}

#[tokio::test]
async fn professionals_are_found_by_what_they_say_of_themselves() {
    let town = Town::new().await;
    let word = |word: &str| hex(word);
    for (card, name) in [(51, "klinikum"), (53, "łucja"), (53, "lin")] {
        let cid = hex(sample::cid(card).0);
        let folded = crate::index::name_words(name).remove(0);
        let sql = "INSERT INTO directory_words (word, cid) VALUES ($1, $2)";
        sqlx::query(sql).bind(word(&folded)).bind(&cid).execute(town.0.app.db.pool()).await.expect("a word");
    }
    for (query, expected) in [
        ("", vec![LIN, HOUSE, SHOP]),
        ("?role=doctor", vec![LIN]),
        ("?specialty=17", vec![LIN, HOUSE, SHOP]),
        ("?specialty=1", vec![]),
        ("?language=zh", vec![LIN]),
        ("?language=de&role=pharmacy", vec![SHOP]),
        ("?place=u33", vec![LIN, HOUSE, SHOP]),
        ("?place=U33DB&language=zh", vec![LIN]),
        ("?place=u4", vec![]),
        ("?name=Luc", vec![LIN]),
        ("?name=%C5%82u+LI", vec![LIN]),
        ("?name=lin+klinik", vec![]),
        ("?name=klin", vec![HOUSE]),
    ] {
        let found: Page<Found> = read(town.0.call("GET", &format!("/api/directory{query}"), None, None).await).await;
        assert_eq!(found.rows.iter().map(|row| row.account).collect::<Vec<_>>(), expected, "{query}");
    }
    for wrong in ["?name=%2F", "?place=", "?place=u33dbb", "?specialty=-1", "?role=wizard"] {
        let answer = town.0.call("GET", &format!("/api/directory{wrong}"), None, None).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{wrong}");
        assert!(!bytes(answer).await.is_empty());
    }
}
