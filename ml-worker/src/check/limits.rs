//! Values: inside what can be, and flagged as their range says.

use super::{Check, Verdict, What, contradiction};
use crate::sense::{Flag, Measured, Sense};

pub(super) fn limits(sense: &Sense) -> Vec<Check> {
    let numbers = || sense.results.iter().filter(|result| result.number().is_some() && result.analyte.is_some());
    let mut found: Vec<Check> = numbers().filter_map(beyond).collect();
    if found.is_empty() && numbers().next().is_some() {
        let at = numbers().map(|result| result.value.from.clone()).collect();
        found.push(Check::new(What::Limits, Verdict::Pass, "All values are such as can be.", at));
    }
    found
}

/// A value that cannot be: in its unit, or, where none is printed, in any unit it is measured in.
fn beyond(result: &Measured) -> Option<Check> {
    let (analyte, number) = (result.analyte?, result.number()?);
    let (least, most) = analyte.limits?;
    let within = |ucum: &str| analyte.usual(number, ucum).map(|usual| (least..=most).contains(&usual));
    let at = vec![result.value.from.clone()];
    match &result.ucum {
        Some(ucum) => match within(ucum) {
            Some(true) => None,
            Some(false) => {
                let says = format!("{} of {} {} cannot be.", result.called(), result.shown(), ucum);
                Some(Check::new(What::Limits, contradiction([result.value.sure]), says, at))
            }
            None => {
                let says = format!("{} is not measured in {}.", result.called(), ucum);
                Some(Check::new(What::Limits, Verdict::Doubt, says, at))
            }
        },
        None => {
            let any = analyte.units.iter().any(|unit| within(unit.ucum) == Some(true));
            let says = || format!("{} of {} cannot be in any unit it is measured in.", result.called(), result.shown());
            (!any).then(|| Check::new(What::Limits, contradiction([result.value.sure]), says(), at))
        }
    }
}

pub(super) fn flags(sense: &Sense) -> Vec<Check> {
    let ranged = || sense.results.iter().filter(|result| result.lies().is_some());
    let flagging = ranged().any(|result| result.flag.is_some());
    let mut found: Vec<Check> = ranged().filter_map(|result| flag(result, flagging)).collect();
    if found.is_empty() && flagging {
        let at = ranged().filter_map(|result| result.flag.as_ref().map(|flag| flag.from.clone())).collect();
        found.push(Check::new(What::Flags, Verdict::Pass, "What is flagged is out of range, and nothing else is.", at));
    }
    found
}

fn flag(result: &Measured, flagging: bool) -> Option<Check> {
    let (lies, range) = (result.lies()?, result.range.as_ref()?);
    let at = |more: Option<&crate::sense::Source>| {
        [Some(&result.value.from), Some(&range.from), more].into_iter().flatten().cloned().collect::<Vec<_>>()
    };
    match &result.flag {
        Some(flag) => {
            let fits = match flag.value {
                Flag::Abnormal => lies != Flag::Normal,
                said => said == lies,
            };
            let says = || format!("{} is flagged otherwise than its range says.", result.called());
            let sure = [flag.sure, result.value.sure, range.sure];
            (!fits).then(|| Check::new(What::Flags, contradiction(sure), says(), at(Some(&flag.from))))
        }
        // Laboratories that flag anything flag everything.
        None if flagging && lies != Flag::Normal => {
            let says = format!("{} is out of its range and bears no flag, as others do.", result.called());
            Some(Check::new(What::Flags, Verdict::Doubt, says, at(None)))
        }
        None => None,
    }
}
