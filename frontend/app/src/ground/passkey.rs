//! Passkeys with the PRF extension: the authenticator works out a secret that only it can, and only after its owner was
//! seen or felt. That secret opens a door of the vault; it never leaves this page.

use super::js;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use zeroize::Zeroizing;

/// Why there is no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoPasskey {
    /// This browser knows no passkeys.
    Unsupported,
    /// The authenticator makes passkeys that cannot work out secrets.
    NoSecret,
    /// Its owner said no, or waited too long.
    Refused,
}

/// A new passkey.
pub(crate) struct Made {
    /// Which credential to ask later.
    pub(crate) credential: Vec<u8>,
    /// What it works out for the salt.
    pub(crate) secret: Zeroizing<[u8; 32]>,
}

/// Whether this browser knows passkeys at all.
pub(crate) fn supported() -> bool {
    container().is_some()
}

/// Makes a passkey for this site, named after its owner, and has it work out the secret for `salt`.
///
/// # Errors
/// Why there is none.
pub(crate) async fn make(user: &[u8], name: &str, salt: &[u8; 32]) -> Result<Made, NoPasskey> {
    let (container, rp) = (container().ok_or(NoPasskey::Unsupported)?, host().ok_or(NoPasskey::Unsupported)?);
    let kind = |number: i32| js::object(&[("type", "public-key".into()), ("alg", number.into())]);
    // ES256, EdDSA, RS256: one of them every authenticator has. The signature itself is never asked for.
    let kinds: Array = [-7, -8, -257].into_iter().map(kind).collect();
    let choice = js::object(&[
        ("residentKey", "preferred".into()),
        // A found key must not open a vault.
        ("userVerification", "required".into()),
    ]);
    let public_key = js::object(&[
        ("rp", js::object(&[("id", rp.into()), ("name", "Chartkey".into())])),
        ("user", js::object(&[("id", bytes(user)), ("name", name.into()), ("displayName", name.into())])),
        ("challenge", challenge()?),
        ("pubKeyCredParams", kinds.into()),
        ("authenticatorSelection", choice),
        ("extensions", evaluate(salt)),
        ("timeout", 120_000.into()),
    ]);
    let made = js::call(&container, "create", &[js::object(&[("publicKey", public_key)])]).await;
    let made = made.map_err(|_| NoPasskey::Refused)?;
    let credential = js::field(&made, "rawId").map(|id| Uint8Array::new(&id).to_vec()).ok_or(NoPasskey::Refused)?;
    // Some work it out at once, others only when they are asked the next time.
    let secret = match secret_of(&made).await {
        Some(secret) => secret,
        None => ask(&credential, salt).await?,
    };
    Ok(Made { credential, secret })
}

/// Has the passkey of this credential work out the secret for `salt`.
///
/// # Errors
/// Why there is none.
pub(crate) async fn ask(credential: &[u8], salt: &[u8; 32]) -> Result<Zeroizing<[u8; 32]>, NoPasskey> {
    let (container, rp) = (container().ok_or(NoPasskey::Unsupported)?, host().ok_or(NoPasskey::Unsupported)?);
    let allowed = js::object(&[("type", "public-key".into()), ("id", bytes(credential))]);
    let public_key = js::object(&[
        ("rpId", rp.into()),
        ("challenge", challenge()?),
        ("allowCredentials", Array::of1(&allowed).into()),
        ("userVerification", "required".into()),
        ("extensions", evaluate(salt)),
        ("timeout", 120_000.into()),
    ]);
    let shown = js::call(&container, "get", &[js::object(&[("publicKey", public_key)])]).await;
    let shown = shown.map_err(|_| NoPasskey::Refused)?;
    secret_of(&shown).await.ok_or(NoPasskey::NoSecret)
}

fn container() -> Option<JsValue> {
    let window = JsValue::from(web_sys::window()?);
    js::field(&window, "PublicKeyCredential")?;
    js::field(&js::field(&window, "navigator")?, "credentials")
}

fn host() -> Option<String> {
    web_sys::window()?.location().hostname().ok()
}

/// Nobody checks the answer's signature, so this only has to be there; it is random all the same.
fn challenge() -> Result<JsValue, NoPasskey> {
    let random = chartkey_flows::random_bytes::<32>().map_err(|_| NoPasskey::Unsupported)?;
    Ok(bytes(&random))
}

fn evaluate(salt: &[u8; 32]) -> JsValue {
    let first = js::object(&[("first", bytes(salt))]);
    js::object(&[("prf", js::object(&[("eval", first)]))])
}

async fn secret_of(credential: &JsValue) -> Option<Zeroizing<[u8; 32]>> {
    let results = js::call(credential, "getClientExtensionResults", &[]).await.ok()?;
    let first = js::field(&js::field(&js::field(&results, "prf")?, "results")?, "first")?;
    let first = Uint8Array::new(&first);
    let mut secret = Zeroizing::new([0; 32]);
    (first.length() == 32).then(|| first.copy_to(secret.as_mut()))?;
    // The copy in JavaScript's memory is overwritten too.
    first.fill(0, 0, 32);
    Some(secret)
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}
