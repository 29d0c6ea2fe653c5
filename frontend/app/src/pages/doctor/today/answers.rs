//! What patients said to requests lately.

use crate::{
    ask::asked,
    ground::clock,
    hand::hand,
    pages::shared::Still,
    parts::{Empty, Face, Go, Line, Section, Tag, Tone, icons, listed},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::{Notice, NoticeKind, Paging};
use chartkey_vocabulary::DAY;
use leptos::prelude::*;

/// So long ago an answer is no news any more.
const NEWS: u64 = 14 * DAY;
/// So many are shown.
const SOME: usize = 5;

/// Keys given, refused and withdrawn in the last days.
#[component]
pub(super) fn Answers() -> impl IntoView {
    let hand = hand();
    let answers = asked(move || async move {
        let page = hand.person().await?.oracle().notices(&Paging { after: None, limit: Some(100) }).await?;
        let since = clock::now().saturating_sub(NEWS);
        let is_answer = |notice: &Notice| {
            let kinds = [NoticeKind::KeyGiven, NoticeKind::KeyRefused, NoticeKind::KeyWithdrawn];
            notice.at >= since && kinds.contains(&notice.kind)
        };
        Ok::<_, Failure>(page.rows.into_iter().filter(is_answer).take(SOME).collect::<Vec<_>>())
    });
    let all = || view! { <a href=Place::Patients.path()>{t!("place-patients")}</a> };
    view! {
        <Section title=t!("today-answers") after=all>
            <Still of=answers awaited=t!("awaited-answers") lines=2 let:rows>
                {listed(
                    rows.into_iter().map(|notice| view! { <Answer notice=notice /> }),
                    || {
                        view! {
                            <Empty icon=icons::KEY title=t!("today-no-answers")>
                                <Go to=Place::AskKey>{t!("place-ask-key")}</Go>
                            </Empty>
                        }
                    },
                )}
            </Still>
        </Section>
    }
}

#[component]
fn Answer(notice: Notice) -> impl IntoView {
    let hand = hand();
    let (patient, at, kind) = (notice.about, notice.at, notice.kind);
    let name = Signal::derive(move || hand.name_of(patient));
    let after = move || match kind {
        NoticeKind::KeyGiven => view! { <Tag tone=Tone::Key icon=icons::KEY>{t!("answer-yes")}</Tag> }.into_any(),
        NoticeKind::KeyRefused => view! { <Tag>{t!("answer-no")}</Tag> }.into_any(),
        _ => view! { <Tag>{t!("answer-withdrawn")}</Tag> }.into_any(),
    };
    let note = move || say!("answer-when", when = words::capital(&words::ago(at)));
    let mark = move || view! { <Face name=name /> };
    view! { <Line title=name note=note mark=mark after=after to=Place::Chart(patient) /> }
}
