//! Days, and whether the day or the month comes first in them.

use super::super::{
    Date, DateRole, Field, Label, Pair,
    date::{self, Order},
    layout::Laid,
    pairs,
};

/// How a document writes days.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Writing {
    month_first: bool,
    /// Something of the document says so.
    settled: bool,
}

/// A day that may as well be another counts so much of one that cannot.
const EITHER: f32 = 0.4;

impl Writing {
    /// The month comes first where one day can only be read so, and none only the other way. Where no day decides, the
    /// land does: the day comes first wherever one of these signs is printed.
    pub(crate) fn of(laid: &Laid, pairs: &[Pair]) -> Self {
        let read = pairs.iter().filter(|pair| pairs::day_role(pair.label).is_some() || pair.label == Label::Born);
        let orders: Vec<Order> =
            read.filter_map(|pair| date::date(&pair.value.value, false)).map(|found| found.order).collect();
        let (day, month) = (orders.contains(&Order::DayFirst), orders.contains(&Order::MonthFirst));
        // Nobody needs to know where all days are clear.
        let settled = day || month || !orders.contains(&Order::Unclear) || signs(laid);
        Self { month_first: month && !day, settled }
    }

    fn day(self, said: &Field<String>) -> Option<(Field<Date>, date::Found)> {
        let found = date::date(&said.value, self.month_first)?;
        let either = if found.order == Order::Unclear && !self.settled { EITHER } else { 1.0 };
        Some((Field { value: found.date, sure: said.sure * found.fit * either, from: said.from.clone() }, found))
    }
}

/// Degrees, councils, numbers and money of lands where the day comes first: India and its neighbours, Great Britain.
const SIGNS: &[&str] = &[
    "india", "mbbs", "uhid", "gstin", "kmc", "mmc", "dmc", "tmc", "tnmc", "smc", "nmc", "smt", "shri", "kumari", "rs",
    "inr", "lakh", "lakhs", "cumm", "mrcp", "frcp", "frcs", "gmc", "nhs",
];

/// Whether something printed says that the day comes first in this land.
fn signs(laid: &Laid) -> bool {
    let rows = laid.pages.iter().flat_map(|page| &page.rows);
    rows.flat_map(|row| &row.segments).any(|segment| {
        let says = |text: &str| {
            let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
            SIGNS.iter().any(|sign| sign.eq_ignore_ascii_case(bare))
                || text.starts_with("+91")
                || text.contains(|c: char| matches!(c, '₹' | '£' | '\u{900}'..='\u{97f}'))
        };
        // "Salt Lake, Kolkata 700091": six digits behind a town.
        let town = |text: &str| text.chars().count() >= 4 && text.chars().all(|c| c.is_alphabetic() || c == '-');
        let code = |text: &str| text.len() == 6 && text.chars().all(|c| c.is_ascii_digit());
        let address = || {
            segment.tokens.iter().any(|token| token.text.ends_with(','))
                && segment.tokens.windows(2).any(|two| town(&two[0].text) && code(&two[1].text))
        };
        segment.tokens.iter().any(|token| says(&token.text)) || address()
    })
}

/// Days with what happened on them.
pub(crate) fn dates(pairs: &[Pair], writing: Writing) -> Vec<(DateRole, Field<Date>)> {
    let mut dates: Vec<(DateRole, Field<Date>)> = Vec::new();
    for pair in pairs {
        let Some(role) = pairs::day_role(pair.label) else { continue };
        let Some((day, _)) = writing.day(&pair.value) else { continue };
        if dates.iter().all(|(known, field)| *known != role || field.value != day.value) {
            dates.push((role, day));
        }
    }
    dates
}

/// A day of birth. Nobody is born yet to come: of a year without its century that is a century ago.
pub(super) fn born(said: &Field<String>, writing: Writing, today: Date) -> Option<Field<Date>> {
    let (mut day, found) = writing.day(said)?;
    if found.short && day.value > today {
        let (year, month, of) = day.value.parts();
        day.value = Date::new(year - 100, month, of)?;
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bench::sheet::Sheet,
        sense::{Context, Sense, understand},
    };

    fn read(lines: &[&str]) -> Sense {
        let mut sheet = Sheet::new();
        for (row, line) in lines.iter().enumerate() {
            sheet.say(50.0, 60.0 + 30.0 * row as f32, 14.0, line);
        }
        let today = Date::new(2024, 6, 1).expect("a day");
        understand(&sheet.document(), &Context { today, ..Context::default() })
    }

    #[test]
    fn a_day_that_may_be_another_is_doubted_where_nothing_decides() {
        let said = |lines: &[&str]| {
            let sense = read(lines);
            let day = sense.written().expect("a day");
            (day.value.to_string(), day.sure > 0.7)
        };
        let third_of_april = || "2024-04-03".to_owned();
        assert_eq!(said(&["Date: 03/04/2024"]), (third_of_april(), false));
        for sure in [
            &["Dr. S. Iyer, MBBS, MD", "Date: 03/04/2024"][..],
            &["Anna Nagar, Chennai 600040", "Date: 03/04/2024"],
            &["Tel: +91 98765 43210", "Date: 03/04/2024"],
            &["Date: 03/04/2024", "Next visit: 20/04/2024"],
            &["Date: 3 Apr 2024"],
            &["Date: 03.04.2024"],
        ] {
            assert_eq!(said(sure), (third_of_april(), true), "{sure:?}");
        }
        assert_eq!(said(&["Date: 03/04/2024", "Next visit: 03/20/2024"]), ("2024-03-04".into(), true));
    }

    #[test]
    fn one_misread_day_does_not_turn_the_others() {
        let sense = read(&["Collected on: 03/04/2024", "Reported on: 15/04/2024", "Valid until: 01/31/2025"]);
        assert_eq!(sense.day(DateRole::Collected).map(|day| day.value), Date::new(2024, 4, 3));
    }

    #[test]
    fn a_birth_is_never_to_come_and_a_clock_is_no_day() {
        let born = |text: &str| read(&[&format!("DOB: {text}")]).born.map(|day| day.value);
        assert_eq!(born("12/03/45"), Date::new(1945, 3, 12));
        assert_eq!(born("12/03/12"), Date::new(2012, 3, 12));
        assert_eq!(born("12/03/2045"), Date::new(2045, 3, 12));
        let sense = read(&["Collected: 14:20 25/04/2024"]);
        assert_eq!(sense.day(DateRole::Collected).map(|day| day.value), Date::new(2024, 4, 25));
    }
}
