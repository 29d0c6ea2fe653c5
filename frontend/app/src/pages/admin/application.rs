//! One of them: licence, certificate, votes, decision.

mod certificate;
mod decide;

use self::{certificate::Paper, decide::Decide};
use super::chamber::{Chamber, NoRecords, chamber};
use crate::{
    ask::asked,
    hand::{Hand, hand},
    pages::{
        everyone::{full_name, spoken, trades},
        shared::Still,
    },
    parts::{Columns, Copy, Empty, Face, Fact, Facts, I, Note, Page, Section, Sheet, Tag, Tone, icons},
    places::Place,
    speech::t,
    words,
};
use chartkey_flows::{Failure, directory, directory::Listing};
use chartkey_vocabulary::{Account, Member, Standing};
use leptos::prelude::*;

/// One application.
#[component]
pub(crate) fn Application(
    /// Whose.
    who: Account,
) -> impl IntoView {
    let hand = hand();
    let name = Signal::derive(move || hand.name_of(who));
    let told = asked(move || load(hand, who));
    Effect::new(move |_| {
        let card = told.read(|(listing, _)| listing.as_ref()?.card.as_ref().map(full_name)).flatten();
        if let Some(name) = card {
            hand.name_is(who, &name);
        }
    });
    view! {
        <Page
            title=name
            lead=t!("application-lead").signal()
            back=Place::Applications
            mark=move || view! { <Face name=name big=true /> }
        >
            <NoRecords />
            <Still
                of=told
                awaited=t!("application-awaited").signal()
                lines=5
                children=|told| {
                    let (listing, chamber) = told;
                    match listing {
                        Some(listing) => {
                            view! { <Whole listing=listing.clone() chamber=chamber.clone() /> }.into_any()
                        }
                        None => view! { <Empty icon=icons::INBOX title=t!("application-none") /> }.into_any(),
                    }
                }
            />
        </Page>
    }
}

async fn load(hand: Hand, who: Account) -> Result<(Option<Listing>, Chamber), Failure> {
    let session = hand.session()?;
    Ok((directory::listing(&session, who).await?, chamber(hand).await?))
}

#[component]
fn Whole(listing: Listing, chamber: Chamber) -> impl IntoView {
    let member = listing.member.clone();
    let certificate = listing.certificate.clone();
    view! {
        <Columns>
            <div class="stack loose">
                <Licence member=member.clone() />
                <Paper certificate=certificate />
                <OfThemselves listing=listing.clone() />
            </div>
            <Decide who=listing.account member=member chamber=chamber />
        </Columns>
    }
}

/// What the register said.
#[component]
fn Licence(member: Member) -> impl IntoView {
    let attested = member.licence;
    view! {
        <Section title=t!("application-licence")>
            {match attested {
                Some(licence) => {
                    view! {
                        <Note tone=Tone::Good>
                            <strong>{t!("application-licence-good")}</strong>
                            " "
                            {t!("application-licence-good-note")}
                        </Note>
                        <details>
                            <summary>{t!("proof")} <I of=icons::CHEVRON_DOWN /></summary>
                            <p class="small soft">{t!("application-licence-proof")}</p>
                            <div class="row tight">
                                <span class="mono clip">{licence.to_string()}</span>
                                <Copy text=licence.to_string() />
                            </div>
                        </details>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <Note tone=Tone::Doubt>
                            <strong>{t!("application-licence-none")}</strong>
                            " "
                            {t!("application-licence-none-note")}
                        </Note>
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}

/// What they say of themselves.
#[component]
fn OfThemselves(listing: Listing) -> impl IntoView {
    let Listing { account, member, profile, card, .. } = listing;
    let (role, since, standing) = (member.who.role, member.since, member.who.standing);
    let (trade, tongue) = (profile.clone(), profile.clone());
    let unread = card.is_none();
    let line = |of: Signal<String>, text: Option<String>| text.map(|text| view! { <Fact of=of>{text}</Fact> });
    // Only what was said is shown.
    let more = card.map(|card| {
        view! {
            {line(t!("entry-house").signal(), card.house)}
            {line(t!("entry-address").signal(), card.address)}
            {line(t!("entry-phone").signal(), card.phone)}
            {line(t!("entry-about").signal(), card.about)}
        }
    });
    view! {
        <Section title=t!("application-said")>
            <Sheet>
                <div class="row wrap tight">
                    <Tag>{move || words::role(role)}</Tag>
                    <Tag tone=if standing == Standing::Pending { Tone::Doubt } else { Tone::Plain }>
                        {move || words::standing(standing)}
                    </Tag>
                </div>
                {unread.then(|| view! { <Note tone=Tone::Doubt>{t!("application-no-card")}</Note> })}
                <Facts>
                    <Fact of=t!("professional-trade")>{move || trades(&trade, role)}</Fact>
                    <Fact of=t!("professional-languages")>{move || spoken(&tongue)}</Fact>
                    <Fact of=t!("professional-place")>{move || words::neighbourhood(profile.place)}</Fact>
                    {more}
                    <Fact of=t!("application-since")>{move || words::full_time(since)}</Fact>
                    <Fact of=t!("account")>
                        <span class="hash">
                            <span class="mono clip">{account.to_string()}</span>
                            <Copy text=account.to_string() />
                        </span>
                    </Fact>
                </Facts>
            </Sheet>
        </Section>
    }
}
