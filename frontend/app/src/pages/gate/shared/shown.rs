//! What a link led to. All of it came from somebody else and is shown as what it is, never as something to run.

use crate::{
    ground::save::{self, Shown},
    parts::{Button, Empty, Note, Section, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::link::Document;
use leptos::prelude::*;
use std::sync::Arc;

/// A table longer than this is saved and read elsewhere.
const ROWS: usize = 500;
/// So it is with a text.
const LETTERS: usize = 200_000;

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
    let document = &documents[nth];
    let title = if document.title.is_empty() { say!("shared-untitled", nth = nth + 1) } else { document.title.clone() };
    let (heading, kind) = (title.clone(), document.media_type.clone());
    let size = document.content.len() as u64;
    let shown = shown(&document.media_type, &document.content, &title);
    let name = file_name(nth, &document.media_type);
    let saved = documents.clone();
    let press = move || {
        save::save(&name, &saved[nth].content);
    };
    view! {
        <Section title=Signal::stored(heading)>
            <article class="sheet stack">
                {shown} <div class="row between wrap">
                    <p class="small soft">
                        {move || say!("role-and-note", role = kind.clone(), note = words::bytes(size))}
                    </p>
                    <Button icon=icons::DOWNLOAD on_press=press>
                        {t!("shared-save")}
                    </Button>
                </div>
            </article>
        </Section>
    }
}

fn shown(media_type: &str, content: &[u8], title: &str) -> AnyView {
    let kind = media_type.split(';').next().unwrap_or_default().trim();
    match kind {
        "image/png" | "image/jpeg" | "image/webp" | "image/gif" => picture(kind, content, title),
        "application/pdf" => paper(content, title),
        "text/csv" => table(content),
        _ if kind.starts_with("text/") || kind.ends_with("json") => text(content),
        _ => view! { <p class="soft">{t!("shared-cannot-show")}</p> }.into_any(),
    }
}

fn picture(kind: &str, content: &[u8], title: &str) -> AnyView {
    let Some(shown) = Shown::new(content, kind) else { return text(&[]) };
    let (url, title) = (shown.url().to_owned(), title.to_owned());
    // The address ends with the page that shows it.
    StoredValue::new_local(shown);
    view! {
        <div class="scan">
            <img src=url alt=title />
        </div>
    }
    .into_any()
}

fn paper(content: &[u8], title: &str) -> AnyView {
    let Some(shown) = Shown::new(content, "application/pdf") else { return text(&[]) };
    let (url, title) = (shown.url().to_owned(), title.to_owned());
    StoredValue::new_local(shown);
    view! { <iframe class="paper-frame" src=url title=title></iframe> }.into_any()
}

fn text(content: &[u8]) -> AnyView {
    let whole = String::from_utf8_lossy(content);
    let shown: String = whole.chars().take(LETTERS).collect();
    view! {
        <pre class="plain-text" tabindex="0">
            {shown}
        </pre>
    }
    .into_any()
}

/// Values between commas or semicolons; the first row names the columns.
fn table(content: &[u8]) -> AnyView {
    let whole = String::from_utf8_lossy(content);
    let mut lines = whole.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.next() else { return text(content) };
    let mark = if first.matches(';').count() > first.matches(',').count() { ';' } else { ',' };
    let cells =
        |line: &str| -> Vec<String> { line.split(mark).map(|cell| cell.trim().trim_matches('"').to_owned()).collect() };
    let head = cells(first).into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view();
    let rows = lines.take(ROWS).map(|line| {
        let row = cells(line).into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr>{row}</tr> }
    });
    view! {
        <div class="scroll" tabindex="0">
            <table>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A name of our own: the one it came with is a stranger's.
fn file_name(nth: usize, media_type: &str) -> String {
    let ending = match media_type.split(';').next().unwrap_or_default().trim() {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "application/pdf" => "pdf",
        "text/csv" => "csv",
        "text/plain" => "txt",
        kind if kind.ends_with("json") => "json",
        _ => "bin",
    };
    format!("chartkey-{}.{ending}", nth + 1)
}
