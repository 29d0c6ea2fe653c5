//! Who is who: members, profiles, the council, ties.

use super::Said;
use crate::index::{
    rows::{Table, Writer},
    words::Value,
};
use chartkey_vocabulary::{Account, Member, Motion, RegistryEvent as Event};
use codec::Encode;

pub(super) static MEMBERS: Table =
    Table { name: "members", columns: &["account", "role", "standing", "keys", "epoch", "since", "licence"], key: 1 };
static PROFILES: Table = Table { name: "profiles", columns: &["account", "profile", "card"], key: 1 };
static TERMS: Table = Table { name: "profile_terms", columns: &["account", "term"], key: 2 };
static GUARDIANS: Table = Table { name: "guardians", columns: &["patient", "guardian", "since"], key: 2 };
static ASSIGNMENTS: Table =
    Table { name: "assignments", columns: &["patient", "position", "doctor", "proposed_by", "at", "ended"], key: 2 };
static AFFILIATIONS: Table = Table { name: "affiliations", columns: &["hospital", "doctor", "since"], key: 2 };
static BALLOTS: Table = Table { name: "ballots", columns: &["motion", "opened", "yes"], key: 1 };
static CARRIED: Table = Table { name: "carried_motions", columns: &["position", "motion", "at"], key: 1 };

pub(super) const TABLES: &[&Table] =
    &[&MEMBERS, &PROFILES, &TERMS, &GUARDIANS, &ASSIGNMENTS, &AFFILIATIONS, &BALLOTS, &CARRIED];

const NO_TIME: Value = Value::Number(None);

pub(super) async fn apply(writer: &mut Writer<'_>, event: &Event, said: Said<'_>) -> Result<(), sqlx::Error> {
    match *event {
        Event::Registered { who, .. } | Event::ProfileRevised { who, .. } => {
            member(writer, who, &said).await?;
            profile(writer, who, &said).await?;
            ballot(writer, &Motion::Approve(who), &said).await
        }
        Event::Left { who } => {
            member(writer, who, &said).await?;
            profile(writer, who, &said).await?;
            end_assignment(writer, who, &said).await
        }
        Event::KeysRotated { who, .. } | Event::LicenceAttested { who, .. } => member(writer, who, &said).await,
        Event::Voted { motion, .. } | Event::Retracted { motion, .. } => ballot(writer, &motion, &said).await,
        Event::Carried { motion } => carried(writer, motion, &said).await,
        Event::GuardianAppointed { patient, guardian } => {
            writer.put(&GUARDIANS, vec![patient.into(), guardian.into(), said.at.into()]).await
        }
        Event::GuardianDismissed { patient, guardian } => {
            writer.delete(&GUARDIANS, vec![patient.into(), guardian.into()]).await
        }
        Event::Assigned { patient, assignment } => {
            end_assignment(writer, patient, &said).await?;
            let (doctor, by) = (assignment.doctor.into(), assignment.by.into());
            let row = vec![patient.into(), said.position.into(), doctor, by, assignment.at.into(), NO_TIME];
            writer.put(&ASSIGNMENTS, row).await
        }
        Event::Unassigned { patient } => end_assignment(writer, patient, &said).await,
        Event::Affiliated { hospital, doctor } => {
            writer.put(&AFFILIATIONS, vec![hospital.into(), doctor.into(), said.at.into()]).await
        }
        Event::Parted { hospital, doctor } => writer.delete(&AFFILIATIONS, vec![hospital.into(), doctor.into()]).await,
        Event::Introduced => Ok(()),
    }
}

/// A member as the chain had them at the end of the block.
async fn member(writer: &mut Writer<'_>, who: Account, said: &Said<'_>) -> Result<(), sqlx::Error> {
    match said.details.members.get(&who) {
        Some(member) => seat(writer, who, member).await,
        None => writer.delete(&MEMBERS, vec![who.into()]).await,
    }
}

pub(super) async fn seat(writer: &mut Writer<'_>, who: Account, member: &Member) -> Result<(), sqlx::Error> {
    let Member { who: is, keys, epoch, since, licence } = *member;
    let (role, standing) = (is.role.into(), is.standing.into());
    let row = vec![who.into(), role, standing, keys.into(), u64::from(epoch).into(), since.into(), licence.into()];
    writer.put(&MEMBERS, row).await
}

async fn profile(writer: &mut Writer<'_>, who: Account, said: &Said<'_>) -> Result<(), sqlx::Error> {
    writer.delete(&TERMS, vec![who.into()]).await?;
    let Some(profile) = said.details.profiles.get(&who) else {
        return writer.delete(&PROFILES, vec![who.into()]).await;
    };
    for specialty in &profile.specialties {
        writer.put(&TERMS, vec![who.into(), format!("s:{specialty}").into()]).await?;
    }
    for language in &profile.languages {
        writer.put(&TERMS, vec![who.into(), format!("l:{}", plain(language)).into()]).await?;
    }
    writer.put(&TERMS, vec![who.into(), format!("p:{}", plain(&profile.place)).into()]).await?;
    writer.put(&PROFILES, vec![who.into(), profile.encode().into(), profile.card.into()]).await
}

/// What the chain does not check: a language or a place may be any bytes, and a table's text may not.
fn plain(bytes: &[u8]) -> String {
    bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(|byte| byte.to_ascii_lowercase() as char).collect()
}

async fn ballot(writer: &mut Writer<'_>, motion: &Motion, said: &Said<'_>) -> Result<(), sqlx::Error> {
    let key = Value::from(crate::db::hex(motion.encode()));
    match said.details.ballots.get(motion) {
        Some(ballot) => writer.put(&BALLOTS, vec![key, ballot.opened.into(), ballot.yes.encode().into()]).await,
        None => writer.delete(&BALLOTS, vec![key]).await,
    }
}

async fn carried(writer: &mut Writer<'_>, motion: Motion, said: &Said<'_>) -> Result<(), sqlx::Error> {
    let key = crate::db::hex(motion.encode());
    writer.delete(&BALLOTS, vec![key.as_str().into()]).await?;
    writer.put(&CARRIED, vec![said.position.into(), key.into(), said.at.into()]).await?;
    if let Some(who) = motion.subject() {
        member(writer, who, said).await?;
    }
    if let Motion::Quorum(quorum) = motion {
        let quorum = vec![u64::from(quorum).into()];
        writer.change(&MEMBERS, "UPDATE index_cursor SET quorum = $1", quorum).await?;
    }
    Ok(())
}

async fn end_assignment(writer: &mut Writer<'_>, patient: Account, said: &Said<'_>) -> Result<(), sqlx::Error> {
    let values = vec![said.at.into(), patient.into()];
    let sql = "UPDATE assignments SET ended = $1 WHERE patient = $2 AND ended IS NULL";
    writer.change(&ASSIGNMENTS, sql, values).await
}
