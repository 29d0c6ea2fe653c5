//! Handing it out.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Dialog, Look, icons, toast},
    speech::{say, t},
};
use chartkey_flows::prescription;
use chartkey_vocabulary::{Account, PrescriptionId};
use leptos::prelude::*;

/// Hands it out, after somebody has said once more that this is what goes over the counter.
#[component]
pub(super) fn HandOut(id: PrescriptionId, patient: Account, off: Signal<bool>) -> impl IntoView {
    let (hand, handing) = (hand(), doing());
    let sure = RwSignal::new(false);
    let press = move || {
        handing.start(async move {
            let left = prescription::dispense(&hand.session()?, id).await?;
            let _ = sure.try_set(false);
            toast(say!("check-handed-out", count = left));
            hand.stir();
            Ok(())
        });
    };
    view! {
        <div class="row end">
            <Button look=Look::Main icon=icons::PILL off=off on_press=move || sure.set(true)>
                {t!("check-hand-out")}
            </Button>
        </div>
        <Dialog
            open=sure
            title=t!("check-sure")
            lead=move || say!("check-sure-note", name = hand.name_of(patient))
        >
            <Wrong of=handing />
            <div class="btns end">
                <Button look=Look::Quiet on_press=move || sure.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Main icon=icons::CHECK busy=handing.busy() on_press=press>
                    {t!("check-hand-out-yes")}
                </Button>
            </div>
        </Dialog>
    }
}
