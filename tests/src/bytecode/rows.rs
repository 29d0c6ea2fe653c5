//! The contracts' rows, and how a chain comes to be in the state of a town.

use super::Chain;
use chartkey_deploy::bundles::CONTRACTS;
use chartkey_rules::{Memory, town::Town};
use chartkey_runtime::{Balances, Runtime, contracts::PER_CONTRACT_ITEM, money::PER_BYTE};
use chartkey_vocabulary::Contract;
use polkadot_sdk::*;

use frame_support::{
    storage::child,
    traits::fungible::{InspectHold, Mutate, MutateHold},
};
use pallet_revive::{AccountInfo, AddressMapper, HoldReason};
use sp_io::hashing::blake2_256;
use std::{cell::RefCell, collections::BTreeMap};

/// Rows under the keys the chain hashed.
pub(crate) type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

/// A rulebook's rows lie under fixed keys of 32 bytes, hashed to as many; ink!'s own root under a short one.
const FIXED: usize = 32;

/// A contract's rows in a town.
fn memory(town: &Town, contract: Contract) -> &RefCell<Memory> {
    match contract {
        Contract::Registry => &town.registry,
        Contract::Consent => &town.consent,
        Contract::Records => &town.records,
        Contract::Care => &town.care,
    }
}

fn hashed(memory: &RefCell<Memory>) -> Rows {
    memory.borrow().rows().map(|(key, row)| (blake2_256(key).to_vec(), row.clone())).collect()
}

impl Chain {
    /// All of a contract's storage: the rulebook's rows, and apart from them ink!'s root.
    pub fn rows(&mut self, contract: Contract) -> (Rows, Rows) {
        let place = self.place(contract);
        self.inside(|| {
            let trie = AccountInfo::<Runtime>::load_contract(&place).expect("a contract").child_trie_info();
            let mut all = Rows::new();
            let mut key = Vec::new();
            while let Some(next) = sp_io::default_child_storage::next_key(trie.storage_key(), &key) {
                all.insert(next.clone(), child::get_raw(&trie, &next).expect("a key has a value"));
                key = next;
            }
            all.into_iter().partition(|(key, _)| key.len() == FIXED)
        })
    }

    /// The chain's rows are the town's: none is missing, none is more, none is other.
    pub fn agrees_with(&mut self, town: &Town) {
        for contract in CONTRACTS {
            let (rows, root) = self.rows(contract);
            assert!(rows == hashed(memory(town, contract)), "{contract:?}: other rows than the rulebook's");
            assert_eq!(root.len(), 1, "{contract:?}: ink!'s root and nothing else");
        }
    }

    /// Brings the contracts into the state of `town`, as if all of it had been said to them: rows, their deposits,
    /// and the time. What is there already is left alone.
    pub fn become_like(&mut self, town: &Town) {
        self.set_time(town.now);
        for contract in CONTRACTS {
            let (there, root) = self.rows(contract);
            let wanted = hashed(memory(town, contract));
            self.write(contract, &there, &wanted);
            if contract == Contract::Records {
                self.set_agreement(&root, town.agreement);
            }
            self.pay_for(contract, &wanted, &root);
        }
    }

    fn write(&mut self, contract: Contract, there: &Rows, wanted: &Rows) {
        let place = self.place(contract);
        self.inside(|| {
            let trie = AccountInfo::<Runtime>::load_contract(&place).expect("a contract").child_trie_info();
            there.keys().filter(|key| !wanted.contains_key(*key)).for_each(|key| child::kill(&trie, key));
            for (key, row) in wanted.iter().filter(|(key, row)| there.get(*key) != Some(*row)) {
                child::put_raw(&trie, key, row);
            }
        });
    }

    /// How many workers must agree is the last byte of the records contract's root.
    fn set_agreement(&mut self, root: &Rows, agreement: u8) {
        let place = self.place(Contract::Records);
        let (key, mut row) = root.first_key_value().map(|(key, row)| (key.clone(), row.clone())).expect("a root");
        if row.last() != Some(&agreement) {
            *row.last_mut().expect("not empty") = agreement;
            self.inside(|| {
                let trie = AccountInfo::<Runtime>::load_contract(&place).expect("a contract").child_trie_info();
                child::put_raw(&trie, &key, &row);
            });
        }
    }

    /// Notes what the rows take up, and holds the money for it, or what is removed later would return too little.
    fn pay_for(&mut self, contract: Contract, rows: &Rows, root: &Rows) {
        let place = self.place(contract);
        self.inside(|| {
            let mut info = AccountInfo::<Runtime>::load_contract(&place).expect("a contract");
            let all = || rows.iter().chain(root);
            info.storage_items = all().count() as u32;
            info.storage_bytes = all().map(|(key, row)| (key.len() + row.len()) as u32).sum();
            info.storage_item_deposit = u128::from(info.storage_items) * PER_CONTRACT_ITEM;
            info.storage_byte_deposit = u128::from(info.storage_bytes) * PER_BYTE;
            let account = super::Mapper::to_account_id(&place);
            let reason = HoldReason::StorageDepositReserve.into();
            let missing = info.total_deposit().saturating_sub(Balances::balance_on_hold(&reason, &account));
            if missing > 0 {
                Balances::mint_into(&account, missing).expect("mints");
                Balances::hold(&reason, &account, missing).expect("holds");
            }
            AccountInfo::<Runtime>::insert_contract(&place, info);
        });
    }
}
