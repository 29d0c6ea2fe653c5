//! How tests say what they expect: a refusal by its name, a denial by its reason, a condition by a deadline.

use anyhow::{Context, Result, bail};
use chartkey_client::SendError;
use chartkey_vocabulary::{CareError, ConsentError, Decision, Denial, RecordsError, Refusal, RegistryError, Time};
use std::{
    fmt::Debug,
    time::{Duration, Instant},
};

/// How often a condition is looked at. Blocks come every two seconds; looking more often would only burn a core that
/// the chain needs.
const GLANCE: Duration = Duration::from_millis(100);

/// A refusal of any of the four contracts.
pub trait Refused {
    /// As one of the four.
    fn refusal(self) -> Refusal;
}

macro_rules! refused {
    ($($error:ident => $contract:ident,)*) => {
        $(impl Refused for $error {
            fn refusal(self) -> Refusal {
                Refusal::$contract(self)
            }
        })*
    };
}

refused! {
    RegistryError => Registry,
    ConsentError => Consent,
    RecordsError => Records,
    CareError => Care,
}

/// The contract refused for exactly this reason.
#[track_caller]
pub fn expect_refused<T: Debug>(outcome: Result<T, SendError>, expected: impl Refused) {
    let expected = expected.refusal();
    match outcome {
        Err(SendError::Refused(refusal)) => assert_eq!(refusal, expected),
        other => panic!("expected to be refused ({}), but: {other:?}", expected.name()),
    }
}

/// The decision was no, for exactly this reason.
#[track_caller]
pub fn expect_denied(decision: Decision, expected: Denial) {
    assert_eq!(decision, Decision::Denied(expected));
}

/// The decision was yes.
#[track_caller]
pub fn expect_allowed(decision: Decision) {
    assert!(decision.is_allowed(), "expected a yes, but: {decision:?}");
}

/// Tries something again until it succeeds, because the oracle learns of a block a moment after it is final; its last
/// error after twenty seconds.
pub async fn eventually<T>(what: &str, attempt: impl AsyncFn() -> Result<T>) -> Result<T> {
    let begun = Instant::now();
    loop {
        match attempt().await {
            Err(error) if begun.elapsed() > Duration::from_secs(20) => {
                return Err(error.context(format!("waited for {what}")));
            }
            Err(_) => tokio::time::sleep(GLANCE).await,
            done => return done,
        }
    }
}

/// Looks at a condition until it gives something, and gives that. An error ends the waiting at once; `what` says what
/// was waited for when the patience is at its end.
pub async fn wait_until<T>(
    what: &str,
    patience: Duration,
    mut condition: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let begun = Instant::now();
    loop {
        if let Some(found) = condition().await.with_context(|| format!("while waiting for {what}"))? {
            return Ok(found);
        }
        if begun.elapsed() > patience {
            bail!("waited {} s in vain for {what}", patience.as_secs());
        }
        tokio::time::sleep(GLANCE).await;
    }
}

/// So many days in the chain's seconds.
pub const fn days(number: Time) -> Time {
    number * chartkey_vocabulary::DAY
}

/// Seconds, where a test wants to see something end.
pub const fn seconds(number: Time) -> Time {
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn waiting_ends_with_what_was_found_with_an_error_or_with_the_deadline() {
        let mut looks = 0;
        let third = wait_until("the third look", Duration::from_secs(5), async || {
            looks += 1;
            Ok((looks == 3).then_some(looks))
        });
        assert_eq!(third.await.expect("comes"), 3);

        let never = wait_until("the end of time", Duration::ZERO, async || Ok(None::<()>)).await;
        assert!(never.expect_err("never comes").to_string().contains("the end of time"));

        let broken =
            wait_until("a dead node", Duration::from_secs(5), async || -> Result<Option<()>> { bail!("it ended") });
        assert!(format!("{:#}", broken.await.expect_err("it ended")).contains("it ended"));
    }

    #[test]
    #[should_panic(expected = "expected to be refused (NoGrant)")]
    fn a_success_is_no_refusal() {
        expect_refused(Ok(()), ConsentError::NoGrant);
    }
}
