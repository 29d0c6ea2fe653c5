//! The council: who is on it, how many must agree, and what it votes on.

use super::chamber::{Chamber, NoRecords, OpenMotion, chamber, vote};
use crate::{
    ask::{Wrong, asked, doing},
    hand::hand,
    pages::shared::Still,
    parts::{
        Button, Columns, Dialog, Empty, Face, Line, List, Look, Note, Page, Pick, Section, Sheet, Tag, Tone, Whom,
        Wide, account_in, icons,
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
        <Page title=t!("place-admins") lead=Signal::derive(t!("admins-lead"))>
            <NoRecords />
            <Still
                of=council
                awaited=Signal::derive(t!("admins-awaited"))
                lines=5
                children=|chamber| {
                    let Chamber { council, open } = chamber;
                    let quorum = council.quorum;
                    view! {
                        <Section title=t!("admins-open")>
                            {if open.is_empty() {
                                view! { <Empty icon=icons::VOTE title=t!("admins-open-none") /> }.into_any()
                            } else {
                                view! {
                                    <List>
                                        {open
                                            .into_iter()
                                            .map(|row| view! { <OpenMotion row=row quorum=quorum /> })
                                            .collect_view()}
                                    </List>
                                }
                                    .into_any()
                            }}
                        </Section>
                        <Columns wide=Wide::Even>
                            <Members council=council.clone() />
                            <div class="stack loose">
                                <Quorum council=council />
                                <Appoint />
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

/// Asks before the council is asked to take an office away.
#[component]
pub(super) fn Dismiss(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whose office.
    who: Account,
) -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let press = move || {
        voting.start(async move {
            vote(hand, Motion::Dismiss(who)).await?;
            let _ = open.try_set(false);
            Ok(())
        });
    };
    view! {
        <Dialog
            open=open
            title=move || say!("admins-dismiss-title", name = hand.name_of(who))
            lead=t!("admins-dismiss-lead")
        >
            <Wrong of=voting />
            <div class="btns end">
                <Button look=Look::Quiet on_press=move || open.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Grave busy=voting.busy() on_press=press>
                    {t!("admins-dismiss-vote")}
                </Button>
            </div>
        </Dialog>
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

#[component]
fn Appoint() -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let whom = RwSignal::new(String::new());
    let account = Memo::new(move |_| whom.with(|text| account_in(text)));
    let press = move || {
        let Some(account) = account.get_untracked() else { return };
        voting.start(async move {
            vote(hand, Motion::Appoint(account, Office::Admin)).await?;
            drop(whom.try_set(String::new()));
            Ok(())
        });
    };
    view! {
        <Section title=t!("admins-appoint")>
            <Sheet>
                <p class="small soft">{t!("admins-appoint-note")}</p>
                <Whom label=t!("admins-appoint-whom") value=whom />
                <Wrong of=voting />
                <div class="row end">
                    <Button
                        icon=icons::USER_ADD
                        busy=voting.busy()
                        off=Signal::derive(move || account.get().is_none())
                        on_press=press
                    >
                        {t!("admins-appoint-vote")}
                    </Button>
                </div>
            </Sheet>
        </Section>
    }
}
