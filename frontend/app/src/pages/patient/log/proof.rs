//! What was checked, and what came of it, in plain words.

use crate::{
    parts::{Fact, Facts, I, Note, Sheet, Tone, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::log::Verified;
use leptos::prelude::*;
use std::sync::Arc;

/// What a check of the log says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Checked {
    /// All lines of the patient's are under the chain's anchor.
    Whole,
    /// So many are newer than the anchor.
    Newer(usize),
    /// Nothing was anchored so far.
    Unanchored,
}

/// What a check says.
pub(in super::super) fn checked(verified: &Verified) -> Checked {
    let newer = verified.lines.iter().filter(|line| line.position >= verified.anchored).count();
    match (verified.anchored, newer) {
        (0, _) => Checked::Unanchored,
        (_, 0) => Checked::Whole,
        (_, newer) => Checked::Newer(newer),
    }
}

impl Checked {
    /// In a sentence.
    pub(in super::super) fn says(self) -> String {
        match self {
            Self::Whole => say!("log-proof-whole"),
            Self::Newer(count) => say!("log-proof-newer", count = count),
            Self::Unanchored => say!("log-proof-unanchored"),
        }
    }

    /// How it looks.
    pub(in super::super) const fn tone(self) -> Tone {
        match self {
            Self::Whole => Tone::Good,
            Self::Newer(_) | Self::Unanchored => Tone::Plain,
        }
    }
}

/// The check's result, what it was, and its figures.
#[component]
pub(super) fn Proof(verified: Arc<Verified>) -> impl IntoView {
    let (at, result) = (words::now(), checked(&verified));
    let Verified { count, head, anchored, anchored_at, .. } = *verified;
    let mine = verified.lines.len();
    view! {
        <section>
            <h2>{t!("log-proof-title")}</h2>
            <Sheet>
                <Note tone=result.tone() icon=icons::SHIELD>
                    <strong>{move || result.says()}</strong>
                    " "
                    {move || say!("log-proof-when", when = words::ago(at))}
                </Note>
                <ul class="checks">
                    <li>{move || say!("log-proof-numbered", count = mine)}</li>
                    <li>{t!("log-proof-linked")}</li>
                    <li>
                        {move || match anchored_at {
                            Some(at) => say!("log-proof-anchored", when = words::near_time(at)),
                            None => say!("log-proof-no-anchor"),
                        }}
                    </li>
                    <li>{t!("log-proof-remembered")}</li>
                </ul>
                <details>
                    <summary>{t!("view-proof")} <I of=icons::CHEVRON_DOWN /></summary>
                    <Facts>
                        <Fact of=t!("log-proof-lines")>{move || words::number(count as f64)}</Fact>
                        <Fact of=t!("log-proof-under")>{move || words::number(anchored as f64)}</Fact>
                        <Fact of=t!("log-proof-head")>
                            <span class="mono small">{head.to_string()}</span>
                        </Fact>
                    </Facts>
                </details>
            </Sheet>
            <p class="small soft">{t!("log-proof-limits")}</p>
        </section>
    }
}
