//! The eight flows of the design, typed into a shell as `frontend/cli/flows.md` tells it.

use anyhow::{Context, Result, ensure};
use chartkey_tests::{
    clinic::account_named,
    shell::{Shell, text},
    stack::{Oracle, Stack, Wishes},
};
use serde_json::Value;

struct Town {
    shell: Shell,
    oracle: Oracle,
    _stack: Stack,
}

/// Everybody joins: keys, vault, the first KEY from the faucet, one signature.
async fn town() -> Result<Town> {
    let stack = Stack::start().await?;
    let custodians = ["c1", "c2", "c3"].map(account_named).into_iter().collect::<Result<_>>()?;
    let oracle = Oracle::start_with(&stack, Wishes { custodians, ..Wishes::default() }).await?;
    let shell = Shell::at(&oracle)?;
    oracle.command(&["import-licences", &shell.file("licences.csv", LICENCES.as_bytes())?])?;
    for who in ["ada", "ben", "grace"] {
        shell.p(who, &["account", "new"])?;
        shell.p(who, &["account", "join", "patient"])?;
    }
    for (who, role, name) in
        [("lin", "doctor", "Dr. Lin"), ("house", "hospital", "Lindenhof"), ("shop", "pharmacy", "Marktapotheke")]
    {
        shell.p(who, &["account", "new"])?;
        let join =
            ["account", "join", role, "--name", name, "--specialty", "101", "--language", "de", "--place", "u33db"];
        shell.p(who, &join)?;
    }
    shell.p("worker", &["--key", "//Worker", "account", "join", "worker"])?;
    Ok(Town { shell, oracle, _stack: stack })
}

const LICENCES: &str = "number,name,role,phone,specialties,valid_until\n\
    MED-104477,Dr. Lin,doctor,+4915550001,101,2031-12-31\n\
    HOS-2,Lindenhof,hospital,+4915550002,,2031-12-31\n\
    APO-3,Marktapotheke,pharmacy,+4915550003,,2031-12-31\n";

impl Town {
    /// A professional joins: licence, code from the phone on file, two votes.
    fn admit(&self, who: &str, licence: &str, phone: &str) -> Result<()> {
        let shell = &self.shell;
        shell.p(who, &["professional", "licence", licence])?;
        let code = self.code(phone)?;
        shell.p(who, &["professional", "code", licence, &code])?;
        let account = shell.account(who)?;
        for admin in ["//Admin1", "//Admin2"] {
            shell.p(&admin[2..], &["--key", admin, "admin", "approve", &account])?;
        }
        Ok(())
    }

    /// The six digits in the newest message to a phone, as the person would read them.
    fn code(&self, phone: &str) -> Result<String> {
        for _ in 0..100 {
            let folder = self.oracle.data().join("messages");
            for file in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let message = std::fs::read_to_string(file.path())?;
                let digits = message.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 6);
                if let (true, Some(code)) = (message.contains(phone), digits) {
                    return Ok(code.to_owned());
                }
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        anyhow::bail!("no message to {phone}")
    }

    fn admit_all(&self) -> Result<()> {
        self.admit("lin", "MED-104477", "+4915550001")?;
        self.admit("house", "HOS-2", "+4915550002")?;
        self.admit("shop", "APO-3", "+4915550003")
    }
}

/// Flows 1, 4, 5 and 6: a professional joins, is given a key, adds a report, is seen looking, and loses the key; a visit,
/// a prescription and the pharmacy.
#[tokio::test]
async fn a_doctor_joins_reads_writes_and_loses_the_key() -> Result<()> {
    let town = town().await?;
    town.admit_all()?;
    let (shell, ada, lin) = (&town.shell, town.shell.account("ada")?, town.shell.account("lin")?);
    let search = ["professional", "find", "--name", "dr. lin", "--place", "u33"];
    shell.until("ada", &search, |found| found.to_string().contains(&lin))?;

    shell.p("lin", &["key", "request", &ada, "treatment", "--until", "+30d", "--write"])?;
    shell.until("ada", &["key", "requests"], |asked| asked.as_array().is_some_and(|asked| asked.len() == 1))?;
    shell.p("ada", &["key", "answer", &lin, "treatment"])?;
    let file = shell.file("blood.txt", b"Haemoglobin 13.9 g/dl")?;
    let added =
        shell.p("lin", &["record", "add", &file, "--kind", "lab_report", "--for", &ada, "--note", "Looks fine."])?;
    let record = text(&added, "record")?;
    shell.until("ada", &["record", "list"], |rows| rows.as_array().is_some_and(|rows| rows.len() == 1))?;
    shell.p("ada", &["record", "open", &record, "--out", "opened.txt"])?;
    assert_eq!(std::fs::read(shell.folder().join("opened.txt"))?, b"Haemoglobin 13.9 g/dl");
    shell.p("lin", &["record", "open", &record, "--out", "again.txt"])?;
    let told = shell.p("ada", &["notice", "list"])?;
    ensure!(told.to_string().contains("record_added") && told.to_string().contains("key_asked"), "{told}");

    shell.p("ada", &["key", "withdraw", &lin, "treatment"])?;
    let denied = shell.refused("lin", &["record", "open", &record, "--out", "late.txt"])?;
    ensure!(denied.to_string().contains("no_grant"), "{denied}");
    ensure!(!shell.folder().join("late.txt").exists(), "nothing is left of what was refused");
    shell.p("ada", &["record", "open", &record, "--out", "still.txt"])?;
    let log = shell.p("ada", &["log", "verify"])?;
    ensure!(log.to_string().contains(&lin), "the doctor's look is in the log: {log}");

    let visit = shell.p("ada", &["visit", "ask", &lin, "--at", "+2h", "--slots", "2"])?;
    shell.until("lin", &["visit", "accept", &text(&visit, "visit")?], |_| true)?;
    let pills = shell.file("pills.txt", b"Ibuprofen 400 mg, 3 a day")?;
    let written = shell.p("lin", &["prescription", "write", &ada, &pills, "--fills", "2"])?;
    let prescription = text(&written, "prescription")?;
    let shop = shell.account("shop")?;
    shell.p("shop", &["key", "request", &ada, "dispensing"])?;
    shell.until("ada", &["key", "answer", &shop, "dispensing"], |_| true)?;
    shell.until("shop", &["prescription", "open", &prescription], |_| true)?;
    shell.p("shop", &["prescription", "dispense", &prescription])?;
    shell.p("shop", &["prescription", "dispense", &prescription])?;
    let third = shell.refused("shop", &["prescription", "dispense", &prescription])?;
    ensure!(!third["refusal"].is_null(), "never beyond its fills: {third}");
    Ok(())
}

/// Flows 2 and 3: machines read, a doctor signs.
#[tokio::test]
async fn a_machine_reads_and_a_doctor_signs() -> Result<()> {
    let town = town().await?;
    town.admit("lin", "MED-104477", "+4915550001")?;
    let (shell, ada, lin) = (&town.shell, town.shell.account("ada")?, town.shell.account("lin")?);
    let file = shell.file("scan.txt", b"an X-ray, as far as a test is concerned")?;
    let record = text(&shell.p("ada", &["record", "add", &file, "--kind", "x_ray"])?, "record")?;
    shell.p("ada", &["job", "ask", &record, "//Worker"])?;
    // What reads here is `wc`: a real program that gets the record on its input and whose output is the finding.
    let worked = ["--key", "//Worker", "job", "work", "--media-type", "text/plain", "--", "wc", "-c"];
    shell.p("worker", &worked)?;
    let findings =
        shell.until("ada", &["finding", "list"], |rows| rows.as_array().is_some_and(|rows| rows.len() == 1))?;
    let finding = text(&findings[0], "finding")?;
    let shown = shell.until("ada", &["finding", "show", &finding], |_| true)?;
    ensure!(shown.to_string().contains("39"), "wc counted the bytes: {shown}");
    shell.p("lin", &["key", "request", &ada, "treatment", "--until", "+1d"])?;
    shell.until("ada", &["key", "answer", &lin, "treatment"], |_| true)?;
    shell.p("ada", &["record", "tend"])?;
    shell.until("lin", &["finding", "show", &finding], |_| true)?;
    shell.p("lin", &["finding", "sign", &finding, "agree"])?;
    shell.until("ada", &["finding", "list"], |rows| rows.to_string().contains(&lin))?;
    Ok(())
}

/// Flow 7: the glass is broken, two of three custodians answer, the card opens, and everybody is told.
#[tokio::test]
async fn the_card_opens_when_the_glass_is_broken() -> Result<()> {
    let town = town().await?;
    town.admit("house", "HOS-2", "+4915550002")?;
    let (shell, ada) = (&town.shell, town.shell.account("ada")?);
    let mut custodians = Vec::new();
    for name in ["c1", "c2", "c3"] {
        let key = format!("//{name}");
        shell.p(name, &["--key", &key, "account", "join", "patient"])?;
        custodians.push(shell.stay(name, &["--key", &key, "custodian", "run"])?);
    }
    let file = shell.file("card.txt", b"Penicillin allergy. Blood group A negative.")?;
    let card = text(&shell.p("ada", &["record", "add", &file, "--kind", "other"])?, "record")?;
    shell.p("ada", &["emergency", "keep", &card])?;
    shell.p("ada", &["lookup", "register", "AT", "1234010180"])?;
    let refused = shell.refused("house", &["emergency", "open", &ada, "--wait", "1s"])?;
    ensure!(!refused.is_null(), "not before the glass is broken");
    let found = shell.p("house", &["lookup", "find", "AT", "1234010180"])?;
    ensure!(found.to_string().contains(&ada), "{found}");
    shell.p("house", &["emergency", "break", &ada, "unconscious"])?;
    custodians.pop();
    let opened = shell.p("house", &["emergency", "open", &ada])?;
    ensure!(text(&opened, "text")?.contains("Penicillin allergy"), "{opened}");
    let house = shell.account("house")?;
    let told = shell.until("ada", &["notice", "list"], |told| told.to_string().contains("glass_broken"))?;
    ensure!(told.to_string().contains(&house), "{told}");
    // The card is amended while the glass is broken: what opens then is the new version.
    let file = shell.file("card.txt", b"Penicillin and latex allergy. Blood group A negative.")?;
    shell.p("ada", &["record", "amend", &card, &file])?;
    shell.p("ada", &["record", "tend"])?;
    let opened = shell.p("house", &["emergency", "open", &ada])?;
    ensure!(text(&opened, "text")?.contains("latex"), "{opened}");
    shell.p("ada", &["emergency", "mend", "--reader", &house])?;
    shell.refused("house", &["emergency", "open", &ada, "--wait", "1s"])?;
    Ok(())
}

/// Flow 8 and links: another device, the printed code, two guardians; and a link for somebody without an account.
#[tokio::test]
async fn a_new_phone_opens_the_same_vault() -> Result<()> {
    let town = town().await?;
    let shell = &town.shell;
    let file = shell.file("note.txt", b"the same words")?;
    let record = text(&shell.p("ada", &["record", "add", &file, "--kind", "other"])?, "record")?;
    let people = shell.folder().join("people");
    std::fs::create_dir_all(people.join("ada2"))?;
    std::fs::copy(people.join("ada/wallet"), people.join("ada2/wallet"))?;
    shell.p("ada2", &["record", "open", &record, "--out", "second.txt"])?;
    assert_eq!(std::fs::read(shell.folder().join("second.txt"))?, b"the same words");

    let printed = shell.p("ada", &["recover", "print"])?;
    let words = printed.as_object().and_then(|fields| fields.values().find_map(Value::as_str));
    let words = words.context("the printed words")?.to_owned();
    let fresh = ("CHARTKEY_NEW_PASSPHRASE", "nine slow rivers run");
    shell.with("ada2", fresh, &["recover", "with-code", &words])?;
    shell.refused("ada", &["record", "open", &record, "--out", "third.txt"])?;
    shell.with("ada", ("CHARTKEY_PASSPHRASE", fresh.1), &["record", "open", &record, "--out", "third.txt"])?;

    let opened = ["link", "open", &record, "--label", "Note", "--passcode", "4711", "--views", "1", "--until", "+7d"];
    let link = shell.with("ada", ("CHARTKEY_PASSPHRASE", fresh.1), &opened)?;
    let link = text(&link, "text")?;
    ensure!(link.contains("shlink:/"), "{link}");
    let wrong =
        shell.refused("nobody", &["link", "view", &link, "--recipient", "Dr. Elsewhere", "--passcode", "0000"])?;
    ensure!(!wrong.is_null());
    shell.p("nobody", &["link", "view", &link, "--recipient", "Dr. Elsewhere", "--passcode", "4711"])?;
    let again =
        shell.refused("nobody", &["link", "view", &link, "--recipient", "Dr. Elsewhere", "--passcode", "4711"])?;
    ensure!(!again.is_null(), "one view is one view");
    Ok(())
}
