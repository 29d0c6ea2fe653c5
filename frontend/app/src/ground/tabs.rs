//! Other tabs of this app: locking or leaving in one does it in all.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "chartkey";

/// What tabs tell each other. No secret and no name is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// The vault was locked.
    Locked,
    /// Somebody signed out.
    Left,
    /// Somebody is using the app, so it need not lock.
    Here,
}

impl Word {
    const ALL: [(Self, &str); 3] = [(Self::Locked, "locked"), (Self::Left, "left"), (Self::Here, "here")];

    fn text(self) -> &'static str {
        Self::ALL.iter().find(|(word, _)| *word == self).map_or("", |(_, text)| text)
    }

    fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == text).map(|(word, _)| *word)
    }
}

/// A line to the other tabs, open until it is dropped.
pub(crate) struct Tabs {
    channel: BroadcastChannel,
    _hears: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Opens the line; `None` in a browser without one, where each tab locks by itself.
    pub(crate) fn open(told: impl Fn(Word) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let hears = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(word) = event.data().as_string().and_then(|text| Word::read(&text)) {
                told(word);
            }
        });
        channel.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        Some(Self { channel, _hears: hears })
    }

    /// Tells the others.
    pub(crate) fn tell(&self, word: Word) {
        // A line that broke costs the other tabs their own minutes until they lock.
        let _ = self.channel.post_message(&word.text().into());
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
