//! Times as people type them: `30d`, `2h`, `45m`, or unix seconds.

use chartkey_vocabulary::{DAY, HOUR, MINUTE, Time};
use std::str::FromStr;

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span(pub(crate) Time);

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unit = |end: &str, seconds: Time| text.strip_suffix(end).map(|number| (number, seconds));
        let found = unit("d", DAY).or_else(|| unit("h", HOUR)).or_else(|| unit("m", MINUTE)).or_else(|| unit("s", 1));
        let (number, seconds) = found.ok_or("say 30d, 2h, 45m or 90s")?;
        let number: Time = number.parse().map_err(|_| "say 30d, 2h, 45m or 90s")?;
        number.checked_mul(seconds).map(Self).ok_or_else(|| "that is too long".into())
    }
}

/// A moment: unix seconds, or `+` and a span from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// Then.
    At(Time),
    /// So long from now.
    In(Time),
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.strip_prefix('+') {
            Some(span) => span.parse::<Span>().map(|span| Self::In(span.0)),
            None => text.parse().map(Self::At).map_err(|_| "say +2h, or unix seconds".into()),
        }
    }
}

impl Moment {
    /// The time it is, seen from `now`.
    pub(crate) fn from(self, now: Time) -> Time {
        match self {
            Self::At(time) => time,
            Self::In(span) => now.saturating_add(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_and_moments_are_read_and_nonsense_is_not() {
        assert_eq!("30d".parse(), Ok(Span(30 * DAY)));
        assert_eq!("90s".parse(), Ok(Span(90)));
        assert_eq!("+2h".parse::<Moment>().map(|moment| moment.from(10)), Ok(10 + 2 * HOUR));
        assert_eq!("1700000000".parse(), Ok(Moment::At(1_700_000_000)));
        for wrong in ["", "d", "-1d", "3w", "1.5h", "99999999999999999999d", "999999999999999999d"] {
            assert!(wrong.parse::<Span>().is_err(), "{wrong}");
        }
    }
}
