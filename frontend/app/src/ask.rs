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
use chartkey_vocabulary::Account;
use leptos::{prelude::*, task::spawn_local};
use std::{any::Any, future::Future, marker::PhantomData, pin::Pin, rc::Rc, sync::Arc};

// Pages ask for some ninety types of answers. What happens to an answer is the same for all of them, so it is written
// for one type, and only the doors in and out know which it is.
type Answer = Arc<dyn Any + Send + Sync>;
type Answering = Pin<Box<dyn Future<Output = Result<Answer, Failure>>>>;
type Question = Rc<dyn Fn() -> Answering>;

/// Something asked. Cheap to copy.
pub(crate) struct Asked<T: Send + Sync + 'static> {
    asking: Asking,
    answers: PhantomData<fn() -> T>,
}

/// The same, whatever is answered.
#[derive(Clone, Copy)]
struct Asking {
    answer: RwSignal<Option<Answer>>,
    failure: RwSignal<Option<words::Said>>,
    /// The failure is that an answer cannot be true.
    distrust: RwSignal<bool>,
    /// In whose name it was asked last: a ward's answer must not stay in view under one's own.
    whose: StoredValue<Option<Account>>,
    /// Which asking is the last: an earlier one that answers later is not taken.
    round: RwSignal<u64>,
    asking: RwSignal<bool>,
    question: StoredValue<Question, LocalStorage>,
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
    asked.asking.follow();
    asked
}

/// Asks only when [`Asked::again`] says so: for what a person starts.
pub(crate) fn idle<T: Send + Sync + 'static, F>(question: impl Fn() -> F + 'static) -> Asked<T>
where
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let question = move || {
        let answer = question();
        Box::pin(async move { Ok(Arc::new(answer.await?) as Answer) }) as Answering
    };
    Asked { asking: Asking::of(Rc::new(question)), answers: PhantomData }
}

impl Asking {
    fn of(question: Question) -> Self {
        Self {
            answer: RwSignal::new(None),
            failure: RwSignal::new(None),
            distrust: RwSignal::new(false),
            whose: StoredValue::new(None),
            round: RwSignal::new(0),
            asking: RwSignal::new(false),
            question: StoredValue::new_local(question),
            hand: hand(),
        }
    }

    fn follow(self) {
        Effect::new(move |_| {
            self.hand.follow_news();
            self.again();
        });
    }

    fn again(self) {
        let Some(question) = self.question.try_get_value() else { return };
        self.round.update_untracked(|round| *round += 1);
        let round = self.round.get_untracked();
        let whose = untrack(|| self.hand.whose());
        if self.whose.get_value() != whose {
            self.whose.set_value(whose);
            self.answer.set(None);
            self.failure.set(None);
        }
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
                    self.answer.set(Some(answer));
                }
                Err(failure) => {
                    self.hand.noticed(&failure);
                    self.distrust.set(failure.distrust().is_some());
                    self.failure.set(Some(words::failure(&failure)));
                }
            }
            self.asking.set(false);
        });
    }

    /// What was answered before stays in view when it is asked for again; that the service said since what cannot be
    /// true is said above it.
    fn warning(self) -> Option<AnyView> {
        let said = self.failure.get().filter(|_| self.distrust.get() && self.answer.with(Option::is_some))?;
        let words::Said { what, next, .. } = said;
        let note = view! {
            <Note tone=Tone::Bad>
                <strong>{what}</strong>
                " "
                {next}
            </Note>
        };
        Some(note.into_any())
    }

    fn draw(self, awaited: Signal<String>, lines: usize, how: &dyn Fn(Answer) -> AnyView) -> AnyView {
        match (self.answer.get(), self.failure.get()) {
            (Some(answer), _) => view! {
                {self.warning()}
                {how(answer)}
            }
            .into_any(),
            (None, Some(said)) => {
                let words::Said { what, next, details } = said;
                view! { <Broken what=what next=next details=details again=move || self.again() /> }.into_any()
            }
            (None, None) => view! { <Bones awaited=awaited lines=lines /> }.into_any(),
        }
    }
}

impl<T: Send + Sync + 'static> Asked<T> {
    /// Asks once more.
    pub(crate) fn again(self) {
        self.asking.again();
    }

    /// The last answer.
    pub(crate) fn get(self) -> Option<Arc<T>> {
        self.asking.answer.get()?.downcast().ok()
    }

    /// Reads from the last answer.
    pub(crate) fn read<R>(self, how: impl FnOnce(&T) -> R) -> Option<R> {
        self.get().as_deref().map(how)
    }

    /// Draws the answer, anew only when it is another one.
    pub(crate) fn still(
        self,
        awaited: Signal<String>,
        lines: usize,
        draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
    ) -> AnyView
    where
        T: Clone + PartialEq,
    {
        let settled = Memo::new_with_compare(move |_| self.asking.answer.get(), is_other::<T>);
        let draw = move |answer: Answer| answer.downcast_ref().cloned().map_or_else(|| ().into_any(), &draw);
        still(self.asking, settled, awaited, lines, Box::new(draw))
    }

    /// What went wrong the last time.
    pub(crate) fn failure(self) -> Option<words::Said> {
        self.asking.failure.get()
    }

    /// Whether the page that asked was left.
    pub(crate) fn is_gone(self) -> bool {
        self.asking.round.try_get_untracked().is_none()
    }

    /// Whether an answer is on its way.
    pub(crate) fn is_asking(self) -> bool {
        self.asking.asking.get()
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
    let draw =
        move |answer: Answer| answer.downcast().map_or_else(|_| ().into_any(), |answer| children(answer).into_any());
    told(of.asking, awaited, lines, Box::new(draw))
}

fn told(
    asking: Asking,
    awaited: Signal<String>,
    lines: usize,
    draw: Box<dyn Fn(Answer) -> AnyView + Send + Sync>,
) -> AnyView {
    (move || asking.draw(awaited, lines, &draw)).into_any()
}

fn is_other<T: PartialEq + 'static>(before: Option<&Option<Answer>>, now: Option<&Option<Answer>>) -> bool {
    known::<T>(before) != known(now)
}

fn known<T: 'static>(answer: Option<&Option<Answer>>) -> Option<&T> {
    answer?.as_ref()?.downcast_ref()
}

fn still(
    asking: Asking,
    settled: Memo<Option<Answer>>,
    awaited: Signal<String>,
    lines: usize,
    draw: Box<dyn Fn(Answer) -> AnyView + Send + Sync>,
) -> AnyView {
    view! {
        {move || asking.warning()}
        {move || match settled.get() {
            Some(answer) => draw(answer),
            None => told(asking, awaited, lines, Box::new(|_| ().into_any())),
        }}
    }
    .into_any()
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
        self.go_on(Box::pin(what));
    }

    fn go_on(self, what: Pin<Box<dyn Future<Output = Result<(), Failure>>>>) {
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
