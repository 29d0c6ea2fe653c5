//! A prescription the patient shows: as a QR code, or as text.

use crate::{
    parts::{Button, Field, Look, Note, Scan, Section, Sheet, Tone, icons},
    speech::{say, t},
};
use chartkey_vocabulary::PrescriptionId;
use leptos::prelude::*;

/// Digits of a prescription's name.
const DIGITS: usize = 32;

/// The prescription in a text: `0x` and 32 digits, alone or within a link.
pub(super) fn prescription_in(text: &str) -> Option<PrescriptionId> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).find_map(|word| {
        let lower = word.to_ascii_lowercase();
        let hex = lower.strip_prefix("0x").unwrap_or(&lower);
        if hex.len() == DIGITS { hex.parse().ok() } else { None }
    })
}

/// Scans or takes what the patient shows.
#[component]
pub(super) fn Find(
    /// Set once a prescription was read.
    chosen: RwSignal<Option<PrescriptionId>>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let strange = RwSignal::new(false);
    let typed = Memo::new(move |_| text.with(|text| prescription_in(text)));
    let scanned = move |read: String| match prescription_in(&read) {
        Some(id) => chosen.set(Some(id)),
        None => strange.set(true),
    };
    let error = Signal::derive(move || {
        let any = text.with(|text| !text.trim().is_empty());
        (any && typed.get().is_none()).then(|| say!("counter-unknown"))
    });
    view! {
        <Section title=t!("counter-shown")>
            <Sheet>
                <Scan label=t!("counter-scan") found=scanned />
                <div role="status">
                    {move || strange.get().then(|| view! { <Note tone=Tone::Doubt>{t!("counter-strange")}</Note> })}
                </div>
                <form class="stack" on:submit=move |event| event.prevent_default()>
                    <Field label=t!("counter-number") help=t!("counter-number-help") value=text error=error />
                    <div class="row end">
                        <Button
                            look=Look::Main
                            icon=icons::SEARCH
                            sends=true
                            off=Signal::derive(move || typed.get().is_none())
                            on_press=move || chosen.set(typed.get_untracked())
                        >
                            {t!("counter-look")}
                        </Button>
                    </div>
                </form>
            </Sheet>
        </Section>
    }
}
