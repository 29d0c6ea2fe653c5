//! What stands between somebody and a page: whatever is missing is drawn in its place, and the page comes after it.

use super::{
    trouble::{Away, Elsewhere},
    unlock::Opening,
    wallets::Wallets,
};
use crate::{
    ask::{Wrong, doing},
    hand::{Stage, hand},
    parts::{Bones, Button, Empty, Go, Look, Note, Tone, icons},
    places::Place,
    speech::{say, t},
};
use leptos::prelude::*;

/// Draws its children once somebody has come as far as they need: signed in (`Newcomer`), known (`Locked`), or with the
/// vault open, which is what most pages need.
#[component]
pub(crate) fn Door(
    /// How far.
    #[prop(default = Stage::Open)]
    need: Stage,
    children: ChildrenFn,
) -> impl IntoView {
    let hand = hand();
    // What is drawn changes only when something else is missing: a page is not made anew because its owner went further
    // than it needs, and the wallets stay in view while one of them is asked.
    let missing = Memo::new(move |_| match hand.stage() {
        stage if stage >= need => None,
        Stage::SigningIn => Some(Stage::Visiting),
        stage => Some(stage),
    });
    move || match missing.get() {
        None => children().into_any(),
        Some(stage) => instead(stage),
    }
}

fn instead(stage: Stage) -> AnyView {
    match stage {
        Stage::Arriving => view! { <Bones awaited=t!("door-arriving") /> }.into_any(),
        Stage::Offline => view! { <Away /> }.into_any(),
        Stage::WrongNetwork => view! { <Elsewhere /> }.into_any(),
        Stage::Newcomer => view! {
            <Empty icon=icons::USER_ADD title=t!("door-newcomer") note=t!("door-newcomer-note")>
                <div class="row wrap center">
                    <Go to=Place::Join look=Look::Main>
                        {t!("door-join")}
                    </Go>
                    <Go to=Place::Apply>{t!("door-apply")}</Go>
                </div>
            </Empty>
        }
        .into_any(),
        Stage::Locked => view! { <Opening /> }.into_any(),
        _ => view! { <Wallets /> }.into_any(),
    }
}

/// A line at the top of every page while the session has ended but the vault is still open, or is about to lock.
#[component]
pub(crate) fn Ended() -> impl IntoView {
    let hand = hand();
    let renewing = doing();
    let now = RwSignal::new(crate::ground::clock::now());
    let beat =
        set_interval_with_handle(move || now.set(crate::ground::clock::now()), std::time::Duration::from_secs(1));
    on_cleanup(move || {
        if let Ok(beat) = beat {
            beat.clear();
        }
    });
    let soon = Memo::new(move |_| hand.locks_soon(now.get()));
    let warns = Memo::new(move |_| soon.get().is_some());
    view! {
        {move || {
            (hand.has_ended() && hand.stage() > Stage::SigningIn)
                .then(|| {
                    view! {
                        <div role="alert">
                            <Note tone=Tone::Doubt>
                                <div class="row between wrap">
                                    <span>{t!("session-ended")}</span>
                                    <Button busy=renewing.busy() on_press=move || renewing.start(hand.renew())>
                                        {t!("session-renew")}
                                    </Button>
                                </div>
                                <Wrong of=renewing />
                            </Note>
                        </div>
                    }
                })
        }}
        {move || {
            warns
                .get()
                .then(|| {
                    view! {
                        <div role="alert">
                            <Note icon=icons::LOCK>
                                <div class="row between wrap">
                                    <span>{move || say!("lock-soon", seconds = soon.get().unwrap_or_default())}</span>
                                    <Button on_press=move || hand.touched()>{t!("lock-stay")}</Button>
                                </div>
                            </Note>
                        </div>
                    }
                })
        }}
    }
}
