//! A content key for each of its readers.

use crate::{
    chart, distrust::Distrust, drawer::Drawer, failure::Failure, keys::Bundles, oracle::TalkError, signed_in::SignedIn,
};
use chartkey_protocol::{Bytes, Why, Wrap, Wraps};
use chartkey_vault::{ContentKey, Context, Wanted, WrapPurpose, entropy};
use chartkey_vocabulary::{Account, Cid, Decision, Denial, Facts, Purpose, RecordId, Role, Time};
use serde::{Deserialize, Serialize};

/// Wraps in one request.
const AT_ONCE: usize = 64;
/// A transaction that has not been final for a day never will be: it lapses within two hours.
const FORGOTTEN: Time = 24 * 3600;
const NOTES: &str = "wraps-";

/// Somebody who is given a key, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reader {
    pub(crate) account: Account,
    pub(crate) purpose: Purpose,
}

/// What the wrap itself says it is for; rows of the service say treatment for the owner's own.
pub(crate) fn purpose_of(owner: Account, reader: Account, purpose: Purpose) -> WrapPurpose {
    if reader == owner { WrapPurpose::Own } else { WrapPurpose::Granted(purpose) }
}

/// Everybody who should be able to open a record that is made now: the owner, guardians, the author, and, as far as the
/// maker may know of them, who holds a key that covers it.
pub(crate) async fn readers(who: &SignedIn, facts: &Facts) -> Result<Vec<Reader>, Failure> {
    let owner = facts.owner;
    let treats = |account| Reader { account, purpose: Purpose::Treatment };
    let mut readers = vec![treats(owner)];
    for guardian in guardians(who, owner).await? {
        readers.push(treats(guardian));
    }
    if chart::stands_for(who, owner).await? {
        for (between, grant) in chart::grants(who, owner).await? {
            let now = who.now().await?.time().await?;
            let reaches = between.purpose.reach().has(facts.kind) && grant.terms.scope.covers(facts, between.reader);
            if reaches && now < grant.terms.until {
                readers.push(Reader { account: between.reader, purpose: between.purpose });
            }
        }
    }
    let me = who.account();
    if !readers.contains(&treats(me)) && !is_worker(who).await? {
        readers.push(treats(me));
    }
    let mut kept = Vec::new();
    readers.into_iter().for_each(|reader| {
        if !kept.contains(&reader) {
            kept.push(reader);
        }
    });
    Ok(kept)
}

async fn is_worker(who: &SignedIn) -> Result<bool, Failure> {
    let me = who.now().await?.registry().who(who.account()).await?;
    Ok(me.is_some_and(|me| me.role == Role::Worker))
}

/// Who acts for a patient, as far as this is for the asker to know; each is confirmed by the chain.
pub(crate) async fn guardians(who: &SignedIn, patient: Account) -> Result<Vec<Account>, Failure> {
    // The service tells it to those who keep the chart; nobody else need ask.
    if !chart::stands_for(who, patient).await? {
        return Ok(Vec::new());
    }
    let relations = match who.oracle().relations_of(patient).await {
        Ok(relations) => relations,
        // It may hear of a new guardian a moment after the chain did.
        Err(TalkError::Refused(problem)) if matches!(problem.why, Why::NotFound | Why::NotAllowed) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(error.into()),
    };
    let at = who.now().await?;
    let mut guardians = Vec::new();
    for guardian in relations.guardians {
        if !at.registry().guards(guardian, patient).await? {
            return Err(Distrust::FalseRow.into());
        }
        guardians.push(guardian);
    }
    Ok(guardians)
}

/// Wraps a content key for each reader that has published keys.
pub(crate) async fn wrap_for(
    bundles: &mut Bundles<'_>,
    key: &ContentKey,
    owner: Account,
    context: Context,
    cid: Cid,
    readers: &[Reader],
) -> Result<Vec<Wrap>, Failure> {
    let mut wraps = Vec::with_capacity(readers.len());
    for reader in readers {
        let bundle = match bundles.of(reader.account).await {
            // Who has published nothing yet is given the key when they have.
            Err(Failure::Not(_)) if reader.account != owner => continue,
            bundle => bundle?,
        };
        let wanted = Wanted { context, cid, purpose: purpose_of(owner, reader.account, reader.purpose) };
        let wrap = chartkey_vault::wrap(&mut entropy(), key, &bundle, &wanted);
        wraps.push(Wrap {
            reader: reader.account,
            purpose: reader.purpose,
            epoch: bundle.epoch(),
            cid,
            key: Bytes(wrap.as_bytes().to_vec()),
        });
    }
    Ok(wraps)
}

/// Wraps that are handed in once the chain has named their blob. Until then they are on this device only, and with them
/// the content key.
#[derive(Serialize, Deserialize)]
pub(crate) struct Errand {
    /// Who made the wraps, and alone may hand them in: several people use one browser.
    pub(crate) by: Account,
    pub(crate) record: RecordId,
    pub(crate) version: u16,
    pub(crate) cid: Cid,
    pub(crate) wraps: Vec<Wrap>,
    pub(crate) since: Time,
}

impl Errand {
    fn name(&self) -> String {
        format!("{NOTES}{}-{}", &self.record.to_string()[2..], self.version)
    }

    /// Writes it down.
    pub(crate) fn keep(&self, drawer: &dyn Drawer) -> Result<(), Failure> {
        let note = serde_json::to_vec(self).map_err(Failure::vault)?;
        Ok(drawer.put(&self.name(), &note)?)
    }

    /// Hands the wraps in that the chain allows, and crosses the errand out.
    pub(crate) async fn run(mut self, who: &SignedIn) -> Result<(), Failure> {
        let mut allowed = Vec::new();
        for wrap in std::mem::take(&mut self.wraps) {
            // An author needs no leave for their own wrap: what they wrote they know.
            if wrap.reader == who.account() || may_have(who, self.record, wrap.reader, wrap.purpose).await? {
                allowed.push(wrap);
            }
        }
        hand_in(who, self.record, self.version, allowed).await?;
        Ok(who.drawer.remove(&self.name())?)
    }

    /// Hands in later what is still wanted. A wrap that the service does not take holds up neither the others nor
    /// whoever made it: a reader may have other keys by now, an author's day may be over.
    async fn catch_up(mut self, who: &SignedIn) -> Result<(), Failure> {
        let mut kept = Vec::new();
        for wrap in std::mem::take(&mut self.wraps) {
            let mine = wrap.reader == who.account();
            if !mine && !may_have(who, self.record, wrap.reader, wrap.purpose).await? {
                continue;
            }
            let one = Wraps { wraps: vec![wrap.clone()] };
            match who.oracle().put_wraps(self.record, self.version, &one).await.map_err(Failure::from) {
                Ok(()) => {}
                Err(no) if is_refusal(&no) => {
                    // The service may hear of the record a moment later; and while it knows other keys of one's own,
                    // this wrap may be the only way to the content.
                    if !self.is_old(who) || (mine && no.is(Why::Conflict)) {
                        kept.push(wrap);
                    }
                }
                Err(failure) => return Err(failure),
            }
        }
        if kept.is_empty() {
            return Ok(who.drawer.remove(&self.name())?);
        }
        self.wraps = kept;
        self.keep(who.drawer.as_ref())
    }

    fn is_old(&self, who: &SignedIn) -> bool {
        who.oracle().now() > self.since + FORGOTTEN
    }
}

fn is_refusal(failure: &Failure) -> bool {
    [Why::NotAllowed, Why::Conflict, Why::Refused, Why::NotFound].iter().any(|why| failure.is(*why))
}

/// Does what an earlier run of this client did not get to.
///
/// # Errors
/// When service or chain do not answer.
pub(crate) async fn leftovers(who: &SignedIn) -> Result<(), Failure> {
    for name in who.drawer.names(NOTES)? {
        let Some(note) = who.drawer.get(&name)? else { continue };
        let Ok(errand) = serde_json::from_slice::<Errand>(&note) else { continue };
        if errand.by != who.account() {
            continue;
        }
        let version = who.now().await?.records().version(errand.record, errand.version).await?;
        match version {
            Some(version) if version.sealed.cid == errand.cid => errand.catch_up(who).await?,
            _ if errand.is_old(who) => who.drawer.remove(&name)?,
            _ => {}
        }
    }
    Ok(())
}

/// Hands wraps in, in as many requests as it takes.
pub(crate) async fn hand_in(who: &SignedIn, record: RecordId, version: u16, wraps: Vec<Wrap>) -> Result<(), Failure> {
    for some in wraps.chunks(AT_ONCE) {
        let some = Wraps { wraps: some.to_vec() };
        who.soon(async || Ok(who.oracle().put_wraps(record, version, &some).await?)).await?;
    }
    Ok(())
}

/// Whether the chain lets somebody open a record, now or as soon as they announce it.
pub(crate) async fn may_have(
    who: &SignedIn,
    record: RecordId,
    reader: Account,
    purpose: Purpose,
) -> Result<bool, Failure> {
    let decision = who.now().await?.records().may_open(record, reader, purpose).await?;
    Ok(matches!(decision, Decision::Allowed(_) | Decision::Denied(Denial::NotAnnounced)))
}
