//! A link for somebody without an account: a SMART Health Link (HL7 STU1), read-only, ended by time, views or hand.
//!
//! Its key is in the link and nowhere else; chain and service know the link by a hash. The service learns the path with
//! the first view, and never the key.

pub use crate::fhir::Document;

use crate::{
    distrust::Distrust, failure::Failure, fhir, open_record, person::Person, random, signed_in::SignedIn,
    vault::change, visitor::Visitor,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_protocol::{LinkFile, LinkFiles, LinkRow, ManifestRequest, passcode_hash};
use chartkey_vault::{HealthLink, LinkKey, LinkSecret, entropy, open_link_file, seal_link_file};
use chartkey_vocabulary::{Account, Commitment, ConsentMessage, Digest, Link, Message, RecordId, Time};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// Files behind one link.
const FILES: usize = 8;
/// Files up to this size are asked for inside the manifest.
const EMBEDDED: u64 = 1 << 20;

/// What a link is to be.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Whose records: the asker's own or a ward's.
    pub owner: Account,
    /// One to eight of them; the newest versions as they are now.
    pub records: Vec<RecordId>,
    /// What the viewer is shown before anything is opened; at most 80 characters.
    pub label: String,
    /// Asked for before the first view; told to the viewer by another way than the link.
    pub passcode: Option<Zeroizing<String>>,
    /// When it ends.
    pub until: Time,
    /// How many views; as many as there are unless said.
    pub views: Option<u16>,
}

/// An open link.
pub struct Opened {
    /// The link, key and all; `shlink:/` in front.
    pub text: Zeroizing<String>,
    /// Its name on the chain.
    pub link: Digest,
}

/// Opens a link. The service at `public` is where viewers come to.
///
/// # Errors
/// When a record does not open, or the chain refuses.
pub async fn open(who: &mut Person, wish: &Wish, public: &str) -> Result<Opened, Failure> {
    if wish.records.is_empty() || wish.records.len() > FILES {
        return Err(Failure::not("a link holds one to eight records"));
    }
    let key = LinkKey::make(&mut entropy());
    let mut files = Vec::with_capacity(wish.records.len());
    for record in &wish.records {
        let mut content = Zeroizing::new(Vec::new());
        let opened = open_record::open(who, (*record).into(), &mut *content, &mut |_| {}).await?;
        if opened.record.owner != wish.owner {
            return Err(Failure::not("a link holds records of one patient"));
        }
        let resource = fhir::resource(opened.metadata.about(), opened.version.at, &content);
        let jwe = seal_link_file(&mut entropy(), &key, fhir::TYPE, &resource).map_err(Failure::vault)?;
        files.push(LinkFile { content_type: fhir::TYPE.into(), jwe });
    }
    let path = BASE64_URL_SAFE_NO_PAD.encode(random::bytes::<32>()?);
    let link = name_of(&path);
    let passcode = wish.passcode.as_ref().map(|passcode| passcode_hash(link, passcode));
    let (until, views) = (wish.until, wish.views);
    let health = HealthLink {
        url: format!("{}/shl/{path}", public.trim_end_matches('/')),
        key,
        until: Some(until),
        long_lived: false,
        passcode: passcode.is_some(),
        direct: false,
        label: wish.label.clone(),
    };
    let text = health.write().map_err(Failure::vault)?;
    // First into the vault, so that a link that is open can always be closed.
    let kept = LinkSecret { commitment: Commitment(link.0), text: text.clone(), label: wish.label.clone(), until };
    change(who, |vault| {
        vault.keep_link(kept);
        Ok(())
    })
    .await?;
    say(who, ConsentMessage::OpenLink { owner: wish.owner, link, terms: Link { until, views } }).await?;
    let files = LinkFiles { files, passcode: passcode.map(|hash| hash.to_vec().into()) };
    who.soon(async || Ok(who.oracle().put_link(wish.owner, link, &files).await?)).await?;
    Ok(Opened { text, link })
}

/// Closes a link; its files are deleted.
///
/// # Errors
/// What the chain refuses.
pub async fn close(who: &mut Person, owner: Account, link: Digest) -> Result<(), Failure> {
    say(who, ConsentMessage::CloseLink { owner, link }).await?;
    if who.vault.links().any(|kept| kept.commitment.0 == link.0) {
        change(who, |vault| Ok(vault.forget_link(&Commitment(link.0)))).await?;
    }
    Ok(())
}

/// The links of a patient; whether one is open is asked of the chain.
///
/// # Errors
/// `FalseRow` when the service calls a link closed that the chain calls open.
pub async fn list(who: &SignedIn, patient: Account) -> Result<Vec<LinkRow>, Failure> {
    let (at, rows) = (who.now().await?, who.oracle().links_of(patient).await?);
    let now = at.time().await?;
    for row in &rows {
        let stands = at.consent().link(patient, row.link).await?;
        let open = stands.is_some_and(|link| now < link.until && link.views != Some(0));
        if open && !row.open {
            return Err(Distrust::FalseRow.into());
        }
    }
    Ok(rows)
}

/// Views a link as anybody may who has it; `recipient` goes into the patient's log.
///
/// # Errors
/// What the service refuses: ended, closed, a wrong passcode.
pub async fn view(
    visitor: &Visitor,
    text: &str,
    recipient: &str,
    passcode: Option<&str>,
) -> Result<Vec<Document>, Failure> {
    let health = HealthLink::parse(text).map_err(Failure::vault)?;
    if health.direct {
        let jwe = visitor.oracle.link_file(&health.url).await?;
        return opened(&health.key, &jwe, None);
    }
    let request = ManifestRequest {
        recipient: recipient.into(),
        passcode: passcode.map(str::to_owned),
        embedded_length_max: Some(EMBEDDED),
    };
    let manifest = visitor.oracle.manifest(&health.url, &request).await?;
    let mut files = Vec::with_capacity(manifest.files.len());
    for file in manifest.files {
        let jwe = match (file.embedded, file.location) {
            (Some(jwe), _) => jwe.into_bytes(),
            (None, Some(location)) => visitor.oracle.link_file(&location).await?,
            (None, None) => return Err(Failure::not("the link names a file and does not hold it")),
        };
        files.extend(opened(&health.key, &jwe, Some(file.content_type))?);
    }
    Ok(files)
}

fn opened(key: &LinkKey, jwe: &[u8], named: Option<String>) -> Result<Vec<Document>, Failure> {
    let jwe = std::str::from_utf8(jwe).map_err(|_| Failure::not("what the link leads to is no sealed file"))?;
    let file = open_link_file(key, jwe).map_err(Failure::vault)?;
    // What stands inside was sealed; what stands beside was not.
    let media_type = if file.content_type.is_empty() { named.unwrap_or_default() } else { file.content_type };
    Ok(fhir::documents(&media_type, file.content))
}

/// What the chain calls a link of this path.
fn name_of(path: &str) -> Digest {
    Digest(Sha256::digest(path.as_bytes()).into())
}

async fn say(who: &SignedIn, message: ConsentMessage) -> Result<(), Failure> {
    who.say(Message::Consent(message)).await.map(drop)
}
