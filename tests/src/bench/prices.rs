//! What each message costs: every one of them is sent once, and what it paid is read from its block.

use super::report::{Figures, progress};
use crate::{
    actors::{Kept, Person, attestation, kept, salt, sealed},
    stack::{Stack, bundles, profile},
};
use anyhow::{Context, Result, ensure};
use chartkey_client::{Call, Chartkey, Deployed, Deployment, Hash, account_of, contract_address, keccak};
use chartkey_deploy::{
    bundles::{CONTRACTS, name},
    chain::Making,
    network::key,
};
use chartkey_runtime::{Runtime, RuntimeCall};
use chartkey_vocabulary::{
    Account, Between, CareMessage as Care, Cid, ConsentMessage as Consent, Contract, Council, DAY, Digest,
    EmergencyReason, Exclusions, FindingId, Kind, Link, Message, Motion, Narrowing, PrescriptionId, Purpose,
    RecordsMessage as Records, RegistryMessage as Registry, Role, SLOT, Scope, Terms, Time, Verdict, VisitId,
};
use codec::{Compact, Decode, Encode};
use polkadot_sdk::{
    frame_system, pallet_revive, pallet_sudo, pallet_timestamp, sp_core::H160, sp_core::crypto::AccountId32,
};
use std::collections::BTreeSet;
use subxt::{
    events::Phase,
    ext::{scale_decode::ext::scale_type_resolver::TypeResolver, scale_encode},
};

/// A millionth of a KEY, in the chain's smallest unit.
const MICRO: f64 = 1e6;
/// Picoseconds in a millisecond.
const MILLISECOND: f64 = 1e9;

/// Sends every message of the four contracts and notes fee and weight of each.
pub async fn measure(stack: &Stack, figures: &mut Figures) -> Result<()> {
    progress("Prices: every message once");
    let mut till = Till { stack, figures, seen: BTreeSet::new() };
    till.introductions().await?;
    let cast = till.registry().await?;
    till.records_and_consent(&cast).await?;
    till.care(&cast).await?;
    till.farewells(&cast).await?;
    let missing: Vec<_> = all().into_iter().filter(|name| !till.seen.contains(name)).collect();
    ensure!(missing.is_empty(), "messages without a price: {missing:?}");
    Ok(())
}

fn all() -> Vec<String> {
    let of = |contract: &str, names: &[&str]| names.iter().map(|name| format!("{contract}.{name}")).collect::<Vec<_>>();
    [
        of("registry", Registry::NAMES),
        of("consent", Consent::NAMES),
        of("records", Records::NAMES),
        of("care", Care::NAMES),
    ]
    .concat()
}

struct Cast {
    ada: Person,
    ben: Person,
    lin: Person,
    house: Person,
    pharmacy: Person,
    worker: Person,
    attester: Person,
    admin: Person,
}

struct Till<'a> {
    stack: &'a Stack,
    figures: &'a mut Figures,
    seen: BTreeSet<String>,
}

impl Till<'_> {
    /// Sends a message and notes what it paid under its own name.
    async fn pays(&mut self, who: &Person, message: Message) -> Result<()> {
        let name = format!("{}.{}", name(message.contract()), message.name());
        self.pays_as(&name.clone(), who, message, name).await
    }

    async fn pays_as(&mut self, label: &str, who: &Person, message: Message, name: String) -> Result<()> {
        let receipt = who.says(message).await.with_context(|| format!("{label} was to succeed"))?;
        let (fee, weight) = paid(who.chain(), receipt.block).await?;
        self.figures.tell(format!("fee of {label}"), fee / MICRO, "µKEY");
        self.figures.tell(format!("weight of {label}"), weight / MILLISECOND, "ms");
        self.seen.insert(name);
        Ok(())
    }

    /// A second set of contracts, so that what deployment says once can be said by itself.
    async fn introductions(&mut self) -> Result<()> {
        let deployer = Person::new("the deployer", key("//Deployer")?, self.stack.chain().clone());
        let admin = self.stack.council()?.admins[0].account;
        let codes = bundles()?;
        let mut second: Deployment = self.stack.deployment().clone();
        for contract in CONTRACTS {
            let input = match contract {
                Contract::Registry => Making::input(&Council { admins: vec![admin], quorum: 1 }),
                Contract::Records => Making::input(&1u8),
                Contract::Consent | Contract::Care => Making::input(&()),
            };
            let making = Making { code: codes.code(contract), input, salt: keccak(b"a second set") };
            let address = contract_address(account_of(&deployer.id()), making.code, &making.input, &making.salt);
            let made = Deployed { address: address.0, code_hash: codes.hash(contract) };
            let call = making.call(&self.stack.chain().now().await?, &deployer.id()).await?;
            let receipt = self.stack.chain().send_raw(&deployer.key, call).await?;
            let (fee, _) = paid(self.stack.chain(), receipt.block).await?;
            self.figures.tell(format!("fee of making {}", name(contract)), fee / MICRO, "µKEY");
            match contract {
                Contract::Registry => second.registry = made,
                Contract::Consent => second.consent = made,
                Contract::Records => second.records = made,
                Contract::Care => second.care = made,
            }
        }
        let chain = Chartkey::over(self.stack.chain().client().clone(), &second)?;
        let (deployer, peers) = (deployer.over(&chain), second.peers());
        self.pays(&deployer, Message::Registry(Registry::Introduce { peers })).await?;
        self.pays(&deployer, Message::Consent(Consent::Introduce { peers })).await?;
        self.pays(&deployer, Message::Records(Records::Introduce { peers })).await?;
        self.pays(&deployer, Message::Care(Care::Introduce { peers })).await
    }

    async fn registry(&mut self) -> Result<Cast> {
        let stack = self.stack;
        let council = stack.council()?;
        let people = ["ada", "lin"].map(|name| stack.stranger(name));
        let [ada, lin] = people;
        let (ada, lin) = (ada?, lin?);
        stack.fund(&[ada.id(), lin.id()]).await?;
        let keys = |label: &str| sealed(label).cid;
        let register = |role, keys: Cid, profile| Message::Registry(Registry::Register { role, keys, profile });
        self.pays(&ada, register(Role::Patient, keys("ada"), None)).await?;
        let professional = register(Role::Doctor, keys("lin"), Some(profile("lin")));
        self.pays_as("registry.register (a professional)", &lin, professional, "registry.register".into()).await?;
        let attester = stack.attester()?;
        let licence = sealed("lin/licence").commitment;
        let applied = stack.chain().now().await?.registry().member(lin.account).await?.context("lin applied")?;
        let (who, role, since) = (lin.account, applied.who.role, applied.since);
        self.pays(&attester, Message::Registry(Registry::AttestLicence { who, role, since, licence })).await?;
        let vote = |motion| Message::Registry(Registry::Vote { motion });
        let approve = Motion::Approve(lin.account);
        self.pays(&council.admins[0], vote(approve)).await?;
        let carried = "registry.vote (that carries)";
        self.pays_as(carried, &council.admins[1], vote(approve), "registry.vote".into()).await?;
        council.admins[0].votes(Motion::Quorum(3)).await?;
        self.pays(&council.admins[0], Message::Registry(Registry::Retract { motion: Motion::Quorum(3) })).await?;

        let ben = stack.patient("ben").await?;
        let house = stack.professional("house", Role::Hospital).await?;
        let pharmacy = stack.professional("pharmacy", Role::Pharmacy).await?;
        let revised = chartkey_vocabulary::Profile { place: *b"u33dc", ..profile("lin") };
        let admin = council.admins[0].clone();
        let (patient, doctor) = (ada.account, lin.account);
        self.pays(&lin, Message::Registry(Registry::Revise { profile: revised })).await?;
        self.pays(&ada, Message::Registry(Registry::RotateKeys { keys: keys("ada/new") })).await?;
        self.pays(&admin, Message::Registry(Registry::Assign { patient, doctor })).await?;
        self.pays(&admin, Message::Registry(Registry::Unassign { patient })).await?;
        self.pays(&ada, Message::Registry(Registry::AppointGuardian { guardian: ben.account })).await?;
        let dismiss = Registry::DismissGuardian { patient, guardian: ben.account };
        self.pays(&ada, Message::Registry(dismiss)).await?;
        self.pays(&house, Message::Registry(Registry::Affiliate { doctor })).await?;
        self.pays(&house, Message::Registry(Registry::Part { hospital: house.account, doctor })).await?;
        Ok(Cast { ada, ben, lin, house, pharmacy, worker: stack.worker()?, attester, admin })
    }

    async fn records_and_consent(&mut self, cast: &Cast) -> Result<()> {
        let Cast { ada, lin, house, worker, attester, .. } = cast;
        let patient = ada.account;
        let now = self.stack.chain().now().await?.time().await?;
        let terms = || Terms { scope: Scope::everything(), until: now + 30 * DAY, openings: None, may_write: false };
        let treatment = ada.towards(lin, Purpose::Treatment);

        self.pays(ada, crate::actors::adding(patient, "x-ray", Kind::XRay)).await?;
        let xray = kept(patient, "x-ray");
        let record = xray.id;
        let second = sealed("x-ray/second");
        self.pays(ada, Message::Records(Records::Amend { record, expected: 1, sealed: second })).await?;
        let cid = sealed("x-ray/sealed anew").cid;
        self.pays(ada, Message::Records(Records::Rekey { record, version: 2, cid })).await?;

        let ask =
            || Consent::Request { patient, purpose: Purpose::Treatment, terms: Terms { may_write: true, ..terms() } };
        self.pays(lin, Message::Consent(ask())).await?;
        self.pays(lin, Message::Consent(Consent::DropRequest { patient, purpose: Purpose::Treatment })).await?;
        lin.says(Message::Consent(ask())).await?;
        self.pays(ada, Message::Consent(Consent::Answer { between: treatment, yes: true })).await?;
        let reading = ada.towards(worker, Purpose::MachineAnalysis);
        self.pays(ada, Message::Consent(Consent::Grant { between: reading, terms: terms() })).await?;
        self.finding(cast, &xray).await?;

        let counted = ada.towards(lin, Purpose::SecondOpinion);
        ada.says(grant(counted, Terms { openings: Some(3), ..terms() })).await?;
        self.pays(lin, Message::Records(Records::Announce { record, purpose: Purpose::SecondOpinion })).await?;
        let except = Exclusions { records: vec![record], ..Exclusions::default() };
        let narrowing = Narrowing { except, ..Narrowing::default() };
        self.pays(ada, Message::Consent(Consent::Narrow { between: counted, narrowing })).await?;
        self.pays(ada, Message::Consent(Consent::Revoke { between: counted })).await?;
        self.pays(ada, Message::Consent(Consent::Renew { patient })).await?;

        self.pays(ada, Message::Consent(Consent::KeepCard { patient, record })).await?;
        let reason = EmergencyReason::LifeAtRisk;
        self.pays(house, Message::Consent(Consent::BreakGlass { patient, reason })).await?;
        self.pays(ada, Message::Consent(Consent::MendGlass { patient, reader: house.account })).await?;
        self.pays(ada, Message::Consent(Consent::DropCard { patient })).await?;

        let (owner, link) = (patient, Digest(keccak(b"a link")));
        let open = Link { until: now + 7 * DAY, views: Some(5) };
        self.pays(ada, Message::Consent(Consent::OpenLink { owner, link, terms: open })).await?;
        self.pays(attester, Message::Consent(Consent::ViewLink { owner, link })).await?;
        self.pays(ada, Message::Consent(Consent::CloseLink { owner, link })).await?;
        let head = Digest(keccak(b"the head of a log"));
        self.pays(attester, Message::Records(Records::AnchorLog { head, count: 1 })).await
    }

    async fn finding(&mut self, cast: &Cast, xray: &Kept) -> Result<()> {
        let attestation = attestation(xray);
        let cid = sealed("a finding").cid;
        self.pays(&cast.worker, Message::Records(Records::Attest { attestation, cid })).await?;
        let finding = FindingId::derive(xray.owner, &attestation, keccak);
        let sign = Records::SignOff { finding, verdict: Verdict::Agree };
        self.pays(&cast.lin, Message::Records(sign)).await?;
        self.pays(&cast.lin, Message::Records(Records::Retract { finding })).await
    }

    async fn care(&mut self, cast: &Cast) -> Result<()> {
        let Cast { ada, lin, pharmacy, .. } = cast;
        let now = self.stack.chain().now().await?.time().await?;
        let on = |days: Time| (now + days * DAY).next_multiple_of(SLOT);
        let (patient, doctor) = (ada.account, lin.account);
        let ask = |label: &str, from| Message::Care(Care::Ask { patient, doctor, salt: salt(label), from, slots: 2 });
        let visit = |label: &str| VisitId::derive(patient, salt(label), keccak);

        self.pays(ada, ask("declined", on(1))).await?;
        self.pays(lin, Message::Care(Care::Propose { visit: visit("declined"), from: on(2), slots: 2 })).await?;
        self.pays(ada, Message::Care(Care::Decline { visit: visit("declined") })).await?;
        ada.says(ask("cancelled", on(3))).await?;
        self.pays(lin, Message::Care(Care::Accept { visit: visit("cancelled") })).await?;
        self.pays(ada, Message::Care(Care::Cancel { visit: visit("cancelled") })).await?;
        let past = visit("past");
        self.agree_in_the_past(cast, "past").await?;
        self.pays(lin, Message::Care(Care::Complete { visit: past })).await?;

        let written = lin.adds(ada, "prescribed", Kind::Prescription).await?;
        let commitment = sealed("shown to the pharmacy").commitment;
        let (record, until) = (written.id, now + 90 * DAY);
        let prescribe = Care::Prescribe { salt: salt("prescribed"), record, commitment, fills: 3, until };
        self.pays(lin, Message::Care(prescribe)).await?;
        let prescription = PrescriptionId::derive(doctor, salt("prescribed"), keccak);
        let terms = Terms { scope: Scope::everything(), until, openings: None, may_write: false };
        ada.says(grant(ada.towards(pharmacy, Purpose::Dispensing), terms)).await?;
        self.pays(pharmacy, Message::Care(Care::Dispense { prescription })).await?;
        self.pays(lin, Message::Care(Care::Void { prescription })).await?;
        self.pays(ada, Message::Care(Care::Release { patient, doctor })).await
    }

    async fn farewells(&mut self, cast: &Cast) -> Result<()> {
        let record = kept(cast.ada.account, "x-ray").id;
        self.pays(&cast.ada, Message::Records(Records::Withdraw { record })).await?;
        self.pays(&cast.ben, Message::Registry(Registry::Leave {})).await?;
        // An admin's office ends by the council's vote, which is priced above.
        ensure!(cast.admin.account != cast.ben.account, "two people");
        Ok(())
    }

    /// A visit completes no earlier than it begins, a quarter of an hour away at least. On a development chain the
    /// clock can be set back for the length of one transaction, in which the visit is asked for and agreed on.
    async fn agree_in_the_past(&mut self, cast: &Cast, label: &str) -> Result<()> {
        let chain = self.stack.chain();
        let now = chain.now().await?.time().await?;
        let from = now - now % SLOT - SLOT;
        let (patient, doctor) = (cast.ada.account, cast.lin.account);
        let visit = VisitId::derive(patient, salt(label), keccak);
        let ask = Message::Care(Care::Ask { patient, doctor, salt: salt(label), from, slots: 1 });
        let accept = Message::Care(Care::Accept { visit });
        let calls = [
            clock(from - SLOT),
            sent_by(&cast.ada, chain.peers().care, &ask),
            sent_by(&cast.lin, chain.peers().care, &accept),
            clock(now),
        ];
        let calls: Vec<Raw> = calls.iter().map(|call| Raw(call.encode())).collect();
        let at = chain.now().await?;
        chain.send_raw(&key("//Alice")?, Call::new(at.subxt(), "Utility", "batch_all", (calls,))?).await?;
        ensure!(chain.now().await?.care().tied(patient, doctor).await?, "the visit was not agreed on");
        Ok(())
    }
}

fn grant(between: Between, terms: Terms) -> Message {
    Message::Consent(Consent::Grant { between, terms })
}

/// Sets the chain's clock, with the power only a development chain knows.
fn clock(to: Time) -> RuntimeCall {
    let key = pallet_timestamp::Now::<Runtime>::hashed_key().to_vec();
    // The chain counts milliseconds, contracts seconds.
    let items = vec![(key, (to * 1000).encode())];
    let set = RuntimeCall::System(frame_system::Call::set_storage { items });
    RuntimeCall::Sudo(pallet_sudo::Call::sudo { call: Box::new(set) })
}

fn sent_by(who: &Person, to: Account, message: &Message) -> RuntimeCall {
    let call = RuntimeCall::Revive(pallet_revive::Call::call {
        dest: H160(to.0),
        value: 0,
        weight_limit: polkadot_sdk::sp_weights::Weight::from_parts(50_000_000_000, 5_000_000),
        storage_deposit_limit: 10_000_000_000,
        data: chartkey_client::call_data(message),
    });
    let who = AccountId32::new(who.id().0);
    RuntimeCall::Sudo(pallet_sudo::Call::sudo_as { who: who.into(), call: Box::new(call) })
}

/// Fee and weight of the one transaction in a block.
async fn paid(chain: &Chartkey, block: Hash) -> Result<(f64, f64)> {
    let events = chain.at(block).await?;
    let events = events.subxt().events().fetch().await?;
    let (mut fee, mut weight) = (None, None);
    for event in events.iter() {
        let event = event?;
        // The first transaction of a block is the chain's own, its clock.
        if !matches!(event.phase(), Phase::ApplyExtrinsic(1..)) {
            continue;
        }
        match (event.pallet_name(), event.event_name()) {
            ("TransactionPayment", "TransactionFeePaid") => {
                ensure!(fee.is_none(), "another transaction is in the same block");
                let (_, paid, _) = <([u8; 32], u128, u128)>::decode(&mut event.field_bytes())?;
                fee = Some(paid as f64);
            }
            ("System", "ExtrinsicSuccess") => {
                let (time, _) = <(Compact<u64>, Compact<u64>)>::decode(&mut event.field_bytes())?;
                weight = Some(time.0 as f64);
            }
            _ => {}
        }
    }
    fee.zip(weight).context("the block tells neither fee nor weight")
}

/// A call of the runtime, encoded by its own types.
struct Raw(Vec<u8>);

impl scale_encode::EncodeAsType for Raw {
    fn encode_as_type_to<R: TypeResolver>(
        &self,
        _: R::TypeId,
        _: &R,
        out: &mut Vec<u8>,
    ) -> Result<(), scale_encode::Error> {
        out.extend_from_slice(&self.0);
        Ok(())
    }
}
