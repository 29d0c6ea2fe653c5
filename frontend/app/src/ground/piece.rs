//! A piece of a picture that is in view.

use base64::{Engine, prelude::BASE64_STANDARD};
use chartkey_flows::facts::Region;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement};

/// So much of a line's height is left around it.
const ROOM: f64 = 0.4;
/// No piece is wider, however large the picture.
const WIDEST: f64 = 1_600.0;

/// The piece as a PNG; nothing where no picture is drawn there, or not on the first page.
pub(crate) fn piece(within: &Element, at: Region) -> Option<Vec<u8>> {
    if at.page != 1 {
        return None;
    }
    let picture = within.query_selector(".plate > img").ok()??.dyn_into::<HtmlImageElement>().ok()?;
    let (width, height) = (f64::from(picture.natural_width()), f64::from(picture.natural_height()));
    let room = at.height * height * ROOM;
    let (left, top) = ((at.x * width - room).max(0.0), (at.y * height - room).max(0.0));
    let right = ((at.x + at.width) * width + room).min(width);
    let foot = ((at.y + at.height) * height + room).min(height);
    let (across, down) = (right - left, foot - top);
    if across < 1.0 || down < 1.0 {
        return None;
    }
    let scale = (WIDEST / across).min(1.0);
    let document = web_sys::window()?.document()?;
    let canvas = document.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width((across * scale).ceil() as u32);
    canvas.set_height((down * scale).ceil() as u32);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (wide, high) = (across * scale, down * scale);
    context
        .draw_image_with_html_image_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &picture, left, top, across, down, 0.0, 0.0, wide, high,
        )
        .ok()?;
    let url = canvas.to_data_url().ok()?;
    BASE64_STANDARD.decode(url.strip_prefix("data:image/png;base64,")?).ok()
}
