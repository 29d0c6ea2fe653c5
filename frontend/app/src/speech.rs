//! What is said, in the language chosen: every visible word comes from a catalogue in `languages/`.
//!
//! `t!("key", name = value)` is words for a view, which follow the language; `say!` is the words at once. A key that is
//! chosen by a `match` is written `key!("key")` there and said by [`say_key`], so that the check finds it.

mod argument;
mod catalogue;
mod language;
mod words;

pub(crate) use argument::Argument;
pub(crate) use language::Language;
pub(crate) use words::Words;

use catalogue::{Catalogue, first_said, write_numbers};
use leptos::{prelude::*, reactive::graph::Observer};
use std::cell::{Cell, RefCell};

/// [`Words`] for a view, which follow the language. Arguments are moved into them.
macro_rules! t {
    ($key:literal $(,)?) => {
        $crate::speech::Words::Plain($key)
    };
    ($key:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        $crate::speech::Words::made(move || $crate::speech::say!($key $(, $name = $value)+))
    };
}

/// Words at once, in the language of this moment.
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::speech::say_key($key, &[$((stringify!($name), $crate::speech::Argument::from($value))),*])
    };
}

/// The name of words said elsewhere.
macro_rules! key {
    ($key:literal) => {
        $key
    };
}

pub(crate) use {key, say, t};

thread_local! {
    static SPOKEN: RefCell<Option<Catalogue>> = const { RefCell::new(None) };
    // English, for what another language lacks.
    static ENGLISH: RefCell<Option<Catalogue>> = const { RefCell::new(None) };
    // Whether something was shown as its key.
    static LACKED: Cell<bool> = const { Cell::new(false) };
    // The signal and not the catalogue is what views follow: a catalogue is neither copied nor shared.
    static LANGUAGE: ArcRwSignal<Language> = ArcRwSignal::new(Language::English);
}

/// The words of a key. What the catalogue lacks is said in English, and what that lacks is shown as its key; the check
/// keeps both from happening.
pub(crate) fn say_key(key: &str, arguments: &[(&str, Argument)]) -> String {
    LANGUAGE.with(follow);
    let said =
        SPOKEN.with_borrow(|spoken| ENGLISH.with_borrow(|english| first_said([spoken, english], key, arguments)));
    said.unwrap_or_else(|| {
        LACKED.set(true);
        key.to_owned()
    })
}

/// Reads the English words, where another language is spoken and English has come; who calls it in a view follows both.
pub(crate) fn of_english<T>(read: impl FnOnce(&str) -> T) -> Option<T> {
    if language() == Language::English {
        return None;
    }
    let found = ENGLISH.with_borrow(|english| english.as_ref().map(|english| read(english.text())));
    if found.is_none() {
        // It is asked for again when English comes.
        LACKED.set(true);
    }
    found
}

/// The language of this moment; who calls it in a view follows it.
pub(crate) fn language() -> Language {
    LANGUAGE.with(|language| {
        follow(language);
        language.get_untracked()
    })
}

/// Follows a signal where there is somebody to follow it: words are said in views and in handlers alike.
pub(crate) fn follow(signal: &impl Track) {
    if Observer::get().is_some() {
        signal.track();
    }
}

/// Begins to speak before anything is drawn: the language chosen on this device, else the browser's.
pub(crate) async fn begin() {
    let wanted = Language::remembered().unwrap_or_else(Language::of_browser);
    if !speak(wanted).await {
        speak(Language::English).await;
    }
}

/// Speaks another language from now on, and remembers it.
pub(crate) fn choose(language: Language) {
    wasm_bindgen_futures::spawn_local(async move {
        if speak(language).await {
            language.remember();
        }
    });
}

async fn speak(language: Language) -> bool {
    let Some(catalogue) = Catalogue::fetch(language).await else { return false };
    write_numbers(language);
    SPOKEN.set(Some(catalogue));
    if let Some(root) = document().document_element() {
        // A browser that refuses an attribute still shows the words.
        let _ = root.set_attribute("lang", language.tag());
        let _ = root.set_attribute("dir", language.direction());
    }
    LANGUAGE.with(|signal| signal.set(language));
    if language != Language::English {
        // By the browser's own hand: the first words are fetched before Leptos has one.
        wasm_bindgen_futures::spawn_local(stand_in());
    }
    true
}

/// Fetches English beside the language chosen; nothing waits for it.
async fn stand_in() {
    if ENGLISH.with_borrow(Option::is_some) {
        return;
    }
    let Some(english) = Catalogue::fetch(Language::English).await else { return };
    ENGLISH.set(Some(english));
    // Whoever shows a key says it again.
    if LACKED.get() {
        LANGUAGE.with(|signal| signal.update(|_| ()));
    }
}
