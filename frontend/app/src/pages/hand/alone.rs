//! Without a connection: the vault is opened from this device's copy, and with it what was opened here before.

use crate::{
    ask::{Told, Wrong, asked, doing},
    hand::{Hand, hand, is_connected},
    pages::patient::{Add, Mark, Queued, Viewer},
    parts::{Button, Choose, Empty, Field, Go, KindMark, Line, List, Look, Note, Page, Section, Tone, icons},
    places::{Place, View},
    shelf,
    speech::{say, t},
    words,
};
use chartkey_flows::{
    Failure,
    copies::{self, Copy},
};
use chartkey_vocabulary::{Account, RecordId, Time};
use leptos::prelude::*;
use zeroize::Zeroizing;

/// The way in without a connection; nothing on a device that keeps no vault.
#[component]
pub(super) fn Copied() -> impl IntoView {
    let hand = hand();
    let known = RwSignal::new(Vec::<Account>::new());
    leptos::task::spawn_local(async move {
        drop(known.try_set(Hand::copied().await));
    });
    let (words, opening) = (RwSignal::new(String::new()), doing());
    let chosen = RwSignal::new(None::<Account>);
    let open = move || {
        let account = chosen.get_untracked().or_else(|| known.with_untracked(|known| known.first().copied()));
        let typed = Zeroizing::new(words.get_untracked());
        opening.start(async move {
            // One turn of the browser's wheel, so that the button is seen to turn before the work that holds it up.
            crate::ground::clock::pause(30).await;
            let account = account.ok_or_else(|| Failure::Not("this device keeps no vault".into()))?;
            hand.open_alone(account, typed).await
        });
    };
    let whose = move || {
        let known = known.get();
        (known.len() > 1).then(|| {
            let first = known[0];
            let value = RwSignal::new(first);
            Effect::new(move |_| chosen.set(Some(value.get())));
            let named = |account: Account| (account, Signal::stored(words::short_account(account)));
            let options = known.into_iter().map(named).collect::<Vec<_>>();
            view! { <Choose legend=t!("offline-whose") options=options value=value /> }
        })
    };
    let some = Memo::new(move |_| !known.with(Vec::is_empty));
    move || {
        some.get().then(|| {
            view! {
                <form class="sheet stack narrow-form" on:submit=move |event| event.prevent_default()>
                    <div>
                        <h2>{t!("offline-open-title")}</h2>
                        <p class="soft">{t!("offline-open-note")}</p>
                    </div>
                    {whose}
                    <Field label=t!("passphrase") kind="password" fills="current-password" value=words />
                    <Wrong of=opening />
                    <div class="row wrap">
                        <Button
                            look=Look::Main
                            icon=icons::LOCK_OPEN
                            sends=true
                            busy=opening.busy()
                            off=Signal::derive(move || words.with(String::is_empty))
                            on_press=open
                        >
                            {t!("unlock")}
                        </Button>
                    </div>
                </form>
            }
        })
    }
}

/// What this device keeps, while somebody works without a connection.
#[component]
pub(crate) fn Alone(place: Place) -> impl IntoView {
    view! {
        <Return />
        {match place {
            Place::Record(record, _) => view! { <One record=record /> }.into_any(),
            Place::Add => view! { <Add /> }.into_any(),
            _ => view! { <All /> }.into_any(),
        }}
    }
}

/// The way back to the connection.
#[component]
fn Return() -> impl IntoView {
    let hand = hand();
    let connected = RwSignal::new(is_connected());
    let listeners =
        ["online", "offline"].map(|event| window_event_listener_untyped(event, move |_| connected.set(is_connected())));
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    let since = move || hand.alone().map(|alone| words::near_time(alone.since())).unwrap_or_default();
    view! {
        <Note tone=Tone::Key icon=icons::CLOUD_OFF>
            <div class="row between wrap">
                <span>
                    {move || {
                        if connected.get() { say!("offline-back") } else { say!("offline-alone", when = since()) }
                    }}
                </span>
                <Button icon=icons::LOCK on_press=move || hand.leave_alone()>
                    {move || if connected.get() { say!("offline-connect") } else { say!("offline-close") }}
                </Button>
            </div>
        </Note>
    }
}

/// All that was opened before.
#[component]
fn All() -> impl IntoView {
    let hand = hand();
    let copied = asked(move || async move { copies::list(&hand.holding().await?.holder()).await });
    let add = || view! { <Go to=Place::Add look=Look::Main icon=icons::FILE_ADD>{t!("records-add")}</Go> };
    view! {
        <Page title=t!("offline-title") lead=t!("offline-lead") actions=add>
            <Queued />
            <Told of=copied awaited=t!("records-awaited") let:copied>
                {if copied.is_empty() {
                    view! { <Empty icon=icons::FOLDER title=t!("offline-none") note=t!("offline-none-note") /> }.into_any()
                } else {
                    let lines = newest(&copied).into_iter().map(|copy| view! { <Row copy=copy /> }).collect_view();
                    view! {
                        <Section title=t!("offline-kept")>
                            <List>{lines}</List>
                        </Section>
                    }
                    .into_any()
                }}
            </Told>
        </Page>
    }
}

/// The newest copied version of each record.
fn newest(copies: &[Copy]) -> Vec<Copy> {
    let mut newest: Vec<Copy> = Vec::new();
    for copy in copies {
        if newest.iter().all(|known| known.id != copy.id) {
            newest.push(copy.clone());
        }
    }
    newest
}

#[component]
fn Row(copy: Copy) -> impl IntoView {
    let hand = hand();
    let (id, number, kind, since, written) = (copy.id, copy.number, copy.record.kind, copy.since, copy.record.written);
    let title = Memo::new(move |_| shelf::title(hand, id, number));
    let name = move || title.with(|title| shelf::name(title, kind));
    let note = move || {
        let (kind, day, when) = (words::kind(kind), words::near_day(written), words::near_time(since));
        say!("offline-row", kind = kind, day = day, when = when)
    };
    let mark = move || view! { <KindMark kind=kind /> };
    view! { <Line title=Signal::derive(name) note=note mark=mark to=Place::Record(id, View::Read) /> }
}

/// The newest copy of a record, if this device keeps one.
async fn newest_of(hand: Hand, record: RecordId) -> Result<Option<Copy>, Failure> {
    let copies = copies::list(&hand.holding().await?.holder()).await?;
    Ok(newest(&copies).into_iter().find(|copy| copy.id == record))
}

/// One of them.
#[component]
fn One(record: RecordId) -> impl IntoView {
    let hand = hand();
    let found = asked(move || async move { newest_of(hand, record).await });
    let name = move || {
        let known = found.read(|copy| copy.as_ref().map(|copy| (copy.number, copy.record.kind))).flatten();
        known.map_or_else(
            || say!("place-record"),
            |(number, kind)| shelf::name(&shelf::title(hand, record, number), kind),
        )
    };
    view! {
        <Page title=Signal::derive(name) back=Place::Records>
            <Told of=found awaited=t!("record-awaited") let:copy>
                {match copy.as_ref() {
                    Some(copy) => view! { <Viewer record=record version=copy.number mark=Mark::none() /> }.into_any(),
                    None => {
                        view! { <Empty icon=icons::FOLDER title=t!("offline-not-kept") note=t!("offline-none-note") /> }
                            .into_any()
                    }
                }}
            </Told>
        </Page>
    }
}

/// Says plainly that what is shown is this device's copy, and since when.
#[component]
pub(crate) fn FromCopy(since: Time) -> impl IntoView {
    view! {
        <div role="status">
            <Note tone=Tone::Key icon=icons::CLOUD_OFF>
                {move || say!("offline-copy", when = words::near_time(since))}
            </Note>
        </div>
    }
}
