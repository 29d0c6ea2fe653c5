//! A language's words, fetched when it is chosen.

use super::{Argument, Language};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use gloo_net::http::Request;
use js_sys::{Array, Intl::NumberFormat, Object};
use leptos::prelude::document;
use std::{cell::RefCell, collections::HashMap, ops::Range};
use wasm_bindgen::JsValue;

/// The words of one language. A message is understood when it is said for the first time: all of them together would
/// keep a phone from the first page for a third of a second.
pub(super) struct Catalogue {
    text: String,
    /// Where each message stands in the text.
    places: HashMap<String, Range<usize>>,
    understood: RefCell<FluentBundle<FluentResource>>,
}

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
        let mut bundle = FluentBundle::new(vec![language.code().parse().ok()?]);
        // Marks around every argument would stand in what people copy; `Argument` sets those that are needed.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => {
                NUMBERS.with_borrow(|numbers| Some(written(numbers.as_ref()?, number.value)))
            }
            _ => None,
        }));
        Some(Self { places: places(&text), text, understood: RefCell::new(bundle) })
    }

    /// All its messages, as they are written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The words of a key.
    pub(super) fn say(&self, key: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let place = self.places.get(key)?;
        let mut understood = self.understood.borrow_mut();
        if !understood.has_message(key) {
            // A damaged message is missing, the others serve.
            let message = FluentResource::try_new(self.text[place.clone()].to_owned()).ok()?;
            understood.add_resource(message).ok()?;
        }
        let pattern = understood.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.value())).collect();
        Some(understood.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }
}

/// Where each message stands: it begins with its name at the beginning of a line, and ends before the next. No message
/// of ours speaks of another.
fn places(text: &str) -> HashMap<String, Range<usize>> {
    let mut places = HashMap::new();
    let (mut name, mut from, mut at) = (None, 0, 0);
    for line in text.split_inclusive('\n') {
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let before = name.replace(line.split('=').next().unwrap_or_default().trim().to_owned());
            places.extend(before.map(|name| (name, from..at)));
            from = at;
        }
        at += line.len();
    }
    places.extend(name.map(|name| (name, from..at)));
    places
}

/// The words of a key in the first of these catalogues that has it.
pub(super) fn first_said(
    catalogues: [&Option<Catalogue>; 2],
    key: &str,
    arguments: &[(&str, Argument)],
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
        let said = |key, arguments: &[(&str, Argument)]| first_said([&spanish, &english], key, arguments);
        assert_eq!(said("key-give", &[]).as_deref(), Some("Dar una llave"));
        assert_eq!(said("key-of", &[("name", "Ada".into())]).as_deref(), Some("The key of Ada"));
        assert_eq!(said("key-lost", &[]), None);
        assert_eq!(first_said([&spanish, &None], "key-of", &[]), None, "while English is not there yet");
    }

    #[test]
    fn a_message_of_several_lines_is_said_whole_and_alone() {
        let text = "last = { $count ->\n    [one] One key\n   *[other] Many keys\n}\nnext = The next\n";
        let english = words(Language::English, text);
        let said = |key, count: u64| first_said([&english, &None], key, &[("count", count.into())]);
        assert_eq!(said("last", 1).as_deref(), Some("One key"));
        assert_eq!(said("last", 7).as_deref(), Some("Many keys"));
        assert_eq!(said("next", 1).as_deref(), Some("The next"));
    }

    #[test]
    fn a_damaged_message_is_said_in_english_and_the_others_are_not() {
        let damaged = words(Language::Spanish, "one = { $\ntwo = dos\n");
        let english = words(Language::English, "one = one\ntwo = two\n");
        assert_eq!(first_said([&damaged, &english], "one", &[]).as_deref(), Some("one"));
        assert_eq!(first_said([&damaged, &english], "two", &[]).as_deref(), Some("dos"));
    }
}
