//! Behind the glass: the custodians' parts, the card, and the time that is left.

use crate::{
    ask::{Wrong, doing},
    ground::clock,
    hand::{Hand, hand},
    pages::shared::{File, Paper},
    parts::{
        Bones, Button, Dialog, KeyBar, Left, Look, Note, Section, Sheet, StepState, Steps, Tone, announce, icons, toast,
    },
    speech::{say, t},
    words,
};
use chartkey_flows::{
    Failure,
    emergency::{self, CUSTODIANS, ENOUGH},
};
use chartkey_vocabulary::{Account, HOUR, Time};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// A broken glass stays broken for so long.
const BROKEN: Time = 3 * HOUR;
/// Between two looks for the custodians' parts.
const BETWEEN: u32 = 1_500;

/// How far it is.
#[derive(Clone)]
enum Way {
    /// So many custodians have handed their part over.
    Waiting(usize),
    /// Enough have; it is being opened.
    Opening,
    /// Open.
    Open(Arc<File>),
    /// It did not work.
    Failed(words::Said),
}

/// The card, as soon as it opens.
#[component]
pub(super) fn Card(
    /// Whose.
    patient: Account,
    /// Until when the glass stays broken.
    until: Time,
) -> impl IntoView {
    let hand = hand();
    let way = RwSignal::new(Way::Waiting(0));
    let begin = move || {
        way.set(Way::Waiting(0));
        spawn_local(async move {
            let end = match follow(hand, patient, way).await {
                Ok(card) => {
                    announce(say!("rescue-open"));
                    Way::Open(Arc::new(card))
                }
                Err(failure) => {
                    hand.noticed(&failure);
                    Way::Failed(words::failure(&failure))
                }
            };
            drop(way.try_set(end));
        });
    };
    begin();
    let at = Signal::derive(move || {
        way.with(|way| match way {
            Way::Waiting(_) => StepState::At(1),
            Way::Opening => StepState::At(2),
            Way::Open(_) => StepState::Done,
            Way::Failed(_) => StepState::FailedAt(2),
        })
    });
    let names = vec![
        t!("rescue-step-broken").signal(),
        Signal::derive(move || {
            let count = way.with(|way| if let Way::Waiting(count) = way { *count } else { ENOUGH });
            say!("rescue-step-parts", count = count, enough = ENOUGH, all = CUSTODIANS)
        }),
        t!("rescue-step-open").signal(),
    ];
    view! {
        <Section title=t!("rescue-behind") after=move || view! { <Left until=until /> }>
            <Sheet tone=Tone::Key>
                <KeyBar since=until.saturating_sub(BROKEN) until=until />
                <div aria-live="polite">
                    <Steps names=names at=at />
                </div>
                <p class="small soft">{t!("rescue-told")}</p>
            </Sheet>
            {move || match way.get() {
                Way::Waiting(_) | Way::Opening => {
                    view! { <Bones awaited=t!("rescue-parts-awaited").signal() lines=3 /> }.into_any()
                }
                Way::Open(card) => view! { <Paper file=card image=t!("rescue-card-image") /> }.into_any(),
                Way::Failed(said) => {
                    view! {
                        <Note tone=Tone::Doubt>
                            <strong>{said.what}</strong>
                            " "
                            {said.next}
                        </Note>
                        <Button icon=icons::REFRESH on_press=begin>
                            {t!("again")}
                        </Button>
                    }
                        .into_any()
                }
            }}
            <Mend patient=patient />
        </Section>
    }
}

/// Waits for the custodians and opens the card.
async fn follow(hand: Hand, patient: Account, way: RwSignal<Way>) -> Result<File, Failure> {
    loop {
        let person = hand.person().await?;
        let handed = emergency::handed_over(&person, patient).await?;
        if handed >= ENOUGH {
            break;
        }
        // The page was left: nobody waits any more.
        if way.try_set(Way::Waiting(handed)).is_some() {
            return Err(Failure::Not("nobody waits".into()));
        }
        drop(person);
        clock::pause(BETWEEN).await;
    }
    drop(way.try_set(Way::Opening));
    let (person, mut content) = (hand.person().await?, Vec::new());
    let opened = emergency::open(&person, patient, &mut content, &mut |_| {}).await?;
    Ok(File { about: opened.metadata.about().clone(), content })
}

/// Ends the emergency before its time.
#[component]
fn Mend(patient: Account) -> impl IntoView {
    let (hand, mending) = (hand(), doing());
    let asking = RwSignal::new(false);
    let press = move || {
        mending.start(async move {
            let who = hand.session()?;
            emergency::mend(&who, patient, who.account()).await?;
            let _ = asking.try_set(false);
            toast(say!("rescue-mended"));
            hand.stir();
            Ok(())
        });
    };
    view! {
        <div class="row">
            <Button look=Look::Quiet on_press=move || asking.set(true)>
                {t!("rescue-mend")}
            </Button>
        </div>
        <Dialog open=asking title=t!("rescue-mend-title") lead=t!("rescue-mend-lead")>
            <Wrong of=mending />
            <div class="btns end">
                <Button look=Look::Quiet on_press=move || asking.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Main busy=mending.busy() on_press=press>
                    {t!("rescue-mend")}
                </Button>
            </div>
        </Dialog>
    }
}
