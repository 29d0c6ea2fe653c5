//! A record's content, shown as what it is; whatever it is, it can be saved. Untrusted throughout: text is text, and only
//! pictures and PDFs of checked types are given to the browser to draw.

use super::{lab::Document, leaf::Leaf, picture::Picture, slide::Dicom};
use crate::{
    ask::{Told, idle},
    ground::save,
    hand::hand,
    parts::{Button, I, Note, OnItsWay, Sheet, Tone, announce, icons},
    shelf::{self, Content},
    speech::{say, t},
    words,
};
use chartkey_flows::{Stage, facts::Region, reading::Heat};
use chartkey_vocabulary::RecordId;
use leptos::prelude::*;
use std::sync::Arc;

/// Longer texts are shown to here; the rest is in the file.
const LONGEST_TEXT: usize = 200_000;

/// What is marked on a picture.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Mark {
    /// The place somebody should look at.
    pub(in crate::pages) place: Signal<Option<Region>>,
    /// All places that say something: by number, and whether each waits for somebody.
    pub(in crate::pages) places: Signal<Vec<(usize, Region, bool)>>,
    /// Told which of them somebody points at.
    pub(in crate::pages) pick: Option<Callback<usize>>,
    /// Where a model looked, to lay over it.
    pub(in crate::pages) heat: Signal<Option<Arc<Heat>>>,
}

impl Mark {
    /// Nothing.
    pub(in crate::pages) fn none() -> Self {
        Self { place: Signal::stored(None), places: Signal::stored(Vec::new()), pick: None, heat: Signal::stored(None) }
    }
}

/// Opens a version and shows it.
#[component]
pub(in crate::pages) fn Viewer(
    /// Of which record.
    record: RecordId,
    /// Which version.
    version: u16,
    /// What is marked on it, where it is a picture.
    #[prop(optional)]
    mark: Option<Mark>,
    /// Told when it is open.
    #[prop(optional)]
    opened: Option<RwSignal<Option<Arc<Content>>>>,
) -> impl IntoView {
    let hand = hand();
    let stage = RwSignal::new(None);
    let content = idle(move || async move {
        let told = move |done, size| {
            if size > 1 << 20 {
                let _ = stage.try_set(Some(Stage::Opening { done, size }));
            }
        };
        let content = shelf::open(hand, record, version, told).await;
        let _ = stage.try_set(None);
        let content = content?;
        if let Some(opened) = opened {
            let _ = opened.try_set(Some(content.clone()));
        }
        announce(say!("viewer-opened"));
        Ok(Held(content))
    });
    content.again();
    view! {
        <OnItsWay stage=stage />
        <Told of=content awaited=t!("viewer-awaited") lines=5 let:content>
            <Version content=content.0.clone() mark=mark.unwrap_or_else(Mark::none) />
        </Told>
    }
}

/// An opened version as an answer.
struct Held(Arc<Content>);

/// A version, and since when it is known where it comes from this device's copy.
#[component]
fn Version(content: Arc<Content>, mark: Mark) -> impl IntoView {
    let (name, since) = (file_name(&content), content.since);
    view! {
        <div class="stack tight">
            {since.map(|since| view! { <crate::pages::hand::FromCopy since=since /> })}
            <Shown leaf=Leaf::Version(content) name=name mark=mark />
        </div>
    }
}

/// Something opened, with what can be done with it.
#[component]
pub(in crate::pages) fn Shown(
    /// What.
    leaf: Leaf,
    /// Under which name it is saved.
    name: String,
    /// What is marked on it, where it is a picture.
    #[prop(optional)]
    mark: Option<Mark>,
) -> impl IntoView {
    let inside = inside(&leaf, mark.unwrap_or_else(Mark::none));
    let size = leaf.bytes().len() as u64;
    let shown_name = name.clone();
    let press = move || {
        save::save(&name, leaf.bytes());
    };
    view! {
        <div class="stack tight">
            {inside}
            <div class="row between wrap">
                <span class="small soft clip grow">
                    <bdi>{shown_name}</bdi>
                    " · "
                    {move || words::bytes(size)}
                </span>
                <Button icon=icons::DOWNLOAD on_press=press>
                    {t!("viewer-save")}
                </Button>
            </div>
        </div>
    }
}

/// The file's own name, or one made of title and version.
pub(super) fn file_name(content: &Content) -> String {
    match content.about.file_name.as_str() {
        "" => format!("record-{}", content.number),
        name => name.to_owned(),
    }
}

fn inside(leaf: &Leaf, mark: Mark) -> AnyView {
    match leaf.kind().as_str() {
        "image/png" | "image/jpeg" | "image/webp" | "image/gif" => {
            view! { <Picture leaf=leaf.clone() mark=mark /> }.into_any()
        }
        "application/dicom" => view! { <Dicom leaf=leaf.clone() mark=mark /> }.into_any(),
        "application/pdf" => view! { <Paper leaf=leaf.clone() mark=mark /> }.into_any(),
        "text/csv" | "text/tab-separated-values" | "application/fhir+json" | "application/json" => {
            view! { <Document leaf=leaf.clone() /> }.into_any()
        }
        kind if kind.starts_with("text/") || kind.ends_with("xml") || kind.ends_with("json") => {
            view! { <Words text=String::from_utf8_lossy(leaf.bytes()).into_owned() /> }.into_any()
        }
        _ => view! { <NotShown /> }.into_any(),
    }
}

/// What no part of this page draws.
#[component]
pub(super) fn NotShown() -> impl IntoView {
    view! {
        <Note tone=Tone::Plain icon=icons::FILE>
            {t!("viewer-not-shown")}
        </Note>
    }
}

/// A text as it was written.
#[component]
pub(super) fn Words(text: String) -> impl IntoView {
    let end = text.char_indices().map(|(at, _)| at).nth(LONGEST_TEXT);
    let cut = end.is_some();
    let shown = end.map_or(text.clone(), |end| text[..end].to_owned());
    view! {
        <Sheet>
            <pre class="words" dir="auto" tabindex="0">
                {shown}
            </pre>
            {cut.then(|| view! { <p class="small soft">{t!("viewer-cut")}</p> })}
        </Sheet>
    }
}

/// Whether the browser has a viewer of its own for PDFs: on many phones it has none.
pub(super) fn draws_pdf() -> bool {
    let said = crate::ground::js::field(&window().navigator(), "pdfViewerEnabled");
    said.and_then(|said| said.as_bool()).unwrap_or_default()
}

/// A PDF in the browser's own viewer, where it has one.
#[component]
fn Paper(leaf: Leaf, mark: Mark) -> impl IntoView {
    let shown = draws_pdf().then(|| save::Shown::new(leaf.bytes(), "application/pdf")).flatten();
    match shown {
        Some(shown) => {
            let url = shown.url().to_owned();
            // The address ends with the page.
            on_cleanup(move || drop(shown));
            // A browser's viewer shows no marks of ours, but goes to the page they are on.
            let page = Memo::new(move |before: Option<&u32>| {
                mark.place.get().map_or(before.copied().unwrap_or(1), |place| place.page)
            });
            let url = move || if page.get() > 1 { format!("{url}#page={}", page.get()) } else { url.clone() };
            view! { <iframe class="pdf" src=url title=t!("viewer-pdf") referrerpolicy="no-referrer"></iframe> }
                .into_any()
        }
        None => view! {
            <div class="sheet state">
                <span class="disc">
                    <I of=icons::FILE />
                </span>
                <p>{t!("viewer-pdf-save")}</p>
            </div>
        }
        .into_any(),
    }
}
