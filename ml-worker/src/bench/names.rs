//! People and places that do not exist.

use super::rng::Rng;
use crate::sense::Date;

/// Where a document comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Land {
    /// India.
    India,
    /// Elsewhere.
    Abroad,
}

const GIVEN: [&[&str]; 2] = [
    &[
        "Asha", "Ravi", "Priya", "Suresh", "Lakshmi", "Arjun", "Meena", "Vikram", "Kavita", "Anil", "Sunita", "Rajesh",
        "Deepa", "Imran", "Fatima", "Joseph", "Harpreet", "Gurmeet", "Nandini", "Karthik", "Sneha", "Manoj", "Pooja",
        "Abdul", "Shalini", "Ganesh",
    ],
    &[
        "John", "Mary", "Carlos", "Emma", "Wei", "Olivia", "Ahmed", "Sofia", "Liam", "Chloe", "Noah", "Grace", "Peter",
        "Hannah", "Omar", "Julia", "Samuel", "Nina", "Daniel", "Laura", "Thomas", "Ingrid",
    ],
];
const FAMILY: [&[&str]; 2] = [
    &[
        "Rao",
        "Kumar",
        "Sharma",
        "Patel",
        "Iyer",
        "Singh",
        "Reddy",
        "Nair",
        "Das",
        "Khan",
        "Gupta",
        "Menon",
        "Joshi",
        "Verma",
        "Fernandes",
        "Kaur",
        "Mehta",
        "Pillai",
        "Bose",
        "Chatterjee",
        "Desai",
        "Kulkarni",
        "Naidu",
        "Shetty",
    ],
    &[
        "Miller", "Garcia", "Smith", "Chen", "Johnson", "Novak", "Haddad", "Brown", "Larsen", "Dubois", "Walker",
        "Rossi", "Okafor", "Evans", "Schmidt", "Taylor", "Murphy", "Silva", "Cooper", "Lindberg",
    ],
];
const PLACES: [&[&str]; 2] = [
    &[
        "Sunrise Hospital",
        "City Care Hospital",
        "Lotus Multispeciality Hospital",
        "Shanti Nursing Home",
        "Green Valley Clinic",
        "Sanjeevani Hospital",
        "Navjeevan Medical Centre",
        "Jeevan Jyoti Hospital",
        "Aarogya Polyclinic",
        "Krishna Memorial Hospital",
        "St. Mary's Hospital",
        "Dhanvantari Clinic",
    ],
    &[
        "Riverside General Hospital",
        "Oakwood Family Clinic",
        "Northgate Medical Center",
        "Harbour View Hospital",
        "Maple Street Medical Practice",
        "St. Brendan's Infirmary",
        "Lakeside Health Center",
        "Westfield University Hospital",
        "Al Noor Medical Centre",
        "Hillcrest Surgery",
    ],
];
const LABS: [&[&str]; 2] = [
    &[
        "Medline Diagnostics",
        "Accurate Pathology Laboratory",
        "Suraksha Diagnostic Centre",
        "Vision Pathlabs",
        "Metro Clinical Laboratory",
        "Apex Diagnostics",
        "Prima Labs",
        "Care Path Laboratories",
    ],
    &[
        "Northstar Laboratories",
        "Pacific Clinical Labs",
        "Meridian Diagnostics",
        "Bluewater Pathology",
        "Summit Medical Laboratory",
        "Crescent Diagnostics",
    ],
];
const TOWNS: [&[&str]; 2] = [
    &[
        "M.G. Road, Bengaluru 560001",
        "Anna Nagar, Chennai 600040",
        "Andheri West, Mumbai 400058",
        "Salt Lake, Kolkata 700091",
        "Banjara Hills, Hyderabad 500034",
    ],
    &[
        "120 River Road, Springfield, IL 62701",
        "14 Harbour Street, Sydney NSW 2000",
        "8 Station Road, Leeds LS1 4DY",
        "45 Maple Street, Portland, OR 97201",
    ],
];

fn of(land: Land) -> usize {
    usize::from(land == Land::Abroad)
}

/// A name.
pub(super) fn person(rng: &mut Rng, land: Land) -> String {
    let (given, family) = (rng.of(GIVEN[of(land)]), rng.of(FAMILY[of(land)]));
    match rng.below(8) {
        0 => format!("{given} {} {family}", rng.of(GIVEN[of(land)])),
        1 => format!("{given} {}. {family}", &rng.of(GIVEN[of(land)])[..1]),
        _ => format!("{given} {family}"),
    }
}

/// A hospital.
pub(super) fn hospital(rng: &mut Rng, land: Land) -> String {
    (rng.of(PLACES[of(land)])).to_owned()
}

/// A laboratory.
pub(super) fn lab(rng: &mut Rng, land: Land) -> String {
    (rng.of(LABS[of(land)])).to_owned()
}

/// Where it lies.
pub(super) fn town(rng: &mut Rng, land: Land) -> String {
    (rng.of(TOWNS[of(land)])).to_owned()
}

/// A number to call.
pub(super) fn phone(rng: &mut Rng, land: Land) -> String {
    match land {
        Land::India => format!("+91 {:05} {:05}", 80_000 + rng.below(19_999), rng.below(99_999)),
        Land::Abroad => format!("(555) {:03}-{:04}", 100 + rng.below(899), rng.below(9_999)),
    }
}

/// A day between two years.
pub(super) fn day(rng: &mut Rng, from: i32, to: i32) -> Date {
    let (first, last) = (Date::new(from, 1, 1), Date::new(to, 12, 31));
    let (first, last) = (first.unwrap_or_default().number(), last.unwrap_or_default().number());
    Date::from_number(first + rng.below((last - first + 1) as usize) as i64).unwrap_or_default()
}

/// How a day is printed.
pub(super) fn printed(day: Date, form: usize) -> String {
    let (year, month, of) = day.parts();
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let name = names[usize::from(month) - 1];
    match form {
        0 => format!("{of:02}/{month:02}/{year}"),
        1 => format!("{of:02}-{name}-{year}"),
        2 => format!("{name} {of}, {year}"),
        3 => format!("{year}-{month:02}-{of:02}"),
        4 => format!("{of:02}.{month:02}.{year}"),
        5 => format!("{of:02} {name} {year}"),
        _ => format!("{of:02}-{month:02}-{year}"),
    }
}
