//! A professional applies: the entry, the vault, the licence with its one-time code, and the council's answer.

mod again;
mod code;
mod council;
mod form;
mod licence;
mod suspended;
mod vault;

use self::{again::Rejected, council::Waits, licence::Licence, suspended::Suspended, vault::Begin};
use crate::{
    hand::{First, Stage, hand},
    pages::hand::{CodeSheet, Door},
    parts::{Bones, Empty, Go, Look, Note, Page, Sheet, StepState, Steps, Tone, icons},
    places::{Place, home},
    speech::{say, t},
    words,
};
use chartkey_vocabulary::{Role, Standing};
use leptos::prelude::*;

/// How far somebody has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Says who they are, and chooses a passphrase.
    Entry,
    /// It is being made.
    UnderWay,
    /// The recovery code is kept on paper.
    Paper,
    /// The licence's number, and the code.
    Licence,
    /// The council has its turn.
    Council,
    /// They may act.
    Approved,
    /// The council said no.
    Rejected,
    /// They may not act for now.
    Suspended,
    /// The account is something else already.
    Other(Role),
}

/// A professional applies.
#[component]
pub(crate) fn Apply() -> impl IntoView {
    let hand = hand();
    let first = hand.first();
    let step = Memo::new(move |_| match (first.get(), hand.member()) {
        (First::Code(_), _) => Step::Paper,
        (First::Making, Some(_)) => Step::UnderWay,
        (_, None) => Step::Entry,
        (_, Some(member)) => match (member.who.role, member.who.standing) {
            (role, _) if !role.is_professional() => Step::Other(role),
            (_, Standing::Pending) if member.licence.is_none() => Step::Licence,
            (_, Standing::Pending) => Step::Council,
            (_, Standing::Active) => Step::Approved,
            (_, Standing::Rejected) => Step::Rejected,
            (_, Standing::Suspended) => Step::Suspended,
        },
    });
    view! {
        <Page title=t!("place-apply") lead=t!("apply-lead").signal()>
            <Door need=Stage::Newcomer>
                <Way step=step />
                {move || match step.get() {
                    Step::Entry => view! { <Begin /> }.into_any(),
                    Step::UnderWay => view! { <Bones awaited=t!("join-under-way").signal() /> }.into_any(),
                    Step::Paper => {
                        let First::Code(words) = first.get_untracked() else { return ().into_any() };
                        view! { <CodeSheet code=words done=move || first.set(First::No) /> }.into_any()
                    }
                    Step::Licence => view! { <Licence /> }.into_any(),
                    Step::Council => view! { <Waits /> }.into_any(),
                    Step::Approved => view! { <Approved /> }.into_any(),
                    Step::Rejected => view! { <Rejected /> }.into_any(),
                    Step::Suspended => view! { <Suspended /> }.into_any(),
                    Step::Other(role) => view! { <Other role=role /> }.into_any(),
                }}
            </Door>
        </Page>
    }
}

/// The four steps, and which of them it is.
#[component]
fn Way(step: Memo<Step>) -> impl IntoView {
    let names = vec![
        t!("apply-step-entry").signal(),
        t!("apply-step-code").signal(),
        t!("apply-step-licence").signal(),
        t!("apply-step-council").signal(),
    ];
    let at = Signal::derive(move || match step.get() {
        Step::Entry | Step::UnderWay | Step::Other(_) => StepState::At(0),
        Step::Paper => StepState::At(1),
        Step::Licence => StepState::At(2),
        Step::Council => StepState::At(3),
        Step::Rejected | Step::Suspended => StepState::FailedAt(3),
        Step::Approved => StepState::Done,
    });
    let any = move || !matches!(step.get(), Step::Other(_));
    move || any().then(|| view! { <Steps names=names.clone() at=at /> })
}

#[component]
fn Approved() -> impl IntoView {
    let hand = hand();
    let start = move || home(hand.role());
    view! {
        <Sheet>
            <Note tone=Tone::Good>
                <strong>{t!("apply-approved")}</strong>
                " "
                {t!("apply-approved-note")}
            </Note>
            <div class="row end">
                {move || {
                    view! {
                        <Go to=start() look=Look::Main icon=icons::CHECK>
                            {t!("apply-begin")}
                        </Go>
                    }
                }}
            </div>
        </Sheet>
    }
}

/// An account has one role, so that nobody sits on two chairs.
#[component]
fn Other(role: Role) -> impl IntoView {
    view! {
        <Empty
            icon=icons::ACCOUNT
            title=move || say!("apply-other", role = words::role(role))
            note=t!("apply-other-note").signal()
        >
            <Go to=home(Some(role)) look=Look::Main>
                {t!("apply-other-home")}
            </Go>
            <Go to=Place::Help>{t!("place-help")}</Go>
        </Empty>
    }
}
