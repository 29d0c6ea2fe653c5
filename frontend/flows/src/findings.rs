//! What machines found: a suggestion until a doctor has put their name under it.

use crate::{
    add_record::{self, Added},
    distrust::Distrust,
    failure::Failure,
    open_record::{Which, find, peek, unwrapped},
    person::Person,
    signed_in::SignedIn,
    spool::Progress,
    tap::{Place, Tap},
};
use chartkey_protocol::FindingRow;
use chartkey_vault::{About, Metadata, output_commitment};
use chartkey_vocabulary::{Account, Finding, FindingId, Kind, Message, Purpose, RecordsMessage, Verdict};
use zeroize::Zeroizing;

/// The label under which a note names the finding it is about.
pub const LABEL: &str = "finding";

/// The findings about a patient's records, each as the chain has it.
///
/// # Errors
/// `FalseRow` when the chain says otherwise.
pub async fn list(who: &SignedIn, patient: Account) -> Result<Vec<(FindingId, Finding)>, Failure> {
    let at = who.now().await?;
    let mut findings = Vec::new();
    for FindingRow { finding: id, attestation, .. } in who.oracle().findings_of(patient).await? {
        // One that is gone from the chain went with its record.
        let Some(finding) = at.records().finding(id).await? else { continue };
        if finding.attestation != attestation {
            return Err(Distrust::FalseRow.into());
        }
        findings.push((id, finding));
    }
    Ok(findings)
}

/// An opened finding.
pub struct Found {
    /// As the chain has it.
    pub finding: Finding,
    /// What is said of the output.
    pub metadata: Metadata,
    /// The output; zeroed on drop.
    pub output: Zeroizing<Vec<u8>>,
}

/// Opens what a machine found, and checks that it is what the workers agreed on.
///
/// # Errors
/// `Distrust` as with any record; `WrongContent` when the output is not the one that was attested.
pub async fn open(who: &Person, id: FindingId, purpose: Option<Purpose>) -> Result<Found, Failure> {
    let finding = finding_of(who, id).await?;
    let read = finding.attestation;
    let which = Which { record: read.record, version: Some(read.version), purpose };
    let about = find(who, which).await?;
    let row = who.soon(async || Ok(who.oracle().finding_wrap(id, about.purpose).await?)).await?;
    let key = unwrapped(who, about.record.owner, &row, about.purpose, about.context, finding.cid)?;
    let mut tap =
        Tap::open(who.oracle(), Place::Finding(id), about.purpose, finding.cid, &key, &about.context, 0).await?;
    let (mut output, mut piece) = (Zeroizing::new(Vec::new()), Vec::new());
    while tap.next(&mut piece).await? {
        output.extend_from_slice(&piece);
    }
    let (metadata, _) = tap.whole()?.finish().map_err(Failure::vault)?;
    // Who sealed it stated what it is under the record's own salt, which only readers of the record know.
    let salt = peek(who, Which { purpose: Some(about.purpose), ..which }).await?.output_salt();
    if output_commitment(&salt, &output) != read.output {
        return Err(Distrust::WrongContent.into());
    }
    Ok(Found { finding, metadata, output })
}

/// A doctor says whether it is right.
///
/// # Errors
/// What the chain refuses.
pub async fn sign(doctor: &SignedIn, finding: FindingId, verdict: Verdict) -> Result<(), Failure> {
    doctor.say(Message::Records(RecordsMessage::SignOff { finding, verdict })).await.map(drop)
}

/// A doctor says in words of their own what they think of a finding: a note in the patient's chart that names it. Its
/// label is [`LABEL`].
///
/// # Errors
/// As [`add_record::add`].
pub async fn note(
    doctor: &SignedIn,
    finding: FindingId,
    mut about: About,
    words: &str,
    told: Progress<'_>,
) -> Result<Added, Failure> {
    let record = finding_of(doctor, finding).await?.attestation.record;
    let facts = doctor.now().await?.records().facts(record).await?;
    let owner = facts.ok_or_else(|| Failure::not("this record was withdrawn"))?.owner;
    about.labels.insert(LABEL.into(), finding.to_string());
    let mut content = words.as_bytes().to_vec();
    add_record::add(doctor, owner, Kind::ConsultationNote, about, &mut content, told).await
}

/// A doctor takes their name back.
///
/// # Errors
/// What the chain refuses.
pub async fn retract(doctor: &SignedIn, finding: FindingId) -> Result<(), Failure> {
    doctor.say(Message::Records(RecordsMessage::Retract { finding })).await.map(drop)
}

async fn finding_of(who: &SignedIn, id: FindingId) -> Result<Finding, Failure> {
    let finding = who.now().await?.records().finding(id).await?;
    finding.ok_or_else(|| Failure::not("this finding does not exist"))
}
