//! Ada's things, put there through the real doors, and everybody who might want them.

use anyhow::Result;
use chartkey_protocol::{Begin, Bytes, JobRow, LinkFile, LinkFiles, NewJob, Uploading, Wrap, Wraps};
use chartkey_store::dag;
use chartkey_tests::{
    actors::{Person, adding_blob},
    caller::Caller,
    expect::{days, eventually},
    stack::{Oracle, Stack, Wishes},
};
use chartkey_vocabulary::{ConsentMessage, Digest, Kind, Link, Message, Motion, Purpose, Reason, Role};
use serde_json::to_value;

/// Ada's things by name, as a stranger may know them.
pub(crate) struct Things {
    pub(crate) owner: String,
    pub(crate) address: String,
    pub(crate) record: String,
    pub(crate) finding: String,
    pub(crate) cid: String,
    pub(crate) upload: String,
    pub(crate) job: String,
    pub(crate) link: String,
    pub(crate) worker: String,
    pub(crate) keepers: Vec<String>,
    /// Bytes of the length a key has; of a digest; of a tag; and a sealed file.
    pub(crate) key: String,
    pub(crate) digest: String,
    pub(crate) tag: String,
    pub(crate) jwe: String,
}

impl Things {
    /// What must not be told to anybody else.
    pub(crate) fn secrets(&self) -> Vec<&str> {
        vec![&self.record, &self.finding, &self.cid, &self.upload, &self.job, &self.link]
    }
}

/// The stage, set.
pub(crate) struct Stage {
    pub(crate) things: Things,
    pub(crate) visitor: Caller,
    pub(crate) owner: Caller,
    /// Everybody else, signed in.
    pub(crate) cast: Vec<(&'static str, Caller)>,
    _oracle: Oracle,
    _stack: Stack,
}

impl Stage {
    /// Sets the stage: Ada has a record with key and finding, a job, a link, a card and an upload under way.
    pub(crate) async fn set() -> Result<Self> {
        let stack = Stack::start().await?;
        let keepers: Vec<_> = (1..=3).map(|n| stack.stranger(&format!("keeper{n}"))).collect::<Result<_>>()?;
        let custodians = keepers.iter().map(|keeper| keeper.account).collect();
        let oracle = Oracle::start_with(&stack, Wishes { custodians, ..Wishes::default() }).await?;
        let ada = stack.patient("ada").await?;
        let owner = Caller::sign_in(&oracle, &ada).await?;
        let things = things(&stack, &oracle, &ada, &owner, &keepers).await?;

        let suspended = stack.clinician("suspended").await?;
        let people = [
            ("another patient", stack.patient("ben").await?),
            ("doctor", stack.clinician("lin").await?),
            ("hospital", stack.professional("house", Role::Hospital).await?),
            ("pharmacy", stack.professional("pharmacy", Role::Pharmacy).await?),
            ("admin", stack.council()?.admins[0].clone()),
            ("attester", stack.attester()?),
            ("another worker", stack.stranger("idle")?),
            ("worker", stack.worker()?),
            ("applicant", stack.applicant("pending", Role::Doctor).await?),
            ("suspended doctor", suspended.clone()),
            ("stranger", stack.stranger("nobody")?),
        ];
        let mut cast = Vec::new();
        for (name, person) in &people {
            cast.push((*name, Caller::sign_in(&oracle, person).await?));
        }
        // With a session from before: a new one they would not be given.
        stack.council()?.decides(Motion::Suspend(suspended.account, Reason::UnderReview)).await?;
        Ok(Self { things, visitor: Caller::visitor(&oracle), owner, cast, _oracle: oracle, _stack: stack })
    }
}

async fn things(stack: &Stack, oracle: &Oracle, ada: &Person, owner: &Caller, keepers: &[Person]) -> Result<Things> {
    let held = owner.upload(b"ciphertext that nobody can tell from chance").await?;
    let (record, message) = adding_blob(ada.account, "blood", Kind::LabReport, held.cid);
    ada.says(message).await?;
    let key = Bytes(vec![7; 1200]);
    let wrap = Wrap { reader: ada.account, purpose: Purpose::Treatment, epoch: 0, cid: held.cid, key: key.clone() };
    let wraps = Wraps { wraps: vec![wrap] };
    eventually("the wrap to be taken", async || {
        owner.put(&format!("/api/records/{}/versions/1/wraps", record.id), &wraps).await
    })
    .await?;

    let worker = stack.worker()?;
    ada.grants(&worker, Purpose::MachineAnalysis, ada.terms(Purpose::MachineAnalysis, days(1)).await?).await?;
    let office = Caller::sign_in(oracle, &worker).await?;
    let output = office.upload(b"what a machine found, sealed").await?;
    let finding = worker.attests_as(&record, output.cid).await?;
    let asked = NewJob { record: record.id, version: 1, workers: vec![worker.account] };
    let jobs: Vec<JobRow> = eventually("the job to be taken", async || owner.post("/api/jobs", &asked).await).await?;

    let link = Digest([5; 32]);
    let until = ada.chain().now().await?.time().await? + days(1);
    let opened = ConsentMessage::OpenLink { owner: ada.account, link, terms: Link { until, views: None } };
    ada.says(Message::Consent(opened)).await?;
    let jwe = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA".to_owned();
    let file = LinkFile { content_type: "application/fhir+json".into(), jwe: jwe.clone() };
    let files = LinkFiles { files: vec![file], passcode: None };
    eventually("the link to be taken", async || owner.put(&format!("/api/links/{link}"), &files).await).await?;
    ada.says(Message::Consent(ConsentMessage::KeepCard { patient: ada.account, record: record.id })).await?;

    let begun: Uploading = owner.post("/api/blobs", &Begin { size: 9, cid: dag::hash(b"under way") }).await?;
    let text = |bytes: &Bytes| to_value(bytes).map(|value| value.as_str().unwrap_or_default().to_owned());
    Ok(Things {
        owner: ada.account.to_string(),
        address: ada.id().to_string(),
        record: record.id.to_string(),
        finding: finding.to_string(),
        cid: held.cid.text(),
        upload: begun.upload,
        job: jobs.first().map(|job| job.job.clone()).unwrap_or_default(),
        link: link.to_string(),
        worker: worker.account.to_string(),
        keepers: keepers.iter().map(|keeper| keeper.account.to_string()).collect(),
        key: text(&key)?,
        digest: Digest([6; 32]).to_string(),
        tag: text(&Bytes(vec![3; 32]))?,
        jwe,
    })
}
