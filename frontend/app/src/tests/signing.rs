//! The one gate: what a wallet is asked is in view, and a no on either side is one.

use super::{Drawn, drawn, soon, speak};
use crate::{
    act::{Desk, Gate, Step},
    hand::Hand,
    parts::SigningDialog,
    speech::{Language, say},
};
use async_trait::async_trait;
use chartkey_client::{AccountId, Prepared, Way};
use chartkey_flows::{Unsigned, Wallet};
use futures::{channel::oneshot, future};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};
use subxt::utils::MultiSignature;
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A wallet whose owner answers when the test says so.
struct Asked(RefCell<Option<oneshot::Receiver<Result<MultiSignature, Unsigned>>>>);

#[async_trait(?Send)]
impl Wallet for Asked {
    fn account(&self) -> AccountId {
        AccountId::from([7; 32])
    }

    async fn sign_text(&self, _: &str) -> Result<MultiSignature, Unsigned> {
        let answer = self.0.take().expect("it is asked once");
        answer.await.unwrap_or_else(|_| Err(Unsigned::because("gone")))
    }

    async fn sign(&self, _: &Prepared) -> Result<MultiSignature, Unsigned> {
        Err(Unsigned::because("no transaction is asked for here"))
    }
}

/// The dialog, a wallet's owner, and what came of the signature.
struct Scene<H> {
    view: Drawn<H>,
    owner: oneshot::Sender<Result<MultiSignature, Unsigned>>,
    came: Rc<RefCell<Option<Result<MultiSignature, Unsigned>>>>,
}

async fn scene() -> Scene<impl Sized> {
    speak(Language::English).await;
    let (owner, answer) = oneshot::channel();
    let came = Rc::new(RefCell::new(None));
    let (told, begun) = (came.clone(), Rc::new(Cell::new(false)));
    let started = begun.clone();
    let view = drawn(move || {
        let hand = Hand::provide();
        let desk: Desk = hand.desk();
        #[allow(clippy::arc_with_non_send_sync, reason = "flows share by Arc on every platform")]
        let wallet: Arc<dyn Wallet> = Arc::new(Asked(RefCell::new(Some(answer))));
        let gate = Gate::new(wallet, desk, hand, "Talisman".into());
        spawn_local(async move {
            started.set(true);
            let signed = gate.sign_text("localhost wants you to sign in\nNonce: <b>7</b>").await;
            *told.borrow_mut() = Some(signed);
        });
        view! { <SigningDialog /> }
    });
    soon("the wallet to be asked", || begun.get()).await;
    soon("the dialog", || view.find("dialog[open] h2").is_some()).await;
    Scene { view, owner, came }
}

#[test]
async fn what_is_signed_is_in_view_as_text() {
    let scene = scene().await;
    let words = scene.view.words();
    for part in [say!("sign-in-title"), say!("sign-in-what"), say!("sign-in-cost")] {
        assert!(words.contains(&part), "{part}: {words}");
    }
    assert!(words.contains("Nonce: <b>7</b>"), "the whole text: {words}");
    assert_eq!(scene.view.count("b"), 0, "and nothing but text");
    assert!(words.contains(&say!("sign-in-wallet", wallet = "Talisman")), "{words}");
    let name = scene.view.find("dialog").and_then(|dialog| dialog.get_attribute("aria-labelledby")).expect("a name");
    assert!(scene.view.find(&format!("#{name}")).is_some(), "the dialog is named by its title");
}

#[test]
async fn a_signature_closes_it() {
    let scene = scene().await;
    let signature = MultiSignature::Sr25519([9; 64]);
    assert!(scene.owner.send(Ok(signature)).is_ok());
    soon("the signature", || scene.came.borrow().is_some()).await;
    assert!(matches!(*scene.came.borrow(), Some(Ok(MultiSignature::Sr25519(bytes))) if bytes == [9; 64]));
    let view = &scene.view;
    soon("the dialog to close", || view.find("dialog[open]").is_none()).await;
}

#[test]
async fn a_wallet_that_says_no_is_told_in_its_own_words() {
    let scene = scene().await;
    assert!(scene.owner.send(Err(Unsigned::because("Rejected <i>by</i> user"))).is_ok());
    soon("the answer", || scene.came.borrow().is_some()).await;
    assert!(matches!(*scene.came.borrow(), Some(Err(_))));
    let view = &scene.view;
    soon("the note", || view.words().contains(&say!("sign-unsigned", wallet = "Talisman"))).await;
    assert!(view.words().contains("Rejected <i>by</i> user"), "{}", view.words());
    assert_eq!(view.count("i"), 0);
    view.button(&say!("close")).expect("a way out").click();
    soon("the dialog to close", || view.find("dialog[open]").is_none()).await;
}

#[test]
async fn giving_up_here_is_a_no_whatever_the_wallet_does_later() {
    let scene = scene().await;
    scene.view.button(&say!("sign-give-up")).expect("a way out").click();
    soon("the answer", || scene.came.borrow().is_some()).await;
    assert!(matches!(*scene.came.borrow(), Some(Err(_))));
    // The wallet's window still stood; what it signs then is not used.
    let _ = scene.owner.send(Ok(MultiSignature::Sr25519([9; 64])));
    crate::ground::clock::pause(50).await;
    assert!(matches!(*scene.came.borrow(), Some(Err(_))));
}

/// A wallet whose owner has gone for coffee.
struct Silent;

#[async_trait(?Send)]
impl Wallet for Silent {
    fn account(&self) -> AccountId {
        AccountId::from([7; 32])
    }

    async fn sign_text(&self, _: &str) -> Result<MultiSignature, Unsigned> {
        future::pending().await
    }

    async fn sign(&self, _: &Prepared) -> Result<MultiSignature, Unsigned> {
        future::pending().await
    }
}

#[test]
async fn what_was_put_away_does_not_speak_for_what_is_signed_next() {
    speak(Language::English).await;
    let kept = Rc::new(RefCell::new(None));
    let keep = kept.clone();
    let view = drawn(move || {
        let hand = Hand::provide();
        #[allow(clippy::arc_with_non_send_sync, reason = "flows share by Arc on every platform")]
        let wallet: Arc<dyn Wallet> = Arc::new(Silent);
        *keep.borrow_mut() = Some((hand.desk(), Rc::new(Gate::new(wallet, hand.desk(), hand, "Talisman".into()))));
        view! { <SigningDialog /> }
    });
    let (desk, gate): (Desk, Rc<Gate>) = kept.take().expect("it was drawn");
    let ask = |text: &'static str| {
        let gate = gate.clone();
        spawn_local(async move { drop(gate.sign_text(text).await) });
    };
    ask("the first");
    soon("the first", || view.words().contains("the first")).await;
    let first = gate.watch();
    desk.put_away();
    ask("the second");
    soon("the second", || view.words().contains("the second")).await;
    first.told(Way::Included);
    assert_eq!(desk.step(), Step::InWallet, "the first is in a block, the second is not");
    gate.watch().told(Way::Included);
    assert_eq!(desk.step(), Step::Included);
}
