//! The doctor's word: agrees, disagrees, or agrees with corrections, under their own name.

use super::{super::write::may_add, Opened};
use crate::{
    ask::{Asked, Wrong, doing},
    hand::{Hand, hand},
    pages::shared::{Confirm, settled},
    parts::{Area, Button, Look, Note, OnItsWay, Section, Sheet, Tag, Tone, icons, toast},
    places::Place,
    shell::{Count, counts},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, Person, Stage, findings, held};
use chartkey_vault::About;
use chartkey_vocabulary::{Account, FindingId, SignOff, Verdict};
use leptos::prelude::*;

/// So many doctors may sign one finding.
const SIGNATURES: usize = 3;

/// Waits for the service, and says in the menu how many findings are left.
async fn signed_or_not(hand: Hand, person: &Person, counts: Count) -> Result<(), Failure> {
    settled(hand, person).await?;
    // What is left is a courtesy: the signature stands without it.
    if let Ok(rows) = held::findings(person).await {
        counts.set(Place::SignOff, rows.iter().filter(|row| row.finding.signed.is_empty()).count() as u32);
    }
    Ok(())
}

/// Who signed, and one's own signature.
#[component]
pub(super) fn Sign(
    /// The finding.
    opened: Asked<Opened>,
    /// Its name.
    id: FindingId,
) -> impl IntoView {
    let hand = hand();
    let signed = Memo::new(move |_| opened.read(|opened| opened.found.finding.signed.clone()));
    let owner = Memo::new(move |_| opened.read(|opened| opened.facts.owner));
    let mine = move || signed.get()?.into_iter().find(|sign| Some(sign.doctor) == hand.me());
    let full = move || signed.get().is_some_and(|signed| signed.len() >= SIGNATURES);
    view! {
        {move || signed.get().filter(|signed| !signed.is_empty()).map(|signed| view! { <Signed signed=signed /> })}
        {move || match (owner.get(), mine()) {
            (None, _) => ().into_any(),
            (Some(_), Some(sign)) => view! { <Mine id=id sign=sign /> }.into_any(),
            (Some(_), None) if full() => view! { <p class="soft">{t!("sign-off-full")}</p> }.into_any(),
            (Some(owner), None) => view! { <Say id=id owner=owner /> }.into_any(),
        }}
    }
}

/// The names under it.
#[component]
fn Signed(signed: Vec<SignOff>) -> impl IntoView {
    let hand = hand();
    let line = move |sign: SignOff| {
        let tone = if sign.verdict == Verdict::Disagree { Tone::Bad } else { Tone::Good };
        view! {
            <li class="row between wrap">
                <span class="grow">
                    <strong>{move || hand.name_of(sign.doctor)}</strong>
                    <br />
                    <span class="small soft">{move || words::full_time(sign.at)}</span>
                </span>
                <Tag tone=tone>{move || words::verdict(sign.verdict)}</Tag>
            </li>
        }
    };
    view! {
        <Section title=t!("sign-off-names")>
            <ul class="sheet stack tight">{signed.into_iter().map(line).collect_view()}</ul>
        </Section>
    }
}

/// One's own name stands under it.
#[component]
fn Mine(id: FindingId, sign: SignOff) -> impl IntoView {
    let hand = hand();
    let (open, taking, counts) = (RwSignal::new(false), doing(), counts());
    let take_back = move || {
        taking.start(async move {
            let person = hand.person().await?;
            findings::retract(&person, id).await?;
            open.try_set(false);
            signed_or_not(hand, &person, counts).await
        });
    };
    let said = move || say!("sign-off-mine", verdict = words::verdict(sign.verdict), day = words::full_day(sign.at));
    view! {
        <Sheet>
            <p>{said}</p>
            <div class="btns">
                <Button look=Look::Danger on_press=move || open.set(true)>
                    {t!("sign-off-take-back")}
                </Button>
            </div>
        </Sheet>
        <Confirm
            open=open
            title=t!("sign-off-take-back-title")
            note=t!("sign-off-take-back-note")
            yes=t!("sign-off-take-back")
            doing=taking
            on_yes=take_back
        />
    }
}

/// The three answers, and words for those who want to say more.
#[component]
fn Say(id: FindingId, owner: Account) -> impl IntoView {
    let hand = hand();
    let (signing, may_write, counts) = (doing(), may_add(owner), counts());
    let (text, stage) = (RwSignal::new(String::new()), RwSignal::new(None::<Stage>));
    let (chosen, noted) = (RwSignal::new(None::<Verdict>), RwSignal::new(false));
    let may = Memo::new(move |_| may_write.read(Option::is_some).unwrap_or_default());
    let silent = move || text.with(|text| text.trim().is_empty());
    let say = move |verdict: Verdict| {
        chosen.set(Some(verdict));
        let words = text.get_untracked().trim().to_owned();
        let about = About {
            title: say!("sign-off-note-title", day = words::full_day(words::now())),
            file_name: "note.txt".into(),
            media_type: "text/plain".into(),
            dated: Some(words::now()),
            ..About::default()
        };
        signing.start(async move {
            let person = hand.person().await?;
            let _row = hand.desk().in_a_row(if words.is_empty() { 1 } else { 2 });
            if !words.is_empty() {
                let mut told = move |now| {
                    stage.try_set(Some(now));
                };
                let done = findings::note(&person, id, about, &words, &mut told).await;
                stage.try_set(None);
                done?;
                // Said once, even where the signature after it fails.
                text.try_set(String::new());
                noted.try_set(true);
            }
            findings::sign(&person, id, verdict).await?;
            toast(say!("sign-off-done"));
            signed_or_not(hand, &person, counts).await
        });
    };
    let busy = move |verdict: Verdict| Signal::derive(move || signing.busy().get() && chosen.get() == Some(verdict));
    let off = move |verdict: Verdict| {
        Signal::derive(move || {
            let other = signing.busy().get() && chosen.get() != Some(verdict);
            // Corrections without words correct nothing.
            other || verdict == Verdict::Amended && silent() && !noted.get()
        })
    };
    view! {
        <Section title=t!("sign-off-word")>
            <Sheet>
                {move || {
                    if may.get() {
                        view! { <Area label=t!("sign-off-words") value=text lines=3 /> }.into_any()
                    } else {
                        view! { <p class="small soft">{t!("sign-off-no-writing")}</p> }.into_any()
                    }
                }}
                <p class="small soft" aria-live="polite">
                    {move || if silent() { say!("sign-off-one-signature") } else { say!("sign-off-two-signatures") }}
                </p>
                <OnItsWay stage=stage />
                <Wrong of=signing />
                <div class="btns">
                    <Button
                        look=Look::Main
                        icon=icons::SIGNATURE
                        busy=busy(Verdict::Agree)
                        off=off(Verdict::Agree)
                        on_press=move || say(Verdict::Agree)
                    >
                        {t!("sign-off-agree")}
                    </Button>
                    <Button
                        icon=icons::PENCIL
                        busy=busy(Verdict::Amended)
                        off=off(Verdict::Amended)
                        on_press=move || say(Verdict::Amended)
                    >
                        {t!("sign-off-amend")}
                    </Button>
                    <Button
                        look=Look::Danger
                        busy=busy(Verdict::Disagree)
                        off=off(Verdict::Disagree)
                        on_press=move || say(Verdict::Disagree)
                    >
                        {t!("sign-off-disagree")}
                    </Button>
                </div>
                <Note>{t!("sign-off-final")}</Note>
            </Sheet>
        </Section>
    }
}
