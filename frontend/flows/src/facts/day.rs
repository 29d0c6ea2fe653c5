//! Dates as documents write them.

use chartkey_vocabulary::{DAY, HOUR, MINUTE, Time};

/// Reads `2027-01-31`, `2027-01` or `2027`, with or without a time behind. A day without a time is taken at noon UTC, so
/// that it is the same day nearly everywhere. Days before 1970 have no time in this vocabulary.
pub fn day(text: &str) -> Option<Time> {
    let text = text.trim();
    let (date, clock) = text.split_once(['T', ' ']).map_or((text, None), |(date, clock)| (date, Some(clock)));
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse::<i64>().ok()?;
    let month = parts.next().map_or(Some(1), |month| month.parse().ok().filter(|month| (1..=12).contains(month)))?;
    let of_month = parts.next().map_or(Some(1), |day| day.parse().ok().filter(|day| (1..=31).contains(day)))?;
    if parts.next().is_some() {
        return None;
    }
    let midnight = u64::try_from(days(year, month, of_month)).ok()?.checked_mul(DAY)?;
    match clock {
        None => Some(midnight + 12 * HOUR),
        Some(clock) => within(clock)?.checked_add_unsigned(midnight).and_then(|time| time.try_into().ok()),
    }
}

/// Seconds of a clock such as `20:43:11.7+02:00` since midnight UTC.
fn within(clock: &str) -> Option<i64> {
    let zone_at = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(zone_at);
    let two = |text: &str| text.parse::<u64>().ok().filter(|number| *number < 60);
    let mut parts = clock.split(':');
    let hours = parts.next().and_then(two)?;
    let minutes = parts.next().map_or(Some(0), two)?;
    let seconds = parts.next().and_then(|seconds| two(seconds.split('.').next()?)).unwrap_or(0);
    let here = (hours * HOUR + minutes * MINUTE + seconds) as i64;
    let ahead = match zone.strip_prefix(['+', '-']).and_then(|zone| zone.split_once(':')) {
        Some((hours, minutes)) => (two(hours)? * HOUR + two(minutes)? * MINUTE) as i64,
        None => 0,
    };
    Some(if zone.starts_with('-') { here + ahead } else { here - ahead })
}

/// Days since 1970 of a date of the Gregorian calendar; years begin in March, so that the leap day is the last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_read_as_documents_write_them() {
        assert_eq!(day("1970-01-01"), Some(12 * HOUR));
        assert_eq!(day("2024-02-29T00:00:00Z"), Some(1_709_164_800));
        assert_eq!(day("2012-03-06T20:43:11+00:00"), Some(1_331_066_591));
        assert_eq!(day("2012-03-06T22:43:11.722+02:00"), Some(1_331_066_591));
        assert_eq!(day("2012-03-06T15:43:11-05:00"), Some(1_331_066_591));
        assert_eq!(day("2027"), day("2027-01-01"));
        for no in ["", "today", "1899-01-01", "2027-13-01", "2027-01-32", "2027-01-01-01", "27-01-01"] {
            assert_eq!(day(no), None, "{no}");
        }
    }
}
