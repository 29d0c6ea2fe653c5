//! Who is here, and how far they have come: from a stranger at the door to somebody whose vault is open.
//!
//! One [`Hand`] for the whole app, taken from the context with [`hand`]. It is `Copy`: a page takes it when it is made
//! and gives it to whatever runs later. The session's token and the open vault live in this page's memory only. After a
//! reload the wallet is asked to sign in once more: a token in the browser's storage could be read by any script that
//! ever ran on this site, and would outlive the tab.

mod alone;
mod arrive;
mod beginning;
mod idle;
mod line;
mod names;
mod news;
mod site;
mod steps;
mod titles;

pub(crate) use alone::is_connected;

use crate::{
    act::Desk,
    ground::{tabs::Tabs, wallet::Watch},
    words::Said,
};
use chartkey_flows::{Alone, Failure, Person, SignedIn, Visitor};
use chartkey_vocabulary::{Account, Member, Role, Standing};
use leptos::prelude::*;
use std::{collections::HashMap, rc::Rc};
use zeroize::Zeroizing;

/// How far somebody has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Service and chain are being reached.
    Arriving,
    /// One of them does not answer.
    Offline,
    /// They are not the ones this device knows, or do not belong together.
    WrongNetwork,
    /// Nobody has signed in.
    Visiting,
    /// The wallet is asked.
    SigningIn,
    /// Signed in; there is no vault, or no place in the registry.
    Newcomer,
    /// Signed in; the vault is closed.
    Locked,
    /// The vault is open.
    Open,
}

/// Why somebody was sent back to the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// They left.
    Left,
    /// They left in another tab.
    LeftElsewhere,
    /// The wallet no longer has the account.
    AccountGone,
}

/// How far somebody's first vault is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum First {
    /// None is being made.
    No,
    /// It is being made.
    Making,
    /// It is made; its recovery code waits to be kept on paper.
    Code(Zeroizing<String>),
}

/// Who is here. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Hand {
    stage: RwSignal<Stage>,
    why: RwSignal<Option<Said>>,
    sent: RwSignal<Option<Sent>>,
    me: RwSignal<Option<Account>>,
    member: RwSignal<Option<Member>>,
    wards: RwSignal<Vec<Account>>,
    acting: RwSignal<Option<Account>>,
    names: RwSignal<HashMap<Account, Option<String>>>,
    /// The session has ended while the vault was open.
    ended: RwSignal<bool>,
    /// Counts what happened that may change what pages show.
    news: RwSignal<u64>,
    unread: RwSignal<u64>,
    locks_at: RwSignal<Option<u64>>,
    first: RwSignal<First>,
    /// The vault is open from this device's copy.
    alone_open: RwSignal<bool>,
    /// The chain does not answer just now.
    cut_off: RwSignal<bool>,
    /// Which arrival's line to the chain is watched.
    arrivals: StoredValue<u64>,
    idle: StoredValue<idle::Idle, LocalStorage>,
    kept: StoredValue<Kept, LocalStorage>,
    desk: Desk,
}

/// What is held besides signals.
#[derive(Default)]
struct Kept {
    visitor: Option<Visitor>,
    signed_in: Option<SignedIn>,
    person: Option<Rc<Person>>,
    alone: Option<Rc<Alone>>,
    /// The vault is being changed: `person` comes back in a moment.
    changing: bool,
    watch: Option<Watch>,
    tabs: Option<Tabs>,
}

/// The hand of this app.
pub(crate) fn hand() -> Hand {
    expect_context()
}

impl Hand {
    /// Makes the app's hand, puts it into the context, and sets out for the service.
    pub(crate) fn provide() -> Self {
        let hand = Self {
            stage: RwSignal::new(Stage::Arriving),
            why: RwSignal::new(None),
            sent: RwSignal::new(None),
            me: RwSignal::new(None),
            member: RwSignal::new(None),
            wards: RwSignal::new(Vec::new()),
            acting: RwSignal::new(None),
            names: RwSignal::new(HashMap::new()),
            ended: RwSignal::new(false),
            news: RwSignal::new(0),
            unread: RwSignal::new(0),
            locks_at: RwSignal::new(None),
            first: RwSignal::new(First::No),
            alone_open: RwSignal::new(false),
            cut_off: RwSignal::new(false),
            arrivals: StoredValue::new(0),
            idle: StoredValue::new_local(idle::Idle::default()),
            kept: StoredValue::new_local(Kept::default()),
            desk: Desk::provide(),
        };
        provide_context(hand);
        idle::begin(hand);
        alone::begin(hand);
        hand.arrive();
        hand
    }

    /// How far they have come; who calls it in a view follows it.
    pub(crate) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Why it is not further: for `Offline` and `WrongNetwork`.
    pub(crate) fn why(self) -> Option<Said> {
        self.why.get()
    }

    /// Why somebody is back at the door.
    pub(crate) fn sent(self) -> Option<Sent> {
        self.sent.get()
    }

    /// The signed-in account.
    pub(crate) fn me(self) -> Option<Account> {
        self.me.get()
    }

    /// What the chain has on file about them.
    pub(crate) fn member(self) -> Option<Member> {
        self.member.get()
    }

    /// As [`Self::member`], at this moment.
    pub(crate) fn member_now(self) -> Option<Member> {
        self.member.get_untracked()
    }

    /// As what they are registered.
    pub(crate) fn role(self) -> Option<Role> {
        self.member.with(|member| member.as_ref().map(|member| member.who.role))
    }

    /// How they stand.
    pub(crate) fn standing(self) -> Option<Standing> {
        self.member.with(|member| member.as_ref().map(|member| member.who.standing))
    }

    /// For whom they may act, as a guardian.
    pub(crate) fn wards(self) -> Vec<Account> {
        self.wards.get()
    }

    /// Whose chart they look at: their own, or a ward's.
    pub(crate) fn whose(self) -> Option<Account> {
        self.acting.get().or_else(|| self.me.get())
    }

    /// Acts for a ward from now on, or for oneself again.
    pub(crate) fn act_for(self, ward: Option<Account>) {
        self.acting.set(ward);
    }

    /// The visitor, once the service was reached.
    pub(crate) fn visitor(self) -> Option<Visitor> {
        self.kept.with_value(|kept| kept.visitor.clone())
    }

    /// The session, once somebody signed in.
    pub(crate) fn signed_in(self) -> Option<SignedIn> {
        self.kept.with_value(|kept| kept.signed_in.clone())
    }

    /// The open vault's person, for one piece of work: whoever changes the vault waits until nobody holds it. Waits
    /// itself while the vault is being changed.
    ///
    /// # Errors
    /// When the vault is closed.
    pub(crate) async fn person(self) -> Result<Rc<Person>, Failure> {
        loop {
            let (person, changing) = self.kept.with_value(|kept| (kept.person.clone(), kept.changing));
            match person {
                Some(person) => return Ok(person),
                None if changing => crate::ground::clock::pause(50).await,
                None => return Err(Failure::Not("the vault is locked".into())),
            }
        }
    }

    /// The person at this moment, for what is shown at once; `None` while it is closed or being changed.
    pub(crate) fn person_now(self) -> Option<Rc<Person>> {
        self.stage.track();
        self.news.track();
        self.kept.with_value(|kept| kept.person.clone())
    }

    /// Whether the session has ended while the vault is open: the wallet has to sign in once more.
    pub(crate) fn has_ended(self) -> bool {
        self.ended.get()
    }

    /// Follows what may change what a page shows: a transaction of one's own, a notice, another turn of the chain.
    pub(crate) fn follow_news(self) {
        self.news.track();
    }

    /// Something happened: whatever follows the news asks again.
    pub(crate) fn stir(self) {
        self.news.update(|news| *news += 1);
    }

    /// How many notices nobody has read.
    pub(crate) fn unread(self) -> u64 {
        self.unread.get()
    }

    /// All notices were read; the bell says so before the service is asked again.
    pub(crate) fn all_read(self) {
        self.unread.set(0);
    }

    /// How far somebody's first vault is. It is kept here because frame and page change when the vault is there.
    pub(crate) fn first(self) -> RwSignal<First> {
        self.first
    }

    /// What is being signed.
    pub(crate) fn desk(self) -> Desk {
        self.desk
    }

    /// When the vault locks by itself, in unix seconds, if nothing is touched until then.
    pub(crate) fn locks_at(self) -> Option<u64> {
        self.locks_at.get()
    }
}
