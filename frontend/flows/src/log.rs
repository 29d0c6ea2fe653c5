//! Who looked: every line about a patient, and the proof that none was changed, left out or slipped in.
//!
//! The log is a chain of hashes over everybody's lines. All hashes are fetched and linked anew; the chain on which the
//! service anchors the head must agree; each line of the patient's own must hash to what stands at its place; and the
//! patient's lines are numbered without a gap. What was seen once is remembered, so that a log that was rewritten, or
//! cut, is noticed the next time.

use crate::{distrust::Distrust, failure::Failure, signed_in::SignedIn};
use chartkey_protocol::{Line, NO_HEAD, next_head};
use chartkey_vocabulary::{Account, Digest, Role, Time};
use codec::{Decode, Encode};

/// The note with the last head seen, of each chain by itself: one that began anew has another log.
fn note(who: &SignedIn) -> String {
    format!("log-head-{}", hex::encode(&who.genesis().0[..8]))
}

/// A log that hangs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The patient's lines, oldest first.
    pub lines: Vec<Line>,
    /// Lines of everybody.
    pub count: u64,
    /// The head over them.
    pub head: Digest,
    /// So many of them are under an anchor on the chain.
    pub anchored: u64,
    /// Since when.
    pub anchored_at: Option<Time>,
}

/// What this device remembers of the log.
#[derive(Encode, Decode)]
struct Seen {
    count: u64,
    head: Digest,
    /// Lines about the patient.
    mine: Vec<(Account, u64)>,
}

/// Fetches the lines about a patient, the asker or a ward, and verifies the whole log.
///
/// # Errors
/// `BrokenLog`, `OtherAnchor`, `HiddenLine`, `NoAttester`.
pub async fn verify(who: &SignedIn, patient: Account) -> Result<Verified, Failure> {
    let before = who.drawer.get(&note(who))?.and_then(|note| Seen::decode(&mut &note[..]).ok());
    let (at, attester) = (who.now().await?, who.site.attester);
    if !at.registry().who(attester).await?.is_some_and(|who| who.is(Role::Attester)) {
        return Err(Distrust::NoAttester.into());
    }
    let anchor = at.records().anchor(attester).await?;
    let leaves = leaves(who).await?;
    let heads = Heads::over(&leaves);
    if let Some(anchor) = anchor
        && heads.after(anchor.count) != Some(anchor.head)
    {
        return Err(Distrust::OtherAnchor.into());
    }
    if let Some(before) = &before
        && heads.after(before.count) != Some(before.head)
    {
        return Err(Distrust::BrokenLog.into());
    }
    let lines = lines(who, patient).await?;
    mine(&lines, patient, &leaves)?;
    let mut mine = before.map(|before| before.mine).unwrap_or_default();
    if mine.iter().any(|(of, seen)| *of == patient && *seen > lines.len() as u64) {
        return Err(Distrust::HiddenLine.into());
    }
    mine.retain(|(of, _)| *of != patient);
    mine.push((patient, lines.len() as u64));
    let (count, head) = (leaves.len() as u64, heads.last());
    who.drawer.put(&note(who), &Seen { count, head, mine }.encode())?;
    let (anchored, anchored_at) = anchor.map_or((0, None), |anchor| (anchor.count, Some(anchor.at)));
    Ok(Verified { lines, count, head, anchored, anchored_at })
}

/// All hashes, up to the head the service claims.
async fn leaves(who: &SignedIn) -> Result<Vec<Digest>, Failure> {
    let claimed = who.oracle().log_head().await?;
    let mut leaves = Vec::new();
    while (leaves.len() as u64) < claimed.count {
        let page = who.oracle().log_leaves(leaves.len() as u64).await?;
        if page.from != leaves.len() as u64 || page.leaves.is_empty() {
            return Err(Distrust::BrokenLog.into());
        }
        leaves.extend(page.leaves);
    }
    // Lines written since the head was given are under no head yet; the one given must be among ours.
    if Heads::over(&leaves).after(claimed.count) != Some(claimed.head) {
        return Err(Distrust::BrokenLog.into());
    }
    Ok(leaves)
}

async fn lines(who: &SignedIn, patient: Account) -> Result<Vec<Line>, Failure> {
    let mut lines = Vec::<Line>::new();
    loop {
        let page = who.oracle().log_of(patient, lines.last().map(|line| line.position)).await?;
        if page.lines.is_empty() {
            return Ok(lines);
        }
        lines.extend(page.lines);
        // A page that leads nowhere would be asked for again and again.
        if lines.windows(2).any(|pair| pair[0].position >= pair[1].position) {
            return Err(Distrust::BrokenLog.into());
        }
    }
}

/// Whether these are lines of the patient's, without a gap, at their places in the log.
fn mine(lines: &[Line], patient: Account, leaves: &[Digest]) -> Result<(), Distrust> {
    for (nth, line) in lines.iter().enumerate() {
        if line.patient != patient || line.nth != nth as u64 {
            return Err(Distrust::HiddenLine);
        }
        // A line written after the hashes were fetched has none of them yet.
        let leaf = usize::try_from(line.position).ok().and_then(|place| leaves.get(place));
        if leaf.is_some_and(|leaf| *leaf != line.leaf()) {
            return Err(Distrust::BrokenLog);
        }
    }
    Ok(())
}

/// The head after each number of lines.
struct Heads(Vec<Digest>);

impl Heads {
    fn over(leaves: &[Digest]) -> Self {
        let mut heads = vec![NO_HEAD];
        heads.extend(leaves.iter().scan(NO_HEAD, |head, leaf| {
            *head = next_head(*head, *leaf);
            Some(*head)
        }));
        Self(heads)
    }

    fn after(&self, count: u64) -> Option<Digest> {
        self.0.get(usize::try_from(count).ok()?).copied()
    }

    fn last(&self) -> Digest {
        self.0.last().copied().unwrap_or(NO_HEAD)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_protocol::LineKind;

    const ADA: Account = Account([1; 20]);

    fn line(position: u64, nth: u64) -> Line {
        Line {
            position,
            nth,
            salt: vec![position as u8; 16].into(),
            patient: ADA,
            reader: Some(Account([2; 20])),
            kind: LineKind::Blob,
            record: None,
            version: Some(1),
            purpose: None,
            basis: None,
            block: Digest([3; 32]),
            from: 0,
            to: 9,
            at: 5,
        }
    }

    fn log() -> (Vec<Line>, Vec<Digest>) {
        let lines = vec![line(1, 0), line(3, 1)];
        let strangers = |n| Digest([n; 32]);
        let leaves = vec![strangers(1), lines[0].leaf(), strangers(2), lines[1].leaf()];
        (lines, leaves)
    }

    #[test]
    fn lines_at_their_places_are_taken() {
        let (lines, leaves) = log();
        assert_eq!(mine(&lines, ADA, &leaves), Ok(()));
    }

    #[test]
    fn a_changed_a_hidden_and_a_strangers_line_are_noticed() {
        let (mut lines, leaves) = log();
        lines[1].to = 10;
        assert_eq!(mine(&lines, ADA, &leaves), Err(Distrust::BrokenLog));
        let (lines, leaves) = log();
        assert_eq!(mine(&lines[1..], ADA, &leaves), Err(Distrust::HiddenLine));
        assert_eq!(mine(&lines, Account([9; 20]), &leaves), Err(Distrust::HiddenLine));
    }

    #[test]
    fn each_head_rests_on_all_before_it() {
        let (_, leaves) = log();
        let heads = Heads::over(&leaves);
        assert_eq!(heads.after(0), Some(NO_HEAD));
        assert_eq!(heads.after(2), Some(next_head(next_head(NO_HEAD, leaves[0]), leaves[1])));
        assert_eq!(heads.after(5), None);
        let mut other = leaves.clone();
        other[0] = Digest([8; 32]);
        assert_ne!(Heads::over(&other).last(), heads.last());
    }
}
