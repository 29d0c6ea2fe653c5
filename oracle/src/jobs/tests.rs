//! A patient asks, a machine reads, the result is on the chain once, and consent ends it at any point.

use super::follow::look;
use crate::{
    door::testing::{ADA, BEN, DR_LIN, GUARDIAN, STRANGER, Stage, WORKER, later},
    outbox::fake::Posting,
};
use chartkey_protocol::{Bytes, Claimed, Extended, JobRow, JobState, Page, Report, Why};
use chartkey_vocabulary::{
    Account, Attestation, Commitment, ConsentMessage, DAY, Digest, Kind, Message, Purpose, RecordId, RecordsMessage,
    Scope,
};
use codec::Encode;
use serde_json::json;

struct Ward {
    stage: Stage,
    record: RecordId,
    posting: Posting,
}

impl Ward {
    async fn new() -> Self {
        let stage = Stage::new().await;
        let record = stage.add(ADA, ADA, Kind::LabReport, b"sealed").await;
        let posting = Posting::begin(&stage.app);
        Self { stage, record, posting }
    }

    /// A ward whose machine has a key.
    async fn open() -> Self {
        let ward = Self::new().await;
        ward.stage.grant(WORKER, Purpose::MachineAnalysis, Scope::everything(), None).await;
        ward
    }

    async fn ask(&self, who: Account) -> crate::door::testing::Answered {
        let new = json!({ "record": self.record, "version": 1, "workers": [WORKER] });
        self.stage.call(who, "POST", "/api/jobs", &new).await
    }

    async fn job(&self) -> JobRow {
        self.ask(ADA).await.read::<Vec<JobRow>>().remove(0)
    }

    async fn claim(&self) -> Option<Claimed> {
        self.stage.call(WORKER, "POST", "/api/jobs/claim", &json!({})).await.read()
    }

    async fn row(&self) -> JobRow {
        let page: Page<JobRow> = self.stage.get(ADA, "/api/jobs").await.read();
        page.rows.into_iter().next().expect("one job")
    }

    async fn say(&self, claimed: &Claimed, what: &str, body: serde_json::Value) -> crate::door::testing::Answered {
        self.stage.call(WORKER, "POST", &format!("/api/jobs/{}/{what}", claimed.job), &body).await
    }

    /// What an honest machine would report.
    async fn report(&self, claimed: &Claimed, nonce: u64) -> Report {
        let cid = self.stage.upload(WORKER, b"sealed findings").await;
        let attestation = Attestation {
            record: claimed.record,
            version: claimed.version,
            seen: Commitment([7; 32]),
            model: Digest([1; 32]),
            code: Digest([2; 32]),
            output: Commitment([3; 32]),
        };
        let message = Message::Records(RecordsMessage::Attest { attestation, cid });
        let transaction = Bytes(self.posting.chain.foreign(WORKER, &message.encode(), nonce));
        let wraps = vec![self.stage.wrap(cid, ADA, Purpose::Treatment, "for Ada").await];
        Report { lease: claimed.lease.clone(), attestation, cid, wraps, transaction }
    }

    async fn hand_in(&self, claimed: &Claimed, report: &Report) -> crate::door::testing::Answered {
        self.say(claimed, "report", serde_json::to_value(report).expect("JSON")).await
    }

    /// Posts what waits, and lets it take effect on the chain. Answers how often a machine attested.
    async fn post(&mut self) -> usize {
        let mut attested = 0;
        for _ in 0..3 {
            for message in self.posting.step().await {
                let Message::Records(message) = message else { panic!("nobody said {message:?}") };
                self.stage.say(WORKER, message).await;
                attested += 1;
            }
        }
        attested
    }
}

#[tokio::test]
async fn a_record_is_read_by_the_machine_it_was_given_to_and_the_result_is_posted_once() {
    let mut ward = Ward::open().await;
    let job = ward.job().await;
    assert_eq!((job.state, job.worker, job.attempts), (JobState::Queued, WORKER, 0));
    assert_eq!(ward.job().await.job, job.job, "asked again, it is the same job");

    let claimed = ward.claim().await.expect("a job");
    assert_eq!(
        (&claimed.job, claimed.record, claimed.owner, claimed.kind),
        (&job.job, ward.record, ADA, Kind::LabReport)
    );
    assert_eq!(ward.claim().await, None, "it is in hand");

    later(30);
    let beat = json!({ "lease": claimed.lease, "stage": "ocr", "percent": 40 });
    let extended: Extended = ward.say(&claimed, "heartbeat", beat).await.read();
    assert_eq!(extended.until, claimed.until + 30);
    let row = ward.row().await;
    assert_eq!((row.state, row.stage.as_deref(), row.percent), (JobState::Leased, Some("ocr"), Some(40)));

    let report = ward.report(&claimed, 0).await;
    let first: JobRow = ward.hand_in(&claimed, &report).await.read();
    assert_eq!(first.state, JobState::Posting);
    let second: JobRow = ward.hand_in(&claimed, &report).await.read();
    assert_eq!(second, first, "said twice, it is taken once");

    assert_eq!(ward.post().await, 1);
    assert_eq!(ward.row().await.state, JobState::Done, "the index heard of it");
    look(&ward.stage.app).await.expect("looks");
    assert_eq!(ward.post().await, 0);
    let finding = ward.row().await.finding.expect("a finding");
    let finding = ward.stage.app.chain.finding(finding).await.expect("answers").expect("on the chain");
    assert_eq!(finding.workers, [WORKER]);
    let late: JobRow = ward.hand_in(&claimed, &report).await.read();
    assert_eq!(late.state, JobState::Done, "said a third time, it is told how it ended");
}

#[tokio::test]
async fn a_result_that_says_something_else_is_refused() {
    let ward = Ward::open().await;
    ward.job().await;
    let claimed = ward.claim().await.expect("a job");
    let good = ward.report(&claimed, 0).await;
    let signed = |who: Account, message: &RecordsMessage| {
        Bytes(ward.posting.chain.foreign(who, &Message::Records(message.clone()).encode(), 0))
    };
    let attest = |change: &dyn Fn(&mut Attestation)| {
        let mut attestation = good.attestation;
        change(&mut attestation);
        let message = RecordsMessage::Attest { attestation, cid: good.cid };
        Report { attestation, transaction: signed(WORKER, &message), ..good.clone() }
    };
    let not_uploaded = {
        let cid = chartkey_store::dag::hash(b"never uploaded");
        let message = RecordsMessage::Attest { attestation: good.attestation, cid };
        let wraps = good.wraps.iter().map(|wrap| chartkey_protocol::Wrap { cid, ..wrap.clone() }).collect();
        Report { cid, wraps, transaction: signed(WORKER, &message), ..good.clone() }
    };
    let said = RecordsMessage::Attest { attestation: good.attestation, cid: good.cid };
    let refused = [
        ("another's signature", Report { transaction: signed(BEN, &said), ..good.clone() }),
        (
            "another message",
            Report { transaction: signed(WORKER, &RecordsMessage::Withdraw { record: ward.record }), ..good.clone() },
        ),
        ("no transaction", Report { transaction: Bytes(vec![1, 2, 3]), ..good.clone() }),
        ("another record", attest(&|it| it.record = RecordId([9; 16]))),
        ("another version", attest(&|it| it.version = 2)),
        ("not what stands there", attest(&|it| it.seen = Commitment([8; 32]))),
        ("not uploaded", not_uploaded),
        (
            "not what was signed",
            Report { attestation: attest(&|it| it.model = Digest([9; 32])).attestation, ..good.clone() },
        ),
    ];
    for (what, report) in refused {
        let answer = ward.hand_in(&claimed, &report).await;
        assert_eq!(answer.status, 422, "{what}");
    }
    let keyless = Report { wraps: Vec::new(), ..good.clone() };
    assert_eq!(ward.hand_in(&claimed, &keyless).await.status, 400, "no key for the patient");
    let stolen = Report { lease: "00".repeat(32), ..good.clone() };
    assert_eq!(ward.hand_in(&claimed, &stolen).await.status, 410, "another lease");
    assert_eq!(ward.row().await.state, JobState::Leased);
    assert_eq!(ward.hand_in(&claimed, &good).await.status, 200);
}

#[tokio::test]
async fn nothing_is_read_without_a_key() {
    let ward = Ward::new().await;
    assert_eq!(ward.ask(ADA).await.no(), (403, "no_grant".into()));
    ward.stage.grant(WORKER, Purpose::MachineAnalysis, Scope::everything(), None).await;
    ward.job().await;
    later(1);
    ward.stage.revoke(WORKER, Purpose::MachineAnalysis).await;
    let row = ward.row().await;
    assert_eq!((row.state, row.error.as_deref()), (JobState::Parked, Some("consent_ended")));
    assert_eq!(ward.claim().await, None);

    ward.stage.grant(WORKER, Purpose::MachineAnalysis, Scope::everything(), None).await;
    let job = ward.job().await;
    later(DAY + 1);
    assert_eq!(ward.claim().await, None, "the key has ended, which no event says");
    let row = ward.stage.app.db.pool();
    let row = super::table::find(row, &job.job).await.expect("reads").expect("a job");
    assert_eq!((row.shown.state, row.shown.error.as_deref()), (JobState::Parked, Some("consent_ended")));
}

#[tokio::test]
async fn a_withdrawn_key_ends_the_work_in_hand() {
    let mut ward = Ward::open().await;
    ward.job().await;
    let claimed = ward.claim().await.expect("a job");
    let report = ward.report(&claimed, 0).await;
    later(1);
    ward.stage.revoke(WORKER, Purpose::MachineAnalysis).await;
    let beat = json!({ "lease": claimed.lease });
    assert_eq!(ward.say(&claimed, "heartbeat", beat).await.status, 410);
    assert_eq!(ward.hand_in(&claimed, &report).await.status, 410);
    assert_eq!(ward.post().await, 0);
    ward.stage.grant(WORKER, Purpose::MachineAnalysis, Scope::everything(), None).await;
    assert_eq!(ward.hand_in(&claimed, &report).await.status, 410, "a new key revives no old lease");
}

#[tokio::test]
async fn a_withdrawn_record_ends_its_jobs() {
    let ward = Ward::open().await;
    ward.job().await;
    ward.stage.say(ADA, RecordsMessage::Withdraw { record: ward.record }).await;
    let row = ward.row().await;
    assert_eq!((row.state, row.error.as_deref()), (JobState::Parked, Some("record_gone")));
    assert_eq!(ward.claim().await, None);
}

#[tokio::test]
async fn a_silent_machine_loses_its_lease_and_in_the_end_the_job() {
    let ward = Ward::open().await;
    let job = ward.job().await;
    let mut last = None;
    for attempt in 1..=5 {
        let claimed = ward.claim().await.expect("a job");
        if let Some(old) = last.replace(claimed.clone()) {
            assert_ne!(claimed.lease, old.lease);
            assert_eq!(ward.say(&old, "heartbeat", json!({ "lease": old.lease })).await.status, 410, "an old lease");
        }
        later(61);
        look(&ward.stage.app).await.expect("looks");
        let row = ward.row().await;
        assert_eq!((row.attempts, row.error.as_deref()), (attempt, Some("worker_silent")));
        assert_eq!(row.state, if attempt < 5 { JobState::Queued } else { JobState::Parked });
        assert_eq!(ward.claim().await, None, "not before a while");
        later(60);
    }
    assert_eq!(ward.claim().await, None);
    let told: serde_json::Value = ward.stage.get(ADA, "/api/notices").await.read();
    assert!(told["rows"].as_array().expect("rows").iter().any(|row| row["kind"] == "job_parked"), "{told}");
    assert_ne!(ward.job().await.job, job.job, "a person may ask anew");
}

#[tokio::test]
async fn a_machine_gives_a_job_back_in_a_word_and_never_in_text() {
    let ward = Ward::open().await;
    ward.job().await;
    let claimed = ward.claim().await.expect("a job");
    let text = json!({ "lease": claimed.lease, "error": "Haemoglobin 9.1 g/dl" });
    assert_eq!(ward.say(&claimed, "fail", text).await.status, 400);
    let stage = json!({ "lease": claimed.lease, "stage": "reading Ada Lovelace" });
    assert_eq!(ward.say(&claimed, "heartbeat", stage).await.status, 400);
    let word = json!({ "lease": claimed.lease, "error": "blurred_image" });
    let row: JobRow = ward.say(&claimed, "fail", word).await.read();
    assert_eq!((row.state, row.error.as_deref()), (JobState::Queued, Some("blurred_image")));
    later(60);
    let claimed = ward.claim().await.expect("a job");
    let word = json!({ "lease": claimed.lease, "error": "not_a_page", "for_good": true });
    let row: JobRow = ward.say(&claimed, "fail", word.clone()).await.read();
    assert_eq!(row.state, JobState::Parked);
    assert_eq!(ward.say(&claimed, "fail", word).await.status, 410);
}

#[tokio::test]
async fn a_result_the_chain_undid_is_tried_again() {
    let mut ward = Ward::open().await;
    ward.job().await;
    let claimed = ward.claim().await.expect("a job");
    let report = ward.report(&claimed, 0).await;
    let said = Message::Records(RecordsMessage::Attest { attestation: report.attestation, cid: report.cid });
    ward.posting.chain.ledger().undone.insert(said.encode());
    ward.hand_in(&claimed, &report).await.read::<JobRow>();
    assert_eq!(ward.post().await, 0);
    look(&ward.stage.app).await.expect("looks");
    let row = ward.row().await;
    assert_eq!((row.state, row.attempts, row.finding), (JobState::Queued, 1, None));

    ward.posting.chain.ledger().undone.clear();
    later(60);
    let claimed = ward.claim().await.expect("a job");
    let report = ward.report(&claimed, 1).await;
    ward.hand_in(&claimed, &report).await.read::<JobRow>();
    assert_eq!(ward.post().await, 1);
    assert_eq!(ward.row().await.state, JobState::Done);
}

#[tokio::test]
async fn of_many_claims_at_once_one_gets_the_job() {
    let ward = Ward::open().await;
    ward.job().await;
    let claims = futures::future::join_all((0..16).map(|_| ward.claim())).await;
    assert_eq!(claims.into_iter().flatten().count(), 1);
}

#[tokio::test]
async fn jobs_are_between_the_patient_and_the_machine() {
    let ward = Ward::open().await;
    for who in [BEN, DR_LIN, WORKER, STRANGER] {
        assert_eq!(ward.ask(who).await.status, 404, "{who}");
    }
    let job = ward.ask(GUARDIAN).await.read::<Vec<JobRow>>().remove(0);
    let of_record = format!("/api/jobs?record={}", ward.record);
    for (who, seen) in [(ADA, 1), (GUARDIAN, 1), (WORKER, 1), (BEN, 0), (DR_LIN, 0), (STRANGER, 0)] {
        let page: Page<JobRow> = ward.stage.get(who, &of_record).await.read();
        assert_eq!(page.rows.len(), seen, "{who}");
    }
    for who in [BEN, DR_LIN, ADA] {
        let answer = ward.stage.call(who, "POST", "/api/jobs/claim", &json!({})).await;
        let problem: chartkey_protocol::Problem = serde_json::from_slice(&answer.bytes).expect("a problem");
        assert_eq!(problem.why, Why::NotAllowed, "{who}");
    }
    let claimed = ward.claim().await.expect("a job");
    for what in ["heartbeat", "fail"] {
        let body = json!({ "lease": claimed.lease, "error": "stolen" });
        let path = format!("/api/jobs/{}/{what}", job.job);
        assert_eq!(ward.stage.call(DR_LIN, "POST", &path, &body).await.status, 404, "{what}");
    }
    let path = format!("/api/jobs/{}", job.job);
    for who in [BEN, DR_LIN, WORKER] {
        assert_eq!(ward.stage.call(who, "DELETE", &path, &()).await.status, 404, "{who}");
    }
    assert_eq!(ward.stage.call(GUARDIAN, "DELETE", &path, &()).await.status, 204);
    let beat = json!({ "lease": claimed.lease });
    assert_eq!(ward.say(&claimed, "heartbeat", beat).await.status, 404, "the job is gone");
}

#[tokio::test]
async fn lists_come_in_pages_the_latest_first() {
    let ward = Ward::open().await;
    let mut records = vec![ward.record];
    for n in 0..4u8 {
        records.push(ward.stage.add(ADA, ADA, Kind::LabReport, &[n; 40]).await);
    }
    for record in &records {
        later(1);
        let new = json!({ "record": record, "version": 1, "workers": [WORKER, WORKER] });
        assert_eq!(ward.stage.call(ADA, "POST", "/api/jobs", &new).await.read::<Vec<JobRow>>().len(), 1);
    }
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page: Page<JobRow> = ward.stage.get(ADA, &format!("/api/jobs?limit=2{after}")).await.read();
        assert!(page.rows.len() <= 2);
        seen.extend(page.rows.into_iter().map(|row| row.record));
        match page.next {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    records.reverse();
    assert_eq!(seen, records);
    assert_eq!(ward.stage.get(ADA, "/api/jobs?after=nonsense").await.status, 400);
}

#[tokio::test]
async fn a_key_that_counts_openings_is_announced_by_the_machine_itself() {
    let ward = Ward::new().await;
    ward.stage.grant(WORKER, Purpose::MachineAnalysis, Scope::everything(), Some(1)).await;
    ward.job().await;
    let claimed = ward.claim().await.expect("a job");
    let announce = RecordsMessage::Announce { record: claimed.record, purpose: Purpose::MachineAnalysis };
    ward.stage.say(WORKER, announce).await;
    let beat = json!({ "lease": claimed.lease });
    assert_eq!(ward.say(&claimed, "heartbeat", beat).await.status, 200);
    let drop = ConsentMessage::Revoke {
        between: chartkey_vocabulary::Between { patient: ADA, reader: WORKER, purpose: Purpose::MachineAnalysis },
    };
    later(1);
    ward.stage.say(WORKER, drop).await;
    assert_eq!(ward.row().await.state, JobState::Parked, "the machine gave its key back");
}
