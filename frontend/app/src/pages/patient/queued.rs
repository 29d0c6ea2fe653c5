//! What was sealed on this device and waits to be sent.

use crate::{
    ask::{Alert, Wrong, doing},
    hand::{hand, is_connected},
    parts::{Button, Dialog, KindMark, Line, List, Look, Note, OnItsWay, Section, Tag, Tone, icons},
    shelf::queue::{self, Item, Way},
    speech::{say, t},
    words,
};
use leptos::prelude::*;

/// What waits; nothing while nothing does.
#[component]
pub(in crate::pages) fn Queued() -> impl IntoView {
    let hand = hand();
    queue::look(hand);
    let some = Memo::new(move |_| !queue::items().is_empty());
    let connected = RwSignal::new(is_connected());
    let listeners =
        ["online", "offline"].map(|event| window_event_listener_untyped(event, move |_| connected.set(is_connected())));
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    // Without a session nobody can sign: it is sent once the vault is open with a connection.
    let may_send = Signal::derive(move || connected.get() && !hand.is_alone());
    move || {
        some.get().then(|| {
            view! {
                <Section title=t!("offline-queue")>
                    <Note tone=Tone::Key icon=icons::HOURGLASS>
                        {move || if may_send.get() { say!("offline-queue-ready") } else { say!("offline-queue-waits") }}
                    </Note>
                    <List>
                        <For each=queue::items key=|item| item.record let:item>
                            <One item=item may_send=may_send />
                        </For>
                    </List>
                </Section>
            }
        })
    }
}

/// One that waits.
#[component]
fn One(item: Item, may_send: Signal<bool>) -> impl IntoView {
    let hand = hand();
    let (sure, discarding) = (RwSignal::new(false), doing());
    let way: RwSignal<Way> = item.way.clone().into();
    let (record, kind, size, since) = (item.record, item.kind, item.size, item.since);
    let name = item.name.clone();
    let going = Memo::new(move |_| way.with(|way| matches!(way, Way::Going(_))));
    let stage = Signal::derive(move || match way.get() {
        Way::Going(stage) => stage,
        _ => None,
    });
    let failed = move || match way.get() {
        Way::Failed(said) => Some(said),
        _ => None,
    };
    let note = move || {
        let size = words::bytes(size);
        say!("offline-line", size = size, when = words::ago(since))
    };
    let throw = move || {
        discarding.start(async move {
            queue::discard(hand, record).await?;
            sure.set(false);
            Ok(())
        });
    };
    let press = move || queue::send_one(hand, record);
    view! {
        <Line title=Signal::stored(name) note=note mark=move || view! { <KindMark kind=kind /> }>
            <div class="row">
                <Tag tone=Tone::Key icon=icons::LOCK>{t!("offline-waits")}</Tag>
            </div>
            <OnItsWay stage=stage />
            {move || failed().map(|said| view! { <Alert said=said /> })}
            {move || (!going.get()).then(|| view! {
                <div class="btns">
                    {move || may_send.get().then(|| view! {
                        <Button look=Look::Main icon=icons::SEND on_press=press>{t!("offline-send")}</Button>
                    })}
                    <Button look=Look::Quiet icon=icons::TRASH on_press=move || sure.set(true)>{t!("offline-throw")}</Button>
                </div>
            })}
        </Line>
        <Dialog open=sure title=t!("offline-throw-title") lead=t!("offline-throw-note").signal()>
            <Wrong of=discarding />
            <div class="btns end">
                <Button on_press=move || sure.set(false)>{t!("cancel")}</Button>
                <Button look=Look::Grave busy=discarding.busy() on_press=throw>{t!("offline-throw")}</Button>
            </div>
        </Dialog>
    }
}
