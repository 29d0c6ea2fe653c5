//! What viewers do: prove the passcode, be counted, be logged, receive.

use super::{
    keep::opens,
    table::{self, Kept},
};
use crate::{
    app::App,
    db::hex,
    log::{self, NewLine, Permit},
    outbox::{Outcome, work::VIEWS},
    problem::Failed,
};
use chartkey_protocol::{LineKind, LinkFile, Manifest, ManifestFile, ManifestRequest, Why, passcode_hash};
use chartkey_vocabulary::{ConsentError, ConsentMessage, Digest, HOUR, Message, Time};
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use subtle::ConstantTimeEq;

/// How long a viewer waits for the count to be final before being asked to come back.
const PATIENCE: Duration = Duration::from_secs(45);
/// Views of one link counted at a time: each costs the oracle a fee.
const AT_ONCE: i64 = 16;
/// Views of all links of one patient on their way to the chain at a time: what the oracle posts in four blocks.
pub(super) const OF_OWNER: i64 = 32;
/// How often it is tried to give a view back, and the pause between two tries: a disk that was busy is not for long.
const RETURNS: u32 = 3;
const PAUSE: Duration = Duration::from_secs(1);
/// How long a manifest's addresses serve; the specification allows no longer.
const TICKET: Time = HOUR;
/// Letters of a link's path: 32 random bytes have 43.
const PATH: std::ops::RangeInclusive<usize> = 43..=128;
/// Letters of who looks.
const RECIPIENT: usize = 200;
/// What comes inside a manifest when the viewer does not say.
const EMBEDDED: u64 = 1 << 20;

/// Why a link was not opened.
pub(super) enum NotOpened {
    /// It wants a passcode, and this was none or a wrong one.
    Passcode {
        /// How many more it bears.
        left: u32,
    },
    /// Anything else.
    Failed(Failed),
}

impl From<Failed> for NotOpened {
    fn from(failed: Failed) -> Self {
        Self::Failed(failed)
    }
}

impl From<sqlx::Error> for NotOpened {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Opens a link: counts the view, writes it down, and hands out what there is.
pub(super) async fn open(app: &App, path: &str, request: ManifestRequest) -> Result<Manifest, NotOpened> {
    let name = request.recipient.trim();
    if name.is_empty() || name.chars().count() > RECIPIENT {
        return Err(Failed::new(Why::BadRequest, "Say who looks, in at most 200 letters.").into());
    }
    let kept = find(app, path).await?;
    let recipient = Recipient::of(kept.link, name);
    stands(app, &kept).await?;
    prove(app, &kept, request.passcode.as_deref()).await?;
    let files = table::files(app.db.pool(), kept.link).await?;
    let most = request.embedded_length_max.unwrap_or(EMBEDDED);
    let is_embedded = |file: &LinkFile| file.jwe.len() as u64 <= most;
    let ticket = hex(rand::random::<[u8; 32]>());
    let released: usize = files.iter().filter(|file| is_embedded(file)).map(|file| file.jwe.len()).sum();
    let permit = loop {
        let view = count(app, &kept, &recipient).await?;
        // Said once more by the chain after the view was counted: that is what the line is about.
        let block = stands(app, &kept).await?;
        let (kept, recipient) = (kept.clone(), recipient.clone());
        let counted = Counted { view, ticket: hex(Sha256::digest(&ticket)), kept, recipient, block, bytes: released };
        // A task of its own: a viewer who goes away in the middle must not leave a view spent and nothing written.
        let spent = tokio::spawn(spend(app.clone(), counted)).await.map_err(|_| busy())?;
        if let Some(permit) = spent? {
            break permit;
        }
    };
    let describe = |(nth, file): (usize, LinkFile)| {
        let embedded = is_embedded(&file).then_some(file.jwe);
        let location = || format!("{}/shl/{path}/{nth}?ticket={ticket}", app.settings.public_url.trim_end_matches('/'));
        let location = if embedded.is_none() { Some(location()) } else { None };
        ManifestFile { content_type: file.content_type, embedded, location }
    };
    Ok(release(permit, Manifest { files: files.into_iter().enumerate().map(describe).collect() }))
}

/// Hands out one file to whoever was counted within the hour, unless the link has ended since.
pub(super) async fn file(app: &App, path: &str, nth: u16, ticket: &str) -> Result<String, Failed> {
    let kept = find(app, path).await?;
    let ticket = hex(Sha256::digest(ticket));
    let recipient = table::ticket(app.db.pool(), &ticket, kept.link, app.now()).await?.ok_or_else(gone)?;
    let block = stands(app, &kept).await?;
    let jwe = table::file(app.db.pool(), kept.link, nth).await?.ok_or_else(gone)?;
    let permit = write(app, &kept, &Recipient(recipient), block, jwe.len()).await?;
    Ok(release(permit, jwe))
}

/// Who looks, as it is kept: a hash salted with the link. The patient, who knows the link, can tell whether it was a
/// certain name; nobody else can.
#[derive(Clone)]
struct Recipient(String);

impl Recipient {
    fn of(link: Digest, name: &str) -> Self {
        let hash = Sha256::new().chain_update(link.0).chain_update(name).finalize();
        Self(hex(&hash[..16]))
    }
}

/// A view the chain has counted, and what is about to leave for it.
struct Counted {
    view: String,
    /// Hash of the ticket that becomes good with it.
    ticket: String,
    kept: Kept,
    recipient: Recipient,
    block: Digest,
    bytes: usize,
}

fn gone() -> Failed {
    Failed::new(Why::NotFound, "There is no such link, or it has ended.")
}

async fn find(app: &App, path: &str) -> Result<Kept, Failed> {
    if !PATH.contains(&path.len()) {
        return Err(gone());
    }
    let link = Digest(Sha256::digest(path).into());
    table::find(app.db.pool(), link).await?.ok_or_else(gone)
}

/// Asks the finalized chain whether the link stands; whether a view is left, the counting tells. Answers with the
/// block that says so.
async fn stands(app: &App, kept: &Kept) -> Result<Digest, Failed> {
    let said = app.chain.link(kept.owner, kept.link).await?;
    match said.answer {
        Some(terms) if said.block.time < terms.until => Ok(said.block.hash),
        _ => {
            let mut tx = app.db.write().await?;
            table::remove(&mut tx, &hex(kept.link.0)).await?;
            tx.commit().await?;
            Err(gone())
        }
    }
}

async fn prove(app: &App, kept: &Kept, passcode: Option<&str>) -> Result<(), NotOpened> {
    let Some(expected) = kept.passcode else { return Ok(()) };
    // Asking without one is how viewers find out that there is one.
    let Some(passcode) = passcode else { return Err(NotOpened::Passcode { left: kept.tries }) };
    let left = table::take_try(app.db.pool(), kept.link).await?.ok_or_else(gone)?;
    if bool::from(passcode_hash(kept.link, passcode).ct_eq(&expected)) {
        table::return_try(app.db.pool(), kept.link).await?;
        return Ok(());
    }
    if left == 0 {
        let mut tx = app.db.write().await?;
        table::remove(&mut tx, &hex(kept.link.0)).await?;
        tx.commit().await?;
    }
    Err(NotOpened::Passcode { left })
}

/// Has the chain count a view and waits until that is final. A viewer who was asked to come back is not counted again.
async fn count(app: &App, kept: &Kept, recipient: &Recipient) -> Result<String, Failed> {
    let view = loop {
        if let Some(view) = begin(app, kept, recipient).await? {
            break view;
        }
    };
    match app.outbox.wait(&posted_as(&view), PATIENCE).await? {
        Some(Outcome::Final(_)) => Ok(view),
        Some(Outcome::Failed(why)) => {
            table::drop_view(app.db.pool(), &view).await?;
            let over = [ConsentError::LinkEnded, ConsentError::NoSuchLink, ConsentError::NotPatient];
            Err(if over.iter().any(|refusal| refusal.name() == why) { gone() } else { busy() })
        }
        Some(Outcome::Pending) => Err(busy()),
        None => {
            table::drop_view(app.db.pool(), &view).await?;
            Err(busy())
        }
    }
}

/// Spends a counted view and writes the line; what cannot be written is given back. So a view lets out once, never
/// without a line, and none is used up for nothing unless the process dies just here. `None` when somebody of the same
/// name, who asked at the same time, has spent it.
async fn spend(app: App, counted: Counted) -> Result<Option<Permit>, Failed> {
    let Counted { view, ticket, kept, recipient, block, bytes } = counted;
    let mut tx = app.db.write().await?;
    if !table::spend_view(&mut tx, &view).await? {
        return Ok(None);
    }
    table::put_ticket(&mut tx, &ticket, kept.link, &recipient.0, app.now() + TICKET).await?;
    tx.commit().await?;
    match write(&app, &kept, &recipient, block, bytes).await {
        Ok(permit) => Ok(Some(permit)),
        Err(failed) => {
            for _ in 0..RETURNS {
                match give_back(&app, &view, &ticket).await {
                    Ok(()) => break,
                    Err(error) => tracing::warn!(%error, "a view that let nothing out is not given back yet"),
                }
                tokio::time::sleep(PAUSE).await;
            }
            Err(failed)
        }
    }
}

async fn give_back(app: &App, view: &str, ticket: &str) -> Result<(), sqlx::Error> {
    let mut tx = app.db.write().await?;
    table::return_view(&mut tx, view, app.now()).await?;
    table::drop_ticket(&mut tx, ticket).await?;
    tx.commit().await
}

/// The view to wait for; `None` when another of the same viewer began at the same moment, which is then to be found.
async fn begin(app: &App, kept: &Kept, recipient: &Recipient) -> Result<Option<String>, Failed> {
    let said = app.chain.link(kept.owner, kept.link).await?;
    let mut tx = app.db.write().await?;
    if let Some(view) = table::open_view(&mut tx, kept.link, &recipient.0).await? {
        return Ok(Some(view));
    }
    if !said.answer.is_some_and(|terms| opens(&terms, said.block.time)) {
        return Err(gone());
    }
    let crowded = table::open_views(&mut tx, kept.link).await? >= AT_ONCE
        || table::posted_views(&mut tx, kept.owner).await? >= OF_OWNER;
    if crowded {
        return Err(Failed::new(Why::TooMany, "Many look at this at once. Please try again in a moment.").wait(30));
    }
    let view = hex(rand::random::<[u8; 16]>());
    if !table::begin_view(&mut tx, &view, kept.link, &recipient.0, app.now()).await? {
        return Ok(None);
    }
    let message = Message::Consent(ConsentMessage::ViewLink { owner: kept.owner, link: kept.link });
    app.outbox.post(&mut tx, &posted_as(&view), &message).await?;
    tx.commit().await?;
    Ok(Some(view))
}

fn posted_as(view: &str) -> String {
    format!("{VIEWS}{view}")
}

fn busy() -> Failed {
    Failed::new(Why::Busy, "The view is still being counted. Please try again in a moment.").wait(10)
}

/// What is handed out was written down before.
fn release<T>(_: Permit, what: T) -> T {
    what
}

async fn write(app: &App, kept: &Kept, who: &Recipient, block: Digest, bytes: usize) -> Result<Permit, Failed> {
    let line = NewLine {
        patient: kept.owner,
        reader: None,
        kind: LineKind::Link,
        record: None,
        version: None,
        purpose: None,
        basis: Some(format!("link/{}", who.0)),
        block,
        from: 0,
        to: (bytes as u64).saturating_sub(1),
    };
    log::write(app, line).await
}
