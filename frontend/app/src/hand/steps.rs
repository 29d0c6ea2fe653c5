//! From one stage to the next.

use super::{First, Hand, Kept, Sent, Stage};
use crate::{
    act::Gate,
    ground::{
        clock, drawer,
        tabs::Word,
        wallet::{Offered, Opened},
    },
    parts::{hush, toast},
    speech::say,
    words,
};
use chartkey_flows::{Failure, Person, SignedIn};
use chartkey_protocol::Why;
use futures::channel::oneshot;
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, sync::Arc};

/// Which wallet and account were used last on this device.
const WALLET: &str = "wallet";
const ACCOUNT: &str = "account";

impl Hand {
    /// The wallet and account used last on this device.
    pub(crate) fn last_used() -> Option<(String, String)> {
        drawer::remembered(WALLET).zip(drawer::remembered(ACCOUNT))
    }

    /// Signs in with an account of an opened wallet, and sees how far its owner had come.
    ///
    /// # Errors
    /// What service and wallet refuse.
    pub(crate) async fn sign_in(self, opened: Opened, address: &str) -> Result<(), Failure> {
        let visitor = self.visitor().ok_or_else(|| Failure::Not("the service was not reached".into()))?;
        let signer = opened.signer(address).ok_or_else(|| Failure::Not("the wallet has no such account".into()))?;
        let Offered { id, title, .. } = opened.offered.clone();
        #[allow(clippy::arc_with_non_send_sync, reason = "flows share by Arc on every platform")]
        let gate = Arc::new(Gate::new(signer, self.desk, self, title));
        let before = self.stage.get_untracked();
        self.sent.set(None);
        self.stage.set(Stage::SigningIn);
        let found = async {
            let who = visitor.sign_in(gate).await?;
            let stage = self.look_up(&who).await?;
            Ok((who, stage))
        };
        let (who, stage) = found.await.inspect_err(|_: &Failure| self.stage.set(before))?;
        // What its owner calls the account in the wallet is better than digits.
        let called = opened.accounts.iter().find(|owned| owned.address == address).and_then(|owned| owned.name.clone());
        if let Some(called) = called {
            self.name_is(who.account(), &called);
        }
        let mine = address.to_owned();
        let watch = opened.watch(move |addresses| {
            if !addresses.contains(&mine) {
                self.sent_back(Sent::AccountGone);
            }
        });
        drawer::remember(WALLET, Some(&id));
        drawer::remember(ACCOUNT, Some(address));
        self.me.set(Some(who.account()));
        self.kept.update_value(|kept| {
            (kept.signed_in, kept.watch, kept.person) = (Some(who.clone()), watch, None);
        });
        self.stage.set(stage);
        // A professional's public card says it better than a wallet; the service knows those who are registered.
        if stage > Stage::Newcomer {
            self.learn(who.account());
        }
        self.listen(who);
        Ok(())
    }

    /// Asks the chain who this is, and the service whether there is a vault.
    async fn look_up(self, who: &SignedIn) -> Result<Stage, Failure> {
        let member = who.now().await?.registry().member(who.account()).await?;
        let registered = member.is_some();
        self.member.set(member);
        if !registered {
            return Ok(Stage::Newcomer);
        }
        match who.oracle().vault().await.map_err(Failure::from) {
            Ok(_) => Ok(Stage::Locked),
            Err(failure) if failure.is(Why::NotFound) => Ok(Stage::Newcomer),
            Err(failure) => Err(failure),
        }
    }

    /// Asks the chain anew who this is: after an approval, an affiliation, a word of the council.
    ///
    /// # Errors
    /// When the node does not answer.
    pub(crate) async fn look_again(self) -> Result<(), Failure> {
        let Some(who) = self.signed_in() else { return Ok(()) };
        self.member.set(who.now().await?.registry().member(who.account()).await?);
        if let Ok(relations) = who.oracle().relations_of(who.account()).await {
            // Who was sent away acts for nobody, and goes on with what is their own.
            if self.acting.get_untracked().is_some_and(|ward| !relations.wards.contains(&ward)) {
                self.acting.set(None);
                toast(say!("ward-left"));
            }
            self.wards.set(relations.wards);
        }
        self.stir();
        Ok(())
    }

    /// Opens the vault by whichever door: `hand.open(async |who| vault::open(who, &passphrase).await)`.
    ///
    /// # Errors
    /// What the door refuses.
    pub(crate) async fn open(self, door: impl AsyncFnOnce(SignedIn) -> Result<Person, Failure>) -> Result<(), Failure> {
        let person = door(self.session()?).await?;
        self.opened(person).await
    }

    /// The session.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub(crate) fn session(self) -> Result<SignedIn, Failure> {
        self.signed_in().ok_or_else(|| Failure::Not("nobody is signed in".into()))
    }

    pub(super) async fn opened(self, person: Person) -> Result<(), Failure> {
        // Opening takes a while, and whoever began it may have left.
        if !self.uses(person.signed_in()) {
            return Err(Failure::Not("the session was left meanwhile".into()));
        }
        self.kept.update_value(|kept| kept.person = Some(Rc::new(person)));
        self.touched();
        // A chain that does not answer now is asked by the pages anyway.
        let _ = self.look_again().await;
        // Locked or left meanwhile: it stays so.
        if self.kept.with_value(|kept| kept.person.is_none() && !kept.changing) {
            return Ok(());
        }
        self.stage.set(Stage::Open);
        self.look_into_cupboard();
        self.seen(clock::now());
        self.locks_at.set(Some(clock::now() + 60 * self.locks_after()));
        Ok(())
    }

    /// Changes the vault: waits until nobody else looks into it, and lets pages look again afterwards. It goes on when
    /// the page that asked is left. When the vault then holds what was not saved it is closed, and why is said beside
    /// the page that goes with it.
    ///
    /// # Errors
    /// What the change refuses.
    pub(crate) async fn change<T: 'static>(
        self,
        how: impl AsyncFnOnce(&mut Person) -> Result<T, Failure> + 'static,
    ) -> Result<T, Failure> {
        let person = self.person().await?;
        let (done, outcome) = oneshot::channel();
        self.kept.update_value(|kept| (kept.person, kept.changing) = (None, true));
        spawn_local(async move {
            let mut mine = alone(person).await;
            let made = how(&mut mine).await;
            let still_here = self.kept.with_value(|kept| kept.changing);
            let sound = !mine.vault().is_changed();
            self.kept.update_value(|kept| {
                kept.changing = false;
                // Locked meanwhile: the vault ends here.
                kept.person = (still_here && sound).then(|| Rc::new(mine));
            });
            match &made {
                Err(failure) if !sound => {
                    self.lock();
                    let said = words::failure(failure);
                    toast(format!("{} {}", said.what, said.next));
                }
                _ => {
                    // Names lie in it as well.
                    self.names.notify();
                    self.stir();
                }
            }
            // Whoever asked may be gone.
            let _ = done.send(made);
        });
        outcome.await.unwrap_or_else(|_| Err(Failure::Not("it was interrupted".into())))
    }

    /// Signs in once more with the same wallet, after the session's hour; the vault stays open.
    ///
    /// # Errors
    /// What service and wallet refuse.
    pub(crate) async fn renew(self) -> Result<(), Failure> {
        let before = self.session()?;
        let visitor = self.visitor().ok_or_else(|| Failure::Not("the service was not reached".into()))?;
        let who = visitor.sign_in(before.wallet().clone()).await?;
        if !self.uses(&before) {
            return Err(Failure::Not("the session was left meanwhile".into()));
        }
        self.kept.update_value(|kept| kept.signed_in = Some(who.clone()));
        if let Ok(person) = self.person().await {
            self.kept.update_value(|kept| (kept.person, kept.changing) = (None, true));
            let renewed = alone(person).await.renewed(who.clone())?;
            self.kept.update_value(|kept| {
                // Locked meanwhile: the vault ends here.
                kept.person = kept.changing.then(|| Rc::new(renewed));
                kept.changing = false;
            });
        }
        self.ended.set(false);
        self.listen(who);
        self.stir();
        Ok(())
    }

    /// Locks the vault here and in other tabs. The keys are overwritten as soon as nothing under way needs them.
    pub(crate) fn lock(self) {
        self.close_vault();
        self.tell(Word::Locked);
    }

    pub(super) fn close_vault(self) {
        let was_open = self.kept.with_value(|kept| kept.person.is_some() || kept.changing);
        self.kept.update_value(|kept| (kept.person, kept.changing) = (None, false));
        super::titles::forget();
        self.locks_at.set(None);
        self.acting.set(None);
        crate::shelf::forget();
        if was_open || self.stage.get_untracked() == Stage::Open {
            // What nobody has signed yet says what was sealed, and holds the vault open.
            self.desk.put_away();
            hush();
            self.stage.set(Stage::Locked);
        }
    }

    /// Ends the session here and in other tabs.
    pub(crate) fn sign_out(self) {
        if let Some(who) = self.signed_in() {
            // A session that cannot be ended ends by itself within the hour.
            spawn_local(async move { drop(who.oracle().end_session().await) });
        }
        drawer::remember(ACCOUNT, None);
        self.tell(Word::Left);
        self.sent_back(Sent::Left);
    }

    pub(super) fn left_elsewhere(self) {
        if self.signed_in().is_some() {
            self.sent_back(Sent::LeftElsewhere);
        }
    }

    /// Back to the door, with nothing kept.
    fn sent_back(self, why: Sent) {
        self.forget_session();
        self.sent.set(Some(why));
        self.stage.set(Stage::Visiting);
    }

    /// Ends it here, without a word to anybody.
    pub(super) fn forget_session(self) {
        self.kept.update_value(|kept| {
            let (visitor, tabs) = (kept.visitor.take(), kept.tabs.take());
            *kept = Kept { visitor, tabs, ..Kept::default() };
        });
        super::titles::forget();
        self.desk.put_away();
        hush();
        self.me.set(None);
        self.member.set(None);
        self.wards.set(Vec::new());
        self.acting.set(None);
        self.ended.set(false);
        self.locks_at.set(None);
        self.unread.set(0);
        self.first.set(First::No);
        crate::shelf::forget();
    }
}

/// Waits until nobody else looks into the vault.
async fn alone(mut person: Rc<Person>) -> Person {
    loop {
        match Rc::try_unwrap(person) {
            Ok(mine) => return mine,
            Err(shared) => person = shared,
        }
        clock::pause(50).await;
    }
}
