//! The certificate: a file the council looks at, published with the entry.

use crate::{
    ground::{files::Picked, shrink::shrink},
    parts::{Button, I, Look, Note, Tone, icons},
    speech::{key, say_key, t},
    words,
};
use chartkey_flows::{
    Content,
    directory::{Certificate, LARGEST_CERTIFICATE},
};
use chartkey_protocol::Bytes;
use leptos::{prelude::*, task::spawn_local};
use web_sys::{File, HtmlInputElement};

/// Chooses the file.
#[component]
pub(crate) fn ChooseCertificate(
    /// The file that was chosen; it is small enough.
    chosen: RwSignal<Option<Certificate>>,
) -> impl IntoView {
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<&'static str>));
    let pick = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // So that the same file can be chosen once more.
        input.set_value("");
        let Some(file) = file else { return };
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            match read(&file).await {
                Ok(certificate) => drop(chosen.try_set(Some(certificate))),
                Err(key) => drop(trouble.try_set(Some(key))),
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <div class="entry">
            <span class="label">{t!("form-certificate")}</span>
            <label class="drop">
                <I of=icons::UPLOAD big=true />
                <strong>{t!("form-certificate-choose")}</strong>
                <span class="small soft">{t!("form-certificate-kinds")}</span>
                <input
                    class="unseen"
                    type="file"
                    accept="image/jpeg,image/png,image/webp,application/pdf"
                    on:change=pick
                />
            </label>
            <p class="help">{t!("form-certificate-public")}</p>
            <div role="status">
                {move || busy.get().then(|| view! { <p class="small soft">{t!("form-certificate-busy")}</p> })}
                {move || {
                    trouble.get().map(|key| view! { <Note tone=Tone::Doubt>{move || say_key(key, &[])}</Note> })
                }}
                {move || {
                    chosen
                        .get()
                        .map(|certificate| {
                            let size = certificate.content.0.len() as u64;
                            view! {
                                <div class="row between wrap">
                                    <span class="small row tight">
                                        <I of=icons::FILE_CHECK />
                                        <span class="clip">{certificate.name}</span>
                                        " · "
                                        {move || words::bytes(size)}
                                    </span>
                                    <Button look=Look::Quiet on_press=move || chosen.set(None)>
                                        {t!("form-certificate-remove")}
                                    </Button>
                                </div>
                            }
                        })
                }}
            </div>
        </div>
    }
}

/// Reads and checks the file; a picture that is too large is made smaller.
async fn read(file: &File) -> Result<Certificate, &'static str> {
    let mut picked = Picked::new(file.clone());
    let checked = picked.inspect().await.map_err(|_| key!("form-certificate-unfit"))?;
    let is_image = matches!(checked.media_type, "image/jpeg" | "image/png" | "image/webp");
    if !is_image && checked.media_type != "application/pdf" {
        return Err(key!("form-certificate-unfit"));
    }
    if picked.len() <= LARGEST_CERTIFICATE as u64 {
        let mut bytes = vec![0; picked.len() as usize];
        Content::read(&mut picked, 0, &mut bytes).await.map_err(|_| key!("form-certificate-unfit"))?;
        let media_type = checked.media_type.to_owned();
        return Ok(Certificate { name: checked.file_name, media_type, content: Bytes(bytes) });
    }
    if !is_image {
        return Err(key!("form-certificate-large"));
    }
    let bytes = shrink(file, LARGEST_CERTIFICATE).await.ok_or(key!("form-certificate-large"))?;
    Ok(Certificate { name: checked.file_name, media_type: "image/jpeg".into(), content: Bytes(bytes) })
}
