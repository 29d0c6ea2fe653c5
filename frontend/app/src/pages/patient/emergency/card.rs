//! Which record is the card, and who keeps its key.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::{
        patient::{
            add::card_path,
            gently::session,
            keys::{RecordPick, Who},
        },
        shared::Confirm,
    },
    parts::{Button, Empty, I, Line, List, Look, Note, Sheet, icons, toast},
    places::{Place, View},
    speech::{say, t},
};
use chartkey_flows::{Failure, emergency};
use chartkey_vocabulary::{Account, Kind, RecordId};
use leptos::prelude::*;

/// The card that is kept.
#[component]
pub(super) fn Kept(patient: Account, record: RecordId, custodians: Vec<Account>) -> impl IntoView {
    let hand = hand();
    let (changing, dropping) = (RwSignal::new(false), RwSignal::new(false));
    let drop_it = doing();
    let press = move || {
        drop_it.start(async move {
            emergency::drop_card(&session(hand)?, patient).await?;
            toast(say!("card-dropped"));
            let _ = dropping.try_set(false);
            Ok(())
        });
    };
    let mark = || view! { <span class="kind"><I of=icons::SIREN /></span> };
    let custodian = move |account: Account| {
        view! {
            <li class="row">
                <Who account=account />
                <span>{move || hand.name_of(account)}</span>
            </li>
        }
    };
    view! {
        <List>
            <Line
                title=move || hand.title_of(record, Kind::Other)
                note=t!("card-is-ready").signal()
                mark=mark
                to=Place::Record(record, View::Read)
            />
        </List>
        <Sheet>
            <div>
                <h3>{t!("card-custodians")}</h3>
                <p class="small soft">{t!("card-custodians-note")}</p>
            </div>
            <ul class="stack tight plain">{custodians.into_iter().map(custodian).collect_view()}</ul>
            <div class="btns">
                <Button on_press=move || changing.update(|open| *open = !*open)>{t!("card-change")}</Button>
                <Button look=Look::Danger on_press=move || dropping.set(true)>
                    {t!("card-drop")}
                </Button>
            </div>
        </Sheet>
        {move || changing.get().then(|| view! { <Choose /> })}
        <Confirm
            open=dropping
            title=t!("card-drop-title")
            note=t!("card-drop-note")
            yes=t!("card-drop-yes")
            doing=drop_it
            on_yes=press
        />
    }
}

/// None is kept.
#[component]
pub(super) fn Keep() -> impl IntoView {
    view! {
        <Empty icon=icons::SIREN title=t!("card-none") note=t!("card-none-note").signal() />
        <Choose />
    }
}

/// Chooses the record that is the card from now on.
#[component]
fn Choose() -> impl IntoView {
    let hand = hand();
    let chosen = RwSignal::new(Vec::<RecordId>::new());
    let keeping = doing();
    let press = move || {
        let Some(record) = chosen.with_untracked(|chosen| chosen.first().copied()) else { return };
        keeping.start(async move {
            emergency::keep(&*hand.person().await?, record).await?;
            toast(say!("card-kept"));
            hand.stir();
            Ok::<(), Failure>(())
        });
    };
    view! {
        <Sheet>
            <RecordPick legend=t!("card-choose") value=chosen most=1 />
            <Note>{t!("card-what")}</Note>
            <Wrong of=keeping />
            <div class="btns">
                <Button
                    look=Look::Main
                    busy=keeping.busy()
                    off=Signal::derive(move || chosen.with(Vec::is_empty))
                    on_press=press
                >
                    {t!("card-keep")}
                </Button>
                <a class="btn" href=card_path()>
                    <I of=icons::PENCIL />
                    <span>{t!("card-add")}</span>
                </a>
            </div>
            {move || {
                keeping.busy().get().then(|| view! { <p class="small soft" role="status">{say!("card-keeping")}</p> })
            }}
        </Sheet>
    }
}
