//! QR codes, drawn on this device.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// A text as a QR code: black on white in every theme, or scanners fail.
#[component]
pub(crate) fn Qr(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// What it is, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="qr" role="img" aria-label=label>
            {move || {
                drawn(&text.get())
                    .map(|(side, path)| {
                        view! {
                            <svg viewBox=format!("0 0 {side} {side}") aria-hidden="true">
                                <path d=path></path>
                            </svg>
                        }
                    })
            }}
        </div>
    }
}

/// Side length with the quiet zone, and one path of all dark squares. A text that is too long has none.
fn drawn(text: &str) -> Option<(usize, String)> {
    const QUIET: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (nth, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", nth % width + QUIET, nth / width + QUIET));
        }
    }
    Some((width + 2 * QUIET, path))
}
