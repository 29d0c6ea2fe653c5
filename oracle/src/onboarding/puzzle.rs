//! Work before a gift or a message: nothing to read or hear, so that nobody is shut out by it.
//!
//! A puzzle is not written down when it is made, only when it was solved: asking for many costs the asker, not us.
//! Its seed is `purpose || bits || until || 16 random bytes || MAC`, so it cannot be made up, made easier or kept.

use super::secrets::Secrets;
use crate::{app::App, db::hex, problem::Failed};
use chartkey_protocol::{Puzzle, PuzzleFor, Solved, Why};
use chartkey_vocabulary::{MINUTE, Time};
use rand::{RngCore, rngs::OsRng};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Enough for a slow telephone.
const LIVES: Time = 10 * MINUTE;
/// Bytes of a seed before its MAC.
const HEAD: usize = 26;

/// Why work is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadWork {
    /// Not ours, or for something else.
    #[error("This puzzle was not given out for this.")]
    Foreign,
    /// Too late.
    #[error("The puzzle has lapsed. Ask for a new one.")]
    Lapsed,
    /// The answer does not fit.
    #[error("The puzzle's answer is wrong.")]
    Unsolved,
    /// It was handed in before.
    #[error("The puzzle was used before. Ask for a new one.")]
    Spent,
}

impl From<BadWork> for Failed {
    fn from(error: BadWork) -> Self {
        let why = match error {
            BadWork::Foreign | BadWork::Unsolved => Why::Refused,
            BadWork::Lapsed | BadWork::Spent => Why::Lapsed,
        };
        Self::new(why, error.to_string())
    }
}

/// A new puzzle.
pub(super) fn make(secrets: &Secrets, purpose: PuzzleFor, bits: u8, now: Time) -> Puzzle {
    let until = now + LIVES;
    let mut seed = vec![number(purpose), bits];
    seed.extend(until.to_be_bytes());
    let mut random = [0; 16];
    OsRng.fill_bytes(&mut random);
    seed.extend(random);
    seed.extend(secrets.mac("puzzle", &[&seed]));
    Puzzle { purpose, seed: seed.into(), bits, until }
}

/// Whether the work was done; says until when the puzzle is good.
fn check(secrets: &Secrets, purpose: PuzzleFor, solved: &Solved, now: Time) -> Result<Time, BadWork> {
    let (head, mac) = solved.seed.0.split_at_checked(HEAD).ok_or(BadWork::Foreign)?;
    let ours = bool::from(secrets.mac("puzzle", &[head]).ct_eq(mac));
    if !ours || head[0] != number(purpose) {
        return Err(BadWork::Foreign);
    }
    let until = Time::from_be_bytes(head[2..10].try_into().expect("eight bytes"));
    if until <= now {
        return Err(BadWork::Lapsed);
    }
    let digest = Sha256::new().chain_update(&solved.seed.0).chain_update(solved.answer.to_be_bytes()).finalize();
    if zeros(&digest) < u32::from(head[1]) { Err(BadWork::Unsolved) } else { Ok(until) }
}

/// Takes the work, once.
pub(super) async fn spend(app: &App, secrets: &Secrets, purpose: PuzzleFor, solved: &Solved) -> Result<(), Failed> {
    let until = check(secrets, purpose, solved, app.now())?;
    let spent = sqlx::query("INSERT INTO puzzles_spent (seed, until) VALUES ($1, $2) ON CONFLICT (seed) DO NOTHING")
        .bind(hex(&solved.seed.0))
        .bind(until as i64)
        .execute(app.db.pool())
        .await?;
    if spent.rows_affected() == 0 { Err(BadWork::Spent.into()) } else { Ok(()) }
}

fn number(purpose: PuzzleFor) -> u8 {
    match purpose {
        PuzzleFor::Faucet => 1,
        PuzzleFor::Licence => 2,
    }
}

/// Zero bits in front.
fn zeros(digest: &[u8]) -> u32 {
    let whole = digest.iter().take_while(|byte| **byte == 0).count();
    8 * whole as u32 + digest.get(whole).map_or(0, |byte| byte.leading_zeros())
}

/// Does the work, as a client does.
#[cfg(test)]
pub(super) fn solve(puzzle: &Puzzle) -> Solved {
    let seed = puzzle.seed.clone();
    let begun = Sha256::new().chain_update(&seed.0);
    let fits =
        |answer: &u64| zeros(&begun.clone().chain_update(answer.to_be_bytes()).finalize()) >= u32::from(puzzle.bits);
    let answer = (0..u64::MAX).find(fits).expect("an answer");
    Solved { seed, answer }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = 1_000_000;

    fn secrets(byte: u8) -> Secrets {
        Secrets::test([byte; 32])
    }

    #[test]
    fn solved_work_is_taken_for_its_purpose_in_its_time() {
        let ours = secrets(1);
        let puzzle = make(&ours, PuzzleFor::Faucet, 8, NOW);
        let solved = solve(&puzzle);
        assert_eq!(check(&ours, PuzzleFor::Faucet, &solved, NOW), Ok(NOW + LIVES));
        assert_eq!(check(&ours, PuzzleFor::Licence, &solved, NOW), Err(BadWork::Foreign));
        assert_eq!(check(&secrets(2), PuzzleFor::Faucet, &solved, NOW), Err(BadWork::Foreign));
        assert_eq!(check(&ours, PuzzleFor::Faucet, &solved, NOW + LIVES), Err(BadWork::Lapsed));
    }

    #[test]
    fn a_wrong_answer_and_a_seed_made_easier_are_refused() {
        let ours = secrets(1);
        let puzzle = make(&ours, PuzzleFor::Faucet, 8, NOW);
        let solved = solve(&puzzle);
        let fits = |answer| {
            let guess = Solved { seed: puzzle.seed.clone(), answer };
            check(&ours, PuzzleFor::Faucet, &guess, NOW)
        };
        let taken = (0..512).filter(|answer| fits(*answer).is_ok()).count();
        assert!(taken < 16, "one answer in 256 fits, and not {taken} in 512");
        for place in 0..puzzle.seed.0.len() {
            let mut seed = solved.seed.clone();
            seed.0[place] ^= 1;
            let easier = Solved { seed, ..solved };
            assert_eq!(check(&ours, PuzzleFor::Faucet, &easier, NOW), Err(BadWork::Foreign), "byte {place}");
        }
        let short = Solved { seed: vec![1; 9].into(), answer: 0 };
        assert_eq!(check(&ours, PuzzleFor::Faucet, &short, NOW), Err(BadWork::Foreign));
    }

    #[test]
    fn zero_bits_are_counted_across_bytes() {
        assert_eq!(zeros(&[0, 0, 0b0001_0000]), 19);
        assert_eq!(zeros(&[0b1000_0000]), 0);
        assert_eq!(zeros(&[0; 4]), 32);
    }
}
