//! Choosing who reads: a machine is given a key like everybody else, to one record, for a day.

use crate::{
    ask::{Told, Wrong, asked, doing},
    hand::hand,
    parts::{Button, Look, Note, Sheet, Tick, Tone, icons, toast},
    speech::{say, t},
};
use chartkey_flows::jobs;
use chartkey_vocabulary::{Account, DAY, RecordId};
use leptos::prelude::*;

/// Reading services to choose from; several read for agreement.
#[component]
pub(super) fn Readers(chosen: RwSignal<Vec<Account>>) -> impl IntoView {
    let hand = hand();
    let workers = asked(move || async move { jobs::workers(hand.person().await?.signed_in()).await });
    let tick = move |worker: Account| {
        let value = RwSignal::new(chosen.with_untracked(|chosen| chosen.contains(&worker)));
        Effect::new(move |_| {
            let on = value.get();
            chosen.update(|chosen| {
                chosen.retain(|other| *other != worker);
                if on {
                    chosen.push(worker);
                }
            });
        });
        view! { <Tick value=value>{move || say!("reading-by", who = hand.name_of(worker))}</Tick> }
    };
    view! {
        <Told of=workers awaited=t!("reading-awaited") lines=1 let:workers>
            {if workers.is_empty() {
                view! { <Note tone=Tone::Plain>{t!("reading-nobody")}</Note> }.into_any()
            } else {
                let ticks = workers.iter().copied().map(tick).collect_view();
                view! {
                    <Sheet tone=Tone::Machine>
                        <p class="small">{t!("reading-note")}</p>
                        {ticks}
                    </Sheet>
                }
                    .into_any()
            }}
        </Told>
    }
}

/// Has a record read: for a dialog.
#[component]
pub(super) fn AskReading(record: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let chosen = RwSignal::new(Vec::<Account>::new());
    let asking = doing();
    let press = move || {
        let workers = chosen.get_untracked();
        asking.start(async move {
            let _row = hand.desk().in_a_row(None);
            jobs::ask(&*hand.person().await?, record, &workers, DAY).await?;
            toast(say!("reading-asked"));
            hand.stir();
            let _ = open.try_set(false);
            Ok(())
        });
    };
    let off = Signal::derive(move || chosen.with(Vec::is_empty));
    view! {
        <div class="stack">
            <Readers chosen=chosen />
            <Wrong of=asking />
            <div class="btns end">
                <Button look=Look::Main icon=icons::CPU busy=asking.busy() off=off on_press=press>
                    {t!("reading-ask")}
                </Button>
            </div>
        </div>
    }
}
