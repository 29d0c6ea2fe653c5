//! How contracts know an account.

use crate::{AccountId, abi::keccak};
use chartkey_vocabulary::Account;

/// What the chain pads the 20 bytes of an Ethereum account with.
const FROM_ETHEREUM: [u8; 12] = [0xEE; 12];

/// The account as contracts know it.
///
/// The last twenty bytes of the Keccak hash; for an account that came from an Ethereum key its own first twenty. The
/// chain keeps the way back from the moment the account holds anything, so nobody has to be mapped first.
pub fn account_of(id: &AccountId) -> Account {
    let mut account = [0; 20];
    if id.0[20..] == FROM_ETHEREUM {
        account.copy_from_slice(&id.0[..20]);
    } else {
        account.copy_from_slice(&keccak(&id.0)[12..]);
    }
    Account(account)
}

/// Who asks when it does not matter: an account that needs no mapping and that nobody holds a key of.
pub(crate) fn nobody() -> AccountId {
    let mut id = [0; 32];
    id[20..].copy_from_slice(&FROM_ETHEREUM);
    AccountId::from(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        hex::decode(hex).expect("hex").try_into().expect("length")
    }

    #[test]
    fn native_accounts_are_hashed() {
        // Alice, and the address every pallet-revive chain shows for her.
        let alice = AccountId::from(bytes("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d"));
        assert_eq!(account_of(&alice), Account(bytes("9621dde636de098b43efb0fa9b61facfe328f99d")));
    }

    #[test]
    fn ethereum_accounts_keep_their_own_address() {
        let mut id = [0xEE; 32];
        id[..20].copy_from_slice(&[7; 20]);
        assert_eq!(account_of(&AccountId::from(id)), Account([7; 20]));
        assert_eq!(account_of(&nobody()), Account([0; 20]));
    }
}
