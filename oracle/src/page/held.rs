//! The app's files in memory.

use bytes::Bytes;
use std::{collections::HashMap, fs, path::Path, time::SystemTime};

/// One file, plain and packed.
pub(super) struct File {
    pub(super) bytes: Bytes,
    pub(super) brotli: Option<Bytes>,
    pub(super) kind: &'static str,
    /// Its name carries a hash of its content.
    hashed: bool,
}

impl File {
    /// What is named by its content never changes; the rest is asked for anew each time.
    pub(super) fn caching(&self) -> &'static str {
        if self.hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
    }
}

/// All of them, by address.
#[derive(Default)]
pub(super) struct Held {
    files: HashMap<String, File>,
    made: Option<SystemTime>,
}

impl Held {
    /// Reads a folder. One without a page holds nothing, rather than parts of a build under way.
    pub(super) fn read(folder: &Path) -> Self {
        let mut held = Self { files: HashMap::new(), made: made(folder) };
        held.gather(folder, "");
        if held.files.contains_key("/index.html") { held } else { Self::default() }
    }

    fn gather(&mut self, folder: &Path, address: &str) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let (path, address) = (entry.path(), format!("{address}/{name}"));
            match entry.file_type() {
                Ok(sort) if sort.is_dir() => self.gather(&path, &address),
                // A link could lead out of the folder.
                Ok(sort) if sort.is_file() => {
                    if let (Some(kind), Ok(bytes)) = (kind(&name), fs::read(&path)) {
                        let brotli = fs::read(path.with_file_name(format!("{name}.br"))).ok().map(Bytes::from);
                        let file = File { bytes: bytes.into(), brotli, kind, hashed: is_hashed(&name) };
                        self.files.insert(address, file);
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub(super) fn get(&self, address: &str) -> Option<&File> {
        self.files.get(address)
    }

    pub(super) fn is_outdated(&self, folder: &Path) -> bool {
        made(folder) != self.made
    }
}

fn made(folder: &Path) -> Option<SystemTime> {
    fs::metadata(folder.join("index.html")).and_then(|about| about.modified()).ok()
}

/// What is served; anything else in the folder is not.
fn kind(name: &str) -> Option<&'static str> {
    Some(match name.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        // Catalogues of words.
        "ftl" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// Whether a name is `name-0123456789abcdef.ending`.
fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}
