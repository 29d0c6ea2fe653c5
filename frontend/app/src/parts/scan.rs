//! Scanning a QR code with the camera.

use super::{Button, Look, Note, Tone, icons};
use crate::{
    ground::{
        camera::{Camera, NoCamera, can_scan},
        clock,
    },
    speech::t,
};
use leptos::{html, prelude::*, task::spawn_local};

/// Between two looks for a code.
const BETWEEN: u32 = 150;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Eye {
    Shut,
    Open,
    Failed(NoCamera),
}

/// A button that opens the camera until a code is seen, whose text is handed on. Where the browser cannot read codes it
/// says so, and the page offers to type instead.
#[component]
pub(crate) fn Scan<F>(
    /// What is scanned.
    #[prop(into)]
    label: Signal<String>,
    /// Takes the text.
    found: F,
) -> impl IntoView
where
    F: Fn(String) + Clone + Send + Sync + 'static,
{
    if !can_scan() {
        return view! { <p class="small soft">{t!("scan-not-here")}</p> }.into_any();
    }
    let eye = RwSignal::new(Eye::Shut);
    view! {
        <div class="stack">
            {move || match eye.get() {
                Eye::Open => view! { <Finder eye=eye found=found.clone() /> }.into_any(),
                Eye::Shut | Eye::Failed(_) => {
                    view! {
                        <Button icon=icons::CAMERA on_press=move || eye.set(Eye::Open)>
                            {label}
                        </Button>
                    }
                        .into_any()
                }
            }}
            <div role="status">
                {move || match eye.get() {
                    Eye::Failed(NoCamera::Refused) => {
                        Some(view! { <Note tone=Tone::Doubt>{t!("scan-refused")}</Note> }.into_any())
                    }
                    Eye::Failed(NoCamera::Unsupported) => {
                        Some(view! { <Note tone=Tone::Doubt>{t!("scan-no-camera")}</Note> }.into_any())
                    }
                    Eye::Open => Some(view! { <p class="small soft">{t!("scan-hold")}</p> }.into_any()),
                    Eye::Shut => None,
                }}
            </div>
        </div>
    }
    .into_any()
}

/// What the camera sees.
#[component]
fn Finder<F>(eye: RwSignal<Eye>, found: F) -> impl IntoView
where
    F: Fn(String) + Clone + Send + Sync + 'static,
{
    let video = NodeRef::<html::Video>::new();
    Effect::new(move |begun: Option<bool>| {
        let Some(video) = video.get() else { return false };
        if begun == Some(true) {
            return true;
        }
        let found = found.clone();
        spawn_local(async move {
            let camera = match Camera::open(&video).await {
                Ok(camera) => camera,
                Err(why) => {
                    let _ = eye.try_set(Eye::Failed(why));
                    return;
                }
            };
            // Shut by its button, or left with the page: the camera goes off.
            while eye.try_get_untracked() == Some(Eye::Open) && video.is_connected() {
                if let Some(text) = camera.read(&video).await {
                    let _ = eye.try_set(Eye::Shut);
                    return found(text);
                }
                clock::pause(BETWEEN).await;
            }
        });
        true
    });
    view! {
        <div class="stack">
            <video class="finder" node_ref=video prop:muted=true playsinline=true aria-label=t!("scan-view")></video>
            <Button look=Look::Quiet icon=icons::CROSS on_press=move || eye.set(Eye::Shut)>
                {t!("scan-stop")}
            </Button>
        </div>
    }
}
