//! The one gate to a signature. Whatever is said to the chain passes here: it is shown in plain sentences with its cost,
//! somebody says yes, the wallet signs, and every step after that is shown until it is final. What takes several
//! signatures says so first (`let _row = hand.desk().in_a_row(2);`), so that each is shown as one of them.

mod row;
mod sentences;
mod shown;

use crate::{ground::clock, hand::Hand, words};
use async_trait::async_trait;
use chartkey_client::{AccountId, Prepared};
use chartkey_flows::{Unsigned, Wallet, Watch};
use chartkey_vocabulary::Message;
use futures::{channel::oneshot, future};
use leptos::{prelude::*, task::spawn_local};
use std::{
    future::Future,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
};
use subxt::utils::MultiSignature;

pub(crate) use row::Nth;
pub(crate) use sentences::{Sentence, motion, scope, sentences};

/// So long "final" stays in view before the dialog goes by itself.
const LINGER: u32 = 1_600;

/// What is being signed.
pub(crate) enum What {
    /// The text of a sign-in: it opens a session and nothing else.
    SignIn {
        /// For which domain.
        domain: String,
        /// The whole text, for those who want to read it.
        text: String,
    },
    /// Words to the contracts.
    Chain {
        /// What is said.
        messages: Vec<Message>,
        /// What the chain keeps until it is no longer needed.
        held: u128,
    },
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Shown; nobody has said yes or no.
    Asked,
    /// The wallet asks its owner.
    InWallet,
    /// Signed and handed to the chain.
    Sent,
    /// In a block that may still be replaced.
    Included,
    /// The connection broke after it was handed over; what became of it is looked up.
    Sought,
    /// It took place for good.
    Final,
    /// The wallet did not sign.
    Unsigned(Unsigned),
    /// It did not take place.
    Failed(words::Said),
    /// Nothing was found of it; it may still take place.
    Unsure(words::Said),
}

impl Step {
    /// Whether nothing follows.
    pub(crate) fn is_last(&self) -> bool {
        matches!(self, Self::Final | Self::Unsigned(_) | Self::Failed(_) | Self::Unsure(_))
    }
}

/// One thing being signed.
pub(crate) struct Signing {
    /// What.
    pub(crate) what: What,
    /// By which wallet.
    pub(crate) wallet: String,
    /// Which of several signatures of one act it is.
    pub(crate) nth: Option<Nth>,
    answer: Mutex<Option<oneshot::Sender<bool>>>,
}

impl Signing {
    fn answer(&self) -> std::sync::MutexGuard<'_, Option<oneshot::Sender<bool>>> {
        self.answer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where things lie that are being signed, one at a time.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    signing: RwSignal<Option<Arc<Signing>>>,
    step: RwSignal<Step>,
    fee: RwSignal<Option<u128>>,
    row: RwSignal<Option<Nth>>,
}

impl Desk {
    /// The app's desk.
    pub(crate) fn provide() -> Self {
        Self {
            signing: RwSignal::new(None),
            step: RwSignal::new(Step::Asked),
            fee: RwSignal::new(None),
            row: RwSignal::new(None),
        }
    }

    /// What lies there.
    pub(crate) fn signing(self) -> Option<Arc<Signing>> {
        self.signing.get()
    }

    /// How far it is.
    pub(crate) fn step(self) -> Step {
        self.step.get()
    }

    /// What it costs at most, as soon as the chain has said so.
    pub(crate) fn fee(self) -> Option<u128> {
        self.fee.get()
    }

    /// Yes or no. A no while the wallet asks leaves its window standing; what it signs then is not used.
    pub(crate) fn answer(self, yes: bool) {
        let answer = self.signing.with_untracked(|signing| signing.as_ref()?.answer().take());
        if let Some(answer) = answer {
            // Whoever asked may have gone; then there is nothing to answer.
            let _ = answer.send(yes);
        }
        if !yes {
            self.signing.set(None);
        }
    }

    /// Clears the desk once nothing follows. What is under way goes on without being watched.
    pub(crate) fn put_away(self) {
        self.answer(false);
    }

    /// Waits until the desk is free and lays something on it.
    async fn lay(self, what: What, wallet: &str, step: Step) -> (Arc<Signing>, oneshot::Receiver<bool>) {
        while self.signing.with_untracked(Option::is_some) && !self.step.with_untracked(Step::is_last) {
            clock::pause(100).await;
        }
        let (answer, answered) = oneshot::channel();
        let nth = if matches!(what, What::Chain { .. }) { self.next_in_row() } else { None };
        self.fee.set(None);
        self.step.set(step);
        let answer = Mutex::new(Some(answer));
        let signing = Arc::new(Signing { what, wallet: wallet.to_owned(), nth, answer });
        self.signing.set(Some(signing.clone()));
        (signing, answered)
    }

    /// Whether it is this that lies there. What was put away goes on, and must not speak for what lies there after it.
    pub(crate) fn holds(self, signing: &Arc<Signing>) -> bool {
        self.signing.with_untracked(|now| now.as_ref().is_some_and(|now| Arc::ptr_eq(now, signing)))
    }

    /// Lets whoever watches say no once more, now that the wallet asks.
    fn ask_on(self) -> oneshot::Receiver<bool> {
        let (answer, answered) = oneshot::channel();
        self.signing.with_untracked(|signing| {
            if let Some(signing) = signing {
                *signing.answer() = Some(answer);
            }
        });
        self.step.set(Step::InWallet);
        answered
    }

    /// Takes what lies there away after a moment, unless something else lies there by then.
    fn soon_away(self) {
        let Some(before) = self.signing.get_untracked() else { return };
        spawn_local(async move {
            clock::pause(LINGER).await;
            if self.holds(&before) && self.step.with_untracked(|step| *step == Step::Final) {
                self.signing.set(None);
            }
        });
    }
}

/// Any wallet, behind the gate.
pub(crate) struct Gate {
    wallet: Arc<dyn Wallet>,
    desk: Desk,
    hand: Hand,
    title: String,
}

impl Gate {
    /// Puts a wallet of this title behind the gate.
    pub(crate) fn new(wallet: Arc<dyn Wallet>, desk: Desk, hand: Hand, title: String) -> Self {
        Self { wallet, desk, hand, title }
    }

    /// Somebody said no here. What they signed before in the same act stands.
    fn declined(&self, why: &str) -> Unsigned {
        Unsigned { why: why.into(), stand: self.desk.stand() }
    }

    /// Waits for the wallet, or for its owner to give up here.
    async fn by_wallet(
        &self,
        signature: impl Future<Output = Result<MultiSignature, Unsigned>>,
    ) -> Result<MultiSignature, Unsigned> {
        let given_up = self.desk.ask_on();
        match future::select(pin!(signature), given_up).await {
            future::Either::Left((Ok(signature), _)) => Ok(signature),
            future::Either::Left((Err(no), _)) => {
                let no = Unsigned { stand: self.desk.stand(), ..no };
                self.desk.step.set(Step::Unsigned(no.clone()));
                Err(no)
            }
            future::Either::Right(_) => Err(self.declined("given up before the wallet had signed")),
        }
    }
}

#[async_trait(?Send)]
impl Wallet for Gate {
    fn account(&self) -> AccountId {
        self.wallet.account()
    }

    async fn sign_text(&self, text: &str) -> Result<MultiSignature, Unsigned> {
        let domain = self.hand.visitor().map(|visitor| visitor.site.domain).unwrap_or_default();
        // Choosing the account was the yes; the wallet shows the whole text and asks by itself.
        let what = What::SignIn { domain, text: text.to_owned() };
        let _laid = self.desk.lay(what, &self.title, Step::InWallet).await;
        let signature = self.by_wallet(self.wallet.sign_text(text)).await?;
        self.desk.signing.set(None);
        Ok(signature)
    }

    async fn sign(&self, transaction: &Prepared) -> Result<MultiSignature, Unsigned> {
        let what = What::Chain { messages: transaction.messages().to_vec(), held: transaction.held() };
        let (signing, answered) = self.desk.lay(what, &self.title, Step::Asked).await;
        let (desk, asked) = (self.desk, transaction.clone());
        spawn_local(async move {
            // Without an answer the line stays out; the wallet shows what it takes all the same.
            let fee = asked.fee().await.ok();
            if desk.holds(&signing) {
                desk.fee.set(fee);
            }
        });
        if answered.await != Ok(true) {
            return Err(self.declined("declined before the wallet was asked"));
        }
        let signature = self.by_wallet(self.wallet.sign(transaction)).await?;
        self.desk.step.set(Step::Sent);
        Ok(signature)
    }

    fn watch(&self) -> Box<dyn Watch> {
        Box::new(shown::Shown::now(self.desk, self.hand))
    }
}
