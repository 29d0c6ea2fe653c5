//! Giving somebody a name: it stays in the own vault of whoever gives it.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Dialog, Field, Look},
    speech::t,
};
use chartkey_flows::{Failure, Person, vault};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// Asks for a name, and keeps it.
#[component]
pub(crate) fn Naming(
    /// Whether it is asked for.
    open: RwSignal<bool>,
    /// Who is named.
    who: Signal<Option<Account>>,
    /// The question.
    title: Signal<String>,
    /// Who learns the name.
    lead: Signal<String>,
    /// What is written.
    label: Signal<String>,
    /// What the browser may fill in.
    #[prop(default = "off")]
    fills: &'static str,
) -> impl IntoView {
    let hand = hand();
    let name = RwSignal::new(String::new());
    let saving = doing();
    Effect::new(move |_| {
        if open.get() {
            let known = untrack(|| who.get().and_then(|who| hand.known_name(who)));
            name.set(known.unwrap_or_default());
        }
    });
    let press = move || {
        let (Some(who), called) = (who.get_untracked(), name.get_untracked()) else { return };
        saving.start(async move {
            hand.change(async move |person: &mut Person| vault::call(person, who, &called).await).await?;
            let _ = open.try_set(false);
            Ok::<(), Failure>(())
        });
    };
    let off = Signal::derive(move || name.with(|name| name.trim().is_empty()));
    view! {
        <Dialog open=open title=title lead=lead>
            <form class="stack" on:submit=move |event| event.prevent_default()>
                <Field label=label fills=fills value=name />
                <Wrong of=saving />
                <div class="btns">
                    <Button look=Look::Main sends=true busy=saving.busy() off=off on_press=press>
                        {t!("own-name-keep")}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
