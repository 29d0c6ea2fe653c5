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
        Self::read(language, text)
    }

    fn read(language: Language, text: String) -> Option<Self> {
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
        Some(Self(bundle))
    }

    /// The words of a key.
    pub(super) fn say(&self, key: &str, arguments: &[(&'static str, Argument)]) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.value())).collect();
        Some(self.0.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }
}

/// The words of a key in the first of these catalogues that has it.
pub(super) fn first_said(
    catalogues: [&Option<Catalogue>; 2],
    key: &str,
    arguments: &[(&'static str, Argument)],
) -> Option<String> {
    catalogues.into_iter().flatten().find_map(|catalogue| catalogue.say(key, arguments))
}

/// Writes numbers as this language does, from now on.
pub(super) fn write_numbers(language: Language) {
    let tag = Array::of1(&JsValue::from_str(language.tag()));
    NUMBERS.set(Some(NumberFormat::new(&tag, &Object::new())));
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

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn words(language: Language, text: &str) -> Option<Catalogue> {
        Catalogue::read(language, text.to_owned())
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english_key_by_key() {
        let spanish = words(Language::Spanish, "key-give = Dar una llave\n");
        let english = words(Language::English, "key-give = Give a key\nkey-of = The key of { $name }\n");
        let said = |key, arguments: &[(&'static str, Argument)]| first_said([&spanish, &english], key, arguments);
        assert_eq!(said("key-give", &[]).as_deref(), Some("Dar una llave"));
        assert_eq!(said("key-of", &[("name", "Ada".into())]).as_deref(), Some("The key of Ada"));
        assert_eq!(said("key-lost", &[]), None);
        assert_eq!(first_said([&spanish, &None], "key-of", &[]), None, "while English is not there yet");
    }

    #[test]
    fn a_damaged_message_is_said_in_english_and_the_others_are_not() {
        let damaged = words(Language::Spanish, "one = { $\ntwo = dos\n");
        let english = words(Language::English, "one = one\ntwo = two\n");
        assert_eq!(first_said([&damaged, &english], "one", &[]).as_deref(), Some("one"));
        assert_eq!(first_said([&damaged, &english], "two", &[]).as_deref(), Some("dos"));
    }
}
