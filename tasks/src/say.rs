//! Progress in words: what is being done, what is waited for, how long it took, and what to do when it fails.

use anyhow::{Result, bail};
use std::{
    fmt,
    thread::sleep,
    time::{Duration, Instant},
};

/// Does `work` as one visible step; when it fails, `next` is what the reader is told to do.
pub(crate) fn step<T>(what: &str, next: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let begun = Instant::now();
    eprintln!("▸ {what}");
    match work() {
        Ok(done) => {
            eprintln!("✓ {what} ({})", Took(begun.elapsed()));
            Ok(done)
        }
        Err(error) => {
            eprintln!("✗ {what} ({})", Took(begun.elapsed()));
            // An inner step knows better than an outer one what helps.
            if error.downcast_ref::<Next>().is_some() { Err(error) } else { Err(error.context(Next(next.into()))) }
        }
    }
}

/// A remark under the current step.
pub(crate) fn note(what: impl fmt::Display) {
    eprintln!("  {what}");
}

/// Asks `ready` four times a second until it answers, and says every ten seconds that it still waits.
pub(crate) fn wait_until<T>(what: &str, limit: Duration, mut ready: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let begun = Instant::now();
    let mut told = Duration::ZERO;
    loop {
        if let Some(answer) = ready()? {
            return Ok(answer);
        }
        let waited = begun.elapsed();
        if waited > limit {
            bail!("waited {} for {what}, in vain", Took(limit));
        }
        if waited - told >= Duration::from_secs(10) {
            note(format_args!("waiting for {what} ({} of at most {})", Took(waited), Took(limit)));
            told = waited;
        }
        sleep(Duration::from_millis(250));
    }
}

/// The last words of a verb that failed: the causes, outermost first, and what to do.
pub(crate) fn stopped(error: &anyhow::Error) {
    let next = error.downcast_ref::<Next>();
    let hint = next.map(ToString::to_string);
    let causes = error.chain().map(ToString::to_string).filter(|cause| Some(cause) != hint.as_ref());
    eprintln!("\nstopped: {}", causes.collect::<Vec<_>>().join(": "));
    if let Some(next) = next {
        eprintln!("next: {next}");
    }
}

/// What the reader can do about a failure; travels as the error's context.
#[derive(Debug)]
struct Next(String);

impl fmt::Display for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A duration as people say it.
pub(crate) struct Took(pub(crate) Duration);

impl fmt::Display for Took {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        match seconds {
            0..10 => write!(f, "{:.1} s", self.0.as_secs_f64()),
            10..120 => write!(f, "{seconds} s"),
            _ => write!(f, "{} min {:02} s", seconds / 60, seconds % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_hint_wins() {
        let failed = step("outer", "outer hint", || step("inner", "inner hint", || -> Result<()> { bail!("cause") }));
        let error = failed.expect_err("both steps fail");
        assert_eq!(error.downcast_ref::<Next>().map(ToString::to_string).as_deref(), Some("inner hint"));
    }

    #[test]
    fn waiting_ends_at_its_limit_and_names_what_was_awaited() {
        let error = wait_until("a bus", Duration::ZERO, || Ok(None::<()>)).expect_err("it never comes");
        assert!(error.to_string().contains("a bus"));
    }
}
