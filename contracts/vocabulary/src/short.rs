//! How short lists are read.

use alloc::vec::Vec;
use codec::{Decode, Encode, EncodeAsRef, Error, Input};

/// A list as its owner's SCALE field is read: encoded as every list is, and of any length a call can carry read, but only
/// the first 64 members kept.
///
/// The law allows sixteen at most, so the rule that is asked next sees a list that is too long and says so. Nobody makes a
/// contract reserve memory by announcing a long list; and the loop is a fifth of what the general one weighs.
pub(crate) struct Short<T>(Vec<T>);

const KEPT: u16 = 64;

impl<T: Decode> Decode for Short<T> {
    fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
        let (kept, rest) = lengths(input)?;
        let mut list = Vec::new();
        for _ in 0..kept {
            list.push(T::decode(input)?);
        }
        for _ in 0..rest {
            T::decode(input)?;
        }
        Ok(Self(list))
    }
}

/// How many members are kept, and how many follow. The lowest two bits say how many bytes a length takes: none set means
/// one, the lowest means two.
#[inline(never)]
fn lengths<I: Input>(input: &mut I) -> Result<(u16, u16), Error> {
    let head = input.read_byte()?;
    let length = match head & 0b11 {
        0b00 => u16::from(head),
        0b01 => u16::from_le_bytes([head, input.read_byte()?]),
        _ => return Err("a list of more than 16,383".into()),
    } >> 2;
    Ok((length.min(KEPT), length.saturating_sub(KEPT)))
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

    fn kept_back(records: u16) -> Exclusions {
        Exclusions { kinds: Kinds(5), records: (0..records).map(|number| RecordId([number as u8; 16])).collect() }
    }

    #[test]
    fn a_short_list_is_written_as_every_list_and_read_back() {
        for length in [0, 1, 8, 63, 64] {
            let list = kept_back(length);
            assert_eq!(list.encode(), (list.kinds, list.records.clone()).encode());
            assert_eq!(Exclusions::decode(&mut &list.encode()[..]), Ok(list));
        }
    }

    #[test]
    fn a_long_list_is_read_to_its_end_and_stays_too_long() {
        for length in [65, 255, 16_383] {
            let bytes = (kept_back(length), 7u32).encode();
            let read = <(Exclusions, u32)>::decode(&mut &bytes[..]);
            assert_eq!(read, Ok((kept_back(64), 7)), "{length}");
        }
    }

    #[test]
    fn a_longer_list_and_the_announcement_of_one_are_refused() {
        assert!(Exclusions::decode(&mut &kept_back(16_384).encode()[..]).is_err());
        for head in [&[0b11, 255, 255, 255, 255][..], &[0b10, 0, 0, 1], &[0b01, 1], &[63 << 2]] {
            assert!(Exclusions::decode(&mut &[&[0, 0], head].concat()[..]).is_err(), "{head:?}");
        }
    }
}
