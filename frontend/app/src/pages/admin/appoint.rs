//! Giving an office, and taking it away: the council is asked.

use super::chamber::vote;
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::shared::Confirm,
    parts::{Button, Icon, Section, Sheet, Whom, account_in},
    speech::{say, t},
};
use chartkey_vocabulary::{Account, Motion, Office};
use leptos::prelude::*;

/// Asks for an account, and the council to give it an office.
#[component]
pub(super) fn Appoint(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// What it means.
    #[prop(into)]
    note: Signal<String>,
    /// Whose account is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The drawing on the button.
    icon: Icon,
    /// Which office.
    #[prop(into)]
    office: Signal<Office>,
    /// What is chosen before the account.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let whom = RwSignal::new(String::new());
    let account = Memo::new(move |_| whom.with(|text| account_in(text)));
    let press = move || {
        let Some(account) = account.get_untracked() else { return };
        voting.start(async move {
            vote(hand, Motion::Appoint(account, office.get_untracked())).await?;
            drop(whom.try_set(String::new()));
            Ok(())
        });
    };
    view! {
        <Section title=title>
            <Sheet>
                <p class="small soft">{note}</p>
                {children.map(|children| children())}
                <Whom label=label value=whom />
                <Wrong of=voting />
                <div class="row end">
                    <Button
                        icon=icon
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
        <Confirm
            open=open
            title=move || say!("admins-dismiss-title", name = hand.name_of(who))
            note=t!("admins-dismiss-lead")
            yes=t!("admins-dismiss-vote")
            doing=voting
            on_yes=press
        />
    }
}
