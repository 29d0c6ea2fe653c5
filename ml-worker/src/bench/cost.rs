//! What work cost this process, as the system counts it; what it started counts for itself.

use std::fs;

/// Ticks a second in what the system tells of a process; every Linux on a processor of today has it so.
const TICKS: f64 = 100.0;

/// Seconds of processor time, over all threads: what others do beside it does not count.
#[must_use]
pub fn busy() -> f64 {
    let said = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the program's name, which may hold anything, the state is the first word; user's and system's time follow.
    let words: Vec<&str> = said.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| words.get(at).and_then(|word| word.parse::<f64>().ok()).unwrap_or(f64::NAN);
    (ticks(11) + ticks(12)) / TICKS
}

/// The most memory ever held, in megabytes.
#[must_use]
pub fn peak() -> f64 {
    let said = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = said.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse::<f64>().map_or(f64::NAN, |kib| kib / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_costs_time_and_waiting_none() {
        let begun = busy();
        std::thread::sleep(std::time::Duration::from_millis(50));
        let mut sum = 0_u64;
        while busy() - begun < 0.05 {
            sum = (0..100_000).fold(sum, |sum, at| sum.wrapping_mul(31).wrapping_add(at));
        }
        assert!(busy() - begun >= 0.05 && peak() > 1.0, "{sum}");
    }
}
