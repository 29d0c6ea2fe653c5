//! The program that reads for a worker. It holds no key: what was opened comes to its input, and nothing of it touches a
//! disk.
//!
//! Most read one record and end: what they print is the finding. One that serves stays, with its networks open: each
//! record comes with a line that announces it, and the answer is lines that say how far it is, then the finding
//! (`ml-worker/src/serve.rs` has the other half).

use super::find;
use anyhow::{Context, Result, bail, ensure};
use chartkey_vocabulary::{DAY, Digest, Time};
use serde::Deserialize;
use serde_json::json;
use std::{
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
    process::Stdio,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader},
    process::{Child, ChildStdin, ChildStdout, Command},
};

/// No finding is longer, in bytes.
const LONGEST: u64 = 32 << 20;

/// What was read.
pub(super) struct Read {
    /// The finding.
    pub(super) bytes: Vec<u8>,
    /// What kind of bytes, and SHA-256 of the model, where the program says so.
    pub(super) by: Option<(String, Digest)>,
    /// SHA-256 of the program, where it was looked at as it ran.
    pub(super) code: Option<Digest>,
}

/// At what the program is, and how far, of a hundred.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Stage {
    pub(super) stage: String,
    pub(super) percent: u8,
}

/// Has a program read that ends with it.
pub(super) async fn once(program: &[String], content: &[u8]) -> Result<Read> {
    let (mut child, mut input, output) = start(program)?;
    let mut bytes = Vec::new();
    let feed = async {
        // A program that has seen enough may close its input.
        let _ = input.write_all(content).await;
        drop(input);
    };
    // Who says too much finds nobody listening any more, and ends.
    let take = async { output.take(LONGEST + 1).read_to_end(&mut bytes).await };
    tokio::join!(feed, take).1?;
    ensure!(bytes.len() as u64 <= LONGEST, "the program says more than any finding holds");
    let status = child.wait().await?;
    ensure!(status.success(), "the program failed: {status}");
    Ok(Read { bytes, by: None, code: None })
}

/// A program that stays.
pub(super) struct Serving {
    _child: Child,
    /// What it is; nothing where it ended before that could be seen.
    code: Option<Digest>,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

/// What it answers.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Progress(Stage),
    Finding { media_type: String, model: Digest, bytes: u64 },
    Failed { reason: String },
}

impl Serving {
    /// Starts it.
    ///
    /// # Errors
    /// When there is no such program.
    pub(super) fn start(program: &[String]) -> Result<Self> {
        let (child, input, output) = start(program)?;
        let code = code_of(&program[0], &child).ok();
        Ok(Self { _child: child, code, input, output: BufReader::new(output) })
    }

    /// Has it read; `tell` hears how far it is. `written` is when the record was, so that whoever reads it says the same.
    ///
    /// # Errors
    /// When it fails, or does not keep to the form. It is of no use any more then.
    pub(super) async fn read(&mut self, content: &[u8], written: Time, tell: impl Fn(Stage)) -> Result<Read> {
        let job = json!({ "bytes": content.len(), "day": written / DAY });
        let Self { input, output, code, .. } = self;
        ensure!(code.is_some(), "the program ended");
        let feed = async {
            input.write_all(format!("{job}\n").as_bytes()).await?;
            input.write_all(content).await?;
            anyhow::Ok(input.flush().await?)
        };
        let (fed, answered) = tokio::join!(feed, answer(output, tell));
        Ok(Read { code: *code, ..fed.and(answered)? })
    }
}

async fn answer(mut output: impl AsyncBufReadExt + Unpin, tell: impl Fn(Stage)) -> Result<Read> {
    loop {
        let mut line = String::new();
        ensure!((&mut output).take(4096).read_line(&mut line).await? > 0, "the program ended");
        match serde_json::from_str(&line).context("the program does not answer in the form of `ml-worker serve`")? {
            Answer::Progress(stage) => tell(stage),
            Answer::Failed { reason } => bail!("{reason}"),
            Answer::Finding { media_type, model, bytes } => {
                ensure!(bytes <= LONGEST, "the program says more than any finding holds");
                let bytes = exactly(&mut output, bytes).await?;
                return Ok(Read { bytes, by: Some((media_type, model)), code: None });
            }
        }
    }
}

async fn exactly(output: impl AsyncRead + Unpin, count: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    output.take(count).read_to_end(&mut bytes).await?;
    ensure!(bytes.len() as u64 == count, "the program ended in the middle of a finding");
    Ok(bytes)
}

fn start(program: &[String]) -> Result<(Child, ChildStdin, ChildStdout)> {
    let mut command = Command::new(&program[0]);
    command.args(&program[1..]).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    // The passphrase that opened the vault is none of the program's business.
    command.env_remove("CHARTKEY_PASSPHRASE").env_remove("CHARTKEY_KEY");
    let mut child = command.spawn().with_context(|| format!("{} does not start", program[0]))?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let (input, output) = input.zip(output).context("the program has no input or no output")?;
    Ok((child, input, output))
}

/// SHA-256 of a program that was started: of the very file that runs, where the system shows it, because another may lie
/// under its name by now. Of a script it is the file by its name: what runs is whoever reads it.
fn code_of(name: &str, child: &Child) -> Result<Digest> {
    let named = find(name);
    let script = named.as_ref().is_ok_and(|file| is_script(file));
    let file = match child.id() {
        Some(id) if cfg!(target_os = "linux") && !script => PathBuf::from(format!("/proc/{id}/exe")),
        _ => named?,
    };
    Ok(chartkey_flows::digest_of(&std::fs::read(file)?))
}

fn is_script(file: &Path) -> bool {
    let mut first = [0; 2];
    File::open(file).and_then(|mut file| file.read_exact(&mut first)).is_ok() && first == *b"#!"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[tokio::test]
    async fn what_a_program_prints_is_what_it_read() {
        let read = once(&words(&["tr", "a-z", "A-Z"]), b"haemoglobin").await.expect("reads");
        assert_eq!((read.bytes.as_slice(), read.by.is_none()), (&b"HAEMOGLOBIN"[..], true));
        assert!(once(&words(&["false"]), b"haemoglobin").await.is_err());
        // Says nothing of its input, and ends before it has taken it.
        once(&words(&["true"]), &vec![0; 1 << 20]).await.expect("reads");
    }

    #[tokio::test]
    async fn a_program_that_serves_reads_one_after_the_other() {
        let digest = "ab".repeat(32);
        // Answers in the form: takes the line and four bytes, says that it is at it, gives the bytes back.
        let script = format!(
            r#"while read -r line; do four=$(head -c 4); echo '{{"progress":{{"stage":"reading","percent":50}}}}'
            printf '%s\n%s' '{{"finding":{{"media_type":"text/plain","model":"{digest}","bytes":4}}}}' "$four"; done"#
        );
        let mut serving = Serving::start(&words(&["sh", "-c", &script])).expect("starts");
        let told = RefCell::new(Vec::new());
        for content in [b"none", b"high"] {
            let read = serving.read(content, 0, |stage| told.borrow_mut().push(stage)).await.expect("reads");
            assert_eq!(
                (read.bytes.as_slice(), read.by),
                (&content[..], Some(("text/plain".into(), Digest([0xab; 32]))))
            );
            assert_eq!(read.code, Some(digest_at(&find("sh").expect("every machine has one"))));
        }
        assert_eq!(told.into_inner(), vec![Stage { stage: "reading".into(), percent: 50 }; 2]);
    }

    fn digest_at(file: &Path) -> Digest {
        chartkey_flows::digest_of(&std::fs::read(file).expect("a file"))
    }

    #[tokio::test]
    #[cfg(target_os = "linux")]
    async fn what_runs_is_known_although_another_program_lies_under_its_name() {
        let place = tempfile::tempdir().expect("a folder");
        let (name, shell) = (place.path().join("reader"), find("sh").expect("every machine has one"));
        std::os::unix::fs::symlink(&shell, &name).expect("a link");
        let program = words(&[name.to_str().expect("a path"), "-c", "while read -r line; do :; done"]);
        let serving = Serving::start(&program).expect("starts");
        std::fs::remove_file(&name).expect("gone");
        std::fs::write(&name, "another program").expect("written");
        assert_eq!(serving.code, Some(digest_at(&shell)));
        assert_eq!(code_of(&program[0], &serving._child).expect("it runs"), digest_at(&shell));
    }

    #[tokio::test]
    async fn a_script_is_known_by_its_own_file() {
        let place = tempfile::tempdir().expect("a folder");
        let script = place.path().join("script");
        std::fs::write(&script, "#!/bin/sh\n").expect("written");
        // Whatever runs: it is the file that counts.
        let serving = Serving::start(&words(&["sh", "-c", "while read -r line; do :; done"])).expect("starts");
        let code = code_of(script.to_str().expect("a path"), &serving._child).expect("it runs");
        assert_eq!(code, digest_at(&script));
    }

    #[tokio::test]
    async fn a_program_that_does_not_keep_to_the_form_is_not_believed() {
        let digest = "ab".repeat(32);
        let wrong = [
            "hello",
            r#"{"failed":{"reason":"no"}}"#,
            r#"{"finding":{"media_type":"text/plain","model":"ab","bytes":0}}"#,
            &format!(r#"{{"finding":{{"media_type":"","model":"{digest}","bytes":99999999999}}}}"#),
            "",
        ];
        for said in wrong {
            let mut serving = Serving::start(&words(&["echo", said])).expect("starts");
            assert!(serving.read(b"", 0, |_| {}).await.is_err(), "{said}");
        }
    }
}
