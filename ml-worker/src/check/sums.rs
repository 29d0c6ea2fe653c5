//! Bills: each line is its count times its price, the lines make the sum, and the sums make each other.

use super::{Check, Verdict, What, contradiction};
use crate::sense::{Field, Sense, Source, Sum};

/// Bills are rounded to whole units.
const ROUNDED: f64 = 1.01;

pub(super) fn check(sense: &Sense) -> Vec<Check> {
    let mut found = Vec::new();
    let mut compared = Vec::new();
    let mut compare = |says: &str, left: f64, right: &Field<f64>, with: &[&Field<f64>]| {
        let mut at: Vec<Source> = with.iter().map(|field| field.from.clone()).collect();
        at.push(right.from.clone());
        if (left - right.value).abs() > ROUNDED {
            let sure = with.iter().map(|field| field.sure).chain([right.sure]);
            let says = format!("{says}: {left:.2} and {:.2} stand against each other.", right.value);
            found.push(Check::new(What::Sums, contradiction(sure), says, at));
        } else {
            compared.extend(at);
        }
    };
    for line in &sense.bill.lines {
        if let (Some(count), Some(each)) = (&line.count, &line.each) {
            compare("A line is not its count times its price", count.value * each.value, &line.amount, &[count, each]);
        }
    }
    let (subtotal, tax, discount) = (sense.sum(Sum::Subtotal), sense.sum(Sum::Tax), sense.sum(Sum::Discount));
    let (total, paid, due) = (sense.sum(Sum::Total), sense.sum(Sum::Paid), sense.sum(Sum::Due));
    let amounts: Vec<&Field<f64>> = sense.bill.lines.iter().map(|line| &line.amount).collect();
    let value = |field: Option<&Field<f64>>| field.map_or(0.0, |field| field.value);
    if !amounts.is_empty() {
        let lines: f64 = amounts.iter().map(|amount| amount.value).sum();
        match (subtotal, total) {
            (Some(subtotal), _) => compare("The lines do not make the sum", lines, subtotal, &amounts),
            (None, Some(total)) => {
                let with: Vec<&Field<f64>> = amounts.iter().copied().chain(tax).chain(discount).collect();
                compare("The lines do not make the total", lines + value(tax) - value(discount), total, &with);
            }
            (None, None) => {}
        }
    }
    if let (Some(subtotal), Some(total)) = (subtotal, total) {
        let with: Vec<&Field<f64>> = [Some(subtotal), tax, discount].into_iter().flatten().collect();
        compare(
            "Sum, tax and discount do not make the total",
            subtotal.value + value(tax) - value(discount),
            total,
            &with,
        );
    }
    if let (Some(total), Some(due)) = (total, due) {
        let with: Vec<&Field<f64>> = [Some(total), paid].into_iter().flatten().collect();
        compare("Total less what is paid is not what is due", total.value - value(paid), due, &with);
    }
    if found.is_empty() && !compared.is_empty() {
        found.push(Check::new(What::Sums, Verdict::Pass, "The bill adds up.", compared));
    }
    found
}
