//! Somebody with a session: may ask for what the chain lets them see, and signs what they say to the chain.

use crate::{
    failure::Failure,
    oracle::Oracle,
    visitor::Visitor,
    wallet::{Wallet, Watch},
};
use chartkey_client::{At, Prepared, Receipt};
use chartkey_protocol::Why;
use chartkey_vocabulary::{Account, Member, Message};
use std::{ops::Deref, sync::Arc};
use subxt::utils::MultiSignature;

/// How often, and with what pauses, the service is asked again for what was final a moment ago: some seconds in all.
const PAUSES: [u64; 8] = [100, 200, 400, 800, 1000, 1500, 2000, 3000];
/// The door reads the chain by itself, a moment before or after the lists do.
const HESITATIONS: [u64; 2] = [100, 400];

/// Somebody who signed in. All a visitor can do they can do too.
#[derive(Clone)]
pub struct SignedIn {
    visitor: Visitor,
    wallet: Arc<dyn Wallet>,
    account: Account,
}

impl Deref for SignedIn {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl SignedIn {
    pub(crate) fn new(visitor: Visitor, wallet: Arc<dyn Wallet>, account: Account) -> Self {
        Self { visitor, wallet, account }
    }

    /// Who it is.
    pub fn account(&self) -> Account {
        self.account
    }

    /// Who signs.
    pub fn wallet(&self) -> &Arc<dyn Wallet> {
        &self.wallet
    }

    /// Whether it is the same session; the same person may have signed in anew, with the same wallet.
    pub fn is_same(&self, other: &Self) -> bool {
        self.oracle().is_one_with(other.oracle())
    }

    /// The service, within the session.
    pub fn oracle(&self) -> &Oracle {
        &self.visitor.oracle
    }

    /// The chain as it is final now.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn now(&self) -> Result<At, Failure> {
        Ok(self.chain.now().await?)
    }

    /// Everything on file about an account.
    ///
    /// # Errors
    /// `Not` when nobody registered under it.
    pub async fn member_of(&self, account: Account) -> Result<Member, Failure> {
        let member = self.now().await?.registry().member(account).await?;
        member.ok_or_else(|| Failure::not(format!("{account} is not registered")))
    }

    /// Says something to the contracts, signed once, and waits until it is final.
    ///
    /// # Errors
    /// When the contracts refuse, or the wallet does not sign.
    pub async fn says(&self, messages: &[Message]) -> Result<Receipt, Failure> {
        let prepared = self.chain.prepare(&self.wallet.account(), messages).await?;
        let signature = self.wallet.sign(&prepared).await?;
        let watch = self.wallet.watch();
        let sent = hand_over(prepared, signature, watch.as_ref()).await;
        watch.ended(sent.as_ref());
        sent
    }

    /// Says one thing.
    ///
    /// # Errors
    /// As [`Self::says`].
    pub async fn say(&self, message: Message) -> Result<Receipt, Failure> {
        self.says(&[message]).await
    }

    /// Waits until the service has read the chain up to this height; what it lists before may be older.
    ///
    /// # Errors
    /// `Not` when it stays behind for long.
    pub async fn followed(&self, height: u64) -> Result<(), Failure> {
        for pause in PAUSES {
            if self.oracle.height().await? >= height {
                return Ok(());
            }
            self.oracle.http().pause(pause).await;
        }
        Err(Failure::not("the service is behind the chain; try again in a minute"))
    }

    /// Waits until the chain says so, as seen from here: what another saw final may be a block ahead.
    pub(crate) async fn until(&self, ask: impl AsyncFn() -> Result<bool, Failure>) -> Result<bool, Failure> {
        for pause in PAUSES {
            if ask().await? {
                return Ok(true);
            }
            self.oracle.http().pause(pause).await;
        }
        ask().await
    }

    /// Asks the service for something that follows from what is final since a moment. It follows the same chain, and
    /// may have to be given that moment; beyond it a no is a no.
    pub(crate) async fn soon<T>(&self, ask: impl AsyncFn() -> Result<T, Failure>) -> Result<T, Failure> {
        match ask().await {
            Err(failure) if early(&failure) => self.followed(self.now().await?.height()).await?,
            answer => return answer,
        }
        for pause in HESITATIONS {
            match ask().await {
                Err(failure) if early(&failure) => self.oracle.http().pause(pause).await,
                answer => return answer,
            }
        }
        ask().await
    }
}

async fn hand_over(prepared: Prepared, signature: MultiSignature, watch: &dyn Watch) -> Result<Receipt, Failure> {
    let progress = prepared.signed(signature)?.submit().await?;
    Ok(progress.finalized_by(|way| watch.told(way)).await?)
}

/// Whether the service may say something else in a moment.
fn early(failure: &Failure) -> bool {
    [Why::NotFound, Why::NotAllowed, Why::Conflict, Why::Busy].iter().any(|why| failure.is(*why))
}
