//! Marks that are known at a glance: faces, kinds, tags.

use super::{I, Icon, icons};
use crate::words;
use chartkey_vocabulary::{Kind, Role};
use leptos::prelude::*;

/// What stands behind a face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A person: round.
    #[default]
    Person,
    /// A hospital or pharmacy: square.
    House,
    /// A machine: square and violet.
    Machine,
}

impl From<Role> for Shape {
    fn from(role: Role) -> Self {
        match role {
            Role::Hospital | Role::Pharmacy => Self::House,
            Role::Worker | Role::Attester => Self::Machine,
            Role::Patient | Role::Doctor | Role::Admin => Self::Person,
        }
    }
}

/// Somebody's initials; the name itself stands beside.
#[component]
pub(crate) fn Face(
    /// Whose.
    #[prop(into)]
    name: Signal<String>,
    /// Person, house or machine.
    #[prop(optional, into)]
    shape: Shape,
    /// For the head of a page.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    let class = match shape {
        Shape::Person => "face",
        Shape::House => "face house",
        Shape::Machine => "face violet",
    };
    view! {
        <span class=class class:big=big aria-hidden="true">
            {move || initials(&name.get())}
        </span>
    }
}

/// The first letters of the first and last word, titles left out.
fn initials(name: &str) -> String {
    // An account without a name: its first two signs tell it from others.
    if let Some(account) = name.strip_prefix("0x") {
        return account.chars().take(2).flat_map(char::to_uppercase).collect();
    }
    let is_title = |word: &&str| !matches!(word.trim_end_matches('.'), "Dr" | "Prof" | "med" | "Mr" | "Ms" | "Mrs");
    let words: Vec<&str> = name.split_whitespace().filter(is_title).collect();
    let first = |word: &&&str| word.chars().find(|letter| letter.is_alphanumeric());
    let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
    ends.iter().flatten().filter_map(first).flat_map(char::to_uppercase).collect()
}

/// What sort of record it is, drawn.
#[component]
pub(crate) fn KindMark(
    /// The kind.
    kind: Kind,
) -> impl IntoView {
    view! {
        <span class="kind" aria-hidden="true">
            <I of=words::kind_icon(kind) />
        </span>
    }
}

/// What a tag, or a note, means by its colour. Words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// By the way.
    #[default]
    Plain,
    /// Signed, agreed, done.
    Good,
    /// Needs your eyes.
    Doubt,
    /// It hurts.
    Bad,
    /// Somebody holds a key, or asks for one.
    Key,
    /// A machine's word, which nobody signed: hatched.
    Machine,
}

impl Tone {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Doubt => "doubt",
            Self::Bad => "bad",
            Self::Key => "key",
            Self::Machine => "machine",
        }
    }
}

/// A word or two about a thing's state.
#[component]
pub(crate) fn Tag(
    /// What it means.
    #[prop(optional)]
    tone: Tone,
    /// A drawing in front; a good one has its tick without being asked.
    #[prop(optional)]
    icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    let icon = icon.or((tone == Tone::Good).then_some(icons::CHECK));
    view! {
        <span class=format!("tag {}", tone.class())>
            {icon.map(|icon| view! { <I of=icon /> })} <span class="clip">{children()}</span>
        </span>
    }
}
