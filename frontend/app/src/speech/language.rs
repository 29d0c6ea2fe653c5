//! The five languages, and which is spoken.

use leptos::prelude::window;

/// A language the app speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    /// English.
    English,
    /// हिन्दी.
    Hindi,
    /// Español.
    Spanish,
    /// العربية.
    Arabic,
    /// 中文.
    Chinese,
}

/// Where the choice is remembered on this device.
const NOTE: &str = "chartkey.language";

impl Language {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Self; 5] = [Self::English, Self::Hindi, Self::Spanish, Self::Arabic, Self::Chinese];

    /// The catalogue's folder.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Hindi => "hi",
            Self::Spanish => "es",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
        }
    }

    /// How browsers name it; decides how dates and numbers are written.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            // Day before month, as in most of the world.
            Self::English => "en-GB",
            Self::Hindi => "hi-IN",
            Self::Spanish => "es",
            Self::Arabic => "ar",
            Self::Chinese => "zh-CN",
        }
    }

    /// Its own name for itself, which needs no translation.
    pub(crate) const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Hindi => "हिन्दी",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
            Self::Chinese => "中文",
        }
    }

    /// Whether it is written from the right.
    pub(crate) const fn is_rtl(self) -> bool {
        matches!(self, Self::Arabic)
    }

    pub(super) const fn direction(self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }

    /// The one a tag such as `es-MX` asks for.
    fn of_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The first the browser's owner asks for that we speak.
    pub(super) fn of_browser() -> Self {
        let wanted = window().navigator().languages();
        wanted.iter().filter_map(|tag| Self::of_tag(&tag.as_string()?)).next().unwrap_or(Self::English)
    }

    pub(super) fn remembered() -> Option<Self> {
        Self::of_tag(&window().local_storage().ok()??.get_item(NOTE).ok()??)
    }

    pub(super) fn remember(self) {
        // Without storage the choice lasts until the page is closed.
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(NOTE, self.code());
        }
    }
}
