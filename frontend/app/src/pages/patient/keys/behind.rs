//! Sealing anew, as it is told: after a key was withdrawn, and when that was cut short.

use crate::{
    ask::{Asked, Wrong, doing},
    hand::hand,
    parts::{Button, Look, Note, Progress, Sheet, Tone, icons, toast},
    speech::{key, say, say_key, t},
};
use chartkey_flows::{Failure, Stage, rekey};
use chartkey_vocabulary::{Account, RecordId};
use leptos::prelude::*;

/// How far sealing anew is. Cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Seals {
    stage: RwSignal<Option<Stage>>,
    /// How many were sealed and uploaded so far.
    done: RwSignal<usize>,
}

impl Seals {
    /// Nothing was sealed yet.
    pub(in super::super) fn new() -> Self {
        Self { stage: RwSignal::new(None), done: RwSignal::new(0) }
    }
}

/// Takes down how far it is; the page that shows it may be gone.
pub(in super::super) fn meter(seals: Seals) -> impl FnMut(Stage) {
    let mut was_uploading = false;
    move |stage| {
        let uploading = matches!(stage, Stage::Uploading { .. });
        if was_uploading && !uploading {
            let _ = seals.done.try_update(|done| *done += 1);
        }
        was_uploading = uploading;
        let _ = seals.stage.try_set(Some(stage));
    }
}

/// The bar while it is done.
#[component]
pub(in super::super) fn Resealing(
    /// How far it is.
    seals: Seals,
) -> impl IntoView {
    let bytes = move || match seals.stage.get() {
        Some(Stage::Sealing { done, size } | Stage::Uploading { done, size } | Stage::Opening { done, size }) => {
            (done, size)
        }
        Some(Stage::Telling) | None => (0, 0),
    };
    let label = move || {
        let key = match seals.stage.get() {
            None => key!("seal-waiting"),
            Some(Stage::Opening { .. }) => key!("seal-opening"),
            Some(Stage::Sealing { .. }) => key!("seal-sealing"),
            Some(Stage::Uploading { .. }) => key!("seal-uploading"),
            Some(Stage::Telling) => key!("seal-telling"),
        };
        say_key(key, &[])
    };
    view! {
        <div class="stack tight">
            <Progress
                label=label
                done=Signal::derive(move || bytes().0)
                size=Signal::derive(move || bytes().1)
            />
            <p class="small soft" role="status">
                {move || say!("seal-count", count = seals.done.get())}
            </p>
        </div>
    }
}

/// Records that still have to be sealed anew, and the one thing to do about it; nothing when there are none.
#[component]
pub(in super::super) fn Behind(
    /// Which records wait.
    waiting: Asked<Vec<(RecordId, u16)>>,
    /// Whose.
    #[prop(into)]
    whose: Signal<Option<Account>>,
) -> impl IntoView {
    let hand = hand();
    let (sealing, seals) = (doing(), Seals::new());
    let press = move || {
        sealing.start(async move {
            let person = hand.person().await?;
            let patient = whose.get_untracked().ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            let _row = hand.desk().in_a_row(None);
            let done = rekey::behind(&person, patient, &mut meter(seals)).await?;
            toast(say!("seal-done", count = done.versions.len()));
            Ok(())
        });
    };
    move || {
        let count = waiting.read(Vec::len).unwrap_or_default();
        (count > 0 || sealing.busy().get()).then(|| {
            view! {
                <Sheet tone=Tone::Doubt>
                    <div>
                        <h2 class="small">{move || say!("behind-title", count = count)}</h2>
                        <p class="small soft">{t!("behind-note")}</p>
                    </div>
                    {move || sealing.busy().get().then(|| view! { <Resealing seals=seals /> })}
                    <Wrong of=sealing />
                    <div class="btns">
                        <Button look=Look::Main icon=icons::LOCK busy=sealing.busy() on_press=press>
                            {t!("behind-do")}
                        </Button>
                    </div>
                    <Note>{t!("withdraw-honest")}</Note>
                </Sheet>
            }
        })
    }
}
