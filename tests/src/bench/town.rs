//! Many senders: patients with money and keys, the doctors they grant to, and their transactions signed beforehand.

use super::load::{Batch, Pace, deliver};
use crate::{
    actors::{Person, salt, sealed},
    stack::{Stack, profile},
};
use anyhow::{Context, Result};
use chartkey_client::{At, Call, Config, Weight, call_data};
use chartkey_vocabulary::{
    Account, Between, ConsentMessage, Contract, DAY, Kind, Message, Motion, Purpose, RecordsMessage, RegistryMessage,
    Role, Scope, Terms, Time,
};
use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};
use subxt::config::DefaultExtrinsicParamsBuilder;

/// What a doctor can be granted for; so many keys fit between one patient and one doctor.
pub const PURPOSES: [Purpose; 4] = [Purpose::Treatment, Purpose::SecondOpinion, Purpose::Insurance, Purpose::Research];

/// As the client does it: see its `VALID_FOR`.
const VALID_FOR: u64 = 2048;

/// How many transfers fit one transaction comfortably.
const GIFTS: usize = 200;

/// The senders.
pub struct Town {
    /// Each signs their own transactions.
    pub patients: Vec<Person>,
    /// Active, ready to be granted keys.
    pub doctors: Vec<Person>,
}

impl Town {
    /// Gives everybody money and registers the patients.
    pub async fn patients(stack: &Stack, number: usize) -> Result<Vec<Person>> {
        let patients = people(stack, "patient", number).await?;
        let messages = patients.iter().map(|patient| (patient, vec![registration(patient, Role::Patient)]));
        send(stack, messages.collect()).await?;
        Ok(patients)
    }

    /// Registers doctors, has their licences attested and the council approve them.
    pub async fn doctors(stack: &Stack, number: usize) -> Result<Vec<Person>> {
        let doctors = people(stack, "doctor", number).await?;
        let messages = doctors.iter().map(|doctor| (doctor, vec![registration(doctor, Role::Doctor)]));
        send(stack, messages.collect()).await?;
        let at = stack.chain().now().await?;
        let mut attested = Vec::with_capacity(number);
        for doctor in &doctors {
            let applied = at.registry().member(doctor.account).await?.context("the doctor applied")?;
            let (who, role, since) = (doctor.account, applied.who.role, applied.since);
            let licence = sealed(&format!("{}/licence", doctor.name)).commitment;
            attested.push(Message::Registry(RegistryMessage::AttestLicence { who, role, since, licence }));
        }
        let attester = stack.attester()?;
        send(stack, vec![(&attester, attested)]).await?;
        let council = stack.council()?;
        let vote =
            |doctor: &Person| Message::Registry(RegistryMessage::Vote { motion: Motion::Approve(doctor.account) });
        // One admin after the other, because the vote that carries needs more than the one before it.
        for admin in &council.admins[..2] {
            send(stack, vec![(admin, doctors.iter().map(vote).collect())]).await?;
        }
        Ok(doctors)
    }

    /// `each` keys from every patient; every one is another reader or another purpose.
    pub async fn grants(&self, stack: &Stack, each: usize) -> Result<Vec<Batch>> {
        let until = stack.chain().now().await?.time().await? + 365 * DAY;
        let messages: Vec<_> = self.patients.iter().map(|patient| (patient, self.keys(patient, each, until))).collect();
        sign(stack, &messages).await
    }

    fn keys(&self, patient: &Person, each: usize, until: Time) -> Vec<Message> {
        let between = self.doctors.iter().flat_map(|doctor| {
            PURPOSES.map(|purpose| Between { patient: patient.account, reader: doctor.account, purpose })
        });
        let terms = || Terms { scope: Scope::everything(), until, openings: None, may_write: false };
        between.take(each).map(|between| Message::Consent(ConsentMessage::Grant { between, terms: terms() })).collect()
    }

    /// `each` records of every patient; another `label` makes other records.
    pub async fn records(&self, stack: &Stack, label: &str, each: usize) -> Result<Vec<Batch>> {
        let add = |patient: &Person, number: usize| {
            let label = format!("{}/{label}/{number}", patient.name);
            let (owner, salt, kind) = (patient.account, salt(&label), Kind::LabReport);
            Message::Records(RecordsMessage::Add { owner, salt, kind, sealed: sealed(&label) })
        };
        let messages: Vec<_> = self
            .patients
            .iter()
            .map(|patient| (patient, (0..each).map(|number| add(patient, number)).collect()))
            .collect();
        sign(stack, &messages).await
    }
}

fn registration(who: &Person, role: Role) -> Message {
    let keys = sealed(&format!("{}/keys", who.name)).cid;
    let profile = role.is_professional().then(|| profile(&who.name));
    Message::Registry(RegistryMessage::Register { role, keys, profile })
}

async fn people(stack: &Stack, kind: &str, number: usize) -> Result<Vec<Person>> {
    let people: Vec<_> = (0..number).map(|n| stack.stranger(&format!("{kind}{n}"))).collect::<Result<_>>()?;
    for some in people.chunks(GIFTS) {
        let ids: Vec<_> = some.iter().map(Person::id).collect();
        stack.fund(&ids).await?;
    }
    Ok(people)
}

/// Signs and delivers, for the preparation of a measurement.
async fn send(stack: &Stack, messages: Vec<(&Person, Vec<Message>)>) -> Result<()> {
    let expected: usize = messages.iter().map(|(_, messages)| messages.len()).sum();
    let delivered = deliver(stack, sign(stack, &messages).await?, Pace::AtOnce(2000)).await?;
    let done = delivered.events.values().sum::<usize>();
    anyhow::ensure!(done == expected, "of {expected} messages in preparation {done} succeeded");
    Ok(())
}

/// Signs everybody's messages, on all cores. Limits come from one dry run per name of message, with room to spare:
/// trying out each of thousands would take longer than the measurement.
pub async fn sign(stack: &Stack, messages: &[(&Person, Vec<Message>)]) -> Result<Vec<Batch>> {
    let at = stack.chain().now().await?;
    let (first, example) = messages.iter().find_map(|(who, list)| Some((*who, list.first()?))).context("nothing")?;
    let tried = at.dry_run(&first.id(), example).await?;
    let weight = Weight { ref_time: tried.weight.ref_time * 3 / 2, proof_size: tried.weight.proof_size * 3 / 2 };
    let limits = (weight, tried.most_held * 4 + 1_000_000_000);
    let mut nonces = Vec::with_capacity(messages.len());
    for (who, _) in messages {
        nonces.push(at.nonce(&who.id()).await?);
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut signed = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some((who, list)) = messages.get(place) else { return Ok(signed) };
            signed.push(batch(&at, who, nonces[place], list, limits)?);
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<Result<Vec<Batch>>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().expect("signing does not panic")).collect()
    });
    let mut batches = Vec::with_capacity(messages.len());
    for part in parts {
        batches.extend(part?);
    }
    Ok(batches)
}

fn batch(at: &At, who: &Person, nonce: u64, messages: &[Message], limits: (Weight, u128)) -> Result<Batch> {
    let sign = |(place, message): (usize, &Message)| {
        let (weight, deposit) = limits;
        let to = address(at, message.contract());
        let call = Call::new(at.subxt(), "Revive", "call", (to.0, 0u128, weight, deposit, call_data(message)))?;
        let params = DefaultExtrinsicParamsBuilder::<Config>::new()
            .nonce(nonce + place as u64)
            .mortal_from_unchecked(VALID_FOR, at.height(), at.block())
            .build();
        let signed = at.subxt().tx().create_signable_offline(&call, params)?.sign(&who.key)?;
        Ok(signed.into_encoded())
    };
    let transactions = messages.iter().enumerate().map(sign).collect::<Result<_>>()?;
    Ok(Batch { sender: who.id(), nonce, transactions })
}

fn address(at: &At, contract: Contract) -> Account {
    let peers = at.peers();
    match contract {
        Contract::Registry => peers.registry,
        Contract::Consent => peers.consent,
        Contract::Records => peers.records,
        Contract::Care => peers.care,
    }
}
