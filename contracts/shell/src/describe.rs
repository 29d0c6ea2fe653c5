//! What a contract says of itself to wallets and people: ink!'s description as JSON.
#![allow(unsafe_code, reason = "ink! offers the description as a function found by name when linking")]

unsafe extern "Rust" {
    fn __ink_generate_metadata() -> ink::metadata::InkProject;
}

/// Prints the description of the contract this is linked with.
pub fn print_description() {
    // SAFETY: the `ink::contract` attribute of the linked contract defines it with this signature.
    let description = unsafe { __ink_generate_metadata() };
    println!("{}", serde_json::to_string_pretty(&description).expect("a description is plain data"));
}
