//! A language's words, fetched when it is chosen.

use super::{Argument, Language};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use gloo_net::http::Request;
use js_sys::{Array, Intl::NumberFormat, Object};
use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The words of one language.
pub(super) struct Catalogue(FluentBundle<FluentResource>);

thread_local! {
    // Fluent takes a plain function for writing numbers, which cannot carry the language.
    static NUMBERS: RefCell<Option<NumberFormat>> = const { RefCell::new(None) };
}

impl Catalogue {
    /// Fetches and reads it.
    pub(super) async fn fetch(language: Language) -> Option<Self> {
        let text = Request::get(&address(language)?).send().await.ok()?.text().await.ok()?;
        // A damaged message is missing, the others serve.
        let words = FluentResource::try_new(text).unwrap_or_else(|(words, _)| words);
        let mut bundle = FluentBundle::new(vec![language.code().parse().ok()?]);
        // Marks around every argument would stand in what people copy; `Argument` sets those that are needed.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => {
                NUMBERS.with_borrow(|numbers| Some(written(numbers.as_ref()?, number.value)))
            }
            _ => None,
        }));
        bundle.add_resource(words).ok()?;
        let tag = Array::of1(&JsValue::from_str(language.tag()));
        NUMBERS.set(Some(NumberFormat::new(&tag, &Object::new())));
        Some(Self(bundle))
    }

    /// The words of a key.
    pub(super) fn say(&self, key: &str, arguments: &[(&'static str, Argument)]) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.value())).collect();
        Some(self.0.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }
}

fn written(numbers: &NumberFormat, number: f64) -> String {
    let format = numbers.format();
    format
        .call1(&JsValue::NULL, &number.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| number.to_string())
}

/// Where the catalogue is: the page names it, because its name carries a hash.
fn address(language: Language) -> Option<String> {
    let link = format!("link[rel=chartkey-language][hreflang={}]", language.code());
    document().query_selector(&link).ok()??.get_attribute("href")
}
