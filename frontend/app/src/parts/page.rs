//! What every page has: a title, a sentence, what to do, and what lies on it.

use super::{I, Icon, Tone, icons, tell};
use crate::{
    hand::hand,
    places::Place,
    speech::{say, say_key},
};
use leptos::{context::Provider, either::Either, html, prelude::*};

/// The name of the one title of first rank, by which the frame calls what lies in it.
pub(crate) const TITLE: &str = "title";

/// A page. Its title is the document's, is announced, and has the focus when one arrives.
#[component]
pub(crate) fn Page(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// One sentence under it.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// Where it belongs, when it is a page below another.
    #[prop(optional, into)]
    back: MaybeProp<Place>,
    /// What to do here, on the other side of the title.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// In front of the title, such as a large face.
    #[prop(optional, into)]
    mark: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| document().set_title(&say!("document-title", page = title.get())));
    Effect::new(move |_| {
        if let Some(heading) = heading.get()
            && tell::has_arrived()
        {
            // Without the focus the page is as it was before.
            let _ = heading.focus();
        }
    });
    view! {
        <header class="stack tight arrive">
            {move || {
                back.get()
                    .map(|place| {
                        view! {
                            <a class="small row tight" href=place.path()>
                                <I of=icons::ARROW_LEFT turns=true />
                                <bdi>{move || called(place)}</bdi>
                            </a>
                        }
                    })
            }} <div class="row between wrap">
                <div class="row grow">
                    {mark.map(|mark| move || mark.run())} <div>
                        <h1 id=TITLE tabindex="-1" node_ref=heading>
                            {title}
                        </h1>
                        {lead.map(|lead| view! { <p class="soft">{lead}</p> })}
                    </div>
                </div>
                {actions.map(|actions| view! { <div class="btns">{move || actions.run()}</div> })}
            </div>
        </header>
        {children()}
    }
}

/// What a link back to a page says: a chart is its patient's.
fn called(place: Place) -> String {
    match place {
        Place::Chart(patient) => hand().name_of(patient),
        place => say_key(place.title(), &[]),
    }
}

/// Which column of two is the wider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Wide {
    /// The first.
    #[default]
    First,
    /// Neither.
    Even,
}

/// Two columns on a desk, one on a phone.
#[component]
pub(crate) fn Columns(
    /// Which is wider.
    #[prop(optional)]
    wide: Wide,
    children: Children,
) -> impl IntoView {
    let wide = match wide {
        Wide::First => None,
        Wide::Even => Some("even"),
    };
    view! {
        <div class="cols" data-wide=wide>
            {children()}
        </div>
    }
}

/// A part of a page with a title of its own.
#[component]
pub(crate) fn Section(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// On the other side of it, such as a link to all.
    #[prop(optional, into)]
    after: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    view! {
        <section>
            <div class="row between">
                <h2>{title}</h2>
                {after.map(|after| move || after.run())}
            </div>
            <Provider value=InSection>{children()}</Provider>
        </section>
    }
}

/// Known to what lies in a section.
#[derive(Clone, Copy)]
struct InSection;

/// The title of something small, such as a line or an empty sheet: one level below what it lies in, so that no level is
/// left out, and of one size everywhere.
#[component]
pub(crate) fn Subtitle(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    match use_context::<InSection>() {
        Some(InSection) => Either::Left(view! { <h3>{title}</h3> }),
        None => Either::Right(view! { <h2 class="third">{title}</h2> }),
    }
}

/// A sheet on the desk.
#[component]
pub(crate) fn Sheet(
    /// Its edge: amber where somebody asks, hatching's violet where a machine speaks, red where it hurts.
    #[prop(optional)]
    tone: Tone,
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Key | Tone::Doubt => "sheet stack ask",
        Tone::Machine => "sheet stack machine",
        Tone::Bad => "sheet stack alarm",
        Tone::Plain | Tone::Good => "sheet stack",
    };
    view! { <div class=class>{children()}</div> }
}

/// A sentence worth a box.
#[component]
pub(crate) fn Note(
    /// `Good` calms, `Doubt` asks for eyes, `Bad` hurts, `Machine` is a machine's, `Plain` by the way.
    #[prop(optional)]
    tone: Tone,
    /// A drawing; one that fits the tone unless given.
    #[prop(optional, into)]
    icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    let icon = icon.unwrap_or(match tone {
        Tone::Good => icons::SHIELD,
        Tone::Doubt => icons::ALERT,
        Tone::Bad => icons::SHIELD_ALERT,
        Tone::Key => icons::KEY,
        Tone::Machine => icons::SCAN_TEXT,
        Tone::Plain => icons::INFO,
    });
    let class = match tone {
        Tone::Good => "note",
        Tone::Doubt | Tone::Key => "note doubt",
        Tone::Bad => "note bad",
        Tone::Machine => "note machine",
        Tone::Plain => "note plain",
    };
    view! {
        <div class=class>
            <I of=icon />
            <div class="grow">{children()}</div>
        </div>
    }
}
