//! QR codes by the camera, where the browser reads them itself. No picture leaves this page.

use super::js;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlVideoElement, MediaStream};

/// Why nothing is scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoCamera {
    /// The browser reads no QR codes, or there is no camera.
    Unsupported,
    /// Its owner said no.
    Refused,
}

/// A camera that looks for QR codes; it is switched off when this is dropped.
pub(crate) struct Camera {
    stream: JsValue,
    detector: JsValue,
}

/// Whether this browser can read QR codes at all.
pub(crate) fn can_scan() -> bool {
    detector().is_some() && devices().is_some()
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
        let (devices, detector) = (devices().ok_or(NoCamera::Unsupported)?, detector().ok_or(NoCamera::Unsupported)?);
        // The camera at the back of a phone; whatever there is elsewhere.
        let behind = js::object(&[("video", js::object(&[("facingMode", "environment".into())]))]);
        let stream = js::call(&devices, "getUserMedia", &[behind]).await.map_err(|error| why(&error))?;
        let camera = Self { stream, detector };
        video.set_src_object(camera.stream.dyn_ref::<MediaStream>());
        js::call(video, "play", &[]).await.map_err(|_| NoCamera::Unsupported)?;
        Ok(camera)
    }

    /// The text of a QR code that is in view.
    pub(crate) async fn read(&self, video: &HtmlVideoElement) -> Option<String> {
        let found = js::call(&self.detector, "detect", &[video.into()]).await.ok()?;
        js::text(&found.dyn_into::<Array>().ok()?.get(0), "rawValue")
    }
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
