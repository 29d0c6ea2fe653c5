//! The program that serves lives on, whatever it is given, and says of each file what became of it.

mod papers;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use chartkey_worker::admit::MOST_BYTES;
use chartkey_worker::serve::{Answer, Job};
use image::{ImageFormat, Rgb, RgbImage};
use papers::{LINES, encoded, pdf, text};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ml-worker");

struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start(program: &Path) -> Self {
        let mut child =
            Command::new(program).arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self { child, input, output: BufReader::new(output) }
    }

    /// What it says of a file: the finding, or why there is none.
    fn reads(&mut self, file: &[u8]) -> Result<String, String> {
        let job = Job { bytes: file.len() as u64, day: None };
        writeln!(self.input, "{}", serde_json::to_string(&job).unwrap()).unwrap();
        self.input.write_all(file).unwrap();
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).unwrap() > 0, "it is gone");
            match serde_json::from_str(&line).unwrap() {
                Answer::Progress { .. } => {}
                Answer::Failed { reason } => return Err(reason),
                Answer::Finding { bytes, .. } => {
                    let mut finding = String::new();
                    self.output.by_ref().take(bytes).read_to_string(&mut finding).unwrap();
                    return Ok(finding);
                }
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn letters_as_large_as_a_house_and_photos_of_a_pixel_bring_nobody_down() {
    let mut server = Server::start(PROGRAM.as_ref());
    for content in [
        "BT /F1 20000000 Tf 60 780 Td (4) Tj ET",
        "BT /F1 60000 Tf 60 780 Td (4) Tj ET",
        "BT /F1 12 Tf 60 780 Td (Sodium 140 mmol/l) Tj ET BT /F1 12 Tf 3000000000 700 Td (4) Tj ET",
    ] {
        let answer = server.reads(&pdf(&[content]));
        assert!(answer.is_ok(), "{content}: {answer:?}");
    }
    for grey in [128, 255] {
        let answer = server.reads(&encoded(&RgbImage::from_pixel(1, 1, Rgb([grey; 3])), ImageFormat::Png));
        assert!(answer.is_ok(), "{answer:?}");
    }
    let finding = server.reads(&pdf(&[&text(&LINES)])).unwrap();
    assert!(finding.contains("Haemoglobin"), "{finding}");
}

#[test]
fn a_file_that_is_too_large_is_refused_and_the_next_one_is_read() {
    let mut server = Server::start(PROGRAM.as_ref());
    let finding = server.reads(&vec![b' '; MOST_BYTES as usize + 100]).unwrap();
    assert!(finding.contains("This was not read: the file has more than 64 MB"), "{finding}");
    assert!(server.reads(b"Haemoglobin 13.2 g/dl").unwrap().contains("Haemoglobin"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_program_that_is_replaced_goes_on_as_what_it_was() {
    let place = tempfile::tempdir_in(Path::new(PROGRAM).parent().unwrap()).unwrap();
    let name = place.path().join("reader");
    std::fs::hard_link(PROGRAM, &name).unwrap();
    let mut server = Server::start(&name);
    assert!(server.reads(b"Haemoglobin 13.2 g/dl").is_ok());
    std::fs::remove_file(&name).unwrap();
    std::fs::write(&name, "another program").unwrap();
    let finding = server.reads(b"Haemoglobin 13.2 g/dl").unwrap();
    assert!(finding.contains("Haemoglobin"), "{finding}");
}
