//! What is said, in the language chosen: every visible word comes from a catalogue in `languages/`.
//!
//! `t!("key", name = value)` is a closure for a view, which follows the language; `say!` is the words at once. A key
//! that is chosen by a `match` is written `key!("key")` there and said by [`say_key`], so that the check finds it.

mod argument;
mod catalogue;
mod language;

pub(crate) use argument::Argument;
pub(crate) use language::Language;

use catalogue::Catalogue;
use leptos::{prelude::*, reactive::graph::Observer};
use std::cell::RefCell;

/// Words for a view: a closure that follows the language. Arguments are moved into it.
macro_rules! t {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        move || $crate::speech::say_key($key, &[$((stringify!($name), $crate::speech::Argument::from($value))),*])
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
    // The signal and not the catalogue is what views follow: a catalogue is neither copied nor shared.
    static LANGUAGE: ArcRwSignal<Language> = ArcRwSignal::new(Language::English);
}

/// The words of a key. A key the catalogue lacks is shown as itself; the check keeps that from happening.
pub(crate) fn say_key(key: &str, arguments: &[(&'static str, Argument)]) -> String {
    LANGUAGE.with(follow);
    SPOKEN
        .with_borrow(|spoken| spoken.as_ref().and_then(|catalogue| catalogue.say(key, arguments)))
        .unwrap_or_else(|| key.to_owned())
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
    leptos::task::spawn_local(async move {
        if speak(language).await {
            language.remember();
        }
    });
}

async fn speak(language: Language) -> bool {
    let Some(catalogue) = Catalogue::fetch(language).await else { return false };
    SPOKEN.set(Some(catalogue));
    if let Some(root) = document().document_element() {
        // A browser that refuses an attribute still shows the words.
        let _ = root.set_attribute("lang", language.tag());
        let _ = root.set_attribute("dir", language.direction());
    }
    LANGUAGE.with(|signal| signal.set(language));
    true
}
