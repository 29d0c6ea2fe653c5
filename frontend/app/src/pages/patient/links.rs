//! Share links: what is open for people without an account, how often it was viewed, closing it.

mod paper;

pub(super) use paper::LinkPaper;

use super::gently::{gently, session};
use crate::{
    ask::{Told, asked, doing},
    hand::hand,
    pages::shared::Confirm,
    parts::{Button, Dialog, Empty, Go, I, Line, List, Look, Note, Page, Section, Tag, Tone, icons, listed, toast},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::link;
use chartkey_protocol::LinkRow;
use chartkey_vocabulary::Digest;
use leptos::prelude::*;
use zeroize::Zeroizing;

/// Share links.
#[component]
pub(crate) fn Links() -> impl IntoView {
    let hand = hand();
    let links = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let mut rows = link::list(&who, whose.unwrap_or(who.account())).await?;
            rows.sort_by_key(|row| std::cmp::Reverse(row.until));
            Ok(rows)
        }
    });
    let actions = || {
        view! {
            <Go to=Place::NewLink look=Look::Main icon=icons::LINK>
                {t!("sharing-new-link")}
            </Go>
        }
    };
    view! {
        <Page title=t!("place-links") lead=t!("links-lead").signal() back=Place::Sharing actions=actions>
            <Told of=links awaited=t!("links-awaited") let:rows>
                {
                    let (open, over): (Vec<LinkRow>, Vec<LinkRow>) = rows.iter().cloned().partition(|row| row.open);
                    if rows.is_empty() {
                        view! {
                            <Empty icon=icons::LINK title=t!("links-none") note=t!("links-none-note").signal()>
                                <Go to=Place::NewLink>{t!("sharing-new-link")}</Go>
                            </Empty>
                        }
                            .into_any()
                    } else {
                        view! {
                            <Section title=t!("links-open")>
                                {listed(
                                    open.into_iter().map(|row| view! { <LinkLine row=row /> }),
                                    || view! { <p class="soft">{t!("links-none-open")}</p> },
                                )}
                            </Section>
                            {(!over.is_empty())
                                .then(|| {
                                    view! {
                                        <details>
                                            <summary>{t!("links-over")} <I of=icons::CHEVRON_DOWN /></summary>
                                            <List>
                                                {over
                                                    .into_iter()
                                                    .map(|row| view! { <LinkLine row=row /> })
                                                    .collect_view()}
                                            </List>
                                        </details>
                                    }
                                })}
                        }
                            .into_any()
                    }
                }
            </Told>
            <Note>{t!("links-note")}</Note>
        </Page>
    }
}

/// What the vault keeps of a link: its name for people, and the link itself.
fn kept(hand: crate::hand::Hand, link: Digest) -> Option<(String, Zeroizing<String>)> {
    let person = hand.person_now()?;
    let found = person.vault().links().find(|kept| kept.commitment.0 == link.0);
    found.map(|kept| (kept.label.clone(), kept.text.clone()))
}

#[component]
fn LinkLine(row: LinkRow) -> impl IntoView {
    let hand = hand();
    let LinkRow { link, owner, until, left, open, views } = row;
    let (showing, closing) = (RwSignal::new(false), RwSignal::new(false));
    let close = doing();
    let title = move || {
        kept(hand, link)
            .map(|(label, _)| label)
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| say!("link-unnamed"))
    };
    let note = move || {
        let viewed = say!("link-viewed", count = views);
        let ends = if open { say!("link-until", when = words::near_time(until)) } else { say!("link-over") };
        say!("role-and-note", role = ends, note = viewed)
    };
    let press = move || {
        close.start(async move {
            gently(hand, async move |person| link::close(person, owner, link).await).await?;
            toast(say!("link-closed"));
            let _ = closing.try_set(false);
            Ok(())
        });
    };
    let mark = || view! { <span class="kind"><I of=icons::LINK /></span> };
    let after = move || match (open, left) {
        (false, _) => view! { <Tag>{t!("link-tag-over")}</Tag> }.into_any(),
        (true, Some(left)) => view! { <Tag tone=Tone::Key>{move || say!("link-left", count = left)}</Tag> }.into_any(),
        (true, None) => view! { <Tag tone=Tone::Key>{t!("link-tag-open")}</Tag> }.into_any(),
    };
    let has_text = move || kept(hand, link).is_some();
    view! {
        <Line title=title note=Signal::derive(note) mark=mark after=after>
            {open
                .then(|| {
                    view! {
                        <div class="btns">
                            {move || {
                                has_text()
                                    .then(|| {
                                        view! {
                                            <Button icon=icons::QR on_press=move || showing.set(true)>
                                                {t!("link-show")}
                                            </Button>
                                        }
                                    })
                            }}
                            <Button look=Look::Danger on_press=move || closing.set(true)>
                                {t!("link-close")}
                            </Button>
                        </div>
                    }
                })}
        </Line>
        <Dialog open=showing title=title>
            {move || kept(hand, link).map(|(_, text)| view! { <LinkPaper text=text /> })}
        </Dialog>
        <Confirm
            open=closing
            title=t!("link-close-title")
            note=t!("link-close-note")
            yes=t!("link-close-yes")
            doing=close
            on_yes=press
        />
    }
}
