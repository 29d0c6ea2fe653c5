//! What consent should be, said a second time in as few words as possible. Shares no code with the rulebook.

/// One of the two readers.
pub(crate) type Reader = usize;
/// One of the two records.
pub(crate) type Page = usize;
/// Time left, in minutes; 0 has ended.
type Left = u16;

/// The record on the emergency card.
pub(crate) const CARD: Page = 1;
pub(crate) const KEY_LASTS: Left = 30;
pub(crate) const TICKET_LASTS: Left = 15;
pub(crate) const GLASS_LASTS: Left = 180;

/// What is asked for or given, for half an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Wish {
    Everything,
    /// Everything, one opening.
    Once,
    OnlyFirst,
}

/// How a key is made smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Less {
    WithoutFirst,
    OneOpening,
    /// A quarter of an hour from now.
    Sooner,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Request(Reader, Wish),
    Answer(Reader, bool),
    Grant(Reader, Wish),
    Narrow(Reader, Less),
    Revoke(Reader),
    /// A new epoch, which is about seals and opens and closes nothing.
    Renew,
    Announce(Reader, Page),
    Suspend(Reader),
    Reinstate(Reader),
    Break(Reader),
    Mend(Reader),
    Pass(Left),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key {
    left: Left,
    opens: [bool; 2],
    openings: Option<u8>,
    ticket: Option<(Page, Left)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Side {
    suspended: bool,
    request: Option<(Wish, Left)>,
    key: Option<Key>,
    glass: Option<Left>,
}

/// One patient, two readers, two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Model([Side; 2]);

impl Model {
    pub(crate) fn new() -> Self {
        Self([Side { suspended: false, request: None, key: None, glass: None }; 2])
    }

    /// The state after a step, or `None` when the step is refused.
    pub(crate) fn after(mut self, step: Step) -> Option<Self> {
        let done = match step {
            Step::Request(r, wish) => self.0[r].ask(wish),
            Step::Answer(r, yes) => self.0[r].answer(yes),
            Step::Grant(r, wish) => self.0[r].receive(wish, KEY_LASTS),
            Step::Narrow(r, less) => self.0[r].key.as_mut().is_some_and(|key| key.narrow(less)),
            Step::Revoke(r) => self.0[r].key.take().is_some(),
            Step::Renew => true,
            Step::Announce(r, page) => {
                let side = &mut self.0[r];
                !side.suspended && side.key.as_mut().is_some_and(|key| key.announce(page))
            }
            Step::Suspend(r) => !std::mem::replace(&mut self.0[r].suspended, true),
            Step::Reinstate(r) => std::mem::replace(&mut self.0[r].suspended, false),
            Step::Break(r) => {
                let side = &mut self.0[r];
                !side.suspended
                    && !matches!(side.glass, Some(1..))
                    && side.glass.replace(GLASS_LASTS).is_none_or(|_| true)
            }
            Step::Mend(r) => self.0[r].glass.take().is_some(),
            Step::Pass(minutes) => {
                self.0.iter_mut().for_each(|side| side.pass(minutes));
                true
            }
        };
        done.then_some(self)
    }

    /// Whether the reader opens the page under a key.
    pub(crate) fn reads(&self, r: Reader, page: Page) -> bool {
        let side = &self.0[r];
        !side.suspended
            && side.key.is_some_and(|key| {
                let counted = key.openings.is_some();
                key.left > 0 && key.opens[page] && (!counted || matches!(key.ticket, Some((p, 1..)) if p == page))
            })
    }

    /// Whether the reader opens the page through broken glass.
    pub(crate) fn sees_in_emergency(&self, r: Reader, page: Page) -> bool {
        !self.0[r].suspended && page == CARD && matches!(self.0[r].glass, Some(1..))
    }

    /// A reader's side; when `merging`, an ended key is only that, and an ended request or ticket is none.
    pub(crate) fn essence(&self, r: Reader, merging: bool) -> impl std::hash::Hash + use<> {
        let mut side = self.0[r];
        side.request = side.request.filter(|(_, left)| !merging || *left > 0);
        let key = side.key.take().map(|key| {
            let ticket = key.ticket.filter(|(_, left)| !merging || *left > 0);
            (!merging || key.left > 0).then_some(Key { ticket, ..key })
        });
        (side, key)
    }

    /// How many keys are on file, ended ones too.
    pub(crate) fn keys(&self) -> u32 {
        self.0.iter().filter(|side| side.key.is_some()).count() as u32
    }
}

impl Side {
    fn ask(&mut self, wish: Wish) -> bool {
        let free = !self.suspended && !matches!(self.request, Some((_, 1..)));
        if free {
            self.request = Some((wish, KEY_LASTS));
        }
        free
    }

    fn answer(&mut self, yes: bool) -> bool {
        let Some((wish, left @ 1..)) = self.request else { return false };
        if yes {
            return self.receive(wish, left);
        }
        self.request = None;
        true
    }

    fn receive(&mut self, wish: Wish, left: Left) -> bool {
        let free = !self.suspended && !matches!(self.key, Some(Key { left: 1.., .. }));
        if free {
            let openings = (wish == Wish::Once).then_some(1);
            self.key = Some(Key { left, opens: [true, wish != Wish::OnlyFirst], openings, ticket: None });
            self.request = None;
        }
        free
    }

    fn pass(&mut self, minutes: Left) {
        if let Some((_, left)) = &mut self.request {
            *left = left.saturating_sub(minutes);
        }
        if let Some(left) = &mut self.glass {
            *left = left.saturating_sub(minutes);
        }
        if let Some(key) = &mut self.key {
            key.left = key.left.saturating_sub(minutes);
            if let Some((_, left)) = &mut key.ticket {
                *left = left.saturating_sub(minutes);
            }
        }
    }
}

impl Key {
    fn narrow(&mut self, less: Less) -> bool {
        let before = *self;
        match less {
            Less::WithoutFirst => self.opens[0] = false,
            Less::OneOpening => self.openings = Some(self.openings.unwrap_or(1).min(1)),
            Less::Sooner => self.left = self.left.min(15),
        }
        before.left > 0 && *self != before
    }

    fn announce(&mut self, page: Page) -> bool {
        let Some(openings) = self.openings else { return false };
        if self.left == 0 || !self.opens[page] {
            return false;
        }
        if matches!(self.ticket, Some((p, 1..)) if p == page) {
            return true;
        }
        let Some(left) = openings.checked_sub(1) else { return false };
        self.openings = Some(left);
        self.ticket = Some((page, self.left.min(TICKET_LASTS)));
        true
    }
}
