//! A secret in three shares, of which two give it back and one tells nothing (Shamir, over GF(256)).
//!
//! Written out, since two of three is a straight line: no tables and no branches on secrets, whose timing a browser's
//! other tabs could watch. The field is that of the crate `blahaj`, against which the tests hold it.

use crate::random;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// One of three shares. Zeroed on drop, without `Debug` and `Serialize`.
#[derive(Clone)]
pub struct Share {
    number: u8,
    bytes: Zeroizing<[u8; 32]>,
}

/// Two shares with one number are one share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the same share twice; another one is needed")]
pub struct SameShare;

impl Share {
    pub(crate) fn of(number: u8, bytes: Zeroizing<[u8; 32]>) -> Option<Self> {
        (1..=3).contains(&number).then_some(Self { number, bytes })
    }

    /// Which of the three it is: 1, 2 or 3.
    pub fn number(&self) -> u8 {
        self.number
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }
}

/// Splits a secret.
pub(crate) fn split(rng: &mut impl CryptoRng, secret: &[u8; 32]) -> [Share; 3] {
    let slope = random::secret::<32>(rng);
    [1, 2, 3].map(|number| {
        let mut bytes = Zeroizing::new([0; 32]);
        for ((byte, secret), slope) in bytes.iter_mut().zip(secret).zip(slope.iter()) {
            *byte = secret ^ times(*slope, number);
        }
        Share { number, bytes }
    })
}

/// The secret two shares belong to. Two shares of different secrets give nonsense, which the caller's cipher refuses.
pub(crate) fn join(one: &Share, other: &Share) -> Result<Zeroizing<[u8; 32]>, SameShare> {
    if one.number == other.number {
        return Err(SameShare);
    }
    // The line through both points, at zero: (y1 x2 + y2 x1) / (x1 + x2).
    let over = inverse(one.number ^ other.number);
    let (of_one, of_other) = (times(other.number, over), times(one.number, over));
    let mut secret = Zeroizing::new([0; 32]);
    for ((byte, one), other) in secret.iter_mut().zip(one.bytes.iter()).zip(other.bytes.iter()) {
        *byte = times(*one, of_one) ^ times(*other, of_other);
    }
    Ok(secret)
}

/// Product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1, the same steps whatever the factors are.
fn times(mut left: u8, right: u8) -> u8 {
    let mut product = 0;
    for bit in 0..8 {
        product ^= left & mask(right >> bit & 1);
        left = (left << 1) ^ (0x1d & mask(left >> 7));
    }
    product
}

/// All ones for 1, none for 0.
fn mask(bit: u8) -> u8 {
    0u8.wrapping_sub(bit)
}

/// The number whose product with `x` is 1: `x` to the 254th. Only ever asked of public numbers.
fn inverse(x: u8) -> u8 {
    (0..254).fold(1, |power, _| times(power, x))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Fixed(u64);

    impl rand_core::TryRng for Fixed {
        type Error = core::convert::Infallible;

        fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
            self.try_next_u64().map(|word| (word >> 32) as u32)
        }

        fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
            self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            Ok(self.0)
        }

        fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Self::Error> {
            to.iter_mut().try_for_each(|byte| self.try_next_u64().map(|word| *byte = (word >> 56) as u8))
        }
    }

    impl rand_core::TryCryptoRng for Fixed {}

    proptest! {
        #[test]
        fn any_two_give_the_secret_back(secret: [u8; 32], seed: u64) {
            let shares = split(&mut Fixed(seed), &secret);
            for (one, other) in [(0, 1), (0, 2), (1, 2), (1, 0), (2, 0), (2, 1)] {
                prop_assert_eq!(*join(&shares[one], &shares[other]).expect("two shares"), secret);
            }
            prop_assert!(join(&shares[1], &shares[1]).is_err());
        }

        #[test]
        fn another_implementation_reads_our_shares_and_we_read_its(secret: [u8; 32], seed: u64) {
            let ours = split(&mut Fixed(seed), &secret);
            let as_theirs = |share: &Share| {
                let bytes: Vec<u8> = [&[share.number][..], share.bytes.as_ref()].concat();
                blahaj::Share::try_from(bytes.as_slice()).expect("a share")
            };
            let theirs = [as_theirs(&ours[2]), as_theirs(&ours[0])];
            prop_assert_eq!(blahaj::Sharks(2).recover(&theirs).expect("two shares"), secret);

            let dealt: Vec<Vec<u8>> =
                blahaj::Sharks(2).dealer_rng(&secret, &mut Fixed(seed)).take(3).map(|share| Vec::from(&share)).collect();
            let as_ours = |bytes: &[u8]| {
                let share = Zeroizing::new(bytes[1..].try_into().expect("32 bytes"));
                Share::of(bytes[0], share).expect("a share")
            };
            prop_assert_eq!(*join(&as_ours(&dealt[1]), &as_ours(&dealt[2])).expect("two shares"), secret);
        }
    }

    #[test]
    fn every_number_but_zero_has_an_inverse() {
        assert!((1..=255).all(|x| times(x, inverse(x)) == 1));
    }
}
