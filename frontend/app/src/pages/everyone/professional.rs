//! One of them.

use super::directory::{NextFree, full_name, spoken, trades};
use crate::{
    ask::asked,
    hand::{Stage, hand},
    pages::{hand::Door, shared::Still},
    parts::{Copy, Empty, Face, Fact, Facts, Go, I, Look, Note, Page, Section, Sheet, Tag, Tone, icons},
    places::Place,
    speech::t,
    words,
};
use chartkey_flows::{Failure, directory, directory::Listing};
use chartkey_vocabulary::{Account, Role, Standing};
use leptos::prelude::*;
use std::sync::Arc;

/// One professional: who they are, and what one may do with them.
#[component]
pub(crate) fn Professional(
    /// Who.
    who: Account,
) -> impl IntoView {
    let hand = hand();
    let name = Signal::derive(move || hand.name_of(who));
    view! {
        <Page title=name back=Place::Directory mark=move || view! { <Face name=name big=true /> }>
            <Door need=Stage::Visiting>
                <Entry who=who />
            </Door>
        </Page>
    }
}

#[component]
fn Entry(who: Account) -> impl IntoView {
    let hand = hand();
    let listing = asked(move || async move {
        let visitor = hand.visitor().ok_or_else(|| Failure::Not("the service was not reached".into()))?;
        directory::listing(&visitor, who).await
    });
    Effect::new(move |_| {
        let name = listing.read(|listing| listing.as_ref()?.card.as_ref().map(full_name)).flatten();
        if let Some(name) = name {
            hand.name_is(who, &name);
        }
    });
    view! {
        <Still
            of=listing
            awaited=t!("professional-awaited").signal()
            children=move |listing| match listing {
                Some(listing) => view! { <Whole listing=Arc::new(listing) /> }.into_any(),
                None => {
                    let note = t!("professional-none-note").signal();
                    view! { <Empty icon=icons::SEARCH title=t!("professional-none") note=note /> }.into_any()
                }
            }
        />
    }
}

#[component]
fn Whole(listing: Arc<Listing>) -> impl IntoView {
    let Listing { account, member, profile, card, .. } = (*listing).clone();
    let (role, standing, since) = (member.who.role, member.who.standing, member.since);
    let attested = member.licence.is_some();
    let (trade, tongue) = (profile.clone(), profile.clone());
    let card = card.map(Arc::new);
    let line = |icon, text: Option<String>| {
        text.map(|text| view! { <p class="row"><I of=icon /><span class="grow">{text}</span></p> })
    };
    let contact = card.as_ref().map(|card| {
        let address = [card.house.clone(), card.address.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        view! {
            {line(icons::MAP_PIN, (!address.is_empty()).then_some(address))}
            {line(icons::PHONE, card.phone.clone())}
        }
    });
    let about = card.as_ref().and_then(|card| card.about.clone());
    view! {
        <Sheet>
            <div class="row wrap tight">
                <Tag>{move || words::role(role)}</Tag>
                <StandingTag standing=standing />
                {attested.then(|| view! { <Tag tone=Tone::Good>{t!("professional-attested")}</Tag> })}
            </div>
            {about.map(|about| view! { <p>{about}</p> })}
            <Facts>
                <Fact of=t!("professional-trade")>{move || trades(&trade, role)}</Fact>
                <Fact of=t!("professional-languages")>{move || spoken(&tongue)}</Fact>
                <Fact of=t!("professional-place")>{move || words::neighbourhood(profile.place)}</Fact>
                <Fact of=t!("professional-since")>{move || words::full_day(since)}</Fact>
            </Facts>
            {contact}
            {(role == Role::Doctor && standing == Standing::Active)
                .then(|| view! { <NextFree doctor=account /> })}
            <Actions who=account role=role standing=standing />
        </Sheet>
        <Section title=t!("proof")>
            <Sheet>
                <p class="small soft">{t!("professional-proof")}</p>
                <div class="row tight">
                    <span class="mono clip">{account.to_string()}</span>
                    <Copy text=account.to_string() label=t!("professional-copy") />
                </div>
            </Sheet>
        </Section>
    }
}

#[component]
fn StandingTag(standing: Standing) -> impl IntoView {
    let tone = match standing {
        Standing::Active => Tone::Good,
        Standing::Pending => Tone::Doubt,
        Standing::Rejected | Standing::Suspended => Tone::Bad,
    };
    view! { <Tag tone=tone>{move || words::standing(standing)}</Tag> }
}

/// What a patient, a house or a stranger may do with them.
#[component]
fn Actions(who: Account, role: Role, standing: Standing) -> impl IntoView {
    let hand = hand();
    let active = standing == Standing::Active;
    move || match (hand.role(), active) {
        (_, false) => view! { <Note tone=Tone::Doubt>{t!("professional-not-active")}</Note> }.into_any(),
        (Some(Role::Patient), true) => view! {
            <div class="btns">
                {(role == Role::Doctor)
                    .then(|| {
                        view! {
                            <Go to=Place::AskVisit(who) look=Look::Main icon=icons::CALENDAR>
                                {t!("professional-visit")}
                            </Go>
                        }
                    })}
                // The page takes whom it is for behind `?to=`.
                <a class="btn" href=format!("{}?to={who}", Place::Give.path())>
                    <I of=icons::KEY />
                    <span>{t!("professional-key")}</span>
                </a>
            </div>
        }
        .into_any(),
        (Some(Role::Hospital), true) if role == Role::Doctor => view! {
            <Go to=Place::Doctors icon=icons::STETHOSCOPE>
                {t!("professional-house")}
            </Go>
        }
        .into_any(),
        (None, true) => view! {
            <div class="btns">
                <Go to=Place::Unlock look=Look::Main icon=icons::WALLET>
                    {t!("professional-sign-in")}
                </Go>
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}
