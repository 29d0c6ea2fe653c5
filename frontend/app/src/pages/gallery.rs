//! Every part, in every state. In development builds only; what is shown is made up, and in no catalogue for that reason.

mod charts;
mod people;
mod states;

use crate::{
    parts::{
        Area, Button, Chip, Choose, Columns, Copy, Dialog, Field, Go, I, IconButton, Look, Page, Pick, Progress, Qr,
        SearchField, Section, Sheet, Switch, Tick, Wide, announce, icons, toast,
    },
    places::Place,
    speech::t,
};
use leptos::prelude::*;

/// Every part.
#[component]
pub(crate) fn Gallery() -> impl IntoView {
    view! {
        <Page title="Gallery" lead="Every part of the app, as pages use it. Change theme and language under the settings.">
            <Columns>
                <people::People />
                <states::States />
            </Columns>
            <Columns wide=Wide::Even>
                <Buttons />
                <Fields />
            </Columns>
            <charts::Charts />
            <Icons />
        </Page>
    }
}

#[component]
fn Buttons() -> impl IntoView {
    let (busy, open, rises) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(12_u64 << 20));
    let work = move || {
        busy.set(true);
        announce("At work");
        set_timeout(
            move || {
                busy.set(false);
                toast("Done");
            },
            std::time::Duration::from_secs(2),
        );
    };
    view! {
        <Section title="Buttons">
            <Sheet>
                <div class="btns">
                    <Button on_press=work look=Look::Main icon=icons::KEY busy=busy>
                        "Give a key"
                    </Button>
                    <Button on_press=move || open.set(true)>"Change"</Button>
                    <Button on_press=|| () look=Look::Quiet>
                        "Not now"
                    </Button>
                    <Button on_press=|| () look=Look::Danger>
                        "Withdraw"
                    </Button>
                    <Button on_press=|| () off=true>
                        "Not possible now"
                    </Button>
                    <IconButton icon=icons::ZOOM_IN label="Zoom in" on_press=|| () />
                    <Copy text="5F3sQk9a" />
                    <Go to=Place::Settings icon=icons::SETTINGS>
                        "Settings"
                    </Go>
                </div>
                <Progress label="Sealing scan.png" done=rises size=34_u64 << 20 />
                <Progress label="Waiting for the chain" done=0_u64 size=0_u64 />
                <Qr text="https://chartkey.example/shared#example" label="An example of a share link" />
            </Sheet>
            <Dialog open=open title="Change Dr Sofia Marin's key" lead="Your wallet will show the same lines.">
                <Choose
                    legend=t!("until")
                    options=vec![
                        (7, Signal::stored("A week".to_owned())),
                        (30, Signal::stored("30 days".to_owned())),
                        (90, Signal::stored("90 days".to_owned())),
                    ]
                    value=RwSignal::new(30)
                />
                <div class="btns end">
                    <Button on_press=move || open.set(false) look=Look::Quiet>
                        "Cancel"
                    </Button>
                    <Button on_press=move || open.set(false) look=Look::Main>
                        "Make it smaller"
                    </Button>
                </div>
            </Dialog>
        </Section>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let (name, note) = (RwSignal::new("Ada".to_owned()), RwSignal::new(String::new()));
    let wrong = Signal::derive(move || name.with(|name| name.is_empty().then(|| "A name is needed.".to_owned())));
    let choice = RwSignal::new(1_u8);
    view! {
        <Section title="Fields">
            <Sheet>
                <SearchField label="Search your records" value=RwSignal::new(String::new()) />
                <Field label="Name" value=name help="As your doctor knows you." error=wrong fills="name" />
                <Area label="Your words" value=note lines=3 />
                <Pick
                    label="Specialty"
                    options=vec![(1_u8, "Cardiology".to_owned()), (2, "Dermatology".to_owned())]
                    value=choice
                />
                <div class="chips">
                    <Chip on=RwSignal::new(true)>"Lab reports"</Chip>
                    <Chip on=RwSignal::new(false)>"Images"</Chip>
                </div>
                <Tick value=RwSignal::new(true)>"May also add records"</Tick>
                <Switch label="Lock when I leave the page" help="Sooner than after 15 minutes." value=RwSignal::new(true) />
                <label class="drop">
                    <I of=icons::UPLOAD big=true />
                    <strong>"Drop files here, or choose them"</strong>
                    <span class="small soft">"PDF, images, DICOM, text"</span>
                </label>
            </Sheet>
        </Section>
    }
}

#[component]
fn Icons() -> impl IntoView {
    let all = [
        icons::HOME,
        icons::FOLDER,
        icons::KEY,
        icons::CALENDAR,
        icons::PILL,
        icons::ACTIVITY,
        icons::EYE,
        icons::SUN,
        icons::USERS,
        icons::SCAN_HEART,
        icons::STETHOSCOPE,
        icons::INBOX,
        icons::ID_CARD,
        icons::CPU,
        icons::SCROLL,
        icons::SIREN,
        icons::CLIPBOARD,
        icons::SHIELD,
        icons::SIGNATURE,
        icons::QR,
        icons::LINK,
        icons::LOCK,
        icons::LOCK_OPEN,
        icons::BELL,
        icons::ACCOUNT,
        icons::TEST_TUBE,
        icons::BONE,
        icons::SYRINGE,
        icons::WAVES,
        icons::NOTE,
        icons::RIBBON,
        icons::UMBRELLA,
        icons::HOSPITAL,
        icons::STORE,
        icons::WALLET,
        icons::HOURGLASS,
    ];
    view! {
        <Section title="Icons">
            <Sheet>
                <div class="row wrap">
                    {all.map(|icon| view! { <span class="kind"><I of=icon /></span> }).into_iter().collect_view()}
                </div>
            </Sheet>
        </Section>
    }
}
