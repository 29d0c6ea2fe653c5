//! The archive: a folder a record, a file a version, and a table of contents.

use crate::shelf::{Content, Found};
use chartkey_flows::{Failure, facts::cell};
use chartkey_protocol::{RecordRow, utc};
use chartkey_vault::About;
use chartkey_vocabulary::Kind;
use serde_json::json;
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Letters of a title in a folder's name.
const LONGEST: usize = 60;
/// The first line of the table of contents.
const HEAD: &str = "folder,version,date,kind,title,file,written by,commitment\n";

/// An archive under way.
pub(super) struct Pack {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    list: String,
}

impl Pack {
    /// An empty one.
    pub(super) fn begin() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), list: HEAD.to_owned() }
    }

    /// The folder of a record: its day, its title, and as much of its name as tells it from others.
    pub(super) fn folder(&self, row: &RecordRow, about: Option<&About>) -> String {
        let day = utc(about.and_then(|about| about.dated).unwrap_or(row.written));
        let title = about.map_or("", |about| about.title.as_str());
        let id = row.record.to_string();
        format!("records/{} {} ({})", &day[..10], plain(title), &id[2..10])
    }

    /// A version: the content as it was added, and what is said of it.
    ///
    /// # Errors
    /// When the memory is full.
    pub(super) fn version(&mut self, folder: &str, content: &Content, by: &str) -> Result<(), Failure> {
        let (number, about) = (content.number, &content.about);
        let file = match plain(&about.file_name).as_str() {
            "" => format!("version {number}"),
            name => format!("version {number} {name}"),
        };
        self.add(&format!("{folder}/{file}"), &content.bytes)?;
        let (at, commitment) = (utc(content.version.at), content.version.sealed.commitment.to_string());
        let said = json!({ "title": about.title, "file_name": about.file_name, "media_type": about.media_type,
            "note": about.note, "dated": about.dated.map(utc), "labels": about.labels, "kind": content.record.kind,
            "record": content.id, "version": number, "written": at, "by": content.version.by,
            "commitment": commitment });
        self.add(&format!("{folder}/version {number} about.json"), pretty(&said).as_bytes())?;
        let day = utc(about.dated.unwrap_or(content.version.at));
        let cells =
            [folder, &number.to_string(), &day[..10], &kind(content.record.kind), &about.title, &file, by, &commitment];
        self.list.push_str(&cells.map(cell).join(","));
        self.list.push('\n');
        Ok(())
    }

    /// What a machine found, and who signed it.
    ///
    /// # Errors
    /// When the memory is full.
    pub(super) fn finding(&mut self, folder: &str, found: &Found) -> Result<(), Failure> {
        let id = found.id.to_string();
        let name = &id[2..10];
        let ending = if found.media_type.contains("json") { "json" } else { "bin" };
        self.add(&format!("{folder}/finding {name}.{ending}"), &found.output)?;
        let said = serde_json::to_value(&found.finding).unwrap_or_default();
        self.add(&format!("{folder}/finding {name} about.json"), pretty(&said).as_bytes())
    }

    /// The archive's bytes.
    ///
    /// # Errors
    /// When the memory is full.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Failure> {
        let list = std::mem::take(&mut self.list);
        // Programs that take a table for another alphabet are told by the mark.
        self.add("contents.csv", format!("\u{feff}{list}").as_bytes())?;
        Ok(self.zip.finish().map_err(std::io::Error::from)?.into_inner())
    }

    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.zip.start_file(path, options).map_err(std::io::Error::from)?;
        Ok(self.zip.write_all(bytes)?)
    }
}

fn pretty(said: &serde_json::Value) -> String {
    serde_json::to_string_pretty(said).unwrap_or_default()
}

fn kind(kind: Kind) -> String {
    serde_json::to_value(kind).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A name that leads out of no folder on any system, and ends in no dot.
fn plain(name: &str) -> String {
    let fits = |c: &char| !c.is_control() && !"/\\:*?\"<>|".contains(*c);
    let name: String = name.chars().filter(fits).take(LONGEST).collect();
    name.trim_matches([' ', '.']).to_owned()
}
