//! All versions: nothing is ever edited, so every one can still be read.

use super::{Whole, viewer::Viewer};
use crate::{
    ask::{Told, asked},
    hand::hand,
    parts::{Button, Look, Section, Sheet, Tag, Tone},
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_vocabulary::Version;
use leptos::prelude::*;
use std::sync::Arc;

/// The versions, the newest first.
#[component]
pub(super) fn Versions(known: Arc<Whole>) -> impl IntoView {
    let hand = hand();
    let (id, newest) = (known.id, known.row.versions);
    let versions = asked(move || async move {
        let at = hand.person().await?.now().await?;
        let mut versions = Vec::new();
        for number in (1..=newest).rev() {
            let version = at.records().version(id, number).await?;
            versions.push((number, version.ok_or_else(|| Failure::Not("a version is missing".into()))?));
        }
        Ok(versions)
    });
    view! {
        <Section title=t!("versions-title")>
            <p class="soft">{t!("versions-note")}</p>
            <Told of=versions awaited=t!("versions-awaited") let:versions>
                {versions
                    .iter()
                    .map(|(number, version)| view! { <One known=known.clone() number=*number version=*version /> })
                    .collect_view()}
            </Told>
        </Section>
    }
}

#[component]
fn One(known: Arc<Whole>, number: u16, version: Version) -> impl IntoView {
    let hand = hand();
    let open = RwSignal::new(false);
    let (record, newest) = (known.id, known.row.versions);
    let title = Memo::new(move |_| known.title(hand, number));
    let name = move || title.get().about().map(|about| about.title.clone()).filter(|title| !title.is_empty());
    let by = move || say!("versions-by", who = hand.name_of(version.by), when = words::near_time(version.at));
    view! {
        <Sheet>
            <div class="row between wrap">
                <div class="grow">
                    <h3>{t!("versions-nth", number = number)}</h3>
                    {move || {
                        name()
                            .map(|name| {
                                view! {
                                    <p class="small">
                                        <bdi>{name}</bdi>
                                    </p>
                                }
                            })
                    }}
                    <p class="small soft">{by}</p>
                </div>
                {(number == newest).then(|| view! { <Tag tone=Tone::Good>{t!("versions-newest")}</Tag> })}
                <Button look=Look::Quiet on_press=move || open.update(|open| *open = !*open)>
                    {move || if open.get() { say!("versions-hide") } else { say!("versions-show") }}
                </Button>
            </div>
            {move || open.get().then(|| view! { <Viewer record=record version=number /> })}
        </Sheet>
    }
}
