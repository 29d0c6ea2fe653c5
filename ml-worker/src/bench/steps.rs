//! What a measure of sureness turned out to be worth, for the curves that say so.

/// Steps from a measure to the share that is right, never falling: neighbours that would fall are put together, and each
/// step is made of at least thirty samples.
pub fn steps(mut samples: Vec<(f32, bool)>) -> Vec<(f32, f32, usize)> {
    samples.sort_by(|a, b| a.0.total_cmp(&b.0));
    let size = (samples.len() / 12).max(30);
    let mut steps: Vec<(f64, f64, usize)> = Vec::new();
    for chunk in samples.chunks(size) {
        let right = chunk.iter().filter(|(_, right)| *right).count() as f64;
        steps.push((chunk.iter().map(|(measure, _)| f64::from(*measure)).sum(), right, chunk.len()));
        while let [.., a, b] = steps[..]
            && (a.1 / a.2 as f64 >= b.1 / b.2 as f64 || b.2 < 30)
        {
            steps.truncate(steps.len() - 2);
            steps.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    let step = |(measure, right, count): (f64, f64, usize)| {
        ((measure / count as f64) as f32, (right / count as f64) as f32, count)
    };
    steps.into_iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_rise_with_what_is_right() {
        // Below one half every other sample is right, from there on all are.
        let samples = (0..600).map(|at| (at as f32 / 600.0, at >= 300 || at % 2 == 0)).collect();
        let steps = steps(samples);
        assert!(steps.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1), "{steps:?}");
        assert!((steps[0].1 - 0.5).abs() < 0.05 && steps[steps.len() - 1].1 == 1.0, "{steps:?}");
        assert_eq!(steps.iter().map(|step| step.2).sum::<usize>(), 600);
    }
}
