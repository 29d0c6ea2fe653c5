//! What the events of a block leave unsaid, asked of the chain as it stood after that very block: the answers are the
//! same whenever the block is read.

use chartkey_client::{At, Heard, QuestionError};
use chartkey_vocabulary::{
    Account, Ballot, Council, Event, Finding, FindingId, Member, Motion, Profile, RecordId, RecordsEvent,
    RegistryEvent, Role, Time, Version,
};
use futures::{StreamExt, TryStreamExt, stream};
use std::collections::{BTreeMap, BTreeSet};

/// A finalized block, ready to be put into the tables.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its height.
    pub height: u64,
    /// Its hash.
    pub hash: chartkey_client::Hash,
    /// Its time.
    pub at: Time,
    /// What the contracts said in it.
    pub heard: Vec<Heard>,
    /// And what they left unsaid.
    pub details: Details,
}

/// Answers as of the end of a block.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// Members an event is about; absent when they are none any more.
    pub members: BTreeMap<Account, Member>,
    /// Their directory entries.
    pub profiles: BTreeMap<Account, Profile>,
    /// Open ballots on motions that were voted on or forgotten.
    pub ballots: BTreeMap<Motion, Ballot>,
    /// Versions that came to be.
    pub versions: BTreeMap<(RecordId, u16), Version>,
    /// Findings that came to be.
    pub findings: BTreeMap<FindingId, Finding>,
}

/// The council as it was when the contracts were deployed; no event tells of it.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The first admins and their quorum.
    pub council: Council,
    /// What is on file of them.
    pub members: BTreeMap<Account, Member>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Question {
    Member(Account),
    Profile(Account),
    Ballot(Motion),
    Version(RecordId, u16),
    Finding(FindingId),
}

/// So many questions are under way at once.
const AT_ONCE: usize = 16;

/// Asks what these events leave unsaid.
///
/// # Errors
/// When the node does not answer.
pub(super) async fn ask(at: &At, heard: &[Heard]) -> Result<Details, QuestionError> {
    let questions: BTreeSet<Question> = heard.iter().flat_map(|heard| unsaid(&heard.event)).collect();
    let mut answers = stream::iter(questions).map(|question| answer(at, question)).buffer_unordered(AT_ONCE);
    let mut details = Details::default();
    while let Some(add) = answers.try_next().await? {
        add(&mut details);
    }
    Ok(details)
}

/// Asks who founded the council.
///
/// # Errors
/// When the node does not answer.
pub(super) async fn founding(at: &At) -> Result<Founding, QuestionError> {
    let council = at.registry().council().await?;
    let mut members = BTreeMap::new();
    for admin in &council.admins {
        if let Some(member) = at.registry().member(*admin).await? {
            members.insert(*admin, member);
        }
    }
    Ok(Founding { council, members })
}

fn unsaid(event: &Event) -> Vec<Question> {
    use Question::{Ballot, Finding, Member, Profile, Version};
    match event {
        Event::Registry(event) => match *event {
            // Patients have no profile and are not voted on.
            RegistryEvent::Registered { who, role: Role::Patient, .. } => vec![Member(who)],
            RegistryEvent::Registered { who, .. } | RegistryEvent::ProfileRevised { who, .. } => {
                vec![Member(who), Profile(who), Ballot(Motion::Approve(who))]
            }
            RegistryEvent::Left { who }
            | RegistryEvent::KeysRotated { who, .. }
            | RegistryEvent::LicenceAttested { who, .. } => vec![Member(who)],
            RegistryEvent::Voted { motion, .. } | RegistryEvent::Retracted { motion, .. } => vec![Ballot(motion)],
            RegistryEvent::Carried { motion } => motion.subject().map(Member).into_iter().collect(),
            _ => Vec::new(),
        },
        Event::Records(event) => match *event {
            RecordsEvent::Added { record, .. } => vec![Version(record, 1)],
            RecordsEvent::Amended { record, version, .. } => vec![Version(record, version)],
            RecordsEvent::Attested { finding, .. } => vec![Finding(finding)],
            _ => Vec::new(),
        },
        Event::Consent(_) | Event::Care(_) => Vec::new(),
    }
}

type Add = Box<dyn FnOnce(&mut Details) + Send>;

async fn answer(at: &At, question: Question) -> Result<Add, QuestionError> {
    macro_rules! keep {
        ($table:ident, $key:expr, $answer:expr) => {{
            let (key, answer) = ($key, $answer);
            Box::new(move |details: &mut Details| {
                if let Some(answer) = answer {
                    details.$table.insert(key, answer);
                }
            })
        }};
    }
    Ok(match question {
        Question::Member(who) => keep!(members, who, at.registry().member(who).await?),
        Question::Profile(who) => keep!(profiles, who, at.registry().profile(who).await?),
        Question::Ballot(motion) => keep!(ballots, motion, at.registry().ballot(motion).await?),
        Question::Version(record, version) => {
            keep!(versions, (record, version), at.records().version(record, version).await?)
        }
        Question::Finding(finding) => keep!(findings, finding, at.records().finding(finding).await?),
    })
}
