//! Reaching into JavaScript objects of others, which have no types: every step may fail.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A field of an object; `undefined` counts as absent.
pub(crate) fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    if !of.is_object() && !of.is_function() {
        return None;
    }
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// A field that is text.
pub(crate) fn text(of: &JsValue, name: &str) -> Option<String> {
    field(of, name)?.as_string()
}

/// Sets a field of an object of ours.
pub(crate) fn set(of: &JsValue, name: &str, value: impl Into<JsValue>) {
    // Only a frozen object refuses, and ours are not.
    let _ = Reflect::set(of, &name.into(), &value.into());
}

/// An object with these fields.
pub(crate) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new().into();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object
}

/// Calls a method and waits for what it promises.
pub(crate) async fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let missing = || JsValue::from_str(&format!("it has no {name}"));
    let method: Function = field(of, name).ok_or_else(missing)?.dyn_into().map_err(|_| missing())?;
    let answer = method.apply(of, &arguments.iter().collect())?;
    match answer.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(answer) => Ok(answer),
    }
}

/// What a thrown value says, cut short: it comes from elsewhere and is shown.
pub(crate) fn words(error: &JsValue) -> String {
    let said = error.as_string().or_else(|| text(error, "message")).unwrap_or_default();
    said.chars().filter(|c| !c.is_control()).take(200).collect()
}
