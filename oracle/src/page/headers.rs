//! What a browser is told about the app's pages.

use crate::settings::Settings;
use axum::http::{HeaderMap, HeaderValue};

/// What the app may do in a browser. Everything that is not named is forbidden.
///
/// `wasm-unsafe-eval` allows the app's own WebAssembly, and no `eval`. There is no `unsafe-inline`: styles that are
/// computed are set through the object model, which no policy takes for a style in the text. `blob:` is what was opened
/// on this device: images, sound, and a PDF in the browser's own viewer. Trusted Types: HTML becomes elements only
/// through the policy `chartkey` (`frontend/app/web/trust.js`), which takes what the compiler wrote into the program and
/// nothing made at run time.
pub(super) fn policy(settings: &Settings) -> HeaderValue {
    let node = &settings.public_node;
    // A settings file is trusted, but a slip in it must not open the policy.
    let is_address = ["ws://", "wss://"].iter().any(|scheme| node.starts_with(scheme))
        && node.chars().all(|c| c.is_ascii_graphic() && !";,'\"".contains(c));
    let node = if is_address { node.as_str() } else { "" };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
         img-src 'self' blob:; media-src blob:; frame-src blob:; connect-src 'self' {node}; worker-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types chartkey"
    );
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// The camera photographs reports and reads QR codes; passkeys open the vault; nothing else of a device is used.
const PERMISSIONS: &str = "camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), \
     clipboard-write=(self), clipboard-read=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=(), \
     accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), midi=()";

/// Headers of pages and their parts.
pub(super) fn say(headers: &mut HeaderMap, policy: &HeaderValue) {
    headers.insert("content-security-policy", policy.clone());
    // A window that opened this one, or was opened by it, cannot reach in.
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static(PERMISSIONS));
}
