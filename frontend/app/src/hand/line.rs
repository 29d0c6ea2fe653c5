//! The line to the chain: it comes back by itself, and whoever looks sees whether it is there.

use super::Hand;
use crate::ground::clock;
use chartkey_client::{Chartkey, ConnectError};
use chartkey_flows::Failure;
use futures::future::{self, Either};
use leptos::{prelude::*, task::spawn_local};
use std::pin::pin;

/// A quiet line is tried so often: a browser does not say when nothing comes through any more.
const BEAT: u32 = 30_000;
/// So long the chain may be silent before that is shown.
const SLOW: u32 = 4_000;
/// Between two attempts, besides what the line itself waits.
const PAUSE: u32 = 1_000;

impl Hand {
    /// Whether the chain does not answer just now; who calls it in a view follows it.
    pub(crate) fn is_cut_off(self) -> bool {
        self.cut_off.get()
    }

    /// Watches this line from now on, and no earlier one.
    pub(super) fn watch_line(self, chain: Chartkey) {
        self.arrivals.update_value(|arrivals| *arrivals += 1);
        let mine = self.arrivals.get_value();
        self.cut_off.set(false);
        spawn_local(async move {
            while self.arrivals.get_value() == mine {
                let answered = self.try_line(&chain).await;
                if self.arrivals.get_value() != mine {
                    return;
                }
                match answered {
                    Ok(()) => {
                        self.line_is_there();
                        future::select(pin!(chain.broken()), pin!(clock::pause(BEAT))).await;
                    }
                    Err(error @ ConnectError::OtherChain { .. }) => return self.led_astray(&Failure::Connect(error)),
                    Err(_) => {
                        self.cut_off.set(true);
                        clock::pause(PAUSE).await;
                    }
                }
            }
        });
    }

    async fn try_line(self, chain: &Chartkey) -> Result<(), ConnectError> {
        let mine = self.arrivals.get_value();
        let mut answer = pin!(chain.reached());
        match future::select(answer.as_mut(), pin!(clock::pause(SLOW))).await {
            Either::Left((answered, _)) => answered,
            Either::Right(_) => {
                if self.arrivals.get_value() == mine {
                    self.cut_off.set(true);
                }
                answer.await
            }
        }
    }

    fn line_is_there(self) {
        if self.cut_off.get_untracked() {
            self.cut_off.set(false);
            // What was asked meanwhile had no answer.
            self.stir();
        }
    }
}
