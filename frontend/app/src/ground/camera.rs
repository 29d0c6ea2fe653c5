//! QR codes by the camera: by the browser itself where it reads them, by us where it does not. No picture leaves this
//! page.

use super::js;
use js_sys::Array;
use quircs::Quirc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream};

/// Pictures are looked at in this width: enough for a code that fills a third of it, and quick on a phone.
const WIDTH: u32 = 640;

/// Why nothing is scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoCamera {
    /// There is no camera.
    Unsupported,
    /// Its owner said no.
    Refused,
}

/// A camera that looks for QR codes; it is switched off when this is dropped.
pub(crate) struct Camera {
    stream: JsValue,
    reader: Reader,
}

/// Who reads the codes.
enum Reader {
    Browser(JsValue),
    Own(CanvasRenderingContext2d),
}

/// Whether this browser lets a page see through a camera.
pub(crate) fn can_scan() -> bool {
    devices().is_some()
}

fn devices() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    js::field(&navigator, "mediaDevices")
}

fn detector() -> Option<JsValue> {
    let window = web_sys::window()?;
    let maker = js::field(&window, "BarcodeDetector")?;
    let formats = js::object(&[("formats", Array::of1(&"qr_code".into()).into())]);
    js_sys::Reflect::construct(maker.dyn_ref::<js_sys::Function>()?, &Array::of1(&formats)).ok()
}

impl Camera {
    /// Switches the camera on and shows what it sees.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) async fn open(video: &HtmlVideoElement) -> Result<Self, NoCamera> {
        let devices = devices().ok_or(NoCamera::Unsupported)?;
        let reader = detector().map(Reader::Browser).or_else(|| Some(Reader::Own(canvas()?)));
        let reader = reader.ok_or(NoCamera::Unsupported)?;
        // The camera at the back of a phone; whatever there is elsewhere.
        let behind = js::object(&[("video", js::object(&[("facingMode", "environment".into())]))]);
        let stream = js::call(&devices, "getUserMedia", &[behind]).await.map_err(|error| why(&error))?;
        let camera = Self { stream, reader };
        video.set_src_object(camera.stream.dyn_ref::<MediaStream>());
        js::call(video, "play", &[]).await.map_err(|_| NoCamera::Unsupported)?;
        Ok(camera)
    }

    /// The text of a QR code that is in view.
    pub(crate) async fn read(&self, video: &HtmlVideoElement) -> Option<String> {
        match &self.reader {
            Reader::Browser(detector) => {
                let found = js::call(detector, "detect", &[video.into()]).await.ok()?;
                js::text(&found.dyn_into::<Array>().ok()?.get(0), "rawValue")
            }
            Reader::Own(canvas) => seen(canvas, video),
        }
    }
}

fn canvas() -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let often = js::object(&[("willReadFrequently", true.into())]);
    canvas.get_context_with_context_options("2d", &often).ok()??.dyn_into().ok()
}

fn seen(context: &CanvasRenderingContext2d, video: &HtmlVideoElement) -> Option<String> {
    let (wide, high) = (video.video_width(), video.video_height());
    if wide == 0 || high == 0 {
        return None;
    }
    let (width, height) = (WIDTH.min(wide), (WIDTH.min(wide) * high / wide).max(1));
    let canvas = context.canvas()?;
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let (to_width, to_height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, to_width, to_height).ok()?;
    let seen = context.get_image_data(0.0, 0.0, to_width, to_height).ok()?;
    code(width as usize, height as usize, &seen.data().0)
}

/// The text of a QR code in a picture: four bytes a pixel.
pub(crate) fn code(width: usize, height: usize, pixels: &[u8]) -> Option<String> {
    if pixels.len() < width * height * 4 {
        return None;
    }
    // Green is most of what an eye calls brightness.
    let greys: Vec<u8> = pixels.chunks_exact(4).take(width * height).map(|pixel| pixel[1]).collect();
    let mut reader = Quirc::default();
    reader.identify(width, height, &greys).find_map(|code| String::from_utf8(code.ok()?.decode().ok()?.payload).ok())
}

impl Drop for Camera {
    fn drop(&mut self) {
        let Some(stream) = self.stream.dyn_ref::<MediaStream>() else { return };
        for track in stream.get_tracks() {
            if let Ok(track) = track.dyn_into::<web_sys::MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}

fn why(error: &JsValue) -> NoCamera {
    match js::text(error, "name").as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoCamera::Refused,
        _ => NoCamera::Unsupported,
    }
}
