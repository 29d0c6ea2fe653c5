//! Names and texts of others are shown as they are and do nothing.

use super::{Drawn, drawn, speak};
use crate::{
    ground::files::Picked,
    pages::shared::{File as Opened, Paper},
    parts::{Face, Field, Line, List, Note, Section, Tag},
    speech::Language,
};
use chartkey_flows::intake::Unfit;
use chartkey_vault::About;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::{Element, File};

/// What a page would do if it believed one of these.
pub(crate) const HOSTILE: [&str; 9] = [
    "<img src=x onerror=\"window.struck=1\">.pdf",
    "\"><script>window.struck=1</script>",
    "</title><svg onload=window.struck=1>",
    "javascript:window.struck=1//",
    "{{constructor.constructor('window.struck=1')()}}",
    "<a href=\"javascript:window.struck=1\">scan</a>",
    "' onmouseover='window.struck=1' x='",
    "<iframe srcdoc=\"<script>window.struck=1</script>\"></iframe>",
    "=HYPERLINK(\"javascript:window.struck=1\",\"scan\")",
];

/// A text of others stands there as it is, and nothing is made of it: no element that runs or leads away, and no
/// attribute a browser acts upon.
pub(crate) fn stays_text<H>(view: &Drawn<H>, text: &str) {
    assert!(view.words().contains(text), "{text} is not shown as it is: {}", view.words());
    assert_eq!(view.count("script, iframe, object, embed, base, meta, link"), 0, "{text}");
    let all = view.place.query_selector_all("*").expect("a selector");
    let all = (0..all.length()).filter_map(|nth| all.get(nth)).map(JsCast::unchecked_into::<Element>);
    for element in all {
        for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            assert!(!name.starts_with("on") && name != "srcdoc", "{text} became {name}");
            let value = element.get_attribute(&name).unwrap_or_default();
            let leads = matches!(name.as_str(), "href" | "src" | "action" | "formaction" | "data" | "ping");
            assert!(!leads || value.starts_with("blob:") || value.starts_with('/'), "{text} leads to {value}");
        }
    }
    let struck = Reflect::get(&window(), &"struck".into()).expect("a window");
    assert!(struck.is_undefined(), "{text} ran");
}

#[test]
async fn names_are_text_wherever_they_stand() {
    speak(Language::English).await;
    for name in HOSTILE {
        let view = drawn(move || {
            let typed = RwSignal::new(name.to_owned());
            view! {
                <Section title=name>
                    <List>
                        <Line title=name note=name mark=move || view! { <Face name=name /> } />
                    </List>
                    <Note>{name}</Note>
                    <Tag>{name}</Tag>
                    <Field label=name value=typed />
                    <bdi title=name>{name}</bdi>
                </Section>
            }
        });
        crate::ground::clock::pause(50).await;
        stays_text(&view, name);
    }
}

#[test]
async fn a_file_and_the_note_beside_it_are_read_and_do_nothing() {
    speak(Language::English).await;
    for text in HOSTILE {
        for media_type in ["text/plain", "text/html", text] {
            let said = || text.to_owned();
            let about = About {
                title: said(),
                note: said(),
                file_name: said(),
                media_type: media_type.to_owned(),
                ..About::default()
            };
            let file = Arc::new(Opened { about, content: text.into() });
            let view = drawn(move || view! { <Paper file=file image=text /> });
            crate::ground::clock::pause(20).await;
            stays_text(&view, text);
        }
    }
}

fn file(name: &str, content: &str) -> Picked {
    let parts = Array::of1(&JsValue::from_str(content));
    Picked::new(File::new_with_str_sequence(&parts, name).expect("a file"))
}

#[test]
async fn a_file_that_pretends_is_not_taken() {
    let words = "Ferritin 41 ug/l";
    assert!(matches!(file("scan\u{202E}fdp.txt", words).inspect().await, Err(Unfit::HiddenInName)));
    assert!(matches!(file("report.txt.exe", words).inspect().await, Err(Unfit::ProgramName { .. })));
    assert!(file("report.pdf", words).inspect().await.is_err());
    assert!(file("page.html", "<html><script>1</script></html>").inspect().await.is_err());
    assert!(file("empty.txt", "").inspect().await.is_err());
    let taken = file("ferritin.txt", words).inspect().await.expect("an honest text");
    assert_eq!((taken.file_name.as_str(), taken.media_type, taken.size), ("ferritin.txt", "text/plain", 16));
}
