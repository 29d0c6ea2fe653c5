//! A picture: larger and smaller, turned, with the place one should look at and the machine's heat map over it.

use super::{
    leaf::Leaf,
    viewer::{Mark, NotShown},
};
use crate::{
    ground::save,
    parts::{IconButton, icons},
    speech::{say, t},
};
use chartkey_flows::facts::Region;
use leptos::{html, prelude::*};

/// How large at most; below 1 it would not fill its place.
const LARGEST: f64 = 6.0;

/// A picture that a browser can draw.
#[component]
pub(super) fn Picture(leaf: Leaf, mark: Mark) -> impl IntoView {
    let Some(shown) = save::Shown::new(leaf.bytes(), &leaf.kind()) else {
        return view! { <NotShown /> }.into_any();
    };
    let title = leaf.title();
    view! { <Zoomed shown=shown alt=move || say!("viewer-picture", title = title.clone()) mark=mark page=1 /> }
        .into_any()
}

/// The same, whatever file it came out of.
#[component]
pub(super) fn Zoomed(
    /// The picture.
    shown: save::Shown,
    /// What it is.
    #[prop(into)]
    alt: Signal<String>,
    /// What is marked on it.
    mark: Mark,
    /// Which picture or page of its file it is, from 1.
    page: u32,
    /// Whether light is dark in it.
    #[prop(optional)]
    inverted: bool,
) -> impl IntoView {
    let url = shown.url().to_owned();
    on_cleanup(move || drop(shown));
    let (size, turned, broken) = (RwSignal::new(1.0_f64), RwSignal::new(0_u32), RwSignal::new(false));
    let frame = NodeRef::<html::Div>::new();
    // A place somebody asks for comes into view in a picture that is larger than its frame.
    Effect::new(move |_| {
        let Some((place, frame)) = mark.place.get().zip(frame.get()) else { return };
        let to = |part: f64, whole: i32, seen: i32| (part * f64::from(whole)) as i32 - seen / 2;
        if size.get_untracked() > 1.0 && turned.get_untracked() == 0 {
            frame.set_scroll_left(to(place.x + place.width / 2.0, frame.scroll_width(), frame.client_width()));
            frame.set_scroll_top(to(place.y + place.height / 2.0, frame.scroll_height(), frame.client_height()));
        }
    });
    let picture = move || {
        if broken.get() {
            return view! { <NotShown /> }.into_any();
        }
        let url = url.clone();
        view! {
            <div class="scan" tabindex="0" role="group" aria-label=t!("viewer-picture-frame") node_ref=frame>
                <div
                    class="plate"
                    style:inline-size=move || format!("{}%", size.get() * 100.0)
                    style:transform=move || format!("rotate({}deg)", turned.get() * 90)
                >
                    <img src=url alt=alt class:inverted=inverted on:error=move |_| broken.set(true) />
                    <Overlay mark=mark page=Signal::stored(page) />
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        {picture}
        <div class="row">
            <IconButton
                icon=icons::ZOOM_IN
                label=t!("viewer-larger")
                on_press=move || size.update(|size| *size = (*size * 1.5).min(LARGEST))
            />
            <IconButton
                icon=icons::ZOOM_OUT
                label=t!("viewer-smaller")
                on_press=move || size.update(|size| *size = (*size / 1.5).max(1.0))
            />
            <IconButton
                icon=icons::ROTATE
                label=t!("viewer-turn")
                on_press=move || turned.update(|turned| *turned = (*turned + 3) % 4)
            />
        </div>
    }
}

/// What is laid over a picture: the heat map, which can be faded, and the place in question.
#[component]
pub(super) fn Overlay(
    mark: Mark,
    /// Which picture or page of the file is shown, from 1.
    #[prop(into)]
    page: Signal<u32>,
) -> impl IntoView {
    let heat = move || {
        let heat = mark.heat.get().filter(|heat| heat.page == page.get())?;
        let shown = save::Shown::new(&heat.png, "image/png")?;
        let url = shown.url().to_owned();
        on_cleanup(move || drop(shown));
        Some(
            view! { <img class="heat" src=url alt="" style:opacity=move || format!("{:.2}", HEAT.with(|heat| heat.get())) /> },
        )
    };
    let place = move || {
        let place = mark.place.get().filter(|place| place.page == page.get())?;
        Some(view! { <Around place=place class="spot" /> })
    };
    let places = move || {
        let places = mark.places.get().into_iter().filter(|(_, place, _)| place.page == page.get());
        let drawn = places.map(|(nth, place, waits)| {
            let class = if waits { "region waits" } else { "region" };
            // For those who point: whoever uses keys has the fields themselves.
            let pick = move |_| {
                if let Some(pick) = mark.pick {
                    pick.run(nth);
                }
            };
            view! { <Around place=place class=class on:click=pick /> }
        });
        drawn.collect_view()
    };
    view! {
        {heat}
        {places}
        {place}
    }
}

/// A frame around a place.
#[component]
fn Around(place: Region, class: &'static str) -> impl IntoView {
    let percent = |part: f64| format!("{:.2}%", part * 100.0);
    // A picture is not mirrored in Arabic: physical sides, not logical ones.
    view! {
        <i
            class=class
            aria-hidden="true"
            style:left=percent(place.x)
            style:top=percent(place.y)
            style:width=percent(place.width)
            style:height=percent(place.height)
        ></i>
    }
}

thread_local! {
    /// How strong the heat map lies over pictures; the same for all of them.
    static HEAT: ArcRwSignal<f64> = ArcRwSignal::new(0.6);
}

/// The heat map's slider.
#[component]
pub(in crate::pages) fn HeatSlider() -> impl IntoView {
    let heat = HEAT.with(Clone::clone);
    let (shown, said) = (heat.clone(), heat.clone());
    view! {
        <label class="slider">
            <span>{t!("finding-heat")}</span>
            <input
                type="range"
                min="0"
                max="100"
                prop:value=move || (shown.get() * 100.0).round().to_string()
                on:input=move |event| {
                    if let Ok(percent) = event_target_value(&event).parse::<f64>() {
                        heat.set(percent / 100.0);
                    }
                }
            />
            <span class="num soft">{move || say!("finding-percent", percent = (said.get() * 100.0).round())}</span>
        </label>
    }
}
