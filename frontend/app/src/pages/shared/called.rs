//! What somebody at work calls a patient: a patient is in no directory, and Chartkey tells nobody's name.

use super::Naming;
use crate::{
    hand::hand,
    parts::{Button, Look, Note, Tone, icons},
    speech::t,
};
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
    // While the vault is changed nobody's name is known; what was shown stays until it is.
    let is_named = Memo::new(move |before: Option<&bool>| match hand.person_now() {
        Some(_) => hand.known_name(patient).is_some(),
        None => before.copied().unwrap_or_default(),
    });
    let ask = move || open.set(true);
    view! {
        {move || {
            if is_named.get() {
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
        <Naming
            open=open
            who=Signal::stored(Some(patient))
            title=t!("called-title").signal()
            lead=t!("called-note").signal()
            label=t!("called-field").signal()
        />
    }
}
