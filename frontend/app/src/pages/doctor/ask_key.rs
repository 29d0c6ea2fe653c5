//! Ask a patient for a key: whom, for what, to which records, until when.

mod whom;
mod wish;

pub(super) use self::wish::{Lasts, Wish};

use self::{whom::Patient, wish::WishFields};
use super::patients::Waits;
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::shared::settled,
    parts::{Button, Columns, Fact, Facts, Look, Note, Page, Sheet, account_in, go, icons},
    places::Place,
    speech::{say, say_key, t},
    words,
};
use chartkey_flows::consent;
use chartkey_vocabulary::Terms;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Ask a patient for a key. A link may name the patient.
#[component]
pub(crate) fn AskKey() -> impl IntoView {
    let hand = hand();
    let asking = doing();
    let named = use_location().query.with_untracked(|query| query.get("patient")).unwrap_or_default();
    let (whom, wish) = (RwSignal::new(named), Wish::new());
    let patient = Memo::new(move |_| whom.with(|text| account_in(text)));
    let go = go();
    let ask = move || {
        let (Some(patient), Ok(terms)) = (patient.get_untracked(), wish.read_untracked()) else { return };
        let (purpose, go) = (wish.purpose.get_untracked(), go.clone());
        asking.start(async move {
            let person = hand.person().await?;
            consent::request(&person, patient, purpose, terms).await?;
            settled(hand, &person).await?;
            go(Place::Patients);
            Ok(())
        });
    };
    let off = Signal::derive(move || patient.get().is_none() || wish.read().is_err());
    view! {
        <Page title=t!("place-ask-key") lead=t!("ask-key-lead") back=Place::Patients>
            <Columns>
                <form class="stack loose" on:submit=move |event| event.prevent_default()>
                    <Sheet>
                        <h2>{t!("ask-key-whom")}</h2>
                        <Patient value=whom />
                    </Sheet>
                    <Sheet>
                        <h2>{t!("ask-key-what")}</h2>
                        <WishFields wish=wish />
                    </Sheet>
                    <Sheet>
                        <h2>{t!("ask-key-say")}</h2>
                        {move || match wish.read() {
                            Ok(terms) => view! { <Said wish=wish terms=terms patient=patient /> }.into_any(),
                            Err(key) => view! { <p class="soft">{move || say_key(key, &[])}</p> }.into_any(),
                        }}
                        <Note>{t!("ask-key-note")}</Note>
                        <Wrong of=asking />
                        <div class="btns">
                            <Button look=Look::Main icon=icons::SEND sends=true busy=asking.busy() off=off on_press=ask>
                                {t!("ask-key-do")}
                            </Button>
                        </div>
                    </Sheet>
                </form>
                <div class="stack loose">
                    <Waits />
                </div>
            </Columns>
        </Page>
    }
}

/// What the patient will read.
#[component]
fn Said(wish: Wish, terms: Terms, patient: Memo<Option<chartkey_vocabulary::Account>>) -> impl IntoView {
    let hand = hand();
    let Terms { scope, until, openings, may_write } = terms;
    view! {
        <Facts>
            <Fact of=t!("ask-key-by")>{move || hand.me().map(|me| hand.name_of(me))}</Fact>
            {move || {
                patient
                    .get()
                    .map(|patient| view! { <Fact of=t!("ask-key-whom")>{move || hand.name_of(patient)}</Fact> })
            }}
            <Fact of=t!("what")>{move || words::capital(&crate::act::scope(&scope))}</Fact>
            <Fact of=t!("why")>{move || words::purpose(wish.purpose.get())}</Fact>
            <Fact of=t!("until")>{move || words::full_day(until)}</Fact>
            {openings
                .map(|count| {
                    view! { <Fact of=t!("ask-key-often")>{move || say!("terms-openings", count = count)}</Fact> }
                })}
            {may_write.then(|| view! { <Fact of=t!("ask-key-also")>{t!("terms-may-write")}</Fact> })}
        </Facts>
    }
}
