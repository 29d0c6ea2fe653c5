//! A key somebody holds: what it opens and what was opened with it, making it smaller, taking it back.

mod narrow;
mod used;
mod withdraw;

use super::{
    gently::session,
    keys::{Resealing, Seals, TermsFacts, Who},
};
use crate::{
    ask::{Doing, Told, asked, doing},
    hand::hand,
    parts::{Columns, Empty, Go, KeyBar, Left, Look, Note, Page, Section, Sheet, Tag, Tone, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_vocabulary::{Account, Between, Grant, Purpose};
use leptos::prelude::*;
use narrow::Narrow;
use used::Used;
use withdraw::{Phase, Withdraw};

/// A key somebody holds.
#[component]
pub(crate) fn Held(reader: Account, purpose: Purpose) -> impl IntoView {
    let hand = hand();
    let key = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let between = Between { patient: whose.unwrap_or(who.account()), reader, purpose };
            let grant = who.now().await?.consent().grant_of(between).await?;
            Ok(grant.map(|grant| (between, grant)))
        }
    });
    // The key leaves the chain before what it opened is sealed anew; the page stays until that is done.
    let phase = RwSignal::new(Phase::Held);
    // So it is when a key was made smaller.
    let (narrowing, seals) = (doing(), Seals::new());
    let withdrawing = Seals::new();
    let title = move || say!("held-title", name = hand.name_of(reader));
    let mark = move || view! { <Who account=reader big=true /> };
    let lead = move || hand.role_of(reader).map(words::role).unwrap_or_default();
    view! {
        <Page title=title lead=Signal::derive(lead) back=Place::Sharing mark=mark>
            {move || match phase.get() {
                Phase::Held => {
                    view! {
                        <Told of=key awaited=t!("held-awaited") let:found>
                            {match found.as_ref() {
                                Some((between, grant)) => {
                                    view! {
                                        <Key
                                            between=*between
                                            grant=grant.clone()
                                            phase=phase
                                            narrowing=narrowing
                                            seals=seals
                                            withdrawing=withdrawing
                                        />
                                    }
                                        .into_any()
                                }
                                None => Gone().into_any(),
                            }}
                        </Told>
                    }
                        .into_any()
                }
                phase => view! { <withdraw::After reader=reader phase=phase /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <Empty icon=icons::KEY title=t!("held-gone") note=t!("held-gone-note").signal()>
            <Go to=Place::Sharing>{t!("asked-to-sharing")}</Go>
        </Empty>
    }
}

#[component]
fn Key(
    between: Between,
    grant: Grant,
    phase: RwSignal<Phase>,
    narrowing: Doing,
    seals: Seals,
    withdrawing: Seals,
) -> impl IntoView {
    let hand = hand();
    let Grant { terms, by, since, ticket: _ } = grant;
    let until = terms.until;
    let over = move || until <= words::now();
    let given = move || {
        let day = words::full_day(since);
        if hand.me() == Some(by) {
            say!("held-by-me", day = day)
        } else {
            say!("held-by", day = day, name = hand.name_of(by))
        }
    };
    let (narrowed, facts) = (terms.clone(), terms);
    view! {
        <Columns>
            <section>
                <Sheet tone=Tone::Key>
                    <div class="row between">
                        <h2>{t!("held-what")}</h2>
                        {move || {
                            if over() {
                                view! { <Tag>{t!("key-ended")}</Tag> }.into_any()
                            } else {
                                view! { <Left until=until /> }.into_any()
                            }
                        }}
                    </div>
                    <KeyBar since=since until=until />
                    <TermsFacts purpose=between.purpose terms=facts />
                    <p class="small soft">{given}</p>
                </Sheet>
                {move || over().then(|| view! { <Note>{t!("held-over")}</Note> })}
                {move || narrowing.busy().get().then(|| view! { <Resealing seals=seals /> })}
                {move || {
                    (!over())
                        .then(|| {
                            view! { <Narrow between=between terms=narrowed.clone() narrowing=narrowing seals=seals /> }
                        })
                }}
                <Withdraw between=between phase=phase seals=withdrawing />
            </section>
            <Section title=t!("held-used")>
                <Used between=between />
                <Go to=Place::Log look=Look::Quiet>
                    {t!("held-whole-log")}
                </Go>
            </Section>
        </Columns>
    }
}
