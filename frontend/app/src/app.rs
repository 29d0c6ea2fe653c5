//! The app: who is here, which page that is, and the frame around it.

use crate::{
    hand::{Hand, Stage, hand},
    pages,
    parts::Toasts,
    pieces::{self, Around, Within},
    places::Place,
    shell::{Frame, Standing},
    words,
};
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    path,
};

/// The app.
#[component]
pub(crate) fn App() -> impl IntoView {
    words::tick();
    provide_context(Standing::of_hand(Hand::provide()));
    view! {
        <Router>
            // One route takes every address: `Place` reads it, so that a page is given records and people, not texts.
            <FlatRoutes fallback=pages::Nowhere>
                <Route path=path!("/*any") view=Pages />
            </FlatRoutes>
        </Router>
        <Within />
        <Toasts />
    }
}

/// What stands in the frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// The vault is closed.
    Unlock,
    /// There is none yet.
    Join,
    /// There is no connection; the vault is open from this device's copy.
    Alone(Place),
    /// It is somebody else's page.
    NotYours,
    /// The page of the address.
    Page(Place),
}

/// The page of the address, in its frame.
#[component]
fn Pages() -> impl IntoView {
    let path = use_location().pathname;
    let place = Memo::new(move |_| Place::at(&path.get()));
    let (standing, hand) = (expect_context::<Standing>(), hand());
    // A page is not made anew because its owner went a step further while it was open.
    let shown = Memo::new(move |_| {
        let place = place.get();
        match (standing.fits(place), standing.stage.get()) {
            (fits, Stage::Offline) if hand.is_alone() && (fits.is_some() || place == Place::Unlock) => {
                Shown::Alone(place)
            }
            (Some(_), Stage::Newcomer) => Shown::Join,
            // The way in stands where the page will be.
            (Some(_), stage) if stage < Stage::Open => Shown::Unlock,
            (Some(false), _) => Shown::NotYours,
            (Some(true) | None, _) => Shown::Page(place),
        }
    });
    view! {
        <Frame place=place>
            <Around place=place />
            {move || match shown.get() {
                Shown::Unlock => pieces::page(Place::Unlock),
                Shown::Join => pieces::page(Place::Join),
                Shown::Alone(place) => pieces::alone(place),
                Shown::NotYours => view! { <pages::NotYours /> }.into_any(),
                Shown::Page(place) => pieces::page(place),
            }}
        </Frame>
    }
}
