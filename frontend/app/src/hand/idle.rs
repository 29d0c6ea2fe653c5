//! Locking by itself: whoever leaves the desk leaves no open vault on it.

use super::{Hand, Stage};
use crate::ground::{
    clock,
    tabs::{Tabs, Word},
};
use chartkey_flows::{Alone, Person};
use leptos::prelude::*;
use std::time::Duration;

/// Minutes of quiet after which the vault locks, unless its owner chose others.
const DEFAULT_MINUTES: u64 = 12;
/// So long before that it is said.
const WARNING: u64 = 60;
/// Other tabs hear at most so often that somebody is here.
const TELL_EVERY: u64 = 20;
/// In the vault, so that it goes with its owner to every device.
const SETTING: &str = "locks-after-minutes";

/// When somebody was last seen.
#[derive(Clone, Copy, Default)]
pub(super) struct Idle {
    last: u64,
    told: u64,
    /// As the vault said when it was last looked into.
    minutes: Option<u64>,
}

/// Watches for hands on the app, and for none.
pub(super) fn begin(hand: Hand) {
    for event in ["pointerdown", "keydown", "wheel", "touchstart"] {
        // For the app's whole life.
        let _ = window_event_listener_untyped(event, move |_| hand.touched());
    }
    let tabs = Tabs::open(move |word| match word {
        Word::Locked => hand.close_vault(),
        Word::Left => hand.left_elsewhere(),
        Word::Here => hand.seen(clock::now()),
    });
    hand.kept.update_value(|kept| kept.tabs = tabs);
    // A sleeping machine stops this too; the first beat after waking sees how late it is.
    let beat = move || {
        if hand.deadline() <= clock::now() {
            match hand.stage.get_untracked() {
                Stage::Open => hand.lock(),
                _ => hand.close_alone(),
            }
        }
    };
    let _ = set_interval_with_handle(beat, Duration::from_secs(1));
}

impl Hand {
    /// Somebody is here.
    pub(crate) fn touched(self) {
        let now = clock::now();
        let tell = self.idle.with_value(|idle| now >= idle.told + TELL_EVERY);
        if tell {
            self.idle.update_value(|idle| idle.told = now);
            self.tell(Word::Here);
        }
        self.seen(now);
    }

    pub(super) fn seen(self, now: u64) {
        let news = self.idle.with_value(|idle| idle.last != now);
        if news {
            self.idle.update_value(|idle| idle.last = now);
            let open = self.stage.get_untracked() == Stage::Open;
            self.locks_at.set(open.then(|| self.deadline()));
        }
    }

    /// After how many quiet minutes the vault locks.
    pub(crate) fn locks_after(self) -> u64 {
        let chosen = self.kept.with_value(|kept| {
            let (person, alone) = (kept.person.as_deref(), kept.alone.as_deref());
            let vault = person.map(Person::vault).or_else(|| alone.map(Alone::vault))?;
            let minutes = vault.setting(SETTING).and_then(|minutes| minutes.parse::<u64>().ok());
            Some(minutes.filter(|minutes| (1..=60).contains(minutes)).unwrap_or(DEFAULT_MINUTES))
        });
        // While the vault is being changed nobody can look into it.
        let Some(chosen) = chosen else { return self.idle.with_value(|idle| idle.minutes).unwrap_or(DEFAULT_MINUTES) };
        self.idle.update_value(|idle| idle.minutes = Some(chosen));
        chosen
    }

    /// Chooses after how many quiet minutes the vault locks; it is kept in the vault.
    ///
    /// # Errors
    /// As every change of the vault.
    pub(crate) async fn lock_after(self, minutes: u64) -> Result<(), chartkey_flows::Failure> {
        self.change(async move |person| {
            chartkey_flows::vault::change(person, |vault| {
                vault.set_setting(SETTING, &minutes.to_string());
                Ok(())
            })
            .await
        })
        .await?;
        self.touched();
        // The press and this may be within one second, in which nobody is seen twice.
        if self.stage.get_untracked() == Stage::Open {
            self.locks_at.set(Some(self.deadline()));
        }
        Ok(())
    }

    fn deadline(self) -> u64 {
        self.idle.with_value(|idle| idle.last) + 60 * self.locks_after()
    }

    /// Seconds until the vault locks, when they are few; for a warning.
    pub(crate) fn locks_soon(self, now: u64) -> Option<u64> {
        let left = self.locks_at.get()?.saturating_sub(now);
        (left <= WARNING).then_some(left)
    }

    pub(super) fn tell(self, word: Word) {
        self.kept.with_value(|kept| {
            if let Some(tabs) = &kept.tabs {
                tabs.tell(word);
            }
        });
    }
}
