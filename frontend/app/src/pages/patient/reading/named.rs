//! The doctor and the hospital a paper names, against the directory.

use crate::{
    ask::{Told, idle},
    hand::hand,
    pages::everyone::full_name,
    parts::{Button, Note, Tone, icons},
    places::Place,
    speech::t,
};
use chartkey_flows::{Failure, directory, facts::Facts};
use chartkey_protocol::{Found, Search};
use leptos::prelude::*;

/// Looks both up when somebody asks. The whole list is fetched and gone through here: the service is not told what a
/// sealed paper says.
#[component]
pub(super) fn Named(read: Facts) -> impl IntoView {
    let hand = hand();
    let (doctor, hospital) = (read.doctor().map(str::to_owned), read.hospital().map(str::to_owned));
    let names: Vec<String> = [&doctor, &hospital].into_iter().flatten().cloned().collect();
    if names.is_empty() {
        return None;
    }
    let begun = RwSignal::new(false);
    let listed = idle(move || async move {
        let visitor = hand.visitor().ok_or_else(|| Failure::Not("the service was not reached".into()))?;
        Ok::<_, Failure>(visitor.oracle.directory(&Search::default()).await?)
    });
    let press = move || {
        begun.set(true);
        listed.again();
    };
    let offer = move || {
        view! {
            <p class="small">{t!("compare-names", names = names.join(" · "))}</p>
            <div class="btns">
                <Button icon=icons::SEARCH on_press=press>
                    {t!("compare-look-up")}
                </Button>
            </div>
        }
    };
    let unknown = |name: String| view! { <Note>{t!("compare-not-listed", name = name.clone())}</Note> }.into_any();
    let said = move |listed: &[Found]| {
        let doctors = doctor.clone().map(|name| {
            let meant = directory::doctors_called(listed, &name);
            if meant.is_empty() {
                return unknown(name);
            }
            let link = |found: &Found| {
                let name = found.card.as_ref().map(full_name).unwrap_or_default();
                view! { <a href=Place::Professional(found.account).path()>{name}</a> " " }
            };
            let links = meant.into_iter().map(link).collect_view();
            view! {
                <Note tone=Tone::Good icon=icons::CHECK>
                    {t!("compare-listed")} " " {links}
                </Note>
            }
            .into_any()
        });
        let house = hospital.clone().map(|name| {
            if !directory::has_house(listed, &name) {
                return unknown(name);
            }
            view! {
                <Note tone=Tone::Good icon=icons::CHECK>
                    {t!("compare-listed")} " " <bdi>{name}</bdi>
                </Note>
            }
            .into_any()
        });
        view! {
            {doctors}
            {house}
        }
    };
    let looked_up = move || {
        let said = said.clone();
        view! {
            <Told of=listed awaited=t!("directory-awaited") lines=1 let:listed>
                {said(&listed)}
            </Told>
        }
    };
    Some(view! {
        <div class="stack tight" role="status">
            {move || if begun.get() { looked_up.clone()().into_any() } else { offer.clone()().into_any() }}
        </div>
    })
}
