//! Wallets that put themselves into the page as `window.injectedWeb3`: polkadot-js, Talisman, SubWallet, Nova and others.
//!
//! What such a wallet says is somebody else's: names and addresses are shown as text, and an address is a person only
//! once it was read as one.

use super::{Offered, Owned, Trouble, signature};
use crate::ground::js;
use async_trait::async_trait;
use chartkey_client::{AccountId, Envelope, Prepared};
use chartkey_flows::{Unsigned, Wallet};
use js_sys::{Array, Function, Object};
use std::{str::FromStr, sync::Arc};
use subxt::utils::MultiSignature;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// What the wallet tells its owner of who asks.
const ORIGIN: &str = "Chartkey";

/// Those whose own name differs from how the page finds them.
const TITLES: [(&str, &str); 6] = [
    ("polkadot-js", "Polkadot.js"),
    ("talisman", "Talisman"),
    ("subwallet-js", "SubWallet"),
    ("nova-wallet", "Nova Wallet"),
    ("fearless-wallet", "Fearless"),
    ("enkrypt", "Enkrypt"),
];

/// The wallets in this page.
pub(super) fn offered() -> Vec<Offered> {
    let Some(all) = all() else { return Vec::new() };
    let names = Object::keys(all.unchecked_ref::<Object>());
    let names = names.iter().filter_map(|name| name.as_string());
    let mut offered: Vec<Offered> = names.map(|id| Offered { title: title(&id), id, development: false }).collect();
    offered.sort_by(|one, other| one.title.cmp(&other.title));
    offered
}

fn title(id: &str) -> String {
    let known = TITLES.iter().find(|(known, _)| *known == id);
    known.map_or_else(|| id.chars().filter(|c| !c.is_control()).take(40).collect(), |(_, title)| (*title).to_owned())
}

fn all() -> Option<JsValue> {
    js::field(&web_sys::window()?.into(), "injectedWeb3").filter(JsValue::is_object)
}

/// A wallet that lets this page see accounts.
pub(super) struct Injected(JsValue);

impl Injected {
    pub(super) async fn enable(id: &str) -> Result<Self, Trouble> {
        let door = all().and_then(|all| js::field(&all, id)).ok_or(Trouble::Gone)?;
        let origin = JsValue::from_str(ORIGIN);
        js::call(&door, "enable", &[origin]).await.map(Self).map_err(|error| trouble(&error))
    }

    pub(super) async fn accounts(&self) -> Result<Vec<Owned>, Trouble> {
        let door = js::field(&self.0, "accounts").ok_or_else(|| Trouble::Failed("it has no accounts".into()))?;
        let listed = js::call(&door, "get", &[]).await.map_err(|error| trouble(&error))?;
        let owned: Vec<Owned> = Array::from(&listed).iter().filter_map(|account| owned(&account)).collect();
        if owned.is_empty() { Err(Trouble::NoAccounts) } else { Ok(owned) }
    }

    pub(super) fn signer(&self, owned: Owned) -> Arc<dyn Wallet> {
        // A browser's window is one thread.
        #[allow(clippy::arc_with_non_send_sync, reason = "flows share by Arc on every platform")]
        Arc::new(Signer { signer: js::field(&self.0, "signer"), owned })
    }

    pub(super) fn watch(&self, told: impl Fn(Vec<String>) + 'static) -> Option<Watch> {
        let door = js::field(&self.0, "accounts")?;
        let subscribe: Function = js::field(&door, "subscribe")?.dyn_into().ok()?;
        let hears = Closure::<dyn Fn(JsValue)>::new(move |listed: JsValue| {
            told(Array::from(&listed).iter().filter_map(|account| js::text(&account, "address")).collect());
        });
        let end = subscribe.call1(&door, hears.as_ref()).ok()?;
        Some(Watch { end, _hears: hears })
    }
}

/// Listens until it is dropped.
pub(crate) struct Watch {
    end: JsValue,
    _hears: Closure<dyn Fn(JsValue)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(end) = self.end.dyn_ref::<Function>() {
            // A wallet that does not stop telling tells a closure that is gone, which throws in the wallet.
            let _ = end.call0(&JsValue::NULL);
        }
    }
}

/// An account of ours: one whose address is a Substrate account; an Ethereum address among them is passed over.
fn owned(account: &JsValue) -> Option<Owned> {
    let address = js::text(account, "address")?;
    let id = AccountId::from_str(&address).ok()?;
    let name = js::text(account, "name").map(|name| name.chars().filter(|c| !c.is_control()).take(60).collect());
    Some(Owned { address, name, id, scheme: js::text(account, "type") })
}

struct Signer {
    signer: Option<JsValue>,
    owned: Owned,
}

impl Signer {
    async fn ask(&self, method: &str, what: JsValue) -> Result<MultiSignature, Unsigned> {
        let signer = self.signer.as_ref().ok_or_else(|| Unsigned::because("it cannot sign"))?;
        let answer = js::call(signer, method, &[what]).await.map_err(|error| Unsigned::because(js::words(&error)))?;
        let signature = js::text(&answer, "signature").and_then(|text| signature::read(&text, self.scheme()));
        signature.ok_or_else(|| Unsigned::because("its signature cannot be read"))
    }

    fn scheme(&self) -> Option<&str> {
        self.owned.scheme.as_deref()
    }
}

#[async_trait(?Send)]
impl Wallet for Signer {
    fn account(&self) -> AccountId {
        self.owned.id
    }

    async fn sign_text(&self, text: &str) -> Result<MultiSignature, Unsigned> {
        let data = format!("0x{}", hex::encode(text));
        let address = &self.owned.address;
        let asked = js::object(&[("address", address.into()), ("data", data.into()), ("type", "bytes".into())]);
        self.ask("signRaw", asked).await
    }

    async fn sign(&self, transaction: &Prepared) -> Result<MultiSignature, Unsigned> {
        self.ask("signPayload", spelled(&transaction.envelope(), &self.owned.address)).await
    }
}

/// A transaction as these wallets want it: every field by name, numbers in hexadecimal. They put the same bytes together
/// and show the call by the description they have of the chain.
fn spelled(envelope: &Envelope, address: &str) -> JsValue {
    let bytes = |bytes: &[u8]| JsValue::from(format!("0x{}", hex::encode(bytes)));
    let extensions: Array = envelope.extensions.iter().map(JsValue::from).collect();
    let description = envelope.description.as_ref();
    js::object(&[
        ("address", address.into()),
        ("blockHash", bytes(&envelope.block.0)),
        ("blockNumber", bytes(&envelope.height.to_be_bytes()[4..])),
        ("era", bytes(&envelope.era)),
        ("genesisHash", bytes(&envelope.genesis.0)),
        ("metadataHash", description.map_or(JsValue::NULL, |hash| bytes(hash))),
        ("method", bytes(&envelope.call)),
        ("mode", u8::from(description.is_some()).into()),
        ("nonce", bytes(&envelope.nonce.to_be_bytes()[4..])),
        ("signedExtensions", extensions.into()),
        ("specVersion", bytes(&envelope.spec_version.to_be_bytes())),
        ("tip", bytes(&[0; 16])),
        ("transactionVersion", bytes(&envelope.transaction_version.to_be_bytes())),
        ("version", 4.into()),
        // Whoever signs something else than what is asked here signs something the chain does not take.
        ("withSignedTransaction", false.into()),
    ])
}

/// What a wallet's refusal means; each has words of its own.
fn trouble(error: &JsValue) -> Trouble {
    let words = js::words(error);
    let said = words.to_lowercase();
    let any = |parts: &[&str]| parts.iter().any(|part| said.contains(part));
    if any(&["reject", "cancel", "denied", "not allowed", "refus"]) {
        Trouble::Refused
    } else if any(&["lock", "password"]) {
        Trouble::Locked
    } else {
        Trouble::Failed(words)
    }
}
