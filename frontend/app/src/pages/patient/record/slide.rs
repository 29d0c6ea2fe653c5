//! A DICOM file: what its header says, and its pictures: through a window where they are plain, as they are where they
//! are JPEG.

use super::{
    leaf::Leaf,
    picture::{Overlay, Zoomed},
    viewer::{Mark, NotShown},
};
use crate::{
    ground::save,
    parts::{Fact, Facts, Note, Sheet, Subtitle, Tone},
    speech::{key, say, say_key, t},
    words,
};
use chartkey_flows::{
    dicom::{self, Frame, Line, Window},
    facts::day,
};
use leptos::{html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, ImageData};

/// The file.
#[component]
pub(super) fn Dicom(leaf: Leaf, mark: Mark) -> impl IntoView {
    let Some(slide) = dicom::read(leaf.bytes()) else { return view! { <NotShown /> }.into_any() };
    let pixels = slide.pixels;
    let lines: Vec<(Line, String)> = slide.lines.into_iter().collect();
    let facts = lines.into_iter().map(|(line, text)| {
        let said = move || if line == Line::Day { written_day(&text) } else { text.clone() };
        view! {
            <Fact of=move || say_key(name(line), &[])>
                <bdi>{said}</bdi>
            </Fact>
        }
    });
    let frames = slide.frames;
    let picture = match (slide.frame, slide.jpeg) {
        (Some(frame), _) => view! { <Plate leaf=leaf first=Arc::new(frame) frames=frames mark=mark /> }.into_any(),
        (None, Some(_)) => view! { <Packed leaf=leaf frames=frames mark=mark /> }.into_any(),
        (None, None) => view! { <Note tone=Tone::Plain>{t!("slide-compressed")}</Note> }.into_any(),
    };
    view! {
        {picture}
        <Sheet>
            <Subtitle title=t!("slide-header") />
            <Facts>
                {facts.collect_view()}
                {pixels
                    .map(|(width, height)| {
                        view! { <Fact of=t!("slide-size")>{t!("slide-pixels", width = width, height = height)}</Fact> }
                    })}
            </Facts>
        </Sheet>
    }
    .into_any()
}

const fn name(line: Line) -> &'static str {
    match line {
        Line::Patient => key!("slide-patient"),
        Line::Modality => key!("slide-modality"),
        Line::BodyPart => key!("slide-body-part"),
        Line::Study => key!("slide-study"),
        Line::Series => key!("slide-series"),
        Line::Day => key!("slide-day"),
        Line::House => key!("slide-house"),
        Line::Machine => key!("slide-machine"),
    }
}

/// A day as DICOM writes it, `20270131`, in words.
fn written_day(text: &str) -> String {
    let parts = text.get(..4).zip(text.get(4..6)).zip(text.get(6..8));
    let time = parts.and_then(|((year, month), of_month)| day(&format!("{year}-{month}-{of_month}")));
    time.map_or_else(|| text.to_owned(), words::full_day)
}

/// The picture, which of several it is, and where it is grey its window.
#[component]
fn Plate(leaf: Leaf, first: Arc<Frame>, frames: u32, mark: Mark) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let (number, page) = turning(mark, frames);
    let own = match &first.light {
        dicom::Light::Grey { window, .. } => Some(*window),
        dicom::Light::Colour(_) => None,
    };
    let span = first.span();
    let start = own.unwrap_or(Window { level: 0.0, width: 1.0 });
    let (level, width) = (RwSignal::new(start.level), RwSignal::new(start.width));
    let (across, down) = (first.width, first.height);
    let shown = Memo::new_with_compare(
        move |_| match page.get() {
            1 => Some(first.clone()),
            page => dicom::read_with(leaf.bytes(), page).and_then(|slide| slide.frame).map(Arc::new),
        },
        // Each is another picture; comparing their pixels would take longer than painting them.
        |_, _| true,
    );
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let window = own.map(|_| Window { level: level.get(), width: width.get() });
        // A browser without a canvas shows the header all the same.
        match shown.get() {
            Some(frame) => drop(paint(&canvas, &frame, window)),
            // Said to be there, and not in the file: an empty picture, and not another one.
            None => canvas.set_width(across),
        }
    });
    let sliders = own.zip(span).map(|(_, (low, high))| {
        view! {
            <div class="sheet stack tight">
                <Slider label=t!("slide-level") value=level low=low high=high />
                <Slider label=t!("slide-window") value=width low=1.0 high=high - low />
            </div>
        }
    });
    view! {
        <div class="scan">
            <div class="plate">
                <canvas node_ref=canvas width=across height=down role="img" aria-label=move || say!("slide-picture", number = page.get())></canvas>
                <Overlay mark=mark page=page />
            </div>
        </div>
        <Which number=number frames=frames />
        {sliders}
    }
}

/// A picture that lies in the file as JPEG.
#[component]
fn Packed(leaf: Leaf, frames: u32, mark: Mark) -> impl IntoView {
    let (number, page) = turning(mark, frames);
    let picture = move || {
        let shown = dicom::read_with(leaf.bytes(), page.get())
            .and_then(|slide| slide.jpeg)
            .and_then(|jpeg| save::Shown::new(&jpeg.bytes, "image/jpeg").map(|shown| (shown, jpeg.inverted)));
        let Some((shown, inverted)) = shown else { return view! { <NotShown /> }.into_any() };
        let number = page.get();
        let alt = move || say!("slide-picture", number = number);
        view! { <Zoomed shown=shown alt=alt mark=mark page=number inverted=inverted /> }.into_any()
    };
    view! {
        {picture}
        <Which number=number frames=frames />
    }
}

/// Which picture is shown; what is spoken of comes into view.
fn turning(mark: Mark, frames: u32) -> (RwSignal<f32>, Memo<u32>) {
    let number = RwSignal::new(1.0_f32);
    Effect::new(move |_| {
        let asked = mark.place.get().map(|place| place.page);
        if let Some(asked) = asked.or_else(|| mark.heat.get().map(|heat| heat.page)) {
            number.set(asked.clamp(1, frames.max(1)) as f32);
        }
    });
    (number, Memo::new(move |_| number.get() as u32))
}

/// Chooses one of several pictures.
#[component]
fn Which(number: RwSignal<f32>, frames: u32) -> impl IntoView {
    (frames > 1).then(|| {
        view! {
            <div class="sheet">
                <Slider label=t!("slide-number", count = frames) value=number low=1.0 high=frames as f32 />
            </div>
        }
    })
}

fn paint(canvas: &web_sys::HtmlCanvasElement, frame: &Frame, window: Option<Window>) -> Option<()> {
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let colours = frame.paint(window);
    let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&colours), frame.width, frame.height).ok()?;
    context.put_image_data(&data, 0.0, 0.0).ok()
}

#[component]
fn Slider(#[prop(into)] label: Signal<String>, value: RwSignal<f32>, low: f32, high: f32) -> impl IntoView {
    view! {
        <label class="slider">
            <span>{label}</span>
            <input
                type="range"
                min=low.floor().to_string()
                max=high.ceil().to_string()
                prop:value=move || value.get().to_string()
                on:input=move |event| {
                    if let Ok(number) = event_target_value(&event).parse() {
                        value.set(number);
                    }
                }
            />
            <span class="num soft">{move || words::number(f64::from(value.get().round()))}</span>
        </label>
    }
}
