//! A key to one prescription, asked for at the counter.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Empty, Look, Waiting, icons},
    speech::t,
};
use chartkey_flows::consent;
use chartkey_vocabulary::{Account, DAY, Extent, Purpose, RecordId, Terms, Time};
use leptos::prelude::*;

/// So long a pharmacy asks to read a prescription that was shown.
const ASKED_FOR: Time = DAY;

/// Asks the patient for a key to this prescription and to nothing else.
#[component]
pub(super) fn Ask<A>(patient: Account, record: RecordId, again: A) -> impl IntoView
where
    A: Fn() + Clone + Send + 'static,
{
    let (hand, asking) = (hand(), doing());
    let waits = RwSignal::new(false);
    let ask = move || {
        asking.start(async move {
            let who = hand.session()?;
            let until = who.now().await?.time().await? + ASKED_FOR;
            let scope = Extent::Records(vec![record]).into();
            let terms = Terms { scope, until, openings: None, may_write: false };
            consent::request(&who, patient, Purpose::Dispensing, terms).await?;
            let _ = waits.try_set(true);
            Ok(())
        });
    };
    move || {
        let again = again.clone();
        if waits.get() {
            view! {
                <Waiting
                    title=t!("check-asked", name = hand.name_of(patient))
                    note=t!("check-asked-note").signal()
                >
                    <Button icon=icons::REFRESH on_press=again>
                        {t!("check-look-again")}
                    </Button>
                </Waiting>
            }
            .into_any()
        } else {
            view! {
                <Empty icon=icons::KEY title=t!("check-no-key") note=t!("check-no-key-note")>
                    <Wrong of=asking />
                    <div class="row wrap center">
                        <Button look=Look::Main icon=icons::KEY busy=asking.busy() on_press=ask>
                            {t!("check-ask")}
                        </Button>
                        <Button icon=icons::REFRESH on_press=again>
                            {t!("check-look-again")}
                        </Button>
                    </div>
                </Empty>
            }
            .into_any()
        }
    }
}
