//! Bills.

use super::{
    Plan,
    names::{self, Land},
    paper::{self, Look, Paper},
    rng::Rng,
    truth::Truth,
};
use crate::{
    check::What,
    sense::{Date, DocumentKind, Sum},
};

const LOOKS: [Look; 8] = [
    Look { land: Land::India, head: 0, form: 0, words: 0, days: 0, size: 13.0 },
    Look { land: Land::India, head: 1, form: 1, words: 1, days: 1, size: 13.0 },
    Look { land: Land::Abroad, head: 4, form: 3, words: 2, days: 2, size: 13.0 },
    Look { land: Land::India, head: 2, form: 5, words: 0, days: 6, size: 13.0 },
    Look { land: Land::Abroad, head: 1, form: 4, words: 1, days: 3, size: 13.5 },
    Look { land: Land::India, head: 0, form: 2, words: 1, days: 0, size: 13.0 },
    // Held out.
    Look { land: Land::India, head: 3, form: 0, words: 3, days: 5, size: 13.0 },
    Look { land: Land::Abroad, head: 4, form: 1, words: 3, days: 4, size: 13.0 },
];

const ITEMS: &[(&str, f64)] = &[
    ("Consultation", 800.0),
    ("Room Rent", 3500.0),
    ("Nursing Charges", 900.0),
    ("Pharmacy", 2140.5),
    ("Laboratory Charges", 1850.0),
    ("X-Ray Chest PA", 450.0),
    ("ECG", 300.0),
    ("Operation Theatre Charges", 12500.0),
    ("Surgeon Fee", 18000.0),
    ("Ultrasound Abdomen", 1200.0),
    ("Physiotherapy", 600.0),
    ("Dressing", 250.0),
    ("Consumables", 1375.25),
    ("Ambulance", 1500.0),
];

/// Money as it is printed: by threes, or by twos as in India.
fn printed(amount: f64, land: Land) -> String {
    let cents = (amount * 100.0).round() as i64;
    let (whole, part) = ((cents / 100).to_string(), cents % 100);
    let mut groups: Vec<String> = Vec::new();
    let mut rest = whole.as_str();
    let mut wide = 3;
    while rest.len() > wide {
        groups.push(rest[rest.len() - wide..].to_owned());
        rest = &rest[..rest.len() - wide];
        wide = if land == Land::India { 2 } else { 3 };
    }
    groups.push(rest.to_owned());
    groups.reverse();
    format!("{}.{part:02}", groups.join(","))
}

pub(super) fn make(rng: &mut Rng, layout: usize, plan: &Plan) -> (Paper, Truth) {
    let look = LOOKS[layout];
    let mut truth = paper::someone(rng, look, plan.today);
    truth.kind = DocumentKind::Invoice;
    truth.hospital = names::hospital(rng, look.land);
    truth.defects = plan.defects(rng, &[What::Sums, What::Mark, What::Person, What::Hospital, What::Twice]);
    let day = Date::from_number(plan.today.number() - 1 - rng.below(300) as i64).unwrap_or_default();
    truth.dates = vec![(paper::issue_role(look.words), day)];
    let mut page = Paper::new(look);
    let title = [
        "TAX INVOICE",
        "FINAL BILL",
        "INVOICE",
        "HOSPITAL BILL",
        "INVOICE",
        "RECEIPT",
        "BILL OF SUPPLY",
        "STATEMENT OF CHARGES",
    ][layout];
    paper::head(&mut page, rng, look, &truth, title, false);
    page.line(&format!(
        "{}: {}",
        ["Invoice No", "Bill No", "Invoice", "Bill No", "Invoice No", "Receipt No", "Bill No", "Invoice No"][layout],
        1000 + rng.below(8999)
    ));
    paper::form(&mut page, rng, look, &truth, None, false);
    page.down(0.4);
    let count = 3 + rng.below(5);
    let mut lines: Vec<(&str, u32, f64)> = rng
        .some(ITEMS, count)
        .into_iter()
        .map(|(what, each)| (what, 1 + rng.below(4) as u32, (each * (0.8 + 0.4 * rng.part()) * 4.0).round() / 4.0))
        .collect();
    if matches!(layout, 2 | 3) {
        lines.iter_mut().for_each(|line| line.1 = 1);
    }
    let amount = |line: &(&str, u32, f64)| f64::from(line.1) * line.2;
    let subtotal: f64 = lines.iter().map(amount).sum();
    let discount = if rng.chance(0.4) { (subtotal * 0.05 * 100.0).round() / 100.0 } else { 0.0 };
    let tax = if matches!(layout, 0 | 4 | 7) { ((subtotal - discount) * 0.05 * 100.0).round() / 100.0 } else { 0.0 };
    let mut total = subtotal - discount + tax;
    let true_total = total;
    if truth.defects.contains(&What::Sums) {
        total += 100.0 + (rng.below(40) * 50) as f64;
    }
    let paid = if rng.chance(0.6) { (true_total * 0.6).round() } else { 0.0 };
    truth.charges = lines.iter().map(|line| (line.0.to_owned(), amount(line))).collect();
    draw(&mut page, layout, &lines, look.land, &mut truth);
    let names = match layout {
        0 | 3 => ["Sub Total", "GST 5%", "Discount", "Grand Total", "Advance Paid", "Balance Due"],
        1 | 5 => ["Gross Amount", "GST", "Less Discount", "Net Payable", "Amount Paid", "Balance"],
        2 | 4 => ["Subtotal", "Tax", "Discount", "Total", "Paid", "Amount Due"],
        _ => ["Total Charges", "VAT", "Concession", "Net Amount", "Payments", "Outstanding"],
    };
    let mark = match (look.land, layout) {
        (Land::India, 0) => "Rs. ",
        (Land::India, 1) => "₹",
        (Land::India, _) => "",
        (Land::Abroad, 7) => "£",
        (Land::Abroad, _) => "$",
    };
    let mut sums = vec![(Sum::Subtotal, subtotal)];
    if discount > 0.0 {
        sums.push((Sum::Discount, discount));
    }
    if tax > 0.0 {
        sums.push((Sum::Tax, tax));
    }
    sums.push((Sum::Total, total));
    if paid > 0.0 {
        sums.extend([(Sum::Paid, paid), (Sum::Due, total - paid)]);
    }
    for (sum, amount) in &sums {
        let name = names[*sum as usize];
        let text = format!("{mark}{}", printed(*amount, look.land));
        if layout == 4 || layout == 6 {
            page.sheet.say_right(page.right - 6.0, page.y, page.size, &format!("{name}: {text}"));
        } else {
            page.sheet.say_right(page.right - 150.0, page.y, page.size, name);
            page.sheet.say_right(page.right - 6.0, page.y, page.size, &text);
        }
        page.down(1.1);
    }
    truth.sums = sums;
    page.down(0.5);
    page.line(rng.of(&["Thank you.", "All payments are subject to realisation.", "Wishing you a speedy recovery."]));
    if rng.chance(0.2) && !truth.defects.contains(&What::Mark) {
        page.line("This is a computer generated invoice, no signature required.");
    }
    paper::sign(&mut page, rng, &truth, false, true);
    (page, truth)
}

fn draw(page: &mut Paper, layout: usize, lines: &[(&str, u32, f64)], land: Land, truth: &mut Truth) {
    let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let (style, starts, head): (usize, &[f32], Vec<String>) = match layout {
        0 => {
            (0, &[50.0, 110.0, -480.0, -610.0, -744.0], owned(&["S.No", "Particulars", "Qty", "Rate", "Amount (Rs.)"]))
        }
        1 => (1, &[50.0, -460.0, -590.0, -744.0], owned(&["Description", "Qty", "Unit Price", "Total"])),
        2 => (1, &[50.0, 150.0, -744.0], owned(&["CPT", "Description", "Charges"])),
        3 => (0, &[50.0, -744.0], owned(&["Particulars", "Amount"])),
        4 => (2, &[50.0, -450.0, -600.0, -744.0], owned(&["Service", "Quantity", "Rate", "Amount"])),
        5 => (2, &[50.0, 110.0, -480.0, -610.0, -744.0], owned(&["Sl No", "Item", "Qty", "Rate", "Net Amount"])),
        6 => (0, &[50.0, -430.0, -590.0, -744.0], owned(&["Service Description", "Nos", "Rate (Rs)", "Net Amt"])),
        _ => (1, &[50.0, 380.0, -610.0, -744.0], owned(&["Treatment", "Quantity", "Fee", "Charge"])),
    };
    let mut rows = vec![head];
    for (place, (what, count, each)) in lines.iter().enumerate() {
        let (number, count_text, each_text) = ((place + 1).to_string(), count.to_string(), printed(*each, land));
        let amount = printed(f64::from(*count) * each, land);
        rows.push(match layout {
            0 | 5 => owned(&[&number, what, &count_text, &each_text, &amount]),
            1 | 4 | 6 | 7 => owned(&[what, &count_text, &each_text, &amount]),
            2 => owned(&[&(99_000 + place * 7).to_string(), what, &amount]),
            _ => owned(&[what, &amount]),
        });
    }
    paper::table(page, style, starts, &rows, &[]);
    truth.table = rows;
}
