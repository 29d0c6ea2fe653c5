//! The frame: with rail and bar for those who are known, a plain gate for those who are not.

use super::{
    Count, Looks, Standing,
    menu::{Bar, Rail},
};
use crate::{
    hand::hand,
    parts::{I, TITLE, icons},
    places::{Place, home},
    speech::{key, say, say_key, t},
};
use leptos::prelude::*;

/// What lies around every page.
#[component]
pub(crate) fn Frame(
    /// Which page it is.
    place: Memo<Place>,
    children: ChildrenFn,
) -> impl IntoView {
    let (count, hand) = (Count::new(), hand());
    provide_context(count);
    Effect::new(move |_| count.set(Place::Notices, u32::try_from(hand.unread()).unwrap_or(u32::MAX)));
    provide_context(Looks::begin());
    let standing = expect_context::<Standing>();
    let known = Memo::new(move |_| standing.role.get().is_some());
    let children = StoredValue::new(children);
    view! {
        <a class="btn main skip" href="#content">
            {t!("skip")}
        </a>
        {move || {
            if known.get() {
                view! { <Inside place=place>{children.with_value(|children| children())}</Inside> }.into_any()
            } else {
                view! { <Gate>{children.with_value(|children| children())}</Gate> }.into_any()
            }
        }}
    }
}

/// For those who are known.
#[component]
fn Inside(place: Memo<Place>, children: Children) -> impl IntoView {
    let standing = expect_context::<Standing>();
    let start = move || home(standing.role.get()).path();
    view! {
        <div class="app">
            <aside class="rail">
                <div class="row between">
                    <a class="brand" href=start>
                        <Brand />
                        "Chartkey"
                    </a>
                    <Bell />
                </div>
                <Rail place=place />
                <div class="foot">
                    <Who />
                </div>
            </aside>
            <div>
                <header class="top">
                    <a class="brand grow" href=start>
                        <Brand />
                        "Chartkey"
                    </a>
                    <Bell />
                    <a class="btn quiet icon" href=Place::More.path() aria-label=t!("place-more")>
                        <I of=icons::ACCOUNT />
                    </a>
                </header>
                <Offline />
                <main id="content" tabindex="-1" aria-labelledby=TITLE>
                    {children()}
                </main>
            </div>
            <Bar place=place />
        </div>
    }
}

/// For those who are not.
#[component]
fn Gate(children: Children) -> impl IntoView {
    view! {
        <div class="gate">
            <div>
                <Offline />
                <header class="lintel">
                    <a class="brand" href="/">
                        <Brand />
                        "Chartkey"
                    </a>
                    <span class="grow"></span>
                    <a class="btn quiet wide" href=Place::Directory.path()>
                        {t!("place-directory")}
                    </a>
                    <a class="btn quiet wide" href=Place::Help.path()>
                        {t!("place-help")}
                    </a>
                    <a class="btn quiet icon" href=Place::Settings.path() aria-label=t!("gate-settings") title=t!("gate-settings")>
                        <I of=icons::LANGUAGES />
                    </a>
                </header>
            </div>
            <main id="content" tabindex="-1" aria-labelledby=TITLE>
                {children()}
            </main>
            <footer class="sill row wrap between">
                <span>{t!("gate-promise")}</span>
                <span class="row">
                    <a href=Place::Explorer.path()>{t!("place-explorer")}</a>
                    <a href=Place::Directory.path()>{t!("place-directory")}</a>
                    <a href=Place::Help.path()>{t!("place-help")}</a>
                </span>
            </footer>
        </div>
    }
}

/// The mark.
#[component]
fn Brand() -> impl IntoView {
    view! {
        <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect class="mark-back" width="32" height="32" rx="9"></rect>
            <circle class="mark-line" cx="12.5" cy="12.5" r="5"></circle>
            <path class="mark-line" d="M16.2 16.2 24 24m-3.2-3.2 2.4-2.4m-5 .2"></path>
        </svg>
    }
}

/// Notices, and how many are new.
#[component]
fn Bell() -> impl IntoView {
    let counts = super::counts();
    let news = move || counts.at(Place::Notices);
    view! {
        <a class="btn quiet icon bell" href=Place::Notices.path() aria-label=move || say!("bell", count = news())>
            <I of=icons::BELL />
            {move || (news() > 0).then(|| view! { <span class="count">{news}</span> })}
        </a>
    }
}

/// Who is here, and whether the vault is open.
#[component]
fn Who() -> impl IntoView {
    let Standing { name, account, open, .. } = expect_context();
    let state = move || match open.get() {
        Some(minutes) => say!("vault-open", minutes = minutes),
        None => say!("vault-closed"),
    };
    view! {
        <a class="vault" href=Place::Settings.path()>
            <span class="row tight">
                <strong class="small grow clip">{move || name.get()}</strong>
                {move || {
                    let icon = if open.get().is_some() { icons::LOCK_OPEN } else { icons::LOCK };
                    view! { <I of=icon /> }
                }}
            </span>
            <span class="tiny soft num">{move || account.get()}</span>
            <span class="tiny soft">{state}</span>
        </a>
    }
}

/// A calm line while there is no connection, or none to the chain.
#[component]
fn Offline() -> impl IntoView {
    let hand = hand();
    let online = RwSignal::new(window().navigator().on_line());
    let went = window_event_listener_untyped("offline", move |_| online.set(false));
    let came = window_event_listener_untyped("online", move |_| online.set(true));
    on_cleanup(move || {
        went.remove();
        came.remove();
    });
    let missing = Memo::new(move |_| match online.get() {
        false => Some(key!("offline")),
        true => hand.is_cut_off().then_some(key!("chain-away")),
    });
    view! {
        <div role="status">
            {move || {
                missing
                    .get()
                    .map(|said| {
                        view! {
                            <div class="offline">
                                <I of=icons::UNPLUGGED />
                                {move || say_key(said, &[])}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
