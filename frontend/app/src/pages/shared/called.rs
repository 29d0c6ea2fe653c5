//! What somebody at work calls a patient: a patient is in no directory, and Chartkey tells nobody's name.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Dialog, Field, Look, Note, Tone, icons},
    speech::t,
};
use chartkey_flows::{Failure, Person, vault};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// Asks for a name while there is none, and offers to change it afterwards.
#[component]
pub(crate) fn Called(
    /// Who is called.
    patient: Account,
) -> impl IntoView {
    let hand = hand();
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let saving = doing();
    // While the vault is changed nobody's name is known; what was shown stays until it is.
    let known = Memo::new(move |before: Option<&Option<String>>| match hand.person_now() {
        Some(_) => hand.known_name(patient),
        None => before.cloned().flatten(),
    });
    let ask = move || {
        name.set(known.get_untracked().unwrap_or_default());
        open.set(true);
    };
    let press = move || {
        let called = name.get_untracked();
        saving.start(async move {
            hand.change(async move |person: &mut Person| vault::call(person, patient, &called).await).await?;
            let _ = open.try_set(false);
            Ok::<(), Failure>(())
        });
    };
    let off = Signal::derive(move || name.with(|name| name.trim().is_empty()));
    view! {
        {move || {
            if known.with(Option::is_some) {
                view! {
                    <div class="row">
                        <Button look=Look::Quiet icon=icons::PENCIL on_press=ask>
                            {t!("called-other")}
                        </Button>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <Note tone=Tone::Key icon=icons::USER>
                        <div class="row between wrap">
                            <span>{t!("called-note")}</span>
                            <Button on_press=ask>{t!("called-say")}</Button>
                        </div>
                    </Note>
                }
                    .into_any()
            }
        }}
        <Dialog open=open title=t!("called-title") lead=t!("called-note").signal()>
            <form class="stack" on:submit=move |event| event.prevent_default()>
                <Field label=t!("called-field") value=name />
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
