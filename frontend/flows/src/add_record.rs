//! A record is added, or amended: sealed, uploaded, named on the chain, and its key wrapped for who may open it.

use crate::{
    content::{self, Content, Sealing},
    failure::Failure,
    keys::Bundles,
    random,
    signed_in::SignedIn,
    spool::{Progress, Stage},
    upload,
    wraps::{self, Errand, Reader, readers, wrap_for},
};
use chartkey_client::keccak;
use chartkey_vault::{About, ContentKey, Context, Metadata, entropy};
use chartkey_vocabulary::{Account, Cid, Commitment, Facts, Kind, Message, RecordId, RecordsMessage, Salt, Sealed};

/// A record that stands on the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// Its name.
    pub record: RecordId,
    /// The version that was added.
    pub version: u16,
    /// Its blob.
    pub cid: Cid,
    /// What the chain keeps of the plaintext.
    pub commitment: Commitment,
}

/// Adds a record of `owner`: the asker's own, a ward's, or a patient's who lets the asker write.
///
/// # Errors
/// What the chain refuses, before anything is uploaded where it can be known.
pub async fn add(
    who: &SignedIn,
    owner: Account,
    kind: Kind,
    about: About,
    content: &mut dyn Content,
    told: Progress<'_>,
) -> Result<Added, Failure> {
    let salt = Salt(random::bytes()?);
    let record = RecordId::derive(owner, salt, keccak);
    let written = who.now().await?.time().await?;
    let facts = Facts { record, owner, author: who.account(), kind, written };
    let message = |sealed| RecordsMessage::Add { owner, salt, kind, sealed };
    version(who, facts, 1, about, content, told, message).await
}

/// Adds a version to a record. `expected` is the version the author has seen.
///
/// # Errors
/// `Stale` of the chain when somebody else added one meanwhile.
pub async fn amend(
    who: &SignedIn,
    record: RecordId,
    expected: u16,
    about: About,
    content: &mut dyn Content,
    told: Progress<'_>,
) -> Result<Added, Failure> {
    let facts = who.now().await?.records().facts(record).await?;
    let facts = facts.ok_or_else(|| Failure::not("this record does not exist or was withdrawn"))?;
    let message = |sealed| RecordsMessage::Amend { record, expected, sealed };
    version(who, facts, expected + 1, about, content, told, message).await
}

/// Withdraws a record: the stores delete all of it.
///
/// # Errors
/// What the chain refuses.
pub async fn withdraw(who: &SignedIn, record: RecordId) -> Result<(), Failure> {
    who.say(Message::Records(RecordsMessage::Withdraw { record })).await.map(drop)
}

async fn version(
    who: &SignedIn,
    facts: Facts,
    version: u16,
    about: About,
    content: &mut dyn Content,
    told: Progress<'_>,
    message: impl FnOnce(Sealed) -> RecordsMessage,
) -> Result<Added, Failure> {
    let Facts { record, owner, .. } = facts;
    if content.size() > who.site.largest_blob {
        return Err(Failure::not("this file is larger than the service takes"));
    }
    wraps::leftovers(who).await?;
    // Whose keys cannot be had is found out before a gigabyte is on its way.
    let readers = readers(who, &facts).await?;
    let mut bundles = Bundles::new(who);
    bundles.of(owner).await?;
    let (key, context) = (ContentKey::make(&mut entropy()), Context { genesis: who.genesis().0, record, version });
    let metadata = Metadata::make(&mut entropy(), about).map_err(Failure::vault)?;
    let Sealing { mut spool, cid, commitment } = content::seal(&key, &context, &metadata, content, told).await?;
    upload::blob(who.oracle(), &mut spool, cid, told).await?;
    let sealed = Sealed { cid, commitment };
    name_on_chain(who, &facts, context, sealed, (&key, &readers, &mut bundles), message(sealed), told).await?;
    Ok(Added { record, version, cid, commitment })
}

/// Wraps the key of what was uploaded for its readers, and tells the chain; one signature.
pub(crate) async fn name_on_chain(
    who: &SignedIn,
    facts: &Facts,
    context: Context,
    Sealed { cid, .. }: Sealed,
    (key, readers, bundles): (&ContentKey, &[Reader], &mut Bundles<'_>),
    message: RecordsMessage,
    told: Progress<'_>,
) -> Result<(), Failure> {
    let wraps = wrap_for(bundles, key, facts.owner, context, cid, readers).await?;
    let (record, version) = (facts.record, context.version);
    let errand = Errand { by: who.account(), record, version, cid, wraps, since: who.oracle().now() };
    errand.keep(who.drawer.as_ref())?;
    told(Stage::Telling);
    who.say(Message::Records(message)).await?;
    errand.run(who).await
}
