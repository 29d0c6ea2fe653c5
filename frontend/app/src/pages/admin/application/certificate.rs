//! The certificate, as it was published with the application.

use crate::{
    ground::save::{self, Shown},
    parts::{Button, Note, Section, Sheet, Tone, icons},
    speech::t,
    words,
};
use chartkey_flows::directory::Certificate;
use leptos::prelude::*;

/// The certificate; images are shown, all else is saved as a file.
#[component]
pub(super) fn Paper(certificate: Option<Certificate>) -> impl IntoView {
    view! {
        <Section title=t!("certificate")>
            {match certificate {
                Some(certificate) => view! { <File certificate=certificate /> }.into_any(),
                None => {
                    view! {
                        <Note tone=Tone::Doubt>
                            <strong>{t!("certificate-none")}</strong>
                            " "
                            {t!("certificate-none-note")}
                        </Note>
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}

#[component]
fn File(certificate: Certificate) -> impl IntoView {
    let Certificate { name, media_type, content } = certificate;
    let size = content.0.len() as u64;
    let is_image = matches!(media_type.as_str(), "image/jpeg" | "image/png" | "image/webp");
    // It ends with the page.
    let shown = StoredValue::new_local(is_image.then(|| Shown::new(&content.0, &media_type)).flatten());
    let address = shown.with_value(|shown| shown.as_ref().map(|shown| shown.url().to_owned()));
    let (file, told) = (name.clone(), name);
    let keep = move || {
        save::save(&file, &content.0);
    };
    view! {
        <Sheet>
            {address
                .map(|address| {
                    view! {
                        <div class="paper">
                            <img src=address alt=t!("certificate-image") />
                        </div>
                    }
                })}
            <div class="row between wrap">
                <span class="small soft">{told} " · " {move || words::bytes(size)}</span>
                <Button icon=icons::DOWNLOAD on_press=keep>
                    {t!("certificate-save")}
                </Button>
            </div>
            <p class="small soft">{t!("certificate-public")}</p>
        </Sheet>
    }
}
