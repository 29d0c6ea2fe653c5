//! One prescription: read, checked against the chain, handed out.

mod ask;
mod hand_out;

use self::{ask::Ask, hand_out::HandOut};
use crate::{
    ask::{Asked, Told, asked, idle},
    hand::{Hand, hand},
    pages::shared::{Called, File, Paper, Still},
    parts::{Button, Empty, Face, Fact, Facts, Look, Note, Section, Sheet, Tag, Tone, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, prescription};
use chartkey_vocabulary::{Account, Prescription, PrescriptionId, Purpose, RecordId, Standing};
use leptos::prelude::*;

/// One prescription.
#[component]
pub(super) fn Check(
    /// Which.
    id: PrescriptionId,
    /// Where another is chosen.
    chosen: RwSignal<Option<PrescriptionId>>,
) -> impl IntoView {
    let hand = hand();
    let row = asked(move || async move { Ok(hand.session()?.now().await?.care().prescription(id).await?) });
    // Opened once: each opening is told to the patient, and may be counted.
    let opened = idle(move || read(hand, id));
    opened.again();
    view! {
        <div class="row">
            <Button look=Look::Quiet icon=icons::ARROW_LEFT on_press=move || chosen.set(None)>
                {t!("counter-back")}
            </Button>
        </div>
        <Still
            of=row
            awaited=t!("check-awaited").signal()
            children=move |row| whole(id, row, opened)
        />
    }
}

async fn read(hand: Hand, id: PrescriptionId) -> Result<File, Failure> {
    let (person, mut content) = (hand.person().await?, Vec::new());
    let (_, opened) = prescription::open(&person, id, Some(Purpose::Dispensing), &mut content, &mut |_| {}).await?;
    Ok(File { about: opened.metadata.about().clone(), content })
}

/// What stands on the chain; a doctor may have taken it back, even while it is in view.
fn whole(id: PrescriptionId, row: Option<Prescription>, opened: Asked<File>) -> AnyView {
    let Some(row) = row else {
        let note = t!("check-void-note").signal();
        return view! { <Empty icon=icons::QUESTION title=t!("check-void") note=note /> }.into_any();
    };
    view! { <Whole id=id row=row opened=opened /> }.into_any()
}

#[component]
fn Whole(id: PrescriptionId, row: Prescription, opened: Asked<File>) -> impl IntoView {
    let hand = hand();
    let Prescription { patient, doctor, fills, until, record, .. } = row;
    let over = move || until <= words::now();
    let name = Signal::derive(move || hand.name_of(patient));
    view! {
        <Section title=t!("check-title")>
            <Sheet>
                <div class="row wrap">
                    <Face name=name />
                    <div class="grow">
                        <h3>{name}</h3>
                        <p class="small soft">{move || say!("check-by", doctor = hand.name_of(doctor))}</p>
                    </div>
                    {move || {
                        if over() {
                            view! { <Tag tone=Tone::Bad>{t!("prescription-ended")}</Tag> }.into_any()
                        } else if fills == 0 {
                            view! { <Tag tone=Tone::Bad>{t!("prescription-empty")}</Tag> }.into_any()
                        } else {
                            view! { <Tag tone=Tone::Good>{t!("prescription-left", count = fills)}</Tag> }.into_any()
                        }
                    }}
                </div>
                <Facts>
                    <Fact of=t!("check-doctor")>
                        <DoctorStands doctor=doctor />
                    </Fact>
                    <Fact of=t!("until")>{move || words::full_day(until)}</Fact>
                    <Fact of=t!("check-fills")>{t!("prescription-left", count = fills)}</Fact>
                </Facts>
                <Called patient=patient />
            </Sheet>
            <Content opened=opened patient=patient record=record />
            {move || {
                opened
                    .read(|_| ())
                    .map(|()| {
                        let off = Signal::derive(move || over() || fills == 0);
                        view! { <HandOut id=id patient=patient off=off /> }
                    })
            }}
        </Section>
    }
}

/// Whether who prescribed may still act.
#[component]
fn DoctorStands(doctor: Account) -> impl IntoView {
    let hand = hand();
    let standing = asked(move || async move { Ok(hand.session()?.now().await?.registry().who(doctor).await?) });
    move || {
        standing.read(|who| *who).map(|who| match who.map(|who| who.standing) {
            Some(Standing::Active) => view! { <span class="good">{t!("check-doctor-active")}</span> }.into_any(),
            Some(standing) => view! { <span class="bad">{move || words::standing(standing)}</span> }.into_any(),
            None => view! { <span class="bad">{t!("check-doctor-gone")}</span> }.into_any(),
        })
    }
}

/// What it says; who has no key may ask for one here.
#[component]
fn Content(opened: Asked<File>, patient: Account, record: RecordId) -> impl IntoView {
    move || match (opened.get(), opened.failure()) {
        (Some(file), _) => view! {
            <Paper file=file image=t!("check-image")>
                <Note tone=Tone::Good>{t!("check-same")}</Note>
            </Paper>
        }
        .into_any(),
        (None, Some(said)) => view! {
            <Note tone=Tone::Doubt>
                <strong>{said.what}</strong>
                " "
                {said.next}
            </Note>
            <Ask patient=patient record=record again=move || opened.again() />
        }
        .into_any(),
        (None, None) => view! {
            <Told of=opened awaited=t!("check-open-awaited").signal() lines=2 children=|_| () />
        }
        .into_any(),
    }
}
