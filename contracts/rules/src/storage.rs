//! Rows by key: the only thing a rulebook asks of the machine below it.

use alloc::vec::Vec;
use codec::{Decode, Encode};
use core::marker::PhantomData;

/// A row's place: the table's number, then the key itself where it fits and its hash where not.
pub type Key = [u8; 32];

/// Keeps rows of bytes. On the chain these are the contract's own storage; in tests and tools a map.
pub trait Storage {
    /// The row at `key`.
    fn get(&self, key: &Key) -> Option<Vec<u8>>;
    /// Writes the row at `key`.
    fn set(&mut self, key: &Key, row: &[u8]);
    /// Removes the row at `key`.
    fn clear(&mut self, key: &Key);
    /// Keccak-256, which the chain computes for contracts.
    fn keccak(&self, bytes: &[u8]) -> [u8; 32];
}

/// A table of rows `V` under keys `K`.
pub struct Table<K, V> {
    number: u8,
    types: PhantomData<(K, V)>,
}

impl<K: Encode, V: Encode + Decode> Table<K, V> {
    /// Table `number` of its contract. A number is never used for another table.
    pub(crate) const fn new(number: u8) -> Self {
        Self { number, types: PhantomData }
    }

    pub(crate) fn get(&self, store: &impl Storage, key: &K) -> Option<V> {
        // A row that does not decode was written by other code; treating it as absent would forget a revocation.
        store.get(&self.place(store, key)).map(|row| V::decode(&mut &row[..]).expect("rows are written by put"))
    }

    pub(crate) fn has(&self, store: &impl Storage, key: &K) -> bool {
        store.get(&self.place(store, key)).is_some()
    }

    pub(crate) fn put(&self, store: &mut impl Storage, key: &K, row: &V) {
        let place = self.place(store, key);
        let mut bytes = Vec::new();
        row.encode_to(&mut bytes);
        store.set(&place, &bytes);
    }

    pub(crate) fn remove(&self, store: &mut impl Storage, key: &K) {
        store.clear(&self.place(store, key));
    }

    /// Where the row of `key` lies. Its bytes are the SCALE bytes of a `V`.
    pub fn place(&self, store: &impl Storage, key: &K) -> Key {
        place(self.number, key, store)
    }
}

/// Out of line, so that tables with keys of one type share it: a contract is paid for by the byte.
#[inline(never)]
fn place(number: u8, key: &impl Encode, store: &impl Storage) -> Key {
    let mut bytes = [number].to_vec();
    key.encode_to(&mut bytes);
    fit(bytes, store)
}

#[inline(never)]
fn fit(mut bytes: Vec<u8>, store: &impl Storage) -> Key {
    let mut place = [0; 32];
    if bytes.len() > 32 {
        let hash = store.keccak(&bytes[1..]);
        bytes.truncate(1);
        bytes.extend_from_slice(&hash[..31]);
    }
    place[..bytes.len()].copy_from_slice(&bytes);
    place
}

/// A set that can be read page by page: a row for each position, one for each member, one for the length.
pub(crate) struct Roll<K> {
    members: Table<u32, K>,
    positions: Table<K, u32>,
    length: Table<(), u32>,
}

impl<K: Encode + Decode> Roll<K> {
    /// Takes three table numbers, from `first` on.
    pub(crate) const fn new(first: u8) -> Self {
        Self { members: Table::new(first), positions: Table::new(first + 1), length: Table::new(first + 2) }
    }

    pub(crate) fn len(&self, store: &impl Storage) -> u32 {
        self.length.get(store, &()).unwrap_or(0)
    }

    pub(crate) fn add(&self, store: &mut impl Storage, member: &K) {
        if self.positions.has(store, member) {
            return;
        }
        let end = self.len(store);
        self.members.put(store, &end, member);
        self.positions.put(store, member, &end);
        self.length.put(store, &(), &(end + 1));
    }

    /// Puts the last member in the place of the one that leaves.
    pub(crate) fn remove(&self, store: &mut impl Storage, member: &K) {
        let Some(place) = self.positions.get(store, member) else { return };
        let end = self.len(store) - 1;
        if let Some(last) = self.members.get(store, &end).filter(|_| place != end) {
            self.members.put(store, &place, &last);
            self.positions.put(store, &last, &place);
        }
        self.members.remove(store, &end);
        self.positions.remove(store, member);
        if end == 0 {
            self.length.remove(store, &());
        } else {
            self.length.put(store, &(), &end);
        }
    }

    /// At most [`crate::bounds::PAGE`] members from position `from` on.
    pub(crate) fn page(&self, store: &impl Storage, from: u32) -> Vec<K> {
        let until = from.saturating_add(crate::bounds::PAGE).min(self.len(store));
        let mut page = Vec::new();
        for place in from..until {
            page.extend(self.members.get(store, &place));
        }
        page
    }
}

/// Rows in memory, for tests, tools and models of the chain.
#[cfg(feature = "std")]
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Memory(alloc::collections::BTreeMap<Key, Vec<u8>>);

#[cfg(feature = "std")]
impl Memory {
    /// Every row, for those who look for what should not be there.
    pub fn rows(&self) -> impl Iterator<Item = (&Key, &Vec<u8>)> {
        self.0.iter()
    }
}

#[cfg(feature = "std")]
impl Storage for Memory {
    fn get(&self, key: &Key) -> Option<Vec<u8>> {
        self.0.get(key).cloned()
    }

    fn set(&mut self, key: &Key, row: &[u8]) {
        assert!(row.len() <= 416, "a row of {} bytes does not fit the chain", row.len());
        self.0.insert(*key, row.to_vec());
    }

    fn clear(&mut self, key: &Key) {
        self.0.remove(key);
    }

    fn keccak(&self, bytes: &[u8]) -> [u8; 32] {
        use sha3::Digest;
        sha3::Keccak256::digest(bytes).into()
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;
    use crate::bounds::PAGE;

    const ROLL: Roll<u16> = Roll::new(1);

    fn members(store: &Memory) -> Vec<u16> {
        (0..).map(|page| ROLL.page(store, page * PAGE)).take_while(|page| !page.is_empty()).flatten().collect()
    }

    #[test]
    fn a_roll_is_read_in_pages_that_leave_nobody_out() {
        let mut store = Memory::default();
        (0..125).for_each(|member| ROLL.add(&mut store, &member));
        assert_eq!(ROLL.len(&store), 125);
        assert_eq!(ROLL.page(&store, 0).len(), 50);
        assert_eq!(ROLL.page(&store, 100), (100..125).collect::<Vec<_>>());
        assert_eq!(members(&store), (0..125).collect::<Vec<_>>());
        assert_eq!(ROLL.page(&store, 125), []);
        assert_eq!(ROLL.page(&store, u32::MAX), []);
    }

    #[test]
    fn a_roll_forgets_its_members_one_by_one_and_then_itself() {
        let mut store = Memory::default();
        (0..7).for_each(|member| ROLL.add(&mut store, &member));
        ROLL.add(&mut store, &3);
        assert_eq!(ROLL.len(&store), 7, "nobody is on it twice");
        ROLL.remove(&mut store, &99);
        assert_eq!(ROLL.len(&store), 7, "who is not on it is not taken off");
        // The first, the last, one in the middle, and whoever is left.
        for (gone, left) in [(0, [6, 1, 2, 3, 4, 5].as_slice()), (5, &[6, 1, 2, 3, 4]), (2, &[6, 1, 4, 3])] {
            ROLL.remove(&mut store, &gone);
            assert_eq!(members(&store), left);
        }
        [6, 1, 4, 3].iter().for_each(|member| ROLL.remove(&mut store, member));
        assert_eq!(store, Memory::default(), "no row is left");
    }

    #[test]
    fn a_row_is_the_scale_bytes_of_its_value() {
        let mut store = Memory::default();
        let table: Table<u16, (u8, Vec<u16>)> = Table::new(1);
        let value = (7, [1, 2, 3].to_vec());
        table.put(&mut store, &9, &value);
        let row = store.get(&table.place(&store, &9)).expect("it was put");
        assert_eq!([&[1], &row[..]].concat(), Some(value).encode(), "as contracts answer");
    }

    #[test]
    fn a_key_that_fits_is_its_own_place_and_a_longer_one_is_hashed() {
        let mut store = Memory::default();
        let (short, long): (Table<[u8; 31], u8>, Table<[u8; 41], u8>) = (Table::new(1), Table::new(2));
        short.put(&mut store, &[7; 31], &1);
        long.put(&mut store, &[7; 41], &2);
        let keys: Vec<Key> = store.rows().map(|(key, _)| *key).collect();
        assert_eq!(keys[0], [&[1][..], &[7; 31]].concat()[..]);
        assert_eq!(keys[1], [&[2][..], &store.keccak(&[7; 41])[..31]].concat()[..]);
        assert_eq!((short.get(&store, &[7; 31]), long.get(&store, &[7; 41])), (Some(1), Some(2)));
    }
}
