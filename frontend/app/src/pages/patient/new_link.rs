//! A new share link: which records, until when, how often, behind which passcode.

use super::{
    gently::gently,
    keys::{Count, RecordPick, Until},
    links::LinkPaper,
};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Copy, Field, Go, Look, Note, Page, Section, Sheet, Switch, Tone, icons},
    places::Place,
    speech::{key, say, say_key, t},
    words,
};
use chartkey_flows::{Failure, link};
use chartkey_vocabulary::{RecordId, Time};
use leptos::{html, prelude::*};
use zeroize::Zeroizing;

/// Spans that fit most links, in days.
const SPANS: &[u64] = &[1, 7, 30];
/// The specification's longest label.
const LABEL: usize = 80;
/// Digits of a passcode; the service bears five wrong ones in all.
const DIGITS: u32 = 6;

/// A link that was opened.
#[derive(Clone)]
struct Made {
    text: Zeroizing<String>,
    passcode: Option<Zeroizing<String>>,
    until: Time,
    views: Option<u16>,
}

/// A link as it is chosen. Cheap to copy.
#[derive(Clone, Copy)]
struct Wish {
    records: RwSignal<Vec<RecordId>>,
    label: RwSignal<String>,
    until: Until,
    has_passcode: RwSignal<bool>,
    views: Count,
}

/// Records, label, end and number of views.
type Chosen = (Vec<RecordId>, String, Time, Option<u16>);

impl Wish {
    /// What was chosen, but for the passcode; who calls it in a view follows it.
    fn read(self) -> Result<Chosen, &'static str> {
        let records = self.records.get();
        if records.is_empty() {
            return Err(key!("new-link-no-record"));
        }
        let label = self.label.get().trim().to_owned();
        if label.chars().count() > LABEL {
            return Err(key!("new-link-long-label"));
        }
        let views = self.views.read(key!("new-link-no-views"))?;
        Ok((records, label, self.until.read()?, views))
    }
}

/// A new share link.
#[component]
pub(crate) fn NewLink() -> impl IntoView {
    let made = RwSignal::new(None::<Made>);
    view! {
        <Page title=t!("place-new-link") lead=t!("new-link-lead").signal() back=Place::Links>
            {move || match made.get() {
                Some(link) => view! { <Ready made=link /> }.into_any(),
                None => view! { <Choice made=made /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Choice(made: RwSignal<Option<Made>>) -> impl IntoView {
    let hand = hand();
    let wish = Wish {
        records: RwSignal::new(Vec::new()),
        label: RwSignal::new(String::new()),
        until: Until::days(7),
        has_passcode: RwSignal::new(true),
        views: Count::new(false, 3),
    };
    let opening = doing();
    let read = Memo::new(move |_| wish.read());
    let press = move || {
        let (Ok((records, label, until, views)), Some(owner)) = (read.get_untracked(), hand.whose()) else { return };
        let with_passcode = wish.has_passcode.get_untracked();
        opening.start(async move {
            let passcode = if with_passcode { Some(digits()?) } else { None };
            let public = window().location().origin().unwrap_or_default();
            let wanted = link::Wish { owner, records, label, passcode: passcode.clone(), until, views };
            let opened = gently(hand, async move |person| link::open(person, &wanted, &public).await).await?;
            let _ = made.try_set(Some(Made { text: opened.text, passcode, until, views }));
            Ok::<(), Failure>(())
        });
    };
    view! {
        <div class="narrow-form wide-form stack">
            <Sheet>
                <RecordPick legend=t!("new-link-records") value=wish.records />
            </Sheet>
            <Sheet>
                <Field label=t!("new-link-label") help=t!("new-link-label-help").signal() value=wish.label />
                {wish.until.fields(SPANS)}
                <Switch
                    label=t!("new-link-passcode")
                    help=t!("new-link-passcode-help").signal()
                    value=wish.has_passcode
                />
                <Switch
                    label=t!("new-link-counted")
                    help=t!("new-link-counted-help").signal()
                    value=wish.views.counted
                />
                {wish.views.field(t!("new-link-views"))}
            </Sheet>
            <Note>{t!("new-link-frozen")}</Note>
            {move || read.get().err().map(|key| view! { <p class="small soft" role="status">{say_key(key, &[])}</p> })}
            <Wrong of=opening />
            <div class="btns">
                <Button
                    look=Look::Main
                    icon=icons::LINK
                    busy=opening.busy()
                    off=Signal::derive(move || read.with(Result::is_err))
                    on_press=press
                >
                    {t!("new-link-open")}
                </Button>
            </div>
            {move || {
                opening.busy().get().then(|| view! { <p class="small soft" role="status">{t!("new-link-sealing")}</p> })
            }}
        </div>
    }
}

/// Digits nobody can guess; each as likely as any other.
fn digits() -> Result<Zeroizing<String>, Failure> {
    let most = 10u32.pow(DIGITS);
    // What lies above the last whole multiple would make small numbers likelier.
    let fair = u32::MAX - u32::MAX % most;
    loop {
        let drawn = u32::from_be_bytes(chartkey_flows::random_bytes::<4>()?);
        if drawn < fair {
            return Ok(Zeroizing::new(format!("{:0width$}", drawn % most, width = DIGITS as usize)));
        }
    }
}

/// The link is open: to scan, to send, and what to say by another way.
#[component]
fn Ready(made: Made) -> impl IntoView {
    let Made { text, passcode, until, views } = made;
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // It stands where the form began, above what is in view.
            let _ = heading.focus();
        }
    });
    view! {
        <div class="narrow-form wide-form stack">
            <Sheet tone=Tone::Key>
                <div>
                    <h2 tabindex="-1" node_ref=heading>{t!("new-link-ready")}</h2>
                    <p class="soft">
                        {move || match views {
                            Some(count) => {
                                say!("new-link-until-counted", when = words::full_time(until), count = count)
                            }
                            None => say!("new-link-until", when = words::full_time(until)),
                        }}
                    </p>
                </div>
                <LinkPaper text=text />
            </Sheet>
            {passcode
                .map(|passcode| {
                    let digits = passcode.to_string();
                    view! {
                        <Section title=t!("new-link-passcode-title")>
                            <Sheet>
                                <div class="row between">
                                    <p class="big-words num" translate="no">
                                        {digits.clone()}
                                    </p>
                                    <Copy text=digits label=t!("new-link-passcode-copy").signal() />
                                </div>
                                <Note tone=Tone::Doubt>{t!("new-link-passcode-apart")}</Note>
                            </Sheet>
                        </Section>
                    }
                })}
            <div class="btns">
                <Go to=Place::Links look=Look::Main>
                    {t!("new-link-done")}
                </Go>
            </div>
        </div>
    }
}
