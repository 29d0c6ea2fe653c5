//! The words of a prescription, put together from what is asked one by one.

use crate::{
    parts::{Area, Field, Sheet},
    speech::{say, t},
    words,
};
use chartkey_vault::About;
use leptos::prelude::*;

/// What is asked. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    medicine: RwSignal<String>,
    amount: RwSignal<String>,
    how: RwSignal<String>,
    note: RwSignal<String>,
}

impl Paper {
    /// Nothing is said yet.
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { medicine: empty(), amount: empty(), how: empty(), note: empty() }
    }

    /// Whether a pharmacy could hand it out.
    pub(super) fn is_whole(self) -> bool {
        [self.medicine, self.amount, self.how].iter().all(|field| field.with(|text| !text.trim().is_empty()))
    }

    /// What is said of it.
    pub(super) fn about(self) -> About {
        About {
            title: self.medicine.with_untracked(|text| text.trim().to_owned()),
            file_name: "prescription.txt".into(),
            media_type: "text/plain".into(),
            dated: Some(words::now()),
            ..About::default()
        }
    }

    /// The words; who calls it in a view follows them.
    pub(super) fn text(self, patient: &str, doctor: &str) -> String {
        let read = |field: RwSignal<String>| field.get().trim().to_owned();
        let mut lines = vec![say!("paper-medicine", medicine = read(self.medicine))];
        lines.extend([self.amount, self.how].map(read).into_iter().filter(|line| !line.is_empty()).map(indented));
        lines.push(say!("paper-for", name = patient));
        lines.push(say!("paper-issued", day = words::full_day(words::now()), name = doctor));
        let note = read(self.note);
        if !note.is_empty() {
            lines.extend([String::new(), note]);
        }
        lines.join("\n")
    }
}

fn indented(line: String) -> String {
    format!("    {line}")
}

/// The fields.
#[component]
pub(super) fn PaperFields(
    /// What is asked.
    paper: Paper,
) -> impl IntoView {
    view! {
        <Sheet>
            <Field label=t!("paper-medicine-label") help=t!("paper-medicine-help") value=paper.medicine required=true />
            <Field label=t!("paper-amount-label") help=t!("paper-amount-help") value=paper.amount required=true />
            <Field label=t!("paper-how-label") help=t!("paper-how-help") value=paper.how required=true />
            <Area label=t!("paper-note-label") value=paper.note lines=2 />
        </Sheet>
    }
}
