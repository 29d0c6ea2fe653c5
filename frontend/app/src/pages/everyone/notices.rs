//! What there is to know, and where else to be told.

mod contact;

use self::contact::Elsewhere;
use crate::{
    ask::{Wrong, asked, doing},
    hand::{Hand, Stage, hand},
    pages::{
        hand::Door,
        paged::{Growing, Older, growing},
        shared::Still,
    },
    parts::{Button, Empty, I, List, Page, Section, Tag, Tone, icons, toast},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::council;
use chartkey_protocol::{Notice, NoticeKind, Seen};
use chartkey_vocabulary::{Account, Assignment, Role};
use leptos::prelude::*;

/// What there is to know, newest first.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    view! {
        <Page title=t!("place-notices") lead=t!("notices-lead").signal()>
            <Door need=Stage::Newcomer>
                <Lately />
                <Elsewhere />
            </Door>
        </Page>
    }
}

#[component]
fn Lately() -> impl IntoView {
    let hand = hand();
    let notices = growing(move |paging| async move { Ok(hand.session()?.oracle().notices(&paging).await?) });
    view! {
        <Still
            of=notices.list
            awaited=t!("notices-awaited").signal()
            lines=5
            children=move |told| {
                if told.rows.is_empty() {
                    return view! {
                        <Empty icon=icons::BELL title=t!("notices-none") note=t!("notices-none-note") />
                    }
                        .into_any();
                }
                let (new, old): (Vec<Notice>, Vec<Notice>) = told.rows.iter().cloned().partition(|notice| !notice.read);
                view! {
                    {(!new.is_empty()).then(|| view! { <New notices=new from=notices /> })}
                    {(!old.is_empty())
                        .then(|| {
                            view! {
                                <Section title=t!("notices-old")>
                                    <List>
                                        {old.into_iter().map(|notice| view! { <One notice=notice /> }).collect_view()}
                                    </List>
                                </Section>
                            }
                        })}
                }
                    .into_any()
            }
        />
        <Older of=notices />
    }
}

/// What nobody has read yet.
#[component]
fn New(notices: Vec<Notice>, from: Growing<Notice>) -> impl IntoView {
    let (hand, marking) = (hand(), doing());
    let upto = notices.iter().map(|notice| notice.id).max().unwrap_or_default();
    let press = move || {
        marking.start(async move {
            hand.session()?.oracle().read_notices(&Seen { upto }).await?;
            hand.all_read();
            from.list.again();
            toast(say!("notices-was-read"));
            Ok(())
        });
    };
    let after = move || {
        view! {
            <Button icon=icons::CHECK busy=marking.busy() on_press=press>
                {t!("notices-read")}
            </Button>
        }
    };
    view! {
        <Section title=t!("notices-new") after=after>
            <Wrong of=marking />
            <div aria-live="polite">
                <List>{notices.into_iter().map(|notice| view! { <One notice=notice /> }).collect_view()}</List>
            </div>
        </Section>
    }
}

#[component]
fn One(notice: Notice) -> impl IntoView {
    let hand = hand();
    let (kind, about, at, read) = (notice.kind, notice.about, notice.at, notice.read);
    let tone = words::notice_tone(kind);
    let to = leads(&notice, untrack(|| hand.role()));
    let proposed = proposed(&notice, hand);
    let inside = view! {
        <span class="kind" aria-hidden="true">
            <I of=words::notice_icon(kind) />
        </span>
        <div class="grow">
            <p class:strong=!read>{move || words::notice(&notice, proposed.get(), hand)}</p>
            <p class="small soft">{move || words::capital(&words::near_time(at))}</p>
        </div>
        {(!read && tone != Tone::Plain).then(|| view! { <Tag tone=tone>{t!("notice-look")}</Tag> })}
    };
    match to {
        Some(place) => view! {
            <a
                class="line"
                href=move || proposed.get().map_or(place, Place::Professional).path()
                on:click=move |_| go_as(hand, kind, about)
            >
                {inside}
                <I of=icons::CHEVRON_RIGHT turns=true />
            </a>
        }
        .into_any(),
        None => view! { <div class="line">{inside}</div> }.into_any(),
    }
}

/// The doctor whom a patient is told of, while the proposal stands: the notice itself names nobody.
fn proposed(notice: &Notice, hand: Hand) -> Signal<Option<Account>> {
    if notice.kind != NoticeKind::Assigned || untrack(|| hand.role()) != Some(Role::Patient) {
        return Signal::stored(None);
    }
    let (patient, at) = (notice.about, notice.at);
    let stands = asked(move || async move { council::proposed(&hand.session()?, patient).await });
    Signal::derive(move || council::told_of(stands.read(|stands: &Option<Assignment>| *stands).flatten(), at))
}

/// Acts for a ward from now on when it is about one, else for oneself: where it leads shows one chart and not another.
fn go_as(hand: Hand, kind: NoticeKind, about: Account) {
    // Who stands by whom is seen on one's own page.
    let is_of_chart = hand.role() == Some(Role::Patient) && kind != NoticeKind::Guardian;
    // For whom one may act is asked when the vault opens, and whoever may not is sent back to their own then.
    let may_act = hand.stage() < Stage::Open || hand.wards().contains(&about);
    let ward = (is_of_chart && may_act && hand.me() != Some(about)).then_some(about);
    // What follows it asks anew, so it is not set to what it is.
    if hand.whose() != ward.or(hand.me()) {
        hand.act_for(ward);
    }
}

/// Where one does something about it.
fn leads(notice: &Notice, role: Option<Role>) -> Option<Place> {
    use NoticeKind as K;
    let patient = role == Some(Role::Patient);
    let record = notice.record.map(|record| Place::Record(record, Default::default()));
    let reads = matches!(role, Some(Role::Doctor | Role::Hospital));
    Some(match notice.kind {
        K::KeyAsked | K::KeyRefused | K::KeyGiven | K::KeyWithdrawn if patient => Place::Sharing,
        K::KeyGiven if reads => Place::Chart(notice.about),
        K::KeyGiven if role == Some(Role::Pharmacy) => Place::Counter,
        K::RecordAdded | K::RecordChanged | K::Found | K::Signed | K::JobParked => return record,
        K::Opened | K::LookedUp | K::GlassBroken if patient => Place::Log,
        K::VisitAsked | K::VisitAgreed | K::VisitOff if patient || role == Some(Role::Doctor) => Place::Visits,
        K::Prescribed | K::Dispensed | K::Voided if patient => Place::Prescriptions,
        K::Prescribed | K::Dispensed | K::Voided if role == Some(Role::Doctor) => Place::Prescribed,
        K::Guardian if patient => Place::Guardians,
        K::Assigned if patient => Place::Directory,
        K::LinkViewed if patient => Place::Links,
        K::Standing if role == Some(Role::Admin) => Place::Application(notice.about),
        K::Standing if !patient => Place::Apply,
        _ => return None,
    })
}
