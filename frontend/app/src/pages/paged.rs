//! Lists that are told in pages, and grow when somebody asks for more.

use crate::{
    ask::{Asked, asked},
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

/// Asks for a list page by page: one at first, one more each time.
pub(crate) fn growing<T, F>(page: impl Fn(Paging) -> F + Clone + 'static) -> Growing<T>
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
                let told = page(Paging { after, limit: Some(ROWS) }).await?;
                rows.extend(told.rows);
                after = told.next;
                if after.is_none() {
                    break;
                }
            }
            Ok(Rows { rows, more: after.is_some() })
        }
    });
    Growing { list, pages }
}

/// Asks for one page more, while there is one.
#[component]
pub(crate) fn Older<T: Send + Sync + 'static>(
    /// Of which list.
    of: Growing<T>,
) -> impl IntoView {
    let any = Memo::new(move |_| of.list.read(|rows| rows.more).unwrap_or(false));
    let busy = Signal::derive(move || of.list.is_asking());
    move || {
        any.get().then(|| {
            view! {
                <div class="row center">
                    <Button busy=busy on_press=move || of.pages.update(|pages| *pages += 1)>
                        {t!("list-older")}
                    </Button>
                </div>
            }
        })
    }
}
