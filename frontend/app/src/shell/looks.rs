//! How it looks: light or dark, contrast, motion. What is not chosen follows the device.

use leptos::prelude::*;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident in $note:literal { $($(#[$about:meta])* $variant:ident => $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) enum $name {
            /// As the device says.
            #[default]
            Device,
            $($(#[$about])* $variant,)*
        }

        impl $name {
            const NOTE: &str = $note;

            const fn word(self) -> Option<&'static str> {
                match self { Self::Device => None, $(Self::$variant => Some($word),)* }
            }

            fn of(word: &str) -> Self {
                match word { $($word => Self::$variant,)* _ => Self::Device }
            }
        }
    };
}

choice! {
    /// Light or dark.
    Theme in "chartkey.theme" {
        /// Dark ink on light paper.
        Light => "light",
        /// Light ink on dark paper.
        Dark => "dark",
    }
}

choice! {
    /// How strong the difference is between ink and paper.
    Contrast in "chartkey.contrast" {
        /// As drawn.
        Usual => "usual",
        /// Stronger.
        More => "more",
    }
}

choice! {
    /// Whether anything moves.
    Motion in "chartkey.motion" {
        /// Nothing does.
        Less => "less",
    }
}

/// The choices of this device.
#[derive(Clone, Copy)]
pub(crate) struct Looks {
    /// Light or dark.
    pub(crate) theme: RwSignal<Theme>,
    /// Contrast.
    pub(crate) contrast: RwSignal<Contrast>,
    /// Motion.
    pub(crate) motion: RwSignal<Motion>,
}

impl Looks {
    /// Reads the choices, and keeps page and device in step with them. `web/start.js` has set the page before.
    pub(crate) fn begin() -> Self {
        let looks = Self {
            theme: RwSignal::new(Theme::of(&noted(Theme::NOTE))),
            contrast: RwSignal::new(Contrast::of(&noted(Contrast::NOTE))),
            motion: RwSignal::new(Motion::of(&noted(Motion::NOTE))),
        };
        Effect::new(move |before: Option<()>| {
            let (theme, contrast, motion) = (looks.theme.get(), looks.contrast.get(), looks.motion.get());
            if before.is_some() {
                note(Theme::NOTE, theme.word());
                note(Contrast::NOTE, contrast.word());
                note(Motion::NOTE, motion.word());
            }
            let dark = theme.word().unwrap_or(if asks("(prefers-color-scheme: dark)") { "dark" } else { "light" });
            let more = contrast.word().unwrap_or(if asks("(prefers-contrast: more)") { "more" } else { "usual" });
            show("data-theme", dark);
            show("data-contrast", more);
            show("data-motion", motion.word().unwrap_or("device"));
        });
        looks
    }
}

fn noted(name: &str) -> String {
    let storage = window().local_storage().ok().flatten();
    storage.and_then(|storage| storage.get_item(name).ok()?).unwrap_or_default()
}

fn note(name: &str, word: Option<&str>) {
    // Without storage the choice lasts until the page is closed.
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match word {
            Some(word) => storage.set_item(name, word),
            None => storage.remove_item(name),
        };
    }
}

fn asks(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|answer| answer.matches())
}

fn show(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // The root takes every attribute.
        let _ = root.set_attribute(name, value);
    }
}
