//! From the door to the open vault: wallet, account, passphrase, and every way back in.

mod alone;
mod changes;
mod code;
mod devices;
mod door;
mod guards;
mod join;
mod passphrase;
mod recover;
mod strength;
mod trouble;
mod unlock;
mod vault;
mod wallets;

pub(crate) use self::{
    alone::{Alone, FromCopy},
    code::CodeSheet,
    door::{Door, Ended},
    join::Join,
    passphrase::{NewPassphrase, is_good},
    recover::Recover,
    unlock::Unlock,
    vault::Vault,
};
