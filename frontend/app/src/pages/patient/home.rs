//! Home: what needs me, who holds a key, who looked, what is new.

mod keys;
mod latest;
mod looked;
mod needs;
mod own_name;

use crate::{
    hand::hand,
    parts::{Columns, Go, Look, Page, icons},
    places::Place,
    speech::{key, say, say_key, t},
    words,
};
use js_sys::Date;
use keys::Keys;
use latest::Latest;
use leptos::prelude::*;
use looked::Looked;
use needs::{Needs, count, needs};

/// What needs me.
#[component]
pub(crate) fn Home() -> impl IntoView {
    let hand = hand();
    let waiting = needs();
    // Counts what was put off here, so that it leaves the page at once.
    let put_off = RwSignal::new(0u32);
    let title = move || {
        // Follows the clock; an hour of the day is the hour here.
        let _ = words::now();
        let greeting = match Date::new_0().get_hours() {
            5..12 => key!("home-morning"),
            12..18 => key!("home-day"),
            _ => key!("home-evening"),
        };
        let known = hand.me().and_then(|me| hand.known_name(me));
        match known {
            Some(name) => say!("home-greeting", greeting = say_key(greeting, &[]), name = name),
            None => say_key(greeting, &[]),
        }
    };
    let lead = move || match waiting.get() {
        Some(needs) => {
            put_off.track();
            say!("home-lead", count = count(&needs))
        }
        None => String::new(),
    };
    let actions = || {
        view! {
            <Go to=Place::Add look=Look::Main icon=icons::ADD>
                {t!("home-add")}
            </Go>
            <Go to=Place::Emergency icon=icons::QR>
                {t!("place-emergency")}
            </Go>
        }
    };
    view! {
        <Page title=title lead=Signal::derive(lead) actions=actions>
            <Columns>
                <section>
                    <Needs waiting=waiting put_off=put_off />
                    <Latest />
                </section>
                <section>
                    <Keys />
                    <Looked />
                </section>
            </Columns>
        </Page>
    }
}
