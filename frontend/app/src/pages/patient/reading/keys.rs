//! From field to field without a mouse: Enter says that a line is right and goes on, Escape leaves it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// What a key in a field asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// It is right.
    Right,
    /// Leave it.
    Leave,
}

/// The wish of a key that was pressed in a field; nothing where it is for somebody else.
pub(super) fn wish(event: &KeyboardEvent) -> Option<Wish> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    // Enter ends a word while Chinese or Hindi is being put together.
    if event.is_composing() {
        return None;
    }
    match event.key().as_str() {
        "Enter" => Some(Wish::Right),
        "Escape" => {
            // Where the cursor was, the next Tab goes on from there.
            let _ = field.blur();
            Some(Wish::Leave)
        }
        _ => None,
    }
}

/// Puts the cursor into the next line that waits; when none does, into the line after this one among those that were
/// sure, or onto the button that keeps them all.
pub(super) fn go_on(from: &Element) {
    let found = from.closest(".cells").ok().flatten().and_then(|all| {
        let cells = every(&all, ".cell");
        let here = cells.iter().position(|cell| cell.contains(Some(from)))?;
        let waits = |cell: &&Element| !cell.contains(Some(from)) && cell.class_list().contains("waits");
        let (before, after) = cells.split_at(here + 1);
        let waiting = after.iter().find(waits).or_else(|| before.iter().find(waits));
        let sure = || from.closest("details").ok().flatten().and_then(|_| after.first());
        let next = waiting.or_else(sure).cloned();
        next.or_else(|| all.query_selector(".keep").ok().flatten())
    });
    if let Some(next) = found {
        enter(&next);
    }
}

/// Puts the cursor into a line, by its number.
pub(super) fn go_to(within: &Element, nth: usize) {
    let cell = within.query_selector(&format!(".cell[data-nth=\"{nth}\"]")).ok().flatten();
    if let Some(cell) = cell {
        enter(&cell);
    }
}

fn enter(cell: &Element) {
    if let Some(closed) = cell.closest("details").ok().flatten() {
        // Where it cannot be opened the person does so.
        let _ = closed.set_attribute("open", "");
    }
    let field = cell.query_selector("input.field, .btn.main").ok().flatten();
    let field = field.or_else(|| cell.query_selector("button").ok().flatten());
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) else { return };
    // What cannot take the cursor leaves it where it was.
    let _ = field.focus();
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
}

fn every(within: &Element, which: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(which) else { return Vec::new() };
    (0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into().ok()).collect()
}

/// A line's box, for whoever goes on from it.
pub(super) fn box_of(event: &KeyboardEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
