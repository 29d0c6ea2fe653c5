//! What this device keeps sealed, in the browser's database for this site.

use super::js;
use async_trait::async_trait;
use chartkey_flows::{Cupboard, Jammed};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

const DATABASE: &str = "chartkey";
const STORE: &str = "sealed";
/// Bytes of copies that are kept; browsers give a site far more.
const ROOM: u64 = 200 << 20;

/// The cupboard. What lies in it is sealed: whoever uses this browser's profile may read how much it is, and no more.
pub(crate) struct Sealed;

#[async_trait(?Send)]
impl Cupboard for Sealed {
    fn room(&self) -> u64 {
        if factory().is_some() { ROOM } else { 0 }
    }

    async fn put(&self, name: &str, sealed: &[u8]) -> Result<(), Jammed> {
        let (value, key) = (Uint8Array::from(sealed).into(), JsValue::from_str(name));
        within("readwrite", "put", &[value, key]).await.map(drop)
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Jammed> {
        let kept = within("readonly", "get", &[name.into()]).await?;
        Ok(kept.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec()))
    }

    async fn names(&self, prefix: &str) -> Result<Vec<String>, Jammed> {
        let keys = within("readonly", "getAllKeys", &[beginning(prefix)?]).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
    }

    async fn remove(&self, name: &str) -> Result<(), Jammed> {
        within("readwrite", "delete", &[name.into()]).await.map(drop)
    }
}

/// Asks the browser not to throw away what waits to be sent when its disk is full. It may say no.
pub(crate) async fn persist() {
    let storage = web_sys::window().and_then(|window| js::field(&window.navigator(), "storage"));
    if let Some(storage) = storage {
        let _ = js::call(&storage, "persist", &[]).await;
    }
}

fn factory() -> Option<JsValue> {
    js::field(&JsValue::from(web_sys::window()?), "indexedDB")
}

/// All names that begin like this.
fn beginning(prefix: &str) -> Result<JsValue, Jammed> {
    let range = web_sys::window().and_then(|window| js::field(&window, "IDBKeyRange")).ok_or_else(closed)?;
    let bound: Function = js::field(&range, "bound").and_then(|bound| bound.dyn_into().ok()).ok_or_else(closed)?;
    bound.call2(&range, &prefix.into(), &format!("{prefix}\u{ffff}").into()).map_err(|error| jammed(&error))
}

/// Does one thing in a transaction of its own, and waits until it is on the disk.
async fn within(mode: &str, what: &str, arguments: &[JsValue]) -> Result<JsValue, Jammed> {
    let database = open().await?;
    let done = async {
        let strict = js::object(&[("durability", "strict".into())]);
        let transaction = method(&database, "transaction", &[STORE.into(), mode.into(), strict])?;
        let store = method(&transaction, "objectStore", &[STORE.into()])?;
        let request = method(&store, what, arguments)?;
        settled(&transaction, "oncomplete", &["onerror", "onabort"]).await?;
        Ok(Reflect::get(&request, &"result".into()).unwrap_or(JsValue::UNDEFINED))
    };
    let done = done.await.map_err(|error| jammed(&error));
    // One that stays open would keep another tab from clearing it.
    let _ = method(&database, "close", &[]);
    done
}

async fn open() -> Result<JsValue, Jammed> {
    let request = method(&factory().ok_or_else(closed)?, "open", &[DATABASE.into(), 1.into()]);
    let request = request.map_err(|error| jammed(&error))?;
    let fresh = request.clone();
    let make = Closure::<dyn Fn()>::new(move || {
        // A database that could not be made fails the request.
        let _ = js::field(&fresh, "result").map(|database| method(&database, "createObjectStore", &[STORE.into()]));
    });
    js::set(&request, "onupgradeneeded", make.as_ref().clone());
    settled(&request, "onsuccess", &["onerror", "onblocked"]).await.map_err(|error| jammed(&error))?;
    js::field(&request, "result").ok_or_else(closed)
}

/// Waits for one of the events by which the database answers.
async fn settled(of: &JsValue, well: &str, ill: &[&str]) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        js::set(of, well, done);
        ill.iter().for_each(|event| js::set(of, event, failed.clone()));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(js::field(of, "error").unwrap_or(JsValue::NULL)),
    }
}

fn method(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let missing = || JsValue::from_str(&format!("it has no {name}"));
    let method: Function = js::field(of, name).ok_or_else(missing)?.dyn_into().map_err(|_| missing())?;
    method.apply(of, &arguments.iter().collect())
}

fn jammed(error: &JsValue) -> Jammed {
    Jammed(format!("its database says: {}", js::words(error)))
}

fn closed() -> Jammed {
    Jammed("this browser keeps nothing for this site".into())
}
