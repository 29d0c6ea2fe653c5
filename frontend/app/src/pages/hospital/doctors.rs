//! The doctors of the house.

use crate::{
    ask::{Wrong, asked, doing, idle},
    hand::{Hand, hand},
    pages::{
        everyone::{full_name, trades},
        shared::{Still, settled},
    },
    parts::{
        Button, Dialog, Empty, Face, Line, Look, Note, Page, SearchField, Section, Sheet, Tag, Tone, icons, listed,
        toast,
    },
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, professional};
use chartkey_protocol::{Found, Search};
use chartkey_vocabulary::{Account, Role, Time};
use futures::future::try_join_all;
use leptos::prelude::*;

/// The doctors of the house.
#[component]
pub(crate) fn Doctors() -> impl IntoView {
    let hand = hand();
    let doctors = asked(move || load(hand));
    let ours = Memo::new(move |_| {
        doctors.read(|all| all.iter().map(|(doctor, _)| *doctor).collect::<Vec<_>>()).unwrap_or_default()
    });
    view! {
        <Page title=t!("place-doctors") lead=t!("doctors-lead").signal()>
            <Still
                of=doctors
                awaited=t!("doctors-awaited").signal()
                children=|doctors| {
                    listed(
                        doctors.into_iter().map(|(doctor, since)| view! { <One doctor=doctor since=since /> }),
                        || view! { <Empty icon=icons::STETHOSCOPE title=t!("doctors-none") note=t!("doctors-none-note") /> },
                    )
                }
            />
            <TakeIn ours=ours />
        </Page>
    }
}

/// Who belongs to the house, and since when, as the chain has it.
async fn load(hand: Hand) -> Result<Vec<(Account, Option<Time>)>, Failure> {
    let who = hand.session()?;
    let house = who.account();
    let listed = who.oracle().relations_of(house).await?.houses;
    let at = who.now().await?;
    let at = &at;
    let known = listed
        .into_iter()
        .map(|doctor| async move { Ok::<_, Failure>((doctor, at.registry().affiliated(house, doctor).await?)) });
    let mut known = try_join_all(known).await?;
    known.retain(|(_, since)| since.is_some());
    Ok(known)
}

#[component]
fn One(doctor: Account, since: Option<Time>) -> impl IntoView {
    let (hand, parting) = (hand(), doing());
    let asking = RwSignal::new(false);
    let name = Signal::derive(move || hand.name_of(doctor));
    let part = move || {
        parting.start(async move {
            let who = hand.session()?;
            professional::part(&who, who.account(), doctor).await?;
            let _ = asking.try_set(false);
            toast(say!("doctors-parted"));
            settled(hand, &who).await
        });
    };
    view! {
        <Line
            title=name
            note=move || since.map(|since| say!("doctors-since", day = words::full_day(since))).unwrap_or_default()
            mark=move || view! { <Face name=name /> }
            after=move || {
                view! {
                    <Button look=Look::Quiet on_press=move || asking.set(true)>
                        {t!("doctors-part")}
                    </Button>
                }
            }
        >
            <a class="small" href=Place::Professional(doctor).path()>
                {t!("doctors-entry")}
            </a>
            <Dialog
                open=asking
                title=move || say!("doctors-part-title", name = name.get())
                lead=t!("doctors-part-lead")
            >
                <Wrong of=parting />
                <div class="btns end">
                    <Button look=Look::Quiet on_press=move || asking.set(false)>
                        {t!("cancel")}
                    </Button>
                    <Button look=Look::Danger busy=parting.busy() on_press=part>
                        {t!("doctors-part")}
                    </Button>
                </div>
            </Dialog>
        </Line>
    }
}

/// Searches the directory for a doctor and takes them in.
#[component]
fn TakeIn(ours: Memo<Vec<Account>>) -> impl IntoView {
    let hand = hand();
    let name = RwSignal::new(String::new());
    let found = idle(move || {
        let wanted = name.get_untracked().trim().to_owned();
        async move {
            let search = Search { name: Some(wanted), role: Some(Role::Doctor), ..Search::default() };
            Ok(hand.session()?.oracle().directory(&search).await?)
        }
    });
    let off = Signal::derive(move || name.with(|name| name.trim().is_empty()));
    view! {
        <Section title=t!("doctors-take")>
            <Sheet>
                <p class="small soft">{t!("doctors-take-note")}</p>
                <form class="row wrap" role="search" on:submit=move |event| event.prevent_default()>
                    <div class="grow">
                        <SearchField label=t!("directory-name") value=name />
                    </div>
                    <Button
                        icon=icons::SEARCH
                        sends=true
                        busy=Signal::derive(move || found.is_asking())
                        off=off
                        on_press=move || found.again()
                    >
                        {t!("doctors-search")}
                    </Button>
                </form>
            </Sheet>
            <div aria-live="polite">
                {move || {
                    found
                        .failure()
                        .map(|said| view! { <Note tone=Tone::Doubt>{said.what} " " {said.next}</Note> })
                }}
                {move || {
                    found
                        .get()
                        .map(|found| {
                            let line = |one: &Found| view! { <Candidate found=one.clone() ours=ours /> };
                            listed(found.iter().map(line), || view! { <Empty icon=icons::SEARCH title=t!("directory-none") /> })
                        })
                }}
            </div>
        </Section>
    }
}

#[component]
fn Candidate(found: Found, ours: Memo<Vec<Account>>) -> impl IntoView {
    let (hand, taking) = (hand(), doing());
    let Found { account, role, profile, card } = found;
    let name = card.as_ref().map_or_else(|| hand.name_of(account), full_name);
    // The gate asks for a signature by this name.
    hand.name_is(account, &name);
    let (face, known) = (name.clone(), move || ours.with(|ours| ours.contains(&account)));
    let take = move || {
        taking.start(async move {
            let who = hand.session()?;
            professional::affiliate(&who, account).await?;
            toast(say!("doctors-taken"));
            settled(hand, &who).await
        });
    };
    view! {
        <Line
            title=name
            note=move || trades(&profile, role)
            mark=move || view! { <Face name=face.clone() /> }
            after=move || {
                view! {
                    {move || match known() {
                        true => view! { <Tag tone=Tone::Good>{t!("doctors-known")}</Tag> }.into_any(),
                        false => {
                            view! {
                                <Button icon=icons::USER_ADD busy=taking.busy() on_press=take>
                                    {t!("doctors-take-in")}
                                </Button>
                            }
                                .into_any()
                        }
                    }}
                }
            }
        >
            <Wrong of=taking />
        </Line>
    }
}
