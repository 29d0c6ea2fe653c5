//! One prescription: read, checked against the chain, handed out.

use crate::{
    ask::{Asked, Told, Wrong, asked, doing, idle},
    ground::save::{self, Shown},
    hand::{Hand, hand},
    pages::shared::Still,
    parts::{Button, Dialog, Empty, Face, Fact, Facts, Look, Note, Section, Sheet, Tag, Tone, Waiting, icons, toast},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, consent, prescription};
use chartkey_vault::About;
use chartkey_vocabulary::{
    Account, DAY, Extent, Prescription, PrescriptionId, Purpose, RecordId, Standing, Terms, Time,
};
use leptos::prelude::*;

/// So long a pharmacy asks to read a prescription that was shown.
const ASKED_FOR: Time = DAY;

/// What the prescription says, once it was opened and compared.
struct Read {
    about: About,
    content: Vec<u8>,
}

/// One prescription.
#[component]
pub(super) fn Check(
    /// Which.
    id: PrescriptionId,
    /// Where another is chosen.
    chosen: RwSignal<Option<PrescriptionId>>,
) -> impl IntoView {
    let hand = hand();
    let row = asked(move || async move { prescription::of(&hand.session()?, id).await });
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
            awaited=Signal::derive(t!("check-awaited"))
            children=move |row| view! { <Whole id=id row=row opened=opened /> }
        />
    }
}

async fn read(hand: Hand, id: PrescriptionId) -> Result<Read, Failure> {
    let (person, mut content) = (hand.person().await?, Vec::new());
    let (_, opened) = prescription::open(&person, id, Some(Purpose::Dispensing), &mut content, &mut |_| {}).await?;
    Ok(Read { about: opened.metadata.about().clone(), content })
}

#[component]
fn Whole(id: PrescriptionId, row: Prescription, opened: Asked<Read>) -> impl IntoView {
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
            </Sheet>
            <Content opened=opened patient=patient record=record />
            {move || {
                opened
                    .read(|_| ())
                    .map(|()| view! { <HandOut id=id patient=patient off=Signal::derive(move || over() || fills == 0) /> })
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
fn Content(opened: Asked<Read>, patient: Account, record: RecordId) -> impl IntoView {
    move || match (opened.get(), opened.failure()) {
        (Some(read), _) => view! { <Paper read=read /> }.into_any(),
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
            <Told of=opened awaited=Signal::derive(t!("check-open-awaited")) lines=2 children=|_| () />
        }
        .into_any(),
    }
}

#[component]
fn Paper(read: std::sync::Arc<Read>) -> impl IntoView {
    let About { title, note, file_name, media_type, .. } = read.about.clone();
    let text = media_type.starts_with("text/").then(|| String::from_utf8_lossy(&read.content).into_owned());
    let image = media_type.starts_with("image/").then(|| Shown::new(&read.content, &media_type)).flatten();
    // It ends with the page.
    let shown = StoredValue::new_local(image);
    let address = shown.with_value(|shown| shown.as_ref().map(|shown| shown.url().to_owned()));
    let bare = text.is_none() && address.is_none();
    let name = if file_name.is_empty() { title.clone() } else { file_name };
    let label = title.clone();
    view! {
        <article class="sheet stack" aria-label=label>
            <h3>{title}</h3>
            {text.map(|text| view! { <p class="asis">{text}</p> })}
            {address
                .map(|address| {
                    view! {
                        <div class="paper">
                            <img src=address alt=t!("check-image") />
                        </div>
                    }
                })}
            {(!note.is_empty()).then(|| view! { <p class="asis">{note}</p> })}
            {bare
                .then(|| {
                    let keep = move || {
                        save::save(&name, &read.content);
                    };
                    view! {
                        <Button icon=icons::DOWNLOAD on_press=keep>
                            {t!("check-save")}
                        </Button>
                    }
                })}
            <Note tone=Tone::Good>{t!("check-same")}</Note>
        </article>
    }
}

/// Asks the patient for a key to this prescription and to nothing else.
#[component]
fn Ask<A>(patient: Account, record: RecordId, again: A) -> impl IntoView
where
    A: Fn() + Clone + Send + 'static,
{
    let (hand, asking) = (hand(), doing());
    let waits = RwSignal::new(false);
    let ask = move || {
        asking.start(async move {
            let who = hand.session()?;
            let until = who.now().await?.time().await? + ASKED_FOR;
            let scope = Extent::Records(vec![record]).into();
            let terms = Terms { scope, until, openings: None, may_write: false };
            consent::request(&who, patient, Purpose::Dispensing, terms).await?;
            let _ = waits.try_set(true);
            Ok(())
        });
    };
    move || {
        let again = again.clone();
        if waits.get() {
            view! {
                <Waiting
                    title=t!("check-asked", name = hand.name_of(patient))
                    note=Signal::derive(t!("check-asked-note"))
                >
                    <Button icon=icons::REFRESH on_press=again>
                        {t!("check-look-again")}
                    </Button>
                </Waiting>
            }
            .into_any()
        } else {
            view! {
                <Empty icon=icons::KEY title=t!("check-no-key") note=t!("check-no-key-note")>
                    <Wrong of=asking />
                    <div class="row wrap center">
                        <Button look=Look::Main icon=icons::KEY busy=asking.busy() on_press=ask>
                            {t!("check-ask")}
                        </Button>
                        <Button icon=icons::REFRESH on_press=again>
                            {t!("check-look-again")}
                        </Button>
                    </div>
                </Empty>
            }
            .into_any()
        }
    }
}

/// Hands it out, after somebody has said once more that this is what goes over the counter.
#[component]
fn HandOut(id: PrescriptionId, patient: Account, off: Signal<bool>) -> impl IntoView {
    let (hand, handing) = (hand(), doing());
    let sure = RwSignal::new(false);
    let press = move || {
        handing.start(async move {
            let left = prescription::dispense(&hand.session()?, id).await?;
            let _ = sure.try_set(false);
            toast(say!("check-handed-out", count = left));
            hand.stir();
            Ok(())
        });
    };
    view! {
        <div class="row end">
            <Button look=Look::Main icon=icons::PILL off=off on_press=move || sure.set(true)>
                {t!("check-hand-out")}
            </Button>
        </div>
        <Dialog
            open=sure
            title=t!("check-sure")
            lead=move || say!("check-sure-note", name = hand.name_of(patient))
        >
            <Wrong of=handing />
            <div class="btns end">
                <Button look=Look::Quiet on_press=move || sure.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Main icon=icons::CHECK busy=handing.busy() on_press=press>
                    {t!("check-hand-out-yes")}
                </Button>
            </div>
        </Dialog>
    }
}
