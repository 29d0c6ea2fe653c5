//! What was read, line by line, in a person's hands: right, changed, or not on the page at all.

use crate::{
    speech::{key, say_key},
    words,
};
use chartkey_flows::facts::{Entry, Facts, Lesson, Measured, Region};
use leptos::prelude::*;

/// What the lists beside the results are called, in their order.
pub(super) const LISTS: [&str; 5] = [
    key!("facts-conditions"),
    key!("facts-medicines"),
    key!("facts-allergies"),
    key!("facts-vaccinations"),
    key!("facts-procedures"),
];

/// A line as a machine read it.
#[derive(Clone)]
pub(super) enum Line {
    /// A value.
    Value(Measured),
    /// A line of a list, and which.
    Entry(usize, Entry),
}

impl Line {
    /// What it is about: the test, or the list.
    pub(super) fn about(&self) -> String {
        match self {
            Self::Value(value) => words::machine(&value.test),
            Self::Entry(list, _) => say_key(LISTS[*list], &[]),
        }
    }

    fn fields(&self) -> [String; 2] {
        match self {
            Self::Value(value) => [value.value.clone(), value.unit.clone()],
            Self::Entry(_, entry) => [entry.what.clone(), entry.more.clone()],
        }
    }

    pub(super) fn is_unsure(&self) -> bool {
        match self {
            Self::Value(value) => value.is_unsure(),
            Self::Entry(_, entry) => entry.is_unsure(),
        }
    }

    pub(super) fn place(&self) -> Option<Region> {
        match self {
            Self::Value(value) => value.place,
            Self::Entry(_, entry) => entry.place,
        }
    }

    /// Why it is unsure in words, and how sure the reader was.
    pub(super) fn doubt(&self) -> (Option<String>, Option<f64>) {
        match self {
            Self::Value(value) => (value.doubt.clone(), value.sure),
            Self::Entry(_, entry) => (entry.doubt.clone(), entry.sure),
        }
    }

    fn teaches(&self) -> bool {
        match self {
            Self::Value(value) => value.teaches(),
            Self::Entry(..) => true,
        }
    }
}

/// One line in a person's hands.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    /// Its number, in the order of drawing.
    pub(super) nth: usize,
    pub(super) read: StoredValue<Line>,
    /// Value and unit, or name and dose.
    pub(super) fields: [RwSignal<String>; 2],
    /// A person has looked at it.
    pub(super) seen: RwSignal<bool>,
    /// A person says that the page has no such line.
    pub(super) gone: RwSignal<bool>,
}

impl Cell {
    fn of(nth: usize, line: Line) -> Self {
        let fields = line.fields().map(RwSignal::new);
        let seen = RwSignal::new(!line.is_unsure());
        Self { nth, fields, seen, gone: RwSignal::new(false), read: StoredValue::new(line) }
    }

    pub(super) fn is_unsure(self) -> bool {
        self.read.with_value(Line::is_unsure)
    }

    /// Whether a person has written something else than the machine read.
    pub(super) fn is_written(self) -> bool {
        let read = self.read.with_value(Line::fields);
        self.fields.iter().zip(read).any(|(field, read)| field.with(|field| field.trim() != read))
    }

    /// Whether the machine was wrong.
    pub(super) fn is_changed(self) -> bool {
        self.gone.get() || self.is_written()
    }

    /// Whether it says nothing.
    pub(super) fn lacks(self) -> bool {
        !self.gone.get() && self.fields[0].with(|value| value.trim().is_empty())
    }

    /// As it stands now; nothing where the page has no such line.
    fn said(self) -> Option<[String; 2]> {
        (!self.gone.get_untracked()).then(|| self.fields.map(|field| field.get_untracked().trim().to_owned()))
    }
}

/// All lines, the unsure ones first.
#[derive(Clone, Copy)]
pub(super) struct Cells(StoredValue<Vec<Cell>>);

impl Cells {
    /// Of what a machine read.
    pub(super) fn of(facts: &Facts) -> Self {
        let values = facts.results.iter().cloned().map(Line::Value);
        let entries = facts.lists().into_iter().enumerate();
        let entries = entries.flat_map(|(list, entries)| entries.iter().cloned().map(move |it| Line::Entry(list, it)));
        let mut lines: Vec<Line> = values.chain(entries).collect();
        lines.sort_by_key(|line| !line.is_unsure());
        Self(StoredValue::new(lines.into_iter().enumerate().map(|(nth, line)| Cell::of(nth, line)).collect()))
    }

    pub(super) fn all(self) -> Vec<Cell> {
        self.0.get_value()
    }

    fn count(self, which: impl Fn(Cell) -> bool) -> usize {
        self.0.with_value(|cells| cells.iter().filter(|cell| which(**cell)).count())
    }

    /// How many a person has yet to look at.
    pub(super) fn waiting(self) -> usize {
        self.count(|cell| !cell.seen.get())
    }

    /// How many a person has changed.
    pub(super) fn changed(self) -> usize {
        self.count(Cell::is_changed)
    }

    /// Whether a line was left empty.
    pub(super) fn lacks(self) -> bool {
        self.count(Cell::lacks) > 0
    }

    /// Where the lines stand on the page, and whether each waits for a person.
    pub(super) fn places(self) -> Vec<(usize, Region, bool)> {
        self.0.with_value(|cells| {
            let place = |cell: &Cell| Some((cell.nth, cell.read.with_value(Line::place)?, !cell.seen.get()));
            cells.iter().filter_map(place).collect()
        })
    }

    /// All as they stand now: a person's word, so nothing in them is unsure any more.
    pub(super) fn now(self) -> Facts {
        let mut facts = Facts::default();
        for cell in self.all() {
            let Some([first, second]) = cell.said() else { continue };
            match cell.read.get_value() {
                Line::Value(value) => facts.results.push(value.said(&first, &second)),
                Line::Entry(list, entry) => facts.lists_mut()[list].push(entry.said(&first, &second)),
            }
        }
        facts
    }

    /// What they can teach, with the piece of the page each stands on.
    pub(super) fn lessons(self, piece: impl Fn(Region) -> Option<Vec<u8>>) -> Vec<Lesson> {
        let lesson = |cell: Cell| {
            let line = cell.read.get_value();
            line.teaches().then(|| Lesson {
                about: line.about(),
                read: line.fields(),
                said: cell.said(),
                place: line.place(),
                picture: line.place().and_then(&piece),
            })
        };
        self.all().into_iter().filter_map(lesson).collect()
    }
}
