//! What a node says of the blocks it made: how long each took, how many transactions it holds, and why it ended.

use std::collections::BTreeMap;

/// One block, as its author saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The block's height.
    pub height: u64,
    /// How long its making took.
    pub milliseconds: u64,
    /// How many transactions it holds, the chain's own included.
    pub transactions: u64,
    /// What kept it from holding more.
    pub end: String,
}

/// Every block the log tells of.
pub fn made(log: &str) -> Vec<Made> {
    log.lines().filter_map(read).collect()
}

fn read(line: &str) -> Option<Made> {
    // Prepared block for proposing at 23 (1 ms) hash: …; parent_hash: …; end: NoMoreTransactions; extrinsics_count: 1
    let rest = line.split_once("Prepared block for proposing at ")?.1;
    let (height, rest) = rest.split_once(" (")?;
    let (milliseconds, rest) = rest.split_once(" ms)")?;
    let (end, rest) = rest.split_once("end: ")?.1.split_once(';')?;
    let count = rest.split_once("extrinsics_count: ")?.1;
    let count: String = count.chars().take_while(char::is_ascii_digit).collect();
    Some(Made {
        height: height.parse().ok()?,
        milliseconds: milliseconds.parse().ok()?,
        transactions: count.parse().ok()?,
        end: end.to_owned(),
    })
}

/// How often blocks ended for each reason, the most frequent first.
pub fn ends(blocks: &[Made]) -> String {
    let mut counts = BTreeMap::<&str, u32>::new();
    blocks.iter().for_each(|block| *counts.entry(&block.end).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.iter().map(|(end, count)| format!("{count} {end}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "2026-01-01 07:41:31 🎁 Prepared block for proposing at 23 (41 ms) hash: 0xad22; parent_hash: \
                        0x2180…6df7; end: HitDeadline; extrinsics_count: 612    ";

    #[test]
    fn a_block_is_read_from_the_authors_line() {
        let blocks = made(&format!("something else\n{LINE}\n{LINE}\n"));
        let block = Made { height: 23, milliseconds: 41, transactions: 612, end: "HitDeadline".into() };
        assert_eq!(blocks, [block.clone(), block]);
        assert_eq!(ends(&blocks), "2 HitDeadline");
    }
}
