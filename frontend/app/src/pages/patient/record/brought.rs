//! Where a document of a hospital's system comes from, whom it is about, and what of it is kept without being understood.

use crate::{
    parts::{I, Note, Tone, icons},
    speech::{key, say, say_key, t},
};
use chartkey_flows::facts::{Brought, Untaken};
use leptos::prelude::*;

/// What a document says of itself, and what was made of it; nothing where it says nothing.
#[component]
pub(in super::super) fn BroughtIn(brought: Brought) -> impl IntoView {
    let kept = brought.kept_count();
    let Brought { about, houses, understood, kept: kinds, untaken } = brought;
    let alone = understood + kept < 2 && houses.is_empty() && about.is_empty() && untaken.is_none();
    if alone {
        return ().into_any();
    }
    let why = untaken.map(|why| {
        let why = match why {
            Untaken::SeveralPeople => key!("brought-several"),
            Untaken::TooMuch => key!("brought-too-much"),
        };
        view! { <Note tone=Tone::Doubt>{move || say_key(why, &[])}</Note> }
    });
    let (named, from) = (!about.is_empty(), !houses.is_empty());
    let (about, houses) = (about.join(", "), houses.join(", "));
    view! {
        {why}
        <Note tone=Tone::Plain icon=icons::HOSPITAL>
            <div class="stack tight">
                {named.then(|| view! { <strong>{move || say!("brought-about", name = about.clone())}</strong> })}
                {from.then(|| view! { <span>{move || say!("brought-from", houses = houses.clone())}</span> })}
                <span>{t!("brought-understood", count = understood)}</span>
                {(kept > 0).then(|| view! { <Kept count=kept kinds=kinds /> })}
            </div>
        </Note>
    }
    .into_any()
}

/// What is in the record and in no list.
#[component]
fn Kept(count: u32, kinds: Vec<(String, u32)>) -> impl IntoView {
    let line = |(kind, count): (String, u32)| {
        let said = move || match name(&kind) {
            Some(name) => say!("brought-kind", kind = say_key(name, &[]), count = count),
            None => say!("brought-kind", kind = kind.clone(), count = count),
        };
        view! { <li>{said}</li> }
    };
    view! {
        <details>
            <summary>{t!("brought-kept", count = count)} <I of=icons::CHEVRON_DOWN /></summary>
            <p class="small soft">{t!("brought-kept-note")}</p>
            <ul class="stack tight small dotted">{kinds.into_iter().map(line).collect_view()}</ul>
        </details>
    }
}

/// The kinds that nearly every hospital's system sends.
fn name(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "CarePlan" | "CareTeam" => key!("brought-care-plans"),
        "Claim" | "ExplanationOfBenefit" | "Coverage" => key!("brought-claims"),
        "Device" => key!("brought-devices"),
        "DiagnosticReport" | "DocumentReference" => key!("brought-reports"),
        "Encounter" => key!("brought-visits"),
        "Goal" => key!("brought-goals"),
        "ImagingStudy" => key!("brought-images"),
        "Practitioner" | "PractitionerRole" => key!("brought-people"),
        "Provenance" => key!("brought-origins"),
        _ => return None,
    })
}
