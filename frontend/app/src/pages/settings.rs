//! Language and looks; who is signed in finds vault and account here, too.

mod device;

use crate::{
    parts::{Choose, Columns, I, Line, List, Page, Section, Sheet, Wide},
    places::Place,
    shell::{Contrast, Looks, Motion, Standing, Theme},
    speech::{self, Language, say_key, t},
};
use chartkey_vocabulary::Role;
use leptos::prelude::*;

/// Language and looks.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let (looks, role) = (expect_context::<Looks>(), expect_context::<Standing>().role);
    let language = RwSignal::new(speech::language());
    Effect::new(move |before: Option<()>| {
        let language = language.get();
        if before.is_some() {
            speech::choose(language);
        }
    });
    let languages = Language::ALL.map(|language| (language, Signal::stored(language.own_name().to_owned()))).to_vec();
    let themes = vec![
        (Theme::Device, t!("looks-device").signal()),
        (Theme::Light, t!("theme-light").signal()),
        (Theme::Dark, t!("theme-dark").signal()),
    ];
    let contrasts = vec![
        (Contrast::Device, t!("looks-device").signal()),
        (Contrast::Usual, t!("contrast-usual").signal()),
        (Contrast::More, t!("contrast-more").signal()),
    ];
    let motions = vec![(Motion::Device, t!("looks-device").signal()), (Motion::Less, t!("motion-less").signal())];
    view! {
        <Page title=t!("place-settings") lead=t!("settings-lead")>
            <Columns wide=Wide::Even>
                <Section title=t!("settings-language")>
                    <Sheet>
                        <Choose legend=t!("settings-language-legend") options=languages value=language />
                        <p class="small soft">{t!("settings-language-note")}</p>
                    </Sheet>
                </Section>
                <Section title=t!("settings-looks")>
                    <Sheet>
                        <Choose legend=t!("settings-theme") options=themes value=looks.theme />
                        <Choose legend=t!("settings-contrast") options=contrasts value=looks.contrast />
                        <Choose legend=t!("settings-motion") options=motions value=looks.motion />
                    </Sheet>
                </Section>
            </Columns>
            {move || role.get().map(|role| view! { <Account role=role /> })}
            <device::Device />
        </Page>
    }
}

/// What else belongs to an account.
#[component]
fn Account(role: Role) -> impl IntoView {
    let mine: &[Place] = match role {
        Role::Patient => &[Place::Vault, Place::Guardians, Place::Emergency, Place::Links, Place::Export],
        Role::Doctor | Role::Hospital | Role::Pharmacy => &[Place::Vault, Place::Listing],
        Role::Admin | Role::Attester | Role::Worker => &[Place::Vault],
    };
    let line = |place: &Place| {
        let place = *place;
        let mark = move || view! { <span class="kind"><I of=place.icon() /></span> };
        view! { <Line title=move || say_key(place.title(), &[]) to=place mark=mark /> }
    };
    view! {
        <Section title=t!("settings-account")>
            <List>{mine.iter().map(line).collect_view()}</List>
        </Section>
    }
}
