//! The files as they are served: named by their content, packed beside.

use super::Form;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// What is already packed, or too small to be worth it.
const UNPACKED: [&str; 2] = ["woff2", "png"];

/// One file.
struct Part {
    /// As its writers call it.
    name: String,
    /// As it is served.
    address: String,
    bytes: Vec<u8>,
    packed: usize,
}

/// The files so far.
#[derive(Default)]
pub(super) struct Bundle(Vec<Part>);

impl Bundle {
    /// Adds a file under a name that tells its content apart, and says its address. `{name}` in a text becomes the
    /// address of that file, which was added before.
    pub(super) fn add(&mut self, name: &str, bytes: Vec<u8>) -> String {
        let bytes = self.resolved(bytes);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let address = format!("/{stem}-{}.{ending}", named(&bytes));
        self.0.push(Part { name: name.into(), address: address.clone(), bytes, packed: 0 });
        address
    }

    /// Adds a file under its own name.
    pub(super) fn keep(&mut self, name: &str, bytes: Vec<u8>) {
        let bytes = self.resolved(bytes);
        self.0.push(Part { name: name.into(), address: format!("/{name}"), bytes, packed: 0 });
    }

    /// The addresses so far.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|part| part.address.as_str())
    }

    fn resolved(&self, bytes: Vec<u8>) -> Vec<u8> {
        // Programs and typefaces are no text.
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(bytes) => return bytes.into_bytes(),
        };
        let name_in = |text: String, part: &Part| {
            text.replace(&format!("{{{}}}", part.name), &part.address)
                .replace(&format!("url(\"/{}\")", part.name), &format!("url(\"{}\")", part.address))
        };
        self.0.iter().fold(text, name_in).into_bytes()
    }

    /// Writes all of it beside what is served now, and changes the two.
    pub(super) fn write(&mut self, folder: &Path, form: Form) -> Result<()> {
        let coming = folder.with_extension("coming");
        if coming.exists() {
            fs::remove_dir_all(&coming)?;
        }
        for part in &mut self.0 {
            let path = coming.join(part.address.trim_start_matches('/'));
            fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
            fs::write(&path, &part.bytes)?;
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            part.packed = part.bytes.len();
            if !UNPACKED.contains(&ending) && part.bytes.len() > 256 {
                let packed = packed(&part.bytes, form)?;
                part.packed = packed.len();
                fs::write(PathBuf::from(format!("{}.br", path.display())), packed)?;
            }
        }
        // The oracle looks at this file's time to see that another build lies here.
        fs::File::open(coming.join("index.html"))?.set_modified(SystemTime::now())?;
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        Ok(fs::rename(coming, folder)?)
    }

    /// Bytes on the line: for the first screen, in one language and with one typeface, and for everything.
    pub(super) fn sizes(&self) -> (usize, usize) {
        let is_later = |name: &str| {
            let other = name.starts_with("lang/") && name != "lang/en.ftl";
            let piece = name.ends_with(".wasm") && name != "app.wasm";
            other || piece || name.contains("-ext") || name.contains("maskable") || name == "worker.js"
        };
        let sum = |parts: &mut dyn Iterator<Item = &Part>| parts.map(|part| part.packed).sum();
        (sum(&mut self.0.iter().filter(|part| !is_later(&part.name))), sum(&mut self.0.iter()))
    }
}

/// What tells a content from others, for names.
pub(super) fn named(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn packed(bytes: &[u8], form: Form) -> Result<Vec<u8>> {
    // 11 takes half a minute for a program that is not made small.
    let quality = if form == Form::Release { 11 } else { 4 };
    let mut to = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 24);
    to.write_all(bytes)?;
    Ok(to.into_inner())
}
