//! Which descriptions of a network become a chain.

use chartkey_node::spec::{Network, NetworkError};

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const ALICE_GRANDPA: &str = "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu";
/// No runtime is needed to check a description; a specification only carries it along.
const RUNTIME: &[u8] = b"wasm";

fn consortium(rest: &str) -> Result<serde_json::Value, NetworkError> {
    let head = "name = 'A'\nid = 'a'\nkind = 'live'\npreset = 'consortium'\n";
    Network::parse(&format!("{head}{rest}"))?.genesis()
}

fn balance(account: &str, key: u64) -> String {
    format!("[[balances]]\naccount = '{account}'\nkey = {key}\n")
}

fn validator(aura: &str, grandpa: &str) -> String {
    format!("[[validators]]\naura = '{aura}'\ngrandpa = '{grandpa}'\n")
}

#[test]
fn the_descriptions_that_come_along_are_valid() {
    for name in ["dev", "local3"] {
        Network::load(name).expect("loads").spec(RUNTIME).expect(name);
    }
}

#[test]
fn an_empty_template_is_no_network() {
    let template = Network::load("consortium").expect("loads");
    assert!(matches!(template.spec(RUNTIME), Err(NetworkError::NoValidators)));
    assert!(matches!(consortium(&validator(ALICE, ALICE_GRANDPA)), Err(NetworkError::NoBalances)));
}

#[test]
fn a_members_keys_and_money_are_in_the_first_block() {
    let genesis = consortium(&(validator(ALICE, ALICE_GRANDPA) + &balance(ALICE, 5))).expect("valid");
    assert_eq!(genesis["aura"]["authorities"][0], ALICE);
    assert_eq!(genesis["grandpa"]["authorities"][0][0], ALICE_GRANDPA);
    assert_eq!(genesis["balances"]["balances"][0][1], 5_000_000_000_000u64);
    assert_eq!(genesis["sudo"]["key"], serde_json::Value::Null);
}

#[test]
fn a_key_that_is_none_and_a_key_used_twice_are_refused() {
    assert!(matches!(consortium(&validator("nobody", ALICE_GRANDPA)), Err(NetworkError::NotAKey(_))));
    assert!(matches!(consortium(&validator(ALICE, ALICE)), Err(NetworkError::KeyTwice(_))));
}

#[test]
fn a_misspelt_field_is_refused() {
    assert!(matches!(consortium("validatros = []"), Err(NetworkError::Malformed(_))));
}

#[test]
fn a_missing_file_names_what_needs_none() {
    let refusal = Network::load("no/such/file.toml").expect_err("refused").to_string();
    assert!(refusal.contains("local3"), "{refusal}");
}
