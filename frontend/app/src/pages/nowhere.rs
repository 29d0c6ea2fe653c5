//! Addresses that lead nowhere, or nowhere for who is here.

use crate::{
    parts::{Empty, Go, Look, Page, icons},
    places::home,
    shell::Standing,
    speech::{say, say_key, t},
};
use leptos::prelude::*;

/// There is no such page.
#[component]
pub(crate) fn Nowhere() -> impl IntoView {
    let start = home(expect_context::<Standing>().role.get_untracked());
    view! {
        <Page title=t!("place-nowhere") lead=t!("nowhere-lead")>
            <Empty icon=icons::QUESTION title=t!("nowhere-title") note=t!("nowhere-note")>
                <Go to=start look=Look::Main>
                    {move || say_key(start.title(), &[])}
                </Go>
            </Empty>
        </Page>
    }
}

/// The page is somebody else's: of another role, or of somebody signed in.
#[component]
pub(crate) fn NotYours() -> impl IntoView {
    let role = expect_context::<Standing>().role;
    let start = home(role.get_untracked());
    let known = move || role.get().is_some();
    let title = move || if known() { say!("not-yours-title") } else { say!("sign-in-first-title") };
    let note = move || if known() { say!("not-yours-note") } else { say!("sign-in-first-note") };
    view! {
        <Page title=title>
            <Empty icon=icons::LOCK title=title note=note>
                <Go to=start look=Look::Main>
                    {move || say_key(start.title(), &[])}
                </Go>
            </Empty>
        </Page>
    }
}
