//! Chartkey in the browser: five people, one wallet, nothing to learn.
//!
//! Read downwards as a person meets it: `ground` is what the browser gives, `hand` who is here, `ask` and `act` how
//! something is fetched and how something is signed, `speech` and `words` what is said, `parts` what it is said with,
//! `pages` where. Every rule lives in `chartkey-flows`; a page holds none.

#![allow(unreachable_pub, reason = "the macro of components writes `pub` beside what is seen in this crate only")]

mod ground;

mod act;
mod ask;
mod hand;
mod shelf;

mod speech;
mod words;

mod places;

mod parts;
mod shell;

mod pages;
mod pieces;

mod app;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

fn main() {
    console_error_panic_hook::set_once();
    // The words come first: nothing is drawn that cannot be said.
    wasm_bindgen_futures::spawn_local(async {
        speech::begin().await;
        leptos::mount::mount_to_body(app::App);
        if let Some(opening) = leptos::prelude::document().get_element_by_id("opening") {
            opening.remove();
        }
    });
}
