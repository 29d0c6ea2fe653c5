//! A link to hand on: as a code to scan, and as a text to send.

use crate::{
    parts::{Copy, Note, Qr},
    places::Place,
    speech::t,
};
use leptos::prelude::*;
use zeroize::Zeroizing;

/// The link behind the address of our own viewer: whoever opens it sees it in any browser, and a health app reads it as
/// it is.
fn viewer_address(text: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    // What stands behind `#` is not sent to anybody.
    format!("{origin}{}#{text}", Place::Shared.path())
}

/// The code, and both texts.
#[component]
pub(in super::super) fn LinkPaper(
    /// The link, `shlink:/` in front.
    text: Zeroizing<String>,
) -> impl IntoView {
    let address = viewer_address(&text);
    let bare = text.to_string();
    view! {
        <div class="stack link-paper">
            <Qr text=address.clone() label=t!("link-qr") />
            <div class="row between">
                <div class="grow">
                    <h3 class="small">{t!("link-for-people")}</h3>
                    <p class="mono tiny clip">{address.clone()}</p>
                </div>
                <Copy text=address label=t!("link-copy").signal() />
            </div>
            <div class="row between">
                <div class="grow">
                    <h3 class="small">{t!("link-for-apps")}</h3>
                    <p class="mono tiny clip">{bare.clone()}</p>
                </div>
                <Copy text=bare label=t!("link-copy-app").signal() />
            </div>
            <Note>{t!("link-key-inside")}</Note>
        </div>
    }
}
