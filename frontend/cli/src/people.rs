//! How people are named on a command line: `0x...` as contracts know them, an SS58 address as wallets show it, or a
//! development name such as `//Ada`.

use chartkey_client::{AccountId, account_of};
use chartkey_vocabulary::Account;
use std::str::FromStr;
use subxt_signer::{SecretUri, sr25519::Keypair};

/// Somebody named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whom(pub(crate) Account);

impl FromStr for Whom {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.starts_with("//") {
            let uri = SecretUri::from_str(text).map_err(|_| "this is no development name")?;
            let key = Keypair::from_uri(&uri).map_err(|_| "this is no development name")?;
            return Ok(Self(account_of(&key.public_key().to_account_id())));
        }
        if text.starts_with("0x") {
            return text.parse().map(Self).map_err(|error| format!("{error}"));
        }
        let id = AccountId::from_str(text).map_err(|_| "say 0x and 40 hex digits, or an address")?;
        Ok(Self(account_of(&id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_three_names() {
        let alice = "0x9621dde636de098b43efb0fa9b61facfe328f99d".parse::<Whom>();
        assert_eq!("//Alice".parse::<Whom>(), alice);
        assert_eq!("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY".parse::<Whom>(), alice);
        for wrong in ["", "alice", "0x12", "0x9621DDE636DE098B43EFB0FA9B61FACFE328F99D", "5Grwv"] {
            assert!(wrong.parse::<Whom>().is_err(), "{wrong}");
        }
    }
}
