//! Machines read: asked for by the patient, done by a worker under the same consent as everybody else's.

use crate::{
    chart, consent,
    content::{self, Sealing},
    distrust::Distrust,
    failure::Failure,
    keys::Bundles,
    open_record::{self, Opened, Which},
    person::Person,
    signed_in::SignedIn,
    upload,
    wraps::{Reader, guardians, wrap_for},
};
use chartkey_protocol::{Claimed, Heartbeat, JobRow, NewJob, Report};
use chartkey_vault::{About, ContentKey, Context, Metadata, entropy, output_commitment};
use chartkey_vocabulary::{
    Account, Attestation, Between, Digest, Extent, Grant, Message, Purpose, RecordId, RecordsMessage, Role, Standing,
    Terms, Time,
};
use zeroize::Zeroizing;

/// So many records a key lists at most.
const LISTED: usize = 8;

/// The reading services there are to choose from, each as the chain has it.
///
/// # Errors
/// When service or chain do not answer.
pub async fn workers(who: &SignedIn) -> Result<Vec<Account>, Failure> {
    let listed = who.oracle().members(Some(Role::Worker), Some(Standing::Active)).await?;
    let at = who.now().await?;
    let mut workers = Vec::new();
    for row in listed {
        // Whom the council never appointed is no reading service, whatever the list says.
        if at.registry().who(row.account).await?.is_some_and(|worker| worker.is(Role::Worker)) {
            workers.push(row.account);
        }
    }
    Ok(workers)
}

/// Has workers read a record's newest version: gives them a key to this record where they have none, and queues a job
/// for each.
///
/// # Errors
/// What chain and service refuse.
pub async fn ask(who: &Person, record: RecordId, workers: &[Account], lasting: Time) -> Result<Vec<JobRow>, Failure> {
    let at = who.now().await?;
    let row = at.records().record(record).await?.ok_or_else(|| Failure::not("this record was withdrawn"))?;
    if !chart::stands_for(who, row.owner).await? {
        return Err(Failure::not("only the patient or a guardian asks machines to read"));
    }
    let until = at.time().await? + lasting;
    for worker in workers {
        if at.records().may_open(record, *worker, Purpose::MachineAnalysis).await?.is_allowed() {
            continue;
        }
        let between = Between { patient: row.owner, reader: *worker, purpose: Purpose::MachineAnalysis };
        let held = at.consent().grant_of(between).await?;
        let scope = Extent::Records(with(held.as_ref(), record)).into();
        let terms = Terms { scope, until, openings: None, may_write: false };
        match held {
            Some(_) => consent::exchange(who, between, terms).await?,
            None => consent::give(who, between, terms).await?,
        };
    }
    let job = NewJob { record, version: row.versions, workers: workers.to_vec() };
    who.soon(async || Ok(who.oracle().new_job(&job).await?)).await
}

/// The record, and the latest of those a worker holds a key to already: it may still be reading them.
fn with(held: Option<&Grant>, record: RecordId) -> Vec<RecordId> {
    let mut records = match held.map(|grant| &grant.terms.scope.extent) {
        Some(Extent::Records(records)) => records.clone(),
        _ => Vec::new(),
    };
    records.push(record);
    records.split_off(records.len().saturating_sub(LISTED))
}

/// A job in a worker's hands, opened. The content is zeroed when this is dropped.
pub struct InHand {
    /// What the service gave.
    pub claimed: Claimed,
    /// What was opened.
    pub opened: Opened,
    /// The content itself.
    pub content: Zeroizing<Vec<u8>>,
}

/// What a machine found.
pub struct Output {
    /// What kind of bytes it is.
    pub media_type: String,
    /// The bytes; the same for the same content, model and program.
    pub bytes: Vec<u8>,
    /// SHA-256 of the model.
    pub model: Digest,
    /// SHA-256 of the program.
    pub code: Digest,
}

/// Takes the next job and opens what is to be read.
///
/// # Errors
/// When it does not open; the job is given back by then.
pub async fn claim(worker: &Person) -> Result<Option<InHand>, Failure> {
    let Some(claimed) = worker.oracle().claim().await? else { return Ok(None) };
    let which =
        Which { record: claimed.record, version: Some(claimed.version), purpose: Some(Purpose::MachineAnalysis) };
    let mut content = Zeroizing::new(Vec::new());
    match open_record::open(worker, which, &mut *content, &mut |_| {}).await {
        Ok(opened) => Ok(Some(InHand { claimed, opened, content })),
        Err(failure) => {
            // Another worker, or this one in a better moment, may open it.
            let _ = give_back(worker, &claimed, "cannot_open", false).await;
            Err(failure)
        }
    }
}

/// Says that the worker is still at it, and at what, where that is known: a word of its own list, never what it read; and
/// how far, of a hundred.
///
/// # Errors
/// `Lapsed` of the service when the job is another's by now, or consent has ended.
pub async fn still_at_it(worker: &Person, claimed: &Claimed, at: Option<(&str, u8)>) -> Result<(), Failure> {
    let (stage, percent) = at.map(|(stage, percent)| (stage.into(), percent)).unzip();
    let beat = Heartbeat { lease: claimed.lease.clone(), stage, percent };
    Ok(worker.oracle().heartbeat(&claimed.job, &beat).await.map(drop)?)
}

/// Gives a job back with the reason in a word.
///
/// # Errors
/// When the lease is over.
pub async fn give_back(worker: &Person, claimed: &Claimed, error: &str, for_good: bool) -> Result<JobRow, Failure> {
    let failure = chartkey_protocol::Failure { lease: claimed.lease.clone(), error: error.into(), for_good };
    Ok(worker.oracle().fail(&claimed.job, &failure).await?)
}

/// Seals what was found to the patient, and hands it in with the attestation this worker signs.
///
/// # Errors
/// When the lease is over or consent has ended.
pub async fn report(worker: &Person, job: &InHand, mut output: Output) -> Result<JobRow, Failure> {
    let InHand { claimed, opened, .. } = job;
    let Claimed { record, version, owner, .. } = *claimed;
    if (opened.record.owner, opened.number) != (owner, version) {
        return Err(Distrust::WrongRecord.into());
    }
    let attestation = Attestation {
        record,
        version,
        seen: opened.version.sealed.commitment,
        model: output.model,
        code: output.code,
        output: output_commitment(&opened.metadata.output_salt(), &output.bytes),
    };
    let (key, context) = (ContentKey::make(&mut entropy()), Context { genesis: worker.genesis().0, record, version });
    let about = About { title: "Finding".into(), media_type: output.media_type.clone(), ..About::default() };
    let metadata = Metadata::make(&mut entropy(), about).map_err(Failure::vault)?;
    let sealing = content::seal(&key, &context, &metadata, &mut output.bytes, &mut |_| {}).await?;
    let Sealing { mut spool, cid, .. } = sealing;
    upload::blob(worker.oracle(), &mut spool, cid, &mut |_| {}).await?;
    let treats = |account| Reader { account, purpose: Purpose::Treatment };
    let mut readers = vec![treats(owner)];
    readers.extend(guardians(worker, owner).await?.into_iter().map(treats));
    let wraps = wrap_for(&mut Bundles::new(worker), &key, owner, context, cid, &readers).await?;
    let message = Message::Records(RecordsMessage::Attest { attestation, cid });
    let account = worker.wallet().account();
    let place = worker.now().await?.nonce(&account).await?;
    let prepared = worker.chain.prepare(&account, &[message]).await?.nonce(place);
    let signature = worker.wallet().sign(&prepared).await?;
    // Signed here and posted there: whoever crashes, it is posted once.
    let transaction = prepared.signed(signature)?.bytes().to_vec().into();
    let report = Report { lease: claimed.lease.clone(), attestation, cid, wraps, transaction };
    let row = worker.oracle().report(&claimed.job, &report).await?;
    // Two transactions signed for the same place in the account's order would push each other out.
    worker.until(async || Ok(worker.now().await?.nonce(&account).await? > place)).await?;
    Ok(row)
}
