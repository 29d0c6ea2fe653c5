//! Something that is asked: of the chain, the service, or the vault.
//!
//! `let chart = asked(async move || { chart::load(&*hand.person().await?, whose).await });` asks at once, and again
//! whenever a signal read before the first wait changes or something happened that may change the answer. The last
//! answer stays in view while it is asked for anew. `<Told of=chart awaited=... let:chart>` draws it.

use crate::{
    hand::{Hand, hand},
    parts::{Bones, Broken, Note, Tone},
    words,
};
use chartkey_flows::Failure;
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, pin::Pin, rc::Rc, sync::Arc};

type Question<T> = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = Result<T, Failure>>>>>;

/// Something asked. Cheap to copy.
pub(crate) struct Asked<T: Send + Sync + 'static> {
    answer: RwSignal<Option<Arc<T>>>,
    failure: RwSignal<Option<words::Said>>,
    /// Which asking is the last: an earlier one that answers later is not taken.
    round: RwSignal<u64>,
    asking: RwSignal<bool>,
    question: StoredValue<Question<T>, LocalStorage>,
    hand: Hand,
}

impl<T: Send + Sync> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Asked<T> {}

/// Asks now, and again when something happens.
pub(crate) fn asked<T: Send + Sync + 'static, F>(question: impl Fn() -> F + 'static) -> Asked<T>
where
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let asked = idle(question);
    Effect::new(move |_| {
        asked.hand.follow_news();
        asked.again();
    });
    asked
}

/// Asks only when [`Asked::again`] says so: for what a person starts.
pub(crate) fn idle<T: Send + Sync + 'static, F>(question: impl Fn() -> F + 'static) -> Asked<T>
where
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let question: Question<T> = Rc::new(move || Box::pin(question()));
    Asked {
        answer: RwSignal::new(None),
        failure: RwSignal::new(None),
        round: RwSignal::new(0),
        asking: RwSignal::new(false),
        question: StoredValue::new_local(question),
        hand: hand(),
    }
}

impl<T: Send + Sync + 'static> Asked<T> {
    /// Asks once more.
    pub(crate) fn again(self) {
        let Some(question) = self.question.try_get_value() else { return };
        self.round.update_untracked(|round| *round += 1);
        let round = self.round.get_untracked();
        self.asking.set(true);
        // The question's own signals are followed up to its first wait.
        let answer = question();
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone, or another asking on its way.
            if self.round.try_get_untracked() != Some(round) {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.failure.set(None);
                    self.answer.set(Some(Arc::new(answer)));
                }
                Err(failure) => {
                    self.hand.noticed(&failure);
                    self.failure.set(Some(words::failure(&failure)));
                }
            }
            self.asking.set(false);
        });
    }

    /// The last answer.
    pub(crate) fn get(self) -> Option<Arc<T>> {
        self.answer.get()
    }

    /// Reads from the last answer.
    pub(crate) fn read<R>(self, how: impl FnOnce(&T) -> R) -> Option<R> {
        self.answer.with(|answer| answer.as_deref().map(how))
    }

    /// What went wrong the last time.
    pub(crate) fn failure(self) -> Option<words::Said> {
        self.failure.get()
    }

    /// Whether the page that asked was left.
    pub(crate) fn is_gone(self) -> bool {
        self.round.try_get_untracked().is_none()
    }

    /// Whether an answer is on its way.
    pub(crate) fn is_asking(self) -> bool {
        self.asking.get()
    }
}

/// Draws what was asked: its shape while it is awaited, the answer, or why there is none. An answer that was there before
/// stays while it is asked for anew, and when that fails.
#[component]
pub(crate) fn Told<T, V>(
    /// What was asked.
    of: Asked<T>,
    /// What is awaited, in a sentence.
    #[prop(into)]
    awaited: Signal<String>,
    /// How many lines its shape has.
    #[prop(default = 3)]
    lines: usize,
    /// Draws the answer.
    children: impl Fn(Arc<T>) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + Sync + 'static,
    V: IntoView + 'static,
{
    move || match (of.get(), of.failure()) {
        (Some(answer), _) => children(answer).into_any(),
        (None, Some(said)) => {
            let words::Said { what, next, details } = said;
            view! { <Broken what=what next=next details=details again=move || of.again() /> }.into_any()
        }
        (None, None) => view! { <Bones awaited=awaited lines=lines /> }.into_any(),
    }
}

/// Something a person starts, once at a time: `busy` while it goes on, `failure` when it did not work.
#[derive(Clone, Copy)]
pub(crate) struct Doing {
    busy: RwSignal<bool>,
    failure: RwSignal<Option<words::Said>>,
    hand: Hand,
}

/// Something a person may start on this page.
pub(crate) fn doing() -> Doing {
    Doing { busy: RwSignal::new(false), failure: RwSignal::new(None), hand: hand() }
}

impl Doing {
    /// Starts it; nothing happens while it goes on already. What comes after it worked is in the same future.
    pub(crate) fn start(self, what: impl Future<Output = Result<(), Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let done = what.await;
            // The page that started it may be gone; what was done stays done.
            if let Err(failure) = done {
                self.hand.noticed(&failure);
                drop(self.failure.try_set(Some(words::failure(&failure))));
            }
            let _ = self.busy.try_set(false);
        });
    }

    /// Whether it goes on.
    pub(crate) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Why it did not work.
    pub(crate) fn failure(self) -> Option<words::Said> {
        self.failure.get()
    }
}

/// Why something a person started did not work; nothing while it did.
#[component]
pub(crate) fn Wrong(
    /// What was started.
    of: Doing,
) -> impl IntoView {
    move || of.failure().map(|said| view! { <Alert said=said /> })
}

/// Why something did not work, read out to those who listen.
#[component]
pub(crate) fn Alert(
    /// Why, and what to do.
    said: words::Said,
) -> impl IntoView {
    view! {
        <div role="alert">
            <Note tone=Tone::Doubt>
                <strong>{said.what}</strong>
                " "
                {said.next}
            </Note>
        </div>
    }
}
