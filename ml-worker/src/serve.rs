//! Reads for a program that holds the keys: file after file comes on standard input, findings go to standard output, and
//! the networks are opened once.
//!
//! Whoever asks writes a line, `{"bytes":48213,"day":20779}`, and then the file itself. The answer is any number of
//! lines `{"progress":{"stage":"reading","percent":40}}`, and at the end either `{"finding":{"media_type":"application/fhir+json","model":"9f…","bytes":5120}}`
//! followed by the finding, or `{"failed":{"reason":"…"}}`. A file that cannot be let in gets a finding that says so.

use std::io::{self, BufRead, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

use serde::{Deserialize, Serialize};

use crate::{admit::MOST_BYTES, sense::Date};

/// No line that announces a file is longer.
const LONGEST_LINE: u64 = 4096;

/// No finding is longer, in bytes: whoever asked would not hear it out.
pub const LONGEST_FINDING: usize = 32 << 20;

/// What is answered where the program fell over a file. What happened may hold what stands in it.
const FELL: &str = "the program failed while it read this file";

/// A finding is one FHIR resource.
const MEDIA_TYPE: &str = "application/fhir+json";

/// A file that comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// So many bytes follow.
    pub bytes: u64,
    /// The day as of which it is read, counted from 1970, so that everybody who reads it says the same; today where it is
    /// left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<i32>,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is still at it.
    Progress {
        /// At what, in a word.
        stage: String,
        /// And how far, of a hundred.
        percent: u8,
    },
    /// It is done: so many bytes follow.
    Finding {
        /// What kind of bytes.
        media_type: String,
        /// SHA-256 of the networks that were asked, in hexadecimal digits.
        model: String,
        /// How many.
        bytes: u64,
    },
    /// It is not to be had; whoever asked may ask again.
    Failed {
        /// Why, in a sentence that holds nothing of the file.
        reason: String,
    },
}

/// A finding as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// As the app reads it.
    pub bytes: Vec<u8>,
    /// SHA-256 of the networks that were asked.
    pub model: [u8; 32],
}

/// What a reader says on its way: at what it is, and how far, of a hundred.
pub type Progress<'a> = dyn FnMut(&str, u8) + 'a;

/// From now on whatever falls over says where, and nothing else: the rest of what it would say may hold what stands in
/// somebody's file.
pub fn hush() {
    set_hook(Box::new(|fall| {
        let place = fall.location().map(ToString::to_string).unwrap_or_default();
        // Where nobody listens, nobody is told.
        let _ = writeln!(io::stderr(), "the program failed at {place}");
    }));
}

/// Answers until nothing comes any more. A file over which the reader falls costs that one answer.
///
/// # Errors
/// When the other side does not keep to the form, or is gone.
pub fn serve(
    mut input: impl BufRead,
    mut output: impl Write,
    mut read: impl FnMut(&[u8], Option<Date>, &mut Progress<'_>) -> anyhow::Result<Finding>,
) -> io::Result<()> {
    while let Some((file, day)) = next(&mut input)? {
        let mut lost = None;
        let mut tell = |stage: &str, percent| {
            let told = say(&mut output, &Answer::Progress { stage: stage.into(), percent });
            lost = lost.take().or(told.err());
        };
        // What a reader keeps from file to file is whole between any two steps; its locks bear that somebody fell.
        let done = catch_unwind(AssertUnwindSafe(|| read(&file, day, &mut tell)));
        match done.unwrap_or_else(|_| Err(anyhow::anyhow!(FELL))) {
            Ok(Finding { bytes, model }) => {
                let model = hex::encode(model);
                let media_type = MEDIA_TYPE.into();
                say(&mut output, &Answer::Finding { media_type, model, bytes: bytes.len() as u64 })?;
                output.write_all(&bytes)?;
                output.flush()?;
            }
            Err(error) => say(&mut output, &Answer::Failed { reason: format!("{error:#}") })?,
        }
        if let Some(error) = lost {
            return Err(error);
        }
    }
    Ok(())
}

fn next(input: &mut impl BufRead) -> io::Result<Option<(Vec<u8>, Option<Date>)>> {
    let mut line = String::new();
    if input.by_ref().take(LONGEST_LINE).read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let wrong = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let job: Job = serde_json::from_str(&line).map_err(|_| wrong("a file is announced in a line of JSON"))?;
    let day = job
        .day
        .map(|day| Date::from_number(day.into()).ok_or_else(|| wrong("a day is counted from 1970")))
        .transpose()?;
    let mut file = Vec::new();
    let mut coming = input.by_ref().take(job.bytes);
    // One byte over the limit is enough for the file to be refused; the rest is heard out, because behind it comes the
    // next one.
    let kept = coming.by_ref().take(MOST_BYTES + 1).read_to_end(&mut file)? as u64;
    if kept + io::copy(&mut coming, &mut io::sink())? != job.bytes {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some((file, day)))
}

fn say(output: &mut impl Write, answer: &Answer) -> io::Result<()> {
    writeln!(output, "{}", serde_json::to_string(answer)?)?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(input: &[u8]) -> io::Result<String> {
        let mut output = Vec::new();
        serve(input, &mut output, |file, day, tell| {
            tell("reading", 50);
            anyhow::ensure!(!file.is_empty(), "nothing came");
            assert_ne!(file, b"!", "a name");
            let day = day.map(|day| day.to_string()).unwrap_or_default();
            Ok(Finding { bytes: format!("{} bytes on {day}\n", file.len()).into(), model: [0xab; 32] })
        })?;
        Ok(String::from_utf8(output).expect("text"))
    }

    #[test]
    fn one_file_after_the_other_is_answered() {
        let said = served(b"{\"bytes\":3,\"day\":20779}\nabc{\"bytes\":0}\n{\"bytes\":1}\n\n").expect("served");
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[0], r#"{"progress":{"stage":"reading","percent":50}}"#);
        let model = "ab".repeat(32);
        assert_eq!(lines[1], format!(r#"{{"finding":{{"media_type":"{MEDIA_TYPE}","model":"{model}","bytes":22}}}}"#));
        assert_eq!(lines[2], "3 bytes on 2026-11-22");
        assert_eq!(lines[4], r#"{"failed":{"reason":"nothing came"}}"#);
        assert_eq!(lines[7], "1 bytes on ");
    }

    #[test]
    fn a_file_the_reader_falls_over_costs_one_answer() {
        let said = served(b"{\"bytes\":1}\n!{\"bytes\":3}\nabc").expect("served");
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[1], format!(r#"{{"failed":{{"reason":"{FELL}"}}}}"#));
        assert_eq!(lines[4], "3 bytes on ");
    }

    #[test]
    fn a_file_that_is_too_long_is_heard_out() {
        let bytes = MOST_BYTES as usize + 5;
        let mut input = format!("{{\"bytes\":{bytes}}}\n").into_bytes();
        input.resize(input.len() + bytes, b'x');
        input.extend(b"{\"bytes\":3}\nabc");
        let said = served(&input).expect("served");
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[2], format!("{} bytes on ", MOST_BYTES + 1), "more than is let in");
        assert_eq!(lines[5], "3 bytes on ");
    }

    #[test]
    fn who_does_not_keep_to_the_form_is_not_served() {
        for broken in
            ["hello\n", "{\"bytes\":9}\nabc", "{\"bytes\":1,\"day\":999999999}\na", "{\"bytes\":99999999999}\n"]
        {
            assert!(served(broken.as_bytes()).is_err(), "{broken}");
        }
        let endless = vec![b' '; 10_000];
        assert!(served(&endless).is_err(), "a line without an end");
    }
}
