//! What the chain says of a record, in full: the only place where hashes are shown.

use super::Whole;
use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::shared::Hash,
    parts::{Fact, Facts, Note, Section, Sheet, Tone, icons},
    shelf,
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_vocabulary::{Finding, FindingId, RecordId, Version};
use leptos::prelude::*;
use std::sync::Arc;

/// What the chain has.
struct Stands {
    versions: Vec<(u16, Version)>,
    findings: Vec<(FindingId, Finding)>,
    height: u64,
    epoch: u32,
}

/// The proof.
#[component]
pub(super) fn Proof(known: Arc<Whole>) -> impl IntoView {
    let hand = hand();
    let of = known.clone();
    let stands = asked(move || {
        let known = of.clone();
        async move {
            let at = hand.person().await?.now().await?;
            let (mut versions, mut findings) = (Vec::new(), Vec::new());
            for number in 1..=known.row.versions {
                let version = at.records().version(known.id, number).await?;
                versions.push((number, version.ok_or_else(|| Failure::Not("a version is missing".into()))?));
            }
            for id in &known.row.findings {
                findings.extend(at.records().finding(*id).await?.map(|finding| (*id, finding)));
            }
            let epoch = at.consent().desk(known.row.owner).await?.epoch;
            Ok(Stands { versions, findings, height: at.height(), epoch })
        }
    });
    view! {
        <Section title=t!("proof-title")>
            <Note tone=Tone::Good icon=icons::SHIELD>
                {t!("proof-note")}
            </Note>
            <Told of=stands awaited=t!("proof-awaited") lines=4 let:stands>
                <All known=known.clone() stands=stands />
            </Told>
        </Section>
    }
}

#[component]
fn All(known: Arc<Whole>, stands: Arc<Stands>) -> impl IntoView {
    let (id, owner, author) = (known.id, known.row.owner, known.row.author);
    let versions = stands.versions.iter().map(|(number, version)| {
        let (number, version, epoch) = (*number, *version, stands.epoch);
        view! { <OneVersion record=id number=number version=version epoch=epoch /> }
    });
    let versions = versions.collect_view();
    let findings = stands.findings.iter().map(|(id, finding)| view! { <OneFinding id=*id finding=finding.clone() /> });
    let findings = findings.collect_view();
    let height = stands.height;
    view! {
        <Sheet>
            <h3>{t!("proof-record")}</h3>
            <Facts>
                <Fact of=t!("proof-id")>
                    <Hash text=id.to_string() />
                </Fact>
                <Fact of=t!("proof-owner")>
                    <Hash text=owner.to_string() />
                </Fact>
                <Fact of=t!("proof-author")>
                    <Hash text=author.to_string() />
                </Fact>
                <Fact of=t!("proof-height")>{move || words::number(height as f64)}</Fact>
            </Facts>
        </Sheet>
        {versions}
        {findings}
    }
}

#[component]
fn OneVersion(record: RecordId, number: u16, version: Version, epoch: u32) -> impl IntoView {
    let hand = hand();
    // Whoever has it on the shelf has compared it with the commitment: opening ends with that.
    let opened = shelf::is_open(record, number);
    let behind = version.epoch < epoch;
    view! {
        <Sheet>
            <h3>{t!("versions-nth", number = number)}</h3>
            <Facts>
                <Fact of=t!("proof-commitment")>
                    <Hash text=version.sealed.commitment.to_string() />
                </Fact>
                <Fact of=t!("proof-blob")>
                    <Hash text=version.sealed.cid.text() />
                </Fact>
                <Fact of=t!("proof-written")>
                    {move || say!("versions-by", who = hand.name_of(version.by), when = words::full_time(version.at))}
                </Fact>
                <Fact of=t!("proof-sealed")>
                    {move || if behind { say!("proof-behind") } else { say!("proof-sealed-now") }}
                </Fact>
                <Fact of=t!("proof-checked")>
                    {move || if opened { say!("proof-checked-yes") } else { say!("proof-checked-no") }}
                </Fact>
            </Facts>
        </Sheet>
    }
}

#[component]
fn OneFinding(id: FindingId, finding: Finding) -> impl IntoView {
    let read = finding.attestation;
    view! {
        <Sheet>
            <h3>{t!("proof-finding", version = read.version)}</h3>
            <Facts>
                <Fact of=t!("proof-id")>
                    <Hash text=id.to_string() />
                </Fact>
                <Fact of=t!("proof-seen")>
                    <Hash text=read.seen.to_string() />
                </Fact>
                <Fact of=t!("proof-model")>
                    <Hash text=read.model.to_string() />
                </Fact>
                <Fact of=t!("proof-code")>
                    <Hash text=read.code.to_string() />
                </Fact>
                <Fact of=t!("proof-output")>
                    <Hash text=read.output.to_string() />
                </Fact>
            </Facts>
        </Sheet>
    }
}
