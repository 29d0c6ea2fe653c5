//! What a share link shows: to anybody who has it, without an account.

mod shown;

use crate::{
    ask::{Doing, Wrong, doing},
    hand::{Hand, Stage, hand},
    pages::hand::Door,
    parts::{Area, Button, Empty, Field, Look, Note, Page, Sheet, Tone, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::{
    Failure, TalkError,
    link::{self, Document},
};
use chartkey_protocol::Why;
use chartkey_vault::HealthLink;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shown::Documents;
use std::sync::Arc;

/// What a link begins with, wherever it stands.
const SCHEME: &str = "shlink:/";
/// Letters of who looks, at most.
const RECIPIENT: usize = 200;

/// How far somebody has come with a link.
#[derive(Clone)]
enum Come {
    /// It has not been opened yet; so many tries are left after a wrong passcode.
    Asked { left: Option<u32> },
    /// It is over: ended, closed, viewed often enough, or guessed at too often.
    Over,
    /// What it leads to.
    Opened(Arc<Vec<Document>>),
}

/// What a share link shows.
#[component]
pub(crate) fn Shared() -> impl IntoView {
    let hash = use_location().hash;
    let pasted = RwSignal::new(String::new());
    let text = Memo::new(move |_| {
        // What was pasted comes after a link that could not be read.
        let (behind, typed) = (hash.get(), pasted.get());
        let given = if typed.contains(SCHEME) { typed } else { behind };
        given.find(SCHEME).map(|at| given[at..].trim().to_owned())
    });
    view! {
        <Page title=t!("place-shared") lead=t!("shared-lead").signal()>
            <Door need=Stage::Visiting>
                {move || match text.get() {
                    None => view! { <NoLink pasted=pasted /> }.into_any(),
                    Some(text) => {
                        match HealthLink::parse(&text) {
                            Ok(link) => view! { <Link text=text link=link /> }.into_any(),
                            Err(_) => view! { <Unreadable pasted=pasted /> }.into_any(),
                        }
                    }
                }}
            </Door>
        </Page>
    }
}

/// Nobody brought a link: it can be pasted.
#[component]
fn NoLink(pasted: RwSignal<String>) -> impl IntoView {
    view! {
        <Sheet>
            <p>{t!("shared-paste-note")}</p>
            <Area label=t!("shared-paste") value=pasted lines=3 />
        </Sheet>
    }
}

/// A part of it was lost on the way.
#[component]
fn Unreadable(pasted: RwSignal<String>) -> impl IntoView {
    view! {
        <Note tone=Tone::Doubt>{t!("shared-unreadable")}</Note>
        <NoLink pasted=pasted />
    }
}

/// A link that can be read.
#[component]
fn Link(text: String, link: HealthLink) -> impl IntoView {
    let HealthLink { until, passcode: locked, label, .. } = link;
    let ended = until.is_some_and(|until| until <= words::now());
    let come = RwSignal::new(if ended { Come::Over } else { Come::Asked { left: None } });
    let text = StoredValue::new(text);
    let label = StoredValue::new(label);
    move || match come.get() {
        Come::Over => view! {
            <Empty icon=icons::LINK title=t!("shared-over") note=t!("shared-over-note").signal() />
        }
        .into_any(),
        Come::Opened(documents) => {
            view! { <Documents documents=documents label=label.get_value() until=until /> }.into_any()
        }
        Come::Asked { left } => view! {
            <Asking text=text label=label locked=locked until=until left=left come=come />
        }
        .into_any(),
    }
}

#[component]
fn Asking(
    text: StoredValue<String>,
    label: StoredValue<String>,
    locked: bool,
    until: Option<u64>,
    left: Option<u32>,
    come: RwSignal<Come>,
) -> impl IntoView {
    let hand = hand();
    let (name, passcode) = (RwSignal::new(remembered().unwrap_or_default()), RwSignal::new(String::new()));
    let opening = doing();
    let off = Signal::derive(move || {
        name.with(|name| name.trim().is_empty()) || locked && passcode.with(|passcode| passcode.trim().is_empty())
    });
    let press = move || {
        let (text, name) = (text.get_value(), name.get_untracked());
        let passcode = passcode.get_untracked().trim().to_owned();
        remember(name.trim());
        opening.start(view_link(hand, text, name, locked.then_some(passcode), come));
    };
    let title = move || match label.get_value() {
        label if label.is_empty() => say!("shared-title"),
        label => label,
    };
    let wrong = Signal::derive(move || left.map(|left| say!("shared-wrong", count = left)));
    view! {
        <form class="sheet stack narrow-form" on:submit=move |event| event.prevent_default()>
            <div>
                <h2>{title}</h2>
                <p class="soft">
                    {move || {
                        until.map_or_else(|| say!("shared-sealed"), |at| say!("shared-until", when = words::full_time(at)))
                    }}
                </p>
            </div>
            <Field
                label=t!("shared-name")
                help=t!("shared-name-help").signal()
                fills="name"
                required=true
                value=name
            />
            {locked
                .then(|| {
                    view! {
                        <Field
                            label=t!("shared-passcode")
                            help=t!("shared-passcode-help").signal()
                            error=wrong
                            fills="one-time-code"
                            value=passcode
                        />
                    }
                })}
            <Wrong of=opening />
            <div class="btns">
                <Button look=Look::Main icon=icons::LOCK_OPEN sends=true busy=opening.busy() off=off on_press=press>
                    {t!("shared-open")}
                </Button>
            </div>
            <Counting of=opening />
        </form>
        <Note>{t!("shared-note")}</Note>
    }
}

/// Said while the chain counts the view.
#[component]
fn Counting(of: Doing) -> impl IntoView {
    view! {
        <div role="status">
            {move || of.busy().get().then(|| view! { <p class="small soft">{t!("shared-counting")}</p> })}
        </div>
    }
}

async fn view_link(
    hand: Hand,
    text: String,
    name: String,
    passcode: Option<String>,
    come: RwSignal<Come>,
) -> Result<(), Failure> {
    let visitor = hand.visitor().ok_or_else(|| Failure::Not("the service was not reached".into()))?;
    let recipient: String = name.trim().chars().take(RECIPIENT).collect();
    let seen = link::view(&visitor, &text, &recipient, passcode.as_deref()).await;
    let next = match seen {
        Ok(documents) => Come::Opened(Arc::new(documents)),
        // The last wrong passcode ends the link.
        Err(Failure::Talk(TalkError::Passcode { left: 0 })) => Come::Over,
        Err(Failure::Talk(TalkError::Passcode { left })) => Come::Asked { left: Some(left) },
        Err(failure) if failure.is(Why::NotFound) || failure.is(Why::Lapsed) => Come::Over,
        Err(failure) => return Err(failure),
    };
    let _ = come.try_set(next);
    Ok(())
}

/// Who looked last from this device, so that nobody types their name twice after a wrong passcode.
fn remembered() -> Option<String> {
    NAME.with_borrow(Clone::clone)
}

fn remember(name: &str) {
    NAME.set(Some(name.to_owned()));
}

thread_local! {
    // For as long as the page is open, and not in the browser's store: this may be anybody's computer.
    static NAME: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
}
