//! Making somebody a guardian: whom, what they are called, and what they will see.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Field, I, Look, Note, Scan, Tone, Whom, account_in, icons, toast},
    speech::{say, t},
};
use chartkey_flows::{Failure, guardian, vault};
use leptos::prelude::*;

/// Letters of what somebody is called, at most.
const NAME: usize = 120;

/// Makes somebody a guardian of the signed-in patient.
#[component]
pub(super) fn Appoint() -> impl IntoView {
    let hand = hand();
    let (text, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let appointing = doing();
    let found = Memo::new(move |_| text.with(|text| account_in(text)));
    let off = Signal::derive(move || found.get().is_none_or(|account| hand.me() == Some(account)));
    let press = move || {
        let Some(account) = found.get_untracked() else { return };
        let called: String = name.get_untracked().trim().chars().take(NAME).collect();
        appointing.start(async move {
            if !called.is_empty() {
                let name_it = async move |person: &mut chartkey_flows::Person| {
                    vault::change(person, |vault| {
                        vault.set_name(account, &called);
                        Ok(())
                    })
                    .await
                };
                hand.change(name_it).await?;
            }
            guardian::appoint(&*hand.person().await?, account).await?;
            toast(say!("guardian-appointed", name = hand.name_of(account)));
            let _ = text.try_set(String::new());
            let _ = name.try_set(String::new());
            Ok::<(), Failure>(())
        });
    };
    view! {
        <details class="sheet">
            <summary>{t!("guardian-appoint")} <I of=icons::CHEVRON_DOWN /></summary>
            <div class="stack">
                <Note tone=Tone::Doubt>{t!("guardian-appoint-note")}</Note>
                <Whom label=t!("guardian-account") value=text />
                <div class="btns">
                    <Scan label=t!("whom-scan") found=move |read| text.set(read) />
                </div>
                <Field label=t!("guardian-name") help=Signal::derive(t!("guardian-name-help")) value=name />
                {move || {
                    let own = found.get().is_some() && found.get() == hand.me();
                    own.then(|| view! { <p class="small soft" role="status">{t!("guardian-yourself")}</p> })
                }}
                <Wrong of=appointing />
                <div class="btns">
                    <Button
                        look=Look::Main
                        icon=icons::SHIELD_USER
                        busy=appointing.busy()
                        off=off
                        on_press=press
                    >
                        {t!("guardian-appoint-yes")}
                    </Button>
                </div>
                {move || {
                    appointing.busy().get().then(|| view! { <p class="small soft" role="status">{t!("give-wrapping")}</p> })
                }}
            </div>
        </details>
    }
}
