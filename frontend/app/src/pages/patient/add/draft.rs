//! One file on its way to a record.

use crate::{
    ground::files::Picked,
    hand::{Hand, is_connected},
    shelf::queue::{self, End},
    speech::say,
    words,
};
use chartkey_flows::{
    Content, Stage, add_record,
    facts::{self, Brought},
    intake::{Checked, Unfit},
};
use chartkey_vault::About;
use chartkey_vocabulary::{Account, Kind, RecordId};
use leptos::{prelude::*, task::spawn_local};
use std::sync::atomic::{AtomicU32, Ordering};
use zeroize::Zeroizing;

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum State {
    /// Its content is looked at.
    Looking,
    /// It is not taken, and why.
    Unfit(String),
    /// It can be added.
    Ready(Checked),
    /// It is sealed, uploaded, named.
    Going(Checked, Option<Stage>),
    /// It did not work; it can be tried again.
    Failed(Checked, words::Said),
    /// It is sealed on this device and waits to be sent; why, when it was tried.
    Waits(Checked, RecordId, Option<words::Said>),
    /// It is a record. The words are why nobody was asked to read it, when that failed.
    Added(RecordId, Option<words::Said>),
}

/// One file. Cheap to clone.
#[derive(Clone)]
pub(in super::super) struct Draft {
    pub(super) id: u32,
    file_name: String,
    pub(super) size: u64,
    pub(super) state: ArcRwSignal<State>,
    pub(super) title: ArcRwSignal<String>,
    pub(super) kind: ArcRwSignal<Kind>,
    /// The day the document itself carries, as a date field writes it.
    pub(super) day: ArcRwSignal<String>,
    /// What a document of a hospital's system says of itself.
    pub(super) brought: ArcRwSignal<Brought>,
}

impl Draft {
    /// A draft of a chosen file.
    pub(super) fn of(file: &Picked) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let file_name = file.name();
        Self {
            id: COUNT.fetch_add(1, Ordering::Relaxed),
            size: file.len(),
            state: ArcRwSignal::new(State::Looking),
            title: ArcRwSignal::new(String::new()),
            kind: ArcRwSignal::new(Kind::Other),
            day: ArcRwSignal::new(String::new()),
            brought: ArcRwSignal::default(),
            file_name,
        }
    }

    /// What it is called; the cleaned name once it was checked, since the name it came with may deceive.
    pub(super) fn name(&self) -> String {
        match self.state.get() {
            State::Ready(checked)
            | State::Going(checked, _)
            | State::Failed(checked, _)
            | State::Waits(checked, ..) => checked.file_name,
            _ => self.file_name.chars().filter(|c| is_plain(*c)).take(80).collect(),
        }
    }

    /// Looks at its content. The service takes files up to so many bytes.
    pub(super) fn look(&self, mut file: Picked, limit: u64) {
        if self.size > limit {
            return self.state.set(State::Unfit(words::unfit(&Unfit::TooLarge { limit })));
        }
        let draft = self.clone();
        spawn_local(async move {
            let state = match file.inspect().await {
                Ok(checked) => {
                    let stem = checked.file_name.rsplit_once('.').map_or("", |(stem, _)| stem);
                    draft.title.set(stem.replace(['_', '-'], " ").trim().to_owned());
                    draft.kind.set(checked.kind_hint.unwrap_or(Kind::Other));
                    if checked.media_type == "application/fhir+json" {
                        draft.ask(&mut file).await;
                    }
                    State::Ready(checked)
                }
                Err(why) => State::Unfit(words::unfit(&why)),
            };
            draft.state.set(state);
        });
    }

    /// Asks a document of a hospital's system whom it is about and where it comes from.
    async fn ask(&self, file: &mut Picked) {
        let mut bytes = Zeroizing::new(vec![0; usize::try_from(file.len()).unwrap_or_default()]);
        // What cannot be read now is said when it is sealed.
        if file.read(0, &mut bytes).await.is_err() {
            return;
        }
        let brought = facts::read("application/fhir+json", &bytes).brought;
        if let [name] = &brought.about[..] {
            self.title.set(say!("brought-title", name = name.clone()));
        }
        self.brought.set(brought);
    }

    /// Whether it waits for a yes.
    pub(super) fn is_ready(&self) -> bool {
        self.state.with(|state| matches!(state, State::Ready(_) | State::Failed(..)))
    }

    /// Whether it is sealed and named just now.
    pub(super) fn is_going(&self) -> bool {
        self.state.with(|state| matches!(state, State::Going(..)))
    }

    /// The record it has become.
    pub(super) fn added(&self) -> Option<RecordId> {
        self.state.with(|state| match state {
            State::Added(record, _) => Some(*record),
            _ => None,
        })
    }

    /// Seals it and names it on the chain; whether that worked.
    pub(super) async fn add(&self, hand: Hand, owner: Account, mut file: Picked) -> bool {
        let checked = match self.state.get_untracked() {
            State::Ready(checked) | State::Failed(checked, _) => checked,
            _ => return false,
        };
        let going = |stage| State::Going(checked.clone(), stage);
        self.state.set(going(None));
        let (about, kind) = (self.about(&checked), self.kind.get_untracked());
        let mut told = |stage| self.state.set(going(Some(stage)));
        let sealed = match queue::seal(hand, owner, kind, about.clone(), &mut file, &mut told).await {
            Ok(sealed) => sealed,
            Err(failure) => {
                self.state.set(State::Failed(checked, words::failure(&failure)));
                return false;
            }
        };
        if let Some(record) = sealed {
            return self.send(hand, checked, record).await;
        }
        let added = async { add_record::add(&*hand.person().await?, owner, kind, about, &mut file, &mut told).await };
        match added.await {
            Ok(added) => {
                self.state.set(State::Added(added.record, None));
                true
            }
            Err(failure) => {
                hand.noticed(&failure);
                self.state.set(State::Failed(checked, words::failure(&failure)));
                false
            }
        }
    }

    /// Sends what was sealed, where there is a connection; else it waits in view.
    async fn send(&self, hand: Hand, checked: Checked, record: RecordId) -> bool {
        if !is_connected() || hand.alone().is_some() {
            self.state.set(State::Waits(checked, record, None));
            queue::look(hand);
            return false;
        }
        let mut told = |stage| self.state.set(State::Going(checked.clone(), Some(stage)));
        match queue::send(hand, record, &mut told).await {
            Ok(added) => {
                self.state.set(State::Added(added.record, None));
                true
            }
            Err(failure) => {
                self.state.set(State::Waits(checked, record, Some(words::failure(&failure))));
                false
            }
        }
    }

    /// Follows what waits to be sent: it was sent meanwhile, or thrown away and may be added anew.
    pub(super) fn follow(&self) {
        let State::Waits(checked, record, _) = self.state.get() else { return };
        match queue::end_of(record) {
            Some(End::Sent) => self.state.set(State::Added(record, None)),
            Some(End::Thrown) => self.state.set(State::Ready(checked)),
            None => {}
        }
    }

    /// Says that nobody could be asked to read it.
    pub(super) fn not_read(&self, failure: &chartkey_flows::Failure) {
        if let Some(record) = self.added() {
            self.state.set(State::Added(record, Some(words::failure(failure))));
        }
    }

    fn about(&self, checked: &Checked) -> About {
        let title = self.title.get_untracked();
        About {
            title: if title.trim().is_empty() { checked.file_name.clone() } else { title.trim().to_owned() },
            file_name: checked.file_name.clone(),
            media_type: media_type(checked).into(),
            dated: facts::day(&self.day.get_untracked()),
            ..About::default()
        }
    }
}

/// Neither a control character nor one that turns the direction of writing.
fn is_plain(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !c.is_control() && !turns
}

/// What kind of bytes: a table is a text by its content, and a table by its name.
pub(in super::super) fn media_type(checked: &Checked) -> &'static str {
    match checked.file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("csv") if checked.media_type == "text/plain" => "text/csv",
        Some("tsv") if checked.media_type == "text/plain" => "text/tab-separated-values",
        _ => checked.media_type,
    }
}
