//! A second opinion on a record: who treats asks a colleague, who asks the patient for a key to this one record.

use super::ask_key::{Lasts, Wish};
use crate::{
    ask::{Wrong, asked, doing},
    hand::hand,
    pages::shared::{Still, settled},
    parts::{Button, Columns, Copy, Empty, Fact, Facts, Go, KindMark, Look, Note, Page, Qr, Section, Sheet, go, icons},
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, consent};
use chartkey_vocabulary::{Denial, Facts as Known, Purpose, RecordId};
use leptos::prelude::*;

/// What is known of the record, and whether the asker may open it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct About {
    facts: Known,
    opens: bool,
}

/// A second opinion on a record.
#[component]
pub(crate) fn Opinion(
    /// On which.
    record: RecordId,
) -> impl IntoView {
    let hand = hand();
    let about = asked(move || async move {
        let person = hand.person().await?;
        let at = person.now().await?;
        let facts = at.records().facts(record).await?.ok_or(Failure::Denied(Denial::NoSuchRecord))?;
        let mut opens = false;
        for purpose in [Purpose::Treatment, Purpose::SecondOpinion] {
            opens |= at.records().may_open(record, person.account(), purpose).await?.is_allowed();
        }
        Ok::<_, Failure>(About { facts, opens })
    });
    // Who may open it came from it.
    let back = Signal::derive(move || match about.read(|about| about.opens) {
        Some(true) => Place::Record(record, View::Read),
        _ => Place::Patients,
    });
    view! {
        <Page title=t!("place-opinion") lead=t!("opinion-lead") back=back>
            <Still of=about awaited=t!("opinion-awaited") let:about>
                <Shown record=record about=about />
            </Still>
        </Page>
    }
}

#[component]
fn Shown(record: RecordId, about: About) -> impl IntoView {
    let hand = hand();
    let About { facts, opens } = about;
    view! {
        <Sheet>
            <div class="row">
                <KindMark kind=facts.kind />
                <div class="grow">
                    <h2>{move || words::kind(facts.kind)}</h2>
                    <p class="small soft">
                        {move || {
                            say!(
                                "opinion-record",
                                name = hand.name_of(facts.owner),
                                day = words::near_day(facts.written)
                            )
                        }}
                    </p>
                </div>
                {opens.then(|| view! { <Go to=Place::Record(record, View::Read)>{t!("opinion-open")}</Go> })}
            </div>
        </Sheet>
        {if opens {
            view! { <Colleague record=record /> }.into_any()
        } else {
            view! { <Request record=record facts=facts /> }.into_any()
        }}
    }
}

/// Who may open it sends a colleague here. It gives them nothing: only the patient does.
#[component]
fn Colleague(record: RecordId) -> impl IntoView {
    let origin = window().location().origin().unwrap_or_default();
    let text = Signal::stored(format!("{origin}{}", Place::Opinion(record).path()));
    view! {
        <Columns>
            <Section title=t!("opinion-colleague")>
                <Sheet>
                    <ol class="stack tight numbered">
                        <li>{t!("opinion-step-find")}</li>
                        <li>{t!("opinion-step-send")}</li>
                        <li>{t!("opinion-step-patient")}</li>
                    </ol>
                    <div class="btns">
                        <Go to=Place::Directory look=Look::Main icon=icons::SEARCH>
                            {t!("opinion-find")}
                        </Go>
                    </div>
                    <Note>{t!("opinion-nothing-given")}</Note>
                </Sheet>
            </Section>
            <Section title=t!("opinion-link")>
                <Sheet>
                    <Qr text=text label=t!("opinion-link") />
                    <div class="row">
                        <p class="mono small grow">{move || text.get()}</p>
                        <Copy text=text label=t!("opinion-copy").signal() />
                    </div>
                </Sheet>
            </Section>
        </Columns>
    }
}

/// The colleague asks the patient.
#[component]
fn Request(record: RecordId, facts: Known) -> impl IntoView {
    let hand = hand();
    let (asking, wish) = (doing(), Wish::opinion_on(record));
    let waits = asked(move || async move {
        let person = hand.person().await?;
        let requests = chartkey_flows::held::requests(&person).await?;
        let mine = requests
            .into_iter()
            .find(|(between, _)| between.patient == facts.owner && between.purpose == Purpose::SecondOpinion);
        Ok::<_, Failure>(mine.map(|(_, request)| request.at))
    });
    let go = go();
    let ask = move || {
        let Ok(terms) = wish.read_untracked() else { return };
        let go = go.clone();
        asking.start(async move {
            let person = hand.person().await?;
            consent::request(&person, facts.owner, Purpose::SecondOpinion, terms).await?;
            settled(hand, &person).await?;
            go(Place::Patients);
            Ok(())
        });
    };
    let waiting = Memo::new(move |_| waits.read(|at| *at).flatten());
    view! {
        {move || {
            waiting
                .get()
                .map(|at| {
                    view! {
                        <Empty
                            icon=icons::HOURGLASS
                            title=move || {
                                say!("waits-for", name = hand.name_of(facts.owner), since = words::ago(at))
                            }
                        >
                            <Go to=Place::Patients>{t!("opinion-to-requests")}</Go>
                        </Empty>
                    }
                })
        }}
        <Section title=t!("opinion-ask")>
            <Sheet>
                <Facts>
                    <Fact of=t!("ask-key-by")>{move || hand.me().map(|me| hand.name_of(me))}</Fact>
                    <Fact of=t!("ask-key-whom")>{move || hand.name_of(facts.owner)}</Fact>
                    <Fact of=t!("what")>{t!("scope-records", count = 1)}</Fact>
                    <Fact of=t!("why")>{move || words::purpose(Purpose::SecondOpinion)}</Fact>
                </Facts>
                <Lasts wish=wish />
                <Note>{t!("ask-key-note")}</Note>
                <Wrong of=asking />
                <div class="btns">
                    <Button
                        look=Look::Main
                        icon=icons::SEND
                        busy=asking.busy()
                        off=Signal::derive(move || waiting.get().is_some())
                        on_press=ask
                    >
                        {t!("ask-key-do")}
                    </Button>
                </div>
            </Sheet>
        </Section>
    }
}
