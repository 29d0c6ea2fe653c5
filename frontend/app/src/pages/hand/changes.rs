//! What is changed in the vault, each in a dialog.

use super::{
    code::CodeSheet,
    passphrase::{NewPassphrase, is_good},
};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Look, toast},
    speech::{say, t},
};
use chartkey_flows::{Person, recovery, sign_up, vault};
use chartkey_vault::{DoorId, Effort, entropy};
use leptos::prelude::*;
use zeroize::Zeroizing;

#[component]
pub(super) fn ChangePassphrase(open: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let (one, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let setting = doing();
    let press = move || {
        let passphrase = Zeroizing::new(one.get_untracked());
        setting.start(async move {
            crate::ground::clock::pause(30).await;
            let set =
                async move |person: &mut Person| recovery::set_passphrase(person, &passphrase, Effort::STANDARD).await;
            hand.change(set).await?;
            toast(say!("passphrase-changed"));
            let _ = open.try_set(false);
            Ok(())
        });
    };
    let off = Signal::derive(move || !one.with(|one| other.with(|other| is_good(one, other))));
    view! {
        <form class="stack" on:submit=move |event| event.prevent_default()>
            <NewPassphrase one=one other=other />
            <Wrong of=setting />
            <div class="row end">
                <Button look=Look::Main sends=true busy=setting.busy() off=off on_press=press>
                    {t!("passphrase-set")}
                </Button>
            </div>
        </form>
    }
}

#[component]
pub(super) fn PrintCode(open: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let code = RwSignal::new(None::<Zeroizing<String>>);
    let making = doing();
    let press = move || {
        making.start(async move {
            let words = hand.change(async |person| recovery::print_code(person).await).await?;
            drop(code.try_set(Some(words)));
            Ok(())
        });
    };
    view! {
        {move || match code.get() {
            Some(words) => view! { <CodeSheet code=words done=move || open.set(false) /> }.into_any(),
            None => {
                view! {
                    <div class="stack">
                        <p>{t!("code-note")}</p>
                        <Wrong of=making />
                        <div class="row end">
                            <Button look=Look::Main busy=making.busy() on_press=press>
                                {t!("code-make")}
                            </Button>
                        </div>
                    </div>
                }
                    .into_any()
            }
        }}
    }
}

#[component]
pub(super) fn Rotate(open: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let turning = doing();
    let press = move || {
        turning.start(async move {
            hand.change(async |person| sign_up::rotate(person).await).await?;
            toast(say!("vault-rotated"));
            let _ = open.try_set(false);
            Ok(())
        });
    };
    view! {
        <div class="stack">
            <p>{t!("vault-rotate-more")}</p>
            <Wrong of=turning />
            <div class="row end">
                <Button look=Look::Main busy=turning.busy() on_press=press>
                    {t!("vault-rotate")}
                </Button>
            </div>
        </div>
    }
}

#[component]
pub(super) fn Remove(door: DoorId, open: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let removing = doing();
    let press = move || {
        removing.start(async move {
            let remove = async move |person: &mut Person| {
                vault::change(person, |vault| Ok(vault.remove_door(&mut entropy(), door)?)).await
            };
            hand.change(remove).await?;
            let _ = open.try_set(false);
            Ok(())
        });
    };
    view! {
        <div class="stack">
            <p>{t!("door-remove-note")}</p>
            <Wrong of=removing />
            <div class="row end">
                <Button look=Look::Grave busy=removing.busy() on_press=press>
                    {t!("door-remove")}
                </Button>
            </div>
        </div>
    }
}
