//! A reason, chosen from the list before the council is asked: free text would end in gossip on a public chain.

use super::chamber::vote;
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Dialog, Look, Note, Pick, Tone},
    speech::t,
    words,
};
use chartkey_vocabulary::{Motion, Reason};
use leptos::prelude::*;

/// Every reason there is.
const REASONS: [Reason; 7] = [
    Reason::LicenceNotFound,
    Reason::LicenceEnded,
    Reason::IdentityUnclear,
    Reason::Incomplete,
    Reason::UnderReview,
    Reason::Misconduct,
    Reason::OnRequest,
];

/// Asks for a reason and votes for what becomes of it.
#[component]
pub(super) fn WhyDialog<M>(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is proposed.
    #[prop(into)]
    title: Signal<String>,
    /// What it means for whom it is about.
    #[prop(into)]
    lead: Signal<String>,
    /// The motion of a reason.
    motion: M,
) -> impl IntoView
where
    M: Fn(Reason) -> Motion + Copy + Send + Sync + 'static,
{
    let (hand, voting) = (hand(), doing());
    let reason = RwSignal::new(Reason::Incomplete);
    let press = move || {
        voting.start(async move {
            vote(hand, motion(reason.get_untracked())).await?;
            let _ = open.try_set(false);
            Ok(())
        });
    };
    let reasons = Signal::derive(|| REASONS.map(|reason| (reason, words::reason(reason))).to_vec());
    view! {
        <Dialog open=open title=title lead=lead>
            <Pick label=t!("why-reason") options=reasons value=reason />
            <Note tone=Tone::Plain>{t!("why-public")}</Note>
            <Wrong of=voting />
            <div class="btns end">
                <Button look=Look::Quiet on_press=move || open.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Grave busy=voting.busy() on_press=press>
                    {t!("why-vote")}
                </Button>
            </div>
        </Dialog>
    }
}
