//! Names in place of accounts: what the person calls somebody, else what a professional calls themselves, else, for
//! offices, which have no public card, what they are.

use super::Hand;
use crate::{
    pieces,
    speech::say,
    words::{last_digits, role, short_account},
};
use chartkey_flows::{Failure, SignedIn};
use chartkey_vocabulary::{Account, Role, Standing, Who};
use leptos::{prelude::*, task::spawn_local};
use std::collections::HashMap;

thread_local! {
    // As what somebody is registered is public, and stays for as long as the page is open.
    static ROLES: ArcRwSignal<HashMap<Account, Role>> = ArcRwSignal::new(HashMap::new());
}

impl Hand {
    /// What somebody is called; who calls it in a view follows it. An office is called by what it is and the last digits
    /// of its account; a stranger's account is cut short.
    pub(crate) fn name_of(self, account: Account) -> String {
        self.known_name(account).or_else(|| self.office_of(account)).unwrap_or_else(|| short_account(account))
    }

    fn office_of(self, account: Account) -> Option<String> {
        if self.visitor().is_some_and(|visitor| visitor.site.custodians.contains(&account)) {
            return Some(say!("name-custodian", number = last_digits(account)));
        }
        let office = ROLES.with(|roles| roles.with(|roles| roles.get(&account).copied()));
        let office = office.filter(|role| matches!(role, Role::Admin | Role::Attester | Role::Worker))?;
        Some(say!("name-office", office = role(office), number = last_digits(account)))
    }

    /// What somebody is called, if anything is known; it is asked for the first time.
    pub(crate) fn known_name(self, account: Account) -> Option<String> {
        self.stage.track();
        self.names.track();
        let own = self
            .kept
            .with_value(|kept| kept.person.as_ref().and_then(|person| person.vault().name(account).map(str::to_owned)));
        if own.is_some() {
            return own;
        }
        match self.names.with_untracked(|names| names.get(&account).cloned()) {
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
        if self.signed_in().is_none() {
            return;
        }
        // Asked once, whatever comes of it: a list of fifty strangers must not ask fifty times a second, and a page that
        // names somebody three times not three times at once.
        self.names.update_untracked(|names| {
            names.entry(account).or_insert(None);
        });
        pieces::ask_name(self, account);
    }

    /// Asks chain and service. Called through [`pieces::ask_name`], because both lie beyond the first page.
    pub(crate) fn ask_name(self, account: Account) {
        let Some(who) = self.signed_in() else { return };
        spawn_local(async move {
            let Ok(Some(is)) = registered(&who, account).await else { return };
            ROLES.with(|roles| {
                roles.update(|roles| {
                    roles.insert(account, is.role);
                });
            });
            // Names stand on public cards, and only professionals have one. The service shows it once the council has
            // decided; before that to admins and to the professional.
            let decided = matches!(is.standing, Standing::Active | Standing::Suspended);
            let shown = decided || account == who.account() || self.is_admin();
            if !is.role.is_professional() || !shown {
                return;
            }
            let Ok(member) = who.oracle().member(account).await else { return };
            let told = member.name;
            if told.is_some() {
                self.names.update(|names| drop(names.insert(account, told)));
            }
        });
    }

    fn is_admin(self) -> bool {
        self.member_now().is_some_and(|member| member.who.is(Role::Admin))
    }
}

/// As what somebody stands on the chain.
async fn registered(who: &SignedIn, account: Account) -> Result<Option<Who>, Failure> {
    Ok(who.now().await?.registry().who(account).await?)
}
