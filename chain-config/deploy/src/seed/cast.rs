//! Who plays: money for everybody, registration, licences, approval.

use super::stage::{Player, Stage, commitment, placeholder, player};
use crate::{
    chain,
    council::{self, Decision},
};
use anyhow::ensure;
use chartkey_client::Call;
use chartkey_vocabulary::{Message, Motion, Profile, RegistryMessage, Role, Standing};

const PATIENTS: [&str; 4] = ["Ada", "Ben", "Chandra", "Grace"];
/// They keep parts of emergency keys. The registry has no role for that: who holds one is named by the oracle's
/// settings, and joins as anybody may.
const CUSTODIANS: [&str; 3] = ["Custodian1", "Custodian2", "Custodian3"];
/// `Pia` stays waiting for the council, so that admins have something to do.
const PROFESSIONALS: [(&str, Role, [u16; 2], [u8; 5]); 6] = [
    ("DrLin", Role::Doctor, [101, 114], *b"u33db"),
    ("DrOkafor", Role::Doctor, [109, 115], *b"u33dc"),
    ("DrSoto", Role::Doctor, [103, 118], *b"u33d8"),
    ("Lindenhof", Role::Hospital, [201, 202], *b"u33db"),
    ("Marktapotheke", Role::Pharmacy, [301, 302], *b"u33d9"),
    ("Pia", Role::Doctor, [101, 104], *b"u33e1"),
];
const STAYS_WAITING: &str = "Pia";

/// What everybody is given: 100 KEY, thousands of calls and their deposits.
const PURSE: u128 = 100_000_000_000_000;

fn key_player(person: &crate::Person, name: &'static str) -> Player {
    let key = person.key().expect("a development network names people whose keys are known").clone();
    Player { name, account: person.account(), key }
}

/// The oracle's account.
pub(super) fn attester(stage: &Stage) -> Player {
    key_player(&stage.network.attester, "the attester")
}

/// The first of the admins.
pub(super) fn admin(stage: &Stage) -> Player {
    key_player(&stage.network.admins[0], "the first admin")
}

/// Gives money to those who have none, in one transaction of Alice's.
pub(super) async fn fund(stage: &mut Stage) -> anyhow::Result<()> {
    let at = stage.now().await?;
    let names: Vec<_> = PATIENTS.into_iter().chain(CUSTODIANS).chain(PROFESSIONALS.map(|(name, ..)| name)).collect();
    let people = names.len();
    let mut transfers = Vec::new();
    for name in names {
        let id = player(name).key.public_key().to_account_id();
        if chain::balance(&at, &id).await? < PURSE / 10 {
            transfers.push(chain::transfer(&at, &id, PURSE)?);
        }
    }
    let count = transfers.len();
    if count > 0 {
        stage.chain.send_raw(&player("Alice").key, Call::batch(at.subxt(), &transfers)?).await?;
    }
    stage.note(("money", format!("100 KEY each for {people} people")), count > 0);
    Ok(())
}

/// Registers everybody; professionals are attested and approved.
pub(super) async fn register(stage: &mut Stage) -> anyhow::Result<()> {
    for name in PATIENTS.into_iter().chain(CUSTODIANS) {
        enter(stage, &player(name), Role::Patient, None).await?;
    }
    for (name, role, specialties, place) in PROFESSIONALS {
        let who = player(name);
        let card = placeholder(&format!("{name}/card"));
        let profile = Profile { specialties: specialties.into(), languages: vec![*b"de", *b"en"], place, card };
        enter(stage, &who, role, Some(profile)).await?;
        admit(stage, &who).await?;
    }
    Ok(())
}

async fn enter(stage: &mut Stage, who: &Player, role: Role, profile: Option<Profile>) -> anyhow::Result<()> {
    let there = stage.now().await?.registry().who(who.account).await?;
    ensure!(there.is_none_or(|there| there.role == role), "//{} is registered in another role", who.name);
    let keys = placeholder(&format!("{}/keys", who.name));
    let message = RegistryMessage::Register { role, keys, profile };
    let what = (kind(role), format!("//{} registers as {}", who.name, who.account));
    stage.unless(there.is_some(), what, who, Message::Registry(message)).await?;
    Ok(())
}

/// Has a professional's licence attested and the council approve them.
async fn admit(stage: &mut Stage, who: &Player) -> anyhow::Result<()> {
    let member = stage.now().await?.registry().member(who.account).await?;
    let pending = member.as_ref().is_some_and(|member| member.who.standing == Standing::Pending);
    let attested = !pending || member.as_ref().is_some_and(|member| member.licence.is_some());
    let (role, since) = member.map_or((Role::Doctor, 0), |member| (member.who.role, member.since));
    let licence = commitment(&format!("{}/licence", who.name));
    let message = RegistryMessage::AttestLicence { who: who.account, role, since, licence };
    let attester = attester(stage);
    let what = ("licence", format!("of //{} attested", who.name));
    stage.unless(attested, what, &attester, Message::Registry(message)).await?;
    if who.name == STAYS_WAITING {
        return Ok(());
    }
    if pending {
        let decision = council::vote(&stage.chain, &stage.network, Motion::Approve(who.account)).await?;
        ensure!(decision == Decision::Carried, "the council did not approve //{}", who.name);
    }
    stage.note(("council", format!("//{} approved by quorum", who.name)), pending);
    Ok(())
}

fn kind(role: Role) -> &'static str {
    match role {
        Role::Patient => "patient",
        Role::Doctor => "doctor",
        Role::Hospital => "hospital",
        Role::Pharmacy => "pharmacy",
        Role::Admin | Role::Attester | Role::Worker => "office",
    }
}
