//! Titles in place of records: they are sealed inside, and read out of one after the other while the vault is open.

use super::{Hand, Stage};
use chartkey_vocabulary::{Kind, RecordId};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, VecDeque},
};

/// So many are read at once: each asks node and service several things.
const AT_ONCE: usize = 3;

thread_local! {
    static KNOWN: ArcRwSignal<HashMap<RecordId, Option<String>>> = ArcRwSignal::new(HashMap::new());
    static WANTED: RefCell<VecDeque<RecordId>> = const { RefCell::new(VecDeque::new()) };
    static AT_WORK: Cell<usize> = const { Cell::new(0) };
}

impl Hand {
    /// What a record in a chart of one's own, or a ward's, is called; its kind until that was read. Who calls it in a
    /// view follows it. Not for records behind somebody's key: reading there may be counted.
    pub(crate) fn title_of(self, record: RecordId, kind: Kind) -> String {
        self.known_title(record).unwrap_or_else(|| crate::words::kind(kind))
    }

    /// As [`Self::title_of`], if it was read.
    pub(crate) fn known_title(self, record: RecordId) -> Option<String> {
        if self.stage() != Stage::Open {
            return None;
        }
        match KNOWN.with(|known| known.with(|known| known.get(&record).cloned())) {
            Some(title) => title,
            None => {
                self.want(record);
                None
            }
        }
    }

    fn want(self, record: RecordId) {
        WANTED.with_borrow_mut(|wanted| {
            if !wanted.contains(&record) {
                wanted.push_back(record);
            }
        });
        if AT_WORK.get() < AT_ONCE {
            AT_WORK.set(AT_WORK.get() + 1);
            spawn_local(async move {
                while let Some(record) = WANTED.with_borrow_mut(VecDeque::pop_front) {
                    self.read_title(record).await;
                }
                AT_WORK.set(AT_WORK.get() - 1);
            });
        }
    }

    async fn read_title(self, record: RecordId) {
        let is_known = KNOWN.with(|known| known.with_untracked(|known| known.contains_key(&record)));
        if is_known {
            return;
        }
        // Asked once, whatever comes of it: a record that does not open must not be asked for again and again.
        KNOWN.with(|known| known.update_untracked(|known| drop(known.insert(record, None))));
        let Some(who) = self.signed_in() else { return };
        let Ok(now) = who.now().await else { return };
        let Ok(Some(stands)) = now.records().record(record).await else { return };
        let Some(about) = crate::shelf::about(self, record, stands.versions).await else { return };
        let title = about.title.trim().to_owned();
        // Locked meanwhile: nothing that was sealed stays.
        if !title.is_empty() && self.stage.get_untracked() == Stage::Open {
            KNOWN.with(|known| known.update(|known| drop(known.insert(record, Some(title)))));
        }
    }
}

/// Forgets all of them; they were sealed.
pub(super) fn forget() {
    WANTED.with_borrow_mut(VecDeque::clear);
    KNOWN.with(|known| known.update(HashMap::clear));
}
