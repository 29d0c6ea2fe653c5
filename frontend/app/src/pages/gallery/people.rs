//! People, keys, lines, and what is signed.

use crate::{
    parts::{
        Button, Face, Fact, Facts, Gauge, KeyBar, KindMark, Left, Line, List, Look, Note, Section, Shape, Sheet,
        StepState, Steps, Tab, Tabs, Tag, Tone, icons,
    },
    places::Place,
    speech::t,
    words,
};
use chartkey_vocabulary::{DAY, Kind};
use leptos::prelude::*;

/// People, keys, lines.
#[component]
pub(super) fn People() -> impl IntoView {
    let now = words::now();
    let step = RwSignal::new(1_usize);
    let names = ["Keys wrapped", "Sign in wallet", "On the chain", "Final"];
    let names = names.map(|name| Signal::stored(name.to_owned())).to_vec();
    let at = move || if step.get() > 3 { StepState::Done } else { StepState::At(step.get()) };
    let held = move |name: &'static str, note: &'static str, shape: Shape, since: u64, until: u64| {
        view! {
            <Line
                title=name
                note=note
                mark=move || view! { <Face name=name shape=shape /> }
                after=move || view! { <Left until=until /> }
            >
                <KeyBar since=since until=until />
            </Line>
        }
    };
    view! {
        <div class="stack loose">
            <Section title="Somebody asks">
                <Sheet tone=Tone::Key>
                    <div class="row">
                        <Face name="Dr Anand Rao" />
                        <div class="grow">
                            <h3>"Dr Anand Rao asks to open your lab reports"</h3>
                            <p class="small soft">"Cardiology · Lakeview Hospital · approved since 2024"</p>
                        </div>
                    </div>
                    <Facts>
                        <Fact of=t!("what")>"4 lab reports, not your notes or images"</Fact>
                        <Fact of=t!("why")>"Treatment: “to prepare your visit on Tuesday”"</Fact>
                        <Fact of=t!("until")>{move || words::full_day(now + 30 * DAY)}</Fact>
                    </Facts>
                    <Steps names=names at=Signal::derive(at) />
                    <div class="btns">
                        <Button on_press=move || step.update(|at| *at = (*at + 1) % 5) look=Look::Main icon=icons::KEY>
                            "Give a key"
                        </Button>
                        <Button on_press=|| ()>"Change"</Button>
                        <Button on_press=|| () look=Look::Quiet>
                            "Not now"
                        </Button>
                    </div>
                </Sheet>
            </Section>
            <Section title="Lines and tags" after=move || view! { <a href=Place::Records.path()>"All 37"</a> }>
                <List>
                    <Line
                        title="Lipid panel"
                        note=move || words::near_time(now - DAY)
                        mark=|| view! { <KindMark kind=Kind::LabReport /> }
                        after=|| view! { <Tag tone=Tone::Machine>"Read by machine"</Tag> }
                        to=Place::Records
                    />
                    <Line
                        title="Chest X-ray"
                        note="11 Nov · Lakeview Hospital"
                        mark=|| view! { <KindMark kind=Kind::XRay /> }
                        after=|| view! { <Tag tone=Tone::Good>"Signed by Dr Rao"</Tag> }
                        to=Place::Records
                    />
                    <Line
                        title="Salbutamol inhaler"
                        note="3 Nov · Dr Marin · 1 refill left"
                        mark=|| view! { <KindMark kind=Kind::Prescription /> }
                        after=|| view! { <Tag>"Dispensed"</Tag> }
                        to=Place::Records
                    />
                </List>
                <div class="row wrap tight">
                    <Tag>"Plain"</Tag>
                    <Tag tone=Tone::Good>"Good"</Tag>
                    <Tag tone=Tone::Doubt>"Check"</Tag>
                    <Tag tone=Tone::Bad>"Suspended"</Tag>
                    <Tag tone=Tone::Key>"2 days left"</Tag>
                    <Tag tone=Tone::Machine>"Not signed yet"</Tag>
                </div>
            </Section>
            <Section title="Who holds a key">
                <List>
                    {held("Dr Sofia Marin", "2 records · visit tomorrow", Shape::Person, now - 5 * DAY, now + 2 * DAY)}
                    {held("Lakeview Hospital", "Admission papers", Shape::House, now - 5 * DAY, now + 9 * DAY)}
                    {held("Chart reader", "Lipid panel · to read it, once", Shape::Machine, now - 5 * DAY, now)}
                </List>
            </Section>
            <Section title="A machine's word">
                <Sheet tone=Tone::Machine>
                    <h2>"Looks like pneumonia"</h2>
                    <Gauge share=0.87 low=0.79 high=0.92 label="87 of 100, between 79 and 92" />
                    <p class="small">"Of 100 images that looked like this to the model, " <strong>"87"</strong> " were pneumonia (79 to 92)."</p>
                    <Note tone=Tone::Doubt>"Joseph is 6: just outside the ages this model was trained on."</Note>
                </Sheet>
                <Tabs label="Record">
                    <Tab to=Place::Gallery here=true>"Read"</Tab>
                    <Tab to=Place::Gallery here=false>"Trends"</Tab>
                    <Tab to=Place::Gallery here=false>"Proof"</Tab>
                </Tabs>
            </Section>
        </div>
    }
}
