//! Work instead of a picture to read: everybody can do it, and a thousand accounts cost a thousand times as much.

use crate::{failure::Failure, oracle::Oracle};
use chartkey_protocol::{Puzzle, PuzzleFor, Solved};
use sha2::{Digest, Sha256};

/// Beyond, the service asks for more than an hour of a small machine's time, which no honest one does.
const HARDEST: u8 = 32;
/// Between two of these pauses a browser's page can move.
const BREATH: u64 = 1 << 16;

/// Asks for work and does it; `told` hears of attempts made and of those it takes on average.
///
/// # Errors
/// When the service asks for too much.
pub(crate) async fn solve(
    oracle: &Oracle,
    purpose: PuzzleFor,
    mut told: impl FnMut(u64, u64),
) -> Result<Solved, Failure> {
    let puzzle = oracle.puzzle(purpose).await?;
    if puzzle.bits > HARDEST {
        return Err(Failure::not("the service asks for too much work"));
    }
    let mut from = 0;
    loop {
        if let Some(answer) = search(&puzzle, from, from + BREATH) {
            return Ok(Solved { seed: puzzle.seed, answer });
        }
        from += BREATH;
        told(from, 1 << puzzle.bits);
        oracle.http().pause(0).await;
    }
}

fn search(puzzle: &Puzzle, from: u64, to: u64) -> Option<u64> {
    let begun = Sha256::new_with_prefix(&puzzle.seed.0);
    (from..to).find(|answer| {
        let hash = begun.clone().chain_update(answer.to_be_bytes()).finalize();
        leading_zeros(&hash) >= u32::from(puzzle.bits)
    })
}

fn leading_zeros(hash: &[u8]) -> u32 {
    let whole = hash.iter().take_while(|byte| **byte == 0).count();
    whole as u32 * 8 + hash.get(whole).map_or(0, |byte| byte.leading_zeros())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_counted_from_the_front_in_bits() {
        assert_eq!(leading_zeros(&[0, 0, 0b0001_0000, 0]), 19);
        assert_eq!(leading_zeros(&[0x80]), 0);
        assert_eq!(leading_zeros(&[0, 0]), 16);
    }

    #[test]
    fn the_first_answer_with_enough_zeros_is_found() {
        let puzzle = Puzzle { purpose: PuzzleFor::Faucet, seed: b"seed".to_vec().into(), bits: 10, until: 0 };
        let answer = search(&puzzle, 0, 1 << 20).expect("one in a thousand fits");
        let zeros = |answer: u64| {
            leading_zeros(&Sha256::new().chain_update(b"seed").chain_update(answer.to_be_bytes()).finalize())
        };
        assert!(zeros(answer) >= 10);
        assert!((0..answer).all(|earlier| zeros(earlier) < 10));
    }
}
