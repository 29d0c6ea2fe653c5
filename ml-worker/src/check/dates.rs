//! Days: none to come that should be past, none before birth, each after what must come before it.

use super::{Check, Verdict, What, contradiction};
use crate::sense::{Context, Date, DateRole, Field, Sense};

/// What must not come before what.
const ORDER: &[(DateRole, DateRole, &str)] = &[
    (DateRole::Collected, DateRole::Received, "The sample was received before it was taken."),
    (DateRole::Collected, DateRole::Reported, "The result was reported before the sample was taken."),
    (DateRole::Received, DateRole::Reported, "The result was reported before the sample came in."),
    (DateRole::Admitted, DateRole::Discharged, "The discharge lies before the admission."),
    (DateRole::Admitted, DateRole::Procedure, "The procedure lies before the admission."),
    (DateRole::Procedure, DateRole::Discharged, "The discharge lies before the procedure."),
    (DateRole::Issued, DateRole::FollowUp, "The next visit lies before the document."),
    (DateRole::Visit, DateRole::FollowUp, "The next visit lies before this one."),
    (DateRole::Discharged, DateRole::FollowUp, "The next visit lies before the discharge."),
    (DateRole::Issued, DateRole::Until, "It ended before it was written."),
];

/// Nobody lived longer.
const LONGEST_LIFE: i32 = 125;

pub(super) fn check(sense: &Sense, context: &Context) -> Vec<Check> {
    let mut found = Vec::new();
    let mut say = |verdict, says: String, fields: &[&Field<Date>]| {
        let at = fields.iter().map(|field| field.from.clone()).collect();
        found.push(Check::new(What::Dates, verdict, says, at));
    };
    for (role, day) in &sense.dates {
        let ahead = matches!(role, DateRole::FollowUp | DateRole::Until);
        if !ahead && day.value.since(context.today) > 1 {
            say(contradiction([day.sure]), format!("The day {} is still to come.", day.value), &[day]);
        }
        if context.today.years_since(day.value) > 60 {
            say(Verdict::Doubt, format!("The day {} is very long ago.", day.value), &[day]);
        }
        if let Some(born) = sense.born.as_ref().filter(|born| day.value < born.value) {
            say(
                contradiction([day.sure, born.sure]),
                format!("The day {} lies before the birth.", day.value),
                &[day, born],
            );
        }
    }
    if let Some(born) = &sense.born {
        if born.value > context.today {
            say(contradiction([born.sure]), "The birth is still to come.".into(), &[born]);
        } else if context.today.years_since(born.value) > LONGEST_LIFE {
            say(contradiction([born.sure]), "Nobody is that old.".into(), &[born]);
        }
        if let (Some(age), Some(written)) = (&sense.age, sense.written()) {
            let years = written.value.years_since(born.value);
            if (years - i32::from(age.value)).abs() > 1 {
                let says = format!("The age of {} does not fit the birth on {}.", age.value, born.value);
                say(contradiction([age.sure, born.sure, written.sure]), says, &[born, written]);
            }
        }
    }
    for (first, second, says) in ORDER {
        if let (Some(first), Some(second)) = (sense.day(*first), sense.day(*second))
            && second.value < first.value
        {
            say(contradiction([first.sure, second.sure]), (*says).to_owned(), &[first, second]);
        }
    }
    if found.is_empty() {
        let (verdict, says) = match sense.written() {
            Some(_) => (Verdict::Pass, "All days can be, and follow each other."),
            None => (Verdict::Doubt, "The document bears no day that could be read."),
        };
        let at = sense.dates.iter().map(|(_, day)| day.from.clone()).collect();
        found.push(Check::new(What::Dates, verdict, says, at));
    }
    found
}
