//! What somebody sees who comes first: what this is, and the ways in.

#[cfg(feature = "development")]
mod look_around;

use crate::{
    parts::{Face, Fact, Facts, Go, I, KeyBar, Left, Look, TITLE, icons},
    places::{Place, home},
    shell::Standing,
    speech::{say, t},
    words,
};
use chartkey_vocabulary::DAY;
use leptos::prelude::*;
use leptos_router::components::Redirect;

/// What this is, and the ways in. Who is known already is led to the day.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let role = expect_context::<Standing>().role;
    move || match role.get() {
        Some(role) => view! { <Redirect path=home(Some(role)).path() /> }.into_any(),
        None => Doors().into_any(),
    }
}

#[component]
fn Doors() -> impl IntoView {
    Effect::new(|_| document().set_title(&say!("document-title-welcome")));
    view! {
        <div class="hero arrive">
            <div class="stack loose">
                <div class="stack">
                    <h1 id=TITLE>
                        <span>{t!("welcome-title")}</span>
                        " "
                        <span>{t!("welcome-title-keys")}</span>
                    </h1>
                    <p class="lead">{t!("welcome-lead")}</p>
                </div>
                <div class="btns">
                    <Go to=Place::Unlock look=Look::Main icon=icons::WALLET>
                        {t!("welcome-open")}
                    </Go>
                    <Go to=Place::Join>{t!("welcome-join")}</Go>
                </div>
                <p class="small soft">
                    {t!("welcome-professional")} " " <a href=Place::Apply.path()>{t!("welcome-apply")}</a>
                </p>
            </div>
            <Example />
        </div>
        {look_around()}
        <div class="trio">
            <Idea icon=icons::LOCK title=t!("welcome-sealed-title") note=t!("welcome-sealed-note") />
            <Idea icon=icons::KEY title=t!("welcome-keys-title") note=t!("welcome-keys-note") />
            <Idea icon=icons::EYE title=t!("welcome-log-title") note=t!("welcome-log-note") />
        </div>
    }
}

/// A key, as it will look: the thing the whole app is about.
#[component]
fn Example() -> impl IntoView {
    let until = words::now() + 9 * DAY;
    let since = words::now() - 5 * DAY;
    view! {
        <figure class="sheet stack" aria-label=t!("welcome-example")>
            <div class="row">
                <Face name=t!("example-doctor") />
                <div class="grow">
                    <h2 class="small">{t!("example-doctor")}</h2>
                    <p class="small soft">{t!("example-holds")}</p>
                </div>
                <Left until=until />
            </div>
            <KeyBar since=since until=until />
            <Facts>
                <Fact of=t!("what")>{t!("example-what")}</Fact>
                <Fact of=t!("why")>{t!("example-why")}</Fact>
                <Fact of=t!("until")>{move || words::full_day(until)}</Fact>
            </Facts>
            <p class="row small soft">
                <I of=icons::EYE />
                <span>{t!("example-opened")}</span>
            </p>
        </figure>
    }
}

#[component]
fn Idea(
    icon: crate::parts::Icon,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] note: Signal<String>,
) -> impl IntoView {
    view! {
        <div>
            <span class="disc">
                <I of=icon />
            </span>
            <h2 class="small">{title}</h2>
            <p class="small soft">{note}</p>
        </div>
    }
}

/// On the development chain: people whose keys everybody knows.
fn look_around() -> impl IntoView {
    #[cfg(feature = "development")]
    {
        view! { <look_around::LookAround /> }
    }
}
