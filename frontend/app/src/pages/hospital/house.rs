//! The house at a glance.

use super::held::{held, patients};
use crate::{
    ask::asked,
    ground::clock,
    hand::{Hand, hand},
    pages::shared::{MayNotAct, Still},
    parts::{Empty, Face, Go, I, Left, Line, List, Look, Page, Section, Shape, Tag, Tone, icons, listed},
    places::Place,
    speech::{say, say_key, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::{EmergencyRow, GrantRow, RequestRow};
use chartkey_vocabulary::{Account, DAY};
use leptos::prelude::*;

/// So many of a kind are shown; the rest is a page further.
const FEW: usize = 4;

/// The house at a glance.
#[component]
pub(crate) fn House() -> impl IntoView {
    let hand = hand();
    let glance = asked(move || load(hand));
    let name = Signal::derive(move || hand.me().map(|me| hand.name_of(me)).unwrap_or_default());
    view! {
        <Page
            title=name
            lead=t!("house-lead").signal()
            mark=move || view! { <Face name=name shape=Shape::House big=true /> }
            actions=|| {
                view! {
                    <Go to=Place::Rescue look=Look::Danger icon=icons::SIREN>
                        {t!("place-rescue")}
                    </Go>
                }
            }
        >
            <MayNotAct />
            <Still
                of=glance
                awaited=t!("house-awaited").signal()
                lines=5
                children=|glance| view! { <Whole glance=glance /> }
            />
        </Page>
    }
}

#[derive(Clone, PartialEq, Eq)]
struct Glance {
    doctors: Vec<Account>,
    keys: Vec<GrantRow>,
    asked: Vec<RequestRow>,
    broken: Vec<EmergencyRow>,
}

async fn load(hand: Hand) -> Result<Glance, Failure> {
    let who = hand.session()?;
    let now = clock::now();
    let mut broken = who.oracle().my_emergencies().await?;
    broken.retain(|row| row.mended.is_none() && row.until > now);
    Ok(Glance {
        doctors: who.oracle().relations_of(who.account()).await?.houses,
        keys: held(hand).await?,
        asked: who.oracle().my_requests().await?,
        broken,
    })
}

#[component]
fn Whole(glance: Glance) -> impl IntoView {
    let Glance { doctors, keys, asked, broken } = glance;
    let people = patients(&keys).len();
    let tile = |place: Place, count: usize| {
        view! {
            <a class="tile" href=place.path()>
                <I of=place.icon() big=true />
                <strong class="figure num">{move || words::number(count as f64)}</strong>
                <span class="small soft">{move || say_key(place.title(), &[])}</span>
            </a>
        }
    };
    let ending = keys.into_iter().filter(|key| key.terms.until < clock::now() + 3 * DAY).take(FEW);
    let ending = ending.map(|key| view! { <Ending key_held=key /> });
    view! {
        {(!broken.is_empty()).then(|| view! { <Broken rows=broken /> })}
        <div class="tiles few">
            {tile(Place::Patients, people)} {tile(Place::Desk, asked.len())} {tile(Place::Doctors, doctors.len())}
        </div>
        <Section title=t!("house-ending")>
            {listed(ending, || view! { <Empty icon=icons::KEY title=t!("house-ending-none") /> })}
        </Section>
        <Waits rows=asked />
    }
}

/// Glass that is broken now.
#[component]
fn Broken(rows: Vec<EmergencyRow>) -> impl IntoView {
    let hand = hand();
    let line = move |row: EmergencyRow| {
        let EmergencyRow { patient, reason, until, .. } = row;
        let name = Signal::derive(move || hand.name_of(patient));
        view! {
            <Line
                title=name
                note=move || words::emergency_reason(reason)
                mark=move || view! { <Face name=name /> }
                after=move || view! { <Left until=until /> }
                to=Place::Rescue
            />
        }
    };
    view! {
        <Section title=t!("house-broken")>
            <List>{rows.into_iter().map(line).collect_view()}</List>
        </Section>
    }
}

#[component]
fn Ending(key_held: GrantRow) -> impl IntoView {
    let hand = hand();
    let GrantRow { patient, purpose, terms, .. } = key_held;
    let name = Signal::derive(move || hand.name_of(patient));
    view! {
        <Line
            title=name
            note=move || words::purpose(purpose)
            mark=move || view! { <Face name=name /> }
            after=move || view! { <Left until=terms.until /> }
            to=Place::Chart(patient)
        />
    }
}

/// Requests nobody has answered.
#[component]
fn Waits(rows: Vec<RequestRow>) -> impl IntoView {
    let hand = hand();
    let line = move |row: RequestRow| {
        let name = Signal::derive(move || hand.name_of(row.patient));
        let (purpose, at) = (row.purpose, row.at);
        view! {
            <Line
                title=name
                note=move || say!("house-asked", purpose = words::purpose(purpose), when = words::ago(at))
                mark=move || view! { <Face name=name /> }
                after=|| view! { <Tag tone=Tone::Doubt>{t!("house-waits")}</Tag> }
                to=Place::Desk
            />
        }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <Section
                title=t!("house-requests")
                after=|| view! { <a href=Place::Desk.path()>{t!("place-desk")}</a> }
            >
                <List>{rows.into_iter().take(FEW).map(line).collect_view()}</List>
            </Section>
        }
    })
}
