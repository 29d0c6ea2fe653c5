//! Several signatures of one act: which of how many is asked for, and how many stand already.

use super::Desk;
use leptos::prelude::*;

/// Which signature of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nth {
    /// The first is 1.
    pub(crate) nth: usize,
    /// Of how many, where that is known beforehand.
    pub(crate) of: Option<usize>,
    /// So many before it are final.
    pub(crate) stand: usize,
}

/// While it lives, what is signed belongs to one act.
#[must_use = "the act ends when this is dropped"]
pub(crate) struct InARow(Desk);

impl Desk {
    /// Begins an act of so many signatures; `None` when that turns out on the way.
    pub(crate) fn in_a_row(self, of: impl Into<Option<usize>>) -> InARow {
        self.row.set(Some(Nth { nth: 0, of: of.into(), stand: 0 }));
        InARow(self)
    }

    /// Counts one that is asked for. One alone is not numbered.
    pub(super) fn next_in_row(self) -> Option<Nth> {
        self.row.try_update(|row| row.as_mut().map(|row| row.nth += 1));
        self.row.get_untracked().filter(|row| row.of.map_or(row.nth > 1, |of| of > 1))
    }

    /// Counts one that is final.
    pub(super) fn stands_now(self) {
        self.row.update(|row| {
            if let Some(row) = row {
                row.stand += 1;
            }
        });
    }

    /// How many of this act are final.
    pub(super) fn stand(self) -> usize {
        self.row.get_untracked().map_or(0, |row| row.stand)
    }
}

impl Drop for InARow {
    fn drop(&mut self) {
        let _ = self.0.row.try_set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn signatures_of_one_act_are_numbered_and_those_that_are_final_counted() {
        let desk = Desk::provide();
        assert_eq!(desk.next_in_row(), None);
        let row = desk.in_a_row(2);
        assert_eq!(desk.next_in_row(), Some(Nth { nth: 1, of: Some(2), stand: 0 }));
        desk.stands_now();
        assert_eq!(desk.next_in_row(), Some(Nth { nth: 2, of: Some(2), stand: 1 }));
        assert_eq!(desk.stand(), 1);
        drop(row);
        assert_eq!((desk.next_in_row(), desk.stand()), (None, 0));
    }

    #[test]
    fn one_alone_has_no_number() {
        let desk = Desk::provide();
        let alone = desk.in_a_row(1);
        assert_eq!(desk.next_in_row(), None);
        drop(alone);
        let unknown = desk.in_a_row(None);
        assert_eq!(desk.next_in_row(), None, "nobody knows yet that another follows");
        desk.stands_now();
        assert_eq!(desk.next_in_row(), Some(Nth { nth: 2, of: None, stand: 1 }));
        drop(unknown);
    }
}
