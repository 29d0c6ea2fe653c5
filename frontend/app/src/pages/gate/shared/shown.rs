//! What a link led to. All of it came from somebody else and is shown as what it is, never as something to run.

use crate::{
    pages::patient::{Leaf, Shown},
    parts::{Empty, Note, Section, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::link::Document;
use leptos::prelude::*;
use std::sync::Arc;

/// The documents, one under the other.
#[component]
pub(super) fn Documents(documents: Arc<Vec<Document>>, label: String, until: Option<u64>) -> impl IntoView {
    let none = documents.is_empty();
    let count = documents.len();
    let each = (0..count).map(|nth| view! { <One documents=documents.clone() nth=nth /> }).collect_view();
    view! {
        <Note icon=icons::LOCK_OPEN>
            <strong>{label}</strong>
            " "
            {move || say!("shared-opened", count = count)}
            " "
            {move || until.map(|at| say!("shared-until", when = words::full_time(at)))}
        </Note>
        {none.then(|| view! { <Empty icon=icons::FILE title=t!("shared-nothing") /> })}
        {each}
        <p class="small soft">{t!("shared-closes")}</p>
    }
}

#[component]
fn One(documents: Arc<Vec<Document>>, nth: usize) -> impl IntoView {
    let name = file_name(nth, &documents[nth].media_type);
    let leaf = Leaf::Linked(documents, nth);
    let title = leaf.title();
    view! {
        <Section title=Signal::stored(title)>
            <article>
                <Shown leaf=leaf name=name />
            </article>
        </Section>
    }
}

/// A name of our own: the one it came with is a stranger's.
fn file_name(nth: usize, media_type: &str) -> String {
    let ending = match media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "application/pdf" => "pdf",
        "application/dicom" => "dcm",
        "text/csv" => "csv",
        "text/tab-separated-values" => "tsv",
        "text/plain" => "txt",
        kind if kind.ends_with("json") => "json",
        _ => "bin",
    };
    format!("chartkey-{}.{ending}", nth + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ground::clock::pause,
        speech::Language,
        tests::{
            drawn,
            inert::{HOSTILE, stays_text},
            speak,
        },
    };
    use wasm_bindgen_test::wasm_bindgen_test as test;
    use zeroize::Zeroizing;

    #[test]
    async fn what_a_link_brings_is_shown_as_words() {
        speak(Language::English).await;
        for text in HOSTILE {
            let document = |media_type: &str| Document {
                title: text.to_owned(),
                media_type: media_type.to_owned(),
                content: Zeroizing::new(text.as_bytes().to_vec()),
            };
            let kinds =
                ["text/plain", "text/html", "text/csv", "application/json", "image/png", "application/dicom", text];
            for kind in kinds {
                let documents = Arc::new(vec![document(kind)]);
                let view = drawn(move || view! { <Documents documents=documents label=text.to_owned() until=None /> });
                pause(20).await;
                stays_text(&view, text);
                assert!(view.words().contains(&file_name(0, kind)), "saved under a name of ours: {}", view.words());
            }
        }
    }
}
