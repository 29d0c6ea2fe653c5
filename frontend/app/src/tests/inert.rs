//! Names and texts of others are shown as they are and do nothing.

use super::{drawn, speak};
use crate::{
    ground::files::Picked,
    parts::{Face, Field, Line, List, Note, Section, Tag},
    speech::Language,
};
use chartkey_flows::intake::Unfit;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::File;

/// What a page would do if it believed one of these.
const HOSTILE: [&str; 6] = [
    "<img src=x onerror=\"window.struck=1\">.pdf",
    "\"><script>window.struck=1</script>",
    "</title><svg onload=window.struck=1>",
    "javascript:window.struck=1//",
    "{{constructor.constructor('window.struck=1')()}}",
    "<a href=\"javascript:window.struck=1\">scan</a>",
];

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
        assert_eq!(view.count("script, img, svg[onload], a[href^=javascript]"), 0, "{name}");
        assert!(view.words().contains(name), "{name} is not shown as it is: {}", view.words());
        let struck = Reflect::get(&window(), &"struck".into()).expect("a window");
        assert!(struck.is_undefined(), "{name} ran");
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
