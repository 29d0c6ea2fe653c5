//! The app's parts in a real browser, without a service: run by the ring `frontend`.

mod addresses;
mod codes;
pub(crate) mod inert;
mod signing;
mod speech;

use crate::{ground::clock, speech as spoken};
use js_sys::Array;
use leptos::{mount::UnmountHandle, prelude::*};
use spoken::Language;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Blob, Element, HtmlElement, Url};

wasm_bindgen_test_configure!(run_in_browser);

/// The words these tests need, as the build would have concatenated them.
const CATALOGUES: [(Language, &[&str]); 3] = [
    (
        Language::English,
        &[
            include_str!("../languages/en/common.ftl"),
            include_str!("../languages/en/sign.ftl"),
            include_str!("../languages/en/records.ftl"),
            include_str!("../languages/en/machine.ftl"),
            include_str!("../languages/en/shared.ftl"),
        ],
    ),
    (Language::Arabic, &[include_str!("../languages/ar/common.ftl"), include_str!("../languages/ar/sign.ftl")]),
    (
        Language::Chinese,
        &[
            include_str!("../languages/zh/common.ftl"),
            include_str!("../languages/zh/sign.ftl"),
            include_str!("../languages/zh/machine.ftl"),
        ],
    ),
];

/// Lets the app speak a language, the way it does: by fetching what the page names.
pub(crate) async fn speak(language: Language) {
    for (language, areas) in CATALOGUES {
        let named = format!("link[rel=chartkey-language][hreflang={}]", language.code());
        if document().query_selector(&named).expect("a selector").is_some() {
            continue;
        }
        let parts = Array::of1(&JsValue::from_str(&areas.join("\n")));
        let words = Blob::new_with_str_sequence(&parts).expect("a text");
        let link = document().create_element("link").expect("an element");
        for (name, value) in [
            ("rel", "chartkey-language"),
            ("hreflang", language.code()),
            ("href", &Url::create_object_url_with_blob(&words).expect("an address")),
        ] {
            link.set_attribute(name, value).expect("an attribute");
        }
        document().head().expect("a head").append_child(&link).expect("a place in it");
    }
    spoken::choose(language);
    soon("the language", || spoken::language() == language && spoken::say!("close") != "close").await;
}

/// Waits until something is so.
pub(crate) async fn soon(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..200 {
        if is_so() {
            return;
        }
        clock::pause(25).await;
    }
    panic!("waited in vain for {what}: {}", document().body().expect("a body").inner_text());
}

/// Draws something into the page, until it is dropped.
pub(crate) fn drawn<V: Render + 'static>(view: impl FnOnce() -> V + 'static) -> Drawn<impl Sized>
where
    V: IntoView,
    V::State: Mountable,
{
    let place: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
    document().body().expect("a body").append_child(&place).expect("a place in it");
    let handle: UnmountHandle<_> = leptos::mount::mount_to(place.clone(), view);
    Drawn { place: place.unchecked_into(), _handle: handle }
}

/// Something in the page.
pub(crate) struct Drawn<H> {
    place: Element,
    _handle: H,
}

impl<H> Drawn<H> {
    /// The first element that fits.
    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.place.query_selector(selector).expect("a selector").map(JsCast::unchecked_into)
    }

    /// How many fit.
    pub(crate) fn count(&self, selector: &str) -> u32 {
        self.place.query_selector_all(selector).expect("a selector").length()
    }

    /// The button of these words.
    pub(crate) fn button(&self, words: &str) -> Option<HtmlElement> {
        let all = self.place.query_selector_all("button").expect("a selector");
        let all = (0..all.length()).filter_map(|nth| all.get(nth)).map(JsCast::unchecked_into::<HtmlElement>);
        all.into_iter().find(|button| button.inner_text().trim() == words)
    }

    /// Opens whatever can be folded out.
    pub(crate) fn unfolds(&self) {
        let all = self.place.query_selector_all("details").expect("a selector");
        let all = (0..all.length()).filter_map(|nth| all.get(nth)).map(JsCast::unchecked_into::<Element>);
        all.for_each(|details| details.set_attribute("open", "").expect("an attribute"));
    }

    /// Everything somebody reads there.
    pub(crate) fn words(&self) -> String {
        self.place.text_content().unwrap_or_default()
    }
}
