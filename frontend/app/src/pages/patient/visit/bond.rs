//! What visits let a doctor write, and ending that.

use crate::{
    ask::{asked, doing},
    ground::clock,
    hand::hand,
    pages::shared::{Confirm, settled},
    parts::{Button, Look, Sheet},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, visit};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// Until when a doctor may add records because of visits; nothing when they may not.
#[component]
pub(super) fn MayWrite(
    /// Whose records.
    patient: Account,
    /// Who may write.
    doctor: Account,
) -> impl IntoView {
    let hand = hand();
    let bond = asked(move || async move {
        let at = hand.person().await?.now().await?;
        Ok::<_, Failure>(at.care().bond(patient, doctor).await?)
    });
    let (open, ending) = (RwSignal::new(false), doing());
    let end = move || {
        ending.start(async move {
            let person = hand.person().await?;
            visit::release(&person, patient, doctor).await?;
            open.try_set(false);
            settled(hand, &person).await
        });
    };
    let name = move || hand.name_of(doctor);
    move || {
        let bond = bond.read(|bond| *bond).flatten().filter(|bond| bond.until > clock::now());
        bond.map(|bond| {
            view! {
                <Sheet>
                    <h3>{t!("bond-title")}</h3>
                    <p class="small">{move || say!("bond-note", name = name(), day = words::full_day(bond.until))}</p>
                    <Button look=Look::Danger on_press=move || open.set(true)>
                        {t!("bond-end")}
                    </Button>
                </Sheet>
                <Confirm
                    open=open
                    title=move || say!("bond-end-title", name = name())
                    note=t!("bond-end-note")
                    yes=t!("bond-end")
                    doing=ending
                    on_yes=end
                />
            }
        })
    }
}
