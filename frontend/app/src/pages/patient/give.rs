//! Give a key, in three taps: whom, what, and why until when.

use super::{
    gently::session,
    keys::{TermsFacts, Who, Whom, Wish, WishFields},
};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Choose, Go, Look, Note, Page, Sheet, StepState, Steps, Tone, account_in, go, icons, toast},
    places::Place,
    speech::{say, say_key, t},
    words,
};
use chartkey_flows::{Failure, consent};
use chartkey_vocabulary::{Account, Between, Purpose, RecordId, Role};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Where a key to this record alone is given.
pub(super) fn of_record(record: RecordId) -> String {
    format!("{}?record={record}", Place::Give.path())
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tap {
    Whom,
    What,
    Why,
}

/// Give a key, in three taps.
#[component]
pub(crate) fn Give() -> impl IntoView {
    let hand = hand();
    let chosen = RwSignal::new(None::<(Account, Role)>);
    // A record's page leads here with it behind `?record=`: a key to it alone, to begin with.
    let only = use_location().query.with_untracked(|query| query.get("record")).and_then(|record| record.parse().ok());
    let (tap, wish) = (RwSignal::new(Tap::Whom), only.map_or_else(Wish::new, Wish::only));
    let purpose = RwSignal::new(Purpose::Treatment);
    // A page about somebody may lead here with their account behind `?to=`.
    let to = use_location().query.with_untracked(|query| query.get("to")).as_deref().and_then(account_in);
    if let Some(account) = to {
        leptos::task::spawn_local(async move {
            let Ok(who) = session(hand) else { return };
            let Ok(now) = who.now().await else { return };
            if let Ok(Some(is)) = now.registry().who(account).await {
                let _ = chosen.try_set(Some((account, is.role)));
            }
        });
    }
    Effect::new(move |_| match chosen.get() {
        Some((_, role)) => {
            purpose.set(purposes(role).first().copied().unwrap_or(Purpose::Treatment));
            tap.set(Tap::What);
        }
        None => tap.set(Tap::Whom),
    });
    let at = move || StepState::At(tap.get() as usize);
    let names = vec![t!("give-whom").signal(), t!("give-what").signal(), t!("give-why").signal()];
    view! {
        <Page title=t!("place-give") lead=t!("give-lead").signal() back=Place::Sharing>
            <div class="narrow-form wide-form stack">
                <Steps names=names at=Signal::derive(at) />
                {move || match (tap.get(), chosen.get()) {
                    (Tap::What, Some((whom, role))) => {
                        view! { <What whom=whom role=role wish=wish purpose=purpose chosen=chosen tap=tap /> }.into_any()
                    }
                    (Tap::Why, Some((whom, role))) => {
                        view! { <Why whom=whom role=role wish=wish purpose=purpose tap=tap /> }.into_any()
                    }
                    _ => view! { <Whom chosen=chosen /> }.into_any(),
                }}
            </div>
        </Page>
    }
}

/// What somebody of a role can hold a key for.
fn purposes(role: Role) -> Vec<Purpose> {
    Purpose::ALL.into_iter().filter(|purpose| purpose.fits(role)).collect()
}

/// Who gets it, on top of what they get.
#[component]
fn Chosen(
    whom: Account,
    role: Role,
    #[prop(optional)] other: Option<RwSignal<Option<(Account, Role)>>>,
) -> impl IntoView {
    let hand = hand();
    view! {
        <div class="row between wrap">
            <div class="row grow">
                <Who account=whom />
                <div>
                    <h2 class="small">{move || hand.name_of(whom)}</h2>
                    <p class="small soft">{move || words::role(role)}</p>
                </div>
            </div>
            {other
                .map(|chosen| {
                    view! {
                        <Button look=Look::Quiet on_press=move || chosen.set(None)>
                            {t!("give-other")}
                        </Button>
                    }
                })}
        </div>
    }
}

#[component]
fn What(
    whom: Account,
    role: Role,
    wish: Wish,
    purpose: RwSignal<Purpose>,
    chosen: RwSignal<Option<(Account, Role)>>,
    tap: RwSignal<Tap>,
) -> impl IntoView {
    let hand = hand();
    if purposes(role).is_empty() {
        return view! {
            <Sheet>
                <Chosen whom=whom role=role other=chosen />
                <Note tone=Tone::Doubt>{move || say!("give-no-key", name = hand.name_of(whom))}</Note>
                <Go to=Place::Guardians>{t!("give-to-guardians")}</Go>
            </Sheet>
        }
        .into_any();
    }
    let wrong = Memo::new(move |_| wish.scope().err());
    view! {
        <Sheet>
            <Chosen whom=whom role=role other=chosen />
            <WishFields wish=wish purpose=purpose records_only=true />
            {(role == Role::Pharmacy).then(|| view! { <Note>{t!("give-pharmacy")}</Note> })}
            {move || wrong.get().map(|key| view! { <p class="small soft" role="status">{say_key(key, &[])}</p> })}
            <div class="btns">
                <Button
                    look=Look::Main
                    off=Signal::derive(move || wrong.get().is_some())
                    on_press=move || tap.set(Tap::Why)
                >
                    {t!("give-next")}
                </Button>
            </div>
        </Sheet>
    }
    .into_any()
}

#[component]
fn Why(whom: Account, role: Role, wish: Wish, purpose: RwSignal<Purpose>, tap: RwSignal<Tap>) -> impl IntoView {
    let (hand, go) = (hand(), go());
    let giving = doing();
    let options: Vec<(Purpose, Signal<String>)> =
        purposes(role).into_iter().map(|purpose| (purpose, Signal::derive(move || words::purpose(purpose)))).collect();
    let terms = Memo::new(move |_| wish.read(purpose.get()));
    let press = move || {
        let (Ok(terms), Some(patient)) = (terms.get_untracked(), hand.whose()) else { return };
        let between = Between { patient, reader: whom, purpose: purpose.get_untracked() };
        let go = go.clone();
        giving.start(async move {
            let person = hand.person().await?;
            let tended = consent::give(&person, between, terms).await?;
            toast(say!("give-done", name = hand.name_of(whom)));
            if let Some((_, failure)) = tended.failed.into_iter().next() {
                // The key is given; what could not be wrapped now is tended to the next time.
                hand.noticed(&failure);
            }
            go(Place::Held(between.reader, between.purpose));
            Ok::<(), Failure>(())
        });
    };
    view! {
        <Sheet tone=Tone::Key>
            <Chosen whom=whom role=role />
            <Choose legend=t!("give-why-legend") options=options value=purpose />
            <WishFields wish=wish purpose=purpose time_only=true />
            {move || match terms.get() {
                Ok(terms) => view! { <TermsFacts purpose=purpose.get() terms=terms /> }.into_any(),
                Err(key) => view! { <p class="small soft" role="status">{say_key(key, &[])}</p> }.into_any(),
            }}
            <Wrong of=giving />
            <div class="btns">
                <Button
                    look=Look::Main
                    icon=icons::KEY
                    busy=giving.busy()
                    off=Signal::derive(move || terms.with(Result::is_err))
                    on_press=press
                >
                    {t!("give-key")}
                </Button>
                <Button on_press=move || tap.set(Tap::What)>{t!("give-back")}</Button>
            </div>
            {move || giving.busy().get().then(|| view! { <p class="small soft" role="status">{t!("give-wrapping")}</p> })}
        </Sheet>
    }
}
