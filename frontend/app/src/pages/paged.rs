//! Lists that are told in pages, and grow when somebody asks for more.

use crate::{
    ask::{Alert, Asked, asked},
    parts::Button,
    speech::t,
};
use chartkey_flows::Failure;
use chartkey_protocol::{Page, Paging};
use leptos::prelude::*;
use std::future::Future;

/// Rows of one page.
const ROWS: u16 = 50;

/// What a list says so far.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Rows<T> {
    /// The rows, as far as they were asked for.
    pub(crate) rows: Vec<T>,
    /// Whether there are more.
    pub(crate) more: bool,
    /// So many pages were asked for.
    pages: usize,
}

/// A list that grows.
pub(crate) struct Growing<T: Send + Sync + 'static> {
    /// The list itself.
    pub(crate) list: Asked<Rows<T>>,
    pages: RwSignal<usize>,
}

impl<T: Send + Sync> Clone for Growing<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Growing<T> {}

impl<T: Send + Sync + 'static> Growing<T> {
    /// Whether the last answer holds fewer pages than are asked for: the next one is on its way, or did not come.
    fn is_short(self) -> bool {
        self.list.read(|rows| rows.pages < self.pages.get()).unwrap_or(false)
    }

    /// Asks for one page more, or once more for one that did not come.
    fn grow(self) {
        if untrack(|| self.is_short()) {
            self.list.again();
        } else {
            self.pages.update(|pages| *pages += 1);
        }
    }
}

/// Asks for a list page by page: one at first, one more each time.
pub(crate) fn growing<T, F>(page: impl Fn(Paging) -> F + Clone + 'static) -> Growing<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<Page<T>, Failure>> + 'static,
{
    growing_by(ROWS, page)
}

/// As [`growing`], by so many rows at a time: for rows that each take an asking of their own.
pub(crate) fn growing_by<T, F>(count: u16, page: impl Fn(Paging) -> F + Clone + 'static) -> Growing<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<Page<T>, Failure>> + 'static,
{
    let pages = RwSignal::new(1);
    let list = asked(move || {
        let (wanted, page) = (pages.get(), page.clone());
        async move {
            let (mut rows, mut after) = (Vec::new(), None);
            for _ in 0..wanted {
                let told = page(Paging { after, limit: Some(count) }).await?;
                rows.extend(told.rows);
                after = told.next;
                if after.is_none() {
                    break;
                }
            }
            Ok(Rows { rows, more: after.is_some(), pages: wanted })
        }
    });
    Growing { list, pages }
}

/// Asks for one page more, while there is one.
#[component]
pub(crate) fn Older<T: Send + Sync + 'static>(
    /// Of which list.
    of: Growing<T>,
    /// What is said to whoever has gone back to the first row of all.
    #[prop(optional, into)]
    end: Option<Signal<String>>,
) -> impl IntoView {
    let any = Memo::new(move |_| of.list.read(|rows| rows.more).unwrap_or(false));
    let at_end = Memo::new(move |_| of.list.read(|rows| !rows.more && rows.pages > 1).unwrap_or(false));
    let busy = Signal::derive(move || of.list.is_asking());
    // What came before stays in view, so why no more came is said here.
    let failed = move || of.list.failure().filter(|_| of.is_short());
    view! {
        {move || failed().map(|said| view! { <Alert said=said /> })}
        {move || {
            any.get()
                .then(|| {
                    view! {
                        <div class="row center">
                            <Button busy=busy on_press=move || of.grow()>
                                {t!("list-older")}
                            </Button>
                        </div>
                    }
                })
        }}
        {end.map(|end| {
            view! {
                <div role="status" aria-live="polite" class="row center small soft">
                    {move || at_end.get().then_some(end)}
                </div>
            }
        })}
    }
}
