//! How short lists are read.

use alloc::vec::Vec;
use codec::{Decode, Encode, EncodeAsRef, Error, Input};

/// A list as its owner's SCALE field is read: encoded as every list is, decoded only up to 63 members.
///
/// The law allows sixteen at most. A length that takes more than a byte is refused before anything is read, so nobody
/// makes a contract reserve memory by announcing a long list; and the loop is a fifth of what the general one weighs.
pub(crate) struct Short<T>(Vec<T>);

impl<T: Decode> Decode for Short<T> {
    fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
        // The lowest two bits say how many bytes a length takes; none set means this one.
        let head = input.read_byte()?;
        if head & 0b11 != 0 {
            return Err("a list of more than 63".into());
        }
        let mut list = Vec::new();
        for _ in 0..head >> 2 {
            list.push(T::decode(input)?);
        }
        Ok(Self(list))
    }
}

impl<T> From<Short<T>> for Vec<T> {
    fn from(short: Short<T>) -> Self {
        short.0
    }
}

impl<'a, T: Encode + 'a> EncodeAsRef<'a, Vec<T>> for Short<T> {
    type RefType = &'a Vec<T>;
}

#[cfg(test)]
mod tests {
    use crate::{Exclusions, Kinds, RecordId};
    use codec::{Decode, Encode};

    fn kept_back(records: u8) -> Exclusions {
        Exclusions { kinds: Kinds(5), records: (0..records).map(|number| RecordId([number; 16])).collect() }
    }

    #[test]
    fn a_short_list_is_written_as_every_list_and_read_back() {
        for length in [0, 1, 8, 63] {
            let list = kept_back(length);
            assert_eq!(list.encode(), (list.kinds, list.records.clone()).encode());
            assert_eq!(Exclusions::decode(&mut &list.encode()[..]), Ok(list));
        }
    }

    #[test]
    fn a_long_list_and_the_announcement_of_one_are_refused() {
        assert!(Exclusions::decode(&mut &kept_back(64).encode()[..]).is_err());
        for head in [&[0b11, 255, 255, 255, 255][..], &[0b10, 0, 0, 1], &[0b01, 0], &[63 << 2]] {
            assert!(Exclusions::decode(&mut &[&[0, 0], head].concat()[..]).is_err(), "{head:?}");
        }
    }
}
