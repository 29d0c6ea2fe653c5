//! What this device keeps, and forgetting it.

use crate::{
    ask::{Wrong, asked, doing},
    ground::cupboard::Sealed,
    hand::hand,
    parts::{Button, Dialog, Look, Note, Section, Sheet, Tone, icons, toast},
    speech::{say, t},
};
use chartkey_flows::{Cupboard, Failure};
use leptos::prelude::*;

/// How many copies this device keeps, how much waits to be sent.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Kept {
    copies: usize,
    vaults: usize,
    waiting: usize,
}

async fn kept() -> Result<Kept, Failure> {
    let count = async |prefix| Ok::<_, Failure>(Sealed.names(prefix).await?.len());
    Ok(Kept { copies: count("row/").await?, vaults: count("vault/").await?, waiting: count("parcel/").await? })
}

/// What this device keeps.
#[component]
pub(super) fn Device() -> impl IntoView {
    let hand = hand();
    let known = asked(kept);
    let (sure, forgetting) = (RwSignal::new(false), doing());
    let waiting = move || known.read(|kept| kept.waiting).unwrap_or_default();
    let forget = move || {
        forgetting.start(async move {
            hand.forget_device().await?;
            sure.set(false);
            toast(say!("offline-forgotten"));
            known.again();
            if hand.signed_in().is_some() {
                hand.sign_out();
            }
            Ok(())
        });
    };
    let some = move || known.read(|kept| kept.copies + kept.vaults + kept.waiting > 0).unwrap_or_default();
    view! {
        <Section title=t!("offline-device")>
            <Sheet>
                <p>{move || say!("offline-device-copies", count = known.read(|kept| kept.copies).unwrap_or_default())}</p>
                <p class="small soft">{t!("offline-device-note")}</p>
                {move || {
                    (waiting() > 0).then(|| {
                        let words = move || say!("offline-device-waiting", count = waiting());
                        view! { <Note tone=Tone::Key icon=icons::HOURGLASS>{words}</Note> }
                    })
                }}
                {move || {
                    some().then(|| {
                        view! {
                            <div class="btns">
                                <Button look=Look::Danger icon=icons::TRASH on_press=move || sure.set(true)>
                                    {t!("offline-forget")}
                                </Button>
                            </div>
                        }
                    })
                }}
            </Sheet>
        </Section>
        <Dialog open=sure title=t!("offline-forget-title") lead=t!("offline-forget-note").signal()>
            {move || {
                (waiting() > 0).then(|| {
                    let words = move || say!("offline-forget-waiting", count = waiting());
                    view! { <Note tone=Tone::Bad>{words}</Note> }
                })
            }}
            <Wrong of=forgetting />
            <div class="btns end">
                <Button on_press=move || sure.set(false)>{t!("cancel")}</Button>
                <Button look=Look::Grave busy=forgetting.busy() on_press=forget>
                    {t!("offline-forget")}
                </Button>
            </div>
        </Dialog>
    }
}
