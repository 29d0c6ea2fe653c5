//! The council: who is on it, how many must agree, and what it votes on.

use super::{
    appoint::{Appoint, Dismiss},
    chamber::{Chamber, NoRecords, OpenMotion, chamber, vote},
};
use crate::{
    ask::{Wrong, asked, doing},
    hand::hand,
    pages::shared::Still,
    parts::{
        Button, Columns, Empty, Face, Line, List, Look, Note, Page, Pick, Section, Sheet, Tag, Tone, Wide, icons,
        listed,
    },
    speech::{say, t},
};
use chartkey_vocabulary::{Account, Council, Motion, Office};
use leptos::prelude::*;

/// The council.
#[component]
pub(crate) fn Admins() -> impl IntoView {
    let hand = hand();
    let council = asked(move || chamber(hand));
    view! {
        <Page title=t!("place-admins") lead=t!("admins-lead").signal()>
            <NoRecords />
            <Still
                of=council
                awaited=t!("admins-awaited").signal()
                lines=5
                children=|chamber| {
                    let Chamber { council, open } = chamber;
                    let quorum = council.quorum;
                    view! {
                        <Section title=t!("admins-open")>
                            {listed(
                                open.into_iter().map(|row| view! { <OpenMotion row=row quorum=quorum /> }),
                                || view! { <Empty icon=icons::VOTE title=t!("admins-open-none") /> },
                            )}
                        </Section>
                        <Columns wide=Wide::Even>
                            <Members council=council.clone() />
                            <div class="stack loose">
                                <Quorum council=council />
                                <Appoint
                                    title=t!("admins-appoint")
                                    note=t!("admins-appoint-note")
                                    label=t!("admins-appoint-whom")
                                    icon=icons::USER_ADD
                                    office=Office::Admin
                                />
                            </div>
                        </Columns>
                    }
                }
            />
        </Page>
    }
}

#[component]
fn Members(council: Council) -> impl IntoView {
    let alone = council.admins.len() <= usize::from(council.quorum);
    view! {
        <Section title=t!("admins-members")>
            <List>
                {council.admins.into_iter().map(|admin| view! { <Member admin=admin needed=alone /> }).collect_view()}
            </List>
        </Section>
    }
}

#[component]
fn Member(
    admin: Account,
    /// Without them too few would be left to agree.
    needed: bool,
) -> impl IntoView {
    let hand = hand();
    let asking = RwSignal::new(false);
    let name = Signal::derive(move || hand.name_of(admin));
    let mine = Memo::new(move |_| hand.me() == Some(admin));
    view! {
        <Line
            title=name
            mark=move || view! { <Face name=name /> }
            after=move || {
                view! {
                    {move || match mine.get() {
                        true => view! { <Tag>{t!("you")}</Tag> }.into_any(),
                        false if needed => ().into_any(),
                        false => {
                            view! {
                                <Button look=Look::Quiet on_press=move || asking.set(true)>
                                    {t!("admins-dismiss")}
                                </Button>
                            }
                                .into_any()
                        }
                    }}
                }
            }
        >
            <Dismiss open=asking who=admin />
        </Line>
    }
}

/// How many must agree.
#[component]
fn Quorum(council: Council) -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let Council { admins, quorum } = council;
    let wanted = RwSignal::new(quorum);
    let most = admins.len() as u8;
    let options = Signal::derive(move || {
        (1..=most).map(|count| (count, say!("admins-quorum", count = count))).collect::<Vec<_>>()
    });
    let off = Signal::derive(move || wanted.get() == quorum);
    let press = move || voting.start(vote(hand, Motion::Quorum(wanted.get_untracked())));
    view! {
        <Section title=t!("admins-quorum-title")>
            <Sheet>
                <p>{t!("admins-quorum-now", count = quorum, admins = most)}</p>
                <Pick label=t!("admins-quorum-new") options=options value=wanted />
                {move || (wanted.get() == 1).then(|| view! { <Note tone=Tone::Doubt>{t!("admins-quorum-one")}</Note> })}
                <Wrong of=voting />
                <div class="row end">
                    <Button busy=voting.busy() off=off on_press=press>
                        {t!("admins-quorum-vote")}
                    </Button>
                </div>
            </Sheet>
        </Section>
    }
}
