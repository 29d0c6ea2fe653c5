//! Small notes that survive a reload, in the browser's own store for this site.

use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use chartkey_flows::{Drawer, Jammed};
use web_sys::Storage;

/// In front of every name, so that what belongs to other parts of the app is left alone.
const PREFIX: &str = "chartkey.note.";

/// The drawer. What lies in it is nothing secret: anybody who uses this browser's profile may read it.
pub(crate) struct LocalNotes;

impl Drawer for LocalNotes {
    fn put(&self, name: &str, note: &[u8]) -> Result<(), Jammed> {
        let kept = store()?.set_item(&format!("{PREFIX}{name}"), &BASE64_STANDARD_NO_PAD.encode(note));
        kept.map_err(|_| Jammed("its storage is full, or kept empty in a private window".into()))
    }

    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Jammed> {
        let kept = store()?.get_item(&format!("{PREFIX}{name}")).map_err(|_| closed())?;
        let read = |text: String| BASE64_STANDARD_NO_PAD.decode(text);
        kept.map(read).transpose().map_err(|_| Jammed("a note is damaged".into()))
    }

    fn names(&self, prefix: &str) -> Result<Vec<String>, Jammed> {
        let store = store()?;
        let all = 0..store.length().map_err(|_| closed())?;
        let names = all.filter_map(|index| store.key(index).ok().flatten());
        let ours = names.filter_map(|name| name.strip_prefix(PREFIX).map(str::to_owned));
        let mut ours: Vec<String> = ours.filter(|name| name.starts_with(prefix)).collect();
        ours.sort();
        Ok(ours)
    }

    fn remove(&self, name: &str) -> Result<(), Jammed> {
        store()?.remove_item(&format!("{PREFIX}{name}")).map_err(|_| closed())
    }
}

fn store() -> Result<Storage, Jammed> {
    let window = web_sys::window().ok_or_else(closed)?;
    window.local_storage().ok().flatten().ok_or_else(closed)
}

fn closed() -> Jammed {
    Jammed("this browser keeps nothing for this site".into())
}

/// A word this device remembers for the app itself, such as which wallet was chosen.
pub(crate) fn remembered(name: &str) -> Option<String> {
    store().ok()?.get_item(&format!("chartkey.{name}")).ok().flatten()
}

/// Remembers a word, or forgets it. A browser that keeps nothing asks again next time.
pub(crate) fn remember(name: &str, word: Option<&str>) {
    let Ok(store) = store() else { return };
    let name = format!("chartkey.{name}");
    let _ = match word {
        Some(word) => store.set_item(&name, word),
        None => store.remove_item(&name),
    };
}
