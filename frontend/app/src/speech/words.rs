//! Words that are said again in another language.

use super::say_key;
use leptos::{prelude::Signal, tachys::reactive_graph::ReactiveFunction};
use std::sync::{Arc, Mutex};

/// Words for a view, written `t!("key")`. One type and no closures: the library weaves whatever draws a text anew for
/// each type it meets, and there are some fifteen hundred texts.
#[derive(Clone)]
pub(crate) enum Words {
    /// The words of a key.
    Plain(&'static str),
    /// Words with something put into them.
    Made(Arc<dyn Fn() -> String + Send + Sync>),
}

impl Words {
    /// Words with something put into them.
    pub(crate) fn made(how: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self::Made(Arc::new(how))
    }

    /// For whatever takes a signal.
    pub(crate) fn signal(self) -> Signal<String> {
        Signal::derive(move || self.say())
    }

    fn say(&self) -> String {
        match self {
            Self::Plain(key) => say_key(key, &[]),
            Self::Made(how) => how(),
        }
    }
}

impl From<Words> for Signal<String> {
    fn from(words: Words) -> Self {
        words.signal()
    }
}

impl ReactiveFunction for Words {
    type Output = String;

    fn invoke(&mut self) -> String {
        self.say()
    }

    fn into_shared(self) -> Arc<Mutex<dyn FnMut() -> String + Send>> {
        Arc::new(Mutex::new(move || self.say()))
    }
}
