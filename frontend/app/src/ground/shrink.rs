//! A photograph made small enough to be published with an entry.

use super::js;
use base64::{Engine, prelude::BASE64_STANDARD};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

/// Longest sides that are tried, and how good the picture is: writing stays legible longest in a large, coarse picture.
const TRIES: [(f64, f64); 9] = [
    (1600.0, 0.6),
    (1600.0, 0.4),
    (1280.0, 0.5),
    (1280.0, 0.35),
    (1024.0, 0.45),
    (1024.0, 0.3),
    (800.0, 0.4),
    (640.0, 0.4),
    (480.0, 0.35),
];

/// The picture as a JPEG of at most so many bytes; nothing when the browser cannot read it.
pub(crate) async fn shrink(file: &File, most: usize) -> Option<Vec<u8>> {
    let window = web_sys::window()?;
    let read = js::call(&window, "createImageBitmap", &[file.into()]).await.ok()?;
    let picture: ImageBitmap = read.dyn_into().ok()?;
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let canvas: HtmlCanvasElement = window.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let ground: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    for (side, quality) in TRIES {
        let scale = (side / width.max(height)).min(1.0);
        let (across, down) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
        canvas.set_width(across as u32);
        canvas.set_height(down as u32);
        // What is transparent would be black in a JPEG.
        ground.set_fill_style_str("#fff");
        ground.fill_rect(0.0, 0.0, across, down);
        ground.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, across, down).ok()?;
        let text = canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &quality.into()).ok()?;
        let bytes = BASE64_STANDARD.decode(text.strip_prefix("data:image/jpeg;base64,")?).ok()?;
        if bytes.len() <= most {
            return Some(bytes);
        }
    }
    None
}
