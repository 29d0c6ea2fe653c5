//! The licence register: a CSV file of whoever keeps it, imported whole.
//!
//! The file has a header and is UTF-8 with commas:
//!
//! | column | what | example |
//! |---|---|---|
//! | `number` | the licence's number; letters and digits count, case and separators do not | `DE-MED-104477` |
//! | `name` | as the register writes it | `Dr. Mei Lin` |
//! | `role` | `doctor`, `hospital` or `pharmacy` | `doctor` |
//! | `phone` | where the holder is reached: `+` and digits | `+4915550104477` |
//! | `specialties` | numbers with `;` between, may be empty | `3;17` |
//! | `valid_until` | the last day of the licence | `2031-12-31` |
//!
//! `licences.sample.csv` beside this crate's `Cargo.toml` is a made-up one. An import replaces the register as a whole
//! or, when a line cannot be read, not at all: what is no longer in the file is no longer a licence.

use crate::{db::Db, notices::is_phone};
use chartkey_vocabulary::{DAY, Role, Time};
use std::{collections::HashSet, io::Read};

/// Why a register was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It is not CSV with these columns.
    #[error("the register cannot be read")]
    Csv(#[from] csv::Error),
    /// A value is not what its column says. The value itself is not repeated: it may be a person's.
    #[error("line {line}: `{column}` is not {expected}")]
    Value {
        /// Which line of the file.
        line: u64,
        /// Which column.
        column: &'static str,
        /// What it should be.
        expected: &'static str,
    },
    /// The database failed.
    #[error("the register cannot be written")]
    Database(#[from] sqlx::Error),
}

#[derive(serde::Deserialize)]
struct Line {
    number: String,
    name: String,
    role: String,
    phone: String,
    specialties: String,
    valid_until: String,
}

/// Imports a register; says how many licences it has.
///
/// # Errors
/// See [`ImportError`]. Nothing was changed then.
pub async fn import_csv(db: &Db, register: impl Read) -> Result<u64, ImportError> {
    let mut lines = Vec::new();
    let mut numbers = HashSet::new();
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(register);
    let headers = reader.headers()?.clone();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        let number = record.position().map_or(0, csv::Position::line);
        let checked = check(record.deserialize(Some(&headers))?, number)?;
        if !numbers.insert(checked.number.clone()) {
            return Err(ImportError::Value { line: number, column: "number", expected: "new; it was there before" });
        }
        lines.push(checked);
    }
    let mut tx = db.write().await?;
    sqlx::query("DELETE FROM licences").execute(&mut *tx).await?;
    for line in &lines {
        sqlx::query(
            "INSERT INTO licences (number, name, role, phone, specialties, valid_until) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(&line.number)
        .bind(&line.name)
        .bind(line.role)
        .bind(&line.phone)
        .bind(&line.specialties)
        .bind(line.valid_until as i64)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(lines.len() as u64)
}

struct Checked {
    number: String,
    name: String,
    role: &'static str,
    phone: String,
    specialties: String,
    valid_until: Time,
}

fn check(line: Line, at: u64) -> Result<Checked, ImportError> {
    let wrong = |column, expected| ImportError::Value { line: at, column, expected };
    let roles = [Role::Doctor, Role::Hospital, Role::Pharmacy].map(role_word);
    let specialties = line.specialties.split(';').map(str::trim);
    if !line.specialties.is_empty() && specialties.clone().any(|number| number.parse::<u16>().is_err()) {
        return Err(wrong("specialties", "numbers with `;` between"));
    }
    if line.name.is_empty() || line.name.len() > 200 {
        return Err(wrong("name", "a name of up to 200 bytes"));
    }
    if !is_phone(&line.phone) {
        return Err(wrong("phone", "`+` and 6 to 15 digits"));
    }
    Ok(Checked {
        number: canonical(&line.number).ok_or_else(|| wrong("number", "3 to 32 letters and digits"))?,
        role: roles
            .into_iter()
            .flatten()
            .find(|role| *role == line.role)
            .ok_or_else(|| wrong("role", "doctor, hospital or pharmacy"))?,
        valid_until: day_after(&line.valid_until).ok_or_else(|| wrong("valid_until", "a day such as 2031-12-31"))?,
        specialties: specialties.collect::<Vec<_>>().join(";"),
        name: line.name,
        phone: line.phone,
    })
}

/// A licence's number however it was typed: its letters and digits, in capitals.
pub(super) fn canonical(number: &str) -> Option<String> {
    if number.len() > 64 || !number.chars().all(|c| c.is_ascii_alphanumeric() || " -./_".contains(c)) {
        return None;
    }
    let kept: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    (3..=32).contains(&kept.len()).then(|| kept.to_ascii_uppercase())
}

/// How the register writes a role; none for those without a licence.
pub(super) fn role_word(role: Role) -> Option<&'static str> {
    match role {
        Role::Doctor => Some("doctor"),
        Role::Hospital => Some("hospital"),
        Role::Pharmacy => Some("pharmacy"),
        Role::Patient | Role::Admin | Role::Attester | Role::Worker => None,
    }
}

/// When the day behind `YYYY-MM-DD` begins (UTC), for years from 1970 on.
fn day_after(date: &str) -> Option<Time> {
    let mut parts = date.split('-');
    let mut part = |length: usize| {
        let part =
            parts.next().filter(|part| part.len() == length && part.bytes().all(|digit| digit.is_ascii_digit()))?;
        part.parse::<u64>().ok()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let months = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let sound = parts.next().is_none() && year >= 1970 && (1..=12).contains(&month);
    if !sound || day == 0 || day > months[month as usize - 1] {
        return None;
    }
    let before = year - 1;
    let leaps = |year: u64| year / 4 - year / 100 + year / 400;
    let days =
        (year - 1970) * 365 + leaps(before) - leaps(1969) + months[..month as usize - 1].iter().sum::<u64>() + day;
    Some(days * DAY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Row;

    const HEADER: &str = "number,name,role,phone,specialties,valid_until\n";

    #[test]
    fn days_are_counted_as_calendars_do() {
        assert_eq!(day_after("1970-01-01"), Some(DAY));
        assert_eq!(day_after("1999-12-31"), Some(946_684_800));
        assert_eq!(day_after("2024-02-29"), Some(1_709_251_200));
        assert_eq!(day_after("2100-02-28"), Some(4_107_542_400));
        for wrong in [
            "2023-02-29",
            "2100-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-1-01",
            "24-01-01",
            "2024-01-01-1",
            "1969-12-31",
            "",
        ] {
            assert_eq!(day_after(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        assert_eq!(canonical("de-med 104477"), Some("DEMED104477".into()));
        assert_eq!(canonical("DE.MED/104477"), canonical("demed104477"));
        for wrong in ["", "ab", "a'; DROP TABLE licences", "ärzt123", &"1".repeat(33)] {
            assert_eq!(canonical(wrong), None, "{wrong}");
        }
    }

    #[tokio::test]
    async fn an_import_replaces_the_register_or_changes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}?mode=rwc", folder.path().join("oracle.db").display());
        let db = Db::open(&url).await.expect("a database");
        let sample = include_bytes!("../../licences.sample.csv");
        let count = import_csv(&db, &sample[..]).await.expect("imports");
        assert!(count >= 10);
        let first = format!("{HEADER}AA-100,A House,hospital,+491555010000,,2031-12-31\n");
        assert_eq!(import_csv(&db, first.as_bytes()).await.expect("imports"), 1);
        for (column, line) in [
            ("number", "#!,A,doctor,+491555010000,,2031-12-31"),
            ("number", "BB-100,A,doctor,+491555010000,,2031-12-31\nbb100,B,doctor,+491555010000,,2031-12-31"),
            ("name", "BB-100,,doctor,+491555010000,,2031-12-31"),
            ("role", "BB-100,A,admin,+491555010000,,2031-12-31"),
            ("phone", "BB-100,A,doctor,0155501,,2031-12-31"),
            ("specialties", "BB-100,A,doctor,+491555010000,1;x,2031-12-31"),
            ("valid_until", "BB-100,A,doctor,+491555010000,1,31.12.2031"),
        ] {
            match import_csv(&db, format!("{HEADER}{line}\n").as_bytes()).await {
                Err(ImportError::Value { column: told, .. }) => assert_eq!(told, column),
                other => panic!("{column}: {other:?}"),
            }
        }
        assert!(matches!(import_csv(&db, &b"number,name\nAA-100,A\n"[..]).await, Err(ImportError::Csv(_))));
        let rows = sqlx::query("SELECT number FROM licences").fetch_all(db.pool()).await.expect("rows");
        assert_eq!(rows.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>(), ["AA100"]);
    }
}
