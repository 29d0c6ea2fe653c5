//! Somebody's first vault.

use super::{First, Hand};
use crate::ground::clock;
use chartkey_flows::{Failure, SignedIn, faucet, recovery, sign_up};
use chartkey_vault::Effort;
use chartkey_vocabulary::{Profile, Role};
use leptos::prelude::*;

impl Hand {
    /// Makes a vault and a place in the registry.
    ///
    /// # Errors
    /// What vault and chain refuse.
    pub(crate) async fn join(self, role: Role, profile: Option<Profile>, passphrase: &str) -> Result<(), Failure> {
        let who = self.session()?;
        let person = sign_up::join(who, role, profile, passphrase, effort()).await?;
        self.opened(person).await
    }

    /// Makes somebody's first vault and its recovery code: [`Hand::first`] says how far it is.
    ///
    /// # Errors
    /// What faucet, vault and chain refuse.
    pub(crate) async fn begin_life(
        self,
        role: Role,
        profile: Option<Profile>,
        passphrase: &str,
    ) -> Result<(), Failure> {
        self.first.set(First::Making);
        let made = async {
            let who = self.session()?;
            // Whoever has nothing cannot say the first word to the chain. A faucet that gives nothing leaves the reason
            // to the chain itself.
            if faucet::balance(&who, &who.wallet().account()).await.unwrap_or_default() == 0
                && faucet::ask(&who, who.wallet().as_ref()).await.is_ok()
            {
                self.funded(&who).await;
            }
            self.join(role, profile, passphrase).await?;
            self.change(async |person| recovery::print_code(person).await).await
        };
        match made.await {
            Ok(code) => {
                self.first.set(First::Code(code));
                Ok(())
            }
            Err(failure) => {
                self.first.set(First::No);
                Err(failure)
            }
        }
    }

    /// Waits until the first gift has arrived, for some seconds.
    async fn funded(self, who: &SignedIn) {
        for _ in 0..30 {
            if faucet::balance(who, &who.wallet().account()).await.unwrap_or_default() > 0 {
                return;
            }
            clock::pause(1000).await;
        }
    }
}

/// What a passphrase costs whoever guesses; less on a device that says it has little memory.
fn effort() -> Effort {
    let memory = js_sys::Reflect::get(&window().navigator(), &"deviceMemory".into()).ok().and_then(|gib| gib.as_f64());
    if memory.is_some_and(|gib| gib < 2.0) { Effort::LIGHT } else { Effort::STANDARD }
}
