//! Names in place of accounts: what the person calls somebody, else what a professional calls themselves.

use super::Hand;
use crate::words::short_account;
use chartkey_vocabulary::{Account, Role};
use leptos::{prelude::*, task::spawn_local};
use std::collections::HashMap;

thread_local! {
    // As what somebody is registered is public, and stays for as long as the page is open.
    static ROLES: ArcRwSignal<HashMap<Account, Role>> = ArcRwSignal::new(HashMap::new());
}

impl Hand {
    /// What somebody is called; who calls it in a view follows it. A stranger's account is cut short.
    pub(crate) fn name_of(self, account: Account) -> String {
        self.known_name(account).unwrap_or_else(|| short_account(account))
    }

    /// What somebody is called, if anything is known; it is asked for the first time.
    pub(crate) fn known_name(self, account: Account) -> Option<String> {
        self.stage.track();
        let own = self
            .kept
            .with_value(|kept| kept.person.as_ref().and_then(|person| person.vault().name(account).map(str::to_owned)));
        if own.is_some() {
            return own;
        }
        match self.names.with(|names| names.get(&account).cloned()) {
            Some(name) => name,
            None => {
                self.learn(account);
                None
            }
        }
    }

    /// What was just read of somebody, so that nobody asks again.
    pub(crate) fn name_is(self, account: Account, name: &str) {
        let known = self.names.with_untracked(|names| names.get(&account).is_some_and(Option::is_some));
        if !known {
            self.names.update(|names| drop(names.insert(account, Some(name.to_owned()))));
        }
    }

    /// As what somebody is registered, as soon as that is known; who calls it in a view follows it.
    pub(crate) fn role_of(self, account: Account) -> Option<Role> {
        let role = ROLES.with(|roles| roles.with(|roles| roles.get(&account).copied()));
        if role.is_none() && !self.names.with_untracked(|names| names.contains_key(&account)) {
            self.learn(account);
        }
        role
    }

    pub(super) fn learn(self, account: Account) {
        let Some(who) = self.signed_in() else { return };
        // Asked once, whatever comes of it: a list of fifty strangers must not ask fifty times a second, and a page that
        // names somebody three times not three times at once.
        self.names.update_untracked(|names| {
            names.entry(account).or_insert(None);
        });
        spawn_local(async move {
            let Ok(member) = who.oracle().member(account).await else { return };
            ROLES.with(|roles| {
                roles.update(|roles| {
                    roles.insert(account, member.role);
                });
            });
            let told = member.name;
            if told.is_some() {
                self.names.update(|names| drop(names.insert(account, told)));
            }
        });
    }
}
