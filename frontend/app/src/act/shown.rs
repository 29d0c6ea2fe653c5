//! What becomes of a signature: shown where it was given, and nowhere else.

use super::{Desk, Signing, Step};
use crate::{hand::Hand, words};
use chartkey_client::{Receipt, SendError, Way};
use chartkey_flows::{Failure, Watch};
use leptos::prelude::*;
use std::sync::Arc;

/// What becomes of one transaction, in view as long as it lies on the desk.
pub(super) struct Shown {
    /// Nothing when it was put away while the wallet signed.
    signing: Option<Arc<Signing>>,
    desk: Desk,
    hand: Hand,
}

impl Shown {
    /// Of what lies on the desk now.
    pub(super) fn now(desk: Desk, hand: Hand) -> Self {
        Self { signing: desk.signing.get_untracked(), desk, hand }
    }

    fn show(&self, step: Step) {
        if self.signing.as_ref().is_some_and(|mine| self.desk.holds(mine)) {
            self.desk.step.set(step);
        }
    }
}

impl Watch for Shown {
    fn told(&self, way: Way) {
        self.show(match way {
            Way::Sent | Way::Retracted => Step::Sent,
            Way::Included => Step::Included,
            Way::Lost => Step::Sought,
        });
    }

    fn ended(&self, end: Result<&Receipt, &Failure>) {
        match end {
            Ok(_) => {
                // Put away, it still counts in its row; not in that of something else that lies there.
                let free = self.desk.signing.with_untracked(Option::is_none);
                if free || self.signing.as_ref().is_some_and(|mine| self.desk.holds(mine)) {
                    self.desk.stands_now();
                }
                self.show(Step::Final);
                self.desk.soon_away();
                self.hand.stir();
            }
            Err(failure @ Failure::Send(SendError::Unsure { .. })) => self.show(Step::Unsure(words::failure(failure))),
            Err(failure) => self.show(Step::Failed(words::failure(failure))),
        }
    }
}
