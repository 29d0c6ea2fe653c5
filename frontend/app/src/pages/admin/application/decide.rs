//! The decision: votes so far, and one's own.

use super::super::{
    chamber::{Chamber, OpenMotion, vote},
    why::WhyDialog,
};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, I, Line, List, Look, Note, Section, Sheet, Tag, Tone, Waiting, icons},
    places::Place,
    shell::counts,
    speech::{say, t},
    words,
};
use chartkey_flows::council;
use chartkey_vocabulary::{Account, Member, Motion, Standing};
use leptos::prelude::*;

/// Approve, turn down, and who has voted.
#[component]
pub(super) fn Decide(
    /// On whom.
    who: Account,
    /// As the chain has them.
    member: Member,
    /// The council.
    chamber: Chamber,
) -> impl IntoView {
    let open = chamber.about(who);
    let quorum = chamber.council.quorum;
    let standing = member.who.standing;
    let motions = open.clone();
    view! {
        <Section title=t!("application-decision")>
            {match standing {
                Standing::Pending => {
                    view! { <Choice who=who attested=member.licence.is_some() open=open quorum=quorum /> }.into_any()
                }
                Standing::Active => view! { <Note tone=Tone::Good>{t!("application-approved")}</Note> }.into_any(),
                Standing::Rejected => view! { <Note tone=Tone::Bad>{t!("application-rejected")}</Note> }.into_any(),
                Standing::Suspended => view! { <Note tone=Tone::Bad>{t!("application-suspended")}</Note> }.into_any(),
            }}
            {(!motions.is_empty())
                .then(|| {
                    view! {
                        <h3>{t!("application-votes")}</h3>
                        <List>
                            {motions
                                .into_iter()
                                .map(|row| view! { <OpenMotion row=row quorum=quorum /> })
                                .collect_view()}
                        </List>
                    }
                })}
            <Council chamber=chamber />
        </Section>
    }
}

#[component]
fn Choice(who: Account, attested: bool, open: Vec<chartkey_protocol::MotionRow>, quorum: u8) -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let rejecting = RwSignal::new(false);
    let me = untrack(|| hand.me());
    let yes = open.iter().find(|row| row.motion == Motion::Approve(who)).map(|row| row.yes.clone()).unwrap_or_default();
    let voted = me.is_some_and(|me| yes.contains(&me));
    let missing = usize::from(quorum).saturating_sub(yes.len());
    let counts = counts();
    let approve = move || {
        voting.start(async move {
            vote(hand, Motion::Approve(who)).await?;
            // How many are left is a courtesy: the vote stands without it.
            if let Ok(left) = council::applicants(&hand.session()?).await {
                counts.set(Place::Applications, left.len() as u32);
            }
            Ok(())
        });
    };
    let name = Signal::derive(move || hand.name_of(who));
    view! {
        <Sheet tone=Tone::Key>
            <p>{t!("application-question", name = name.get())}</p>
            <p class="small soft">{t!("application-missing", count = missing)}</p>
            {(!attested).then(|| view! { <Note tone=Tone::Doubt>{t!("application-not-yet")}</Note> })}
            <Wrong of=voting />
            {if voted {
                view! {
                    <Waiting title=t!("application-voted") note=t!("application-voted-note").signal() />
                }
                    .into_any()
            } else {
                view! {
                    <div class="btns">
                        <Button
                            look=Look::Main
                            icon=icons::CHECK
                            busy=voting.busy()
                            off=Signal::stored(!attested)
                            on_press=approve
                        >
                            {t!("application-approve")}
                        </Button>
                    </div>
                }
                    .into_any()
            }}
            <div class="row">
                <Button look=Look::Danger icon=icons::CROSS on_press=move || rejecting.set(true)>
                    {t!("application-reject")}
                </Button>
            </div>
        </Sheet>
        <WhyDialog
            open=rejecting
            title=move || say!("application-reject-title", name = name.get())
            lead=t!("application-reject-lead")
            motion=move |reason| Motion::Reject(who, reason)
        />
    }
}

/// Who is on the council.
#[component]
fn Council(chamber: Chamber) -> impl IntoView {
    let hand = hand();
    let line = move |admin: Account| {
        let name = Signal::derive(move || hand.name_of(admin));
        let mine = move || hand.me() == Some(admin);
        view! {
            <Line
                title=name
                note=move || words::role(chartkey_vocabulary::Role::Admin)
                after=move || mine().then(|| view! { <Tag>{t!("you")}</Tag> })
            />
        }
    };
    view! {
        <details>
            <summary>{t!("application-council")} <I of=icons::CHEVRON_DOWN /></summary>
            <List>{chamber.council.admins.into_iter().map(line).collect_view()}</List>
        </details>
    }
}
