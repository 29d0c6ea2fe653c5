//! What a prescription says: sealed, opened here, and checked to be what its doctor prescribed.

use crate::{
    ask::{Told, idle},
    hand::hand,
    parts::Go,
    places::{Place, View},
    speech::t,
};
use chartkey_flows::{Failure, prescription};
use chartkey_vocabulary::{PrescriptionId, RecordId};
use leptos::prelude::*;

/// The paper.
#[derive(Clone)]
struct Paper {
    title: String,
    note: String,
    /// The words; none when it is another kind of file.
    text: Option<String>,
}

/// The words of a prescription, or a link to its file.
#[component]
pub(super) fn Says(
    /// Which.
    id: PrescriptionId,
    /// The record that says it.
    record: RecordId,
) -> impl IntoView {
    let hand = hand();
    let paper = idle(move || async move {
        let person = hand.person().await?;
        let mut content = Vec::new();
        let (_, opened) = prescription::open(&person, id, None, &mut content, &mut |_| {}).await?;
        let about = opened.metadata.about();
        let is_text = about.media_type.starts_with("text/");
        let text = is_text.then(|| String::from_utf8(content).ok()).flatten();
        Ok::<_, Failure>(Paper { title: about.title.clone(), note: about.note.clone(), text })
    });
    // Once: every opening is written down.
    paper.again();
    view! {
        <Told of=paper awaited=t!("prescription-awaited") lines=2 let:paper>
            {
                let Paper { title, note, text } = (*paper).clone();
                view! {
                    <div class="sheet stack">
                        <h3 dir="auto">{title}</h3>
                        {text.map(|text| view! { <p class="prewrap" dir="auto">{text}</p> })}
                        {(!note.is_empty()).then(|| view! { <p class="small soft prewrap" dir="auto">{note}</p> })}
                        <Go to=Place::Record(record, View::Read)>{t!("prescription-open")}</Go>
                    </div>
                }
            }
        </Told>
    }
}
