//! What a contract says of itself to wallets and people: ink!'s description as JSON.
#![allow(unsafe_code, reason = "ink! offers the description as a function found by name when linking")]

use serde_json::{Value, json};

unsafe extern "Rust" {
    fn __ink_generate_metadata() -> ink::metadata::InkProject;
}

/// Prints the description of the contract this is linked with.
pub fn print_description() {
    // SAFETY: the `ink::contract` attribute of the linked contract defines it with this signature.
    let description = unsafe { __ink_generate_metadata() };
    let mut description = serde_json::to_value(description).expect("a description is plain data");
    let types = description["types"].take();
    unbox(&mut description, &types);
    description["types"] = types;
    println!("{description:#}");
}

/// Calls every argument by what it is: that it travels boxed is the contract's own business, and not in its encoding.
fn unbox(part: &mut Value, types: &Value) {
    if part["displayName"] == json!(["Box"]) {
        let known = types.as_array().into_iter().flatten().find(|known| known["id"] == part["type"]);
        let path = known.and_then(|known| known["type"]["path"].as_array());
        part["displayName"] = json!([path.and_then(|path| path.last()).expect("what is boxed has a name")]);
    }
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(|part| unbox(part, types)),
        Value::Object(parts) => parts.values_mut().for_each(|part| unbox(part, types)),
        _ => {}
    }
}
