//! What was opened, given into people's hands: shown, or saved as a file.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Only these may be shown from an address of our own: none of them can carry a script.
const HARMLESS: [&str; 7] =
    ["image/png", "image/jpeg", "image/webp", "image/gif", "application/pdf", "text/plain", "application/octet-stream"];

/// An address in this page under which bytes can be shown; it ends when this is dropped.
pub(crate) struct Shown {
    url: String,
}

impl Shown {
    /// Makes an address for bytes of a checked type; others are served as plain bytes, which browsers save and do not
    /// show. `None` when the browser has no room.
    pub(crate) fn new(bytes: &[u8], media_type: &str) -> Option<Self> {
        let kind = HARMLESS.iter().find(|kind| **kind == media_type).unwrap_or(&"application/octet-stream");
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        Some(Self { url: Url::create_object_url_with_blob(&blob).ok()? })
    }

    /// The address.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        // What cannot be revoked ends with the page.
        let _ = Url::revoke_object_url(&self.url);
    }
}

/// Saves bytes as a file of that name; whether the browser did so.
pub(crate) fn save(name: &str, bytes: &[u8]) -> bool {
    // As plain bytes, so that no browser opens it in our origin instead of saving.
    let Some(shown) = Shown::new(bytes, "application/octet-stream") else { return false };
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let link = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return false };
    link.set_href(shown.url());
    link.set_download(name);
    link.click();
    // The browser takes the bytes a moment later; before that the address must stay.
    gloo_timers::callback::Timeout::new(60_000, move || drop(shown)).forget();
    true
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print does nothing, and the words stay on the screen.
        let _ = window.print();
    }
}
